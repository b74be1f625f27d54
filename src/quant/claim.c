/* Role and direction: what the clause claims of a quantity. */
#include "around.h"

#include <string.h>

bool quant_is_time(const struct pf_quant *q)
{
	return q->base == PF_QUANT_DATE || q->base == PF_QUANT_DURATION;
}

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

/* --- the governing verb ----------------------------------------------------- */

/* The nearest verb or noun of change, aim or rest before the link, in the clause. */
static void find_word(struct claim *c)
{
	c->word = WORD_OTHER;
	c->word_at = c->p->n;
	c->direct = c->a->link == LINK_NONE;
	for (size_t i = c->a->at; i-- > c->a->clause;) {
		enum quant_word w = quant_word_at(c->p, i);

		if (w != WORD_OTHER && w != WORD_VERB) {
			c->word = w;
			c->word_at = i;
			c->dir = w == WORD_UP     ? PF_DIR_UP
				 : w == WORD_DOWN ? PF_DIR_DOWN
						  : PF_DIR_NONE;
			return;
		}
		/* Past another verb or a preposition, what follows is no object. */
		if (w == WORD_VERB || c->a->at - i > 6 ||
		    (c->p->t[i].kind != PF_TOKEN_WORD && !at_sign(c->p, i, '-')) ||
		    at_class(c->p, i, LEX_PREPOSITION) || at_word(c->p, i, "and") ||
		    at_word(c->p, i, "with") || at_class(c->p, i, LEX_MONTH))
			c->direct = false;
		if (w == WORD_VERB && c->a->link == LINK_NONE)
			return;
	}
}

/* "must", "should", "will" in the few words before token `at`. */
static bool is_due(const struct claim *c, size_t at)
{
	for (size_t i = at, from = quant_clause_from(c->a, at, 6); i-- > from;)
		if (phrase_at(c->p, i, LEX_DUE).row)
			return true;
	return false;
}

static bool must_at(const struct parse *p, size_t i)
{
	const struct lex_row *row = phrase_at(p, i, LEX_DUE).row;

	return row && row->value > 0;
}

/* "at least 70 % of riders must finish": the same, behind what is bound. */
static bool ought_after(const struct claim *c)
{
	for (size_t i = c->a->tail, k = 0; k < 6 && !at_end(c->p, i); k++, i++)
		if (must_at(c->p, i))
			return true;
	return false;
}

/* "Before: 40 clicks. After: 6." */
static enum pf_quant_role before_or_after(const struct claim *c)
{
	size_t i = c->a->at;

	if (i < 2 || !at_sign(c->p, i - 1, ':') || !at_glued(c->p, i - 1))
		return PF_ROLE_NONE;
	return at_word(c->p, i - 2, "before")  ? PF_ROLE_BASELINE
	       : at_word(c->p, i - 2, "after") ? PF_ROLE_TARGET
					       : PF_ROLE_NONE;
}

/* A label of the value: "target: 40 %", "the goal for Q4 is 40 %", "baseline of 29 %". */
static enum pf_quant_role label(const struct claim *c)
{
	const struct lex_row *row;
	size_t stop = c->a->link == LINK_IS ? 9 : 3;
	bool near = c->a->link == LINK_IS || c->a->link == LINK_OF || c->a->link == LINK_AT ||
		    c->a->link == LINK_NONE;

	for (size_t i = c->a->at, k = 0; near && i && k < stop; k++) {
		if (c->p->t[i].flags & PF_TOKEN_SENTENCE)
			break;
		i--;
		if ((row = row_at(c->p, i, LEX_ROLE)))
			return (enum pf_quant_role)row->value;
		if (c->p->t[i].kind == PF_TOKEN_SIGN && !at_sign(c->p, i, ':') &&
		    !at_rune(c->p, i, "=") && !at_sign(c->p, i, '*') && !at_sign(c->p, i, '|'))
			break;
		if (c->a->link == LINK_NONE && c->p->t[i].kind == PF_TOKEN_WORD)
			break;
	}
	return before_or_after(c);
}

static enum pf_quant_dir multiplier_dir(const struct claim *c, enum pf_quant_dir after)
{
	bool verb = c->word == WORD_DOWN && (c->direct || c->a->link == LINK_BY);

	if (after != PF_DIR_NONE)
		return after;
	return verb || c->q->value < 1 ? PF_DIR_DOWN : PF_DIR_UP;
}

static bool changes(const struct claim *c)
{
	return c->word == WORD_UP || c->word == WORD_DOWN;
}

/* "stays at", "must be held at"; what "stayed at 13" only was. */
static bool keeps(const struct claim *c)
{
	return c->word == WORD_HOLD && (!quant_is_past(c->p, c->word_at) || is_due(c, c->word_at));
}

/* --- the role by the link ---------------------------------------------------- */

