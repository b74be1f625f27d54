/* What a command says when it cannot go on. */
#include <stdarg.h>

#include "prfaq/cli/command.h"

enum pf_exit pf_cli_fail(const struct pf_cli *cli, const struct pf_error *err)
{
	char text[1200];

	fprintf(cli->err, "prfaq: %s\n", pf_error_text(err, text, sizeof(text)));
	return err->status == PF_ERR_USAGE ? PF_EXIT_USAGE : PF_EXIT_FAILED;
}

enum pf_exit pf_cli_usage(const struct pf_cli *cli, const struct pf_command *command,
			  const char *fmt, ...)
{
	va_list ap;

	fprintf(cli->err, "prfaq %s: ", command->name);
	va_start(ap, fmt);
	vfprintf(cli->err, fmt, ap);
	va_end(ap);
	fprintf(cli->err, " (see: prfaq help %s)\n", command->name);
	return PF_EXIT_USAGE;
}

bool pf_cli_options(const struct pf_cli *cli, const struct pf_command *command, int argc,
		    char **argv, void *fields, struct pf_words_given *words)
{
	struct pf_error err = {0};

	if (pf_options_read(command->options, argc, argv, fields, words, &err) != PF_OK)
		pf_cli_usage(cli, command, "%s", err.message);
	else if (words->n && !*command->words)
		pf_cli_usage(cli, command, "takes no words");
	else
		return true;
	return false;
}
