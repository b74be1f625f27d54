/* What is not prose: everything that no reader saw as text, and bare URLs. */
#include <string.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"
#include "reader.h"

static void push(struct pf_doc *doc, uint32_t begin, uint32_t end, enum pf_mask_kind kind)
{
	struct pf_doc_masks *m = &doc->masks;

	if (begin >= end)
		return;
	if (m->n && m->v[m->n - 1].end == begin && m->v[m->n - 1].kind == kind)
		m->v[m->n - 1].end = end;
	else
		*PF_PUSH(m) = (struct pf_mask){begin, end, kind};
}

/* What lies between two stretches of prose on one line says by its signs what it is. */
static enum pf_mask_kind gap_kind(struct pf_slice gap)
{
	enum pf_mask_kind kind = PF_MASK_MARKUP;

	for (size_t i = 0; i + 1 < gap.len; i++) {
		char c = gap.ptr[i], next = gap.ptr[i + 1], third;

		if (c != next && c != ']' && c != ':')
			continue;
		third = i + 2 < gap.len ? gap.ptr[i + 2] : '\0';
		if ((c == '`' || c == '~') && c == next && c == third)
			return PF_MASK_CODE;
		if ((c == ']' && (next == '(' || next == ':' || next == '[')) ||
		    (c == ':' && next == '/' && third == '/'))
			kind = PF_MASK_URL;
	}
	return kind;
}

/* One mask for each line of the gap, so that tokens still see where lines begin. */
static void mask_gap(struct pf_doc *doc, uint32_t begin, uint32_t end)
{
	while (begin < end) {
		const char *nl = memchr(doc->text + begin, '\n', end - begin);
		uint32_t stop = nl ? (uint32_t)(nl - doc->text) : end;
		uint32_t a = begin, b = stop;

		while (a < b && pf_ascii_is_space(doc->text[a]))
			a++;
		while (b > a && pf_ascii_is_space(doc->text[b - 1]))
			b--;
		if (a < b)
			push(doc, a, b, gap_kind(pf_slice_make(doc->text + a, b - a)));
		begin = nl ? stop + 1 : end;
	}
}

static uint32_t url_end(const struct pf_doc *doc, uint32_t at)
{
	while (at < doc->len) {
		unsigned char c = (unsigned char)doc->text[at];

		if (c <= ' ' || strchr("<>\"`|)]}", c))
			break;
		at++;
	}
	/* The stop that ends the sentence is not the address's. */
	while (at && strchr(".,;:!?'*_", doc->text[at - 1]))
		at--;
	return at;
}

/* The first bare URL in [begin, end); an empty range at `end` when there is none. */
static struct pf_range find_url(const struct pf_doc *doc, uint32_t begin, uint32_t end)
{
	uint32_t at = begin;

	while (at < end) {
		const char *p = memchr(doc->text + at, ':', end - at);
		uint32_t colon, start;

		if (!p)
			break;
		colon = start = (uint32_t)(p - doc->text);
		at = colon + 1;
		if (colon + 3 > doc->len || memcmp(p, "://", 3) != 0)
			continue;
		while (start > begin && colon - start < 16 &&
		       pf_ascii_is_letter(doc->text[start - 1]))
			start--;
		if (start < colon)
			return (struct pf_range){start, url_end(doc, colon + 3)};
	}
	return (struct pf_range){end, end};
}

/* By its point: there are fewer of them than of "w". */
static struct pf_range find_www(const struct pf_doc *doc, uint32_t begin, uint32_t end)
{
	const char *from = doc->text + begin, *stop = doc->text + end, *at = from;

	while ((at = memchr(at, '.', (size_t)(stop - at)))) {
		uint32_t start = (uint32_t)(at - doc->text) - 3;

		at++;
		if (at - from < 4 || memcmp(at - 4, "www", 3) != 0)
			continue;
		if (start && pf_ascii_is_letter(doc->text[start - 1]))
			break;
		return (struct pf_range){start, url_end(doc, start + 4)};
	}
	return (struct pf_range){end, end};
}

/* Masks the URLs that begin in a stretch of prose. Returns where the last one ends, or `end`:
 * an address may run on over signs that the parser took for markup. */
static uint32_t mask_urls(struct pf_doc *doc, uint32_t begin, uint32_t end)
{
	while (begin < end) {
		struct pf_range url = find_url(doc, begin, end);
		struct pf_range www = find_www(doc, begin, url.begin);

		if (www.begin < url.begin)
			url = www;
		if (url.begin >= url.end)
			break;
		push(doc, url.begin, url.end, PF_MASK_URL);
		begin = url.end;
	}
	return begin > end ? begin : end;
}

void pf_doc_mask(struct pf_doc *doc, uint32_t front_matter)
{
	uint32_t at = front_matter; /* everything before it is decided */

	if (front_matter)
		push(doc, 0, pf_doc_trim_end(doc, 0, front_matter), PF_MASK_FRONT_MATTER);
	for (size_t i = 0; i < doc->seen.n; i++) {
		struct pf_mask s = doc->seen.v[i];

		if (s.end <= at)
			continue;
		if (s.begin > at)
			mask_gap(doc, at, s.begin);
		else
			s.begin = at;
		if (s.kind)
			push(doc, s.begin, s.end, s.kind);
		at = s.kind ? s.end : mask_urls(doc, s.begin, s.end);
	}
	mask_gap(doc, at, doc->len);
}
