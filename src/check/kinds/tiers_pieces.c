/* What makes a metric complete: name, baseline, target, date and measuring method. */
#include "draft/quants.h"
#include "draft/words.h"
#include "levels.h"
#include "tiers.h"

/* "Unknown; measured from X by DATE" is a full baseline: it says what will be known, and when. */
static bool measured_later(const struct pf_view *view, const struct pf_metric *m)
{
	return pf_view_has(view, PF_LIST_unknowns, m->whole) &&
	       (m->deadline != PF_QUANT_NONE || pf_range_dated(view, m->whole));
}

static bool has_baseline(const struct pf_view *view, const struct pf_metric *m)
{
	uint32_t baseline = m->baseline;

	if (measured_later(view, m))
		return true;
	/* "Median wait, 74 to 25 minutes" is read as a range, and means from and to. */
	if (m->target < view->quants->n && view->quants->v[m->target].kind == PF_QUANT_RANGE)
		return true;
	if (baseline == PF_QUANT_NONE || pf_tiers_open_ends(view, m).begin)
		return false;
	/* Of what is new there is none today: nobody has to be asked. */
	return !view->context->prompt || view->quants->v[baseline].value == 0 ||
	       view->origin[baseline] != PF_ORIGIN_BARE;
}

/* "According to Gartner (2024)", "(Toyota, 2023)": who wrote of it, not how it is read. */
static bool is_cited(const struct pf_view *view, struct pf_range method)
{
	uint32_t i = pf_tokens_at(view->tokens, method.begin);

	if (PF_TOKEN_IS(view, i, "according"))
		return true;
	for (; i < view->tokens->n && view->tokens->v[i].begin < method.end; i++)
		if (view->tokens->v[i].kind == PF_TOKEN_NUMBER &&
		    view->tokens->v[i].end - view->tokens->v[i].begin == 4)
			return true;
	return false;
}

static bool has_method(const struct pf_view *view, const struct pf_rule *rule,
		       const struct pf_metric *m)
{
	return (pf_tiers_filled(view, m->method) && !is_cited(view, m->method)) ||
	       pf_view_any(view, rule->lists, rule->n_lists, m->whole, NULL);
}

/* What is measured, in words of its own: "primary metric: from 40 % to 60 %" has none. */
static bool has_name(const struct pf_view *view, const struct pf_metric *m)
{
	static const char *const labels[] = {
		"primary",   "secondary", "leading", "metric", "metrics",   "goal", "target",
		"indicator", "kpi",       "measure", "log",    "guardrail", "tier", NULL};

	for (uint32_t i = pf_tokens_at(view->tokens, m->name.begin);
	     i < view->tokens->n && view->tokens->v[i].begin < m->name.end; i++)
		if (view->tokens->v[i].kind == PF_TOKEN_WORD && !pf_view_is_stop(view, i) &&
		    !pf_token_among(view, i, labels))
			return true;
	return false;
}

static bool complete(const struct pf_view *view, const struct pf_rule *rule,
		     const struct pf_metric *m)
{
	switch ((enum pf_tier_check)rule->params.tiers.check) {
	case PF_TIERS_NAME: return has_name(view, m);
	case PF_TIERS_TARGET: return pf_tiers_has_target(view, m);
	case PF_TIERS_DEADLINE: return pf_tiers_has_deadline(view, m);
	case PF_TIERS_BASELINE: return has_baseline(view, m);
	case PF_TIERS_METHOD: return has_method(view, rule, m);
	default: return false;
	}
}

/* What is missing may be there where the program does not look: then it keeps its points, and its
 * tongue. */
static bool may_be_told(const struct pf_view *view, const struct pf_rule *rule,
			const struct pf_metric *m)
{
	switch ((enum pf_tier_check)rule->params.tiers.check) {
	case PF_TIERS_BASELINE:
		return pf_tiers_known_today(view, m) || pf_tiers_maybe_moved(view, m);
	case PF_TIERS_TARGET: return pf_tiers_maybe_aimed(view, m);
	case PF_TIERS_DEADLINE: return pf_tiers_maybe_dated(view, m);
	case PF_TIERS_METHOD: return pf_tiers_maybe_read(view, rule, m);
	default: return false;
	}
}

#define BARE_WORTH 0.3 /* a value of today from nowhere can still be asked about */

/* What a piece that is not complete is worth. */
static double worth_of_part(const struct pf_rule *rule, const struct pf_metric *m)
{
	return rule->params.tiers.check == PF_TIERS_BASELINE && m->baseline != PF_QUANT_NONE
		       ? BARE_WORTH
		       : 0;
}

static bool in_metric(const struct pf_view *view, struct pf_range sentence)
{
	for (size_t i = 0; i < view->parts->metrics.n && i < PF_METRICS_HELD; i++)
		if (sentence.begin < view->parts->metrics.v[i].whole.end &&
		    view->parts->metrics.v[i].whole.begin < sentence.end)
			return true;
	return false;
}

/* "Renewals from records 33% to a much better rate": what has a level in words in the place of its
 * number is none of the metrics that are read, and lacks every piece. */
static size_t metrics_in_words(const struct pf_view *view)
{
	struct pf_word_hit hit;
	size_t n = 0;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		struct pf_range sentence = pf_sentence_range(view, s);

		if (view->sentence_part[s] == PF_PART_METRICS &&
		    (pf_level_told(view, s, &hit) ||
		     pf_view_has(view, PF_LIST_vague_levels, sentence)) &&
		    !in_metric(view, sentence))
			n++;
	}
	return n;
}

/* Each metric with a tier must have the piece; when none has a tier, each metric must. */
void pf_tiers_pieces(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	size_t all = 0, tiered = 0;
	double good = 0;
	struct pf_range first = {0, 0};
	char name[80];

	for (size_t i = 0; i < view->parts->metrics.n; i++)
		tiered += view->parts->metrics.v[i].tier != PF_TIER_NONE;
	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];
		double k, part;

		if ((tiered && m->tier == PF_TIER_NONE) || m->tier == PF_TIER_GUARDRAIL)
			continue;
		all++;
		if (complete(view, rule, m)) {
			k = 1 + (double)view->copies[i];
			good += 1 / (k * k);
			if (pf_range_empty(first))
				first = m->whole;
			continue;
		}
		part = worth_of_part(rule, m);
		good += part;
		if (part > 0 && pf_range_empty(first))
			first = m->whole;
		if (j->n_places == PF_RULE_PLACES ||
		    (i < PF_METRICS_HELD && may_be_told(view, rule, m)))
			continue;
		pf_tiers_words(view, m, name, sizeof(name));
		pf_judge_miss(j, m->whole, name, pf_tier_name(m->tier));
	}
	/* A tier that is not there has none of its pieces: who drops a weak one gains nothing. */
	all = (all < PF_TIERS ? PF_TIERS : all) + metrics_in_words(view);
	pf_judge_credit(j, good / (double)all,
			pf_range_empty(first) ? pf_part_place(view, PF_PART_METRICS) : first,
			"%.0f of %zu metrics", good, all);
	j->untold = j->outcome != PF_OUTCOME_PASS && !j->n_places;
	if (j->outcome != PF_OUTCOME_PASS)
		pf_judge_next(j, "one more metric, with it said");
}
