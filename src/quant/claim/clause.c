/* What is asked of a clause wherever one is read: is it past, due or supposed, what was before. */
#include "around.h"

bool quant_has_class(const struct parse *p, size_t first, size_t last, enum lex_class class)
{
	for (size_t i = first; i < last && i < p->n; i++)
		if (at_class(p, i, class))
			return true;
	return false;
}

bool quant_is_supposed(const struct parse *p, const struct around *a)
{
	static const char ifs[][WORD_ROOM] = {"if", "unless", "when", "should"};
	size_t first = a->clause - (a->clause > 0);

	/* "When a lift breaks, residents are stuck for 3 days": that is how it is */
	if (at_word(p, first, "when") || at_word(p, a->clause, "when"))
		for (size_t i = a->clause; i < a->lead; i++)
			if (at_sign(p, i, ','))
				return false;
	return ANY_WORD(p, a->clause, ifs) || ANY_WORD(p, first, ifs);
}

size_t quant_asked_from(const struct parse *p, const struct around *a)
{
	size_t i = a->clause;

	if (a->at != i || i < 3 || !(p->t[i].flags & PF_TOKEN_SENTENCE) || !at_sign(p, i - 1, '?'))
		return i;
	for (i--; i && !(p->t[i].flags & PF_TOKEN_SENTENCE) && a->clause - i <= QUANT_REACH;)
		i--;
	return i;
}

/* A verb of the past before it in its clause, or after it where it opens the sentence. */
bool quant_tells_past(const struct claim *c)
{
	size_t i = c->a->at;

	while (i > c->a->clause)
		if (quant_due_at(c->p, i - 1))
			return false;
		else if (quant_is_past(c->p, --i) || i == c->word_at)
			return quant_is_past(c->p, i);
	if (i >= c->p->n || !(c->p->t[c->a->at].flags & PF_TOKEN_SENTENCE))
		return false;
	i = c->a->tail;
	for (size_t k = 0; k < 6 && i < c->p->n && !(c->p->t[i].flags & PF_TOKEN_SENTENCE); k++)
		if (quant_is_past(c->p, i++))
			return true;
	return false;
}

bool quant_is_due(const struct claim *c, size_t at)
{
	if (!(c->a->classes & LEX_BIT(DUE)))
		return false;
	for (size_t i = at, from = quant_clause_from(c->a, at, 9); i-- > from;)
		if (quant_due_at(c->p, i))
			return true;
	return false;
}

/* Could one be the other end of what the other measures? */
static bool like(const struct pf_quant *a, const struct pf_quant *b)
{
	/* "from 7 to 2 minutes" */
	if (a->role == PF_ROLE_BASELINE && a->base == PF_QUANT_NUMBER && a->last + 1 == b->first)
		return true;
	/* "from 9 weeks to 2", "3 weeks, down from 11" */
	if (a->base == PF_QUANT_DURATION && b->base == PF_QUANT_NUMBER && !b->unit[0] &&
	    b->first - a->last <= 3)
		return true;
	return a->base == b->base || (a->base == PF_QUANT_NUMBER && !quant_is_time(b)) ||
	       (b->base == PF_QUANT_NUMBER && !quant_is_time(a));
}

const struct pf_quant *quant_partner(const struct claim *c, size_t reach)
{
	for (size_t i = c->index; i-- > 0 && c->index - i < 4;) {
		const struct pf_quant *b = &c->quants->v[i];

		if (c->q->first - b->last > reach)
			return NULL;
		if (like(b, c->q) && b->pair == PF_QUANT_NONE)
			return in_one_sentence(c->p, b->last, c->q->first) ? b : NULL;
	}
	return NULL;
}

bool quant_keeps(const struct claim *c)
{
	/* "it keeps up to 200 photos" */
	if (c->word == WORD_HOLD && c->word_at + 1 == c->a->lead && at_word(c->p, c->a->lead, "up"))
		return false;
	return c->word == WORD_HOLD &&
	       !(c->word_at && at_word(c->p, c->word_at - 1, "can")) && /* "can hold 25" */
	       (!quant_is_past(c->p, c->word_at) || quant_is_due(c, c->word_at));
}