/* "from 48 manual steps to 6": is there a "to" for this "from"? */
static bool leads_to(const struct claim *c)
{
	const struct parse *p = c->p;

	for (size_t i = c->a->tail; i < c->a->tail + QUANT_REACH && i < p->n; i++) {
		if (p->t[i].flags & PF_TOKEN_SENTENCE)
			return false;
		if (at_sign(p, i, '>') ||
		    ((at_word(p, i, "to") || at_word(p, i, "down") || at_word(p, i, "towards")) &&
		     (at_number(p, i + 1) || at_number(p, i + 2) ||
		      at_class(p, i + 1, LEX_NUMBER) || at_word(p, i + 1, "under") ||
		      at_word(p, i + 1, "at"))))
			return true;
	}
	return false;
}

/* The last quantity before this one in its sentence that could be its other end. */
static const struct pf_quant *partner(const struct claim *c, size_t reach)
{
	for (size_t i = c->index; i-- > 0 && c->index - i < 4;) {
		const struct pf_quant *b = &c->quants->v[i];

		if (c->q->first - b->last > reach)
			return NULL;
		for (size_t k = b->last; k <= c->q->first; k++)
			if (c->p->t[k].flags & PF_TOKEN_SENTENCE)
				return NULL;
		if (like(b, c->q) && b->pair == PF_QUANT_NONE)
			return b;
	}
	return NULL;
}

static bool to_is_aim(const struct claim *c)
{
	const struct pf_quant *b = partner(c, QUANT_REACH);

	if (b && (b->role == PF_ROLE_BASELINE || b->last == c->a->at))
		return true;
	/* "turning a 90-minute trip into a 30-minute one" */
	if (b && c->word == WORD_CHANGE &&
	    (c->a->link == LINK_WITH || at_word(c->p, c->a->at, "into")))
		return true;
	if (c->a->link == LINK_WITH)
		return false;
	if (c->word == WORD_CHANGE || c->word == WORD_OTHER)
		return c->a->at &&
		       (at_word(c->p, c->a->at - 1, "down") || at_word(c->p, c->a->at - 1, "up"));
	/* "cut the queue and give access to 12,000 clinics": another verb is nearer. */
	for (size_t i = c->word_at + 1; i < c->a->at; i++)
		if (at_class(c->p, i, LEX_VERB) || at_word(c->p, i, "access"))
			return false;
	return true;
}

/* "versus net income of $5.3 million" */
static bool of_the_other(const struct claim *c)
{
	size_t i = c->a->at;

	for (int k = 0; k < 6 && i > c->a->clause && c->p->t[i - 1].kind == PF_TOKEN_WORD;
	     k++, i--) {
		struct phrase phrase = phrase_before(c->p, i, LEX_LINK);

		if (phrase.row)
			return phrase.row->value == LINK_VERSUS;
	}
	return false;
}

static enum pf_quant_role by_of(const struct claim *c)
{
	enum pf_quant_role said = label(c);

	if (of_the_other(c))
		return PF_ROLE_BASELINE;
	if (said != PF_ROLE_NONE)
		return said;
	/* "an increase of 12 %"; "reach a rating of 4.6" */
	if (changes(c) && c->word_at + 1 == c->a->at)
		return PF_ROLE_DELTA;
	return c->word == WORD_REACH && c->a->at - c->word_at < 6 ? PF_ROLE_TARGET : PF_ROLE_NONE;
}

static enum pf_quant_role by_link(struct claim *c)
{
	switch (c->a->link) {
	case LINK_BY:
		if (changes(c) || c->word == WORD_CHANGE)
			return PF_ROLE_DELTA;
		return c->q->base == PF_QUANT_PERCENT ? PF_ROLE_DELTA : PF_ROLE_NONE;
	case LINK_FROM: return changes(c) || leads_to(c) ? PF_ROLE_BASELINE : PF_ROLE_NONE;
	case LINK_WITH:
	case LINK_TO: return to_is_aim(c) ? PF_ROLE_TARGET : PF_ROLE_NONE;
	case LINK_BECOMES: return PF_ROLE_TARGET;
	case LINK_VERSUS:
		/* "Instead of 9 forms, there are 2" */
		return c->q->base != PF_QUANT_NUMBER || partner(c, QUANT_REACH) ||
				       c->p->t[c->a->at].flags & PF_TOKEN_SENTENCE
			       ? PF_ROLE_BASELINE
			       : PF_ROLE_NONE;
	case LINK_WAS: return PF_ROLE_BASELINE;
	case LINK_NOW: {
		const struct pf_quant *b = partner(c, QUANT_REACH);

		return b && b->role == PF_ROLE_BASELINE ? PF_ROLE_TARGET : PF_ROLE_BASELINE;
	}
	case LINK_AT:
		if (keeps(c) || (c->word == WORD_REACH && c->word_at + 1 == c->a->at))
			return PF_ROLE_TARGET;
		return label(c);
	case LINK_OF: return by_of(c);
	case LINK_FOR: /* "aim for 95 %" */
		return c->word == WORD_REACH && c->word_at + 1 == c->a->at ? PF_ROLE_TARGET
									   : PF_ROLE_NONE;
	case LINK_IS:
		if (label(c) != PF_ROLE_NONE)
			return label(c);
		return at_word(c->p, c->a->at, "be") && is_due(c, c->a->at) ? PF_ROLE_TARGET
									    : PF_ROLE_NONE;
	default: return PF_ROLE_NONE;
	}
}

