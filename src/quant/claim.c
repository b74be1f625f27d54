/* The words beside a quantity that give it a role: its label, its link, the verb that governs it.
 */
#include "around.h"

#include <string.h>

/* --- the governing verb ----------------------------------------------------- */

/* "abandonment improved 3 points": less of what hurts. */
static bool betters(const struct parse *p, size_t i)
{
	static const char verbs[][WORD_ROOM] = {"improve", "improves", "improved", "improving"};

	return ANY_WORD(p, i, verbs);
}

/* The nearest verb or noun of change, aim or rest before the link, in the clause. */
void quant_find_word(struct claim *c)
{
	const uint64_t governs =
		LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(REACH) | LEX_BIT(HOLD) | LEX_BIT(CHANGE);

	c->word = WORD_OTHER;
	c->word_at = c->p->n;
	c->direct = c->a->link == LINK_NONE;
	if (!(c->clause & governs)) /* most clauses change nothing */
		return;
	for (size_t i = c->a->at; i-- > c->a->clause;) {
		enum quant_word w = quant_word_at(c->p, i);

		if (w != WORD_OTHER && w != WORD_VERB) {
			c->word = w;
			c->word_at = i;
			c->dir = w == WORD_UP     ? PF_DIR_UP
				 : w == WORD_DOWN ? PF_DIR_DOWN
						  : PF_DIR_NONE;
			if (betters(c->p, i) && quant_has_class(c->p, c->a->clause, i, LEX_ILL))
				c->dir = PF_DIR_DOWN;
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

/* "Revenue [target] for 2027: $6M", "cost [today]: $3", not "[target] audience: 18,000". */
static bool ends_label(const struct claim *c, size_t i, double role)
{
	if (i + 2 >= c->a->at || (i + 3 == c->a->at && at_sign(c->p, i + 1, ')')))
		return true;
	return (int)role == PF_ROLE_TARGET &&
	       at_any(c->p, i + 1, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION));
}

/* "The target, 40 %, was set in May": the value stands beside its name. */
static enum pf_quant_role apposed(const struct claim *c)
{
	const struct parse *p = c->p;
	const struct lex_row *row;
	size_t i = c->a->lead, tail = c->a->tail + counts_noun(p, c->a->tail);

	if (i < 2 || c->a->link != LINK_NONE || !at_sign(p, i - 1, ',') ||
	    !(row = row_at(p, i - 2, LEX_ROLE)) ||
	    !((int)row->value == PF_ROLE_TARGET || at_word(p, i - 2, "baseline")))
		return PF_ROLE_NONE;
	return at_sign(p, tail, ',') || at_class(p, tail, LEX_PREPOSITION)
		       ? (enum pf_quant_role)row->value
		       : PF_ROLE_NONE;
}

/* A label of the value: "target: 40 %", "the goal for Q4 is 40 %", "baseline of 29 %". */
static enum pf_quant_role label(const struct claim *c)
{
	const struct lex_row *row;
	bool colon = c->a->at && at_sign(c->p, c->a->at - 1, ':');
	size_t stop = c->a->link == LINK_IS ? 9 : colon ? 10 : 3;
	const struct pf_quant *before = c->index ? c->q - 1 : NULL;
	bool near = c->a->link == LINK_IS || c->a->link == LINK_OF || c->a->link == LINK_AT ||
		    c->a->link == LINK_NONE;

	for (size_t i = c->a->at, k = 0; near && i && k < stop; k++) {
		if (c->p->t[i].flags & PF_TOKEN_SENTENCE)
			break;
		i--;
		/* "is 12 % today and should be 5 %": the word is of the other */
		if (before && before->base != PF_QUANT_DATE &&
		    i <= before->last + (counts_noun(c->p, before->last) ? 1u : 0u))
			break;
		if ((row = row_at(c->p, i, LEX_ROLE)) && (!colon || ends_label(c, i, row->value)))
			return (enum pf_quant_role)row->value;
		if (c->p->t[i].kind == PF_TOKEN_SIGN && !at_sign(c->p, i, ':') &&
		    !at_rune(c->p, i, "=") && !at_sign(c->p, i, '*') && !at_sign(c->p, i, '|') &&
		    !(colon && at_sign(c->p, i, ')') && i + 2 == c->a->at))
			break;
		if (c->a->link == LINK_NONE && c->p->t[i].kind == PF_TOKEN_WORD && !colon)
			break;
	}
	return colon ? quant_before_or_after(c) : apposed(c);
}

/* "stays at", "must be held at"; what "stayed at 13" only was. */
bool quant_keeps(const struct claim *c)
{
	/* "it keeps up to 200 photos" */
	if (c->word == WORD_HOLD && c->word_at + 1 == c->a->lead && at_word(c->p, c->a->lead, "up"))
		return false;
	return c->word == WORD_HOLD &&
	       !(c->word_at && at_word(c->p, c->word_at - 1, "can")) && /* "can hold 25" */
	       (!quant_is_past(c->p, c->word_at) || quant_is_due(c, c->word_at));
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
	enum pf_quant_role said = label(c);

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
	static const char verbs[][WORD_ROOM] = {"stands", "stand", "stood",  "sits",
						"sit",    "sat",   "hovers", "hovered",
						"runs",   "lags",  "running"};

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

static enum pf_quant_role by_link(struct claim *c)
{
	static const char off[][WORD_ROOM] = {"late", "early", "old", "ago", "ahead", "behind"};

	switch (c->a->link) {
	case LINK_BY:
		if (quant_changes(c) || c->word == WORD_CHANGE)
			return PF_ROLE_DELTA;
		return (c->q->base == PF_QUANT_PERCENT || c->q->base == PF_QUANT_MONEY) &&
				       !at_word(c->p, c->a->tail, "of")
			       ? PF_ROLE_DELTA
			       : PF_ROLE_NONE;
	case LINK_FROM: /* "5 % (from 12 %)" */
		return (quant_changes(c) && !comes(c)) || leads_to(c) || follows_target(c) ||
				       (c->a->at && at_sign(c->p, c->a->at - 1, '(') &&
					quant_partner(c, QUANT_REACH))
			       ? PF_ROLE_BASELINE
			       : PF_ROLE_NONE;
	case LINK_WITH:
	case LINK_TO: return to_is_aim(c) ? PF_ROLE_TARGET : PF_ROLE_NONE;
	case LINK_BECOMES: return PF_ROLE_TARGET;
	case LINK_VERSUS:
		/* "Instead of 9 forms, there are 2", "against 212 last year" */
		return c->q->base != PF_QUANT_NUMBER || quant_partner(c, QUANT_REACH) ||
				       at_word(c->p, c->a->tail, "last") ||
				       leads_to(c) || /* "come down from 12 to 5" */
				       c->p->t[c->a->at].flags & PF_TOKEN_SENTENCE
			       ? PF_ROLE_BASELINE
			       : PF_ROLE_NONE;
	case LINK_WAS: /* "there were three of us", "we were two months late" */
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
		return label(c);
	case LINK_OF: return by_of(c);
	case LINK_FOR: /* "aim for 95 %" */
		return (c->word == WORD_REACH && c->word_at + 1 == c->a->at) || goes_for(c)
			       ? PF_ROLE_TARGET
			       : PF_ROLE_NONE;
	case LINK_IS:
		if (label(c) != PF_ROLE_NONE)
			return label(c);
		return at_word(c->p, c->a->at, "be") && quant_is_due(c, c->a->at) ? PF_ROLE_TARGET
										  : PF_ROLE_NONE;
	default: return PF_ROLE_NONE;
	}
}

/* "grows 60 acres of pears" */
static bool raises_crops(const struct claim *c)
{
	return c->q->base == PF_QUANT_QUANTITY && at_word(c->p, c->a->tail, "of") &&
	       (at_word(c->p, c->word_at, "grow") || at_word(c->p, c->word_at, "grows") ||
		at_word(c->p, c->word_at, "grew"));
}

/* "falls below $10" is a level; "fell more than 5 %" a change. */
static bool falls_below(const struct claim *c)
{
	static const char words[][WORD_ROOM] = {"below", "under", "above", "beyond", "past"};

	return c->word_at + 1 == c->a->at && ANY_WORD(c->p, c->a->at, words);
}

/* "If the battery drops below 15 %, it sends a text": nobody wants it. */
static bool opens_with_if(const struct claim *c)
{
	size_t i = c->a->clause;

	return i && (at_word(c->p, i - 1, "if") || at_word(c->p, i - 1, "when")) &&
	       !quant_is_proof(c) && !quant_is_gate(c);
}

/* "cut the 47-minute wait", "reduce our 12 % error rate": what is there to be changed; "saves the
 * 12 minutes nurses spend" says how much. */
static bool is_there(const struct claim *c)
{
	static const char which[][WORD_ROOM] = {"the", "our", "their", "its", "this", "that"};
	const struct parse *p = c->p;
	size_t tail = c->a->tail;
	bool owned = false;

	for (size_t i = c->a->lead; i < c->q->first; i++)
		owned |= ANY_WORD(p, i, which);
	if (!owned || at_end(p, tail) || p->t[tail].kind != PF_TOKEN_WORD ||
	    at_any(p, tail, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(NOMINAL)))
		return false;
	return c->q->base == PF_QUANT_PERCENT || c->q->base == PF_QUANT_MONEY ||
	       at_sign(p, c->q->first + 1, '-');
}

/* "Start-up raises $18 million": it gets them. */
static bool raises_funds(const struct claim *c)
{
	static const char raise[][WORD_ROOM] = {"raises", "raised"};

	return c->q->base == PF_QUANT_MONEY && c->word_at + 1 == c->a->lead &&
	       ANY_WORD(c->p, c->word_at, raise);
}

/* "reaches all 240 by autumn": who they are, and not how many. */
static bool reaches_all(const struct claim *c)
{
	return at_word(c->p, c->q->first, "all") ||
	       (c->q->first && at_word(c->p, c->q->first - 1, "all"));
}

/* "First 100 days: 400 docks", "End of Q3: 12 %" */
static bool follows_deadline(const struct claim *c)
{
	const struct pf_quant *date = c->q - 1;
	size_t i = c->a->lead;

	return c->index && date->role == PF_ROLE_DEADLINE && i && at_sign(c->p, i - 1, ':') &&
	       date->last + 1u == i && !quant_is_time(c->q);
}

/* "the usual 6-week wait", "our existing 12 % share": what is so already. */
static bool is_usual(const struct claim *c)
{
	static const char so[][WORD_ROOM] = {"usual", "present", "existing", "former", "typical"};
	const struct parse *p = c->p;
	bool length = c->q->base == PF_QUANT_DURATION && at_sign(p, c->q->first + 1, '-');

	if (!length && c->q->base != PF_QUANT_PERCENT && c->q->base != PF_QUANT_MONEY)
		return false;
	for (size_t i = c->a->lead - (c->a->lead > 0); i < c->q->first; i++)
		if (at_any(p, i, LEX_BIT(STANCE) | LEX_BIT(FILLER)) && ANY_WORD(p, i, so))
			return !at_end(p, c->a->tail);
	return false;
}

/* The object of a verb, or the value after a label. */
static enum pf_quant_role by_verb(const struct claim *c)
{
	enum pf_quant_role said = label(c);

	if (said != PF_ROLE_NONE)
		return said;
	if (is_usual(c))
		return PF_ROLE_BASELINE;
	if (follows_deadline(c))
		return PF_ROLE_TARGET;
	if (c->a->within || c->a->over)
		return PF_ROLE_NONE;
	if (!(c->direct && quant_changes(c)) && quant_is_aim(c) &&
	    !at_word(c->p, c->a->lead - (c->a->lead > 0), "pay")) /* "must pay $500" */
		return PF_ROLE_TARGET;
	if (!c->direct)
		return PF_ROLE_NONE;
	if (raises_funds(c) || raises_crops(c))
		return PF_ROLE_NONE;
	if (((quant_changes(c) && falls_below(c)) || c->word == WORD_REACH) && opens_with_if(c))
		return PF_ROLE_NONE;
	if (quant_changes(c))
		return falls_below(c) ? PF_ROLE_TARGET
		       : is_there(c)  ? PF_ROLE_BASELINE
				      : PF_ROLE_DELTA;
	if (c->word == WORD_REACH && !reaches_all(c) && !at_word(c->p, c->word_at, "get") &&
	    !at_word(c->p, c->word_at, "gets"))
		return PF_ROLE_TARGET;
	/* "maintain 99.95 % availability"; "holds 12 kg" is no aim */
	return at_word(c->p, c->word_at, "maintain") || at_word(c->p, c->word_at, "maintains")
		       ? PF_ROLE_TARGET
		       : PF_ROLE_NONE;
}

enum pf_quant_role quant_by_words(struct claim *c)
{
	if (quant_before_arrow(c->p, c->a))
		return PF_ROLE_BASELINE;
	/* "raise it to 3x"; the "to" of "to halve" is of the verb */
	if (c->q->base == PF_QUANT_MULTIPLIER &&
	    !(at_number(c->p, c->q->first) &&
	      (c->a->link == LINK_TO || (c->a->link == LINK_FROM && leads_to(c)))))
		return PF_ROLE_DELTA;
	return c->a->link == LINK_NONE ? by_verb(c) : by_link(c);
}
