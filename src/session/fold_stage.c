/* Begin, stages, texts and the clock: the records every attempt has. */

#include "fold_impl.h"
#include "prfaq/base/mem.h"
#include "prfaq/session/clock.h"

const char *pf_fold_begin(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_begin *b = &record->u.begin;

	if (b->kind > PF_KIND_DRILL || b->mode > PF_MODE_STRICT || b->role > PF_CANDIDATE_LEADER)
		return "its kind, mode or role is unknown";
	if (b->level < PF_LEVEL_L4 || b->level > PF_LEVEL_L7)
		return "its level is unknown";
	if (b->n_stages == 0 || b->n_stages > 64 || !pf_fold_time_ok(b->total))
		return "its stages cannot be";
	if (b->today < INT32_MIN || b->today > INT32_MAX)
		return "its day cannot be";
	pf_fold_set(&fold->id, b->id);
	pf_fold_set(&fold->prompt_id, b->prompt_id);
	pf_fold_set(&fold->prompt_title, b->prompt_title);
	pf_fold_set(&fold->prompt, b->prompt);
	pf_fold_set(&fold->plan_id, b->plan_id);
	pf_fold_set(&fold->plan, b->plan);
	pf_fold_set(&fold->section, b->section);
	pf_fold_set(&fold->skeleton, b->skeleton);
	pf_fold_set(&fold->rubric, b->rubric);
	pf_fold_set(&fold->rubric_hash, b->rubric_hash);
	pf_fold_set(&fold->previous_step, b->previous_step);
	fold->prompt_len = b->prompt.len;
	fold->plan_len = b->plan.len;
	fold->seed = b->seed;
	fold->kind = (enum pf_attempt_kind)b->kind;
	fold->mode = (enum pf_attempt_mode)b->mode;
	fold->role = (enum pf_role_of_candidate)b->role;
	fold->level = (enum pf_level)b->level;
	fold->today = (int32_t)b->today;
	fold->n_stages = b->n_stages;
	fold->total = b->total;
	fold->begin_now = record->now;
	fold->step = PF_STEP_END;
	fold->begun = true;
	return NULL;
}

static struct pf_stage *current(struct pf_fold *fold)
{
	return fold->stages.n ? &fold->stages.v[fold->stages.n - 1] : NULL;
}

static void keep_text(struct pf_fold *fold, struct pf_stage *stage)
{
	struct pf_slice text = pf_fold_text(fold, PF_PANE_DRAFT);

	if (stage->text)
		return; /* the bell was first */
	stage->text = pf_xslicedup(text);
	stage->text_len = text.len;
}

int64_t pf_fold_elapsed(const struct pf_fold *fold, const struct pf_now *now)
{
	const struct pf_stage *stage = pf_fold_stage(fold);

	if (!stage)
		return 0;
	return stage->length - (fold->deadline -
				pf_clock_ruling(fold->mode, fold->paused ? &fold->paused_at : now));
}

static void end_stage(struct pf_fold *fold, const struct pf_now *now)
{
	struct pf_stage *stage = current(fold);

	if (!stage || stage->ended)
		return;
	stage->left = stage->length - pf_fold_elapsed(fold, now);
	stage->ended = true;
	keep_text(fold, stage);
}

const char *pf_fold_stage_begins(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_stage *s = &record->u.stage;

	if (s->index != fold->stages.n || s->index >= fold->n_stages)
		return "it is not the next stage";
	if (s->step >= PF_STEP_COUNT)
		return "its step is unknown";
	if (s->length <= 0 || !pf_fold_time_ok(s->length) || !pf_fold_time_ok(s->carried) ||
	    !pf_fold_time_ok(s->deadline))
		return "its length cannot be";
	end_stage(fold, &record->now);
	*PF_PUSH(&fold->stages) = (struct pf_stage){
		.index = s->index,
		.first = (enum pf_step)s->step,
		.title = pf_xslicedup(s->title),
		.length = s->length,
		.carried = s->carried,
	};
	fold->deadline = s->deadline;
	fold->paused = false;
	fold->step = (enum pf_step)s->step;
	return NULL;
}

