#include "keeper.h"

#include <stdio.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/report/attempt_report.h"
#include "prfaq/store/draft.h"

enum { PAST = 12, RESCUE_EVERY_MS = 1000, WAL_PAGES = 1000 };

void keeper_open(struct keeper *k, const struct pf_cli *cli)
{
	struct pf_error err = {0};

	*k = (struct keeper){0};
	pf_rescue_read(&k->folders);
	if (pf_store_open(&k->store, cli->paths.data, &err) != PF_OK) {
		pf_error_text(&err, k->why_closed, sizeof(k->why_closed));
		snprintf(k->trouble, sizeof(k->trouble), "%s", k->why_closed);
		return;
	}
	if (pf_store_read_only(k->store))
		snprintf(k->trouble, sizeof(k->trouble), "%s", pf_store_read_only_why(k->store));
}

void keeper_unhold(struct keeper *k)
{
	pf_journal_close(k->journal);
	k->journal = NULL;
}

void keeper_close(struct keeper *k)
{
	keeper_unhold(k);
	pf_store_close(k->store);
	k->store = NULL;
}

enum pf_exit keeper_closed(const struct keeper *k, const struct pf_cli *cli)
{
	fprintf(cli->err, "prfaq: %s\n", k->why_closed);
	return PF_EXIT_FAILED;
}

/* All that was typed, as a file a person can read. */
static void rescue(struct keeper *k, struct pf_interview *iv, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(iv);
	struct pf_buf text = {0};
	struct pf_error err = {0};

	k->rescued_at = now->monotonic;
	pf_report_attempt_markdown(&text, fold);
	/* The first file is written over by later copies of the same text, never another's. */
	if (!k->rescued[0] || pf_file_write(k->rescued, pf_buf_view(&text), NULL) != PF_OK) {
		if (pf_rescue_write(&k->folders, fold->id, pf_buf_view(&text), k->rescued, &err) !=
		    PF_OK)
			k->rescued[0] = '\0';
	}
	pf_buf_release(&text);
}

static bool failed(struct keeper *k, struct pf_interview *iv, const struct pf_now *now,
		   const struct pf_error *err)
{
	const char *why = err ? err->message : k->why_closed;

	if (!k->rescued[0] || now->monotonic - k->rescued_at >= RESCUE_EVERY_MS)
		rescue(k, iv, now);
	if (k->rescued[0])
		snprintf(k->trouble, sizeof(k->trouble),
			 "Not kept (%.200s). The text is safe in %.300s", why, k->rescued);
	else
		snprintf(k->trouble, sizeof(k->trouble),
			 "Not kept (%.200s). The text is in memory: export it before you leave.",
			 why);
	return false;
}

static bool append(struct keeper *k, const struct pf_outbox *outbox, struct pf_error *err)
{
	struct pf_journal_record few[16], *records = few;
	bool ok;

	if (outbox->n > 16)
		records = pf_xcalloc(outbox->n, sizeof(*records));
	for (size_t i = 0; i < outbox->n; i++)
		records[i] = (struct pf_journal_record){
			.kind = outbox->v[i].kind,
			.at = outbox->v[i].at,
			.body = pf_outbox_body(outbox, i),
		};
	ok = pf_journal_append(k->journal, records, outbox->n, err) == PF_OK;
	if (records != few)
		free(records);
	return ok;
}

bool keeper_commit(struct keeper *k, struct pf_interview *iv, const struct pf_now *now)
{
	const struct pf_outbox *outbox = pf_interview_outbox(iv);
	const char *id = pf_interview_fold(iv)->id;
	struct pf_error err = {0};

	if (!outbox->n)
		return true;
	if (!k->store)
		return failed(k, iv, now, NULL);
	if (k->journal && strcmp(pf_journal_id(k->journal), id))
		keeper_unhold(k);
	if (!k->journal && pf_journal_open(&k->journal, k->store, id, &err) != PF_OK)
		return failed(k, iv, now, &err);
	if (!append(k, outbox, &err))
		return failed(k, iv, now, &err);
	pf_interview_kept(iv);
	k->trouble[0] = '\0';
	return true;
}

static int score_of(double score)
{
	return score < 0 ? PF_SCORE_NONE : (int)(score + 0.5);
}

