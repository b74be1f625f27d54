/*
 * params.h - what each kind of rule may be told, as the YAML row holds it.
 *
 * A row has exactly one of these maps, under the kind's name. Each struct is
 * filled by the schema of its kind (schema.c), which also documents every key.
 * A list of parts that is empty means the whole draft.
 */
#ifndef PF_CHECK_PARAMS_H
#define PF_CHECK_PARAMS_H

#include "prfaq/yaml/yaml.h"

struct pf_ints { /* enum values, as a YAML list */
	int *v;
	size_t n;
};

/* Things that can be looked for in a draft (presence, order). */
enum pf_thing {
	PF_THING_PROBLEM,      /* a sentence that names a pain or whom it hurts */
	PF_THING_SOLUTION,     /* the solution part, or the product's first mention */
	PF_THING_BENEFIT,      /* a gain for the customer */
	PF_THING_METRIC,       /* a metric with a target */
	PF_THING_LAUNCH,       /* a launch date */
	PF_THING_NUMBER,       /* a bound number: target or size of the problem */
	PF_THING_FEATURE,      /* the first feature noun of a list of features */
	PF_THING_STAGE,        /* a dated stage of a rollout */
	PF_THING_GATE,         /* a dated stage, with the number that must be reached */
	PF_THING_RELEASE_DATE, /* the date of the release, or of the launch it tells of */
	PF_THING_FAQ,          /* a question with its answer */
	PF_THING_DATELINE,     /* city and date */
	PF_THING_SEGMENT,      /* a restricted customer: role, number, place, "who ..." */
	PF_THING_SOURCE,       /* where a number comes from */
	PF_THING_WALKTHROUGH,  /* two customer actions in order */
	PF_THING_START,        /* how to get it: "Ask at the desk", "can register on" */
	PF_THINGS
};

struct pf_params_presence {
	struct pf_ints parts;  /* enum pf_part_id */
	struct pf_ints things; /* enum pf_thing */
	int64_t words;         /* a part counts from so many words on */
	int64_t least;         /* how many are enough for full credit; 0 = all */
};

struct pf_params_order {
	int first, then; /* enum pf_thing */
};

enum pf_unit_of_budget {
	PF_BUDGET_WORDS,
	PF_BUDGET_SENTENCES,
	PF_BUDGET_PARAGRAPHS,
	PF_BUDGET_ITEMS,
	PF_BUDGET_QUESTIONS,
	PF_BUDGET_METRICS
};

struct pf_params_budget {
	struct pf_ints parts;
	int unit;
	double least, most;            /* full credit between them; most 0 = no upper limit */
	double none_below, none_above; /* no credit from there on; linear between */
};

enum pf_want { PF_WANT_ABSENT, PF_WANT_PRESENT };
enum pf_need { /* what must stand in the same sentence */
	       PF_NEED_NUMBER,
	       PF_NEED_DATE,       /* a date, a duration or "week 6" */
	       PF_NEED_REASON,     /* because, since, number ... */
	       PF_NEED_SEGMENT,    /* a count, a place, a group of customers */
	       PF_NEED_COMPARISON, /* than, from-to */
	       PF_NEED_ACTION,
};

/* What a sentence may tell in words of its own (draft/told.h). */
enum pf_tale {
	PF_TALE_NONE,
	PF_TALE_TODAY,    /* what people do now, and where it fails */
	PF_TALE_BEFORE,   /* the day before the change beside the day after it */
	PF_TALE_EVENT,    /* something that happened */
	PF_TALE_REASON,   /* what was wrong with the other way */
	PF_TALE_STEPS,    /* two things the customer does */
	PF_TALE_HANDS,    /* who or what does the work */
	PF_TALE_LEFT_OUT, /* what it is not for */
	PF_TALE_PRICE,    /* what the customer pays */
	PF_TALE_SMALL,    /* with how many it begins */
};

struct pf_params_pattern {
	struct pf_yaml_texts lists;
	struct pf_yaml_texts phrases; /* a list of its own, for short rules */
	struct pf_ints notes;         /* enum pf_quant_note_kind */
	bool worded;                  /* absent: values told in words are hits too */
	struct pf_ints parts;
	struct pf_ints except;
	int want;
	struct pf_ints needs;  /* present: the hit counts only with these in its sentence */
	struct pf_ints excuse; /* absent: a hit is excused by one of these in its sentence */
	bool specific;         /* absent: or by the word beside it, or by one of these elsewhere */
	int64_t within;        /* absent: or by a number within so many words */
	bool quotes;           /* hits inside quotation marks count too */
	bool listed;           /* only hits inside list items count */
	double least;          /* present: distinct hits for full credit */
	double allow, none;    /* absent: hits tolerated; hits at which no credit is left */
	double per;            /* absent: allow and none are per so many words; 0 = in all */
	int tale;              /* present: enum pf_tale that does instead of all hits */
	const char *unless;    /* id of a rule whose pass excuses every hit, or does for them */
};

