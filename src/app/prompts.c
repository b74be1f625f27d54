/* Prompts: choose one for the plan in hand, with mode, role and level; or only look. */
#include <stdio.h>
#include <string.h>

#include "state.h"

static uint32_t also(const struct pf_app *app)
{
	return app->plan ? PF_IN_PROMPTS : 0u;
}

static int times_done(const struct pf_app *app, const char *prompt)
{
	int n = 0;

	for (size_t i = 0; i < app->attempts.n; i++)
		n += !app->attempts.v[i].open && !strcmp(app->attempts.v[i].prompt, prompt);
	return n;
}

void prompts_mark_new(struct pf_app *app)
{
	for (int i = 0; i < app->prompts.n; i++)
		if (!times_done(app, pf_bank_get(app->setup.bank, (size_t)i)->id)) {
			app->prompts.at = i;
			return;
		}
}

static void row_text(const struct pf_app *app, int i, struct pf_buf *out)
{
	const struct pf_prompt *p = pf_bank_get(app->setup.bank, (size_t)i);
	int n = times_done(app, p->id);

	pf_buf_printf(out, "%-24s L%d %-6s %-16s %s", p->title, p->level, pf_prompt_roles[p->role],
		      p->industry,
		      n > 1    ? "done before, more than once"
		      : n == 1 ? "done before"
			       : "");
}

static const char *role_text(const struct pf_app *app)
{
	return app->role < 0 ? "as the prompt" : pf_prompt_roles[app->role];
}

static void look(struct pf_app *app)
{
	const struct pf_prompt *p = pf_bank_get(app->setup.bank, (size_t)app->prompts.at);
	struct pf_buf text = {0};

	pf_buf_printf(&text, "# %s\n\n", p->title);
	pf_buf_adds(&text, p->prompt);
	if (p->fictional)
		pf_buf_adds(&text, "\n. Company, names and numbers are invented.\n");
	pf_buf_adds(&text, "\n. What the interviewer keeps back is not shown here: ask for "
			   "it in the warm-up.\n");
	app_page(app, "Prompt", &text, false);
}

static void command(struct pf_app *app, enum pf_app_command command, const struct pf_now *now,
		    struct pf_effects *fx)
{
	if (list_command(&app->prompts, command))
		return;
	switch (command) {
	case PF_APP_CHOOSE:
		if (!app->prompts.n)
			pf_app_say(app, true,
				   "The bank is empty: prfaq doctor says where it is looked for.");
		else if (!app->plan)
			look(app);
		else
			pf_app_begin(app, pf_bank_get(app->setup.bank, (size_t)app->prompts.at),
				     app->plan, app->strict, app->role, app->level, now, fx);
		break;
	case PF_APP_STRICT: app->strict = !app->strict; break;
	case PF_APP_ROLE: app->role = app->role == 2 ? -1 : app->role + 1; break;
	case PF_APP_LEVEL:
		app->level = app->level == 0 ? 4 : app->level == 7 ? 0 : app->level + 1;
		break;
	case PF_APP_BACK: app_go(app, SCREEN_HOME); break;
	default: break;
	}
}

static void paint_settings(struct pf_app *app, struct pf_surface *s, int row)
{
	char level[16] = "as the prompt";

	if (app->level)
		snprintf(level, sizeof(level), "L%d", app->level);
	pf_surface_printf(s, row, 1, PF_STYLE_NOTE, "mode %s   role %s   level %s",
			  app->strict ? "strict: no pause, no coach, the bell freezes"
				      : "practice: pause and overtime",
			  role_text(app), level);
}

static void paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
		  struct pf_rect r)
{
	struct pf_rect brief;
	const struct pf_prompt *p;

	(void)now;
	paint_bar(s, r.row, PF_STYLE_BAR, "%s", app->plan ? app->plan->title : "Prompts");
	pf_rect_take_top(&r, 1);
	if (app->plan && r.rows > 4) {
		paint_settings(app, s, r.row);
		pf_rect_take_top(&r, 1);
	}
	brief = pf_rect_take_top(&r, r.rows > 12 ? -(r.rows / 2 - 1) : 0);
	list_paint(&app->prompts, s, r, row_text, app);
	if (brief.rows < 4 || !app->prompts.n)
		return;
	p = pf_bank_get(app->setup.bank, (size_t)app->prompts.at);
	brief = paint_box(s, brief, p->title, false);
	pf_layout_put(s, brief, 0, pf_slice_of(p->prompt), PF_STYLE_PLAIN);
}

const struct screen_row screen_prompts = {PF_IN_LIST, also, command, paint};
