/* Where a limit, or a number that ends it, may stand in words of the page's own: nobody is asked
 * for that. */

#include "draft/answers.h"
#include "draft/deed_words.h"
#include "draft/quants.h"
#include "draft/said.h"
#include "draft/words.h"
#include "tiers.h"

#define THEN_TOKENS 3u /* ", the lending stops" */

/* "What mustn't slip?", "What may not get worse?": the harm is asked for, and the answer holds its
 * level. */
static bool asks_for_harm(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const must[] = {"must",    "may",       "should", "can",
					   "mustn't", "shouldn't", "can't",  NULL};
	static const char *const what[] = {"what", "which", NULL};
	static const char *const guard[] = {"guardrail", "guardrails", NULL};
	struct pf_deed_run asked = pf_question_said(view, pair)->run;

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

	uint32_t end = pf_sentence_find(view, sentence, ends);

	if (end < s->last && (level || pf_tokens_any(view, end + 1, s->last, any)))
		return true;
	for (uint32_t i = pf_sentence_find(view, sentence, no); level && i + 1 < s->last;
	     i = pf_tokens_find(view, i + 1, s->last, no))
		if (pf_token_among(view, i + 1, more))
			return true;
	return false;
}

/* "2.2% looked odd. We'll live with 4%": so much of it is borne, and no more. */
static bool lives_with(const struct pf_view *view, size_t sentence)
{
	static const char *const live[] = {"live", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	uint32_t i = pf_sentence_find(view, sentence, live);

	return qs->n && i + 1 < s->last && PF_TOKEN_IS(view, i + 1, "with") &&
	       view->quants->v[qs->first + qs->n - 1].first > i;
}

static const char *const one_of_them[] = {"one", "any", "single", NULL};
static const char *const beyond[] = {"above", "below", "over", "under",
				     "fewer", "less",  "more", NULL};

/* "Any one pauses the category" among the metrics, "if that falls by more than a tenth, we'd stop":
 * what is stopped for is a harm. */
static bool stops_for_it(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	static const char *const if_[] = {"if", "unless", NULL};
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
		pf_tokens_any(view, v->first, hit->first, beyond));
}

static bool names_harm(const struct pf_view *view, const struct pf_metric *m)
{
	return pf_deed_has(view, pf_deed_run_of(view, m->name), PF_WORD_NO | PF_WORD_AMISS);
}

/* "Unsubscribes below 3%": a ceiling for what nobody wants, and no way there; "wrong part sent: 5%,
 * under 2%" is one too, beside the goal. Churn hurts the house alone. */
static bool is_ceiling(const struct pf_view *view, const struct pf_metric *m)
{
	static const char *const ours[] = {"churn", "attrition", "turnover", "cost", "costs", NULL};
	const struct pf_quant *q = pf_tiers_quant(view, m->target);

	if (!q || pf_range_any(view, m->whole, ours))
		return false;
	if (q->value == 0) /* "wrong plates: 22, 0" */
		return !m->tier_labelled && names_harm(view, m);
	return (q->base == PF_QUANT_PERCENT || q->value < 1) && /* "under 1 in 60" */
	       (q->bound == PF_BOUND_LT || q->bound == PF_BOUND_LE) &&
	       (m->baseline == PF_QUANT_NONE ||
		(m != view->parts->metrics.v && m->tier != PF_TIER_PRIMARY && names_harm(view, m)));
}

