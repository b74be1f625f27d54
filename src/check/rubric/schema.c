/* The row of a rule and the table of weights, as YAML. */
#include "schema.h"

#define ENUM(id, list, text)                    \
	static const struct pf_yaml_type id = { \
		.kind = PF_YAML_ENUM, .size = sizeof(int), .names = (list), .what = (text)}

const struct pf_yaml_name pf_severity_names[] = {{"critical", PF_SEVERITY_CRITICAL},
						 {"major", PF_SEVERITY_MAJOR},
						 {"minor", PF_SEVERITY_MINOR},
						 {"info", PF_SEVERITY_INFO},
						 {NULL, 0}};
const struct pf_yaml_name pf_pillar_names[] = {{"clarity", PF_PILLAR_CLARITY},
					       {"prioritization", PF_PILLAR_PRIORITIZATION},
					       {"quantification", PF_PILLAR_QUANTIFICATION},
					       {NULL, 0}};
const struct pf_yaml_name pf_lens_names[] = {{"customer", PF_LENS_CUSTOMER},
					     {"execution", PF_LENS_EXECUTION},
					     {"data", PF_LENS_DATA},
					     {NULL, 0}};
static const struct pf_yaml_name pitfall_names[] = {
	{"feature_first", 1 + PF_PITFALL_FEATURE_FIRST},
	{"vague_numbers", 1 + PF_PITFALL_VAGUE_NUMBERS},
	{"ignored_constraints", 1 + PF_PITFALL_IGNORED_CONSTRAINTS},
	{"over_engineering", 1 + PF_PITFALL_OVER_ENGINEERING},
	{NULL, 0}};
static const struct pf_yaml_name extra_names[] = {
	{"outside_evidence", 1 + PF_EXTRA_OUTSIDE_EVIDENCE},
	{"assumptions", 1 + PF_EXTRA_ASSUMPTIONS},
	{"alternative", 1 + PF_EXTRA_ALTERNATIVE},
	{"story", 1 + PF_EXTRA_STORY},
	{NULL, 0}};
static const struct pf_yaml_name rubric_names[] = {{"article", 0}, {"canonical", 1}, {NULL, 0}};

ENUM(severity, pf_severity_names, "a severity");
ENUM(pillar, pf_pillar_names, "a pillar");
ENUM(lens, pf_lens_names, "a lens");
ENUM(pitfall, pitfall_names, "a pitfall");
ENUM(extra, extra_names, "what sets a draft apart");
ENUM(rubric, rubric_names, "a rubric");
static const struct pf_yaml_type rubrics = {
	.kind = PF_YAML_LIST, .size = sizeof(struct pf_ints), .item = &rubric, .min = 1};
static const struct pf_yaml_type factor = {
	.kind = PF_YAML_DECIMAL, .size = sizeof(double), .min = 0, .max = 5};
static const struct pf_yaml_type credit = {
	.kind = PF_YAML_DECIMAL, .size = sizeof(double), .min = 0, .max = 1};
static const struct pf_yaml_type weight = {
	.kind = PF_YAML_DECIMAL, .size = sizeof(double), .min = 0, .max = 100};

static const struct pf_yaml_field role_fields[] = {
	PF_YAML_FIELD_OR(struct pf_rule, roles.pm, "pm", &factor, "1", "product manager"),
	PF_YAML_FIELD_OR(struct pf_rule, roles.tpm, "tpm", &factor, "1",
			 "technical program manager"),
	PF_YAML_FIELD_OR(struct pf_rule, roles.leader, "leader", &factor, "1", "leader"),
	PF_YAML_END,
};
static const struct pf_yaml_field level_fields[] = {
	PF_YAML_FIELD_OR(struct pf_rule, levels.l4, "L4", &factor, "1", "level 4"),
	PF_YAML_FIELD_OR(struct pf_rule, levels.l5, "L5", &factor, "1", "level 5"),
	PF_YAML_FIELD_OR(struct pf_rule, levels.l6, "L6", &factor, "1", "level 6"),
	PF_YAML_FIELD_OR(struct pf_rule, levels.l7, "L7", &factor, "1", "level 7"),
	PF_YAML_END,
};

#define WITH(member, key, type, text) \
	PF_YAML_FIELD(struct pf_example_with, member, key, type, PF_YAML_MAY, text)

