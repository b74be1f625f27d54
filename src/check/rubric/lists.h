/*
 * lists.h - the phrase lists that C asks for by name.
 *
 * Every rubric has them, whatever its files hold, and these first: so the number of such a list is
 * known when the program is built, and a name that no file has is seen by a test.
 */
#ifndef PF_CHECK_LISTS_H
#define PF_CHECK_LISTS_H

/* clang-format off */
#define PF_LISTS(X) \
	X(abstract_gains) X(actions) X(alternatives) X(assumption_reasons) X(assumption_tests) \
	X(authorities) X(breadth) X(built) X(compare) X(comparison) X(concessions) X(conditions) \
	X(contrast) X(controls) X(cost) X(crowds) X(degrees) X(denials) X(ease) X(emotion) X(everyday) \
	X(failure) X(features) X(first_steps) X(gains) X(generic_customers) X(guesses) \
	X(hedges) X(hype) X(innocent) X(jargon) X(launch) X(money_asked) X(next_tests) X(no_price) \
	X(other_ways) X(out_of_scope) X(outright) X(overbuilt) X(own_evidence) X(pains) \
	X(personal) X(pilot) X(plan_asked) X(praise) X(promises) X(reasons) X(regulation) \
	X(security) X(segment) X(smaller) X(softballs) X(soon) X(stack) X(stack_names) X(stages) \
	X(stop_rules) X(technical) X(technology) X(throat_clearing) X(totals) X(unknowns) X(vague) \
	X(vague_levels)
/* clang-format on */

enum pf_list {
#define PF_LIST_ID(name) PF_LIST_##name,
	PF_LISTS(PF_LIST_ID)
#undef PF_LIST_ID
		PF_N_LISTS
};

extern const char *const pf_list_names[PF_N_LISTS];

#endif
