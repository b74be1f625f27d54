/* The parameters of each kind, as YAML. The same tables print docs/RUBRIC.md. */
#include "schema.h"

#define NAMES(id) static const struct pf_yaml_name id[]
#define ENUM(id, list, text)                    \
	static const struct pf_yaml_type id = { \
		.kind = PF_YAML_ENUM, .size = sizeof(int), .names = (list), .what = (text)}
#define MANY(id, of, text)                                                     \
	static const struct pf_yaml_type id = {.kind = PF_YAML_LIST,           \
					       .size = sizeof(struct pf_ints), \
					       .item = &(of),                  \
					       .what = (text)}
#define SCHEMA(id, s, list, text)                                 \
	const struct pf_yaml_type id = {.kind = PF_YAML_STRUCT,   \
					.size = sizeof(struct s), \
					.fields = (list),         \
					.what = (text)}

NAMES(part_names) = {
#define PART(id, name, title, article) {name, PF_PART_##id},
	PF_PARTS(PART)
#undef PART
		{NULL, 0}};
ENUM(part, part_names, "a part of the draft");
MANY(parts, part, "a list of parts");

NAMES(thing_names) = {{"problem", PF_THING_PROBLEM},
		      {"solution", PF_THING_SOLUTION},
		      {"benefit", PF_THING_BENEFIT},
		      {"metric", PF_THING_METRIC},
		      {"launch", PF_THING_LAUNCH},
		      {"number", PF_THING_NUMBER},
		      {"feature", PF_THING_FEATURE},
		      {"stage", PF_THING_STAGE},
		      {"gate", PF_THING_GATE},
		      {"release_date", PF_THING_RELEASE_DATE},
		      {"pair", PF_THING_FAQ},
		      {"dateline", PF_THING_DATELINE},
		      {"segment", PF_THING_SEGMENT},
		      {"source", PF_THING_SOURCE},
		      {"walkthrough", PF_THING_WALKTHROUGH},
		      {"start", PF_THING_START},
		      {NULL, 0}};
ENUM(thing, thing_names, "a thing to look for");
MANY(things, thing, "a list of things to look for");

static const struct pf_yaml_field presence_fields[] = {
	PF_YAML_FIELD(struct pf_params_presence, parts, "parts", &parts, PF_YAML_MAY,
		      "parts that must be there"),
	PF_YAML_FIELD(struct pf_params_presence, things, "things", &things, PF_YAML_MAY,
		      "things that must be there"),
	PF_YAML_FIELD_OR(struct pf_params_presence, words, "words", &pf_yaml_count, "4",
			 "a part counts from so many words on"),
	PF_YAML_FIELD(struct pf_params_presence, least, "least", &pf_yaml_count, PF_YAML_MAY,
		      "so many are enough; of one thing, so many different ones are needed"),
	PF_YAML_END,
};
SCHEMA(pf_presence_schema, pf_params_presence, presence_fields, "what must be there");

static const struct pf_yaml_field order_fields[] = {
	PF_YAML_FIELD(struct pf_params_order, first, "first", &thing, PF_YAML_NEED,
		      "what must come first"),
	PF_YAML_FIELD(struct pf_params_order, then, "then", &thing, PF_YAML_NEED,
		      "what must come after it"),
	PF_YAML_END,
};
SCHEMA(pf_order_schema, pf_params_order, order_fields, "an order");

NAMES(unit_names) = {{"words", PF_BUDGET_WORDS},
		     {"sentences", PF_BUDGET_SENTENCES},
		     {"paragraphs", PF_BUDGET_PARAGRAPHS},
		     {"items", PF_BUDGET_ITEMS},
		     {"questions", PF_BUDGET_QUESTIONS},
		     {"metrics", PF_BUDGET_METRICS},
		     {NULL, 0}};
ENUM(unit, unit_names, "what is counted");