static const struct pf_yaml_field with_fields[] = {
	WITH(today, "today", &pf_yaml_line, "the day, 2026-11-24"),
	WITH(deadline, "deadline", &pf_yaml_line, "a date limit"),
	PF_YAML_FIELD_HAS(struct pf_example_with, cost, has_cost, "cost", &pf_yaml_decimal,
			  "a cost cap"),
	WITH(currency, "currency", &pf_yaml_line, "of the cap; USD when left out"),
	WITH(regulation, "regulation", &pf_yaml_line, "a regulation by name"),
	WITH(must, "must", &pf_yaml_texts, "words of what it makes one do"),
	WITH(goal, "goal", &pf_yaml_line, "the business goal"),
	WITH(model, "model", &pf_yaml_text, "the model answer"),
	WITH(goal_words, "goal_words", &pf_yaml_texts, "words that name the goal"),
	WITH(customer, "customer", &pf_yaml_texts, "words that name the customer"),
	WITH(allow, "allow", &pf_yaml_texts, "jargon the prompt allows"),
	WITH(given, "given", &pf_yaml_texts,
	     "facts of the brief: \"29 % of members\", value, unit, noun"),
	WITH(trap, "trap", &pf_yaml_texts, "words of the solution that the brief invites"),
	WITH(seen, "seen", &pf_yaml_texts, "words of having seen through it"),
	WITH(questions, "questions", &pf_yaml_texts,
	     "stage 1: \"topic: the question\"; \"-\" for no topic"),
	WITH(asked, "asked", &pf_yaml_bool, "stage 1 took place"),
	WITH(past, "past", &pf_yaml_block, "an earlier draft"),
	WITH(brief, "brief", &pf_yaml_block, "the prompt's text"),
	WITH(skeleton, "skeleton", &pf_yaml_block, "the template it began from"),
	WITH(role, "role", &pf_yaml_line, "pm, tpm or leader"),
	PF_YAML_END,
};
static const struct pf_yaml_type with = {.kind = PF_YAML_STRUCT,
					 .size = sizeof(struct pf_example_with),
					 .fields = with_fields,
					 .what = "the context of an example"};

static const struct pf_yaml_field example_fields[] = {
	PF_YAML_FIELD(struct pf_example, part, "part", &pf_yaml_slug, PF_YAML_MAY,
		      "put under the heading of this part"),
	PF_YAML_FIELD(struct pf_example, text, "text", &pf_yaml_block, PF_YAML_NEED,
		      "a fragment of a draft"),
	PF_YAML_FIELD(struct pf_example, with, "with", &with, PF_YAML_MAY, "its context"),
	PF_YAML_END,
};
static const struct pf_yaml_type example = {
	.kind = PF_YAML_STRUCT,
	.size = sizeof(struct pf_example),
	.fields = example_fields,
	.place_at = PF_YAML_PLACE_AT(struct pf_example, place),
	.what = "an example",
};
static const struct pf_yaml_type examples = {
	.kind = PF_YAML_LIST, .size = sizeof(struct pf_examples), .item = &example};

/* The maps of factors lie in the rule itself: their fields carry offsets from the rule's start. */
static const struct pf_yaml_type roles = {.kind = PF_YAML_STRUCT,
					  .size = sizeof(struct pf_rule),
					  .fields = role_fields,
					  .what = "factors by role"};
static const struct pf_yaml_type levels = {.kind = PF_YAML_STRUCT,
					   .size = sizeof(struct pf_rule),
					   .fields = level_fields,
					   .what = "factors by level"};

#define ROW(member, key, type, need, text) \
	PF_YAML_FIELD(struct pf_rule, member, key, type, need, text)
