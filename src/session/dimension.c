#include "prfaq/session/dimension.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define NAME(id, name, ask) [PF_DIMENSION_##id] = name,
#define ASK(id, name, ask)  [PF_DIMENSION_##id] = ask,
static const char *const names[PF_DIMENSIONS] = {PF_DIMENSION_TABLE(NAME)};
static const char *const asks[PF_DIMENSIONS] = {PF_DIMENSION_TABLE(ASK)};

/* A rule's section, and the dimension it counts for. Style and consistency count for none. */
static const struct {
	const char *section;
	enum pf_dimension dimension;
} sections[] = {
	{"clarify", PF_DIMENSION_CLARIFY},
	{"clarifying", PF_DIMENSION_CLARIFY},
	{"headline", PF_DIMENSION_PROBLEM},
	{"summary", PF_DIMENSION_PROBLEM},
	{"problem", PF_DIMENSION_PROBLEM},
	{"solution", PF_DIMENSION_SOLUTION},
	{"benefit", PF_DIMENSION_BENEFIT},
	{"benefits", PF_DIMENSION_BENEFIT},
	{"judgement", PF_DIMENSION_SOLUTION},
	{"metrics", PF_DIMENSION_METRICS},
	{"faq", PF_DIMENSION_FAQ},
	{"constraints", PF_DIMENSION_DELIVERY},
	{"rollout", PF_DIMENSION_DELIVERY},
};

const char *pf_dimension_name(enum pf_dimension dimension)
{
	assert(dimension < PF_DIMENSIONS);
	return names[dimension];
}

const char *pf_dimension_ask(enum pf_dimension dimension)
{
	assert(dimension < PF_DIMENSIONS);
	return asks[dimension];
}

static bool belongs(const char *section, enum pf_dimension dimension)
{
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++)
		if (strcmp(sections[i].section, section) == 0)
			return sections[i].dimension == dimension;
	return false;
}

/* Of what earns no points: the questions of the warm-up are no part of the page. */
static double credit(enum pf_outcome outcome)
{
	return outcome == PF_OUTCOME_PASS ? 1 : outcome == PF_OUTCOME_PARTIAL ? 0.5 : 0;
}

int pf_dimension_mark(const struct pf_scorecard *card, const struct pf_rubric *rubric,
		      enum pf_dimension dimension)
{
	double earned = 0, possible = 0;

	if (!card->scored)
		return -1;
	for (size_t i = 0; i < card->proofs.n; i++) {
		const struct pf_proof *p = &card->proofs.v[i];
		struct pf_rule_text rule = pf_rubric_rule(rubric, p->rule);

		if (p->outcome == PF_OUTCOME_NOT_APPLICABLE || !belongs(rule.section, dimension))
			continue;
		if (dimension == PF_DIMENSION_CLARIFY) {
			earned += rule.weight * credit(p->outcome);
			possible += rule.weight;
			continue;
		}
		earned += p->earned;
		possible += p->possible;
	}
	return possible > 0 ? (int)lround(5 * earned / possible) : -1;
}
