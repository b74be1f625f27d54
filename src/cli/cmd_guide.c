/* prfaq guide: the method on two pages. */
#include "commands.h"
#include "shared.h"

static const struct pf_option options[] = {{0}};

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct pf_words_given words;
	struct pf_buf text = {0};
	struct pf_error err = {0};
	char path[PF_PATH_MAX];

	if (!pf_cli_options(cli, &pf_command_guide, argc, argv, NULL, &words))
		return PF_EXIT_USAGE;
	pf_path_join(path, cli->paths.shipped, "templates/guide.md");
	if (pf_file_read(path, 1 << 20, &text, &err) != PF_OK) {
		pf_buf_release(&text);
		return pf_cli_fail(cli, &err);
	}
	return cli_print_prose(cli, &text);
}

const struct pf_command pf_command_guide = {
	.name = "guide",
	.words = "",
	.summary = "Explain the method on two pages",
	.about = "The four stages, the five parts, the metric tiers, the pitfalls and how to spend "
		 "an hour.\n"
		 "A practice format, not a forecast of any interview.",
	.examples = "prfaq guide | less\tread it page by page\n",
	.options = options,
	.run = run,
};
