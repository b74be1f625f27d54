#include "things.h"

#include <string.h>

#include "answers.h"
#include "own.h"
#include "quants.h"
#include "stages.h"
#include "told.h"
#include "words.h"

/* A sentence with a word of the list in it, in the parts allowed by `in` (PF_PART_COUNT: any). */
static size_t listed_sentences(const struct pf_view *view, enum pf_list list, enum pf_part_id in,
			       bool dated, struct pf_range *at, size_t max)
{
	struct pf_hits hits = pf_view_hits(view, list, PF_ANYWHERE);
	size_t n = 0, last = SIZE_MAX;

	for (size_t i = 0; i < hits.n && n < max; i++) {
		size_t s = pf_sentence_of(view->tokens, hits.v[i].first);

		if (s == last || view->sentence_part[s] == PF_SENTENCE_HEADING)
			continue;
		if (in != PF_PART_COUNT && view->sentence_part[s] != in)
			continue;
		if (dated && !pf_sentence_dated(view, s))
			continue;
		last = s;
		at[n++] = pf_sentence_range(view, s);
	}
	return n;
}

/* In the part where it belongs; a page without one says it in its summary or solution. */
static size_t first_listed(const struct pf_view *view, enum pf_list list, enum pf_part_id best,
			   struct pf_range *at, size_t max)
{
	const enum pf_part_id parts[] = {best, PF_PART_SUMMARY, PF_PART_SUBHEADING,
					 PF_PART_SOLUTION};
	size_t n = 0;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts) && !n; i++)
		n = listed_sentences(view, list, parts[i], false, at, max);
	return n;
}

static size_t part_place(const struct pf_view *view, enum pf_part_id id, struct pf_range *at)
{
	const struct pf_part *part = pf_parts_get(view->parts, id);

	if (!part || pf_tokens_words(view->tokens, part->body) < 4)
		return 0;
	*at = part->body;
	return 1;
}

static size_t one(const struct pf_range *range, struct pf_range *at)
{
	if (pf_range_empty(*range))
		return 0;
	*at = *range;
	return 1;
}

static size_t find_metric(const struct pf_view *view, struct pf_range *at, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < view->parts->metrics.n && n < max; i++)
		if (view->parts->metrics.v[i].target != PF_QUANT_NONE)
			at[n++] = view->parts->metrics.v[i].whole;
	return n;
}

/* A stated target, or the size of the problem: what the article wants said before features. */
static size_t find_number(const struct pf_view *view, struct pf_range *at)
{
	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (pf_quant_bound(view, i)) {
			*at = pf_quant_span(q);
			return 1;
		}
	}
	return 0;
}

/* What is told of one stage: the row of its table, else the sentence. */
static struct pf_range stage_at(const struct pf_view *view, size_t sentence)
{
	struct pf_range range = pf_sentence_range(view, sentence),
			row = pf_row_at(view, range.begin);

	return pf_range_empty(row) ? range : row;
}

static bool has_day(const struct pf_view *view, struct pf_range stage)
{
	size_t first, last;

	pf_view_quants(view, stage, &first, &last);
	for (; first < last; first++)
		if (pf_quant_is_date(&view->quants->v[first]))
			return true;
	pf_view_sentences(view, stage, &first, &last);
	for (; first < last; first++)
		if (pf_sentence_tells_period(view, first))
			return true;
	return false;
}

/* "1 min, 3 months after launch" dates a target by the launch, and not the launch. */
static bool is_measured_from(const struct pf_view *view, uint32_t launch)
{
	static const char *const words[] = {"after", "before", "since", "until", "post", NULL};

	return (launch >= 1 && pf_token_among(view, launch - 1, words)) ||
	       (launch >= 2 && pf_token_among(view, launch - 2, words));
}

