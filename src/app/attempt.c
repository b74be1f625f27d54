/* An attempt begins, is opened again, is let go. */
#include <stdio.h>
#include <string.h>

#include "prfaq/app/result_text.h"
#include "prfaq/bank/skeleton.h"
#include "prfaq/base/mem.h"
#include "state.h"

/* What was typed and not yet kept is committed before the attempt is let go. */
void app_leave_attempt(struct pf_app *app, struct pf_effects *fx)
{
	if (!app->iv)
		return;
	if (!app->reviewing) {
		app_effect(fx, PF_EFFECT_COMMIT, app->id, false);
		app_effect(fx, PF_EFFECT_SUMMARY, app->id, false);
		app_effect(fx, PF_EFFECT_CLOSE, app->id, false);
		app->left = true;
		return; /* freed by the next start: the effects still read it */
	}
	pf_interview_free(app->iv);
	app->iv = NULL;
	app->id[0] = '\0';
}

static void drop_attempt(struct pf_app *app)
{
	pf_interview_free(app->iv);
	app->iv = NULL;
	app->reviewing = false;
	app->left = false;
	app->step_seen = PF_STEP_COUNT;
	app->marks = (struct list){.n = PF_DIMENSIONS + 1};
}

/* The draft's first text: the skeleton, cut to the sections a plan asks for. */
static void skeleton_for(const struct pf_app *app, const struct pf_plan *plan, struct pf_buf *out)
{
	bool canonical = plan->skeleton && !strcmp(plan->skeleton, "canonical");
	const int *sections = NULL;
	size_t n = 0;

	if (!plan->skeleton || !strcmp(plan->skeleton, "none"))
		return;
	for (size_t i = 0; i < plan->stages.n && plan->kind == PF_PLAN_DRILL; i++) {
		if (plan->stages.v[i].does != PF_PLAN_DRAFT)
			continue;
		sections = plan->stages.v[i].sections.v;
		n = plan->stages.v[i].sections.n;
	}
	pf_skeleton_cut(app->setup.skeletons[canonical], sections, n, out);
}

const char *pf_app_next_step(const struct pf_app_row *rows, size_t n)
{
	const struct pf_app_row *last = NULL;

	for (size_t i = 0; i < n; i++)
		if (rows[i].next_step[0] && (!last || rows[i].ended > last->ended))
			last = &rows[i];
	return last ? last->next_step : "";
}

const char *app_last_next_step(const struct pf_app *app)
{
	return pf_app_next_step(app->attempts.v, app->attempts.n);
}

/* The one thing that was to be done otherwise this time. */
static void say_previous_step(struct pf_app *app)
{
	char text[400];

	if (!pf_interview_fold(app->iv)->previous_step[0])
		return;
	snprintf(text, sizeof(text), "Your next step from last time: %.300s",
		 pf_interview_fold(app->iv)->previous_step);
	pf_app_say(app, false, text);
}

/* Where the part that the stage asks for begins: a preparation goes through the page part by part.
 * 0, the page's begin, for a stage that asks for all of it. */
static uint32_t begin_of_part(const struct pf_app *app)
{
	const struct pf_plan_stage *stage = pf_interview_stage(app->iv);
	struct pf_slice text = pf_fold_text(pf_interview_fold(app->iv), PF_PANE_DRAFT);
	struct pf_slice rest = text, line, title;
	enum pf_part_id part;

	if (pf_interview_plan(app->iv)->kind != PF_PLAN_PREPARATION || !stage || !stage->sections.n)
		return 0;
	part = pf_part_find(
		pf_slice_of(pf_plan_section_name((enum pf_plan_section)stage->sections.v[0])));
	title = pf_slice_of(part < PF_PART_COUNT ? pf_part_title(part) : "");
	while (pf_slice_line(&rest, &line)) {
		size_t hashes = 0;

		while (hashes < line.len && line.ptr[hashes] == '#')
			hashes++;
		if (hashes && pf_slice_equal_nocase(
				      pf_slice_trim(pf_slice_cut(line, hashes, line.len)), title))
			return (uint32_t)(line.ptr - text.ptr);
	}
	return 0;
}

void app_meet_step(struct pf_app *app)
{
	const struct pf_fold *fold = app->iv ? pf_interview_fold(app->iv) : NULL;
	enum pf_step step = fold ? fold->step : PF_STEP_COUNT;
	size_t stage = fold ? fold->stages.n : 0;
	bool comes_back = app->step_seen == PF_STEP_COUNT;

	if (step == app->step_seen && stage == app->stage_seen)
		return;
	app->step_seen = step;
	app->stage_seen = stage;
	if (!fold)
		return;
	app->at_side = app->finding = false;
	app->side = side_first(app);
	app->side_scroll = -1;
	app->scroll = 0;
	/* Who comes back to a page writes on where it was left. */
	if (step == PF_STEP_WRITE && !app->reviewing && !(comes_back && pf_fold_words(fold)))
		stage_next_blank(app, begin_of_part(app));
}

