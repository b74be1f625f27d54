/* prfaq check: drafts held against the rules, for people and for scripts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "prfaq/bank/config.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"
#include "prfaq/report/check_report.h"
#include "prfaq/session/interview.h"
#include "shared.h"

#include <unistd.h>

static const char *const formats[] = {"text", "json", "sarif", "github", NULL};
static const char *const severities[] = {"info", "minor", "major", "critical", "never", NULL};
static const char *const rubrics[] = {"article", "canonical", NULL};
static const char *const roles[] = {"pm", "tpm", "leader", NULL};
static const char *const levels[] = {"L4", "L5", "L6", "L7", NULL};

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF, FORMAT_GITHUB };
enum { NEVER = 4 };

struct check_options {
	int format, fail_on, rubric, role, level;
	const char *prompt;
	const char *why;
	bool all;
	bool proofs;
	struct pf_option_list off;
};

#define FIELD(name) offsetof(struct check_options, name)

static const struct pf_option options[] = {
	{.name = "format",
	 .letter = 'f',
	 .kind = PF_OPTION_CHOICE,
	 .offset = FIELD(format),
	 .value = "FORMAT",
	 .choices = formats,
	 .help = "how to print"},
	{.name = "prompt",
	 .letter = 'p',
	 .kind = PF_OPTION_TEXT,
	 .offset = FIELD(prompt),
	 .value = "ID",
	 .help = "hold the draft against this prompt: its facts, limits and goal",
	 .complete = "prompt"},
	{.name = "fail-on",
	 .kind = PF_OPTION_CHOICE,
	 .offset = FIELD(fail_on),
	 .value = "SEVERITY",
	 .choices = severities,
	 .help = "exit with 1 from this severity on (critical, unless you set another)"},
	{.name = "rubric",
	 .kind = PF_OPTION_CHOICE,
	 .offset = FIELD(rubric),
	 .value = "NAME",
	 .choices = rubrics,
	 .help = "else chosen by the draft's shape"},
	{.name = "role",
	 .kind = PF_OPTION_CHOICE,
	 .offset = FIELD(role),
	 .value = "ROLE",
	 .choices = roles,
	 .help = "judge as"},
	{.name = "level",
	 .kind = PF_OPTION_CHOICE,
	 .offset = FIELD(level),
	 .value = "LEVEL",
	 .choices = levels,
	 .help = "judge as"},
	{.name = "off",
	 .kind = PF_OPTION_LIST,
	 .offset = FIELD(off),
	 .value = "RULE,...",
	 .help = "silence rules by id",
	 .complete = "rule"},
	{.name = "all",
	 .letter = 'a',
	 .kind = PF_OPTION_FLAG,
	 .offset = FIELD(all),
	 .help = "every finding, not only the five that cost most"},
	{.name = "why",
	 .kind = PF_OPTION_FLAG,
	 .offset = FIELD(proofs),
	 .help = "the proof behind each point"},
	{.name = "rule",
	 .kind = PF_OPTION_TEXT,
	 .offset = FIELD(why),
	 .value = "RULE",
	 .help = "with --why: of this rule alone",
	 .complete = "rule"},
	{0},
};

/* What all files are checked with. */
struct checking {
	const struct pf_cli *cli;
	const struct check_options *o;
	struct pf_config config;
	struct pf_bank *bank;
	const struct pf_prompt *prompt;
	struct pf_session_context *context; /* with a prompt */
	struct pf_rubric *rubrics[2];       /* article, canonical: loaded when first needed */
	const char *const *off;
	size_t n_off;
};

/* The names of --off, parted at commas, and those of the configuration. */
static void gather_off(struct checking *c, struct pf_names *names)
{
	for (size_t i = 0; i < c->config.off.n; i++)
		*PF_PUSH(names) = pf_xstrdup(c->config.off.v[i]);
	for (size_t i = 0; i < c->o->off.n; i++) {
		struct pf_slice rest = pf_slice_of(c->o->off.v[i]);

		while (rest.len) {
			size_t end = pf_slice_find(rest, PF_SLICE(","));

			*PF_PUSH(names) = pf_xslicedup(pf_slice_trim(pf_slice_cut(rest, 0, end)));
			rest = pf_slice_cut(rest, end < rest.len ? end + 1 : end, rest.len);
		}
	}
	c->off = (const char *const *)names->v;
	c->n_off = names->n;
}

