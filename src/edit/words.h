/*
 * words.h - counting words, whole or around an edit.
 */
#ifndef PRFAQ_EDIT_WORDS_H
#define PRFAQ_EDIT_WORDS_H

#include "gap.h"

/* The rune that begins at `off` or ends before it, and its bytes. */
uint32_t pf_rune_at(struct pf_gap *text, uint32_t off, uint32_t *len);
uint32_t pf_rune_before(struct pf_gap *text, uint32_t off, uint32_t *len);
/* A letter, a digit, or a mark on one. */
bool pf_rune_in_word(uint32_t rune);
/* Words that begin in [begin, end). Looks two runes back. */
uint32_t pf_words_in(struct pf_gap *text, uint32_t begin, uint32_t end);
/*
 * How far around `off` a change there can make or unmake beginnings of words. Back: to the start
 * of the rune that the change may cut. On: over the rest of a cut rune and two whole ones.
 */
uint32_t pf_words_back(const struct pf_gap *text, uint32_t off);
uint32_t pf_words_on(struct pf_gap *text, uint32_t off);

#endif
