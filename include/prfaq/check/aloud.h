/*
 * aloud.h - where somebody who reads the draft aloud would stumble.
 *
 * Advice only. A sentence gets a point for over 24 words and another for over
 * 35, for over two brackets or dashes, for over three numbers, for over two
 * words of four syllables; two points are a stumble.
 */
#ifndef PRFAQ_CHECK_ALOUD_H
#define PRFAQ_CHECK_ALOUD_H

#include "prfaq/check/check.h"
#include "prfaq/text/readability.h"

struct pf_stumble {
	struct pf_range sentence;
	struct pf_range at; /* where breath runs out, the 25th word on; else the whole sentence */
	uint32_t words;
	char why[96]; /* "38 words in one breath, 4 numbers" */
};

struct pf_stumbles {
	struct pf_stumble *v;
	size_t n, cap;
	uint32_t read; /* sentences that are read aloud: no headings, no cells of a table */
};

/* In order of place. Zeroed *out is valid; the caller frees out->v. */
void pf_stumbles_find(struct pf_stumbles *out, const struct pf_check *check);

/* Sentences, words, syllables and grade of a part in all its stretches; of the whole draft for
 * PF_PART_COUNT. All zero when there is no sentence. */
struct pf_readability pf_part_readability(const struct pf_check *check, enum pf_part_id part,
					  struct pf_syllable_memo *memo);

#endif
