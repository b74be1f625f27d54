/* The needs of quantified: whether the numbers of a range are of the sort that is asked for. */
#include "needs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "draft/quants.h"
#include "draft/words.h"
#include "kinds.h"

#define BESIDE 16 /* numbers of one item that are held against each other */

/* "One list in place of twenty": what it replaces is counted, though it is no amount. */
static bool stands_in_place_of(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const places[] = {"place", "instead", NULL};

	return q->first >= 2 && PF_TOKEN_IS(view, q->first - 1, "of") &&
	       pf_token_among(view, q->first - 2, places);
}

/* "25 minutes instead of 74", "9 days, not 11 weeks": the same thing counted twice, and a word that
 * sets one against the other, or a table that sets them side by side. */
static bool contrasted(const struct pf_view *view, struct pf_range range, size_t first, size_t last,
		       size_t i)
{
	const struct pf_quant *a = &view->quants->v[i];

	if (pf_quant_is_date(a) || (!pf_view_has(view, PF_LIST_contrast, range) &&
				    pf_range_empty(pf_row_at(view, range.begin))))
		return false;
	if (stands_in_place_of(view, a))
		return true;
	for (size_t k = first; k < last && k < first + BESIDE; k++) {
		const struct pf_quant *b = &view->quants->v[k];

		if (k == i || pf_quant_is_date(b) || a->value == b->value)
			continue;
		if (!strcmp(a->unit, b->unit) ||
		    (a->base == PF_QUANT_DURATION && b->base == PF_QUANT_DURATION) ||
		    (b->base == PF_QUANT_NUMBER && !b->unit[0] && k > i))
			return true;
	}
	return false;
}

bool pf_is_compared(const struct pf_view *view, struct pf_range range)
{
	static const char *const than[] = {"fewer",  "less",    "faster",  "quicker", "saved",
					   "save",   "saves",   "shorter", "lower",   "down",
					   "sooner", "earlier", "cheaper", "within",  "under",
					   "at",     NULL};

	return pf_range_any(view, range, than);
}

/* "Claims paid within 24 hours", and the table gives today's share of them; "€300 saved for a
 * leak", and the problem says what a leak costs. Today's value need not be said again. */
static bool is_known_today(const struct pf_view *view, struct pf_range range, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	if (pf_quant_is_date(q) || !pf_is_compared(view, range))
		return false;
	for (size_t i = 0; i < view->parts->metrics.n && i < PF_METRICS_HELD; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (m->baseline != PF_QUANT_NONE &&
		    pf_view_shared(view, range, m->whole) >=
			    (q->base == PF_QUANT_PERCENT ||
					     q->base == view->quants->v[m->baseline].base
				     ? 1
				     : 2))
			return true;
	}
	for (size_t i = 0; i < view->quants->n && i < PF_QUANTS_HELD; i++) {
		const struct pf_quant *p = &view->quants->v[i];

		if (p->base == q->base && p->base != PF_QUANT_PERCENT &&
		    pf_parts_at(view->parts, p->begin) == PF_PART_PROBLEM &&
		    (p->base == PF_QUANT_MONEY ||
		     pf_view_shared(view, range,
				    pf_sentence_range(view, pf_quant_sentence(view, p)))))
			return true;
	}
	return false;
}

bool pf_tells_speed(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	return (pf_quant_is_speed(q) || q->base == PF_QUANT_DURATION) &&
	       (!view->context->prompt || !pf_quant_needs_origin(q) ||
		view->origin[quant] != PF_ORIGIN_BARE);
}

/* "74 to 20 minutes": read as a range, but whoever names the larger end first tells a change. */
static bool falls(const struct pf_view *view, const struct pf_quant *q)
{
	const struct pf_token *first = &view->tokens->v[q->first];
	char number[32];

	snprintf(number, sizeof(number), "%.*s", (int)(first->end - first->begin),
		 view->text.ptr + first->begin);
	return q->kind == PF_QUANT_RANGE && first->kind == PF_TOKEN_NUMBER &&
	       strtod(number, NULL) == q->high && q->high > q->value;
}

/* "From 74 days to much less": today's value by itself is no gain. */
static bool leads_nowhere(const struct pf_view *view, const struct pf_quant *q)
{
	return q->role == PF_ROLE_BASELINE && q->pair == PF_QUANT_NONE &&
	       pf_quant_part(view, q) == PF_PART_BENEFITS;
}

/* "74 -> 21 days": a metric whose values are known by their place tells the change. */
static bool is_metric_change(const struct pf_view *view, size_t quant)
{
	for (size_t i = 0; i < view->parts->metrics.n && i < PF_METRICS_HELD; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (m->baseline == quant && m->target < view->quants->n && m->target != m->baseline)
			return view->origin[quant] != PF_ORIGIN_BARE;
	}
	return false;
}

/* Quantity i of [first, last), those of the range; `taken` is one that met a need before. */
static bool meets(const struct pf_view *view, enum pf_quantity_need need, struct pf_range range,
		  size_t first, size_t last, size_t i, size_t taken)
{
	const struct pf_quant *q = &view->quants->v[i];

	switch (need) {
	case PF_QNEED_ANY:
		return !leads_nowhere(view, q) &&
		       (pf_quant_proves(view, i) || pf_tells_speed(view, i) ||
			(q->unit[0] && contrasted(view, range, first, last, i)));
	case PF_QNEED_REACH: return pf_quant_proves(view, i) && pf_quant_is_reach(q);
	case PF_QNEED_AMOUNT: /* one number is not both how many and how much */
		return i != taken && pf_quant_proves(view, i) && pf_quant_is_amount(q);
	case PF_QNEED_PAIR:
		return (q->pair != PF_QUANT_NONE && pf_quant_proves(view, i) &&
			pf_quant_proves(view, q->pair)) ||
		       (falls(view, q) && pf_quant_proves(view, i)) ||
		       contrasted(view, range, first, last, i) || is_metric_change(view, i) ||
		       is_known_today(view, range, i);
	case PF_QNEED_DEADLINE: return pf_quant_is_date(q);
	}
	return false;
}

size_t pf_needs_met(const struct pf_view *view, const struct pf_ints *needs, struct pf_range range,
		    struct pf_range *at)
{
	size_t first, last, got = 0, taken = SIZE_MAX;

	pf_view_quants(view, range, &first, &last);
	for (size_t n = 0; n < needs->n; n++) {
		size_t i = first;

		while (i < last && !meets(view, (enum pf_quantity_need)needs->v[n], range, first,
					  last, i, taken))
			i++;
		if (i == last)
			continue;
		if (!got++)
			*at = pf_quant_span(&view->quants->v[i]);
		taken = i;
	}
	return got;
}