static void votes_text(struct pf_interview *iv, char *out, size_t size)
{
	const struct pf_fold *fold = pf_interview_fold(iv);
	struct pf_buf text = {0};

	/* A drill is put before no panel. */
	for (int l = 0; l < PF_LENSES && fold->kind != PF_KIND_DRILL; l++)
		if (fold->votes[l].cast)
			pf_buf_printf(&text, "%s%s %s", text.len ? ", " : "",
				      pf_lens_name((enum pf_lens)l),
				      pf_vote_name(fold->votes[l].after));
	pf_attempt_set_text(out, size, pf_buf_view(&text));
	pf_buf_release(&text);
}

/* Minutes practised: what the stages took, pauses left out. */
static int minutes_of(const struct pf_fold *fold)
{
	struct pf_clock clock = pf_clock_read(fold, &fold->last_now);

	return (int)((clock.total_used + PF_MINUTE / 2) / PF_MINUTE);
}

void keeper_summary(struct keeper *k, struct pf_interview *iv)
{
	const struct pf_fold *fold = pf_interview_fold(iv);
	struct pf_attempt a;

	if (!k->store || pf_store_read_only(k->store))
		return;
	pf_attempt_init(&a);
	PF_ATTEMPT_SET(a.id, pf_slice_of(fold->id));
	PF_ATTEMPT_SET(a.prompt, pf_slice_of(fold->prompt_id));
	PF_ATTEMPT_SET(a.title, pf_slice_of(fold->prompt_title));
	PF_ATTEMPT_SET(a.plan, pf_slice_of(fold->plan_id));
	PF_ATTEMPT_SET(a.section, pf_slice_of(fold->section));
	PF_ATTEMPT_SET(a.role, pf_slice_of(pf_prompt_roles[fold->role]));
	snprintf(a.level, sizeof(a.level), "L%d", (int)fold->level);
	PF_ATTEMPT_SET(a.mode, pf_slice_of(fold->mode == PF_MODE_STRICT ? "strict" : "practice"));
	PF_ATTEMPT_SET(a.rubric_hash,
		       pf_slice_of(fold->judged_hash ? fold->judged_hash : fold->rubric_hash));
	PF_ATTEMPT_SET(a.next_step, pf_slice_trim(pf_fold_text(fold, PF_PANE_NEXT_STEP)));
	votes_text(iv, a.votes, sizeof(a.votes));
	a.state = fold->done ? PF_ATTEMPT_DONE : PF_ATTEMPT_OPEN;
	a.started = fold->begin_now.utc;
	a.ended = fold->done ? fold->last_now.utc : 0;
	a.minutes = minutes_of(fold);
	a.words = (int32_t)pf_fold_words(fold);
	a.score_bell = fold->judged ? score_of(fold->score_bell) : PF_SCORE_NONE;
	a.score_final = fold->judged ? score_of(fold->score_final) : PF_SCORE_NONE;
	/* The journal holds all of this: a summary that could not be put is made again later. */
	if (pf_attempt_put(k->store, &a, NULL) == PF_OK)
		(void)!pf_draft_put(k->store, fold->id, pf_fold_text(fold, PF_PANE_DRAFT), NULL);
}

bool keeper_let_go(struct keeper *k, struct pf_interview *iv, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(iv);

	/* What the journal could not take must not wait for the next second: there is none. */
	if (pf_interview_outbox(iv)->n)
		rescue(k, iv, now);
	keeper_unhold(k);
	k->rescued[0] = '\0';
	if (k->store && !pf_fold_has_work(fold) &&
	    pf_attempt_delete(k->store, fold->id, NULL) == PF_OK)
		return false;
	if (k->store) /* committed all the same; only the loss of power is not covered */
		(void)!pf_store_sync(k->store, now->utc, NULL);
	return true;
}

void keeper_rest(struct keeper *k, struct pf_interview *iv, const struct pf_now *now)
{
	if (iv && k->rescued[0] && pf_interview_outbox(iv)->n &&
	    now->monotonic - k->rescued_at >= RESCUE_EVERY_MS)
		rescue(k, iv, now);
	if (!k->store)
		return;
	if (pf_store_unsynced(k->store) && pf_store_sync(k->store, now->utc, NULL) != PF_OK)
		return;
	if (pf_store_wal_pages(k->store) > WAL_PAGES)
		(void)!pf_store_checkpoint(k->store, NULL);
}

