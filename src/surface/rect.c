/* Rectangles, and pieces taken off them. */
#include "prfaq/surface/surface.h"

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

struct pf_rect pf_rect_make(int row, int col, int rows, int cols)
{
	return (struct pf_rect){row, col, most(rows, 0), most(cols, 0)};
}

struct pf_rect pf_rect_cut(struct pf_rect a, struct pf_rect b)
{
	int row = most(a.row, b.row), col = most(a.col, b.col);

	return pf_rect_make(row, col, least(a.row + a.rows, b.row + b.rows) - row,
			    least(a.col + a.cols, b.col + b.cols) - col);
}

struct pf_rect pf_rect_inset(struct pf_rect r, int by)
{
	return pf_rect_make(r.row + by, r.col + by, r.rows - 2 * by, r.cols - 2 * by);
}

bool pf_rect_has(struct pf_rect r, int row, int col)
{
	return row >= r.row && row < r.row + r.rows && col >= r.col && col < r.col + r.cols;
}

/* Splits *len cells that begin at *at: gives the part of `want` (negative: from the far end)
 * in *part_at and returns its length; *at and *len become the rest. */
static int take(int *at, int *len, int want, int *part_at)
{
	int have = most(*len, 0), n = least(want < 0 ? -want : want, have);

	*part_at = want < 0 ? *at + have - n : *at;
	if (want >= 0)
		*at += n;
	*len = have - n;
	return n;
}

struct pf_rect pf_rect_take_top(struct pf_rect *r, int rows)
{
	struct pf_rect part = *r;

	part.rows = take(&r->row, &r->rows, rows, &part.row);
	return part;
}

struct pf_rect pf_rect_take_left(struct pf_rect *r, int cols)
{
	struct pf_rect part = *r;

	part.cols = take(&r->col, &r->cols, cols, &part.col);
	return part;
}
