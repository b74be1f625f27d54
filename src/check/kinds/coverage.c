/* coverage: what the prompt said and what stage 1 told must be in the draft, and be kept. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "consistency/consistency.h"
#include "coverage/coverage.h"
#include "draft/brief.h"
#include "draft/equation.h"
#include "draft/maybe.h"
#include "draft/quants.h"
#include "draft/things.h"
#include "draft/words.h"
#include "kinds.h"

/* The last day allowed; INT32_MIN when the constraint names none that can be told. */
static int32_t deadline_of(const struct pf_view *view, const struct pf_check_constraint *c)
{
	if (c->deadline)
		return c->deadline;
	if (c->months && view->context->today)
		return (int32_t)pf_date_days(
			pf_date_add_months(pf_date_from_days(view->context->today), c->months));
	return INT32_MIN;
}

static bool date_said(const struct pf_view *view, struct pf_range *at)
{
	return pf_thing_find(view, PF_THING_LAUNCH, at);
}

static bool cost_said(const struct pf_view *view, const struct pf_check_constraint *c,
		      struct pf_range *at)
{
	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		/* "2.4M of 4.2M": the currency may be left out of the very number. */
		if (!c->unit ||
		    (q->base == PF_QUANT_MONEY ? !pf_same_amount(q->value, q->unit, c->max, c->unit)
					       : q->base != PF_QUANT_NUMBER || q->value < 1000 ||
							 !pf_same_amount(q->value, "", c->max, "")))
			continue;
		*at = pf_quant_span(q);
		return true;
	}
	return false;
}

static bool constraint_said(const struct pf_view *view, size_t index, struct pf_range *at)
{
	const struct pf_check_constraint *c = &view->context->prompt->constraints[index];
	struct pf_hits hits =
		pf_view_context_hits(view, view->brief->limits_at + index, PF_ANYWHERE);

	if (c->kind == PF_CONSTRAINT_COST && cost_said(view, c, at))
		return true;
	if (c->kind == PF_CONSTRAINT_DATE && date_said(view, at))
		return true;
	for (size_t i = 0; i < hits.n; i++) {
		size_t s = pf_sentence_of(view->tokens, hits.v[i].first);

		/* "Cost" alone says nothing of a cap: a number must stand beside it. */
		if (c->kind != PF_CONSTRAINT_REGULATION && c->kind != PF_CONSTRAINT_OTHER &&
		    !view->quants->sentences.v[s].n)
			continue;
		*at = (struct pf_range){hits.v[i].begin, hits.v[i].end};
		return true;
	}
	return false;
}

static unsigned about(enum pf_constraint_kind kind, size_t index)
{
	return kind == PF_CONSTRAINT_DATE         ? PF_ABOUT_LAUNCH
	       : kind == PF_CONSTRAINT_COST       ? PF_ABOUT_COST
	       : kind == PF_CONSTRAINT_REGULATION ? PF_ABOUT_LAW + (unsigned)index
						  : PF_ABOUT_NOTHING;
}

#define MILLION 1e6

/* A law whose duties are kept without its name; a cap that stands in a table without its currency,
 * or in "we have 5.2". */
static bool maybe_kept(const struct pf_view *view, size_t index)
{
	static const char *const caps[] = {"cap", "budget", "headroom", "ceiling", "limit", NULL};
	const struct pf_check_constraint *c = &view->context->prompt->constraints[index];

	if (c->kind == PF_CONSTRAINT_REGULATION)
		return pf_view_context_hits(view, view->brief->limits_must_at + index, PF_ANYWHERE)
			       .n > 0;
	if (c->kind != PF_CONSTRAINT_COST)
		return false;
	for (size_t i = 0; i < view->quants->n; i++)
		if (view->quants->v[i].base == PF_QUANT_NUMBER &&
		    pf_same_amount(view->quants->v[i].value, "", c->max / MILLION, ""))
			return true;
	return pf_tokens_any(view, 0, (uint32_t)view->tokens->n, caps);
}

