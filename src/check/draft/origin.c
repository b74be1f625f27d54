#include "origin.h"

#include "assumption.h"
#include "brief.h"
#include "equation.h"
#include "quants.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

/* Counted units differ by wording ("members", ""): a count equals a count when a noun agrees. */
static bool is_count(const struct pf_quant *q)
{
	return q->base == PF_QUANT_NUMBER ||
	       (q->base == PF_QUANT_QUANTITY && pf_unit_seconds(q->unit) == 0);
}

/* "From 11 weeks to 2": the second leaves out its unit. */
static const char *unit_of(const struct pf_view *view, const struct pf_quant *q)
{
	return q->base == PF_QUANT_NUMBER && !q->unit[0] && q->pair != PF_QUANT_NONE
		       ? view->quants->v[q->pair].unit
		       : q->unit;
}

/* By its words, or by its place in a metric: "days it runs: 74, to 16". */
static bool is_todays(const struct pf_view *view, const struct pf_quant *q)
{
	for (size_t i = 0; i < view->parts->metrics.n && q->role != PF_ROLE_BASELINE; i++)
		if (view->parts->metrics.v[i].baseline == (uint32_t)(q - view->quants->v))
			return true;
	return q->role == PF_ROLE_BASELINE;
}

/* "Median minutes of a visit: 170 -> 130": the unit stands in the name, where it is said once. */
static bool leaves_unit_out(const struct pf_view *view, const struct pf_quant *q)
{
	return q->base == PF_QUANT_NUMBER && !unit_of(view, q)[0] &&
	       pf_quant_part(view, q) == PF_PART_METRICS && is_todays(view, q);
}

static bool same_as(const struct pf_view *view, const struct pf_quant *q, double value,
		    const char *unit)
{
	if (leaves_unit_out(view, q) && pf_same_amount(q->value, "", value, ""))
		return true;
	if (pf_same_amount(q->value, unit_of(view, q), value, unit))
		return true;
	if (q->kind == PF_QUANT_RANGE && pf_same_amount(q->high, q->unit, value, unit))
		return true;
	return is_count(q) && !unit[0] && pf_same_amount(q->value, "", value, "");
}

/* The place a number is read in: its sentence with the one before, or the whole row of a table. */
static struct pf_range place_of(const struct pf_view *view, const struct pf_quant *q)
{
	size_t n, sentence = pf_quant_sentence(view, q);
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t b = pf_doc_block_at(view->doc, q->begin);
	struct pf_range place = pf_row_at(view, q->begin);

	if (!pf_range_empty(place))
		return place;
	place = pf_sentence_range(view, sentence);
	if (b == PF_DOC_NONE)
		return place;
	if (sentence && pf_sentence_range(view, sentence - 1).begin >= blocks[b].begin)
		place.begin = pf_sentence_range(view, sentence - 1).begin;
	return place;
}

/* Nobody hits 13,000 GBP a month by chance, as one does 44 % or two weeks. */
static bool is_distinct(const struct pf_quant *q)
{
	return q->base == PF_QUANT_MONEY && q->value >= 1000;
}

/* The same value alone proves nothing: 44 % of evenings are no 44 % of drivers. A noun of the fact,
 * or a word of its text that is not any draft's, must stand in the sentence, the one before, or the
 * row. */
static bool speaks_of(const struct pf_view *view, const struct pf_quant *q, size_t fact)
{
	struct pf_range place = place_of(view, q);
	const struct pf_brief_fact *of = &view->brief->facts[fact];
	bool found = false;

	for (size_t i = pf_tokens_at(view->tokens, place.begin);
	     i < view->tokens->n && view->tokens->v[i].begin < place.end && !found; i++) {
		uint32_t stem;

		if (view->tokens->v[i].kind != PF_TOKEN_WORD)
			continue;
		stem = pf_view_stem(view, i);
		found = pf_stems_has(&of->nouns, stem) ||
			(!view->everyday[i] && pf_stems_has(&of->text, stem));
	}
	return found;
}

/* The known fact, limit or metric that gives this value, as a sentence; NULL when none does. */
static const char *fact_of(const struct pf_view *view, const struct pf_quant *q)
{
	const struct pf_check_prompt *p = view->context->prompt;

	if (!p || pf_quant_is_date(q))
		return NULL;
	for (size_t i = 0; i < p->n_facts; i++) {
		const struct pf_check_fact *f = &p->facts[i];

		if (f->known && f->unit && same_as(view, q, f->value, f->unit) &&
		    (is_distinct(q) || speaks_of(view, q, i)))
			return f->text;
	}
	for (size_t i = 0; i < p->n_constraints; i++) {
		const struct pf_check_constraint *c = &p->constraints[i];

		if (c->known && c->kind == PF_CONSTRAINT_COST && c->unit &&
		    same_as(view, q, c->max, c->unit))
			return c->text;
	}
	return NULL;
}

