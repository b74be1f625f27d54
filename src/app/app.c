#include "prfaq/app/app.h"

#include <string.h>

#include "state.h"

static const struct screen_row *const screens[SCREENS] = {
	[SCREEN_HOME] = &screen_home,         [SCREEN_PROMPTS] = &screen_prompts,
	[SCREEN_SECTIONS] = &screen_sections, [SCREEN_STAGE] = &screen_stage,
	[SCREEN_REVIEW] = &screen_review,     [SCREEN_ATTEMPT] = &screen_attempt,
	[SCREEN_REPLAY] = &screen_replay,     [SCREEN_PAGER] = &screen_pager,
};

void pf_app_start(struct pf_app *app, struct pf_effects *effects)
{
	effects->n = 0;
	app_home(app, effects);
}

static size_t bells(const struct pf_fold *fold)
{
	size_t n = 0;

	for (size_t i = 0; i < fold->stages.n; i++)
		n += fold->stages.v[i].rang;
	return n;
}

/* Lets the clock act. In strict mode a bell ends its stage, so all stages are counted. Notices go
 * to the foot of the screen. */
static void tick(struct pf_app *app, const struct pf_now *now, struct pf_effects *fx)
{
	size_t rung = bells(pf_interview_fold(app->iv));

	if (!pf_interview_tick(app->iv, now))
		return;
	if (bells(pf_interview_fold(app->iv)) > rung)
		app_effect(fx, PF_EFFECT_BELL, NULL, false);
	stage_told(app);
}

static void show_keys(struct pf_app *app, uint32_t where)
{
	struct pf_buf lines = {0}, text = {0};
	struct pf_slice rest, line;

	pf_buf_adds(&text, ". " PF_KEYS_WRITTEN "\n\n");
	pf_keymap_text(&lines, where);
	rest = pf_buf_view(&lines);
	while (pf_slice_line(&rest, &line)) {
		struct pf_slice keys = pf_slice_until(&line, "\t");

		if (keys.len)
			pf_buf_printf(&text, "_ %-28.*s\t%.*s", PF_SLICE_ARG(keys),
				      PF_SLICE_ARG(line));
		pf_buf_byte(&text, '\n');
	}
	pf_buf_release(&lines);
	app_page(app, "Keys", &text, false);
}

/* Commands that every screen has. True when it was one of them. */
static bool common(struct pf_app *app, enum pf_app_command command, uint32_t where,
		   struct pf_effects *fx)
{
	switch (command) {
	case PF_APP_HELP:
		if (app->screen != SCREEN_PAGER)
			show_keys(app, where);
		return true;
	case PF_APP_REPAINT: app_effect(fx, PF_EFFECT_REPAINT, NULL, false); return true;
	case PF_APP_KEPT:
		pf_app_say(app, false, "Nothing to save: each key is kept as it is typed.");
		return true;
	case PF_APP_QUIT:
		if (app->screen == SCREEN_HOME || !app->iv) {
			app->quits = true;
		} else {
			app_leave_attempt(app, fx);
			app_home(app, fx);
		}
		return true;
	default: return false;
	}
}

static void leave_now(struct pf_app *app, struct pf_effects *fx)
{
	if (app_runs(app))
		app_leave_attempt(app, fx);
	app->quits = true;
}

static void on_signal(struct pf_app *app, enum pf_signal signal, struct pf_effects *fx)
{
	switch (signal) {
	case PF_SIGNAL_HUP:
	case PF_SIGNAL_TERM:
	case PF_SIGNAL_INT: leave_now(app, fx); break;
	case PF_SIGNAL_TSTP: app_effect(fx, PF_EFFECT_SUSPEND, NULL, false); break;
	case PF_SIGNAL_CONT: app_effect(fx, PF_EFFECT_REPAINT, NULL, false); break;
	}
}

static uint32_t keys_of(const struct pf_app *app)
{
	const struct screen_row *screen = screens[app->screen];

	return screen->keys | (screen->also ? screen->also(app) : 0u);
}

static void on_key(struct pf_app *app, const struct pf_event *event, const struct pf_now *now,
		   struct pf_effects *fx)
{
	uint32_t where = keys_of(app);
	enum pf_app_command command = pf_keymap_find(event->key, where);
	bool anywhere = command != PF_APP_NONE && pf_keymap_binding(command)->where & PF_IN_ANY;

	app->message[0] = '\0';
	if (command != app->armed)
		app->armed = PF_APP_NONE;
	/* The line to find takes every key but those that are good anywhere. */
	if ((app->finding && !anywhere) ||
	    (command == PF_APP_NONE && app->screen == SCREEN_STAGE)) {
		stage_event(app, event, now);
		return;
	}
	if (command == PF_APP_NONE || common(app, command, where, fx))
		return;
	app->key = event->key;
	screens[app->screen]->command(app, command, now, fx);
}

static struct list *shown_list(struct pf_app *app)
{
	switch (app->screen) {
	case SCREEN_HOME: return &app->home;
	case SCREEN_SECTIONS: return &app->sections;
	case SCREEN_PROMPTS: return &app->prompts;
	case SCREEN_REVIEW: return &app->review;
	case SCREEN_STAGE: return stage_step(app) == PF_STEP_MARK ? &app->marks : NULL;
	default: return NULL;
	}
}

