#include "range.h"

#include "prfaq/base/clock.h"
#include "prfaq/base/mem.h"

#include <math.h>
#include <string.h>

static struct pf_quant *emit(struct pf_quants *out, const struct parse *p, size_t first,
			     size_t last, enum pf_quant_kind kind)
{
	struct pf_quant *q = PF_PUSH(out);

	*q = (struct pf_quant){.begin = p->t[first].begin,
			       .end = p->t[last - 1].end,
			       .first = (uint32_t)first,
			       .last = (uint32_t)last,
			       .kind = kind,
			       .base = kind,
			       .date = INT32_MIN,
			       .date_end = INT32_MIN,
			       .pair = PF_QUANT_NONE};
	return q;
}

static struct pf_quant *emit_measure(struct pf_quants *out, const struct parse *p,
				     const struct measure *m)
{
	struct pf_quant *q = emit(out, p, m->first, m->last, m->kind);

	q->value = q->high = m->value;
	memcpy(q->unit, m->unit, sizeof(q->unit));
	memcpy(q->per, m->per, sizeof(q->per));
	if (m->plus)
		q->bound = PF_BOUND_GE;
	return q;
}

static void emit_range(struct pf_quants *out, const struct parse *p, const struct measure *a,
		       const struct measure *b)
{
	struct pf_quant *q = emit(out, p, a->first, b->last, PF_QUANT_RANGE);
	bool up = a->value <= b->value;

	q->base = b->bare ? a->kind : b->kind;
	q->value = up ? a->value : b->value;
	q->high = up ? b->value : a->value;
	memcpy(q->unit, b->bare ? a->unit : b->unit, sizeof(q->unit));
	memcpy(q->per, b->per, sizeof(q->per));
	if (b->plus)
		q->bound = PF_BOUND_GE;
}

/* The range that begins with a, or the two that share a unit. */
static bool try_range(struct pf_quants *out, const struct parse *p, struct measure *a, size_t *next)
{
	struct measure b = {0};
	enum range_kind kind = find_range(p, a, &b);

	if (kind == RANGE_NONE && !find_bounds(p, a, &b))
		return false;
	if (kind == RANGE_TWO) {
		emit_measure(out, p, a);
		*next = b.first; /* "from 10 % to 20-30 %": it may have two ends itself */
		return true;
	}
	emit_range(out, p, a, &b);
	*next = b.last;
	return true;
}

/* A long word that no table knows: it has no part in any quantity. */
static bool is_stranger(const struct parse *p, size_t i)
{
	return i < p->n && !p->entry[i] && p->t[i].kind == PF_TOKEN_WORD &&
	       p->t[i].end - p->t[i].begin > 4;
}

/* Can a quantity begin at this token? Most words say no here and cost nothing more. */
static bool may_begin(const struct parse *p, size_t i)
{
	const uint64_t words = LEX_BIT(NUMBER) | LEX_BIT(MAGNITUDE) | LEX_BIT(FRACTION) |
			       LEX_BIT(CURRENCY) | LEX_BIT(CODE) | LEX_BIT(NATION) |
			       LEX_BIT(MULTIPLE) | LEX_BIT(CENT) | LEX_BIT(PERCENT);
	uint32_t length = p->t[i].end - p->t[i].begin;

	switch (p->t[i].kind) {
	case PF_TOKEN_NUMBER: return true;
	case PF_TOKEN_SIGN:
		return !p->t[i].sign || p->t[i].sign == '$' || p->t[i].sign == '-' ||
		       p->t[i].sign == '+';
	default: break;
	}
	if (at_any(p, i, words))
		return true;
	/* "a hundred", "minus three" */
	if (at_class(p, i, LEX_BEGIN) && !is_stranger(p, i + 1))
		return true;
	/* "HK$", "MUSD 60" */
	return (length < 4 && at_sign(p, i + 1, '$')) ||
	       (length == 4 && p->text.ptr[p->t[i].end - 1] >= 'A' &&
		p->text.ptr[p->t[i].end - 1] <= 'Z');
}

/* Can a date begin at this token? */
static bool may_date(const struct parse *p, size_t i)
{
	const uint64_t words = LEX_BIT(MONTH) | LEX_BIT(HOLIDAY) | LEX_BIT(HOLIDAY_FIRST) |
			       LEX_BIT(SEASON) | LEX_BIT(ORDINAL) | LEX_BIT(NUMBER) |
			       LEX_BIT(PERIOD) | LEX_BIT(TIME);

	return at_number(p, i) || at_any(p, i, words);
}