static void judge_constraints(const struct pf_view *view, struct pf_judgement *j)
{
	const struct pf_check_prompt *p = view->context->prompt;
	double all = 0, good = 0;
	struct pf_range first = {0, 0}, at;

	for (size_t i = 0; i < p->n_constraints; i++) {
		double weight = p->constraints[i].weight ? p->constraints[i].weight : 1;

		if (!p->constraints[i].known)
			continue;
		all += weight;
		if (constraint_said(view, i, &at)) {
			good += weight;
			if (pf_range_empty(first))
				first = at;
		} else if (!maybe_kept(view, i)) {
			pf_cover_miss(j, pf_part_place(view, PF_PART_FAQ), p->constraints[i].text,
				      "", about(p->constraints[i].kind, i));
		}
	}
	if (all <= 0) {
		pf_judge_skip(j, "no limit is known");
		return;
	}
	pf_judge_credit(j, good / all,
			pf_range_empty(first) ? pf_part_place(view, PF_PART_FAQ) : first,
			"%.0f %% of the limits appear", 100 * good / all);
	j->untold = j->outcome != PF_OUTCOME_PASS && !j->n_places;
	if (j->n_places)
		pf_judge_next(j, "name the limit: %s", j->places[0].value);
}

#define POINTS_NEAR 5    /* "half" may be 48% */
#define SHARE_NEAR  0.12 /* "over five hours" may be 5.5 */

/* A fact is used when its value stands in the draft, or two of its nouns in one sentence. */
static bool fact_used(const struct pf_view *view, size_t index, struct pf_range *at)
{
	const struct pf_check_fact *f = &view->context->prompt->facts[index];
	struct pf_hits hits;

	for (size_t i = 0; f->unit && i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (!pf_same_amount(q->value, q->unit, f->value, f->unit) &&
		    (f->unit[0] || !pf_same_amount(q->value, "", f->value, "")))
			continue;
		*at = pf_quant_span(q);
		return true;
	}
	hits = pf_view_context_hits(view, view->brief->facts_at + index, PF_ANYWHERE);
	if (!hits.n)
		return false;
	*at = (struct pf_range){hits.v[0].begin, hits.v[0].end};
	return !f->unit || !f->unit[0];
}

/* "More than half" of 52%, "over five hours" of 5.4: told without its figure. */
static bool is_roughly(const struct pf_quant *q, const struct pf_check_fact *f)
{
	bool part = q->base == PF_QUANT_NUMBER && !q->unit[0] && q->value > 0 && q->value < 1;
	double of = f->value * (pf_unit_seconds(f->unit) > 0 ? pf_unit_seconds(f->unit) : 1);
	double told = q->value * (pf_unit_seconds(q->unit) > 0 ? pf_unit_seconds(q->unit) : 1);

	if (!strcmp(f->unit, "%") && part)
		return fabs(100 * q->value - f->value) <= POINTS_NEAR;
	return (pf_unit_seconds(f->unit) > 0) == (pf_unit_seconds(q->unit) > 0) &&
	       (pf_unit_seconds(f->unit) > 0 || !strcmp(f->unit, q->unit)) &&
	       q->bound != PF_BOUND_NONE && fabs(told - of) <= SHARE_NEAR * of;
}

/* In a sentence that speaks of it; the points are for the figure. */
static bool fact_hinted(const struct pf_view *view, size_t index)
{
	const struct pf_check_fact *f = &view->context->prompt->facts[index];

	for (size_t i = 0; f->unit && i < view->quants->n && i < PF_QUANTS_HELD; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (is_roughly(q, f) &&
		    pf_view_context_hits(view, view->brief->facts_at + index,
					 pf_sentence_range(view, pf_quant_sentence(view, q)))
			    .n)
			return true;
	}
	return false;
}

/* Of the facts that were learned in vain three are named: a list of ten is not read. */
#define UNUSED_SHOWN 3

