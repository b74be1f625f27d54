/*
 * probe_slots.h - a probe's text with the candidate's own words in its slots.
 */
#ifndef PRFAQ_SESSION_PROBE_SLOTS_H
#define PRFAQ_SESSION_PROBE_SLOTS_H

#include "prfaq/base/buf.h"
#include "prfaq/check/check.h"

/* What may be put in; an empty one is not known. NUL-ended, quoted words without markup. */
struct pf_slots {
	char claim[200], value[48], metric[80], part[40];
	char value1[48], part1[40], value2[48], part2[40];
};

/* Fills `ask`. False when it names a slot that is not known: such a probe is not asked. */
bool pf_slots_fill(const struct pf_slots *slots, const char *ask, struct pf_buf *out);

/* The words of a range without Markdown signs, white space collapsed, cut at a word with "...". */
void pf_slots_words(char *out, size_t size, struct pf_slice text, struct pf_range range);
/* True when the range is a heading below the title, or nothing: a place, not a claim. Rules that
 * miss something point at where it belongs; one does not quote "FAQ" at a candidate. */
bool pf_slots_is_place(const struct pf_check *check, struct pf_range range);
/* Sets claim, value (the first number in it) and part from a range of the draft. */
void pf_slots_claim(struct pf_slots *slots, const struct pf_check *check, struct pf_range range);

#endif
