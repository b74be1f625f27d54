/* What the page holds itself to: a harm with its limit, a number that ends it. */

#include "draft/answers.h"
#include "draft/quants.h"
#include "draft/words.h"
#include "tiers.h"

/* "In every week after launch", "a quarter", a date: for how long the limit holds. */
static bool has_period(const struct pf_view *view, struct pf_range at)
{
	static const char *const every[] = {"every", "each", "any", "per", NULL};
	static const char *const spans[] = {"day", "week", "month", "quarter", "year", NULL};
	size_t first, last;

	pf_view_quants(view, at, &first, &last);
	for (size_t i = first; i < last; i++)
		if (pf_quant_is_date(&view->quants->v[i]) || view->quants->v[i].per[0])
			return true;
	for (uint32_t i = pf_tokens_at(view->tokens, at.begin);
	     i + 1 < view->tokens->n && view->tokens->v[i + 1].begin < at.end; i++)
		if (pf_token_among(view, i, every) && pf_token_among(view, i + 1, spans))
			return true;
	return false;
}

/* A limit is most of a guardrail; a second level, today's, says how near it is, a period when it is
 * judged. */
static void judge_limit(const struct pf_view *view, struct pf_judgement *j, struct pf_range at)
{
	bool level = pf_tiers_levels(view, at) >= 2, period = has_period(view, at);

	pf_judge_credit(j, 0.7 + (level ? 0.15 : 0) + (period ? 0.15 : 0), at,
			"a harm with its limit%s%s", level ? "" : ", without today's level",
			period ? "" : ", without a period");
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, level ? "say in which period it holds" : "say where it stands today");
	j->untold = true; /* "no harm is given a limit" would be wrong of it */
}

/* "At 11.8% in two months the service is stopped": the number that is reached is a condition too.
 */
static bool has_threshold(const struct pf_view *view, size_t sentence)
{
	static const char *const at[] = {"at",   "above",  "below",   "over",    "under", "beyond",
					 "pass", "passes", "exceeds", "reaches", NULL};
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	if (!qs->n)
		return false;
	for (size_t i = qs->first; i < qs->first + qs->n; i++) {
		uint32_t first = view->quants->v[i].first;

		if (first && pf_tokens_any(view, first - 1, first + 1, at))
			return true;
	}
	return pf_view_has(view, PF_LIST_conditions, pf_sentence_range(view, sentence));
}

/* The words before token `last` end in "if". */
static bool ends_in_if(const struct pf_view *view, size_t last)
{
	return last && PF_TOKEN_IS(view, last - 1, "if");
}

#define CELLS_BELOW 24u /* of a small table */

/* "Go on if" heads a column, and a cell below holds the number. */
static bool heads_numbers(const struct pf_view *view, size_t sentence)
{
	size_t n = view->quants->sentences.n;

	for (size_t s = sentence + 1;
	     view->in_table[sentence] && s < n && s <= sentence + CELLS_BELOW && view->in_table[s];
	     s++)
		if (view->quants->sentences.v[s].n)
			return true;
	return false;
}

/* The sentence with a threshold and what is done at it, in the part (PF_PART_COUNT: in any). */
static bool find_stop(const struct pf_view *view, const uint32_t *lists, size_t n, int part,
		      struct pf_range *at)
{
	for (size_t i = 0; i < n; i++) {
		struct pf_hits hits = pf_view_hits(view, lists[i], PF_ANYWHERE);

		for (size_t h = 0; h < hits.n; h++) {
			size_t s = pf_sentence_of(view->tokens, hits.v[h].first);

			*at = pf_sentence_range(view, s);
			if ((part == PF_PART_COUNT || view->sentence_part[s] == part) &&
			    (has_threshold(view, s) ||
			     (ends_in_if(view, hits.v[h].last) && heads_numbers(view, s))))
				return true;
		}
	}
	return false;
}