/* "Calls to people who had died: none is the target", "tray swaps, which must be zero" */
static bool allows_none(const struct pf_view *view, size_t sentence)
{
	static const char *const none[] = {"none", "zero", "nil", "nobody", "never", NULL};
	static const char *const aims[] = {"target", "goal", "limit", "allowed", "tolerated", NULL};
	static const char *const must[] = {"must", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint32_t i;

	if (!pf_sentence_any(view, sentence, none))
		return false;
	i = pf_tokens_find(view, s->first, s->last, must);
	return pf_sentence_any(view, sentence, aims) ||
	       (i + 2 < s->last && PF_TOKEN_IS(view, i + 1, "be") &&
		pf_token_among(view, i + 2, none));
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

/* "More than 3 of 50, the script changes that week", among the metrics: what is so opens the
 * sentence, and the comma ends it. */
static bool ends_at_comma(const struct pf_view *view, size_t sentence)
{
	static const char *const more[] = {"more", "above", "over", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	if (!qs->n || !pf_token_among(view, s->first, more) ||
	    view->quants->v[qs->first].first > s->first + 2)
		return false;
	for (uint32_t i = view->quants->v[qs->first].last; i + THEN_TOKENS < s->last; i++)
		if (view->tokens->v[i].sign == ',')
			return true;
	return false;
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
	at = pf_sentence_find(view, sentence, more);
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

/* "Two from one entry and it's withdrawn", "under 60% counts as failing" */
static bool ends_it(const struct pf_view *view, size_t sentence)
{
	static const char *const ended[] = {"withdrawn", "dropped", "pulled",
					    "failing",   "failure", NULL};
	static const char *const is[] = {"is", "it's", "are", "they're", "as", "a", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint32_t at;

	if (!pf_sentence_quants(view, sentence)->n)
		return false;
	at = pf_sentence_find(view, sentence, ended);
	return at < s->last && at > s->first && pf_token_among(view, at - 1, is);
}

bool pf_tiers_maybe_limited(const struct pf_view *view)
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
		case PF_PART_PROBLEM:
		case PF_SENTENCE_HEADING: break;
		case PF_PART_METRICS:
			if (holds_down(view, s) || is_too_many(view, s) || acts_on_more(view, s) ||
			    ends_it(view, s) || allows_none(view, s) || ends_at_comma(view, s))
				return true;
			break;
		case PF_PART_FAQ:
			if (opens_at_threshold(view, s) || is_too_many(view, s) ||
			    acts_on_more(view, s) || ends_it(view, s) || lives_with(view, s) ||
			    allows_none(view, s))
				return true;
			break;
		default:
			if (allows_none(view, s))
				return true;
			break;
		}
	return false;
}

/* "If the median stays above 110 g, no more kitchens are added": what is done then is in words of
 * the page's own. */
static bool supposes_a_level(const struct pf_view *view, size_t sentence)
{
	static const char *const if_[] = {"if", "unless", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint8_t part = view->sentence_part[sentence];

	return pf_token_among(view, s->first, if_) && part != PF_PART_PROBLEM &&
	       part != PF_PART_SOLUTION &&
	       pf_tiers_levels(view, pf_sentence_range(view, sentence)) &&
	       pf_tokens_any(view, s->first, s->last, beyond) &&
	       pf_deed_has(view, (struct pf_deed_run){s->first, s->last}, PF_WORD_NO);
}

/* "At 33 it pays for itself. Below that the text stays a reminder": the level stands before it. */
static bool opens_below_that(const struct pf_view *view, size_t sentence)
{
	static const char *const past[] = {"above", "below", "over", "under", "beyond", NULL};
	static const char *const that[] = {"that", "this", "it", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	return sentence && s->last > s->first + 3 && pf_token_among(view, s->first, past) &&
	       pf_token_among(view, s->first + 1, that) &&
	       view->sentence_part[sentence] != PF_PART_PROBLEM &&
	       pf_tiers_levels(view, pf_sentence_range(view, sentence - 1));
}

/* "A rate over 16% in any month ends re-listing": what is above it ends something. */
static bool level_ends(const struct pf_view *view, size_t sentence)
{
	static const char *const past[] = {"above",  "below", "over",      "under",
					   "beyond", "past",  "exceeding", NULL};
	static const char *const ends[] = {"ends",     "stops",    "pauses", "halts", "closes",
					   "suspends", "triggers", "kills",  NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	uint32_t at;

	if (!qs->n || view->sentence_part[sentence] == PF_PART_PROBLEM ||
	    !pf_sentence_may(view, sentence, ends))
		return false;
	at = pf_tokens_find(view, s->first, s->last, past);
	return at < s->last && pf_tokens_any(view, at, s->last, ends);
}

/* "At 1 in 25 they would be right to walk away": what it comes to where it is so high. */
static bool would_at_level(const struct pf_view *view, size_t sentence)
{
	static const char *const would[] = {"would", "we'd", "i'd", "they'd", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	return qs->n && PF_TOKEN_IS(view, s->first, "at") &&
	       view->quants->v[qs->first].first == s->first + 1 &&
	       view->quants->v[qs->first].base != PF_QUANT_MONEY &&
	       pf_tokens_any(view, view->quants->v[qs->first].last, s->last, would);
}

/* "When would you quit?", and it is answered. */
bool pf_tiers_asks_to_stop(const struct pf_view *view, const uint32_t *lists, size_t n,
			   const struct pf_pair *pair)
{
	static const char *const ends[] = {"quit", "abandon", "scrap", NULL};
	static const char *const why[] = {"why", "how", "will", NULL}; /* "Will a fee stop it?" */

	return !pf_range_empty(pair->answer) &&
	       !pf_token_among(view, pf_question_said(view, pair)->run.first, why) &&
	       (pf_view_any(view, lists, n, pair->question, NULL) ||
		pf_said_any(view, pf_question_said(view, pair), ends));
}

/* "What would make you stop?" "One child marked present who was not.": asked for, and told. */
static bool tells_what_stops(const struct pf_view *view, const struct pf_rule *rule,
			     const struct pf_pair *pair)
{
	/* "What stops others copying it?" asks of others. */
	static const char *const we[] = {"we", "you", "us", "i", "our", "your", NULL};
	struct pf_deed_run answer = pf_answer_said(view, pair)->run;

	return pf_tiers_asks_to_stop(view, rule->lists, rule->n_lists, pair) &&
	       pf_said_any(view, pf_question_said(view, pair), we) &&
	       (pf_tiers_levels(view, pair->answer) || pf_deed_has(view, answer, PF_WORD_IF) ||
		pf_said_any(view, pf_answer_said(view, pair), one_of_them));
}

/* "Objections under 2%. If more object, we stop", "one wrong text, and we stop": the number stands
 * in the sentence before, or is one. */
bool pf_tiers_maybe_stops(const struct pf_view *view, const struct pf_rule *rule)
{
	static const char *const if_[] = {"if", "unless", "once", "when", NULL};

	for (size_t i = 0; i < view->parts->pairs.n; i++)
		if (tells_what_stops(view, rule, &view->parts->pairs.v[i]))
			return true;
	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (supposes_a_level(view, s) || opens_at_threshold(view, s) ||
		    level_ends(view, s) || opens_below_that(view, s) || would_at_level(view, s))
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
