/* prfaq review: past attempts, offline: listed, searched, opened, deleted. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "loop.h"
#include "prfaq/app/result_text.h"
#include "prfaq/report/attempt_report.h"
#include "prfaq/report/json.h"
#include "prfaq/store/draft.h"
#include "shared.h"

struct review_options {
	bool json, plain, forget;
	const char *search;
};

static const struct pf_option options[] = {
	{.name = "json",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct review_options, json),
	 .help = "print JSON: the list, or the attempt named"},
	{.name = "plain",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct review_options, plain),
	 .help = "print instead of opening a screen"},
	{.name = "search",
	 .kind = PF_OPTION_TEXT,
	 .offset = offsetof(struct review_options, search),
	 .value = "WORDS",
	 .help = "list the attempts whose draft has all these words"},
	{.name = "delete",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct review_options, forget),
	 .help = "delete the attempt, named by its whole id, for good"},
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
		for (size_t k = 0; k < sizeof(texts) / sizeof(*texts); k++)
			pf_json_put_string(&j, texts[k].key, texts[k].text);
		pf_json_put_string(&j, "started", when);
		pf_json_put_bool(&j, "open", r->open);
		pf_json_put_int(&j, "minutes", r->minutes);
		pf_json_put_int(&j, "words", r->words);
		if (r->score_final < 0)
			pf_json_put_null(&j, "score");
		else
			pf_json_put_int(&j, "score", r->score_final);
		pf_json_end(&j);
	}
	pf_json_end(&j);
	pf_json_finish(&j);
}

static void hits_json(struct pf_buf *out, const struct pf_draft_hits *hits)
{
	struct pf_json j;

	pf_json_init(&j, out);
	pf_json_array(&j);
	for (size_t i = 0; i < hits->n; i++) {
		pf_json_object(&j);
		pf_json_put_string(&j, "id", hits->v[i].attempt.id);
		pf_json_put_string(&j, "title", hits->v[i].attempt.title);
		pf_json_put_string(&j, "found", hits->v[i].snippet);
		pf_json_end(&j);
	}
	pf_json_end(&j);
	pf_json_finish(&j);
}

static enum pf_exit search(struct room *room, const struct review_options *o)
{
	struct pf_draft_hits hits = {0};
	struct pf_error err = {0};
	struct pf_buf out = {0};

	if (pf_draft_search(room->keeper.store, pf_slice_of(o->search), 0, &hits, &err) != PF_OK)
		return pf_cli_fail(room->cli, &err);
	if (o->json) {
		hits_json(&out, &hits);
	} else {
		if (!hits.n)
			pf_buf_adds(&out, "No draft has all these words.\n");
		for (size_t i = 0; i < hits.n; i++) {
			pf_buf_printf(&out, "%-15s %s\n    %s\n", hits.v[i].attempt.id,
				      hits.v[i].attempt.title, hits.v[i].snippet);
		}
	}
	pf_draft_hits_release(&hits);
	return cli_print_prose(room->cli, &out);
}

/* For good, so neither "last" nor the beginning of an id will do. */
static enum pf_exit forget(struct room *room, const char *id)
{
	struct pf_error err = {0};
	struct pf_attempt a;
	enum pf_status status = pf_attempt_find(room->keeper.store, id, &a, &err);

	if (status == PF_OK && strcmp(a.id, id) != 0)
		status = pf_error_set(&err, PF_ERR_NOT_FOUND,
				      "\"%.64s\" is not a whole id; to delete it: prfaq review "
				      "--delete %s",
				      id, a.id);
	if (status != PF_OK)
		return cli_not_found(room->cli, &err);
	if (pf_attempt_delete(room->keeper.store, id, &err) != PF_OK)
		return pf_cli_fail(room->cli, &err);
	fprintf(room->cli->out, "Deleted %s.\n", id);
	return PF_EXIT_OK;
}

enum { ROW_WITH_VOTES = 124 }; /* columns */

static enum pf_exit list(struct room *room, bool json)
{
	struct pf_app_row *rows;
	size_t n;
	/* A person who looks gets no row that is broken in the midst; a script gets one a line. */
	const char *between =
		room->cli->shown && room->cli->columns < ROW_WITH_VOTES ? "\n    " : "  ";
	struct pf_error err = {0};
	struct pf_buf out = {0};

	if (keeper_rows(&room->keeper, &rows, &n, &err) != PF_OK)
		return pf_cli_fail(room->cli, &err);
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
			pf_buf_printf(&out, "%-15s %s  %-22s %-12s %3d min  %4s%s%s\n", rows[i].id,
				      date, rows[i].title, rows[i].plan, rows[i].minutes, score,
				      rows[i].votes[0] ? between : "", rows[i].votes);
		}
	}
	free(rows);
	return cli_print(room->cli, &out);
}

/* The result and the draft as plain text. */
static enum pf_exit show_plain(struct room *room, struct pf_fold *take_fold)
{
	struct pf_interview_setup setup = room_interview_setup(room);
	struct pf_now now = take_fold->last_now;
	struct pf_error err = {0};
	struct pf_interview *iv;
	struct pf_buf out = {0}, text = {0};

	if (pf_interview_reopen(&iv, take_fold, &setup, &now, &err) != PF_OK)
		return pf_cli_fail(room->cli, &err);
	pf_result_text(iv, NULL, &text);
	pf_result_plain(pf_buf_view(&text), &out);
	if (out.len) { /* the result stands above: it is not told again */
		pf_buf_byte(&out, '\n');
		pf_report_attempt_work(&out, pf_interview_fold(iv));
	} else {
		pf_report_attempt_markdown(&out, pf_interview_fold(iv));
	}
	pf_buf_release(&text);
	pf_interview_free(iv);
	return cli_print_prose(room->cli, &out);
}

static enum pf_exit show(struct room *room, const char *typed, const struct review_options *o)
{
	struct pf_fold *fold;
	enum pf_exit code = room_fold(room, typed, &fold);
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

static enum pf_exit review(struct room *room, const char *typed, const struct review_options *o)
{
	if (o->search)
		return search(room, o);
	if (!typed)
		return list(room, o->json);
	return o->forget ? forget(room, typed) : show(room, typed, o);
}

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct review_options o = {0};
	struct pf_words_given words;
	struct room room;
	enum pf_exit code;

	if (!pf_cli_options(cli, &pf_command_review, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	if (words.n > 1)
		return pf_cli_usage(cli, &pf_command_review, "one attempt at a time");
	if (o.search && !*o.search)
		return pf_cli_usage(cli, &pf_command_review, "say which words to look for");
	if (o.search && words.n)
		return pf_cli_usage(cli, &pf_command_review,
				    "--search looks in all attempts; quote several words");
	if (o.forget && !words.n)
		return pf_cli_usage(cli, &pf_command_review, "say which attempt to delete");
	code = room_open(&room, cli);
	if (code == PF_EXIT_OK && !room.keeper.store)
		code = keeper_closed(&room.keeper, cli);
	else if (code == PF_EXIT_OK)
		code = review(&room, words.n ? words.v[0] : NULL, &o);
	room_release(&room);
	return code;
}

const struct pf_command pf_command_review = {
	.name = "review",
	.words = "[ATTEMPT]",
	.summary = "List past attempts, search them, open one",
	.about = "An attempt is named by its id, by its beginning or end, or as \"last\".",
	.examples = "prfaq review\tall attempts\n"
		    "prfaq review last\tthe latest, on a screen\n"
		    "prfaq review last --json\tthe same for scripts\n"
		    "prfaq review --search 'renewal rate'\twhere did I write of that\n",
	.options = options,
	.run = run,
};