static enum pf_exit load_prompt(struct checking *c)
{
	struct pf_error err = {0};
	struct pf_now now = pf_now_read();
	enum pf_exit code;

	if (!c->o->prompt)
		return PF_EXIT_OK;
	code = cli_bank(c->cli, &c->bank);
	if (code != PF_EXIT_OK)
		return code;
	c->prompt = pf_bank_find(c->bank, c->o->prompt, &err);
	if (!c->prompt) {
		err.status = PF_ERR_USAGE;
		return pf_cli_fail(c->cli, &err);
	}
	c->context = pf_session_context_of_prompt(
		c->prompt, (int32_t)pf_date_days(pf_date_from_utc(now.utc)), c->o->role,
		c->o->level < 0 ? 0 : c->o->level + 4);
	return PF_EXIT_OK;
}

static struct pf_check_context context_of(struct checking *c)
{
	struct pf_now now = pf_now_read();
	struct pf_check_context context = {0};

	if (c->context) {
		context = *pf_session_context_get(c->context);
	} else {
		context.today = (int32_t)pf_date_days(pf_date_from_utc(now.utc));
		context.role =
			c->o->role < 0 ? PF_CANDIDATE_PM : (enum pf_role_of_candidate)c->o->role;
		context.level = c->o->level < 0 ? 0 : (enum pf_level)(c->o->level + 4);
	}
	context.only = PF_PART_COUNT;
	context.off = (struct pf_words){c->off, c->n_off};
	return context;
}

static enum pf_exit rubric_at(struct checking *c, int which)
{
	return c->rubrics[which] ? PF_EXIT_OK
				 : cli_rubric(c->cli, rubrics[which], &c->rubrics[which]);
}

/* A draft is read byte for byte whatever it holds; what is no text is said. */
static void tell_bad_byte(const struct checking *c, const char *path, const struct pf_check *check)
{
	struct pf_slice text = pf_doc_text(check->doc);
	size_t at = pf_utf8_valid(text);
	struct pf_place place;

	if (at == text.len)
		return;
	place = pf_doc_place(check->doc, (uint32_t)at);
	fprintf(c->cli->err, "prfaq: %s:%u:%u: byte 0x%02X is no UTF-8; it is read as U+FFFD\n",
		path, place.line, place.column, (unsigned)(unsigned char)text.ptr[at]);
}

/* Reads and checks one file; what cannot be read is said and counted. */
static enum pf_exit check_one(struct checking *c, const char *path, struct pf_check *check,
			      struct pf_checked *out, struct pf_error *err)
{
	struct pf_check_context context = context_of(c);
	struct pf_buf text = {0};
	int which = c->o->rubric >= 0 ? c->o->rubric : 0;
	enum pf_exit code = rubric_at(c, which);

	*out = (struct pf_checked){.path = path, .error = err, .with_prompt = c->prompt != NULL};
	if (code != PF_EXIT_OK)
		return code;
	if (pf_file_read(path, PF_DOC_MAX_BYTES, &text, err) != PF_OK) {
		pf_buf_release(&text);
		return pf_cli_fail(c->cli, err);
	}
	if (pf_check_run(check, c->rubrics[which], pf_buf_view(&text), &context, err) != PF_OK) {
		pf_error_at(err, path, 0, 0);
		pf_buf_release(&text);
		return pf_cli_fail(c->cli, err);
	}
	/* Without a prompt and without being told, the draft's shape chooses its rubric. */
	if (c->o->rubric < 0 && !c->prompt && check->card.shape == PF_SHAPE_CANONICAL) {
		which = 1;
		code = rubric_at(c, which);
		pf_check_release(check);
		if (code == PF_EXIT_OK && pf_check_run(check, c->rubrics[which], pf_buf_view(&text),
						       &context, err) != PF_OK)
			code = pf_cli_fail(c->cli, err);
	}
	pf_buf_release(&text);
	if (code == PF_EXIT_OK)
		tell_bad_byte(c, path, check);
	out->check = code == PF_EXIT_OK ? check : NULL;
	out->rubric = c->rubrics[which];
	return code;
}

