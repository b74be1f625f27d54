/* The role that the label of a value names: "target: 40 %", "baseline of 29 %", "before: 6". */
#include "around.h"

/* "Revenue [target] for 2027: $6M", "cost [today]: $3", not "[target] audience: 18,000". */
static bool ends_label(const struct claim *c, size_t i, double role)
{
	if (i + 2 >= c->a->at || (i + 3 == c->a->at && at_sign(c->p, i + 1, ')')))
		return true;
	return (int)role == PF_ROLE_TARGET &&
	       at_any(c->p, i + 1, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION));
}

/* "The target, 40 %, was set in May": the value stands beside its name. */
static enum pf_quant_role apposed(const struct claim *c)
{
	const struct parse *p = c->p;
	const struct lex_row *row;
	size_t i = c->a->lead, tail = c->a->tail + counts_noun(p, c->a->tail);

	if (i < 2 || c->a->link != LINK_NONE || !at_sign(p, i - 1, ',') ||
	    !(row = row_at(p, i - 2, LEX_ROLE)) ||
	    !((int)row->value == PF_ROLE_TARGET || at_word(p, i - 2, "baseline")))
		return PF_ROLE_NONE;
	return at_sign(p, tail, ',') || at_class(p, tail, LEX_PREPOSITION)
		       ? (enum pf_quant_role)row->value
		       : PF_ROLE_NONE;
}

/* A label of the value: "target: 40 %", "the goal for Q4 is 40 %", "baseline of 29 %". */
enum pf_quant_role quant_by_label(const struct claim *c)
{
	const struct lex_row *row;
	bool colon = c->a->at && at_sign(c->p, c->a->at - 1, ':');
	size_t stop = c->a->link == LINK_IS ? 9 : colon ? 10 : 3;
	const struct pf_quant *before = c->index ? c->q - 1 : NULL;
	bool near = c->a->link == LINK_IS || c->a->link == LINK_OF || c->a->link == LINK_AT ||
		    c->a->link == LINK_NONE;

	for (size_t i = c->a->at, k = 0; near && i && k < stop; k++) {
		if (c->p->t[i].flags & PF_TOKEN_SENTENCE)
			break;
		i--;
		/* "is 12 % today and should be 5 %": the word is of the other */
		if (before && before->base != PF_QUANT_DATE && !(colon && i + 2 >= c->a->at) &&
		    i <= before->last + (counts_noun(c->p, before->last) ? 1u : 0u))
			break;
		if ((row = row_at(c->p, i, LEX_ROLE)) && (!colon || ends_label(c, i, row->value)))
			return (enum pf_quant_role)row->value;
		if (c->p->t[i].kind == PF_TOKEN_SIGN && !at_sign(c->p, i, ':') &&
		    !at_rune(c->p, i, "=") && !at_sign(c->p, i, '*') && !at_sign(c->p, i, '|') &&
		    !(colon && at_sign(c->p, i, ')') && i + 2 == c->a->at))
			break;
		if (c->a->link == LINK_NONE && c->p->t[i].kind == PF_TOKEN_WORD && !colon)
			break;
	}
	return colon ? quant_before_or_after(c) : apposed(c);
}
