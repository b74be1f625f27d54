/* prfaq prompts: the bank, one prompt, a prompt file held against the format, a question tried. */
#include <string.h>

#include "commands.h"
#include "prfaq/bank/model.h"
#include "prfaq/report/json.h"
#include "prfaq/session/matcher.h"
#include "shared.h"

struct prompts_options {
	bool json;
	bool hidden;
};

static const struct pf_option options[] = {
	{.name = "json",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct prompts_options, json),
	 .help = "print JSON"},
	{.name = "hidden",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct prompts_options, hidden),
	 .help = "with show: also what the interviewer keeps back, and the model answer"},
	{0},
};

static void prompt_json(struct pf_json *j, const struct pf_prompt *p, const char *path)
{
	pf_json_object(j);
	pf_json_put_string(j, "id", p->id);
	pf_json_put_string(j, "title", p->title);
	pf_json_put_string(j, "industry", p->industry);
	pf_json_put_int(j, "level", p->level);
	pf_json_put_string(j, "role", pf_prompt_roles[p->role]);
	pf_json_put_int(j, "difficulty", p->difficulty);
	pf_json_put_int(j, "revision", p->revision);
	pf_json_put_int(j, "facts", (int64_t)p->facts.n);
	pf_json_put_string(j, "prompt", p->prompt);
	pf_json_put_string(j, "file", path);
	pf_json_end(j);
}

static enum pf_exit list(const struct pf_cli *cli, const struct pf_bank *bank, bool json)
{
	struct pf_buf out = {0};
	struct pf_json j;

	pf_json_init(&j, &out);
	if (json)
		pf_json_array(&j);
	for (size_t i = 0; i < pf_bank_count(bank); i++) {
		const struct pf_prompt *p = pf_bank_get(bank, i);

		if (json)
			prompt_json(&j, p, pf_bank_path(bank, i));
		else
			pf_buf_printf(&out, "%-20s L%d %-6s  %-18s %s%s\n", p->id, p->level,
				      pf_prompt_roles[p->role], p->industry, p->title,
				      pf_bank_is_user(bank, i) ? "  (yours)" : "");
	}
	if (json) {
		pf_json_end(&j);
		pf_json_finish(&j);
	}
	return cli_print(cli, &out);
}

static void show_hidden(struct pf_buf *out, const struct pf_prompt *p)
{
	pf_buf_adds(out, "\nWhat the interviewer tells when asked\n");
	for (size_t i = 0; i < p->facts.n; i++)
		pf_buf_printf(out, "  %-12s %s%s\n",
			      pf_prompt_topic_name((enum pf_prompt_topic)p->facts.v[i].topic),
			      p->facts.v[i].say, p->facts.v[i].decoy ? " (leads nowhere)" : "");
	pf_buf_printf(out, "\nThe trap\n  %s\n  %s\n", p->trap.solution, p->trap.text);
	pf_buf_adds(out, "\nModel answer\n\n");
	pf_model_markdown(p, out);
}

static enum pf_exit show(const struct pf_cli *cli, const struct pf_bank *bank, const char *id,
			 const struct prompts_options *o)
{
	const struct pf_prompt *p = cli_prompt(cli, bank, id);
	struct pf_buf out = {0};

	if (!p)
		return PF_EXIT_USAGE;
	if (o->json) {
		struct pf_json j;

		pf_json_init(&j, &out);
		prompt_json(&j, p, "");
		pf_json_finish(&j);
		return cli_print(cli, &out);
	}
	pf_buf_printf(&out, "%s  (%s, L%d, %s)\n\n%s\n", p->title, pf_prompt_roles[p->role],
		      p->level, p->industry, p->prompt);
	if (p->fictional)
		pf_buf_adds(&out, "Company, names and numbers are invented.\n");
	if (o->hidden)
		show_hidden(&out, p);
	return cli_print_prose(cli, &out);
}

/* Each file: the schema, then what it cannot say, then the proof that questions find facts. */
static enum pf_exit check(const struct pf_cli *cli, char **files, size_t n)
{
	struct pf_rubric *rubric;
	enum pf_exit code = cli_rubric(cli, "article", &rubric, NULL);
	size_t bad = 0, unread = 0;

