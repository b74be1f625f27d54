/* Time as a promise: which dates and durations say by when. */
#include "around.h"

#include <string.h>

static bool is_dash(const struct parse *p, size_t i)
{
	return (at_sign(p, i, '-') && !at_glued(p, i)) || at_rune(p, i, "\xE2\x80\x94") ||
	       at_rune(p, i, "\xE2\x80\x93");
}

/* "SEATTLE, June 15, 2026 - Amazon today announced": where and when it was written. */
static bool is_dateline(const struct claim *c)
{
	const struct parse *p = c->p;
	size_t i = c->q->first, end = c->a->tail;
	bool dash = is_dash(p, end) || at_sign(p, end, ')') || at_sign(p, end, '/') ||
		    (i && is_dash(p, i - 1)) ||
		    (i > 1 && at_sign(p, end, '.') && at_sign(p, i - 1, ',') &&
		     (p->t[i - 2].flags & PF_TOKEN_UPPER)); /* "OSLO, 4 May 2028." */

	if (!dash || strcmp(c->q->unit, "day") != 0)
		return false;
	for (size_t k = 0; k < QUANT_REACH; k++, i--) {
		if (at_sign(p, i, ',') || (p->t[i].flags & PF_TOKEN_UPPER))
			return true;
		if (p->t[i].flags & PF_TOKEN_SENTENCE)
			break;
	}
	return false;
}

/* "Last updated: July 2026": of the paper, not of the plan. */
static bool is_of_the_paper(const struct claim *c)
{
	static const char words[][WORD_ROOM] = {"updated", "published", "revised", "created",
						"issued",  "modified",  "dated",   "reviewed"};
	size_t i = c->a->at;

	while (i && c->p->t[i - 1].kind == PF_TOKEN_SIGN && c->a->at - i < 4)
		i--;
	return i && ANY_WORD(c->p, i - 1, words);
}

/* "revenue for FY28" only says which; "planned for May", "for 15 May" say when. */
static bool is_planned(const struct claim *c)
{
	size_t i = c->a->at;

	if (!i || !strcmp(c->q->unit, "day") || !strcmp(c->q->unit, "month") ||
	    c->p->t[i - 1].kind != PF_TOKEN_WORD)
		return true;
	return at_any(c->p, i - 1, LEX_BIT(VERB) | LEX_BIT(REACH) | LEX_BIT(PAST)) ||
	       quant_ends_in_ed(c->p, i - 1);
}

/* "(end of FY28)" */
static bool is_end(const struct parse *p, size_t i)
{
	return i > 1 && at_word(p, i - 1, "of") && at_word(p, i - 2, "end");
}

/* "From 1 December riders will ...", "so from July changes cost nothing", "will be free from May":
 * the day on which it begins; not "prices from May". */
static bool is_start(const struct claim *c)
{
	static const char on[][WORD_ROOM] = {"to", "until", "through", "till"};
	const struct parse *p = c->p;
	size_t i = c->a->at;

	if (c->a->link != LINK_FROM || ANY_WORD(p, c->a->tail, on) || quant_tells_past(c))
		return false;
	return i == c->a->clause || (i && at_word(p, i - 1, "so")) || quant_is_due(c, i);
}

enum pf_quant_role quant_date_role(const struct claim *c)
{
	static const char not_due[][WORD_ROOM] = {"since", "from", "between", "of"};
	const struct parse *p = c->p;
	size_t i = c->a->lead;

	if (is_dateline(c) || is_of_the_paper(c))
		return PF_ROLE_NONE;
	if (at_word(p, c->q->first, "next")) /* it is a date only where it is one */
		return PF_ROLE_DEADLINE;
	if (c->a->link == LINK_FROM || (i && ANY_WORD(p, i - 1, not_due)))
		return is_end(p, i) || is_start(c) ? PF_ROLE_DEADLINE : PF_ROLE_NONE;
	if (c->a->link == LINK_FOR && !is_planned(c))
		return PF_ROLE_NONE;
	if (c->a->link == LINK_IN && quant_is_past(p, c->a->tail)) /* "sales in May were" */
		return PF_ROLE_NONE;
	/* "8,400 visits logged in May" */
	if (c->a->link == LINK_IN && c->a->at > 1 && quant_ends_in_ed(p, c->a->at - 1) &&
	    counts_noun(p, c->a->at - 2) && !quant_is_due(c, c->a->at))
		return PF_ROLE_NONE;
	if (c->a->link == LINK_IN || c->a->link == LINK_OTHER || c->a->link == LINK_AFTER)
		return quant_tells_past(c) ? PF_ROLE_NONE : PF_ROLE_DEADLINE;
	/* "Q4 2026 revenue": it only says which. */
	if (c->a->link == LINK_NONE && !at_end(p, c->a->tail) &&
	    c->p->t[c->a->tail].kind == PF_TOKEN_WORD && !at_class(p, c->a->tail, LEX_NOT_NOUN) &&
	    !at_class(p, c->a->tail, LEX_PREPOSITION))
		return PF_ROLE_NONE;
	return PF_ROLE_DEADLINE;
}

