/* What is aimed at: said by "must" and "should", by a goal, by a wish. */
#include "around.h"

static bool must_at(const struct parse *p, size_t i)
{
	const struct lex_row *row = quant_due_at(p, i);

	return row && row->value > 0;
}

/* "is 12 % [and we want] it at 5 %": another clause. */
static bool goes_on(const struct parse *p, size_t i)
{
	static const char who[][WORD_ROOM] = {"we", "it", "they", "should", "must", "will", "our"};

	return (at_word(p, i, "and") || at_word(p, i, "but")) && ANY_WORD(p, i + 1, who);
}

bool quant_ought_after(const struct claim *c)
{
	for (size_t i = c->a->tail, k = 0; k < 6 && !at_end(c->p, i) && !goes_on(c->p, i); k++, i++)
		if (must_at(c->p, i))
			return true;
	return false;
}

/* "a refund should take 2 minutes" */
static bool ought(const struct claim *c)
{
	if (!(c->a->classes & LEX_BIT(DUE)))
		return false;
	for (size_t i = c->a->at,
		    from = quant_clause_from(c->a, i, c->a->link == LINK_NONE ? 5 : 3);
	     i-- > from;)
		if (must_at(c->p, i))
			return true;
	return false;
}

/* "our goal is to get 5,000 households on board" */
static bool is_goal(const struct claim *c)
{
	bool is_to = false;

	for (size_t i = c->a->at; i-- > c->a->clause;) {
		is_to |= (at_word(c->p, i, "is") || at_word(c->p, i, "are")) &&
			 (at_word(c->p, i + 1, "to") || at_word(c->p, i + 1, "that") ||
			  at_word(c->p, i + 1, "for"));
		if (is_to && (quant_stance_at(c->p, i, STANCE_GOAL) || at_word(c->p, i, "plan")))
			return !quant_changes(c);
	}
	return false;
}

/* "2,500 teachers [to sign up]" */
static bool leads_on(const struct claim *c)
{
	size_t i = c->a->tail;

	for (size_t k = 0; k < 4 && !at_end(c->p, i); k++, i++)
		if (at_word(c->p, i, "to"))
			return k > 0;
	return false;
}

/* May the verb of a wish stand after token i: "we [want]", "we have [committed]"? */
static bool is_ours(const struct parse *p, size_t i)
{
	static const char words[][WORD_ROOM] = {"we",   "have", "also", "would",
						"team", "will", "we'd"};

	return ANY_WORD(p, i, words);
}

/* "we want no more than 3 %", "we expect 2,500 teachers to sign up", "we aim to have 300 shops";
 * what we need or plan to use is none. */
static bool is_wish(const struct claim *c)
{
	static const char get[][WORD_ROOM] = {"have",  "get",   "see",   "bring", "sign",
					      "serve", "cover", "reach", "win",   "train"};
	const struct parse *p = c->p;
	bool bounds = c->a->bound != PF_BOUND_NONE && c->a->bound != PF_BOUND_APPROX, got = false;

	for (size_t i = c->a->at, from = quant_clause_from(c->a, i, 6); i-- > from;) {
		got |= i && at_word(p, i - 1, "to") && ANY_WORD(p, i, get);
		if (!quant_stance_at(p, i, STANCE_WISH))
			continue;
		/* "the board wants churn below 1.5 %" */
		if (at_word(p, i, "wants"))
			return (bounds && c->q->base != PF_QUANT_MONEY) ||
			       c->q->base == PF_QUANT_PERCENT || c->q->value < 1;
		if (!i || !is_ours(p, i - 1))
			return false;
		if (got || c->q->base == PF_QUANT_PERCENT || c->q->value < 1)
			return true;
		if (at_word(p, i, "expect"))
			return leads_on(c);
		if (at_word(p, i, "want") && at_word(p, i - 1, "we") && i + 1 == c->a->lead &&
		    (c->q->value >= 20 || c->q->unit[0]))
			return true;
		/* "the form has 23 questions; we want to ask 8" */
		return bounds ||
		       (!at_word(p, i, "need") &&
			(leads_on(c) || (at_word(p, i, "want") && c->a->link == LINK_AT) ||
			 (c->a->link == LINK_NONE && at_word(p, i, "want") &&
			  quant_partner(c, QUANT_REACH))));
	}
	return false;
}

/* "Success means fewer than 3 missed visits", "we measure success by 50 % of members ..." */
static bool is_success(const struct claim *c)
{
	for (size_t i = c->a->at, from = quant_clause_from(c->a, i, 6); i-- > from;)
		if (quant_stance_at(c->p, i, STANCE_SUCCESS) && !at_word(c->p, i, "worked") &&
		    !at_word(c->p, i, "works")) /* who "worked here for 6 years" aims at nothing */
			return !at_end(c->p, i + 1) && !quant_changes(c);
	return false;
}

bool quant_is_proof(const struct claim *c)
{
	size_t i = c->a->clause;

	if (!i || i + 4 < c->a->at ||
	    (!at_word(c->p, i - 1, "if") && !at_word(c->p, i - 1, "when") &&
	     !at_word(c->p, i - 1, "once")))
		return false;
	for (size_t k = 0; k < 8 && i > 1 && !at_end(c->p, i - 1); k++, i--)
		if (quant_stance_at(c->p, i - 2, STANCE_SUCCESS) || at_word(c->p, i - 2, "enough"))
			return true;
	return false;
}

