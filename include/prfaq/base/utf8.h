/*
 * utf8.h - steps and widths of UTF-8, over utf8proc.
 *
 * Three different integers, never mixed: a byte offset (off), a grapheme
 * index (g) and a screen column (col). Invalid bytes are stepped over one at
 * a time, decode to U+FFFD and are never changed.
 */
#ifndef PRFAQ_BASE_UTF8_H
#define PRFAQ_BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "prfaq/base/slice.h"

#define PF_RUNE_BAD 0xFFFDu

/* The rune at s[off] and, in *len, its bytes (1 to 4; 1 for an invalid byte). off < s.len. */
uint32_t pf_utf8_decode(struct pf_slice s, size_t off, size_t *len);
/* Bytes written to out (1 to 4). Surrogates and values over U+10FFFF become U+FFFD. */
size_t pf_utf8_encode(uint32_t rune, char out[4]);
/* Offset of the first invalid byte, or s.len. Rejects overlong forms and surrogates. */
size_t pf_utf8_valid(struct pf_slice s);
/* Number of code points, an invalid byte counting as one. */
size_t pf_utf8_count(struct pf_slice s);
/* Columns on a terminal, 0 to 2: 0 for combining marks and zero-width runes.
 * Controls, bidi controls and unassigned runes are 1: they are drawn as a visible mark. */
int pf_utf8_width(uint32_t rune);
/* Sum of widths of the runes in s. */
int pf_utf8_columns(struct pf_slice s);
/* Columns of one grapheme cluster as all our panes lay it out: the sum of its widths, at least 1,
 * so that a cluster of marks alone can be seen; PF_TAB_COLUMNS for a tab, wherever it stands. */
#define PF_TAB_COLUMNS 4
int pf_utf8_cluster_columns(struct pf_slice cluster);
/* Offset after the grapheme (extended grapheme cluster) that begins at off; s.len at the end. */
size_t pf_utf8_next(struct pf_slice s, size_t off);
/* The same for off < s.len, with pf_utf8_cluster_columns of that grapheme. */
size_t pf_utf8_cluster(struct pf_slice s, size_t off, int *cols);
/* Offset of the grapheme before off; 0 at the start. Looks back at most 64 runes. */
size_t pf_utf8_prev(struct pf_slice s, size_t off);
bool pf_utf8_is_letter(uint32_t rune);
bool pf_utf8_is_space(uint32_t rune); /* white space, with U+00A0, U+2009, U+202F */
uint32_t pf_utf8_lower(uint32_t rune);
/* True for what must never reach a terminal raw: C0 but tab and newline, DEL, C1,
 * bidi controls and overrides, zero-width characters other than ZWJ and variation selectors. */
bool pf_utf8_is_hostile(uint32_t rune);

#endif
