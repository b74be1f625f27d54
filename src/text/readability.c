#include "prfaq/text/readability.h"

#include <stdlib.h>

#include "prfaq/base/mem.h"

/* A book has some thousand words in use; a page touches a few of the memo's pages. */
#define MEMO_BITS 12
#define MEMO_SIZE (1u << MEMO_BITS)

struct pf_syllable_memo {
	struct {
		uint32_t hash;
		uint16_t len;
		uint16_t syllables; /* 0: free */
	} v[MEMO_SIZE];
};

struct pf_syllable_memo *pf_syllable_memo_new(void)
{
	return pf_xcalloc(1, sizeof(struct pf_syllable_memo));
}

void pf_syllable_memo_free(struct pf_syllable_memo *memo)
{
	free(memo);
}

unsigned pf_token_syllables(struct pf_syllable_memo *memo, struct pf_slice text,
			    const struct pf_token *t)
{
	uint32_t slot = (t->hash * 0x9E3779B1u) >> (32 - MEMO_BITS), len = t->end - t->begin;

	if (len > UINT16_MAX)
		return pf_syllables(pf_slice_cut(text, t->begin, t->end));
	if (memo->v[slot].hash != t->hash || memo->v[slot].len != len || !memo->v[slot].syllables) {
		memo->v[slot].hash = t->hash;
		memo->v[slot].len = (uint16_t)len;
		memo->v[slot].syllables =
			(uint16_t)pf_syllables(pf_slice_cut(text, t->begin, t->end));
	}
	return memo->v[slot].syllables;
}

struct pf_readability pf_readability_of(struct pf_slice text, const struct pf_tokens *tokens,
					struct pf_range range, struct pf_syllable_memo *memo)
{
	struct pf_readability r = {0};
	size_t i = pf_tokens_at(tokens, range.begin), s;

	if (i == tokens->n)
		return r;
	for (s = pf_sentence_of(tokens, i); s < tokens->sentences.n; s++) {
		const struct pf_sentence *sentence = &tokens->sentences.v[s];

		if (sentence->begin >= range.end)
			break;
		if (sentence->begin < range.begin || !sentence->words)
			continue;
		r.sentences++;
		r.words += sentence->words;
		for (uint32_t k = sentence->first; k < sentence->last; k++)
			if (tokens->v[k].kind == PF_TOKEN_WORD)
				r.syllables += pf_token_syllables(memo, text, &tokens->v[k]);
			else if (tokens->v[k].kind == PF_TOKEN_NUMBER)
				r.syllables++; /* how a number is read aloud is not known */
	}
	pf_readability_grade(&r);
	return r;
}

void pf_readability_grade(struct pf_readability *r)
{
	if (!r->sentences)
		return;
	r->words_per_sentence = (double)r->words / r->sentences;
	r->grade = 0.39 * r->words_per_sentence + 11.8 * ((double)r->syllables / r->words) - 15.59;
}
