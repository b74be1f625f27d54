#include "parse.h"

#include "prfaq/base/clock.h"

#include <string.h>

static bool is_year(int y)
{
	return y >= 1700 && y <= 2199;
}

static int full_year(int y, size_t figures)
{
	if (figures == 4)
		return is_year(y) ? y : 0;
	if (figures != 2)
		return 0;
	return y < 70 ? 2000 + y : 1900 + y;
}

static size_t width(const struct parse *p, size_t i)
{
	return i < p->n ? p->t[i].end - p->t[i].begin : 0;
}

/* A month's name; "may", "march", "mar", "sun" and their like need more than their letters. */
static bool month_at(const struct parse *p, size_t i, int *month)
{
	const struct lex_row *row = row_at(p, i, LEX_MONTH);

	if (!row)
		return false;
	*month = (int)row->value;
	return true;
}

/* "3", "3rd", "third", "twenty-first": a day of the month; *ordinal when it says so. */
static bool day_at(const struct parse *p, size_t i, int *day, size_t *last, bool *ordinal)
{
	const struct lex_row *row;
	int tens = 0;

	*ordinal = false;
	if (parse_int(p, i, day)) {
		if (width(p, i) > 2 || *day < 1 || *day > 31)
			return false;
		*last = i + 1;
		if (at_glued(p, i + 1) && (at_word(p, i + 1, "st") || at_word(p, i + 1, "nd") ||
					   at_word(p, i + 1, "rd") || at_word(p, i + 1, "th"))) {
			*ordinal = true;
			++*last;
		}
		return true;
	}
	if ((row = row_at(p, i, LEX_NUMBER)) && (row->value == 20 || row->value == 30)) {
		tens = (int)row->value;
		i += 1 + at_sign(p, i + 1, '-');
	}
	if (!(row = row_at(p, i, LEX_ORDINAL)) || (tens && row->value > 9))
		return false;
	*day = tens + (int)row->value;
	*last = i + 1;
	*ordinal = true;
	return *day <= 31;
}

/* "2026", "'26", ", 2026", "of 2026", "in 2026" after a month, a day or a quarter. */
static size_t year_after(const struct parse *p, size_t i, int *year)
{
	size_t k = i;
	int y;

	if (at_sign(p, k, '.') && at_glued(p, k) && k + 1 < p->n &&
	    !(p->t[k + 1].flags & PF_TOKEN_SENTENCE) && at_number(p, k + 1))
		k++;
	if (at_sign(p, k, ',') || at_word(p, k, "of") || at_word(p, k, "in") ||
	    ((at_sign(p, k, '-') || at_sign(p, k, '/')) && at_glued(p, k) && at_glued(p, k + 1)))
		k++;
	if (at_sign(p, k, '\''))
		k++;
	if (at_word(p, k, "fy") && at_glued(p, k + 1))
		k++;
	if (!parse_int(p, k, &y))
		return i;
	if (width(p, k) == 2 && (k == i || at_word(p, k - 1, "of") || at_word(p, k - 1, "in")))
		return i;
	if (at_sign(p, k + 1, '%'))
		return i;
	y = full_year(y, width(p, k));
	if (!y)
		return i;
	*year = y;
	return k + 1;
}

/* "to 22", "- 22", "through 17th", "and twelfth": the last day of a span. */
static size_t day_span(const struct parse *p, size_t i, int *day)
{
	size_t k = i, last;
	bool ordinal;

	if (!at_sign(p, k, '-') && !at_word(p, k, "to") && !at_word(p, k, "through") &&
	    !at_word(p, k, "till") && !at_word(p, k, "until") && !at_word(p, k, "and"))
		return i;
	k++;
	k += at_word(p, k, "the");
	if (!day_at(p, k, day, &last, &ordinal) || at_sign(p, last, ':') || at_sign(p, last, '%'))
		return i;
	if (at_word(p, k - 1, "and") && !ordinal)
		return i;
	/* "October 5 to 7 million" counts, it does not date */
	if (at_class(p, last, LEX_MAGNITUDE) || at_class(p, last, LEX_TIME))
		return i;
	return last;
}

