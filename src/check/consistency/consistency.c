/* What the checks of consistency share: a clash of two places, and the tally of sums. */
#include <math.h>

#include "consistency.h"

void pf_consistency_clash(const struct pf_view *view, struct pf_judgement *j, struct pf_range a,
			  struct pf_range b)
{
	struct pf_place_found *place;

	for (size_t i = 0; i < j->n_places; i++)
		if (j->places[i].span.begin == b.begin) /* told once */
			return;
	place = pf_judge_place(j, b);
	if (!place)
		return;
	place->other = a;
	pf_view_words(view, a, place->value, sizeof(place->value));
	pf_view_words(view, b, place->what, sizeof(place->what));
}

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
