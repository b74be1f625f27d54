#include "parse.h"

#include "prfaq/base/mem.h"

#include <stdio.h>
#include <string.h>

static bool is_range_kind(const struct measure *a, const struct measure *b)
{
	if (a->kind == b->kind)
		return a->kind != PF_QUANT_QUANTITY || !strcmp(a->unit, b->unit) || !b->unit[0];
	return a->bare && !a->number.fraction;
}

/* The second end of a range after `a`: "- 15", "to 20", "and $20" after "between". */
static bool range_end(const struct parse *p, const struct measure *a, struct measure *b)
{
	size_t i = a->last, k;
	bool dash = at_sign(p, i, '-');
	bool between = a->first && (at_word(p, a->first - 1, "between") ||
				    (a->first > 1 && at_word(p, a->first - 2, "between")));
	bool from = a->first && (at_word(p, a->first - 1, "from") ||
				 (a->first > 1 && at_word(p, a->first - 2, "from")));
	bool to = at_word(p, i, "to") || at_word(p, i, "through") || at_word(p, i, "till");

	if (!dash && !to && !(between && at_word(p, i, "and")) && !(from && at_word(p, i, "and")))
		return false;
	if (dash && at_glued(p, i) != at_glued(p, i + 1) && a->bare && !at_sign(p, i + 1, '~') &&
	    !(at_glued(p, i + 1) && i + 2 < p->n))
		return false;
	for (k = i + 1; at_sign(p, k, '~') || at_word(p, k, "about") || at_word(p, k, "around") ||
			at_word(p, k, "approximately") || at_word(p, k, "roughly");
	     k++)
		;
	if (k >= p->n || (p->t[k].flags & PF_TOKEN_SENTENCE) || !parse_measure(p, k, b))
		return false;
	if (b->number.article || b->number.divisor != 0)
		return false;
	/* "20-30-40" is no range */
	return !(dash && at_sign(p, b->last, '-') && at_glued(p, b->last) &&
		 at_number(p, b->last + 1));
}

/* The left end takes unit and magnitude from the right one: "$140-445 billion", "5-7 k". */
static void share(struct measure *a, const struct measure *b)
{
	if (a->bare && !b->bare) {
		a->kind = b->kind;
		memcpy(a->unit, b->unit, sizeof(a->unit));
		a->factor = b->factor;
	}
	if (!a->number.magnitude && b->number.magnitude && a->value < 1000) {
		double plain = b->value;

		while (plain >= 1000)
			plain /= 1000;
		if (a->value <= plain || b->value >= 1e3)
			a->value *= b->value / plain;
	}
}

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

/* Does a change lead up to "from A to B"? Then they are baseline and target, not a range. */
static bool is_change(const struct parse *p, size_t from)
{
	size_t stop = from > 12 ? from - 12 : 0;

	for (size_t i = from; i-- > stop;) {
		if (p->t[i + 1].flags & PF_TOKEN_SENTENCE)
			return false;
		if (at_class(p, i, LEX_UP) || at_class(p, i, LEX_DOWN) ||
		    at_class(p, i, LEX_CHANGE))
			return true;
	}
	return false;
}

static bool try_range(struct pf_quants *out, const struct parse *p, struct measure *a, size_t *next)
{
	struct measure b = {0};
	struct pf_quant *q;
	size_t skip, from;

	if (a->kind == PF_QUANT_MULTIPLIER && !a->number.digits)
		return false;
	if (!range_end(p, a, &b))
		return false;
	if (!a->bare || a->kind != PF_QUANT_NUMBER || !b.bare) {
		if (!is_range_kind(a, &b) && !b.bare)
			return false;
		/* "$3-5 items"? a unit on the left and none on the right still shares "$" */
		if (b.bare && a->kind != PF_QUANT_MONEY && a->kind != PF_QUANT_PERCENT)
			return false;
	}
	if (b.bare && is_noise(p, &b, &skip))
		return false;
	if (a->bare && a->number.integer && b.number.integer && b.bare && a->number.figures == 4 &&
	    a->value >= 1900 && a->value < 2100)
		return false;
	from = a->first;
	for (int k = 0; k < 2 && from; k++)
		if (at_word(p, --from, "from"))
			break;
	/* "from 29 % to 75 %" and "29 % to 75 %": a baseline and its target, not a range. */
	if (at_word(p, a->last, "to") &&
	    (at_word(p, from, "from") || (!a->bare && !b.bare) || is_change(p, from)))
		return false;
	if (at_sign(p, a->last, '-') && b.value < a->value && b.bare && a->bare)
		return false;
	share(a, &b);
	q = emit(out, p, a->first, b.last, PF_QUANT_RANGE);
	q->base = b.bare ? a->kind : b.kind;
	q->value = a->value;
	q->high = b.value;
	memcpy(q->unit, b.bare ? a->unit : b.unit, sizeof(q->unit));
	memcpy(q->per, b.per, sizeof(q->per));
	if (b.plus)
		q->bound = PF_BOUND_GE;
	*next = b.last;
	return true;
}

