/*
 * quants.h - what a rule asks of a quantity: what it measures, and whether it proves anything.
 */
#ifndef PF_CHECK_QUANTS_H
#define PF_CHECK_QUANTS_H

#include <assert.h>

#include "view.h"

void pf_view_place_quants(struct pf_view *view); /* of pf_view_init */
/* Quantities that begin in the range: [*first, *last). */
void pf_view_quants(const struct pf_view *view, struct pf_range range, size_t *first, size_t *last);

/* Where a quantity of the view stands, found once for all that ask. */
static inline struct pf_quant_place pf_quant_place(const struct pf_view *view,
						   const struct pf_quant *q)
{
	assert((size_t)(q - view->quants->v) < view->quants->n);
	return view->quant_places[q - view->quants->v];
}

static inline size_t pf_quant_sentence(const struct pf_view *view, const struct pf_quant *q)
{
	return pf_quant_place(view, q).sentence;
}

static inline enum pf_part_id pf_quant_part(const struct pf_view *view, const struct pf_quant *q)
{
	return pf_quant_place(view, q).part;
}

/* Bound to a noun or a metric: it measures something. */
bool pf_quant_bound(const struct pf_view *view, size_t quant);
/* It may prove something: it is bound and, where a prompt is given, of a known origin. */
bool pf_quant_proves(const struct pf_view *view, size_t quant);
/* A quantity that says how much, how many or how fast: bound, and neither a date nor a handful
 * of things ("two versions"). */
bool pf_quant_tells(const struct pf_view *view, size_t quant);
/* The same, or such a handful. */
bool pf_quant_counts(const struct pf_view *view, size_t quant);
bool pf_quant_is_speed(const struct pf_quant *q);  /* "in under 10 minutes", unlike "in 3 months" */
bool pf_quant_is_reach(const struct pf_quant *q);  /* how many */
bool pf_quant_is_amount(const struct pf_quant *q); /* how much each: money, time, a level */
bool pf_quant_is_date(const struct pf_quant *q);   /* a date or a time frame */
/* Whether it must come from somewhere. Targets, deltas and deadlines need a reason, not a source;
 * dates are limits; what is told by looking ("two screens") needs none. */
bool pf_quant_needs_origin(const struct pf_quant *q);

/* "Customers over 70", "a 57-year-old": how old they are, and no amount. */
bool pf_quant_is_age(const struct pf_view *view, const struct pf_quant *q);
/* "A two-year college", "a 12-person shop": the number names a kind and measures nothing. */
bool pf_quant_is_compound(const struct pf_view *view, const struct pf_quant *q);

/* "Three weeks": minutes and hours date nothing. */
bool pf_quant_takes_days(const struct pf_quant *q);

/* What the reader of numbers found in a sentence. */
static inline const struct pf_quant_sentence *pf_sentence_quants(const struct pf_view *view,
								 size_t sentence)
{
	assert(sentence < view->quants->sentences.n);
	return &view->quants->sentences.v[sentence];
}

bool pf_sentence_numbered(const struct pf_view *view, size_t sentence); /* holds a bound number */
/* "Week 6", "month three": a label to a reader of quantities, a date to a reader of plans. */
bool pf_tells_period(const struct pf_view *view, uint32_t first, uint32_t last);
bool pf_sentence_tells_period(const struct pf_view *view, size_t sentence);
/* Such a period, a date or a duration stands in the sentence. */
bool pf_sentence_dated(const struct pf_view *view, size_t sentence);
/* The same of some sentence of the range. */
bool pf_range_dated(const struct pf_view *view, struct pf_range range);

#endif