/* "a refund should take 2 minutes" */
static bool ought(const struct claim *c)
{
	for (size_t i = c->a->at, from = quant_clause_from(c->a, i, 3); i-- > from;)
		if (must_at(c->p, i))
			return true;
	return false;
}

/* "our goal is to get 5,000 households on board" */
static bool is_goal(const struct claim *c)
{
	static const char *const words[] = {"goal", "aim", "target", "objective", "ambition"};
	bool is_to = false;

	for (size_t i = c->a->at; i-- > c->a->clause;) {
		is_to |= (at_word(c->p, i, "is") || at_word(c->p, i, "are")) &&
			 at_word(c->p, i + 1, "to");
		if (is_to && ANY_WORD(c->p, i, words))
			return !changes(c);
	}
	return false;
}

/* "falls below $10" is a level; "fell more than 5 %" a change. */
static bool falls_below(const struct claim *c)
{
	static const char *const words[] = {"below", "under", "above", "beyond"};

	return c->word_at + 1 == c->a->at && ANY_WORD(c->p, c->a->at, words);
}

/* The object of a verb, or the value after a label. */
static enum pf_quant_role by_verb(const struct claim *c)
{
	enum pf_quant_role said = label(c);

	if (said != PF_ROLE_NONE)
		return said;
	if (c->a->within || c->a->over)
		return PF_ROLE_NONE;
	if (ought(c) || is_goal(c))
		return PF_ROLE_TARGET;
	if (!c->direct)
		return PF_ROLE_NONE;
	if (changes(c))
		return falls_below(c) ? PF_ROLE_TARGET : PF_ROLE_DELTA;
	if (c->word == WORD_REACH && !at_word(c->p, c->word_at, "get") &&
	    !at_word(c->p, c->word_at, "gets"))
		return PF_ROLE_TARGET;
	/* "maintain 99.95 % availability"; "holds 12 kg" is no aim */
	return at_word(c->p, c->word_at, "maintain") || at_word(c->p, c->word_at, "maintains")
		       ? PF_ROLE_TARGET
		       : PF_ROLE_NONE;
}

/* "stays under 40 MB", "must take less than two minutes": a bound that is an aim. */
static bool bound_is_aim(const struct claim *c)
{
	if (c->a->bound == PF_BOUND_NONE || c->a->bound == PF_BOUND_APPROX)
		return false;
	if (c->a->aim || (keeps(c) && c->word_at + 6 > c->a->at))
		return true;
	return (c->a->link == LINK_NONE || c->a->link == LINK_IN || c->a->link == LINK_IS) &&
	       (is_due(c, c->a->at) || ought_after(c));
}

/* --- who and how often ------------------------------------------------------- */

static size_t population_at(const struct claim *c)
{
	size_t i = c->a->tail;

	if (c->q->base == PF_QUANT_NUMBER)
		for (size_t k = 0; k < 3 && !at_end(c->p, i); k++, i++) {
			if (at_class(c->p, i, LEX_POPULATION))
				return i;
			if (at_class(c->p, i, LEX_NOT_NOUN) || at_class(c->p, i, LEX_VERB))
				break;
		}
	return c->p->n;
}

/* "29 % today", "61 minutes (today)", "Today, drivers wait 61 minutes". */
static bool is_now(const struct claim *c)
{
	static const char *const words[] = {"today", "now", "currently"};
	const struct parse *p = c->p;
	size_t i = c->a->tail;

	if (i < p->n && !(p->t[i].flags & PF_TOKEN_SENTENCE) &&
	    (ANY_WORD(p, i, words) || (at_sign(p, i, '(') && ANY_WORD(p, i + 1, words))))
		return true;
	i = c->a->at;
	for (size_t from = quant_clause_from(c->a, i, 8); i-- > from;) {
		if (c->index && i < c->quants->v[c->index - 1].last)
			return false; /* another number is nearer to it */
		if (at_word(p, i, "to"))
			return false;
		if (ANY_WORD(p, i, words))
			return !at_sign(p, i + 1, ',') || (p->t[i].flags & PF_TOKEN_SENTENCE);
	}
	return false;
}

