/*
 * equation.h - amounts that are the same, and sums that stand in the text.
 */
#ifndef PF_CHECK_EQUATION_H
#define PF_CHECK_EQUATION_H

#include "view.h"

double pf_unit_seconds(const char *unit); /* 0 when the unit is none of time */
/* True when a and b are the same amount in units that can be compared, up to rounding. */
bool pf_same_amount(double a, const char *unit_a, double b, const char *unit_b);
#define PF_OPERATOR_IN_WORDS 0x80 /* "for", "come to": told without a sign */
/* By quantity, the operator between it and the one before, for pf_equation_at: many rules look for
 * equations at every number. The caller frees it. */
uint8_t *pf_equation_operators(const struct pf_view *view);
/* An equation in the text, "a x b = c": quantities [first, last), the last one the result. */
struct pf_equation {
	size_t first, last;
	double result; /* what the operands give */
	bool holds;    /* within 5 % */
};
/* The equation whose result is quantity q; false when there is none. */
bool pf_equation_at(const struct pf_view *view, size_t q, struct pf_equation *out);
/* "62 % of 5,200 need a bed: 3,224": q is the product of two that stand shortly before it. */
bool pf_equation_follows(const struct pf_view *view, size_t q);

/* "14 of 600. That is 2.3%", "60% (9 of 15)": the share is told with the two counts it is of. */
bool pf_share_shown(const struct pf_view *view, size_t quant);
/* "9 of 15", "1,940 of the 24,300": the quantity is of how many the one before it is. */
bool pf_quant_is_whole_of(const struct pf_view *view, size_t quant);

#endif
