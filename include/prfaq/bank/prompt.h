/*
 * prompt.h - an interview question with everything the interviewer knows.
 *
 * One YAML file a prompt (docs/PROMPTS.md). All strings are NUL-ended UTF-8,
 * free of control characters, and live as long as the prompt; an absent text
 * is NULL, an absent list has n == 0. Nothing here is shown to the candidate
 * unless the interview says so: `facts`, `trap`, `metrics`, `model` and
 * `features` are hidden until stage 4.
 *
 * The names of enums carry "prompt" since check has its own of a like kind;
 * role, tier, lens and constraint kind have the same order and values there.
 */
#ifndef PRFAQ_BANK_PROMPT_H
#define PRFAQ_BANK_PROMPT_H

#include "prfaq/base/buf.h"
#include "prfaq/yaml/yaml.h"

enum pf_prompt_role { PF_PROMPT_PM, PF_PROMPT_TPM, PF_PROMPT_LEADER };
/* What a constraint limits. */
enum pf_prompt_limit { PF_PROMPT_DATE, PF_PROMPT_COST, PF_PROMPT_REGULATION, PF_PROMPT_OTHER };
enum pf_prompt_tier {
	PF_PROMPT_PRIMARY,
	PF_PROMPT_SECONDARY,
	PF_PROMPT_LEADING,
	PF_PROMPT_GUARDRAIL,
	PF_PROMPT_TIERS /* also "no tier" */
};
enum pf_prompt_lens { PF_PROMPT_CUSTOMER, PF_PROMPT_EXECUTION, PF_PROMPT_DATA, PF_PROMPT_LENSES };
/* The eight topics a good warm-up covers. */
enum pf_prompt_topic {
	PF_PROMPT_TOPIC_CUSTOMER,
	PF_PROMPT_TOPIC_GOAL,
	PF_PROMPT_TOPIC_DATE,
	PF_PROMPT_TOPIC_COST,
	PF_PROMPT_TOPIC_REGULATION,
	PF_PROMPT_TOPIC_DATA,
	PF_PROMPT_TOPIC_HISTORY,
	PF_PROMPT_TOPIC_SCOPE,
	PF_PROMPT_TOPICS
};
/* What everybody asks, whatever the prompt: a fact that is `like` one is asked for in its words. */
enum pf_prompt_like {
	PF_PROMPT_LIKE_NONE,
	PF_PROMPT_LIKE_CUSTOMER,
	PF_PROMPT_LIKE_DATE,
	PF_PROMPT_LIKE_BUDGET,
	PF_PROMPT_LIKE_LAW,
	PF_PROMPT_LIKE_GOAL,
	PF_PROMPT_LIKE_BASELINE,
	PF_PROMPT_LIKE_CAUSE,
	PF_PROMPT_LIKE_TRIED,
	PF_PROMPT_LIKE_LESSON,
	PF_PROMPT_LIKES
};
extern const char
	*const pf_prompt_roles[]; /* "pm", "tpm", "leader", NULL: by enum pf_prompt_role */
const char *pf_prompt_limit_name(enum pf_prompt_limit limit); /* "date" */
const char *pf_prompt_tier_name(enum pf_prompt_tier tier);    /* "primary" */
const char *pf_prompt_lens_name(enum pf_prompt_lens lens);    /* "customer" */
const char *pf_prompt_topic_name(enum pf_prompt_topic topic); /* "history" */

struct pf_prompt_company {
	const char *name;
	const char *line; /* one sentence; says that it is invented */
};

struct pf_prompt_goal {
	const char *text;
	struct pf_yaml_texts stems; /* words that tie a metric to the goal */
};

struct pf_prompt_customer {
	const char *primary;          /* the segment, in a few words */
	struct pf_yaml_texts also;    /* who else is touched */
	struct pf_yaml_texts not_who; /* key "not": who it is not for */
	struct pf_yaml_texts generic; /* words too wide to name anybody: "users" */
};

