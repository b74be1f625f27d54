/* Sums that hold: what is shown as a product or a sum, and all that adds up without a sign. */
#include <math.h>

#include "consistency.h"
#include "draft/equation.h"
#include "draft/quants.h"

static bool about(double a, double b)
{
	return fabs(a - b) <= 0.05 * fabs(b);
}

/* "20 people for nine months at $17,000 is $3.06M", "300 x 20 at three places x 40 minutes": what
 * was read as a factor and is none, or was not read as one, makes nobody's sum wrong. */
static bool holds_but_for_one(const struct pf_view *view, const struct pf_equation *e, double value)
{
	const struct pf_quant *v = view->quants->v;

	if (e->first &&
	    pf_quant_sentence(view, &v[e->first - 1]) == pf_quant_sentence(view, &v[e->first]) &&
	    about(e->result * v[e->first - 1].value, value))
		return true;
	for (size_t i = e->first; i + 1 < e->last; i++)
		if (v[i].value != 0 && about(e->result / v[i].value, value))
			return true;
	return false;
}

static void shown(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j)
{
	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		struct pf_equation e;

		if (pf_equation_at(view, i, &e))
			pf_tally_count(t, view, j,
				       (struct pf_range){view->quants->v[e.first].begin, q->end},
				       e.holds || holds_but_for_one(view, &e, q->value) ? q->value
											: e.result,
				       q);
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