/* A data point carries no worth of its own: it counts once. A decoy has neither. */
static double fact_worth(const struct pf_check_fact *f)
{
	return f->worth ? f->worth : f->unit ? 1 : 0;
}

static void judge_facts(const struct pf_view *view, const struct pf_rule *rule,
			struct pf_judgement *j)
{
	const struct pf_check_prompt *p = view->context->prompt;
	double all = 0, good = 0;
	struct pf_range first = {0, 0}, at;

	for (size_t i = 0; i < p->n_facts; i++) {
		const struct pf_check_fact *f = &p->facts[i];
		double worth;

		worth = fact_worth(f);
		if (!f->known || worth <= 0 || (f->worth && worth < rule->params.coverage.worth) ||
		    !f->nouns.n)
			continue;
		all += worth;
		if (fact_used(view, i, &at)) {
			good += worth;
			if (pf_range_empty(first))
				first = at;
		} else if (j->n_places < UNUSED_SHOWN && !fact_hinted(view, i)) {
			pf_cover_miss(j, pf_part_place(view, PF_PART_FAQ),
				      f->text ? f->text : f->id, "", 0);
		}
	}
	if (all <= 0) {
		pf_judge_skip(j, "no fact was learned");
		return;
	}
	/* A page cannot hold every fact: three in five are enough. */
	pf_judge_credit(j, good / all / 0.6,
			pf_range_empty(first) ? pf_part_place(view, PF_PART_FAQ) : first,
			"%.0f %% of what you learned is used", 100 * good / all);
	if (j->outcome == PF_OUTCOME_PASS)
		j->n_places = 0;
	j->untold = !j->n_places;
}

/* Where the launch is told, and its date if it is one; false when nothing dates it. */
static bool launch_of(const struct pf_view *view, struct pf_range *at, const struct pf_quant **date)
{
	const struct pf_parts *parts = view->parts;
	size_t from = 0;

	*at = parts->launch;
	*date = parts->launch_quant < view->quants->n ? &view->quants->v[parts->launch_quant]
						      : NULL;
	if (pf_range_empty(*at) && (*date = pf_launch_next(view, &from)))
		*at = (struct pf_range){(*date)->begin, (*date)->end};
	/* "Week 28: launch" is a date to a reader who knows when the work begins. */
	return !pf_range_empty(*at) || pf_thing_find(view, PF_THING_LAUNCH, at);
}

/* Where a date that is missing belongs: the blank of the dateline, or the dateline, or the top. */
static struct pf_range undated(const struct pf_view *view)
{
	static const char *const blank_days[] = {"date", "day", "month", "year", NULL};
	struct pf_range at = view->parts->dateline;

	for (size_t i = 0; i < view->quants->notes.n; i++) {
		const struct pf_quant_note *note = &view->quants->notes.v[i];
		struct pf_range here = {note->begin, note->end};

		if (note->kind == PF_NOTE_PLACEHOLDER && here.begin >= at.begin &&
		    here.end <= at.end && pf_range_any(view, here, blank_days))
			return here;
	}
	return pf_range_empty(at) ? pf_view_opening(view) : at;
}

static void judge_launch(const struct pf_view *view, const struct pf_check_constraint *c,
			 double *all, double *good, struct pf_range *first, struct pf_judgement *j)
{
	int32_t limit = c ? deadline_of(view, c) : INT32_MIN;
	const struct pf_quant *q;
	struct pf_range at;
	char text[80], what[160] = "no day before today";

	*all += 1;
	if (!launch_of(view, &at, &q)) {
		j->untold = pf_maybe_dated(view);
		pf_cover_miss(j, undated(view), "no launch date", c && c->text ? c->text : "",
			      PF_ABOUT_LAUNCH);
		return;
	}
	if (pf_range_empty(*first))
		*first = at;
	/* A page at work may have been launched long ago; an attempt has not. */
	if (!q || q->date == INT32_MIN || q->kind != PF_QUANT_DATE ||
	    ((limit == INT32_MIN || q->date <= limit) &&
	     (!view->context->prompt || !view->context->today ||
	      q->date_end >= view->context->today))) {
		*good += 1;
		return;
	}
	pf_view_words(view, at, text, sizeof(text));
	if (limit != INT32_MIN && q->date > limit)
		snprintf(what, sizeof(what), "%s", c->text ? c->text : "the deadline");
	pf_cover_miss(j, at, text, what, PF_ABOUT_LAUNCH);
}

