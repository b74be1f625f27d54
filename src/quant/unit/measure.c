/* A number with what it measures: the suffix tried in turn, compounds, an article for one. */
#include "measure.h"
#include "words/word.h"

#include <string.h>

/* May a currency stand here? Most words say no. */
static bool may_be_money(const struct parse *p, size_t i)
{
	const uint64_t classes = LEX_BIT(CURRENCY) | LEX_BIT(CODE) | LEX_BIT(CENT) |
				 LEX_BIT(NATION) | LEX_BIT(MODIFIER);

	if (i >= p->n || p->t[i].kind == PF_TOKEN_NUMBER)
		return false;
	if (p->t[i].kind == PF_TOKEN_SIGN)
		return !p->t[i].sign || p->t[i].sign == '$' || p->t[i].sign == '-';
	return at_any(p, i, classes) || may_scale(p, i) || at_sign(p, i + 1, '$') ||
	       at_class(p, i + 1, LEX_NATION) || at_word(p, i, "u") || at_bytes(p, i, "c") ||
	       at_bytes(p, i, "p");
}

static bool parse_suffix(const struct parse *p, struct measure *m)
{
	if (m->last >= p->n || is_stop(p->t[m->last].sign))
		return false;

	/* "minutes" are neither money nor a share nor warm */
	bool time = at_class(p, m->last, LEX_TIME) && p->t[m->last].end - p->t[m->last].begin > 2;

	if (!time && may_be_money(p, m->last) && parse_money(p, m->first, m))
		return true;
	if ((time || (!parse_percent(p, m) && !parse_times(p, m) && !parse_degrees(p, m))) &&
	    !parse_duration(p, m) && !parse_dimension(p, m) && !parse_counted_rate(p, m))
		return false;
	if (m->bare && may_be_money(p, m->last)) /* "2m dollars" */
		parse_money(p, m->first, m);
	return true;
}

/* Does a part in unit `small` go on a quantity in unit `big`? How many make one. */
static double parts_of(const char *big, const char *small)
{
	for (const struct lex_row *row = lex_unit_parts; row->words; row++) {
		size_t len = strlen(big);

		if (!strncmp(row->words, big, len) && row->words[len] == ' ' &&
		    !strcmp(row->words + len + 1, small))
			return row->value;
	}
	return 0;
}

/* "7 feet and 10 inches", "12 ft 2 in", "2 yards, 7 feet". */
static bool dimension_goes_on(const struct parse *p, struct measure *m, size_t i)
{
	struct measure part = {.first = i, .bare = true};
	double parts;

	if (!parse_number(p, i, false, &part.number))
		return false;
	part.last = part.number.last;
	part.value = part.number.value;
	if (!strcmp(m->unit, "foot") && at_word(p, part.last, "in"))
		set_unit(&part, PF_QUANT_QUANTITY, "inch", part.last + 1);
	else if (!parse_dimension(p, &part) || part.kind != PF_QUANT_QUANTITY)
		return false;
	parts = parts_of(m->unit, part.unit);
	if (!(parts > 0))
		return false;
	m->last = part.last;
	m->value += part.value / parts;
	return true;
}

static void compound(const struct parse *p, struct measure *m)
{
	for (int parts = 0; parts < 6; parts++) {
		size_t i = m->last;
		bool joined = at_word(p, i, "and");
		bool comma = at_sign(p, i, ',');

		i += joined || comma;
		i += comma && at_word(p, i, "and");
		if (i >= p->n || (p->t[i].flags & PF_TOKEN_SENTENCE))
			return;
		if (m->kind == PF_QUANT_DURATION ? !duration_goes_on(p, m, i, joined)
						 : !dimension_goes_on(p, m, i))
			return;
	}
}

/* "a couple of", "couple of" before a unit of time: past it; i when there is none. */
static size_t couple_at(const struct parse *p, size_t i)
{
	size_t k = i + (at_word(p, i, "a") || at_word(p, i, "another"));

	if (!at_word(p, k, "couple"))
		return i;
	k += 1u + at_word(p, k + 1, "of");
	return at_class(p, k, LEX_TIME) ? k : i;
}