static const struct pf_yaml_field budget_fields[] = {
	PF_YAML_FIELD(struct pf_params_budget, parts, "parts", &parts, PF_YAML_MAY,
		      "where to count; the whole draft when left out"),
	PF_YAML_FIELD(struct pf_params_budget, unit, "unit", &unit, PF_YAML_NEED, "what to count"),
	PF_YAML_FIELD(struct pf_params_budget, least, "least", &pf_yaml_decimal, PF_YAML_MAY,
		      "full credit from here"),
	PF_YAML_FIELD(struct pf_params_budget, most, "most", &pf_yaml_decimal, PF_YAML_MAY,
		      "full credit up to here; left out: no upper limit"),
	PF_YAML_FIELD(struct pf_params_budget, none_below, "none_below", &pf_yaml_decimal,
		      PF_YAML_MAY, "no credit at or below; linear up to `least`"),
	PF_YAML_FIELD(struct pf_params_budget, none_above, "none_above", &pf_yaml_decimal,
		      PF_YAML_MAY, "no credit at or above; linear down from `most`"),
	PF_YAML_END,
};
SCHEMA(pf_budget_schema, pf_params_budget, budget_fields, "a budget");

NAMES(want_names) = {{"absent", PF_WANT_ABSENT}, {"present", PF_WANT_PRESENT}, {NULL, 0}};
ENUM(want, want_names, "absent or present");
NAMES(note_names) = {{"placeholder", PF_NOTE_PLACEHOLDER},
		     {"vague", PF_NOTE_VAGUE},
		     {"source", PF_NOTE_SOURCE},
		     {"assumption", PF_NOTE_ASSUMPTION},
		     {NULL, 0}};
ENUM(note, note_names, "a note about a number");
MANY(notes, note, "a list of notes about numbers");
NAMES(need_names) = {{"number", PF_NEED_NUMBER},
		     {"date", PF_NEED_DATE},
		     {"reason", PF_NEED_REASON},
		     {"segment", PF_NEED_SEGMENT},
		     {"comparison", PF_NEED_COMPARISON},
		     {"action", PF_NEED_ACTION},
		     {NULL, 0}};
ENUM(need, need_names, "what a sentence holds");
MANY(needs, need, "a list of what a sentence holds");
NAMES(tale_names) = {{"none", PF_TALE_NONE},
		     {"today", PF_TALE_TODAY},
		     {"before", PF_TALE_BEFORE},
		     {"event", PF_TALE_EVENT},
		     {"reason", PF_TALE_REASON},
		     {"steps", PF_TALE_STEPS},
		     {"hands", PF_TALE_HANDS},
		     {"left_out", PF_TALE_LEFT_OUT},
		     {"price", PF_TALE_PRICE},
		     {"small", PF_TALE_SMALL},
		     {NULL, 0}};
ENUM(tale, tale_names, "what is told in words of its own");

