/* The running attempt: what is always on screen, and what its keys do. */
#include <stdio.h>
#include <string.h>

#include "state.h"

static enum pf_step step_of(const struct pf_app *app)
{
	return pf_interview_fold(app->iv)->step;
}

static bool has_pane(const struct pf_app *app)
{
	return pf_interview_pane(app->iv) <= PF_PANE_REPLY_MAX;
}

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

static uint32_t where(const struct pf_app *app)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	uint32_t w = PF_IN_ATTEMPT;

	if (fold->mode == PF_MODE_PRACTICE)
		w |= fold->paused ? PF_IN_PAUSED : PF_IN_PRACTICE;
	switch (step_of(app)) {
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
	if (has_pane(app))
		w |= is_line(step_of(app)) ? PF_IN_LINE : PF_IN_EDITOR;
	return w;
}

static void told(struct pf_app *app)
{
	const char *notice = pf_interview_notice(app->iv);

	if (notice[0])
		pf_app_say(app, false, notice);
}

static void edit(struct pf_app *app, const struct pf_now *now, const struct pf_edit_input *input)
{
	uint32_t pane = pf_interview_pane(app->iv);

	if (pane > PF_PANE_REPLY_MAX)
		return;
	switch (pf_interview_edit(app->iv, now, pane, input)) {
	case PF_EDIT_IS_FROZEN: told(app); break;
	case PF_EDIT_TOO_BIG:
		pf_app_say(app, true, "Not inserted: a text holds 16 MiB at the most.");
		break;
	case PF_EDIT_NOT_FOUND: pf_app_say(app, false, "Not found."); break;
	default: break;
	}
}

static void insert(struct pf_app *app, const struct pf_now *now, struct pf_slice text, bool paste)
{
	edit(app, now,
	     &(struct pf_edit_input){.command = paste ? PF_EDITOR_PASTE_TEXT : PF_EDITOR_INSERT,
				     .text = text});
}

/* The line at the foot: what to find. */
static void find_key(struct pf_app *app, struct pf_key key, const struct pf_now *now)
{
	uint32_t pane = pf_interview_pane(app->iv);

	if (key.code == PF_KEY_ESC || pane > PF_PANE_REPLY_MAX) {
		app->finding = false;
	} else if (key.code == PF_KEY_ENTER) {
		app->finding = false;
		pf_editor_set_needle(pf_interview_editor(app->iv, pane), pf_buf_view(&app->needle));
		edit(app, now, &(struct pf_edit_input){.command = PF_EDITOR_FIND_NEXT});
	} else if (key.code == PF_KEY_BACKSPACE && app->needle.len) {
		do
			app->needle.len--;
		while (app->needle.len &&
		       ((unsigned char)app->needle.ptr[app->needle.len] & 0xC0) == 0x80);
		app->needle.ptr[app->needle.len] = '\0';
	} else if (pf_key_is_text(key)) {
		pf_buf_rune(&app->needle, key.code);
	}
}

static bool key_event(struct pf_app *app, struct pf_key key, const struct pf_now *now)
{
	struct pf_edit_input input = {0};

	if (app->finding) {
		find_key(app, key, now);
		return true;
	}
	if (app->at_side || !has_pane(app))
		return false;
	if (step_of(app) == PF_STEP_ASK && (key.code == '1' || key.code == '2') && !key.mods &&
	    !pf_editor_length(pf_interview_editor(app->iv, PF_PANE_QUESTION)) &&
	    pf_interview_choose(app->iv, now, key.code - '1'))
		return true;
	if (pf_key_is_text(key)) {
		struct pf_buf text = {0};

		pf_buf_rune(&text, key.code);
		insert(app, now, pf_buf_view(&text), false);
		pf_buf_release(&text);
		return true;
	}
	if (key.code == PF_KEY_TAB) { /* nothing is blank here: a tab */
		insert(app, now, PF_SLICE("\t"), false);
		return true;
	}
	if (!pf_keymap_editor(key, &input.command, &input.extend))
		return false;
	if (input.command == PF_EDITOR_FIND_NEXT || input.command == PF_EDITOR_FIND_PREVIOUS)
		pf_editor_set_needle(pf_interview_editor(app->iv, pf_interview_pane(app->iv)),
				     pf_buf_view(&app->needle));
	edit(app, now, &input);
	return true;
}

static bool mouse_event(struct pf_app *app, const struct pf_mouse *m, const struct pf_now *now)
{
	struct pf_edit_input input = {.row = m->row - app->pane.row, .col = m->col - app->pane.col};

	if (!has_pane(app) || !pf_rect_has(app->pane, m->row, m->col))
		return false;
	switch (m->kind) {
	case PF_MOUSE_WHEEL_UP: input.command = PF_EDITOR_SCROLL_UP; break;
	case PF_MOUSE_WHEEL_DOWN: input.command = PF_EDITOR_SCROLL_DOWN; break;
	case PF_MOUSE_PRESS:
	case PF_MOUSE_DRAG:
		app->at_side = false;
		input.command = PF_EDITOR_GO_TO;
		input.extend = m->kind == PF_MOUSE_DRAG;
		break;
	case PF_MOUSE_RELEASE: return true;
	}
	edit(app, now, &input);
	return true;
}

bool stage_event(struct pf_app *app, const struct pf_event *event, const struct pf_now *now)
{
	if (event->type == PF_EVENT_KEY)
		return key_event(app, event->key, now);
	if (event->type == PF_EVENT_MOUSE)
		return mouse_event(app, &event->mouse, now);
	if (event->type != PF_EVENT_PASTE || !has_pane(app) || app->at_side)
		return false;
	if (app->finding) {
		struct pf_slice rest = pf_buf_view(&event->bytes), line;

		if (pf_slice_line(&rest, &line))
			pf_buf_slice(&app->needle, line);
		return true;
	}
	insert(app, now, pf_buf_view(&event->bytes), true);
	return true;
}

