#include "prfaq/surface/dump.h"

#include "prfaq/base/utf8.h"

static void add_cell(const struct pf_cell *c, struct pf_buf *out)
{
	if (!c->width)
		return;
	pf_buf_rune(out, c->rune);
	for (int i = 0; i < PF_CELL_MARKS && c->marks[i]; i++)
		pf_buf_rune(out, c->marks[i]);
}

static void trim(struct pf_buf *out, size_t from, char byte)
{
	while (out->len > from && out->ptr[out->len - 1] == byte)
		out->len--;
	pf_buf_byte(out, '\n');
}

void pf_dump_text(const struct pf_surface *s, struct pf_buf *out)
{
	for (int row = 0; row < s->rows; row++) {
		size_t from = out->len;

		for (int col = 0; col < s->cols; col++)
			add_cell(pf_surface_at(s, row, col), out);
		trim(out, from, ' ');
	}
}

void pf_dump_styles(const struct pf_surface *s, struct pf_buf *out)
{
	for (int row = 0; row < s->rows; row++) {
		size_t from = out->len;

		for (int col = 0; col < s->cols; col++) {
			const struct pf_cell *c = pf_surface_at(s, row, col);

			pf_buf_byte(out, pf_style_look(c->style)->letter);
		}
		trim(out, from, '.');
	}
}

/* --- SVG ------------------------------------------------------------------ */

/* Tenths of a pixel: a cell of 8.4 by 18 fits a monospaced font of 14 px. */
enum { CELL_W = 84, CELL_H = 180, MARGIN = 120, BAR = 300 };

/* A length in tenths as "12.3". */
static void add_px(struct pf_buf *out, const char *name, int tenths)
{
	pf_buf_printf(out, " %s=\"%d.%d\"", name, tenths / 10, tenths % 10);
}

/* Frames are drawn as lines, for a font's own leave gaps between the rows. */
static bool is_frame(uint32_t rune)
{
	return rune == 0x2500 || rune == 0x2502 || (rune >= 0x256D && rune <= 0x2570);
}

static void add_xml(struct pf_buf *out, uint32_t rune)
{
	switch (rune) {
	case '&': pf_buf_adds(out, "&amp;"); return;
	case '<': pf_buf_adds(out, "&lt;"); return;
	case '>': pf_buf_adds(out, "&gt;"); return;
	case '"': pf_buf_adds(out, "&quot;"); return;
	default: break;
	}
	if (rune == ' ' || is_frame(rune)) {
		pf_buf_adds(out, "\xC2\xA0"); /* survives what eats blanks */
		return;
	}
	/* XML 1.0 has no way to write these, not even as a reference. */
	if (rune < 0x20 || rune == 0xFFFE || rune == 0xFFFF)
		rune = 0xFFFD;
	pf_buf_rune(out, rune);
}

static bool is_blank(const struct pf_cell *c)
{
	return (c->rune == ' ' || is_frame(c->rune)) && !c->marks[0];
}

static void svg_background(const struct pf_style_look *look, int x, int y, int width,
			   struct pf_buf *out)
{
	if (look->svg_bg == pf_style_look(PF_STYLE_PLAIN)->svg_bg)
		return;
	pf_buf_adds(out, "<rect");
	add_px(out, "x", x);
	add_px(out, "y", y);
	add_px(out, "width", width);
	add_px(out, "height", CELL_H);
	pf_buf_printf(out, " fill=\"#%06x\"/>\n", (unsigned)look->svg_bg);
}

static void svg_text_open(const struct pf_style_look *look, int x, int y, int width,
			  struct pf_buf *out)
{
	pf_buf_adds(out, "<text");
	add_px(out, "x", x);
	add_px(out, "y", y + 135);
	add_px(out, "textLength", width);
	pf_buf_printf(out, " fill=\"#%06x\"", (unsigned)look->svg_fg);
	if (look->attr & PF_ATTR_BOLD)
		pf_buf_adds(out, " font-weight=\"bold\"");
	if (look->attr & PF_ATTR_ITALIC)
		pf_buf_adds(out, " font-style=\"italic\"");
	if (look->attr & PF_ATTR_UNDERLINE)
		pf_buf_adds(out, " text-decoration=\"underline\"");
	pf_buf_byte(out, '>');
}

/* From the middle of the cell to the edges that the sign reaches. */
static void add_frame(uint32_t rune, int x, int y, struct pf_buf *out)
{
	int mid_x = x + CELL_W / 2, mid_y = y + CELL_H / 2;
	bool left = rune == 0x2500 || rune == 0x256E || rune == 0x256F;
	bool right = rune == 0x2500 || rune == 0x256D || rune == 0x2570;
	bool up = rune == 0x2502 || rune == 0x256F || rune == 0x2570;
	bool down = rune == 0x2502 || rune == 0x256D || rune == 0x256E;
	int from_x = left ? x : right ? x + CELL_W : mid_x;
	int to_x = rune == 0x2500 ? x + CELL_W : mid_x;
	int from_y = left || right ? mid_y : y;
	int to_y = up && down ? y + CELL_H : up ? y : down ? y + CELL_H : mid_y;

	pf_buf_printf(out, "M%d.%d %d.%d", from_x / 10, from_x % 10, from_y / 10, from_y % 10);
	if (from_x != to_x && from_y != to_y)
		pf_buf_printf(out, "Q%d.%d %d.%d %d.%d %d.%d", mid_x / 10, mid_x % 10, mid_y / 10,
			      mid_y % 10, to_x / 10, to_x % 10, to_y / 10, to_y % 10);
	else
		pf_buf_printf(out, "L%d.%d %d.%d", to_x / 10, to_x % 10, to_y / 10, to_y % 10);
}

