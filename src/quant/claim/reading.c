/*
 * What a reader takes a quantity for who has read its whole clause, where no word beside it says:
 * one table of what must be known of the two, and what must not.
 */
#include "reading.h"

#include <string.h>

enum { AROUND = 12 }; /* tokens behind a quantity that may belong to its clause */

struct reading {
	uint32_t has, lacks;
	enum pf_quant_role role;
};

/* The first that fits. */
static const struct reading readings[] = {
	/* "we pledge to answer in a day", "expects to sell 250,000 audiobooks" */
	{SPAN | VOWED, 0, PF_ROLE_TARGET},
	{AMOUNT | VOWED, 0, PF_ROLE_TARGET},
	{SHARE | VOWED, 0, PF_ROLE_TARGET},
	{LEVEL | VOWED, 0, PF_ROLE_TARGET},
	{PART | VOWED, 0, PF_ROLE_TARGET},
	{COUNT | VOWED, FEW, PF_ROLE_TARGET},
	{GROUP | VOWED, FEW | KNOWN, PF_ROLE_TARGET},
	{FLOW | VOWED, 0, PF_ROLE_TARGET},
	/* "ten would be a triumph" */
	{COUNT | BARE | MARKED, SO, PF_ROLE_TARGET},
	/* "will be settled in five days" */
	{SPAN | WITHIN | MARKED, SO, PF_ROLE_TARGET},
	/* "each month 400 cars are towed", "per week, 4 tonnes end up as feed" */
	{COUNT | EACH | HABIT, 0, PF_ROLE_RATE},
	{AMOUNT | EACH | HABIT, 0, PF_ROLE_RATE},
	/* "a third of them gave up last year", "is 91 %" */
	{SHARE | SO, NO_FACT, PF_ROLE_BASELINE},
	{LEVEL | SO, NO_FACT, PF_ROLE_BASELINE},
	/* "they wait 7 minutes at lunchtime", "it took a day on average", "walks 7 miles a shift"
	 */
	{SPAN | LASTS | HABIT | SO, NO_FACT, PF_ROLE_BASELINE},
	{AMOUNT | LASTS | HABIT | SO, NO_FACT | EACH, PF_ROLE_BASELINE},
	{COUNT | LASTS | HABIT | SO, NO_FACT | EACH, PF_ROLE_BASELINE},
	/* "recruiters read 250 letters for each job" */
	{COUNT | HABIT | SO, NO_FACT | EACH | FEW | WAS, PF_ROLE_BASELINE},
	{SPAN | LASTS | SO, NO_FACT | OFFERED | WAS, PF_ROLE_BASELINE},
	{SPAN | LASTS | WAS | MARKED, NO_FACT, PF_ROLE_BASELINE},
	/* "are stuck for 3 days on average", "we lose $4 a day", "a clerk typed 70 forms a day" */
	{HABIT | HURTS | SO, NO_FACT | GROUP, PF_ROLE_BASELINE},
	{HABIT | WAS, NO_FACT | GROUP | SPAN, PF_ROLE_BASELINE},
	/* "we lost $1.3 million last year", "2,300 complaints last autumn" */
	{SUM | HURTS | SO | MARKED, NO_FACT, PF_ROLE_BASELINE},
	{COUNT | MANY | HURTS | SO | MARKED, NO_FACT, PF_ROLE_BASELINE},
	/* "dropouts cost each workshop $11,000" */
	{SUM | HURTS | COSTS | SO, NO_FACT | EACH, PF_ROLE_BASELINE},
	/* "nowadays a permit costs $240" */
	{SUM | COSTS | SO | MARKED, NO_FACT | EACH, PF_ROLE_BASELINE},
	/* "Response within 4 hours" */
	{SPAN | WITHIN | ALONE, SO, PF_ROLE_TARGET},
	/* "Each wrong pick costs us $23" */
	{SUM | EACH, 0, PF_ROLE_RATE},
	/* "300 visitors a day" */
	{FLOW, 0, PF_ROLE_RATE},
	/* "pupils", "depots"; "24 drivers, 9 dispatchers"; not "there were thirty trucks" */
	{COUNT | NAMED | TRIED, 0, PF_ROLE_POPULATION},
	{COUNT | NAMED, SEATS | FEW | CAPPED, PF_ROLE_POPULATION},
	/* "carries 49 passengers", "up to four people", "hired three apprentices" */
	{GROUP | SEATS, KNOWN | TRIED, PF_ROLE_NONE},
	{GROUP | FEW, KNOWN | TRIED, PF_ROLE_NONE},
	{GROUP | CAPPED, KNOWN | TRIED | MANY, PF_ROLE_NONE},
	/* "the grant pays 80 % of it" */
	{SHARE | TERMS, 0, PF_ROLE_NONE},
};

