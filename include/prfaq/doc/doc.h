/*
 * doc.h - a Markdown draft as byte ranges: blocks, masks, lines, tokens.
 *
 * A document owns a copy of its text. Blocks are ranges into it, never
 * pointers, so they can be stored with an attempt and compared with a later
 * one. Bytes are never changed: invalid UTF-8, CRLF and Google-Docs escapes
 * ("\-") stay as they are; the adapter only says what is what.
 */
#ifndef PRFAQ_DOC_DOC_H
#define PRFAQ_DOC_DOC_H

#include "prfaq/base/error.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"
#include "prfaq/text/token.h"

#define PF_DOC_MAX_BYTES (16u << 20)
#define PF_DOC_NONE      UINT32_MAX

enum pf_block_kind {
	PF_BLOCK_HEADING,   /* ATX or setext; level 1 to 6 */
	PF_BLOCK_PARAGRAPH, /* also the text of a tight list item */
	PF_BLOCK_LIST,      /* container */
	PF_BLOCK_ITEM,  /* container; level = depth from 1; number = its ordinal, 0 for bullets */
	PF_BLOCK_QUOTE, /* container */
	PF_BLOCK_TABLE, /* container */
	PF_BLOCK_ROW,   /* container; number = 0 for the header row, from 1 on for the others */
	PF_BLOCK_CELL,  /* number = column from 0 */
	PF_BLOCK_CODE,  /* fenced; indented text is prose, as people mean it in a draft */
	PF_BLOCK_HTML,
	PF_BLOCK_RULE,
	PF_BLOCK_FRONT_MATTER, /* "---" YAML "---" at the very start */
} PF_BYTE;

/* Blocks are in order of begin, a container before what it holds. */
struct pf_block {
	enum pf_block_kind kind;
	bool strong;   /* leaf that begins with a bold run: a label, a run-in, or all of it */
	bool emphasis; /* all of the leaf is one italic run */
	uint32_t level;
	uint32_t number;
	uint32_t parent; /* index of the container, PF_DOC_NONE at the top */
	/* text without the marker ("## ", "- ", "| "), trailing blanks trimmed */
	uint32_t begin, end;
	uint32_t line_begin; /* first byte of the line it begins on, behind a byte order mark */
	uint32_t strong_end; /* end of the bold run's text (markers excluded); 0 when not strong */
};

enum pf_mask_kind {
	PF_MASK_CODE = 1, /* code spans, fenced code with its fences */
	PF_MASK_URL,      /* bare URLs, autolinks, link targets, image targets */
	PF_MASK_HTML,     /* tags, comments, HTML blocks */
	PF_MASK_FRONT_MATTER,
	PF_MASK_MARKUP, /* heading hashes, list markers, table pipes, emphasis marks, escapes'
			   backslashes */
};

struct pf_mask {
	uint32_t begin, end;
	enum pf_mask_kind kind;
};

struct pf_doc; /* opaque */

/*
 * Copies `text` and reads it. The caller owns *out, which is NULL on failure:
 * PF_ERR_TOO_BIG over PF_DOC_MAX_BYTES, nothing else. Linear in the text, on
 * hostile Markdown too (deep nesting, wide tables, one long line).
 */
PF_MUST_USE enum pf_status pf_doc_new(struct pf_doc **out, struct pf_slice text,
				      struct pf_error *err);
/* The text as plain lines: no Markdown, no masks but URLs, one block a line. Else the same. */
PF_MUST_USE enum pf_status pf_doc_new_plain(struct pf_doc **out, struct pf_slice text,
					    struct pf_error *err);
void pf_doc_free(struct pf_doc *doc); /* NULL is allowed */

/* All of these are the document's and live as long as it. */
struct pf_slice pf_doc_text(const struct pf_doc *doc);
const struct pf_block *pf_doc_blocks(const struct pf_doc *doc, size_t *n);
const struct pf_mask *pf_doc_masks(const struct pf_doc *doc, size_t *n); /* sorted, disjoint */
/* The token stream, with everything masked left out and a break at each leaf block. */
const struct pf_tokens *pf_doc_tokens(const struct pf_doc *doc);
/* Innermost block that holds the byte, or PF_DOC_NONE. O(depth). */
uint32_t pf_doc_block_at(const struct pf_doc *doc, uint32_t off);
/* Innermost block of that kind that holds the byte, or PF_DOC_NONE. */
uint32_t pf_doc_within(const struct pf_doc *doc, uint32_t off, enum pf_block_kind kind);

/* 1-based line, and 1-based column in code points, of a byte offset (<= length). */
struct pf_place {
	uint32_t line;
	uint32_t column;
};
struct pf_place pf_doc_place(const struct pf_doc *doc, uint32_t off);
/* The line's bytes, without its end; line from 1 to pf_doc_lines. */
struct pf_range pf_doc_line(const struct pf_doc *doc, uint32_t line);
uint32_t pf_doc_lines(const struct pf_doc *doc);

#endif
