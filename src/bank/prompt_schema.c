/*
 * The keys of a prompt's file, bottom up. docs/PROMPTS.md holds the same
 * tables as text; a test compares the two.
 */
#include "prompt_schema.h"

#include "prfaq/bank/prompt.h"

#define STRUCT(s, table)                                                     \
	{                                                                    \
		.kind = PF_YAML_STRUCT, .size = sizeof(s), .fields = (table) \
	}
#define PLACED(s, table)                                                      \
	{                                                                     \
		.kind = PF_YAML_STRUCT, .size = sizeof(s), .fields = (table), \
		.place_at = PF_YAML_PLACE_AT(s, place)                        \
	}
/* Lists that pf_prompt_check compares with each other: bounded, so that it stays quick. */
#define LIMITED(of, most)                                                                  \
	{                                                                                  \
		.kind = PF_YAML_LIST, .size = sizeof(struct pf_yaml_texts), .item = &(of), \
		.min = 1, .max = (most)                                                    \
	}
#define WHOLE(lo, hi)                                                                  \
	{                                                                              \
		.kind = PF_YAML_INT, .size = sizeof(int64_t), .min = (lo), .max = (hi) \
	}
#define NEED PF_YAML_NEED
#define MAY  PF_YAML_MAY

const struct pf_yaml_name pf_prompt_role_names[] = {
	{"PM", PF_PROMPT_PM},         {"TPM", PF_PROMPT_TPM},       {"LEAD", PF_PROMPT_LEADER},
	{"LEADER", PF_PROMPT_LEADER}, {"pm", PF_PROMPT_PM},         {"tpm", PF_PROMPT_TPM},
	{"lead", PF_PROMPT_LEADER},   {"leader", PF_PROMPT_LEADER}, {NULL, 0}};
const struct pf_yaml_name pf_prompt_level_names[] = {
	{"L4", 4}, {"L5", 5}, {"L6", 6}, {"L7", 7}, {NULL, 0}};
const struct pf_yaml_name pf_prompt_limit_names[] = {{"date", PF_PROMPT_DATE},
						     {"cost", PF_PROMPT_COST},
						     {"regulation", PF_PROMPT_REGULATION},
						     {"other", PF_PROMPT_OTHER},
						     {NULL, 0}};
const struct pf_yaml_name pf_prompt_tier_names[] = {{"primary", PF_PROMPT_PRIMARY},
						    {"secondary", PF_PROMPT_SECONDARY},
						    {"leading", PF_PROMPT_LEADING},
						    {"guardrail", PF_PROMPT_GUARDRAIL},
						    {NULL, 0}};
const struct pf_yaml_name pf_prompt_lens_names[] = {{"customer", PF_PROMPT_CUSTOMER},
						    {"execution", PF_PROMPT_EXECUTION},
						    {"data", PF_PROMPT_DATA},
						    {NULL, 0}};
const struct pf_yaml_name pf_prompt_topic_names[] = {{"customer", PF_PROMPT_TOPIC_CUSTOMER},
						     {"goal", PF_PROMPT_TOPIC_GOAL},
						     {"date", PF_PROMPT_TOPIC_DATE},
						     {"cost", PF_PROMPT_TOPIC_COST},
						     {"regulation", PF_PROMPT_TOPIC_REGULATION},
						     {"data", PF_PROMPT_TOPIC_DATA},
						     {"history", PF_PROMPT_TOPIC_HISTORY},
						     {"scope", PF_PROMPT_TOPIC_SCOPE},
						     {NULL, 0}};
static const struct pf_yaml_name like_names[] = {
	{"customer", PF_PROMPT_LIKE_CUSTOMER}, {"date", PF_PROMPT_LIKE_DATE},
	{"budget", PF_PROMPT_LIKE_BUDGET},     {"law", PF_PROMPT_LIKE_LAW},
	{"goal", PF_PROMPT_LIKE_GOAL},         {"baseline", PF_PROMPT_LIKE_BASELINE},
	{"cause", PF_PROMPT_LIKE_CAUSE},       {"tried", PF_PROMPT_LIKE_TRIED},
	{"lesson", PF_PROMPT_LIKE_LESSON},     {NULL, 0}};
