/* Role and direction: what a clause claims of a quantity, asked in order. */
#include "around.h"
#include "number/number.h"

#include <string.h>

/* --- a bound that is an aim --------------------------------------------------- */

/* "Wrong deliveries: at most 2"; "Budget: up to \u20AC2M" is no aim. */
static bool bounds_label(const struct claim *c)
{
	size_t i = c->a->lead;

	return i && at_sign(c->p, i - 1, ':') && at_glued(c->p, i - 1) &&
	       c->q->base != PF_QUANT_MONEY;
}

/* "would bring the bill under $90", "to get waits below 2 days" */
static bool brings_under(const struct claim *c)
{
	static const char verbs[][WORD_ROOM] = {"bring", "brings", "get",  "gets",  "push",
						"drive", "take",   "pull", "force", "move"};

	if (c->a->link != LINK_NONE || c->q->bound == PF_BOUND_LE || c->q->bound == PF_BOUND_GE)
		return false;
	for (size_t i = c->a->at, from = quant_clause_from(c->a, i, 6); i-- > from;)
		if (ANY_WORD(c->p, i, verbs))
			return i + 1 < c->a->at;
	return false;
}

/* "Get downtime below 6 hours": who opens with the verb wants it. */
static bool orders(const struct claim *c)
{
	static const char verbs[][WORD_ROOM] = {"get", "push", "drive", "keep", "bring", "hold"};
	static const char caps[][WORD_ROOM] = {"cap", "limit"};
	size_t first = c->a->clause + at_word(c->p, c->a->clause, "to");

	if (c->a->link == LINK_AT && ANY_WORD(c->p, first, caps)) /* "Cap overtime at 10 hours" */
		return (c->p->t[c->a->clause].flags & PF_TOKEN_SENTENCE) != 0;
	if (c->a->clause == c->a->lead && c->a->bound == PF_BOUND_LE &&
	    at_word(c->p, c->a->lead, "no") && (c->p->t[c->a->lead].flags & PF_TOKEN_SENTENCE))
		return true; /* "No more than five escalations per quarter" */
	return c->a->link == LINK_NONE && c->a->clause < c->a->lead &&
	       ANY_WORD(c->p, first, verbs) &&
	       !(at_word(c->p, first, "bring") && first + 1 == c->a->lead) &&
	       (c->p->t[c->a->clause].flags & PF_TOKEN_SENTENCE);
}

/* "Coverage >= 70 %", "Cost per hire under $3,000": a line without a verb. */
static bool is_line(const struct claim *c)
{
	static const char under[][WORD_ROOM] = {"under", "below", "over", "above"};
	const struct parse *p = c->p;
	size_t lead = c->a->lead, from = c->a->clause;
	bool bounded = lead < c->q->first &&
		       (p->t[c->q->first - 1].kind == PF_TOKEN_SIGN || ANY_WORD(p, lead, under));

	if (!bounded || !c->q->unit[0] || c->a->link != LINK_NONE || lead == from ||
	    quant_word_at(p, from) != WORD_OTHER || !(p->t[from].flags & PF_TOKEN_SENTENCE) ||
	    !(at_end(p, c->a->tail) || at_word(p, c->a->tail, "for")))
		return false;
	for (size_t i = from + 1; i < lead; i++)
		if (at_sign(p, i, ',') || quant_word_at(p, i) != WORD_OTHER ||
		    at_class(p, i, LEX_PRESENT) || at_any(p, i, LEX_BIT(DUE) | LEX_BIT(PAST)) ||
		    quant_ends_in_ed(p, i))
			return false;
	return true;
}

/* "free [for orders over] $25": which of them, and no aim. */
static bool says_which(const struct claim *c)
{
	size_t i = c->a->lead;

	return c->q->base == PF_QUANT_MONEY && i > 1 && counts_noun(c->p, i - 1) &&
	       at_class(c->p, i - 2, LEX_PREPOSITION);
}

/* "at most 2 % of parcels may be lost" */
static bool is_allowed(const struct claim *c)
{
	if (c->a->bound != PF_BOUND_LE || c->a->within)
		return false;
	for (size_t i = c->a->tail, k = 0; k < 6 && !at_end(c->p, i); k++, i++)
		if (at_word(c->p, i, "may"))
			return true;
	return false;
}

