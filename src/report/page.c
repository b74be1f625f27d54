#include "page.h"

#include <stdarg.h>
#include <stdio.h>

#include "prfaq/base/utf8.h"

enum { GUTTER = 6 }; /* columns of a line number, before " | " */

struct page page_make(struct pf_buf *out, bool color, int columns)
{
	struct page page = {out, columns < 40 ? 40 : columns, "", "", "", "", "", ""};

	if (color) {
		page.bold = "\033[1m";
		page.dim = "\033[2m";
		page.red = "\033[31m";
		page.yellow = "\033[33m";
		page.green = "\033[32m";
		page.off = "\033[0m";
	}
	return page;
}

const char *page_severity(const struct page *page, enum pf_severity severity)
{
	if (severity == PF_SEVERITY_CRITICAL)
		return page->red;
	return severity == PF_SEVERITY_MAJOR ? page->yellow : page->dim;
}

void page_heading(const struct page *page, const char *fmt, ...)
{
	char text[256];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	pf_buf_printf(page->out, "\n%s%s%s\n", page->bold, text, page->off);
}

/* A rune as it may stand on a terminal; a tab is one blank, so that carets stay below. */
static uint32_t visible(uint32_t rune)
{
	if (rune == '\t' || rune == '\n' || rune == '\r')
		return ' ';
	if (rune < 0x20)
		return 0x2400 + rune;
	return pf_utf8_is_hostile(rune) ? PF_RUNE_BAD : rune;
}

static void put(const struct page *page, struct pf_slice text)
{
	size_t len;

	for (size_t off = 0; off < text.len; off += len)
		pf_buf_rune(page->out, visible(pf_utf8_decode(text, off, &len)));
}

static int columns_of(struct pf_slice text)
{
	int columns = 0;
	size_t len;

	for (size_t off = 0; off < text.len; off += len)
		columns += pf_utf8_width(visible(pf_utf8_decode(text, off, &len)));
	return columns;
}

/* Bytes from `off` on, whole graphemes, that fit into so many columns. */
static size_t fit(struct pf_slice text, size_t off, int columns)
{
	while (off < text.len) {
		size_t next = pf_utf8_next(text, off);

		columns -= columns_of(pf_slice_cut(text, off, next));
		if (columns < 0)
			break;
		off = next;
	}
	return off;
}

void page_words(const struct page *page, struct pf_slice text, int columns)
{
	size_t end;

	text = pf_slice_trim(text);
	end = fit(text, 0, columns);
	if (end < text.len) {
		end = fit(text, 0, columns - 3);
		put(page, pf_slice_cut(text, 0, end));
		pf_buf_adds(page->out, "...");
		return;
	}
	put(page, text);
}

/* One past the words that fit on a line; a word longer than the line is cut. */
static size_t line_end(struct pf_slice text, int columns)
{
	size_t most = fit(text, 0, columns), end = most;

	if (most == text.len)
		return most;
	while (end && text.ptr[end] != ' ')
		end--;
	return end ? end : most ? most : pf_utf8_next(text, 0);
}

void page_item(const struct page *page, int indent, const char *ink, const char *label,
	       const char *text)
{
	int used = columns_of(pf_slice_of(label));
	struct pf_slice rest = pf_slice_trim(pf_slice_of(text));
	int at = used < indent ? indent : used;

	pf_buf_repeat(page->out, ' ', (size_t)(at - used));
	pf_buf_printf(page->out, "%s%s%s", ink, label, page->off);
	while (rest.len) {
		size_t end = line_end(rest, page->columns - at - 1);

		pf_buf_byte(page->out, ' ');
		put(page, pf_slice_cut(rest, 0, end));
		pf_buf_byte(page->out, '\n');
		rest = pf_slice_trim(pf_slice_cut(rest, end, rest.len));
		at = indent;
		if (rest.len)
			pf_buf_repeat(page->out, ' ', (size_t)indent);
	}
}

/* The stretch of a line that is shown: all of it, or a window with the range's begin in it. */
static struct pf_range window(struct pf_slice text, struct pf_range line, uint32_t begin, int room)
{
	struct pf_range w = line;
	struct pf_slice whole = pf_slice_range(text, line);
	size_t off = begin - line.begin;

	if (columns_of(whole) <= room)
		return w;
	if (columns_of(pf_slice_cut(whole, 0, off)) > room / 3) {
		size_t back = off;
		int columns = room / 3;

		while (back && columns > 0) {
			size_t before = pf_utf8_prev(whole, back);

			columns -= columns_of(pf_slice_cut(whole, before, back));
			back = before;
		}
		w.begin = line.begin + (uint32_t)back;
	}
	w.end = line.begin + (uint32_t)fit(whole, w.begin - line.begin, room - 6);
	return w;
}

void page_excerpt(const struct page *page, const struct pf_doc *doc, struct pf_range range,
		  const char *ink)
{
	struct pf_slice text = pf_doc_text(doc);
	struct pf_place place = pf_doc_place(doc, range.begin);
	struct pf_range line = pf_doc_line(doc, place.line), w;
	uint32_t end = range.end < line.end ? range.end : line.end;
	uint32_t last;
	int under, before;

	if (range.begin >= range.end || range.begin >= line.end)
		return;
	w = window(text, line, range.begin, page->columns - GUTTER - 3);
	end = end < w.end ? end : w.end;
	last = pf_doc_place(doc, range.end - 1).line;
	pf_buf_printf(page->out, "%s%*u |%s %s", page->dim, GUTTER, place.line, page->off,
		      w.begin > line.begin ? "..." : "");
	put(page, pf_slice_range(text, w));
	pf_buf_printf(page->out, "%s\n%s%*s |%s ", w.end < line.end ? "..." : "", page->dim, GUTTER,
		      "", page->off);
	before = columns_of(pf_slice_cut(text, w.begin, range.begin)) +
		 (w.begin > line.begin ? 3 : 0);
	under = columns_of(pf_slice_cut(text, range.begin, end));
	pf_buf_repeat(page->out, ' ', (size_t)before);
	pf_buf_adds(page->out, ink);
	pf_buf_repeat(page->out, '^', (size_t)(under ? under : 1));
	pf_buf_adds(page->out, page->off);
	if (last > place.line)
		pf_buf_printf(page->out, "%s to line %u%s", page->dim, last, page->off);
	pf_buf_byte(page->out, '\n');
}
