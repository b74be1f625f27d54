/*
 * scan.h - the pass over the tokens, private to scan*.c. Each reader emits what begins at token i
 * and sets *next past it, or says no and has done nothing.
 */
#ifndef PRFAQ_SRC_QUANT_SCAN_H
#define PRFAQ_SRC_QUANT_SCAN_H

#include "date/date.h"
#include "unit/measure.h"

struct pf_quant *emit_quant(struct pf_quants *out, const struct parse *p, size_t first, size_t last,
			    enum pf_quant_kind kind);
struct pf_quant *emit_measure(struct pf_quants *out, const struct parse *p,
			      const struct measure *m);
void emit_range(struct pf_quants *out, const struct parse *p, const struct measure *a,
		const struct measure *b);

/* Can a date begin at this token? */
static inline bool may_date(const struct parse *p, size_t i)
{
	uint16_t may = i < p->n ? p->lexeme[i].may : 0;

	return (may & MAY_DATE) || ((may & MAY_DAY) && month_near(p, i));
}

bool scan_date(struct pf_quants *out, const struct parse *p, size_t i, size_t *next);
/* "16 days from 2 January", "2 weeks starting 20 May": the date that a duration m leads to. */
bool scan_offset(struct pf_quants *out, const struct parse *p, const struct measure *m,
		 size_t *next);
/* "age 87", "aged 18 to 24" */
bool scan_age(struct pf_quants *out, const struct parse *p, size_t i, size_t *next);

/* Bounds, directions, roles, nouns and pairs where the head of a column of a table says it. */
void quant_tables(struct pf_quants *quants, const struct parse *p);

#endif
