#include "rows.h"

#include <string.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/bound.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"
#include "prfaq/edit/edit.h"

/* Longer than any text, so that a window always comes to hold the row that is looked for. */
#define WINDOW_MAX (2 * PF_EDIT_TEXT_MAX)

void pf_rows_release(struct pf_rows *rows)
{
	free(rows->v);
	*rows = (struct pf_rows){0};
}

static bool is_word_byte(char c)
{
	return pf_ascii_is_digit(c) || pf_ascii_is_letter(c) || (c & 0x80);
}

/* A hyphen between letters: "well-known" may be parted after it, "-5" may not. */
static bool breaks_after(struct pf_slice s, size_t off, size_t next)
{
	return s.ptr[off] == '-' && off && is_word_byte(s.ptr[off - 1]) && next < s.len &&
	       is_word_byte(s.ptr[next]);
}

/* Bytes of the first row of `s`. 0 when the end of `s` came first and the text goes on behind it
 * (`more`): then a longer slice is needed. 0 also for the empty slice. */
static size_t row_length(struct pf_slice s, bool more, int width)
{
	size_t off = 0, next, best = 0;
	int col = 0, w;

	for (; off < s.len; off = next) {
		char c = s.ptr[off];

		if (c == '\n')
			return off + 1;
		next = pf_utf8_cluster(s, off, &w);
		if (next == s.len && more)
			return 0;
		if (c == '\r' && next == off + 2)
			return next;
		if (c == ' ' || c == '\t') {
			/* Blanks hang over the edge, but not for ever. */
			if (col >= 2 * width)
				return off;
			best = next;
		} else if (col + w > width && off) {
			return best ? best : off;
		} else if (w == 2) {
			best = off ? off : best;
		}
		col += w;
		if (col <= width && (w == 2 || breaks_after(s, off, next)))
			best = next;
	}
	return more ? 0 : off;
}

/* A slice from `off` on that is long enough for one row at least; *size grows as needed. */
static size_t next_row(struct pf_gap *text, uint32_t off, int width, struct pf_slice *window,
		       uint32_t *window_at, uint32_t *size)
{
	uint32_t len = pf_gap_length(text);

	for (;;) {
		uint32_t end = *window_at + (uint32_t)window->len;
		struct pf_slice rest = pf_slice_cut(*window, off - *window_at, window->len);
		size_t n = row_length(rest, end < len, width);

		if (n || (off == len && end == len))
			return n;
		*window_at = off;
		*window = pf_gap_slice(text, off, len - off < *size ? len : off + *size);
		if (*size < WINDOW_MAX)
			*size *= 2;
	}
}

/* Where, after an edit, the old rows go on. */
struct resume {
	const struct pf_rows *old;
	size_t at;     /* the old row that may be met next */
	uint32_t from; /* old rows before this offset are void */
	int64_t moved; /* what an old offset is moved by */
	bool met;
};

static bool meets(struct resume *r, uint32_t off)
{
	if (!r)
		return false;
	while (r->at < r->old->n &&
	       (r->old->v[r->at] < r->from || (int64_t)r->old->v[r->at] + r->moved < (int64_t)off))
		r->at++;
	r->met = r->at < r->old->n && (int64_t)r->old->v[r->at] + r->moved == (int64_t)off;
	return r->met;
}

/* Pushes the row starts after `off`, to the end or until `resume` (may be NULL) is met. */
static void wrap_from(struct pf_rows *list, struct pf_gap *text, uint32_t off, int width,
		      struct resume *resume)
{
	struct pf_slice window = {NULL, 0};
	uint32_t window_at = off, size = 1024, len = pf_gap_length(text);
	size_t n;

	while ((n = next_row(text, off, width, &window, &window_at, &size))) {
		off += (uint32_t)n;
		if (off == len && pf_gap_byte(text, off - 1) != '\n')
			break;
		if (meets(resume, off))
			break;
		*PF_PUSH(list) = off;
	}
}

void pf_rows_wrap(struct pf_rows *rows, struct pf_gap *text, int width)
{
	rows->n = 0;
	rows->width = width < 1 ? 1 : width;
	*PF_PUSH(rows) = 0;
	wrap_from(rows, text, 0, rows->width, NULL);
}

size_t pf_rows_of(const struct pf_rows *rows, uint32_t off)
{
	size_t next = pf_lower_bound(rows->v, rows->n, sizeof(*rows->v), off + 1);

	return next - (next > 0);
}

uint32_t pf_rows_end(const struct pf_rows *rows, const struct pf_gap *text, size_t row)
{
	return row + 1 < rows->n ? rows->v[row + 1] : pf_gap_length(text);
}

bool pf_rows_first(const struct pf_rows *rows, const struct pf_gap *text, size_t row)
{
	return !rows->v[row] || pf_gap_byte(text, rows->v[row] - 1) == '\n';
}

/*
 * The row from which to wrap after an edit at `off`. A row is decided by what fits in it and
 * by the one cluster that does not, at most two widths and some on; so all rows that begin
 * that many clusters before the edit stay, and so does all before a newline.
 */
static size_t first_touched(const struct pf_rows *rows, struct pf_gap *text, uint32_t off)
{
	size_t row = pf_rows_of(rows, off);
	int need = 2 * rows->width + 8;
	uint32_t end = off;

	while (need > 0 && row > 0 && !pf_rows_first(rows, text, row)) {
		struct pf_slice s;

		row--;
		s = pf_gap_slice(text, rows->v[row], end);
		end = rows->v[row];
		for (size_t at = 0; at < s.len; need--) {
			int columns;

			at = pf_utf8_cluster(s, at, &columns);
		}
	}
	return row;
}

void pf_rows_edit(struct pf_rows *rows, struct pf_gap *text, uint32_t off, uint32_t removed,
		  uint32_t inserted)
{
	size_t from = first_touched(rows, text, off);
	struct resume resume = {rows, from + 1, off + removed, (int64_t)inserted - removed, false};
	struct pf_rows fresh = {0};
	size_t keep, tail;

	wrap_from(&fresh, text, rows->v[from], rows->width, &resume);
	keep = resume.met ? resume.at : rows->n;
	tail = rows->n - keep;
	while (rows->cap < from + 1 + fresh.n + tail)
		rows->v = pf_mem_grow(rows->v, &rows->cap, sizeof(*rows->v));
	memmove(rows->v + from + 1 + fresh.n, rows->v + keep, tail * sizeof(*rows->v));
	if (fresh.n)
		memcpy(rows->v + from + 1, fresh.v, fresh.n * sizeof(*rows->v));
	rows->n = from + 1 + fresh.n + tail;
	for (size_t i = rows->n - tail; i < rows->n; i++)
		rows->v[i] = (uint32_t)((int64_t)rows->v[i] + resume.moved);
	pf_rows_release(&fresh);
}