/* "We launch in May at one site": sentences that name a stage and date it. */
static size_t named_stages(const struct pf_view *view, struct pf_range *at, size_t max)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_stages, PF_ANYWHERE);
	size_t n = 0, last = SIZE_MAX;

	for (size_t i = 0; i < hits.n && n < max; i++) {
		size_t s = pf_sentence_of(view->tokens, hits.v[i].first);

		if (s == last || view->sentence_part[s] == PF_SENTENCE_HEADING ||
		    view->sentence_part[s] == PF_PART_METRICS || !pf_sentence_dated(view, s) ||
		    is_measured_from(view, hits.v[i].first))
			continue;
		last = s;
		at[n++] = pf_sentence_range(view, s);
	}
	return n;
}

static size_t find_stages(const struct pf_view *view, struct pf_range *at, size_t max)
{
	struct pf_range planned[PF_RULE_PLACES];
	size_t n = named_stages(view, at, max);
	size_t most = max < PF_RULE_PLACES ? max : PF_RULE_PLACES;
	size_t k = n < most ? pf_stages_find(view, planned, most) : 0;

	if (k <= n)
		return n;
	memcpy(at, planned, k * sizeof(*at));
	return k;
}

/* "In my trial 240 went out in February" answers another question. */
static bool is_aside(const struct pf_view *view, struct pf_range stage)
{
	const struct pf_pair *pair = pf_answer_at(view, stage.begin);

	return pair && !pf_asks_for_stages(view, pair);
}

/* "At launch in week 28" dates a launch as well as a day does, and so does the first stage that has
 * one. */
static size_t find_launch(const struct pf_view *view, struct pf_range *at)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_launch, PF_ANYWHERE);
	struct pf_range planned[PF_RULE_PLACES];
	size_t n;

	if (one(&view->parts->launch, at))
		return 1;
	for (size_t i = 0; i < hits.n; i++) {
		size_t s = pf_sentence_of(view->tokens, hits.v[i].first);

		if (view->sentence_part[s] == PF_SENTENCE_HEADING || !pf_sentence_dated(view, s) ||
		    is_measured_from(view, hits.v[i].first))
			continue;
		*at = pf_sentence_range(view, s);
		return 1;
	}
	n = find_stages(view, planned, PF_RULE_PLACES);
	for (size_t i = 0; i < n; i++)
		if (pf_stage_dated(view, planned[i]) && !is_aside(view, planned[i]))
			return one(&planned[i], at);
	return 0;
}

/* A day, and beside the number of those who take part one that must be reached, or a condition. */
static bool is_gate(const struct pf_view *view, struct pf_range stage)
{
	size_t first, last, levels = 0;

	pf_view_quants(view, stage, &first, &last);
	for (; first < last; first++)
		levels += !pf_quant_is_date(&view->quants->v[first]);
	return has_day(view, stage) && pf_own_words(view, stage) &&
	       ((levels && pf_view_has(view, PF_LIST_conditions, stage)) ||
		(levels >= 2 && !pf_range_empty(pf_row_at(view, stage.begin))));
}

static size_t gates_in(const struct pf_view *view, struct pf_range plan, struct pf_range *at,
		       size_t n, size_t max)
{
	size_t first, last;

	for (pf_view_sentences(view, plan, &first, &last); first < last && n < max; first++) {
		struct pf_range stage = stage_at(view, first);

		if ((!n || at[n - 1].begin != stage.begin) && is_gate(view, stage))
			at[n++] = stage;
	}
	return n;
}

/* In the rollout, and in answers about it. */
static size_t find_gates(const struct pf_view *view, struct pf_range *at, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < view->parts->parts.n && n < max; i++)
		if (view->parts->parts.v[i].id == PF_PART_ROLLOUT)
			n = gates_in(view, view->parts->parts.v[i].body, at, n, max);
	for (size_t i = 0; i < view->parts->pairs.n && n < max; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];

		if (!pf_range_empty(pair->answer) && pf_asks_for_stages(view, pair))
			n = gates_in(view, pair->answer, at, n, max);
	}
	return n;
}

/* "Lindewater, May 2027" above the text, or "it launches in week 28" in it: the FAQ may tell more
 * dates, but the release owes one. */