/* Days in the unit of a duration; 0 for hours and less. */
static double days(const struct claim *c)
{
	static const struct {
		const char *unit;
		double days;
	} units[] = {{"day", 1},     {"business day", 1}, {"night", 1},    {"week", 7},
		     {"weekend", 7}, {"month", 30},       {"quarter", 91}, {"year", 365}};

	for (size_t k = 0; k < sizeof(units) / sizeof(*units); k++)
		if (!strcmp(c->q->unit, units[k].unit))
			return units[k].days;
	return 0;
}

/* Does the clause change, aim at or launch something by then? */
static bool has_aim(const struct claim *c)
{
	static const char launch[][WORD_ROOM] = {
		"launch",     "launches", "ship",    "ships",   "release",   "releases",
		"open",       "opens",    "start",   "starts",  "deploy",    "roll",
		"rolls",      "complete", "finish",  "deliver", "live",      "available",
		"profitable", "break",    "due",     "cleared", "completed", "finished",
		"ready",      "built",    "expires", "expire",  "ends"};
	static const char whose[][WORD_ROOM] = {"that", "who", "which"};

	if (c->word != WORD_OTHER)
		return true;
	for (size_t i = c->a->at; i-- > c->a->clause;) {
		if (ANY_WORD(c->p, i, launch))
			return true;
		if (ANY_WORD(c->p, i, whose)) /* "the share that finish within two weeks" */
			break;
	}
	for (size_t i = c->index; i-- > 0 && c->q->first - c->quants->v[i].last < QUANT_REACH;) {
		enum pf_quant_role role = c->quants->v[i].role;

		if (role == PF_ROLE_DELTA || role == PF_ROLE_TARGET ||
		    (role == PF_ROLE_POPULATION && c->a->within))
			return true;
	}
	return false;
}

/* "at launch plus ninety days", "1,500 three months after launch" */
static bool counts_from_launch(const struct claim *c)
{
	static const char start[][WORD_ROOM] = {"launch", "opening", "rollout", "release",
						"start",  "change",  "switch"};
	static const char from[][WORD_ROOM] = {"after", "from", "of"};
	const struct parse *p = c->p;
	size_t i = c->a->tail, k = c->a->lead;

	if (k > 1 && (at_word(p, k - 1, "plus") || at_sign(p, k - 1, '+')))
		return ANY_WORD(p, k - 2, start);
	return ANY_WORD(p, i, from) && ANY_WORD(p, i + 1 + at_word(p, i + 1, "the"), start);
}

/* "are [now] settled in nine days" */
static bool is_so_now(const struct claim *c)
{
	if (!(c->a->classes & LEX_BIT(STANCE)))
		return false;
	for (size_t i = c->a->at, from = quant_clause_from(c->a, i, 4); i-- > from;)
		if (at_word(c->p, i, "now"))
			return true;
	return false;
}

/* "in 25 days, down from 60", "in 3 days rather than 10": a level that has another. */
static bool has_other_end(const struct parse *p, size_t i)
{
	static const char first[][WORD_ROOM] = {"down", "up", "rather", "instead", "versus", "not"};

	i += at_sign(p, i, ',');
	return ANY_WORD(p, i, first) &&
	       (at_number(p, i + 1) || at_number(p, i + 2) || at_class(p, i + 1, LEX_NUMBER) ||
		at_class(p, i + 2, LEX_NUMBER));
}

/* "After two years they [will] have ...", "sales [reach] ...", not "they earn" */
static bool is_due_behind(const struct parse *p, size_t i)
{
	for (size_t k = i; k < i + 8 && !quant_clause_ends(p, k + 1); k++)
		if (quant_due_at(p, k) ||
		    at_any(p, k, LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(REACH)))
			return true;
	return false;
}

/* "within 3 months", "in the first 90 days"; not "refunds arrive within 3 days". */
bool quant_is_deadline(const struct claim *c)
{
	bool in = c->a->link == LINK_IN || c->a->link == LINK_AFTER;
	double unit = days(c);
	size_t i = c->a->tail;

	if (unit < 1 || c->a->past || has_other_end(c->p, i) || quant_tells_past(c) || is_so_now(c))
		return false;
	if (counts_from_launch(c))
		return true;
	/* "ten months from today" */
	if (at_word(c->p, i, "from") &&
	    (at_word(c->p, i + 1, "today") || at_word(c->p, i + 1, "now") ||
	     at_word(c->p, i + 1, "launch")))
		return true;
	if (c->a->first || c->a->next)
		return in || c->a->within || c->a->over || at_sign(c->p, i, ':');
	if (!c->a->within && !in)
		return false;
	/* "Within 3 months, ...": what is to be done follows. */
	if (unit * c->q->value >= 7 && (c->p->t[c->a->at].flags & PF_TOKEN_SENTENCE))
		return c->a->link != LINK_AFTER || is_due_behind(c->p, i);
	/* "will reach your account within 3 days" */
	if (unit < 7 && c->q->value < 14 && !quant_changes(c))
		return false;
	return has_aim(c);
}