bool pf_origin_value(const struct pf_view *view, const struct pf_quant *q, bool *spoken)
{
	const struct pf_check_prompt *p = view->context->prompt;
	bool found = false;

	*spoken = false;
	for (size_t i = 0; p && i < p->n_facts && !*spoken; i++) {
		const struct pf_check_fact *f = &p->facts[i];

		if (!f->unit || !same_as(view, q, f->value, f->unit))
			continue;
		found = true;
		*spoken = speaks_of(view, q, i);
	}
	return found;
}

#define NEAR_ENOUGH 0.12 /* "five hours" for 5.4, "one in seven" for 14 % */

/* "More than half" is 57 % as well. */
static bool is_near(const struct pf_quant *q, double value, double fact)
{
	bool above = q->bound == PF_BOUND_GT || q->bound == PF_BOUND_GE;

	return fabs(value / fact - 1) <= NEAR_ENOUGH ||
	       (above && fact > value && fact <= value * (1 + 2 * NEAR_ENOUGH));
}

bool pf_origin_near(const struct pf_view *view, const struct pf_quant *q)
{
	const struct pf_check_prompt *p = view->context->prompt;
	bool near = false;

	if (!p || view->tokens->v[q->first].kind != PF_TOKEN_WORD)
		return false;
	for (size_t i = 0; i < p->n_facts && !near; i++) {
		const struct pf_check_fact *f = &p->facts[i];
		bool share = q->base == PF_QUANT_NUMBER && q->value < 1;

		if (!f->known || !f->unit || fabs(f->value) <= 0)
			continue;
		near = is_near(q, (share ? 100 : 1) * q->value, f->value) &&
		       same_as(view, q, q->value, share ? q->unit : f->unit) &&
		       (!share || !strcmp(f->unit, "%")) && speaks_of(view, q, i);
	}
	return near;
}

/* The equation's result is derived when it holds and no operand of it is bare. */
static bool derived(const struct pf_view *view, const uint8_t *origin, size_t q)
{
	struct pf_equation e;

	if (!pf_equation_at(view, q, &e))
		return pf_equation_follows(view, q);
	if (!e.holds)
		return false;
	for (size_t i = e.first; i + 1 < e.last; i++)
		if (view->context->prompt && origin[i] == PF_ORIGIN_BARE &&
		    view->quants->v[i].base == PF_QUANT_MONEY)
			return false;
	return true;
}

/* "We asked 38 of them. 29 had waited": who tells how they looked has named the source of what the
 * paragraph found. */
static bool looked(const struct pf_view *view, uint32_t off)
{
	uint32_t b = pf_doc_block_at(view->doc, off);
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);

	return b != PF_DOC_NONE && pf_view_has(view, PF_LIST_own_evidence,
					       (struct pf_range){blocks[b].begin, blocks[b].end});
}

static bool is_year(const struct pf_view *view, const struct pf_token *t)
{
	struct pf_slice s = pf_slice_cut(view->text, t->begin, t->end);

	return t->kind == PF_TOKEN_NUMBER && s.len == 4 && (s.ptr[0] == '1' || s.ptr[0] == '2') &&
	       (s.ptr[1] == '9' || s.ptr[1] == '0');
}

/* "It took 9 days (1,140 claims, 2026)": what was counted, and when. */
static bool says_when(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	bool open = false, year = false;

	for (uint32_t i = s->first; i < s->last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->sign == ')' && year)
			return true;
		open = t->sign == '(' || (open && t->sign != ')');
		year = open && (year || is_year(view, t));
	}
	return false;
}

/* What the last sentence said: one may hold thousands of numbers. */
struct last_sentence {
	size_t sentence; /* SIZE_MAX: none was asked about */
	bool counted;
};

static bool counted_when(const struct pf_view *view, size_t sentence, struct last_sentence *last)
{
	if (last->sentence != sentence)
		*last = (struct last_sentence){sentence, says_when(view, sentence)};
	return last->counted;
}

/* A sum that is shown, and holds, is derived whatever its operands are called. */
static bool shown_sum(const struct pf_view *view, const uint8_t *origin, size_t q)
{
	struct pf_equation e;

	return pf_equation_at(view, q, &e) && derived(view, origin, q);
}