static const struct pf_yaml_field pattern_fields[] = {
	PF_YAML_FIELD(struct pf_params_pattern, lists, "lists", &pf_yaml_slugs, PF_YAML_MAY,
		      "lists of phrases, by file name in lists/"),
	PF_YAML_FIELD(struct pf_params_pattern, phrases, "phrases", &pf_yaml_texts, PF_YAML_MAY,
		      "phrases of this rule alone; a last word ending in * matches beginnings"),
	PF_YAML_FIELD(struct pf_params_pattern, notes, "notes", &notes, PF_YAML_MAY,
		      "notes the reader of numbers makes"),
	PF_YAML_FIELD(struct pf_params_pattern, parts, "parts", &parts, PF_YAML_MAY,
		      "where to look; the whole draft when left out"),
	PF_YAML_FIELD(struct pf_params_pattern, except, "except", &parts, PF_YAML_MAY,
		      "parts to pass over"),
	PF_YAML_FIELD(struct pf_params_pattern, want, "want", &want, PF_YAML_NEED,
		      "whether the phrases are wanted"),
	PF_YAML_FIELD(struct pf_params_pattern, needs, "needs", &needs, PF_YAML_MAY,
		      "present: a hit counts only with all of these in its sentence"),
	PF_YAML_FIELD(struct pf_params_pattern, worded, "worded", &pf_yaml_bool, PF_YAML_MAY,
		      "absent: a value told in words, \"its usual rate\", is a hit too"),
	PF_YAML_FIELD(struct pf_params_pattern, excuse, "excuse", &needs, PF_YAML_MAY,
		      "absent: one of these in the sentence excuses the hit"),
	PF_YAML_FIELD(struct pf_params_pattern, specific, "specific", &pf_yaml_bool, PF_YAML_MAY,
		      "absent: the word beside a hit excuses it too, and `excuse` anywhere in "
		      "`parts`, unless a sentence begins with it"),
	PF_YAML_FIELD(struct pf_params_pattern, within, "within", &pf_yaml_count, PF_YAML_MAY,
		      "absent: a number within so many words excuses the hit"),
	PF_YAML_FIELD(struct pf_params_pattern, quotes, "quotes", &pf_yaml_bool, PF_YAML_MAY,
		      "also look inside quotation marks"),
	PF_YAML_FIELD(struct pf_params_pattern, listed, "listed", &pf_yaml_bool, PF_YAML_MAY,
		      "only look inside lists"),
	PF_YAML_FIELD_OR(struct pf_params_pattern, least, "least", &pf_yaml_decimal, "1",
			 "present: different hits for full credit"),
	PF_YAML_FIELD(struct pf_params_pattern, allow, "allow", &pf_yaml_decimal, PF_YAML_MAY,
		      "absent: so many hits are tolerated"),
	PF_YAML_FIELD_OR(struct pf_params_pattern, none, "none", &pf_yaml_decimal, "3",
			 "absent: no credit from so many hits on"),
	PF_YAML_FIELD(struct pf_params_pattern, per, "per", &pf_yaml_decimal, PF_YAML_MAY,
		      "absent: `allow` and `none` are per so many words"),
	PF_YAML_FIELD(struct pf_params_pattern, tale, "tale", &tale, PF_YAML_MAY,
		      "told so, no hit is needed; told perhaps so, nobody is asked"),
	PF_YAML_FIELD(struct pf_params_pattern, unless, "unless", &pf_yaml_slug, PF_YAML_MAY,
		      "a rule above this one whose pass excuses every hit, or does for them"),
	PF_YAML_END,
};
SCHEMA(pf_pattern_schema, pf_params_pattern, pattern_fields, "phrases to find");

NAMES(quantity_names) = {{"any", PF_QNEED_ANY},           {"reach", PF_QNEED_REACH},
			 {"amount", PF_QNEED_AMOUNT},     {"pair", PF_QNEED_PAIR},
			 {"deadline", PF_QNEED_DEADLINE}, {NULL, 0}};
ENUM(quantity, quantity_names, "a sort of number");
MANY(quantities, quantity, "a list of sorts of numbers");
NAMES(each_names) = {{"part", PF_EACH_PART},
		     {"benefit", PF_EACH_BENEFIT},
		     {"metric", PF_EACH_METRIC},
		     {"sentence", PF_EACH_SENTENCE},
		     {NULL, 0}};
ENUM(each, each_names, "what must hold the numbers");

static const struct pf_yaml_field quantified_fields[] = {
	PF_YAML_FIELD(struct pf_params_quantified, parts, "parts", &parts, PF_YAML_MAY,
		      "where to look"),
	PF_YAML_FIELD(struct pf_params_quantified, each, "each", &each, PF_YAML_NEED,
		      "part: all numbers somewhere in it; sentence: all in one; benefit, metric: "
		      "in every one"),
	PF_YAML_FIELD(struct pf_params_quantified, needs, "needs", &quantities, PF_YAML_NEED,
		      "sorts of numbers; one number satisfies one need"),
	PF_YAML_FIELD(struct pf_params_quantified, near, "near", &pf_yaml_slugs, PF_YAML_MAY,
		      "lists: one of their phrases must stand beside the number"),
	PF_YAML_FIELD(struct pf_params_quantified, share, "share", &pf_yaml_decimal, PF_YAML_MAY,
		      "share of the items for full credit; 1 when left out"),
	PF_YAML_END,
};
SCHEMA(pf_quantified_schema, pf_params_quantified, quantified_fields, "numbers that are due");

