/* Brackets by the thousand: the parser takes time quadratic in them, and nobody means links. */
#include <string.h>

#include "prfaq/base/mem.h"
#include "reader.h"

/* Over so many in one paragraph they are not links but a bomb. */
#define BRACKETS_MAX 256u

static size_t count_brackets(const char *text, size_t n, size_t limit)
{
	const char *p = text, *end = text + n;
	size_t count = 0;

	while (count <= limit && (p = memchr(p, '[', (size_t)(end - p)))) {
		count++;
		p++;
	}
	return count;
}

static const char *paragraph_end(const char *at, const char *end)
{
	const char *nl = at;

	while ((nl = memchr(nl, '\n', (size_t)(end - nl)))) {
		const char *p = ++nl;

		while (p < end && (*p == ' ' || *p == '\t' || *p == '\r'))
			p++;
		if (p < end && *p == '\n')
			return p;
		nl = p;
	}
	return end;
}

char *pf_doc_defuse(struct pf_slice text)
{
	const char *at = text.ptr, *end = text.ptr + text.len, *stop;
	char *copy = NULL;

	if (count_brackets(text.ptr, text.len, BRACKETS_MAX) <= BRACKETS_MAX)
		return NULL;
	for (; at < end; at = stop) {
		stop = paragraph_end(at, end);
		if (count_brackets(at, (size_t)(stop - at), BRACKETS_MAX) <= BRACKETS_MAX)
			continue;
		copy = copy ? copy : pf_xslicedup(text);
		for (const char *p = at; (p = memchr(p, '[', (size_t)(stop - p))); p++)
			copy[p - text.ptr] = '(';
	}
	return copy;
}
