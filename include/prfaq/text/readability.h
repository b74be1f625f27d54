/*
 * readability.h - syllables and the Flesch-Kincaid grade.
 */
#ifndef PRFAQ_TEXT_READABILITY_H
#define PRFAQ_TEXT_READABILITY_H

#include "prfaq/text/token.h"

/* Syllables of an English word, at least 1. Rules plus a table of exceptions. */
unsigned pf_syllables(struct pf_slice word);

/* Syllables of the words met before in one text, whose tokens are numbered: a text repeats its
 * words. Opaque; `tokens` must outlive it. */
struct pf_syllable_memo;
struct pf_syllable_memo *pf_syllable_memo_new(const struct pf_tokens *tokens);
void pf_syllable_memo_free(struct pf_syllable_memo *memo); /* NULL is allowed */
unsigned pf_token_syllables(struct pf_syllable_memo *memo, struct pf_slice text, size_t token);

struct pf_readability {
	uint32_t sentences, words, syllables;
	double words_per_sentence;
	/* Kincaid and others 1975: 0.39 words/sentence + 11.8 syllables/word - 15.59. */
	double grade;
};

/* Over the sentences that begin in the range; all zero when there is none. Without a memo, where
 * only words and sentences count, syllables are 0 and the grade says nothing. */
struct pf_readability pf_readability_of(struct pf_slice text, const struct pf_tokens *tokens,
					struct pf_range range, struct pf_syllable_memo *memo);
/* Derives the last two fields from the counts, for sums of several ranges. */
void pf_readability_grade(struct pf_readability *r);

#endif
