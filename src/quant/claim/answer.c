/* What a number is that answers a question: "What should it be? 5 days." */
#include "around.h"

/* "What should it be? 5 days." */
bool quant_answers_should(const struct claim *c)
{
	static const char asks[][WORD_ROOM] = {"what", "where", "how", "which", "and"};
	size_t from = quant_asked_from(c->p, c->a);

	if (from == c->a->clause || !ANY_WORD(c->p, from, asks)) /* "Do I have to be online?" */
		return false;
	for (size_t i = from; i < c->a->clause; i++)
		if (quant_due_at(c->p, i) || at_word(c->p, i, "want"))
			return true;
	return false;
}

/* "How much will it save? $2 million." */
bool quant_answers_change(const struct claim *c)
{
	size_t from = quant_asked_from(c->p, c->a);

	return from < c->a->clause && at_word(c->p, from, "how") &&
	       (quant_has_class(c->p, from, c->a->clause, LEX_UP) ||
		quant_has_class(c->p, from, c->a->clause, LEX_DOWN)) &&
	       at_word(c->p, from + 1, "much");
}

/* "What is the goal? 5 days.", "Goal: a wait of 5 days": the first number behind it. */
bool quant_answers_goal(const struct claim *c)
{
	size_t i = c->a->clause;
	bool first = !c->index || c->q[-1].last <= i;

	return i &&
	       ((c->a->at == i && at_sign(c->p, i - 1, '?')) ||
		(first && at_sign(c->p, i - 1, ':') && c->a->link != LINK_FOR &&
		 c->a->link != LINK_IN && c->a->link != LINK_TO)) &&
	       quant_names_goal(c->p, i - 1);
}
