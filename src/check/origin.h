/*
 * origin.h - where each number of a draft comes from.
 */
#ifndef PF_CHECK_ORIGIN_H
#define PF_CHECK_ORIGIN_H

#include "view.h"

/* enum pf_origin by quantity; the caller frees. */
uint8_t *pf_origins_find(const struct pf_view *view);
/* The known fact, limit or metric that gives this value, as a sentence; NULL when none does. */
const char *pf_origin_fact(const struct pf_view *view, const struct pf_quant *q);
/* True when a known fact has this value; *spoken: and one of those is what the draft speaks of
 * there.
 */
bool pf_origin_value(const struct pf_view *view, const struct pf_quant *q, bool *spoken);
/* Targets, deltas and deadlines need a reason, not a source; dates are limits. */
bool pf_origin_needed(const struct pf_quant *q);
/* True when a and b are the same amount in units that can be compared, up to rounding. */
bool pf_same_amount(double a, const char *unit_a, double b, const char *unit_b);
/* An equation in the text, "a x b = c": quantities [first, last), the last one the result. */
struct pf_equation {
	size_t first, last;
	double result; /* what the operands give */
	bool holds;    /* within 5 % */
};
/* The equation whose result is quantity q; false when there is none. */
bool pf_equation_at(const struct pf_view *view, size_t q, struct pf_equation *out);

#endif
