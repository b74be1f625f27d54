#include "paint.h"

#include <stdarg.h>
#include <string.h>

enum { LEAVE_KEPT = 60 }; /* columns from which the key that leaves always has its room */

static int key_columns(const char *key, const char *bar)
{
	return (int)strlen(key) + (int)strlen(bar) + 3;
}

void paint_key_bar(struct pf_surface *s, int row, uint32_t where)
{
	char leave[32];
	int col = 0, kept;

	pf_keymap_first(PF_APP_QUIT, leave);
	kept = s->cols >= LEAVE_KEPT ? key_columns(leave, pf_keymap_binding(PF_APP_QUIT)->bar) : 0;

	pf_surface_fill(s, pf_rect_make(row, 0, 1, s->cols), ' ', PF_STYLE_KEY_HELP);
	for (int i = PF_APP_NONE + 1; i < PF_APP_COMMAND_COUNT; i++) {
		const struct pf_binding *b = pf_keymap_binding((enum pf_app_command)i);
		char key[32];

		if (!*b->bar || !(b->where & (where | PF_IN_ANY)))
			continue;
		pf_keymap_first((enum pf_app_command)i, key);
		/* The last key shown is always a whole one: half a hint is none. */
		if (col + key_columns(key, b->bar) > s->cols - (i == PF_APP_QUIT ? 0 : kept))
			continue;
		col += pf_surface_printf(s, row, col, PF_STYLE_KEY, " %s ", key);
		col += pf_surface_puts(s, row, col, b->bar, PF_STYLE_KEY_HELP) + 1;
	}
}

void paint_bar(struct pf_surface *s, int row, enum pf_style style, const char *fmt, ...)
{
	struct pf_buf text = {0};
	va_list ap;

	va_start(ap, fmt);
	pf_buf_vprintf(&text, fmt, ap);
	va_end(ap);
	pf_surface_fill(s, pf_rect_make(row, 0, 1, s->cols), ' ', style);
	pf_surface_put_cut(s, row, 1, s->cols - 1, pf_buf_view(&text), style);
	pf_buf_release(&text);
}

static int title_columns(const char *title, struct pf_rect r)
{
	int cols = pf_surface_columns(pf_slice_of(title)), room = r.cols - 6;

	return (cols < room ? cols : room) + 2;
}

struct pf_rect paint_box(struct pf_surface *s, struct pf_rect r, const char *title, bool focus)
{
	enum pf_style style = focus ? PF_STYLE_FOCUS : PF_STYLE_FRAME;

	if (r.rows >= 5 && r.cols >= 12) {
		pf_surface_box(s, r, pf_slice_of(title), style);
		/* A frame may be faint, what stands in it is read. */
		if (!focus)
			pf_surface_tint(s,
					pf_rect_make(r.row, r.col + 2, 1, title_columns(title, r)),
					PF_STYLE_DIM);
		return pf_rect_inset(r, 1);
	}
	if (r.rows >= 2)
		pf_surface_put_cut(s, r.row, r.col, r.cols, pf_slice_of(title),
				   focus ? PF_STYLE_FOCUS : PF_STYLE_DIM);
	pf_rect_take_top(&r, r.rows >= 2 ? 1 : 0);
	return r;
}

void paint_more(struct pf_surface *s, struct pf_rect box)
{
	if (box.cols >= 12 && box.rows >= 5)
		pf_surface_puts(s, box.row + box.rows - 1, box.col + box.cols - 4, " … ",
				PF_STYLE_DIM);
}

/* Style of a row of a draft: headings stand out, the rest is plain. */
static enum pf_style row_style(struct pf_slice text)
{
	return pf_slice_starts(text, "#") ? PF_STYLE_HEADING : PF_STYLE_PLAIN;
}

static void paint_row(struct pf_surface *s, int row, int col, const struct pf_editor *ed,
		      const struct pf_edit_row *r, struct pf_range highlight)
{
	uint32_t stops[6] = {r->begin,        r->selected.begin, r->selected.end,
			     highlight.begin, highlight.end,     r->end};
	enum pf_style base = row_style(pf_editor_slice(ed, r->begin, r->end));

	/* Sort the few stops, then draw each stretch in its own style. */
	for (int i = 1; i < 6; i++)
		for (int k = i; k > 0 && stops[k - 1] > stops[k]; k--) {
			uint32_t t = stops[k];

			stops[k] = stops[k - 1];
			stops[k - 1] = t;
		}
	for (int i = 0; i < 5; i++) {
		uint32_t a = stops[i] < r->begin ? r->begin : stops[i];
		uint32_t b = stops[i + 1] > r->end ? r->end : stops[i + 1];
		enum pf_style style = base;

		if (a >= b)
			continue;
		if (a >= highlight.begin && b <= highlight.end)
			style = PF_STYLE_FOUND;
		if (a >= r->selected.begin && b <= r->selected.end)
			style = PF_STYLE_SELECTED;
		col += pf_surface_put(s, row, col, pf_editor_slice(ed, a, b), style);
	}
	if (r->newline_selected)
		pf_surface_puts(s, row, col, " ", PF_STYLE_SELECTED);
}

void paint_editor(struct pf_surface *s, struct pf_rect r, struct pf_editor *ed, bool focus,
		  struct pf_range highlight)
{
	struct pf_edit_row row;
	struct pf_rect was;
	int at, col;