/* "91 % did not": what is left of a hundred where the brief tells 9. */
static bool is_rest(const struct pf_view *view, const struct pf_quant *q)
{
	const struct pf_check_prompt *p = view->context->prompt;

	for (size_t i = 0; p && q->base == PF_QUANT_PERCENT && i < p->n_facts; i++) {
		const struct pf_check_fact *f = &p->facts[i];

		if (f->known && f->unit && !strcmp(f->unit, "%") &&
		    fabs(100 - q->value - f->value) < 0.05 && speaks_of(view, q, i))
			return true;
	}
	return false;
}

static enum pf_origin origin_of(const struct pf_view *view, const uint8_t *origin, size_t q,
				const bool *labelled, struct last_sentence *last)
{
	const struct pf_quant *quant = &view->quants->v[q];
	size_t sentence = pf_quant_sentence(view, quant);

	if (fact_of(view, quant) || pf_origin_near(view, quant))
		return PF_ORIGIN_GIVEN;
	if (is_rest(view, quant))
		return PF_ORIGIN_DERIVED;
	if (shown_sum(view, origin, q))
		return PF_ORIGIN_DERIVED;
	if (labelled[sentence])
		return PF_ORIGIN_ASSUMED;
	if (derived(view, origin, q))
		return PF_ORIGIN_DERIVED;
	if (!view->context->prompt &&
	    (pf_sentence_quants(view, sentence)->source || counted_when(view, sentence, last) ||
	     looked(view, quant->begin)))
		return PF_ORIGIN_CITED;
	return PF_ORIGIN_BARE;
}

/* For each number the nearest one before it and behind it of the same value; itself: there is none.
 */
struct same_value {
	size_t before, after;
};

static struct same_value *same_values(const struct pf_view *view)
{
	const struct pf_quants *quants = view->quants;
	struct same_value *same = pf_xmalloc((quants->n + 1) * sizeof(*same));
	size_t cap = 16, *last; /* of each value, by its hash; plus one */

	while (cap < 2 * quants->n)
		cap *= 2;
	last = pf_xcalloc(cap, sizeof(*last));
	for (size_t i = 0; i < quants->n; i++) {
		double value = quants->v[i].value + 0.0; /* no negative zero */
		uint64_t bits;
		size_t at;

		memcpy(&bits, &value, sizeof(bits));
		at = (size_t)(bits * 0x9E3779B97F4A7C15u >> 32) & (cap - 1);
		while (last[at] && quants->v[last[at] - 1].value != value)
			at = (at + 1) & (cap - 1);
		same[i] = (struct same_value){last[at] ? last[at] - 1 : i, i};
		same[same[i].before].after = i;
		last[at] = i + 1;
	}
	free(last);
	return same;
}

/* "$720,000 = ...; in all $720,000 + $96,000": the same amount again comes from where it came. The
 * quantity that tells it; q when there is none. */
static size_t said_elsewhere(const struct pf_view *view, const uint8_t *origin, size_t q,
			     const struct same_value *same)
{
	enum { NEAR = 64 };
	const struct pf_quant *r = &view->quants->v[q];
	/* "Two hours sooner (5.4 to 3.4)" */
	bool bare = !r->unit[0] && r->value != floor(r->value);
	size_t i = q, next;

	while (same[i].before != i && same[i].before + NEAR >= q)
		i = same[i].before;
	for (;; i = next) {
		const struct pf_quant *x = &view->quants->v[i];

		if (origin[i] != PF_ORIGIN_BARE && !pf_quant_is_date(x) &&
		    (bare || !strcmp(unit_of(view, x), unit_of(view, r))))
			return i;
		next = same[i].after;
		if (next == i || next >= q + NEAR)
			return q;
	}
}

void pf_origins_find(struct pf_view *view)
{
	bool *labelled = pf_assumptions_labelled(view);
	uint8_t *origin = pf_xcalloc(view->quants->n + 1, 1);
	uint8_t *grounds = pf_xcalloc(view->quants->n + 1, 1);
	struct last_sentence last = {SIZE_MAX, false};
	struct same_value *same = same_values(view);

	for (size_t i = 0; i < view->quants->n; i++) {
		origin[i] = (uint8_t)origin_of(view, origin, i, labelled, &last);
		if (origin[i] == PF_ORIGIN_ASSUMED)
			grounds[i] = pf_assumption_grounds(view, &view->quants->v[i]);
	}
	for (size_t i = 0; i < view->quants->n; i++) {
		size_t told =
			origin[i] == PF_ORIGIN_BARE ? said_elsewhere(view, origin, i, same) : i;

		origin[i] = origin[told];
		grounds[i] = grounds[told];
		if (origin[i] == PF_ORIGIN_BARE && shown_sum(view, origin, i))
			origin[i] = PF_ORIGIN_DERIVED; /* its operands are known by now */
	}
	free(labelled);
	free(same);
	view->origin = origin;
	view->grounds = grounds;
}
