/* The running attempt: what is always on screen, and what its keys do. */

#include <string.h>

#include "state.h"

/* One line that Enter sends: a question, a next step. */
static bool is_line(enum pf_step step)
{
	return step == PF_STEP_ASK || step == PF_STEP_NEXT_STEP;
}

static uint32_t rewritable(const struct pf_app *app)
{
	const struct pf_result *result = pf_interview_result(app->iv);

	return result && result->offer[0] && !pf_interview_fold(app->iv)->rewritten
		       ? PF_IN_REWRITABLE
		       : 0u;
}

static uint32_t keys(const struct pf_app *app)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	uint32_t w = PF_IN_ATTEMPT;

	if (fold->mode == PF_MODE_PRACTICE)
		w |= fold->paused ? PF_IN_PAUSED : PF_IN_PRACTICE;
	switch (stage_step(app)) {
	case PF_STEP_PROBE: w |= PF_IN_PROBE; break;
	case PF_STEP_WRITE: w |= app->at_side ? 0u : PF_IN_DRAFT; break;
	case PF_STEP_MARK: return w | PF_IN_MARKS;
	case PF_STEP_RESULT: return w | PF_IN_RESULT | rewritable(app) | PF_IN_TEXT;
	case PF_STEP_READ:
	case PF_STEP_MODEL: return w | PF_IN_TEXT;
	case PF_STEP_END:
		return PF_IN_RESULT | PF_IN_END | PF_IN_TEXT |
		       (fold->kind == PF_KIND_DRILL ? PF_IN_DRILL_END : 0u);
	default: break;
	}
	w |= PF_IN_SIDED;
	if (app->at_side)
		return w | PF_IN_PAGER;
	if (stage_has_pane(app))
		w |= is_line(stage_step(app)) ? PF_IN_LINE : PF_IN_EDITOR;
	if (stage_step(app) == PF_STEP_ASK && fold->asked.n &&
	    !pf_editor_length(pf_interview_editor(app->iv, PF_PANE_QUESTION)))
		w |= PF_IN_ASKED;
	return w;
}

/* --- commands ------------------------------------------------------------- */

static void to_first_open_mark(struct pf_app *app)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);

	app->marks.at = 0;
	while (app->marks.at < PF_DIMENSIONS && fold->marks[app->marks.at] >= 0)
		app->marks.at++;
}

static void go_on(struct pf_app *app, const struct pf_now *now)
{
	char line[160];
	enum pf_step step = stage_step(app);
	bool may = pf_interview_may_go_on(app->iv, now, line);

	if (!may) {
		pf_app_say(app, false, line);
		if (step == PF_STEP_MARK)
			to_first_open_mark(app);
		return;
	}
	/* Only what ends a stage with time left is worth a second thought. */
	if ((step == PF_STEP_ASK || step == PF_STEP_WRITE || step == PF_STEP_PROBE ||
	     step == PF_STEP_ROLLOUT) &&
	    pf_interview_standing(app->iv, now).clock.left > 0 &&
	    !app_confirmed(app, PF_APP_NEXT_STAGE, line))
		return;
	app->armed = PF_APP_NONE;
	app->summary_due = true;
	if (step == PF_STEP_REWRITE) {
		pf_interview_rewrite_done(app->iv, now);
		return; /* what it was worth stands on the page that comes */
	}
	pf_interview_go_on(app->iv, now);
	stage_told(app);
}

static void send(struct pf_app *app, const struct pf_now *now)
{
	if (stage_step(app) == PF_STEP_ASK)
		pf_interview_ask(app->iv, now);
	else
		go_on(app, now);
	stage_told(app);
}

static void recall(struct pf_app *app, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);

	stage_insert(app, now, pf_slice_of(fold->asked.v[fold->asked.n - 1].text), false);
}

static void pause(struct pf_app *app, const struct pf_now *now)
{
	if (pf_interview_fold(app->iv)->paused)
		pf_interview_resume(app->iv, now);
	else
		pf_interview_pause(app->iv, now);
	stage_told(app);
}

/* The seven marks and the odds: less and more. */
static void mark(struct pf_app *app, enum pf_app_command command, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	int by = command == PF_APP_MORE ? 1 : -1;
	int at = app->marks.at;

	if (at < PF_DIMENSIONS) {
		int v = fold->marks[at] < 0 ? (by > 0 ? 3 : 2) : fold->marks[at] + by;

		if (v >= 0 && v <= 5)
			pf_interview_mark(app->iv, now, (enum pf_dimension)at, v);
	} else {
		int v = fold->odds < 0 ? 50 : fold->odds + 5 * by;

		if (v >= 0 && v <= 100)
			pf_interview_odds(app->iv, now, v);
	}
	stage_told(app);
}

static bool mark_command(struct pf_app *app, enum pf_app_command command, const struct pf_now *now)
{
	app->marks.n = PF_DIMENSIONS + 1;
	if (list_command(&app->marks, command))
		return true;
	if (command == PF_APP_LESS || command == PF_APP_MORE) {
		mark(app, command, now);
		return true;
	}
	if (command == PF_APP_MARK) {
		int given = (int)(app->key.code - '0');

		if (app->marks.at == PF_DIMENSIONS)
			pf_interview_odds(app->iv, now, 20 * given);
		else
			pf_interview_mark(app->iv, now, (enum pf_dimension)app->marks.at++, given);
		return true;
	}
	if (command != PF_APP_NEXT_MARK)
		return false;
	if (app->marks.at + 1 < app->marks.n)
		app->marks.at++;
	else
		go_on(app, now);
	return true;
}

