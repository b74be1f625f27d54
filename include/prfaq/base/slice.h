/*
 * slice.h - bytes that belong to somebody else.
 *
 * A slice is borrowed: it dies with what it was cut from. Not NUL-ended. A
 * zeroed slice is the empty one; ptr may be NULL only when len is 0.
 */
#ifndef PRFAQ_BASE_SLICE_H
#define PRFAQ_BASE_SLICE_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pf_slice {
	const char *ptr;
	size_t len;
};

/* A half-open range of bytes [begin, end) in some text; begin <= end. */
struct pf_range {
	uint32_t begin;
	uint32_t end;
};

static inline bool pf_range_empty(struct pf_range r)
{
	return r.begin >= r.end;
}

static inline bool pf_range_in(struct pf_range inner, struct pf_range outer)
{
	return inner.begin >= outer.begin && inner.end <= outer.end;
}

#define PF_SLICE(literal) ((struct pf_slice){"" literal, sizeof(literal) - 1})
/* For printf: printf("%.*s", PF_SLICE_ARG(s)). */
#define PF_SLICE_ARG(s) (int)(s).len, (s).ptr

struct pf_slice pf_slice_of(const char *s); /* NULL gives the empty slice */
static inline struct pf_slice pf_slice_make(const char *ptr, size_t len)
{
	return (struct pf_slice){ptr, len};
}

/* Bytes [begin, end); both assert begin <= end <= len. */
static inline struct pf_slice pf_slice_cut(struct pf_slice s, size_t begin, size_t end)
{
	assert(begin <= end && end <= s.len);
	/* An empty slice may have no bytes to point into. */
	return begin ? (struct pf_slice){s.ptr + begin, end - begin}
		     : (struct pf_slice){s.ptr, end};
}

static inline struct pf_slice pf_slice_range(struct pf_slice text, struct pf_range r)
{
	return pf_slice_cut(text, r.begin, r.end);
}

struct pf_slice pf_slice_trim(struct pf_slice s); /* ASCII white space, both ends */
bool pf_slice_equal(struct pf_slice a, struct pf_slice b);
bool pf_slice_is(struct pf_slice a, const char *s);
bool pf_slice_equal_nocase(struct pf_slice a, struct pf_slice b); /* ASCII case only */
bool pf_slice_starts(struct pf_slice s, const char *prefix);
bool pf_slice_ends(struct pf_slice s, const char *suffix);
bool pf_slice_starts_nocase(struct pf_slice s, const char *prefix);
/* Offset of `needle` in `s`, or s.len when it is not there. The empty needle is at 0. */
size_t pf_slice_find(struct pf_slice s, struct pf_slice needle);
/* Takes what stands before `sign` off *rest, and the sign; all of it where the sign is not there.
 */
struct pf_slice pf_slice_until(struct pf_slice *rest, const char *sign);
/* Takes the first line off *rest, without its "\n" or "\r\n"; false when *rest is empty. */
bool pf_slice_line(struct pf_slice *rest, struct pf_slice *line);

#endif
