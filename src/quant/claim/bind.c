/* A baseline and its target: which belongs to which, and the way from one to the other. */
#include <string.h>

#include "around.h"

/* How much q is, in a unit that `other` can be told in too. */
static double common(const struct parse *p, const struct pf_quant *q, const struct pf_quant *other)
{
	const struct lex_row *unit = NULL;

	if (q->base == PF_QUANT_PERCENT && other->base == PF_QUANT_NUMBER && other->value < 1)
		return q->value / 100; /* "12 % ..., we aim for half" */
	if (other->base == PF_QUANT_PERCENT && q->base == PF_QUANT_NUMBER && q->value < 1)
		return q->value;
	if (q->base == PF_QUANT_DURATION && other->base == PF_QUANT_DURATION &&
	    strcmp(q->unit, other->unit) != 0)
		for (size_t i = q->first; i < q->last && !unit; i++) /* "an hour and a half" */
			if ((unit = row_at(p, i, LEX_TIME)) && strcmp(unit->name, q->unit) != 0)
				unit = NULL;
	return unit ? q->value * unit->value : q->value;
}

static void orient(const struct parse *p, struct pf_quant *baseline, struct pf_quant *target)
{
	bool low = target->bound == PF_BOUND_LT || target->bound == PF_BOUND_LE;
	bool high = target->bound == PF_BOUND_GT || target->bound == PF_BOUND_GE;
	double from = common(p, baseline, target), to = common(p, target, baseline);
	bool up = to > from;

	/* "stays below 11 %, 9 % today": a guard, no change. */
	if ((!quant_is_time(target) && target->unit[0] && baseline->unit[0] &&
	     strcmp(baseline->unit, target->unit) != 0) ||
	    from == to || (up && low) || (!up && high))
		return;
	target->dir = up ? PF_DIR_UP : PF_DIR_DOWN;
	baseline->dir = target->dir;
}

void quant_bind(struct pf_quants *quants, const struct parse *p, size_t baseline, size_t target)
{
	struct pf_quant *a = &quants->v[baseline], *b = &quants->v[target];

	a->role = PF_ROLE_BASELINE;
	b->role = PF_ROLE_TARGET;
	a->pair = (uint32_t)target;
	b->pair = (uint32_t)baseline;
	orient(p, a, b);
}