static const struct pf_yaml_name disclosed_names[] = {{"ask", 0}, {"prompt", 1}, {NULL, 0}};
static const struct pf_yaml_name dir_names[] = {{"up", 1}, {"down", -1}, {NULL, 0}};

static const struct pf_yaml_type role = ENUM(pf_prompt_role_names),
				 level = ENUM(pf_prompt_level_names),
				 limit = ENUM(pf_prompt_limit_names),
				 tier = ENUM(pf_prompt_tier_names),
				 lens = ENUM(pf_prompt_lens_names),
				 topic = ENUM(pf_prompt_topic_names), like = ENUM(like_names),
				 disclosed = ENUM(disclosed_names), dir = ENUM(dir_names);
const struct pf_yaml_type pf_bank_format = {.kind = PF_YAML_INT,
					    .size = sizeof(int64_t),
					    .min = 1,
					    .max = 1,
					    .what = "1, the only format there is"};
static const struct pf_yaml_type revision = WHOLE(1, 1e6), one_to_three = WHOLE(1, 3),
				 none_to_three = WHOLE(0, 3), months = WHOLE(1, 60),
				 minutes = WHOLE(1, 120), drill_minutes = WHOLE(1, 12),
				 seconds = WHOLE(0, 120), week = WHOLE(0, 300);
static const struct pf_yaml_type amount = {.kind = PF_YAML_DECIMAL, .size = sizeof(double)};
static const struct pf_yaml_type share = {
	.kind = PF_YAML_DECIMAL, .size = sizeof(double), .max = 1};
static const struct pf_yaml_type words = LIMITED(pf_yaml_line, 200);
static const struct pf_yaml_type ids = {.kind = PF_YAML_LIST,
					.size = sizeof(struct pf_yaml_texts),
					.item = &pf_yaml_slug,
					.max = 60};
static const struct pf_yaml_type row = {
	.kind = PF_YAML_TEXT, .size = sizeof(const char *), .min = 1, .max = 600, .one_line = true};

#define S struct pf_prompt_company
static const struct pf_yaml_field company_fields[] = {
	PF_YAML_FIELD(S, name, "name", &pf_yaml_line, NEED, "an invented name"),
	PF_YAML_FIELD(S, line, "line", &pf_yaml_line, NEED, "one sentence on it"), PF_YAML_END};
static const struct pf_yaml_type company = STRUCT(S, company_fields);
#undef S

#define S struct pf_prompt
static const struct pf_yaml_field times_fields[] = {
	{.name = "warmup", .type = &minutes, .fallback = "15", .doc = "minutes for questions"},
	{.name = "draft",
	 .type = &minutes,
	 .fallback = "30",
	 .offset = sizeof(int64_t),
	 .doc = "minutes for the draft"},
	{.name = "deep_dive",
	 .type = &minutes,
	 .fallback = "30",
	 .offset = 2 * sizeof(int64_t),
	 .doc = "minutes for probes"},
	{.name = "wrap_up",
	 .type = &minutes,
	 .fallback = "15",
	 .offset = 3 * sizeof(int64_t),
	 .doc = "minutes for the result"},
	PF_YAML_END};
static const struct pf_yaml_type times = {
	.kind = PF_YAML_STRUCT, .size = 4 * sizeof(int64_t), .fields = times_fields};
#undef S

#define S struct pf_prompt_goal
static const struct pf_yaml_field goal_fields[] = {
	PF_YAML_FIELD(S, text, "text", &pf_yaml_line, NEED, "what the company wants of it"),
	PF_YAML_FIELD(S, stems, "stems", &words, NEED, "words that tie a metric to the goal"),
	PF_YAML_END};