/* "stays under 40 MB", "must take less than two minutes": a bound that is an aim. */
static bool bound_is_aim(const struct claim *c)
{
	if (c->a->bound == PF_BOUND_NONE || c->a->bound == PF_BOUND_APPROX || says_which(c))
		return false;
	if (c->a->aim || bounds_label(c) || orders(c) || brings_under(c) || is_line(c) ||
	    is_allowed(c) || quant_is_metric(c) || quant_is_gate(c) ||
	    (quant_keeps(c) && c->word_at + 6 > c->a->at))
		return true;
	return (c->a->link == LINK_NONE || c->a->link == LINK_IN || c->a->link == LINK_IS) &&
	       (quant_is_due(c, c->a->at) || (!c->a->within && quant_ought_after(c)) ||
		quant_is_aim(c));
}

/* --- who and how often ------------------------------------------------------- */

/* "14 km a shift", "3 per picker": how often, though no unit of it is known. */
static bool is_each(const struct claim *c)
{
	static const char words[][WORD_ROOM] = {"a", "an", "per", "each", "every"};
	static const char distinct[][WORD_ROOM] = {"each", "every"};
	size_t i = c->a->tail +
		   (at_word(c->p, c->a->tail, "for") && ANY_WORD(c->p, c->a->tail + 1, distinct));

	if (c->q->per[0])
		return true;
	if (at_end(c->p, i))
		return false;
	if (at_word(c->p, i, "apiece") || (at_word(c->p, i, "each") && at_end(c->p, i + 1)))
		return true; /* "$12 each" */
	if (at_word(c->p, i, "per") && at_number(c->p, i + 1))
		return true; /* "9 litres per 100 km" */
	return ANY_WORD(c->p, i, words) && !at_end(c->p, i + 1) &&
	       c->p->t[i + 1].kind == PF_TOKEN_WORD;
}

/* "They call twice a week", "makes the piece twice": how often, and no change; "sales rose twice",
 * "twice the price", "twice as fast" are one. */
static bool counts_times(const struct claim *c)
{
	static const char than[][WORD_ROOM] = {"as",  "the", "that",  "this", "what", "its",
					       "our", "my",  "their", "his",  "her",  "your"};

	return c->q->base == PF_QUANT_MULTIPLIER && c->q->last == c->q->first + 1 &&
	       at_word(c->p, c->q->first, "twice") && !ANY_WORD(c->p, c->a->tail, than) &&
	       !quant_changes(c);
}

/* "we plan on 99 %", "we are committed to it in 95 % of cases": the link says nothing of a change.
 */
static bool is_stated(const struct claim *c)
{
	return c->a->link == LINK_BY || c->a->link == LINK_TO || c->a->link == LINK_IS ||
	       c->a->link == LINK_AT || c->a->link == LINK_OF || c->a->link == LINK_IN ||
	       c->a->link == LINK_FOR;
}

/* "it has hovered around 2.2 % since March" */
static bool hovers(const struct claim *c)
{
	return c->a->lead && (at_word(c->p, c->a->lead - 1, "hovered") ||
			      at_word(c->p, c->a->lead - 1, "hovers"));
}

/* "by 2029 it will be in [20]" */
static bool stands_bare(const struct claim *c)
{
	return c->q->base == PF_QUANT_PERCENT ||
	       (c->q->base == PF_QUANT_NUMBER && !c->q->unit[0] && c->a->link != LINK_OTHER &&
		(c->q->value >= 20 || at_end(c->p, c->a->tail)));
}

/* --- what is asked, in order --------------------------------------------------- */

static bool is_signed(const struct claim *c)
{
	return quant_signed(c) != PF_DIR_NONE;
}

static bool is_group(const struct claim *c)
{
	return c->people < c->p->n;
}

/* "75 k users signed up" */
static bool have_joined(const struct claim *c)
{
	size_t i = is_group(c) ? c->people : c->a->tail;

	if (!is_group(c) && (c->q->base != PF_QUANT_NUMBER || !counts_noun(c->p, i)))
		return false;
	i += 1u + at_word(c->p, i + 1, "have");
	/* "signed the petition" */
	return at_class(c->p, i, LEX_JOIN) &&
	       !(at_word(c->p, i, "signed") && at_class(c->p, i + 1, LEX_FILLER));
}

static bool is_now(const struct claim *c)
{
	/* "is now used by 40 schools": who, and not how many */
	if (is_group(c) && (c->a->link == LINK_BY || c->a->link == LINK_FOR))
		return false;
	/* "Available now in 28 states" */
	if (c->a->link == LINK_IN && c->a->at && at_word(c->p, c->a->at - 1, "now"))
		return false;
	return quant_is_now(c, is_group(c));
}