static bool worst_at_least(const struct pf_checked *file, int severity)
{
	/* What is not scored was not judged: its reason is told, and it neither passes nor fails.
	 */
	if (!file->check || !file->check->card.scored || severity >= NEVER)
		return false;
	for (size_t i = 0; i < file->check->card.findings.n; i++)
		if ((int)file->check->card.findings.v[i].severity >= severity)
			return true;
	return false;
}

static void print(struct checking *c, const struct pf_checked *files, size_t n)
{
	struct pf_report_options report = {
		.color = c->cli->color,
		.all = c->o->all,
		.why = c->o->why      ? c->o->why
		       : c->o->proofs ? ""
				      : NULL,
		.columns = c->cli->columns,
	};
	struct pf_buf out = {0};

	switch ((enum format)c->o->format) {
	case FORMAT_TEXT: pf_report_check_text(&out, files, n, &report); break;
	case FORMAT_JSON: pf_report_check_json(&out, files, n, &report); break;
	case FORMAT_SARIF: pf_report_check_sarif(&out, files, n, &report); break;
	case FORMAT_GITHUB: pf_report_check_github(&out, files, n, &report); break;
	}
	cli_print(c->cli, &out);
}

static enum pf_exit check_all(struct checking *c, char **paths, size_t n)
{
	struct pf_check *checks = pf_xcalloc(n, sizeof(*checks));
	struct pf_checked *files = pf_xcalloc(n, sizeof(*files));
	struct pf_error *errors = pf_xcalloc(n, sizeof(*errors));
	enum pf_exit code = PF_EXIT_OK;
	int fail_on = c->o->fail_on >= 0 ? c->o->fail_on : c->config.fail_on;

	for (size_t i = 0; i < n; i++)
		if (check_one(c, paths[i], &checks[i], &files[i], &errors[i]) != PF_EXIT_OK)
			code = PF_EXIT_FAILED;
	print(c, files, n);
	for (size_t i = 0; i < n; i++) {
		if (code == PF_EXIT_OK && worst_at_least(&files[i], fail_on))
			code = PF_EXIT_FINDINGS;
		if (files[i].check)
			pf_check_release(&checks[i]);
	}
	free(checks);
	free(files);
	free(errors);
	return code;
}

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct check_options o = {.fail_on = -1, .rubric = -1, .role = -1, .level = -1};
	struct checking c = {.cli = cli, .o = &o};
	struct pf_words_given words;
	struct pf_yaml_errors errors = {0};
	struct pf_names off = {0};
	char cwd[PF_PATH_MAX];
	enum pf_exit code;

	if (!pf_cli_options(cli, &pf_command_check, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	if (!words.n)
		return pf_cli_usage(cli, &pf_command_check,
				    "name at least one file; - is standard input");
	if (pf_config_load(&c.config, &cli->paths, getcwd(cwd, sizeof(cwd)), &errors) != PF_OK)
		cli_yaml_errors(cli, &errors);
	pf_yaml_errors_release(&errors);
	gather_off(&c, &off);
	code = load_prompt(&c);
	if (code == PF_EXIT_OK)
		code = check_all(&c, words.v, words.n);
	pf_session_context_free(c.context);
	pf_bank_free(c.bank);
	pf_rubric_free(c.rubrics[0]);
	pf_rubric_free(c.rubrics[1]);
	pf_names_release(&off);
	pf_config_release(&c.config);
	return code;
}

const struct pf_command pf_command_check = {
	.name = "check",
	.words = "FILE...",
	.summary = "Hold drafts against the rules",
	.about = "Says first how the draft was read, then what costs most, with the words behind "
		 "it. The text\n"
		 "is never stored. - is standard input.",
	.examples = "prfaq check draft.md\tthe five findings that cost most\n"
		    "prfaq check --why draft.md\tthe proof behind each point\n"
		    "prfaq check --format json --fail-on major *.md\tfor scripts\n",
	.options = options,
	.run = run,
};