NAMES(tier_names) = {{"present", PF_TIERS_PRESENT},
		     {"single", PF_TIERS_SINGLE},
		     {"name", PF_TIERS_NAME},
		     {"target", PF_TIERS_TARGET},
		     {"deadline", PF_TIERS_DEADLINE},
		     {"baseline", PF_TIERS_BASELINE},
		     {"method", PF_TIERS_METHOD},
		     {"linked", PF_TIERS_LINKED},
		     {"early", PF_TIERS_EARLY},
		     {"controlled", PF_TIERS_CONTROLLED},
		     {"guardrail", PF_TIERS_GUARDRAIL},
		     {"vanity", PF_TIERS_VANITY},
		     {"stop", PF_TIERS_STOP},
		     {"believable", PF_TIERS_BELIEVABLE},
		     {"defended", PF_TIERS_DEFENDED},
		     {"goal", PF_TIERS_GOAL},
		     {"stated", PF_TIERS_STATED},
		     {"whole", PF_TIERS_WHOLE},
		     {NULL, 0}};
ENUM(tier_check, tier_names, "what to ask of the metrics");

static const struct pf_yaml_field tiers_fields[] = {
	PF_YAML_FIELD(struct pf_params_tiers, check, "check", &tier_check, PF_YAML_NEED,
		      "what to ask of the metrics"),
	PF_YAML_FIELD(struct pf_params_tiers, lists, "lists", &pf_yaml_slugs, PF_YAML_MAY,
		      "phrases the check looks for: causes, sources, words to avoid"),
	PF_YAML_END,
};
SCHEMA(pf_tiers_schema, pf_params_tiers, tiers_fields, "what to ask of the metrics");

NAMES(pair_names) = {
	{"count", PF_PAIRS_COUNT},     {"answered", PF_PAIRS_ANSWERED}, {"topic", PF_PAIRS_TOPIC},
	{"differ", PF_PAIRS_DIFFER},   {"fit", PF_PAIRS_FIT},           {"chain", PF_PAIRS_CHAIN},
	{"front", PF_PAIRS_FRONT},     {"both", PF_PAIRS_BOTH},         {"soft", PF_PAIRS_SOFT},
	{"grounds", PF_PAIRS_GROUNDS}, {"worked", PF_PAIRS_WORKED},     {"hard", PF_PAIRS_HARD},
	{"admit", PF_PAIRS_ADMIT},     {"weighs", PF_PAIRS_WEIGHS},     {NULL, 0}};
ENUM(pair_check, pair_names, "what to ask of the questions and answers");
NAMES(pair_need_names) = {{"number", PF_PAIR_NUMBER}, {"money", PF_PAIR_MONEY},
			  {"proof", PF_PAIR_PROOF},   {"date", PF_PAIR_DATE},
			  {"reason", PF_PAIR_REASON}, {NULL, 0}};
ENUM(pair_need, pair_need_names, "what an answer holds");
NAMES(deed_names) = {{"failure", PF_DEED_FAILURE},     {"refusal", PF_DEED_REFUSAL},
		     {"other_way", PF_DEED_OTHER_WAY}, {"unit", PF_DEED_UNIT},
		     {"capacity", PF_DEED_CAPACITY},   {"control", PF_DEED_CONTROL},
		     {"demand", PF_DEED_DEMAND},       {NULL, 0}};
ENUM(pair_deed, deed_names, "what a question and its answer do together");
MANY(pair_needs, pair_need, "a list of what an answer holds");

static const struct pf_yaml_field pair_fields[] = {
	PF_YAML_FIELD(struct pf_params_pair, check, "check", &pair_check, PF_YAML_NEED,
		      "what to ask of the questions and answers"),
	PF_YAML_FIELD(struct pf_params_pair, topic, "topic", &pf_yaml_line, PF_YAML_MAY,
		      "name of the topic; a prompt's own cues for it count too"),
	PF_YAML_FIELD(struct pf_params_pair, cues, "cues", &pf_yaml_slugs, PF_YAML_MAY,
		      "lists: words that tell the topic"),
	PF_YAML_FIELD(struct pf_params_pair, proof, "proof", &pf_yaml_slugs, PF_YAML_MAY,
		      "lists: mechanisms, limits, decisions that give an answer substance"),
	PF_YAML_FIELD(struct pf_params_pair, needs, "needs", &pair_needs, PF_YAML_MAY,
		      "what the answer must hold; left out: a number or a proof"),
	PF_YAML_FIELD(struct pf_params_pair, deed, "deed", &pair_deed, PF_YAML_MAY,
		      "what answers the topic, whatever its question is called"),
	PF_YAML_FIELD(struct pf_params_pair, least, "least", &pf_yaml_decimal, PF_YAML_MAY,
		      "count, worked, hard: full credit from here; grounds, admit, weighs: from "
		      "this share on"),
	PF_YAML_FIELD(struct pf_params_pair, most, "most", &pf_yaml_decimal, PF_YAML_MAY,
		      "count: full credit up to here"),
	PF_YAML_FIELD(struct pf_params_pair, none_below, "none_below", &pf_yaml_decimal,
		      PF_YAML_MAY, "count: no credit at or below"),
	PF_YAML_FIELD(struct pf_params_pair, none_above, "none_above", &pf_yaml_decimal,
		      PF_YAML_MAY, "count: no credit at or above"),
	PF_YAML_END,
};
SCHEMA(pf_pair_schema, pf_params_pair, pair_fields, "questions and answers");

