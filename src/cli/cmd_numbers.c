/* prfaq numbers: every quantity of a draft, for people and for scripts. */

#include "commands.h"
#include "prfaq/doc/doc.h"
#include "prfaq/quant/json.h"
#include "prfaq/report/numbers_report.h"
#include "shared.h"

struct numbers_options {
	bool json, lines;
};

static const struct pf_option options[] = {
	{.name = "json",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct numbers_options, json),
	 .help = "one JSON object a line"},
	{.name = "lines",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct numbers_options, lines),
	 .help = "each input line is a text of its own and gets one JSON object"},
	{0},
};

static enum pf_exit print_file(const struct pf_cli *cli, const char *path,
			       const struct numbers_options *o)
{
	struct pf_buf text = {0}, out = {0};
	struct pf_error err = {0};
	struct pf_quants quants = {0};
	struct pf_doc *doc = NULL;

	if (cli_read_draft(cli, path, &text, &err) != PF_OK)
		return pf_cli_fail(cli, &err);
	if (o->lines) {
		pf_quants_json_lines(&out, pf_buf_view(&text));
	} else if (pf_doc_new(&doc, pf_buf_view(&text), &err) == PF_OK) {
		pf_quants_scan(&quants, pf_doc_text(doc), pf_doc_tokens(doc));
		if (!o->json)
			pf_report_numbers_text(&out, doc, &quants, path);
		for (size_t i = 0; o->json && i < quants.n; i++) {
			pf_quant_json(&out, pf_doc_text(doc), &quants.v[i]);
			pf_buf_byte(&out, '\n');
		}
	}
	pf_quants_release(&quants);
	pf_doc_free(doc);
	pf_buf_release(&text);
	cli_print(cli, &out);
	return err.status == PF_OK ? PF_EXIT_OK : pf_cli_fail(cli, &err);
}

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct numbers_options o = {0};
	struct pf_words_given words;
	char standard[] = "-";
	char *alone[] = {standard};
	enum pf_exit code = PF_EXIT_OK;

	if (!pf_cli_options(cli, &pf_command_numbers, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	if (!words.n)
		words = (struct pf_words_given){alone, 1};
	for (size_t i = 0; i < words.n; i++)
		if (print_file(cli, words.v[i], &o) != PF_EXIT_OK)
			code = PF_EXIT_FAILED;
	return code;
}

const struct pf_command pf_command_numbers = {
	.name = "numbers",
	.words = "[FILE...]",
	.summary = "List every number: what it measures, and what is missing",
	.about = "Years, versions, list numbers and names such as \"S3\" are not numbers. Without "
		 "a file, or\n"
		 "with -, standard input is read.",
	.examples = "prfaq numbers draft.md\tthe metric audit of a draft\n"
		    "prfaq numbers --lines < sentences.txt\tone JSON object a line\n",
	.options = options,
	.run = run,
};