/* "age 87": the number is a time, though no unit follows. */
static bool age(struct pf_quants *out, const struct parse *p, size_t i, size_t *next)
{
	struct number n;

	if ((!at_word(p, i, "age") && !at_word(p, i, "aged")) ||
	    !parse_number(p, i + 1, false, &n) || !n.integer || n.value > 120)
		return false;
	struct pf_quant *q = emit(out, p, i, n.last, PF_QUANT_DURATION);

	q->value = q->high = n.value;
	memcpy(q->unit, "year", 5);
	*next = n.last;
	return true;
}

static bool scan_date(struct pf_quants *out, const struct parse *p, size_t i, size_t *next)
{
	struct when w;
	struct pf_quant *q;

	if (!parse_date(p, i, &w))
		return false;
	/* "may" and "march" glued to a hyphen, and dates inside a code */
	if (i && at_glued(p, i) && p->t[i - 1].kind == PF_TOKEN_WORD &&
	    p->t[i].kind == PF_TOKEN_WORD)
		return false;
	q = emit(out, p, i, w.last, PF_QUANT_DATE);
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

/* "16 days from 2 January 2018", "two weeks before Black Friday": one date. */
static bool shifted_date(struct pf_quants *out, const struct parse *p, const struct measure *m,
			 size_t *next)
{
	bool back = at_word(p, m->last, "before");
	double days = m->value * m->factor / 86400;
	struct pf_quant *q;

	if (m->kind != PF_QUANT_DURATION ||
	    !(back || at_word(p, m->last, "after") || at_word(p, m->last, "from")) ||
	    !may_date(p, m->last + 1) || !scan_date(out, p, m->last + 1, next))
		return false;
	q = &out->v[out->n - 1];
	q->first = (uint32_t)m->first;
	q->begin = p->t[m->first].begin;
	shift_date(q, back ? -days : days);
	return true;
}

static size_t scan_measure(struct pf_quants *out, const struct parse *p, size_t i)
{
	struct measure m = {0};
	size_t next;

	if (parse_multiple(p, i, &m) || parse_percent_of(p, i, &m)) {
		emit_measure(out, p, &m);
		return m.last;
	}
	if (!parse_measure(p, i, &m) || m.last <= i)
		return i + 1;
	if (is_noise(p, &m, &next)) {
		struct measure b = {0};

		/* "one to three" */
		if (m.number.one && m.bare && find_range(p, &m, &b) == RANGE_ENDS) {
			emit_range(out, p, &m, &b);
			return b.last;
		}
		return next > i ? next : i + 1;
	}
	if (shifted_date(out, p, &m, &next) || try_range(out, p, &m, &next))
		return next;
	emit_measure(out, p, &m);
	return m.last;
}

/* The first month from token i on. */
static size_t next_month(const struct parse *p, size_t i)
{
	while (i < p->n && !at_class(p, i, LEX_MONTH))
		i++;
	return i;
}

static size_t scan_at(struct pf_quants *out, const struct parse *p, size_t i)
{
	size_t next;

	if (may_date(p, i) && scan_date(out, p, i, &next))
		return next;
	if (!may_begin(p, i))
		return i + 1;
	return age(out, p, i, &next) ? next : scan_measure(out, p, i);
}

static void read_entries(struct pf_quants *out, const struct pf_tokens *tokens)
{
	if (out->entry_cap < tokens->n) {
		free(out->entry);
		out->entry = pf_xcalloc(tokens->n, sizeof(*out->entry));
		out->entry_cap = tokens->n;
	}
	for (size_t i = 0; i < tokens->n; i++)
		out->entry[i] =
			tokens->v[i].kind == PF_TOKEN_WORD ? lexicon_find(tokens->v[i].hash) : 0;
}

void pf_quants_scan(struct pf_quants *out, struct pf_slice text, const struct pf_tokens *tokens)
{
	struct parse p;

	read_entries(out, tokens);
	out->n = out->notes.n = out->sentences.n = 0;
	p = (struct parse){text, tokens->v, tokens->n, out->entry, 0};
	p.month = next_month(&p, 0);
	for (size_t i = 0; i < p.n;) {
		if (p.month < i)
			p.month = next_month(&p, i);
		i = is_stranger(&p, i) ? i + 1 : scan_at(out, &p, i);
	}
	quant_attributes(out, &p);
	quant_tables(out, &p);
	quant_notes(out, &p, tokens);
}

void pf_quants_release(struct pf_quants *quants)
{
	if (!quants)
		return;
	free(quants->v);
	free(quants->notes.v);
	free(quants->sentences.v);
	free(quants->entry);
	*quants = (struct pf_quants){0};
}

size_t pf_quants_at(const struct pf_quants *quants, uint32_t off)
{
	size_t lo = 0, hi = quants->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (quants->v[mid].begin < off)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}
