/* Amounts of money: the currency before or after its number, and the cents after that. */
#include "measure.h"

#include <string.h>

static void set_currency(struct measure *m, const struct currency *c)
{
	m->kind = PF_QUANT_MONEY;
	m->bare = false;
	m->value *= c->worth;
	if (c->worth >= 1000)
		m->number.scale = c->worth;
	m->last = c->last;
	memcpy(m->unit, c->unit, sizeof(m->unit));
}

/* Tokens before an amount in which a price word or a "£" says that pounds are money: a sum is told
 * after its operands, but "a twenty pound bag" is not one. */
enum { PRICED = 24, PRICED_ONE = 8 };

static bool is_priced(const struct parse *p, size_t first, size_t reach)
{
	for (size_t i = first > reach ? first - reach : 0; i < first; i++)
		if (at_class(p, i, LEX_PRICE) || at_word(p, i, "cap") || at_bytes(p, i, "£"))
			return true;
	return false;
}

#define POUNDS_MANY 10000

enum { WEIGHED = 12 }; /* tokens */

static bool says_weight(const struct parse *p, size_t i)
{
	return at_word(p, i, "weigh") || at_word(p, i, "weighs") || at_word(p, i, "weight") ||
	       at_word(p, i, "load") || at_word(p, i, "loads") || at_word(p, i, "cargo") ||
	       at_word(p, i, "freight") || at_word(p, i, "haul") || at_word(p, i, "carry") ||
	       at_word(p, i, "carries") || at_word(p, i, "hold") || at_word(p, i, "holds") ||
	       at_word(p, i, "truck") || at_word(p, i, "trucks") || at_word(p, i, "tons") ||
	       at_word(p, i, "lb") || at_word(p, i, "lbs") || at_word(p, i, "kg");
}

/* Does a word near by say that something is weighed? "Of" behind says what. */
static bool is_weighed(const struct parse *p, size_t first, size_t last)
{
	size_t stop = last + WEIGHED < p->n ? last + WEIGHED : p->n;

	if (at_word(p, last, "of"))
		return true;
	for (size_t i = first > WEIGHED ? first - WEIGHED : 0; i < stop; i++)
		if (says_weight(p, i))
			return true;
	return false;
}

/* "pounds" weigh, "marks" grade, unless money is near: a magnitude, a price word, or nothing else
 * at all. */
static bool is_no_money(const struct parse *p, const struct measure *m, size_t last)
{
	/* "8500 marks" are no money unless they are German, or millions */
	if ((at_word(p, last - 1, "mark") || at_word(p, last - 1, "marks")) &&
	    !at_class(p, last - 2, LEX_NATION))
		return !(m->number.scale > 0);
	/* "House 3 won the cup", "variant B2 won" */
	if (at_word(p, last - 1, "won") && !(m->number.scale > 0) && m->value < 100 &&
	    (!at_end(p, last) || (m->first && at_class(p, m->first - 1, LEX_LABEL)) ||
	     (at_glued(p, m->first) && is_word_token(p, m->first - 1))))
		return true;
	if ((!at_word(p, last - 1, "pound") && !at_word(p, last - 1, "pounds")) ||
	    at_class(p, last - 2, LEX_NATION))
		return false;
	if (at_sign(p, m->last, '-') && !at_word(p, last, "note"))
		return true; /* "a twenty-pound bag" */
	if (m->number.scale > 0 ||
	    is_priced(p, m->first, at_word(p, last - 1, "pound") ? PRICED_ONE : PRICED))
		return false;
	/* "500,000 pounds in all": so much is more often spent than carried. */
	if (m->value >= POUNDS_MANY && !is_weighed(p, m->first, last))
		return false;
	return m->first > 0 || m->last + 1 < p->n || m->number.article;
}

/* "3 million dollars" has its magnitude, "3 dollars million" gets it here. */
static void late_magnitude(const struct parse *p, struct measure *m)
{
	const struct lex_row *row = row_at(p, m->last, LEX_MAGNITUDE);

	if (!row || p->t[m->last].end - p->t[m->last].begin == 1 || m->number.scale > 0)
		return;
	m->value *= row->value;
	m->number.scale = row->value;
	m->last++;
}

/* Past the sign or word that makes a number cents; 0 when none does. */
static size_t cent_at(const struct parse *p, size_t i)
{
	struct currency c;

	if (currency_sign(p, i, &c))
		return strcmp(c.unit, "cent") ? 0 : i + 1;
	return at_class(p, i, LEX_CENT) || (at_bytes(p, i, "c") && at_glued(p, i)) ? i + 1 : 0;
}

