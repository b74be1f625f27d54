#include "prfaq/base/utf8.h"

#include <string.h>

#include <assert.h>
#include <utf8proc.h>

#include "prfaq/base/ascii.h"

/* Bytes of the sequence that `lead` begins, 0 for a byte that begins none. */
static size_t sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead < 0xC2)
		return 0;
	if (lead < 0xE0)
		return 2;
	if (lead < 0xF0)
		return 3;
	return lead < 0xF5 ? 4 : 0;
}

uint32_t pf_utf8_decode(struct pf_slice s, size_t off, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s.ptr + off;
	size_t n;
	uint32_t rune;
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};

	assert(off < s.len);
	n = sequence_length(*p);
	*len = 1;
	if (n == 1)
		return *p;
	if (!n || n > s.len - off)
		return PF_RUNE_BAD;
	rune = *p & (0xFFu >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return PF_RUNE_BAD;
		rune = rune << 6 | (p[i] & 0x3F);
	}
	if (rune < least[n] || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000))
		return PF_RUNE_BAD;
	*len = n;
	return rune;
}

size_t pf_utf8_encode(uint32_t rune, char out[4])
{
	if (rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000))
		rune = PF_RUNE_BAD;
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)rune, (utf8proc_uint8_t *)out);
}

/* Past the plain bytes at off, eight at a time; the last few are left. */
static size_t skip_ascii(struct pf_slice s, size_t off)
{
	uint64_t eight;

	for (; s.len - off >= sizeof(eight); off += sizeof(eight)) {
		memcpy(&eight, s.ptr + off, sizeof(eight));
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	return off;
}

size_t pf_utf8_valid(struct pf_slice s)
{
	size_t off = 0, len;

	while ((off = skip_ascii(s, off)) < s.len) {
		if ((unsigned char)s.ptr[off] < 0x80) {
			off++;
			continue;
		}
		pf_utf8_decode(s, off, &len);
		if (len == 1)
			return off;
		off += len;
	}
	return off;
}

size_t pf_utf8_count(struct pf_slice s)
{
	size_t n = 0, len;

	for (size_t off = 0; off < s.len; off += len, n++)
		pf_utf8_decode(s, off, &len);
	return n;
}

bool pf_utf8_is_hostile(uint32_t rune)
{
	if (rune >= 0x20 && rune < 0x7F)
		return false;
	if (rune < 0x20)
		return rune != '\t' && rune != '\n';
	if (rune >= 0x7F && rune < 0xA0)
		return true;
	if (rune == 0x061C || rune == 0x180E || rune == 0xFEFF || rune == 0x00AD)
		return true;
	if (rune >= 0x200B && rune <= 0x200F)
		return rune != 0x200D;
	if (rune == 0x2028 || rune == 0x2029)
		return true;
	return (rune >= 0x202A && rune <= 0x202E) || (rune >= 0x2060 && rune <= 0x206F) ||
	       (rune >= 0xFFF9 && rune <= 0xFFFB) || (rune >= 0xE0000 && rune <= 0xE007F);
}

int pf_utf8_width(uint32_t rune)
{
	if (rune < 0x7F)
		return 1;
	if (pf_utf8_is_hostile(rune))
		return 1;
	/* Vowels and finals of decomposed Hangul are drawn into the syllable's first letter. */
	if ((rune >= 0x1160 && rune < 0x1200) || (rune >= 0xD7B0 && rune < 0xD800))
		return 0;
	int width = utf8proc_charwidth((utf8proc_int32_t)rune);
	utf8proc_category_t cat = utf8proc_category((utf8proc_int32_t)rune);

	/* utf8proc gives 0 both to marks and to what it does not know. */
	if (!width && cat != UTF8PROC_CATEGORY_MN && cat != UTF8PROC_CATEGORY_ME &&
	    cat != UTF8PROC_CATEGORY_MC && cat != UTF8PROC_CATEGORY_CF)
		return 1;
	return width > 2 ? 2 : width;
}

int pf_utf8_columns(struct pf_slice s)
{
	int columns = 0;
	size_t len;

	for (size_t off = 0; off < s.len; off += len)
		columns += pf_utf8_width(pf_utf8_decode(s, off, &len));
	return columns;
}

int pf_utf8_cluster_columns(struct pf_slice cluster)
{
	int columns;

	if (cluster.len == 1)
		return cluster.ptr[0] == '\t' ? PF_TAB_COLUMNS : 1;
	columns = pf_utf8_columns(cluster);
	return columns ? columns : 1;
}

size_t pf_utf8_next(struct pf_slice s, size_t off)
{
	utf8proc_int32_t state = 0;
	size_t len;
	uint32_t rune;

	if (off >= s.len)
		return s.len;
	rune = pf_utf8_decode(s, off, &len);
	off += len;
	while (off < s.len) {
		/* Two plain ASCII neighbours never form a cluster, but CR LF does. */
		uint32_t next = pf_utf8_decode(s, off, &len);

		if (rune < 0x80 && next < 0x80 && !(rune == '\r' && next == '\n'))
			break;
		if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)rune, (utf8proc_int32_t)next,
						     &state))
			break;
		rune = next;
		off += len;
	}
	return off;
}

