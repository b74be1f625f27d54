/* What is so or was so of something that is measured: a baseline, though no word calls it one. */
#include "around.h"

#include <string.h>

enum { AROUND = 12 }; /* tokens behind a quantity that may belong to its clause */

static size_t clause_end(const struct parse *p, size_t i)
{
	size_t last = i;

	while (last < p->n && last < i + AROUND && !at_end(p, last) && !at_word(p, last, "with") &&
	       !at_word(p, last, "and"))
		last++;
	return last;
}

/* "about a third of them", "12 % of tenants", "half of all referrals" */
static bool is_share(const struct pf_quant *q, const struct parse *p, const struct around *a)
{
	return (q->role == PF_ROLE_RATE && !q->per[0]) ||
	       (q->base == PF_QUANT_PERCENT && at_word(p, a->tail, "of"));
}

static bool is_time_word(const char *word)
{
	static const char times[][WORD_ROOM] = {"day",     "week", "month",  "year",
						"quarter", "hour", "bank",   "weekend",
						"night",   "term", "season", "shift"};

	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++)
		if (!strcmp(word, times[i]))
			return true;
	return false;
}

/* "Each month 400 cars are towed" */
static bool opens_with_each(const struct parse *p, size_t clause)
{
	return (at_word(p, clause, "each") || at_word(p, clause, "every")) &&
	       at_class(p, clause + 1, LEX_TIME) && !at_word(p, clause + 2, "of");
}

/* "loses 300 visitors a day": a number of people in a time is no group. */
static bool is_flow(const struct pf_quant *q)
{
	return q->role == PF_ROLE_POPULATION && q->per[0] && is_time_word(q->per);
}

/* "Half our customers never open it": a share that opens the sentence and is told something of. */
static bool is_subject(const struct pf_quant *q, const struct parse *p, const struct around *a)
{
	static const char may[][WORD_ROOM] = {"could", "can", "may", "might", "would"};

	if (!is_share(q, p, a) || a->at != a->clause || !(p->t[a->at].flags & PF_TOKEN_SENTENCE))
		return false;
	for (size_t i = a->tail; i < a->tail + 5; i++)
		if (at_end(p, i) || p->t[i].kind != PF_TOKEN_WORD || ANY_WORD(p, i, may))
			return false;
	return true;
}

/* "Insurers reject 8 % of claims": a share right behind what must be a verb. */
static bool is_object(const struct pf_quant *q, const struct parse *p, const struct around *a)
{
	return is_share(q, p, a) && a->link == LINK_NONE && a->lead > a->clause + 1 &&
	       p->t[a->lead - 1].kind == PF_TOKEN_WORD && p->t[a->lead - 2].kind == PF_TOKEN_WORD &&
	       !at_any(p, a->lead - 1, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(ROLE));
}

/* "There were thirty trucks in the yard", "the valley has three clinics", "room for three cooks":
 * counted as things are, and no group that anything is for. */
static bool counts_scenery(const struct parse *p, const struct around *a)
{
	static const char has[][WORD_ROOM] = {"has", "had", "there", "room", "hold", "holds"};

	for (size_t i = a->lead; i > a->clause && a->lead - i < 9; i--)
		if (ANY_WORD(p, i - 1, has))
			return true;
	return false;
}

/* "Each wrong pick costs us $23" */
static bool is_unit_price(const struct parse *p, const struct pf_quant *q, const struct around *a)
{
	static const char one[][WORD_ROOM] = {"each", "every"};
	bool costs = quant_has_class(p, quant_clause_from(a, a->lead, 2), a->lead, LEX_PRICE);

	return q->base == PF_QUANT_MONEY && q->role == PF_ROLE_NONE && costs &&
	       ANY_WORD(p, a->clause, one);
}

/* A number of things that no word gives a role. */
static bool counts(const struct pf_quant *q)
{
	return q->role == PF_ROLE_NONE && q->base == PF_QUANT_NUMBER && !q->unit[0];
}

/* "24 drivers, [9 dispatchers] and [3 depot managers]" */
static bool is_listed_group(const struct parse *p, const struct pf_quant *q, const struct around *a)
{
	const struct pf_quant *b = q - 1;

	return counts(q) && b->told == PF_ROLE_POPULATION && q->first - b->last < 4u && a->lead &&
	       (at_sign(p, a->lead - 1, ',') || at_word(p, a->lead - 1, "and")) &&
	       counts_noun(p, a->tail);
}

/* "Response within 4 hours": a promise, where nothing else in the sentence is counted. */
static bool is_promised(const struct pf_quants *quants, const struct parse *p, size_t i,
			const struct around *a)
{
	const struct pf_quant *q = &quants->v[i];
	enum quant_era era;

	if (q->role != PF_ROLE_NONE || q->base != PF_QUANT_DURATION || !a->within ||
	    !at_end(p, a->tail))
		return false;
	if ((i && quants->v[i - 1].first + QUANT_REACH > q->first) ||
	    (i + 1 < quants->n && quants->v[i + 1].first < q->last + QUANT_REACH))
		return false;
	era = quant_time_of(quants, p, i, a).era;
	return era == ERA_NONE || era == ERA_LATER;
}

