/* Sums that hold: what is shown as a product or a sum, and all that adds up without a sign. */
#include "consistency.h"
#include "draft/equation.h"

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
