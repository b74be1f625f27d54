/*
 * md4c gives no positions, but its text callbacks point into the bytes it was
 * given. From those: a leaf begins at its first text (walked back over inline
 * markup) and ends with the line of its last one; a container spans what it
 * holds; what has no text (an empty cell or item, a rule) is placed by a scan
 * forward from `at`, which never goes back, so that all of it stays linear.
 */
#include <assert.h>
#include <md4c.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "reader.h"

#define NONE PF_DOC_NONE

struct list {
	uint32_t next; /* ordinal of the next item; 0 for bullets */
};

struct reader {
	struct pf_doc *doc;
	const char *base; /* what the parser reads: the text, or a copy without fences or bombs */
	uint32_t from;    /* its offset in the text */
	uint32_t at;      /* everything before it has been placed */
	uint32_t line;    /* begin of the line that holds `looked` */
	uint32_t looked;  /* how far line ends have been looked for */
	uint32_t open;    /* innermost open container, or NONE */
	uint32_t leaf;    /* open leaf, or NONE */
	uint32_t last;    /* end of the last text in the leaf; NONE before the first */
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
		struct list *v;
		size_t n, cap;
	} lists;
};

/* Places are asked for in order: no byte is looked at twice, on one long line either. */
static uint32_t line_begin(struct reader *r, uint32_t off)
{
	const char *text = r->doc->text, *nl;

	while (r->looked < off && (nl = memchr(text + r->looked, '\n', off - r->looked)))
		r->line = r->looked = (uint32_t)(nl - text) + 1;
	r->looked = off > r->looked ? off : r->looked;
	return r->line;
}

static void place(struct reader *r, uint32_t block, uint32_t begin)
{
	struct pf_block *v = r->doc->blocks.v;

	if (begin < r->at)
		begin = r->at;
	r->at = begin;
	for (uint32_t i = block; i != NONE && v[i].begin == NONE; i = v[i].parent) {
		v[i].begin = v[i].end = begin;
		v[i].line_begin = line_begin(r, begin);
	}
}

static void end_at(struct reader *r, uint32_t block, uint32_t end)
{
	struct pf_block *b = &r->doc->blocks.v[block];

	if (end > b->end)
		b->end = end;
	if (b->end > r->at)
		r->at = b->end;
	if (b->parent != NONE && r->doc->blocks.v[b->parent].end < b->end)
		r->doc->blocks.v[b->parent].end = b->end;
}

static bool inside(const struct reader *r, const char *p, size_t n)
{
	uintptr_t a = (uintptr_t)p, base = (uintptr_t)r->base;

	return p && a >= base && a + n <= base + (r->doc->len - r->from);
}

static void touch(struct reader *r, uint32_t off, uint32_t end, bool code)
{
	if (r->last == NONE) {
		place(r, r->leaf, pf_doc_walk_back(r->doc, r->at, off, code));
		r->last = off;
	}
	if (end > r->last)
		r->last = end;
}