	if (r.rows < 1 || r.cols < 2)
		return;
	pf_editor_resize(ed, r.rows, r.cols);
	was = pf_surface_clip(s, r);
	for (int i = 0; i < r.rows && pf_editor_row(ed, i, &row); i++)
		paint_row(s, r.row + i, r.col, ed, &row, highlight);
	if (focus && pf_editor_cursor_at(ed, &at, &col))
		pf_surface_cursor(s, r.row + at, r.col + col);
	pf_surface_clip(s, was);
}

static const struct {
	const char *mark;
	const char *lead; /* what is drawn instead */
	enum pf_style style;
} marks[] = {
	{"# ", "", PF_STYLE_HEADING}, {"- ", "• ", PF_STYLE_PLAIN}, {"> ", "  ", PF_STYLE_QUOTE},
	{"? ", "", PF_STYLE_ASKED},   {"! ", "", PF_STYLE_BAD},     {"+ ", "", PF_STYLE_GOOD},
	{"~ ", "", PF_STYLE_WARN},    {". ", "", PF_STYLE_DIM},     {"* ", "", PF_STYLE_STRONG},
	{"= ", "", PF_STYLE_NOTE},
};

enum { BESIDE_LEAST = 24 }; /* columns that are worth standing beside a label */

/* "Keep        l.3 ...": what follows the label stays beside it, or below it where there is no
 * room. Labels are plain words: a byte is a column. */
static int paint_label(struct pf_surface *s, struct pf_rect r, struct pf_slice line)
{
	struct pf_slice label = pf_slice_until(&line, "\t");
	int beside = (int)label.len, above = 0, rows;

	if (r.cols < beside + BESIDE_LEAST) {
		beside = r.cols > 20 ? 2 : 0;
		above = 1;
	}
	pf_surface_put_cut(s, r.row, r.col, r.cols, label, above ? PF_STYLE_STRONG : PF_STYLE_DIM);
	r.row += above;
	pf_rect_take_left(&r, beside);
	rows = pf_layout_put(s, r, 0, line, PF_STYLE_PLAIN);
	return above + (rows ? rows : 1);
}

/* "left<TAB>right": the right part where its padding puts it, else as far right as it goes, else
 * on a row of its own. */
static int paint_ends(struct pf_surface *s, struct pf_rect r, struct pf_slice line)
{
	struct pf_slice left = pf_slice_until(&line, "\t"), right = line;
	int col = pf_surface_columns(left), width = pf_surface_columns(right), rows;

	left = pf_slice_trim(left);
	rows = pf_layout_put(s, r, 0, left, PF_STYLE_STRONG);
	if (col + width > r.cols)
		col = r.cols - width;
	if (rows <= 1 && col >= pf_surface_columns(left) + (left.len ? 2 : 0))
		return pf_surface_put(s, r.row, r.col + col, right, PF_STYLE_NOTE) ? 1 : rows;
	r.row += rows;
	return rows + pf_layout_put(s, r, 0, right, PF_STYLE_NOTE);
}

/* One line of the text at r.row + at; returns its rows. */
static int paint_line(struct pf_surface *s, struct pf_rect r, int at, struct pf_slice line)
{
	struct pf_rect rest = pf_rect_make(r.row + at, r.col, 4096, r.cols);

	if (!line.len)
		return 1;
	if (pf_slice_starts(line, "  ")) { /* belongs to the line above it */
		pf_rect_take_left(&rest, rest.cols > BESIDE_LEAST ? 2 : 0);
		line = pf_slice_cut(line, 2, line.len);
	}
	if (pf_slice_starts(line, "_ "))
		return paint_label(s, rest, pf_slice_cut(line, 2, line.len));
	if (pf_slice_starts(line, "@ "))
		return paint_ends(s, rest, pf_slice_cut(line, 2, line.len));
	if (pf_slice_starts(line, "| ")) {
		pf_surface_put_cut(s, rest.row, rest.col, rest.cols,
				   pf_slice_cut(line, 2, line.len), PF_STYLE_PLAIN);
		return 1;
	}
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (pf_slice_starts(line, marks[i].mark))
			return pf_layout_item(s, rest, marks[i].lead,
					      pf_slice_cut(line, 2, line.len), marks[i].style);
	return pf_layout_put(s, rest, 0, line, PF_STYLE_PLAIN);
}

int paint_text(struct pf_surface *s, struct pf_rect r, int skip, struct pf_slice text)
{
	struct pf_rect was = pf_surface_clip(s, pf_rect_cut(r, s->clip));
	struct pf_slice line;
	int at = -skip;

	while (pf_slice_line(&text, &line))
		at += paint_line(s, r, at, line);
	pf_surface_clip(s, was);
	return at + skip;
}

void quote_text(struct pf_buf *out, struct pf_slice text)
{
	struct pf_slice line;

	while (pf_slice_line(&text, &line))
		pf_buf_printf(out, "> %.*s\n", PF_SLICE_ARG(line));
}

struct pf_rect reading_column(struct pf_rect r)
{
	enum { MOST = 100 };
	int spare = r.cols - MOST;

	return spare > 2 ? pf_rect_make(r.row, r.col + spare / 2, r.rows, MOST)
			 : pf_rect_make(r.row, r.col + 1, r.rows, r.cols - 2);
}
