/*
 * An HTML block as blocks of its own: "<details><summary>", "<dl>", "<table>" and
 * pages saved by an editor hold text that was written for readers.
 *
 * No tree is built, and no parser of whole pages is of use: CommonMark ends an HTML
 * block at a blank line, so what comes here is a torn piece whose tags need not
 * match. Each tag only says what the text after it is. One pass forward.
 */
#include <string.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"
#include "reader.h"

#define NONE     PF_DOC_NONE
#define OPEN_MAX 8u /* containers in one another; deeper ones are not opened */

/* What a tag says of the text after it. Tags that are not here are inline. */
static const struct tag {
	const char *name;
	enum { LEAF, HOLDS, BOLD, DROPS } does;
	enum pf_block_kind kind;
	uint32_t level;
	bool strong; /* a label or a question, as a whole */
} tags[] = {
	{"h1", LEAF, PF_BLOCK_HEADING, 1, false},
	{"h2", LEAF, PF_BLOCK_HEADING, 2, false},
	{"h3", LEAF, PF_BLOCK_HEADING, 3, false},
	{"h4", LEAF, PF_BLOCK_HEADING, 4, false},
	{"h5", LEAF, PF_BLOCK_HEADING, 5, false},
	{"h6", LEAF, PF_BLOCK_HEADING, 6, false},
	{"summary", LEAF, PF_BLOCK_PARAGRAPH, 0, true},
	{"dt", LEAF, PF_BLOCK_PARAGRAPH, 0, true},
	{"dd", LEAF, PF_BLOCK_PARAGRAPH, 0, false},
	{"p", LEAF, PF_BLOCK_PARAGRAPH, 0, false},
	{"div", LEAF, PF_BLOCK_PARAGRAPH, 0, false},
	{"section", LEAF, PF_BLOCK_PARAGRAPH, 0, false},
	{"article", LEAF, PF_BLOCK_PARAGRAPH, 0, false},
	{"details", LEAF, PF_BLOCK_PARAGRAPH, 0, false},
	{"dl", LEAF, PF_BLOCK_PARAGRAPH, 0, false},
	{"hr", LEAF, PF_BLOCK_PARAGRAPH, 0, false},
	{"td", LEAF, PF_BLOCK_CELL, 0, false},
	{"th", LEAF, PF_BLOCK_CELL, 0, false},
	{"blockquote", HOLDS, PF_BLOCK_QUOTE, 0, false},
	{"ul", HOLDS, PF_BLOCK_LIST, 0, false},
	{"ol", HOLDS, PF_BLOCK_LIST, 0, false},
	{"li", HOLDS, PF_BLOCK_ITEM, 1, false},
	{"table", HOLDS, PF_BLOCK_TABLE, 0, false},
	{"tr", HOLDS, PF_BLOCK_ROW, 0, false},
	{"b", BOLD, PF_BLOCK_PARAGRAPH, 0, false},
	{"strong", BOLD, PF_BLOCK_PARAGRAPH, 0, false},
	{"code", DROPS, PF_BLOCK_CODE, 0, false},
	{"pre", DROPS, PF_BLOCK_CODE, 0, false},
	{"script", DROPS, PF_BLOCK_CODE, 0, false},
	{"style", DROPS, PF_BLOCK_CODE, 0, false},
	{"textarea", DROPS, PF_BLOCK_CODE, 0, false},
};

struct torn {
	struct pf_doc *doc;
	uint32_t end;
	struct pf_line_walk lines;
	uint32_t parent; /* container of the whole piece */
	uint32_t open[OPEN_MAX], n_open;
	uint32_t leaf;          /* the block text goes to, NONE before its first byte */
	const struct tag *next; /* what the next text begins, NULL: a paragraph */
	bool bold;              /* the leaf began with "<b>", which is still open */
	uint32_t rows, cells;   /* of the open table, of its open row */
};

static struct pf_block *block_of(const struct torn *t, uint32_t index)
{
	return &t->doc->blocks.v[index];
}

static const struct tag *find_tag(struct pf_slice name)
{
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (pf_slice_equal_nocase(name, pf_slice_of(tags[i].name)))
			return &tags[i];
	return NULL;
}