static size_t find_release_date(const struct pf_view *view, struct pf_range *at)
{
	static const enum pf_part_id opening[] = {PF_PART_HEADLINE, PF_PART_SUBHEADING,
						  PF_PART_SUMMARY};
	size_t n = one(&view->parts->dateline, at);

	for (size_t i = 0; i < view->quants->n && !n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		enum pf_part_id part = pf_quant_part(view, q);

		for (size_t k = 0; k < sizeof(opening) / sizeof(*opening) && !n; k++)
			if (part == opening[k] && q->kind == PF_QUANT_DATE)
				n = one(&(struct pf_range){q->begin, q->end}, at);
	}
	if (!n && view->parts->launch.end &&
	    pf_parts_at(view->parts, view->parts->launch.begin) == PF_PART_OTHER)
		n = one(&view->parts->launch, at);
	return n ? n : listed_sentences(view, PF_LIST_launch, PF_PART_SOLUTION, true, at, 1);
}

static size_t find_source(const struct pf_view *view, struct pf_range *at, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < view->quants->notes.n && n < max; i++)
		if (view->quants->notes.v[i].kind == PF_NOTE_SOURCE)
			at[n++] = (struct pf_range){view->quants->notes.v[i].begin,
						    view->quants->notes.v[i].end};
	return n ? n : pf_told_evidence(view, at);
}

/* Named by a word that restricts, or by how many they are: "290 patients a day". */
static size_t find_segment(const struct pf_view *view, struct pf_range *at, size_t max)
{
	size_t n = first_listed(view, PF_LIST_segment, PF_PART_PROBLEM, at, max);

	for (size_t i = 0; !n && i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		enum pf_part_id part = pf_quant_part(view, q);

		if ((part == PF_PART_PROBLEM || part == PF_PART_SUMMARY) && pf_quant_is_reach(q) &&
		    q->value >= 10)
			n = one(&(struct pf_range){q->begin, q->end}, at);
	}
	return n;
}

/* The part in which a reader looks for it. */
static enum pf_part_id home_of(enum pf_thing thing)
{
	switch (thing) {
	case PF_THING_SEGMENT:
	case PF_THING_SOURCE: return PF_PART_PROBLEM;
	case PF_THING_BENEFIT:
	case PF_THING_WALKTHROUGH: return PF_PART_SOLUTION;
	case PF_THING_STAGE:
	case PF_THING_GATE: return PF_PART_ROLLOUT;
	default: return PF_PART_COUNT;
	}
}

struct pf_range pf_thing_home(const struct pf_view *view, enum pf_thing thing)
{
	enum pf_part_id home = home_of(thing);

	for (size_t i = 0; home == PF_PART_ROLLOUT && i < view->parts->pairs.n; i++)
		if (pf_asks_for_stages(view, &view->parts->pairs.v[i]))
			return view->parts->pairs.v[i].question;
	if (home == PF_PART_ROLLOUT && !pf_parts_get(view->parts, home))
		home = PF_PART_FAQ;
	return pf_part_place(view, home);
}

static size_t find_pairs(const struct pf_view *view, struct pf_range *at, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < view->parts->pairs.n && n < max; i++)
		if (!pf_range_empty(view->parts->pairs.v[i].answer))
			at[n++] = view->parts->pairs.v[i].question;
	return n;
}

static size_t find_feature(const struct pf_view *view, struct pf_range *at)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_features, PF_ANYWHERE);

	/* A title only names the product: "Allergy Menu" lists no feature. */
	for (size_t i = 0; i < hits.n; i++) {
		size_t s = pf_sentence_of(view->tokens, hits.v[i].first);

		if (view->sentence_part[s] == PF_SENTENCE_HEADING ||
		    view->sentence_part[s] == PF_PART_HEADLINE)
			continue;
		*at = (struct pf_range){hits.v[i].begin, hits.v[i].end};
		return 1;
	}
	return 0;
}

static size_t find_benefits(const struct pf_view *view, struct pf_range *at, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < view->parts->benefits.n && n < max; i++)
		at[n++] = view->parts->benefits.v[i].whole;
	return n ? n : pf_told_gain(view, at);
}

/* "Ask your adviser", "guests can ask for it", "to book a Tuesday, call the clerk": told to do it,
 * or that it can be done. "Residents sign up" needs neither. */
