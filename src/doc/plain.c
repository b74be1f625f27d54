/* Text without Markdown, as paragraphs; and what stands before any text: mark and front matter. */
#include <string.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"
#include "reader.h"

uint32_t pf_doc_line_end(const struct pf_doc *doc, uint32_t off)
{
	const char *nl = memchr(doc->text + off, '\n', doc->len - off);
	uint32_t end = nl ? (uint32_t)(nl - doc->text) : doc->len;

	return end > off && doc->text[end - 1] == '\r' ? end - 1 : end;
}

uint32_t pf_doc_trim_end(const struct pf_doc *doc, uint32_t begin, uint32_t end)
{
	while (end > begin && strchr(" \t\r\n\v\f", doc->text[end - 1]) && doc->text[end - 1])
		end--;
	return end;
}

uint32_t pf_doc_add_block(struct pf_doc *doc, enum pf_block_kind kind, uint32_t parent)
{
	struct pf_block b = {.kind = kind, .parent = parent};

	b.begin = b.end = b.line_begin = PF_DOC_NONE;
	*PF_PUSH(&doc->blocks) = b;
	return (uint32_t)doc->blocks.n - 1;
}

/* Takes lines up to the next blank one (or just one) as a paragraph. Returns where it ends. */
static uint32_t add_paragraph(struct pf_doc *doc, uint32_t begin, bool every_line)
{
	uint32_t at = begin, first = begin, end, block;
	struct pf_block *b;

	while (first < doc->len && (doc->text[first] == ' ' || doc->text[first] == '\t'))
		first++;
	for (;;) {
		end = pf_doc_line_end(doc, at);
		if (pf_doc_trim_end(doc, at, end) > at)
			*PF_PUSH(&doc->seen) = (struct pf_mask){at, end, 0};
		at = pf_doc_next_line(doc, end);
		if (every_line || at == doc->len ||
		    pf_doc_trim_end(doc, at, pf_doc_line_end(doc, at)) == at)
			break;
	}
	/* Two steps: adding may move the list. */
	block = pf_doc_add_block(doc, PF_BLOCK_PARAGRAPH, PF_DOC_NONE);
	b = &doc->blocks.v[block];
	b->begin = first;
	b->end = pf_doc_trim_end(doc, first, end);
	b->line_begin = begin;
	return at;
}

void pf_doc_read_plain(struct pf_doc *doc, uint32_t from, bool every_line)
{
	for (uint32_t at = from; at < doc->len;) {
		uint32_t end = pf_doc_line_end(doc, at);

		at = pf_doc_trim_end(doc, at, end) > at ? add_paragraph(doc, at, every_line)
							: pf_doc_next_line(doc, end);
	}
}

static bool is_key(struct pf_slice line)
{
	size_t i = 0;

	while (i < line.len && (line.ptr[i] == '_' || line.ptr[i] == '-' || line.ptr[i] == ' ' ||
				pf_ascii_is_digit(line.ptr[i]) || pf_ascii_is_letter(line.ptr[i])))
		i++;
	return i && i < line.len && line.ptr[i] == ':';
}

uint32_t pf_doc_mark(struct pf_slice text)
{
	return pf_slice_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
}

/* A rule at the very start of a draft is no front matter: its first line must be a key. */
uint32_t pf_doc_front_matter(struct pf_slice text)
{
	struct pf_slice rest = pf_slice_cut(text, pf_doc_mark(text), text.len), line;
	bool key = false;

	if (!pf_slice_line(&rest, &line) || !pf_slice_is(line, "---"))
		return 0;
	while (pf_slice_line(&rest, &line)) {
		if (key && (pf_slice_is(line, "---") || pf_slice_is(line, "...")))
			return (uint32_t)(line.ptr - text.ptr + 3);
		if (!key && line.len && line.ptr[0] != '#' && !is_key(line))
			return 0;
		key = key || is_key(line);
	}
	return 0;
}