static const struct pf_yaml_type goal = STRUCT(S, goal_fields);
#undef S

#define S struct pf_prompt_customer
static const struct pf_yaml_field customer_fields[] = {
	PF_YAML_FIELD(S, primary, "primary", &pf_yaml_line, NEED, "the segment, in a few words"),
	PF_YAML_FIELD(S, also, "also", &pf_yaml_texts, MAY, "who else is touched"),
	PF_YAML_FIELD(S, not_who, "not", &pf_yaml_texts, MAY, "who it is not for"),
	PF_YAML_FIELD(S, generic, "generic", &pf_yaml_texts, NEED,
		      "words too wide to name anybody, such as users"),
	PF_YAML_END};
static const struct pf_yaml_type customer = STRUCT(S, customer_fields);
#undef S

#define S struct pf_prompt_constraint
static const struct pf_yaml_field constraint_fields[] = {
	PF_YAML_FIELD(S, id, "id", &pf_yaml_slug, NEED, "by which facts reveal it"),
	PF_YAML_FIELD(S, kind, "kind", &limit, NEED, "what it limits"),
	PF_YAML_FIELD(S, text, "text", &pf_yaml_line, NEED, "as the notebook shows it"),
	PF_YAML_FIELD_HAS(S, offset_months, has_offset, "offset_months", &months,
			  "date: months from the day of the attempt, so that no prompt expires"),
	PF_YAML_FIELD_HAS(S, max, has_max, "max", &amount, "cost: the cap"),
	PF_YAML_FIELD(S, unit, "unit", &pf_yaml_line, MAY, "cost: the currency, such as USD"),
	PF_YAML_FIELD(S, aliases, "aliases", &pf_yaml_texts, MAY,
		      "words by which a draft names it"),
	PF_YAML_FIELD(S, must, "must", &pf_yaml_texts, MAY, "regulation: what it makes one do"),
	PF_YAML_FIELD_OR(S, in_prompt, "disclosed", &disclosed, "ask",
			 "in the prompt's text, or told only when asked"),
	PF_YAML_FIELD_OR(S, weight, "weight", &one_to_three, "2", "how much it matters"),
	PF_YAML_END};
static const struct pf_yaml_type constraint = PLACED(S, constraint_fields);
static const struct pf_yaml_type constraints = LIMITED(constraint, 20);
#undef S

#define S struct pf_prompt_point
static const struct pf_yaml_field point_fields[] = {
	PF_YAML_FIELD(S, id, "id", &pf_yaml_slug, NEED, "by which facts reveal it"),
	PF_YAML_FIELD(S, value, "value", &amount, NEED, "the number"),
	PF_YAML_FIELD(S, unit, "unit", &pf_yaml_line, NEED, "percent, min, USD, count, ..."),
	PF_YAML_FIELD(S, noun, "noun", &words, NEED, "words for what it measures"),
	PF_YAML_FIELD(S, text, "text", &pf_yaml_line, NEED,
		      "the sentence, as the notebook shows it"),
	PF_YAML_FIELD_OR(S, in_prompt, "disclosed", &disclosed, "ask",
			 "in the prompt's text, or told only when asked"),
	PF_YAML_END};
static const struct pf_yaml_type point = PLACED(S, point_fields);
static const struct pf_yaml_type points = LIMITED(point, 100);
#undef S

#define S struct pf_prompt_value
static const struct pf_yaml_field value_fields[] = {
	PF_YAML_FIELD(S, n, "n", &amount, NEED, "the number"),
	PF_YAML_FIELD(S, unit, "unit", &pf_yaml_line, NEED, "percent, min, USD, count, ..."),
	PF_YAML_FIELD(S, noun, "noun", &words, NEED, "words for what it measures"), PF_YAML_END};
static const struct pf_yaml_type value = STRUCT(S, value_fields);
#undef S

