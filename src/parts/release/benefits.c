/*
 * Benefits: each bullet and sentence of the part that has them. A release
 * without such a part still promises something, in its headline or its first
 * lines, or measures itself by the value that it said hurts; that is the benefit
 * then, though it stays in the part it stands in.
 */
#include <string.h>

#include "prfaq/base/mem.h"
#include "release.h"

static void add_benefit(struct pf_find *f, struct pf_range whole)
{
	struct pf_benefit b = {whole, PF_QUANT_NONE};

	for (size_t i = pf_quants_at(f->quants, whole.begin);
	     i < f->quants->n && f->quants->v[i].begin < whole.end; i++) {
		const struct pf_quant *q = &f->quants->v[i];

		if (b.quantity == PF_QUANT_NONE && q->of.end > q->of.begin &&
		    q->kind != PF_QUANT_DATE)
			b.quantity = (uint32_t)i;
	}
	*PF_PUSH(&f->out->benefits) = b;
}

static struct pf_range clip(const struct pf_unit *u, const struct pf_sentence *s)
{
	return (struct pf_range){s->begin > u->begin ? s->begin : u->begin,
				 s->end < u->end ? s->end : u->end};
}

#define NAME_TOKENS 4 /* a headline of fewer is a name: "Second Helping" */

/* The sentence outside of the FAQ that promises most. */
static void add_promise(struct pf_find *f)
{
	const uint32_t from = 1u << PF_PART_HEADLINE | 1u << PF_PART_SUBHEADING |
			      1u << PF_PART_SUMMARY | 1u << PF_PART_SOLUTION |
			      1u << PF_PART_QUOTE_CUSTOMER | 1u << PF_PART_QUOTE_COMPANY;
	struct pf_range best = {0, 0};
	int most = 0;

	for (size_t k = 0; k < f->units.n; k++) {
		const struct pf_unit *u = &f->units.v[k];
		uint32_t stop;

		/* The guidance that a template left behind promises nothing. */
		if (u->quoted && u->cues[PF_CUE_GUIDE])
			continue;
		for (uint32_t i = u->first; from & 1u << u->part && i < u->last; i = stop) {
			int score;

			stop = pf_sentence_stop(f, i, u->last);
			score = pf_speaks(f, i, stop, PF_PART_BENEFITS);
			if (score <= most ||
			    (u->part == PF_PART_HEADLINE && stop - i < NAME_TOKENS))
				continue;
			most = score;
			best = (struct pf_range){f->tokens->v[i].begin, f->tokens->v[stop - 1].end};
		}
	}
	if (most)
		add_benefit(f, best);
}

/* "5.4 hours" in a sentence is "5.4 today" in a line of metrics. */
static bool same_value(const struct pf_quant *a, const struct pf_quant *b)
{
	bool bare = a->base == PF_QUANT_NUMBER || b->base == PF_QUANT_NUMBER;

	return a->value == b->value && (a->base == b->base || bare);
}

/* Does the problem say the value? */
static bool hurts(const struct pf_find *f, const struct pf_quant *value)
{
	for (size_t k = 0; k < f->units.n; k++) {
		const struct pf_unit *u = &f->units.v[k];

		if (u->part != PF_PART_PROBLEM)
			continue;
		for (size_t i = pf_quants_at(f->quants, u->begin);
		     i < f->quants->n && f->quants->v[i].begin < u->end; i++)
			if (same_value(&f->quants->v[i], value))
				return true;
	}
	return false;
}

#define METRICS_READ 12u /* for the one that is the customer's */

/* From one value to another of its kind: the "four weeks" of "pages in four weeks, to 5 by June" is
 * no beginning. */
static bool is_moved(const struct pf_find *f, const struct pf_metric *m)
{
	const struct pf_quant *from = &f->quants->v[m->baseline], *to = &f->quants->v[m->target];

	return from->base == to->base ||
	       (from->role == PF_ROLE_BASELINE &&
		(from->base == PF_QUANT_NUMBER || to->base == PF_QUANT_NUMBER));
}

/* "A leak runs 74 days", and below "days a leak runs: 74 to 21": whoever starts the measure where
 * it hurts has told the gain. */
static void add_measured(struct pf_find *f)
{
	for (size_t i = 0; i < f->out->metrics.n && i < METRICS_READ; i++) {
		const struct pf_metric *m = &f->out->metrics.v[i];

		if (m->tier == PF_TIER_GUARDRAIL || m->baseline == PF_QUANT_NONE ||
		    m->target == PF_QUANT_NONE || !is_moved(f, m) ||
		    !hurts(f, &f->quants->v[m->baseline]))
			continue;
		add_benefit(f, m->whole);
		return;
	}
}

static bool promises(const struct pf_find *f, const struct pf_sentence *s)
{
	return pf_speaks(f, s->first, s->last, PF_PART_BENEFITS) > 0;
}

static void read_unit(struct pf_find *f, const struct pf_unit *u)
{
	if (u->kind == PF_UNIT_ROW || u->depth) {
		if (u->kind == PF_UNIT_TEXT || f->blocks[u->block].number)
			add_benefit(f, pf_unit_range(u));
		return;
	}
	for (size_t s = pf_sentence_of(f->tokens, u->first);
	     s < f->tokens->sentences.n && f->tokens->sentences.v[s].first < u->last; s++) {
		struct pf_range said = clip(u, &f->tokens->sentences.v[s]);

		/* "What you get." is the part's name, and no gain. */
		if (said.begin < u->body)
			said.begin = u->body;
		while (said.begin < said.end && strchr(" .:*_", f->text.ptr[said.begin]))
			said.begin++;
		/* Where content alone made it a benefit, each sentence must promise for itself. */
		if (said.begin < said.end &&
		    (u->by_label || promises(f, &f->tokens->sentences.v[s])))
			add_benefit(f, said);
	}
}

static void read_units(struct pf_find *f)
{
	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		bool listed =
			i && f->units.v[i - 1].part == PF_PART_BENEFITS && f->units.v[i - 1].depth;

		/* The prose below a list of gains tells of a trial, or who likes it. */
		if (u->part == PF_PART_BENEFITS && u->first < u->last &&
		    (u->kind == PF_UNIT_ROW || (u->kind == PF_UNIT_TEXT && (u->depth || !listed))))
			read_unit(f, u);
	}
}

/* Told as benefits: under their label, in a list, or led to as such; a sentence of the offer that
 * was taken for want of one is not. */
static bool is_told(const struct pf_find *f)
{
	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		if (u->part == PF_PART_BENEFITS &&
		    (u->by_label || u->depth || u->cues[PF_CUE_EXPECT]))
			return true;
	}
	return false;
}

void pf_benefits_find(struct pf_find *f)
{
	if (!is_told(f))
		add_measured(f);
	if (!f->out->benefits.n)
		read_units(f);
	if (!f->out->benefits.n && !f->labelled)
		add_promise(f);
}
