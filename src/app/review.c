/* Review: the attempts there were, one of them read again. */
#include <stdio.h>
#include <string.h>

#include "prfaq/app/result_text.h"
#include "state.h"

static uint32_t review_also(const struct pf_app *app)
{
	return app->review.n ? PF_IN_ATTEMPTS : 0u;
}

static void row_text(const struct pf_app *app, int i, struct pf_buf *out)
{
	const struct pf_app_row *a = &app->attempts.v[i];
	char date[16];

	pf_date_text(pf_date_from_utc(a->started), date);
	/* What matters most first: a narrow screen cuts the end off. */
	pf_buf_printf(out, "%s  ", date);
	if (a->open)
		pf_buf_adds(out, "open");
	else if (a->score_final < 0)
		pf_buf_adds(out, "  --");
	else
		pf_buf_printf(out, "%4d", a->score_final);
	pf_buf_printf(out, "  %-22.22s %-12s %3d min  ", a->title, a->plan, a->minutes);
	if (a->open)
		pf_buf_printf(out, "%d words", a->words);
	else
		pf_buf_adds(out, a->votes);
}

static void delete_marked(struct pf_app *app, struct pf_effects *fx)
{
	const struct pf_app_row *a = &app->attempts.v[app->review.at];
	char line[200], date[16];

	pf_date_text(pf_date_from_utc(a->started), date);
	snprintf(line, sizeof(line), "Delete \"%.100s\" of %s, %d words, for good", a->title, date,
		 a->words);
	if (!app_confirmed(app, PF_APP_DELETE, line))
		return;
	app->armed = PF_APP_NONE;
	app_effect(fx, PF_EFFECT_DELETE, a->id, false);
	app_effect(fx, PF_EFFECT_ROWS, NULL, false);
}

static void review_command(struct pf_app *app, enum pf_app_command command,
			   const struct pf_now *now, struct pf_effects *fx)
{
	(void)now;
	if (list_command(&app->review, command))
		return;
	if (command == PF_APP_CHOOSE && app->review.n) {
		const struct pf_app_row *a = &app->attempts.v[app->review.at];

		app_effect(fx, PF_EFFECT_OPEN, a->id, a->open);
	} else if (command == PF_APP_DELETE && app->review.n) {
		delete_marked(app, fx);
	} else if (command == PF_APP_BACK) {
		app_go(app, SCREEN_HOME);
	}
}

enum { TREND_MOST = 12 }; /* bars a group: the latest */

static bool in_group(const struct pf_app_row *a, const char *section)
{
	return !a->open && a->score_final >= 0 && strcmp(a->section, section) == 0;
}

/* The scores of one drill, or of interviews (""), oldest first, as a row of bars; nothing when
 * there are none. Returns the column after it. */
static int group_trend(const struct pf_app *app, struct pf_surface *s, struct pf_rect r,
		       const char *section)
{
	static const char *const bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	size_t n = 0;
	int col = r.col;

	for (size_t i = 0; i < app->attempts.n; i++)
		n += in_group(&app->attempts.v[i], section);
	if (!n)
		return col;
	col += pf_surface_printf(s, r.row, col, PF_STYLE_DIM, "%s ",
				 section[0] ? section : "interviews");
	for (size_t i = app->attempts.n; i-- && col < r.col + r.cols;)
		if (in_group(&app->attempts.v[i], section) && n-- <= TREND_MOST)
			col += pf_surface_puts(s, r.row, col,
					       bars[app->attempts.v[i].score_final * 7 / 100],
					       PF_STYLE_GOOD);
	return col + 2;
}

/* A drill's 100 is one section's: only like is drawn beside like. */
static void trend(const struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	pf_rect_take_left(&r, group_trend(app, s, r, "") - r.col);
	for (size_t i = 0; i < PF_PLAN_SECTIONS; i++)
		pf_rect_take_left(&r, group_trend(app, s, r, pf_plan_section_names[i]) - r.col);
}