enum pf_quantity_need {
	PF_QNEED_ANY,    /* a bound number */
	PF_QNEED_REACH,  /* how many: a count, a share, a population */
	PF_QNEED_AMOUNT, /* how much each: money, time, a loss */
	PF_QNEED_PAIR,   /* baseline and target */
	PF_QNEED_DEADLINE,
};
enum pf_each { PF_EACH_PART, PF_EACH_BENEFIT, PF_EACH_METRIC, PF_EACH_SENTENCE };

struct pf_params_quantified {
	struct pf_ints parts;
	int each;
	struct pf_ints needs;
	struct pf_yaml_texts near; /* lists: one of their words in the sentence, when not empty */
	double share;              /* share of the items that must satisfy it for full credit */
};

enum pf_tier_check {
	PF_TIERS_PRESENT,
	PF_TIERS_SINGLE,
	PF_TIERS_NAME,
	PF_TIERS_TARGET,
	PF_TIERS_DEADLINE,
	PF_TIERS_BASELINE,
	PF_TIERS_METHOD,
	PF_TIERS_LINKED,
	PF_TIERS_EARLY,
	PF_TIERS_CONTROLLED,
	PF_TIERS_GUARDRAIL,
	PF_TIERS_VANITY,
	PF_TIERS_STOP,
	PF_TIERS_BELIEVABLE,
	PF_TIERS_DEFENDED,
	PF_TIERS_GOAL,
	PF_TIERS_STATED,
	PF_TIERS_WHOLE,
};

struct pf_params_tiers {
	int check;
	struct pf_yaml_texts lists; /* words the check looks for (links, vanity counts) */
};

enum pf_pair_check {
	PF_PAIRS_COUNT,
	PF_PAIRS_ANSWERED,
	PF_PAIRS_TOPIC,
	PF_PAIRS_DIFFER,
	PF_PAIRS_FIT,
	PF_PAIRS_CHAIN,
	PF_PAIRS_FRONT,
	PF_PAIRS_BOTH,
	PF_PAIRS_SOFT,
	PF_PAIRS_GROUNDS,
	PF_PAIRS_WORKED,
	PF_PAIRS_HARD,
	PF_PAIRS_ADMIT,
	PF_PAIRS_WEIGHS,
};

/* What a question and its answer do together, whatever their words; see draft/deeds.h. */
enum pf_deed {
	PF_DEED_NONE,
	PF_DEED_FAILURE,   /* it may go wrong so, and then this is done */
	PF_DEED_REFUSAL,   /* somebody else may say no, or must decide; and then */
	PF_DEED_OTHER_WAY, /* why not another way */
	PF_DEED_UNIT,      /* money on one of them */
	PF_DEED_CAPACITY,  /* how many come, and how many it can take */
	PF_DEED_CONTROL,   /* what is not done with what is known, or only so */
	PF_DEED_DEMAND,    /* how many of how many take it, or one like it */
};

struct pf_params_pair {
	int check;
	const char *topic;          /* names the topic in messages, and the prompt's own cues */
	struct pf_yaml_texts cues;  /* lists: the topic's words, in question or answer */
	struct pf_yaml_texts proof; /* lists: what gives an answer substance beside numbers */
	struct pf_ints needs;       /* enum pf_pair_need */
	int deed;                   /* enum pf_deed: what, once done, answers the topic */
	double least, most, none_below, none_above;
};
enum pf_pair_need { PF_PAIR_NUMBER, PF_PAIR_MONEY, PF_PAIR_PROOF, PF_PAIR_DATE, PF_PAIR_REASON };

enum pf_coverage_check {
	PF_COVER_CONSTRAINTS,
	PF_COVER_FACTS,
	PF_COVER_REGULATION,
	PF_COVER_LIMITS,
	PF_COVER_LAUNCH,
	PF_COVER_COSTS,
	PF_COVER_SLACK,
	PF_COVER_AGREES,
	PF_COVER_TRAP,
};

