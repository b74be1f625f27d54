#include "build.h"

#include <string.h>

#include "prfaq/base/mem.h"

#define NONE PF_DOC_NONE

static void place(struct build *r, uint32_t block, uint32_t begin)
{
	struct pf_block *v = r->doc->blocks.v;

	if (begin < r->at)
		begin = r->at;
	r->at = begin;
	for (uint32_t i = block; i != NONE && v[i].begin == NONE; i = v[i].parent) {
		v[i].begin = v[i].end = begin;
		v[i].line_begin = pf_doc_line_begin(r->doc, &r->lines, begin);
	}
}

static void end_at(struct build *r, uint32_t block, uint32_t end)
{
	struct pf_block *b = &r->doc->blocks.v[block];

	if (end > b->end)
		b->end = end;
	if (b->end > r->at)
		r->at = b->end;
	if (b->parent != NONE && r->doc->blocks.v[b->parent].end < b->end)
		r->doc->blocks.v[b->parent].end = b->end;
}

void build_touch(struct build *r, uint32_t off, uint32_t end, bool code)
{
	if (r->last == NONE) {
		place(r, r->leaf, pf_doc_walk_back(r->doc, r->at, off, code));
		r->last = off;
	}
	if (end > r->last)
		r->last = end;
}

void build_leaf(struct build *r, enum pf_block_kind kind)
{
	r->leaf = pf_doc_add_block(r->doc, kind, r->open);
	r->last = NONE;
	r->spans = r->strong_at = r->em_at = r->em_end = 0;
}

/* A bold run counts where it begins the leaf and ends in it. */
static void settle_strong(const struct pf_doc *doc, struct pf_block *b)
{
	b->strong = b->strong_end > b->begin && b->strong_end <= b->end &&
		    (doc->text[b->begin] == '*' || doc->text[b->begin] == '_');
	if (!b->strong)
		b->strong_end = 0;
}

/* The parser takes "<h1>" for a block, as it should, and "<h2>" to "<h6>" for text. */
static bool is_html_heading(const struct pf_doc *doc, const struct pf_block *b)
{
	const char *text = doc->text + b->begin;

	return b->end - b->begin > 4 && text[0] == '<' && (text[1] == 'h' || text[1] == 'H') &&
	       text[2] >= '2' && text[2] <= '6' && (text[3] == '>' || text[3] == ' ');
}

/* The end of a line leaf is that of the line its last text is on: closing marks belong to it. */
static void close_line_leaf(struct build *r)
{
	struct pf_doc *doc = r->doc;
	struct pf_block *b = &doc->blocks.v[r->leaf];
	uint32_t end;

	if (r->last == NONE) {
		place(r, r->leaf,
		      b->kind == PF_BLOCK_HEADING ? pf_doc_find_hashes(r->doc, r->at)
						  : pf_doc_skip_prefix(doc, r->at));
		r->last = b->begin;
		while (b->kind == PF_BLOCK_HEADING && r->last < doc->len &&
		       doc->text[r->last] == '#')
			b->begin = b->end = ++r->last;
	}
	end = pf_doc_trim_end(doc, b->begin, pf_doc_line_end(doc, r->last));
	if (b->kind == PF_BLOCK_HEADING) {
		uint32_t hash = end;

		while (hash > r->last && doc->text[hash - 1] == '#')
			hash--;
		if (hash < end &&
		    (hash == b->begin || doc->text[hash - 1] == ' ' || doc->text[hash - 1] == '\t'))
			end = pf_doc_trim_end(doc, b->begin, hash);
	}
	end_at(r, r->leaf, end);
	settle_strong(doc, b);
	b->emphasis = r->em_end && r->em_end + 3 >= b->end && r->last == r->em_end;
	if (b->kind == PF_BLOCK_PARAGRAPH && is_html_heading(doc, b))
		pf_doc_read_html(doc, r->leaf);
	else if (b->kind == PF_BLOCK_PARAGRAPH)
		pf_doc_short_table(doc, r->leaf);
	r->leaf = NONE;
}

static void close_cell(struct build *r)
{
	struct pf_doc *doc = r->doc;
	uint32_t stop, begin = r->row_at, end;

	if (r->last != NONE)
		r->row_at = r->last;
	for (stop = r->row_at; stop < r->row_end && doc->text[stop] != '|'; stop++)
		if (doc->text[stop] == '\\' && stop + 1 < r->row_end)
			stop++;
	if (r->last == NONE) {
		/* Rows shorter than the head get cells from the parser that stand nowhere. */
		if (begin >= r->row_end) {
			doc->blocks.n--;
			r->leaf = NONE;
			return;
		}
		while (begin < stop && (doc->text[begin] == ' ' || doc->text[begin] == '\t'))
			begin++;
		place(r, r->leaf, begin);
	}
	end = pf_doc_trim_end(doc, doc->blocks.v[r->leaf].begin, stop);
	end_at(r, r->leaf, end);
	settle_strong(doc, &doc->blocks.v[r->leaf]);
	r->row_at = stop < r->row_end ? stop + 1 : r->row_end;
	r->leaf = NONE;
}

