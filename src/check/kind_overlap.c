/* overlap: runs of five words shared with the skeleton, the prompt, or an earlier draft. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "kinds.h"

#define RUN 5

struct shingles {
	struct shingle {
		uint64_t hash;
		uint32_t begin, end;
	} * v;
	size_t n, cap;
};

static void shingles_of(const struct pf_tokens *tokens, struct shingles *out)
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
		*PF_PUSH(out) = (struct shingle){hash, tokens->v[at[0]].begin, t->end};
	}
}

static int compare(const void *a, const void *b)
{
	const struct shingle *x = a, *y = b;

	return (x->hash > y->hash) - (x->hash < y->hash);
}

struct shared {
	size_t n;
	struct pf_range here, there;
};

static struct shared compare_text(const struct shingles *own, struct pf_slice other)
{
	struct pf_tokens tokens = {0};
	struct shingles theirs = {0};
	struct shared out = {0};

	pf_tokens_scan(&tokens, other, NULL, 0, NULL, 0);
	shingles_of(&tokens, &theirs);
	if (theirs.n)
		qsort(theirs.v, theirs.n, sizeof(*theirs.v), compare);
	for (size_t i = 0; i < own->n && theirs.n; i++) {
		const struct shingle *hit =
			bsearch(&own->v[i], theirs.v, theirs.n, sizeof(*theirs.v), compare);

		if (!hit)
			continue;
		if (!out.n++) {
			out.here = (struct pf_range){own->v[i].begin, own->v[i].end};
			out.there = (struct pf_range){hit->begin, hit->end};
		}
	}
	free(theirs.v);
	pf_tokens_release(&tokens);
	return out;
}

static void judge(const struct pf_view *view, const struct pf_params_overlap *p,
		  const struct shingles *own, struct pf_slice other, const char *name,
		  struct pf_judgement *worst)
{
	struct shared shared = compare_text(own, other);
	double share = own->n ? (double)shared.n / (double)own->n : 0;
	struct pf_judgement j = {0};
	struct pf_place_found *place;

	pf_judge_credit(&j, pf_ramp(share, p->none, p->full),
			shared.n ? shared.here : pf_view_opening(view), "%.0f %% of it is in %s",
			share * 100, name);
	j.n = share * 100;
	if (j.outcome != PF_OUTCOME_PASS) {
		place = pf_judge_place(&j, shared.here);
		snprintf(place->what, sizeof(place->what), "%s", name);
		pf_view_words(view, shared.here, place->value, sizeof(place->value));
	}
	if (worst->outcome == PF_OUTCOME_NOT_APPLICABLE || j.credit < worst->credit) {
		free(worst->places);
		*worst = j;
	} else {
		free(j.places);
	}
}

void pf_overlap_judge(const struct pf_view *view, const struct pf_rule *rule,
		      struct pf_judgement *j)
{
	const struct pf_params_overlap *p = &rule->params.overlap;
	const struct pf_check_context *c = view->context;
	struct shingles own = {0};

	pf_judge_skip(j, "nothing to compare with");
	if (view->tokens->words < 20 || (p->with == PF_OVERLAP_PAST && !c->n_past) ||
	    (p->with == PF_OVERLAP_SKELETON && !c->skeleton.len) ||
	    (p->with == PF_OVERLAP_PROMPT && !(c->prompt && c->prompt->text)))
		return;
	shingles_of(view->tokens, &own);
	if (p->with == PF_OVERLAP_SKELETON)
		judge(view, p, &own, c->skeleton, "the skeleton", j);
	else if (p->with == PF_OVERLAP_PROMPT)
		judge(view, p, &own, pf_slice_of(c->prompt->text), "the prompt", j);
	for (size_t i = 0; p->with == PF_OVERLAP_PAST && i < c->n_past; i++)
		judge(view, p, &own, c->past[i].text,
		      c->past[i].title ? c->past[i].title : "an earlier draft", j);
	free(own.v);
}
