/*
 * kinds.h - the judging function of each kind, pf_pattern_judge and so on; kinds.c has the table.
 */
#ifndef PF_CHECK_KINDS_H
#define PF_CHECK_KINDS_H

#include "draft/judge.h"

#define X(id, text)                                                                  \
	void pf_##id##_judge(const struct pf_view *view, const struct pf_rule *rule, \
			     struct pf_judgement *j);
PF_KINDS(X)
#undef X

/* How many words the pattern rule finds, none when there is no such rule. */
size_t pf_pattern_count(const struct pf_view *view, const char *id);

/* Compiles the pattern into *code, the caller's; NULL when it is sound, else what is not. */
PF_MUST_USE const char *pf_regex_compile(const struct pf_params_regex *regex, void **code);
void pf_regex_free(void *code);

#endif
