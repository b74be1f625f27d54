/* Dates in digits: "2026-06-15", "11/20/2026", "23.04.2022", "5/12" where something dates it. */
#include "date.h"
#include "noise/noise.h"
#include "words/word.h"

#include <string.h>

/* A slash or hyphen pair is a date when something says so: the shape alone is a fraction. */
static bool dated(const struct parse *p, size_t i)
{
	return i && (at_class(p, i - 1, LEX_WEEKDAY) || at_class(p, i - 1, LEX_DATED));
}

/* "on 11/20, 11/22 or 11/25": the pair before it in a list was dated. */
static bool dated_list(const struct parse *p, size_t i)
{
	for (int k = 0; k < 4; k++, i -= 4) {
		if (dated(p, i))
			return true;
		if (i < 4 || !at_number(p, i - 2) || !at_sign(p, i - 3, '/') ||
		    !(at_sign(p, i - 1, ',') || at_word(p, i - 1, "or") ||
		      at_word(p, i - 1, "and")))
			return false;
	}
	return false;
}

/* "23.04.2022", "2022.04.23": three groups in one number token. */
static bool dotted(const struct parse *p, size_t i, struct when *w)
{
	struct pf_slice s = token_text(p, i);
	int v[3] = {0, 0, 0}, n = 0;

	if (s.len < 8 || s.len > 10)
		return false;
	for (size_t k = 0; k < s.len; k++) {
		if (s.ptr[k] == '.' ? ++n > 2 : s.ptr[k] < '0' || s.ptr[k] > '9' || v[n] > 999)
			return false;
		if (s.ptr[k] != '.')
			v[n] = v[n] * 10 + (s.ptr[k] - '0');
		if (v[n] > 9999)
			return false;
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

/* Month first as in the United States, unless that cannot be. */
static void month_and_day(struct when *w, int a, int b)
{
	w->month = a <= 12 ? a : b;
	w->day = a <= 12 ? b : a;
}

static bool three_parts(const struct parse *p, size_t i, int a, int b, struct when *w)
{
	int c;
	size_t wa = width(p, i), wc = width(p, i + 4);

	if (!parse_int(p, i + 4, &c))
		return false;
	w->last = i + 5;
	if (wa == 4 && is_year(a)) {
		w->year = a;
		w->month = b;
		w->day = c;
	} else if (wc == 4 ? is_year(c) : wc == 2) {
		w->year = full_year(c, wc);
		month_and_day(w, a, b);
	} else {
		return false;
	}
	return wa != 3 && valid_day(w->month, w->day);
}

/* "05/12", "5/31", "22/04": what no fraction looks like; "7/24 of them" and "1/30 s" are some. */
static bool is_no_fraction(const struct parse *p, size_t i, int a, int b)
{
	size_t last = i + 3;

	if (p->text.ptr[p->t[i].begin] == '0' || (p->text.ptr[p->t[i + 2].begin] == '0' && b))
		return true;
	if (counts_noun(p, last) || at_word(p, last, "of") || at_class(p, last, LEX_TIME) ||
	    at_class(p, last, LEX_UNIT) || at_class(p, last, LEX_MAGNITUDE))
		return false;
	return a > 12 ? width(p, i + 2) == 2 : b > 16 && b != 20 && b != 24 && b != 25;
}

/* Is there a pair of a month and a day at i, and a year after it? */
static bool pair_at(const struct parse *p, size_t i, bool year)
{
	int a, b;

	return parse_int(p, i, &a) && at_sign(p, i + 1, '/') && parse_int(p, i + 2, &b) &&
	       a <= 12 && b <= 31 && (!year || (at_sign(p, i + 3, '/') && at_number(p, i + 4)));
}

/* "10/1-11/7/2027", "10/1 through 11/7", "5/3 @ 17:49": a span, or a time of the day. */
static bool ends_dated(const struct parse *p, size_t i)
{
	if (at_word(p, i, "noon") || at_word(p, i, "midnight"))
		return true;
	if (at_sign(p, i, '@') || at_word(p, i, "between"))
		return at_number(p, i + 1);
	if (at_number(p, i) && at_sign(p, i + 1, ':') && at_glued(p, i + 1))
		return !at_glued(p, i);
	if (at_word(p, i, "through") || at_word(p, i, "thru") || at_word(p, i, "until"))
		return pair_at(p, i + 1, false);
	return (at_sign(p, i, '-') || at_word(p, i, "to")) && pair_at(p, i + 1, true);
}

static bool two_parts(const struct parse *p, size_t i, int a, int b, struct when *w)
{
	char sep = (char)p->t[i + 1].sign;

	w->last = i + 3;
	if (width(p, i) == 4 && is_year(a) && b >= 1 && b <= 12 && width(p, i + 2) <= 2) {
		w->year = a;
		w->month = b;
		return !at_glued(p, i + 3) || at_end(p, i + 3);
	}
	if (width(p, i + 2) == 4 && is_year(b) && a >= 1 && a <= 12) {
		w->year = b;
		w->month = a;
		return !at_glued(p, i + 3) || at_end(p, i + 3);
	}
	if (width(p, i) > 2 || width(p, i + 2) > 2)
		return false;
	month_and_day(w, a, b);
	if (!valid_day(w->month, w->day) || is_saying(p, i, w->last))
		return false;
	if (sep == '-')
		return i && at_class(p, i - 1, LEX_WEEKDAY) && !at_word(p, w->last, "am") &&
		       !at_word(p, w->last, "pm");
	return dated_list(p, i) || (at_word(p, w->last, "at") && at_number(p, w->last + 1)) ||
	       is_no_fraction(p, i, a, b) || ends_dated(p, w->last);
}

bool numeric_date(const struct parse *p, size_t i, struct when *w)
{
	int a, b;

	if (!at_number(p, i))
		return false;
	if (dotted(p, i, w))
		return true;
	if (!parse_int(p, i, &a) || !at_glued(p, i + 1) || !at_glued(p, i + 2) ||
	    !(at_sign(p, i + 1, '-') || at_sign(p, i + 1, '/')) || !parse_int(p, i + 2, &b))
		return false;
	/* "Regulation (EU) 2016/679", "Law 12/2023" */
	if (label_before(p, i))
		return false;
	/* the tail of something longer: "1/2/3/4" */
	if (i > 1 && at_glued(p, i) && at_sign(p, i - 1, '/') && at_glued(p, i - 1) &&
	    at_number(p, i - 2))
		return false;
	if (at_glued(p, i + 3) && at_sign(p, i + 3, (char)p->t[i + 1].sign) && at_glued(p, i + 4) &&
	    at_number(p, i + 4))
		return three_parts(p, i, a, b, w);
	return two_parts(p, i, a, b, w);
}
