/*
 * rubric.h - the rules: rows of YAML, judged by a dozen kinds in C.
 *
 * A rule says what a good draft has, why, what to do, and what an interviewer
 * would ask; `good` and `bad` examples in the row are run as tests
 * (`prfaq rubric test`). The format is described in docs/RUBRIC.md.
 */
#ifndef PRFAQ_CHECK_RUBRIC_H
#define PRFAQ_CHECK_RUBRIC_H

#include "prfaq/base/error.h"
#include "prfaq/base/path.h"
#include "prfaq/yaml/yaml.h"

enum pf_severity { PF_SEVERITY_INFO, PF_SEVERITY_MINOR, PF_SEVERITY_MAJOR, PF_SEVERITY_CRITICAL };
enum pf_pillar {
	PF_PILLAR_CLARITY,
	PF_PILLAR_PRIORITIZATION,
	PF_PILLAR_QUANTIFICATION,
	PF_PILLARS
};
enum pf_lens { PF_LENS_CUSTOMER, PF_LENS_EXECUTION, PF_LENS_DATA, PF_LENSES };

const char *pf_severity_name(enum pf_severity severity); /* "critical" */
const char *pf_pillar_name(enum pf_pillar pillar);
const char *pf_lens_name(enum pf_lens lens);  /* "customer" */
const char *pf_lens_title(enum pf_lens lens); /* "senior PM: customer empathy" */

struct pf_rubric; /* opaque; read-only once loaded */

/* What a rule says of itself, borrowed from the rubric. */
struct pf_rule_text {
	const char *id;      /* "PRB-02" */
	const char *name;    /* "quantified pain" */
	const char *kind;    /* "quantified" */
	const char *section; /* a part's name, or "document", "style", "consistency", ... */
	const char *message, *why, *fix, *ask, *source;
	enum pf_severity severity;
	enum pf_pillar pillar;
	enum pf_lens lens;
	double weight; /* points it can earn before the weights of role and level */
	bool style;    /* advice: three a section and a page at the most, earns nothing */
	bool seed;     /* one of the 52 the article names */
	uint32_t line; /* where it stands in its file */
	const char *file;
};

/*
 * Loads `name` ("article" or "canonical") from <shipped>/templates/rubric and
 * then the user's own rules from <config>/rubric.d. A broken user file is told
 * in *errors and left out, the rest works; a broken shipped file is a failure.
 * While the shipped files are those the program was built with, they are read
 * but not parsed: what they say is compiled into the program.
 */
PF_MUST_USE enum pf_status pf_rubric_load(struct pf_rubric **out, const char *name,
					  const struct pf_paths *paths,
					  struct pf_yaml_errors *errors);
/* The same with the `good` and `bad` examples, which a check has no use for: always parsed.
 * pf_rubric_test does so by itself. */
PF_MUST_USE enum pf_status pf_rubric_load_examples(struct pf_rubric **out, const char *name,
						   const struct pf_paths *paths,
						   struct pf_yaml_errors *errors);
/* One file of rules on its own (for `rubric test FILE` and tests). */
PF_MUST_USE enum pf_status pf_rubric_load_file(struct pf_rubric **out, const char *path,
					       const struct pf_paths *paths,
					       struct pf_yaml_errors *errors);
void pf_rubric_free(struct pf_rubric *rubric);

size_t pf_rubric_rules(const struct pf_rubric *rubric);
struct pf_rule_text pf_rubric_rule(const struct pf_rubric *rubric, size_t index);
/* Index of the rule, or pf_rubric_rules() when there is none. */
size_t pf_rubric_find(const struct pf_rubric *rubric, const char *id);
/* 16 hex digits over every rule and list: two scorecards compare only when equal. */
const char *pf_rubric_hash(const struct pf_rubric *rubric);
const char *pf_rubric_name(const struct pf_rubric *rubric);

/* The keys of a rule, for the page that describes them (pf_yaml_reference). */
const struct pf_yaml_type *pf_rule_schema(void);

/* Runs the `good` and `bad` examples of every rule. Appends a line a failure to *report. */
struct pf_rubric_test {
	size_t rules, examples, failed;
};
struct pf_rubric_test pf_rubric_test(const struct pf_rubric *rubric, struct pf_buf *report);

#endif