/* "first", "31st": the last token of it */
static bool is_ordinal(const struct parse *p, size_t i)
{
	return at_class(p, i, LEX_ORDINAL) || (i && at_number(p, i - 1) && at_glued(p, i) &&
					       (at_word(p, i, "st") || at_word(p, i, "nd") ||
						at_word(p, i, "rd") || at_word(p, i, "th")));
}

/* "a year and a half", "an hour ago", "a month's notice": the unit at i is counted. */
static bool is_spanned(const struct parse *p, size_t i)
{
	static const char words[][WORD_ROOM] = {"ago",    "old",  "long",   "apart",
						"longer", "late", "sooner", "earlier"};
	size_t k = i + 2 + at_word(p, i + 2, "a");

	if (is_owner(p, i) || ANY_WORD(p, i + 1, words))
		return true;
	/* "an hour and twenty minutes" */
	return at_word(p, i + 1, "and") &&
	       (at_any(p, k, LEX_BIT(FRACTION) | LEX_BIT(NUMBER)) || at_number(p, k));
}

/* May "a", "an" or "full" mean one here? After a preposition, a bound, or at the beginning;
 * "another hour" does anywhere. */
static bool article_counts(const struct parse *p, size_t i)
{
	/* "yet another year of growth", "on the 31st of a month" */
	if (i && (at_word(p, i - 1, "yet") ||
		  (i > 1 && at_word(p, i - 1, "of") && is_ordinal(p, i - 2))))
		return false;
	/* "$170,000 saved a year", "40 hours lost a week" */
	if (i > 1 && at_class(p, i - 1, LEX_TAKES) && !at_word(p, i - 1, "takes") &&
	    (at_number(p, i - 2) ||
	     at_any(p, i - 2, LEX_BIT(MAGNITUDE) | LEX_BIT(TIME) | LEX_BIT(CURRENCY))))
		return false;
	if (at_word(p, i, "another"))
		return at_class(p, i + 1 + at_class(p, i + 1, LEX_UNIT_PART), LEX_TIME);
	if (!at_word(p, i, "a") && !at_word(p, i, "an")) {
		/* "spent the whole day" */
		if (!at_word(p, i, "full") && !at_word(p, i, "whole") && !at_word(p, i, "entire"))
			return false;
		if (i > 1 && at_word(p, i - 1, "the") && !at_word(p, i, "full"))
			return at_class(p, i - 2, LEX_TAKES) || at_word(p, i - 2, "for");
	} else if (at_class(p, i + 1, LEX_TIME)) {
		if (is_spanned(p, i + 1) || at_word(p, i + 2, "back"))
			return true;
		/* "between an hour and a day" */
		if (i > 1 && at_word(p, i - 1, "and") && at_class(p, i - 2, LEX_TIME))
			return true;
	}
	return i == 0 || at_class(p, i - 1, LEX_PREPOSITION) || at_word(p, i - 1, "under") ||
	       at_word(p, i - 1, "over") || at_word(p, i - 1, "above") ||
	       at_word(p, i - 1, "than") || at_word(p, i - 1, "least") ||
	       at_class(p, i - 1, LEX_TAKES);
}

/* "an hour", "a month and a half", "a couple of days", "a kg", "a dollar": an article for one. */
static bool article(const struct parse *p, size_t i, struct measure *out)
{
	struct measure m;
	char unit[PF_UNIT_MAX];
	size_t length, couple = couple_at(p, i);

	if (couple == i && (!article_counts(p, i) || i + 1 >= p->n || at_word(p, i + 1, "second")))
		return false;
	m = (struct measure){.first = i, .last = i + 1, .value = 1, .bare = true};
	m.number = (struct number){.first = i, .last = i + 1, .value = 1, .article = true};
	if (at_word(p, i, "full") && at_sign(p, i + 1, '-')) {
		if (!at_end(p, i + 3)) /* "full-year return" */
			return false;
		m.last++;
	}
	if (couple > i) {
		m.value = 2;
		m.last = couple;
	}
	if (m.last >= p->n)
		return false;
	length = p->t[m.last].end - p->t[m.last].begin;
	if (m.value == 1 && at_sign(p, m.last + 1, '-') && p->text.ptr[p->t[m.last].end - 1] == 's')
		return false; /* "an hours-long wait" */
	if (length > 2 && parse_duration(p, &m))
		compound(p, &m);
	else if (m.value == 1 && length > 2 && parse_money(p, i, &m))
		;
	else if (length < 2 || i > 0 || i + 2 < p->n || unit_at(p, i + 1, false, unit) == i + 1 ||
		 !parse_dimension(p, &m))
		return false;
	*out = m;
	return true;
}

