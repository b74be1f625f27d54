/*
 * kinds.h - the judging function of each kind; kinds.c has the table of them.
 */
#ifndef PF_CHECK_KINDS_H
#define PF_CHECK_KINDS_H

#include "draft/judge.h"

#define PF_KIND_JUDGE(name)                                                            \
	void pf_##name##_judge(const struct pf_view *view, const struct pf_rule *rule, \
			       struct pf_judgement *j)

PF_KIND_JUDGE(presence);
PF_KIND_JUDGE(order);
PF_KIND_JUDGE(budget);
PF_KIND_JUDGE(pattern);
PF_KIND_JUDGE(quantified);
PF_KIND_JUDGE(tiers);
PF_KIND_JUDGE(pair);
PF_KIND_JUDGE(coverage);
PF_KIND_JUDGE(consistency);
PF_KIND_JUDGE(overlap);
PF_KIND_JUDGE(readability);
PF_KIND_JUDGE(origin);
PF_KIND_JUDGE(clarify);
PF_KIND_JUDGE(gate);
PF_KIND_JUDGE(regex);

#undef PF_KIND_JUDGE

/* Compiles the pattern into *code, the caller's; NULL when it is sound, else what is not. */
PF_MUST_USE const char *pf_regex_compile(const struct pf_params_regex *regex, void **code);
void pf_regex_free(void *code);

#endif
