/* prfaq rubric: the rules, one of them explained, their examples run. */
#include <string.h>

#include "commands.h"
#include "prfaq/check/rubric.h"
#include "prfaq/report/json.h"
#include "rubric_redteam.h"
#include "shared.h"

struct rubric_options {
	bool json;
	const char *rubric;
	const char *section;
	const char *prompt;
	long seed;
};

static const struct pf_option options[] = {
	{.name = "json",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct rubric_options, json),
	 .help = "print JSON"},
	{.name = "rubric",
	 .kind = PF_OPTION_TEXT,
	 .offset = offsetof(struct rubric_options, rubric),
	 .value = "NAME",
	 .help = "article or canonical; else article, and with redteam DRAFT as check chooses"},
	{.name = "section",
	 .kind = PF_OPTION_TEXT,
	 .offset = offsetof(struct rubric_options, section),
	 .value = "PART",
	 .help = "only the rules of one part",
	 .complete = "section"},
	{.name = "seed",
	 .kind = PF_OPTION_NUMBER,
	 .offset = offsetof(struct rubric_options, seed),
	 .value = "N",
	 .help = "with redteam: breed others; the same seed breeds the same"},
	{.name = "prompt",
	 .letter = 'p',
	 .kind = PF_OPTION_TEXT,
	 .offset = offsetof(struct rubric_options, prompt),
	 .value = "ID",
	 .help = "with redteam DRAFT: the prompt it was written for",
	 .complete = "prompt"},
	{0},
};

static void rule_json(struct pf_json *j, const struct pf_rule_text *r)
{
	const struct {
		const char *key, *text;
	} fields[] = {
		{"id", r->id},
		{"name", r->name},
		{"kind", r->kind},
		{"section", r->section},
		{"severity", pf_severity_name(r->severity)},
		{"pillar", pf_pillar_name(r->pillar)},
		{"lens", pf_lens_name(r->lens)},
		{"message", r->message},
		{"why", r->why},
		{"fix", r->fix},
		{"ask", r->ask},
		{"source", r->source},
	};

	pf_json_object(j);
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		pf_json_put_string(j, fields[i].key, fields[i].text);
	}
	pf_json_put_double(j, "weight", r->weight);
	pf_json_put_bool(j, "style", r->style);
	pf_json_put_bool(j, "in_article", r->seed);
	pf_json_end(j);
}

static enum pf_exit list(const struct pf_cli *cli, const struct pf_rubric *rubric,
			 const struct rubric_options *o)
{
	struct pf_buf out = {0};
	struct pf_json j;

	pf_json_init(&j, &out);
	if (o->json)
		pf_json_array(&j);
	for (size_t i = 0; i < pf_rubric_rules(rubric); i++) {
		struct pf_rule_text r = pf_rubric_rule(rubric, i);

		if (o->section && strcmp(o->section, r.section))
			continue;
		if (o->json)
			rule_json(&j, &r);
		else
			pf_buf_printf(&out, "%-8s %-9s %-12s %5.1f  %s\n", r.id,
				      pf_severity_name(r.severity), r.section, r.weight, r.name);
	}
	if (o->json) {
		pf_json_end(&j);
		pf_json_finish(&j);
	}
	return cli_print(cli, &out);
}

