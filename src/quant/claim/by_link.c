/* The role that the word gives which ties a quantity to its clause: "from", "to", "by", "at". */
#include "around.h"

/* "from 48 manual steps to 6": is there a "to" for this "from"? */
bool quant_leads_to(const struct claim *c)
{
	const struct parse *p = c->p;

	for (size_t i = c->a->tail; i < c->a->tail + QUANT_REACH && i < p->n; i++) {
		if (p->t[i].flags & PF_TOKEN_SENTENCE)
			return false;
		if (at_sign(p, i, '>') ||
		    ((at_word(p, i, "to") || at_word(p, i, "down") || at_word(p, i, "towards")) &&
		     (at_number(p, i + 1) || at_number(p, i + 2) ||
		      at_any(p, i + 1, LEX_BIT(NUMBER) | LEX_BIT(BOUND)) ||
		      at_word(p, i + 1, "just") || at_word(p, i + 1, "at"))))
			return true;
	}
	return false;
}

/* "It went from often late to 97 %" */
static bool comes_from(const struct claim *c)
{
	for (size_t i = c->a->at; c->word == WORD_CHANGE && i-- > c->word_at + 1;)
		if (at_word(c->p, i, "from"))
			return true;
	return false;
}

/* "can bring it to 30 %", "Scale to 1,200 stores": who opens with the verb, or speaks of what is to
 * come, tells how far. */
static bool brings(const struct claim *c)
{
	static const char verbs[][WORD_ROOM] = {"bring", "get",   "move", "take",
						"push",  "drive", "scale"};
	size_t i = c->a->at, from = quant_clause_from(c->a, i, 6);

	while (i > from && !ANY_WORD(c->p, i, verbs))
		i--;
	return ANY_WORD(c->p, i, verbs) &&
	       (c->p->t[i].flags & PF_TOKEN_SENTENCE ||
		(at_any(c->p, i - 1, LEX_BIT(DUE)) || at_word(c->p, i - 1, "can") ||
		 at_word(c->p, i - 1, "to"))) &&
	       (c->q->unit[0] || quant_population_at(c) < c->p->n);
}

/* "the share of rides [paid] by phone": no verb of the clause. */
static bool describes(const struct parse *p, size_t i)
{
	return counts_noun(p, i - 1) && at_class(p, i + 1, LEX_PREPOSITION) && quant_is_past(p, i);
}

static bool turns(const struct claim *c)
{
	static const char verbs[][WORD_ROOM] = {"turns", "turned", "turn"};

	return c->a->at > c->a->clause && ANY_WORD(c->p, c->a->at - 1, verbs);
}

/* "that adds up to four minutes", "losses amount to 18 %" */
static bool adds_up(const struct claim *c)
{
	static const char adds[][WORD_ROOM] = {"add", "adds", "added", "adding"};
	static const char amounts[][WORD_ROOM] = {"amount", "amounts", "amounted", "corresponds",
						  "equates"};
	size_t i = c->a->at;

	if (i && ANY_WORD(c->p, i - 1, amounts))
		return true;
	return i > 1 && at_word(c->p, i - 1, "up") && ANY_WORD(c->p, i - 2, adds);
}