static void judge_limits(const struct pf_view *view, const struct pf_rule *rule,
			 struct pf_judgement *j)
{
	const struct pf_check_prompt *p = view->context->prompt;
	int check = rule->params.coverage.check;
	double all = 0, good = 0;
	struct pf_range first = {0, 0};

	for (size_t i = 0; p && i < p->n_constraints; i++) {
		const struct pf_check_constraint *c = &p->constraints[i];

		if (!c->known)
			continue;
		if (c->kind == PF_CONSTRAINT_COST && check != PF_COVER_LAUNCH)
			pf_cover_costs(view, c, &all, &good, &first, j);
		else if (c->kind == PF_CONSTRAINT_DATE && check != PF_COVER_COSTS)
			judge_launch(view, c, &all, &good, &first, j);
	}
	if (all <= 0 && check == PF_COVER_LAUNCH)
		judge_launch(view, NULL, &all, &good, &first, j);
	if (all <= 0) {
		pf_judge_skip(j, "no such limit is known");
		return;
	}
	if (pf_range_empty(first))
		first = check == PF_COVER_LAUNCH ? pf_view_opening(view)
						 : pf_part_place(view, PF_PART_FAQ);
	if (good < all && j->n_places && j->places[0].what[0])
		pf_judge_credit(j, good / all, first, "%s; the limit: %s", j->places[0].value,
				j->places[0].what);
	else
		pf_judge_credit(j, good / all, first, "%s",
				good < all ? j->places[0].value : "the limits are kept");
}

/* The largest "week N" of a stage leaves a tenth of the time before the deadline. */
static void judge_slack(const struct pf_view *view, struct pf_judgement *j)
{
	const struct pf_check_prompt *p = view->context->prompt;
	const struct pf_quant *q = view->parts->launch_quant < view->quants->n
					   ? &view->quants->v[view->parts->launch_quant]
					   : NULL;

	for (size_t i = 0; p && i < p->n_constraints; i++) {
		const struct pf_check_constraint *c = &p->constraints[i];
		int32_t limit = deadline_of(view, c);
		double span, left;

		if (c->kind != PF_CONSTRAINT_DATE || !c->known || limit == INT32_MIN || !q ||
		    q->kind != PF_QUANT_DATE || q->date == INT32_MIN || !view->context->today)
			continue;
		span = limit - view->context->today;
		left = limit - q->date;
		pf_judge_credit(j, pf_ramp(left, 0, span * 0.1), view->parts->launch,
				"%.0f days before the deadline", left);
		if (j->outcome != PF_OUTCOME_PASS)
			pf_cover_miss(j, view->parts->launch, "the launch", c->text ? c->text : "",
				      0);
		return;
	}
	pf_judge_skip(j, "no deadline and launch date to compare");
}

/* Today's value of that unit in the sentence, when it is the only one: two could be anything. */
static const struct pf_quant *only_baseline(const struct pf_view *view, size_t sentence,
					    const char *unit, size_t *index)
{
	const struct pf_quant_sentence *qs = &view->quants->sentences.v[sentence];
	const struct pf_quant *found = NULL;

	for (size_t i = qs->first; i < qs->first + qs->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (q->role != PF_ROLE_BASELINE || strcmp(q->unit, unit))
			continue;
		if (found)
			return NULL;
		found = q;
		*index = i;
	}
	return found;
}

/* Who misremembers stays near; a value far off is of another thing: $17M in all, $51 a load. */
static bool could_be(const struct pf_quant *q, const struct pf_check_fact *fact)
{
	return q->value < 3 * fact->value && fact->value < 3 * q->value;
}

