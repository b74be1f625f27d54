/* Whether the page says something of its own, and says it once. */
#include <stdlib.h>

#include "prfaq/base/mem.h"

#include "draft/brief.h"
#include "flow/sentence.h"
#include "gates.h"

void pf_gate_own_words(const struct pf_view *view, const struct pf_params_gate *p,
		       struct pf_judgement *j)
{
	struct pf_tokens own = pf_view_run_tokens(view);
	struct pf_shared_words shared;
	double share;

	if (!view->context->prompt || view->context->drill) {
		pf_judge_skip(j, "there is no brief");
		return;
	}
	shared = pf_runs_shared(&own, &view->brief->shown);
	share = shared.of ? (double)shared.n / (double)shared.of : 0;
	j->n = 100 * share;
	pf_judge_credit(j, pf_ramp(share, p->none, p->full),
			shared.n ? shared.here : pf_view_opening(view),
			"%.0f %% of it is the brief, word for word", j->n);
}

#define MOULD_SENTENCES 10u /* fewer are like each other by chance */
#define MOULD_PARTS     6u  /* of which so many must be small words: */
#define MOULD_SMALL     3u
#define MOULDED_FULL    0.16 /* of the sentences repeat another's mould; honest pages have 0.06 */
#define MOULDED_NONE    0.28

struct mould {
	uint64_t hash;
	size_t sentence;
};

static int by_mould(const void *a, const void *b)
{
	const struct mould *x = a, *y = b;

	return x->hash != y->hash ? (x->hash > y->hash) - (x->hash < y->hash)
				  : (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

/* A sentence without its content: small words, and a mark for each run of others and of numbers.
 * 0 when that is too little to tell it by. */
static uint64_t mould_of(const struct pf_view *view, const struct pf_sentence *s)
{
	enum { WORDS = 1, NUMBERS };
	uint64_t hash = 0;
	uint32_t last = 0;
	size_t parts = 0, small = 0;

	for (uint32_t i = s->first; i < s->last; i++) {
		const struct pf_token *t = &view->tokens->v[i];
		bool stop = t->kind == PF_TOKEN_WORD && pf_view_is_stop(view, i);
		uint32_t part = stop                         ? t->hash
				: t->kind == PF_TOKEN_WORD   ? WORDS
				: t->kind == PF_TOKEN_NUMBER ? NUMBERS
							     : 0;

		if (!part || (part <= NUMBERS && part == last))
			continue;
		last = part;
		parts++;
		small += stop;
		hash = (hash ^ part) * UINT64_C(0x9E3779B97F4A7C15);
	}
	return parts >= MOULD_PARTS && small >= MOULD_SMALL ? hash | 1 : 0;
}

/* What part of the sentences was cast in the mould of another; *again: the first of them. */
static double moulded(const struct pf_view *view, struct pf_range *again)
{
	struct mould *v = pf_xcalloc(view->tokens->sentences.n + 1, sizeof(*v));
	size_t n = 0, same = 0, first = SIZE_MAX;

	for (size_t s = 0; s < view->tokens->sentences.n && n < 1000; s++) {
		if (!pf_flow_prose(view, s))
			continue;
		v[n] = (struct mould){mould_of(view, &view->tokens->sentences.v[s]), s};
		n += v[n].hash != 0;
	}
	qsort(v, n, sizeof(*v), by_mould);
	for (size_t i = 1; i < n; i++)
		if (v[i].hash == v[i - 1].hash) {
			same++;
			first = v[i].sentence < first ? v[i].sentence : first;
		}
	if (same)
		*again = pf_sentence_range(view, first);
	free(v);
	return n < MOULD_SENTENCES ? 0 : (double)same / (double)n;
}

void pf_gate_said_once(const struct pf_view *view, const struct pf_params_gate *p,
		       struct pf_judgement *j)
{
	const struct pf_shingles *own = pf_view_runs(view);
	struct pf_range again = {0, 0}, cast = {0, 0};
	double share, cast_again, mould;

	share = own->n ? (double)pf_view_runs_repeated(view, &again) / (double)own->n : 0;
	cast_again = moulded(view, &cast);
	mould = pf_ramp(cast_again, MOULDED_NONE, MOULDED_FULL);
	if (mould < pf_ramp(share, p->none, p->full)) {
		j->n = 100 * cast_again;
		pf_judge_credit(j, mould, cast,
				"%.0f %% of the sentences are another with other words in it",
				j->n);
		return;
	}
	j->n = 100 * share;
	pf_judge_credit(j, pf_ramp(share, p->none, p->full),
			pf_range_empty(again) ? pf_view_opening(view) : again,
			"%.0f %% of it was said before, word for word", j->n);
}
