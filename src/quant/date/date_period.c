/* Parts of years and named days: "Q3 2026", "3Q26", "FY27", "mid-2026", "summer of 2016", "Easter".
 */
#include "date.h"
#include "noise/noise.h"
#include "words/word.h"

/* The "3" of "Q3", or the "3'26" of "Q3'26", which is one token: *year stays 0 without one. */
static bool part_number(const struct parse *p, size_t i, int *part, int *year)
{
	struct pf_slice s;

	if (!at_number(p, i))
		return false;
	s = token_text(p, i);
	*part = s.ptr[0] - '0';
	if (s.len == 4 && s.ptr[1] == '\'')
		*year = 2000 + (s.ptr[2] - '0') * 10 + (s.ptr[3] - '0');
	return *part >= 1 && (s.len == 1 || *year);
}

/* "the Leica [Q3] is out": a name before it, and no report of its quarter after. */
static bool is_model(const struct parse *p, size_t i, size_t end)
{
	return i > 1 && is_capital(p, i - 1) && !at_any(p, i - 1, LEX_BIT(MONTH) | LEX_BIT(ROLE)) &&
	       (at_word(p, i - 2, "the") || at_word(p, i - 2, "a")) &&
	       (at_end(p, end) || at_any(p, end, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION)));
}

/* "Q3 2026", "Q3'26", "H1 of FY27"; a lone "Q3" is a date, "Q1:" a label, a lone "H1" a heading. */
static bool letter_first(const struct parse *p, size_t i, struct when *w)
{
	bool q = at_word(p, i, "q"), h = at_word(p, i, "h");
	size_t end = i + 2;
	int v;

	if ((!q && !h) || !at_glued(p, i + 1) || !part_number(p, i + 1, &v, &w->year) ||
	    v > (q ? 4 : 2))
		return false;
	*(q ? &w->quarter : &w->half) = v;
	if (!w->year)
		end = year_after(p, i + 2, &w->year);
	if (end == i + 2 && at_word(p, end, "fy"))
		end = year_after(p, end, &w->year);
	w->last = end;
	if (w->year || !q)
		return w->year;
	if (is_model(p, i, end))
		return false;
	while (i && at_sign(p, i - 1, '*')) /* "**Q1. What is it?**" */
		i--;
	return !(p->t[i].flags & (PF_TOKEN_LINE | PF_TOKEN_SENTENCE)) ||
	       (!at_sign(p, end, ':') && !at_sign(p, end, '.') && !at_sign(p, end, ')'));
}

/* "3Q26", "1H27", "4Q 2026" */
static bool letter_inside(const struct parse *p, size_t i, struct when *w)
{
	/* "1h30" is a time */
	bool q = at_word(p, i + 1, "q"), h = at_bytes(p, i + 1, "H");
	int v;

	if ((!q && !h) || !at_glued(p, i + 1) || !parse_int(p, i, &v) || width(p, i) > 2)
		return false;
	/* "18q4": the year first */
	if (width(p, i) == 2 && q && at_glued(p, i + 2) && parse_int(p, i + 2, &w->quarter) &&
	    w->quarter >= 1 && w->quarter <= 4 && width(p, i + 2) == 1) {
		w->year = full_year(v, 2);
		w->last = i + 3;
		return true;
	}
	if (v < 1 || v > (q ? 4 : 2) || (at_glued(p, i + 2) && width(p, i + 2) == 1))
		return false;
	*(q ? &w->quarter : &w->half) = v;
	w->last = year_after(p, i + 2, &w->year);
	if (w->last == i + 2 && at_glued(p, i + 2) && parse_int(p, i + 2, &v)) {
		w->year = full_year(v, width(p, i + 2));
		w->last = i + 3;
	}
	return w->year != 0;
}

/* "FY27 [Q2]", "fiscal year 2012 [quarter 3]" */
static void part_of_fiscal_year(const struct parse *p, struct when *w)
{
	size_t i = w->last;
	int v;

	if ((!at_word(p, i, "q") || !at_glued(p, i + 1)) && !at_word(p, i, "quarter"))
		return;
	if (!parse_int(p, i + 1, &v) || v < 1 || v > 4 || width(p, i + 1) != 1)
		return;
	w->quarter = v;
	w->last = i + 2;
}