static uint32_t add(struct torn *t, enum pf_block_kind kind, uint32_t begin)
{
	uint32_t parent = t->n_open ? t->open[t->n_open - 1] : t->parent;
	uint32_t index = pf_doc_add_block(t->doc, kind, parent);
	struct pf_block *b = block_of(t, index);

	b->begin = b->end = begin;
	b->line_begin = pf_doc_line_begin(t->doc, &t->lines, begin);
	return index;
}

static bool holds(const struct torn *t, enum pf_block_kind kind)
{
	for (uint32_t i = 0; i < t->n_open; i++)
		if (block_of(t, t->open[i])->kind == kind)
			return true;
	return false;
}

/* Closes the innermost open container of a kind, and what is open in it. */
static void close_container(struct torn *t, enum pf_block_kind kind)
{
	if (!holds(t, kind))
		return;
	while (block_of(t, t->open[--t->n_open])->kind != kind)
		;
}

/* An item ends the one before it, unless a list was opened in between; a row likewise. */
static void open_container(struct torn *t, const struct tag *tag, uint32_t at)
{
	enum pf_block_kind top =
		t->n_open ? block_of(t, t->open[t->n_open - 1])->kind : PF_BLOCK_HTML;
	struct pf_block *b;

	if (tag->kind == PF_BLOCK_ITEM ? top != PF_BLOCK_LIST : tag->kind == PF_BLOCK_ROW)
		close_container(t, tag->kind);
	if (t->n_open == OPEN_MAX || (tag->kind == PF_BLOCK_ROW && !holds(t, PF_BLOCK_TABLE)))
		return;
	t->open[t->n_open] = add(t, tag->kind, at);
	b = block_of(t, t->open[t->n_open++]);
	if (tag->kind == PF_BLOCK_ITEM)
		b->level = tag->level;
	if (tag->kind == PF_BLOCK_TABLE)
		t->rows = 0;
	if (tag->kind == PF_BLOCK_ROW) {
		b->number = t->rows++;
		t->cells = 0;
	}
}

static void open_leaf(struct torn *t, uint32_t begin)
{
	enum pf_block_kind kind = t->next ? t->next->kind : PF_BLOCK_PARAGRAPH;
	struct pf_block *b;

	if (kind == PF_BLOCK_CELL && !holds(t, PF_BLOCK_ROW))
		kind = PF_BLOCK_PARAGRAPH;
	t->leaf = add(t, kind, begin);
	b = block_of(t, t->leaf);
	b->level = t->next ? t->next->level : 0;
	b->strong = t->bold || (t->next && t->next->strong);
	if (kind == PF_BLOCK_CELL)
		b->number = t->cells++;
}

/* Text without tags; blanks alone begin nothing. */
static void take_text(struct torn *t, uint32_t begin, uint32_t end)
{
	uint32_t stop = pf_doc_trim_end(t->doc, begin, end);
	struct pf_block *b;

	if (stop == begin)
		return;
	if (t->leaf == NONE) {
		while (t->doc->text[begin] && strchr(" \t\r\n\v\f", t->doc->text[begin]))
			begin++;
		open_leaf(t, begin);
	}
	*PF_PUSH(&t->doc->seen) = (struct pf_mask){begin, end, 0};
	b = block_of(t, t->leaf);
	b->end = stop;
	if (b->strong && (t->bold || (t->next && t->next->strong)))
		b->strong_end = stop;
	for (uint32_t i = 0; i < t->n_open; i++)
		block_of(t, t->open[i])->end = stop;
}

/* True when a tag, a comment or a declaration begins at `at`. */
static bool is_tag(const struct torn *t, uint32_t at)
{
	char c = at + 1 < t->end ? t->doc->text[at + 1] : ' ';

	return (c && strchr("/!?", c)) || pf_ascii_is_letter(c);
}

/* Past `what`, or the end of the piece: what is not closed takes all that is left. */
static uint32_t past(const struct torn *t, uint32_t at, const char *what)
{
	struct pf_slice rest = pf_slice_make(t->doc->text + at, t->end - at);
	size_t found = pf_slice_find(rest, pf_slice_of(what));

	return found < rest.len ? at + (uint32_t)(found + strlen(what)) : t->end;
}

