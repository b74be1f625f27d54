/* Drawing: characters, texts, boxes and fills, inside the clip. */
#include <stdarg.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/utf8.h"
#include "prfaq/surface/surface.h"

static struct pf_cell *cell_at(struct pf_surface *s, int row, int col)
{
	return &s->cells[row * s->cols + col];
}

/* What is about to be overwritten may be half of a wide character: its other half, even one
 * outside the clip, cannot stay. */
static void free_halves(struct pf_surface *s, int row, int col)
{
	struct pf_cell *c = cell_at(s, row, col);

	if (c->width == 1)
		return;
	if (c->width == 0 && col > 0)
		c[-1] = (struct pf_cell){' ', {0}, 1, c[-1].style};
	if (c->width == 2)
		c[1] = (struct pf_cell){' ', {0}, 1, c[1].style};
	*c = (struct pf_cell){' ', {0}, 1, c->style};
}

static void set_one(struct pf_surface *s, int row, int col, uint32_t rune, enum pf_style style)
{
	if (!pf_rect_has(s->clip, row, col))
		return;
	free_halves(s, row, col);
	*cell_at(s, row, col) = (struct pf_cell){rune, {0}, 1, (uint8_t)style};
}

/* The cell that was written, or NULL where the clip left it out or cut it. */
static struct pf_cell *set_cell(struct pf_surface *s, int row, int col, uint32_t rune, int width,
				enum pf_style style)
{
	bool left = pf_rect_has(s->clip, row, col);
	struct pf_cell *c;

	if (width == 2 && left != pf_rect_has(s->clip, row, col + 1)) {
		set_one(s, row, col, ' ', style);
		set_one(s, row, col + 1, ' ', style);
		return NULL;
	}
	if (!left)
		return NULL;
	set_one(s, row, col, rune, style);
	c = cell_at(s, row, col);
	if (width == 2) {
		set_one(s, row, col + 1, 0, style);
		c->width = 2;
		c[1].width = 0;
	}
	return c;
}

/* The sign that stands for a rune which must not be shown as it is; 0 for all others. */
static uint32_t sign_for(uint32_t rune, size_t len)
{
	if (rune < 0x20)
		return 0x2400 + rune;
	if (rune == 0x7F)
		return 0x2421;
	if (pf_utf8_is_hostile(rune) || (rune == PF_RUNE_BAD && len == 1))
		return PF_RUNE_BAD;
	return 0;
}

static void add_mark(struct pf_cell *c, uint32_t rune)
{
	for (int i = 0; c && i < PF_CELL_MARKS; i++) {
		if (!c->marks[i]) {
			c->marks[i] = rune;
			return;
		}
	}
}

static int put_cluster(struct pf_surface *s, int row, int col, struct pf_slice cluster,
		       enum pf_style style)
{
	struct pf_cell *last = NULL;
	int columns = pf_utf8_cluster_columns(cluster), used = 0;
	size_t len;

	if (cluster.ptr[0] == '\t') {
		for (int i = 0; i < columns; i++)
			set_one(s, row, col + i, ' ', style);
		return columns;
	}
	/* Marks that have nothing to stand on get the dotted circle of the Unicode charts. */
	if (cluster.len > 1 && !pf_utf8_columns(cluster)) {
		last = set_cell(s, row, col, 0x25CC, 1, style);
		used = 1;
	}
	for (size_t off = 0; off < cluster.len; off += len) {
		uint32_t rune = pf_utf8_decode(cluster, off, &len), sign = sign_for(rune, len);
		int width = pf_utf8_width(rune);

		if (width == 0 && !sign) {
			add_mark(last, rune);
			continue;
		}
		last = set_cell(s, row, col + used, sign ? sign : rune, width,
				sign ? PF_STYLE_MARK : style);
		used += width;
	}
	return columns;
}

static bool is_plain(char c)
{
	return c >= ' ' && c < 0x7F;
}

int pf_surface_put(struct pf_surface *s, int row, int col, struct pf_slice text,
		   enum pf_style style)
{
	int at = col;