void build_close_leaf(struct build *r)
{
	enum pf_block_kind kind;

	if (r->leaf == NONE)
		return;
	kind = r->doc->blocks.v[r->leaf].kind;
	if (kind == PF_BLOCK_CELL) {
		close_cell(r);
	} else if (kind == PF_BLOCK_CODE || kind == PF_BLOCK_HTML) {
		if (r->last == NONE) {
			place(r, r->leaf, pf_doc_find_line_of(r->doc, r->at, "`~"));
			r->last = r->doc->blocks.v[r->leaf].begin;
		}
		end_at(r, r->leaf,
		       pf_doc_trim_end(r->doc, r->doc->blocks.v[r->leaf].begin, r->last));
		if (kind == PF_BLOCK_HTML)
			pf_doc_read_html(r->doc, r->leaf);
		r->leaf = NONE;
	} else {
		close_line_leaf(r);
	}
}

void build_container(struct build *r, enum pf_block_kind kind)
{
	build_close_leaf(r);
	r->open = pf_doc_add_block(r->doc, kind, r->open);
}

void build_close_container(struct build *r)
{
	uint32_t block = r->open;

	build_close_leaf(r);
	if (r->doc->blocks.v[block].begin == NONE) {
		uint32_t at = pf_doc_skip_prefix(r->doc, r->at);

		/* An empty item: step over its marker, so that the next one finds its own. */
		if (r->doc->blocks.v[block].kind == PF_BLOCK_ITEM)
			while (at < r->doc->len && !strchr(" \t\r\n", r->doc->text[at]))
				at++;
		place(r, block, at);
	}
	end_at(r, block, 0);
	r->open = r->doc->blocks.v[block].parent;
}

/* The head is the line above the first delimiter row; the other rows follow line by line. */
void build_row(struct build *r)
{
	const struct pf_doc *doc = r->doc;
	struct pf_block *row;
	uint32_t at = r->row_number == 0 ? pf_doc_line_begin(doc, &r->lines, r->at)
					 : pf_doc_next_line(doc, r->row_end);

	if (r->row_number == 1)
		at = pf_doc_next_line(doc, at);
	if (r->row_number == 0 && r->at > at)
		at = pf_doc_trim_end(doc, at, r->at) > at ? r->at : at;
	while (r->row_number == 0 && at < doc->len) {
		uint32_t next = pf_doc_next_line(doc, at);

		if (next >= doc->len ||
		    (memchr(doc->text + at, '|', next - at) && pf_doc_is_delimiter(doc, next)))
			break;
		at = next;
	}
	build_container(r, PF_BLOCK_ROW);
	row = &r->doc->blocks.v[r->open];
	row->number = r->row_number++;
	r->row_end = pf_doc_line_end(doc, at < doc->len ? at : doc->len);
	while (at < r->row_end && strchr(" \t>", doc->text[at]))
		at++;
	r->row_at = at < r->row_end && doc->text[at] == '|' ? at + 1 : at;
}

void build_item(struct build *r)
{
	struct build_list *list = &r->lists.v[r->lists.n - 1];
	struct pf_block *b;

	build_container(r, PF_BLOCK_ITEM);
	b = &r->doc->blocks.v[r->open];
	b->level = ++r->depth;
	b->number = list->next;
	if (list->next)
		list->next++;
}

void build_list(struct build *r, uint32_t start)
{
	build_container(r, PF_BLOCK_LIST);
	*PF_PUSH(&r->lists) = (struct build_list){start};
}

void build_cell(struct build *r)
{
	uint32_t column = 0, row = r->open;

	for (uint32_t i = (uint32_t)r->doc->blocks.n - 1; i != row; i--)
		if (r->doc->blocks.v[i].kind == PF_BLOCK_CELL) {
			column = r->doc->blocks.v[i].number + 1;
			break;
		}
	build_leaf(r, PF_BLOCK_CELL);
	r->doc->blocks.v[r->leaf].number = column;
}

void build_rule(struct build *r)
{
	build_close_leaf(r);
	build_leaf(r, PF_BLOCK_RULE);
	place(r, r->leaf, pf_doc_find_line_of(r->doc, r->at, "*-_"));
	end_at(r, r->leaf, pf_doc_trim_end(r->doc, r->at, pf_doc_line_end(r->doc, r->at)));
	r->leaf = NONE;
}

void build_note_top(struct build *r)
{
	if (r->open != NONE)
		return;
	build_close_leaf(r);
	r->top = (uint32_t)r->doc->blocks.n;
	r->top_at = r->at;
	r->top_seen = r->doc->seen.n;
}
