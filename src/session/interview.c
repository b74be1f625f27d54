#include "prfaq/session/interview.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "impl.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/rng.h"

/* --- beginning and coming back ------------------------------------------- */

/* "20261123-k7f3q": the day of `now`, and five letters and digits from the seed. */
static void make_id(const struct pf_now *now, uint64_t seed, char out[32])
{
	/* No vowels and no look-alikes: an id is read aloud and typed. */
	static const char letters[] = "23456789bcdfghjkmnpqrstvwxz";
	struct pf_date day = pf_date_from_utc(now->utc);
	struct pf_rng rng = {seed};
	int n = snprintf(out, 32, "%04d%02d%02d-", day.year, day.month, day.day);

	assert(n > 0 && n < 24);
	for (int i = 0; i < 5; i++)
		out[n++] = letters[pf_rng_below(&rng, sizeof(letters) - 1)];
	out[n] = '\0';
}

/* The first of the errors is the one to tell; the rest are often its echo. */
static enum pf_status first_error(struct pf_yaml_errors *errors, enum pf_status status,
				  struct pf_error *err)
{
	if (err && errors->n)
		*err = errors->v[0];
	else if (err)
		pf_error_set(err, status, "the prompt or the plan does not load");
	pf_yaml_errors_release(errors);
	return status;
}

static enum pf_status load(struct pf_interview *iv, struct pf_slice prompt, struct pf_slice plan,
			   struct pf_error *err)
{
	struct pf_yaml_errors errors = {0};
	enum pf_status status = pf_prompt_parse(&iv->prompt, "prompt", prompt, &errors);

	if (status == PF_OK)
		status = pf_plan_parse(&iv->plan, "plan", plan, &errors);
	if (status != PF_OK)
		return first_error(&errors, status, err);
	pf_yaml_errors_release(&errors);
	return PF_OK;
}

static struct pf_interview *made(const struct pf_interview_setup *setup)
{
	struct pf_interview *iv = pf_xcalloc(1, sizeof(*iv));

	iv->rubric = setup->rubric;
	iv->past = setup->past;
	iv->n_past = setup->n_past;
	iv->off = setup->off;
	iv->no_coach = setup->no_coach;
	return iv;
}

static void begin_record(struct pf_interview *iv, const struct pf_interview_setup *setup,
			 const struct pf_now *now)
{
	struct pf_record r = {.kind = PF_RECORD_BEGIN};
	struct pf_record_begin *b = &r.u.begin;
	char id[32];

	make_id(now, setup->seed, id);
	b->id = pf_slice_of(id);
	b->seed = setup->seed;
	b->kind = iv->plan->kind == PF_PLAN_DRILL ? PF_KIND_DRILL : PF_KIND_INTERVIEW;
	b->mode = setup->mode;
	b->role = (uint32_t)(setup->role < 0 ? iv->prompt->role : setup->role);
	b->level = (uint32_t)(setup->level ? setup->level : iv->prompt->level);
	b->prompt_id = pf_slice_of(iv->prompt->id);
	b->prompt_title = pf_slice_of(iv->prompt->title);
	b->prompt = setup->prompt;
	b->plan_id = pf_slice_of(iv->plan->id);
	b->plan = setup->plan;
	if (iv->plan->kind == PF_PLAN_DRILL)
		b->section =
			pf_slice_of(pf_plan_section_name((enum pf_plan_section)iv->plan->section));
	b->skeleton = setup->skeleton;
	b->rubric = pf_slice_of(pf_rubric_name(iv->rubric));
	b->rubric_hash = pf_slice_of(pf_rubric_hash(iv->rubric));
	b->today = pf_date_days(pf_date_from_utc(now->utc));
	b->previous_step = setup->previous_step;
	b->n_stages = (uint32_t)iv->plan->stages.n;
	for (size_t i = 0; i < iv->plan->stages.n; i++)
		b->total += pf_stage_length(iv, i);
	pf_interview_emit(iv, now, &r);
}

enum pf_status pf_interview_begin(struct pf_interview **out, const struct pf_interview_setup *setup,
				  const struct pf_now *now, struct pf_error *err)
{
	struct pf_interview *iv = made(setup);
	enum pf_status status = load(iv, setup->prompt, setup->plan, err);

	*out = NULL;
	if (status != PF_OK) {
		pf_interview_free(iv);
		return status;
	}
	iv->fold = pf_fold_new();
	iv->seen = *now;
	begin_record(iv, setup, now);
	pf_interview_prepare(iv);
	pf_stage_begin(iv, now, 0, 0, false);
	*out = iv;
	return PF_OK;
}

static void reopen_record(struct pf_interview *iv, const struct pf_now *now)
{
	struct pf_record r = {.kind = PF_RECORD_REOPEN};
	int64_t away = now->utc - iv->fold->last_now.utc;
	char rule[160];

	r.u.reopen.deadline = pf_clock_after_reopen(iv->fold, now, rule);
	r.u.reopen.away = away > 0 ? away : 0;
	r.u.reopen.rule = pf_slice_of(rule);
	pf_tell(iv, "%s", rule);
	pf_interview_emit(iv, now, &r);
}

enum pf_status pf_interview_reopen(struct pf_interview **out, struct pf_fold *take_fold,
				   const struct pf_interview_setup *setup, const struct pf_now *now,
				   struct pf_error *err)
{
	struct pf_interview *iv = made(setup);
	struct pf_fold *fold = take_fold;
	enum pf_status status;

