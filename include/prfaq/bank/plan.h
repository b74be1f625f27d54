/*
 * plan.h - how an attempt runs: its stages, their clock, and what each asks for.
 *
 * Plans are templates/plans/<id>.yaml. One format serves the whole interview,
 * the short one, the article's hour, the night before, and every drill.
 */
#ifndef PRFAQ_BANK_PLAN_H
#define PRFAQ_BANK_PLAN_H

#include "prfaq/yaml/yaml.h"

enum pf_plan_kind { PF_PLAN_INTERVIEW, PF_PLAN_PREPARATION, PF_PLAN_DRILL };

/* What the candidate does in a stage: one screen and one set of records each. */
enum pf_plan_does {
	PF_PLAN_READ,  /* reads the prompt and what is given; nothing is typed */
	PF_PLAN_ASK,   /* types questions, the interviewer answers, the notebook fills */
	PF_PLAN_DRAFT, /* writes or rewrites `sections` in the editor */
	PF_PLAN_PROBE, /* answers probes one at a time, then the rollout timeline */
	PF_PLAN_WRAP,  /* marks itself, sees the result, rewrites one passage, notes a next step */
	PF_PLAN_LOOK_BACK, /* a drill's end: own text beside the model answer, findings of `rules`
			    */
	PF_PLAN_DOES
};

enum pf_plan_section {
	PF_PLAN_PROBLEM,
	PF_PLAN_SOLUTION,
	PF_PLAN_BENEFITS,
	PF_PLAN_METRICS,
	PF_PLAN_FAQ,
	PF_PLAN_ROLLOUT,
	PF_PLAN_CLARIFY, /* the questions themselves: not a part of the draft */
	PF_PLAN_SECTIONS
};
const char *pf_plan_section_name(enum pf_plan_section section); /* part's name: "benefits" */
/* PF_PLAN_SECTIONS when unknown; takes "benefit", "metric" and "question" too. */
enum pf_plan_section pf_plan_section_find(const char *name);
/* The names in enum order, for completion and "did you mean". */
extern const char *const pf_plan_section_names[PF_PLAN_SECTIONS];

/* Panes that may stand beside the work, best first; a narrow screen drops the last. */
enum pf_plan_pane {
	PF_PLAN_PANE_PROMPT,
	PF_PLAN_PANE_NOTEBOOK, /* facts learned */
	PF_PLAN_PANE_GIVEN,    /* what a drill gives */
	PF_PLAN_PANE_OUTLINE,
	PF_PLAN_PANE_COACH, /* practice only; strict hides it */
	PF_PLAN_PANE_DRAFT, /* the draft, read-only */
	PF_PLAN_PANE_MODEL, /* the model answer: after the end only */
};

struct pf_plan_pace {
	double minute;    /* from the stage's start; ascending; below its minutes */
	const char *text; /* what should be there by then */
};

struct pf_plan_stage {
	struct pf_yaml_place place;
	const char *id;
	int does; /* enum pf_plan_does; key "kind" */
	const char *title;
	double minutes; /* over 0 */
	const char *goal;
	const char *deliverable;
	bool may_end_early; /* in practice the unused minutes move on, in strict they are lost */
	struct {
		int *v; /* enum pf_plan_pane */
		size_t n;
	} panes;
	struct {
		int *v; /* enum pf_plan_section */
		size_t n;
	} sections;                 /* what is asked for; empty: nothing is written */
	struct pf_yaml_texts rules; /* rule groups judged at the end; empty: all of the rubric */
	struct {
		struct pf_plan_pace *v;
		size_t n;
	} pacing;
	struct pf_yaml_numbers words; /* n 0 or 2: fewest and most words */
	int64_t probes;               /* PROBE: at least so many */
};

struct pf_plan {
	struct pf_yaml_place place;
	int64_t schema; /* 1 */
	const char *id; /* the file's name */
	const char *title;
	const char *summary;
	int kind;             /* enum pf_plan_kind */
	int section;          /* DRILL: enum pf_plan_section; else PF_PLAN_SECTIONS */
	const char *skeleton; /* "article", "canonical", or "none": an empty editor */
	struct {
		struct pf_plan_stage *v;
		size_t n;
	} stages; /* at least 1 */
	struct pf_yaml *yaml;
};

const struct pf_yaml_type *pf_plan_schema(void);

/* Reads and checks a plan: ids unique, pacing in order and inside its stage, a drill with a section
 * and at most 12 minutes, what is written has sections. The caller owns *out, NULL on failure. */
PF_MUST_USE enum pf_status pf_plan_load(struct pf_plan **out, const char *path,
					struct pf_yaml_errors *errors);
PF_MUST_USE enum pf_status pf_plan_parse(struct pf_plan **out, const char *name,
					 struct pf_slice text, struct pf_yaml_errors *errors);
void pf_plan_free(struct pf_plan *plan); /* NULL is allowed */

int64_t pf_plan_stage_ms(const struct pf_plan_stage *stage);
double pf_plan_minutes(const struct pf_plan *plan); /* all stages together */
/* The pacing line that holds `ms` into the stage: the last begun, or NULL before the first. */
const struct pf_plan_pace *pf_plan_pace_at(const struct pf_plan_stage *stage, int64_t ms);

#endif