struct pf_prompt_constraint {
	struct pf_yaml_place place;
	const char *id;
	int kind; /* enum pf_prompt_limit */
	const char *text;
	bool has_offset;
	int64_t offset_months; /* date: months from the attempt's day, 1 to 60 */
	bool has_max;
	double max;                   /* cost: the cap, in `unit`; may be 0 */
	const char *unit;             /* cost: ISO currency such as "USD" */
	struct pf_yaml_texts aliases; /* words by which a draft may name it */
	struct pf_yaml_texts must;    /* regulation: what it makes you do */
	int in_prompt;                /* disclosed: 1 prompt, 0 ask (told only when asked) */
	int64_t weight;               /* 1 to 3 */
};

struct pf_prompt_point { /* a number the brief holds */
	struct pf_yaml_place place;
	const char *id;
	double value;
	const char *unit; /* "percent", "min", "USD", "count", ... */
	struct pf_yaml_texts noun;
	const char *text;
	int in_prompt; /* 1 or 0, as above */
};

struct pf_prompt_value { /* a number that only a fact holds */
	double n;
	const char *unit;
	struct pf_yaml_texts noun;
};

struct pf_prompt_fact { /* what one clarifying question can earn */
	struct pf_yaml_place place;
	const char *id;
	int topic;                    /* enum pf_prompt_topic */
	int like;                     /* enum pf_prompt_like; its words are in `ask` too */
	int64_t worth;                /* 0 to 3; 0 for a decoy */
	int64_t cost_s;               /* seconds of stage time an answer takes, 0 to 120 */
	struct pf_yaml_text_sets ask; /* fires when every stem of one set is in the question */
	struct pf_yaml_texts try;     /* whole questions that must fire this fact and no other */
	const char *say;              /* the interviewer's words */
	struct pf_yaml_texts reveals; /* ids of constraints and data points */
	bool has_value;
	struct pf_prompt_value value;
	struct pf_yaml_texts needs;   /* facts that must be known before this one is told */
	struct pf_yaml_texts unlocks; /* facts that become tellable; the reverse of needs */
	bool decoy;
};

struct pf_prompt_no_answer { /* the interviewer's set lines; never NULL: filled with defaults */
	const char *unknown, *solution, *again, *twice; /* twice: key "double" */
};

struct pf_prompt_polarity {
	const char *noun;
	int good; /* 1: more is better; -1: less is better */
};

struct pf_prompt_lexicon {
	struct pf_yaml_texts customer, problem, solution, rivals;
	struct pf_yaml_texts allow_jargon; /* words the jargon rule lets pass for this prompt */
	struct {
		struct pf_prompt_polarity *v;
		size_t n;
	} polarity;
};

struct pf_prompt_metric {
	struct pf_yaml_place place;
	struct pf_yaml_texts any; /* words by which a draft names it */
	const char *unit;
	bool has_baseline;
	double baseline;
	struct pf_yaml_numbers plausible; /* n 0 or 2: lowest and highest believable target */
	bool has_max;
	double max;            /* guardrail: must stay under */
	int dir;               /* 1 up, -1 down, 0 not said */
	int64_t within_months; /* 0 = not said */
};

struct pf_prompt_metric_list {
	struct pf_prompt_metric *v;
	size_t n;
};

struct pf_prompt_metrics {
	/* primary, secondary, leading, guardrail: by enum pf_prompt_tier */
	struct pf_prompt_metric_list tier[PF_PROMPT_TIERS];
	struct pf_yaml_texts output_only; /* company results: an outcome, and no target */
	struct pf_yaml_texts vanity;      /* counts that please and tell nothing */
};

struct pf_prompt_expect { /* a question the FAQ should answer */
	const char *topic;
	int64_t weight; /* 1 to 3 */
	struct pf_yaml_texts cues;
	const char *hint;
};

