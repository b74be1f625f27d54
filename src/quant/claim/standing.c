/* Where a level stands in time, said by words that are no link: "today", "used to", "before". */
#include "around.h"

/* "Before: 40 clicks. After: 6." */
enum pf_quant_role quant_before_or_after(const struct claim *c)
{
	size_t i = c->a->at;

	if (i < 2 || !at_sign(c->p, i - 1, ':') || !at_glued(c->p, i - 1))
		return PF_ROLE_NONE;
	if (at_word(c->p, i - 2, "before") || at_word(c->p, i - 2, "old"))
		return PF_ROLE_BASELINE;
	return at_word(c->p, i - 2, "after") || at_word(c->p, i - 2, "new") ? PF_ROLE_TARGET
									    : PF_ROLE_NONE;
}

/* "today", "now", "at present", "at the moment": the word at i. */
static bool is_today(const struct parse *p, size_t i)
{
	if (!quant_stance_at(p, i, STANCE_TODAY))
		return false;
	return !(at_word(p, i, "present") || at_word(p, i, "moment")) ||
	       (i && (at_word(p, i - 1, "at") || (i > 1 && at_word(p, i - 2, "at"))));
}

/* "takes 2.5 hours to build a route today": where its clause ends, before any other quantity. */
static bool today_behind(const struct claim *c)
{
	const struct parse *p = c->p;
	size_t i = c->a->tail, stop = i + 9;

	if (c->index + 1 < c->quants->n && c->quants->v[c->index + 1].first < stop)
		stop = c->quants->v[c->index + 1].first;
	for (; i < stop && !at_end(p, i) && !at_class(p, i, LEX_CLAUSE); i++)
		if (is_today(p, i))
			return at_end(p, i + 1) || p->t[i + 1].kind == PF_TOKEN_SIGN ||
			       at_word(p, i + 1, "and") || at_word(p, i + 1, "but");
	return false;
}

/* "29 % today", "61 minutes (today)", "Today, drivers wait 61 minutes". */
bool quant_is_now(const struct claim *c, bool people)
{
	const struct parse *p = c->p;
	size_t i = c->a->tail;
	bool joined = false;

	if (at_word(p, i, "of") && at_number(p, i + 1)) /* "[52] of 58 now" */
		i += 2;
	if (i < p->n && !(p->t[i].flags & PF_TOKEN_SENTENCE) &&
	    (is_today(p, i) || (at_sign(p, i, '(') && is_today(p, i + 1) && at_end(p, i + 2))))
		return true;
	if (at_word(p, i, "at") && (is_today(p, i + 1) || is_today(p, i + 2)))
		return true;
	if (!people && today_behind(c))
		return true;
	if (!(c->a->classes & LEX_BIT(STANCE)))
		return false;
	i = c->a->at;
	for (size_t from = quant_clause_from(c->a, i, 8); i-- > from;) {
		if (c->index && i < c->quants->v[c->index - 1].last)
			return false; /* another number is nearer to it */
		if (at_word(p, i, "to"))
			return false;
		/* "covers four at present and could cover seven" */
		joined |= at_word(p, i, "and") || at_word(p, i, "but");
		if (joined && !(p->t[i].flags & PF_TOKEN_SENTENCE))
			continue;
		if (is_today(p, i)) /* "Mercer Rail today announced" */
			return !at_class(p, i + 1, LEX_PAST) && !quant_ends_in_ed(p, i + 1) &&
			       !at_word(p, i + 1, "put") &&
			       (!at_sign(p, i + 1, ',') || (p->t[i].flags & PF_TOKEN_SENTENCE) ||
				(i && at_word(p, i - 1, "of"))); /* "As of today, ..." */
	}
	return false;
}

/* Does the clause begin with "the old ...", "our legacy ..."? */
static bool is_of_old(const struct claim *c)
{
	static const char owns[][WORD_ROOM] = {"has", "have"};
	size_t i = c->a->clause;

	i += at_class(c->p, i, LEX_PREPOSITION) ||
	     at_word(c->p, i, "under"); /* "Under the old rules ..." */
	i += at_word(c->p, i, "the") || at_word(c->p, i, "our") || at_word(c->p, i, "an");
	if (ANY_WORD(c->p, c->a->at ? c->a->at - 1 : 0, owns)) /* "the old mill has six floors" */
		return false;
	return i < c->a->at && quant_stance_at(c->p, i, STANCE_BEFORE) &&
	       !at_word(c->p, i, "before") && !at_word(c->p, i, "used");
}

/* "waited 11 minutes before", "used to wait 12 minutes", "Before the change a transfer cost $25" */
bool quant_was_before(const struct claim *c)
{
	const struct parse *p = c->p;
	size_t i = c->a->at;

	if (at_word(p, c->a->tail + at_sign(p, c->a->tail, '('), "before") &&
	    at_end(p, c->a->tail + 1 + at_sign(p, c->a->tail, '(')))
		return true;
	/* "shipping took 5.5 days before we had hubs" */
	if (at_word(p, c->a->tail, "before") && c->a->link != LINK_FOR &&
	    (c->a->classes & LEX_BIT(PAST)) && !at_number(p, c->a->tail + 1) &&
	    !at_class(p, c->a->tail + 1, LEX_MONTH))
		return true;
	if (!(c->a->classes & LEX_BIT(STANCE)))
		return false;
	for (size_t from = quant_clause_from(c->a, i, 6); i-- > from;)
		if (at_word(p, i, "used") && at_word(p, i + 1, "to"))
			return true;
	if (is_of_old(c))
		return c->index == 0 || c->quants->v[c->index - 1].last <= c->a->clause;
	i = c->a->clause;
	return at_word(p, i, "before") && !at_number(p, i + 1) && !at_class(p, i + 1, LEX_MONTH) &&
	       quant_tells_past(c);
}

/* "after it, $4", "are seated in 3 now": what a level that was before has become. */
bool quant_is_after(const struct claim *c)
{
	const struct pf_quant *b = c->index ? quant_partner(c, QUANT_REACH) : NULL;

	if (!b || b->role != PF_ROLE_BASELINE)
		return false;
	if (at_sign(c->p, c->a->tail, '(') && at_word(c->p, c->a->tail + 1, "after"))
		return true;
	for (size_t i = b->last; i < c->a->at; i++)
		if (quant_stance_at(c->p, i, STANCE_AFTER) || at_word(c->p, i, "now"))
			return true;
	/* "who waited 12 minutes are seated in 3" */
	return b->base == PF_QUANT_DURATION && c->q->base == PF_QUANT_NUMBER && !c->q->unit[0] &&
	       c->a->link == LINK_IN && at_end(c->p, c->a->tail);
}
