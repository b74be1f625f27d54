/* origin: every number of the scope is given, derived, assumed, or (without a brief) cited. */
#include <math.h>
#include <string.h>

#include "draft/answers.h"
#include "draft/assumption.h"
#include "draft/maybe.h"
#include "draft/quants.h"
#include "draft/words.h"
#include "kinds.h"
#include "origins.h"

/* Nobody here can look it up: a name behind a number is worth little beside having counted. */
#define BORROWED_WORTH 0.1

static bool borrowed(const struct pf_view *view, size_t quant)
{
	size_t s = pf_quant_sentence(view, &view->quants->v[quant]);
	struct pf_range sentence = pf_sentence_range(view, s);

	return view->origin[quant] == PF_ORIGIN_CITED &&
	       pf_view_has(view, PF_LIST_authorities, sentence) &&
	       !pf_view_has(view, PF_LIST_own_evidence, sentence);
}

#define ASKED_ABOUT 2 /* whoever gives the source of two will look at the others */

/* The same amount again has the same answer. */
static bool asked(const struct pf_view *view, size_t quant, const struct pf_judgement *j)
{
	const struct pf_quant *q = &view->quants->v[quant];

	for (size_t i = 0; i < j->n_places; i++) {
		size_t k = pf_quants_at(view->quants, j->places[i].span.begin);

		if (view->quants->v[k].value == q->value &&
		    !strcmp(view->quants->v[k].unit, q->unit))
			return true;
	}
	return false;
}

static void ask(const struct pf_view *view, struct pf_judgement *j, size_t quant, const char *what)
{
	struct pf_range at = {view->quants->v[quant].begin, view->quants->v[quant].end};

	if (j->n_places >= ASKED_ABOUT || asked(view, quant, j) || !pf_origin_asked(view, quant))
		return;
	pf_judge_point(view, j, at, what);
}

static double worth_of(const struct pf_view *view, size_t quant)
{
	switch ((enum pf_origin)view->origin[quant]) {
	case PF_ORIGIN_BARE: return 0;
	case PF_ORIGIN_ASSUMED: return pf_assumption_worth(view->grounds[quant]);
	case PF_ORIGIN_CITED: return borrowed(view, quant) ? BORROWED_WORTH : 1;
	case PF_ORIGIN_GIVEN:
	case PF_ORIGIN_DERIVED: break;
	}
	return 1;
}

/* "Many of the 3,900": what is not said comes from nowhere, and cannot even be asked about. */
#define VAGUE_WORTH 1.5

/* The bare ones are named one by one; of labels that say no more one is enough. */
static void judge_each(const struct pf_view *view, const struct pf_params_origin *p,
		       struct pf_judgement *j)
{
	size_t all = 0, known = 0, labels = 0, label = 0;
	double worth = 0, vague = 0;
	struct pf_range first = {0, 0}, any = {0, 0};

	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		bool shown;

		if (!pf_scope_has(&p->parts, pf_quant_part(view, q)) || !pf_origin_claims(view, i))
			continue;
		if (!all++)
			any = (struct pf_range){q->begin, q->end};
		shown = pf_origin_shown(view, i);
		worth += shown ? 1 : worth_of(view, i);
		if (view->origin[i] == PF_ORIGIN_BARE && !shown) {
			ask(view, j, i, "it does not say where this number comes from");
			continue;
		}
		if (borrowed(view, i))
			ask(view, j, i,
			    "a name stands behind this number, and nothing you counted");
		if (!known++)
			first = pf_quant_span(q);
		if (!shown && view->origin[i] == PF_ORIGIN_ASSUMED &&
		    *pf_assumption_lacks(view->grounds[i]) && !labels++)
			label = i;
	}
	if (!all) {
		pf_judge_owe(j, "no number to ask about");
		return;
	}
	for (size_t i = 0; i < p->vague.n; i++)
		vague += VAGUE_WORTH * (double)pf_pattern_count(view, p->vague.v[i]);
	if (labels)
		ask(view, j, label, pf_assumption_lacks(view->grounds[label]));
	j->n = (double)(all - known);
	pf_judge_credit(j, worth / ((double)all + vague), known ? first : any,
			labels ? "%zu of %zu numbers have an origin, %zu of them only a label"
			       : "%zu of %zu numbers have an origin",
			known, all, labels);
	/* Whoever weighs every word of a page knows where its numbers come from: of 16 that were
	 * asked about on such pages readers found one worth it. */
	j->untold = j->outcome != PF_OUTCOME_PASS &&
		    (!j->n_places || (!view->context->prompt && pf_maybe_weighs(view)));
	if (j->n_places)
		pf_judge_next(j, "say where \"%s\" comes from", j->places[0].value);
}

void pf_origin_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	judge_each(view, &rule->params.origin, j);
}
