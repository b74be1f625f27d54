/*
 * paint.h - what several screens draw: bars, panes, lists, long texts.
 */
#ifndef SRC_APP_PAINT_H
#define SRC_APP_PAINT_H

#include "prfaq/app/keymap.h"
#include "prfaq/edit/editor.h"
#include "prfaq/surface/layout.h"
#include "prfaq/surface/surface.h"

/* The keys that are good in `where`, as many as fit, on the row. */
void paint_key_bar(struct pf_surface *s, int row, uint32_t where);

/* A row in one style, with a line of text a blank from its edge. */
void paint_bar(struct pf_surface *s, int row, enum pf_style style, const char *fmt, ...)
	PF_PRINTF(4, 5);

/* A box, in PF_STYLE_FOCUS when it has the keys; returns its inside. Under 5 rows or 12 columns
 * there is no room for a frame: a title row alone. */
struct pf_rect paint_box(struct pf_surface *s, struct pf_rect r, const char *title, bool focus);

/* Says on the frame of a box that there is more than fits; nothing where it has no frame. */
void paint_more(struct pf_surface *s, struct pf_rect box);

/* The editor's viewport; sets the cursor when `focus`. Gives the editor its size: the one thing
 * of the view that depends on the screen. `highlight` is a range shown as found; may be empty. */
void paint_editor(struct pf_surface *s, struct pf_rect r, struct pf_editor *ed, bool focus,
		  struct pf_range highlight);

/*
 * A long text with simple marks, one line each: "# " heading, "- " item, "> " quote, "? " the
 * interviewer, "! " bad, "+ " good, "~ " warn, "| " as it is (tables), "_ " a label,
 * padded, and after a tab the text beside it, "@ " a left and, after a tab, a right part; all else
 * a paragraph. Two blanks before any of them: it belongs to the line above. Returns the rows it
 * takes in all; `skip` rows are passed over first (less than 0: it begins so much lower).
 */
int paint_text(struct pf_surface *s, struct pf_rect r, int skip, struct pf_slice text);

/* Several texts, one below the other. They are borrowed. */
struct page {
	struct page_part {
		struct pf_slice text;
		bool markdown; /* a draft, a model answer, the guide; else with the marks above */
		struct pf_range
			cited; /* Markdown: these bytes of `text` are marked; may be empty */
	} parts[4];
	int n;
};
int paint_page(struct pf_surface *s, struct pf_rect r, int skip, const struct page *page);
/* The row on which the cited words begin, at this width; 0 when nothing is cited. */
int page_cited_row(const struct page *page, int cols);

/* The middle of a wide screen: lines one can read. */
struct pf_rect reading_column(struct pf_rect r);

/* Appends each line of a text as a quote: none of its own signs is taken for a mark. */
void quote_text(struct pf_buf *out, struct pf_slice text);

#endif