struct pf_params_coverage {
	int check;
	double worth; /* facts: from this worth on */
	struct pf_yaml_texts lists;
};

enum pf_consistency_check {
	PF_CONSISTENT_LAUNCH,
	PF_CONSISTENT_STAGES,
	PF_CONSISTENT_PLAN,
	PF_CONSISTENT_VALUES,
	PF_CONSISTENT_SUMS,
	PF_CONSISTENT_PROMISE,
	PF_CONSISTENT_THREAD,
	PF_CONSISTENT_SHARED,
};

struct pf_params_consistency {
	int check;
	struct pf_ints parts; /* thread, shared: the parts that must share a quantity or words */
	double least;
};

enum pf_overlap_with { PF_OVERLAP_SKELETON, PF_OVERLAP_PROMPT, PF_OVERLAP_PAST };

struct pf_params_overlap {
	int with;
	double full, none; /* share of 5-word runs: full credit up to, none from */
};

enum pf_readability_check { PF_READ_ALOUD, PF_READ_GRADE, PF_READ_LENGTH, PF_READ_AVERAGE };

struct pf_params_readability {
	int check;
	struct pf_ints parts;
	double full, none;
};

struct pf_params_origin {
	struct pf_ints parts;
	struct pf_yaml_texts vague; /* ids of pattern rules; what they find stands for a number */
};

enum pf_doubt_check {
	PF_DOUBT_UNKNOWN, /* something is admitted as not known, and how it will be */
	PF_DOUBT_ASSUMED, /* the best of what is assumed */
	PF_DOUBT_TEST,    /* which test comes next */
};

struct pf_params_doubt {
	int check;
	struct pf_yaml_texts lists; /* words of not knowing, or of tests */
	struct pf_ints parts;
};

enum pf_clarify_check {
	PF_CLARIFY_COUNT,
	PF_CLARIFY_COVERAGE,
	PF_CLARIFY_SINGLE,
	PF_CLARIFY_PROPOSAL,
	PF_CLARIFY_EARLY,
};

struct pf_params_clarify {
	int check;
	struct pf_yaml_texts topics;
	double least, most, none_below, none_above;
};

enum pf_gate_check {
	PF_GATE_SHORT,
	PF_GATE_SALAD,
	PF_GATE_RELEVANCE,
	PF_GATE_REPEATED,
	PF_GATE_SHAPE,
	PF_GATE_TRACED,
	PF_GATE_OWN_WORDS,
	PF_GATE_SAID_ONCE,
	PF_GATE_NUMBERS,
	PF_GATE_IN_ORDER,
	PF_GATE_STORY,
	PF_GATE_MEASURED,
	PF_GATE_NOT_MODEL,
	PF_GATE_ADDS,
};

struct pf_params_gate {
	int check;
	double full,
		none; /* capped beyond `full`, not scored (traced: capped at 25) beyond `none` */
	double drill; /* short: words of a drilled part */
};

struct pf_params_regex {
	const char *pattern;
	struct pf_yaml_texts starts; /* phrases a match begins with */
	const char *signs;           /* the same for its first byte, beside them; may be NULL */
	int want;
	struct pf_ints parts;
	double allow, none;
};

/* The kinds of rule: the name, which is the key of its map in a row, and what it is for. */
/* clang-format off */
#define PF_KINDS(X) \
	X(presence,    "things that must be there") \
	X(order,       "one thing before another") \
	X(budget,      "so many, no fewer and no more") \
	X(pattern,     "phrases wanted or not") \
	X(quantified,  "numbers where they are due") \
	X(tiers,       "what to ask of the metrics") \
	X(pair,        "what to ask of questions and answers") \
	X(coverage,    "what the brief said") \
	X(consistency, "what must agree") \
	X(overlap,     "words taken from elsewhere") \
	X(readability, "how it reads") \
	X(origin,      "where numbers come from") \
	X(doubt,       "what is not known, and when it will be") \
	X(clarify,     "the questions of stage 1") \
	X(gate,        "what stops a score") \
	X(regex,       "a pattern")
/* clang-format on */

enum pf_kind_id {
#define X(id, text) PF_KIND_##id,
	PF_KINDS(X)
#undef X
		PF_N_KINDS
};

/* A row holds one, and the rule's kind says which. */
union pf_params {
#define X(id, text) struct pf_params_##id id;
	PF_KINDS(X)
#undef X
};

#endif
