/* Which kind of date begins at a token, the span of two of them, and the days that are meant. */
#include "date.h"
#include "number/number.h"
#include "words/word.h"

#include "prfaq/base/clock.h"

#include <string.h>

/* Is a month alone, without day and year, meant as one? */
static bool lone_month(const struct parse *p, size_t i, size_t last)
{
	static const char names[][WORD_ROOM] = {"june", "april", "august"}; /* of people too */
	bool capital = p->t[i].flags & PF_TOKEN_CAPITAL;
	bool before = i && at_class(p, i - 1, LEX_PREPOSITION) && !at_glued(p, i);
	int v;

	if (i == 0 && p->n == 1)
		return width(p, i) > 3;
	/* "March after next" */
	if ((at_word(p, last, "after") && at_word(p, last + 1, "next")) ||
	    (at_word(p, last, "before") && at_word(p, last + 1, "last")))
		return true;
	if ((at_word(p, last, "next") || at_word(p, last, "this") || at_word(p, last, "last")) &&
	    at_word(p, last + 1, "year"))
		return true;
	if (at_sign(p, last, '-') && at_glued(p, last) && at_class(p, last + 1, LEX_MONTH))
		return true;
	if ((at_sign(p, last, '\'') && at_glued(p, last)) || (i && at_sign(p, i - 1, '$')))
		return false;
	/* "August 32", "32 August": no such day */
	if ((parse_int(p, last, &v) && width(p, last) == 2 && v > 31 && at_end(p, last + 1)) ||
	    (i && parse_int(p, i - 1, &v) && width(p, i - 1) == 2 && v > 31))
		return false;
	/* "May to March" */
	if ((at_word(p, last, "to") || at_word(p, last, "through") || at_word(p, last, "thru") ||
	     at_word(p, last, "until")) &&
	    at_class(p, last + 1, LEX_MONTH))
		return true;
	/* "the chain of May Department Stores" */
	if (before && at_word(p, i - 1, "of") && last < p->n && !at_end(p, last) &&
	    (p->t[last].flags & PF_TOKEN_CAPITAL) && !(p->t[i].flags & PF_TOKEN_UPPER))
		return false;
	if (at_class(p, i, LEX_MONTH_VERB))
		return before && !at_word(p, i - 1, "to") &&
		       (capital || at_word(p, i, "march") ||
			(at_end(p, last) && !at_word(p, i - 1, "this")));
	return before || (width(p, i) > 3 && (capital || !ANY_WORD(p, i, names)));
}

static bool month_date(const struct parse *p, size_t i, struct when *w)
{
	int v;

	if (!month_first(p, i, w))
		return false;
	if (i && w->year && !w->day && parse_int(p, i - 1, &v) && width(p, i - 1) == 2 && v > 31)
		return false; /* "32 August 2014" */
	return w->day || w->year || lone_month(p, i, w->last);
}

static bool number_date(const struct parse *p, size_t i, struct when *w)
{
	const struct when zero = *w;

	/* inside a longer run of digits and hyphens nothing is a date */
	if (i && at_glued(p, i) && at_number(p, i - 1))
		return false;
	return numeric_date(p, i, w) || (*w = zero, year_first(p, i, w)) ||
	       (*w = zero, day_first(p, i, w)) ||
	       (at_glued(p, i + 1) && (*w = zero, fiscal_date(p, i, w))) ||
	       (*w = zero, due_year(p, i, w));
}

/* Each kind of date is tried where a word of its classes begins it. */
static bool word_date(const struct parse *p, size_t i, struct when *w)
{
	static const struct {
		uint64_t classes;
		uint32_t apart;
		bool (*read)(const struct parse *p, size_t i, struct when *w);
	} kinds[] = {
		{LEX_BIT(HOLIDAY) | LEX_BIT(HOLIDAY_FIRST), 0, holiday},
		{LEX_BIT(TIME), 0, counted_date},
		{LEX_BIT(PERIOD) | LEX_BIT(ORDINAL), 0, fiscal_date},
		{LEX_BIT(PERIOD) | LEX_BIT(SEASON), 0, part_of_year},
		{LEX_BIT(PERIOD) | LEX_BIT(TIME), 0, period_end},
		{LEX_BIT(PERIOD) | LEX_BIT(ORDINAL), LEX_BIT_APART(OCCASION), due_date},
		{LEX_BIT(ORDINAL) | LEX_BIT(NUMBER), 0, day_first},
	};
	const uint64_t classes = lexicon_masks[p->lexeme[i].set];
	const uint32_t apart = lexicon_masks_apart[p->lexeme[i].set];

#pragma GCC unroll 8
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++) {
		if (!(classes & kinds[k].classes) && !(apart & kinds[k].apart))
			continue;
		*w = (struct when){.first = i};
		if (kinds[k].read(p, i, w))
			return true;
	}
	return false;
}

/* Any date at i, without a span. */
static bool one_date(const struct parse *p, size_t i, struct when *w)
{
	*w = (struct when){.first = i};
	if (at_number(p, i))
		return number_date(p, i, w);
	if (at_class(p, i, LEX_MONTH)) /* "May" is no holiday */
		return month_date(p, i, w);
	return is_word_token(p, i) && word_date(p, i, w);
}

/* "to Nov", "- Dec 19, 2015", "until now": a span of two dates becomes one. */
static void span(const struct parse *p, struct when *w)
{
	struct when b;
	size_t i = w->last;

	if (!at_sign(p, i, '-') && !at_word(p, i, "to") && !at_word(p, i, "through") &&
	    !at_word(p, i, "thru") && !at_word(p, i, "till") && !at_word(p, i, "until") &&
	    !(at_word(p, i, "and") && w->first && at_word(p, w->first - 1, "between")))
		return;
	i++;
	i += at_word(p, i, "the");
	if (i >= p->n || (p->t[i].flags & PF_TOKEN_SENTENCE) || !one_date(p, i, &b) || b.named)
		return;
	w->last = b.last;
	w->year2 = b.year ? b.year : w->year;
	w->month2 = b.month ? b.month : b.quarter ? b.quarter * 3 : b.half * 6;
	w->day2 = b.day;
	if (!w->year)
		w->year = b.year;
}

/* "| 30 | Dec 2027 |": two cells are no date. */
static bool crosses_blocks(const struct parse *p, const struct when *w)
{
	for (size_t k = w->first + 1; k < w->last && k < p->n; k++)
		if (p->t[k].flags & PF_TOKEN_BLOCK)
			return true;
	return false;
}

bool parse_date(const struct parse *p, size_t i, struct when *out)
{
	struct when w;

	if (!one_date(p, i, &w) || crosses_blocks(p, &w))
		return false;
	span(p, &w);
	*out = w;
	return true;
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
	const char *unit = w->counted   ? w->counted
			   : w->day     ? "day"
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