#define S struct pf_prompt_fact
static const struct pf_yaml_field fact_fields[] = {
	PF_YAML_FIELD(S, id, "id", &pf_yaml_slug, NEED, "unique in the file"),
	PF_YAML_FIELD(S, topic, "topic", &topic, NEED, "one of the eight a warm-up covers"),
	PF_YAML_FIELD_OR(S, worth, "worth", &none_to_three, "2", "what asking for it shows"),
	PF_YAML_FIELD_OR(S, cost_s, "cost_s", &seconds, "30",
			 "seconds of the stage an answer takes"),
	PF_YAML_FIELD(S, like, "like", &like, MAY,
		      "what everybody asks: adds the usual ways to ask for it"),
	PF_YAML_FIELD(S, ask, "ask", &pf_yaml_sets, MAY,
		      "sets of stems; it fires when all of one set are in the question"),
	PF_YAML_FIELD(S, try, "try", &pf_yaml_texts, MAY,
		      "whole questions that must fire this fact and no other"),
	PF_YAML_FIELD(S, say, "say", &pf_yaml_line, NEED, "the interviewer's words"),
	PF_YAML_FIELD(S, reveals, "reveals", &ids, MAY,
		      "ids of the constraints and data points it tells"),
	PF_YAML_FIELD_HAS(S, value, has_value, "value", &value,
			  "a number that only this fact holds"),
	PF_YAML_FIELD(S, needs, "needs", &ids, MAY, "facts that must be known before"),
	PF_YAML_FIELD(S, unlocks, "unlocks", &ids, MAY, "facts that need this one"),
	PF_YAML_FIELD(S, decoy, "decoy", &pf_yaml_bool, MAY, "costs time and leads nowhere"),
	PF_YAML_END};
static const struct pf_yaml_type fact = PLACED(S, fact_fields);
static const struct pf_yaml_type facts = LIMITED(fact, 60);
#undef S

#define S struct pf_prompt_no_answer
static const struct pf_yaml_field no_answer_fields[] = {
	PF_YAML_FIELD(S, unknown, "unknown", &pf_yaml_line, MAY, "no fact answers"),
	PF_YAML_FIELD(S, solution, "solution", &pf_yaml_line, MAY,
		      "the question proposes a solution"),
	PF_YAML_FIELD(S, again, "again", &pf_yaml_line, MAY, "asked before"),
	PF_YAML_FIELD(S, twice, "double", &pf_yaml_line, MAY, "two questions in one"), PF_YAML_END};
static const struct pf_yaml_type no_answer = STRUCT(S, no_answer_fields);
#undef S

#define S struct pf_prompt_lexicon
static const struct pf_yaml_type polarity = {.kind = PF_YAML_MAP,
					     .size = sizeof(struct pf_yaml_texts),
					     .item = &dir,
					     .entry = sizeof(struct pf_prompt_polarity),
					     .value_at = offsetof(struct pf_prompt_polarity, good)};
static const struct pf_yaml_field lexicon_fields[] = {
	PF_YAML_FIELD(S, customer, "customer", &words, NEED, "words for the customer"),
	PF_YAML_FIELD(S, problem, "problem", &words, NEED, "words for the problem"),
	PF_YAML_FIELD(S, solution, "solution", &words, NEED, "words for solutions"),
	PF_YAML_FIELD(S, rivals, "rivals", &pf_yaml_texts, MAY, "what customers do today"),
	PF_YAML_FIELD(S, allow_jargon, "allow_jargon", &pf_yaml_texts, MAY,
		      "trade words that are plain here"),
	PF_YAML_FIELD(S, polarity, "polarity", &polarity, MAY,
		      "noun: up or down, the way that is better"),
	PF_YAML_END};
static const struct pf_yaml_type lexicon = STRUCT(S, lexicon_fields);
#undef S

