/* What each step shows in the middle of the screen. */
#include <string.h>

#include "prfaq/app/result_text.h"
#include "state.h"

enum { MARK_WHOLE = 82 }; /* columns that show every row of the marks whole */

enum { TALK_LEAST = 6 }; /* rows of it that stay in sight under the brief */

static const struct pf_range nothing;

/* Text without a box, in line with that in the boxes above and below. */
static struct pf_rect beside_boxes(struct pf_rect r)
{
	return r.cols >= 40 ? pf_rect_make(r.row, r.col + 1, r.rows, r.cols - 2) : r;
}

static void paint_pane(struct pf_app *app, struct pf_surface *s, struct pf_rect r, uint32_t pane,
		       const char *title)
{
	struct pf_rect inside = paint_box(s, r, title, !app->at_side);

	app->pane = inside;
	paint_editor(s, inside, pf_interview_editor(app->iv, pane), !app->at_side && !app->finding,
		     nothing);
}

/* The talk so far, its end in sight. */
static void paint_talk(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	struct pf_buf text = {0};
	int rows;

	r = beside_boxes(r);
	if (pf_interview_prompt(app->iv)->opening_line)
		pf_buf_printf(&text, "? %s\n", pf_interview_prompt(app->iv)->opening_line);
	talk_text(pf_interview_fold(app->iv), &text);
	rows = paint_text(s, pf_rect_make(0, 0, 0, r.cols), 0, pf_buf_view(&text));
	paint_text(s, r, rows > r.rows ? rows - r.rows : 0, pf_buf_view(&text));
	pf_buf_release(&text);
}

static void paint_ask(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	struct pf_rect line = pf_rect_take_top(&r, r.rows >= 9 ? -5 : -2);
	struct pf_slice prompt = pf_slice_of(pf_interview_prompt(app->iv)->prompt);
	struct pf_rect box, brief;
	int need;

	need = pf_layout_rows(prompt, r.cols - 2) + 2;
	if (need > r.rows - TALK_LEAST) /* what is cut off here stands at the side, whole */
		need = r.rows - TALK_LEAST;
	if (need >= 5) {
		box = pf_rect_take_top(&r, need);
		brief = paint_box(s, box, "Brief", false);
		if (pf_layout_put(s, brief, 0, prompt, PF_STYLE_PLAIN) > brief.rows)
			paint_more(s, box);
	}
	paint_talk(app, s, r);
	paint_pane(app, s, line, PF_PANE_QUESTION, "Your question (Enter asks it)");
}

static void paint_probe(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	const struct pf_probed *probe = pf_fold_open_probe(pf_interview_fold(app->iv));
	struct pf_buf text = {0};
	struct pf_rect top;
	int need;

	if (!probe) {
		pf_layout_put(s, r, 0, PF_SLICE("No question is open. C-n goes on."), PF_STYLE_DIM);
		return;
	}
	probe_text(probe, &text);
	need = paint_text(s, pf_rect_make(0, 0, 0, r.cols - 2), 0, pf_buf_view(&text)) + 2;
	if (need < 6 && r.rows >= 16) /* of one height, so that the screen stays calm */
		need = 6;
	if (need > r.rows * 2 / 3)
		need = r.rows * 2 / 3;
	top = paint_box(s, pf_rect_take_top(&r, need), pf_lens_title(probe->lens), false);
	paint_text(s, top, 0, pf_buf_view(&text));
	paint_pane(app, s, r, pf_interview_reply_pane(app->iv), "Your answer (C-d: done)");
	pf_buf_release(&text);
}

static void paint_rewrite(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	const struct pf_result *result = pf_interview_result(app->iv);
	struct pf_rect box = pf_rect_take_top(&r, r.rows / 3);
	struct pf_rect top = paint_box(s, box, "As it was", false);

	/* The fix first: the words themselves stand in the pane below too. */
	if (result && result->costliest_fix[0]) {
		struct pf_buf fix = {0};

		pf_buf_printf(&fix, "What would fix it: %s", result->costliest_fix);
		pf_rect_take_top(&top,
				 pf_layout_put(s, top, 0, pf_buf_view(&fix), PF_STYLE_NOTE) + 1);
		pf_buf_release(&fix);
	}
	if (pf_layout_put(s, top, 0, pf_slice_of(fold->rewrite_original), PF_STYLE_QUOTE) >
	    top.rows)
		paint_more(s, box);
	paint_pane(app, s, r, PF_PANE_REWRITE, "Once more (C-n: done)");
}

/* What the step could be, above the line to write it on. */
static void paint_next_step(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	const struct pf_result *result = pf_interview_result(app->iv);
	struct pf_rect line = pf_rect_take_top(&r, r.rows >= 9 ? -5 : -2);
	struct pf_buf text = {0};

	if (fold->rewritten)
		pf_buf_printf(&text, "= %s\n\n", fold->rewrite_shown);
	if (result && result->n_fixes) {
		pf_buf_printf(&text, "* %s\n", pf_result_fixes_title(result));
		pf_result_fixes(result, &text);
	}
	pf_buf_adds(&text, "\n. Choose one thing, small enough for the next attempt. It is shown "
			   "when that starts.\n");
	paint_text(s, beside_boxes(r), 0, pf_buf_view(&text));
	pf_buf_release(&text);
	paint_pane(app, s, line, PF_PANE_NEXT_STEP, "One next step (Enter keeps it)");
}

static const char *mark_question(int i)
{
	return i == PF_DIMENSIONS ? "Would this panel say yes to this page? (Left, Right)"
				  : pf_dimension_ask((enum pf_dimension)i);
}

