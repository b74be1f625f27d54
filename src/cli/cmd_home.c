/* prfaq home: the same as prfaq alone. */
#include "commands.h"
#include "loop.h"

static const struct pf_option options[] = {{0}};

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct pf_words_given words;
	struct opening opening = {0};
	struct room room;
	enum pf_exit code;

	if (!pf_cli_options(cli, &pf_command_home, argc, argv, NULL, &words))
		return PF_EXIT_USAGE;
	if (!cli->terminal)
		return cli_no_terminal(cli);
	code = room_enter(&room, cli);
	if (code == PF_EXIT_OK)
		code = loop_run(&room, &opening);
	room_release(&room);
	return code;
}

const struct pf_command pf_command_home = {
	.name = "home",
	.words = "",
	.summary = "Open the home screen, as prfaq alone does",
	.about = "",
	.examples = "",
	.options = options,
	.run = run,
};
