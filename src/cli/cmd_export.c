/* prfaq export: an attempt as Markdown. */
#include "commands.h"
#include "prfaq/report/attempt_report.h"
#include "room.h"
#include "shared.h"

struct export_options {
	const char *output;
	bool draft;
};

static const struct pf_option options[] = {
	{.name = "output",
	 .letter = 'o',
	 .kind = PF_OPTION_TEXT,
	 .offset = offsetof(struct export_options, output),
	 .value = "FILE",
	 .help = "write there instead of standard output",
	 .complete = "file"},
	{.name = "draft",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct export_options, draft),
	 .help = "only the draft, as prfaq check reads it"},
	{0},
};

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct export_options o = {0};
	struct pf_words_given words;
	struct pf_error err = {0};
	struct pf_buf out = {0};
	struct pf_fold *fold;
	struct room room;
	enum pf_exit code;

	if (!pf_cli_options(cli, &pf_command_export, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	if (words.n != 1)
		return pf_cli_usage(cli, &pf_command_export,
				    "name one attempt; \"last\" is the latest");
	code = room_open(&room, cli);
	if (code == PF_EXIT_OK)
		code = room_fold(&room, words.v[0], &fold);
	if (code == PF_EXIT_OK) {
		if (o.draft)
			pf_buf_slice(&out, pf_fold_text(fold, PF_PANE_DRAFT));
		else
			pf_report_attempt_markdown(&out, fold);
		pf_fold_free(fold);
		if (!o.output)
			cli_print_prose(cli, &out);
		else if (pf_file_write(o.output, pf_buf_view(&out), &err) != PF_OK)
			code = pf_cli_fail(cli, &err);
		pf_buf_release(&out);
	}
	room_release(&room);
	return code;
}

const struct pf_command pf_command_export = {
	.name = "export",
	.words = "ATTEMPT",
	.summary = "Write an attempt as Markdown",
	.about = "Draft, notebook, questions, replies, result: the text belongs to you.",
	.examples =
		"prfaq export last -o attempt.md\tthe latest attempt as a file\n"
		"prfaq export --draft last -o new.md\tits draft, for check --diff old.md new.md\n",
	.options = options,
	.run = run,
};