/* "FY27", "CY2026", "fiscal year 2027", "fiscal 2027" */
static bool fiscal_year(const struct parse *p, size_t i, struct when *w)
{
	size_t k = i + 1;
	int v;

	if (at_word(p, i, "fy") || at_word(p, i, "cy")) {
		if (!at_glued(p, k) && width(p, k) != 4)
			return false;
		k += at_sign(p, k, '\'');
	} else if (at_word(p, i, "fiscal")) {
		k += at_word(p, k, "year");
	} else {
		return false;
	}
	if (!parse_int(p, k, &v) || !(w->year = full_year(v, width(p, k))))
		return false;
	w->last = k + 1;
	/* "FY2026/27" */
	if (at_sign(p, k + 1, '/') && at_glued(p, k + 1) && at_glued(p, k + 2) &&
	    parse_int(p, k + 2, &v) && v == (w->year + 1) % 100)
		w->last = k + 3;
	part_of_fiscal_year(p, w);
	return true;
}

/* "first quarter of 2026", "2nd half of fiscal 2021", "4th qtr" */
static bool ordinal_part(const struct parse *p, size_t i, struct when *w)
{
	const struct lex_row *row = row_at(p, i, LEX_ORDINAL);
	size_t k = i + 1;
	int v = row ? (int)row->value : 0;

	if (!row && parse_int(p, i, &v) && at_glued(p, k) &&
	    (at_word(p, k, "st") || at_word(p, k, "nd") || at_word(p, k, "rd") ||
	     at_word(p, k, "th")))
		k++;
	else if (!row)
		return false;
	k += at_sign(p, k, '-');
	k += at_word(p, k, "fiscal");
	if ((at_word(p, k, "quarter") || at_word(p, k, "qtr")) && v >= 1 && v <= 4)
		w->quarter = v;
	else if (at_word(p, k, "half") && v >= 1 && v <= 2)
		w->half = v;
	else
		return false;
	w->last = k + 1;
	k = w->last + at_word(p, w->last, "of");
	if (k > w->last && at_word(p, k, "the") && !at_word(p, k + 1, "year"))
		return false; /* "of the game" */
	if ((k > w->last || at_word(p, k, "fiscal")) && fiscal_year(p, k, w))
		return true;
	w->last = year_after(p, w->last, &w->year);
	return w->quarter || w->year;
}

bool fiscal_date(const struct parse *p, size_t i, struct when *w)
{
	const struct when zero = *w;

	return letter_first(p, i, w) || (*w = zero, letter_inside(p, i, w)) ||
	       (*w = zero, fiscal_year(p, i, w)) || (*w = zero, ordinal_part(p, i, w));
}

/* The row of two words at i, or NULL. */
static const struct lex_row *named_pair(const struct parse *p, size_t i)
{
	const struct lex_row *row;
	uint16_t seen = 0;

	while ((row = next_row_at(p, i, LEX_HOLIDAY_FIRST, &seen)))
		if (is_word_at(p, i + 1, row->name))
			return row;
	return NULL;
}

bool holiday(const struct parse *p, size_t i, struct when *w)
{
	const struct lex_row *row = named_pair(p, i);
	size_t k = i + 2;
	int v;

	/* "a new year" is none, "new year's day" and "Parsi New Year 2018" are */
	if (row && at_word(p, i, "new") && !at_word(p, k, "day") && !at_word(p, k, "eve") &&
	    !(p->t[i].flags & PF_TOKEN_CAPITAL) && !at_number(p, k) &&
	    !(i && at_word(p, i - 1, "chinese")))
		return false;
	if (!row && (row = row_at(p, i, LEX_HOLIDAY)))
		k = i + 1;
	if (!row)
		return false;
	w->month = (int)row->value / 100;
	w->day = (int)row->value % 100;
	if (at_word(p, k, "eve")) {
		w->day -= w->day > 1;
		if (w->day == 1 && w->month == 1) {
			w->month = 12;
			w->day = 31;
		}
		k++;
	}
	k += at_word(p, k, "day");
	w->named = true;
	w->last = k;
	if (!parse_int(p, k, &v) || width(p, k) == 4)
		w->last = year_after(p, k, &w->year);
	return true;
}

