/* Lists: a marked row that moves, rows that scroll with it. */
#include "state.h"

bool list_command(struct list *list, enum pf_app_command command)
{
	int page = list->shown.rows > 2 ? list->shown.rows - 1 : 1;

	switch (command) {
	case PF_APP_LIST_UP: list->at--; break;
	case PF_APP_LIST_DOWN: list->at++; break;
	case PF_APP_LIST_PAGE_UP: list->at -= page; break;
	case PF_APP_LIST_PAGE_DOWN: list->at += page; break;
	case PF_APP_LIST_TOP: list->at = 0; break;
	case PF_APP_LIST_END: list->at = list->n - 1; break;
	default: return false;
	}
	if (list->at >= list->n)
		list->at = list->n - 1;
	if (list->at < 0)
		list->at = 0;
	return true;
}

bool list_click(struct list *list, int row, int col)
{
	int i = list->top + row - list->shown.row, was = list->at;

	if (!pf_rect_has(list->shown, row, col) || i >= list->n)
		return false;
	list->at = i;
	return i == was;
}

void list_paint(struct list *list, struct pf_surface *s, struct pf_rect r,
		void (*text)(const struct pf_app *app, int i, struct pf_buf *out),
		const struct pf_app *app)
{
	struct pf_buf line = {0};

	list->shown = r;
	if (r.rows < 1)
		return;
	if (list->top > list->n - r.rows) /* the screen grew: show the start, not blanks */
		list->top = list->n > r.rows ? list->n - r.rows : 0;
	if (list->at < list->top)
		list->top = list->at;
	if (list->at >= list->top + r.rows)
		list->top = list->at - r.rows + 1;
	for (int i = 0; i < r.rows && list->top + i < list->n; i++) {
		bool marked = list->top + i == list->at;

		pf_buf_clear(&line);
		text(app, list->top + i, &line);
		pf_surface_put_cut(s, r.row + i, r.col, 2, marked ? PF_SLICE("> ") : PF_SLICE("  "),
				   PF_STYLE_FOCUS);
		pf_surface_put_cut(s, r.row + i, r.col + 2, r.cols - 2, pf_buf_view(&line),
				   PF_STYLE_PLAIN);
		if (marked)
			pf_surface_tint(s, pf_rect_make(r.row + i, r.col, 1, r.cols),
					PF_STYLE_SELECTED);
	}
	pf_buf_release(&line);
}
