#include "shared.h"

#include <string.h>
#include <unistd.h>

#include "prfaq/base/clock.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/nearest.h"
#include "prfaq/base/path.h"
#include "prfaq/base/utf8.h"
#include "prfaq/doc/doc.h"
#include "prfaq/surface/layout.h"

const char *const cli_levels[] = {"L4", "L5", "L6", "L7", NULL};
const char *const cli_rubrics[] = {"article", "canonical", NULL};

int32_t cli_today(void)
{
	return (int32_t)pf_date_days(pf_date_from_utc(pf_now_read().utc));
}

enum pf_status cli_read_draft(const struct pf_cli *cli, const char *path, struct pf_buf *out,
			      struct pf_error *err)
{
	if (!strcmp(path, "-") && isatty(STDIN_FILENO))
		fputs("prfaq: type or paste the text; C-d on a line of its own ends it\n",
		      cli->err);
	return pf_file_read(path, PF_DOC_MAX_BYTES, out, err);
}

enum pf_exit cli_print(const struct pf_cli *cli, struct pf_buf *text)
{
	if (text->len)
		fwrite(text->ptr, 1, text->len, cli->out);
	pf_buf_release(text);
	return PF_EXIT_OK;
}

static void add_visible(struct pf_buf *out, struct pf_slice text)
{
	size_t len;

	for (size_t off = 0; off < text.len; off += len) {
		uint32_t rune = pf_utf8_decode(text, off, &len);

		if (rune == '\t')
			pf_buf_repeat(out, ' ', PF_TAB_COLUMNS);
		else
			pf_buf_rune(out, pf_utf8_is_hostile(rune) ? PF_RUNE_BAD : rune);
	}
}

/* Rows of one line, all below its first word, or below that of its item. */
static void add_line(struct pf_buf *out, struct pf_slice line, int columns)
{
	struct pf_slice rest = line, row;
	size_t indent = 0;

	while (indent < line.len && line.ptr[indent] == ' ')
		indent++;
	rest = pf_slice_cut(line, indent, line.len);
	pf_buf_repeat(out, ' ', indent);
	if (pf_slice_starts(rest, "- ")) {
		pf_buf_adds(out, "- ");
		rest = pf_slice_cut(rest, 2, rest.len);
		indent += 2;
	}
	if ((int)indent > columns / 2)
		indent = 0;
	for (bool first = true; pf_layout_next(&rest, columns - (int)indent, &row); first = false) {
		if (!first) {
			pf_buf_byte(out, '\n');
			pf_buf_repeat(out, ' ', indent);
		}
		add_visible(out, row);
	}
	pf_buf_byte(out, '\n');
}

void cli_add_prose(const struct pf_cli *cli, struct pf_buf *out, struct pf_slice text)
{
	struct pf_slice line;

	if (!cli->shown)
		pf_buf_slice(out, text);
	else
		while (pf_slice_line(&text, &line))
			add_line(out, line, cli->columns < 20 ? 20 : cli->columns);
}

enum pf_exit cli_print_prose(const struct pf_cli *cli, struct pf_buf *text)
{
	struct pf_buf out = {0};

	cli_add_prose(cli, &out, pf_buf_view(text));
	pf_buf_release(text);
	return cli_print(cli, &out);
}

void cli_yaml_errors(const struct pf_cli *cli, struct pf_yaml_errors *errors)
{
	struct pf_buf text = {0};

	pf_yaml_errors_text(errors, &text);
	if (text.len)
		fwrite(text.ptr, 1, text.len, cli->err);
	pf_buf_release(&text);
	pf_yaml_errors_release(errors);
}

bool cli_unread(const struct pf_yaml_errors *errors)
{
	return errors->n &&
	       (errors->v[0].status == PF_ERR_NOT_FOUND || errors->v[0].status == PF_ERR_IO);
}

enum pf_exit cli_rubric(const struct pf_cli *cli, const char *name, struct pf_rubric **out,
			bool *left_out)
{
	struct pf_yaml_errors errors = {0};
	struct pf_error err = {0};
	const char *near = pf_nearest(name, cli_rubrics, 2);
	enum pf_status status;

	if (strcmp(name, cli_rubrics[0]) && strcmp(name, cli_rubrics[1])) {
		pf_error_set(&err, PF_ERR_USAGE, "no rubric \"%s\"%s%s%s", name,
			     near ? "; did you mean " : "; there is article and canonical",
			     near ? near : "", near ? "?" : "");
		return pf_cli_fail(cli, &err);
	}
	status = pf_rubric_load(out, name, &cli->paths, &errors);
	if (left_out)
		*left_out = errors.n > 0;
	cli_yaml_errors(cli, &errors);
	return status == PF_OK ? PF_EXIT_OK : PF_EXIT_FAILED;
}

enum pf_exit cli_bank(const struct pf_cli *cli, struct pf_bank **out)
{
	struct pf_yaml_errors errors = {0};
	enum pf_status status = pf_bank_load(out, &cli->paths, &errors);

	cli_yaml_errors(cli, &errors);
	return status == PF_OK ? PF_EXIT_OK : PF_EXIT_FAILED;
}

enum pf_exit cli_not_found(const struct pf_cli *cli, struct pf_error *err)
{
	if (err->status == PF_ERR_NOT_FOUND || err->status == PF_ERR_INVALID)
		err->status = PF_ERR_USAGE;
	return pf_cli_fail(cli, err);
}

const struct pf_prompt *cli_prompt(const struct pf_cli *cli, const struct pf_bank *bank,
				   const char *id)
{
	struct pf_error err = {0};
	const struct pf_prompt *prompt = pf_bank_find(bank, id, &err);

	if (!prompt)
		cli_not_found(cli, &err);
	return prompt;
}

enum pf_exit cli_no_terminal(const struct pf_cli *cli)
{
	fputs("prfaq: the screens need a terminal; with --plain interview and drill go line by "
	      "line, `prfaq help` lists what needs none\n",
	      cli->err);
	return PF_EXIT_FAILED;
}

void cli_no_rule(const struct pf_rubric *rubric, const char *id, struct pf_error *err)
{
	size_t n = pf_rubric_rules(rubric);
	const char **names = pf_xcalloc(n, sizeof(*names));
	const char *near;

	for (size_t i = 0; i < n; i++)
		names[i] = pf_rubric_rule(rubric, i).id;
	near = pf_nearest(id, names, n);
	pf_error_set(err, PF_ERR_USAGE, "no rule \"%s\"%s%s%s", id, near ? "; did you mean " : "",
		     near ? near : " (see: prfaq rubric)", near ? "?" : "");
	free(names);
}
