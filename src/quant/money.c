#include "parse.h"

#include <stdio.h>
#include <string.h>

/* Signs of currencies; the dollar and the yen are told apart by what stands before them. */
static const struct {
	const char *sign;
	const char *code;
} signs[] = {
	{"$", "USD"},
	{"\xE2\x82\xAC", "EUR"},
	{"\xC2\xA3", "GBP"},
	{"\xC2\xA5", "JPY"},
	{"\xE2\x82\xB9", "INR"},
	{"\xE2\x82\xA9", "KRW"},
	{"\xE2\x82\xBD", "RUB"},
	{"\xE2\x82\xBA", "TRY"},
	{"\xE2\x82\xAA", "ILS"},
	{"\xE2\x82\xAB", "VND"},
	{"\xE2\x82\xA6", "NGN"},
	{"\xE2\x82\xB1", "PHP"},
	{"\xE0\xB8\xBF", "THB"},
	{"\xC2\xA2", "cent"},
	{"\xE2\x82\xBF", "BTC"},
	{"\xE2\x82\xB4", "UAH"},
};

/* "US$", "HK $", "A$": letters that say whose dollar it is. */
static const struct {
	const char *word;
	const char *code;
} dollars[] = {
	{"us", "USD"}, {"u", "USD"},  {"hk", "HKD"},  {"a", "AUD"},  {"au", "AUD"},
	{"c", "CAD"},  {"ca", "CAD"}, {"can", "CAD"}, {"nz", "NZD"}, {"s", "SGD"},
	{"sg", "SGD"}, {"nt", "TWD"}, {"r", "BRL"},   {"mx", "MXN"},
};

bool currency_sign(const struct parse *p, size_t i, char unit[PF_UNIT_MAX])
{
	if (i >= p->n || p->t[i].kind != PF_TOKEN_SIGN || (p->t[i].sign && p->t[i].sign != '$'))
		return false;
	for (size_t k = 0; k < sizeof(signs) / sizeof(*signs); k++)
		if (at_bytes(p, i, signs[k].sign)) {
			snprintf(unit, PF_UNIT_MAX, "%s", signs[k].code);
			return true;
		}
	return false;
}

/* "us$", "mxn$", "hk $": the currency before a dollar sign, and the sign. */
static bool named_dollar(const struct parse *p, size_t i, char unit[PF_UNIT_MAX], size_t *last)
{
	const struct lex_row *row = row_at(p, i, LEX_CODE);
	bool single = i < p->n && p->t[i].end - p->t[i].begin == 1;

	if (i + 1 >= p->n || p->t[i].kind != PF_TOKEN_WORD || !at_sign(p, i + 1, '$'))
		return false;
	if (!at_glued(p, i + 1) && single)
		return false;
	*last = i + 2;
	if (row) {
		snprintf(unit, PF_UNIT_MAX, "%s", row->name);
		return true;
	}
	for (size_t k = 0; k < sizeof(dollars) / sizeof(*dollars); k++)
		if (at_word(p, i, dollars[k].word)) {
			snprintf(unit, PF_UNIT_MAX, "%s", dollars[k].code);
			return true;
		}
	return false;
}

/* "hong kong dollars", "sri lankan rupees", "us dollars", "USD": a currency in words. */
static bool currency_words(const struct parse *p, size_t i, char unit[PF_UNIT_MAX], size_t *last)
{
	const struct lex_row *nation = NULL, *row;
	size_t k = i;

	if (at_word(p, k, "u") && at_sign(p, k + 1, '.') && at_word(p, k + 2, "s"))
		k += 3 + at_sign(p, k + 3, '.');
	if ((at_word(p, k, "hong") || at_word(p, k, "new") || at_word(p, k, "sri") ||
	     at_word(p, k, "south") || at_word(p, k, "saudi")) &&
	    at_class(p, k + 1, LEX_NATION))
		k++;
	if ((nation = row_at(p, k, LEX_NATION)))
		k++;
	if (at_class(p, k, LEX_CURRENCY)) {
		row = row_at(p, k, LEX_CURRENCY);
		snprintf(unit, PF_UNIT_MAX, "%s", nation ? nation->name : row->name);
		k++;
		k += at_word(p, k, "sterling");
	} else if (!nation && (row = row_at(p, k, LEX_CODE))) {
		snprintf(unit, PF_UNIT_MAX, "%s", row->name);
		k++;
	} else if (!nation && (row = row_at(p, k, LEX_CENT))) {
		snprintf(unit, PF_UNIT_MAX, "cent");
		k++;
	} else {
		return false;
	}
	*last = k;
	return true;
}

/* A code or word that may stand before its number: "USD 3", "Rs. 20", "dollar 22.5 million". */
static bool currency_before(const struct parse *p, size_t i, char unit[PF_UNIT_MAX], size_t *last)
{
	if (i >= p->n || p->t[i].kind != PF_TOKEN_WORD)
		return currency_sign(p, i, unit) ? (*last = i + 1, true) : false;
	if (named_dollar(p, i, unit, last))
		return true;
	if (!currency_words(p, i, unit, last))
		return false;
	/* "the dollars 2 people paid": a plural in front is the end of something else */
	if (at_sign(p, *last, '.') && at_word(p, *last - 1, "rs"))
		++*last;
	return at_sign(p, *last, '$') ? (++*last, true) : true;
}