/* When a probe is asked. */
enum pf_prompt_when_kind {
	PF_PROMPT_WHEN_ALWAYS,
	PF_PROMPT_WHEN_RULE,          /* `rule` failed */
	PF_PROMPT_WHEN_TOPIC_MISSING, /* no FAQ pair on `topic` */
	PF_PROMPT_WHEN_TOPIC_FOUND,
	PF_PROMPT_WHEN_METRIC_MISSING, /* no metric of `metric` tier */
	PF_PROMPT_WHEN_METRIC_FOUND,
	PF_PROMPT_WHEN_CONTRADICTION
};

struct pf_prompt_when {
	enum pf_prompt_when_kind kind; /* worked out of the keys at loading */
	const char *rule;              /* RULE */
	const char *topic;             /* TOPIC_* */
	int metric;                    /* METRIC_*: enum pf_prompt_tier, else PF_PROMPT_TIERS */
	/* the keys as they stood in the file */
	const char *contradiction;
	bool failed, missing, found, always, has_metric;
};

struct pf_prompt_probe {
	struct pf_yaml_place place;
	const char *id;
	int lens; /* enum pf_prompt_lens */
	struct pf_prompt_when when;
	const char *ask;           /* slots {claim} {value} {metric} {part} {value1} {part1} ... */
	struct pf_yaml_texts good; /* what a full answer holds: "number", "source", ... or words */
	const char *then;          /* follow-up on evasion; may be NULL */
	bool one_way;              /* the decision asked about cannot be taken back */
};

struct pf_prompt_weight {
	const char *group; /* rule group: "problem", "faq", ... */
	double weight;
};

struct pf_prompt_panel { /* weights of one lens; they sum to 1 */
	const char *lens;
	struct {
		struct pf_prompt_weight *v;
		size_t n;
	} weights;
};

/* The solution the brief invites, what disproves it, and what exposes it. */
struct pf_prompt_trap {
	struct pf_yaml_place place;
	const char *solution;
	const char *fact;           /* id */
	const char *probe;          /* id */
	const char *text;           /* what to say of it after the vote */
	struct pf_yaml_texts cues;  /* words of a draft that took it */
	struct pf_yaml_texts found; /* words of a draft that saw through it */
};

struct pf_prompt_model_metric {
	int tier;         /* enum pf_prompt_tier */
	const char *text; /* "what: from A to B by when, read from where" */
};
struct pf_prompt_model_faq {
	const char *q;
	const char *a;
};
struct pf_prompt_model_week {
	int64_t week; /* from the go-ahead */
	const char *audience, *gate, *stop;
};

/* The model answer; see model.h, which prints it. */
struct pf_prompt_model {
	struct pf_yaml_place place;
	const char *title; /* NULL: the prompt's */
	const char *problem;
	const char *solution;
	struct pf_yaml_texts benefit;
	struct {
		struct pf_prompt_model_metric *v;
		size_t n;
	} metrics;
	struct {
		struct pf_prompt_model_faq *v;
		size_t n;
	} faq;
	struct {
		struct pf_prompt_model_week *v;
		size_t n;
	} rollout;
	struct pf_yaml_texts questions; /* what a strong candidate asks in stage 1; may be empty */
};

struct pf_prompt_drill {
	const char *section; /* clarify problem solution benefits metrics faq rollout */
	struct pf_yaml_place place;
	struct pf_yaml_texts give; /* "prompt", ids of points, constraints, facts, "model.PART" */
	const char *write;         /* the part to write; NULL: the section */
	int64_t minutes;           /* 0 = as the plan says */
};

struct pf_prompt_anchor_range {
	const char *part; /* "problem", "total" */
	struct pf_yaml_numbers range;
};
struct pf_prompt_anchor { /* a sample draft with the score expected of it */
	const char *file; /* beside the prompt's file */
	struct {
		struct pf_prompt_anchor_range *v;
		size_t n;
	} expect;
};

