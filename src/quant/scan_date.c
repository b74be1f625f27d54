/* Dates with what belongs to them, and ages. */
#include "range.h"
#include "scan.h"

#include "prfaq/base/clock.h"

#include <math.h>
#include <string.h>

static bool is_age(const struct number *n)
{
	return n->integer && n->value <= 120;
}

/* The ages whose first number begins at token `first`, said of the word at i. */
static bool read_ages(struct pf_quants *out, const struct parse *p, size_t i, size_t first,
		      size_t *next)
{
	struct measure a = {.first = first, .kind = PF_QUANT_NUMBER, .bare = true}, b = {0};
	struct pf_quant *q;

	if (!parse_number(p, first, false, &a.number) || !is_age(&a.number))
		return false;
	a.value = a.number.value;
	a.last = *next = a.number.last;
	if (find_range(p, &a, &b) == RANGE_ENDS && b.bare && is_age(&b.number)) {
		emit_range(out, p, &a, &b);
		q = &out->v[out->n - 1];
		q->first = (uint32_t)i;
		q->begin = p->t[i].begin;
		q->base = PF_QUANT_DURATION;
		*next = b.last;
	} else {
		q = emit_quant(out, p, i, a.number.last, PF_QUANT_DURATION);
		q->value = q->high = a.number.value;
	}
	memcpy(q->unit, "year", 5);
	return true;
}

/* "age 87", "aged 18 to 24", "ages of 18 and 24": of years, though no unit follows. */
bool scan_age(struct pf_quants *out, const struct parse *p, size_t i, size_t *next)
{
	if (!at_word(p, i, "age") && !at_word(p, i, "aged") && !at_word(p, i, "ages"))
		return false;
	return read_ages(out, p, i,
			 i + 1 + (at_word(p, i + 1, "between") || at_word(p, i + 1, "of")), next);
}

/* "Fri, 18 July 2014 [19h]" */
static size_t past_hour(const struct parse *p, size_t i)
{
	int hour;

	return at_bytes(p, i + 1, "h") && at_glued(p, i + 1) && parse_int(p, i, &hour) &&
			       hour > 5 && hour < 25
		       ? i + 2
		       : i;
}

/* "18 December [for 10 days]", "Easter [in a year]", "[9 months from now]": of a day without a year
 * they are a part, and i where there is none. */
static size_t past_stretch(const struct parse *p, const struct when *w, size_t i)
{
	struct measure m;
	size_t before = w->first;
	bool stretch, in;

	if (w->year || (!w->month && !w->named) || w->day2 || w->month2 || at_end(p, i))
		return i;
	before -= before && at_word(p, before - 1, "the");
	stretch = w->day && !w->named && at_word(p, i, "for") &&
		  !(before && at_word(p, before - 1, "for"));
	in = (w->named || !w->day) && at_word(p, i, "in");
	m = (struct measure){0};
	if (!parse_measure(p, i + (stretch || in), &m) || m.kind != PF_QUANT_DURATION)
		return i;
	if (at_word(p, m.last, "from") && at_word(p, m.last + 1, "now"))
		return m.last + 2;
	return stretch || (in && at_end(p, m.last)) ? m.last : i;
}

bool scan_date(struct pf_quants *out, const struct parse *p, size_t i, size_t *next)
{
	struct when w;
	struct pf_quant *q;

	if (!parse_date(p, i, &w))
		return false;
	/* "may" and "march" glued to a hyphen, and dates inside a code */
	if (i && at_glued(p, i) && p->t[i - 1].kind == PF_TOKEN_WORD &&
	    p->t[i].kind == PF_TOKEN_WORD)
		return false;
	w.last = past_stretch(p, &w, past_hour(p, w.last));
	q = emit_quant(out, p, i, w.last, PF_QUANT_DATE);
	when_days(&w, q);
	q->value = w.year * 10000.0 + w.month * 100.0 + w.day;
	if (w.quarter || w.half)
		q->value = w.year * 10000.0 + w.quarter * 300.0 + w.half * 600.0;
	q->high = q->value;
	*next = w.last;
	return true;
}

/* The date q a number of days later; without a year that of any year of 365 days. */
static void shift_date(struct pf_quant *q, double days)
{
	bool dated = q->date != INT32_MIN;
	int day = (int)q->value;
	struct pf_date d = {2001, day / 100 % 100, day % 100};

	if (strcmp(q->unit, "day") != 0 || d.month == 0 || fabs(days) > 100000)
		return;
	d = pf_date_from_days((dated ? q->date : pf_date_days(d)) + (int32_t)days);
	q->value = q->high = (dated ? d.year : 0) * 10000.0 + d.month * 100.0 + d.day;
	if (dated) {
		q->date += (int32_t)days;
		q->date_end += (int32_t)days;
	}
}

/* Past what leads from the duration that ends at i to a date: "before", "after", "from"; *begins:
 * ", from", "starting on"; 0 when nothing does. */
static size_t offset_at(const struct parse *p, size_t i, bool *begins)
{
	bool comma = at_sign(p, i, ',');
	bool starts = at_word(p, i, "starting") || at_word(p, i, "beginning");

	*begins = comma || starts;
	i += comma;
	if (!starts && !at_word(p, i, "from") &&
	    (comma || (!at_word(p, i, "before") && !at_word(p, i, "after"))))
		return 0;
	return i + 1 + (starts && at_word(p, i + 1, "on"));
}

/* "16 days from 2 January 2018", "two weeks before Black Friday": one date. */
bool scan_offset(struct pf_quants *out, const struct parse *p, const struct measure *m,
		 size_t *next)
{
	double days = m->value * m->factor / 86400;
	struct pf_quant *q;
	bool begins;
	size_t i;

	if (m->kind != PF_QUANT_DURATION || m->factor < 86400) /* "to 4 hours before 1 March" */
		return false;
	i = offset_at(p, m->last, &begins);
	if (!i || !may_date(p, i) || !scan_date(out, p, i, next))
		return false;
	q = &out->v[out->n - 1];
	if (begins && q->date != INT32_MIN) { /* "6 weeks starting 3 May 2027" are two */
		out->n--;
		return false;
	}
	q->first = (uint32_t)m->first;
	q->begin = p->t[m->first].begin;
	if (!begins)
		shift_date(q, at_word(p, i - 1, "before") ? -days : days);
	return true;
}