/* "by week 18", "in month 6": counted from a beginning that is known to who wrote it. */
bool counted_date(const struct parse *p, size_t i, struct when *w)
{
	const struct lex_row *row = row_at(p, i, LEX_TIME);
	const struct lex_row *word = row_at(p, i + 1, LEX_NUMBER); /* "week six" */
	int v;

	if (!row || row->value < 604800 || width(p, i) < 4 || !i ||
	    !(at_class(p, i - 1, LEX_PREPOSITION) ||
	      (i > 1 && at_word(p, i - 1, "than") && at_word(p, i - 2, "later"))) ||
	    at_class(p, i - 1, LEX_MODIFIER) || at_word(p, i - 1, "this") ||
	    !(word || (parse_int(p, i + 1, &v) && width(p, i + 1) <= 3)) || at_glued(p, i + 1) ||
	    p->text.ptr[p->t[i].end - 1] == 's')
		return false;
	if (counts_noun(p, i + 2) || at_sign(p, i + 2, '%') || at_class(p, i + 2, LEX_MAGNITUDE) ||
	    is_school_year(p, i))
		return false;
	w->counted = row->name;
	w->last = i + 2;
	return true;
}

/* "spring", "fall" with a year. */
static bool season(const struct parse *p, size_t i, struct when *w)
{
	size_t k = i + 1;

	if (!at_class(p, i, LEX_SEASON))
		return false;
	k += at_word(p, k, "of");
	if (!parse_int(p, k, &w->year) || width(p, k) != 4 || !is_year(w->year))
		return false;
	w->last = k + 1;
	return true;
}

/* The "year" of "this year", "the coming quarter", "next month", "year": the word, or p->n. */
static size_t running_period(const struct parse *p, size_t k)
{
	static const char which[][WORD_ROOM] = {"the", "this", "next", "our"};

	k += ANY_WORD(p, k, which);
	k += at_word(p, k, "coming") || at_word(p, k, "financial") || at_word(p, k, "fiscal") ||
	     at_word(p, k, "calendar");
	return at_word(p, k, "year") || at_word(p, k, "quarter") || at_word(p, k, "month") ? k
											   : p->n;
}

/* "by the end of the year", "before year-end", "until the end of next quarter": a promise of a day,
 * where "at the end of the month" is a habit. It is counted from the day of writing. */
bool period_end(const struct parse *p, size_t i, struct when *w)
{
	static const char due[][WORD_ROOM] = {"by", "before", "until", "till"};
	bool end = at_word(p, i, "end");
	size_t k = i - (i && at_word(p, i - 1, "the"));

	if ((!end && !at_word(p, i, "year") && !at_word(p, i, "quarter")) || !k ||
	    !ANY_WORD(p, k - 1, due))
		return false;
	if (end) {
		k = running_period(p, i + 1 + at_word(p, i + 1, "of"));
		w->last = k + 1;
	} else {
		k = i;
		w->last = i + 2 + at_sign(p, i + 1, '-');
		if (!at_word(p, w->last - 1, "end"))
			return false;
	}
	if (k >= p->n || (at_sign(p, w->last, '-') && at_glued(p, w->last)))
		return false;
	w->counted = at_word(p, k, "year") ? "year" : at_word(p, k, "month") ? "month" : "quarter";
	w->last = year_after(p, w->last, &w->year);
	return true;
}

bool part_of_year(const struct parse *p, size_t i, struct when *w)
{
	size_t k = i + 1;
	bool late = at_word(p, i, "end") || at_word(p, i, "late");
	bool mid = at_word(p, i, "mid") || at_word(p, i, "middle");

	if (season(p, i, w))
		return true;
	if (at_word(p, i, "end") || at_word(p, i, "beginning") || at_word(p, i, "start") ||
	    at_word(p, i, "middle")) {
		if (!at_word(p, k, "of"))
			return false;
		k++;
	} else if (at_word(p, i, "early") || at_word(p, i, "late") || at_word(p, i, "mid")) {
		k += at_sign(p, k, '-');
	} else {
		return false;
	}
	k += at_word(p, k, "year") && at_number(p, k + 1);
	if (!parse_int(p, k, &w->year) || width(p, k) != 4 || !is_year(w->year) ||
	    (at_glued(p, k + 1) && !at_end(p, k + 1)))
		return false;
	if (!mid)
		w->half = late ? 2 : 1;
	w->last = k + 1;
	return true;
}