/* Past the closing tag of an element whose text is not prose. */
static uint32_t past_element(const struct torn *t, const struct tag *tag, uint32_t at)
{
	while ((at = past(t, at, "</")) < t->end)
		if (pf_slice_starts_nocase(pf_slice_make(t->doc->text + at, t->end - at),
					   tag->name))
			return past(t, at, ">");
	return t->end;
}

static const struct tag *tag_at(const struct torn *t, uint32_t at, bool *closes)
{
	const char *text = t->doc->text;
	uint32_t begin, end;

	*closes = text[at + 1] == '/';
	begin = end = at + 1 + *closes;
	while (end < t->end && !strchr(" \t\r\n/>", text[end]))
		end++;
	return find_tag(pf_slice_make(text + begin, end - begin));
}

/* Does what the tag at `at` says. Returns where the text after it begins. */
static uint32_t take_tag(struct torn *t, uint32_t at)
{
	const char *text = t->doc->text;
	bool comment = t->end - at >= 4 && !memcmp(text + at, "<!--", 4), closes;
	uint32_t end = past(t, at, comment ? "-->" : ">");
	const struct tag *tag = tag_at(t, at, &closes);

	if (tag && tag->does == DROPS && !closes)
		end = past_element(t, tag, end);
	*PF_PUSH(&t->doc->seen) =
		(struct pf_mask){at, end, tag && tag->does == DROPS ? PF_MASK_CODE : PF_MASK_HTML};
	if (!tag || tag->does == DROPS)
		return end;
	if (tag->does == BOLD) {
		t->bold = !closes && t->leaf == NONE;
		return end;
	}
	t->leaf = NONE;
	t->bold = false;
	t->next = closes || tag->does == HOLDS ? NULL : tag;
	if (tag->does == HOLDS && closes)
		close_container(t, tag->kind);
	else if (tag->does == HOLDS)
		open_container(t, tag, at);
	return end;
}

/* Past the entity ("&nbsp;") at `at`; `at` when there is none, or one that is read as a sign. */
static uint32_t entity_end(const struct torn *t, uint32_t at)
{
	uint32_t most = t->end - at > 10 ? at + 10 : t->end, end = at + 1, len;

	if (pf_entity_at((struct pf_slice){t->doc->text, t->end}, at, &len))
		return at;
	while (end < most && !strchr("; \t\r\n<&", t->doc->text[end]))
		end++;
	return end < most && end > at + 1 && t->doc->text[end] == ';' ? end + 1 : at;
}

void pf_doc_read_html(struct pf_doc *doc, uint32_t block)
{
	struct pf_block whole = doc->blocks.v[block];
	size_t seen = doc->seen.n, first;
	struct torn t = {.doc = doc,
			 .end = whole.end,
			 .lines = {whole.line_begin, whole.begin},
			 .parent = whole.parent,
			 .leaf = NONE};
	uint32_t text = whole.begin, at = text;
	bool any = false;

	while (seen && doc->seen.v[seen - 1].begin >= whole.begin)
		seen--;
	doc->seen.n = seen;
	doc->blocks.n = block;
	while (at < t.end) {
		uint32_t entity = doc->text[at] == '&' ? entity_end(&t, at) : at;
		bool tag = doc->text[at] == '<' && is_tag(&t, at);

		if (!tag && entity == at) {
			at++;
			continue;
		}
		take_text(&t, text, at);
		if (!tag)
			*PF_PUSH(&doc->seen) = (struct pf_mask){at, entity, PF_MASK_MARKUP};
		text = at = tag ? take_tag(&t, at) : entity;
	}
	take_text(&t, text, t.end);
	for (first = block; first < doc->blocks.n && !any; first++)
		any = doc->blocks.v[first].end > doc->blocks.v[first].begin;
	if (any)
		return;
	doc->seen.n = seen;
	doc->blocks.n = block + 1;
	doc->blocks.v[block] = whole;
	*PF_PUSH(&doc->seen) = (struct pf_mask){whole.begin, whole.end, PF_MASK_HTML};
}
