/*
 * rubric_redteam.h - prfaq rubric redteam: whether the checker can be fooled.
 */
#ifndef SRC_CLI_RUBRIC_REDTEAM_H
#define SRC_CLI_RUBRIC_REDTEAM_H

#include "prfaq/cli/command.h"

struct cli_redteam {
	bool json;
	long seed;
	const char *rubric; /* NULL: as `prfaq check` would choose */
	const char *prompt; /* with `draft`; NULL: none */
	const char *draft;  /* NULL: every model answer of the bank */
};

/* PF_EXIT_FINDINGS when more than one of a hundred came through. */
enum pf_exit cli_redteam(const struct pf_cli *cli, const struct cli_redteam *o);

#endif