/* "20 dollars and 43 cents", "20 dollar 43c", "15 dollars and 15", "17 USD 25". */
static void cents_after(const struct parse *p, struct measure *m)
{
	struct number c;
	size_t i = m->last, end;

	if (m->number.scale > 0 || !strcmp(m->unit, "cent"))
		return;
	i += at_word(p, i, "and");
	if (!parse_number(p, i, false, &c) || c.value >= 100 || c.value < 1 || c.fraction ||
	    c.scale > 0)
		return;
	end = cent_at(p, c.last);
	if (!end &&
	    ((!at_end(p, c.last) && !at_word(p, c.last, "more")) || (c.digits && !c.integer)))
		return;
	m->value += c.value / 100;
	m->last = end ? end : c.last;
}

/* "$(3.6) million": a loss, as accounts write it. */
static bool bracketed_loss(const struct parse *p, size_t i, struct number *out)
{
	double scale;

	if (!at_sign(p, i, '(') || !at_glued(p, i) || !at_glued(p, i + 1) ||
	    !parse_digit_number(p, i + 1, out) || !at_sign(p, out->last, ')'))
		return false;
	out->value = -out->value;
	out->last++;
	if (parse_magnitude(p, out, out->last, true, &scale)) {
		out->value *= scale;
		out->scale = scale;
		out->last++;
	}
	return true;
}

bool parse_money_before(const struct parse *p, size_t i, struct measure *out)
{
	struct measure m = {.first = i};
	struct currency c, again;
	bool negative = at_sign(p, i, '-') && at_glued(p, i + 1) && currency_sign(p, i + 1, &c);

	if (!currency_before(p, i + negative, &c))
		return false;
	if (!parse_number(p, c.last, true, &m.number) && !bracketed_loss(p, c.last, &m.number))
		return false;
	if (m.number.divisor != 0)
		return false;
	/* a word before a number in words is the end of something else */
	if (!at_glued(p, c.last) && p->t[c.last - 1].kind == PF_TOKEN_WORD && !m.number.digits)
		return false;
	m.value = negative ? -m.number.value : m.number.value;
	c.last = m.number.last;
	set_currency(&m, &c);
	/* "$15 USD", "$10 dollars": said twice */
	if ((at_class(p, m.last, LEX_CODE) || at_class(p, m.last, LEX_CURRENCY)) &&
	    currency_words(p, m.last, &again) && !at_number(p, again.last)) {
		set_currency(&m, &again);
		late_magnitude(p, &m);
	}
	if (at_word(p, m.last, "and"))
		cents_after(p, &m);
	*out = m;
	return true;
}

/* The currency after the number that *m holds. */
static bool currency_after(const struct parse *p, const struct measure *m, struct currency *c)
{
	size_t i = m->last;

	if (currency_sign(p, i, c)) /* "3 $50 cards": the sign belongs to the number after it */
		return at_glued(p, i) || !at_glued(p, i + 1) || !at_number(p, i + 1);
	if (currency_dollar(p, i, c))
		return true;
	if (m->number.integer && m->value < 100 && (!m->first || !at_glued(p, m->first)) &&
	    (at_glued(p, i) || /* "costs 6 p per page" */
	     (at_word(p, i + 1, "per") && is_priced(p, m->first, PRICED_ONE))) &&
	    (at_bytes(p, i, "c") || at_bytes(p, i, "p")) &&
	    (!at_glued(p, i + 1) || at_end(p, i + 1))) {
		*c = (struct currency){.last = i + 1, .unit = "cent", .worth = 1};
		return true;
	}
	i += at_sign(p, i, '-') && at_glued(p, i);
	if (!at_end(p, i) && at_class(p, i, LEX_MODIFIER) && !at_class(p, i, LEX_NATION))
		i++;
	if (!currency_words(p, i, c) || is_no_money(p, m, c->last))
		return false;
	return !at_glued(p, c->last) || !at_number(p, c->last); /* "3 USD50 cards" */
}

bool parse_money(const struct parse *p, size_t i, struct measure *out)
{
	struct measure m;
	struct currency c;

	if (i >= p->n)
		return false;
	if (!at_number(p, i) && parse_money_before(p, i, out))
		return true;
	m = *out;
	if (m.last <= i || m.first != i || !currency_after(p, &m, &c))
		return false;
	set_currency(&m, &c);
	late_magnitude(p, &m);
	cents_after(p, &m);
	*out = m;
	return true;
}
