/*
 * dump.h - a surface as text and as a picture.
 */
#ifndef PRFAQ_SURFACE_DUMP_H
#define PRFAQ_SURFACE_DUMP_H

#include "prfaq/base/buf.h"
#include "prfaq/surface/surface.h"

/* Appends one line a row in UTF-8, trailing blanks left out. */
void pf_dump_text(const struct pf_surface *s, struct pf_buf *out);
/* Appends one line a row: the letter of each cell's style (PF_STYLES), trailing '.' left out. */
void pf_dump_styles(const struct pf_surface *s, struct pf_buf *out);
/*
 * Appends a whole SVG file: monospaced, colours from the style table. `title` is drawn in a
 * title bar; NULL for none. Always well-formed XML, whatever the cells hold.
 */
void pf_dump_svg(const struct pf_surface *s, const char *title, struct pf_buf *out);

#endif
