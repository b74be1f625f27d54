/*
 * Tables that the parser reads as paragraphs: a delimiter row with cells under
 * three characters ("|-|-|"), or a head that follows a line of prose without a
 * blank line between them. Both are how people type.
 */
#include <string.h>

#include "prfaq/base/mem.h"
#include "reader.h"

struct line {
	uint32_t begin, end; /* without quote marks, blanks and the outer pipes */
};

static uint32_t skip_blank(const struct pf_doc *doc, uint32_t at, uint32_t end, const char *blank)
{
	while (at < end && doc->text[at] && strchr(blank, doc->text[at]))
		at++;
	return at;
}

static struct line trimmed_line(const struct pf_doc *doc, uint32_t at)
{
	struct line l = {at, pf_doc_line_end(doc, at)};

	l.begin = skip_blank(doc, l.begin, l.end, " \t>");
	l.end = pf_doc_trim_end(doc, l.begin, l.end);
	if (l.begin < l.end && doc->text[l.begin] == '|')
		l.begin = skip_blank(doc, l.begin + 1, l.end, " \t");
	if (l.end > l.begin && doc->text[l.end - 1] == '|')
		l.end--;
	return l;
}

static uint32_t cell_end(const struct pf_doc *doc, uint32_t at, uint32_t end)
{
	for (; at < end && doc->text[at] != '|'; at++)
		if (doc->text[at] == '\\' && at + 1 < end)
			at++;
	return at;
}

static uint32_t count_cells(const struct pf_doc *doc, struct line l)
{
	uint32_t n = 1;

	for (uint32_t at = cell_end(doc, l.begin, l.end); at < l.end;
	     at = cell_end(doc, at + 1, l.end))
		n++;
	return n;
}

/* ":-", "---", "-:" between pipes, and at least one pipe: "---" alone underlines a heading. */
static bool is_delimiter(const struct pf_doc *doc, uint32_t at)
{
	struct line l = trimmed_line(doc, at);
	bool dash = false;

	for (uint32_t i = l.begin; i < l.end; i++) {
		char c = doc->text[i];

		if (c == '|') {
			if (!dash)
				return false;
			dash = false;
		} else if (c != '-' && c != ':' && c != ' ') {
			return false;
		}
		dash = dash || c == '-';
	}
	return dash && memchr(doc->text + at, '|', pf_doc_line_end(doc, at) - at);
}

static void add_row(struct pf_doc *doc, uint32_t table, uint32_t at, uint32_t line, uint32_t number)
{
	struct line l = trimmed_line(doc, at);
	uint32_t row = pf_doc_add_block(doc, PF_BLOCK_ROW, table), column = 0;
	struct pf_block *b = &doc->blocks.v[row];

	b->number = number;
	b->line_begin = line;
	b->begin = b->end = l.begin;
	for (uint32_t begin = l.begin; begin <= l.end;) {
		uint32_t stop = cell_end(doc, begin, l.end);
		uint32_t cell = pf_doc_add_block(doc, PF_BLOCK_CELL, row);

		b = &doc->blocks.v[cell];
		b->number = column++;
		b->line_begin = line;
		b->begin = begin = skip_blank(doc, begin, stop, " \t");
		b->end = pf_doc_trim_end(doc, begin, stop);
		doc->blocks.v[row].end = b->end;
		begin = stop + 1;
	}
	doc->blocks.v[table].end = doc->blocks.v[row].end;
}

/* Takes pipes and the delimiter row out of what was seen from `begin` on: the last of it, for the
 * table ends what was read so far. */
static void cut_seen(struct pf_doc *doc, uint32_t begin, uint32_t delimiter)
{
	struct pf_doc_seen *seen = &doc->seen, last = {0};
	uint32_t stop = pf_doc_next_line(doc, delimiter);

	for (; seen->n && seen->v[seen->n - 1].begin >= begin; seen->n--)
		*PF_PUSH(&last) = seen->v[seen->n - 1];
	while (last.n) {
		struct pf_mask s = last.v[--last.n];

		if (s.kind) {
			*PF_PUSH(seen) = s;
			continue;
		}
		while (s.begin < s.end) {
			uint32_t end = cell_end(doc, s.begin, s.end);

			if (end > s.begin && (s.begin < delimiter || s.begin >= stop))
				*PF_PUSH(seen) = (struct pf_mask){s.begin, end, 0};
			s.begin = end + 1;
		}
	}
	free(last.v);
}

static void make_table(struct pf_doc *doc, uint32_t paragraph, uint32_t head, uint32_t delimiter)
{
	struct pf_block *p = &doc->blocks.v[paragraph];
	uint32_t table = paragraph, end = p->end, number = 0;
	/* The first line begins behind a marker; the others with their bytes. */
	uint32_t line = head > p->begin ? head : p->line_begin;

	if (head > p->begin) {
		p->end = pf_doc_trim_end(doc, p->begin, head);
		p->emphasis = false;
		if (p->strong_end > p->end) {
			p->strong = false;
			p->strong_end = 0;
		}
		table = pf_doc_add_block(doc, PF_BLOCK_TABLE, p->parent);
	}
	p = &doc->blocks.v[table];
	p->kind = PF_BLOCK_TABLE;
	p->strong = p->emphasis = false;
	p->strong_end = 0;
	p->line_begin = line;
	p->begin = p->end = trimmed_line(doc, head).begin;
	for (uint32_t at = head; at < end; at = pf_doc_next_line(doc, at))
		if (at != delimiter)
			add_row(doc, table, at, at == head ? line : at, number++);
	cut_seen(doc, head, delimiter);
}

void pf_doc_short_table(struct pf_doc *doc, uint32_t paragraph)
{
	const struct pf_block *p = &doc->blocks.v[paragraph];
	uint32_t head = p->begin, at;

	if (p->begin == PF_DOC_NONE || !memchr(doc->text + p->begin, '|', p->end - p->begin))
		return;
	for (at = pf_doc_next_line(doc, head); at < p->end;
	     head = at, at = pf_doc_next_line(doc, at))
		if (is_delimiter(doc, at) && count_cells(doc, trimmed_line(doc, head)) ==
						     count_cells(doc, trimmed_line(doc, at))) {
			make_table(doc, paragraph, head, at);
			return;
		}
}
