/* A month with a day or a year, in any order: "June 15, 2026", "15 June", "2026 August". */
#include "date.h"
#include "number/number.h"
#include "words/word.h"

bool is_year(int y)
{
	return y >= 1700 && y <= 2199;
}

int full_year(int y, size_t figures)
{
	if (figures == 4)
		return is_year(y) ? y : 0;
	if (figures != 2)
		return 0;
	return y < 70 ? 2000 + y : 1900 + y;
}

bool valid_day(int month, int day)
{
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool is_suffix(const struct parse *p, size_t i)
{
	return at_glued(p, i) && (at_word(p, i, "st") || at_word(p, i, "nd") ||
				  at_word(p, i, "rd") || at_word(p, i, "th"));
}

/* "3", "3rd", "third", "twenty-first", "twenty nine": a day of the month; *ordinal when it says
 * so. */
static bool day_at(const struct parse *p, size_t i, int *day, size_t *last, bool *ordinal)
{
	const struct lex_row *row;

	*ordinal = false;
	*day = 0;
	if (parse_int(p, i, day)) {
		*ordinal = is_suffix(p, i + 1);
		*last = i + 1 + *ordinal;
		return width(p, i) <= 2 && *day >= 1 && *day <= 31;
	}
	if ((row = row_at(p, i, LEX_NUMBER)) && row->value >= 1) {
		*day = (int)row->value;
		*last = ++i;
		if (*day != 20 && *day != 30)
			return *day <= 31;
		i += at_sign(p, i, '-');
		if ((row = row_at(p, i, LEX_NUMBER)) && row->value >= 1 && row->value < 10) {
			*day += (int)row->value;
			*last = i + 1;
			return *day <= 31;
		}
		if (!(row = row_at(p, i, LEX_ORDINAL)) || row->value > 9)
			return true;
	} else if (!(row = row_at(p, i, LEX_ORDINAL))) {
		return false;
	}
	*day += (int)row->value;
	*last = i + 1;
	*ordinal = true;
	return *day <= 31;
}

/* "nineteen eighty six", "two thousand and eighteen", "twenty twenty-six": a year in words. */
static size_t word_year(const struct parse *p, size_t i, int *year)
{
	const struct lex_row *row = row_at(p, i, LEX_NUMBER);
	struct number n;
	int century;
	size_t k = i + 1;

	if (!row)
		return i;
	century = (int)row->value;
	if (century == 2 && at_word(p, k, "thousand")) {
		if (!parse_number(p, i, false, &n) || n.value >= 3000 || !is_year((int)n.value))
			return i;
		*year = (int)n.value;
		return n.last;
	}
	if (century < 17 || century > 20)
		return i;
	k += at_word(p, k, "hundred");
	k += at_word(p, k, "and");
	if (!(row = row_at(p, k, LEX_NUMBER)) || row->value < 10)
		return i;
	*year = century * 100 + (int)row->value;
	k++;
	if (row->value >= 20 && (row = row_at(p, k + at_sign(p, k, '-'), LEX_NUMBER)) &&
	    row->value < 10) {
		*year += (int)row->value;
		k += 1u + at_sign(p, k, '-');
	}
	return k;
}

/* What may stand before a year: ",", "of", "in", "-", "/", "."; past it. */
static size_t before_year(const struct parse *p, size_t i)
{
	if (at_sign(p, i, '.') && at_glued(p, i) && i + 1 < p->n &&
	    !(p->t[i + 1].flags & PF_TOKEN_SENTENCE) && at_number(p, i + 1))
		i++;
	if (at_sign(p, i, ',') || at_word(p, i, "of") || at_word(p, i, "in") ||
	    ((at_sign(p, i, '-') || at_sign(p, i, '/')) && at_glued(p, i) && at_glued(p, i + 1)))
		return i + 1;
	return i;
}

size_t year_after(const struct parse *p, size_t i, int *year)
{
	size_t k = before_year(p, i), start = k;
	int y;
	bool tick = at_sign(p, k, '\''), fiscal;

	k += tick;
	fiscal = at_word(p, k, "fy") && at_glued(p, k + 1);
	k += fiscal;
	if (!parse_int(p, k, &y))
		return word_year(p, start, year) > start ? word_year(p, start, year) : i;
	/* two digits alone are a year at the end only: "3 Aug 96." */
	if (width(p, k) == 2 && !tick && !fiscal && (start == i || !at_sign(p, start - 1, ',')) &&
	    !(start > i && p->t[start - 1].kind == PF_TOKEN_SIGN) && !at_end(p, k + 1))
		return i;
	/* "19 in Q1, 11 in Q2" */
	if (width(p, k) == 2 && start > i && at_sign(p, start - 1, ',') && at_word(p, k + 1, "in"))
		return i;
	if (at_sign(p, k + 1, '%') || !(y = full_year(y, width(p, k))))
		return i;
	*year = y;
	return k + 1;
}

/* "to 22", "- 22", "through 17th", "and twelfth": the last day of a span; `between`: it began so.
 */
static size_t day_span(const struct parse *p, size_t i, bool between, int *day)
{
	size_t k = i + 1, last;
	bool ordinal, and = at_word(p, i, "and");

	if (!at_sign(p, i, '-') && !at_word(p, i, "to") && !at_word(p, i, "through") &&
	    !at_word(p, i, "thru") && !at_word(p, i, "till") && !at_word(p, i, "until") && !and)
		return i;
	k += at_word(p, k, "the");
	if (!day_at(p, k, day, &last, &ordinal) || at_sign(p, last, ':') || at_sign(p, last, '%') ||
	    (and&&!ordinal && !between) || at_class(p, last, LEX_MAGNITUDE) ||
	    at_class(p, last, LEX_TIME)) {
		*day = 0;
		return i;
	}
	return last;
}

/* Does what was taken for a day count something? "October 5 million", "May 3 users". */
static bool counts(const struct parse *p, size_t i)
{
	return at_sign(p, i, '%') || at_sign(p, i, ':') || at_class(p, i, LEX_MAGNITUDE) ||
	       at_class(p, i, LEX_POPULATION);
}

/* After the month "may" or "march" a number in words is the subject of a verb; after a comma it
 * counts: "four quays from March, eleven by June". */
static bool day_of(const struct parse *p, size_t month, size_t i, struct when *w, size_t *end)
{
	bool ordinal;
	size_t from = i + at_word(p, i, "the");

	if (!day_at(p, from, &w->day, end, &ordinal) || counts(p, *end))
		return false;
	if (at_number(p, from) || ordinal)
		return true;
	return !at_sign(p, i - 1, ',') &&
	       (!at_class(p, month, LEX_MONTH_VERB) || ((p->t[month].flags & PF_TOKEN_CAPITAL) &&
							!(p->t[month].flags & PF_TOKEN_SENTENCE)));
}

/* Past a plain year of four digits, or what year_after takes. */
static size_t any_year(const struct parse *p, size_t i, int *year)
{
	size_t end = year_after(p, i, year);
	int y;

	if (end == i && parse_int(p, i, &y) && width(p, i) == 4 && is_year(y)) {
		*year = y;
		end++;
	}
	return end;
}

/* "April Chen said", "April, our manager, asked", "in this august hall": a person, or no month. */
static bool is_no_month(const struct parse *p, size_t i)
{
	static const char named[][WORD_ROOM] = {"april", "may", "june", "august"};
	static const char whose[][WORD_ROOM] = {"our", "my", "who", "whose"};
	static const char when[][WORD_ROOM] = {"in",    "by",    "of",   "until", "since",
					       "from",  "this",  "last", "next",  "before",
					       "after", "early", "late"};

	if (!ANY_WORD(p, i, named))
		return false;
	if (!is_capital(p, i))
		return at_word(p, i, "august") && is_word_token(p, i + 1) &&
		       !at_class(p, i + 1, LEX_NOT_NOUN) && at_word(p, i - (i > 0), "this");
	if (at_sign(p, i + 1, ','))
		return (p->t[i].flags & PF_TOKEN_SENTENCE) && ANY_WORD(p, i + 2, whose);
	return is_capital(p, i + 1) && !(p->t[i + 1].flags & PF_TOKEN_UPPER) &&
	       !(i && ANY_WORD(p, i - 1, when)) && !at_any(p, i + 1, LEX_BIT(MONTH)) &&
	       (at_end(p, i + 2) || at_any(p, i + 2, LEX_BIT(VERB) | LEX_BIT(NOT_NOUN)) ||
		at_sign(p, i + 2, ','));
}

bool month_first(const struct parse *p, size_t i, struct when *w)
{
	const struct lex_row *row = row_at(p, i, LEX_MONTH);
	size_t k = i + 1, end;

	if (!row || is_no_month(p, i))
		return false;
	w->month = (int)row->value;
	w->last = k;
	if (at_sign(p, k, '.') && at_glued(p, k) && width(p, i) <= 4 && k + 1 < p->n &&
	    !(p->t[k + 1].flags & PF_TOKEN_SENTENCE))
		k++;
	if (at_sign(p, k, ',') && (end = year_after(p, k, &w->year)) > k) {
		if (width(p, end - 1) > 2 || at_end(p, end)) {
			w->last = end;
			return true;
		}
		w->year = 0; /* "By June, 70 sites" */
		return true;
	}
	end = k;
	if (at_sign(p, k, ',') || ((at_sign(p, k, '-') || at_sign(p, k, '/')) && at_glued(p, k)))
		k++;
	if (day_of(p, i, k, w, &k)) {
		k = day_span(p, k, i && at_word(p, i - 1, "between"), &w->day2);
		w->last = any_year(p, k, &w->year);
		return true;
	}
	w->day = 0;
	k = year_after(p, end, &w->year);
	/* "August 32" is neither a day nor a year, "August 99" is one */
	if (k == end + 1 && width(p, end) == 2 && p->text.ptr[p->t[end].begin] < '6') {
		w->year = 0;
		k = end;
	}
	if (k > end)
		w->last = k;
	/* "September-2020-23" */
	if (k > end && at_glued(p, k) && at_sign(p, k, '-') && at_glued(p, k + 1) &&
	    parse_int(p, k + 1, &w->day) && valid_day(w->month, w->day))
		w->last = k + 2;
	else
		w->day = 0;
	return true;
}

/* "23-2020-September" */
static bool year_inside(const struct parse *p, size_t i, struct when *w)
{
	const struct lex_row *row = row_at(p, i + 4, LEX_MONTH);

	if (!row || !at_sign(p, i + 1, '-') || !at_sign(p, i + 3, '-') ||
	    !parse_int(p, i, &w->day) || !parse_int(p, i + 2, &w->year) || !is_year(w->year))
		return false;
	w->month = (int)row->value;
	w->last = i + 5;
	return valid_day(w->month, w->day);
}

/* "15 [and 16] May": two days before one month, whose capital says that it is one. */
static size_t day_pair(const struct parse *p, size_t i, struct when *w)
{
	size_t last;
	bool ordinal;
	int day;

	if (!day_at(p, i + 1, &day, &last, &ordinal) || day != w->day + 1 ||
	    !at_class(p, last, LEX_MONTH) || !(p->t[last].flags & PF_TOKEN_CAPITAL))
		return i;
	w->day2 = day;
	return last;
}

bool day_first(const struct parse *p, size_t i, struct when *w)
{
	const struct lex_row *row;
	size_t k;
	bool ordinal;

	if (!month_near(p, i) || !day_at(p, i, &w->day, &k, &ordinal))
		return false;
	if (year_inside(p, i, w))
		return true;
	k = day_span(p, k, i && at_word(p, i - 1, "between"), &w->day2);
	if (!w->day2 && !ordinal && at_word(p, k, "and"))
		k = day_pair(p, k, w);
	k += at_word(p, k, "day");
	if (at_word(p, k, "of") || at_sign(p, k, ',') ||
	    ((at_sign(p, k, '-') || at_sign(p, k, '/')) && at_glued(p, k)))
		k++;
	k += at_word(p, k, "the");
	if (!(row = row_at(p, k, LEX_MONTH)))
		return false;
	/* "2 may not", "two march on": a count and a verb */
	if (at_class(p, k, LEX_MONTH_VERB) && !ordinal && !(p->t[k].flags & PF_TOKEN_CAPITAL) &&
	    !at_number(p, k + 1) && !at_end(p, k + 1))
		return false;
	w->month = (int)row->value;
	w->last = any_year(p, k + 1, &w->year);
	return valid_day(w->month, w->day);
}

/* "2026 Q3", "2026H1" at the letter; false when there is none. */
static bool part_after(const struct parse *p, size_t k, struct when *w)
{
	bool quarter = at_word(p, k, "q");
	int v;

	if ((!quarter && !at_word(p, k, "h")) || !at_glued(p, k + 1) || !parse_int(p, k + 1, &v) ||
	    v < 1 || v > (quarter ? 4 : 2))
		return false;
	*(quarter ? &w->quarter : &w->half) = v;
	w->last = k + 2;
	return true;
}

bool year_first(const struct parse *p, size_t i, struct when *w)
{
	const struct lex_row *row;
	size_t k = i + 1, end;
	bool ordinal;
	int a;

	if (width(p, i) != 4 || !parse_int(p, i, &w->year) || !is_year(w->year))
		return false;
	if ((at_sign(p, k, '-') || at_sign(p, k, '/')) && at_glued(p, k))
		k++;
	else
		k += at_sign(p, k, ',') && at_class(p, k + 1, LEX_MONTH);
	/* "2020/23/Sep" */
	if (k == i + 2 && parse_int(p, k, &a) && width(p, k) <= 2 &&
	    at_sign(p, k + 1, (char)p->t[k - 1].sign) && (row = row_at(p, k + 2, LEX_MONTH))) {
		w->day = a;
		w->month = (int)row->value;
		w->last = k + 3;
		return valid_day(w->month, w->day);
	}
	if (!(row = row_at(p, k, LEX_MONTH)))
		return part_after(p, k, w);
	w->month = (int)row->value;
	w->last = ++k;
	k += at_sign(p, k, '-') || at_sign(p, k, '/');
	if (day_at(p, k, &w->day, &end, &ordinal) && !counts(p, end) && valid_day(w->month, w->day))
		w->last = end;
	else
		w->day = 0;
	return true;
}
