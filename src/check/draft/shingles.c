#include "shingles.h"

#include <stdlib.h>

#include "prfaq/base/mem.h"

struct pf_tokens pf_view_run_tokens(const struct pf_view *view)
{
	struct pf_tokens read = *view->tokens;

	if (read.n > PF_RUN_TOKENS)
		read.n = PF_RUN_TOKENS;
	return read;
}

const struct pf_shingles *pf_view_runs(const struct pf_view *view)
{
	struct pf_tokens read = pf_view_run_tokens(view);

	if (!view->runs->v)
		pf_shingles_of(&read, view->runs);
	return view->runs;
}

/* A hash set of runs, with open addressing: linear in the text, which may be 16 MB of one sentence.
 */
struct runs {
	const struct pf_shingle **v; /* cap of them, a power of two; NULL: free */
	size_t cap;
};

static struct runs runs_new(size_t n)
{
	struct runs runs = {NULL, 16};

	while (runs.cap < n * 2)
		runs.cap *= 2;
	runs.v = pf_xcalloc(runs.cap, sizeof(*runs.v));
	return runs;
}

/* Where the same words are, or where they would go. */
static const struct pf_shingle **runs_at(const struct runs *runs, uint64_t hash)
{
	size_t at = (size_t)(hash >> 20) & (runs->cap - 1);

	while (runs->v[at] && runs->v[at]->hash != hash)
		at = (at + 1) & (runs->cap - 1);
	return &runs->v[at];
}

/* Neighbouring runs that both texts have grow into one stretch; the longest is shown. */
static void grow(struct pf_shared_words *out, struct pf_range here, struct pf_range there)
{
	if (here.end - here.begin <= out->here.end - out->here.begin)
		return;
	out->here = here;
	out->there = there;
}

struct pf_shared_words pf_shingles_shared(const struct pf_tokens *own, struct pf_slice other)
{
	const struct pf_shingle *there = NULL; /* where the stretch under way begins there, */
	uint32_t begin = 0;                    /* and here */
	struct pf_shingle_walk walk = {0};
	struct pf_shingle run;
	struct pf_tokens tokens = {0};
	struct pf_shingles theirs = {0};
	struct pf_shared_words out = {0};
	struct runs runs;

	pf_tokens_scan(&tokens, other, NULL, 0, NULL, 0);
	pf_shingles_of(&tokens, &theirs);
	runs = runs_new(theirs.n);
	for (size_t i = theirs.n; i-- > 0;) /* of those that repeat the first is kept */
		*runs_at(&runs, theirs.v[i].hash) = &theirs.v[i];
	for (; pf_shingle_next(&walk, own, &run); out.of++) {
		const struct pf_shingle *hit = *runs_at(&runs, run.hash);

		if (!hit || (there && hit->begin < there->begin))
			there = NULL;
		if (!hit)
			continue;
		out.n++;
		if (!there) {
			begin = run.begin;
			there = hit;
		}
		grow(&out, (struct pf_range){begin, run.end},
		     (struct pf_range){there->begin, hit->end});
	}
	free(runs.v);
	pf_shingles_release(&theirs);
	pf_tokens_release(&tokens);
	return out;
}

size_t pf_shingles_repeated(const struct pf_shingles *own, struct pf_range *first)
{
	struct runs runs = runs_new(own->n);
	size_t repeated = 0;

	for (size_t i = 0; i < own->n; i++) {
		const struct pf_shingle **same = runs_at(&runs, own->v[i].hash);

		if (*same && !repeated++ && first)
			*first = (struct pf_range){own->v[i].begin, own->v[i].end};
		*same = &own->v[i];
	}
	free(runs.v);
	return repeated;
}

void pf_view_bones(const struct pf_view *view, struct pf_shingles *out)
{
	bool *small = pf_xcalloc(view->tokens->n + 1, sizeof(*small));

	for (size_t i = 0; i < view->tokens->n; i++)
		small[i] = view->tokens->v[i].kind == PF_TOKEN_WORD && pf_view_is_stop(view, i);
	pf_shingles_of_bones(view->text, view->tokens, small, out);
	free(small);
}
