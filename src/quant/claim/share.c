/* So much of all: a share of what follows, and one that stands for itself. */
#include "around.h"

#include <string.h>

/* "one in ten orders", "half of callers": a part of what follows. */
static bool is_part(const struct claim *c)
{
	static const char of[][WORD_ROOM] = {"in", "of", "out"};
	char first = c->p->text.ptr[c->q->begin];

	return c->q->base == PF_QUANT_NUMBER && c->q->value > 0 && c->q->value < 1 &&
	       (first < '0' || first > '9' || ANY_WORD(c->p, c->q->first + 1, of)) &&
	       (!at_end(c->p, c->a->tail) || c->q->last > c->q->first + 3u);
}

bool quant_is_share(const struct claim *c)
{
	size_t i = c->a->at;

	if (i > 1 && at_word(c->p, i - 1, "which") && at_word(c->p, i - 2, "of"))
		return true; /* "of which 12 % are dark" */
	return is_part(c) || (c->q->base == PF_QUANT_PERCENT && at_word(c->p, c->a->tail, "of"));
}

/* "Of 50 callers 12 hung up, i.e. [24 %]", "every second caller, or [50 %]": the same in percent.
 */
static bool says_again(const struct pf_quants *quants, const struct parse *p, size_t i,
		       const struct around *a)
{
	static const char again[][WORD_ROOM] = {"or", "e", "about", "roughly"};
	const struct pf_quant *q = &quants->v[i];

	return i && a->lead && q->first - q[-1].last < 7 && !q[-1].per[0] &&
	       (q[-1].base == PF_QUANT_NUMBER || q[-1].told == PF_ROLE_RATE) &&
	       (at_sign(p, a->lead - 1, ',') || at_sign(p, a->lead - 1, '(') ||
		at_sign(p, a->lead - 1, '.') || ANY_WORD(p, a->lead - 1, again));
}

/* "Of those we asked, [71 %] said yes": so many of them, though nobody says of whom. */
bool quant_lone_share(const struct pf_quants *quants, const struct parse *p, size_t i,
		      const struct around *a)
{
	static const char article[][WORD_ROOM] = {"a",  "an",   "the", "no",  "their",
						  "it", "them", "us",  "this"};
	const struct pf_quant *q = &quants->v[i];

	if (q->base != PF_QUANT_PERCENT || q->role != PF_ROLE_NONE || q->dir != PF_DIR_NONE ||
	    a->link != LINK_NONE || strcmp(q->unit, "%") != 0)
		return false;
	if (at_end(p, a->tail))
		return says_again(quants, p, i, a);
	if (a->lead && at_class(p, a->lead - 1, LEX_ILL)) /* "loses 12 % on its way" */
		return at_class(p, a->tail, LEX_PREPOSITION);
	return (a->lead == a->clause || at_sign(p, a->lead - 1, ',') ||
		at_word(p, a->lead - 1, "that")) &&
	       (quant_is_past(p, a->tail) || at_class(p, a->tail, LEX_PRESENT) ||
		at_any(p, a->tail, LEX_BIT(VERB) | LEX_BIT(REACH) | LEX_BIT(HOLD)) ||
		at_class(p, a->tail, LEX_ILL) ||
		ANY_WORD(p, a->tail + 1, article)); /* "own a bicycle" */
}
