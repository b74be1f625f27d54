/* A long text that is read: the guide, the keys, a proof, a model answer. */
#include "state.h"

bool pager_command(struct pf_app *app, enum pf_app_command command, int page)
{
	switch (command) {
	case PF_APP_PAGE_UP: app->scroll -= page; break;
	case PF_APP_PAGE_DOWN: app->scroll += page; break;
	case PF_APP_LIST_UP: app->scroll--; break;
	case PF_APP_LIST_DOWN: app->scroll++; break;
	case PF_APP_PAGE_TOP: app->scroll = 0; break;
	case PF_APP_PAGE_END: app->scroll = app->scroll_end; break;
	default: return false;
	}
	if (app->scroll > app->scroll_end)
		app->scroll = app->scroll_end;
	if (app->scroll < 0)
		app->scroll = 0;
	return true;
}

void pager_paint(struct pf_app *app, struct pf_surface *s, struct pf_rect r,
		 const struct page *page)
{
	int rows = paint_page(s, r, app->scroll, page);

	app->scroll_end = rows > r.rows ? rows - r.rows : 0;
	if (app->scroll > app->scroll_end) { /* the screen grew: show the end, not blanks */
		app->scroll = app->scroll_end;
		pf_surface_fill(s, r, ' ', PF_STYLE_PLAIN);
		paint_page(s, r, app->scroll, page);
	}
	if (app->scroll < app->scroll_end && r.rows > 1)
		pf_surface_puts(s, r.row + r.rows - 1, r.col + r.cols - 2, " …", PF_STYLE_DIM);
}

static void command(struct pf_app *app, enum pf_app_command command, const struct pf_now *now,
		    struct pf_effects *fx)
{
	(void)now;
	(void)fx;
	if (command == PF_APP_BACK) {
		int end = app->scroll_end;

		app_go(app, app->pager_from);
		app->scroll_end = end;
		return;
	}
	pager_command(app, command, app->rows > 6 ? app->rows - 4 : 2);
}

/* A readable measure: at most 84 columns, in the middle of a wide screen. */
static void paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
		  struct pf_rect r)
{
	struct page page = {.parts = {{pf_buf_view(&app->pager), app->pager_markdown, {0, 0}}},
			    .n = 1};
	int spare = r.cols - 84;

	if (app_runs(app)) {
		status_paint(app, now, s, r.row, app->pager_title);
	} else {
		paint_bar(s, r.row, PF_STYLE_BAR, "%s", app->pager_title);
	}
	pf_rect_take_top(&r, r.rows > 8 ? 2 : 1);
	if (spare > 0)
		r = pf_rect_make(r.row, r.col + spare / 2, r.rows, 84);
	else if (r.cols > 30)
		r = pf_rect_make(r.row, r.col + 1, r.rows, r.cols - 2);
	pager_paint(app, s, r, &page);
}

const struct screen_row screen_pager = {PF_IN_PAGER, NULL, command, paint};
