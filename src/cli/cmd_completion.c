/* prfaq completion SHELL. */

#include "commands.h"
#include "prfaq/cli/manual.h"
#include "shared.h"

static const char *const lists[] = {"prompt", "plan", "rule", "section", NULL};

struct completion_options {
	int list;
};

static const struct pf_option options[] = {
	{.name = "list",
	 .kind = PF_OPTION_CHOICE,
	 .offset = offsetof(struct completion_options, list),
	 .value = "WHAT",
	 .choices = lists,
	 .help = "print the names completion offers, one a line"},
	{0},
};

static void list_prompts(const struct pf_cli *cli)
{
	struct pf_bank *bank;

	if (pf_bank_load(&bank, &cli->paths, NULL) != PF_OK)
		return;
	for (size_t i = 0; i < pf_bank_count(bank); i++)
		fprintf(cli->out, "%s\n", pf_bank_get(bank, i)->id);
	pf_bank_free(bank);
}

static void list_plans(const struct pf_cli *cli)
{
	struct pf_names names = {0};

	if (pf_bank_plan_names(&cli->paths, &names, NULL) == PF_OK)
		for (size_t i = 0; i < names.n; i++)
			fprintf(cli->out, "%s\n", names.v[i]);
	pf_names_release(&names);
}

static void list_rules(const struct pf_cli *cli)
{
	struct pf_rubric *rubric;

	if (pf_rubric_load(&rubric, "article", &cli->paths, NULL) != PF_OK)
		return;
	for (size_t i = 0; i < pf_rubric_rules(rubric); i++)
		fprintf(cli->out, "%s\n", pf_rubric_rule(rubric, i).id);
	pf_rubric_free(rubric);
}

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct completion_options o = {.list = -1};
	struct pf_words_given words;
	struct pf_buf text = {0};

	if (!pf_cli_options(cli, &pf_command_completion, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	switch (o.list) {
	case 0: list_prompts(cli); return PF_EXIT_OK;
	case 1: list_plans(cli); return PF_EXIT_OK;
	case 2: list_rules(cli); return PF_EXIT_OK;
	case 3:
		for (int i = 0; i < PF_PLAN_SECTIONS; i++)
			fprintf(cli->out, "%s\n", pf_plan_section_names[i]);
		return PF_EXIT_OK;
	default: break;
	}
	if (words.n != 1)
		return pf_cli_usage(cli, &pf_command_completion,
				    "say which shell: bash, zsh or fish");
	if (!pf_manual_completion(&text, words.v[0]))
		return pf_cli_usage(cli, &pf_command_completion,
				    "no completion for \"%s\"; there is bash, zsh and fish",
				    words.v[0]);
	return cli_print(cli, &text);
}

const struct pf_command pf_command_completion = {
	.name = "completion",
	.words = "SHELL",
	.summary = "Print completion for bash, zsh or fish",
	.about = "",
	.examples = "eval \"$(prfaq completion bash)\"\tin ~/.bashrc\n"
		    "prfaq completion fish | source\tin config.fish\n",
	.options = options,
	.run = run,
};