#define S struct pf_prompt_metric
static const struct pf_yaml_field metric_fields[] = {
	PF_YAML_FIELD(S, any, "any", &words, NEED, "words by which a draft names it"),
	PF_YAML_FIELD(S, unit, "unit", &pf_yaml_line, NEED, "percent, min, USD, count, ..."),
	PF_YAML_FIELD_HAS(S, baseline, has_baseline, "baseline", &amount, "today's value"),
	PF_YAML_FIELD(S, plausible, "plausible", &pf_yaml_pair, MAY,
		      "lowest and highest believable target"),
	PF_YAML_FIELD_HAS(S, max, has_max, "max", &amount, "guardrail: must stay under"),
	PF_YAML_FIELD(S, dir, "dir", &dir, MAY, "the way that is better"),
	PF_YAML_FIELD(S, within_months, "within_months", &months, MAY, "by when, from the launch"),
	PF_YAML_END};
static const struct pf_yaml_type metric = PLACED(S, metric_fields);
static const struct pf_yaml_type tier_list = LIMITED(metric, 20);
#undef S

#define S struct pf_prompt_metrics
static const struct pf_yaml_field metrics_fields[] = {
	PF_YAML_FIELD(S, tier[PF_PROMPT_PRIMARY], "primary", &tier_list, NEED,
		      "what decides whether it worked"),
	PF_YAML_FIELD(S, tier[PF_PROMPT_SECONDARY], "secondary", &tier_list, NEED,
		      "what must move with it"),
	PF_YAML_FIELD(S, tier[PF_PROMPT_LEADING], "leading", &tier_list, NEED, "what tells early"),
	PF_YAML_FIELD(S, tier[PF_PROMPT_GUARDRAIL], "guardrail", &tier_list, MAY,
		      "what must not get worse"),
	PF_YAML_FIELD(S, output_only, "output_only", &pf_yaml_texts, MAY,
		      "company results: fine as an outcome, bad as the target"),
	PF_YAML_FIELD(S, vanity, "vanity", &pf_yaml_texts, MAY, "numbers that flatter"),
	PF_YAML_END};
static const struct pf_yaml_type metrics = STRUCT(S, metrics_fields);
#undef S

#define S struct pf_prompt_expect
static const struct pf_yaml_field expect_fields[] = {
	PF_YAML_FIELD(S, topic, "topic", &pf_yaml_slug, NEED, "cost, security, scale, ..."),
	PF_YAML_FIELD_OR(S, weight, "weight", &one_to_three, "2", "how much it matters"),
	PF_YAML_FIELD(S, cues, "cues", &pf_yaml_texts, MAY, "words that show the topic"),
	PF_YAML_FIELD(S, hint, "hint", &pf_yaml_line, MAY, "what it is about in this prompt"),
	PF_YAML_END};
static const struct pf_yaml_type expect = STRUCT(S, expect_fields);
static const struct pf_yaml_type expect_faq = LIST(expect, 3);
#undef S

#define S struct pf_prompt_when
static const struct pf_yaml_field when_fields[] = {
	PF_YAML_FIELD(S, rule, "rule", &pf_yaml_slug, MAY, "a rule's id; with failed: true"),
	PF_YAML_FIELD(S, failed, "failed", &pf_yaml_bool, MAY, "true: the rule failed"),
	PF_YAML_FIELD(S, topic, "topic", &pf_yaml_slug, MAY,
		      "a topic of expect_faq; with missing or found"),
	PF_YAML_FIELD_HAS(S, metric, has_metric, "metric", &tier, "a tier; with missing or found"),
	PF_YAML_FIELD(S, missing, "missing", &pf_yaml_bool, MAY, "true: the draft lacks it"),
	PF_YAML_FIELD(S, found, "found", &pf_yaml_bool, MAY, "true: the draft has it"),
	PF_YAML_FIELD(S, contradiction, "contradiction", &pf_yaml_line, MAY,
		      "any: two values of one thing"),
	PF_YAML_FIELD(S, always, "always", &pf_yaml_bool, MAY, "true: whatever the draft says"),
	PF_YAML_END};
