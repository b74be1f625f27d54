#include "scan.h"
#include "claim/around.h"
#include "noise/noise.h"
#include "range.h"

#include "prfaq/base/bound.h"
#include "prfaq/base/mem.h"

#include <string.h>

/* The range that begins with a, or the two that share a unit. */
static bool try_range(struct pf_quants *out, const struct parse *p, struct measure *a, size_t *next)
{
	struct measure b;
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

/* "from four forms to one", "six vans become [one]": behind another count, what is counted too. */
static bool one_counts(const struct pf_quants *out, const struct parse *p, const struct measure *m)
{
	static const char to[][WORD_ROOM] = {"to", "into",   "with",    "by", "on",
					     "in", "become", "becomes", "be", "just"};
	static const char no[][WORD_ROOM] = {"another", "of", "day", "side", "time", "thing"};
	const struct pf_quant *b = out->n ? &out->v[out->n - 1] : NULL;
	size_t i = m->first;

	if (!b || b->base != PF_QUANT_NUMBER || b->value < 2 || i - b->last > 14 || !i ||
	    !ANY_WORD(p, i - 1, to) || ANY_WORD(p, i + 1, no))
		return false;
	return in_one_sentence(p, b->last, i);
}

/* "one": it counts only beside what it is held against. */
static bool scan_one(struct pf_quants *out, const struct parse *p, struct measure *m, size_t *next)
{
	struct measure b;

	if (!m->number.one || !m->bare)
		return false;
	if (one_counts(out, p, m)) {
		emit_measure(out, p, m);
		*next = m->last;
		return true;
	}
	if (find_range(p, m, &b) != RANGE_ENDS) /* "one to three" */
		return false;
	emit_range(out, p, m, &b);
	*next = b.last;
	return true;
}

static size_t scan_measure(struct pf_quants *out, const struct parse *p, size_t i)
{
	struct measure m;
	size_t next;

	if (is_word_token(p, i)) {
		if (scan_age(out, p, i, &next))
			return next;
		if (parse_multiple(p, i, &m) || parse_percent_of(p, i, &m)) {
			emit_measure(out, p, &m);
			return m.last;
		}
	}
	if (!parse_measure(p, i, &m) || m.last <= i)
		return i + 1;
	if (is_noise(p, &m, &next)) {
		if (scan_one(out, p, &m, &next))
			return next;
		return next > i ? next : i + 1;
	}
	if (scan_offset(out, p, &m, &next) || try_range(out, p, &m, &next))
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
	size_t next = past_saying(p, i);

	if (next > i)
		return next;
	if (may_date(p, i) && scan_date(out, p, i, &next))
		return next;
	return p->lexeme[i].may & MAY_MEASURE ? scan_measure(out, p, i) : i + 1;
}

void pf_quants_scan(struct pf_quants *out, struct pf_slice text, const struct pf_tokens *tokens)
{
	struct lexeme *lexeme = pf_xrealloc(NULL, tokens->n, sizeof(*lexeme));
	struct parse p = {text, tokens->v, tokens->n, lexeme, 0};

	out->n = out->notes.n = out->sentences.n = 0;
	find_lexemes(&p, lexeme);
	p.month = next_month(&p, 0);
	for (size_t i = 0; i < p.n;) {
		if (!(lexeme[i].may & (MAY_DATE | MAY_DAY | MAY_MEASURE))) {
			i++;
			continue;
		}
		if (p.month < i)
			p.month = next_month(&p, i);
		i = scan_at(out, &p, i);
	}
	quant_attributes(out, &p);
	quant_tables(out, &p);
	quant_read(out, &p);
	free(out->around);
	out->around = NULL;
	quant_notes(out, &p, tokens);
	free(lexeme);
}

void pf_quants_release(struct pf_quants *quants)
{
	if (!quants)
		return;
	free(quants->v);
	free(quants->notes.v);
	free(quants->sentences.v);
	*quants = (struct pf_quants){0};
}

size_t pf_quants_at(const struct pf_quants *quants, uint32_t off)
{
	return PF_LOWER_BOUND(quants->v, quants->n, begin, off);
}