static void on_wheel(struct pf_app *app, bool up, const struct pf_now *now, struct pf_effects *fx)
{
	enum { ROWS = 3 }; /* of a text; a list goes row by row */
	enum pf_app_command command = up ? PF_APP_LIST_UP : PF_APP_LIST_DOWN;

	for (int i = 0; i < (shown_list(app) ? 1 : ROWS); i++)
		screens[app->screen]->command(app, command, now, fx);
}

/* The wheel scrolls what has the keys; a click in a list marks, on what is marked it chooses, and
 * in a pane it moves. */
static void on_mouse(struct pf_app *app, const struct pf_event *event, const struct pf_now *now,
		     struct pf_effects *fx)
{
	const struct pf_mouse *m = &event->mouse;
	struct list *list = shown_list(app);

	if (app->screen == SCREEN_STAGE && stage_event(app, event, now))
		return;
	if (m->kind == PF_MOUSE_WHEEL_UP || m->kind == PF_MOUSE_WHEEL_DOWN)
		on_wheel(app, m->kind == PF_MOUSE_WHEEL_UP, now, fx);
	else if (m->kind == PF_MOUSE_PRESS && list && list_click(list, m->row, m->col))
		screens[app->screen]->command(app, PF_APP_CHOOSE, now, fx);
}

void pf_app_update(struct pf_app *app, const struct pf_event *event, const struct pf_now *now,
		   struct pf_effects *effects)
{
	effects->n = 0;
	if (app_runs(app))
		tick(app, now, effects);
	switch (event->type) {
	case PF_EVENT_KEY: on_key(app, event, now, effects); break;
	case PF_EVENT_PASTE:
		if (app->screen == SCREEN_STAGE)
			stage_event(app, event, now);
		break;
	case PF_EVENT_MOUSE: on_mouse(app, event, now, effects); break;
	case PF_EVENT_RESIZE:
		app->rows = event->rows;
		app->cols = event->cols;
		break;
	case PF_EVENT_SIGNAL: on_signal(app, event->signal, effects); break;
	default: break;
	}
	app_meet_step(app);
	if (app->screen == SCREEN_REPLAY)
		screens[SCREEN_REPLAY]->command(app, PF_APP_NONE, now, effects);
	if (app->iv && !app->reviewing && !app->left && pf_interview_outbox(app->iv)->n)
		app_effect(effects, PF_EFFECT_COMMIT, app->id, false);
	if (app->summary_due) {
		app_effect(effects, PF_EFFECT_SUMMARY, app->id, false);
		app->summary_due = false;
	}
}

bool pf_app_idle(struct pf_app *app)
{
	if (!app_runs(app) || app->screen != SCREEN_STAGE || !pf_interview_check_due(app->iv))
		return false;
	pf_interview_check(app->iv);
	return true;
}

int pf_app_wait(const struct pf_app *app, const struct pf_now *now)
{
	struct pf_clock clock;
	int64_t part;

	if (app->screen == SCREEN_REPLAY && replay_moves(app, now))
		return 100;
	if (!app_runs(app))
		return -1;
	clock = pf_clock_read(pf_interview_fold(app->iv), now);
	if (clock.paused)
		return -1;
	part = clock.left % PF_SECOND; /* the shown second turns when this much has passed */
	return (int)(part > 0 ? part : part + PF_SECOND);
}

static void paint_small(struct pf_surface *s)
{
	pf_surface_clear(s);
	pf_layout_put(s, pf_surface_bounds(s), 0,
		      PF_SLICE("Too small to draw: 20x5 is the least. Nothing is lost."),
		      PF_STYLE_STRONG);
}

/* A message is never cut where there is room: it says where the text is. */
static int message_rows(const struct pf_app *app, const struct pf_surface *s)
{
	int most = s->rows >= 12 ? 4 : 1;
	int rows = app->finding ? 1 : pf_layout_rows(pf_slice_of(app->message), s->cols - 2);

	return rows < most ? rows : most;
}

static void paint_message(const struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	enum pf_style style = app->message_bad ? PF_STYLE_BAR_RED : PF_STYLE_BAR;

	if (app->finding) {
		find_paint(app, s, r.row);
		return;
	}
	pf_surface_fill(s, r, ' ', style);
	if (r.rows > 1)
		pf_layout_put(s, pf_rect_make(r.row, 1, r.rows, r.cols - 2), 0,
			      pf_slice_of(app->message), style);
	else
		pf_surface_put_cut(s, r.row, 1, r.cols - 1, pf_slice_of(app->message), style);
}

void pf_app_paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *surface)
{
	struct pf_rect body = pf_surface_bounds(surface);
	const struct screen_row *screen = screens[app->screen];

	pf_surface_clear(surface);
	if (surface->rows < 5 || surface->cols < 20) {
		paint_small(surface);
		return;
	}
	paint_key_bar(surface, surface->rows - 1, keys_of(app));
	body.rows--;
	if (app->message[0] || app->finding) {
		struct pf_rect foot = pf_rect_take_top(&body, -message_rows(app, surface));

		screen->paint(app, now, surface, body);
		paint_message(app, surface, foot);
		return;
	}
	screen->paint(app, now, surface, body);
}
