#include "prfaq/surface/surface.h"

#include <assert.h>

#include "prfaq/base/mem.h"

#define SIDE_MAX 4096

static const struct pf_cell blank = {' ', {0}, 1, PF_STYLE_PLAIN};

static int hold_side(int n)
{
	return n < 1 ? 1 : n > SIDE_MAX ? SIDE_MAX : n;
}

void pf_surface_init(struct pf_surface *s, int rows, int cols)
{
	*s = (struct pf_surface){0};
	pf_surface_resize(s, rows, cols);
}

void pf_surface_release(struct pf_surface *s)
{
	free(s->cells);
	*s = (struct pf_surface){0};
}

void pf_surface_resize(struct pf_surface *s, int rows, int cols)
{
	rows = hold_side(rows);
	cols = hold_side(cols);
	if (rows * cols != s->rows * s->cols)
		s->cells = pf_xrealloc(s->cells, (size_t)rows * (size_t)cols, sizeof(*s->cells));
	s->rows = rows;
	s->cols = cols;
	pf_surface_clear(s);
}

void pf_surface_clear(struct pf_surface *s)
{
	for (int i = 0; i < s->rows * s->cols; i++)
		s->cells[i] = blank;
	s->cursor_row = s->cursor_col = 0;
	s->cursor_shown = false;
	s->clip = pf_surface_bounds(s);
}

struct pf_rect pf_surface_bounds(const struct pf_surface *s)
{
	return pf_rect_make(0, 0, s->rows, s->cols);
}

struct pf_rect pf_surface_clip(struct pf_surface *s, struct pf_rect r)
{
	struct pf_rect before = s->clip;

	s->clip = pf_rect_cut(r, pf_surface_bounds(s));
	return before;
}

const struct pf_cell *pf_surface_at(const struct pf_surface *s, int row, int col)
{
	assert(pf_rect_has(pf_surface_bounds(s), row, col));
	return &s->cells[row * s->cols + col];
}

void pf_surface_cursor(struct pf_surface *s, int row, int col)
{
	s->cursor_shown = pf_rect_has(s->clip, row, col);
	s->cursor_row = s->cursor_shown ? row : 0;
	s->cursor_col = s->cursor_shown ? col : 0;
}

static bool same_cell(const struct pf_cell *a, const struct pf_cell *b)
{
	if (a->rune != b->rune || a->width != b->width || a->style != b->style)
		return false;
	for (int i = 0; i < PF_CELL_MARKS; i++)
		if (a->marks[i] != b->marks[i])
			return false;
	return true;
}

bool pf_surface_diff_row(const struct pf_surface *a, const struct pf_surface *b, int row,
			 int *begin, int *end)
{
	const struct pf_cell *x = &a->cells[row * a->cols], *y = &b->cells[row * b->cols];
	int from = 0, to = a->cols;

	assert(a->rows == b->rows && a->cols == b->cols && row >= 0 && row < a->rows);
	while (from < to && same_cell(&x[from], &y[from]))
		from++;
	while (to > from && same_cell(&x[to - 1], &y[to - 1]))
		to--;
	if (from == to)
		return false;
	while (from > 0 && (!x[from].width || !y[from].width))
		from--;
	while (to < a->cols && (!x[to].width || !y[to].width))
		to++;
	*begin = from;
	*end = to;
	return true;
}
