#include "checking.h"

#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "prfaq/bank/skeleton.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"
#include "prfaq/session/shipped_texts.h"

static void add_off(struct checking *c, const char *id, size_t len)
{
	struct pf_slice name = pf_slice_trim(pf_slice_make(id, len));

	if (name.len)
		*PF_PUSH(&c->off) = pf_xslicedup(name);
}

/* The names of --off, parted at commas, and those of the configuration. */
static void gather_off(struct checking *c)
{
	const struct pf_option_list *given = c->o.off;

	for (size_t i = 0; i < given->n; i++)
		for (const char *at = given->v[i]; at;
		     at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
			add_off(c, at, strcspn(at, ","));
	for (size_t i = 0; i < c->config.off.n; i++)
		add_off(c, c->config.off.v[i], strlen(c->config.off.v[i]));
}

static void gather_severities(struct checking *c)
{
	size_t n = c->config.severities.n;

	c->severities = pf_xcalloc(n + 1, sizeof(*c->severities));
	for (size_t i = 0; i < n; i++) {
		c->severities[i].rule = c->config.severities.v[i].rule;
		c->severities[i].severity = c->config.severities.v[i].severity;
	}
}

static enum pf_exit load_prompt(struct checking *c)
{
	enum pf_exit code;

	if (!c->o.prompt)
		return PF_EXIT_OK;
	code = cli_bank(c->cli, &c->bank);
	if (code != PF_EXIT_OK)
		return code;
	c->prompt = cli_prompt(c->cli, c->bank, c->o.prompt);
	if (!c->prompt)
		return PF_EXIT_USAGE;
	c->context = pf_session_context_of_prompt(c->prompt, cli_today(), c->o.role,
						  c->o.level < 0 ? 0 : c->o.level + 4);
	return PF_EXIT_OK;
}

static enum pf_exit load_past(struct checking *c)
{
	if (!c->o.past)
		return PF_EXIT_OK;
	keeper_open(&c->keeper, c->cli);
	if (!c->keeper.store)
		return keeper_closed(&c->keeper, c->cli);
	keeper_past(&c->keeper, &c->past);
	return PF_EXIT_OK;
}

/* Going on without the rules of a broken file, or with a configuration that was not read, would
 * hold a project against rules it did not choose, and be green in its CI. */
static enum pf_exit nothing_checked(const struct checking *c, const char *what)
{
	fprintf(c->cli->err, "prfaq: nothing was checked; %s must be mended first\n", what);
	return PF_EXIT_USAGE;
}

static enum pf_exit load_rubric(struct checking *c, int which)
{
	struct pf_error err = {0};
	bool left_out = false;
	enum pf_exit code;

	if (c->rubrics[which])
		return PF_EXIT_OK;
	if (pf_skeleton_load(&c->cli->paths, cli_rubrics[which], &c->skeletons[which], &err) !=
	    PF_OK)
		return pf_cli_fail(c->cli, &err);
	code = cli_rubric(c->cli, cli_rubrics[which], &c->rubrics[which], &left_out);
	if (code != PF_EXIT_OK || !left_out)
		return code;
	pf_rubric_free(c->rubrics[which]);
	c->rubrics[which] = NULL; /* nor is the next draft to be held against what is left */
	return nothing_checked(c, "the rules");
}

static bool has_rule(const struct pf_rubric *rubric, const char *id)
{
	for (size_t i = 0; i < pf_rubric_rules(rubric); i++)
		if (pf_slice_equal_nocase(pf_slice_of(id),
					  pf_slice_of(pf_rubric_rule(rubric, i).id)))
			return true;
	return false;
}

/* A rule of the other rubric is known too; only for a name that is in neither both are loaded. */
static enum pf_exit known_rule(struct checking *c, int which, const char *id)
{
	struct pf_error err = {0};
	enum pf_exit code;

	if (has_rule(c->rubrics[which], id))
		return PF_EXIT_OK;
	code = load_rubric(c, !which);
	if (code != PF_EXIT_OK || has_rule(c->rubrics[!which], id))
		return code;
	cli_no_rule(c->rubrics[which], id, &err);
	return pf_cli_fail(c->cli, &err);
}

/* Names are held against the first rubric that a draft asks for: a typo silences nothing. */
static enum pf_exit check_names(struct checking *c, int which)
{
	enum pf_exit code = PF_EXIT_OK;

	if (c->o.why && *c->o.why)
		code = known_rule(c, which, c->o.why);
	for (size_t i = 0; i < c->off.n && code == PF_EXIT_OK; i++)
		code = known_rule(c, which, c->off.v[i]);
	for (size_t i = 0; i < c->config.severities.n && code == PF_EXIT_OK; i++)
		code = known_rule(c, which, c->severities[i].rule);
	return code;
}

static enum pf_exit load_config(struct checking *c)
{
	struct pf_yaml_errors errors = {0};
	char cwd[PF_PATH_MAX];
	enum pf_exit code;
	bool unread;

	if (pf_config_load(&c->config, &c->cli->paths, getcwd(cwd, sizeof(cwd)), &errors) ==
	    PF_OK) {
		pf_yaml_errors_release(&errors);
		return PF_EXIT_OK;
	}
	unread = cli_unread(&errors);
	cli_yaml_errors(c->cli, &errors);
	code = nothing_checked(c, "the configuration");
	return unread ? PF_EXIT_FAILED : code;
}

enum pf_exit checking_open(struct checking *c, const struct pf_cli *cli,
			   const struct checking_options *options)
{
	enum pf_exit code;

	*c = (struct checking){.cli = cli, .o = *options};
	code = load_config(c);
	if (code != PF_EXIT_OK)
		return code;
	if (c->o.rubric < 0)
		c->o.rubric = c->config.rubric;
	if (c->o.role < 0)
		c->o.role = c->config.role;
	if (c->o.level < 0 && c->config.level)
		c->o.level = c->config.level - 4;
	if (!c->o.prompt)
		c->o.prompt = c->config.prompt;
	gather_off(c);
	gather_severities(c);
	code = load_prompt(c);
	return code == PF_EXIT_OK ? load_past(c) : code;
}

void checking_release(struct checking *c)
{
	pf_session_context_free(c->context);
	pf_bank_free(c->bank);
	for (int i = 0; i < 2; i++) {
		pf_rubric_free(c->rubrics[i]);
		pf_buf_release(&c->skeletons[i]);
	}
	if (c->o.past) {
		past_release(&c->past);
		keeper_close(&c->keeper);
	}
	pf_names_release(&c->off);
	free(c->severities);
	pf_config_release(&c->config);
}

static struct pf_check_context context_of(struct checking *c, int which)
{
	struct pf_check_context context = {0};

	if (c->context) {
		context = *pf_session_context_get(c->context);
	} else {
		context.today = cli_today();
		context.role =
			c->o.role < 0 ? PF_CANDIDATE_PM : (enum pf_role_of_candidate)c->o.role;
		context.level = c->o.level < 0 ? 0 : (enum pf_level)(c->o.level + 4);
		context.known = &pf_shipped_texts;
	}
	context.only = PF_PART_COUNT;
	context.untold = !c->o.why;
	context.skeleton = pf_buf_view(&c->skeletons[which]);
	context.past = c->past.v;
	context.n_past = c->past.n;
	context.off = (struct pf_words){(const char *const *)c->off.v, c->off.n};
	context.severities = c->severities;
	context.n_severities = c->config.severities.n;
	return context;
}

/* What the writing programs of most people save unless they are asked for text; NULL: not that. */
static const char *foreign_format(struct pf_slice text)
{
	static const struct {
		const char *begins, *is;
	} formats[] = {
		{"PK\003\004", "a Word or OpenDocument file"},
		{"\xD0\xCF\x11\xE0", "an old Word file"},
		{"%PDF-", "a PDF"},
		{"{\\rtf", "an RTF file"},
	};

	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (pf_slice_starts(text, formats[i].begins))
			return formats[i].is;
	return NULL;
}

static bool is_utf16(struct pf_slice text)
{
	return text.len > 1 &&
	       (!memcmp(text.ptr, "\xFF\xFE", 2) || !memcmp(text.ptr, "\xFE\xFF", 2));
}

/* A draft is read byte for byte whatever it holds; what is no text is said, and what would be. */
static void tell_odd_bytes(const struct checking *c, const char *path, const struct pf_check *check)
{
	struct pf_slice text = pf_doc_text(check->doc);
	size_t at = pf_utf8_valid(text), cr = 0;
	struct pf_place place;

	if (foreign_format(text)) {
		fprintf(c->cli->err, "prfaq: %s: this is %s; save it as plain text or Markdown\n",
			path, foreign_format(text));
		return;
	}
	if (at < text.len && is_utf16(text)) {
		fprintf(c->cli->err, "prfaq: %s:1:1: this is UTF-16; save it as UTF-8\n", path);
	} else if (at < text.len) {
		place = pf_doc_place(check->doc, (uint32_t)at);
		fprintf(c->cli->err,
			"prfaq: %s:%u:%u: byte 0x%02X is no UTF-8, and is read as U+FFFD; save it "
			"as "
			"UTF-8\n",
			path, place.line, place.column, (unsigned)(unsigned char)text.ptr[at]);
	}
	if (pf_slice_find(text, PF_SLICE("\n")) == text.len)
		cr = pf_slice_find(text, PF_SLICE("\r"));
	if (cr > 0 && cr < text.len) {
		place = pf_doc_place(check->doc, (uint32_t)cr);
		fprintf(c->cli->err,
			"prfaq: %s:%u:%u: lines end in CR alone, and are read as one; save it with "
			"LF "
			"or CRLF\n",
			path, place.line, place.column);
	}
}

/* "<!-- prfaq: off PRB-40 -->": a typo silences nothing, and is told where it stands. */
static enum pf_exit tell_unknown_off(struct checking *c, const char *path,
				     const struct pf_check *check, int which)
{
	enum pf_exit code = PF_EXIT_OK;

	for (size_t i = 0; i < check->card.unknown_off.n; i++) {
		struct pf_range at = check->card.unknown_off.v[i];
		struct pf_place place = pf_doc_place(check->doc, at.begin);
		struct pf_slice id = pf_slice_range(pf_doc_text(check->doc), at);
		struct pf_error err = {0};
		char name[64];

		snprintf(name, sizeof(name), "%.*s", (int)id.len, id.ptr);
		code = load_rubric(c, !which);
		if (code != PF_EXIT_OK || has_rule(c->rubrics[!which], name))
			continue;
		cli_no_rule(c->rubrics[which], name, &err);
		fprintf(c->cli->err, "prfaq: %s:%u:%u: %s\n", path, place.line, place.column,
			err.message);
	}
	return code;
}

/* As told; with a prompt as the article; else as the draft's shape is. */
static int rubric_for(const struct checking *c, const struct pf_check *check)
{
	if (c->o.rubric >= 0)
		return c->o.rubric;
	return !c->prompt && check->parts.shape == PF_SHAPE_CANONICAL;
}

static enum pf_exit judge(struct checking *c, struct pf_check *check, struct pf_checked *file)
{
	int which = rubric_for(c, check);
	bool first = !c->rubrics[0] && !c->rubrics[1];
	enum pf_exit code = load_rubric(c, which);
	struct pf_check_context context;

	if (code == PF_EXIT_OK && first)
		code = check_names(c, which);
	if (code != PF_EXIT_OK)
		return code;
	context = context_of(c, which);
	pf_check_judge(check, c->rubrics[which], &context);
	code = tell_unknown_off(c, file->path, check, which);
	if (code != PF_EXIT_OK)
		return code;
	file->rubric = c->rubrics[which];
	file->check = check;
	return PF_EXIT_OK;
}

enum pf_exit checking_file(struct checking *c, const char *path, struct pf_check *check,
			   struct pf_checked *file, struct pf_error *err)
{
	struct pf_buf text = {0};
	enum pf_status status;
	enum pf_exit code;

	*file = (struct pf_checked){.path = path, .error = err, .with_prompt = c->prompt != NULL};
	status = cli_read_draft(c->cli, path, &text, err);
	if (status == PF_OK) {
		status = pf_check_read(check, pf_buf_view(&text), err);
		if (status != PF_OK)
			pf_error_at(err, path, 0, 0);
	}
	pf_buf_release(&text);
	if (status != PF_OK)
		return pf_cli_fail(c->cli, err);
	code = judge(c, check, file);
	if (code == PF_EXIT_OK)
		tell_odd_bytes(c, path, check);
	else
		pf_check_release(check);
	return code;
}