/* "When would we stop? Fewer than 8,000 in six months.": the question says what is done. */
static bool asked_to_stop(const struct pf_view *view, const uint32_t *lists, size_t n,
			  struct pf_range *at)
{
	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];
		size_t first, last;

		if (!pf_tiers_asks_to_stop(view, lists, n, pair))
			continue;
		for (pf_view_sentences(view, pair->answer, &first, &last); first < last; first++)
			if (has_threshold(view, first)) {
				*at = pair->answer;
				return true;
			}
	}
	return false;
}

/* A sentence in which the house says what it does. */
static bool is_ours(const struct pf_view *view, size_t s)
{
	static const char *const we[] = {"we", "we'd", "we'll", "i", "i'd", "i'll", NULL};
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];

	static const char *const on[] = {"extend", "expand", "widen", "continue", "proceed", NULL};
	const struct pf_pair *pair = pf_answer_at(view, pf_sentence_range(view, s).begin);
	struct pf_range asked = pair ? pair->question : (struct pf_range){0, 0};

	/* "When do we extend?" "After Easter, if fewer than one in six were returned.", and
	 * "Continue in June if" */
	return pf_tiers_may_state(view, s) &&
	       (pf_token_among(view, sentence->first, on) ||
		pf_tokens_any(view, sentence->first, sentence->last, we) ||
		pf_range_any(view, asked, on));
}

/* "If two months run above it, the rule is changed", among the metrics. */
static bool supposes(const struct pf_view *view, size_t s)
{
	static const char *const opens[] = {"if", "unless", NULL};

	return view->sentence_part[s] == PF_PART_METRICS &&
	       pf_token_among(view, view->tokens->sentences.v[s].first, opens);
}

/* "All twelve in month 11 if unread forms are under 15%": in a rollout the condition is the gate,
 * and so it is where we say what we do then. In the part (PF_PART_COUNT: in any). */
static bool find_gate(const struct pf_view *view, int part, struct pf_range *at)
{
	static const char *const when[] = {"if", "unless", "once", "when", NULL};

	for (size_t s = 0; s < view->quants->sentences.n; s++) {
		if ((part != PF_PART_COUNT && view->sentence_part[s] != part) ||
		    !view->quants->sentences.v[s].n || !pf_sentence_any(view, s, when) ||
		    !(view->sentence_part[s] == PF_PART_ROLLOUT || supposes(view, s) ||
		      is_ours(view, s)) ||
		    !has_threshold(view, s))
			continue;
		*at = pf_sentence_range(view, s);
		return true;
	}
	return false;
}

/* "Readmissions must not go up": the limit is where it stands today, and may be told there. */
static bool forbids(const struct pf_view *view, const struct pf_rule *rule)
{
	static const char *const no[] = {"not", "never", NULL};

	for (size_t i = 0; i < rule->n_lists; i++) {
		struct pf_hits hits = pf_view_hits(view, rule->lists[i], PF_ANYWHERE);

		for (size_t h = 0; h < hits.n; h++) {
			size_t s = pf_sentence_of(view->tokens, hits.v[h].first);

			if (view->sentence_part[s] == PF_PART_METRICS &&
			    pf_tokens_any(view, hits.v[h].first, hits.v[h].last, no))
				return true;
		}
	}
	return false;
}

/* "Limit 6%", "max 0.4%", "cap €4,600", in the metrics. */
static bool find_cap(const struct pf_view *view, struct pf_range *at)
{
	static const char *const caps[] = {"limit",   "cap",   "max", "maximum",
					   "ceiling", "floor", NULL};

	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		size_t s = pf_quant_sentence(view, q);

		if (!q->first || view->sentence_part[s] != PF_PART_METRICS ||
		    !pf_token_among(view, q->first - 1, caps))
			continue;
		*at = pf_sentence_range(view, s);
		return true;
	}
	return false;
}

/* Among the metrics, or behind one in its paragraph: "We want 25%. And ..." */
static bool beside_metric(const struct pf_view *view, size_t s)
{
	uint32_t at = view->tokens->sentences.v[s].begin, block = pf_doc_block_at(view->doc, at);

	if (view->sentence_part[s] == PF_PART_METRICS)
		return true;
	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		uint32_t begin = view->parts->metrics.v[i].whole.begin;

		if (begin < at && pf_doc_block_at(view->doc, begin) == block)
			return true;
	}
	return false;
}

