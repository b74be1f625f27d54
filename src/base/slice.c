#include "prfaq/base/slice.h"

#include <string.h>

#include "prfaq/base/ascii.h"

struct pf_slice pf_slice_of(const char *s)
{
	return (struct pf_slice){s, s ? strlen(s) : 0};
}

struct pf_slice pf_slice_trim(struct pf_slice s)
{
	size_t begin = 0, end = s.len;

	while (begin < end && pf_ascii_is_space(s.ptr[begin]))
		begin++;
	while (end > begin && pf_ascii_is_space(s.ptr[end - 1]))
		end--;
	return pf_slice_cut(s, begin, end);
}

bool pf_slice_equal(struct pf_slice a, struct pf_slice b)
{
	return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len));
}

bool pf_slice_is(struct pf_slice a, const char *s)
{
	return pf_slice_equal(a, pf_slice_of(s));
}

bool pf_slice_equal_nocase(struct pf_slice a, struct pf_slice b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (a.ptr[i] != b.ptr[i] && pf_ascii_lower(a.ptr[i]) != pf_ascii_lower(b.ptr[i]))
			return false;
	return true;
}

bool pf_slice_starts(struct pf_slice s, const char *prefix)
{
	struct pf_slice p = pf_slice_of(prefix);

	return s.len >= p.len && pf_slice_equal(pf_slice_cut(s, 0, p.len), p);
}

bool pf_slice_ends(struct pf_slice s, const char *suffix)
{
	struct pf_slice e = pf_slice_of(suffix);

	return s.len >= e.len && pf_slice_equal(pf_slice_cut(s, s.len - e.len, s.len), e);
}

bool pf_slice_starts_nocase(struct pf_slice s, const char *prefix)
{
	struct pf_slice p = pf_slice_of(prefix);

	return s.len >= p.len && pf_slice_equal_nocase(pf_slice_cut(s, 0, p.len), p);
}

size_t pf_slice_find(struct pf_slice s, struct pf_slice needle)
{
	if (!needle.len)
		return 0;
	for (size_t at = 0; at + needle.len <= s.len; at++) {
		const char *p = memchr(s.ptr + at, needle.ptr[0], s.len - at - needle.len + 1);

		if (!p)
			break;
		at = (size_t)(p - s.ptr);
		if (!memcmp(p, needle.ptr, needle.len))
			return at;
	}
	return s.len;
}

struct pf_slice pf_slice_until(struct pf_slice *rest, const char *sign)
{
	struct pf_slice all = *rest, needle = pf_slice_of(sign);
	size_t end = pf_slice_find(all, needle);

	*rest = pf_slice_cut(all, end < all.len ? end + needle.len : end, all.len);
	return pf_slice_cut(all, 0, end);
}

bool pf_slice_line(struct pf_slice *rest, struct pf_slice *line)
{
	const char *nl;
	size_t len;

	if (!rest->len)
		return false;
	nl = memchr(rest->ptr, '\n', rest->len);
	len = nl ? (size_t)(nl - rest->ptr) : rest->len;
	*line = pf_slice_make(rest->ptr, len);
	*rest = pf_slice_cut(*rest, nl ? len + 1 : len, rest->len);
	if (line->len && line->ptr[line->len - 1] == '\r')
		line->len--;
	return true;
}