static const struct pf_yaml_type when = STRUCT(S, when_fields);
#undef S

#define S struct pf_prompt_probe
static const struct pf_yaml_field probe_fields[] = {
	PF_YAML_FIELD(S, id, "id", &pf_yaml_slug, NEED, "unique in the file"),
	PF_YAML_FIELD(S, lens, "lens", &lens, NEED, "who of the panel asks"),
	PF_YAML_FIELD(S, when, "when", &when, NEED, "when it is asked: one condition"),
	PF_YAML_FIELD(S, ask, "ask", &pf_yaml_line, NEED,
		      "the question; {claim} {value} {metric} {part} come from the draft"),
	PF_YAML_FIELD(S, good, "good", &pf_yaml_texts, MAY,
		      "what a full answer has: number, source, owner, date, cause, decision, "
		      "trade_off, baseline, segment, or a word of your own"),
	PF_YAML_FIELD(S, then, "then", &pf_yaml_line, MAY, "the follow-up on evasion"),
	PF_YAML_FIELD(S, one_way, "one_way", &pf_yaml_bool, MAY,
		      "the decision cannot be taken back"),
	PF_YAML_END};
static const struct pf_yaml_type probe = PLACED(S, probe_fields);
static const struct pf_yaml_type probes = LIMITED(probe, 60);
#undef S

static const struct pf_yaml_type weights = {.kind = PF_YAML_MAP,
					    .size = sizeof(struct pf_yaml_texts),
					    .item = &share,
					    .entry = sizeof(struct pf_prompt_weight),
					    .value_at = offsetof(struct pf_prompt_weight, weight),
					    .what = "a map of rule groups and their share"};
static const struct pf_yaml_type panel = {.kind = PF_YAML_MAP,
					  .size = sizeof(struct pf_yaml_texts),
					  .item = &weights,
					  .entry = sizeof(struct pf_prompt_panel),
					  .value_at = offsetof(struct pf_prompt_panel, weights)};

#define S struct pf_prompt_trap
static const struct pf_yaml_field trap_fields[] = {
	PF_YAML_FIELD(S, solution, "solution", &pf_yaml_line, NEED, "the one the brief invites"),
	PF_YAML_FIELD(S, fact, "fact", &pf_yaml_slug, NEED, "the fact that disproves it"),
	PF_YAML_FIELD(S, probe, "probe", &pf_yaml_slug, NEED, "the probe that exposes it"),
	PF_YAML_FIELD(S, text, "text", &pf_yaml_line, NEED, "what to say of it after the vote"),
	PF_YAML_FIELD(S, cues, "cues", &words, NEED, "words of a draft that took it"),
	PF_YAML_FIELD(S, found, "found", &words, NEED, "words of a draft that saw through it"),
	PF_YAML_END};
static const struct pf_yaml_type trap = PLACED(S, trap_fields);
#undef S

#define S struct pf_prompt_model_metric
static const struct pf_yaml_field model_metric_fields[] = {
	PF_YAML_FIELD(S, tier, "tier", &tier, NEED, "where it stands in the pyramid"),
	PF_YAML_FIELD(S, text, "text", &row, NEED, "what: from A to B by when, read from where"),
	PF_YAML_END};
static const struct pf_yaml_type model_metric = STRUCT(S, model_metric_fields);
static const struct pf_yaml_type model_metrics = LIMITED(model_metric, 20);
#undef S

#define S struct pf_prompt_model_faq
static const struct pf_yaml_field model_faq_fields[] = {
	PF_YAML_FIELD(S, q, "q", &pf_yaml_line, NEED, "the question"),
	PF_YAML_FIELD(S, a, "a", &pf_yaml_block, NEED, "the answer"), PF_YAML_END};
static const struct pf_yaml_type model_faq = STRUCT(S, model_faq_fields);
static const struct pf_yaml_type model_faqs = LIST(model_faq, 1);
#undef S