static bool is_invited(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	static const char *const may[] = {"can", "may", "please", "now", "simply", "just", NULL};
	const struct pf_sentence *s =
		&view->tokens->sentences.v[pf_sentence_of(view->tokens, hit->first)];
	uint32_t i = hit->first;

	if (i == s->first || pf_token_among(view, i - 1, may) || hit->last - i > 1)
		return true;
	return pf_token_is_sign(&view->tokens->v[i - 1], ',') && PF_TOKEN_IS(view, s->first, "to");
}

/* In the release, where it tells a customer what to do first. */
static size_t find_start(const struct pf_view *view, struct pf_range *at)
{
	static const enum pf_part_id parts[] = {PF_PART_START,      PF_PART_SUMMARY,
						PF_PART_SUBHEADING, PF_PART_SOLUTION,
						PF_PART_OTHER,      PF_PART_ROLLOUT};
	struct pf_hits hits = pf_view_hits(view, PF_LIST_first_steps, PF_ANYWHERE);

	for (size_t i = 0; i < hits.n; i++) {
		size_t s = pf_sentence_of(view->tokens, hits.v[i].first);

		for (size_t k = 0; k < sizeof(parts) / sizeof(*parts); k++)
			if (view->sentence_part[s] == parts[k] && is_invited(view, &hits.v[i])) {
				*at = pf_sentence_range(view, s);
				return 1;
			}
	}
	return 0;
}

size_t pf_thing_count(const struct pf_view *view, enum pf_thing thing, struct pf_range *at,
		      size_t max)
{
	switch (thing) {
	case PF_THING_PROBLEM: return part_place(view, PF_PART_PROBLEM, at);
	case PF_THING_SOLUTION: return part_place(view, PF_PART_SOLUTION, at);
	case PF_THING_BENEFIT: return find_benefits(view, at, max);
	case PF_THING_METRIC: return find_metric(view, at, max);
	case PF_THING_LAUNCH: return find_launch(view, at);
	case PF_THING_NUMBER: return find_number(view, at);
	case PF_THING_FEATURE: return find_feature(view, at);
	case PF_THING_STAGE: return find_stages(view, at, max);
	case PF_THING_GATE: return find_gates(view, at, max);
	case PF_THING_RELEASE_DATE: return find_release_date(view, at);
	case PF_THING_FAQ: return find_pairs(view, at, max);
	case PF_THING_DATELINE: return one(&view->parts->dateline, at);
	case PF_THING_SEGMENT: return find_segment(view, at, max);
	case PF_THING_SOURCE: return find_source(view, at, max);
	case PF_THING_WALKTHROUGH:
		return first_listed(view, PF_LIST_actions, PF_PART_SOLUTION, at, max);
	case PF_THING_START: return find_start(view, at);
	case PF_THINGS: break;
	}
	return 0;
}

bool pf_thing_find(const struct pf_view *view, enum pf_thing thing, struct pf_range *at)
{
	return pf_thing_count(view, thing, at, 1) > 0;
}

const char *pf_thing_title(enum pf_thing thing)
{
	static const char *const titles[] = {
		[PF_THING_PROBLEM] = "the problem",
		[PF_THING_SOLUTION] = "the solution",
		[PF_THING_BENEFIT] = "the customer benefit",
		[PF_THING_METRIC] = "the key metrics",
		[PF_THING_LAUNCH] = "the launch date",
		[PF_THING_NUMBER] = "a number",
		[PF_THING_FEATURE] = "the first feature",
		[PF_THING_STAGE] = "a dated stage",
		[PF_THING_GATE] = "a stage with its gate",
		[PF_THING_RELEASE_DATE] = "the launch date",
		[PF_THING_FAQ] = "a question with its answer",
		[PF_THING_DATELINE] = "city and date",
		[PF_THING_SEGMENT] = "which customers",
		[PF_THING_SOURCE] = "how you know",
		[PF_THING_WALKTHROUGH] = "what the customer does",
		[PF_THING_START] = "how to start",
	};

	return titles[thing];
}