/* Can a quantity begin at this token? Most words say no here and cost nothing more. */
static bool may_begin(const struct parse *p, size_t i)
{
	const uint64_t words = UINT64_C(1) << LEX_NUMBER | UINT64_C(1) << LEX_MAGNITUDE |
			       UINT64_C(1) << LEX_FRACTION | UINT64_C(1) << LEX_CURRENCY |
			       UINT64_C(1) << LEX_CODE | UINT64_C(1) << LEX_NATION |
			       UINT64_C(1) << LEX_MULTIPLE | UINT64_C(1) << LEX_CENT;

	switch (p->t[i].kind) {
	case PF_TOKEN_NUMBER: return true;
	case PF_TOKEN_SIGN:
		return !p->t[i].sign || p->t[i].sign == '$' || p->t[i].sign == '-' ||
		       p->t[i].sign == '+';
	default: break;
	}
	if (p->entry[i] && (lexicon_mask(p->lex, p->entry[i]) & words))
		return true;
	return at_word(p, i, "a") || at_word(p, i, "an") || at_word(p, i, "minus") ||
	       at_word(p, i, "negative") || at_word(p, i, "full") || at_word(p, i, "us") ||
	       (i + 1 < p->n && at_sign(p, i + 1, '$') && p->t[i].end - p->t[i].begin < 4) ||
	       at_word(p, i, "hong") || at_word(p, i, "factor") || at_word(p, i, "in") ||
	       at_word(p, i, "age");
}

static bool may_date(const struct parse *p, size_t i)
{
	const uint64_t words = UINT64_C(1) << LEX_MONTH | UINT64_C(1) << LEX_HOLIDAY |
			       UINT64_C(1) << LEX_ORDINAL | UINT64_C(1) << LEX_NUMBER;
	char c;

	if (p->t[i].kind != PF_TOKEN_WORD)
		return p->t[i].kind == PF_TOKEN_NUMBER;
	if (p->entry[i] && (lexicon_mask(p->lex, p->entry[i]) & words))
		return true;
	c = (char)(p->text.ptr[p->t[i].begin] | 32);
	if (p->t[i].end - p->t[i].begin == 1)
		return c == 'q' || c == 'h';
	return strchr("abcefgilmnpsvw", c) != NULL;
}

/* "age 87": the number is a time, though no unit follows. */
static bool age(struct pf_quants *out, const struct parse *p, size_t i, size_t *next)
{
	struct number n;

	if (!at_word(p, i, "age") || !parse_number(p, i + 1, false, &n) || !n.integer ||
	    n.value > 120)
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

	if (!may_date(p, i) || !parse_date(p, i, &w))
		return false;
	/* "may" and "march" glued to a hyphen, and dates inside a code */
	if (i && at_glued(p, i) && p->t[i - 1].kind == PF_TOKEN_WORD &&
	    p->t[i].kind == PF_TOKEN_WORD)
		return false;
	q = emit(out, p, i, w.last, PF_QUANT_DATE);
	when_days(&w, q);
	q->value = w.year * 10000.0 + w.month * 100.0 + w.day;
	if (w.quarter)
		q->value = w.year * 10000.0 + w.quarter * 300.0;
	q->high = q->value;
	*next = w.last;
	return true;
}

static size_t scan_at(struct pf_quants *out, const struct parse *p, size_t i)
{
	struct measure m = {0};
	size_t next;

	if (scan_date(out, p, i, &next))
		return next;
	if (!may_begin(p, i))
		return i + 1;
	if (age(out, p, i, &next))
		return next;
	if (parse_multiple(p, i, &m)) {
		emit_measure(out, p, &m);
		return m.last;
	}
	if (!parse_measure(p, i, &m) || m.last <= i)
		return i + 1;
	if (is_noise(p, &m, &next)) {
		struct measure b;

		/* "one or two", "one to three" */
		if (m.number.one && m.bare && range_end(p, &m, &b) && try_range(out, p, &m, &next))
			return next;
		return next > i ? next : i + 1;
	}
	if (try_range(out, p, &m, &next))
		return next;
	emit_measure(out, p, &m);
	return m.last;
}

static void read_entries(struct pf_quants *out, const struct pf_tokens *tokens)
{
	if (!out->lexicon)
		out->lexicon = lexicon_new();
	if (out->entry_cap < tokens->n) {
		free(out->entry);
		out->entry = pf_xcalloc(tokens->n, sizeof(*out->entry));
		out->entry_cap = tokens->n;
	}
	for (size_t i = 0; i < tokens->n; i++)
		out->entry[i] = tokens->v[i].kind == PF_TOKEN_WORD
					? lexicon_find(out->lexicon, tokens->v[i].hash)
					: 0;
}

void pf_quants_scan(struct pf_quants *out, struct pf_slice text, const struct pf_tokens *tokens)
{
	struct parse p;

	read_entries(out, tokens);
	out->n = out->notes.n = out->sentences.n = 0;
	p = (struct parse){text, tokens->v, tokens->n, out->entry, out->lexicon};
	for (size_t i = 0; i < p.n;)
		i = scan_at(out, &p, i);
	quant_attributes(out, &p);
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
	lexicon_free(quants->lexicon);
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