	*out = NULL;
	iv->fold = fold;
	iv->seen = *now;
	if (!fold->begun)
		status =
			pf_error_set(err, PF_ERR_DAMAGED, "the attempt's journal has no beginning");
	else
		status = load(iv, pf_slice_make(fold->prompt, fold->prompt_len),
			      pf_slice_make(fold->plan, fold->plan_len), err);
	if (status != PF_OK) {
		pf_interview_free(iv);
		return status;
	}
	*out = iv;
	pf_interview_prepare(iv);
	if (fold->done)
		return PF_OK;
	if (!fold->stages.n)
		pf_stage_begin(iv, now, 0, 0, false);
	reopen_record(iv, now);
	pf_answer_pending(iv, now);
	if (strcmp(fold->rubric_hash, pf_rubric_hash(iv->rubric)) != 0) {
		size_t n = strlen(iv->notice);

		snprintf(iv->notice + n, sizeof(iv->notice) - n,
			 " The rules have changed since; scores are made with the new ones.");
	}
	return PF_OK;
}

void pf_interview_free(struct pf_interview *iv)
{
	if (!iv)
		return;
	pf_session_context_free(iv->context);
	pf_fold_free(iv->fold);
	pf_prompt_free(iv->prompt);
	pf_plan_free(iv->plan);
	pf_outbox_release(&iv->outbox);
	if (iv->checked)
		pf_check_release(&iv->check);
	for (int i = 0; i < 2; i++)
		if (iv->carded[i])
			pf_check_release(&iv->cards[i]);
	free(iv->skeleton_lines.v);
	pf_buf_release(&iv->given);
	pf_buf_release(&iv->model);
	free(iv);
}

/* --- time ---------------------------------------------------------------- */

static void tell_sleep(struct pf_interview *iv, const struct pf_now *now, int64_t ms)
{
	struct pf_record r = {.kind = PF_RECORD_SUSPEND};
	char rule[160];

	snprintf(rule, sizeof(rule), "The machine slept %d min %d s. %s", (int)(ms / PF_MINUTE),
		 (int)(ms % PF_MINUTE / PF_SECOND),
		 iv->fold->mode == PF_MODE_STRICT ? "Strict: the clock ran on."
						  : "Practice: the clock stood meanwhile.");
	r.u.suspend = (struct pf_record_suspend){ms, pf_slice_of(rule), iv->fold->deadline};
	pf_interview_emit(iv, now, &r);
	pf_tell(iv, "%s", rule);
}

static bool watch_clocks(struct pf_interview *iv, const struct pf_now *now)
{
	int64_t slept = pf_clock_slept(&iv->seen, now);
	int64_t stepped = pf_clock_stepped(&iv->seen, now);

	iv->seen = *now;
	if (slept)
		tell_sleep(iv, now, slept);
	if (stepped) {
		struct pf_record r = {.kind = PF_RECORD_CLOCK_STEP};

		r.u.clock_step.ms = stepped;
		pf_interview_emit(iv, now, &r);
		pf_tell(iv, "The system clock was set; the stage's clock goes on as it was.");
	}
	return slept || stepped;
}

static void ring(struct pf_interview *iv, const struct pf_now *now)
{
	const struct pf_stage *stage = pf_fold_stage(iv->fold);
	struct pf_record r = {.kind = PF_RECORD_BELL};
	bool wrote = stage->first == PF_STEP_WRITE;
	char title[64];

	snprintf(title, sizeof(title), "%s", stage->title);
	r.u.bell.stage = stage->index;
	pf_interview_emit(iv, now, &r);
	if (iv->fold->mode == PF_MODE_PRACTICE) {
		pf_tell(iv, "Time is up for %s. You may go on: overtime is kept apart.", title);
		return;
	}
	pf_tell(iv, "Time is up for %s.%s", title, wrote ? " The draft is frozen." : "");
	if (pf_stage_moves_at_bell(iv))
		pf_stage_begin(iv, now, iv->fold->stages.n, 0, true);
}

bool pf_interview_tick(struct pf_interview *iv, const struct pf_now *now)
{
	bool happened;

	if (iv->fold->done || iv->fold->paused) {
		iv->seen = *now;
		return false;
	}
	happened = watch_clocks(iv, now);
	if (iv->fold->rewriting &&
	    pf_clock_ruling(iv->fold->mode, now) >= iv->fold->rewrite_deadline)
		happened |= pf_interview_rewrite_done(iv, now);
	/* In strict mode time that passed unseen may hold more than one bell. */
	for (size_t i = 0; i <= iv->plan->stages.n; i++) {
		if (!pf_clock_read(iv->fold, now).over || pf_fold_stage(iv->fold)->rang)
			break;
		ring(iv, now);
		happened = true;
	}
	return happened;
}

bool pf_interview_pause(struct pf_interview *iv, const struct pf_now *now)
{
	struct pf_record r = {.kind = PF_RECORD_PAUSE};

	if (iv->fold->done || iv->fold->paused)
		return pf_refuse(iv, "There is nothing to pause.");
	if (iv->fold->mode == PF_MODE_STRICT)
		return pf_refuse(iv, "Strict mode has no pause.");
	r.u.pause.left = pf_clock_read(iv->fold, now).left;
	pf_interview_emit(iv, now, &r);
	pf_tell(iv, "Paused. The clock stands.");
	return true;
}

bool pf_interview_resume(struct pf_interview *iv, const struct pf_now *now)
{
	struct pf_record r = {.kind = PF_RECORD_RESUME};
	int64_t paused = now->utc - iv->fold->paused_at.utc;

	if (!iv->fold->paused)
		return pf_refuse(iv, "It is not paused.");
	r.u.resume.paused = paused > 0 ? paused : 0;
	r.u.resume.deadline = pf_clock_after_pause(iv->fold, now);
	pf_interview_emit(iv, now, &r);
	iv->seen = *now;
	iv->notice[0] = '\0';
	return true;
}
