/*
 * build.h - the blocks of a document, built as a parser says that one begins or ends.
 *
 * Of a place the parser only tells where text stands. From that: a leaf begins
 * at its first text (walked back over inline markup) and ends with the line of
 * its last one; a container spans what it holds; what has no text (an empty
 * cell or item, a rule) is placed by a scan forward from `at`, which never goes
 * back, so that all of it stays linear.
 */
#ifndef PRFAQ_SRC_DOC_BUILD_H
#define PRFAQ_SRC_DOC_BUILD_H

#include "reader.h"

struct build_list {
	uint32_t next; /* ordinal of the next item; 0 for bullets */
};

struct build {
	struct pf_doc *doc;
	const char *base; /* what the parser reads: the text, or a copy without fences or bombs */
	uint32_t from;    /* its offset in the text */
	uint32_t at;      /* everything before it has been placed */
	struct pf_line_walk lines;
	uint32_t open;    /* innermost open container, or PF_DOC_NONE */
	uint32_t leaf;    /* open leaf, or PF_DOC_NONE */
	uint32_t last;    /* end of the last text in the leaf; PF_DOC_NONE before the first */
	uint32_t row_at;  /* where the next cell of the open row begins */
	uint32_t row_end; /* end of that row's line */
	uint32_t row_number;
	uint32_t depth;     /* open items */
	uint32_t top;       /* blocks before the open top-level block */
	uint32_t top_at;    /* where that begins */
	size_t top_seen;    /* what had been seen before it */
	uint32_t spans;     /* open spans in the leaf */
	uint32_t strong_at; /* depth of the bold run the leaf begins with; 0 for none */
	uint32_t em_at;     /* likewise, italic */
	uint32_t em_end;    /* end of its text */
	uint64_t budget;    /* blocks left before the text is called a bomb */
	struct {
		struct build_list *v;
		size_t n, cap;
	} lists;
};

/* Opens a leaf, with none open; its index is in r->leaf. Text [off, end) is of the open leaf. */
void build_leaf(struct build *r, enum pf_block_kind kind);
void build_touch(struct build *r, uint32_t off, uint32_t end, bool code);
void build_close_leaf(struct build *r); /* nothing when none is open */
/* A cell of the open row; likewise. */
void build_cell(struct build *r);
/* A leaf without a text; closes the one that is open, as all below do. */
void build_rule(struct build *r);

void build_container(struct build *r, enum pf_block_kind kind);
void build_list(struct build *r, uint32_t start); /* of its first item; 0 for bullets */
void build_item(struct build *r);
void build_row(struct build *r);
void build_close_container(struct build *r);

/* Before each block: at the top, where the reading could go on in another way is kept. */
void build_note_top(struct build *r);

#endif