/* "350,000+", "30 plus days" */
static void plus_after(const struct parse *p, struct measure *m)
{
	if (at_word(p, m->last, "plus") && at_class(p, m->last + 1, LEX_TIME)) {
		m->plus = true;
		m->last++;
	}
	if (m->plus || !at_sign(p, m->last, '+') || !at_glued(p, m->last) ||
	    (at_glued(p, m->last + 1) && at_number(p, m->last + 1)))
		return;
	m->plus = true;
	m->last++;
}

/* "thirty (30) days", as contracts have it: past what says it again, or the end of the number. */
static size_t past_repeated(const struct parse *p, const struct number *n)
{
	struct number again;
	size_t i = n->last;

	return at_sign(p, i, '(') && parse_number(p, i + 1, false, &again) &&
			       again.digits != n->digits && again.value == n->value &&
			       at_sign(p, again.last, ')')
		       ? again.last + 1
		       : i;
}

/* Past the "\u00B1", "+/-" or "plus or minus" at i; i when there is none. */
static size_t past_tolerance(const struct parse *p, size_t i)
{
	if (at_rune(p, i, "\xC2\xB1"))
		return i + 1;
	if (at_word(p, i, "plus") && at_word(p, i + 1, "or") && at_word(p, i + 2, "minus"))
		return i + 3;
	return at_sign(p, i, '+') && at_sign(p, i + 1, '/') && at_sign(p, i + 2, '-') ? i + 3 : i;
}

/* "20 \u00B1 3 ms", "95 % +/- 2 %": the value is the middle one, its unit may stand at the end. */
static void tolerance(const struct parse *p, struct measure *m)
{
	size_t i = past_tolerance(p, m->last);
	struct measure b;

	if (i == m->last)
		return;
	b = (struct measure){.first = i, .bare = true};
	if (!parse_number(p, i, false, &b.number))
		return;
	b.last = b.number.last;
	b.value = b.number.value;
	b.kind = PF_QUANT_NUMBER;
	if (parse_suffix(p, &b) && m->bare) {
		m->kind = b.kind;
		m->bare = false;
		m->factor = b.factor;
		memcpy(m->unit, b.unit, sizeof(m->unit));
	}
	m->last = b.last;
}

bool parse_measure(const struct parse *p, size_t i, struct measure *out)
{
	struct measure m;
	struct number n;

	if (at_number(p, i) && parse_height(p, i, out))
		return true;
	if (may_be_money(p, i) && parse_money_before(p, i, &m)) {
		plus_after(p, &m);
		parse_per(p, &m);
		*out = m;
		return true;
	}
	if (!parse_number(p, i, false, &n))
		return is_word_token(p, i) && article(p, i, out);
	m = (struct measure){.first = i, .value = n.value, .bare = true, .number = n};
	m.last = past_repeated(p, &m.number);
	m.kind = PF_QUANT_NUMBER;
	plus_after(p, &m);
	if (m.number.divisor == 0 && parse_suffix(p, &m) && !m.bare) {
		if (m.kind == PF_QUANT_DURATION || m.kind == PF_QUANT_QUANTITY)
			compound(p, &m);
		parse_per(p, &m);
	}
	tolerance(p, &m);
	plus_after(p, &m);
	*out = m;
	return true;
}