static void review_paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
			 struct pf_rect r)
{
	(void)now;
	paint_bar(s, r.row, PF_STYLE_BAR, "Past attempts");
	pf_rect_take_top(&r, 1);
	if (!app->review.n) {
		pf_layout_put(s, pf_rect_inset(r, 1), 0,
			      PF_SLICE("None yet. An attempt is kept from its first key on."),
			      PF_STYLE_DIM);
		return;
	}
	if (r.rows > 8) {
		trend(app, s, pf_rect_make(r.row, 1, 1, r.cols - 2));
		pf_rect_take_top(&r, 2);
	}
	list_paint(&app->review, s, r, row_text, app);
}

const struct screen_row screen_review = {PF_IN_LIST, review_also, review_command, review_paint};

/* --- one attempt ----------------------------------------------------------- */

static void attempt_command(struct pf_app *app, enum pf_app_command command,
			    const struct pf_now *now, struct pf_effects *fx)
{
	if (pager_command(app, command, app->rows > 6 ? app->rows - 4 : 2))
		return;
	if (command == PF_APP_BACK) {
		app_leave_attempt(app, fx);
		app_go(app, SCREEN_REVIEW);
	} else if (command == PF_APP_REPLAY) {
		app_go(app, SCREEN_REPLAY);
		app->replay.at = app->replay.n ? app->replay.v[0].at : 0;
		app->replay.from = now->monotonic;
		app->replay.speed = 20;
		app->replay.held = false;
	} else {
		attempt_common(app, command, fx);
	}
}

static void questions_and_answers(const struct pf_fold *fold, struct pf_buf *out)
{
	if (fold->asked.n) {
		pf_buf_adds(out, "\n# What you asked\n");
		talk_text(fold, out);
	}
	if (fold->probes.n)
		pf_buf_adds(out, "\n# What you were asked\n");
	for (size_t i = 0; i < fold->probes.n; i++) {
		pf_buf_adds(out, i ? "\n? " : "? ");
		pf_probed_ask(&fold->probes.v[i], out);
		if (fold->probes.v[i].follow_up[0])
			pf_buf_printf(out, "\n? %s", fold->probes.v[i].follow_up);
		pf_buf_byte(out, '\n');
		quote_text(out, pf_fold_text(fold, PF_PANE_REPLY + (uint32_t)i));
	}
	if (pf_fold_text(fold, PF_PANE_ROLLOUT).len)
		pf_buf_printf(out, "\n# Rollout\n%.*s\n",
			      PF_SLICE_ARG(pf_fold_text(fold, PF_PANE_ROLLOUT)));
	if (pf_fold_text(fold, PF_PANE_REFLECTION).len)
		pf_buf_printf(out, "\n# What you would do differently\n%.*s\n",
			      PF_SLICE_ARG(pf_fold_text(fold, PF_PANE_REFLECTION)));
}

static void attempt_paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
			  struct pf_rect r)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	struct pf_buf text = {0}, talk = {0};
	struct page page = {.n = 3};

	(void)now;
	paint_bar(s, r.row, PF_STYLE_BAR, "%s  %s  %s", fold->id, fold->prompt_title,
		  fold->plan_id);
	pf_rect_take_top(&r, 1);
	pf_result_text(app->iv, "r", &text);
	if (!fold->judged)
		pf_buf_printf(&text,
			      "= No result yet: the attempt is open. prfaq interview --resume %s "
			      "goes on.\n",
			      fold->id);
	pf_buf_adds(&text, "\n# The draft\n");
	questions_and_answers(fold, &talk);
	page.parts[0].text = pf_buf_view(&text);
	page.parts[1] = (struct page_part){pf_fold_text(fold, PF_PANE_DRAFT), true, {0, 0}};
	page.parts[2].text = pf_buf_view(&talk);
	pager_paint(app, s, reading_column(r), &page);
	pf_buf_release(&text);
	pf_buf_release(&talk);
}

const struct screen_row screen_attempt = {PF_IN_REVIEW | PF_IN_PAGER, NULL, attempt_command,
					  attempt_paint};
