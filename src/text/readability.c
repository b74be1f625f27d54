#include "prfaq/text/readability.h"

#include <string.h>

#define CACHE_SIZE 1024u

/* Syllables of words met before in this text: drafts repeat theirs. */
struct cache {
	struct {
		uint32_t hash;
		uint16_t len;
		uint16_t syllables; /* 0: free */
	} v[CACHE_SIZE];
};

static unsigned syllables_of(struct cache *cache, struct pf_slice text, const struct pf_token *t)
{
	uint32_t slot = (t->hash * 0x9E3779B1u) >> 22, len = t->end - t->begin;

	if (len > UINT16_MAX)
		return pf_syllables(pf_slice_cut(text, t->begin, t->end));
	if (cache->v[slot].hash != t->hash || cache->v[slot].len != len ||
	    !cache->v[slot].syllables) {
		cache->v[slot].hash = t->hash;
		cache->v[slot].len = (uint16_t)len;
		cache->v[slot].syllables =
			(uint16_t)pf_syllables(pf_slice_cut(text, t->begin, t->end));
	}
	return cache->v[slot].syllables;
}

struct pf_readability pf_readability_of(struct pf_slice text, const struct pf_tokens *tokens,
					struct pf_range range)
{
	struct pf_readability r = {0};
	struct cache cache;
	size_t i = pf_tokens_at(tokens, range.begin), s;

	memset(&cache, 0, sizeof(cache));
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
				r.syllables += syllables_of(&cache, text, &tokens->v[k]);
			else if (tokens->v[k].kind == PF_TOKEN_NUMBER)
				r.syllables++; /* how a number is read aloud is not known */
	}
	if (r.sentences) {
		r.words_per_sentence = (double)r.words / r.sentences;
		r.grade = 0.39 * r.words_per_sentence + 11.8 * ((double)r.syllables / r.words) -
			  15.59;
	}
	return r;
}
