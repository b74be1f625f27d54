/*
 * layout.h - paragraphs in a rectangle: wrapped at words.
 *
 * For text that is shown and not edited: briefs, findings, help. (The editor
 * pane wraps by itself, see edit/editor.h, because its rows must map to bytes.)
 */
#ifndef PRFAQ_SURFACE_LAYOUT_H
#define PRFAQ_SURFACE_LAYOUT_H

#include "prfaq/surface/surface.h"

/*
 * Takes the next row of at most `cols` columns off *rest: up to a newline, else up to the last
 * blank that fits, else (a word longer than a row) as many clusters as fit, at least one. The
 * blanks around the break are in neither row. False when *rest is empty.
 */
bool pf_layout_next(struct pf_slice *rest, int cols, struct pf_slice *row);
/* Rows that `text` takes. A final newline adds none; the empty text takes 0. */
int pf_layout_rows(struct pf_slice text, int cols);
/*
 * Puts `text` into `r` from its top and returns the rows it takes in all, which may be more
 * than r.rows: then the rest is left out. `skip` rows are passed over first (scrolling);
 * they count in the result.
 */
int pf_layout_put(struct pf_surface *s, struct pf_rect r, int skip, struct pf_slice text,
		  enum pf_style style);
/* As put with skip 0, the first row led by `lead` ("- ", "Q1 "), the others indented as deep. */
int pf_layout_item(struct pf_surface *s, struct pf_rect r, const char *lead, struct pf_slice text,
		   enum pf_style style);

#endif
