/* prfaq check: drafts held against the rules, for people and for scripts. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "checking.h"
#include "commands.h"
#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"

static const char *const formats[] = {"text", "json", "sarif", "github", "html", NULL};
static const char *const severities[] = {"info", "minor", "major", "critical", "never", NULL};

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF, FORMAT_GITHUB, FORMAT_HTML };
enum { NEVER = 4, WATCH_MS = 200 };

struct check_options {
	int format, fail_on, rubric, role, level;
	const char *prompt;
	const char *why;
	bool all, diff, aloud, watch, past;
	struct pf_option_list off;
};

#define FIELD(name) offsetof(struct check_options, name)

/* "PRB-02": capitals, digits and a dash, so that `--why draft.md` means the draft. */
static bool is_rule(const char *word)
{
	return pf_ascii_is_capital(*word) && strchr(word, '-') &&
	       !word[strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] && access(word, F_OK);
}

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
	 .choices = cli_rubrics,
	 .help = "else chosen by the draft's shape"},
	{.name = "role",
	 .kind = PF_OPTION_CHOICE,
	 .offset = FIELD(role),
	 .value = "ROLE",
	 .choices = pf_prompt_roles,
	 .help = "judge as"},
	{.name = "level",
	 .kind = PF_OPTION_CHOICE,
	 .offset = FIELD(level),
	 .value = "LEVEL",
	 .choices = cli_levels,
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
	 .kind = PF_OPTION_MAYBE,
	 .offset = FIELD(why),
	 .value = "RULE",
	 .is_value = is_rule,
	 .help = "the proof behind each point, or behind those of one rule",
	 .complete = "rule"},
	{.name = "diff",
	 .kind = PF_OPTION_FLAG,
	 .offset = FIELD(diff),
	 .help = "two files, OLD and NEW: which findings came and went, the score by section"},
	{.name = "read-aloud",
	 .kind = PF_OPTION_FLAG,
	 .offset = FIELD(aloud),
	 .help = "where a reader would stumble, and how each part reads"},
	{.name = "past",
	 .kind = PF_OPTION_FLAG,
	 .offset = FIELD(past),
	 .help = "hold the draft against your past attempts too"},
	{.name = "watch",
	 .letter = 'w',
	 .kind = PF_OPTION_FLAG,
	 .offset = FIELD(watch),
	 .help = "check again whenever a file changes, until C-c"},
	{0},
};

static struct pf_report_options report_options(const struct checking *c,
					       const struct check_options *o)
{
	return (struct pf_report_options){
		.color = c->config.colour == PF_CONFIG_COLOUR_ALWAYS ||
			 (c->config.colour == PF_CONFIG_COLOUR_AUTO && c->cli->color),
		.all = o->all,
		.aloud = o->aloud,
		.why = o->why,
		.columns = c->cli->columns,
	};
}

static void print(const struct checking *c, const struct check_options *o,
		  const struct pf_checked *files, size_t n)
{
	struct pf_report_options report = report_options(c, o);
	struct pf_buf out = {0};

	switch ((enum format)o->format) {
	case FORMAT_TEXT:
		if (o->aloud)
			pf_report_aloud_text(&out, files, n, &report);
		else
			pf_report_check_text(&out, files, n, &report);
		break;
	case FORMAT_JSON: pf_report_check_json(&out, files, n, &report); break;
	case FORMAT_SARIF: pf_report_check_sarif(&out, files, n, &report); break;
	case FORMAT_GITHUB: pf_report_check_github(&out, files, n, &report); break;
	case FORMAT_HTML: pf_report_check_html(&out, files, n, &report); break;
	}
	cli_print(c->cli, &out);
}

static int fail_on(const struct checking *c, const struct check_options *o)
{
	return o->fail_on >= 0 ? o->fail_on : c->config.fail_on;
}

/* What is not scored was not judged: its reason is told, and it neither passes nor fails. */
static bool worst_at_least(const struct pf_checked *file, int severity)
{
	if (!file->check || !file->check->card.scored || severity >= NEVER)
		return false;
	for (size_t i = 0; i < file->check->card.findings.n; i++)
		if ((int)file->check->card.findings.v[i].severity >= severity)
			return true;
	return false;
}

/* The drafts of one run, and how it went. */
struct batch {
	struct pf_check *checks;
	struct pf_checked *files;
	struct pf_error *errors;
	size_t n;
	enum pf_exit code;
};

static struct batch batch_read(struct checking *c, char **paths, size_t n)
{
	struct batch b = {.checks = pf_xcalloc(n, sizeof(*b.checks)),
			  .files = pf_xcalloc(n, sizeof(*b.files)),
			  .errors = pf_xcalloc(n, sizeof(*b.errors)),
			  .n = n};

	for (size_t i = 0; i < n && b.code != PF_EXIT_USAGE; i++) {
		enum pf_exit code =
			checking_file(c, paths[i], &b.checks[i], &b.files[i], &b.errors[i]);

		b.code = code == PF_EXIT_OK ? b.code : code;
	}
	return b;
}

static void batch_release(struct batch *b)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->files[i].check)
			pf_check_release(&b->checks[i]);
	free(b->checks);
	free(b->files);
	free(b->errors);
}

static enum pf_exit check_all(struct checking *c, const struct check_options *o, char **paths,
			      size_t n)
{
	struct batch b = batch_read(c, paths, n);

	if (b.code != PF_EXIT_USAGE)
		print(c, o, b.files, n);
	for (size_t i = 0; i < n && b.code == PF_EXIT_OK; i++)
		if (worst_at_least(&b.files[i], fail_on(c, o)))
			b.code = PF_EXIT_FINDINGS;
	batch_release(&b);
	return b.code;
}

