/* What the page holds itself to: a harm with its limit, a number that ends it. */

#include "draft/answers.h"
#include "draft/deed_words.h"
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

/* "When would you quit?", and it is answered. */
static bool asks_to_stop(const struct pf_view *view, const uint32_t *lists, size_t n,
			 const struct pf_pair *pair)
{
	static const char *const ends[] = {"quit", "abandon", "scrap", NULL};
	static const char *const why[] = {"why", "how", "will", NULL}; /* "Will a fee stop it?" */

	return !pf_range_empty(pair->answer) &&
	       !pf_token_among(view, pf_tokens_at(view->tokens, pair->question.begin), why) &&
	       (pf_view_any(view, lists, n, pair->question, NULL) ||
		pf_range_any(view, pair->question, ends));
}

/* "When would we stop? Fewer than 8,000 in six months.": the question says what is done. */
static bool asked_to_stop(const struct pf_view *view, const uint32_t *lists, size_t n,
			  struct pf_range *at)
{
	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];
		size_t first, last;

		if (!asks_to_stop(view, lists, n, pair))
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
	static const char *const we[] = {"we", "i", NULL};
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

/* --- where a limit may stand in words of the page's own: nobody is asked for that --- */

/* "What mustn't slip?", "What may not get worse?": the harm is asked for, and the answer holds its
 * level. */
static bool asks_for_harm(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const must[] = {"must",    "may",       "should", "can",
					   "mustn't", "shouldn't", "can't",  NULL};
	static const char *const what[] = {"what", "which", NULL};
	static const char *const guard[] = {"guardrail", "guardrails", NULL};
	struct pf_deed_run asked = pf_deed_run_of(view, pair->question);

	if (pf_tokens_any(view, asked.first, asked.last, guard))
		return pf_tiers_levels(view, pair->answer);
	return pf_token_among(view, asked.first, what) &&
	       pf_tokens_any(view, asked.first, asked.last, must) &&
	       pf_deed_has(view, asked, PF_WORD_NO) && pf_tiers_levels(view, pair->answer);
}

