/* How an attempt moves: from step to step, from stage to stage, to its end. */
#include <inttypes.h>
#include <stdio.h>

#include "impl.h"

static enum pf_step first_step(const struct pf_plan_stage *stage)
{
	static const enum pf_step steps[PF_PLAN_DOES] = {
		[PF_PLAN_READ] = PF_STEP_READ,    [PF_PLAN_ASK] = PF_STEP_ASK,
		[PF_PLAN_DRAFT] = PF_STEP_WRITE,  [PF_PLAN_PROBE] = PF_STEP_PROBE,
		[PF_PLAN_WRAP] = PF_STEP_REFLECT, [PF_PLAN_LOOK_BACK] = PF_STEP_RESULT,
	};

	return steps[stage->does];
}

/* A prompt may say how many minutes its drill's work takes; with reading and looking back it stays
 * within what a drill may take in all. */
static int64_t drill_length(const struct pf_interview *iv, size_t stage)
{
	const struct pf_prompt_drill *drill = pf_prompt_drill(
		iv->prompt, pf_plan_section_name((enum pf_plan_section)iv->plan->section));
	int64_t most = PF_DRILL_MAX;

	if (!drill || drill->minutes <= 0)
		return pf_plan_stage_ms(&iv->plan->stages.v[stage]);
	for (size_t i = 0; i < iv->plan->stages.n; i++)
		if (i != stage)
			most -= pf_plan_stage_ms(&iv->plan->stages.v[i]);
	if (drill->minutes * PF_MINUTE < most)
		return drill->minutes * PF_MINUTE;
	return most < PF_MINUTE ? PF_MINUTE : most;
}

int64_t pf_stage_length(const struct pf_interview *iv, size_t stage)
{
	const struct pf_plan_stage *s = &iv->plan->stages.v[stage];

	if (iv->plan->kind == PF_PLAN_DRILL && (s->does == PF_PLAN_DRAFT || s->does == PF_PLAN_ASK))
		return drill_length(iv, stage);
	return pf_plan_stage_ms(s);
}

bool pf_stage_moves_at_bell(const struct pf_interview *iv)
{
	const struct pf_plan_stage *s = pf_interview_stage(iv);

	return s && s->does != PF_PLAN_WRAP && s->does != PF_PLAN_LOOK_BACK &&
	       iv->fold->stages.n < iv->plan->stages.n;
}

void pf_stage_begin(struct pf_interview *iv, const struct pf_now *now, size_t stage,
		    int64_t carried, bool runs_on)
{
	const struct pf_plan_stage *s = &iv->plan->stages.v[stage];
	struct pf_record r = {.kind = PF_RECORD_STAGE};
	int64_t length = pf_stage_length(iv, stage) + carried;

	/* The skeleton first: whatever is cut off here, the stage begins with its text. */
	if (s->does == PF_PLAN_DRAFT && pf_fold_text(iv->fold, PF_PANE_DRAFT).len == 0)
		pf_interview_put_text(iv, now, PF_PANE_DRAFT, pf_slice_of(iv->fold->skeleton));
	r.u.stage.index = (uint32_t)stage;
	r.u.stage.step = first_step(s);
	r.u.stage.title = pf_slice_of(s->title);
	r.u.stage.length = length;
	r.u.stage.carried = carried;
	r.u.stage.deadline =
		runs_on ? iv->fold->deadline + length : pf_clock_deadline(iv->fold, now, length);
	pf_interview_emit(iv, now, &r);
	if (s->does == PF_PLAN_PROBE)
		(void)pf_probe_next(iv, now);
	if (s->does == PF_PLAN_LOOK_BACK && !iv->fold->judged)
		pf_judge(iv, now);
}

static uint32_t owed(const struct pf_fold *fold)
{
	uint32_t n = fold->odds < 0;

	for (size_t i = 0; i < PF_DIMENSIONS; i++)
		n += fold->marks[i] < 0;
	return n;
}

/* The step after this one in the same stage; PF_STEP_END: the stage is over. */
static enum pf_step step_after(const struct pf_interview *iv)
{
	switch (iv->fold->step) {
	case PF_STEP_PROBE: return PF_STEP_ROLLOUT;
	case PF_STEP_REFLECT: return PF_STEP_MARK;
	case PF_STEP_MARK: return PF_STEP_RESULT;
	case PF_STEP_RESULT:
		return iv->fold->kind == PF_KIND_DRILL ? PF_STEP_MODEL : PF_STEP_NEXT_STEP;
	case PF_STEP_REWRITE: return PF_STEP_NEXT_STEP;
	case PF_STEP_NEXT_STEP: return PF_STEP_MODEL;
	default: return PF_STEP_END;
	}
}