/* --- when it is so ------------------------------------------------------------------------ */

/* "Half our customers never open it": a share that opens the sentence and is told something of. */
static bool is_subject(const struct parse *p, const struct around *a)
{
	static const char may[][WORD_ROOM] = {"could", "can", "may", "might", "would"};

	if (at_word(p, a->tail, "of") && at_word(p, a->tail + 1, "them"))
		return true;
	if (a->at != a->clause && !at_word(p, a->at - 1, "and") && !at_word(p, a->at - 1, "but"))
		return false;
	for (size_t i = a->tail; i < a->tail + 5; i++) {
		if (at_end(p, i))
			return i > a->tail + 2; /* "callers hang up." */
		if (p->t[i].kind != PF_TOKEN_WORD || ANY_WORD(p, i, may))
			return false;
	}
	return true;
}

/* "Insurers reject 8 % of claims": right behind what must be a verb. */
static bool is_object(const struct parse *p, const struct around *a)
{
	return a->link == LINK_NONE && a->lead > a->clause + 1 &&
	       p->t[a->lead - 1].kind == PF_TOKEN_WORD && p->t[a->lead - 2].kind == PF_TOKEN_WORD &&
	       !at_any(p, a->lead - 1, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(ROLE));
}

/* "Vets in rural practices drive 300 km": of all of them, as a rule. */
static bool is_general(const struct parse *p, const struct around *a)
{
	const struct pf_token *t = &p->t[a->clause];

	/* "Late buses, at 22 %, are the worst", "At 22 %, they are the worst" */
	if (a->link == LINK_AT && at_sign(p, a->tail, ','))
		return a->at == a->clause || at_sign(p, a->at - 1, ',');
	return (t->flags & PF_TOKEN_SENTENCE) && a->clause < a->at &&
	       p->text.ptr[t->end - 1] == 's' && t->end - t->begin > 3 &&
	       !at_any(p, a->clause, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION));
}

static bool after_colon(const struct parse *p, size_t i)
{
	return i && at_sign(p, i - 1, ':') && at_glued(p, i - 1);
}

/* "Each pallet ...", "Every month ...", "Most weeks ..." */
static uint32_t opening(const struct parse *p, size_t i)
{
	static const char ly[][WORD_ROOM] = {"daily", "weekly", "monthly", "hourly", "annually"};

	if (at_word(p, i, "most") && at_class(p, i + 1, LEX_TIME))
		return HABIT;
	if ((ANY_WORD(p, i, ly) && at_class(p, i + 1, LEX_NOT_NOUN)) ||
	    (at_word(p, i, "per") && at_class(p, i + 1, LEX_TIME)))
		return EACH | HABIT; /* "Per week, 4 tonnes end up as feed" */
	i += at_word(p, i, "for");
	if (!at_word(p, i, "each") && !at_word(p, i, "every"))
		return 0;
	return at_class(p, i + 1, LEX_TIME) && !at_word(p, i + 2, "of") ? EACH | HABIT : EACH;
}

static uint32_t time_of(const struct pf_quants *quants, const struct parse *p, size_t i,
			const struct around *a, uint32_t kinds)
{
	struct quant_time t = quant_time_known(quants, p, i);

	/* "Most weeks ...", "The median caller ..." */
	if (t.era == ERA_NONE &&
	    (opening(p, a->clause) & HABIT ||
	     (a->link != LINK_NONE && quant_has_class(p, a->clause, a->at, LEX_HABIT))))
		t.era = ERA_NOW;
	if (t.era == ERA_NONE && (((kinds & SHARE || quants->v[i].per[0]) && is_subject(p, a)) ||
				  (kinds & LEVEL && is_general(p, a)) ||
				  (is_object(p, a) && (kinds & SHARE || is_general(p, a)))))
		t.era = ERA_NOW;
	return (t.era == ERA_NONE || t.era == ERA_LATER ? 0 : SO) | (t.era == ERA_PAST ? WAS : 0) |
	       (t.marked ? MARKED : 0);
}

/* --- what its clause tells ---------------------------------------------------------------- */

