/*
 * command.h - the commands of `prfaq`, as one table.
 *
 * A command is one file, src/cli/cmd_<name>.c, with one const entry. Help, the
 * manual page, completions and docs/EXIT-CODES.md come from the table.
 */
#ifndef PRFAQ_CLI_COMMAND_H
#define PRFAQ_CLI_COMMAND_H

#include <stdio.h>

#include "prfaq/base/path.h"
#include "prfaq/cli/options.h"

enum pf_exit {
	PF_EXIT_OK = 0,
	PF_EXIT_FINDINGS = 1, /* findings at or above --fail-on; a differing answer */
	PF_EXIT_USAGE = 2,    /* the command line is wrong */
	PF_EXIT_FAILED = 3,   /* could not: the message says what and what would help */
};

/* What a command is run with. The environment is read once, here, by main. */
struct pf_cli {
	struct pf_paths paths;
	FILE *out, *err;
	bool color;    /* out is a terminal, NO_COLOR is unset and TERM is not dumb */
	bool terminal; /* in and out are terminals that can be drawn on */
	bool shown;    /* out is a terminal, whatever it can do */
	int columns;   /* of the terminal; 80 when it is none */
};

struct pf_command {
	const char *name;
	const char *words;   /* positional words as help shows them: "FILE...", "[ID]" */
	const char *summary; /* one line for `prfaq help` */
	const char *about; /* a paragraph or more for `prfaq help NAME` and the manual; may be "" */
	const char *examples;            /* lines "command<TAB>what it does\n"; may be "" */
	const struct pf_option *options; /* ends with a NULL name */
	/* Runs it. argv[0] is the command's name. */
	enum pf_exit (*run)(const struct pf_cli *cli, int argc, char **argv);
};

extern const struct pf_command *const pf_commands[];        /* NULL-ended, in the order of help */
const struct pf_command *pf_command_find(const char *name); /* NULL when there is none */

/* The program: finds the command and runs it. */
int pf_cli_main(int argc, char **argv);

/* "prfaq: message" on cli->err and the exit code that fits the status. */
enum pf_exit pf_cli_fail(const struct pf_cli *cli, const struct pf_error *err);
/* Reads the command's options and words, of which a command that shows none takes none. False: what
 * is wrong was said, with a hint, and PF_EXIT_USAGE is due. */
PF_MUST_USE bool pf_cli_options(const struct pf_cli *cli, const struct pf_command *command,
				int argc, char **argv, void *fields, struct pf_words_given *words);
/* A usage error in one line, with "see prfaq help NAME". */
enum pf_exit pf_cli_usage(const struct pf_cli *cli, const struct pf_command *command,
			  const char *fmt, ...) PF_PRINTF(3, 4);

#endif
