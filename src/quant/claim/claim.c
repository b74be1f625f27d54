/* The role that words give a quantity: its label, its link, or the verb that governs it. */
#include "around.h"

#include <string.h>

/* --- the governing verb ----------------------------------------------------- */

/* "abandonment improved 3 points": less of what hurts. */
static bool betters(const struct parse *p, size_t i)
{
	static const char verbs[][WORD_ROOM] = {"improve", "improves", "improved", "improving"};

	return ANY_WORD(p, i, verbs);
}

/* "losses cost $4 million": what there is of them, and no fall by so much. */
static bool is_what_costs(const struct parse *p, size_t i)
{
	static const char nouns[][WORD_ROOM] = {"losses", "savings"};

	return at_class(p, i + 1, LEX_PRICE) && ANY_WORD(p, i, nouns);
}

/* The nearest verb or noun of change, aim or rest before the link, in the clause. */
void quant_find_word(struct claim *c)
{
	const uint64_t governs =
		LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(REACH) | LEX_BIT(HOLD) | LEX_BIT(CHANGE);

	c->word = WORD_OTHER;
	c->word_at = c->p->n;
	c->direct = c->a->link == LINK_NONE;
	if (!(c->a->classes & governs)) /* most clauses change nothing */
		return;
	for (size_t i = c->a->at; i-- > c->a->clause;) {
		enum quant_word w = quant_word_at(c->p, i);

		if (is_what_costs(c->p, i))
			return;
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

/* "grows 60 acres of pears", "add 200 g of flour" */
static bool raises_crops(const struct claim *c)
{
	static const char verbs[][WORD_ROOM] = {"grow", "grows", "grew", "add"};

	return c->q->base == PF_QUANT_QUANTITY && at_word(c->p, c->a->tail, "of") &&
	       ANY_WORD(c->p, c->word_at, verbs);
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

/* "The outage hit 3,400 customers" */
static bool strikes(const struct claim *c)
{
	return (at_word(c->p, c->word_at, "hit") || at_word(c->p, c->word_at, "hits")) &&
	       quant_population_at(c) < c->p->n;
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
	enum pf_quant_role said = quant_by_label(c);

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
	if (c->word == WORD_REACH && !reaches_all(c) && !strikes(c) &&
	    !at_word(c->p, c->word_at, "get") && !at_word(c->p, c->word_at, "gets"))
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
	      (c->a->link == LINK_TO || (c->a->link == LINK_FROM && quant_leads_to(c)))))
		return PF_ROLE_DELTA;
	return c->a->link == LINK_NONE ? by_verb(c) : quant_by_link(c);
}
