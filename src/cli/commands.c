#include "prfaq/cli/command.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include <sys/ioctl.h>
#include <unistd.h>

#include "commands.h"
#include "prfaq/base/nearest.h"

const struct pf_command *const pf_commands[] = {
#define PF_COMMAND(name) &pf_command_##name,
	PF_COMMAND_TABLE(PF_COMMAND)
#undef PF_COMMAND
		NULL,
};

const struct pf_command *pf_command_find(const char *name)
{
	for (size_t i = 0; pf_commands[i]; i++)
		if (!strcmp(pf_commands[i]->name, name))
			return pf_commands[i];
	return NULL;
}

static bool has_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--"); i++)
		if (!strcmp(argv[i], "--help") || !strcmp(argv[i], "-h"))
			return true;
	return false;
}

enum pf_exit cli_no_command(const struct pf_cli *cli, const char *name)
{
	const char *names[32];
	const char *near;
	size_t n = 0;

	for (; pf_commands[n]; n++)
		names[n] = pf_commands[n]->name;
	near = pf_nearest(name, names, n);
	if (near)
		fprintf(cli->err, "prfaq: no command \"%s\"; did you mean \"%s\"?\n", name, near);
	else
		fprintf(cli->err, "prfaq: no command \"%s\" (see: prfaq help)\n", name);
	return PF_EXIT_USAGE;
}

static struct pf_cli open_cli(void)
{
	struct pf_cli cli = {.out = stdout, .err = stderr, .columns = 80};
	const char *term = getenv("TERM");
	const char *no_color = getenv("NO_COLOR");
	bool dumb = !term || !*term || !strcmp(term, "dumb");
	struct winsize size;

	cli.shown = isatty(STDOUT_FILENO);
	cli.terminal = !dumb && cli.shown && isatty(STDIN_FILENO);
	cli.color = !dumb && cli.shown && !(no_color && *no_color);
	if (cli.shown && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col)
		cli.columns = size.ws_col;
	return cli;
}

/* What was printed must have arrived. */
static int finish(enum pf_exit code)
{
	if (!fflush(stdout) && !ferror(stdout))
		return (int)code;
	fputs("prfaq: cannot write to standard output\n", stderr);
	return PF_EXIT_FAILED;
}

int pf_cli_main(int argc, char **argv)
{
	char home_name[] = "home";
	char *home[] = {home_name, NULL};
	struct pf_cli cli = open_cli();
	struct pf_error err = {0};
	const struct pf_command *command;
	const char *name;

	/* Where files may not grow (ulimit -f) a write fails and is told like that on a full disk.
	 */
	signal(SIGXFSZ, SIG_IGN);
	if (argc < 2) {
		argc = 1;
		argv = home;
	} else {
		argc--;
		argv++;
	}
	name = argv[0];
	if (!strcmp(name, "--help") || !strcmp(name, "-h"))
		name = "help";
	if (!strcmp(name, "--version") || !strcmp(name, "-V"))
		name = "version";
	command = pf_command_find(name);
	if (!command)
		return (int)cli_no_command(&cli, name);
	if (has_help(argc, argv)) {
		char help_name[] = "help";
		char *help[] = {help_name, argv[0], NULL};

		return finish(pf_command_help.run(&cli, 2, help));
	}
	if (pf_paths_read(&cli.paths, &err) != PF_OK)
		return (int)pf_cli_fail(&cli, &err);
	return finish(command->run(&cli, argc, argv));
}