/* "14 km a shift", "3 per picker": how often, though no unit of it is known. */
static bool is_each(const struct claim *c)
{
	static const char *const words[] = {"a", "an", "per", "each", "every"};
	size_t i = c->a->tail;

	return c->q->per[0] || (ANY_WORD(c->p, i, words) && !at_end(c->p, i + 1) &&
				c->p->t[i + 1].kind == PF_TOKEN_WORD);
}

/* "one in ten orders", "half of callers": a part of what follows. */
static bool is_part(const struct claim *c)
{
	char first = c->p->text.ptr[c->q->begin];

	return c->q->base == PF_QUANT_NUMBER && c->q->value > 0 && c->q->value < 1 &&
	       (first < '0' || first > '9') && !at_end(c->p, c->a->tail);
}

/* "They call twice a week", "makes the piece twice": how often, and no change; "sales rose twice",
 * "twice the price", "twice as fast" are one. */
static bool counts_times(const struct claim *c)
{
	static const char *const than[] = {"as",  "the", "that",  "this", "what", "its",
					   "our", "my",  "their", "his",  "her",  "your"};

	return c->q->base == PF_QUANT_MULTIPLIER && c->q->last == c->q->first + 1 &&
	       at_word(c->p, c->q->first, "twice") && !ANY_WORD(c->p, c->a->tail, than) &&
	       !changes(c);
}

static enum pf_quant_role measure_role(struct claim *c, enum pf_quant_dir after)
{
	enum pf_quant_role role;
	size_t people;

	if (counts_times(c))
		return PF_ROLE_NONE;
	if (c->q->base == PF_QUANT_MULTIPLIER)
		/* "raise it to 3x"; the "to" of "to halve" is of the verb */
		return c->a->link == LINK_TO && at_number(c->p, c->q->first) ? by_link(c)
									     : PF_ROLE_DELTA;
	if (after != PF_DIR_NONE)
		return PF_ROLE_DELTA;
	role = c->a->link == LINK_NONE ? by_verb(c) : by_link(c);
	if (role != PF_ROLE_NONE)
		return role;
	if (bound_is_aim(c))
		return PF_ROLE_TARGET;
	if (quant_signed(c) != PF_DIR_NONE)
		return PF_ROLE_DELTA;
	people = population_at(c);
	if (people < c->p->n && at_class(c->p, people + 1, LEX_JOIN))
		return PF_ROLE_TARGET;
	if (is_now(c)) {
		const struct pf_quant *b = partner(c, QUANT_REACH);

		return b && b->role == PF_ROLE_BASELINE ? PF_ROLE_TARGET : PF_ROLE_BASELINE;
	}
	/* "waited 11 minutes before" */
	if (at_word(c->p, c->a->tail, "before") && at_end(c->p, c->a->tail + 1))
		return PF_ROLE_BASELINE;
	if (is_part(c) || (c->q->base == PF_QUANT_PERCENT && at_word(c->p, c->a->tail, "of")))
		return PF_ROLE_RATE;
	if (people < c->p->n)
		return PF_ROLE_POPULATION;
	return is_each(c) ? PF_ROLE_RATE : PF_ROLE_NONE;
}

void quant_claim(struct pf_quants *quants, const struct parse *p, size_t i, const struct around *a)
{
	struct pf_quant *q = &quants->v[i];
	struct claim c = {.p = p, .quants = quants, .q = q, .a = a, .index = i};
	enum pf_quant_dir after;

	find_word(&c);
	q->role = PF_ROLE_NONE;
	q->dir = PF_DIR_NONE;
	if (q->base == PF_QUANT_DATE) {
		q->role = quant_date_role(&c);
		return;
	}
	if (q->base == PF_QUANT_DURATION && quant_is_deadline(&c)) {
		q->role = PF_ROLE_DEADLINE;
		return;
	}
	q->past = quant_tells_past(&c);
	after = quant_change_after(&c);
	q->role = measure_role(&c, after);
	if (q->base == PF_QUANT_MULTIPLIER && q->role != PF_ROLE_NONE)
		q->dir = multiplier_dir(&c, after);
	else if (after != PF_DIR_NONE)
		q->dir = after;
	else if (q->role == PF_ROLE_DELTA || q->role == PF_ROLE_TARGET ||
		 (q->role == PF_ROLE_BASELINE && a->link == LINK_FROM))
		q->dir = c.dir != PF_DIR_NONE ? c.dir : quant_signed(&c);
	/* "must not fall below 99.9 %" is a level that is held */
	if (a->link == LINK_NONE && q->role == PF_ROLE_TARGET &&
	    ((q->dir == PF_DIR_DOWN && a->bound == PF_BOUND_GE) ||
	     (q->dir == PF_DIR_UP && a->bound == PF_BOUND_LE)))
		q->dir = PF_DIR_NONE;
}
