/* Which way a change goes that a level is the end of, once its neighbours are read. */
#include "around.h"

/* "up 180 bp to 36.2 %", "18 minutes sooner, at 34 minutes", "halves the cost, to $19": the level a
 * change before it leads to. */
static const struct pf_quant *leading_change(const struct pf_quants *quants, const struct parse *p,
					     size_t i, const struct around *a)
{
	const struct pf_quant *q = &quants->v[i], *b = q - 1;
	bool comma = a->at && at_sign(p, a->at - 1, ',');

	if (!i || b->role != PF_ROLE_DELTA || b->dir == PF_DIR_NONE || q->first - b->last > 8 ||
	    (b->base != PF_QUANT_PERCENT && b->base != PF_QUANT_MULTIPLIER && b->base != q->base))
		return NULL;
	if (a->link != LINK_TO && !(comma && a->link == LINK_AT))
		return NULL;
	for (size_t k = b->last; k <= q->first; k++)
		if (p->t[k].flags & PF_TOKEN_SENTENCE)
			return NULL;
	return b;
}

void quant_bearing(struct pf_quants *quants, const struct parse *p, size_t i)
{
	struct pf_quant *q = &quants->v[i];
	struct around a;
	const struct pf_quant *change;

	if (q->pair != PF_QUANT_NONE || q->base == PF_QUANT_DATE ||
	    q->base == PF_QUANT_MULTIPLIER ||
	    (q->role != PF_ROLE_NONE && q->role != PF_ROLE_TARGET))
		return;
	a = quant_around(p, q);
	change = leading_change(quants, p, i, &a);
	if (!change)
		return;
	q->role = PF_ROLE_TARGET;
	q->dir = change->dir;
}