/* "a day", "on average", "usually": what is told of once is no habit. */
static bool is_habit(const struct pf_quant *q, const struct parse *p, size_t first, size_t last)
{
	static const char words[][WORD_ROOM] = {"average",   "typical", "usually",
						"typically", "median",  "normally"};

	/* "$450 per call-out" is a price, "$210,000 a year" what it comes to */
	if (q->per[0] && q->base == PF_QUANT_MONEY)
		return is_time_word(q->per);
	if (q->per[0] || strchr(q->unit, '/') || opens_with_each(p, first))
		return true;
	for (size_t i = first; i < last; i++)
		if (ANY_WORD(p, i, words))
			return true;
	return false;
}

/* "stuck at 37 %", "is 91 %", "averages 4.2 %" */
static bool is_level(const struct pf_quant *q, const struct parse *p, const struct around *a)
{
	static const char rates[][WORD_ROOM] = {"rate", "level", "share", "score", "ratio"};
	static const char times[][WORD_ROOM] = {"time", "wait", "delay", "turnaround", "backlog"};

	if (q->base == PF_QUANT_DURATION && a->link == LINK_IS)
		return a->at && ANY_WORD(p, a->at - 1, times); /* "lead time is six weeks" */
	if (q->base != PF_QUANT_PERCENT)
		return false;
	return a->link == LINK_IS || a->link == LINK_AT ||
	       (a->link == LINK_OF && a->at && ANY_WORD(p, a->at - 1, rates));
}

/* "It takes 10 minutes to fit the clamp": so the maker says of the thing itself. */
static bool is_offered(const struct parse *p, const struct around *a, struct quant_time t)
{
	return !t.marked && a->lead > 1 && at_word(p, a->lead - 2, "it") &&
	       at_word(p, a->tail, "to");
}

static bool lasts(const struct parse *p, const struct around *a)
{
	size_t from = quant_clause_from(a, a->at, 5);

	return quant_has_class(p, from, a->at, LEX_LASTS);
}

/* "the grant pays 80 % of it": terms tell of nothing that is measured. */
static bool is_term(const struct parse *p, const struct pf_quant *q, const struct around *a)
{
	if (q->role != PF_ROLE_RATE || q->per[0] || q->base != PF_QUANT_PERCENT)
		return false;
	return quant_has_class(p, a->clause, a->lead, LEX_TERMS);
}

/* Something that is so, or was so as a habit: a share, a level, what is lost or spent in a time. */
static bool is_state(const struct pf_quants *quants, const struct parse *p, size_t i,
		     const struct around *a)
{
	const struct pf_quant *q = &quants->v[i];
	struct quant_time t;
	size_t end;
	bool ill, habit;

	if (q->role == PF_ROLE_POPULATION && !is_flow(q))
		return false;
	/* "takes 2 days at most" is promised, "they spend up to two hours" is not */
	if (q->bound == PF_BOUND_LT || (q->bound == PF_BOUND_LE && !at_word(p, a->lead, "up")))
		return false;
	t = quant_time_of(quants, p, i, a);
	if (t.era == ERA_NONE && (is_subject(q, p, a) || is_object(q, p, a)))
		t.era = ERA_NOW;
	if (t.era == ERA_NONE || t.era == ERA_LATER || quant_is_supposed(p, a))
		return false;
	end = clause_end(p, a->tail);
	if (quant_has_class(p, a->clause, a->lead, LEX_TERMS) ||
	    quant_has_class(p, a->tail, end, LEX_TERMS))
		return false;
	if (is_share(q, p, a) || is_level(q, p, a))
		return true;
	habit = is_habit(q, p, a->clause, end);
	ill = quant_has_class(p, a->clause, a->lead, LEX_ILL) ||
	      quant_has_class(p, a->tail, end, LEX_ILL);
	if (q->base == PF_QUANT_DURATION)
		return lasts(p, a) && !is_offered(p, a, t) && (t.era == ERA_NOW || habit);
	return habit && (ill || t.era == ERA_PAST);
}

enum pf_quant_role quant_told(const struct pf_quants *quants, const struct parse *p, size_t i)
{
	const struct pf_quant *q = &quants->v[i];
	const struct around *a;

	if (q->role != PF_ROLE_NONE && q->role != PF_ROLE_RATE && q->role != PF_ROLE_POPULATION)
		return q->role;
	if (q->base == PF_QUANT_DATE || q->base == PF_QUANT_MULTIPLIER)
		return q->role;
	a = quant_around(quants, q);
	if (is_state(quants, p, i, a))
		return PF_ROLE_BASELINE;
	if (is_promised(quants, p, i, a))
		return PF_ROLE_TARGET;
	if (is_unit_price(p, q, a))
		return PF_ROLE_RATE;
	if (i && is_listed_group(p, q, a))
		return PF_ROLE_POPULATION;
	if (is_flow(q) || (counts(q) && opens_with_each(p, a->clause)))
		return PF_ROLE_RATE;
	if (counts(q) && q->value >= 2 && at_class(p, a->tail, LEX_GROUP) && !counts_scenery(p, a))
		return PF_ROLE_POPULATION;
	if (q->role == PF_ROLE_POPULATION && q->value < 100 && counts_scenery(p, a))
		return PF_ROLE_NONE;
	return is_term(p, q, a) ? PF_ROLE_NONE : q->role;
}
