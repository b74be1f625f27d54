/*
 * rule.h - a rule as it is kept, a kind as it judges, and the rubric of both.
 */
#ifndef PF_CHECK_RULE_H
#define PF_CHECK_RULE_H

#include "prfaq/check/check.h"
#include "prfaq/text/phrases.h"

#include "lists.h"
#include "params.h"

#define PF_RULE_PLACES 8 /* places one rule may point at */
#define PF_LIST_NONE   UINT32_MAX

struct pf_view;
struct pf_rule;

/* One gap that several rules find: a launch without a date is said once, not four times. */
enum pf_about {
	PF_ABOUT_NOTHING,
	PF_ABOUT_LAUNCH,
	PF_ABOUT_COST,
	PF_ABOUT_DOUBT,
	PF_ABOUT_ADMITS,                              /* no limit is granted */
	PF_ABOUT_STAGES,                              /* no steps, and so no gate between them */
	PF_ABOUT_PART,                                /* and one for each part that is missing */
	PF_ABOUT_LAW = PF_ABOUT_PART + PF_PART_COUNT, /* and one for each law */
	PF_ABOUT_WORDS = 1024,      /* and one for each byte at which such words begin */
	PF_ABOUT_SENTENCE = 1 << 26 /* the same of sentences that are too long */
};

/* One place a rule points at: a finding when the rule did not pass. */
struct pf_place_found {
	struct pf_range span, other;
	char value[80]; /* {value}: what stands there, or the thing that is missing */
	unsigned part;  /* 1 + the part that is missing; 0: no part is */
	char what[160]; /* {what}: the second thing: the other value, the limit, the topic */
	unsigned about; /* enum pf_about, or PF_ABOUT_LAW + the limit's index: told once a page */
};

/* What a kind returns. A zeroed one is "fail, no span". */
struct pf_judgement {
	enum pf_outcome outcome;
	double credit;        /* 0 to 1; pass means 1 */
	struct pf_range span; /* what proves the credit; for a missing thing where it belongs */
	struct pf_range other;
	struct pf_place_found *places; /* room for PF_RULE_PLACES from the first one on */
	size_t n_places;
	double n;     /* {n} */
	double limit; /* {limit} */
	/* With "not applicable": the draft lacks what the rule judges. That is no fault to point
	 * at, but its points are lost, and its proof says "fail"; those of a rule that the brief or
	 * the mode rules out go to its neighbours instead. */
	bool owed;
	bool untold; /* points are lost, and no finding says so: there is nothing to mend */
	bool silent; /* a pass needs no reason, nothing a `next`: pf_check_context.untold */
	char reason[160], next[160]; /* last: what is longest is begun, and not cleared */
};

/* The phrases that the parameters of a rule speak of. */
struct pf_phrases_of {
	struct pf_yaml_texts lists, lists2; /* names of lists */
	struct pf_yaml_texts own;           /* phrases of its own */
};

/* One kind of rule: a row of the table in kinds.c. */
struct pf_kind {
	const char *name;
	/* True when the rule passes by what is not there. Faults are only worth avoiding where
	 * something is said: such a rule earns in the measure in which the others do. */
	bool (*absence)(const struct pf_rule *rule);
	struct pf_phrases_of (*phrases)(const union pf_params *params);
	void (*judge)(const struct pf_view *view, const struct pf_rule *rule,
		      struct pf_judgement *out);
};

/* A draft fragment that a rule must pass or must fail. */
struct pf_example {
	struct pf_yaml_place place;
	const char *part; /* wrapped in this part's heading; NULL: as it is */
	const char *text;
	struct pf_example_with {
		const char *today, *deadline;
		bool has_cost, asked, prompt;
		double cost;
		const char *currency;
		const char *regulation;
		struct pf_yaml_texts must;
		const char *goal;
		const char *model;
		struct pf_yaml_texts goal_words, customer, allow, given, learned, questions, trap,
			seen;
		const char *past, *brief, *skeleton, *role;
	} with;
};

struct pf_examples {
	struct pf_example *v;
	size_t n;
};

struct pf_rule { /* as the YAML row fills it; the rest is derived */
	struct pf_yaml_place place;
	const char *id, *name, *section, *message, *why, *fix, *ask, *source;
	int pillar, lens, severity;
	double weight;
	struct pf_ints rubrics; /* 0 article, 1 canonical */
	double tell;            /* a loss is told below this credit; 1 when left out */
	double sure;            /* how often it is right when told; 0.6 when left out */
	double sure_weighed;    /* and on a page that weighs what it says */
	const char *coach; /* what the practice coach says while it does not pass; NULL: nothing */
	bool seed, style, blocks;
	int pitfall, extra;        /* 1 + the enum; 0 for none */
	bool has_kind[PF_N_KINDS]; /* which of params it fills; it should be one */
	union pf_params params;
	struct {
		double pm, tpm, leader;
	} roles;
	struct {
		double l4, l5, l6, l7;
	} levels;
	struct pf_examples good, bad;
	/* derived */
	const struct pf_kind *kind;
	uint32_t file;            /* index into the rubric's files */
	enum pf_part_id part;     /* its section as a part, PF_PART_COUNT when it is none */
	uint32_t group;           /* index into the rubric's weights, PF_LIST_NONE: earns nothing */
	uint32_t *lists, *lists2; /* indexes of the phrase lists named in its parameters */
	size_t n_lists, n_lists2;
};

enum pf_which { PF_ARTICLE, PF_CANONICAL, PF_EVERY_RULE }; /* which rules a rubric takes in */
extern const char *const pf_which_names[];                 /* "article", "canonical", "file" */

/* A section's share of the 100 points, and which sections it takes in: a row of weights.yaml. */
struct pf_weight {
	const char *name;
	double points[2]; /* of the article's rubric, of the canonical one */
	struct pf_yaml_texts sections;
	double lens[PF_LENSES]; /* share of each lens's score */
};

struct pf_weights {
	const struct pf_weight *v;
	size_t n;
};

struct pf_compiled_regex {
	const struct pf_rule *rule;
	void *code; /* pcre2_code */
};

struct pf_rubric {
	enum pf_which which;
	struct pf_paths paths; /* it was loaded from */
	bool examples;         /* good and bad were kept */
	uint64_t shipped;      /* hash of the files that came with the program, */
	uint64_t look;         /* and of their names, sizes and times */
	char hash[17];
	struct {
		const struct pf_rule **v;
		size_t n, cap;
	} rules;
	size_t shipped_rules; /* the first so many came with the program */
	struct pf_weights weights;
	struct {
		const char **v;
		size_t n, cap;
	} lists;                    /* their names; the strings are in `owned` or compiled in */
	struct pf_phrases *phrases; /* of every list; the value is the list's index */
	struct pf_names files;      /* the paths of all that was read */
	struct {
		struct pf_yaml **v;
		size_t n, cap;
	} parsed; /* the memory of what was read from YAML */
	struct {
		struct pf_compiled_regex *v;
		size_t n, cap;
	} regexes;
	struct pf_names owned; /* strings freed with the rubric */
};

extern const struct pf_kind pf_kinds[PF_N_KINDS]; /* by enum pf_kind_id */

static inline bool pf_rule_is(const struct pf_rule *rule, enum pf_kind_id kind)
{
	return rule->kind == &pf_kinds[kind];
}

/* Index of the list, or PF_LIST_NONE; those of lists.h come first, by enum pf_list. */
uint32_t pf_rubric_list(const struct pf_rubric *rubric, const char *name);

#endif