static const char *step_title(enum pf_step step)
{
	switch (step) {
	case PF_STEP_ROLLOUT: return "the rollout timeline";
	case PF_STEP_MARK: return "your own marks";
	case PF_STEP_RESULT: return "the panel's result";
	case PF_STEP_NEXT_STEP: return "your next step";
	default: return "the model answer";
	}
}

/* What moves on to the next stage when this one ends now. */
static int64_t carried(const struct pf_interview *iv, const struct pf_now *now)
{
	const struct pf_plan_stage *s = pf_interview_stage(iv);

	return s && s->may_end_early ? pf_clock_carry(iv->fold, now) : 0;
}

static void next_stage_line(const struct pf_interview *iv, const struct pf_now *now, char line[160])
{
	const char *title = iv->plan->stages.v[iv->fold->stages.n].title;
	int64_t left = pf_clock_read(iv->fold, now).left / PF_MINUTE;
	int64_t moves = carried(iv, now) / PF_MINUTE;

	if (moves > 0)
		snprintf(line, 160, "Go on to %s with the %" PRId64 " min left.", title, moves);
	else if (left > 0)
		snprintf(line, 160, "Go on to %s and lose %" PRId64 " min.", title, left);
	else
		snprintf(line, 160, "Go on to %s.", title);
}

bool pf_interview_may_go_on(const struct pf_interview *iv, const struct pf_now *now, char line[160])
{
	enum pf_step next = step_after(iv);
	uint32_t n = owed(iv->fold);

	line[0] = '\0';
	if (iv->fold->done) {
		snprintf(line, 160, "The attempt is over.");
	} else if (iv->fold->paused) {
		snprintf(line, 160, "Paused: let the clock run first.");
	} else if (iv->fold->step == PF_STEP_MARK && n > 0) {
		snprintf(line, 160, "Your own marks come before the result: %u of %d to go.", n,
			 PF_DIMENSIONS + 1);
	} else if (next != PF_STEP_END) {
		snprintf(line, 160, "Go on to %s.", step_title(next));
		return true;
	} else if (iv->fold->stages.n >= iv->plan->stages.n) {
		snprintf(line, 160, "End the attempt.");
		return true;
	} else {
		next_stage_line(iv, now, line);
		return true;
	}
	return false;
}

static bool end_stage(struct pf_interview *iv, const struct pf_now *now)
{
	struct pf_record done = {.kind = PF_RECORD_DONE};

	if (iv->fold->stages.n >= iv->plan->stages.n) {
		/* Nobody marks a preparation; what the page shows is its end. */
		if (iv->plan->kind == PF_PLAN_PREPARATION && !iv->fold->judged)
			pf_judge(iv, now);
		done.u.done.reason = PF_SLICE("The attempt is complete.");
		pf_interview_emit(iv, now, &done);
		return true;
	}
	pf_stage_begin(iv, now, iv->fold->stages.n, carried(iv, now), false);
	return true;
}

bool pf_interview_go_on(struct pf_interview *iv, const struct pf_now *now)
{
	enum pf_step next = step_after(iv);
	char line[160];

	if (!pf_interview_may_go_on(iv, now, line))
		return pf_refuse(iv, "%s", line);
	iv->notice[0] = '\0';
	if (iv->fold->step == PF_STEP_REWRITE)
		return pf_interview_rewrite_done(iv, now);
	if (next == PF_STEP_RESULT && !iv->fold->judged)
		pf_judge(iv, now);
	if (next == PF_STEP_END)
		return end_stage(iv, now);
	pf_step_to(iv, now, next);
	return true;
}

bool pf_interview_mark(struct pf_interview *iv, const struct pf_now *now,
		       enum pf_dimension dimension, int value)
{
	struct pf_record r = {.kind = PF_RECORD_MARK};

	if (iv->fold->step != PF_STEP_MARK || iv->fold->judged)
		return pf_refuse(iv, "Marks are given before the result shows.");
	if (value < 0 || value > 5 || (unsigned)dimension >= PF_DIMENSIONS)
		return pf_refuse(iv, "A mark is 0 to 5.");
	r.u.mark = (struct pf_record_mark){dimension, (uint32_t)value};
	pf_interview_emit(iv, now, &r);
	return true;
}

bool pf_interview_odds(struct pf_interview *iv, const struct pf_now *now, int percent)
{
	struct pf_record r = {.kind = PF_RECORD_ODDS};

	if (iv->fold->step != PF_STEP_MARK || iv->fold->judged)
		return pf_refuse(iv, "The odds are given before the result shows.");
	if (percent < 0 || percent > 100)
		return pf_refuse(iv, "The odds are 0 to 100 percent.");
	r.u.odds.percent = (uint32_t)percent;
	pf_interview_emit(iv, now, &r);
	return true;
}