#define S struct pf_prompt_model_week
static const struct pf_yaml_field model_week_fields[] = {
	PF_YAML_FIELD(S, week, "week", &week, NEED, "from the go-ahead"),
	PF_YAML_FIELD(S, audience, "audience", &pf_yaml_line, NEED, "who gets it"),
	PF_YAML_FIELD(S, gate, "gate", &pf_yaml_line, NEED, "what must be true to go on"),
	PF_YAML_FIELD(S, stop, "stop", &pf_yaml_line, NEED, "what ends it"), PF_YAML_END};
static const struct pf_yaml_type model_week = STRUCT(S, model_week_fields);
static const struct pf_yaml_type model_weeks = LIST(model_week, 1);
#undef S

#define S struct pf_prompt_model
static const struct pf_yaml_field model_fields[] = {
	PF_YAML_FIELD(S, title, "title", &pf_yaml_line, MAY, "the draft's heading"),
	PF_YAML_FIELD(S, problem, "problem", &pf_yaml_block, NEED, "two sentences with a number"),
	PF_YAML_FIELD(S, solution, "solution", &pf_yaml_block, NEED,
		      "one paragraph, under 150 words"),
	PF_YAML_FIELD(S, benefit, "benefit", &words, NEED, "one bullet each"),
	PF_YAML_FIELD(S, metrics, "metrics", &model_metrics, NEED, "one row each"),
	PF_YAML_FIELD(S, faq, "faq", &model_faqs, NEED, "5 to 7 questions and answers"),
	PF_YAML_FIELD(S, rollout, "rollout", &model_weeks, MAY, "the timeline, by week"),
	PF_YAML_FIELD(S, questions, "questions", &pf_yaml_texts, MAY,
		      "what a strong candidate asks first"),
	PF_YAML_END};
static const struct pf_yaml_type model = PLACED(S, model_fields);
#undef S

#define S struct pf_prompt_drill
static const struct pf_yaml_field drill_fields[] = {
	PF_YAML_FIELD(S, give, "give", &words, NEED,
		      "prompt, ids of points, constraints and facts, model.problem and so on"),
	PF_YAML_FIELD(S, write, "write", &pf_yaml_slug, MAY, "the part to write"),
	PF_YAML_FIELD(S, minutes, "minutes", &drill_minutes, MAY, "for writing"), PF_YAML_END};
static const struct pf_yaml_type drill = PLACED(S, drill_fields);
static const struct pf_yaml_type drills = {.kind = PF_YAML_MAP,
					   .size = sizeof(struct pf_yaml_texts),
					   .item = &drill,
					   .entry = sizeof(S)};
#undef S

#define S struct pf_prompt_anchor
static const struct pf_yaml_type anchor_ranges = {
	.kind = PF_YAML_MAP,
	.size = sizeof(struct pf_yaml_texts),
	.item = &pf_yaml_pair,
	.entry = sizeof(struct pf_prompt_anchor_range),
	.value_at = offsetof(struct pf_prompt_anchor_range, range)};
static const struct pf_yaml_field anchor_fields[] = {
	PF_YAML_FIELD(S, file, "file", &pf_yaml_line, NEED, "a draft, beside this file"),
	PF_YAML_FIELD(S, expect, "expect", &anchor_ranges, NEED,
		      "part or total: lowest and highest score"),
	PF_YAML_END};
static const struct pf_yaml_type anchor = STRUCT(S, anchor_fields);
static const struct pf_yaml_type anchors = LIST(anchor, 0);
#undef S

