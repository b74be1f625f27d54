/*
 * md4c gives no positions, but its text callbacks point into the bytes it was
 * given: build.h makes blocks of those.
 */
#include <md4c.h>
#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"

#define NONE PF_DOC_NONE

static bool inside(const struct build *r, const char *p, size_t n)
{
	uintptr_t a = (uintptr_t)p, base = (uintptr_t)r->base;

	return p && a >= base && a + n <= base + (r->doc->len - r->from);
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct build *r = user;

	/* Negative is how the parser wants to be stopped; positive it mistakes for success. */
	if (!r->budget--)
		return -1;
	if (type != MD_BLOCK_DOC)
		build_note_top(r);
	switch (type) {
	case MD_BLOCK_QUOTE: build_container(r, PF_BLOCK_QUOTE); break;
	case MD_BLOCK_UL: build_list(r, 0); break;
	case MD_BLOCK_OL: build_list(r, ((MD_BLOCK_OL_DETAIL *)detail)->start); break;
	case MD_BLOCK_LI: build_item(r); break;
	case MD_BLOCK_HR: build_rule(r); break;
	case MD_BLOCK_H:
		build_close_leaf(r);
		build_leaf(r, PF_BLOCK_HEADING);
		r->doc->blocks.v[r->leaf].level = ((MD_BLOCK_H_DETAIL *)detail)->level;
		break;
	case MD_BLOCK_CODE:
		build_close_leaf(r);
		build_leaf(r, PF_BLOCK_CODE);
		break;
	case MD_BLOCK_HTML:
		build_close_leaf(r);
		build_leaf(r, PF_BLOCK_HTML);
		break;
	case MD_BLOCK_P:
		build_close_leaf(r);
		build_leaf(r, PF_BLOCK_PARAGRAPH);
		break;
	case MD_BLOCK_TABLE:
		build_container(r, PF_BLOCK_TABLE);
		r->row_number = 0;
		break;
	case MD_BLOCK_TR: build_row(r); break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD: build_cell(r); break;
	default: break;
	}
	return 0;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct build *r = user;

	(void)detail;
	switch (type) {
	case MD_BLOCK_QUOTE:
	case MD_BLOCK_TABLE:
	case MD_BLOCK_TR: build_close_container(r); break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		build_close_container(r);
		r->lists.n--;
		break;
	case MD_BLOCK_LI:
		build_close_container(r);
		r->depth--;
		break;
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY: break;
	default: build_close_leaf(r); break;
	}
	return 0;
}

/* The text of a tight item comes without a paragraph around it. */
static void need_leaf(struct build *r)
{
	if (r->leaf == NONE)
		build_leaf(r, PF_BLOCK_PARAGRAPH);
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct build *r = user;

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
static void place_image(struct build *r, const MD_SPAN_IMG_DETAIL *image)
{
	uint32_t off;

	if (!inside(r, image->src.text, image->src.size))
		return;
	off = (uint32_t)(image->src.text - r->base) + r->from;
	if (off >= r->at && (r->last == NONE || off >= r->last))
		build_touch(r, off, off + image->src.size, false);
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct build *r = user;

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
	struct build *r = user;
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
	build_touch(r, begin, end, type == MD_TEXT_CODE);
	if (seen->n && seen->v[seen->n - 1].end == begin && seen->v[seen->n - 1].kind == kind)
		seen->v[seen->n - 1].end = end;
	else
		*PF_PUSH(seen) = (struct pf_mask){begin, end, kind};
	return 0;
}

/* What the parser had begun is dropped, and the rest read as plain paragraphs. */
static void give_up(struct build *r)
{
	struct pf_doc *doc = r->doc;

	doc->blocks.n = r->top;
	doc->seen.n = r->top_seen;
	pf_doc_read_plain(doc, r->top_at, false);
}

/* "##Problem" and "#Ferry Bell" are headings to those who write them. One hash before a word may be
 * a tag: it is a heading where the text begins with it. Who writes "#1 of them" means no heading.
 */
static bool heads_without_space(struct pf_slice text)
{
	const char *p = text.ptr, *end = p + text.len;
	bool found = false;

	while (p < end && (p = memchr(p, '#', (size_t)(end - p)))) {
		const char *first = p;

		while (p < end && *p == '#')
			p++;
		if (p == end || (first > text.ptr && first[-1] != '\n'))
			continue;
		if (pf_ascii_is_digit(*p))
			return false;
		found = found || (pf_ascii_is_letter(*p) && p - first <= 6 &&
				  (first == text.ptr || p - first > 1));
	}
	return found;
}

void pf_doc_read_markdown(struct pf_doc *doc, uint32_t from)
{
	struct pf_slice text = pf_slice_make(doc->text + from, doc->len - from);
	MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
			 MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};
	struct build r = {.doc = doc, .from = from, .at = from, .lines = {from, from}};
	/* What the parser reads, of the same length as the text. */
	char *(*const mends[])(struct pf_slice) = {pf_doc_unfence, pf_doc_end_tables,
						   pf_doc_defuse};
	char *mended = NULL;

	for (size_t i = 0; i < sizeof(mends) / sizeof(*mends); i++) {
		char *copy = mends[i](pf_slice_make(mended ? mended : text.ptr, text.len));

		if (!copy)
			continue;
		free(mended);
		mended = copy;
	}
	r.base = mended ? mended : text.ptr;
	if (heads_without_space(text))
		parser.flags |= MD_FLAG_PERMISSIVEATXHEADERS;
	r.open = r.leaf = r.last = NONE;
	r.top = (uint32_t)doc->blocks.n;
	r.top_at = from;
	r.budget = (uint64_t)text.len + 1000;
	if (md_parse(r.base, (MD_SIZE)text.len, &parser, &r))
		give_up(&r);
	free(mended);
	free(r.lists.v);
}