NAMES(coverage_names) = {{"constraints", PF_COVER_CONSTRAINTS},
			 {"facts", PF_COVER_FACTS},
			 {"regulation", PF_COVER_REGULATION},
			 {"limits", PF_COVER_LIMITS},
			 {"launch", PF_COVER_LAUNCH},
			 {"costs", PF_COVER_COSTS},
			 {"slack", PF_COVER_SLACK},
			 {"agrees", PF_COVER_AGREES},
			 {"trap", PF_COVER_TRAP},
			 {NULL, 0}};
ENUM(coverage_check, coverage_names, "what of the brief must be kept");

static const struct pf_yaml_field coverage_fields[] = {
	PF_YAML_FIELD(struct pf_params_coverage, check, "check", &coverage_check, PF_YAML_NEED,
		      "what of the brief must be in the draft"),
	PF_YAML_FIELD(struct pf_params_coverage, worth, "worth", &pf_yaml_decimal, PF_YAML_MAY,
		      "facts: only those worth so much"),
	PF_YAML_FIELD(struct pf_params_coverage, lists, "lists", &pf_yaml_slugs, PF_YAML_MAY,
		      "regulation: verbs that say what it makes one do"),
	PF_YAML_END,
};
SCHEMA(pf_coverage_schema, pf_params_coverage, coverage_fields, "what the brief said");

NAMES(consistency_names) = {{"launch", PF_CONSISTENT_LAUNCH},
			    {"stages", PF_CONSISTENT_STAGES},
			    {"plan", PF_CONSISTENT_PLAN},
			    {"values", PF_CONSISTENT_VALUES},
			    {"sums", PF_CONSISTENT_SUMS},
			    {"promise", PF_CONSISTENT_PROMISE},
			    {"thread", PF_CONSISTENT_THREAD},
			    {"shared", PF_CONSISTENT_SHARED},
			    {NULL, 0}};
ENUM(consistency_check, consistency_names, "what must agree");

static const struct pf_yaml_field consistency_fields[] = {
	PF_YAML_FIELD(struct pf_params_consistency, check, "check", &consistency_check,
		      PF_YAML_NEED, "what must agree"),
	PF_YAML_FIELD(struct pf_params_consistency, parts, "parts", &parts, PF_YAML_MAY,
		      "thread, shared: each shares words with the next"),
	PF_YAML_FIELD_OR(struct pf_params_consistency, least, "least", &pf_yaml_decimal, "1",
			 "thread, shared: so many words"),
	PF_YAML_END,
};
SCHEMA(pf_consistency_schema, pf_params_consistency, consistency_fields, "what must agree");

NAMES(overlap_names) = {{"skeleton", PF_OVERLAP_SKELETON},
			{"prompt", PF_OVERLAP_PROMPT},
			{"past", PF_OVERLAP_PAST},
			{NULL, 0}};
ENUM(overlap_with, overlap_names, "what to compare with");

