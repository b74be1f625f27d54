/*
 * page.h - text for a terminal or a pipe: paragraphs that wrap, excerpts of a
 * draft with a caret under the words. Colours only where the caller says so;
 * bytes that are hostile to a terminal become visible marks.
 */
#ifndef PRFAQ_SRC_REPORT_PAGE_H
#define PRFAQ_SRC_REPORT_PAGE_H

#include "prfaq/base/buf.h"
#include "prfaq/check/check.h"

struct page {
	struct pf_buf *out;
	int columns;                                         /* at least 40 */
	const char *bold, *dim, *red, *yellow, *green, *off; /* all "" without colours */
};

struct page page_make(struct pf_buf *out, bool color, int columns);
const char *page_severity(const struct page *page, enum pf_severity severity);

/* A heading with a blank line above it. */
void page_heading(const struct page *page, const char *fmt, ...) PF_PRINTF(2, 3);
/* "   label text", the text wrapped to the columns and hung below its first word. `label` is
 * printed in `ink`, set to end at column `indent`; a longer one pushes the text on. */
void page_item(const struct page *page, int indent, const char *ink, const char *label,
	       const char *text);
/* The bytes on one line, cut with "..." to so many columns. */
void page_words(const struct page *page, struct pf_slice text, int columns);
/* The line of the range, cut around it to fit, with its number, and carets in `ink` under the
 * words; a range that goes on below says until which line. An empty one prints nothing. */
void page_excerpt(const struct page *page, const struct pf_doc *doc, struct pf_range range,
		  const char *ink);

#endif