/* The next "[...]" of guidance from `from` on, on one line; false when there is none. */
static bool find_blank(struct pf_slice text, uint32_t from, struct pf_range *out)
{
	for (uint32_t i = from; i < text.len; i++) {
		uint32_t end = i + 1;

		if (text.ptr[i] != '[')
			continue;
		while (end < text.len && text.ptr[end] != ']' && text.ptr[end] != '\n')
			end++;
		/* "[text](target)" is a link, not a blank. */
		if (end >= text.len || text.ptr[end] != ']' ||
		    (end + 1 < text.len && text.ptr[end + 1] == '('))
			continue;
		*out = (struct pf_range){i, end + 1};
		return true;
	}
	return false;
}

/* Selected, so that typing replaces it. */
bool stage_next_blank(struct pf_app *app, uint32_t from)
{
	struct pf_editor *ed = pf_interview_editor(app->iv, PF_PANE_DRAFT);
	struct pf_range blank;

	if (!find_blank(pf_editor_text(ed), from, &blank) &&
	    !find_blank(pf_editor_text(ed), 0, &blank))
		return false;
	pf_editor_select(ed, blank.begin, blank.end);
	return true;
}

/* --- commands ------------------------------------------------------------- */

/* What ends something is asked once more: the line says what would come. */
static bool confirmed(struct pf_app *app, enum pf_app_command command, const char *line)
{
	char text[240], key[32];
	struct pf_slice what = pf_slice_of(line);

	if (app->armed == command)
		return true;
	pf_keymap_first(command, key);
	if (what.len && what.ptr[what.len - 1] == '.')
		what.len--;
	snprintf(text, sizeof(text), "%.*s? %s: yes, another key: no.", PF_SLICE_ARG(what), key);
	pf_app_say(app, false, text);
	app->armed = command;
	return false;
}

static void go_on(struct pf_app *app, const struct pf_now *now)
{
	char line[160];
	enum pf_step step = step_of(app);
	bool may = pf_interview_may_go_on(app->iv, now, line);

	if (!may) {
		pf_app_say(app, false, line);
		return;
	}
	/* Only what ends a stage with time left is worth a second thought. */
	if ((step == PF_STEP_ASK || step == PF_STEP_WRITE || step == PF_STEP_PROBE ||
	     step == PF_STEP_ROLLOUT) &&
	    pf_interview_standing(app->iv, now).clock.left > 0 &&
	    !confirmed(app, PF_APP_NEXT_STAGE, line))
		return;
	app->armed = PF_APP_NONE;
	if (step == PF_STEP_REWRITE)
		pf_interview_rewrite_done(app->iv, now);
	else
		pf_interview_go_on(app->iv, now);
	app->summary_due = true;
	told(app);
}

static void send(struct pf_app *app, const struct pf_now *now)
{
	if (step_of(app) == PF_STEP_ASK)
		pf_interview_ask(app->iv, now);
	else
		go_on(app, now);
	told(app);
}

static void pause(struct pf_app *app, const struct pf_now *now)
{
	if (pf_interview_fold(app->iv)->paused)
		pf_interview_resume(app->iv, now);
	else
		pf_interview_pause(app->iv, now);
	told(app);
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
	told(app);
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
	if (command == PF_APP_MARK && app->marks.at < PF_DIMENSIONS) {
		pf_interview_mark(app->iv, now, (enum pf_dimension)app->marks.at,
				  (int)(app->key.code - '0'));
		app->marks.at++;
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

static void again(struct pf_app *app, bool next, const struct pf_now *now, struct pf_effects *fx)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	const struct pf_plan *plan = app_plan(app, fold->plan_id);
	const struct pf_prompt *prompt = pf_bank_find(app->setup.bank, fold->prompt_id, NULL);
	bool drill = fold->kind == PF_KIND_DRILL;
	bool strict = fold->mode == PF_MODE_STRICT;

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
	(void)now;
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
	enum pf_step step = step_of(app);

	if (step == PF_STEP_MARK && mark_command(app, command, now))
		return;
	if (!app->at_side && pager_command(app, command, app->rows > 8 ? app->rows - 6 : 2))
		return;
	switch (command) {
	case PF_APP_NEXT_STAGE: go_on(app, now); break;
	case PF_APP_SEND: send(app, now); break;
	case PF_APP_NEXT_PROBE:
		pf_interview_reply(app->iv, now);
		told(app);
		break;
	case PF_APP_PAUSE:
	case PF_APP_RUN_ON: pause(app, now); break;
	case PF_APP_PANE: app->at_side = !app->at_side; break;
	case PF_APP_SIDE: side_next(app); break;
	case PF_APP_FIND: app->finding = true; break;
	case PF_APP_BLANK:
		if (step != PF_STEP_WRITE ||
		    !stage_next_blank(
			    app, pf_editor_cursor(pf_interview_editor(app->iv, PF_PANE_DRAFT))))
			insert(app, now, PF_SLICE("\t"), false);
		break;
	case PF_APP_CLOCK: app->hide_clock = !app->hide_clock; break;
	case PF_APP_REWRITE:
		pf_interview_rewrite(app->iv, now);
		told(app);
		break;
	case PF_APP_AGAIN: again(app, false, now, fx); break;
	case PF_APP_NEXT_DRILL: again(app, true, now, fx); break;
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

const struct screen_row screen_stage = {"Interview", where, command, paint};