/* "pounds" weigh unless money is near: a magnitude, a price word, or nothing else at all. */
static bool is_money_pound(const struct parse *p, const struct measure *m)
{
	size_t from = m->first > 8 ? m->first - 8 : 0;

	if (m->number.magnitude)
		return true;
	for (size_t i = from; i < m->first; i++)
		if (at_class(p, i, LEX_PRICE))
			return true;
	return m->first == 0 && m->last + 1 >= p->n;
}

/* "20 dollars and 43 cents", "20 dollar 43c", "15 dollars and 15", "17 USD 25". */
static void cents_after(const struct parse *p, struct measure *m)
{
	struct number c;
	size_t i = m->last;
	bool joined = at_word(p, i, "and");
	char unit[PF_UNIT_MAX];
	size_t end;

	if (m->number.magnitude || !strcmp(m->unit, "cent"))
		return;
	i += joined;
	if (!parse_number(p, i, false, &c) || c.value >= 100 || c.value < 1 || c.fraction ||
	    c.magnitude)
		return;
	end = c.last;
	if (currency_sign(p, end, unit) || (at_class(p, end, LEX_CENT))) {
		if (at_class(p, end, LEX_CENT))
			snprintf(unit, sizeof(unit), "cent");
		if (strcmp(unit, "cent"))
			return;
		end++;
	} else if (at_word(p, end, "c") && at_glued(p, end)) {
		end++;
	} else if (!at_end(p, end) && !at_word(p, end, "more")) {
		return;
	} else if (!c.integer && c.digits) {
		return;
	}
	m->value += c.value / 100;
	m->last = end;
}

static void money_kind(struct measure *m)
{
	m->kind = PF_QUANT_MONEY;
	m->bare = false;
}

/* The currency first: "$150 M", "USD 3 million", "€7.40", "US$4.7 billion". */
static bool money_before(const struct parse *p, size_t i, struct measure *out)
{
	struct measure m = {.first = i, .plus = false};
	size_t at;
	char code[PF_UNIT_MAX];
	bool negative = at_sign(p, i, '-') && at_glued(p, i + 1) && currency_sign(p, i + 1, code);

	if (!currency_before(p, i + negative, m.unit, &at) || !parse_number(p, at, true, &m.number))
		return false;
	if (at_glued(p, at) ? false : p->t[at - 1].kind == PF_TOKEN_WORD && !m.number.digits)
		return false;
	if (m.number.divisor != 0)
		return false;
	m.value = negative ? -m.number.value : m.number.value;
	m.last = m.number.last;
	money_kind(&m);
	/* "$15 USD", "$10 dollars": said twice */
	if ((at_class(p, m.last, LEX_CODE) || at_class(p, m.last, LEX_CURRENCY)) &&
	    currency_words(p, m.last, code, &at)) {
		double v;

		m.last = at;
		memcpy(m.unit, code, sizeof(code));
		if (row_at(p, at, LEX_MAGNITUDE) && p->t[at].end - p->t[at].begin > 1) {
			v = row_at(p, at, LEX_MAGNITUDE)->value;
			m.value *= v;
			m.last++;
		}
	}
	if (!m.number.magnitude && at_word(p, m.last, "and") && !m.number.magnitude)
		cents_after(p, &m);
	*out = m;
	return true;
}

bool parse_money(const struct parse *p, size_t i, struct measure *out)
{
	struct measure m;
	size_t at;
	const struct lex_row *row;
	bool prefixed;

	if (i >= p->n)
		return false;
	prefixed = p->t[i].kind == PF_TOKEN_SIGN
			   ? !p->t[i].sign || p->t[i].sign == '$' || p->t[i].sign == '-'
			   : !at_number(p, i);
	if (prefixed && money_before(p, i, out))
		return true;
	/* the number first: *out holds it */
	m = *out;
	if (m.last <= i || m.first != i)
		return false;
	if (currency_sign(p, m.last, m.unit) || named_dollar(p, m.last, m.unit, &at)) {
		if (!currency_sign(p, m.last, m.unit)) {
			m.last = at;
		} else {
			/* "3 $50 cards": the sign belongs to the number after it */
			if (!at_glued(p, m.last) && at_glued(p, m.last + 1) &&
			    at_number(p, m.last + 1))
				return false;
			m.last++;
		}
	} else {
		at = m.last + (at_sign(p, m.last, '-') && at_glued(p, m.last));
		if (!at_end(p, at) && at_class(p, at, LEX_MODIFIER) && !at_class(p, at, LEX_NATION))
			at++;
		if (!currency_words(p, at, m.unit, &at))
			return false;
		if (at_word(p, at - 1, "pound") || at_word(p, at - 1, "pounds"))
			if (at - m.last == 1 && !is_money_pound(p, &m))
				return false;
		/* "3 USD50 cards" */
		if (at_glued(p, at) && at_number(p, at))
			return false;
		if (at_word(p, at - 1, "grand")) {
			m.value *= 1000;
			m.number.magnitude = true;
		}
		m.last = at;
	}
	money_kind(&m);
	row = row_at(p, m.last, LEX_MAGNITUDE);
	if (row && p->t[m.last].end - p->t[m.last].begin > 1 && !m.number.magnitude) {
		m.value *= row->value;
		m.number.magnitude = true;
		m.last++;
	}
	cents_after(p, &m);
	*out = m;
	return true;
}
