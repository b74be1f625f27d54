/* The table of kinds: what each does beside judging. */
#include "kinds.h"

static bool never(const struct pf_rule *rule)
{
	(void)rule;
	return false;
}

static bool always(const struct pf_rule *rule)
{
	(void)rule;
	return true;
}

static bool pattern_absent(const struct pf_rule *rule)
{
	return rule->params.pattern.want == PF_WANT_ABSENT;
}

static bool regex_absent(const struct pf_rule *rule)
{
	return rule->params.regex.want == PF_WANT_ABSENT;
}

static bool tiers_absent(const struct pf_rule *rule)
{
	int check = rule->params.tiers.check;

	return check == PF_TIERS_CONTROLLED || check == PF_TIERS_VANITY ||
	       check == PF_TIERS_BELIEVABLE;
}

static bool pairs_absent(const struct pf_rule *rule)
{
	int check = rule->params.pair.check;

	return check == PF_PAIRS_DIFFER || check == PF_PAIRS_SOFT;
}

static bool consistent_absent(const struct pf_rule *rule)
{
	int check = rule->params.consistency.check;

	return check == PF_CONSISTENT_VALUES || check == PF_CONSISTENT_LAUNCH;
}

/* Not to build what the brief invites is no merit of a page that builds nothing. */
static bool coverage_absent(const struct pf_rule *rule)
{
	return rule->params.coverage.check == PF_COVER_TRAP;
}

static bool budget_only_upper(const struct pf_rule *rule)
{
	return rule->params.budget.least <= 1;
}

static struct pf_phrases_of no_phrases(const union pf_params *params)
{
	(void)params;
	return (struct pf_phrases_of){0};
}

static struct pf_phrases_of pattern_phrases(const union pf_params *params)
{
	return (struct pf_phrases_of){.lists = params->pattern.lists,
				      .own = params->pattern.phrases};
}

static struct pf_phrases_of quantified_phrases(const union pf_params *params)
{
	return (struct pf_phrases_of){.lists = params->quantified.near};
}

static struct pf_phrases_of tiers_phrases(const union pf_params *params)
{
	return (struct pf_phrases_of){.lists = params->tiers.lists};
}

static struct pf_phrases_of pair_phrases(const union pf_params *params)
{
	return (struct pf_phrases_of){.lists = params->pair.cues, .lists2 = params->pair.proof};
}

static struct pf_phrases_of coverage_phrases(const union pf_params *params)
{
	return (struct pf_phrases_of){.lists = params->coverage.lists};
}

static struct pf_phrases_of doubt_phrases(const union pf_params *params)
{
	return (struct pf_phrases_of){.lists = params->doubt.lists};
}

static struct pf_phrases_of regex_phrases(const union pf_params *params)
{
	return (struct pf_phrases_of){.own = params->regex.starts};
}

#define KIND(id, lacks, speaks) \
	[PF_KIND_##id] = {      \
		.name = #id, .absence = (lacks), .phrases = (speaks), .judge = pf_##id##_judge}

const struct pf_kind pf_kinds[PF_N_KINDS] = {
	KIND(presence, never, no_phrases),
	KIND(order, never, no_phrases),
	KIND(budget, budget_only_upper, no_phrases),
	KIND(pattern, pattern_absent, pattern_phrases),
	KIND(quantified, never, quantified_phrases),
	KIND(tiers, tiers_absent, tiers_phrases),
	KIND(pair, pairs_absent, pair_phrases),
	KIND(coverage, coverage_absent, coverage_phrases),
	KIND(consistency, consistent_absent, no_phrases),
	KIND(overlap, always, no_phrases),
	KIND(readability, always, no_phrases),
	KIND(origin, never, no_phrases),
	KIND(doubt, never, doubt_phrases),
	KIND(clarify, never, no_phrases),
	KIND(gate, always, no_phrases),
	KIND(regex, regex_absent, regex_phrases),
};
