/* consistency: dates, one value a noun, sums that hold, a thread through the parts. */
#include <stdio.h>
#include <string.h>

#include "consistency.h"
#include "kinds.h"
#include "origin.h"
#include "things.h"

void pf_consistency_clash(const struct pf_view *view, struct pf_judgement *j, struct pf_range a,
			  struct pf_range b)
{
	struct pf_place_found *place;

	for (size_t i = 0; i < j->n_places; i++)
		if (j->places[i].span.begin == b.begin) /* told once */
			return;
	place = pf_judge_place(j, b);
	if (!place)
		return;
	place->other = a;
	pf_view_words(view, a, place->value, sizeof(place->value));
	pf_view_words(view, b, place->what, sizeof(place->what));
}

static struct pf_range span_of(const struct pf_quant *q)
{
	return (struct pf_range){q->begin, q->end};
}

#define SEEN          512
#define NUMBERS_LEAST 3

struct seen {
	uint32_t key;
	uint32_t quant;
};

/* "Each week 6,400 drivers" and "each month 26,000" may both be so. */
static uint32_t period_of(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const periods[] = {"day",   "night",   "week", "month",
					      "shift", "quarter", "year", "evening"};
	size_t s = pf_sentence_of(view->tokens, q->first);
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
	uint32_t last =
		sentence->last < sentence->first + 60 ? sentence->last : sentence->first + 60;

	for (uint32_t i = sentence->first; i < last; i++)
		for (uint32_t p = 0; p < sizeof(periods) / sizeof(*periods); p++)
			if (pf_token_is(view->text, &view->tokens->v[i], periods[p]))
				return p + 1;
	return 0;
}

/* Same noun, unit, role and period: only then may two values be called a contradiction. */
static uint32_t key_of(const struct pf_view *view, const struct pf_quant *q)
{
	struct pf_stems noun = {0};
	uint32_t key = 2166136261u;

	pf_view_stems(view, q->of, &noun);
	for (size_t i = 0; i < noun.n; i++)
		key = (key ^ noun.v[i]) * 16777619u;
	if (noun.n < 2) /* "members" alone may be any members */
		key = 0;
	pf_stems_release(&noun);
	for (const char *s = q->unit; key && *s; s++)
		key = (key ^ (unsigned char)*s) * 16777619u;
	for (const char *s = q->per; key && *s; s++)
		key = (key ^ (unsigned char)*s) * 16777619u;
	if (!key)
		return 0;
	key = (key ^ period_of(view, q)) * 16777619u;
	return (key ^ (uint32_t)q->role) * 16777619u;
}

/* The benefit that speaks of what the metric measures: most words of the metric's name. */
static bool speaks_of(const struct pf_view *view, const struct pf_metric *m,
		      const struct pf_benefit *b)
{
	struct pf_stems name = {0}, words = {0};
	size_t shared;
	bool most;

	pf_view_stems(view, m->name, &name);
	pf_view_stems(view, b->whole, &words);
	shared = pf_stems_shared(&name, &words);
	most = shared >= 2 && shared * 2 >= name.n;
	pf_stems_release(&name);
	pf_stems_release(&words);
	return most;
}

/* "From 44 % to 20 %" as a benefit, and 40 % today in the table below it. */
static void compare_promise(const struct pf_view *view, const struct pf_metric *m,
			    const struct pf_benefit *b, struct pf_judgement *j)
{
	const struct pf_quants *quants = view->quants;
	size_t first, last;

	pf_view_quants(view, b->whole, &first, &last);
	for (size_t i = first; i < last; i++) {
		const struct pf_quant *q = &quants->v[i];
		uint32_t other = q->role == PF_ROLE_BASELINE ? m->baseline
				 : q->role == PF_ROLE_TARGET ? m->target
							     : PF_QUANT_NONE;

		if (other == PF_QUANT_NONE || other == i || q->kind == PF_QUANT_RANGE ||
		    pf_quant_is_date(q) || q->pair == PF_QUANT_NONE)
			continue;
		if (quants->v[other].base == q->base && !strcmp(quants->v[other].unit, q->unit) &&
		    !pf_same_amount(quants->v[other].value, q->unit, q->value, q->unit))
			pf_consistency_clash(view, j, span_of(q), span_of(&quants->v[other]));
	}
}

static void compare_promises(const struct pf_view *view, struct pf_judgement *j)
{
	for (size_t m = 0; m < view->parts->metrics.n && m < 32; m++)
		for (size_t b = 0; b < view->parts->benefits.n && b < 32; b++)
			if (speaks_of(view, &view->parts->metrics.v[m],
				      &view->parts->benefits.v[b]))
				compare_promise(view, &view->parts->metrics.v[m],
						&view->parts->benefits.v[b], j);
}

/* "Five formats" and "six formats": counted from lists that need not be the same. */
static bool is_handful(const struct pf_quant *q)
{
	return q->role == PF_ROLE_POPULATION && q->value <= 10;
}