#define S struct pf_prompt
static const struct pf_yaml_field prompt_fields[] = {
	PF_YAML_FIELD(S, schema, "schema", &pf_bank_format, NEED, "the version of this format"),
	PF_YAML_FIELD(S, id, "id", &pf_yaml_slug, NEED, "unique in the bank; kept with attempts"),
	PF_YAML_FIELD(S, revision, "revision", &revision, NEED, "raised with every change"),
	PF_YAML_FIELD(S, title, "title", &pf_yaml_line, NEED, "for the list"),
	PF_YAML_FIELD(S, industry, "industry", &pf_yaml_line, NEED, "for the list"),
	PF_YAML_FIELD(S, level, "level", &level, NEED, "whom it suits"),
	PF_YAML_FIELD(S, role, "role", &role, NEED, "whom it suits"),
	PF_YAML_FIELD(S, difficulty, "difficulty", &one_to_three, NEED, "1 is easy"),
	PF_YAML_FIELD(S, tags, "tags", &pf_yaml_texts, MAY, "for search"),
	PF_YAML_FIELD(S, fictional, "fictional", &pf_yaml_bool, NEED,
		      "true: names and numbers are invented, and the program says so"),
	PF_YAML_FIELD(S, licence, "licence", &pf_yaml_line, NEED, "SPDX name"),
	PF_YAML_FIELD(S, author, "author", &pf_yaml_line, MAY, "who wrote it"),
	PF_YAML_FIELD(S, company, "company", &company, NEED, "who hires"),
	PF_YAML_FIELD(S, times, "times", &times, MAY, "minutes of the stages"),
	PF_YAML_FIELD(S, prompt, "prompt", &pf_yaml_block, NEED, "the text shown"),
	PF_YAML_FIELD_OR(S, opening_line, "opening_line", &pf_yaml_line,
			 "Before you write: what would you like to know?",
			 "the interviewer's first words"),
	PF_YAML_FIELD(S, goal, "business_goal", &goal, NEED, "what the company wants"),
	PF_YAML_FIELD(S, customer, "customer", &customer, NEED, "whom it is for"),
	PF_YAML_FIELD(S, constraints, "constraints", &constraints, NEED,
		      "at least one each of date, cost and regulation"),
	PF_YAML_FIELD(S, points, "data_points", &points, NEED, "the numbers the brief holds"),
	PF_YAML_FIELD(S, facts, "facts", &facts, NEED, "the hidden sheet; at least 6"),
	PF_YAML_FIELD(S, no_answer, "no_answer", &no_answer, MAY, "set lines of the interviewer"),
	PF_YAML_FIELD(S, lexicon, "lexicon", &lexicon, NEED, "words of the subject"),
	PF_YAML_FIELD(S, metrics, "metrics", &metrics, NEED, "the pyramid a draft may build"),
	PF_YAML_FIELD(S, expect_faq, "expect_faq", &expect_faq, NEED,
		      "questions the FAQ should answer"),
	PF_YAML_FIELD(S, probes, "probes", &probes, NEED, "at least 2 a lens"),
	PF_YAML_FIELD(S, panel, "panel", &panel, MAY,
		      "for each lens the share of each rule group; a row sums to 1"),
	PF_YAML_FIELD(S, trade_offs, "trade_offs", &pf_yaml_texts, MAY, "what pulls two ways"),
	PF_YAML_FIELD(S, discarded, "discarded", &pf_yaml_texts, MAY, "alternatives, and why not"),
	PF_YAML_FIELD(S, trap, "trap", &trap, NEED, "the solution the brief invites"),
	PF_YAML_FIELD(S, model, "model", &model, NEED, "the model answer; shown after stage 4"),
	PF_YAML_FIELD(S, features, "features", &pf_yaml_block, MAY,
		      "a bad draft of about 300 words: a list of features, kept as a test"),
	PF_YAML_FIELD(S, drills, "drills", &drills, MAY, "what each drill gives"),
	PF_YAML_FIELD(S, anchors, "anchors", &anchors, MAY, "drafts with expected scores"),
	PF_YAML_END};
static const struct pf_yaml_type prompt_type = PLACED(S, prompt_fields);
#undef S

const struct pf_yaml_type *pf_prompt_schema(void)
{
	return &prompt_type;
}
