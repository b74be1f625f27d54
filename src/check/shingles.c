#include "shingles.h"

#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#define RUN 5

void pf_shingles_of(const struct pf_tokens *tokens, struct pf_shingles *out)
{
	uint32_t words[RUN];
	size_t at[RUN], n = 0;

	for (size_t i = 0; i < tokens->n; i++) {
		const struct pf_token *t = &tokens->v[i];
		uint64_t hash = 1469598103934665603u;

		if (t->kind == PF_TOKEN_SIGN)
			continue;
		if (n == RUN) {
			memmove(words, words + 1, sizeof(words) - sizeof(*words));
			memmove(at, at + 1, sizeof(at) - sizeof(*at));
			n--;
		}
		words[n] = t->hash;
		at[n++] = i;
		if (n < RUN)
			continue;
		for (size_t k = 0; k < RUN; k++)
			hash = (hash ^ words[k]) * 1099511628211u;
		*PF_PUSH(out) = (struct pf_shingle){hash, tokens->v[at[0]].begin, t->end};
	}
}

void pf_shingles_release(struct pf_shingles *shingles)
{
	free(shingles->v);
	*shingles = (struct pf_shingles){0};
}

static int compare(const void *a, const void *b)
{
	const struct pf_shingle *x = a, *y = b;

	return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Neighbouring runs that both texts have grow into one stretch; the longest is shown. */
static void grow(struct pf_shared_words *out, const struct pf_shingle *first,
		 const struct pf_shingle *last, const struct pf_shingle *there, uint32_t there_end)
{
	if (last->end - first->begin <= out->here.end - out->here.begin)
		return;
	out->here = (struct pf_range){first->begin, last->end};
	out->there = (struct pf_range){there->begin, there_end};
}

struct pf_shared_words pf_shingles_shared(const struct pf_shingles *own, struct pf_slice other)
{
	const struct pf_shingle *first = NULL, *there = NULL;
	struct pf_tokens tokens = {0};
	struct pf_shingles theirs = {0};
	struct pf_shared_words out = {0};

	pf_tokens_scan(&tokens, other, NULL, 0, NULL, 0);
	pf_shingles_of(&tokens, &theirs);
	if (theirs.n)
		qsort(theirs.v, theirs.n, sizeof(*theirs.v), compare);
	for (size_t i = 0; i < own->n && theirs.n; i++) {
		const struct pf_shingle *hit =
			bsearch(&own->v[i], theirs.v, theirs.n, sizeof(*theirs.v), compare);

		if (!hit || (first && hit->begin < there->begin))
			first = NULL;
		if (!hit)
			continue;
		out.n++;
		if (!first) {
			first = &own->v[i];
			there = hit;
		}
		grow(&out, first, &own->v[i], there, hit->end);
	}
	pf_shingles_release(&theirs);
	pf_tokens_release(&tokens);
	return out;
}

/* A hash set with open addressing: linear in the text, which may be 16 MB of one sentence. */
size_t pf_shingles_repeated(const struct pf_shingles *own, struct pf_range *first)
{
	size_t cap = 16, repeated = 0;
	uint64_t *set;

	while (cap < own->n * 2)
		cap *= 2;
	set = pf_xcalloc(cap, sizeof(*set));
	for (size_t i = 0; i < own->n; i++) {
		uint64_t hash = own->v[i].hash | 1; /* 0 marks an empty place */
		size_t at = (size_t)(hash >> 20) & (cap - 1);

		while (set[at] && set[at] != hash)
			at = (at + 1) & (cap - 1);
		if (set[at] && !repeated++ && first)
			*first = (struct pf_range){own->v[i].begin, own->v[i].end};
		set[at] = hash;
	}
	free(set);
	return repeated;
}