static size_t clause_end(const struct parse *p, size_t i)
{
	size_t last = i;

	while (last < p->n && last < i + AROUND && !at_end(p, last) && !at_word(p, last, "with") &&
	       !at_word(p, last, "and"))
		last++;
	return last;
}

static uint32_t classes_in(const struct parse *p, size_t first, size_t last)
{
	uint32_t classes = 0;

	for (size_t i = first; i < last; i++)
		classes |= lexicon_masks_apart[p->lexeme[i].set];
	return classes;
}

/* "a day", "on average", "usually": what is told of once is no habit. */
static bool is_habit(const struct pf_quant *q, const struct parse *p, const struct around *a)
{
	static const char each[][WORD_ROOM] = {"each", "every"};

	/* "$450 per call-out" is a price, "$210,000 a year" what it comes to */
	if (q->per[0] && q->base == PF_QUANT_MONEY)
		return quant_counts_time(q->per) || (a->lead && at_class(p, a->lead - 1, LEX_ILL));
	for (size_t i = a->tail; i < a->tail + 4 && !at_end(p, i); i++)
		if (ANY_WORD(p, i, each))
			return true;
	return q->per[0] || strchr(q->unit, '/');
}

/* "takes 2 days at most" is promised, "they spend up to two hours" is not */
static bool is_capped(const struct pf_quant *q, const struct parse *p, const struct around *a)
{
	return q->bound == PF_BOUND_LT || (q->bound == PF_BOUND_LE && !at_word(p, a->lead, "up"));
}

/* "takes [a clerk] 25 minutes": is it somebody whom it takes so long? */
static bool counts_one(const struct parse *p, size_t i)
{
	static const char whose[][WORD_ROOM] = {"a",     "an",    "the", "our",
						"every", "their", "one", "each"};

	return ANY_WORD(p, i - 2, whose) && p->t[i - 1].kind == PF_TOKEN_WORD;
}

/* "It takes 10 minutes to fit", "the crossing takes 70 minutes": so it is with the thing itself. */
static bool is_offered(const struct pf_quant *q, const struct parse *p, const struct around *a)
{
	static const char thing[][WORD_ROOM] = {"the", "it", "this", "that"};
	static const char takes[][WORD_ROOM] = {"takes", "needs", "lasts", "requires"};

	if (q->kind == PF_QUANT_RANGE)
		return false;
	if (!ANY_WORD(p, a->clause, thing))
		return a->at && at_word(p, a->at - 1, "needs");
	/* "It takes a clerk 25 minutes" */
	if (a->at == a->lead && a->at - a->clause > 2 && counts_one(p, a->at))
		return false;
	for (size_t i = a->at, from = quant_clause_from(a, i, 3); i-- > from;)
		if (ANY_WORD(p, i, takes))
			return true;
	return false;
}

/* "we promised the council 120 allotments", "Harrow Books expects to sell 250,000", "they expect
 * 3,500 visitors" */
static bool is_vowed(const struct parse *p, const struct around *a)
{
	const struct lex_row *row;

	if (after_colon(p, a->clause) && quant_names_goal(p, a->clause - 1))
		return true;
	for (size_t i = a->lead; i-- > a->clause && !at_sign(p, i, ',') && !at_word(p, i, "got");) {
		bool to = at_word(p, i + 1, "to"), beside = i + 1 + to == a->lead;

		/* "aim for nine and [have] 14": a verb of what is so */
		if (at_class(p, i, LEX_PRESENT) && !(i && at_word(p, i - 1, "to")))
			return false;

		if ((row = row_at(p, i, LEX_VOW)) && (int)row->value < 3 &&
		    ((int)row->value == 1 || ((int)row->value == 2 ? beside : to) ||
		     (beside && at_word(p, i, "expect"))))
			return true;
		if (row && !at_word(p, i, "expect") &&
		    (at_word(p, i + 1, "for") || at_word(p, i + 1, "on")))
			return true; /* "asked for", "insist on" */
	}
	return false;
}

