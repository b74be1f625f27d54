#include "prfaq/text/readability.h"

#include <stdlib.h>

#include "prfaq/base/mem.h"

struct pf_syllable_memo {
	const struct pf_tokens *tokens;
	uint16_t v[]; /* by the word's number; 0: not met */
};

struct pf_syllable_memo *pf_syllable_memo_new(const struct pf_tokens *tokens)
{
	struct pf_syllable_memo *memo =
		pf_xcalloc(1, sizeof(*memo) + (tokens->n_words + 1) * sizeof(*memo->v));

	memo->tokens = tokens;
	return memo;
}

void pf_syllable_memo_free(struct pf_syllable_memo *memo)
{
	free(memo);
}

unsigned pf_token_syllables(struct pf_syllable_memo *memo, struct pf_slice text, size_t token)
{
	const struct pf_token *t = &memo->tokens->v[token];
	uint16_t *known = &memo->v[memo->tokens->word[token]];

	if (!*known)
		*known = (uint16_t)pf_syllables(pf_slice_cut(text, t->begin, t->end));
	return *known;
}

/* How a number is read aloud is not known. */
static uint32_t syllables_of(struct pf_slice text, const struct pf_tokens *tokens,
			     const struct pf_sentence *sentence, struct pf_syllable_memo *memo)
{
	uint32_t n = 0;

	for (uint32_t k = sentence->first; k < sentence->last; k++)
		if (tokens->v[k].kind == PF_TOKEN_WORD)
			n += pf_token_syllables(memo, text, k);
		else if (tokens->v[k].kind == PF_TOKEN_NUMBER)
			n++;
	return n;
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
		if (memo)
			r.syllables += syllables_of(text, tokens, sentence, memo);
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
