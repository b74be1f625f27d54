/*
 * prompt_schema.h - the words a prompt's file uses for its enums, and what all schemas of the bank
 * are made of.
 *
 * Private to the layer: the tables serve the schema and the names alike.
 */
#ifndef PRFAQ_SRC_BANK_PROMPT_SCHEMA_H
#define PRFAQ_SRC_BANK_PROMPT_SCHEMA_H

#include "prfaq/yaml/yaml.h"

#define ENUM(table)                                                         \
	{                                                                   \
		.kind = PF_YAML_ENUM, .size = sizeof(int), .names = (table) \
	}
#define LIST(of, least)                                                                    \
	{                                                                                  \
		.kind = PF_YAML_LIST, .size = sizeof(struct pf_yaml_texts), .item = &(of), \
		.min = (least)                                                             \
	}

extern const struct pf_yaml_type pf_bank_format; /* of "schema": 1 */

extern const struct pf_yaml_name pf_prompt_role_names[], pf_prompt_level_names[],
	pf_prompt_limit_names[], pf_prompt_tier_names[], pf_prompt_lens_names[],
	pf_prompt_topic_names[];

#endif