static uint32_t open_leaf(struct reader *r, enum pf_block_kind kind)
{
	r->leaf = pf_doc_add_block(r->doc, kind, r->open);
	r->last = NONE;
	r->spans = r->strong_at = r->em_at = r->em_end = 0;
	return r->leaf;
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
static void close_line_leaf(struct reader *r)
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

static void close_cell(struct reader *r)
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

static void close_leaf(struct reader *r)
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

static void open_container(struct reader *r, enum pf_block_kind kind)
{
	close_leaf(r);
	r->open = pf_doc_add_block(r->doc, kind, r->open);
}

static void close_container(struct reader *r)
{
	uint32_t block = r->open;

	close_leaf(r);
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
static void open_row(struct reader *r)
{
	const struct pf_doc *doc = r->doc;
	struct pf_block *row;
	uint32_t at = r->row_number == 0 ? line_begin(r, r->at) : pf_doc_next_line(doc, r->row_end);

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
	open_container(r, PF_BLOCK_ROW);
	row = &r->doc->blocks.v[r->open];
	row->number = r->row_number++;
	r->row_end = pf_doc_line_end(doc, at < doc->len ? at : doc->len);
	while (at < r->row_end && strchr(" \t>", doc->text[at]))
		at++;
	r->row_at = at < r->row_end && doc->text[at] == '|' ? at + 1 : at;
}

static void open_item(struct reader *r)
{
	struct list *list = &r->lists.v[r->lists.n - 1];
	struct pf_block *b;

	open_container(r, PF_BLOCK_ITEM);
	b = &r->doc->blocks.v[r->open];
	b->level = ++r->depth;
	b->number = list->next;
	if (list->next)
		list->next++;
}

static void open_list(struct reader *r, uint32_t start)
{
	open_container(r, PF_BLOCK_LIST);
	*PF_PUSH(&r->lists) = (struct list){start};
}

static void open_cell(struct reader *r)
{
	uint32_t column = 0, row = r->open;

	for (uint32_t i = (uint32_t)r->doc->blocks.n - 1; i != row; i--)
		if (r->doc->blocks.v[i].kind == PF_BLOCK_CELL) {
			column = r->doc->blocks.v[i].number + 1;
			break;
		}
	open_leaf(r, PF_BLOCK_CELL);
	r->doc->blocks.v[r->leaf].number = column;
}

static void note_top(struct reader *r)
{
	if (r->open != NONE)
		return;
	close_leaf(r);
	r->top = (uint32_t)r->doc->blocks.n;
	r->top_at = r->at;
	r->top_seen = r->doc->seen.n;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct reader *r = user;

	/* Negative is how the parser wants to be stopped; positive it mistakes for success. */
	if (!r->budget--)
		return -1;
	if (type != MD_BLOCK_DOC)
		note_top(r);
	switch (type) {
	case MD_BLOCK_QUOTE: open_container(r, PF_BLOCK_QUOTE); break;
	case MD_BLOCK_UL: open_list(r, 0); break;
	case MD_BLOCK_OL: open_list(r, ((MD_BLOCK_OL_DETAIL *)detail)->start); break;
	case MD_BLOCK_LI: open_item(r); break;
	case MD_BLOCK_HR:
		close_leaf(r);
		open_leaf(r, PF_BLOCK_RULE);
		place(r, r->leaf, pf_doc_find_line_of(r->doc, r->at, "*-_"));
		end_at(r, r->leaf, pf_doc_trim_end(r->doc, r->at, pf_doc_line_end(r->doc, r->at)));
		r->leaf = NONE;
		break;
	case MD_BLOCK_H:
		close_leaf(r);
		open_leaf(r, PF_BLOCK_HEADING);
		r->doc->blocks.v[r->leaf].level = ((MD_BLOCK_H_DETAIL *)detail)->level;
		break;
	case MD_BLOCK_CODE:
		close_leaf(r);
		open_leaf(r, PF_BLOCK_CODE);
		break;
	case MD_BLOCK_HTML:
		close_leaf(r);
		open_leaf(r, PF_BLOCK_HTML);
		break;
	case MD_BLOCK_P:
		close_leaf(r);
		open_leaf(r, PF_BLOCK_PARAGRAPH);
		break;
	case MD_BLOCK_TABLE:
		open_container(r, PF_BLOCK_TABLE);
		r->row_number = 0;
		break;
	case MD_BLOCK_TR: open_row(r); break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD: open_cell(r); break;
	default: break;
	}
	return 0;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct reader *r = user;

	(void)detail;
	switch (type) {
	case MD_BLOCK_QUOTE:
	case MD_BLOCK_TABLE:
	case MD_BLOCK_TR: close_container(r); break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		close_container(r);
		r->lists.n--;
		break;
	case MD_BLOCK_LI:
		close_container(r);
		r->depth--;
		break;
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY: break;
	default: close_leaf(r); break;
	}
	return 0;
}

/* The text of a tight item comes without a paragraph around it. */
static void need_leaf(struct reader *r)
{
	if (r->leaf == NONE)
		open_leaf(r, PF_BLOCK_PARAGRAPH);
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct reader *r = user;

	(void)detail;
	need_leaf(r);
	r->spans++;
	if (r->last == NONE && type == MD_SPAN_STRONG && !r->strong_at)
		r->strong_at = r->spans;
	if (r->last == NONE && type == MD_SPAN_EM && !r->em_at)
		r->em_at = r->spans;
	return 0;
}

/* An image without a text has no other place than its address. */
static void place_image(struct reader *r, const MD_SPAN_IMG_DETAIL *image)
{
	uint32_t off;

	if (!inside(r, image->src.text, image->src.size))
		return;
	off = (uint32_t)(image->src.text - r->base) + r->from;
	if (off >= r->at && (r->last == NONE || off >= r->last))
		touch(r, off, off + image->src.size, false);
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct reader *r = user;

	need_leaf(r);
	if (type == MD_SPAN_IMG)
		place_image(r, detail);
	if (type == MD_SPAN_STRONG && r->strong_at == r->spans && r->last != NONE &&
	    !r->doc->blocks.v[r->leaf].strong_end)
		r->doc->blocks.v[r->leaf].strong_end = r->last;
	if (type == MD_SPAN_EM && r->em_at == r->spans && r->last != NONE && !r->em_end)
		r->em_end = r->last;
	r->spans--;
	return 0;
}

/* A sign that is spelled out is read as the sign; any other entity is markup. */
static enum pf_mask_kind seen_kind(MD_TEXTTYPE type, struct pf_slice text)
{
	uint32_t len;

	switch (type) {
	case MD_TEXT_CODE: return PF_MASK_CODE;
	case MD_TEXT_HTML: return PF_MASK_HTML;
	case MD_TEXT_ENTITY: return pf_entity_at(text, 0, &len) ? 0 : PF_MASK_MARKUP;
	default: return 0;
	}
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
	struct reader *r = user;
	struct pf_doc_seen *seen = &r->doc->seen;
	enum pf_mask_kind kind = seen_kind(type, (struct pf_slice){text, size});
	uint32_t begin, end;

	if (!size || type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || !inside(r, text, size))
		return 0;
	begin = (uint32_t)(text - r->base) + r->from;
	end = begin + size;
	need_leaf(r);
	if (begin < (seen->n ? seen->v[seen->n - 1].end : r->from) || begin < r->at)
		return 0;
	touch(r, begin, end, type == MD_TEXT_CODE);
	if (seen->n && seen->v[seen->n - 1].end == begin && seen->v[seen->n - 1].kind == kind)
		seen->v[seen->n - 1].end = end;
	else
		*PF_PUSH(seen) = (struct pf_mask){begin, end, kind};
	return 0;
}

/* What the parser had begun is dropped, and the rest read as plain paragraphs. */
static void give_up(struct reader *r)
{
	struct pf_doc *doc = r->doc;

	doc->blocks.n = r->top;
	doc->seen.n = r->top_seen;
	pf_doc_read_plain(doc, r->top_at, false);
}

void pf_doc_read_markdown(struct pf_doc *doc, uint32_t from)
{
	struct pf_slice text = pf_slice_make(doc->text + from, doc->len - from);
	static const MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
			 MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};
	struct reader r = {.doc = doc, .from = from, .at = from, .line = from, .looked = from};
	char *opened = pf_doc_unfence(text), *defused;

	r.base = opened ? opened : text.ptr;
	defused = pf_doc_defuse(pf_slice_make(r.base, text.len));
	r.base = defused ? defused : r.base;
	r.open = r.leaf = r.last = NONE;
	r.top = (uint32_t)doc->blocks.n;
	r.top_at = from;
	r.budget = (uint64_t)text.len + 1000;
	if (md_parse(r.base, (MD_SIZE)text.len, &parser, &r))
		give_up(&r);
	free(defused);
	free(opened);
	free(r.lists.v);
}
