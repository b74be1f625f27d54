/*
 * context.h - what the checker is told besides the draft.
 *
 * Plain borrowed data, filled by session from a prompt (or left empty by
 * `prfaq check FILE`), so that check knows no bank. A zeroed context is valid:
 * no prompt, no past, role and level at their middle, today unknown. Strings
 * are NUL-ended and live as long as the context is used.
 */
#ifndef PRFAQ_CHECK_CONTEXT_H
#define PRFAQ_CHECK_CONTEXT_H

#include <stdbool.h>

#include "prfaq/base/clock.h"
#include "prfaq/parts/parts.h"

enum pf_role_of_candidate { PF_CANDIDATE_PM, PF_CANDIDATE_TPM, PF_CANDIDATE_LEADER };
enum pf_level { PF_LEVEL_L4 = 4, PF_LEVEL_L5, PF_LEVEL_L6, PF_LEVEL_L7 }; /* 0 counts as L5 */

struct pf_words { /* a borrowed list of words or phrases, lower case */
	const char *const *v;
	size_t n;
};

/* A number the brief gives, or a fact learned in stage 1. */
struct pf_check_fact {
	const char *id;
	const char *text; /* the sentence as the interviewer said it */
	struct pf_words nouns;
	double value;
	const char *unit; /* as pf_quant.unit; "": a bare count; NULL: the fact has no number */
	unsigned worth;   /* 0 to 3 */
	bool known;       /* in the prompt's text, or asked for and answered */
};

enum pf_constraint_kind {
	PF_CONSTRAINT_DATE,
	PF_CONSTRAINT_COST,
	PF_CONSTRAINT_REGULATION,
	PF_CONSTRAINT_OTHER,
};

struct pf_check_constraint {
	const char *id;
	enum pf_constraint_kind kind;
	const char *text;
	struct pf_words aliases; /* words that name it */
	struct pf_words must;    /* what the rule makes you do; empty = nothing named */
	int32_t deadline;        /* date: last day allowed, days since 1970 */
	int months;              /* date: the same as months from the attempt's day */
	double max;              /* cost: the cap */
	const char *unit;        /* cost: ISO currency */
	unsigned weight;         /* 1 to 3 */
	bool known;
};

/* A metric that the prompt's author would expect. */
struct pf_check_metric {
	enum pf_tier tier;
	struct pf_words any; /* words by which a draft names it */
	const char *unit;    /* as pf_quant.unit */
	double low, high;    /* plausible targets; both 0 = any */
};

/* A question that the FAQ should answer. */
struct pf_check_topic {
	const char *topic; /* cost security scale regulation ... */
	struct pf_words cues;
	unsigned weight;
};

struct pf_check_prompt {
	const char *id, *title;
	const char *text; /* the prompt as shown: for relevance and "pasted back" */
	const char *goal;
	struct pf_words goal_stems; /* words that tie a metric to the goal */
	const char *customer;       /* the segment, in a few words */
	struct pf_words customer_words;
	struct pf_words generic_words; /* too wide to name anybody: "users" */
	struct pf_words problem_words, solution_words, rivals;
	struct pf_words allowed_jargon; /* what the jargon rule lets pass */
	struct pf_words output_only;    /* company results: fine as an outcome, bad as the target */
	struct pf_words vanity;         /* counts that please and tell nothing */
	const struct pf_check_fact *facts;
	size_t n_facts;
	const struct pf_check_constraint *constraints;
	size_t n_constraints;
	const struct pf_check_metric *metrics;
	size_t n_metrics;
	const struct pf_check_topic *topics;
	size_t n_topics;
	struct pf_words trap_cues; /* words of the solution that the brief invites */
	struct pf_words trap_seen; /* of having seen through it */
	const char *trap_text;     /* what to say of it */
	const char *model;         /* the model answer as a draft, to tell a copy by; may be NULL */
	struct pf_brief *brief;    /* what the checker reads of all this; NULL: for each check */
};

/*
 * Keeps what is read of one prompt from one check to the next, which saves more than half of each.
 * Filled by the first check. While it is kept, the prompt must not change.
 */
struct pf_brief *pf_brief_new(void);
void pf_brief_free(struct pf_brief *brief); /* NULL is allowed */

/* Stage 1 as it went, for the clarifying rules. */
struct pf_check_question {
	const char *text;
	const char *topic; /* of the fact that answered; NULL when none did */
	unsigned worth;
	bool proposes; /* a solution inside the question */
	bool two;      /* two questions in one */
	int64_t at;    /* ms since the stage began */
};

/* An earlier draft, for the recycled-template rule. */
struct pf_check_past {
	const char *id;    /* attempt */
	const char *title; /* its prompt */
	struct pf_slice text;
};

struct pf_check_context {
	const struct pf_check_prompt *prompt; /* NULL: `check` at work */
	const struct pf_check_question *questions;
	size_t n_questions;
	bool asked; /* stage 1 took place: the clarifying rules apply */
	const struct pf_check_past *past;
	size_t n_past;
	struct pf_slice skeleton; /* the template the draft began from; may be empty */
	/* Texts a draft may have been copied from besides its prompt's; NULL: none are known. */
	const struct pf_known_runs *known;
	enum pf_role_of_candidate role;
	enum pf_level level;
	int32_t today; /* days since 1970; 0 = unknown: date rules that need it do not apply */
	enum pf_part_id only; /* with drill: the one part judged */
	bool drill;
	/* Nobody asks for proofs: those of what passed are left without a reason, and all without
	 * what one more level would take. */
	bool untold;
	struct pf_words off; /* rule ids that are silenced */
	/* Severities other than the rules' own, by id; the last one of a rule counts. */
	const struct pf_check_severity {
		const char *rule;
		int severity; /* enum pf_severity */
	} * severities;
	size_t n_severities;
};

#endif
