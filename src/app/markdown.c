/* A draft that is read, not written: headings, items and rows of a table as one reads them, the
 * cited words marked. Nothing is left out but signs; each line of the text begins a row. */
#include <string.h>

#include "paint.h"

/* Where a line is put, and what it needs for that. */
struct sheet {
	struct pf_surface *s;
	struct pf_rect r;
	const char *base; /* of the whole text: offsets count from here */
	struct pf_range cited;
};

/* The words of one row: before, in and after what is cited. */
static void put_row(const struct sheet *sheet, int row, int col, struct pf_slice words,
		    enum pf_style style)
{
	uint32_t at = (uint32_t)(words.ptr - sheet->base);
	size_t a = sheet->cited.begin > at ? sheet->cited.begin - at : 0;
	size_t b = sheet->cited.end > at ? sheet->cited.end - at : 0;

	if (a > words.len)
		a = words.len;
	if (b > words.len)
		b = words.len;
	if (b < a)
		b = a;
	col += pf_surface_put(sheet->s, row, col, pf_slice_cut(words, 0, a), style);
	col += pf_surface_put(sheet->s, row, col, pf_slice_cut(words, a, b), PF_STYLE_FOUND);
	pf_surface_put(sheet->s, row, col, pf_slice_cut(words, b, words.len), style);
}

/* `text` from row `at` on, indented by `indent` columns beside its lead, or below its first row
 * where it has none; returns its rows. */
static int put_lines(const struct sheet *sheet, int at, int indent, const char *lead,
		     struct pf_slice text, enum pf_style style)
{
	struct pf_slice row;
	int n = 0;

	if (indent * 2 > sheet->r.cols)
		indent = 0;
	pf_surface_puts(sheet->s, sheet->r.row + at, sheet->r.col, lead, style);
	for (; pf_layout_next(&text, sheet->r.cols - indent, &row); n++)
		if (at + n >= 0 && at + n < sheet->r.rows)
			put_row(sheet, sheet->r.row + at + n,
				sheet->r.col + (n || *lead ? indent : 0), row, style);
	return n ? n : 1;
}

static bool is_rule(struct pf_slice row)
{
	for (size_t i = 0; i < row.len; i++)
		if (!strchr("|-: ", row.ptr[i]))
			return false;
	return true;
}

/* The cells of a table's row, parted by dots, wrapped as one paragraph: no cell is cut off. */
static int put_table_row(const struct sheet *sheet, int at, struct pf_slice line)
{
	uint32_t off = (uint32_t)(line.ptr - sheet->base);
	bool cited = sheet->cited.begin < off + line.len && off < sheet->cited.end;
	struct sheet cells = *sheet;
	struct pf_buf text = {0};
	int rows;

	if (is_rule(line))
		return 0;
	for (size_t i = 1, begin = 1; i <= line.len; i++) {
		struct pf_slice cell;

		if (i < line.len && (line.ptr[i] != '|' || line.ptr[i - 1] == '\\'))
			continue;
		cell = pf_slice_trim(pf_slice_cut(line, begin, i));
		if (cell.len)
			pf_buf_printf(&text, "%s%.*s", text.len ? " · " : "", PF_SLICE_ARG(cell));
		begin = i + 1;
	}
	cells.base = text.ptr;
	cells.cited = (struct pf_range){0, cited ? (uint32_t)text.len : 0};
	rows = text.len ? put_lines(&cells, at, 2, "", pf_buf_view(&text), PF_STYLE_PLAIN) : 0;
	pf_buf_release(&text);
	return rows;
}

/* A line that is bold as a whole, or begins so: its stars are no words. */
static struct pf_slice without_stars(struct pf_slice line, enum pf_style *style)
{
	if (!pf_slice_starts(line, "**"))
		return line;
	*style = PF_STYLE_STRONG;
	line = pf_slice_cut(line, 2, line.len);
	if (line.len > 1 && line.ptr[line.len - 1] == '*' && line.ptr[line.len - 2] == '*')
		line = pf_slice_cut(line, 0, line.len - 2);
	return line;
}

static int put_line(const struct sheet *sheet, int at, struct pf_slice line)
{
	enum pf_style style = PF_STYLE_PLAIN;
	size_t hashes = 0;

	if (!line.len)
		return 1;
	while (hashes < line.len && hashes < 7 && line.ptr[hashes] == '#')
		hashes++;
	if (hashes > 0 && hashes < 7 && hashes < line.len && line.ptr[hashes] == ' ')
		return put_lines(sheet, at, 0, "", pf_slice_cut(line, hashes + 1, line.len),
				 PF_STYLE_HEADING);
	if (pf_slice_starts(line, "- ") || pf_slice_starts(line, "* "))
		return put_lines(sheet, at, 2, "•", pf_slice_cut(line, 2, line.len), style);
	if (line.ptr[0] == '|')
		return put_table_row(sheet, at, line);
	line = without_stars(line, &style);
	return put_lines(sheet, at, 0, "", line, style);
}

static int paint_markdown(struct pf_surface *s, struct pf_rect r, int skip, struct pf_slice text,
			  struct pf_range cited)
{
	struct sheet sheet = {s, r, text.ptr, cited};
	struct pf_rect was = pf_surface_clip(s, pf_rect_cut(r, s->clip));
	struct pf_slice line;
	int at = -skip;

	while (pf_slice_line(&text, &line))
		at += put_line(&sheet, at, line);
	pf_surface_clip(s, was);
	return at + skip;
}

static int paint_part(struct pf_surface *s, struct pf_rect r, int skip,
		      const struct page_part *part)
{
	return part->markdown ? paint_markdown(s, r, skip, part->text, part->cited)
			      : paint_text(s, r, skip, part->text);
}

int paint_page(struct pf_surface *s, struct pf_rect r, int skip, const struct page *page)
{
	int rows = 0;

	for (int i = 0; i < page->n; i++)
		rows += paint_part(s, r, skip - rows, &page->parts[i]);
	return rows;
}

int page_cited_row(const struct page *page, int cols)
{
	struct pf_surface none = {0};
	struct pf_rect r = pf_rect_make(0, 0, 0, cols);
	int rows = 0;

	for (int i = 0; i < page->n; i++) {
		const struct page_part *part = &page->parts[i];

		if (part->cited.end > part->cited.begin && part->cited.begin < part->text.len)
			return rows + paint_markdown(&none, r, 0,
						     pf_slice_cut(part->text, 0, part->cited.begin),
						     (struct pf_range){0, 0});
		rows += paint_part(&none, r, 0, part);
	}
	return 0;
}
