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

	if (!view->runs->all.v)
		pf_shingles_of(&read, &view->runs->all);
	return &view->runs->all;
}

void pf_own_runs_free(struct pf_own_runs *runs)
{
	if (!runs)
		return;
	pf_shingles_release(&runs->all);
	free(runs->first);
	free(runs);
}

/* A hash set of runs, with open addressing: linear in the text, which may be 16 MB of one sentence.
 */
/* Where the run is, or where it would go. */
static uint64_t *slot_of(const struct pf_run_set *set, uint64_t hash)
{
	size_t at = hash >> 32 & set->mask;

	while (set->slots[at] && set->slots[at] != hash)
		at = (at + 1) & set->mask;
	return &set->slots[at];
}

struct pf_run_set pf_run_set_new(const struct pf_shingles *runs)
{
	struct pf_run_set set = {NULL, 15};

	while (set.mask < 2 * runs->n)
		set.mask = 2 * set.mask + 1;
	set.slots = pf_xcalloc(set.mask + 1, sizeof(*set.slots));
	for (size_t i = 0; i < runs->n; i++)
		*slot_of(&set, runs->v[i].hash) = runs->v[i].hash;
	return set;
}

bool pf_run_set_has(const struct pf_run_set *set, uint64_t hash)
{
	return *slot_of(set, hash) != 0;
}

struct runs {
	const struct pf_shingle *v;
	uint32_t *slots; /* cap of them, a power of two: an index of v, one up; 0: free */
	size_t cap;
};

static struct runs runs_new(const struct pf_shingle *v, size_t n)
{
	struct runs runs = {v, NULL, 16};

	while (runs.cap < n * 2)
		runs.cap *= 2;
	runs.slots = pf_xcalloc(runs.cap, sizeof(*runs.slots));
	return runs;
}

/* Where the same words are, or where they would go. */
static uint32_t *runs_at(const struct runs *runs, uint64_t hash)
{
	size_t at = (size_t)(hash >> 20) & (runs->cap - 1);

	while (runs->slots[at] && runs->v[runs->slots[at] - 1].hash != hash)
		at = (at + 1) & (runs->cap - 1);
	return &runs->slots[at];
}

const uint32_t *pf_view_run_firsts(const struct pf_view *view)
{
	const struct pf_shingles *own = pf_view_runs(view);
	struct runs runs;

	if (view->runs->first)
		return view->runs->first;
	view->runs->first = pf_xmalloc((own->n + 1) * sizeof(*view->runs->first));
	runs = runs_new(own->v, own->n);
	for (uint32_t i = 0; i < own->n; i++) {
		uint32_t *same = runs_at(&runs, own->v[i].hash);

		*same = *same ? *same : i + 1;
		view->runs->first[i] = *same - 1;
	}
	free(runs.slots);
	return view->runs->first;
}

size_t pf_view_runs_repeated(const struct pf_view *view, struct pf_range *first)
{
	const struct pf_shingles *own = pf_view_runs(view);
	const uint32_t *firsts = pf_view_run_firsts(view);
	size_t repeated = 0;

	for (size_t i = 0; i < own->n; i++)
		if (firsts[i] != i && !repeated++)
			*first = (struct pf_range){own->v[i].begin, own->v[i].end};
	return repeated;
}

/* Neighbouring runs that both texts have grow into one stretch; the longest is shown. */
static void grow(struct pf_shared_words *out, struct pf_range here, struct pf_range there)
{
	if (here.end - here.begin <= out->here.end - out->here.begin)
		return;
	out->here = here;
	out->there = there;
}

/* Of those that repeat the first is kept. */
static struct runs runs_of(const struct pf_shingle *v, size_t n)
{
	struct runs runs = runs_new(v, n);

	for (uint32_t i = (uint32_t)n; i-- > 0;)
		*runs_at(&runs, v[i].hash) = i + 1;
	return runs;
}

static struct pf_shared_words shared_with(const struct pf_tokens *own, const struct runs *theirs)
{
	const struct pf_shingle *there = NULL; /* where the stretch under way begins there, */
	uint32_t begin = 0;                    /* and here */
	struct pf_shingle_walk walk = {0};
	struct pf_shingle run;
	struct pf_shared_words out = {0};

	for (; pf_shingle_next(&walk, own, &run); out.of++) {
		uint32_t at = *runs_at(theirs, run.hash);
		const struct pf_shingle *hit = at ? &theirs->v[at - 1] : NULL;

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
	return out;
}

void pf_text_runs_of(const struct pf_tokens *tokens, struct pf_text_runs *out)
{
	struct runs runs;

	pf_shingles_of(tokens, &out->all);
	runs = runs_of(out->all.v, out->all.n);
	out->slots = runs.slots;
	out->cap = runs.cap;
}

void pf_text_runs_release(struct pf_text_runs *runs)
{
	pf_shingles_release(&runs->all);
	free(runs->slots);
	*runs = (struct pf_text_runs){0};
}

static struct runs runs_in(const struct pf_text_runs *text)
{
	return (struct runs){text->all.v, text->slots, text->cap};
}

bool pf_text_runs_has(const struct pf_text_runs *text, uint64_t hash)
{
	struct runs runs = runs_in(text);

	return *runs_at(&runs, hash) != 0;
}

struct pf_shared_words pf_runs_shared(const struct pf_tokens *own,
				      const struct pf_text_runs *theirs)
{
	struct runs runs = runs_in(theirs);

	return shared_with(own, &runs);
}

struct pf_shared_words pf_shingles_shared(const struct pf_tokens *own, struct pf_slice other,
					  const struct pf_known_runs *known)
{
	const struct pf_known_text *text = pf_known_text(known, other);
	struct pf_tokens tokens = {0};
	struct pf_text_runs read = {0};
	struct pf_shared_words out;

	if (text) {
		struct runs runs = runs_of(text->runs, text->n_runs);

		out = shared_with(own, &runs);
		free(runs.slots);
		return out;
	}
	pf_tokens_scan(&tokens, other, NULL, 0, NULL, 0);
	pf_text_runs_of(&tokens, &read);
	out = pf_runs_shared(own, &read);
	pf_text_runs_release(&read);
	pf_tokens_release(&tokens);
	return out;
}

void pf_view_bones(const struct pf_view *view, struct pf_shingles *out)
{
	bool *small = pf_xcalloc(view->tokens->n + 1, sizeof(*small));

	for (size_t i = 0; i < view->tokens->n; i++)
		small[i] = view->tokens->v[i].kind == PF_TOKEN_WORD && pf_view_is_stop(view, i);
	pf_shingles_of_bones(view->text, view->tokens, small, out);
	free(small);
}
