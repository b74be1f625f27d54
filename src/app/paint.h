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

/* One line of `text` in a style, the rest of the row filled with it. */
void paint_bar(struct pf_surface *s, int row, enum pf_style style, struct pf_slice text);

/* A box, in PF_STYLE_FOCUS when it has the keys; returns its inside. Under 5 rows or 12 columns
 * there is no room for a frame: a title row alone. */
struct pf_rect paint_box(struct pf_surface *s, struct pf_rect r, const char *title, bool focus);

/* The editor's viewport; sets the cursor when `focus`. Gives the editor its size: the one thing
 * of the view that depends on the screen. `highlight` is a range shown as found; may be empty. */
void paint_editor(struct pf_surface *s, struct pf_rect r, struct pf_editor *ed, bool focus,
		  struct pf_range highlight);

/*
 * A long text with simple marks, one line each: "# " heading, "- " item, "> " quote, "? " the
 * interviewer, "! " bad, "+ " good, "~ " warn, "| " as it is (tables); all else a paragraph.
 * Returns the rows it takes in all; `skip` rows are passed over first.
 */
int paint_text(struct pf_surface *s, struct pf_rect r, int skip, struct pf_slice text);

/* Appends prose that was wrapped in its file as paragraphs, one a line: a single line end becomes
 * a blank, an empty line stays. */
void flow_text(struct pf_buf *out, struct pf_slice text);

#endif
