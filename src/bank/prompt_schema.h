/*
 * prompt_schema.h - the words a prompt's file uses for its enums.
 *
 * Private to the layer: the tables serve the schema and the names alike.
 */
#ifndef PRFAQ_SRC_BANK_PROMPT_SCHEMA_H
#define PRFAQ_SRC_BANK_PROMPT_SCHEMA_H

#include "prfaq/yaml/yaml.h"

extern const struct pf_yaml_name pf_prompt_role_names[], pf_prompt_level_names[],
	pf_prompt_limit_names[], pf_prompt_tier_names[], pf_prompt_lens_names[],
	pf_prompt_topic_names[];

#endif