const char *pf_fold_step(struct pf_fold *fold, const struct pf_record *record)
{
	if (record->u.step.step >= PF_STEP_COUNT || !fold->stages.n)
		return "its step is unknown";
	fold->step = (enum pf_step)record->u.step.step;
	return NULL;
}

const char *pf_fold_edit(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_edit *e = &record->u.edit;
	struct pf_edit edit = {e->off, e->removed, e->inserted, e->group,
			       (enum pf_edit_kind)e->kind};

	if (e->pane > PF_PANE_REPLY_MAX || (e->pane > PF_PANE_NEXT_STEP && e->pane < PF_PANE_REPLY))
		return "it is of no pane";
	if (e->kind > PF_EDIT_REDO)
		return "it is no kind of edit";
	if (!fold->panes[e->pane])
		fold->panes[e->pane] = pf_editor_new();
	return pf_editor_apply(fold->panes[e->pane], &edit) == PF_OK ? NULL
								     : "it does not fit its text";
}

const char *pf_fold_pause(struct pf_fold *fold, const struct pf_record *record)
{
	if (fold->paused || fold->mode == PF_MODE_STRICT || !fold->stages.n)
		return "there is nothing to pause";
	fold->paused = true;
	fold->paused_at = record->now;
	return NULL;
}

/* Everything that waits for the ruling clock moves together. */
static void move_deadline(struct pf_fold *fold, int64_t deadline)
{
	int64_t rewrite = fold->rewrite_deadline + (deadline - fold->deadline);

	if (fold->rewriting && pf_fold_time_ok(rewrite))
		fold->rewrite_deadline = rewrite;
	fold->deadline = deadline;
}

static void end_pause(struct pf_fold *fold, int64_t paused)
{
	fold->paused = false;
	/* A journal that was tampered with must not add up to more than time holds. */
	if (!pf_fold_time_ok(fold->paused_ms + paused))
		return;
	fold->paused_ms += paused;
	if (fold->stages.n)
		current(fold)->paused += paused;
}

const char *pf_fold_resume(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_resume *r = &record->u.resume;

	if (!fold->paused)
		return "it is not paused";
	if (!pf_fold_time_ok(r->deadline) || r->paused < 0 || !pf_fold_time_ok(r->paused))
		return "its time cannot be";
	move_deadline(fold, r->deadline);
	end_pause(fold, r->paused);
	return NULL;
}

const char *pf_fold_reopen(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_reopen *r = &record->u.reopen;

	if (!pf_fold_time_ok(r->deadline) || !pf_fold_time_ok(r->away))
		return "its time cannot be";
	move_deadline(fold, r->deadline);
	if (fold->mode == PF_MODE_PRACTICE)
		end_pause(fold, r->away > 0 ? r->away : 0);
	return NULL;
}

const char *pf_fold_suspend(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_suspend *s = &record->u.suspend;

	if (!pf_fold_time_ok(s->deadline) || !pf_fold_time_ok(s->ms))
		return "its time cannot be";
	move_deadline(fold, s->deadline);
	return NULL;
}

/* What it is good for is to be read: the stage's clock is another. */
const char *pf_fold_clock_step(struct pf_fold *fold, const struct pf_record *record)
{
	(void)fold;
	return pf_fold_time_ok(record->u.clock_step.ms) ? NULL : "its time cannot be";
}

const char *pf_fold_bell(struct pf_fold *fold, const struct pf_record *record)
{
	struct pf_stage *stage = current(fold);

	if (!stage || stage->index != record->u.bell.stage || stage->rang)
		return "its stage does not run";
	stage->rang = true;
	keep_text(fold, stage);
	return NULL;
}

const char *pf_fold_note(struct pf_fold *fold, const struct pf_record *record)
{
	(void)fold;
	(void)record;
	return NULL;
}

const char *pf_fold_done(struct pf_fold *fold, const struct pf_record *record)
{
	end_stage(fold, &record->now);
	fold->done = true;
	fold->step = PF_STEP_END;
	return NULL;
}
