/*
 * reckon.h - which numbers may be the terms of a sum, and when its result is right.
 */
#ifndef PF_CHECK_RECKON_H
#define PF_CHECK_RECKON_H

#include <math.h>

#include "quants.h"
#include "view.h"

#define WORKED_EXACT 0.03 /* "about" is allowed in a plan */

static inline bool operand_of(const struct pf_quant *q)
{
	return !pf_quant_is_date(q) && q->kind != PF_QUANT_RANGE && q->value > 0;
}

static inline bool about(double a, double b)
{
	return fabs(a - b) <= WORKED_EXACT * fabs(b);
}

/* Of numbers that stand far apart some product always comes out right. */
static inline bool near(const struct pf_view *view, size_t a, size_t r)
{
	size_t from = pf_quant_sentence(view, &view->quants->v[a]);

	return pf_quant_sentence(view, &view->quants->v[r]) <= from + 1;
}

#endif