static void judge_values(const struct pf_view *view, struct pf_judgement *j)
{
	struct seen seen[SEEN];
	size_t n = 0;
	struct pf_range first = {0, 0};

	memset(seen, 0, sizeof(seen));
	for (size_t i = 0; i < view->quants->n && n < SEEN / 2; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		uint32_t key;
		size_t at;

		if (pf_range_empty(q->of) || pf_quant_is_date(q) || is_handful(q) ||
		    q->kind == PF_QUANT_RANGE ||
		    (q->role != PF_ROLE_BASELINE && q->role != PF_ROLE_TARGET &&
		     q->role != PF_ROLE_POPULATION))
			continue;
		if (pf_range_empty(first))
			first = span_of(q);
		key = key_of(view, q);
		if (!key)
			continue;
		for (at = key % SEEN; seen[at].key && seen[at].key != key; at = (at + 1) % SEEN)
			;
		if (!seen[at].key) {
			seen[at] = (struct seen){key, (uint32_t)i};
			n++;
		} else if (!pf_same_amount(view->quants->v[seen[at].quant].value, q->unit, q->value,
					   q->unit)) {
			pf_consistency_clash(view, j, span_of(&view->quants->v[seen[at].quant]),
					     span_of(q));
		}
	}
	if (pf_range_empty(first)) {
		/* Numbers that stand alone contradict nothing; a page without any says nothing. */
		if (view->quants->n >= NUMBERS_LEAST)
			pf_judge_skip(j, "no two numbers to compare");
		else
			pf_judge_owe(j, "no numbers to compare");
		return;
	}
	compare_promises(view, j);
	j->n = (double)j->n_places;
	pf_judge_credit(j, j->n_places ? pf_ramp((double)j->n_places, 2, 0) : 1,
			j->n_places ? j->places[0].span : first,
			j->n_places ? "two values for one thing" : "no two values for one thing");
}

/* Stems of the nouns that numbers of a part measure, and of the words around them. */
static void part_stems(const struct pf_view *view, enum pf_part_id id, bool measured,
		       struct pf_stems *out, struct pf_range *at)
{
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];
		size_t first, last, done = SIZE_MAX;

		if (part->id != id)
			continue;
		if (pf_range_empty(*at))
			*at = pf_part_span(part);
		if (!measured) {
			pf_view_add_stems(view, part->body, out);
			continue;
		}
		pf_view_quants(view, part->body, &first, &last);
		for (size_t q = first; q < last; q++) {
			size_t s = pf_sentence_of(view->tokens, view->quants->v[q].first);
			struct pf_range row = pf_row_at(view, view->quants->v[q].begin);
			struct pf_range said =
				pf_range_empty(row) ? pf_sentence_range(view, s) : row;

			if (said.begin != done) /* one without end holds thousands of numbers */
				pf_view_add_stems(view, said, out);
			done = said.begin;
		}
	}
	pf_stems_sort(out);
}

static void judge_shared(const struct pf_view *view, const struct pf_params_consistency *p,
			 bool measured, struct pf_judgement *j)
{
	struct pf_range first = {0, 0}, at = {0, 0};
	double least = p->least > 0 ? p->least : 1, worst = 1;

	for (size_t i = 0; i + 1 < p->parts.n; i++) {
		struct pf_stems a = {0}, b = {0};
		double credit;

		at = (struct pf_range){0, 0};
		part_stems(view, (enum pf_part_id)p->parts.v[i], measured, &a, &first);
		part_stems(view, (enum pf_part_id)p->parts.v[i + 1], measured, &b, &at);
		credit = (double)pf_stems_shared(&a, &b) / least;
		pf_stems_release(&a);
		pf_stems_release(&b);
		if (credit < worst)
			worst = credit;
	}
	if (pf_range_empty(first) || pf_range_empty(at)) {
		pf_judge_owe(j, "one of the parts is missing");
		return;
	}
	pf_judge_credit(j, worst, first,
			worst >= 1 ? "the parts share their words" : "the thread breaks");
	if (worst < 1) {
		struct pf_place_found *place = pf_judge_place(j, at);

		place->other = first;
		snprintf(place->value, sizeof(place->value), "%s",
			 pf_part_title((enum pf_part_id)p->parts.v[p->parts.n - 1]));
	}
}

void pf_consistency_judge(const struct pf_view *view, const struct pf_rule *rule,
			  struct pf_judgement *j)
{
	const struct pf_params_consistency *p = &rule->params.consistency;

	switch ((enum pf_consistency_check)p->check) {
	case PF_CONSISTENT_LAUNCH: pf_consistent_launch(view, j); break;
	case PF_CONSISTENT_STAGES: pf_consistent_stages(view, j); break;
	case PF_CONSISTENT_VALUES: judge_values(view, j); break;
	case PF_CONSISTENT_SUMS: pf_consistent_sums(view, j); break;
	case PF_CONSISTENT_THREAD: judge_shared(view, p, true, j); break;
	case PF_CONSISTENT_SHARED: judge_shared(view, p, false, j); break;
	}
}