static bool text_has(const struct pf_check_fact *fact, const char *word)
{
	return fact->text && strstr(fact->text, word);
}

/* "44 % are given up" is no slip for "61 % of them after a pause" where the brief has both, though
 * only the one was asked for. */
static bool is_of_brief(const struct pf_check_prompt *prompt, const struct pf_quant *q)
{
	for (size_t i = 0; i < prompt->n_facts; i++)
		if (prompt->facts[i].unit && strcmp(prompt->facts[i].unit, q->unit) == 0 &&
		    prompt->facts[i].value == q->value)
			return true;
	return false;
}

/* "From 31 days to 19" ends at the fact; "£2,300 over" is no less than "over £1,500"; what somebody
 * says in quotation marks, or what holds only if, need not be the fact at all. */
static bool may_differ(const struct pf_view *view, const struct pf_quant *q,
		       const struct pf_check_fact *fact)
{
	size_t s = pf_quant_sentence(view, q);

	if (q->pair < view->quants->n && view->origin[q->pair] == PF_ORIGIN_GIVEN)
		return true;
	if (is_of_brief(view->context->prompt, q))
		return true;
	if (view->tokens->v[q->first].flags & PF_TOKEN_QUOTED)
		return true;
	if (q->value > fact->value && (text_has(fact, " over ") || text_has(fact, "more than")))
		return true;
	return pf_view_has(view, PF_LIST_conditions, pf_sentence_range(view, s));
}

/* A number with the noun and unit of a known fact, and another value. */
static void judge_agrees(const struct pf_view *view, struct pf_judgement *j)
{
	const struct pf_check_prompt *p = view->context->prompt;
	size_t compared = 0, differ = 0;
	struct pf_range first = {0, 0};

	for (size_t f = 0; p && f < p->n_facts; f++) {
		const struct pf_check_fact *fact = &p->facts[f];
		struct pf_hits hits =
			pf_view_context_hits(view, view->brief->facts_at + f, PF_ANYWHERE);

		for (size_t h = 0; fact->known && fact->unit && h < hits.n; h++) {
			size_t i = 0, s = pf_sentence_of(view->tokens, hits.v[h].first);
			const struct pf_quant *q = only_baseline(view, s, fact->unit, &i);
			struct pf_range at;
			char text[80];

			if (!q || !could_be(q, fact))
				continue;
			at = pf_quant_span(q);
			if (!compared++)
				first = at;
			if (view->origin[i] != PF_ORIGIN_BARE || may_differ(view, q, fact))
				continue;
			differ++;
			pf_view_words(view, at, text, sizeof(text));
			pf_cover_miss(j, at, text, fact->text ? fact->text : fact->id, 0);
		}
	}
	if (!compared) {
		pf_judge_owe(j, "no number to hold against a fact");
		return;
	}
	pf_judge_credit(j, differ ? 0 : 1, differ ? j->places[0].span : first,
			differ ? "it differs from what you were told" : "it agrees with the facts");
}

void pf_coverage_judge(const struct pf_view *view, const struct pf_rule *rule,
		       struct pf_judgement *j)
{
	enum pf_coverage_check check = (enum pf_coverage_check)rule->params.coverage.check;

	if (!view->context->prompt && check != PF_COVER_LAUNCH) {
		pf_judge_skip(j, "there is no brief");
		return;
	}
	switch (check) {
	case PF_COVER_CONSTRAINTS: judge_constraints(view, j); break;
	case PF_COVER_FACTS: judge_facts(view, rule, j); break;
	case PF_COVER_REGULATION: pf_cover_regulation(view, rule, j); break;
	case PF_COVER_LIMITS:
	case PF_COVER_LAUNCH:
	case PF_COVER_COSTS: judge_limits(view, rule, j); break;
	case PF_COVER_SLACK: judge_slack(view, j); break;
	case PF_COVER_AGREES: judge_agrees(view, j); break;
	case PF_COVER_TRAP: pf_cover_trap(view, j); break;
	}
}
