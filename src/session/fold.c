#include "prfaq/session/fold.h"

#include <stdlib.h>
#include <string.h>

#include "fold_impl.h"
#include "prfaq/base/mem.h"

static pf_fold_fn *const applies[PF_RECORD_KIND_COUNT] = {
	[PF_RECORD_BEGIN] = pf_fold_begin,
	[PF_RECORD_STAGE] = pf_fold_stage_begins,
	[PF_RECORD_STEP] = pf_fold_step,
	[PF_RECORD_EDIT] = pf_fold_edit,
	[PF_RECORD_ASK] = pf_fold_ask,
	[PF_RECORD_ANSWER] = pf_fold_answer,
	[PF_RECORD_PROBE] = pf_fold_probe,
	[PF_RECORD_FOLLOW_UP] = pf_fold_follow_up,
	[PF_RECORD_REPLY] = pf_fold_reply,
	[PF_RECORD_MARK] = pf_fold_mark,
	[PF_RECORD_ODDS] = pf_fold_odds,
	[PF_RECORD_PAUSE] = pf_fold_pause,
	[PF_RECORD_RESUME] = pf_fold_resume,
	[PF_RECORD_REOPEN] = pf_fold_reopen,
	[PF_RECORD_SUSPEND] = pf_fold_suspend,
	[PF_RECORD_CLOCK_STEP] = pf_fold_clock_step,
	[PF_RECORD_BELL] = pf_fold_bell,
	[PF_RECORD_VOTE] = pf_fold_vote,
	[PF_RECORD_RESULT] = pf_fold_result,
	[PF_RECORD_REWRITE] = pf_fold_rewrite,
	[PF_RECORD_REWRITTEN] = pf_fold_rewritten,
	[PF_RECORD_NOTE] = pf_fold_note,
	[PF_RECORD_DONE] = pf_fold_done,
};

struct pf_fold *pf_fold_new(void)
{
	struct pf_fold *fold = pf_xcalloc(1, sizeof(*fold));

	for (size_t i = 0; i < PF_DIMENSIONS; i++)
		fold->marks[i] = -1;
	fold->odds = -1;
	fold->score_bell = fold->score_final = -1;
	fold->brier = -1;
	return fold;
}

void pf_fold_free(struct pf_fold *fold)
{
	if (!fold)
		return;
	free(fold->id);
	free(fold->prompt_id);
	free(fold->prompt_title);
	free(fold->plan_id);
	free(fold->section);
	free(fold->rubric);
	free(fold->rubric_hash);
	free(fold->previous_step);
	free(fold->skeleton);
	free(fold->prompt);
	free(fold->plan);
	for (size_t i = 0; i < fold->stages.n; i++) {
		free(fold->stages.v[i].title);
		free(fold->stages.v[i].text);
	}
	free(fold->stages.v);
	for (size_t i = 0; i <= PF_PANE_REPLY_MAX; i++)
		pf_editor_free(fold->panes[i]);
	pf_fold_release_talk(fold);
	pf_fold_release_judge(fold);
	free(fold);
}

static const char *refusal(struct pf_fold *fold, const struct pf_record *record)
{
	if (record->kind <= PF_RECORD_NONE || record->kind >= PF_RECORD_KIND_COUNT)
		return "it has no kind";
	if (fold->begun == (record->kind == PF_RECORD_BEGIN))
		return fold->begun ? "the attempt has begun already" : "the attempt has not begun";
	if (fold->done)
		return "the attempt is over";
	if (!pf_fold_time_ok(record->now.utc) || !pf_fold_time_ok(record->now.boottime) ||
	    !pf_fold_time_ok(record->now.monotonic))
		return "its time cannot be";
	return applies[record->kind](fold, record);
}

enum pf_status pf_fold_apply(struct pf_fold *fold, const struct pf_record *record,
			     struct pf_error *err)
{
	struct pf_record full = *record;
	const char *why;

	/* "As in the record before": the boot is part of every reading of a clock. */
	if (full.now.boot_id[0] == '\0')
		memcpy(full.now.boot_id, fold->last_now.boot_id, sizeof(full.now.boot_id));
	why = refusal(fold, &full);
	if (why)
		return pf_error_set(err, PF_ERR_DAMAGED,
				    "record %u of the attempt (%s) cannot come here: %s",
				    fold->records + 1, pf_record_kind_name(record->kind), why);
	fold->records++;
	fold->last_now = full.now;
	return PF_OK;
}

enum pf_status pf_fold_apply_bytes(struct pf_fold *fold, uint8_t kind, struct pf_slice body,
				   struct pf_error *err)
{
	struct pf_record record;
	enum pf_status status = pf_record_decode(&record, kind, body, err);

	return status == PF_OK ? pf_fold_apply(fold, &record, err) : status;
}

enum pf_status pf_fold_until(struct pf_fold **out, struct pf_journal_view journal, int64_t until,
			     size_t *applied, struct pf_error *err)
{
	struct pf_fold *fold = pf_fold_new();
	enum pf_status status = PF_OK;
	int64_t at = INT64_MIN;
	size_t i;

	*out = fold;
	for (i = 0; i < journal.n; i++) {
		if (journal.v[i].at > at)
			at = journal.v[i].at;
		if (at > until)
			break;
		status = pf_fold_apply_bytes(fold, journal.v[i].kind, journal.v[i].body, err);
		if (status != PF_OK)
			break;
	}
	if (applied)
		*applied = i;
	return status;
}

enum pf_status pf_fold_whole(struct pf_fold **out, struct pf_journal_view journal,
			     struct pf_error *err)
{
	struct pf_error why = {0};
	enum pf_status status = pf_fold_until(out, journal, INT64_MAX, NULL, &why);

	if (status == PF_OK)
		return status;
	pf_fold_free(*out);
	*out = NULL;
	return pf_error_set(err, status,
			    "%.300s; the attempt can be read and exported, not gone on with",
			    why.message);
}
