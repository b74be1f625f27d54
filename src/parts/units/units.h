/*
 * units.h - between the three that cut a draft into units: marks.c reads what
 * a line opens with, paragraph.c says where a paragraph is cut, units.c cuts.
 */
#ifndef PRFAQ_SRC_PARTS_UNITS_H
#define PRFAQ_SRC_PARTS_UNITS_H

#include <string.h>

#include "find.h"

/*
 * marks.c: what stands at byte `at`, or opens with token `first`; nothing is read at or past `stop`
 * or `last`. An empty range, 0 or false is "no such thing".
 */
bool pf_is_bold_mark(const char *p); /* "**" or "__" */
/* Bytes of "<b>", or of "</b>". */
uint32_t pf_bold_tag(const struct pf_find *f, uint32_t at, uint32_t stop, bool closes);
/* "*Why no chat?*", without its marks. */
struct pf_range pf_italic_question_at(const struct pf_find *f, uint32_t at, uint32_t stop);
bool pf_ends_in(const struct pf_find *f, uint32_t first, uint32_t last, char sign);
/* The byte where the line of a token begins. */
uint32_t pf_line_head(const struct pf_find *f, uint32_t token, uint32_t floor);
/* Nothing but the name of a part. */
bool pf_is_short_label(const struct pf_find *f, uint32_t first, uint32_t last);
/* Fills what the unit says and where its own text begins. */
void pf_unit_read_label(struct pf_find *f, struct pf_unit *u);

/* Text copied from a page set in lines has no blank lines left: what ends short, ended. */
struct pf_set_lines {
	uint32_t lines, widest; /* bytes */
};

/* paragraph.c: what one needs to know of a paragraph to see where it is cut. */
struct pf_paragraph {
	uint32_t first, last; /* tokens; first: of the unit that is open */
	uint32_t begin;       /* byte */
	struct pf_set_lines lines;
	bool questions, runs_on;
	bool faq; /* of one that runs on: "FAQ:" has been met */
	bool quoted;
};

struct pf_paragraph pf_paragraph_read(const struct pf_find *f, uint32_t block, bool quoted);
/* Does token i, none that was asked about before, open a unit? It is the first of its line, unless
 * p->runs_on. Who cuts there sets p->first. */
bool pf_paragraph_cuts(const struct pf_find *f, struct pf_paragraph *p, uint32_t i);
/* Does the line of the token begin with ">"? */
bool pf_has_quote_mark(const struct pf_find *f, uint32_t i);

#endif
