/*
 * reader.h - what the sources of this layer share; nobody else sees it.
 *
 * A reader (Markdown or plain) fills `blocks` and `seen`; pf_doc_mask turns
 * `seen` into masks: whatever was not seen as prose is one.
 */
#ifndef PRFAQ_SRC_DOC_READER_H
#define PRFAQ_SRC_DOC_READER_H

#include "prfaq/base/signposts.h"
#include "prfaq/doc/doc.h"

struct pf_doc_blocks {
	struct pf_block *v;
	size_t n, cap;
};

/* Stretches the reader gave a meaning to, in order, disjoint. kind 0 is prose. */
struct pf_doc_seen {
	struct pf_mask *v;
	size_t n, cap;
};

struct pf_doc_masks {
	struct pf_mask *v;
	size_t n, cap;
};

/* Made at the first question about a line; `last` makes questions in order cheap on one long line.
 */
struct pf_doc_lines {
	uint32_t *v; /* where each line begins */
	size_t n, cap;
	uint32_t last_off, last_line, last_column;
};

struct pf_doc {
	char *text;
	uint32_t len;
	struct pf_doc_blocks blocks;
	struct pf_signposts blocks_at;
	struct pf_doc_seen seen; /* released once the masks are made */
	struct pf_doc_masks masks;
	struct pf_tokens tokens;
	struct pf_doc_lines *lines; /* behind a pointer: filled through a const doc */
};

/* Bytes of the byte order mark that some editors put first. */
uint32_t pf_doc_mark(struct pf_slice text);
/* Bytes of front matter at the start, with its closing line's end; 0 when there is none. */
uint32_t pf_doc_front_matter(struct pf_slice text);
/* Reads doc->text from `from` as Markdown into blocks and seen. */
void pf_doc_read_markdown(struct pf_doc *doc, uint32_t from);
/* A copy of the same length in which paragraphs full of "[" hold "(" instead, which the caller
 * frees; NULL when none is. */
char *pf_doc_defuse(struct pf_slice text);
/* A copy of the same length in which the lines that fence in prose are blank, which the caller
 * frees; NULL unless most of the words are fenced in. */
char *pf_doc_unfence(struct pf_slice text);
/* A copy of the same length in which a table ends above a heading that follows it at once, which
 * the caller frees; NULL when none does. */
char *pf_doc_end_tables(struct pf_slice text);
/* Appends the text from `from` as paragraphs: split at blank lines, or at every line. */
void pf_doc_read_plain(struct pf_doc *doc, uint32_t from, bool every_line);
/* Appends a block that begins on the line of `begin`; returns its index. */
uint32_t pf_doc_add_block(struct pf_doc *doc, enum pf_block_kind kind, uint32_t parent);
/* A paragraph whose second line is a delimiter row too short for the parser ("|-|-|"):
 * turns it into a table in place and takes its pipes out of `seen`. */
void pf_doc_short_table(struct pf_doc *doc, uint32_t paragraph);
/* Turns the HTML block, the last one there is, into the blocks its tags make of its text; without a
 * text it stays as it is. */
void pf_doc_read_html(struct pf_doc *doc, uint32_t block);
/* Makes masks of everything that is not prose, bare URLs included. */
void pf_doc_mask(struct pf_doc *doc, uint32_t front_matter);

/* find.c: the begin of the next line; the length when there is none. */
uint32_t pf_doc_next_line(const struct pf_doc *doc, uint32_t off);
/* Where the line of `off` begins. Places are asked for in order: no byte is looked at twice, on one
 * long line either. */
struct pf_line_walk {
	uint32_t line;   /* begin of the line that holds `looked` */
	uint32_t looked; /* how far line ends have been looked for */
};
uint32_t pf_doc_line_begin(const struct pf_doc *doc, struct pf_line_walk *walk, uint32_t off);
/* First byte that is neither blank nor a quote's ">" from `off` on. */
uint32_t pf_doc_skip_prefix(const struct pf_doc *doc, uint32_t off);
/* The begin of the rule or fence of these signs on the first line from `from` that is one. */
uint32_t pf_doc_find_line_of(const struct pf_doc *doc, uint32_t from, const char *signs);
/* Where an empty heading's "#" stands. */
uint32_t pf_doc_find_hashes(const struct pf_doc *doc, uint32_t from);
/* Back from the first text of a leaf, at `off`, over the marks that open spans, links and images
 * there; never past `floor`. */
uint32_t pf_doc_walk_back(const struct pf_doc *doc, uint32_t floor, uint32_t off, bool code);
/* Is the line from `at` a table's "|---|:--|"? */
bool pf_doc_is_delimiter(const struct pf_doc *doc, uint32_t at);

/* End of the line that holds `off`, without "\n" or "\r\n". */
uint32_t pf_doc_line_end(const struct pf_doc *doc, uint32_t off);
uint32_t pf_doc_trim_end(const struct pf_doc *doc, uint32_t begin, uint32_t end);

#endif