static bool to_is_aim(const struct claim *c)
{
	static const char way[][WORD_ROOM] = {"down", "up", "back"};
	const struct pf_quant *b = quant_partner(c, QUANT_REACH);

	/* "adding 60 chargers to the 140 in the ground" */
	if (c->a->link == LINK_TO && at_word(c->p, c->a->at + 1, "the") &&
	    !(b && b->role == PF_ROLE_BASELINE))
		return false;
	if (b && (b->role == PF_ROLE_BASELINE || (b->last == c->a->at && c->a->link == LINK_TO)))
		return true;
	if (at_word(c->p, c->a->at, "into") &&
	    turns(c)) /* "a week of checks turns into 20 minutes" */
		return true;
	/* "turning a 90-minute trip into a 30-minute one" */
	if (b && c->word == WORD_CHANGE &&
	    (c->a->link == LINK_WITH || at_word(c->p, c->a->at, "into")))
		return true;
	if (c->a->link == LINK_WITH || adds_up(c) ||
	    (c->word == WORD_REACH && /* "gets into 80", "gets to five homes" */
	     (at_word(c->p, c->a->at, "into") || at_word(c->p, c->word_at, "gets"))))
		return false;
	if (brings(c))
		return true;
	if (c->word == WORD_CHANGE || c->word == WORD_OTHER)
		return c->a->at && !at_word(c->p, c->a->at + 1, "our") &&
		       !at_word(c->p, c->a->at + 1, "the") &&
		       (ANY_WORD(c->p, c->a->at - 1, way) || comes_from(c));
	/* "cut the queue and give access to 12,000 clinics": another verb is nearer. */
	for (size_t i = c->word_at + 1; i < c->a->at; i++)
		if ((quant_word_at(c->p, i) == WORD_VERB && !describes(c->p, i)) ||
		    at_word(c->p, i, "access"))
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

/* "at the [old] price of $79" */
static bool is_of_old(const struct claim *c)
{
	for (size_t i = c->a->at, from = quant_clause_from(c->a, i, 3); i-- > from + 1;)
		if (at_class(c->p, i - 1, LEX_NOT_NOUN) && quant_stance_at(c->p, i, STANCE_BEFORE))
			return true;
	return false;
}

static bool grows_at_rate(const struct claim *c)
{
	static const char rates[][WORD_ROOM] = {"rate", "pace"};

	return quant_changes(c) && c->q->base == PF_QUANT_PERCENT && c->a->at > 3 &&
	       ANY_WORD(c->p, c->a->at - 1, rates) && at_word(c->p, c->word_at + 1, "at");
}

static enum pf_quant_role by_of(const struct claim *c)
{
	enum pf_quant_role said = quant_by_label(c);

	if (grows_at_rate(c))
		return PF_ROLE_DELTA;
	if (said == PF_ROLE_TARGET) /* "4.1 %, against a goal of 3 %" */
		return said;
	if (of_the_other(c) || is_of_old(c))
		return PF_ROLE_BASELINE;
	if (said != PF_ROLE_NONE)
		return said;
	/* "an increase of 12 %"; "reach a rating of 4.6" */
	if (quant_changes(c) && c->word_at + 1 == c->a->at)
		return at_word(c->p, c->word_at, "discount") ? PF_ROLE_NONE : PF_ROLE_DELTA;
	return c->word == WORD_REACH && c->a->at - c->word_at < 6 ? PF_ROLE_TARGET : PF_ROLE_NONE;
}

/* "satisfaction stands at 71 %" */
static bool stands(const struct claim *c)
{
	static const char verbs[][WORD_ROOM] = {
		"stands",     "stand",    "stood", "sits",      "sit",  "sat",  "hovers", "hovered",
		"languishes", "languish", "lies",  "stagnates", "runs", "lags", "running"};

	return c->a->at && ANY_WORD(c->p, c->a->at - 1, verbs) && !quant_is_due(c, c->a->at);
}

/* "growing at 6 % a year", "grew at a rate of 6 %" */
static bool grows_at(const struct claim *c)
{
	return quant_changes(c) && c->q->base == PF_QUANT_PERCENT && c->word_at + 1 == c->a->at;
}

/* "we are going for 8 %"; what goes for $8 is sold */
static bool goes_for(const struct claim *c)
{
	static const char verbs[][WORD_ROOM] = {"going", "hoping", "pushing", "heading"};

	if (c->a->at > 1 && at_word(c->p, c->a->at - 2, "on") &&
	    (at_word(c->p, c->a->at - 1, "course") || at_word(c->p, c->a->at - 1, "track")))
		return true;
	return c->a->at && ANY_WORD(c->p, c->a->at - 1, verbs) && c->q->base != PF_QUANT_MONEY;
}

/* "We break even at 1,100 passes" */
static bool breaks_even(const struct claim *c)
{
	size_t i = c->a->at;

	return i > 1 && at_word(c->p, i - 1, "even") &&
	       (at_word(c->p, i - 2, "break") || at_word(c->p, i - 2, "breaks"));
}

/* "growth comes from the 26 islands" */
static bool comes(const struct claim *c)
{
	static const char verbs[][WORD_ROOM] = {"come", "comes", "came", "stems", "coming"};

	return c->a->at && ANY_WORD(c->p, c->a->at - 1, verbs);
}

/* "must come down to a week [from five]" */
static bool follows_target(const struct claim *c)
{
	const struct pf_quant *b = quant_partner(c, 3);

	return b && b->role == PF_ROLE_TARGET && b->last == c->a->at;
}

/* "5 % (from 12 %)", "40 % by May, from 27 %": where it was, told behind. */
static bool looks_back(const struct claim *c)
{
	size_t i = c->a->at;

	return i &&
	       (at_sign(c->p, i - 1, '(') ||
		(at_sign(c->p, i - 1, ',') && quant_stands_alone(c->p, c->a->tail))) &&
	       quant_partner(c, QUANT_REACH);
}

enum pf_quant_role quant_by_link(const struct claim *c)
{
	static const char off[][WORD_ROOM] = {"late", "early", "old", "ago", "ahead", "behind"};

	switch (c->a->link) {
	case LINK_BY:
		if (quant_changes(c) || c->word == WORD_CHANGE)
			return PF_ROLE_DELTA;
		return (c->q->base == PF_QUANT_PERCENT || c->q->base == PF_QUANT_MONEY ||
			at_word(c->p, c->a->tail, "points")) &&
				       !at_word(c->p, c->a->tail, "of")
			       ? PF_ROLE_DELTA
			       : PF_ROLE_NONE;
	case LINK_FROM:
		return (quant_changes(c) && !comes(c)) || quant_leads_to(c) || follows_target(c) ||
				       looks_back(c)
			       ? PF_ROLE_BASELINE
			       : PF_ROLE_NONE;
	case LINK_WITH:
	case LINK_TO: return to_is_aim(c) ? PF_ROLE_TARGET : PF_ROLE_NONE;
	case LINK_BECOMES: return PF_ROLE_TARGET;
	case LINK_VERSUS:
		/* "Instead of 9 forms, there are 2", "against 212 last year" */
		return c->q->base != PF_QUANT_NUMBER || quant_partner(c, QUANT_REACH) ||
				       at_word(c->p, c->a->tail, "last") ||
				       quant_leads_to(c) || /* "come down from 12 to 5" */
				       c->p->t[c->a->at].flags & PF_TOKEN_SENTENCE
			       ? PF_ROLE_BASELINE
			       : PF_ROLE_NONE;
	case LINK_WAS: /* "there were three of us", "we were two months late" */
		if (c->a->at && row_at(c->p, c->a->at - 1, LEX_ROLE) && /* "the target was 50 %" */
		    (int)row_at(c->p, c->a->at - 1, LEX_ROLE)->value == PF_ROLE_TARGET)
			return PF_ROLE_TARGET;
		return (c->q->base == PF_QUANT_DURATION && at_word(c->p, c->a->tail, "since") &&
			!at_number(c->p, c->a->tail + 2)) ||
				       (c->a->at && at_word(c->p, c->a->at - 1, "there")) ||
				       ANY_WORD(c->p, c->a->tail, off)
			       ? PF_ROLE_NONE
			       : PF_ROLE_BASELINE;
	case LINK_NOW: {
		const struct pf_quant *b = quant_partner(c, QUANT_REACH);

		return b && b->role == PF_ROLE_BASELINE ? PF_ROLE_TARGET : PF_ROLE_BASELINE;
	}
	case LINK_AT:
		if (grows_at(c))
			return PF_ROLE_DELTA;
		if (stands(c))
			return PF_ROLE_BASELINE;
		if (breaks_even(c) || (c->a->at && at_word(c->p, c->a->at - 1, "be") &&
				       quant_is_due(c, c->a->at - 1)))
			return PF_ROLE_TARGET;
		if (quant_keeps(c) && quant_is_now(c, false))
			return PF_ROLE_BASELINE; /* "remains at 12 % today" */
		if (quant_keeps(c) && c->q->base == PF_QUANT_MONEY && c->q->per[0])
			return PF_ROLE_RATE; /* "stays at $8 a month" */
		if (quant_keeps(c) || (c->word == WORD_REACH && c->word_at + 1 == c->a->at))
			return PF_ROLE_TARGET;
		return quant_by_label(c);
	case LINK_OF: return by_of(c);
	case LINK_FOR: /* "aim for 95 %" */
		return (c->word == WORD_REACH && c->word_at + 1 == c->a->at) || goes_for(c)
			       ? PF_ROLE_TARGET
			       : PF_ROLE_NONE;
	case LINK_IS:
		if (quant_by_label(c) != PF_ROLE_NONE)
			return quant_by_label(c);
		return at_word(c->p, c->a->at, "be") && quant_is_due(c, c->a->at) ? PF_ROLE_TARGET
										  : PF_ROLE_NONE;
	default: return PF_ROLE_NONE;
	}
}
