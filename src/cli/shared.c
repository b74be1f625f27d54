#include "shared.h"

#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/nearest.h"

const char *const cli_levels[] = {"L4", "L5", "L6", "L7", NULL};

enum pf_exit cli_print(const struct pf_cli *cli, struct pf_buf *text)
{
	if (text->len)
		fwrite(text->ptr, 1, text->len, cli->out);
	pf_buf_release(text);
	return PF_EXIT_OK;
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

enum pf_exit cli_rubric(const struct pf_cli *cli, const char *name, struct pf_rubric **out)
{
	static const char *const names[] = {"article", "canonical"};
	struct pf_yaml_errors errors = {0};
	struct pf_error err = {0};
	const char *near = pf_nearest(name, names, 2);
	enum pf_status status;

	if (strcmp(name, "article") && strcmp(name, "canonical")) {
		pf_error_set(&err, PF_ERR_USAGE, "no rubric \"%s\"%s%s%s", name,
			     near ? "; did you mean " : "; there is article and canonical",
			     near ? near : "", near ? "?" : "");
		return pf_cli_fail(cli, &err);
	}
	status = pf_rubric_load(out, name, &cli->paths, &errors);
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