static const struct pf_yaml_field overlap_fields[] = {
	PF_YAML_FIELD(struct pf_params_overlap, with, "with", &overlap_with, PF_YAML_NEED,
		      "what to compare with"),
	PF_YAML_FIELD(struct pf_params_overlap, full, "full", &pf_yaml_decimal, PF_YAML_NEED,
		      "share of five-word runs in common: full credit up to here"),
	PF_YAML_FIELD(struct pf_params_overlap, none, "none", &pf_yaml_decimal, PF_YAML_NEED,
		      "no credit from here on"),
	PF_YAML_END,
};
SCHEMA(pf_overlap_schema, pf_params_overlap, overlap_fields, "words taken from elsewhere");

NAMES(readability_names) = {{"aloud", PF_READ_ALOUD},
			    {"grade", PF_READ_GRADE},
			    {"length", PF_READ_LENGTH},
			    {"average", PF_READ_AVERAGE},
			    {NULL, 0}};
ENUM(readability_check, readability_names, "what makes it hard to read");

static const struct pf_yaml_field readability_fields[] = {
	PF_YAML_FIELD(struct pf_params_readability, check, "check", &readability_check,
		      PF_YAML_NEED,
		      "aloud, length: share of hard sentences; grade: Flesch-Kincaid; average: "
		      "words a sentence"),
	PF_YAML_FIELD(struct pf_params_readability, parts, "parts", &parts, PF_YAML_MAY,
		      "where to read"),
	PF_YAML_FIELD(struct pf_params_readability, full, "full", &pf_yaml_decimal, PF_YAML_NEED,
		      "full credit up to here"),
	PF_YAML_FIELD(struct pf_params_readability, none, "none", &pf_yaml_decimal, PF_YAML_NEED,
		      "no credit from here on"),
	PF_YAML_END,
};
SCHEMA(pf_readability_schema, pf_params_readability, readability_fields, "how it reads");

static const struct pf_yaml_field origin_fields[] = {
	PF_YAML_FIELD(struct pf_params_origin, parts, "parts", &parts, PF_YAML_MAY,
		      "where every number needs an origin"),
	PF_YAML_FIELD(struct pf_params_origin, vague, "vague", &pf_yaml_slugs, PF_YAML_MAY,
		      "rules on vague words: each that they find is a number without an origin"),
	PF_YAML_END,
};
SCHEMA(pf_origin_schema, pf_params_origin, origin_fields, "where numbers come from");

NAMES(doubt_names) = {{"unknown", PF_DOUBT_UNKNOWN},
		      {"assumed", PF_DOUBT_ASSUMED},
		      {"test", PF_DOUBT_TEST},
		      {NULL, 0}};
ENUM(doubt_check, doubt_names, "what is asked of what is not known");

static const struct pf_yaml_field doubt_fields[] = {
	PF_YAML_FIELD(struct pf_params_doubt, check, "check", &doubt_check, PF_YAML_NEED,
		      "unknown: something is admitted, with how one will know; assumed: a number "
		      "is, with its reason and its test; test: the next one has its day"),
	PF_YAML_FIELD(struct pf_params_doubt, lists, "lists", &pf_yaml_slugs, PF_YAML_MAY,
		      "unknown: words of not knowing; test: words of tests"),
	PF_YAML_FIELD(struct pf_params_doubt, parts, "parts", &parts, PF_YAML_MAY,
		      "where to look; the whole draft when left out"),
	PF_YAML_END,
};
SCHEMA(pf_doubt_schema, pf_params_doubt, doubt_fields, "what is not known");

NAMES(clarify_names) = {{"count", PF_CLARIFY_COUNT},   {"coverage", PF_CLARIFY_COVERAGE},
			{"single", PF_CLARIFY_SINGLE}, {"proposal", PF_CLARIFY_PROPOSAL},
			{"early", PF_CLARIFY_EARLY},   {NULL, 0}};
ENUM(clarify_check, clarify_names, "what to ask of the clarifying questions");