	if (code != PF_EXIT_OK)
		return code;
	for (size_t i = 0; i < n; i++) {
		struct pf_yaml_errors errors = {0};
		struct pf_prompt *p = NULL;

		if (pf_prompt_load(&p, files[i], &errors) == PF_OK &&
		    pf_prompt_check(p, &errors) == PF_OK &&
		    pf_prompt_proof(p, rubric, &errors) == PF_OK)
			fprintf(cli->out, "%s: fine\n", files[i]);
		else if (cli_unread(&errors))
			unread++;
		else
			bad++;
		cli_yaml_errors(cli, &errors);
		pf_prompt_free(p);
	}
	pf_rubric_free(rubric);
	return unread ? PF_EXIT_FAILED : bad ? PF_EXIT_FINDINGS : PF_EXIT_OK;
}

static void ask_json(struct pf_buf *out, const struct pf_match *m)
{
	static const char *const met[] = {"fact",     "unknown", "choose",
					  "proposes", "double",  "again"};
	struct pf_buf say = {0};
	struct pf_json j;

	pf_json_init(&j, out);
	pf_json_object(&j);
	pf_json_put_string(&j, "met", met[m->met]);
	pf_json_put_string(&j, "fact", m->fact ? m->fact->id : NULL);
	pf_match_say(m, &say);
	pf_json_put_string(&j, "say", pf_buf_cstr(&say));
	pf_buf_release(&say);
	pf_json_put_array(&j, "alternatives");
	for (size_t i = 0; i < m->n_alternatives; i++)
		pf_json_string(&j, m->alternatives[i]->id);
	pf_json_end(&j);
	pf_json_end(&j);
	pf_json_finish(&j);
}

/* Which fact a question earns as the first of an interview: for authors of prompts. */
static enum pf_exit ask(const struct pf_cli *cli, const struct pf_bank *bank, const char *id,
			const char *question, bool json)
{
	const struct pf_prompt *p = cli_prompt(cli, bank, id);
	struct pf_buf out = {0};
	struct pf_match m;

	if (!p)
		return PF_EXIT_USAGE;
	m = pf_match_ask(p, pf_slice_of(question), (struct pf_known_facts){0});
	if (json) {
		ask_json(&out, &m);
		return cli_print(cli, &out);
	}
	pf_match_say(&m, &out);
	pf_buf_byte(&out, '\n');
	if (m.fact)
		pf_buf_printf(&out, "  fact %s (%s)\n", m.fact->id,
			      pf_prompt_topic_name((enum pf_prompt_topic)m.fact->topic));
	for (size_t i = 0; i < m.n_alternatives; i++)
		pf_buf_printf(&out, "  or %s: %s\n", m.alternatives[i]->id,
			      pf_match_label(m.alternatives[i]));
	return cli_print(cli, &out);
}

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct prompts_options o = {0};
	struct pf_words_given words;
	struct pf_bank *bank;
	enum pf_exit code;
	const char *what;

	if (!pf_cli_options(cli, &pf_command_prompts, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	what = words.n ? words.v[0] : "list";
	if (!strcmp(what, "check") && words.n > 1)
		return check(cli, words.v + 1, words.n - 1);
	code = cli_bank(cli, &bank);
	if (code != PF_EXIT_OK)
		return code;
	if (!strcmp(what, "list"))
		code = list(cli, bank, o.json);
	else if (!strcmp(what, "show") && words.n == 2)
		code = show(cli, bank, words.v[1], &o);
	else if (!strcmp(what, "ask") && words.n == 3)
		code = ask(cli, bank, words.v[1], words.v[2], o.json);
	else
		code = pf_cli_usage(cli, &pf_command_prompts,
				    "prompts, prompts show ID, prompts check FILE... or prompts "
				    "ask ID QUESTION");
	pf_bank_free(bank);
	return code;
}

const struct pf_command pf_command_prompts = {
	.name = "prompts",
	.words = "[show ID | check FILE... | ask ID QUESTION]",
	.summary = "List the prompts, show one, check a file, try a question",
	.about = "Your own prompts go into prompts/ of the configuration folder; docs/PROMPTS.md "
		 "says how.",
	.examples = "prfaq prompts show watch-party\tthe prompt as a candidate sees it\n"
		    "prfaq prompts check my.yaml\thold a prompt file against the format\n"
		    "prfaq prompts ask watch-party \"What is the budget?\"\twhich fact answers\n",
	.options = options,
	.run = run,
};
