/* Where a token, its sentence and its words are: rules ask thousands of times a page. */
#include "place.h"

#include <string.h>

#include "prfaq/base/mem.h"

void pf_tokens_mark(struct pf_tokens *t)
{
	uint32_t sentence = 0, words = 0;

	pf_signposts_put(&t->at, t->v, t->n, sizeof(*t->v), offsetof(struct pf_token, begin));
	t->marks.n = (t->n >> PF_MARK_BITS) + 1;
	if (t->marks.n > t->marks.cap) {
		t->marks.cap = t->marks.n;
		t->marks.v = pf_xrealloc(t->marks.v, t->marks.cap, sizeof(*t->marks.v));
	}
	for (size_t k = 0; k < t->marks.n; k++) {
		size_t i = k << PF_MARK_BITS;

		while (sentence + 1 < t->sentences.n && t->sentences.v[sentence + 1].first <= i)
			sentence++;
		if (i)
			words += t->v[i - 1].words + t->v[i - 1].flags / PF_TOKEN_COUNTED;
		t->marks.v[k] = (struct pf_token_mark){sentence, words};
	}
}

uint32_t pf_tokens_at(const struct pf_tokens *t, uint32_t off)
{
	size_t i = pf_signposts_from(&t->at, off);

	while (i < t->n && t->v[i].begin < off)
		i++;
	return (uint32_t)i;
}

size_t pf_sentence_of(const struct pf_tokens *t, size_t token)
{
	size_t k = token >> PF_MARK_BITS, s;

	if (!t->marks.n)
		return 0;
	s = t->marks.v[k < t->marks.n ? k : t->marks.n - 1].sentence;
	while (s + 1 < t->sentences.n && t->sentences.v[s + 1].first <= token)
		s++;
	return s;
}

/* Words counted before token i. */
static uint32_t words_before(const struct pf_tokens *t, size_t i)
{
	return i < t->n ? t->marks.v[i >> PF_MARK_BITS].words + t->v[i].words : t->words;
}

uint32_t pf_tokens_words(const struct pf_tokens *t, struct pf_range range)
{
	size_t first = pf_tokens_at(t, range.begin), last = pf_tokens_at(t, range.end);

	return first < last ? words_before(t, last) - words_before(t, first) : 0;
}