static void svg_frames(const struct pf_surface *s, int row, int begin, int end, int top,
		       struct pf_buf *out)
{
	const struct pf_style_look *look = pf_style_look(pf_surface_at(s, row, begin)->style);
	bool any = false;

	for (int col = begin; col < end; col++) {
		uint32_t rune = pf_surface_at(s, row, col)->rune;

		if (!is_frame(rune))
			continue;
		if (!any)
			pf_buf_adds(out, "<path d=\"");
		any = true;
		add_frame(rune, MARGIN + col * CELL_W, top + row * CELL_H, out);
	}
	if (any)
		pf_buf_printf(out, "\" fill=\"none\" stroke=\"#%06x\"/>\n", (unsigned)look->svg_fg);
}

/* One run of cells of one style: its background and, but for the blanks around it, its text. */
static void svg_run(const struct pf_surface *s, int row, int begin, int end, int top,
		    struct pf_buf *out)
{
	const struct pf_style_look *look = pf_style_look(pf_surface_at(s, row, begin)->style);
	int y = top + row * CELL_H;

	svg_background(look, MARGIN + begin * CELL_W, y, (end - begin) * CELL_W, out);
	svg_frames(s, row, begin, end, top, out);
	while (begin < end && is_blank(pf_surface_at(s, row, begin)))
		begin++;
	while (end > begin && is_blank(pf_surface_at(s, row, end - 1)))
		end--;
	if (begin == end)
		return;
	svg_text_open(look, MARGIN + begin * CELL_W, y, (end - begin) * CELL_W, out);
	for (int col = begin; col < end; col++) {
		const struct pf_cell *c = pf_surface_at(s, row, col);

		if (c->width)
			add_xml(out, c->rune);
		for (int i = 0; c->width && i < PF_CELL_MARKS && c->marks[i]; i++)
			add_xml(out, c->marks[i]);
	}
	pf_buf_adds(out, "</text>\n");
}

static void svg_cells(const struct pf_surface *s, int top, struct pf_buf *out)
{
	for (int row = 0; row < s->rows; row++) {
		for (int begin = 0, end; begin < s->cols; begin = end) {
			const struct pf_cell *first = pf_surface_at(s, row, begin);

			for (end = begin + 1; end < s->cols; end++)
				if (pf_surface_at(s, row, end)->style != first->style)
					break;
			svg_run(s, row, begin, end, top, out);
		}
	}
	if (!s->cursor_shown)
		return;
	pf_buf_adds(out, "<rect");
	add_px(out, "x", MARGIN + s->cursor_col * CELL_W);
	add_px(out, "y", top + s->cursor_row * CELL_H);
	add_px(out, "width", CELL_W);
	add_px(out, "height", CELL_H);
	pf_buf_adds(out, " fill=\"#d8dee4\" fill-opacity=\"0.6\"/>\n");
}

static void svg_title(const char *title, int width, struct pf_buf *out)
{
	struct pf_slice text = pf_slice_of(title);
	size_t len;

	pf_buf_adds(out, "<circle cx=\"20\" cy=\"17\" r=\"6\" fill=\"#f47067\"/>"
			 "<circle cx=\"40\" cy=\"17\" r=\"6\" fill=\"#e3a83b\"/>"
			 "<circle cx=\"60\" cy=\"17\" r=\"6\" fill=\"#6bc46d\"/>\n<text");
	add_px(out, "x", width / 2);
	pf_buf_adds(out, " y=\"22\" text-anchor=\"middle\" fill=\"#8b949e\">");
	for (size_t off = 0; off < text.len; off += len)
		add_xml(out, pf_utf8_decode(text, off, &len));
	pf_buf_adds(out, "</text>\n");
}

void pf_dump_svg(const struct pf_surface *s, const char *title, struct pf_buf *out)
{
	int top = MARGIN + (title ? BAR : 0);
	int width = 2 * MARGIN + s->cols * CELL_W, height = top + s->rows * CELL_H + MARGIN;

	pf_buf_adds(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	add_px(out, "width", width);
	add_px(out, "height", height);
	pf_buf_adds(out, " font-size=\"14\" font-family=\"'DejaVu Sans Mono', Menlo, Consolas, "
			 "'Liberation Mono', monospace\">\n<rect width=\"100%\" height=\"100%\" "
			 "rx=\"8\"");
	pf_buf_printf(out, " fill=\"#%06x\"/>\n", (unsigned)pf_style_look(PF_STYLE_PLAIN)->svg_bg);
	if (title)
		svg_title(title, width, out);
	svg_cells(s, top, out);
	pf_buf_adds(out, "</svg>\n");
}
