/* A heading right below a table ends it, as a blank line does; the parser takes it for one more
 * row, and the section is lost. The last sign of the row above becomes the line end of a blank
 * line: a row needs no pipe at its end, and no byte moves. */
#include <string.h>

#include "prfaq/base/mem.h"
#include "reader.h"

static bool is_heading(const char *p, const char *end)
{
	size_t hashes = 0;

	while (p + hashes < end && p[hashes] == '#')
		hashes++;
	p += hashes;
	return hashes && hashes <= 6 && p < end && *p && strchr(" \t\r\n", *p);
}

/* "| a | b |" from its first byte on, up to its line end. */
static bool is_row(const char *line, const char *nl)
{
	while (line < nl && *line == ' ')
		line++;
	return nl - line > 1 && *line == '|' && nl[-1] && strchr("| \t\r", nl[-1]);
}

char *pf_doc_end_tables(struct pf_slice text)
{
	const char *end = text.ptr + text.len, *line = text.ptr, *nl;
	char *copy = NULL;

	if (pf_slice_find(text, PF_SLICE("\n#")) == text.len ||
	    pf_slice_find(text, PF_SLICE("\n|")) == text.len)
		return NULL;
	for (; (nl = memchr(line, '\n', (size_t)(end - line))); line = nl + 1) {
		if (!is_row(line, nl) || !is_heading(nl + 1, end))
			continue;
		copy = copy ? copy : pf_xslicedup(text);
		copy[nl - 1 - text.ptr] = '\n';
	}
	return copy;
}
