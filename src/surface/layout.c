#include "prfaq/surface/layout.h"

#include "prfaq/base/utf8.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Bytes of the newline at text[off], 0 when there is none. */
static size_t newline(struct pf_slice text, size_t off)
{
	if (text.ptr[off] == '\n')
		return 1;
	return text.ptr[off] == '\r' && off + 1 < text.len && text.ptr[off + 1] == '\n' ? 2 : 0;
}

/* Where the row that begins at text[0] ends when it does not end by a newline: *end is after
 * its last byte, the return value where the next row begins. */
static size_t break_row(struct pf_slice text, int cols, size_t *end)
{
	size_t off = 0, next, word_end = 0, word_next = 0;
	int col = 0, columns;

	for (; off < text.len && !newline(text, off); off = next) {
		next = pf_utf8_cluster(text, off, &columns);
		if (is_blank(text.ptr[off])) {
			if (off && !is_blank(text.ptr[off - 1]))
				word_end = off;
			word_next = next;
		}
		col += columns;
		if (col <= cols || is_blank(text.ptr[off]))
			continue;
		if (word_end) {
			*end = word_end;
			return word_next;
		}
		*end = off ? off : next;
		return *end;
	}
	*end = off;
	return off < text.len ? off + newline(text, off) : off;
}

bool pf_layout_next(struct pf_slice *rest, int cols, struct pf_slice *row)
{
	size_t end, next;

	if (!rest->len)
		return false;
	next = break_row(*rest, cols < 1 ? 1 : cols, &end);
	*row = pf_slice_cut(*rest, 0, end);
	while (row->len && is_blank(row->ptr[row->len - 1]))
		row->len--;
	*rest = pf_slice_cut(*rest, next, rest->len);
	return true;
}

int pf_layout_rows(struct pf_slice text, int cols)
{
	struct pf_slice row;
	int n = 0;

	while (pf_layout_next(&text, cols, &row))
		n++;
	return n;
}

int pf_layout_put(struct pf_surface *s, struct pf_rect r, int skip, struct pf_slice text,
		  enum pf_style style)
{
	struct pf_rect before = pf_surface_clip(s, pf_rect_cut(r, s->clip));
	struct pf_slice row;
	int n = 0;

	for (; pf_layout_next(&text, r.cols, &row); n++)
		if (n >= skip && n - skip < r.rows)
			pf_surface_put(s, r.row + n - skip, r.col, row, style);
	pf_surface_clip(s, before);
	return n;
}

int pf_layout_item(struct pf_surface *s, struct pf_rect r, const char *lead, struct pf_slice text,
		   enum pf_style style)
{
	struct pf_rect before = pf_surface_clip(s, pf_rect_cut(r, s->clip));
	struct pf_slice head = pf_slice_of(lead);
	int rows;

	pf_rect_take_left(&r, pf_surface_put(s, r.row, r.col, head, style));
	pf_surface_clip(s, before);
	rows = pf_layout_put(s, r, 0, text, style);
	return rows ? rows : 1;
}