/* "3% and not more", "floor 1,150", "stops us: any injury", among the metrics. */
static bool holds_down(const struct pf_view *view, size_t sentence)
{
	static const char *const no[] = {"not", "no", "never", "nor", NULL};
	static const char *const more[] = {"more",   "worse", "less",  "fewer", "over", "above",
					   "higher", "lower", "below", "under", NULL};
	static const char *const ends[] = {"floor", "ceiling", "cap",    "limit",    "maximum",
					   "stop",  "stops",   "accept", "tolerate", NULL};
	static const char *const any[] = {"any", "one", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	bool level = pf_tiers_levels(view, pf_sentence_range(view, sentence));

	uint32_t end = pf_tokens_find(view, s->first, s->last, ends);

	if (end < s->last && (level || pf_tokens_any(view, end + 1, s->last, any)))
		return true;
	for (uint32_t i = s->first;
	     level && (i = pf_tokens_find(view, i, s->last, no)) + 1 < s->last; i++)
		if (pf_token_among(view, i + 1, more))
			return true;
	return false;
}

static const char *const one_of_them[] = {"one", "any", "single", NULL};

/* "Any one pauses the category" among the metrics, "if that falls by more than a tenth, we'd stop":
 * what is stopped for is a harm. */
static bool stops_for_it(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	static const char *const if_[] = {"if", "unless", NULL};
	static const char *const more[] = {"more",  "less", "fewer", "above",
					   "below", "over", "under", NULL};
	static const char *const moves[] = {"falls", "rises",  "drops", "goes",  "slips",
					    "fall",  "rise",   "grows", "worse", "is",
					    "it's",  "that's", NULL};
	size_t s = pf_sentence_of(view->tokens, hit->first);
	const struct pf_sentence *v = &view->tokens->sentences.v[s];

	if (view->sentence_part[s] == PF_PART_PROBLEM)
		return false;
	return (view->sentence_part[s] == PF_PART_METRICS &&
		pf_tokens_any(view, v->first, hit->first, one_of_them)) ||
	       (pf_token_among(view, v->first, if_) &&
		pf_tokens_any(view, v->first, hit->first, moves) &&
		pf_tokens_any(view, v->first, hit->first, more));
}

/* "Unsubscribes below 3%": a ceiling for what nobody wants, and no way there. Churn hurts the
 * house alone. */
static bool is_ceiling(const struct pf_view *view, const struct pf_metric *m)
{
	static const char *const ours[] = {"churn", "attrition", "turnover", "cost", "costs", NULL};
	const struct pf_quant *q = pf_tiers_quant(view, m->target);

	return q && !pf_range_any(view, m->whole, ours) && m->baseline == PF_QUANT_NONE &&
	       q->base == PF_QUANT_PERCENT && (q->bound == PF_BOUND_LT || q->bound == PF_BOUND_LE);
}

/* "Over eight and the rule should be changed", "under 4 it does not cover our time, and I'd drop
 * it": who opens with a threshold says what it leads to. */
static bool opens_at_threshold(const struct pf_view *view, size_t sentence)
{
	static const char *const past[] = {"above", "below", "over", "under", "beyond",
					   "more",  "fewer", "less", "past",  NULL};
	static const char *const then[] = {"we",   "we'd",  "we'll",   "i",      "i'd",   "i'll",
					   "is",   "are",   "isn't",   "can",    "may",   "must",
					   "will", "would", "does",    "should", "means", "goes",
					   "ends", "comes", "doesn't", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	uint8_t part = view->sentence_part[sentence];

	if (!qs->n || part == PF_PART_PROBLEM || part == PF_SENTENCE_HEADING ||
	    !pf_token_among(view, s->first, past))
		return false;
	return view->quants->v[qs->first].first <= s->first + 2 &&
	       pf_tokens_any(view, view->quants->v[qs->first].last, s->last, then);
}

/* "If more than four in a term are damaged, we change that type": what is done where there is more
 * of it. */
static bool acts_on_more(const struct pf_view *view, size_t sentence)
{
	static const char *const if_[] = {"if", "should", NULL};
	static const char *const more[] = {"more",   "above", "over", "exceeds",
					   "passes", "worse", NULL};
	static const char *const we[] = {"we", "i", "we'd", "we'll", "i'd", "it", "that", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint32_t at;

	if (!pf_sentence_quants(view, sentence)->n || !pf_token_among(view, s->first, if_))
		return false;
	at = pf_tokens_find(view, s->first, s->last, more);
	return at < s->last && pf_tokens_any(view, at, s->last, we);
}

/* "More than one in 200 is too many": so many of what nobody wants. */
static bool is_too_many(const struct pf_view *view, size_t sentence)
{
	static const char *const too[] = {"too", NULL};
	static const char *const many[] = {"many", "much", "often", "high", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	if (!pf_sentence_quants(view, sentence)->n || !pf_sentence_may(view, sentence, too))
		return false;
	for (uint32_t i = s->first; (i = pf_tokens_find(view, i, s->last, too)) + 1 < s->last; i++)
		if (pf_token_among(view, i + 1, many))
			return true;
	return false;
}

static bool maybe_limited(const struct pf_view *view)
{
	struct pf_hits stops = pf_view_hits(view, PF_LIST_stop_rules, PF_ANYWHERE);

	for (size_t h = 0; h < stops.n; h++)
		if (stops_for_it(view, &stops.v[h]))
			return true;
	for (size_t i = 0; i < view->parts->metrics.n; i++)
		if (is_ceiling(view, &view->parts->metrics.v[i]))
			return true;
	for (size_t i = 0; i < view->parts->pairs.n; i++)
		if (asks_for_harm(view, &view->parts->pairs.v[i]))
			return true;
	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		switch (view->sentence_part[s]) {
		case PF_PART_METRICS:
			if (holds_down(view, s) || is_too_many(view, s) || acts_on_more(view, s))
				return true;
			break;
		case PF_PART_FAQ:
			if (opens_at_threshold(view, s) || is_too_many(view, s) ||
			    acts_on_more(view, s))
				return true;
			break;
		default: break;
		}
	return false;
}

/* "If the median stays above 110 g, no more kitchens are added": what is done then is in words of
 * the page's own. */
static bool supposes_a_level(const struct pf_view *view, size_t sentence)
{
	static const char *const if_[] = {"if", "unless", NULL};
	static const char *const past[] = {"above", "below", "over", "under",
					   "fewer", "less",  "more", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint8_t part = view->sentence_part[sentence];

	return pf_token_among(view, s->first, if_) && part != PF_PART_PROBLEM &&
	       part != PF_PART_SOLUTION &&
	       pf_tiers_levels(view, pf_sentence_range(view, sentence)) &&
	       pf_tokens_any(view, s->first, s->last, past) &&
	       pf_deed_has(view, (struct pf_deed_run){s->first, s->last}, PF_WORD_NO);
}

/* "What would make you stop?" "One child marked present who was not.": asked for, and told. */
static bool tells_what_stops(const struct pf_view *view, const struct pf_rule *rule,
			     const struct pf_pair *pair)
{
	/* "What stops others copying it?" asks of others. */
	static const char *const we[] = {"we", "you", "us", "i", "our", "your", NULL};
	struct pf_deed_run answer = pf_deed_run_of(view, pair->answer);

	return asks_to_stop(view, rule->lists, rule->n_lists, pair) &&
	       pf_range_any(view, pair->question, we) &&
	       (pf_tiers_levels(view, pair->answer) || pf_deed_has(view, answer, PF_WORD_IF) ||
		pf_range_any(view, pair->answer, one_of_them));
}

/* "Objections under 2%. If more object, we stop", "one wrong text, and we stop": the number stands
 * in the sentence before, or is one. */
static bool maybe_stops(const struct pf_view *view, const struct pf_rule *rule)
{
	static const char *const if_[] = {"if", "unless", "once", "when", NULL};

	for (size_t i = 0; i < view->parts->pairs.n; i++)
		if (tells_what_stops(view, rule, &view->parts->pairs.v[i]))
			return true;
	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (supposes_a_level(view, s) || opens_at_threshold(view, s))
			return true;
	for (size_t i = 0; i < rule->n_lists; i++) {
		struct pf_hits hits = pf_view_hits(view, rule->lists[i], PF_ANYWHERE);

		for (size_t h = 0; h < hits.n; h++) {
			size_t s = pf_sentence_of(view->tokens, hits.v[h].first);
			const struct pf_sentence *v = &view->tokens->sentences.v[s];

			if (pf_tokens_any(view, v->first, hits.v[h].first, one_of_them) ||
			    (s && view->sentence_part[s] == view->sentence_part[s - 1] &&
			     pf_tiers_levels(view, pf_sentence_range(view, s - 1)) &&
			     pf_tokens_any(view, v->first, v->last, if_)))
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
	if (find_cap(view, &at) || find_stop(view, &stops, 1, PF_PART_METRICS, &at) ||
	    find_gate(view, PF_PART_METRICS, &at)) {
		judge_limit(view, j, at);
		return;
	}
	pf_judge_credit(j, 0, m ? m->whole : pf_part_place(view, PF_PART_METRICS),
			"no limit on a harm");
	j->untold = forbids(view, rule) || maybe_limited(view);
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
	j->untold = maybe_stops(view, rule);
	pf_judge_miss(j, pf_part_place(view, PF_PART_METRICS), "no threshold", "");
}
