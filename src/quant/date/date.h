/*
 * date.h - dates, private to the quant layer.
 */
#ifndef PRFAQ_SRC_QUANT_DATE_H
#define PRFAQ_SRC_QUANT_DATE_H

#include "words/parse.h"

/* A date, or a span of two. */
struct when {
	size_t first, last;
	int year, quarter, half, month, day; /* 0 = not said */
	int year2, month2, day2;             /* the end of a span; 0 = as the beginning */
	bool named;                          /* a holiday */
	const char *counted;                 /* "week 18": what is counted, else NULL */
};

bool parse_date(const struct parse *p, size_t i, struct when *out);
void when_days(const struct when *w, struct pf_quant *q);

/* The kinds of dates, for date*.c alone. Each reads a date that begins at token i into *w, which
 * comes zeroed but for `first`. */
bool numeric_date(const struct parse *p, size_t i, struct when *w); /* "2026-06-15" */
bool month_first(const struct parse *p, size_t i, struct when *w);  /* "June 15, 2026", "June" */
bool day_first(const struct parse *p, size_t i, struct when *w);    /* "15 June 2026" */
bool year_first(const struct parse *p, size_t i, struct when *w);   /* "2026 August", "2026 Q3" */
bool fiscal_date(const struct parse *p, size_t i, struct when *w);  /* "Q3 2026", "FY27" */
bool part_of_year(const struct parse *p, size_t i, struct when *w); /* "mid-2026", "summer 2026" */
bool counted_date(const struct parse *p, size_t i, struct when *w); /* "by week 18" */
bool period_end(const struct parse *p, size_t i, struct when *w);   /* "end of the year", due */
bool due_year(const struct parse *p, size_t i, struct when *w);     /* "by 2030" */
bool due_date(const struct parse *p, size_t i, struct when *w);     /* "by half-term" */
bool holiday(const struct parse *p, size_t i, struct when *w);      /* "Black Friday 2026" */

bool is_year(int y);
/* The year of two or four figures, 0 when it is none: "27" is 2027, "87" is 1987. */
int full_year(int y, size_t figures);
/* Bytes of token i, 0 past the end. */
static inline size_t width(const struct parse *p, size_t i)
{
	return i < p->n ? p->t[i].end - p->t[i].begin : 0;
}

/* Not that February has it: "Feb 30" is a date, if a wrong one. */
bool valid_day(int month, int day);
/* "2026", ", 2026", "of 2026", "'26", "nineteen eighty-six" at i: past it, or i when none. */
size_t year_after(const struct parse *p, size_t i, int *year);

#endif