struct pf_interview_setup pf_app_interview_setup(const struct pf_app_setup *setup)
{
	return (struct pf_interview_setup){
		.rubric = setup->rubric,
		.past = setup->past,
		.n_past = setup->n_past,
		.off = setup->off,
		.no_coach = setup->no_coach,
	};
}

void pf_app_begin(struct pf_app *app, const struct pf_prompt *prompt, const struct pf_plan *plan,
		  bool strict, int role, int level, const struct pf_now *now,
		  struct pf_effects *effects)
{
	struct pf_interview_setup setup = pf_app_interview_setup(&app->setup);
	struct pf_buf skeleton = {0};
	struct pf_error err = {0};
	char text[600];

	drop_attempt(app);
	skeleton_for(app, plan, &skeleton);
	setup.prompt = pf_yaml_source(prompt->yaml);
	setup.plan = pf_yaml_source(plan->yaml);
	setup.skeleton = pf_buf_view(&skeleton);
	setup.mode = strict ? PF_MODE_STRICT : PF_MODE_PRACTICE;
	setup.role = role;
	setup.level = level;
	setup.seed = app->seed++;
	setup.previous_step = pf_slice_of(app_last_next_step(app));
	if (pf_interview_begin(&app->iv, &setup, now, &err) != PF_OK) {
		pf_app_say(app, true, pf_error_text(&err, text, sizeof(text)));
	} else {
		snprintf(app->id, sizeof(app->id), "%s", pf_interview_fold(app->iv)->id);
		app_go(app, SCREEN_STAGE);
		app_meet_step(app);
		say_previous_step(app);
		app_effect(effects, PF_EFFECT_COMMIT, app->id, false);
		app_effect(effects, PF_EFFECT_SUMMARY, app->id, false);
	}
	pf_buf_release(&skeleton);
}

/* Keeps a copy of the journal for the replay. */
static void keep_journal(struct pf_app *app, struct pf_journal_view journal)
{
	size_t at = 0;

	free(app->replay.v);
	pf_buf_clear(&app->replay.bytes);
	app->replay.v = pf_xcalloc(journal.n + 1, sizeof(*app->replay.v));
	app->replay.n = journal.n;
	for (size_t i = 0; i < journal.n; i++)
		pf_buf_slice(&app->replay.bytes, journal.v[i].body);
	for (size_t i = 0; i < journal.n; i++) {
		size_t len = journal.v[i].body.len;

		app->replay.v[i] = journal.v[i];
		app->replay.v[i].body = pf_slice_cut(pf_buf_view(&app->replay.bytes), at, at + len);
		at += len;
	}
	if (journal.n) {
		app->replay.at = journal.v[0].at;
		app->replay.end = journal.v[journal.n - 1].at;
	}
}

void pf_app_give_journal(struct pf_app *app, const char *id, struct pf_journal_view journal,
			 bool resume, const struct pf_now *now, struct pf_effects *effects)
{
	struct pf_interview_setup setup = pf_app_interview_setup(&app->setup);
	struct pf_fold *fold;
	struct pf_error err = {0};
	enum pf_status status;
	char text[600];

	drop_attempt(app);
	/* A damaged end still gives back what came before it, to be read; the message says so. */
	status = resume ? pf_fold_whole(&fold, journal, &err)
			: pf_fold_until(&fold, journal, INT64_MAX, NULL, &err);
	if (status != PF_OK)
		pf_app_say(app, true, pf_error_text(&err, text, sizeof(text)));
	if (!resume)
		keep_journal(app, journal);
	if (fold && pf_interview_reopen(&app->iv, fold, &setup, now, &err) != PF_OK)
		pf_app_say(app, true, pf_error_text(&err, text, sizeof(text)));
	if (!app->iv) {
		app_home(app, effects);
		return;
	}
	snprintf(app->id, sizeof(app->id), "%s", id);
	app->reviewing = !resume;
	app_go(app, resume ? SCREEN_STAGE : SCREEN_ATTEMPT);
	/* Who only looks at an open attempt is not back in it. */
	if (pf_interview_notice(app->iv)[0] && (resume || pf_interview_fold(app->iv)->done))
		pf_app_say(app, false, pf_interview_notice(app->iv));
	app_meet_step(app);
	if (resume)
		app_effect(effects, PF_EFFECT_COMMIT, app->id, false);
}

bool attempt_common(struct pf_app *app, enum pf_app_command command, struct pf_effects *fx)
{
	struct pf_buf text = {0};

	switch (command) {
	case PF_APP_WHY:
		pf_result_proofs(app->iv, &text);
		app_page(app, "Why", &text, false);
		return true;
	case PF_APP_MODEL:
		if (!pf_interview_model(app->iv).len) {
			pf_app_say(app, false,
				   "The model answer shows when the attempt has its result.");
			return true;
		}
		pf_buf_slice(&text, pf_interview_model(app->iv));
		app_page(app, "Model answer", &text, true);
		return true;
	case PF_APP_EXPORT: app_effect(fx, PF_EFFECT_EXPORT, app->id, false); return true;
	default: return false;
	}
}