static const struct pf_yaml_field clarify_fields[] = {
	PF_YAML_FIELD(struct pf_params_clarify, check, "check", &clarify_check, PF_YAML_NEED,
		      "what to ask of the clarifying questions"),
	PF_YAML_FIELD(struct pf_params_clarify, topics, "topics", &pf_yaml_slugs, PF_YAML_MAY,
		      "coverage: topics to ask about; early: the hard limits"),
	PF_YAML_FIELD(struct pf_params_clarify, least, "least", &pf_yaml_decimal, PF_YAML_MAY,
		      "count: full credit from here"),
	PF_YAML_FIELD(struct pf_params_clarify, most, "most", &pf_yaml_decimal, PF_YAML_MAY,
		      "count: full credit up to here"),
	PF_YAML_FIELD(struct pf_params_clarify, none_below, "none_below", &pf_yaml_decimal,
		      PF_YAML_MAY, "count: no credit at or below"),
	PF_YAML_FIELD(struct pf_params_clarify, none_above, "none_above", &pf_yaml_decimal,
		      PF_YAML_MAY, "count: no credit at or above"),
	PF_YAML_END,
};
SCHEMA(pf_clarify_schema, pf_params_clarify, clarify_fields, "the questions of stage 1");

NAMES(gate_names) = {{"short", PF_GATE_SHORT},
		     {"salad", PF_GATE_SALAD},
		     {"relevance", PF_GATE_RELEVANCE},
		     {"repeated", PF_GATE_REPEATED},
		     {"shape", PF_GATE_SHAPE},
		     {"traced", PF_GATE_TRACED},
		     {"own_words", PF_GATE_OWN_WORDS},
		     {"said_once", PF_GATE_SAID_ONCE},
		     {"numbers", PF_GATE_NUMBERS},
		     {"in_order", PF_GATE_IN_ORDER},
		     {"story", PF_GATE_STORY},
		     {"measured", PF_GATE_MEASURED},
		     {"not_model", PF_GATE_NOT_MODEL},
		     {"adds", PF_GATE_ADDS},
		     {NULL, 0}};
ENUM(gate_check, gate_names, "what stops a score");

static const struct pf_yaml_field gate_fields[] = {
	PF_YAML_FIELD(struct pf_params_gate, check, "check", &gate_check, PF_YAML_NEED,
		      "what stops a score"),
	PF_YAML_FIELD(struct pf_params_gate, full, "full", &pf_yaml_decimal, PF_YAML_MAY,
		      "short: words; else the share from (or up to) which nothing is lost"),
	PF_YAML_FIELD(struct pf_params_gate, none, "none", &pf_yaml_decimal, PF_YAML_MAY,
		      "not scored at or beyond: a share, or impossible pairs in 1,000 words; "
		      "traced, measured: the share at which 25 points are left; in_order, story: "
		      "the cap of "
		      "a shuffled page"),
	PF_YAML_FIELD(struct pf_params_gate, drill, "drill", &pf_yaml_decimal, PF_YAML_MAY,
		      "short: words of a drilled part"),
	PF_YAML_END,
};
SCHEMA(pf_gate_schema, pf_params_gate, gate_fields, "what stops a score");

static const struct pf_yaml_field regex_fields[] = {
	PF_YAML_FIELD(struct pf_params_regex, pattern, "pattern", &pf_yaml_line, PF_YAML_NEED,
		      "a Perl-compatible pattern, case ignored, bounded by match limits"),
	PF_YAML_FIELD(struct pf_params_regex, starts, "starts", &pf_yaml_texts, PF_YAML_MAY,
		      "phrases a match begins with: the pattern is tried nowhere else, which is "
		      "quicker than to look for it at every letter"),
	PF_YAML_FIELD(struct pf_params_regex, signs, "signs", &pf_yaml_line, PF_YAML_MAY,
		      "beside `starts`: signs a match begins with, in one line"),
	PF_YAML_FIELD(struct pf_params_regex, want, "want", &want, PF_YAML_NEED,
		      "whether a match is wanted"),
	PF_YAML_FIELD(struct pf_params_regex, parts, "parts", &parts, PF_YAML_MAY,
		      "where to look; the whole draft when left out"),
	PF_YAML_FIELD(struct pf_params_regex, allow, "allow", &pf_yaml_decimal, PF_YAML_MAY,
		      "absent: so many matches are tolerated"),
	PF_YAML_FIELD_OR(struct pf_params_regex, none, "none", &pf_yaml_decimal, "1",
			 "absent: no credit from so many on"),
	PF_YAML_END,
};
SCHEMA(pf_regex_schema, pf_params_regex, regex_fields, "a pattern");
