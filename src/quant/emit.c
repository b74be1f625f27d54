/* What was read becomes a quantity of the list. */
#include "scan.h"

#include <string.h>

#include "prfaq/base/mem.h"

struct pf_quant *emit_quant(struct pf_quants *out, const struct parse *p, size_t first, size_t last,
			    enum pf_quant_kind kind)
{
	struct pf_quant *q = PF_PUSH(out);

	*q = (struct pf_quant){.begin = p->t[first].begin,
			       .end = p->t[last - 1].end,
			       .first = (uint32_t)first,
			       .last = (uint32_t)last,
			       .kind = kind,
			       .base = kind,
			       .date = INT32_MIN,
			       .date_end = INT32_MIN,
			       .pair = PF_QUANT_NONE};
	return q;
}

struct pf_quant *emit_measure(struct pf_quants *out, const struct parse *p, const struct measure *m)
{
	struct pf_quant *q = emit_quant(out, p, m->first, m->last, m->kind);

	q->value = q->high = m->value;
	memcpy(q->unit, m->unit, sizeof(q->unit));
	memcpy(q->per, m->per, sizeof(q->per));
	if (m->plus)
		q->bound = PF_BOUND_GE;
	return q;
}

/* "5 minutes to 2 hours", "6 months to a year": the first end in the unit of the second. */
static double in_unit_of(const struct measure *a, const struct measure *b)
{
	if (a->kind != PF_QUANT_DURATION || b->kind != PF_QUANT_DURATION ||
	    !(a->factor > 0 && b->factor > 0) || !strcmp(a->unit, b->unit))
		return a->value;
	if (!strcmp(a->unit, "month") && !strcmp(b->unit, "year"))
		return a->value / 12;
	return a->value * a->factor / b->factor;
}

void emit_range(struct pf_quants *out, const struct parse *p, const struct measure *a,
		const struct measure *b)
{
	struct pf_quant *q = emit_quant(out, p, a->first, b->last, PF_QUANT_RANGE);
	double first = in_unit_of(a, b);

	q->base = b->bare ? a->kind : b->kind;
	q->value = first <= b->value ? first : b->value;
	q->high = first <= b->value ? b->value : first;
	memcpy(q->unit, b->bare ? a->unit : b->unit, sizeof(q->unit));
	memcpy(q->per, b->per, sizeof(q->per));
	if (b->plus)
		q->bound = PF_BOUND_GE;
}
