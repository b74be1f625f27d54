/* Sums that hold: a shown product or sum, and parts with their total in one sentence. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "consistency.h"
#include "origin.h"
#include "things.h"

struct tally {
	size_t all, good;
	struct pf_range first; /* the first sum, right or wrong */
};

/* The words of the sum and what it comes to, written as the reader writes it. */
static void count(const struct pf_view *view, struct pf_judgement *j, struct tally *t,
		  struct pf_range whole, double result, const struct pf_quant *stated)
{
	struct pf_place_found *place;
	struct pf_quant sum = *stated;

	if (!t->all++)
		t->first = whole;
	if (fabs(result - stated->value) <= 0.05 * fmax(fabs(result), fabs(stated->value)) + 1e-9) {
		t->good++;
		return;
	}
	place = pf_judge_place(j, whole);
	if (!place)
		return;
	sum.kind = sum.base;
	sum.value = sum.high = result;
	pf_view_words(view, whole, place->value, sizeof(place->value));
	pf_quant_text(&sum, place->what, sizeof(place->what));
}

static void shown(const struct pf_view *view, struct pf_judgement *j, struct tally *t)
{
	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		struct pf_equation e;

		if (pf_equation_at(view, i, &e))
			count(view, j, t, (struct pf_range){view->quants->v[e.first].begin, q->end},
			      e.holds ? q->value : e.result, q);
	}
}

/* What makes an amount beside a total something else than a part of it. */
static bool explains(const struct pf_view *view, const struct pf_sentence *s)
{
	static const char *const words[] = {
		"each",  "per",    "tax",       "vat",     "under", "below", "cap",
		"limit", "budget", "including", "which",   "save",  "earn",  "from",
		"than",  "saves",  "over",      "instead", "times", "x",     "=",
		"+",     "if",     "against",   "first",   "left",  "year",  "month",
		"week",  "other",  "rest",      "with",    "minus", "less",  NULL};

	for (uint32_t i = s->first; i < s->last; i++)
		for (const char *const *w = words; *w; w++)
			if (pf_slice_equal_nocase(pf_slice_cut(view->text, view->tokens->v[i].begin,
							       view->tokens->v[i].end),
						  pf_slice_of(*w)))
				return true;
	return false;
}

/* "A for x, B for y and C for z, D in all": D, when all of them are plain amounts of one currency.
 */
static void totals(const struct pf_view *view, struct pf_judgement *j, struct tally *t, size_t s)
{
	const struct pf_quant_sentence *qs = &view->quants->sentences.v[s];
	struct pf_hits hits;
	const struct pf_quant *total = NULL;
	double sum = 0;

	if (qs->n < 3 || qs->n > 12)
		return;
	hits = pf_view_hits(view, pf_list_named(view, "totals"), pf_sentence_range(view, s));
	if (hits.n != 1 || explains(view, &view->tokens->sentences.v[s]))
		return;
	for (size_t i = qs->first; i < qs->first + qs->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		uint32_t gap = q->first >= hits.v[0].last ? q->first - hits.v[0].last
							  : hits.v[0].first - q->last;

		if (q->kind != PF_QUANT_MONEY || q->per[0] ||
		    strcmp(q->unit, view->quants->v[qs->first].unit))
			return;
		sum += q->value;
		if (gap <= 1 && (i == qs->first || i + 1 == qs->first + qs->n))
			total = q;
	}
	if (total)
		count(view, j, t,
		      (struct pf_range){view->quants->v[qs->first].begin,
					view->quants->v[qs->first + qs->n - 1].end},
		      sum - total->value, total);
}

void pf_consistent_sums(const struct pf_view *view, struct pf_judgement *j)
{
	struct tally t = {0};

	shown(view, j, &t);
	for (size_t s = 0; s < view->quants->sentences.n; s++)
		totals(view, j, &t, s);
	if (!t.all) {
		pf_judge_owe(j, "no sum is shown");
		return;
	}
	pf_judge_credit(j, (double)t.good / (double)t.all,
			j->n_places ? j->places[0].span : t.first, "%zu of %zu sums hold", t.good,
			t.all);
}
