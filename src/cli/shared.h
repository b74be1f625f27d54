/*
 * shared.h - what several commands do: print, load, say what is wrong.
 */
#ifndef SRC_CLI_SHARED_H
#define SRC_CLI_SHARED_H

#include "prfaq/bank/bank.h"
#include "prfaq/check/rubric.h"
#include "prfaq/cli/command.h"

extern const char *const cli_levels[];  /* "L4" to "L7", NULL */
extern const char *const cli_rubrics[]; /* "article", "canonical", NULL; their skeletons too */

int32_t cli_today(void); /* pf_date_days */

/* A draft from the file, or from standard input by "-"; who would have to type it is told so. */
PF_MUST_USE enum pf_status cli_read_draft(const struct pf_cli *cli, const char *path,
					  struct pf_buf *out, struct pf_error *err);
/* Writes the text to cli->out and releases it. PF_EXIT_OK. */
enum pf_exit cli_print(const struct pf_cli *cli, struct pf_buf *text);

/* Appends text that somebody wrote. For a terminal, lines that break between words and a visible
 * mark for each byte that it might obey; else the bytes themselves. */
void cli_add_prose(const struct pf_cli *cli, struct pf_buf *out, struct pf_slice text);
/* cli_print of such a text. */
enum pf_exit cli_print_prose(const struct pf_cli *cli, struct pf_buf *text);

/* Each error on cli->err; releases them. */
void cli_yaml_errors(const struct pf_cli *cli, struct pf_yaml_errors *errors);

/* The file could not be read at all, so that nothing can be said of what it holds. */
bool cli_unread(const struct pf_yaml_errors *errors);

/* Loads a rubric. Broken files of the user are told and left out, and *left_out (which may be NULL)
 * says so; anything else fails with the message said. On PF_EXIT_OK the caller frees *out. */
enum pf_exit cli_rubric(const struct pf_cli *cli, const char *name, struct pf_rubric **out,
			bool *left_out);

/* Likewise the bank. */
enum pf_exit cli_bank(const struct pf_cli *cli, struct pf_bank **out);

/* pf_cli_fail after a name was looked for: one that is none, or fits several, is a wrong use of the
 * command; that it could not be looked for is not. */
enum pf_exit cli_not_found(const struct pf_cli *cli, struct pf_error *err);

/* The prompt of this id. NULL: said, and that is PF_EXIT_USAGE. */
const struct pf_prompt *cli_prompt(const struct pf_cli *cli, const struct pf_bank *bank,
				   const char *id);

/* Says that a screen needs a terminal and what to do without one. PF_EXIT_FAILED. */
enum pf_exit cli_no_terminal(const struct pf_cli *cli);

/* PF_ERR_USAGE with the nearest rule. */
void cli_no_rule(const struct pf_rubric *rubric, const char *id, struct pf_error *err);

#endif
