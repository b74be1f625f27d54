#include "state.h"

#include <stdio.h>
#include <string.h>

#include "prfaq/base/mem.h"

struct pf_app *pf_app_new(const struct pf_app_setup *setup)
{
	struct pf_app *app = pf_xcalloc(1, sizeof(*app));

	app->setup = *setup;
	app->rows = 24;
	app->cols = 80;
	app->strict = setup->strict;
	app->role = setup->role;
	app->level = setup->level;
	app->seed = setup->seed;
	app->step_seen = PF_STEP_COUNT;
	app->sections.n = PF_PLAN_SECTIONS;
	if (setup->bank)
		pf_app_furnish(app, setup->bank, setup->rubric);
	return app;
}

void pf_app_furnish(struct pf_app *app, const struct pf_bank *bank, const struct pf_rubric *rubric)
{
	app->setup.bank = bank;
	app->setup.rubric = rubric;
	app->prompts.n = (int)pf_bank_count(bank);
}

void pf_app_free(struct pf_app *app)
{
	if (!app)
		return;
	pf_interview_free(app->iv);
	pf_buf_release(&app->needle);
	pf_buf_release(&app->pager);
	pf_buf_release(&app->replay.bytes);
	free(app->replay.v);
	free(app->attempts.v);
	free(app);
}

void app_effect(struct pf_effects *fx, enum pf_effect_kind kind, const char *id, bool resume)
{
	struct pf_effect *e;

	if (fx->n == PF_EFFECTS_MAX)
		return; /* an update asks for a handful; the bell may ring once less */
	e = &fx->v[fx->n++];
	*e = (struct pf_effect){.kind = kind, .resume = resume};
	snprintf(e->id, sizeof(e->id), "%s", id ? id : "");
}

void app_go(struct pf_app *app, enum screen screen)
{
	app->screen = screen;
	app->scroll = 0;
	app->armed = PF_APP_NONE;
	app->finding = false;
}

void app_home(struct pf_app *app, struct pf_effects *fx)
{
	app_go(app, SCREEN_HOME);
	app_effect(fx, PF_EFFECT_ROWS, NULL, false);
}

void app_page(struct pf_app *app, const char *title, struct pf_buf *take_text, bool markdown)
{
	if (app->screen != SCREEN_PAGER)
		app->pager_from = app->screen;
	pf_buf_release(&app->pager);
	app->pager = *take_text;
	*take_text = (struct pf_buf){0};
	app->pager_markdown = markdown;
	app->pager_title = title;
	app_go(app, SCREEN_PAGER);
}

const struct pf_plan *app_plan(const struct pf_app *app, const char *id)
{
	for (size_t i = 0; i < app->setup.n_plans; i++)
		if (!strcmp(app->setup.plans[i]->id, id))
			return app->setup.plans[i];
	return NULL;
}

void pf_app_say(struct pf_app *app, bool bad, const char *text)
{
	snprintf(app->message, sizeof(app->message), "%s", text);
	app->message_bad = bad;
}

bool app_confirmed(struct pf_app *app, enum pf_app_command command, const char *line)
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

struct pf_interview *pf_app_interview(struct pf_app *app)
{
	return app->iv;
}

bool pf_app_quits(const struct pf_app *app)
{
	return app->quits;
}

void pf_app_give_rows(struct pf_app *app, const struct pf_app_row *rows, size_t n)
{
	app->attempts.n = 0;
	for (size_t i = 0; i < n; i++)
		*PF_PUSH(&app->attempts) = rows[i];
	app->review.n = (int)n;
	if (app->review.at >= app->review.n)
		app->review.at = app->review.n ? app->review.n - 1 : 0;
}

bool app_runs(const struct pf_app *app)
{
	return app->iv && !app->reviewing && app->screen != SCREEN_HOME &&
	       !pf_interview_fold(app->iv)->done;
}
