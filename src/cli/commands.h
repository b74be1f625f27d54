/*
 * commands.h - the table of commands: one line here and one file cmd_<name>.c.
 */
#ifndef SRC_CLI_COMMANDS_H
#define SRC_CLI_COMMANDS_H

#include "prfaq/cli/command.h"

/* In the order `prfaq help` lists them. */
#define PF_COMMAND_TABLE(X) \
	X(home)             \
	X(interview)        \
	X(drill)            \
	X(check)            \
	X(review)           \
	X(replay)           \
	X(export)           \
	X(prompts)          \
	X(rubric)           \
	X(numbers)          \
	X(guide)            \
	X(doctor)           \
	X(completion)       \
	X(help)             \
	X(version)

#define PF_COMMAND_DECLARE(name) extern const struct pf_command pf_command_##name;
PF_COMMAND_TABLE(PF_COMMAND_DECLARE)
#undef PF_COMMAND_DECLARE

/* "no command ...; did you mean ...?" */
enum pf_exit cli_no_command(const struct pf_cli *cli, const char *name);

#endif
