/*
 * checking.h - drafts read and judged, with all that says how: the command
 * line over the project's file over the user's.
 */
#ifndef SRC_CLI_CHECKING_H
#define SRC_CLI_CHECKING_H

#include "prfaq/bank/config.h"
#include "prfaq/check/check.h"
#include "prfaq/report/check_report.h"
#include "prfaq/session/interview.h"

#include "keeper.h"
#include "shared.h"

struct checking_options {
	int rubric, role, level; /* -1: not said */
	const char *prompt;      /* NULL: none */
	const char *why;         /* a rule whose id must be known; "" and NULL: none */
	bool past;               /* hold drafts against past attempts too */
	const struct pf_option_list *off;
};

struct checking {
	const struct pf_cli *cli;
	struct checking_options o;
	struct pf_config config;
	struct pf_bank *bank;
	const struct pf_prompt *prompt;
	struct pf_session_context *context; /* with a prompt */
	struct pf_rubric *rubrics[2];       /* article, canonical: loaded when first needed */
	struct pf_buf skeletons[2];
	struct pf_names off;                  /* rule ids, of the command line and the files */
	struct pf_check_severity *severities; /* of the files */
	struct keeper keeper;                 /* with `past` */
	struct past_drafts past;
};

/* Loads what all drafts share. On failure it was said; release all the same. */
enum pf_exit checking_open(struct checking *c, const struct pf_cli *cli,
			   const struct checking_options *options);
void checking_release(struct checking *c);

/* One draft; *check, *file and *err belong to the caller and live as long as the report. What
 * cannot be read is said, and file->check is NULL. */
enum pf_exit checking_file(struct checking *c, const char *path, struct pf_check *check,
			   struct pf_checked *file, struct pf_error *err);

#endif