bool quant_is_gate(const struct claim *c)
{
	static const char when[][WORD_ROOM] = {"unless", "until", "once", "if", "when"};
	static const char go[][WORD_ROOM] = {"ship",     "launch",  "open",  "expand", "scale",
					     "continue", "proceed", "roll",  "go",     "stop",
					     "rethink",  "pause",   "abort", "halt"};
	size_t i = c->a->clause;

	if (!i || !ANY_WORD(c->p, i - 1, when))
		return false;
	for (size_t k = 0; k < 8 && i > 1 && !at_end(c->p, i - 1); k++, i--)
		if (ANY_WORD(c->p, i - 2, go))
			return true;
	return false;
}

/* "Goal for year one: ...", "Response time objective: ...": the label that the colon at `colon`
 * ends.
 */
bool quant_names_goal(const struct parse *p, size_t colon)
{
	for (size_t i = colon; i-- > 0 && colon - i < QUANT_REACH && !is_stop(p->t[i].sign);) {
		if (quant_stance_at(p, i, STANCE_GOAL) &&
		    (i + 1 == colon || at_class(p, i + 1, LEX_PREPOSITION)))
			return true;
		if (p->t[i].flags & PF_TOKEN_SENTENCE)
			break;
	}
	return false;
}

bool quant_is_metric(const struct claim *c)
{
	const struct parse *p = c->p;
	size_t before = c->index ? c->quants->v[c->index - 1].last : 0;

	for (size_t i = c->a->at, k = 0; i > before && k < QUANT_REACH; i--, k++) {
		if (at_sign(p, i - 1, ':'))
			return i > 1 && (quant_stance_at(p, i - 2, STANCE_METRIC) ||
					 quant_names_goal(p, i - 1));
		if (p->t[i].flags & PF_TOKEN_SENTENCE)
			return false;
	}
	return false;
}

bool quant_is_aim(const struct claim *c)
{
	return ought(c) ||
	       ((c->a->classes & LEX_BIT(STANCE)) && (is_goal(c) || is_wish(c) || is_success(c)));
}

/* "Fix 90 % of leaks", "Goal: answer 85 % of chats": a verb alone is an order. */
bool quant_is_order(const struct parse *p, const struct around *a)
{
	size_t verb = a->clause;
	struct pf_slice word;

	if (a->link != LINK_NONE || a->lead != verb + 1 || p->t[verb].kind != PF_TOKEN_WORD ||
	    (at_any(p, verb, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(VAGUE)) &&
	     !at_word(p, verb, "have")) ||
	    !(p->t[verb].flags & PF_TOKEN_SENTENCE || at_sign(p, verb - 1, ':')))
		return false;
	word = token_text(p, verb);
	return word.len > 2 && word.ptr[word.len - 1] != 's' && word.ptr[word.len - 1] != 'y' &&
	       !quant_ends_in_ed(p, verb);
}

/* Does the sentence of the quantity say by when? */
static bool has_deadline(const struct claim *c)
{
	const struct pf_quants *quants = c->quants;
	size_t k = c->index;

	for (size_t i = c->q->first; k && c->index - k < 4; k--) {
		const struct pf_quant *b = &quants->v[k - 1];

		for (; i > b->last; i--)
			if (c->p->t[i].flags & PF_TOKEN_SENTENCE)
				return false;
		if (b->role == PF_ROLE_DEADLINE && !(c->p->t[i].flags & PF_TOKEN_SENTENCE))
			return true;
	}
	return false;
}

/* "[By] mid-2027", "[By] this time next year": the word before a date that opens its sentence; p->n
 * for none. */
static size_t opening_of(const struct parse *p, const struct pf_quant *date)
{
	size_t i = date->first;

	if (i > 1 && at_word(p, i - 1, "time") && at_word(p, i - 2, "this"))
		i -= 2;
	return i && (p->t[i - 1].flags & PF_TOKEN_SENTENCE) ? i - 1 : p->n;
}

/* "By mid-2027, [80 %] of invoices are paperless": what is told in the present is to come. */
static bool opens_with_deadline(const struct claim *c)
{
	static const char by[][WORD_ROOM] = {"by", "in", "within"};
	const struct pf_quant *date = c->index ? c->q - 1 : NULL;

	return date && date->role == PF_ROLE_DEADLINE &&
	       ANY_WORD(c->p, opening_of(c->p, date), by) && c->a->lead - date->last < 4u;
}

bool quant_is_by_then(const struct claim *c)
{
	const struct pf_quant *date = c->index ? c->q - 1 : NULL;

	return c->a->link == LINK_IS && date && date->role == PF_ROLE_DEADLINE &&
	       (at_word(c->p, opening_of(c->p, date), "by") ||
		/* "Six months after launch, ..." */
		(date->base == PF_QUANT_DURATION &&
		 (c->p->t[date->first].flags & PF_TOKEN_SENTENCE))) &&
	       c->a->lead - date->last < QUANT_REACH;
}

/* "the 52 branches", "all 210": who they are, not how many of them there shall be. */
static bool is_known(const struct claim *c)
{
	static const char which[][WORD_ROOM] = {"the", "all", "our", "their", "these"};

	for (size_t i = c->a->lead; i < c->q->first; i++)
		if (ANY_WORD(c->p, i, which))
			return true;
	return c->a->lead && ANY_WORD(c->p, c->a->lead - 1, which);
}

bool quant_share_is_aim(const struct claim *c)
{
	size_t i = c->a->tail;

	if (quant_ought_after(c) || quant_is_proof(c))
		return !is_known(c);
	if (!has_deadline(c) || is_known(c))
		return false;
	if (opens_with_deadline(c)) /* "By June, 80 % of invoices are paperless" */
		return true;
	if (quant_is_due(c, c->a->at)) /* "By June we will have trained 1,800 drivers" */
		return true;
	for (size_t k = 0; k < 6 && !at_end(c->p, i); k++, i++)
		if (at_word(c->p, i, "will"))
			return true;
	return false;
}
