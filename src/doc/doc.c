#include "prfaq/doc/doc.h"

#include <assert.h>
#include <string.h>

#include "prfaq/base/bound.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"
#include "reader.h"

static struct pf_doc *doc_make(struct pf_slice text)
{
	struct pf_doc *doc = pf_xcalloc(1, sizeof(*doc));

	doc->text = pf_xslicedup(text);
	doc->len = (uint32_t)text.len;
	doc->lines = pf_xcalloc(1, sizeof(*doc->lines));
	return doc;
}

static bool is_leaf(const struct pf_block *b)
{
	return b->kind != PF_BLOCK_LIST && b->kind != PF_BLOCK_ITEM && b->kind != PF_BLOCK_QUOTE &&
	       b->kind != PF_BLOCK_TABLE && b->kind != PF_BLOCK_ROW;
}

static void scan_tokens(struct pf_doc *doc)
{
	struct pf_range *ranges = pf_xmalloc((doc->masks.n + 1) * sizeof(*ranges));
	uint32_t *breaks = pf_xmalloc((doc->blocks.n + 1) * sizeof(*breaks));
	size_t n = 0;

	for (size_t i = 0; i < doc->masks.n; i++)
		ranges[i] = (struct pf_range){doc->masks.v[i].begin, doc->masks.v[i].end};
	for (size_t i = 0; i < doc->blocks.n; i++)
		if (is_leaf(&doc->blocks.v[i]))
			breaks[n++] = doc->blocks.v[i].begin;
	pf_tokens_scan(&doc->tokens, pf_doc_text(doc), ranges, doc->masks.n, breaks, n);
	pf_tokens_number(&doc->tokens);
	free(ranges);
	free(breaks);
}

static void finish(struct pf_doc *doc, uint32_t front_matter)
{
	pf_doc_mask(doc, front_matter);
	free(doc->seen.v);
	doc->seen = (struct pf_doc_seen){0};
	pf_signposts_put(&doc->blocks_at, doc->blocks.v, doc->blocks.n, sizeof(struct pf_block),
			 offsetof(struct pf_block, begin));
	scan_tokens(doc);
}

static enum pf_status check_size(struct pf_slice text, struct pf_error *err)
{
	if (text.len <= PF_DOC_MAX_BYTES)
		return PF_OK;
	return pf_error_set(err, PF_ERR_TOO_BIG, "a draft of %zu bytes; at most %u are read",
			    text.len, PF_DOC_MAX_BYTES);
}

enum pf_status pf_doc_new(struct pf_doc **out, struct pf_slice text, struct pf_error *err)
{
	enum pf_status status = check_size(text, err);
	uint32_t front;

	*out = NULL;
	if (status != PF_OK)
		return status;
	*out = doc_make(text);
	front = pf_doc_front_matter(pf_doc_text(*out));
	if (front) {
		uint32_t at = pf_doc_add_block(*out, PF_BLOCK_FRONT_MATTER, PF_DOC_NONE);
		struct pf_block *b = &(*out)->blocks.v[at];

		b->begin = b->line_begin = 0;
		b->end = pf_doc_trim_end(*out, 0, front);
	}
	if (!front)
		front = pf_doc_mark(pf_doc_text(*out));
	pf_doc_read_markdown(*out, front);
	finish(*out, front);
	return PF_OK;
}

enum pf_status pf_doc_new_plain(struct pf_doc **out, struct pf_slice text, struct pf_error *err)
{
	enum pf_status status = check_size(text, err);

	*out = NULL;
	if (status != PF_OK)
		return status;
	*out = doc_make(text);
	pf_doc_read_plain(*out, pf_doc_mark(pf_doc_text(*out)), true);
	finish(*out, 0);
	return PF_OK;
}

void pf_doc_free(struct pf_doc *doc)
{
	if (!doc)
		return;
	free(doc->text);
	free(doc->blocks.v);
	free(doc->seen.v);
	free(doc->masks.v);
	pf_signposts_release(&doc->blocks_at);
	pf_tokens_release(&doc->tokens);
	free(doc->lines->v);
	free(doc->lines);
	free(doc);
}

struct pf_slice pf_doc_text(const struct pf_doc *doc)
{
	return pf_slice_make(doc->text, doc->len);
}

const struct pf_block *pf_doc_blocks(const struct pf_doc *doc, size_t *n)
{
	*n = doc->blocks.n;
	return doc->blocks.v;
}

const struct pf_mask *pf_doc_masks(const struct pf_doc *doc, size_t *n)
{
	*n = doc->masks.n;
	return doc->masks.v;
}

const struct pf_tokens *pf_doc_tokens(const struct pf_doc *doc)
{
	return &doc->tokens;
}

uint32_t pf_doc_block_at(const struct pf_doc *doc, uint32_t off)
{
	const struct pf_block *v = doc->blocks.v;
	size_t low = pf_signposts_from(&doc->blocks_at, off);
	size_t high = pf_signposts_to(&doc->blocks_at, off);
	uint32_t at;

	/* A thousand quotes in each other may all begin at one byte. */
	low += PF_LOWER_BOUND(v + low, high - low, begin, off + 1);
	if (!low)
		return PF_DOC_NONE;
	at = (uint32_t)low - 1;
	while (at != PF_DOC_NONE && off >= v[at].end)
		at = v[at].parent;
	return at;
}

uint32_t pf_doc_within(const struct pf_doc *doc, uint32_t off, enum pf_block_kind kind)
{
	uint32_t block = pf_doc_block_at(doc, off);

	while (block != PF_DOC_NONE && doc->blocks.v[block].kind != kind)
		block = doc->blocks.v[block].parent;
	return block;
}

static const struct pf_doc_lines *lines_of(const struct pf_doc *doc)
{
	struct pf_doc_lines *lines = doc->lines;
	const char *p = doc->text, *end = doc->text + doc->len;

	if (lines->n)
		return lines;
	*PF_PUSH(lines) = 0;
	while ((p = memchr(p, '\n', (size_t)(end - p)))) {
		p++;
		*PF_PUSH(lines) = (uint32_t)(p - doc->text);
	}
	lines->last_line = lines->last_column = 1;
	return lines;
}

struct pf_place pf_doc_place(const struct pf_doc *doc, uint32_t off)
{
	struct pf_doc_lines *cache = doc->lines;
	const struct pf_doc_lines *lines = lines_of(doc);
	uint32_t line, from, column = 1;

	assert(off <= doc->len);
	line = (uint32_t)pf_lower_bound(lines->v, lines->n, sizeof(*lines->v), off + 1);
	from = lines->v[line - 1];
	if (line == cache->last_line && cache->last_off <= off) {
		from = cache->last_off;
		column = cache->last_column;
	}
	column += (uint32_t)pf_utf8_count(pf_slice_cut(pf_doc_text(doc), from, off));
	cache->last_off = off;
	cache->last_line = line;
	cache->last_column = column;
	return (struct pf_place){line, column};
}

struct pf_range pf_doc_line(const struct pf_doc *doc, uint32_t line)
{
	const struct pf_doc_lines *lines = lines_of(doc);
	uint32_t begin;

	assert(line >= 1 && line <= lines->n);
	begin = lines->v[line - 1];
	return (struct pf_range){begin, pf_doc_line_end(doc, begin)};
}

uint32_t pf_doc_lines(const struct pf_doc *doc)
{
	return (uint32_t)lines_of(doc)->n;
}
