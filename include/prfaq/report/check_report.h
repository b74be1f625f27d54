/*
 * check_report.h - what the checker found, written for people and for
 * programs: text, HTML, JSON, SARIF 2.1.0, GitHub annotations.
 */
#ifndef PRFAQ_REPORT_CHECK_REPORT_H
#define PRFAQ_REPORT_CHECK_REPORT_H

#include "prfaq/base/buf.h"
#include "prfaq/check/check.h"

/* One file that was checked; or could not be: then `check` is NULL and `error` is set. */
struct pf_checked {
	const char *path; /* as the user named it; "-" is standard input */
	const struct pf_check *check;
	const struct pf_rubric *rubric;
	const struct pf_error *error;
	bool with_prompt; /* votes are of a prompt only */
};

struct pf_report_options {
	bool color;
	bool all;        /* every finding; else the five that cost most */
	bool aloud;      /* JSON: with the sentences at which a reader would stumble */
	const char *why; /* "" = the proof of every rule, an id = of that one, NULL = none */
	int columns;
	enum pf_severity least; /* findings below it are left out of all formats */
};

void pf_report_check_text(struct pf_buf *out, const struct pf_checked *files, size_t n,
			  const struct pf_report_options *options);
/* One page that needs nothing else: no script, no picture, no other file. */
void pf_report_check_html(struct pf_buf *out, const struct pf_checked *files, size_t n,
			  const struct pf_report_options *options);
/* docs/CHECK-JSON.md describes it; additive from here on. */
void pf_report_check_json(struct pf_buf *out, const struct pf_checked *files, size_t n,
			  const struct pf_report_options *options);
void pf_report_check_sarif(struct pf_buf *out, const struct pf_checked *files, size_t n,
			   const struct pf_report_options *options);
void pf_report_check_github(struct pf_buf *out, const struct pf_checked *files, size_t n,
			    const struct pf_report_options *options);

/* Where a reader would stumble, and how the parts read: text. */
void pf_report_aloud_text(struct pf_buf *out, const struct pf_checked *files, size_t n,
			  const struct pf_report_options *options);

/* What changed from one draft to the next. Both were checked. A finding stays when the same rule
 * finds as much again, whatever its words. */
struct pf_report_diff {
	struct {
		uint32_t *v; /* indexes into the findings of the old draft */
		size_t n, cap;
	} gone;
	struct {
		uint32_t *v; /* and of the new one */
		size_t n, cap;
	} came;
	size_t stayed;
};
void pf_report_diff_init(struct pf_report_diff *diff, const struct pf_checked *before,
			 const struct pf_checked *after);
void pf_report_diff_release(struct pf_report_diff *diff);
void pf_report_diff_text(struct pf_buf *out, const struct pf_checked *before,
			 const struct pf_checked *after, const struct pf_report_diff *diff,
			 const struct pf_report_options *options);
void pf_report_diff_json(struct pf_buf *out, const struct pf_checked *before,
			 const struct pf_checked *after, const struct pf_report_diff *diff,
			 const struct pf_report_options *options);

/* The object of one draft in the JSON, for others to nest (attempts). */
struct pf_json;
void pf_report_check_object(struct pf_json *j, const struct pf_checked *file,
			    const struct pf_report_options *options);

#endif
