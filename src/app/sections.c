/* Sections: which one to drill. */
#include <string.h>

#include "state.h"

/* Attempts of this drill that were finished, and the latest score (-1: none). */
static int drilled(const struct pf_app *app, const char *section, int *score)
{
	int n = 0;

	*score = -1;
	for (size_t i = 0; i < app->attempts.n; i++) {
		const struct pf_app_row *a = &app->attempts.v[i];

		if (a->open || strcmp(a->section, section))
			continue;
		if (!n)
			*score = a->score_final;
		n++;
	}
	return n;
}

static void section_text(const struct pf_app *app, int i, struct pf_buf *out)
{
	const char *name = pf_plan_section_names[i];
	const struct pf_plan *plan = app_plan(app, name);
	int score, n = drilled(app, name, &score);

	pf_buf_printf(out, "%-10s", name);
	if (plan)
		pf_buf_printf(out, " %2.0f min  ", pf_plan_minutes(plan));
	/* Before the summary, which a narrow screen cuts off. */
	if (n && score >= 0)
		pf_buf_printf(out, "done %d, last %d  ", n, score);
	else if (n)
		pf_buf_printf(out, "done %d  ", n);
	if (plan)
		pf_buf_adds(out, plan->summary);
}

static void start_drill(struct pf_app *app, const char *section, const struct pf_now *now,
			struct pf_effects *fx)
{
	const char *done[256];
	size_t n = 0;
	const struct pf_plan *plan = app_plan(app, section);
	const struct pf_prompt *prompt;

	/* Oldest first: the least recently drilled prompt comes round again. */
	for (size_t i = app->attempts.n; i-- && n < 256;)
		if (!strcmp(app->attempts.v[i].section, section))
			done[n++] = app->attempts.v[i].prompt;
	prompt = pf_bank_next(app->setup.bank, app->level, app->role, done, n);
	if (prompt && plan)
		pf_app_begin(app, prompt, plan, app->strict, app->role, app->level, now, fx);
	else
		pf_app_say(app, true, "No prompt or plan for this drill: prfaq doctor says more.");
}

static void command(struct pf_app *app, enum pf_app_command command, const struct pf_now *now,
		    struct pf_effects *fx)
{
	if (list_command(&app->sections, command))
		return;
	if (command == PF_APP_CHOOSE)
		start_drill(app, pf_plan_section_names[app->sections.at], now, fx);
	else if (command == PF_APP_BACK)
		app_go(app, SCREEN_HOME);
}

static void paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
		  struct pf_rect r)
{
	(void)now;
	paint_bar(s, r.row, PF_STYLE_BAR, "Drill one section");
	pf_rect_take_top(&r, r.rows > 10 ? 2 : 1);
	list_paint(&app->sections, s, r, section_text, app);
}

const struct screen_row screen_sections = {PF_IN_LIST, NULL, command, paint};