static uint32_t clause_of(const struct pf_quant *q, const struct parse *p, const struct around *a,
			  uint32_t kinds)
{
	static const struct {
		uint32_t class, fact;
		bool behind; /* the quantity, or before it */
	} cues[] = {
		{LEX_BIT_APART(ILL), HURTS, true},
		{LEX_BIT_APART(HABIT), HABIT, true},
		{LEX_BIT_APART(SEATS), SEATS, false},
		{LEX_BIT_APART(TRIED), TRIED, false},
	};
	static const char keep[][WORD_ROOM] = {"keep", "keeps", "take", "takes"};
	const size_t from = quant_asked_from(p, a);
	const uint32_t before =
		a->apart | classes_in(p, from, a->clause) | classes_in(p, a->at, a->lead);
	const uint32_t all = before | classes_in(p, a->tail, clause_end(p, a->tail));
	const uint32_t lasts =
		classes_in(p, from < a->clause ? from : quant_clause_from(a, a->at, 5), a->at);
	const uint32_t vow = LEX_BIT_APART(VOW) | LEX_BIT_APART(TRIED); /* "asked for" */
	uint32_t f = opening(p, a->clause);

	for (size_t i = 0; i < sizeof(cues) / sizeof(*cues); i++)
		if ((cues[i].behind ? all : before) & cues[i].class)
			f |= cues[i].fact;
	if (is_habit(q, p, a))
		f |= HABIT;
	else if (f & HABIT && kinds & SPAN) /* "the median caller hears back after 24 days" */
		f |= LASTS;
	if (quant_is_supposed(p, a) || is_capped(q, p, a))
		f |= NO_FACT;
	if ((before | classes_in(p, a->tail, a->tail + 4 < p->n ? a->tail + 4 : p->n)) &
	    LEX_BIT_APART(TERMS))
		f |= NO_FACT;
	/* "You keep 92 % of every sale" */
	if (kinds & SHARE && a->lead && ANY_WORD(p, a->lead - 1, keep) &&
	    at_word(p, a->tail, "of") &&
	    (at_word(p, a->tail + 1, "each") || at_word(p, a->tail + 1, "every")))
		f |= NO_FACT;
	if (before & LEX_BIT_APART(TERMS) && q->base == PF_QUANT_PERCENT)
		f |= TERMS;
	if (lasts & LEX_BIT_APART(LASTS))
		f |= LASTS | (is_offered(q, p, a) ? OFFERED : 0);
	if (kinds & SUM && quant_has_class(p, quant_clause_from(a, a->lead, 5), a->lead, LEX_PRICE))
		f |= COSTS;
	/* "promises payment to 4,200 farmers": whom it is for */
	if (((before & vow || after_colon(p, a->clause)) && is_vowed(p, a) &&
	     !(kinds & GROUP && a->link != LINK_NONE)) ||
	    (kinds & SHARE && quant_is_order(p, a)))
		f |= VOWED;
	return f;
}

/* The first row that fits what is known, NULL for none. What is not known yet, `open`, may be so or
 * not. */
static const struct reading *reading_of(uint32_t known, uint32_t open)
{
	for (size_t k = 0; k < sizeof(readings) / sizeof(*readings); k++)
		if (!(readings[k].has & ~(known | open)) && !(readings[k].lacks & known))
			return &readings[k];
	return NULL;
}

enum pf_quant_role quant_told(const struct pf_quants *quants, const struct parse *p, size_t i)
{
	const struct pf_quant *q = &quants->v[i];
	const struct around *a = quant_around(quants, q);
	const struct reading *reading;
	uint32_t kinds, f;
	bool rate;

	if ((q->role != PF_ROLE_NONE && q->role != PF_ROLE_RATE && q->role != PF_ROLE_POPULATION) ||
	    q->base == PF_QUANT_DATE || q->base == PF_QUANT_MULTIPLIER)
		return q->role;
	kinds = quant_kinds_of(quants, p, i, a);
	rate = quant_lone_share(quants, p, i, a) ||
	       (kinds & AMOUNT && q->role == PF_ROLE_NONE && strchr(q->unit, '/'));
	f = kinds | clause_of(q, p, a, kinds);
	/* Of most quantities no reading depends on the time, and it is not looked for. */
	if (!rate && !reading_of(f, SO | WAS | MARKED))
		return q->role;
	f |= time_of(quants, p, i, a, kinds);
	/* "62 % of callers hang up", "we lose $4 a day": no word says of when, or by whose will */
	if (rate && !(f & (MARKED | NO_FACT | TERMS | VOWED)))
		return PF_ROLE_RATE;
	if (q->role == PF_ROLE_RATE && !(f & (LEVEL | MARKED | NO_FACT | VOWED)))
		return q->role;
	reading = reading_of(f, 0);
	return reading ? reading->role : q->role;
}
