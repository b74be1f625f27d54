#include "prfaq/text/shingles.h"

#include <stdlib.h>

#include "prfaq/base/mem.h"
#include "prfaq/text/stem.h"

#define ANY_WORD 1u

void pf_shingles_of(const struct pf_tokens *tokens, struct pf_shingles *out)
{
	struct pf_shingle_walk walk = {0};
	struct pf_shingle shingle;

	PF_RESERVE(out, out->n + tokens->n);
	while (pf_shingle_next(&walk, tokens, &shingle))
		*PF_PUSH(out) = shingle;
}

void pf_shingles_of_bones(struct pf_slice text, const struct pf_tokens *tokens, const bool *small,
			  struct pf_shingles *out)
{
	struct pf_tokens bare = *tokens;

	bare.v = pf_xcalloc(tokens->n + 1, sizeof(*bare.v));
	for (size_t i = 0; i < tokens->n; i++) {
		const struct pf_token *t = &tokens->v[i];

		bare.v[i] = *t;
		if (t->kind == PF_TOKEN_WORD &&
		    !(small ? small[i] : pf_is_stop_word(pf_slice_cut(text, t->begin, t->end))))
			bare.v[i].hash = ANY_WORD;
	}
	pf_shingles_of(&bare, out);
	free(bare.v);
}

void pf_shingles_release(struct pf_shingles *shingles)
{
	free(shingles->v);
	*shingles = (struct pf_shingles){0};
}

const struct pf_known_text *pf_known_text(const struct pf_known_runs *known, struct pf_slice text)
{
	for (size_t i = 0; known && i < known->n_texts; i++)
		if (pf_slice_equal(known->texts[i].text, text))
			return &known->texts[i];
	return NULL;
}

bool pf_known_kept(uint64_t hash)
{
	return (hash >> 24 & 3) == 0;
}

uint32_t pf_known_key(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

/* Keys are hashes, and so lie evenly: about where one is its value tells, and from there on it is a
 * few steps. */
const struct pf_known_run *pf_known_find(const struct pf_known_run *known, size_t n, uint64_t hash)
{
	uint32_t key = pf_known_key(hash);
	size_t at = (size_t)((uint64_t)key * n >> 32);

	while (at && known[at - 1].key >= key)
		at--;
	while (at < n && known[at].key < key)
		at++;
	return at < n && known[at].key == key ? &known[at] : NULL;
}

struct pf_known_share pf_known_share(const struct pf_known_run *known, size_t n,
				     const struct pf_shingles *own)
{
	size_t all = 0, any = 0, most = 0, of[PF_KNOWN_MODELS] = {0};

	for (size_t i = 0; i < own->n; i++) {
		const struct pf_known_run *same;

		if (!pf_known_kept(own->v[i].hash))
			continue;
		all++;
		same = pf_known_find(known, n, own->v[i].hash);
		any += same != NULL;
		for (size_t k = 0; same && k < PF_KNOWN_MODELS; k++)
			of[k] += same->texts >> k & 1;
	}
	for (size_t k = 0; k < PF_KNOWN_MODELS; k++)
		most = of[k] > most ? of[k] : most;
	return all ? (struct pf_known_share){(double)any / (double)all, (double)most / (double)all}
		   : (struct pf_known_share){0, 0};
}
