/* Where a thing stands that the parser gives no place to: it is found by its signs. */
#include <string.h>

#include "reader.h"

uint32_t pf_doc_next_line(const struct pf_doc *doc, uint32_t off)
{
	const char *nl = memchr(doc->text + off, '\n', doc->len - off);

	return nl ? (uint32_t)(nl - doc->text) + 1 : doc->len;
}

uint32_t pf_doc_line_begin(const struct pf_doc *doc, struct pf_line_walk *w, uint32_t off)
{
	const char *text = doc->text, *nl;

	while (w->looked < off && (nl = memchr(text + w->looked, '\n', off - w->looked)))
		w->line = w->looked = (uint32_t)(nl - text) + 1;
	w->looked = off > w->looked ? off : w->looked;
	return w->line;
}

uint32_t pf_doc_skip_prefix(const struct pf_doc *doc, uint32_t off)
{
	while (off < doc->len && strchr(" \t\r\n>", doc->text[off]) && doc->text[off])
		off++;
	return off;
}

uint32_t pf_doc_find_line_of(const struct pf_doc *doc, uint32_t from, const char *signs)
{
	for (uint32_t at = from; at < doc->len; at = pf_doc_next_line(doc, at)) {
		uint32_t end = pf_doc_trim_end(doc, at, pf_doc_line_end(doc, at)), n = 0, i = end;
		char c = end > at ? doc->text[end - 1] : '\0';

		if (!c || !strchr(signs, c))
			continue;
		while (i > at && (doc->text[i - 1] == c || doc->text[i - 1] == ' ' ||
				  doc->text[i - 1] == '\t'))
			n += doc->text[--i] == c;
		while (doc->text[i] == ' ' || doc->text[i] == '\t')
			i++;
		if (n >= 3)
			return i;
	}
	return pf_doc_skip_prefix(doc, from);
}

uint32_t pf_doc_find_hashes(const struct pf_doc *doc, uint32_t from)
{
	uint32_t at = pf_doc_skip_prefix(doc, from);
	const char *hash = memchr(doc->text + at, '#', doc->len - at);

	return hash ? (uint32_t)(hash - doc->text) : at;
}

uint32_t pf_doc_walk_back(const struct pf_doc *doc, uint32_t floor, uint32_t off, bool code)
{
	const char *text = doc->text;
	uint32_t at = off;

	if (code && at > floor + 1 && text[at - 1] == ' ' && text[at - 2] == '`')
		at--;
	while (at > floor && strchr("*_~[]!`\\<(&", text[at - 1]) && text[at - 1])
		at--;
	return at;
}

bool pf_doc_is_delimiter(const struct pf_doc *doc, uint32_t at)
{
	uint32_t end = pf_doc_line_end(doc, at);
	bool dash = false;

	for (; at < end; at++) {
		if (!strchr(" \t>|:-", doc->text[at]))
			return false;
		dash = dash || doc->text[at] == '-';
	}
	return dash;
}