static void mark_text(const struct pf_app *app, int i, struct pf_buf *out)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);

	if (i == PF_DIMENSIONS) {
		if (fold->odds < 0)
			pf_buf_adds(out, "chance          --     ");
		else
			pf_buf_printf(out, "chance        %3d%%     ", fold->odds);
		pf_buf_adds(out, mark_question(i));
		return;
	}
	pf_buf_printf(out, "%-12s ", pf_dimension_name((enum pf_dimension)i));
	for (int k = 1; k <= 5; k++)
		pf_buf_adds(out, fold->marks[i] >= k ? "●" : "○");
	if (fold->marks[i] < 0)
		pf_buf_adds(out, " --  ");
	else
		pf_buf_printf(out, "  %d  ", fold->marks[i]);
	pf_buf_adds(out, mark_question(i));
}

static void paint_marks(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	if (r.rows > 11) {
		pf_surface_puts(s, r.row + 1, 1, "Mark yourself before any score shows.",
				PF_STYLE_STRONG);
		pf_surface_puts(s, r.row + 2, 1,
				"Type 0 (missing) to 5 (strong), or use Left and Right.",
				PF_STYLE_DIM);
		pf_rect_take_top(&r, 4);
	}
	app->marks.n = PF_DIMENSIONS + 1;
	/* Where a row cuts its question off, that of the marked one stands below, whole. */
	if (r.cols < MARK_WHOLE && r.rows >= PF_DIMENSIONS + 3)
		pf_layout_put(s, beside_boxes(pf_rect_take_top(&r, -2)), 0,
			      pf_slice_of(mark_question(app->marks.at)), PF_STYLE_NOTE);
	list_paint(&app->marks, s, r, mark_text, app);
}

static void paint_result(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	struct pf_buf text = {0};
	struct page page = {.n = 1};

	if (fold->step == PF_STEP_END)
		pf_buf_printf(&text, "= The attempt is kept. a: again, %sq: home.\n\n",
			      fold->kind == PF_KIND_DRILL ? "n: next, " : "");
	pf_result_text(app->iv, "r", &text);
	page.parts[0].text = pf_buf_view(&text);
	pager_paint(app, s, reading_column(r), &page);
	pf_buf_release(&text);
}

static void paint_read(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	struct pf_buf text = {0};
	struct page page = side_page(app, SIDE_GIVEN, &text);

	page.parts[page.n++].text = PF_SLICE("\n= C-n: start.\n");
	pager_paint(app, s, reading_column(r), &page);
	pf_buf_release(&text);
}

/* What one wrote oneself: the draft and what was written anew, or the questions of the drill that
 * has no draft. */
static void paint_own(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	struct pf_buf text = {0};
	struct page page = {.n = 1};

	for (size_t i = 0; i < fold->asked.n; i++)
		pf_buf_printf(&text, "- %s\n", fold->asked.v[i].text);
	page.parts[0].text = pf_buf_view(&text);
	if (strcmp(fold->section, "clarify"))
		page.parts[0] =
			(struct page_part){pf_fold_text(fold, PF_PANE_DRAFT), true, nothing};
	if (fold->rewritten) {
		page.parts[page.n++].text = PF_SLICE("\n# Written again\n");
		page.parts[page.n++] =
			(struct page_part){pf_fold_text(fold, PF_PANE_REWRITE), true, nothing};
	}
	paint_page(s, r, app->scroll, &page);
	pf_buf_release(&text);
}

/* The drill's end: the model answer, and beside it (below it, on a narrow screen) one's own. */
static void paint_model(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	struct page page = {.n = 1};
	struct pf_rect half = r.cols >= SIDE_BESIDE ? pf_rect_take_left(&r, r.cols / 2)
						    : pf_rect_take_top(&r, r.rows / 2);

	half = paint_box(s, half, "Yours", false);
	paint_own(app, s, half);
	r = paint_box(s, r, "Model answer", true);
	page.parts[0] = (struct page_part){pf_interview_model(app->iv), true, {0, 0}};
	pager_paint(app, s, r, &page);
}

static void paint_middle(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	switch (pf_interview_fold(app->iv)->step) {
	case PF_STEP_ASK: paint_ask(app, s, r); break;
	case PF_STEP_WRITE: paint_pane(app, s, r, PF_PANE_DRAFT, "Draft"); break;
	case PF_STEP_PROBE: paint_probe(app, s, r); break;
	case PF_STEP_ROLLOUT:
		paint_pane(app, s, r, PF_PANE_ROLLOUT, "Rollout: week, audience, gate, stop rule");
		break;
	case PF_STEP_REFLECT:
		paint_pane(app, s, r, PF_PANE_REFLECTION, "What would you do differently?");
		break;
	case PF_STEP_REWRITE: paint_rewrite(app, s, r); break;
	case PF_STEP_NEXT_STEP: paint_next_step(app, s, r); break;
	default: break;
	}
}

void steps_paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
		 struct pf_rect r)
{
	enum pf_step step = pf_interview_fold(app->iv)->step;

	(void)now;
	switch (step) {
	case PF_STEP_READ: paint_read(app, s, r); return;
	case PF_STEP_MARK: paint_marks(app, s, r); return;
	case PF_STEP_RESULT:
	case PF_STEP_END: paint_result(app, s, r); return;
	case PF_STEP_MODEL: paint_model(app, s, r); return;
	default: break;
	}
	if (r.cols < SIDE_BESIDE) {
		if (app->at_side)
			side_paint(app, s, r);
		else
			paint_middle(app, s, r);
		return;
	}
	struct pf_rect side = pf_rect_take_left(&r, -(r.cols * 2 / 5));

	side_paint(app, s, side);
	paint_middle(app, s, r);
}
