/* What is joined to a quantity and has no verb of its own: the verb of the first says both. */
#include "around.h"

#include <string.h>

enum { APART = 10 }; /* tokens from one to the other */

/* What says something of its own, or begins to. */
static bool says_more(const struct parse *p, size_t i)
{
	return (p->t[i].flags & PF_TOKEN_SENTENCE) || at_word(p, i, "or") || at_sign(p, i, ';') ||
	       at_sign(p, i, ':') || at_sign(p, i, '(') || at_sign(p, i, '|') ||
	       at_any(p, i,
		      LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(CHANGE) | LEX_BIT(REACH) |
			      LEX_BIT(HOLD) | LEX_BIT(VERB) | LEX_BIT(PAST) | LEX_BIT(DUE) |
			      LEX_BIT(CLAUSE) | LEX_BIT(BETTER) | LEX_BIT(WORSE)) ||
	       at_any_apart(p, i, LEX_BIT_APART(PRESENT) | LEX_BIT_APART(LASTS));
}

static bool joins(const struct parse *p, size_t i)
{
	return at_sign(p, i, ',') || at_word(p, i, "and") || at_word(p, i, "but");
}

/* "... on forms, doctors [three]", "... in May and [9 %]": of one, or of who is named for it. */
static bool is_joined(const struct parse *p, size_t first, size_t last)
{
	size_t joint = 0;

	for (size_t i = first; i < last; i++) {
		if (says_more(p, i))
			return false;
		if (joins(p, i))
			joint = i + 1;
	}
	return joint && last - joint < 3 && !(joint < last && at_class(p, joint, LEX_PREPOSITION));
}

/* May b be said of what a is: of its unit, or a bare number? */
static bool fits(const struct parse *p, const struct pf_quant *a, const struct around *a_around,
		 const struct pf_quant *b, const struct around *b_around)
{
	bool bare = b->base == PF_QUANT_NUMBER && !b->unit[0];

	if (b_around->link != LINK_NONE && b_around->link != a_around->link)
		return false;
	if (bare && a->base == PF_QUANT_MONEY)
		return false;
	if (!bare && (a->base != b->base || strcmp(a->unit, b->unit) != 0) &&
	    (a->base != PF_QUANT_DURATION || b->base != PF_QUANT_DURATION))
		return false;
	return quant_stands_alone(p, b_around->tail) ||
	       quant_same_noun(p, a_around->tail, b_around->tail);
}

static bool is_open(const struct pf_quant *q)
{
	return q->pair == PF_QUANT_NONE && q->base != PF_QUANT_DATE &&
	       q->base != PF_QUANT_MULTIPLIER && !q->per[0] &&
	       (q->role == PF_ROLE_NONE || q->role == PF_ROLE_RATE);
}

/* The quantity that i is joined to; i for none. */
static size_t first_of(const struct pf_quants *quants, const struct parse *p, size_t i)
{
	const struct pf_quant *b = &quants->v[i], *a;
	const struct around *around;
	size_t k = i;

	if (!k || !is_open(b))
		return i;
	for (a = &quants->v[--k]; a->base == PF_QUANT_DATE && k && i - k < 3;)
		a = &quants->v[--k];
	around = quant_around(quants, b);
	return a->base != PF_QUANT_DATE && b->first - a->last <= APART &&
			       fits(p, a, quant_around(quants, a), b, around) &&
			       is_joined(p, quant_around(quants, a)->tail, around->at)
		       ? k
		       : i;
}

void quant_join(struct pf_quants *quants, const struct parse *p, size_t i)
{
	const struct pf_quant *a = &quants->v[first_of(quants, p, i)];
	struct pf_quant *b = &quants->v[i];

	if (a == b || (a->role != PF_ROLE_TARGET && a->role != PF_ROLE_DELTA))
		return;
	b->role = a->role;
	b->dir = a->dir;
}

enum pf_quant_role quant_told_joined(const struct pf_quants *quants, const struct parse *p,
				     size_t i)
{
	const struct pf_quant *a;

	if (quants->v[i].told == PF_ROLE_BASELINE)
		return PF_ROLE_BASELINE;
	a = &quants->v[first_of(quants, p, i)];
	return a->told == PF_ROLE_BASELINE && a->pair == PF_QUANT_NONE ? PF_ROLE_BASELINE
								       : quants->v[i].told;
}
