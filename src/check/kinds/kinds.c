/* The table of kinds: what each does beside judging, and what its help says. */
#include "kinds.h"

#include "rubric/schema.h"

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

#define KIND(id, lacks, speaks, text)                  \
	[PF_KIND_##id] = {.name = #id,                 \
			  .help = (text),              \
			  .schema = &pf_##id##_schema, \
			  .absence = (lacks),          \
			  .phrases = (speaks),         \
			  .judge = pf_##id##_judge}

const struct pf_kind pf_kinds[PF_N_KINDS] = {
	KIND(presence, never, no_phrases,
	     "Parts and things that must be there. Credit is the share found."),
	KIND(order, never, no_phrases, "One thing comes before another."),
	KIND(budget, budget_only_upper, no_phrases,
	     "So many words, sentences, paragraphs, items, questions or metrics: full credit "
	     "between two limits, less and less beyond them."),
	KIND(pattern, pattern_absent, pattern_phrases,
	     "Phrases of a list, wanted or not. A hit in quotation marks, beside a number or in an "
	     "excused sentence is none; the same phrase again is worth 1/k^2."),
	KIND(quantified, never, quantified_phrases,
	     "Bound numbers where they are due: value, unit and the noun they measure in one "
	     "clause, and, where there is a brief, of an origin."),
	KIND(tiers, tiers_absent, tiers_phrases,
	     "What to ask of the metrics, in a table, in bullets or in the FAQ."),
	KIND(pair, pairs_absent, pair_phrases, "Questions with their own answers."),
	KIND(coverage, coverage_absent, coverage_phrases,
	     "What the brief said and stage 1 told is in the draft, and kept."),
	KIND(consistency, consistent_absent, no_phrases,
	     "One launch date, one value for one thing, sums that hold, words that run through."),
	KIND(overlap, always, no_phrases,
	     "Runs of five words shared with the skeleton, the prompt or an "
	     "earlier draft."),
	KIND(readability, always, no_phrases,
	     "Sentences one can say in a breath; the school grade."),
	KIND(origin, never, no_phrases,
	     "Every number is given, derived, assumed or, without a brief, cited."),
	KIND(doubt, never, doubt_phrases,
	     "What is not known or only assumed, and when or how one will know."),
	KIND(clarify, never, no_phrases,
	     "The questions of stage 1. No part of the page: they earn nothing."),
	KIND(gate, always, no_phrases,
	     "What stops a score, or scales it, before any point is given."),
	KIND(regex, regex_absent, regex_phrases,
	     "A Perl-compatible pattern, bounded by match limits."),
};
