/*
 * load.h - a rubric while it is being loaded.
 */
#ifndef PF_CHECK_LOAD_H
#define PF_CHECK_LOAD_H

#include "rule.h"

struct pf_load {
	struct pf_rubric *rubric;
	struct pf_yaml_errors *errors;
	uint64_t hash;
	int which;         /* 0 article, 1 canonical, -1: every rule */
	bool examples;     /* keep good and bad */
	bool shipped_only; /* leave the user's own lists out */
};

/* Checks what the schema cannot say, derives the rest, and adds the rule when it belongs to the
 * rubric. The row belongs to `yaml`, which outlives the rubric's use of it. */
PF_MUST_USE enum pf_status pf_load_rule(struct pf_load *load, struct pf_yaml *yaml,
					struct pf_rule *row);
/* Hands memory to the rubric; returns it. */
void *pf_rubric_own(struct pf_rubric *rubric, void *memory);

#endif
