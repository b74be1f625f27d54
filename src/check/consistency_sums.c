/* Sums that hold: what is shown as a product or a sum, and all that adds up without a sign. */
#include <math.h>

#include "consistency.h"
#include "equation.h"

void pf_tally_wrong(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j,
		    struct pf_range whole, double result, const struct pf_quant *like)
{
	struct pf_place_found *place = pf_judge_place(j, whole);
	struct pf_quant sum = *like;

	if (!t->all++)
		t->first = whole;
	if (!place)
		return;
	sum.kind = sum.base;
	sum.value = sum.high = result;
	pf_view_words(view, whole, place->value, sizeof(place->value));
	pf_quant_text(&sum, place->what, sizeof(place->what));
}

void pf_tally_count(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j,
		    struct pf_range whole, double result, const struct pf_quant *stated)
{
	double slack = 0.05 * fmax(fabs(result), fabs(stated->value)) + 1e-9;

	if (fabs(result - stated->value) > slack) {
		pf_tally_wrong(t, view, j, whole, result, stated);
		return;
	}
	if (!t->all++)
		t->first = whole;
	t->good++;
}

static void shown(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j)
{
	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		struct pf_equation e;

		if (pf_equation_at(view, i, &e))
			pf_tally_count(t, view, j,
				       (struct pf_range){view->quants->v[e.first].begin, q->end},
				       e.holds ? q->value : e.result, q);
	}
}

void pf_consistent_sums(const struct pf_view *view, struct pf_judgement *j)
{
	struct pf_tally t = {0};

	shown(&t, view, j);
	pf_tally_totals(&t, view, j);
	pf_tally_changes(&t, view, j);
	pf_tally_shares(&t, view, j);
	if (!t.all) {
		pf_judge_owe(j, "no sum is shown");
		return;
	}
	pf_judge_credit(j, (double)t.good / (double)t.all,
			j->n_places ? j->places[0].span : t.first, "%zu of %zu sums hold", t.good,
			t.all);
}