struct pf_prompt {
	struct pf_yaml_place place;
	int64_t schema; /* 1 */
	const char *id;
	int64_t revision;
	const char *title;
	const char *industry;
	int level;          /* 4 to 7 */
	int role;           /* enum pf_prompt_role */
	int64_t difficulty; /* 1 to 3 */
	struct pf_yaml_texts tags;
	bool fictional;
	const char *licence;
	const char *author;
	struct pf_prompt_company company;
	struct {
		int64_t warmup, draft, deep_dive, wrap_up; /* minutes; 15 30 30 15 when absent */
	} times;
	const char *prompt; /* the text shown: a paragraph a line */
	const char *opening_line;
	struct pf_prompt_goal goal; /* key business_goal */
	struct pf_prompt_customer customer;
	struct {
		struct pf_prompt_constraint *v;
		size_t n;
	} constraints;
	struct {
		struct pf_prompt_point *v;
		size_t n;
	} points; /* key data_points */
	struct {
		struct pf_prompt_fact *v;
		size_t n;
	} facts;
	struct pf_prompt_no_answer no_answer;
	struct pf_prompt_lexicon lexicon;
	struct pf_prompt_metrics metrics;
	struct {
		struct pf_prompt_expect *v;
		size_t n;
	} expect_faq;
	struct {
		struct pf_prompt_probe *v;
		size_t n;
	} probes;
	struct {
		struct pf_prompt_panel *v;
		size_t n;
	} panel;
	struct pf_yaml_texts trade_offs, discarded;
	struct pf_prompt_trap trap;
	struct pf_prompt_model model;
	const char *features; /* a bad draft of about 300 words: a list of features */
	struct {
		struct pf_prompt_drill *v;
		size_t n;
	} drills;
	struct {
		struct pf_prompt_anchor *v;
		size_t n;
	} anchors;
	char *paragraphs;     /* owns `prompt` */
	struct pf_yaml *yaml; /* owns all else above; pf_yaml_source() is the file itself */
};

/* The schema, for the reference in docs/PROMPTS.md and for tests. */
const struct pf_yaml_type *pf_prompt_schema(void);

/*
 * Reads a prompt. The caller owns *out, NULL on failure; failures as
 * pf_yaml_load. Does not run pf_prompt_check.
 */
PF_MUST_USE enum pf_status pf_prompt_load(struct pf_prompt **out, const char *path,
					  struct pf_yaml_errors *errors);
/* From text, such as the copy kept with an attempt. */
PF_MUST_USE enum pf_status pf_prompt_parse(struct pf_prompt **out, const char *name,
					   struct pf_slice text, struct pf_yaml_errors *errors);
void pf_prompt_free(struct pf_prompt *prompt); /* NULL is allowed */

/*
 * What a schema cannot say: ids unique; references exist; one trap with its
 * fact and probe; constraints of date, cost and regulation, each with its value
 * and each shown or revealed by a fact; at least 6 facts, no needs in a circle;
 * 2 probes a lens; plausible ranges in order and away from the baseline;
 * panel weights that sum to 1; a model with every part, 5 to 7 questions, every
 * tier. Adds an error a fault; PF_OK when there is none. (That each question in
 * `try` fires its own fact is proved by session, which owns the matcher.)
 */
PF_MUST_USE enum pf_status pf_prompt_check(const struct pf_prompt *prompt,
					   struct pf_yaml_errors *errors);

/* By id, NULL when there is none. */
const struct pf_prompt_constraint *pf_prompt_constraint(const struct pf_prompt *p, const char *id);
const struct pf_prompt_point *pf_prompt_point(const struct pf_prompt *p, const char *id);
const struct pf_prompt_fact *pf_prompt_fact(const struct pf_prompt *p, const char *id);
const struct pf_prompt_probe *pf_prompt_probe(const struct pf_prompt *p, const char *id);
const struct pf_prompt_drill *pf_prompt_drill(const struct pf_prompt *p, const char *section);

#endif