/* Month first: "June 15, 2026", "Aug 10 - 22, 2012", "June 2026", "june the 28th 2020". */
static bool month_first(const struct parse *p, size_t i, struct when *w)
{
	size_t k = i + 1, last, end;
	bool ordinal, abbreviated;

	if (!month_at(p, i, &w->month))
		return false;
	abbreviated = at_sign(p, k, '.') && at_glued(p, k) && width(p, i) <= 4;
	if (abbreviated && k + 1 < p->n && !(p->t[k + 1].flags & PF_TOKEN_SENTENCE))
		k++;
	if (at_sign(p, k, ',') && (end = year_after(p, k, &w->year)) > k) {
		w->last = end;
		return true;
	}
	last = k;
	if (at_sign(p, k, ',') || ((at_sign(p, k, '-') || at_sign(p, k, '/')) && at_glued(p, k)))
		k++;
	k += at_word(p, k, "the");
	if (day_at(p, k, &w->day, &end, &ordinal) && !at_sign(p, end, '%') &&
	    !at_class(p, end, LEX_MAGNITUDE) && !(at_sign(p, end, ':')) &&
	    !(at_class(p, end, LEX_POPULATION))) {
		last = day_span(p, end, &w->day2);
		end = last;
		last = year_after(p, end, &w->year);
		if (last == end && at_sign(p, end, ',') == false && parse_int(p, end, &w->year) &&
		    width(p, end) == 4 && is_year(w->year))
			last = end + 1;
	} else {
		w->day = 0;
		end = year_after(p, last, &w->year);
		if (end == last) {
			w->last = last - abbreviated;
			w->last = i + 1;
			return true;
		}
		last = end;
	}
	w->last = last;
	return true;
}

/* Day first: "15 June 2026", "the 2nd of march", "13 to 15 July", "15SEP", "05-Aug-2016". */
static bool day_first(const struct parse *p, size_t i, struct when *w)
{
	size_t k, end;
	bool ordinal;

	if (!day_at(p, i, &w->day, &k, &ordinal))
		return false;
	k = day_span(p, k, &w->day2);
	k += at_word(p, k, "day");
	if (at_word(p, k, "of") || at_sign(p, k, ',') ||
	    ((at_sign(p, k, '-') || at_sign(p, k, '/')) && at_glued(p, k)))
		k++;
	k += at_word(p, k, "the");
	if (!month_at(p, k, &w->month))
		return false;
	/* "2 may not", "15 March on": a day and a small verb */
	if ((at_word(p, k, "may") || at_word(p, k, "mar")) && !ordinal &&
	    !(p->t[k].flags & PF_TOKEN_CAPITAL) && !at_number(p, k + 1))
		return false;
	/* "1.5 dec": a decimal is no day; "30 sec" never comes here */
	end = year_after(p, k + 1, &w->year);
	if (end == k + 1 && parse_int(p, end, &w->year) && is_year(w->year) && width(p, end) == 4)
		end++;
	else if (end == k + 1)
		w->year = 0;
	w->last = end;
	return true;
}

/* Year first: "2026 Q3", "2024 August", "2012/Aug/10", "2018 March 18". */
static bool year_month(const struct parse *p, size_t i, struct when *w)
{
	size_t k = i + 1, end;
	bool ordinal;
	int y;

	if (!parse_int(p, i, &y) || width(p, i) != 4 || !is_year(y))
		return false;
	if ((at_sign(p, k, '-') || at_sign(p, k, '/')) && at_glued(p, k))
		k++;
	w->year = y;
	if (month_at(p, k, &w->month)) {
		w->last = k + 1;
		k++;
		k += at_sign(p, k, '-') || at_sign(p, k, '/');
		if (day_at(p, k, &w->day, &end, &ordinal) && !at_sign(p, end, '%'))
			w->last = end;
		else
			w->day = 0;
		return true;
	}
	if ((at_word(p, k, "q") || at_word(p, k, "h")) && at_glued(p, k + 1) &&
	    parse_int(p, k + 1, &y) && y >= 1 && y <= (at_word(p, k, "q") ? 4 : 2)) {
		*(at_word(p, k, "q") ? &w->quarter : &w->half) = y;
		w->last = k + 2;
		return true;
	}
	return false;
}

