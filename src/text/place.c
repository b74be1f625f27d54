/*
 * Where a token, its sentence and its words are. A binary search would miss
 * the cache at every step and rules ask thousands of times a page, so a signpost
 * stands every few bytes and tokens, and the rest is walked.
 */
#include "place.h"

#include <string.h>

#include "prfaq/base/mem.h"

#define AT_BITS   5u /* a signpost every 32 bytes: six words */
#define MARK_BITS 4u /* every 16 tokens */

static void *room(void *v, size_t *cap, size_t n, size_t size)
{
	if (n <= *cap)
		return v;
	*cap = n;
	return pf_xrealloc(v, n, size);
}

static void mark_bytes(struct pf_tokens *t, uint32_t len)
{
	size_t n = 0;

	t->at.n = (len >> AT_BITS) + 1;
	t->at.v = room(t->at.v, &t->at.cap, t->at.n, sizeof(*t->at.v));
	for (size_t i = 0; i < t->n; i++)
		for (; (uint32_t)n << AT_BITS <= t->v[i].begin; n++)
			t->at.v[n] = (uint32_t)i;
	while (n < t->at.n)
		t->at.v[n++] = (uint32_t)t->n;
}

void pf_tokens_mark(struct pf_tokens *t, uint32_t len)
{
	uint32_t sentence = 0, words = 0;

	mark_bytes(t, len);
	t->marks.n = (t->n >> MARK_BITS) + 1;
	t->marks.v = room(t->marks.v, &t->marks.cap, t->marks.n, sizeof(*t->marks.v));
	for (size_t k = 0; k < t->marks.n; k++) {
		size_t i = k << MARK_BITS, stop = i + (1u << MARK_BITS);

		while (sentence + 1 < t->sentences.n && t->sentences.v[sentence + 1].first <= i)
			sentence++;
		t->marks.v[k] = (struct pf_token_mark){sentence, words};
		for (stop = stop < t->n ? stop : t->n; i < stop; i++)
			words += t->v[i].flags / PF_TOKEN_COUNTED; /* the highest flag */
	}
}

size_t pf_tokens_at(const struct pf_tokens *t, uint32_t off)
{
	size_t k = off >> AT_BITS, i;

	if (k >= t->at.n)
		return t->n;
	i = t->at.v[k];
	while (i < t->n && t->v[i].begin < off)
		i++;
	return i;
}

size_t pf_sentence_of(const struct pf_tokens *t, size_t token)
{
	size_t k = token >> MARK_BITS, s;

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
	uint32_t n = t->marks.v[i >> MARK_BITS].words;

	for (size_t k = i >> MARK_BITS << MARK_BITS; k < i; k++)
		n += t->v[k].flags / PF_TOKEN_COUNTED; /* the highest flag */
	return n;
}

uint32_t pf_tokens_words(const struct pf_tokens *t, struct pf_range range)
{
	size_t first = pf_tokens_at(t, range.begin), last = pf_tokens_at(t, range.end);

	return first < last ? words_before(t, last) - words_before(t, first) : 0;
}