static enum pf_status take_record(void *ctx, const struct pf_journal_record *record)
{
	struct kept *kept = ctx;

	*PF_PUSH(kept) = (struct pf_journal_entry){
		.kind = record->kind,
		.at = record->at,
		.body = {NULL, record->body.len},
	};
	pf_buf_slice(&kept->bytes, record->body);
	return PF_OK;
}

enum pf_status keeper_read(struct keeper *k, const char *id, bool hold, struct kept *out,
			   struct pf_error *err)
{
	if (!k->store)
		return pf_error_set(err, PF_ERR_DAMAGED, "%s", k->why_closed);
	if (hold) {
		keeper_unhold(k);
		enum pf_status status = pf_journal_open(&k->journal, k->store, id, err);

		if (status != PF_OK)
			return status;
	}
	return pf_journal_read(k->store, id, 0, take_record, out, err);
}

struct pf_journal_view kept_view(struct kept *kept)
{
	size_t at = 0;

	for (size_t i = 0; i < kept->n; i++) {
		size_t len = kept->v[i].body.len;

		kept->v[i].body = pf_slice_cut(pf_buf_view(&kept->bytes), at, at + len);
		at += len;
	}
	return (struct pf_journal_view){kept->v, kept->n};
}

void kept_release(struct kept *kept)
{
	free(kept->v);
	pf_buf_release(&kept->bytes);
	*kept = (struct kept){0};
}

#define COPY(to, from) snprintf((to), sizeof(to), "%s", (from))

enum pf_status keeper_rows(struct keeper *k, struct pf_app_row **rows, size_t *n,
			   struct pf_error *err)
{
	struct pf_attempt_list list = {0};
	enum pf_status status =
		k->store ? pf_attempt_query(k->store, PF_ATTEMPTS_ALL, 0, &list, err) : PF_OK;

	*n = list.n;
	*rows = NULL;
	if (status != PF_OK)
		return status;
	*rows = pf_xcalloc(list.n, sizeof(**rows));
	for (size_t i = 0; i < list.n; i++) {
		const struct pf_attempt *a = &list.v[i];
		struct pf_app_row *r = &(*rows)[i];

		COPY(r->id, a->id);
		COPY(r->title, a->title);
		COPY(r->prompt, a->prompt);
		COPY(r->plan, a->plan);
		COPY(r->section, a->section);
		COPY(r->mode, a->mode);
		COPY(r->votes, a->votes);
		COPY(r->next_step, a->next_step);
		r->open = a->state == PF_ATTEMPT_OPEN;
		r->started = a->started;
		r->ended = a->ended;
		r->minutes = a->minutes;
		r->words = a->words;
		r->score_final = a->score_final;
	}
	pf_attempt_list_release(&list);
	return PF_OK;
}

void keeper_past(struct keeper *k, struct past_drafts *out)
{
	*out = (struct past_drafts){0};
	if (!k->store ||
	    pf_attempt_query(k->store, PF_ATTEMPTS_DONE, PAST, &out->attempts, NULL) != PF_OK)
		return;
	for (size_t i = 0; i < out->attempts.n; i++) {
		struct pf_buf text = {0};
		size_t len;

		if (pf_draft_get(k->store, out->attempts.v[i].id, &text, NULL) != PF_OK ||
		    !text.len) {
			pf_buf_release(&text);
			continue;
		}
		len = text.len;
		*PF_PUSH(&out->texts) = pf_buf_take(&text);
		*PF_PUSH(out) = (struct pf_check_past){
			.id = out->attempts.v[i].id,
			.title = out->attempts.v[i].title,
			.text = {out->texts.v[out->texts.n - 1], len},
		};
	}
}

void past_release(struct past_drafts *past)
{
	for (size_t i = 0; i < past->texts.n; i++)
		free(past->texts.v[i]);
	free(past->texts.v);
	free(past->v);
	pf_attempt_list_release(&past->attempts);
	*past = (struct past_drafts){0};
}
