/*
 * shingles.h - runs of five words, to find the same words in two texts; and texts that are known.
 *
 * The *bones* of a text are its runs with every word that carries a topic made the same: they stay
 * when its nouns are exchanged.
 */
#ifndef PRFAQ_TEXT_SHINGLES_H
#define PRFAQ_TEXT_SHINGLES_H

#include "prfaq/text/token.h"

struct pf_shingle {
	uint64_t hash;
	uint32_t begin, end; /* bytes of the run */
};

/* In order of place; zeroed is valid. */
struct pf_shingles {
	struct pf_shingle *v;
	size_t n, cap;
};

#define PF_SHINGLE_WORDS 5u
#define PF_SHINGLE_BASE  UINT64_C(0x9E3779B97F4A7C15) /* a run is a number to this base */

/* A walk over the runs of tokens; begins zeroed. */
struct pf_shingle_walk {
	size_t at;                                    /* the next token */
	uint64_t hash;                                /* of the last words, */
	const struct pf_token *run[PF_SHINGLE_WORDS]; /* which are these */
	size_t n;                                     /* and where the oldest is of them */
};

/* The next run, signs left out; false when there is none. */
static inline bool pf_shingle_next(struct pf_shingle_walk *w, const struct pf_tokens *tokens,
				   struct pf_shingle *out)
{
	const uint64_t first_place =
		PF_SHINGLE_BASE * PF_SHINGLE_BASE * PF_SHINGLE_BASE * PF_SHINGLE_BASE;

	while (w->at < tokens->n) {
		const struct pf_token *t = &tokens->v[w->at++], **oldest = &w->run[w->n];

		if (t->kind == PF_TOKEN_SIGN)
			continue;
		if (*oldest)
			w->hash -= (*oldest)->hash * first_place;
		w->hash = w->hash * PF_SHINGLE_BASE + t->hash;
		*oldest = t;
		w->n = w->n + 1 < PF_SHINGLE_WORDS ? w->n + 1 : 0;
		if (!w->run[w->n])
			continue;
		*out = (struct pf_shingle){w->hash, w->run[w->n]->begin, t->end};
		return true;
	}
	return false;
}

/* Appends the runs of the tokens, signs left out. */
void pf_shingles_of(const struct pf_tokens *tokens, struct pf_shingles *out);
/* Appends the bones. `small`: by token, whether it is a word without a topic; NULL: looked up. */
void pf_shingles_of_bones(struct pf_slice text, const struct pf_tokens *tokens, const bool *small,
			  struct pf_shingles *out);
void pf_shingles_release(struct pf_shingles *shingles);

/*
 * Texts that are known before any draft is read, made by the build: so many of a draft's runs stand
 * in them. One run in four is kept, chosen by its hash: that tells the share as well.
 */
#define PF_KNOWN_MODELS 31u                 /* texts that are told apart: bit 0 to 30 */
#define PF_KNOWN_BRIEFS (UINT32_C(1) << 31) /* and all the others, as one */

struct pf_known_runs {
	const struct pf_known_run {
		uint32_t key;
		uint32_t texts; /* bits of those it stands in */
	} * runs, *bones;       /* in order of the key, each once */
	size_t n_runs, n_bones;
	/* Texts that drafts begin from, with all their runs: they need not be read for each. */
	const struct pf_known_text {
		struct pf_slice text;
		const struct pf_shingle *runs;
		size_t n_runs;
	} * texts;
	size_t n_texts;
};

/* The known text of the same bytes, or NULL; `known` may be NULL. */
const struct pf_known_text *pf_known_text(const struct pf_known_runs *known, struct pf_slice text);

/* Whether runs of this hash are kept at all, and what they are kept under. */
bool pf_known_kept(uint64_t hash);
uint32_t pf_known_key(uint64_t hash);

/* The known run of this hash, or NULL; `n` runs. */
const struct pf_known_run *pf_known_find(const struct pf_known_run *known, size_t n, uint64_t hash);

/* What part of the shingles stands in known texts. */
struct pf_known_share {
	double any; /* in any of them */
	double one; /* in the one that has most */
};
struct pf_known_share pf_known_share(const struct pf_known_run *known, size_t n,
				     const struct pf_shingles *own);

#endif
