/*
 * rows.h - where each row of the wrapped text begins.
 *
 * One sorted array for the whole text: finding a row is a binary search, its
 * bytes a look-up. An edit wraps again only the rows around it; as soon as a
 * new row begins where an old one did (moved by what the edit added), all rows
 * after it are the old ones, for a row depends on nothing before its start.
 *
 * Invariant: v[0] is 0; a row of its own follows a final newline.
 */
#ifndef PRFAQ_EDIT_ROWS_H
#define PRFAQ_EDIT_ROWS_H

#include "gap.h"

struct pf_rows {
	uint32_t *v; /* offsets of first bytes; NULL: not wrapped yet */
	size_t n, cap;
	int width; /* columns a row may have; at least 1 */
};

void pf_rows_release(struct pf_rows *rows);
/* Wraps the whole text. */
void pf_rows_wrap(struct pf_rows *rows, struct pf_gap *text, int width);
/* Wraps again what the edit touched. `text` is the text after it. */
void pf_rows_edit(struct pf_rows *rows, struct pf_gap *text, uint32_t off, uint32_t removed,
		  uint32_t inserted);
/* The row that holds `off`; at a border the later one. */
size_t pf_rows_of(const struct pf_rows *rows, uint32_t off);
/* One past the last byte of the row, newline included. */
uint32_t pf_rows_end(const struct pf_rows *rows, const struct pf_gap *text, size_t row);
/* True where a line of the text begins: at 0 and after a newline. */
bool pf_rows_first(const struct pf_rows *rows, const struct pf_gap *text, size_t row);

#endif