/* "And the fish must be fresh: four in five boxes with 90% of their ice or more": behind the goal
 * stands what must hold as well. */
static bool find_must(const struct pf_view *view, struct pf_range *at)
{
	static const char *const adds[] = {"and", "but", "also", NULL};
	static const char *const must[] = {"must", NULL};

	for (size_t s = 0; s < view->quants->sentences.n; s++) {
		const struct pf_quant_sentence *qs = pf_sentence_quants(view, s);
		uint32_t i = view->tokens->sentences.v[s].first;

		if (!qs->n || !pf_token_among(view, i, adds) || !beside_metric(view, s))
			continue;
		i = pf_sentence_find(view, s, must);
		for (size_t q = qs->first; q < qs->first + qs->n; q++)
			if (view->quants->v[q].first > i &&
			    view->quants->v[q].bound != PF_BOUND_NONE &&
			    view->quants->v[q].bound != PF_BOUND_APPROX) {
				*at = pf_sentence_range(view, s);
				return true;
			}
	}
	return false;
}

void pf_tiers_guardrail(const struct pf_view *view, const struct pf_rule *rule,
			struct pf_judgement *j)
{
	const struct pf_metric *m = pf_tiers_metric(view, PF_TIER_GUARDRAIL);
	uint32_t stops = PF_LIST_stop_rules;
	size_t first = 0, last = 0;
	struct pf_range at;

	if (m)
		pf_view_quants(view, m->whole, &first, &last);
	if (first < last) {
		judge_limit(view, j, m->whole);
		return;
	}
	for (size_t i = 0; i < rule->n_lists; i++) {
		struct pf_hits hits = pf_view_hits(view, rule->lists[i], PF_ANYWHERE);

		for (size_t h = 0; h < hits.n; h++) {
			size_t s = pf_sentence_of(view->tokens, hits.v[h].first);

			if (!pf_tiers_levels(view, pf_sentence_range(view, s)))
				continue;
			judge_limit(view, j, pf_sentence_range(view, s));
			return;
		}
	}
	if (find_cap(view, &at) || find_must(view, &at) ||
	    find_stop(view, &stops, 1, PF_PART_METRICS, &at) ||
	    find_gate(view, PF_PART_METRICS, &at)) {
		judge_limit(view, j, at);
		return;
	}
	pf_judge_credit(j, 0, m ? m->whole : pf_part_place(view, PF_PART_METRICS),
			"no limit on a harm");
	j->untold = forbids(view, rule) || pf_tiers_maybe_limited(view);
	pf_judge_miss(j, m ? m->whole : pf_part_place(view, PF_PART_METRICS), "no guardrail", "");
}

/* "If fewer than 30 % ... we stop": a condition, a number and an action in one sentence. */
void pf_tiers_stop(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	struct pf_range at;

	if (find_stop(view, rule->lists, rule->n_lists, PF_PART_COUNT, &at) ||
	    asked_to_stop(view, rule->lists, rule->n_lists, &at) ||
	    find_gate(view, PF_PART_COUNT, &at)) {
		pf_judge_pass(j, at, "a number that decides");
		return;
	}
	pf_judge_credit(j, 0, pf_part_place(view, PF_PART_METRICS), "no number decides anything");
	j->untold = pf_tiers_maybe_stops(view, rule);
	pf_judge_miss(j, pf_part_place(view, PF_PART_METRICS), "no threshold", "");
}

bool pf_tiers_gated(const struct pf_view *view)
{
	const uint32_t stops = PF_LIST_stop_rules;
	struct pf_range at;

	return find_stop(view, &stops, 1, PF_PART_COUNT, &at) ||
	       asked_to_stop(view, &stops, 1, &at) || find_gate(view, PF_PART_COUNT, &at);
}
