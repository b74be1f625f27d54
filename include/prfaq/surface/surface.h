/*
 * surface.h - a grid of cells and a cursor: what a screen is before it is sent.
 *
 * Painting writes cells and nothing else, so a screen can be a text file in a
 * test, a picture in the README or bytes for a terminal. Rows and columns count
 * from 0. Drawing outside the clip rectangle is left out, never an error: any
 * row, column or size may be given, also negative ones.
 *
 * Invariant: every cell is a spacing character, or the right half of a wide
 * one; a wide character is never cut: where it would be, blanks stand.
 */
#ifndef PRFAQ_SURFACE_SURFACE_H
#define PRFAQ_SURFACE_SURFACE_H

#include <stdbool.h>
#include <stdint.h>

#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"
#include "prfaq/surface/style.h"

#define PF_CELL_MARKS 4

struct pf_cell {
	uint32_t rune; /* the spacing character; 0 in the right half of a wide one */
	uint32_t marks[PF_CELL_MARKS]; /* combining marks, joiners, selectors; 0 ends them */
	uint8_t width;                 /* 1 or 2; 0 in the right half of a wide one */
	uint8_t style;                 /* enum pf_style */
};

struct pf_rect {
	int row, col;
	int rows, cols; /* <= 0: nothing */
};

struct pf_rect pf_rect_make(int row, int col, int rows, int cols);
struct pf_rect pf_rect_cut(struct pf_rect a, struct pf_rect b); /* what both share */
/* `r` less `by` cells on each side: the inside of a box is pf_rect_inset(r, 1). */
struct pf_rect pf_rect_inset(struct pf_rect r, int by);
bool pf_rect_has(struct pf_rect r, int row, int col);
/* Cuts the first `rows` rows (or, with take_left, columns) off *r and returns them; fewer when
 * there are fewer. What is left stays in *r. With a negative number: off the other end. */
struct pf_rect pf_rect_take_top(struct pf_rect *r, int rows);
struct pf_rect pf_rect_take_left(struct pf_rect *r, int cols);

struct pf_surface {
	struct pf_cell *cells; /* rows * cols, row by row */
	int rows, cols;
	int cursor_row, cursor_col;
	bool cursor_shown;
	struct pf_rect clip; /* set by pf_surface_clip only */
};

/* All blanks in PF_STYLE_PLAIN. rows and cols are held between 1 and 4096. */
void pf_surface_init(struct pf_surface *s, int rows, int cols);
void pf_surface_release(struct pf_surface *s); /* of a zeroed one: nothing */
/* As init, keeping the memory where it can; the old content is gone. */
void pf_surface_resize(struct pf_surface *s, int rows, int cols);
/* Blanks, no cursor, no clip. */
void pf_surface_clear(struct pf_surface *s);
struct pf_rect pf_surface_bounds(const struct pf_surface *s);
/* From here on drawing is left out outside `r`. Returns the clip of before, to be put back. */
struct pf_rect pf_surface_clip(struct pf_surface *s, struct pf_rect r);
/* Never NULL; asserts that the place is on the surface. */
const struct pf_cell *pf_surface_at(const struct pf_surface *s, int row, int col);

/*
 * Puts `text` on one row and returns the columns it takes, also where it was clipped. Each
 * cluster takes pf_utf8_cluster_columns(); a tab is blanks. What must not reach a terminal
 * (pf_utf8_is_hostile, newline, invalid bytes) becomes one visible sign in PF_STYLE_MARK: a
 * control picture for C0 and DEL, U+FFFD for all else.
 */
int pf_surface_put(struct pf_surface *s, int row, int col, struct pf_slice text,
		   enum pf_style style);
int pf_surface_puts(struct pf_surface *s, int row, int col, const char *text, enum pf_style style);
int pf_surface_printf(struct pf_surface *s, int row, int col, enum pf_style style, const char *fmt,
		      ...) PF_PRINTF(5, 6);
/* As put, in at most `cols` columns: longer text is cut and ends in "…". */
int pf_surface_put_cut(struct pf_surface *s, int row, int col, int cols, struct pf_slice text,
		       enum pf_style style);
/* Columns that pf_surface_put would take. */
int pf_surface_columns(struct pf_slice text);

/* Every cell of `r` becomes `rune`, which is printable and one column wide. */
void pf_surface_fill(struct pf_surface *s, struct pf_rect r, uint32_t rune, enum pf_style style);
/* The text stays, the style changes. */
void pf_surface_tint(struct pf_surface *s, struct pf_rect r, enum pf_style style);
/* A frame along the inside edge of `r`, with `title` (may be empty) in its upper edge. */
void pf_surface_box(struct pf_surface *s, struct pf_rect r, struct pf_slice title,
		    enum pf_style style);
/* Shows the cursor; hides it when the place is outside the clip. */
void pf_surface_cursor(struct pf_surface *s, int row, int col);

/* The first cells of `row` that differ: [*begin, *end) is the smallest range of columns that
 * holds all differences, widened so that no wide character is cut on either surface. False
 * when the row is the same. Both have the same size. */
bool pf_surface_diff_row(const struct pf_surface *a, const struct pf_surface *b, int row,
			 int *begin, int *end);

#endif