static void again(struct pf_app *app, bool next, struct pf_effects *fx)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	const struct pf_plan *plan = app_plan(app, fold->plan_id);
	const struct pf_prompt *prompt = pf_bank_find(app->setup.bank, fold->prompt_id, NULL);
	bool drill = fold->kind == PF_KIND_DRILL;
	bool strict = fold->mode == PF_MODE_STRICT;

	for (int i = 0; i < app->sections.n; i++) /* it may have been begun at the shell */
		if (!strcmp(fold->section, pf_plan_section_names[i]))
			app->sections.at = i;
	app_leave_attempt(app, fx);
	if (next && drill) {
		app->sections.at = (app->sections.at + 1) % app->sections.n;
		app_effect(fx, PF_EFFECT_ROWS, NULL, false);
		app_go(app, SCREEN_SECTIONS);
	} else if (!next && plan && prompt) {
		app_effect(fx, PF_EFFECT_ROWS, NULL, false);
		app->strict = strict;
		app->plan = plan;
		app_go(app, SCREEN_PROMPTS);
		for (int i = 0; i < app->prompts.n; i++)
			if (pf_bank_get(app->setup.bank, (size_t)i) == prompt)
				app->prompts.at = i;
	} else {
		app_home(app, fx);
	}
}

/* From where it stands, which may be where the cited words are. */
static void scroll_side(struct pf_app *app, int by)
{
	int from = app->side_scroll < 0 ? app->side_shown : app->side_scroll;

	app->side_scroll = from + by > 0 ? from + by : 0;
}

static void command(struct pf_app *app, enum pf_app_command command, const struct pf_now *now,
		    struct pf_effects *fx)
{
	enum pf_step step = stage_step(app);

	if (step == PF_STEP_MARK && mark_command(app, command, now))
		return;
	if (!app->at_side && pager_command(app, command, app->rows > 8 ? app->rows - 6 : 2))
		return;
	switch (command) {
	case PF_APP_NEXT_STAGE: go_on(app, now); break;
	case PF_APP_SEND: send(app, now); break;
	case PF_APP_RECALL: recall(app, now); break;
	case PF_APP_NEXT_PROBE:
		pf_interview_reply(app->iv, now);
		stage_told(app);
		break;
	case PF_APP_PAUSE:
	case PF_APP_RUN_ON: pause(app, now); break;
	case PF_APP_PANE: app->at_side = !app->at_side; break;
	case PF_APP_SIDE:
		if (app->cols < SIDE_BESIDE && !app->at_side)
			app->at_side = true; /* there is no side: it takes the place of the work */
		else
			side_next(app);
		break;
	case PF_APP_FIND: find_begin(app); break;
	case PF_APP_BLANK:
		/* A tab in its stead would stand in the last word, unseen. */
		if (!stage_next_blank(
			    app, pf_editor_cursor(pf_interview_editor(app->iv, PF_PANE_DRAFT))))
			pf_app_say(app, false, "No blank is left.");
		break;
	case PF_APP_CLOCK: app->hide_clock = !app->hide_clock; break;
	case PF_APP_REWRITE:
		pf_interview_rewrite(app->iv, now);
		stage_told(app);
		break;
	case PF_APP_AGAIN: again(app, false, fx); break;
	case PF_APP_NEXT_DRILL: again(app, true, fx); break;
	case PF_APP_PAGE_UP: scroll_side(app, -5); break;
	case PF_APP_LIST_UP: scroll_side(app, -1); break;
	case PF_APP_PAGE_DOWN: scroll_side(app, 5); break;
	case PF_APP_LIST_DOWN: scroll_side(app, 1); break;
	case PF_APP_BACK:
		if (app->at_side)
			app->at_side = false;
		else if (step == PF_STEP_END) {
			app_leave_attempt(app, fx);
			app_home(app, fx);
		}
		break;
	default: attempt_common(app, command, fx); break;
	}
}

/* --- the screen ------------------------------------------------------------ */

static void paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
		  struct pf_rect r)
{
	struct pf_standing st = pf_interview_standing(app->iv, now);

	status_paint(app, now, s, r.row, NULL);
	pf_rect_take_top(&r, 1);
	if (r.rows >= 12 && (st.pacing || st.goal)) {
		struct pf_buf line = {0};

		pf_buf_printf(&line, " %s", st.pacing ? st.pacing : st.goal);
		pf_surface_put_cut(s, r.row, 0, r.cols, pf_buf_view(&line), PF_STYLE_DIM);
		pf_buf_release(&line);
		pf_rect_take_top(&r, 1);
	}
	app->pane = pf_rect_make(0, 0, 0, 0);
	steps_paint(app, now, s, r);
}

const struct screen_row screen_stage = {0, keys, command, paint};
