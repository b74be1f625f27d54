/* Home: how long do you have, then which prompt or section. */

#include "state.h"

enum home_row {
	HOME_DRILL,
	HOME_SHORT,
	HOME_WHOLE,
	HOME_RESUME,
	HOME_REVIEW,
	HOME_PROMPTS,
	HOME_GUIDE,
	HOME_QUIT,
	HOME_ROWS
};

/* The attempt that Resume would take up: the latest that is open. */
static const struct pf_app_row *open_attempt(const struct pf_app *app)
{
	for (size_t i = 0; i < app->attempts.n; i++)
		if (app->attempts.v[i].open)
			return &app->attempts.v[i];
	return NULL;
}

static size_t count_open(const struct pf_app *app)
{
	size_t n = 0;

	for (size_t i = 0; i < app->attempts.n; i++)
		n += app->attempts.v[i].open;
	return n;
}

static void home_text(const struct pf_app *app, int i, struct pf_buf *out)
{
	const struct pf_app_row *open = open_attempt(app);

	switch ((enum home_row)i) {
	case HOME_DRILL: pf_buf_adds(out, "12 minutes   one drill: one section of a PR/FAQ"); break;
	case HOME_SHORT:
		pf_buf_adds(out, "45 minutes   the short interview: 5, 20, 15 and 5");
		break;
	case HOME_WHOLE:
		pf_buf_adds(out, "90 minutes   the whole interview: 15, 30, 30 and 15");
		break;
	case HOME_RESUME:
		if (open)
			pf_buf_printf(out, "Resume       %s (%s), %d words", open->title,
				      open->plan, open->words);
		else
			pf_buf_adds(out, "Resume       nothing is open");
		break;
	case HOME_REVIEW:
		pf_buf_printf(out, "Review       past attempts: %zu", app->attempts.n);
		if (count_open(app))
			pf_buf_printf(out, ", open: %zu", count_open(app));
		break;
	case HOME_PROMPTS:
		pf_buf_adds(out, "Prompts");
		if (app->setup.bank)
			pf_buf_printf(out, "      %d to practise on", app->prompts.n);
		break;
	case HOME_GUIDE: pf_buf_adds(out, "Guide        the method on two pages"); break;
	case HOME_QUIT: pf_buf_adds(out, "Quit"); break;
	case HOME_ROWS: break;
	}
}

static void choose_plan(struct pf_app *app, const char *id)
{
	app->plan = app_plan(app, id);
	if (!app->plan) {
		pf_app_say(app, true,
			   "That plan is missing from the installation: prfaq doctor says more.");
		return;
	}
	app_go(app, SCREEN_PROMPTS);
	prompts_mark_new(app);
}

static void home_choose(struct pf_app *app, struct pf_effects *fx)
{
	const struct pf_app_row *open = open_attempt(app);
	struct pf_buf guide = {0};

	switch ((enum home_row)app->home.at) {
	case HOME_DRILL: app_go(app, SCREEN_SECTIONS); break;
	case HOME_SHORT: choose_plan(app, "short"); break;
	case HOME_WHOLE: choose_plan(app, "interview"); break;
	case HOME_RESUME:
		if (open)
			app_effect(fx, PF_EFFECT_OPEN, open->id, true);
		else
			pf_app_say(app, false, "No attempt is open.");
		break;
	case HOME_REVIEW: app_go(app, SCREEN_REVIEW); break;
	case HOME_PROMPTS:
		app->plan = NULL;
		app_go(app, SCREEN_PROMPTS);
		break;
	case HOME_GUIDE:
		pf_buf_slice(&guide, app->setup.guide);
		app_page(app, "Guide", &guide, true);
		break;
	case HOME_QUIT: app->quits = true; break;
	case HOME_ROWS: break;
	}
}

static void home_command(struct pf_app *app, enum pf_app_command command, const struct pf_now *now,
			 struct pf_effects *fx)
{
	(void)now;
	app->home.n = HOME_ROWS;
	if (list_command(&app->home, command))
		return;
	if (command == PF_APP_CHOOSE)
		home_choose(app, fx);
	else if (command == PF_APP_FINISH)
		app->quits = true;
}

static void home_paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
		       struct pf_rect r)
{
	bool roomy = r.rows >= 18;
	int left = r.cols > 70 ? 4 : 1;

	(void)now;
	app->home.n = HOME_ROWS;
	if (roomy)
		pf_rect_take_top(&r, 1);
	pf_surface_puts(s, r.row, left, "prfaq", PF_STYLE_HEADING);
	if (s->cols >= left + 48)
		pf_surface_puts(s, r.row, left + 7, "practise the working-backwards interview",
				PF_STYLE_DIM);
	pf_rect_take_top(&r, roomy ? 2 : 1);
	pf_surface_puts(s, r.row, left, s->cols < 24 ? "How long?" : "How long do you have?",
			PF_STYLE_STRONG);
	pf_rect_take_top(&r, roomy ? 2 : 1);
	list_paint(&app->home, s,
		   pf_rect_make(r.row, left, r.rows < HOME_ROWS ? r.rows : HOME_ROWS,
				r.cols - 2 * left),
		   home_text, app);
	pf_rect_take_top(&r, HOME_ROWS + 1);
	/* Whoever has been here knows it; what that one wants to see is the next step. */
	if (r.rows > 4 && !app->attempts.n) {
		pf_layout_put(s, pf_rect_make(r.row, left, 2, r.cols - 2 * left), 0,
			      PF_SLICE("New here? Begin with the guide. " PF_KEYS_WRITTEN
				       " F1 lists all keys."),
			      PF_STYLE_NOTE);
	} else if (r.rows > 1 && app_last_next_step(app)[0]) {
		struct pf_buf line = {0};

		pf_buf_printf(&line, "Your next step from last time: %s", app_last_next_step(app));
		pf_layout_put(s, pf_rect_make(r.row, left, r.rows > 4 ? 3 : 1, r.cols - 2 * left),
			      0, pf_buf_view(&line), PF_STYLE_NOTE);
		pf_buf_release(&line);
		pf_rect_take_top(&r, 3);
	}
	if (r.rows > 1)
		pf_layout_put(
			s, pf_rect_make(r.row + r.rows - 2, left, 2, r.cols - 2 * left), 0,
			PF_SLICE("A practice format, offline. It trains one exercise; practise "
				 "stories by Leadership Principle elsewhere."),
			PF_STYLE_DIM);
}

const struct screen_row screen_home = {PF_IN_HOME, NULL, home_command, home_paint};