static enum pf_exit explain(const struct pf_cli *cli, const struct pf_rubric *rubric,
			    const struct rubric_options *o, const char *id)
{
	size_t i = pf_rubric_find(rubric, id);
	struct pf_buf out = {0};
	struct pf_rule_text r;

	if (i == pf_rubric_rules(rubric)) {
		struct pf_error err = {0};

		cli_no_rule(rubric, id, &err);
		return pf_cli_fail(cli, &err);
	}
	r = pf_rubric_rule(rubric, i);
	if (o->json) {
		struct pf_json j;

		pf_json_init(&j, &out);
		rule_json(&j, &r);
		pf_json_finish(&j);
		return cli_print(cli, &out);
	}
	pf_buf_printf(&out, "%s  %s\n\n", r.id, r.name);
	pf_buf_printf(&out, "  part      %s\n  severity  %s\n  pillar    %s\n  lens      %s\n",
		      r.section, pf_severity_name(r.severity), pf_pillar_name(r.pillar),
		      pf_lens_title(r.lens));
	if (r.style)
		pf_buf_adds(&out, "  earns     nothing: it is advice\n");
	else
		pf_buf_printf(&out, "  earns     up to %.1f\n", r.weight);
	pf_buf_printf(&out, "\nsays   %s\nwhy    %s\nfix    %s\n", r.message, r.why, r.fix);
	if (r.ask && *r.ask)
		pf_buf_printf(&out, "asked  %s\n", r.ask);
	pf_buf_printf(&out, "from   %s\n", r.source);
	return cli_print(cli, &out);
}

/* Runs the examples of the rubric, or of the files named. */
static enum pf_exit test(const struct pf_cli *cli, const struct pf_rubric *rubric)
{
	struct pf_buf report = {0};
	struct pf_rubric_test t = pf_rubric_test(rubric, &report);

	pf_buf_printf(&report, "%zu rule%s, %zu examples, %zu failed\n", t.rules,
		      t.rules == 1 ? "" : "s", t.examples, t.failed);
	cli_print(cli, &report);
	return t.failed ? PF_EXIT_FINDINGS : PF_EXIT_OK;
}

static enum pf_exit test_file(const struct pf_cli *cli, const char *path)
{
	struct pf_yaml_errors errors = {0};
	struct pf_rubric *rubric;
	enum pf_exit code;

	if (pf_rubric_load_file(&rubric, path, &cli->paths, &errors) != PF_OK) {
		code = cli_unread(&errors) ? PF_EXIT_FAILED : PF_EXIT_FINDINGS;
		cli_yaml_errors(cli, &errors);
		return code;
	}
	code = test(cli, rubric);
	pf_rubric_free(rubric);
	return code;
}

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct rubric_options o = {.seed = 1};
	struct pf_words_given words;
	struct pf_rubric *rubric;
	enum pf_exit code;
	const char *what;

	if (!pf_cli_options(cli, &pf_command_rubric, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	what = words.n ? words.v[0] : "list";
	if (!strcmp(what, "test") && words.n == 2)
		return test_file(cli, words.v[1]);
	if (!strcmp(what, "redteam") && words.n <= 2)
		return cli_redteam(cli, &(struct cli_redteam){o.json, o.seed, o.rubric, o.prompt,
							      words.n == 2 ? words.v[1] : NULL});
	code = cli_rubric(cli, o.rubric ? o.rubric : "article", &rubric, NULL);
	if (code != PF_EXIT_OK)
		return code;
	if (!strcmp(what, "list"))
		code = list(cli, rubric, &o);
	else if (!strcmp(what, "explain") && words.n == 2)
		code = explain(cli, rubric, &o, words.v[1]);
	else if (!strcmp(what, "test") && words.n == 1)
		code = test(cli, rubric);
	else
		code = pf_cli_usage(cli, &pf_command_rubric,
				    "rubric, rubric explain RULE, rubric test [FILE] or rubric "
				    "redteam [DRAFT]");
	pf_rubric_free(rubric);
	return code;
}

const struct pf_command pf_command_rubric = {
	.name = "rubric",
	.words = "[explain RULE | test [FILE] | redteam [DRAFT]]",
	.summary = "List the rules, explain one, run their examples, try to fool them",
	.about = "Your own rules go into rubric.d/ of the configuration folder; docs/RUBRIC.md "
		 "says how.",
	.examples =
		"prfaq rubric explain PRB-02\twhat the rule wants, why, and how to mend it\n"
		"prfaq rubric test my-rules.yaml\trun the good and bad examples of your rules\n"
		"prfaq rubric redteam --seed 7\tbreed cheats and damages from the model answers\n",
	.options = options,
	.run = run,
};
