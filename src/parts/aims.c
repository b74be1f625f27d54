/* Metrics under a name of their own: "How will you know?", "What it is held to". Such a place is
 * known by what stands there: line after line goes from what is so today to what is meant. */
#include "find.h"

#define LEAST_AIMS 2u /* one change may be told anywhere */

/* The units [first, last) that stand under one heading or answer one question. */
struct place {
	size_t first, last;
	size_t aims;
};

static size_t aims_in(const struct pf_find *f, uint32_t begin, uint32_t end)
{
	size_t n = 0;

	for (size_t i = pf_quants_at(f->quants, begin);
	     i < f->quants->n && f->quants->v[i].begin < end; i++)
		n += f->quants->v[i].role == PF_ROLE_BASELINE &&
		     f->quants->v[i].pair != PF_QUANT_NONE;
	return n;
}

/* An answer, what stands under a heading that names no part, or a table without one. */
static bool may_hold(const struct pf_unit *u)
{
	return u->kind != PF_UNIT_HEADING && (u->part == PF_PART_FAQ || u->part == PF_PART_OTHER ||
					      (u->kind == PF_UNIT_ROW && !u->by_label));
}

/* "*Money.* Three courts, ..." leads to what is not under the label before. */
static bool opens(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	/* Below the release a table begins and ends by itself. */
	if (at && !u->by_label && (u->kind == PF_UNIT_ROW) != (u[-1].kind == PF_UNIT_ROW) &&
	    u->part != PF_PART_FAQ && u->part != PF_PART_OTHER)
		return true;
	return u->asked || u->kind == PF_UNIT_HEADING ||
	       (u->level == PF_LEVEL_RUNIN && !u->depth && !pf_range_empty(u->label));
}

/* The answer of a question that shares its unit with it, else the unit. */
static uint32_t told_from(const struct pf_unit *u)
{
	return u->asked ? u->answer_at : u->begin;
}

static struct place place_at(const struct pf_find *f, size_t first)
{
	const struct pf_unit *v = f->units.v;
	struct place p = {first, first + 1, 0};

	while (p.last < f->units.n && !opens(f, p.last))
		p.last++;
	for (size_t i = p.first; i < p.last; i++)
		if (may_hold(&v[i]))
			p.aims += aims_in(f, told_from(&v[i]), v[i].end);
	return p;
}

void pf_aims_take(struct pf_find *f)
{
	struct place most = {0, 0, 0};

	for (size_t i = 0; i < f->units.n;) {
		struct place p = place_at(f, i);

		/* The preamble has neither heading nor question. */
		if (p.aims > most.aims && opens(f, p.first))
			most = p;
		i = p.last;
	}
	if (most.aims < LEAST_AIMS)
		return;
	for (size_t i = most.first; i < most.last; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (may_hold(u) && told_from(u) < u->end)
			u->part = PF_PART_METRICS;
	}
}
