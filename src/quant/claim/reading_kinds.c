/* What a quantity is, before its clause is read: a share, a span of time, a count of whom. */
#include "reading.h"

#include <string.h>

bool quant_counts_time(const char *word)
{
	static const char times[][WORD_ROOM] = {"day",     "week", "month",  "year",
						"quarter", "hour", "bank",   "weekend",
						"night",   "term", "season", "shift"};

	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++)
		if (!strcmp(word, times[i]))
			return true;
	return false;
}

/* "stuck at 37 %", "is 91 %", "averages 4.2 %" */
static bool is_level(const struct pf_quant *q, const struct parse *p, const struct around *a)
{
	static const char rates[][WORD_ROOM] = {"rate", "level", "share", "score", "ratio"};
	static const char times[][WORD_ROOM] = {"time",    "wait", "delay",  "turnaround",
						"backlog", "lag",  "latency"};
	static const char averages[][WORD_ROOM] = {"averages", "averaged"};

	if (q->base == PF_QUANT_DURATION && a->link == LINK_IS)
		return a->at && ANY_WORD(p, a->at - 1, times); /* "lead time is six weeks" */
	/* "How many do they need today? 40." */
	if ((a->lead && ANY_WORD(p, a->lead - 1, averages)) ||
	    (a->link == LINK_IS && at_word(p, q->first - 1, "still")) ||
	    (quant_asked_from(p, a) < a->clause && q->base != PF_QUANT_DURATION &&
	     !(q->base == PF_QUANT_MONEY && /* "What does it cost? $15 a month" */
	       quant_has_class(p, quant_asked_from(p, a), a->clause, LEX_PRICE))))
		return true;
	/* "The cost is $12 on average" */
	if (a->link == LINK_IS &&
	    (quant_has_class(p, a->clause, a->at, LEX_HABIT) ||
	     (at_word(p, a->tail, "on") && at_word(p, a->tail + 1, "average"))))
		return true;
	if (q->base != PF_QUANT_PERCENT)
		return false;
	return a->link == LINK_IS || a->link == LINK_AT ||
	       (a->link == LINK_OF && a->at && ANY_WORD(p, a->at - 1, rates));
}

/* "24 drivers, [9 dispatchers] and [3 depot managers]" */
static bool is_listed(const struct pf_quants *quants, const struct parse *p, size_t i,
		      const struct around *a)
{
	const struct pf_quant *q = &quants->v[i], *b = q - 1;

	return i && b->told == PF_ROLE_POPULATION && q->first - b->last < 4u && a->lead &&
	       (at_sign(p, a->lead - 1, ',') || at_word(p, a->lead - 1, "and")) &&
	       counts_noun(p, a->tail);
}

/* Is no other quantity near it? */
static bool is_alone(const struct pf_quants *quants, size_t i)
{
	const struct pf_quant *q = &quants->v[i];

	return !(i && q[-1].first + QUANT_REACH > q->first) &&
	       !(i + 1 < quants->n && q[1].first < q->last + QUANT_REACH);
}

/* "all 17 of our depots", "the ten foremen" */
static bool is_known(const struct pf_quant *q, const struct parse *p, const struct around *a)
{
	static const char which[][WORD_ROOM] = {"the", "all", "our", "their", "these", "its", "of"};

	for (size_t i = a->lead; i < q->first; i++)
		if (ANY_WORD(p, i, which))
			return true;
	return a->lead && ANY_WORD(p, a->lead - 1, which);
}

/* Does what stands before it in its clause ought to be, or will be? */
static bool is_due(const struct parse *p, const struct around *a)
{
	for (size_t i = a->clause; i < a->at; i++)
		if (quant_due_at(p, i))
			return true;
	return false;
}

/* "Response within 4 hours", "In three working days at the latest.", "will be settled in 5 days" */
static bool is_promised(const struct pf_quant *q, const struct parse *p, const struct around *a)
{
	static const char on[][WORD_ROOM] = {"and", "or", "of", "after", "once"};
	bool promised = a->within || (q->bound == PF_BOUND_LE && a->at == a->clause) ||
			(a->link == LINK_IN && (q->bound == PF_BOUND_LE || is_due(p, a)));

	return q->role == PF_ROLE_NONE && promised &&
	       (at_end(p, a->tail) || ANY_WORD(p, a->tail, on));
}

/* "Thirty mayors ...", "and thirty mayors ..." */
static bool is_subject_place(const struct parse *p, const struct around *a)
{
	return a->at == a->clause || at_sign(p, a->at - 1, ',') || at_word(p, a->at - 1, "and");
}

/* "There are 640 lockers", "31,000 kettles were recalled" */
static bool are_counted(const struct parse *p, const struct around *a)
{
	static const char be[][WORD_ROOM] = {"are", "were"};

	if (!counts_noun(p, a->tail) || at_class(p, a->tail, LEX_TIME) ||
	    at_class(p, a->tail, LEX_ILL))
		return false;
	if (a->link == LINK_IS || a->link == LINK_WAS)
		return a->at && at_word(p, a->at - 1, "there");
	return a->lead == a->clause && ANY_WORD(p, a->tail + 1, be) &&
	       quant_ends_in_ed(p, a->tail + 2);
}

uint32_t quant_kinds_of(const struct pf_quants *quants, const struct parse *p, size_t i,
			const struct around *a)
{
	const struct pf_quant *q = &quants->v[i];
	uint32_t f = 0;

	if ((q->role == PF_ROLE_RATE && !q->per[0] &&
	     (q->base == PF_QUANT_PERCENT || q->base == PF_QUANT_NUMBER)) ||
	    (q->base == PF_QUANT_PERCENT && at_word(p, a->tail, "of")))
		f |= SHARE;
	if (is_level(q, p, a))
		f |= LEVEL;
	if (q->role == PF_ROLE_POPULATION)
		f |= q->per[0] && quant_counts_time(q->per) ? FLOW : GROUP;
	if (q->base == PF_QUANT_NUMBER && !q->unit[0]) {
		bool digit = p->text.ptr[q->begin] >= '0' && p->text.ptr[q->begin] <= '9';

		f |= q->role == PF_ROLE_NONE ? COUNT : 0;
		f |= q->value >= 100 ? MANY
		     : q->value < (q->past && is_subject_place(p, a) ? 100 : 20) && !digit &&
				     q->bound != PF_BOUND_GE
			     ? FEW
			     : 0;
		f |= q->value >= 2 && at_class(p, a->tail, LEX_GROUP) ? NAMED : 0;
		f |= q->value >= 20 && are_counted(p, a) ? NAMED : 0;
		f |= is_listed(quants, p, i, a) ? NAMED | TRIED : 0;
		f |= (at_end(p, a->tail) || at_word(p, a->tail, "would")) &&
				     !(a->lead && at_sign(p, a->lead - 1, '+'))
			     ? BARE
			     : 0;
	}
	if (q->base == PF_QUANT_MONEY)
		f |= q->role == PF_ROLE_NONE ? SUM : 0;
	if (q->base == PF_QUANT_QUANTITY)
		f |= AMOUNT;
	if (q->base == PF_QUANT_PERCENT && quant_stands_alone(p, a->tail))
		f |= PART;
	if (q->base == PF_QUANT_DURATION)
		f |= SPAN | (is_promised(q, p, a) ? WITHIN : 0);
	if (q->bound == PF_BOUND_LE)
		f |= CAPPED;
	if (is_known(q, p, a))
		f |= KNOWN;
	return f | (is_alone(quants, i) ? ALONE : 0);
}