	for (size_t off = 0, next; off < text.len; off = next) {
		/* Most text is ASCII, and before ASCII it takes no mark. */
		if (is_plain(text.ptr[off]) &&
		    (off + 1 == text.len || is_plain(text.ptr[off + 1]))) {
			set_one(s, row, at++, (unsigned char)text.ptr[off], style);
			next = off + 1;
			continue;
		}
		next = pf_utf8_next(text, off);
		at += put_cluster(s, row, at, pf_slice_cut(text, off, next), style);
	}
	return at - col;
}

int pf_surface_puts(struct pf_surface *s, int row, int col, const char *text, enum pf_style style)
{
	return pf_surface_put(s, row, col, pf_slice_of(text), style);
}

int pf_surface_printf(struct pf_surface *s, int row, int col, enum pf_style style, const char *fmt,
		      ...)
{
	struct pf_buf text = {0};
	va_list ap;
	int columns;

	va_start(ap, fmt);
	pf_buf_vprintf(&text, fmt, ap);
	va_end(ap);
	columns = pf_surface_put(s, row, col, pf_buf_view(&text), style);
	pf_buf_release(&text);
	return columns;
}

int pf_surface_columns(struct pf_slice text)
{
	int columns = 0, more;

	for (size_t off = 0; off < text.len; columns += more)
		off = pf_utf8_cluster(text, off, &more);
	return columns;
}

int pf_surface_put_cut(struct pf_surface *s, int row, int col, int cols, struct pf_slice text,
		       enum pf_style style)
{
	int used = 0, room = cols - 1;
	size_t off = 0, fits = 0;
	int columns = 0, more;

	if (cols <= 0)
		return 0;
	while (off < text.len && columns <= cols) {
		off = pf_utf8_cluster(text, off, &more);
		columns += more;
		if (columns <= room)
			fits = off;
	}
	if (columns <= cols)
		return pf_surface_put(s, row, col, text, style);
	used = pf_surface_put(s, row, col, pf_slice_cut(text, 0, fits), style);
	return used + pf_surface_puts(s, row, col + used, "…", style);
}

void pf_surface_fill(struct pf_surface *s, struct pf_rect r, uint32_t rune, enum pf_style style)
{
	r = pf_rect_cut(r, s->clip);
	for (int row = r.row; row < r.row + r.rows; row++)
		for (int col = r.col; col < r.col + r.cols; col++)
			set_one(s, row, col, rune, style);
}

void pf_surface_tint(struct pf_surface *s, struct pf_rect r, enum pf_style style)
{
	r = pf_rect_cut(r, s->clip);
	for (int row = r.row; row < r.row + r.rows; row++)
		for (int col = r.col; col < r.col + r.cols; col++)
			cell_at(s, row, col)->style = (uint8_t)style;
}

static void hrule(struct pf_surface *s, int row, int col, int cols, enum pf_style style)
{
	pf_surface_fill(s, pf_rect_make(row, col, 1, cols), 0x2500, style);
}

static void vrule(struct pf_surface *s, int row, int col, int rows, enum pf_style style)
{
	pf_surface_fill(s, pf_rect_make(row, col, rows, 1), 0x2502, style);
}

void pf_surface_box(struct pf_surface *s, struct pf_rect r, struct pf_slice title,
		    enum pf_style style)
{
	int bottom = r.row + r.rows - 1, right = r.col + r.cols - 1;

	if (r.rows < 2 || r.cols < 2)
		return;
	hrule(s, r.row, r.col + 1, r.cols - 2, style);
	hrule(s, bottom, r.col + 1, r.cols - 2, style);
	vrule(s, r.row + 1, r.col, r.rows - 2, style);
	vrule(s, r.row + 1, right, r.rows - 2, style);
	set_one(s, r.row, r.col, 0x256D, style);
	set_one(s, r.row, right, 0x256E, style);
	set_one(s, bottom, r.col, 0x2570, style);
	set_one(s, bottom, right, 0x256F, style);
	if (title.len && r.cols > 6) {
		int used = pf_surface_put_cut(s, r.row, r.col + 3, r.cols - 6, title, style);

		set_one(s, r.row, r.col + 2, ' ', style);
		set_one(s, r.row, r.col + 3 + used, ' ', style);
	}
}
