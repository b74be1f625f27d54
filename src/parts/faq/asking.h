/*
 * asking.h - which units of a region ask, by the style that most of its questions share. Private to
 * faq.c, which makes pairs of them.
 */
#ifndef PF_PARTS_ASKING_H
#define PF_PARTS_ASKING_H

#include "faq.h"

/* Fewer questions than this, without an FAQ heading, are rhetoric. */
#define LOOSE_MIN 3u

/* How the units of a region ask, counted. */
struct style {
	uint32_t kinds[PF_ASK_KINDS];
	uint32_t heads[PF_LEVEL_BOLD + 1], asking[PF_LEVEL_BOLD + 1]; /* headings by level */
	uint8_t weak_depth;                                           /* least of the weak ones */
	uint32_t bolds, bolds_asking; /* prose that opens bold, outside of lists */
	uint32_t items, items_asking; /* of lists, at the least depth */
	uint32_t plain, plain_asking; /* prose outside of lists */
	uint32_t plain_objecting;     /* of it, what says a trouble instead */
	uint32_t italics_asking;      /* opens with a sentence in italics, that asks */
	uint32_t labelled;            /* of the plain, those that open with a label */
	uint32_t asking_by_depth[2];  /* set apart, outside of lists and in one */
	uint32_t stating_by_depth[2];
	uint32_t numbered; /* bold lines with a number before them: "**2. Privacy**" */
};

/* Of units [first, last). O(units). */
struct style pf_style_of(const struct pf_find *f, size_t first, size_t last);
bool pf_is_question(const struct pf_find *f, const struct pf_unit *u, const struct style *s);
/* "**Numbers we answer for**" among questions, above a list of them. */
bool pf_heads_metrics(const struct pf_find *f, const struct pf_unit *u);
/* The bold run, or sentence in italics, that opens the unit; empty when none does. */
struct pf_range pf_set_apart(const struct pf_find *f, const struct pf_unit *u);
/* Where plain prose opens with what troubles somebody, one past that sentence; else 0. */
uint32_t pf_plain_objection(const struct pf_find *f, const struct pf_unit *u);

#endif