/* "from 48, 6 now" */
static bool has_become(const struct claim *c)
{
	const struct pf_quant *b = quant_partner(c, QUANT_REACH);

	return b && b->role == PF_ROLE_BASELINE && is_now(c);
}

/* "1 % is the aim", "a 99 % fill rate is our goal", "attendance of 95 % is required" */
static bool is_called_aim(const struct claim *c)
{
	static const char called[][WORD_ROOM] = {
		"plan",   "standard",  "required", "needed",     "achievable", "feasible",
		"enough", "realistic", "possible", "guaranteed", "promised"};
	const struct parse *p = c->p;
	size_t i = c->a->tail, stop = i + 4;

	/* "Is 60 % realistic?" */
	if (at_word(p, c->a->clause, "is") && c->a->lead == c->a->clause + 1)
		return ANY_WORD(p, i, called);
	if (c->a->link == LINK_WITH) /* "a phone with 64 GB is enough" */
		return false;
	while (i < stop && !at_end(p, i) && !at_class(p, i, LEX_PRESENT) && !at_word(p, i, "was"))
		i++;
	if (at_word(p, i, "are") && at_word(p, i + 1, "planned"))
		return true;
	if (!at_word(p, i, "is") && !at_word(p, i, "was"))
		return false;
	i += at_word(p, i + 1, "the") || at_word(p, i + 1, "our") ? 2 : 1;
	if (at_word(p, i, "what") && at_word(p, i + 1, "we")) /* "is what we promise" */
		return quant_stance_at(p, i + 2, STANCE_WISH);
	return quant_stance_at(p, i, STANCE_GOAL) || ANY_WORD(p, i, called) ||
	       (at_word(p, i, "within") && at_word(p, i + 1, "reach"));
}

/* "A margin of 18 % should climb to 22 %": from where. */
static bool is_to_move(const struct claim *c)
{
	static const char ends[][WORD_ROOM] = {"closed", "bridged", "halved", "doubled"};
	const struct parse *p = c->p;
	size_t i = c->a->tail;

	if (c->a->within || (c->a->link != LINK_NONE && c->a->link != LINK_OF) || at_end(p, i))
		return false;
	i += !at_class(p, i, LEX_DUE); /* "the 18 % margin should" */
	if (!quant_due_at(p, i))
		return false;
	/* "The gap of 14 points should be closed" */
	if (at_word(p, i + 1, "be") && ANY_WORD(p, i + 2, ends))
		return true;
	for (size_t k = 0; k < 3 && !at_end(p, i) && !at_any(p, i, LEX_BIT(UP) | LEX_BIT(DOWN));
	     k++)
		i++;
	return at_any(p, i, LEX_BIT(UP) | LEX_BIT(DOWN)) && at_class(p, i + 1, LEX_PREPOSITION) &&
	       !at_word(p, i + 1, "by") && (at_number(p, i + 2) || at_number(p, i + 3));
}

/* "the 50 % [we promised]", "the 40 stores they hope for" */
static bool is_promised(const struct claim *c)
{
	static const char who[][WORD_ROOM] = {"we", "they", "you", "i"};
	const struct parse *p = c->p;
	size_t i = c->a->tail;

	i += !at_end(p, i) && !at_class(p, i, LEX_NOT_NOUN);
	if (at_end(p, i) || !ANY_WORD(p, i, who))
		return false;
	i += at_word(p, i + 1, "have") || at_word(p, i + 1, "had") ? 2 : 1;
	return (quant_stance_at(p, i, STANCE_WISH) && !at_word(p, i, "need")) ||
	       at_class(p, i, LEX_VOW);
}

/* "must fall below 40 minutes (2027: 75 minutes)" */
static bool is_of_year(const struct claim *c)
{
	const struct pf_quant *b;
	size_t i = c->a->lead;
	int year;

	if (i < 3 || !at_sign(c->p, i - 1, ':') || !at_sign(c->p, i - 3, '(') ||
	    !parse_int(c->p, i - 2, &year) || year < 1900 || year > 2100)
		return false;
	b = quant_partner(c, QUANT_REACH);
	return b && b->role == PF_ROLE_TARGET;
}

/* "its 95 % [target]", "the 4-minute [goal]" */
static bool names_target(const struct claim *c)
{
	static const char names[][WORD_ROOM] = {"target", "goal", "objective"};

	return c->q->unit[0] && ANY_WORD(c->p, c->a->tail, names);
}

