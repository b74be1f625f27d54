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
	return joint && last - joint < 3u + (at_word(p, joint, "a") || at_word(p, joint, "an")) &&
	       !(joint < last && at_class(p, joint, LEX_PREPOSITION));
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

/* "and half of our members [shopped] around": it has a verb of its own. */
static bool acts(const struct parse *p, size_t tail)
{
	for (size_t i = tail; i < tail + 6 && !at_end(p, i) && !joins(p, i); i++)
		if (says_more(p, i) || (p->t[i].kind == PF_TOKEN_WORD && quant_ends_in_ed(p, i)))
			return true;
	return false;
}

static bool is_open(const struct pf_quant *q)
{
	return q->pair == PF_QUANT_NONE && q->base != PF_QUANT_DATE &&
	       q->base != PF_QUANT_MULTIPLIER && !q->per[0] &&
	       (q->role == PF_ROLE_NONE || q->role == PF_ROLE_RATE);
}

/* The quantity before i, past dates and deadlines; i for none. */
static size_t one_before(const struct pf_quants *quants, size_t i)
{
	size_t k = i;

	while (k && i - k < 3 &&
	       (quants->v[k - 1].base == PF_QUANT_DATE ||
		quants->v[k - 1].role == PF_ROLE_DEADLINE))
		k--;
	return k && i - k < 3 ? k - 1 : i;
}

static bool may_join(const struct pf_quants *quants, const struct parse *p, size_t first, size_t i)
{
	const struct pf_quant *a = &quants->v[first], *b = &quants->v[i];
	const struct around *before = quant_around(quants, a), *around = quant_around(quants, b);

	return is_open(b) && b->first - a->last <= APART && fits(p, a, before, b, around) &&
	       is_joined(p, before->tail, around->at) && !acts(p, around->tail);
}

void quant_join(struct pf_quants *quants, const struct parse *p, size_t i)
{
	size_t first = one_before(quants, i);
	const struct pf_quant *a = &quants->v[first];
	struct pf_quant *b = &quants->v[i];

	if ((a->role == PF_ROLE_TARGET || a->role == PF_ROLE_DELTA) && first < i &&
	    may_join(quants, p, first, i)) {
		b->role = a->role;
		b->dir = a->dir;
	}
}

enum pf_quant_role quant_told_joined(const struct pf_quants *quants, const struct parse *p,
				     size_t i)
{
	size_t first = one_before(quants, i);
	const struct pf_quant *a = &quants->v[first];

	return first < i && (a->told == PF_ROLE_BASELINE || a->told == PF_ROLE_RATE) &&
			       a->pair == PF_QUANT_NONE && may_join(quants, p, first, i)
		       ? a->told
		       : quants->v[i].told;
}