static bool valid_day(int month, int day)
{
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* A slash or hyphen pair is a date when something says so: the shape alone is a fraction. */
static bool dated(const struct parse *p, size_t i)
{
	if (!i)
		return false;
	return at_class(p, i - 1, LEX_WEEKDAY) || at_word(p, i - 1, "on") ||
	       at_word(p, i - 1, "by") || at_word(p, i - 1, "until") ||
	       at_word(p, i - 1, "since") || at_word(p, i - 1, "from") ||
	       at_word(p, i - 1, "next") || at_word(p, i - 1, "this") ||
	       at_word(p, i - 1, "back") || at_word(p, i - 1, "due") ||
	       at_word(p, i - 1, "before") || at_word(p, i - 1, "to") ||
	       at_word(p, i - 1, "after") || at_word(p, i - 1, "till");
}

/* "23.04.2022": three groups in one number token. */
static bool dotted(const struct parse *p, size_t i, struct when *w)
{
	struct pf_slice s;
	int v[3] = {0, 0, 0}, n = 0;

	if (!at_number(p, i))
		return false;
	s = token_text(p, i);
	if (s.len < 8 || s.len > 10)
		return false;
	for (size_t k = 0; k < s.len; k++) {
		if (s.ptr[k] == '.') {
			if (++n > 2)
				return false;
		} else if (s.ptr[k] < '0' || s.ptr[k] > '9') {
			return false;
		} else {
			v[n] = v[n] * 10 + (s.ptr[k] - '0');
		}
	}
	if (n != 2)
		return false;
	w->last = i + 1;
	w->year = is_year(v[2]) ? v[2] : is_year(v[0]) ? v[0] : 0;
	w->day = is_year(v[2]) ? v[0] : v[2];
	w->month = v[1];
	if (w->month > 12 && w->day <= 12) {
		int t = w->month;

		w->month = w->day;
		w->day = t;
	}
	return w->year && valid_day(w->month, w->day);
}

static bool numeric(const struct parse *p, size_t i, struct when *w)
{
	int a, b, c;
	char sep;
	size_t wa = width(p, i);

	if (dotted(p, i, w))
		return true;
	if (!parse_int(p, i, &a) || !at_glued(p, i + 1) || !at_glued(p, i + 2) ||
	    !(at_sign(p, i + 1, '-') || at_sign(p, i + 1, '/')) || !parse_int(p, i + 2, &b))
		return false;
	if (i && at_glued(p, i) && at_sign(p, i - 1, '/') && at_glued(p, i - 1) && i > 1 &&
	    at_number(p, i - 2))
		return false;
	sep = (char)p->t[i + 1].sign;
	if (at_glued(p, i + 3) && at_sign(p, i + 3, sep) && at_glued(p, i + 4) &&
	    parse_int(p, i + 4, &c)) {
		if (wa == 4 && is_year(a)) {
			w->year = a;
			w->month = b;
			w->day = c;
		} else if (width(p, i + 4) == 4 ? is_year(c) : width(p, i + 4) == 2) {
			w->year = full_year(c, width(p, i + 4));
			w->month = a <= 12 ? a : b;
			w->day = a <= 12 ? b : a;
		} else {
			return false;
		}
		w->last = i + 5;
		return wa != 3 && valid_day(w->month, w->day);
	}
	if (wa == 4 && is_year(a) && b >= 1 && b <= 12 && width(p, i + 2) <= 2) {
		w->year = a;
		w->month = b;
		w->last = i + 3;
		return !at_glued(p, i + 3) || at_end(p, i + 3);
	}
	if (sep != '/' || wa > 2 || width(p, i + 2) > 2)
		return false;
	w->month = a <= 12 ? a : b;
	w->day = a <= 12 ? b : a;
	w->last = i + 3;
	return valid_day(w->month, w->day) &&
	       (dated(p, i) || (w->day > 16 && w->day != 20 && i == 0 && w->last >= p->n));
}

/* "Q3 2026", "Q3'26", "H1 2027", "FY27", "fiscal year 2027", "first quarter of 2026". */
static bool fiscal(const struct parse *p, size_t i, struct when *w)
{
	const struct lex_row *row;
	size_t k = i, end;
	int v;
	bool q = at_word(p, i, "q"), h = at_word(p, i, "h");

	if ((q || h) && at_glued(p, i + 1) && parse_int(p, i + 1, &v) && width(p, i + 1) == 1 &&
	    v >= 1 && v <= (q ? 4 : 2)) {
		*(q ? &w->quarter : &w->half) = v;
		w->last = i + 2;
		end = year_after(p, w->last, &w->year);
		if (end == w->last && at_word(p, end, "fy"))
			end = year_after(p, end, &w->year);
		if (end == w->last && parse_int(p, end, &v) && width(p, end) == 2 &&
		    at_sign(p, end - 1, '\''))
			end++;
		w->last = end;
		/* "Q1:" labels a question; "H1" alone is a heading */
		return w->year || (q && !at_sign(p, w->last, ':') && !at_sign(p, w->last, '.') &&
				   !at_sign(p, w->last, ')'));
	}
	if ((at_word(p, i, "fy") || at_word(p, i, "cy")) &&
	    (at_glued(p, i + 1) || width(p, i + 1) == 4)) {
		k = i + 1 + at_sign(p, i + 1, '\'');
		if (!parse_int(p, k, &v) || !(w->year = full_year(v, width(p, k))))
			return false;
		w->last = k + 1;
		return true;
	}
	if (at_word(p, i, "fiscal") && (k = i + 1 + at_word(p, i + 1, "year")) &&
	    parse_int(p, k, &v) && (w->year = full_year(v, width(p, k)))) {
		w->last = k + 1;
		return true;
	}
	if (parse_int(p, i, &v) && v >= 1 && v <= 4 && at_glued(p, i + 1) &&
	    (at_word(p, i + 1, "st") || at_word(p, i + 1, "nd") || at_word(p, i + 1, "rd") ||
	     at_word(p, i + 1, "th"))) {
		k = i + 2;
	} else if ((row = row_at(p, i, LEX_ORDINAL)) && row->value <= 4) {
		v = (int)row->value;
		k = i + 1;
	} else {
		return false;
	}
	k += at_word(p, k, "fiscal");
	if (at_word(p, k, "quarter") || at_word(p, k, "qtr"))
		w->quarter = v;
	else if (at_word(p, k, "half") && v <= 2)
		w->half = v;
	else
		return false;
	w->last = k + 1;
	if (at_word(p, w->last, "of") && at_word(p, w->last + 1, "fiscal") &&
	    parse_int(p, w->last + 2, &v) && (w->year = full_year(v, width(p, w->last + 2))))
		w->last += 3;
	else
		w->last = year_after(p, w->last, &w->year);
	return w->quarter || w->year;
}

static bool holiday(const struct parse *p, size_t i, struct when *w)
{
	static const char *const pairs[][2] = {
		{"black", "friday"},     {"cyber", "monday"},     {"prime", "day"},
		{"independence", "day"}, {"labor", "day"},        {"labour", "day"},
		{"memorial", "day"},     {"father's", "day"},     {"fathers", "day"},
		{"mother's", "day"},     {"mothers", "day"},      {"valentine", "day"},
		{"valentine's", "day"},  {"valentines", "day"},   {"new", "year's"},
		{"boxing", "day"},       {"super", "tuesday"},    {"veterans", "day"},
		{"patrick's", "day"},    {"singles", "day"},      {"new", "years"},
		{"presidents", "day"},   {"columbus", "day"},     {"good", "friday"},
		{"ash", "wednesday"},    {"palm", "sunday"},      {"earth", "day"},
		{"bastille", "day"},     {"thanksgiving", "day"}, {"christmas", "eve"},
		{"super", "bowl"},       {"mlk", "day"},          {"australia", "day"},
		{"canada", "day"},       {"women's", "day"},      {"groundhog", "day"},
		{"giving", "tuesday"},   {"new", "year"},
	};
	size_t k = 0;
	int v;

	for (size_t n = 0; n < sizeof(pairs) / sizeof(*pairs) && !k; n++)
		if (at_word(p, i, pairs[n][0]) && at_word(p, i + 1, pairs[n][1]))
			k = i + 2;
	/* "a new year" is none, "new year's day" and "Parsi New Year 2018" are */
	if (k && at_word(p, i, "new") && !at_word(p, k, "day") && !at_word(p, k, "eve") &&
	    !(p->t[i].flags & PF_TOKEN_CAPITAL) && !at_number(p, k))
		return false;
	if (!k && at_class(p, i, LEX_HOLIDAY))
		k = i + 1;
	if (!k)
		return false;
	k += at_word(p, k, "day") || at_word(p, k, "eve");
	if (parse_int(p, k, &v) && width(p, k) == 4 && is_year(v)) {
		w->year = v;
		k++;
	}
	w->last = k;
	return true;
}

/* Is a month alone, without day and year, meant as one? */
static bool lone_month(const struct parse *p, size_t i, size_t last)
{
	bool capital = p->t[i].flags & PF_TOKEN_CAPITAL;
	bool before = i && at_class(p, i - 1, LEX_PREPOSITION) && !at_glued(p, i);
	bool verb = at_word(p, i, "may") || at_word(p, i, "march") || at_word(p, i, "mar");
	bool is_long = p->t[i].end - p->t[i].begin > 3;

	if (at_sign(p, last, '-') && at_glued(p, last) && at_class(p, last + 1, LEX_MONTH))
		return true;
	if (at_sign(p, last, '\'') && at_glued(p, last))
		return false;
	if (i >= 1 && at_sign(p, i - 1, '$'))
		return false;
	if (verb)
		return before && (capital || at_word(p, i, "march")) && !at_word(p, i - 1, "to") &&
		       !at_word(p, i - 1, "this");
	if (before)
		return true;
	if (is_long && !at_word(p, i, "june") && !at_word(p, i, "april") &&
	    !at_word(p, i, "august"))
		return true;
	return is_long && capital;
}

/* "to Nov", "- Dec 19, 2015", "until now": a span of two dates becomes one. */
static void span(const struct parse *p, struct when *w)
{
	struct when b = {0};
	size_t i = w->last;

	if (!at_sign(p, i, '-') && !at_word(p, i, "to") && !at_word(p, i, "through") &&
	    !at_word(p, i, "till") && !at_word(p, i, "until") &&
	    !(at_word(p, i, "and") && w->first && at_word(p, w->first - 1, "between")))
		return;
	i++;
	i += at_word(p, i, "the");
	b.first = i;
	if (!month_first(p, i, &b) && !(b = (struct when){.first = i}, day_first(p, i, &b)) &&
	    !(b = (struct when){.first = i}, numeric(p, i, &b)) &&
	    !(b = (struct when){.first = i}, fiscal(p, i, &b)))
		return;
	w->last = b.last;
	w->year2 = b.year;
	w->month2 = b.month ? b.month : b.quarter ? b.quarter * 3 : b.half * 6;
	w->day2 = b.day;
	if (!w->year)
		w->year = b.year;
	if (!b.year)
		w->year2 = w->year;
}

/* "end of 2026", "early 2027", "mid-2026". */
static bool part_of_year(const struct parse *p, size_t i, struct when *w)
{
	size_t k = i + 1;
	int y;

	if (at_word(p, i, "end") || at_word(p, i, "beginning") || at_word(p, i, "start"))
		k += at_word(p, k, "of");
	else if (at_word(p, i, "early") || at_word(p, i, "late") || at_word(p, i, "mid"))
		k += at_sign(p, k, '-');
	else
		return false;
	if (k == i + 1 && !at_word(p, i, "early") && !at_word(p, i, "late") &&
	    !at_word(p, i, "mid"))
		return false;
	if (!parse_int(p, k, &y) || width(p, k) != 4 || !is_year(y) ||
	    at_glued(p, k + 1) != at_end(p, k + 1))
		return false;
	w->year = y;
	if (at_word(p, i, "end") || at_word(p, i, "late"))
		w->half = 2;
	else if (!at_word(p, i, "mid"))
		w->half = 1;
	w->last = k + 1;
	return true;
}

bool parse_date(const struct parse *p, size_t i, struct when *out)
{
	const struct when zero = {.first = i};
	struct when w = zero;
	bool word = i < p->n && p->t[i].kind == PF_TOKEN_WORD;
	bool number = at_number(p, i);

	if (!word && !number)
		return false;
	/* inside a longer run of digits and hyphens nothing is a date */
	if (number && i && at_glued(p, i) && at_number(p, i - 1))
		return false;
	if (number && (numeric(p, i, &w) || (w = zero, year_month(p, i, &w)) ||
		       (w = zero, day_first(p, i, &w)) || (w = zero, fiscal(p, i, &w)))) {
		span(p, &w);
		*out = w;
		return true;
	}
	if (!word)
		return false;
	if (at_class(p, i, LEX_MONTH)) {
		if (month_first(p, i, &w) && (w.day || w.year || lone_month(p, i, w.last))) {
			span(p, &w);
			*out = w;
			return true;
		}
		return false;
	}
	if (holiday(p, i, &w) || (w = zero, fiscal(p, i, &w)) ||
	    (w = zero, part_of_year(p, i, &w)) ||
	    ((at_class(p, i, LEX_ORDINAL) || at_class(p, i, LEX_NUMBER)) &&
	     (w = zero, day_first(p, i, &w)))) {
		span(p, &w);
		*out = w;
		return true;
	}
	return false;
}

void when_days(const struct when *w, struct pf_quant *q)
{
	int y2 = w->year2 ? w->year2 : w->year;
	int first = w->month     ? w->month
		    : w->quarter ? w->quarter * 3 - 2
		    : w->half    ? w->half * 6 - 5
				 : 1;
	int last = w->month2    ? w->month2
		   : w->month   ? w->month
		   : w->quarter ? w->quarter * 3
		   : w->half    ? w->half * 6
				: 12;
	const char *unit = w->day       ? "day"
			   : w->month   ? "month"
			   : w->quarter ? "quarter"
			   : w->half    ? "half"
					: "year";
	int day1 = w->day ? w->day : 1, day2;

	memcpy(q->unit, unit, strlen(unit) + 1);
	q->date = q->date_end = INT32_MIN;
	if (!w->year)
		return;
	day2 = w->day2 ? w->day2 : w->day && !w->month2 ? w->day : pf_date_month_days(y2, last);
	if (day1 > pf_date_month_days(w->year, first))
		day1 = pf_date_month_days(w->year, first);
	if (day2 > pf_date_month_days(y2, last))
		day2 = pf_date_month_days(y2, last);
	q->date = (int32_t)pf_date_days((struct pf_date){w->year, first, day1});
	q->date_end = (int32_t)pf_date_days((struct pf_date){y2, last, day2});
	if (q->date_end < q->date)
		q->date_end = q->date;
}
