/* prfaq review, export and replay: past attempts, offline. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "loop.h"
#include "prfaq/app/result_text.h"
#include "prfaq/report/attempt_markdown.h"
#include "prfaq/report/json.h"

struct review_options {
	bool json, plain;
	const char *output;
};

static const struct pf_option review_options[] = {
	{.name = "json",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct review_options, json),
	 .help = "print JSON: the list, or the attempt named"},
	{.name = "plain",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct review_options, plain),
	 .help = "print instead of opening a screen"},
	{0},
};

static void rows_json(struct pf_buf *out, const struct pf_app_row *rows, size_t n)
{
	struct pf_json j;

	pf_json_init(&j, out);
	pf_json_array(&j);
	for (size_t i = 0; i < n; i++) {
		const struct pf_app_row *r = &rows[i];
		char when[32];
		const struct {
			const char *key, *text;
		} texts[] = {{"id", r->id},       {"prompt", r->prompt},      {"title", r->title},
			     {"plan", r->plan},   {"section", r->section},    {"mode", r->mode},
			     {"votes", r->votes}, {"next_step", r->next_step}};

		pf_utc_text(r->started, when);
		pf_json_object(&j);
		for (size_t k = 0; k < sizeof(texts) / sizeof(*texts); k++) {
			pf_json_key(&j, texts[k].key);
			pf_json_string(&j, texts[k].text);
		}
		pf_json_key(&j, "started");
		pf_json_string(&j, when);
		pf_json_key(&j, "open");
		pf_json_bool(&j, r->open);
		pf_json_key(&j, "minutes");
		pf_json_int(&j, r->minutes);
		pf_json_key(&j, "words");
		pf_json_int(&j, r->words);
		pf_json_key(&j, "score");
		if (r->score_final < 0)
			pf_json_null(&j);
		else
			pf_json_int(&j, r->score_final);
		pf_json_end(&j);
	}
	pf_json_end(&j);
	pf_json_finish(&j);
	pf_buf_byte(out, '\n');
}

static enum pf_exit list(struct room *room, bool json)
{
	struct pf_app_row *rows;
	size_t n = keeper_rows(&room->keeper, &rows);
	struct pf_buf out = {0};

	if (json) {
		rows_json(&out, rows, n);
	} else {
		if (!n)
			pf_buf_adds(&out, "No attempts yet.\n");
		for (size_t i = 0; i < n; i++) {
			char date[16], score[16] = "open";

			pf_date_text(pf_date_from_utc(rows[i].started), date);
			if (!rows[i].open)
				snprintf(score, sizeof(score),
					 rows[i].score_final < 0 ? "--" : "%d",
					 rows[i].score_final);
			pf_buf_printf(&out, "%-15s %s  %-22s %-12s %3d min  %4s  %s\n", rows[i].id,
				      date, rows[i].title, rows[i].plan, rows[i].minutes, score,
				      rows[i].votes);
		}
	}
	free(rows);
	return cli_print(room->cli, &out);
}

/* Folds the attempt that was named. PF_EXIT_OK: the caller frees *fold. */
static enum pf_exit fold_named(struct room *room, const char *typed, struct pf_fold **fold)
{
	char id[PF_ATTEMPT_ID_MAX];
	struct pf_error err = {0};
	struct kept kept;
	size_t applied;
	enum pf_exit code = room_journal(room, typed, id, &kept);

	*fold = NULL;
	if (code == PF_EXIT_OK &&
	    pf_fold_until(fold, kept_view(&kept), INT64_MAX, &applied, &err) != PF_OK)
		(void)pf_cli_fail(room->cli, &err); /* what came before is shown all the same */
	kept_release(&kept);
	return code;
}

/* The result and the draft as plain text. */
static enum pf_exit show_plain(struct room *room, struct pf_fold *take_fold)
{
	struct pf_interview_setup setup = {.rubric = room->rubric};
	struct pf_now now = take_fold->last_now;
	struct pf_error err = {0};
	struct pf_interview *iv;
	struct pf_buf out = {0}, text = {0};

	if (pf_interview_reopen(&iv, take_fold, &setup, &now, &err) != PF_OK)
		return pf_cli_fail(room->cli, &err);
	pf_result_text(iv, NULL, &text);
	pf_result_plain(pf_buf_view(&text), &out);
	pf_report_attempt_markdown(&out, pf_interview_fold(iv));
	pf_buf_release(&text);
	pf_interview_free(iv);
	return cli_print(room->cli, &out);
}

static enum pf_exit show(struct room *room, const char *typed, const struct review_options *o)
{
	struct pf_fold *fold;
	enum pf_exit code = fold_named(room, typed, &fold);
	struct pf_buf out = {0};

	if (code != PF_EXIT_OK)
		return code;
	if (o->json) {
		pf_report_attempt_json(&out, fold);
		pf_fold_free(fold);
		return cli_print(room->cli, &out);
	}
	if (o->plain || !room->cli->terminal)
		return show_plain(room, fold);
	struct opening opening = {0};
	char id[PF_APP_ID_MAX];

	snprintf(id, sizeof(id), "%s", fold->id);
	pf_fold_free(fold);
	opening.review = id;
	return loop_run(room, &opening);
}

static enum pf_exit run_review(const struct pf_cli *cli, int argc, char **argv)
{
	struct review_options o = {0};
	struct pf_words_given words;
	struct room room;
	enum pf_exit code;

	if (!pf_cli_options(cli, &pf_command_review, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	if (words.n > 1)
		return pf_cli_usage(cli, &pf_command_review, "one attempt at a time");
	code = room_open(&room, cli);
	if (code == PF_EXIT_OK && !room.keeper.store)
		code = keeper_closed(&room.keeper, cli);
	else if (code == PF_EXIT_OK)
		code = words.n ? show(&room, words.v[0], &o) : list(&room, o.json);
	room_release(&room);
	return code;
}

const struct pf_command pf_command_review = {
	.name = "review",
	.words = "[ATTEMPT]",
	.summary = "List past attempts, or open one",
	.about = "An attempt is named by its id, by its beginning or end, or as \"last\".",
	.examples = "prfaq review\tall attempts\n"
		    "prfaq review last\tthe latest, on a screen\n"
		    "prfaq review last --json\tthe same for scripts\n",
	.options = review_options,
	.run = run_review,
};

static const struct pf_option export_options[] = {
	{.name = "output",
	 .letter = 'o',
	 .kind = PF_OPTION_TEXT,
	 .offset = offsetof(struct review_options, output),
	 .value = "FILE",
	 .help = "write there instead of standard output",
	 .complete = "file"},
	{0},
};

static enum pf_exit run_export(const struct pf_cli *cli, int argc, char **argv)
{
	struct review_options o = {0};
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
		code = fold_named(&room, words.v[0], &fold);
	if (code == PF_EXIT_OK) {
		pf_report_attempt_markdown(&out, fold);
		pf_fold_free(fold);
		if (!o.output)
			cli_print(cli, &out);
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
	.examples = "prfaq export last -o attempt.md\tthe latest attempt as a file\n",
	.options = export_options,
	.run = run_export,
};
