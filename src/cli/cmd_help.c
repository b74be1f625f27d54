/* prfaq help [COMMAND] and prfaq version. */
#include "commands.h"
#include "prfaq/app/keymap.h"
#include "prfaq/cli/manual.h"
#include "shared.h"

static const char *const formats[] = {"man", "markdown", "keys", NULL};

struct help_options {
	int format; /* index into formats, -1 for plain help */
};

static const struct pf_option help_options[] = {
	{.name = "format",
	 .kind = PF_OPTION_CHOICE,
	 .offset = offsetof(struct help_options, format),
	 .value = "FORMAT",
	 .choices = formats,
	 .help = "print the whole manual as a manual page, the commands or the keys as Markdown"},
	{0},
};

static enum pf_exit run_help(const struct pf_cli *cli, int argc, char **argv)
{
	struct help_options o = {.format = -1};
	struct pf_words_given words;
	struct pf_buf text = {0};
	const struct pf_command *command;

	if (!pf_cli_options(cli, &pf_command_help, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	if (words.n > 1)
		return pf_cli_usage(cli, &pf_command_help, "one command at a time");
	if (o.format >= 0) {
		if (o.format == 0)
			pf_manual_page(&text);
		else if (o.format == 1)
			pf_manual_markdown(&text);
		else
			pf_keymap_markdown(&text);
		return cli_print(cli, &text);
	}
	if (!words.n) {
		pf_manual_overview(&text);
		return cli_print(cli, &text);
	}
	command = pf_command_find(words.v[0]);
	if (!command)
		return cli_no_command(cli, words.v[0]);
	pf_manual_command(&text, command);
	return cli_print(cli, &text);
}

const struct pf_command pf_command_help = {
	.name = "help",
	.words = "[COMMAND]",
	.summary = "Say what the commands do",
	.about = "Without a command, lists them all.",
	.examples = "prfaq help check\tsay what check does and which options it has\n",
	.options = help_options,
	.run = run_help,
};

static const struct pf_option version_options[] = {{0}};

static enum pf_exit run_version(const struct pf_cli *cli, int argc, char **argv)
{
	struct pf_words_given words;

	if (!pf_cli_options(cli, &pf_command_version, argc, argv, NULL, &words))
		return PF_EXIT_USAGE;
	fputs("prfaq " PF_VERSION "\n", cli->out);
	return PF_EXIT_OK;
}

const struct pf_command pf_command_version = {
	.name = "version",
	.words = "",
	.summary = "Say which version this is",
	.about = "",
	.examples = "",
	.options = version_options,
	.run = run_version,
};
