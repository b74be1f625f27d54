/* Finding what was typed, forward and back, whatever its case. */
#include "impl.h"
#include "prfaq/base/utf8.h"

/* Length of the match of `needle` at s[off], case folded; 0 for none. */
static size_t match_at(struct pf_slice s, size_t off, struct pf_slice needle)
{
	size_t at = off, len, needle_len;

	for (size_t i = 0; i < needle.len; i += needle_len, at += len) {
		if (at >= s.len)
			return 0;
		if (pf_utf8_lower(pf_utf8_decode(s, at, &len)) !=
		    pf_utf8_lower(pf_utf8_decode(needle, i, &needle_len)))
			return 0;
	}
	/* "e" is not found in an e with an accent of its own. */
	if (at < s.len && pf_utf8_width(pf_utf8_decode(s, at, &len)) == 0)
		return 0;
	return at - off;
}

/* First match that begins in [begin, end); the text goes on behind it. */
static bool find_in(struct pf_slice s, size_t begin, size_t end, struct pf_slice needle,
		    struct pf_range *found)
{
	size_t len, step, n;
	uint32_t first = pf_utf8_lower(pf_utf8_decode(needle, 0, &len));

	for (size_t off = begin; off < end; off += step) {
		uint32_t rune = (unsigned char)s.ptr[off];

		step = 1;
		if (rune >= 0x80)
			rune = pf_utf8_decode(s, off, &step);
		if (pf_utf8_lower(rune) == first && (n = match_at(s, off, needle))) {
			*found = (struct pf_range){(uint32_t)off, (uint32_t)(off + n)};
			return true;
		}
	}
	return false;
}

bool pf_editor_find(const struct pf_editor *ed, uint32_t from, struct pf_range *found)
{
	struct pf_slice s = pf_editor_text(ed), needle = pf_buf_view(&ed->needle);

	*found = (struct pf_range){0, 0};
	if (!needle.len)
		return false;
	from = from > s.len ? (uint32_t)s.len : from;
	return find_in(s, from, s.len, needle, found) || find_in(s, 0, from, needle, found);
}

/* Last match that begins in [begin, end). */
static bool find_last(struct pf_slice s, size_t begin, size_t end, struct pf_slice needle,
		      struct pf_range *found)
{
	struct pf_range next;
	bool any = false;

	while (begin < end && find_in(s, begin, end, needle, &next)) {
		*found = next;
		begin = next.end;
		any = true;
	}
	return any;
}

bool pf_editor_find_back(struct pf_editor *ed, uint32_t from, struct pf_range *found)
{
	struct pf_slice s = pf_editor_text(ed), needle = pf_buf_view(&ed->needle);

	*found = (struct pf_range){0, 0};
	if (!needle.len)
		return false;
	return find_last(s, 0, from, needle, found) || find_last(s, from, s.len, needle, found);
}
