/*
 * Whether the page is the model answer with other words in it. Small words and numbers are the
 * skeleton of a text: two people who write on one prompt share little of it, a copy keeps it
 * whatever was put in the place of the nouns. A copy in which only some words were exchanged has
 * whole stretches of the model besides, with strange words patched in between; one that was
 * shuffled has them in another order.
 */
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "draft/brief.h"
#include "gates.h"

static int by_hash(const void *a, const void *b)
{
	const struct pf_shingle *x = a, *y = b;

	return (x->hash > y->hash) - (x->hash < y->hash);
}

static int by_hash_and_place(const void *a, const void *b)
{
	const struct pf_shingle *x = a, *y = b;
	int by = by_hash(a, b);

	return by ? by : (x->begin > y->begin) - (x->begin < y->begin);
}

/* The same run in the model: the next one from byte `from` on, else the last; NULL when there is
 * none. `theirs` is in the order of by_hash_and_place. */
static const struct pf_shingle *same_run(const struct pf_shingles *theirs,
					 const struct pf_shingle *run, uint32_t from)
{
	const struct pf_shingle *same =
		bsearch(run, theirs->v, theirs->n, sizeof(*theirs->v), by_hash);
	const struct pf_shingle *end = theirs->v + theirs->n;

	while (same && same > theirs->v && same[-1].hash == run->hash)
		same--;
	while (same && same->begin < from && same + 1 < end && same[1].hash == run->hash)
		same++;
	return same;
}

/* What part of the page's skeleton is the model's. */
static double shared_skeleton(const struct pf_view *view)
{
	struct pf_shingles own = {0};
	size_t n = 0;
	double part;

	pf_view_bones(view, &own);
	for (size_t i = 0; i < own.n; i++)
		n += pf_run_set_has(&view->brief->bones, own.v[i].hash);
	part = own.n ? (double)n / (double)own.n : 0;
	pf_shingles_release(&own);
	return part;
}

/* What part of the page's words that carry a topic the model has too. */
static double shared_words(const struct pf_view *view)
{
	size_t all = 0, shared = 0;

	for (size_t i = 0; i < view->tokens->n; i++) {
		if (view->tokens->v[i].kind != PF_TOKEN_WORD || pf_view_is_stop(view, i))
			continue;
		all++;
		shared += pf_stems_has(&view->brief->model_words, pf_view_stem(view, i));
	}
	return all ? (double)shared / (double)all : 1;
}

#define COPIED 0.35 /* of the runs of five words; who has read the model shares 0.22 at most */
#define PATCHES \
	5.0 /* in 1,000 words; a copy that was only cut has none, one of another order has 30 */
#define PATCH_WORDS 12u /* so many strange words in a row are a passage of its own */

static int by_value(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The hashes of the model's words, sorted; the caller frees. */
static uint32_t *words_of(const struct pf_tokens *model)
{
	uint32_t *words = pf_xcalloc(model->n + 1, sizeof(*words));

	for (size_t i = 0; i < model->n; i++)
		words[i] = model->v[i].hash;
	qsort(words, model->n, sizeof(*words), by_value);
	return words;
}

/* Between two stretches of the model stand a few words of which one is not the model's. */
static bool is_patch(const struct pf_view *view, struct pf_range between, const uint32_t *words,
		     size_t n_words)
{
	size_t n = 0;
	bool strange = false;

	for (size_t i = pf_tokens_at(view->tokens, between.begin);
	     i < view->tokens->n && view->tokens->v[i].begin < between.end; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind == PF_TOKEN_SIGN)
			continue;
		n++;
		strange = strange || (t->kind == PF_TOKEN_WORD &&
				      !bsearch(&t->hash, words, n_words, sizeof(*words), by_value));
	}
	return strange && n <= PATCH_WORDS;
}

/* How often the page leaves the model's words for some of its own, or goes back in them, by 1,000
 * words of the page. */
static double patches(const struct pf_view *view)
{
	const struct pf_tokens *model = &view->brief->model;
	const struct pf_shingles *own = pf_view_runs(view);
	struct pf_shingles theirs = {0};
	uint32_t *words = words_of(model), end = 0, there = 0;
	size_t n = 0;

	pf_shingles_of(model, &theirs);
	qsort(theirs.v, theirs.n, sizeof(*theirs.v), by_hash_and_place);
	for (size_t i = 0; i < own->n; i++) {
		const struct pf_shingle *run = &own->v[i];
		const struct pf_shingle *same = same_run(&theirs, run, there);

		if (!same)
			continue;
		n += same->begin < there ||
		     (end && run->begin > end &&
		      is_patch(view, (struct pf_range){end, run->begin}, words, model->n));
		end = run->end;
		there = same->begin;
	}
	free(words);
	pf_shingles_release(&theirs);
	return 1000.0 * (double)n / (double)view->tokens->words;
}

/* How much of the page the model has word for word. */
static double copied(const struct pf_view *view)
{
	struct pf_tokens own = pf_view_run_tokens(view);
	struct pf_shared_words shared = pf_runs_shared(&own, &view->brief->as_told);

	return shared.of ? (double)shared.n / (double)shared.of : 0;
}

static void judge_own_model(const struct pf_view *view, const struct pf_params_gate *p,
			    struct pf_judgement *j)
{
	double bones = shared_skeleton(view), same = copied(view), patched, words;

	patched = same > COPIED && pf_view_runs(view)->n >= PF_COPY_RUNS ? patches(view) : 0;
	words = bones > p->full ? shared_words(view) : 1;
	j->n = 100 * bones;
	if (patched >= PATCHES)
		pf_judge_credit(j, words < p->none ? 0 : PF_COPY_CAP, pf_view_opening(view),
				"%.0f %% of it is the model answer word for word, with other words "
				"put in, or in another order, at %.0f places of 1,000",
				100 * same, patched);
	else if (pf_gate_is_anothers(view, same))
		pf_judge_credit(
			j, words < p->none ? 0 : PF_COPY_CAP, pf_view_opening(view),
			"it is the model answer of another prompt, with other words put in");
	else
		pf_judge_credit(j, words < p->none ? 0 : 1, pf_view_opening(view),
				"%.0f %% of its small words and numbers stand as in the model "
				"answer, and %.0f %% of its other words",
				j->n, 100 * words);
}

void pf_gate_not_model(const struct pf_view *view, const struct pf_params_gate *p,
		       struct pf_judgement *j)
{
	if (view->context->drill)
		pf_judge_skip(j, "one part is drilled");
	else if (view->context->prompt && view->context->prompt->model)
		judge_own_model(view, p, j);
	else if (view->context->known)
		pf_gate_known(view, p, j);
	else
		pf_judge_skip(j, "there is no model answer");
}
