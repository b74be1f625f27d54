/*
 * Whether the page is the model answer with other words in it. Small words and numbers are the
 * skeleton of a text: two people who write on one prompt share little of it, a copy keeps it
 * whatever was put in the place of the nouns.
 */
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "draft/shingles.h"
#include "gates.h"

#define ANY_WORD 1u

/* Runs of the text in which every word that carries a topic is the same. */
static void skeleton_of(struct pf_slice text, const struct pf_tokens *tokens,
			struct pf_shingles *out)
{
	struct pf_tokens bare = *tokens;

	bare.v = pf_xcalloc(tokens->n + 1, sizeof(*bare.v));
	for (size_t i = 0; i < tokens->n; i++) {
		const struct pf_token *t = &tokens->v[i];

		bare.v[i] = *t;
		if (t->kind == PF_TOKEN_WORD &&
		    !pf_is_stop_word(pf_slice_cut(text, t->begin, t->end)))
			bare.v[i].hash = ANY_WORD;
	}
	pf_shingles_of(&bare, out);
	free(bare.v);
}

static int by_hash(const void *a, const void *b)
{
	const struct pf_shingle *x = a, *y = b;

	return (x->hash > y->hash) - (x->hash < y->hash);
}

/* What part of the page's skeleton is the model's. */
static double shared_skeleton(const struct pf_view *view, const struct pf_tokens *model)
{
	struct pf_shingles own = {0}, theirs = {0};
	size_t n = 0;
	double part;

	skeleton_of(view->text, view->tokens, &own);
	skeleton_of(pf_slice_of(view->context->prompt->model), model, &theirs);
	if (theirs.n)
		qsort(theirs.v, theirs.n, sizeof(*theirs.v), by_hash);
	for (size_t i = 0; i < own.n && theirs.n; i++)
		n += bsearch(&own.v[i], theirs.v, theirs.n, sizeof(*theirs.v), by_hash) != NULL;
	part = own.n ? (double)n / (double)own.n : 0;
	pf_shingles_release(&own);
	pf_shingles_release(&theirs);
	return part;
}

/* What part of the page's words that carry a topic the model has too. */
static double shared_words(const struct pf_view *view)
{
	struct pf_stems model = {0};
	size_t all = 0, shared = 0;

	pf_view_text_stems(view, pf_slice_of(view->context->prompt->model), &model);
	for (size_t i = 0; i < view->tokens->n; i++) {
		if (view->tokens->v[i].kind != PF_TOKEN_WORD || pf_view_is_stop(view, i))
			continue;
		all++;
		shared += pf_stems_has(&model, pf_view_stem(view, i));
	}
	pf_stems_release(&model);
	return all ? (double)shared / (double)all : 1;
}

void pf_gate_not_model(const struct pf_view *view, const struct pf_params_gate *p,
		       struct pf_judgement *j)
{
	struct pf_tokens model = {0};
	double bones, words;

	if (!view->context->prompt || !view->context->prompt->model || view->context->drill) {
		pf_judge_skip(j, "there is no model answer");
		return;
	}
	pf_tokens_scan(&model, pf_slice_of(view->context->prompt->model), NULL, 0, NULL, 0);
	bones = shared_skeleton(view, &model);
	pf_tokens_release(&model);
	words = bones > p->full ? shared_words(view) : 1;
	j->n = 100 * bones;
	pf_judge_credit(j, words < p->none ? 0 : 1, pf_view_opening(view),
			"%.0f %% of its small words and numbers stand as in the model answer, and "
			"%.0f %% of its other words",
			j->n, 100 * words);
}
