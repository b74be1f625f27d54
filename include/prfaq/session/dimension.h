/*
 * dimension.h - the seven things a candidate marks itself on, 0 to 5, before
 * any score shows, and what the panel makes of the same.
 */
#ifndef PRFAQ_SESSION_DIMENSION_H
#define PRFAQ_SESSION_DIMENSION_H

#include "prfaq/check/check.h"

/*      id                name           what to ask oneself */
#define PF_DIMENSION_TABLE(X)                                                              \
	X(CLARIFY, "clarifying", "Did I ask for date, cost and rules before I wrote?")     \
	X(PROBLEM, "problem", "Is it one customer, one pain, one number?")                 \
	X(SOLUTION, "solution", "Could a customer say it back, without jargon?")           \
	X(BENEFIT, "benefit", "What does the customer gain, from what to what?")           \
	X(METRICS, "metrics", "Three tiers, each with baseline, target, date and source?") \
	X(FAQ, "faq", "Do the answers hold: cost, security, scale, rules?")                \
	X(DELIVERY, "delivery", "Could it ship by the date, in steps, with a stop rule?")

enum pf_dimension {
#define PF_DIMENSION_ENUM(id, name, ask) PF_DIMENSION_##id,
	PF_DIMENSION_TABLE(PF_DIMENSION_ENUM)
#undef PF_DIMENSION_ENUM
		PF_DIMENSIONS,
};

const char *pf_dimension_name(enum pf_dimension dimension); /* "problem" */
const char *pf_dimension_ask(enum pf_dimension dimension);  /* the question to oneself */

/* The panel's mark, 0 to 5, from the points of the rules that belong to it; -1 when no rule does.
 */
int pf_dimension_mark(const struct pf_scorecard *card, const struct pf_rubric *rubric,
		      enum pf_dimension dimension);

#endif
