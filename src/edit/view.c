/* What is seen of the text: rows, the cursor, what is selected. */
#include "impl.h"
#include "prfaq/base/utf8.h"

struct pf_range pf_editor_selection(const struct pf_editor *ed)
{
	uint32_t anchor = ed->selecting ? ed->anchor : ed->cursor;

	if (anchor < ed->cursor)
		return (struct pf_range){anchor, ed->cursor};
	return (struct pf_range){ed->cursor, anchor};
}

void pf_editor_wrap(struct pf_editor *ed)
{
	if (ed->rows.v)
		return;
	if (!ed->view_cols) {
		ed->view_rows = 24;
		ed->view_cols = 80;
	}
	pf_rows_wrap(&ed->rows, &ed->text, ed->view_cols - 1);
	ed->cursor = pf_editor_snap(ed, ed->cursor);
	pf_editor_show_cursor(ed);
}

void pf_editor_resize(struct pf_editor *ed, int rows, int cols)
{
	uint32_t top_off = ed->rows.v ? ed->rows.v[ed->top] : 0;

	rows = rows < 1 ? 1 : rows;
	cols = cols < 1 ? 1 : cols;
	if (ed->rows.v && rows == ed->view_rows && cols == ed->view_cols)
		return;
	ed->view_rows = rows;
	if (!ed->rows.v || cols != ed->view_cols) {
		ed->view_cols = cols;
		ed->goal_col = -1;
		pf_rows_wrap(&ed->rows, &ed->text, cols - 1);
		ed->cursor = pf_editor_snap(ed, ed->cursor);
		ed->top = pf_rows_of(&ed->rows, top_off);
	}
	pf_editor_show_cursor(ed);
}

static struct pf_slice row_slice(struct pf_editor *ed, size_t row)
{
	return pf_gap_slice(&ed->text, ed->rows.v[row], pf_rows_end(&ed->rows, &ed->text, row));
}

uint32_t pf_editor_snap(struct pf_editor *ed, uint32_t off)
{
	uint32_t length = pf_gap_length(&ed->text);
	size_t row, at = 0, next;
	struct pf_slice s;
	int columns;

	if (off >= length)
		return length;
	row = pf_rows_of(&ed->rows, off);
	s = row_slice(ed, row);
	off -= ed->rows.v[row];
	while (at < s.len && (next = pf_utf8_cluster(s, at, &columns)) <= off)
		at = next;
	return ed->rows.v[row] + (uint32_t)at;
}

uint32_t pf_editor_next(struct pf_editor *ed, uint32_t off)
{
	size_t row = pf_rows_of(&ed->rows, off);
	struct pf_slice s = row_slice(ed, row);
	uint32_t begin = ed->rows.v[row];
	int columns;

	if (off - begin >= s.len)
		return off;
	return begin + (uint32_t)pf_utf8_cluster(s, off - begin, &columns);
}

uint32_t pf_editor_previous(struct pf_editor *ed, uint32_t off)
{
	return off ? pf_editor_snap(ed, off - 1) : 0;
}

int pf_editor_column(struct pf_editor *ed, size_t row, uint32_t off)
{
	struct pf_slice s = row_slice(ed, row);
	size_t at = 0, stop = off - ed->rows.v[row];
	int col = 0, columns;

	while (at < stop) {
		at = pf_utf8_cluster(s, at, &columns);
		col += columns;
	}
	/* A blank that hangs over the edge does not take the cursor with it. */
	return col < ed->view_cols ? col : ed->view_cols - 1;
}

/* Bytes of the newline that ends `s`. */
static size_t newline_length(struct pf_slice s)
{
	if (!s.len || s.ptr[s.len - 1] != '\n')
		return 0;
	return s.len > 1 && s.ptr[s.len - 2] == '\r' ? 2 : 1;
}