#define KIND(id, text)                                                            \
	PF_YAML_FIELD_HAS(struct pf_rule, params.id, has_kind[PF_KIND_##id], #id, \
			  &pf_##id##_schema, "kind: " text),

static const struct pf_yaml_field rule_fields[] = {
	ROW(id, "id", &pf_yaml_slug, PF_YAML_NEED, "unique, such as PRB-02"),
	ROW(name, "name", &pf_yaml_line, PF_YAML_NEED, "in two to five words"),
	ROW(section, "section", &pf_yaml_slug, PF_YAML_NEED,
	    "a part's name, or document, style, consistency, constraints, clarifying, gate"),
	ROW(pillar, "pillar", &pillar, PF_YAML_NEED, "which pillar it counts for"),
	ROW(lens, "lens", &lens, PF_YAML_NEED, "which of the panel looks at it"),
	ROW(severity, "severity", &severity, PF_YAML_NEED, "how bad it is to fail"),
	ROW(weight, "weight", &weight, PF_YAML_MAY,
	    "share of its section's points, against the other rules; 0 earns nothing"),
	ROW(blocks, "blocks", &pf_yaml_bool, PF_YAML_MAY, "failing it keeps its lens from a yes"),
	ROW(pitfall, "pitfall", &pitfall, PF_YAML_MAY, "the pitfall that failing it shows"),
	ROW(extra, "extra", &extra, PF_YAML_MAY, "what passing it adds"),
	ROW(message, "message", &pf_yaml_line, PF_YAML_NEED,
	    "what is wrong, with slots {claim} {value} {what} {n} {limit} {part} {customer}"),
	PF_YAML_FIELD_OR(struct pf_rule, tell, "tell", &credit, "1",
			 "it is told below this credit; a smaller loss only costs its points"),
	PF_YAML_FIELD_OR(struct pf_rule, sure, "sure", &credit, "0.6",
			 "how often it is right when it is told, as readers judged it: the surer "
			 "is told first, and below 0.4 only its points are lost"),
	PF_YAML_FIELD_OR(
		struct pf_rule, sure_weighed, "sure_weighed", &credit, "0.6",
		"the same of pages that weigh what they say, by \"no\", \"if\" and \"but\""),
	ROW(why, "why", &pf_yaml_line, PF_YAML_NEED, "why it matters"),
	ROW(fix, "fix", &pf_yaml_line, PF_YAML_NEED, "what to do; ___ for a number, never one"),
	ROW(ask, "ask", &pf_yaml_text, PF_YAML_MAY, "what an interviewer would ask"),
	ROW(coach, "coach", &pf_yaml_line, PF_YAML_MAY,
	    "what the practice coach says while it is missing"),
	ROW(source, "source", &pf_yaml_line, PF_YAML_NEED, "who says so"),
	ROW(rubrics, "rubrics", &rubrics, PF_YAML_MAY, "article, canonical; both when left out"),
	ROW(seed, "seed", &pf_yaml_bool, PF_YAML_MAY, "named by the article"),
	ROW(style, "style", &pf_yaml_bool, PF_YAML_MAY, "advice: three a section are shown"),
	{.name = "roles", .type = &roles, .offset = 0, .doc = "factors of the weight by role"},
	{.name = "levels", .type = &levels, .offset = 0, .doc = "factors of the weight by level"},
	PF_KINDS(KIND) ROW(good, "good", &examples, PF_YAML_MAY, "fragments that pass"),
	ROW(bad, "bad", &examples, PF_YAML_MAY, "fragments that do not"),
	PF_YAML_END,
};
static const struct pf_yaml_type rule_row = {
	.kind = PF_YAML_STRUCT,
	.size = sizeof(struct pf_rule),
	.fields = rule_fields,
	.place_at = PF_YAML_PLACE_AT(struct pf_rule, place),
	.what = "a rule",
};
const struct pf_yaml_type *pf_rule_schema(void)
{
	return &rule_row;
}

const struct pf_yaml_type pf_rules_schema = {.kind = PF_YAML_LIST,
					     .size = sizeof(struct pf_rule_rows),
					     .item = &rule_row,
					     .min = 1,
					     .what = "a list of rules"};

#define WEIGHT(member, key, type, need, text) \
	PF_YAML_FIELD(struct pf_weight, member, key, type, need, text)

static const struct pf_yaml_field weight_fields[] = {
	WEIGHT(name, "name", &pf_yaml_slug, PF_YAML_NEED, "of the group"),
	WEIGHT(points[PF_ARTICLE], "article", &weight, PF_YAML_NEED, "of the 100 in that rubric"),
	WEIGHT(points[PF_CANONICAL], "canonical", &weight, PF_YAML_NEED,
	       "of the 100 in that rubric"),
	WEIGHT(sections, "sections", &pf_yaml_slugs, PF_YAML_NEED, "sections of rules it holds"),
	WEIGHT(lens[PF_LENS_CUSTOMER], "customer", &weight, PF_YAML_MAY,
	       "share in the customer lens"),
	WEIGHT(lens[PF_LENS_EXECUTION], "execution", &weight, PF_YAML_MAY,
	       "share in the execution lens"),
	WEIGHT(lens[PF_LENS_DATA], "data", &weight, PF_YAML_MAY, "share in the data lens"),
	PF_YAML_END,
};
static const struct pf_yaml_type weight_row = {.kind = PF_YAML_STRUCT,
					       .size = sizeof(struct pf_weight),
					       .fields = weight_fields,
					       .what = "a group of sections"};
const struct pf_yaml_type pf_weights_schema = {.kind = PF_YAML_LIST,
					       .size = sizeof(struct pf_weights),
					       .item = &weight_row,
					       .min = 1,
					       .what = "groups of sections with their points"};
