/*
 * coverage.h - the checks of the brief beside the kind's own file: the law, the costs, the trap.
 */
#ifndef PF_CHECK_COVERAGE_H
#define PF_CHECK_COVERAGE_H

#include "draft/judge.h"

/* Points at what is not met: {value} and {what} of the rule's message; `about` as in rule.h. */
static inline void pf_cover_miss(struct pf_judgement *j, struct pf_range at, const char *value,
				 const char *what, unsigned about)
{
	struct pf_place_found *place = pf_judge_miss(j, at, value, what);

	if (place)
		place->about = about;
}

/* Both need a brief. */
void pf_cover_regulation(const struct pf_view *view, const struct pf_rule *rule,
			 struct pf_judgement *j);
void pf_cover_trap(const struct pf_view *view, struct pf_judgement *j);

/* One cap: counts it in *all, in *good when the cost is told and under it; *first: the cost. */
void pf_cover_costs(const struct pf_view *view, const struct pf_check_constraint *c, double *all,
		    double *good, struct pf_range *first, struct pf_judgement *j);

#endif