uint32_t pf_editor_visible_end(struct pf_editor *ed, size_t row)
{
	struct pf_slice s = row_slice(ed, row);
	size_t at = 0, end = s.len - newline_length(s);
	int col = 0, columns;

	while (at < end) {
		size_t next = pf_utf8_cluster(s, at, &columns);

		if (col + columns > ed->rows.width && (s.ptr[at] == ' ' || s.ptr[at] == '\t'))
			break;
		col += columns;
		at = next;
	}
	return ed->rows.v[row] + (uint32_t)at;
}

/* The last place of a row where the cursor still is on that row and not on the next. */
static uint32_t last_place(struct pf_editor *ed, size_t row)
{
	uint32_t end = pf_rows_end(&ed->rows, &ed->text, row);

	return row + 1 < ed->rows.n ? pf_editor_snap(ed, end - 1) : end;
}

uint32_t pf_editor_at_column(struct pf_editor *ed, size_t row, int col)
{
	uint32_t begin = ed->rows.v[row], last = last_place(ed, row);
	struct pf_slice s = row_slice(ed, row);
	size_t at = 0;
	int columns, used = 0;

	while (at < last - begin) {
		size_t next = pf_utf8_cluster(s, at, &columns);

		if (used + columns > col)
			break;
		used += columns;
		at = next;
	}
	return begin + (uint32_t)at;
}

struct pf_range pf_editor_line(struct pf_editor *ed, uint32_t off)
{
	size_t row = pf_rows_of(&ed->rows, off), end = row + 1;

	while (!pf_rows_first(&ed->rows, &ed->text, row))
		row--;
	while (end < ed->rows.n && !pf_rows_first(&ed->rows, &ed->text, end))
		end++;
	return (struct pf_range){ed->rows.v[row], pf_rows_end(&ed->rows, &ed->text, end - 1)};
}

void pf_editor_show_cursor(struct pf_editor *ed)
{
	size_t row = pf_rows_of(&ed->rows, ed->cursor), view = (size_t)ed->view_rows;

	/* What became shorter, or has more room, is shown from further up: no blanks below its end.
	 */
	if (ed->top + view > ed->rows.n)
		ed->top = ed->rows.n > view ? ed->rows.n - view : 0;
	if (row < ed->top)
		ed->top = row;
	else if (row - ed->top >= view)
		ed->top = row - view + 1;
}

static struct pf_editor *wrapped(const struct pf_editor *ed)
{
	struct pf_editor *e = pf_editor_mutable(ed);

	pf_editor_wrap(e);
	return e;
}

bool pf_editor_row(const struct pf_editor *ed, int row, struct pf_edit_row *out)
{
	struct pf_editor *e = wrapped(ed);
	struct pf_range sel = pf_editor_selection(ed);
	size_t at = e->top + (size_t)row;
	uint32_t end;

	*out = (struct pf_edit_row){0};
	if (row < 0 || row >= e->view_rows || at >= e->rows.n)
		return false;
	end = pf_rows_end(&e->rows, &e->text, at);
	out->begin = e->rows.v[at];
	out->end = pf_editor_visible_end(e, at);
	out->first = pf_rows_first(&e->rows, &e->text, at);
	if (sel.begin < out->end && sel.end > out->begin) {
		out->selected.begin = sel.begin > out->begin ? sel.begin : out->begin;
		out->selected.end = sel.end < out->end ? sel.end : out->end;
	}
	out->newline_selected = sel.begin < end && sel.end >= end && out->end < end;
	return true;
}

bool pf_editor_cursor_at(const struct pf_editor *ed, int *row, int *col)
{
	struct pf_editor *e = wrapped(ed);
	size_t at = pf_rows_of(&e->rows, e->cursor);

	*row = *col = 0;
	if (at < e->top || at - e->top >= (size_t)e->view_rows)
		return false;
	*row = (int)(at - e->top);
	*col = pf_editor_column(e, at, e->cursor);
	return true;
}

void pf_editor_scroll_to(struct pf_editor *ed, uint32_t top)
{
	pf_editor_wrap(ed);
	ed->top = top < ed->rows.n ? top : ed->rows.n - 1;
}
