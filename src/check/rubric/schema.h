/*
 * schema.h - the YAML of rules, of weights and of each kind's parameters.
 */
#ifndef PF_CHECK_SCHEMA_H
#define PF_CHECK_SCHEMA_H

#include "rule.h"

struct pf_rule_rows { /* a file of rules */
	struct pf_rule *v;
	size_t n;
};

extern const struct pf_yaml_type pf_rules_schema;   /* struct pf_rule_rows */
extern const struct pf_yaml_type pf_weights_schema; /* struct pf_weights */

/* Of each kind's parameters: pf_pattern_schema and so on. */
#define X(id, text) extern const struct pf_yaml_type pf_##id##_schema;
PF_KINDS(X)
#undef X

extern const struct pf_yaml_name pf_severity_names[], pf_pillar_names[], pf_lens_names[];

#endif