/* "12 days is too much" */
static bool is_too_much(const struct claim *c)
{
	size_t i = c->a->tail;

	if ((!at_word(c->p, i, "is") && !at_word(c->p, i, "are")) ||
	    c->q->bound != PF_BOUND_NONE) /* "anything over 10 is too many" */
		return false;
	i += at_word(c->p, i + 1, "far") || at_word(c->p, i + 1, "way");
	return at_word(c->p, i + 1, "too");
}

/* "We will be happy with 5 days" */
static bool is_enough(const struct claim *c)
{
	return c->a->link == LINK_WITH && c->a->at &&
	       quant_stance_at(c->p, c->a->at - 1, STANCE_SUCCESS);
}

/* "80 % of parcels should be sorted by June" */
static bool is_aim(const struct claim *c)
{
	bool part = is_group(c) || quant_is_share(c);

	return (part && quant_is_metric(c)) || ((part || stands_bare(c)) && quant_share_is_aim(c));
}

/* What a question below may need: of most quantities little is so, and most are not asked. */
enum {
	BOUND = 1,      /* "at most", not "about" */
	GOES_ON = 2,    /* something but a stop stands behind it */
	COLON = 4,      /* before it */
	ASKED = 8,      /* its clause stands behind a question or a label */
	OPENED = 16,    /* or behind the word that opens it: "if" */
	AFTER = 32,     /* a baseline is near before it */
	LINK_SAYS = 64, /* that it is stated: is_stated */
};

static bool follows_baseline(const struct claim *c)
{
	for (size_t i = c->index; i-- > 0 && c->index - i < 4;)
		if (c->quants->v[i].role == PF_ROLE_BASELINE)
			return true;
	return false;
}

static unsigned facts_of(const struct claim *c)
{
	const struct parse *p = c->p;
	const struct around *a = c->a;
	size_t before = a->clause - (a->clause > 0);

	return (a->bound != PF_BOUND_NONE && a->bound != PF_BOUND_APPROX ? BOUND : 0) |
	       (a->tail < p->n && !is_stop(p->t[a->tail].sign) ? GOES_ON : 0) |
	       (a->lead && at_sign(p, a->lead - 1, ':') ? COLON : 0) |
	       (at_sign(p, before, '?') || at_sign(p, before, ':') ? ASKED : 0) |
	       (is_word_token(p, before) ? OPENED : 0) | (follows_baseline(c) ? AFTER : 0) |
	       (is_stated(c) ? LINK_SAYS : 0);
}

/* Where neither link nor verb gives a role: the first that is so. */
static const struct {
	bool (*is_so)(const struct claim *c);
	unsigned needs;
	enum pf_quant_role role;
} asked[] = {
	{bound_is_aim, BOUND, PF_ROLE_TARGET},
	{quant_is_by_then, LINK_SAYS, PF_ROLE_TARGET},
	{quant_answers_goal, ASKED, PF_ROLE_TARGET},
	{quant_answers_change, ASKED, PF_ROLE_DELTA},
	{quant_answers_should, ASKED, PF_ROLE_TARGET},
	{quant_is_proof, OPENED, PF_ROLE_TARGET},
	{names_target, GOES_ON, PF_ROLE_TARGET},
	{is_of_year, COLON, PF_ROLE_BASELINE},
	{is_enough, 0, PF_ROLE_TARGET},
	{is_too_much, GOES_ON, PF_ROLE_BASELINE},
	{is_called_aim, GOES_ON, PF_ROLE_TARGET},
	{quant_is_aim, LINK_SAYS, PF_ROLE_TARGET},
	{is_signed, 0, PF_ROLE_DELTA},
	{have_joined, 0, PF_ROLE_TARGET},
	{has_become, AFTER, PF_ROLE_TARGET},
	{is_now, 0, PF_ROLE_BASELINE},
	{quant_was_before, 0, PF_ROLE_BASELINE},
	{hovers, 0, PF_ROLE_BASELINE},
	{quant_is_after, AFTER, PF_ROLE_TARGET},
	{is_promised, GOES_ON, PF_ROLE_TARGET},
	{is_to_move, GOES_ON, PF_ROLE_BASELINE},
	{is_aim, 0, PF_ROLE_TARGET},
	{quant_is_share, 0, PF_ROLE_RATE},
	{is_group, 0, PF_ROLE_POPULATION},
	{quant_is_member, 0, PF_ROLE_POPULATION},
	{is_each, 0, PF_ROLE_RATE},
};

