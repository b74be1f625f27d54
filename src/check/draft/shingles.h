/*
 * shingles.h - runs of five words of the draft: those another text has too, or it has twice.
 */
#ifndef PF_CHECK_SHINGLES_H
#define PF_CHECK_SHINGLES_H

#include "prfaq/text/shingles.h"

#include "view.h"

/* The runs of the draft's first PF_RUN_TOKENS tokens, where that is enough: the beginning tells as
 * well as the whole, and a book is long. Made once a draft; the view's. */
#define PF_RUN_TOKENS 30000
struct pf_own_runs {
	struct pf_shingles all;
	uint32_t *first; /* by run: the first of the same words; itself, where they are new */
};
const struct pf_shingles *pf_view_runs(const struct pf_view *view);
/* Those tokens; the view's. */
struct pf_tokens pf_view_run_tokens(const struct pf_view *view);
const uint32_t *pf_view_run_firsts(const struct pf_view *view);
void pf_own_runs_free(struct pf_own_runs *runs);

/* Runs of words by their hash, for the question whether a text has them: each where its hash says
 * or behind it. The caller frees the slots. */
struct pf_run_set {
	uint64_t *slots; /* 0: free */
	size_t mask;     /* so many slots and one, more than twice as many as runs */
};
struct pf_run_set pf_run_set_new(const struct pf_shingles *runs);
bool pf_run_set_has(const struct pf_run_set *set, uint64_t hash);

/* The runs of a text that drafts are held against, and where each of them is. */
struct pf_text_runs {
	struct pf_shingles all;
	uint32_t *slots; /* cap of them, a power of two: an index of `all`, one up; 0: free */
	size_t cap;
};
void pf_text_runs_of(const struct pf_tokens *tokens, struct pf_text_runs *out);
void pf_text_runs_release(struct pf_text_runs *runs);
bool pf_text_runs_has(const struct pf_text_runs *runs, uint64_t hash);

struct pf_shared_words {
	size_t n, of;                /* runs of `own` that are in the other text too, of so many */
	struct pf_range here, there; /* the longest stretch of them, in both */
};
struct pf_shared_words pf_runs_shared(const struct pf_tokens *own,
				      const struct pf_text_runs *theirs);
/* `known`: texts whose runs are known; NULL: none are. */
struct pf_shared_words pf_shingles_shared(const struct pf_tokens *own, struct pf_slice other,
					  const struct pf_known_runs *known);

/* How many of the draft's runs stood before; *first is the first that did. */
size_t pf_view_runs_repeated(const struct pf_view *view, struct pf_range *first);
/* Appends the bones of the draft: see prfaq/text/shingles.h. */
void pf_view_bones(const struct pf_view *view, struct pf_shingles *out);

#endif
