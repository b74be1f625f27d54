/*
 * A goal that is told by the way: "Our goal is to have 1 million people trained by December", in
 * what the leader says or in an answer that was asked for something else. It is looked for only on
 * a page that names no metrics anywhere.
 */
#include "metrics.h"
#include "prfaq/base/mem.h"

#define COUNTED 10 /* of things; fewer are told by looking */

/* A number that one can be held to, and not only a day. */
static bool has_amount(const struct pf_find *f, struct pf_range sentence)
{
	for (size_t i = pf_quants_at(f->quants, sentence.begin);
	     i < f->quants->n && f->quants->v[i].begin < sentence.end; i++) {
		const struct pf_quant *q = &f->quants->v[i];

		if (q->kind == PF_QUANT_DATE || q->role == PF_ROLE_DEADLINE)
			continue;
		if (q->base != PF_QUANT_NUMBER || q->value >= COUNTED)
			return true;
	}
	return false;
}

/* "It is not our goal to reach 40 shops", "If we ever want that as a KPI" */
static bool is_denied(const struct pf_find *f, uint32_t first, uint32_t i)
{
	if (PF_ONE_OF(f, first, "if"))
		return true;
	for (uint32_t k = i > first + 2 ? i - 2 : first; k < i; k++)
		if (PF_ONE_OF(f, k, "not", "never", "no", "isn't", "don't", "non", "if"))
			return true;
	return false;
}

/* "100 shops by year 2": what is aimed at, and then until when; "only if 40 shops have come by
 * June" is a condition. */
static bool aims_by_day(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	struct pf_range sentence = {f->tokens->v[first].begin, f->tokens->v[stop - 1].end};
	bool target = false, day = false;

	for (uint32_t i = first; i < stop; i++)
		if (PF_ONE_OF(f, i, "if", "unless", "until"))
			return false;
	for (size_t i = pf_quants_at(f->quants, sentence.begin);
	     i < f->quants->n && f->quants->v[i].begin < sentence.end; i++) {
		const struct pf_quant *q = &f->quants->v[i];

		target = target || (q->role == PF_ROLE_TARGET && q->pair == PF_QUANT_NONE);
		/* "In January we rang 60" */
		day = day || (q->role == PF_ROLE_DEADLINE && target);
	}
	return target && day;
}

/* Who speaks for the product, and answers: a customer's goal is their own, below a heading that
 * waits for its questions stands what they are to be, and a note tells of the document. */
static bool may_aim(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_TEXT && u->part != PF_PART_QUOTE_CUSTOMER &&
	       u->part != PF_PART_APPENDIX && (u->part != PF_PART_FAQ || f->out->pairs.n) &&
	       !(u->quoted && (u->part == PF_PART_FAQ || u->part == PF_PART_OTHER)) &&
	       (u->cues[PF_CUE_GOAL] || u->cues[PF_CUE_GAUGE] || pf_unit_has_quant(f, u));
}

static bool tells_goal(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	const struct pf_token *v = f->tokens->v;
	struct pf_range sentence = {v[first].begin, v[stop - 1].end};
	uint32_t end;

	if (pf_token_is_sign(&v[stop - 1], '?'))
		return false;
	if (has_amount(f, sentence) && aims_by_day(f, first, stop))
		return true;
	for (uint32_t i = first; i < stop; i++)
		if ((pf_cue_here(f, i, stop, PF_CUE_GAUGE, &end) ||
		     (pf_cue_here(f, i, stop, PF_CUE_GOAL, &end) && has_amount(f, sentence))) &&
		    !is_denied(f, first, i))
			return true;
	return false;
}

static void add_goal(struct pf_find *f, uint32_t first, uint32_t stop)
{
	const struct pf_token *v = f->tokens->v;
	struct pf_metric m = pf_metric_of((struct pf_range){v[first].begin, v[stop - 1].end});

	pf_metric_quants(f, &m);
	pf_metric_method(f, &m);
	pf_metric_name(f, &m, first, stop);
	*PF_PUSH(&f->out->metrics) = m;
}

void pf_goals_find(struct pf_find *f)
{
	for (size_t k = 0; k < f->units.n; k++) {
		const struct pf_unit *u = &f->units.v[k];
		uint32_t stop;

		for (uint32_t i = u->first; may_aim(f, u) && i < u->last; i = stop) {
			stop = pf_sentence_stop(f, i, u->last);
			if (tells_goal(f, i, stop))
				add_goal(f, i, stop);
		}
	}
}