/* "9 days (baseline), 4 days (target)" */
static enum pf_quant_role in_brackets(const struct claim *c)
{
	const struct lex_row *row;
	size_t i = c->a->tail;

	if (!at_sign(c->p, i, '(') || !at_sign(c->p, i + 2, ')') ||
	    !(row = row_at(c->p, i + 1, LEX_ROLE)))
		return PF_ROLE_NONE;
	return (enum pf_quant_role)row->value;
}

/* "52 of [58] now": all of those that are counted. */
static bool is_whole(const struct claim *c)
{
	const struct pf_quant *part = c->q - 1;

	return c->index && c->a->link == LINK_OF && c->q->base == PF_QUANT_NUMBER &&
	       part->base == PF_QUANT_NUMBER && part->last == c->a->at && !part->unit[0] &&
	       part->value <= c->q->value;
}

static enum pf_quant_role measure_role(struct claim *c, enum pf_quant_dir after)
{
	bool multiple = c->q->base == PF_QUANT_MULTIPLIER;
	enum pf_quant_role role;
	unsigned facts;

	if (counts_times(c))
		return PF_ROLE_NONE;
	if (is_whole(c))
		return PF_ROLE_POPULATION;
	if (!multiple && after != PF_DIR_NONE)
		return PF_ROLE_DELTA;
	role = in_brackets(c);
	if (role == PF_ROLE_NONE)
		role = quant_by_words(c);
	if (role != PF_ROLE_NONE || multiple)
		return role;
	c->people = quant_population_at(c);
	facts = facts_of(c);
	/* Unrolled, each question is a call of its own, which the processor foresees. */
#pragma GCC unroll 32
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++)
		if (!(asked[i].needs & ~facts) && asked[i].is_so(c))
			return asked[i].role;
	return PF_ROLE_NONE;
}

/* --- all of it ------------------------------------------------------------------- */

static enum pf_quant_dir multiplier_dir(const struct claim *c, enum pf_quant_dir after)
{
	bool verb = c->word == WORD_DOWN && (c->direct || c->a->link == LINK_BY);

	if (after != PF_DIR_NONE)
		return after;
	return verb || c->q->value < 1 ? PF_DIR_DOWN : PF_DIR_UP;
}

/* "has come [down] to 300" */
static enum pf_quant_dir led_to(const struct claim *c)
{
	size_t i = c->a->at;

	if (c->a->link != LINK_TO || !i)
		return PF_DIR_NONE;
	return at_word(c->p, i - 1, "down") ? PF_DIR_DOWN
	       : at_word(c->p, i - 1, "up") ? PF_DIR_UP
					    : PF_DIR_NONE;
}

void quant_claim(struct pf_quants *quants, const struct parse *p, size_t i, const struct around *a)
{
	struct pf_quant *q = &quants->v[i];
	struct claim c = {.p = p, .quants = quants, .q = q, .a = a, .index = i};
	enum pf_quant_dir after;

	quant_find_word(&c);
	q->role = PF_ROLE_NONE;
	q->dir = PF_DIR_NONE;
	if (q->base == PF_QUANT_DATE) {
		q->role = quant_date_role(&c);
		return;
	}
	after = quant_change_after(&c);
	if (q->base == PF_QUANT_DURATION && after == PF_DIR_NONE && quant_is_deadline(&c)) {
		q->role = PF_ROLE_DEADLINE;
		return;
	}
	q->past = quant_tells_past(&c);
	q->role = measure_role(&c, after);
	if (q->base == PF_QUANT_MULTIPLIER && q->role != PF_ROLE_NONE)
		q->dir = multiplier_dir(&c, after);
	else if (after != PF_DIR_NONE)
		q->dir = after;
	else if (q->role == PF_ROLE_DELTA || q->role == PF_ROLE_TARGET ||
		 (q->role == PF_ROLE_BASELINE && a->link == LINK_FROM))
		q->dir = led_to(&c) != PF_DIR_NONE ? led_to(&c)
			 : c.dir != PF_DIR_NONE    ? c.dir
						   : quant_signed(&c);
	/* "must not fall below 99.9 %" is a level that is held */
	if (a->link == LINK_NONE && q->role == PF_ROLE_TARGET &&
	    ((q->dir == PF_DIR_DOWN && a->bound == PF_BOUND_GE) ||
	     (q->dir == PF_DIR_UP && a->bound == PF_BOUND_LE)))
		q->dir = PF_DIR_NONE;
}
