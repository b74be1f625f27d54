/*
 * shingles.h - runs of five words, to find the same words in two texts or twice in one.
 */
#ifndef PF_CHECK_SHINGLES_H
#define PF_CHECK_SHINGLES_H

#include "view.h"

struct pf_shingle {
	uint64_t hash;
	uint32_t begin, end; /* bytes of the run */
};

/* In order of place; zeroed is valid. */
struct pf_shingles {
	struct pf_shingle *v;
	size_t n, cap;
};

/* Appends the runs of the tokens, signs left out. */
void pf_shingles_of(const struct pf_tokens *tokens, struct pf_shingles *out);
void pf_shingles_release(struct pf_shingles *shingles);

/* The runs of the draft's first PF_RUN_TOKENS tokens, where that is enough: the beginning tells as
 * well as the whole, and a book is long. Made once a draft; the view's. */
#define PF_RUN_TOKENS 30000
const struct pf_shingles *pf_view_runs(const struct pf_view *view);

struct pf_shared_words {
	size_t n;                    /* runs of `own` that are in the other text too */
	struct pf_range here, there; /* the longest stretch of them, in both */
};
struct pf_shared_words pf_shingles_shared(const struct pf_shingles *own, struct pf_slice other);

/* Runs that stood before; *first (may be NULL) is the first that does. */
size_t pf_shingles_repeated(const struct pf_shingles *own, struct pf_range *first);

#endif
