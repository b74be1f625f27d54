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

extern const struct pf_yaml_type pf_presence_schema, pf_order_schema, pf_budget_schema,
	pf_pattern_schema, pf_quantified_schema, pf_tiers_schema, pf_pair_schema,
	pf_coverage_schema, pf_consistency_schema, pf_overlap_schema, pf_readability_schema,
	pf_origin_schema, pf_clarify_schema, pf_gate_schema, pf_regex_schema;

extern const struct pf_yaml_name pf_severity_names[], pf_pillar_names[], pf_lens_names[],
	pf_pitfall_names[];

#endif
