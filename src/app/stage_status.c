/* What is always on screen while an attempt runs: stage, words, time left. */
#include "state.h"

enum { VERY_NARROW = 30 }; /* columns under which only the bare figures are shown */

static enum pf_style bar_style(const struct pf_standing *st)
{
	if (st->clock.over)
		return st->strict ? PF_STYLE_BAR_RED : PF_STYLE_OVERTIME;
	switch (st->clock.colour) {
	case PF_CLOCK_IS_AMBER: return PF_STYLE_BAR_AMBER;
	case PF_CLOCK_IS_RED:
	case PF_CLOCK_IS_OVER: return PF_STYLE_BAR_RED;
	case PF_CLOCK_NORMAL: break;
	}
	return PF_STYLE_BAR;
}

static void clock_words(const struct pf_app *app, const struct pf_standing *st, bool narrow,
			struct pf_buf *out)
{
	char left[16];

	if (st->step == PF_STEP_END)
		return;
	/* Hidden, it still comes back for the last minute and for what is over. */
	if (app->hide_clock && st->clock.left > PF_CLOCK_RED)
		return;
	if (st->step == PF_STEP_REWRITE) {
		pf_clock_text(st->rewrite_left, left);
		pf_buf_printf(out, "rewrite %s", left);
		return;
	}
	pf_clock_text(st->clock.over ? st->clock.overtime : st->clock.left, left);
	if (st->clock.paused)
		pf_buf_printf(out, "paused %s", left);
	else if (st->clock.over)
		pf_buf_printf(out, st->strict ? "the bell has rung" : "overtime %s", left);
	else
		pf_buf_printf(out, "%s%s", left, narrow ? "" : " left");
}

static void words_words(const struct pf_standing *st, int cols, struct pf_buf *out)
{
	bool narrow = cols < 60;

	pf_buf_printf(out, "%u", st->words);
	if (st->words_high && cols >= VERY_NARROW)
		pf_buf_printf(out, "/%u", st->words_high);
	pf_buf_adds(out, narrow ? "w" : " words");
}

static void stage_words(const struct pf_standing *st, int cols, const char *reading,
			struct pf_buf *out)
{
	if (st->n_stages > 1 && cols >= 60 && *st->title)
		pf_buf_printf(out, " %u/%u ", st->stage + 1, st->n_stages);
	else
		pf_buf_byte(out, ' ');
	pf_buf_adds(out, *st->title ? st->title : "Done");
	if (st->step == PF_STEP_PROBE && st->probe)
		pf_buf_printf(out, "  question %u", st->probe);
	if (reading)
		pf_buf_printf(out, ": %s", reading);
}

void status_paint(const struct pf_app *app, const struct pf_now *now, struct pf_surface *s, int row,
		  const char *reading)
{
	struct pf_standing st = pf_interview_standing(app->iv, now);
	enum pf_style style = bar_style(&st);
	struct pf_buf left = {0}, right = {0};
	bool narrow = s->cols < VERY_NARROW;
	int room;

	stage_words(&st, s->cols, reading, &left);
	words_words(&st, s->cols, &right);
	pf_buf_adds(&right, narrow ? " " : "  ");
	clock_words(app, &st, narrow, &right);
	if (st.strict && s->cols >= 70)
		pf_buf_adds(&right, "  strict");
	pf_buf_byte(&right, ' ');
	pf_surface_fill(s, pf_rect_make(row, 0, 1, s->cols), ' ', style);
	room = s->cols - pf_surface_columns(pf_buf_view(&right));
	pf_surface_put_cut(s, row, 0, room, pf_buf_view(&left), style);
	pf_surface_put(s, row, room > 0 ? room : 0, pf_buf_view(&right), style);
	pf_buf_release(&left);
	pf_buf_release(&right);
}
