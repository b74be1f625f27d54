/* overlap: runs of five words shared with the skeleton, the prompt, or an earlier draft. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"

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
	size_t n;                    /* runs of the draft that stand in the other text too */
	struct pf_range here, there; /* the longest stretch of them */
};

/* Neighbouring runs that both texts have grow into one stretch; the longest is shown. */
static void grow(struct shared *out, const struct shingle *first, const struct shingle *last,
		 const struct shingle *there, uint32_t there_end)
{
	if (last->end - first->begin <= out->here.end - out->here.begin)
		return;
	out->here = (struct pf_range){first->begin, last->end};
	out->there = (struct pf_range){there->begin, there_end};
}

static struct shared compare_text(const struct shingles *own, struct pf_slice other)
{
	const struct shingle *first = NULL, *there = NULL;
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
	free(theirs.v);
	pf_tokens_release(&tokens);
	return out;
}

/* "line 12 of the skeleton: "..."": where the other text has it, in its own words. */
static void say_there(struct pf_place_found *place, struct pf_slice other, struct pf_range there,
		      const char *name)
{
	enum { QUOTED = 70 };
	struct pf_slice words = pf_slice_range(other, there);
	size_t line = 1, n;

	for (size_t i = 0; i < there.begin; i++)
		line += other.ptr[i] == '\n';
	n = (size_t)snprintf(place->what, sizeof(place->what), "line %zu of %.60s: \"", line, name);
	for (size_t i = 0; i < words.len && i < QUOTED; i++)
		place->what[n++] = words.ptr[i] >= 0 && words.ptr[i] < ' ' ? ' ' : words.ptr[i];
	place->what[n] = '\0';
	n = pf_utf8_valid(pf_slice_of(place->what));
	snprintf(place->what + n, sizeof(place->what) - n, "%s\"", words.len > QUOTED ? "..." : "");
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
		say_there(place, other, shared.there, name);
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
	for (size_t i = 0; p->with == PF_OVERLAP_PAST && i < c->n_past; i++) {
		char name[80] = "an earlier draft";

		if (c->past[i].id)
			snprintf(name, sizeof(name), "attempt %.30s", c->past[i].id);
		judge(view, p, &own, c->past[i].text, name, j);
	}
	free(own.v);
}