/* Only what came can fail: the rest was there before. */
static enum pf_exit check_diff(struct checking *c, const struct check_options *o, char **paths)
{
	struct batch b = batch_read(c, paths, 2);
	struct pf_report_options report = report_options(c, o);
	struct pf_report_diff diff;
	struct pf_buf out = {0};

	if (b.code == PF_EXIT_OK) {
		pf_report_diff_init(&diff, &b.files[0], &b.files[1]);
		if (o->format == FORMAT_JSON)
			pf_report_diff_json(&out, &b.files[0], &b.files[1], &diff, &report);
		else
			pf_report_diff_text(&out, &b.files[0], &b.files[1], &diff, &report);
		cli_print(c->cli, &out);
		for (size_t i = 0; i < diff.came.n; i++)
			if ((int)b.checks[1].card.findings.v[diff.came.v[i]].severity >=
			    fail_on(c, o))
				b.code = PF_EXIT_FINDINGS;
		pf_report_diff_release(&diff);
	}
	batch_release(&b);
	return b.code;
}

/* Changes with each file that was written, replaced, removed or came back. */
static uint64_t stamp_of(char **paths, size_t n)
{
	uint64_t stamp = 14695981039346656037u;

	for (size_t i = 0; i < n; i++) {
		struct stat st = {0};
		const int64_t fields[] = {stat(paths[i], &st), (int64_t)st.st_mtim.tv_sec,
					  (int64_t)st.st_mtim.tv_nsec, (int64_t)st.st_size,
					  (int64_t)st.st_ino};

		for (size_t k = 0; k < sizeof(fields) / sizeof(*fields); k++)
			stamp = (stamp ^ (uint64_t)fields[k]) * 1099511628211u;
	}
	return stamp;
}

/* Until the reader is gone or a signal ends it. */
static enum pf_exit watch(struct checking *c, const struct check_options *o, char **paths, size_t n)
{
	struct pollfd reader = {.fd = fileno(c->cli->out)}; /* polled for its end alone */

	for (;;) {
		uint64_t seen = stamp_of(paths, n);

		if (c->cli->color) {
			fputs("\033[H\033[2J", c->cli->out);
			fflush(c->cli->out); /* or it would wipe away what is told meanwhile */
		}
		if (check_all(c, o, paths, n) == PF_EXIT_USAGE)
			return PF_EXIT_USAGE;
		fputs("prfaq: watching; C-c ends it\n", c->cli->err);
		if (fflush(c->cli->out))
			return PF_EXIT_FAILED;
		while (stamp_of(paths, n) == seen)
			if (poll(&reader, 1, WATCH_MS) > 0)
				return PF_EXIT_FAILED;
	}
}

/* What cannot go together, said before anything is read; NULL when all is well. */
static const char *unfit(const struct check_options *o, const struct pf_words_given *words)
{
	if (!words->n)
		return "name at least one file; - is standard input";
	if (o->diff && words->n != 2)
		return "--diff takes two files: OLD NEW";
	if (o->diff && o->format != FORMAT_TEXT && o->format != FORMAT_JSON)
		return "--diff prints text or json";
	if (o->aloud && o->format != FORMAT_TEXT && o->format != FORMAT_JSON)
		return "--read-aloud prints text or json";
	if (o->watch && o->diff)
		return "--watch and --diff do not go together";
	for (size_t i = 0; i < words->n && o->watch; i++)
		if (!strcmp(words->v[i], "-"))
			return "standard input cannot be watched";
	return NULL;
}

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct check_options o = {.fail_on = -1, .rubric = -1, .role = -1, .level = -1};
	struct checking c;
	struct pf_words_given words;
	enum pf_exit code;

	if (!pf_cli_options(cli, &pf_command_check, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	if (unfit(&o, &words))
		return pf_cli_usage(cli, &pf_command_check, "%s", unfit(&o, &words));
	code = checking_open(&c, cli,
			     &(struct checking_options){.rubric = o.rubric,
							.role = o.role,
							.level = o.level,
							.prompt = o.prompt,
							.why = o.why,
							.past = o.past,
							.off = &o.off});
	if (code == PF_EXIT_OK && o.diff)
		code = check_diff(&c, &o, words.v);
	else if (code == PF_EXIT_OK && o.watch)
		code = watch(&c, &o, words.v, words.n);
	else if (code == PF_EXIT_OK)
		code = check_all(&c, &o, words.v, words.n);
	checking_release(&c);
	return code;
}

const struct pf_command pf_command_check = {
	.name = "check",
	.words = "FILE...",
	.summary = "Hold drafts against the rules",
	.about = "Says first how the draft was read and what a reader would ask of it, then what "
		 "costs most,\n"
		 "with the words behind it. The text is never stored. - is standard input.\n"
		 "A rule is silenced for one draft by a comment in it, <!-- prfaq: off ST-03 -->, "
		 "and for a\n"
		 "project by .prfaq.yaml in its folder or one above (off, rubric, role, level, "
		 "prompt, "
		 "fail_on,\n"
		 "severity); docs/CONFIG.md has all its keys.",
	.examples = "prfaq check draft.md\tthe five findings that cost most\n"
		    "prfaq check --why draft.md\tthe proof behind each point\n"
		    "prfaq check --why PRB-02 draft.md\tthe proof of one rule, and what it is for\n"
		    "prfaq check --diff old.md new.md\twhat the last hour changed\n"
		    "prfaq check --watch draft.md\tbeside an editor\n"
		    "prfaq check --format json --fail-on major *.md\tfor scripts\n",
	.options = options,
	.run = run,
};