static bool is_plain(char c)
{
	return c >= 0x20 && c < 0x7F;
}

size_t pf_utf8_cluster(struct pf_slice s, size_t off, int *cols)
{
	size_t next;

	/* Nine of ten: plain ASCII before plain ASCII is a cluster. */
	if (is_plain(s.ptr[off]) && (off + 1 == s.len || is_plain(s.ptr[off + 1]))) {
		*cols = 1;
		return off + 1;
	}
	next = pf_utf8_next(s, off);
	*cols = pf_utf8_cluster_columns(pf_slice_cut(s, off, next));
	return next;
}

/* Offset of the rune before off: an invalid byte is one of its own. */
static size_t rune_before(struct pf_slice s, size_t off)
{
	size_t len;

	for (size_t back = 1; back <= 4 && back <= off; back++) {
		if (((unsigned char)s.ptr[off - back] & 0xC0) == 0x80)
			continue; /* only a first byte says how long the rune is */
		pf_utf8_decode(s, off - back, &len);
		return len == back ? off - back : off - 1;
	}
	return off - 1;
}

size_t pf_utf8_prev(struct pf_slice s, size_t off)
{
	size_t start, at, next;

	if (!off)
		return 0;
	/* Clusters are only defined forwards: start where a break is certain. */
	start = rune_before(s, off);
	for (int i = 0; i < 64 && start; i++) {
		size_t len, before = rune_before(s, start);
		uint32_t a = pf_utf8_decode(s, before, &len);
		uint32_t b = pf_utf8_decode(s, start, &len);

		if (a < 0x80 && b < 0x80 && !(a == '\r' && b == '\n'))
			break;
		start = before;
	}
	for (at = start; (next = pf_utf8_next(s, at)) < off; at = next)
		;
	return at;
}

bool pf_utf8_is_letter(uint32_t rune)
{
	if (rune < 0x80)
		return pf_ascii_is_letter((char)rune);
	switch (utf8proc_category((utf8proc_int32_t)rune)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO: return true;
	default: return false;
	}
}

bool pf_utf8_is_space(uint32_t rune)
{
	return rune == ' ' || (rune >= '\t' && rune <= '\r') || rune == 0x85 || rune == 0xA0 ||
	       rune == 0x1680 || (rune >= 0x2000 && rune <= 0x200A) || rune == 0x2028 ||
	       rune == 0x2029 || rune == 0x202F || rune == 0x205F || rune == 0x3000;
}

uint32_t pf_utf8_lower(uint32_t rune)
{
	if (rune < 0x80)
		return (uint32_t)pf_ascii_lower((char)rune);
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)rune);
}
