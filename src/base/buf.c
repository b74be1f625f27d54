#include "prfaq/base/buf.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"

void pf_buf_release(struct pf_buf *buf)
{
	if (!buf)
		return;
	free(buf->ptr);
	*buf = (struct pf_buf){0};
}

void pf_buf_clear(struct pf_buf *buf)
{
	buf->len = 0;
	if (buf->ptr)
		buf->ptr[0] = '\0';
}

void pf_buf_reserve(struct pf_buf *buf, size_t more)
{
	size_t cap = buf->cap ? buf->cap : 32;

	if (buf->ptr && buf->cap - buf->len > more)
		return;
	while (cap - buf->len <= more)
		cap *= 2;
	buf->ptr = pf_xrealloc(buf->ptr, cap, 1);
	buf->cap = cap;
	buf->ptr[buf->len] = '\0';
}

void pf_buf_add(struct pf_buf *buf, const void *bytes, size_t len)
{
	pf_buf_reserve(buf, len);
	if (len)
		memcpy(buf->ptr + buf->len, bytes, len);
	buf->len += len;
	buf->ptr[buf->len] = '\0';
}

void pf_buf_adds(struct pf_buf *buf, const char *s)
{
	pf_buf_add(buf, s, strlen(s));
}

void pf_buf_slice(struct pf_buf *buf, struct pf_slice s)
{
	pf_buf_add(buf, s.ptr, s.len);
}

void pf_buf_byte(struct pf_buf *buf, char byte)
{
	pf_buf_reserve(buf, 1);
	buf->ptr[buf->len++] = byte;
	buf->ptr[buf->len] = '\0';
}

void pf_buf_repeat(struct pf_buf *buf, char byte, size_t n)
{
	pf_buf_reserve(buf, n);
	memset(buf->ptr + buf->len, byte, n);
	buf->len += n;
	buf->ptr[buf->len] = '\0';
}

#define PRINTED 64u /* bytes; what is longer has to be printed twice */

void pf_buf_vprintf(struct pf_buf *buf, const char *fmt, va_list ap)
{
	va_list again;
	size_t room;
	int need;

	pf_buf_reserve(buf, PRINTED);
	room = buf->cap - buf->len;
	va_copy(again, ap);
	need = vsnprintf(buf->ptr + buf->len, room, fmt, ap);
	assert(need >= 0);
	if ((size_t)need >= room) {
		pf_buf_reserve(buf, (size_t)need);
		vsnprintf(buf->ptr + buf->len, (size_t)need + 1, fmt, again);
	}
	va_end(again);
	buf->len += (size_t)need;
}

void pf_buf_printf(struct pf_buf *buf, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	pf_buf_vprintf(buf, fmt, ap);
	va_end(ap);
}

void pf_buf_rune(struct pf_buf *buf, uint32_t rune)
{
	char bytes[4];

	pf_buf_add(buf, bytes, pf_utf8_encode(rune, bytes));
}

void pf_buf_splice(struct pf_buf *buf, size_t begin, size_t end, struct pf_slice with)
{
	assert(begin <= end && end <= buf->len);
	pf_buf_reserve(buf, with.len);
	memmove(buf->ptr + begin + with.len, buf->ptr + end, buf->len - end + 1);
	if (with.len)
		memcpy(buf->ptr + begin, with.ptr, with.len);
	buf->len = buf->len - (end - begin) + with.len;
}

struct pf_slice pf_buf_view(const struct pf_buf *buf)
{
	return pf_slice_make(buf->ptr, buf->len);
}

const char *pf_buf_cstr(struct pf_buf *buf)
{
	pf_buf_reserve(buf, 0);
	return buf->ptr;
}

char *pf_buf_take(struct pf_buf *buf)
{
	char *bytes;

	pf_buf_reserve(buf, 0);
	bytes = buf->ptr;
	*buf = (struct pf_buf){0};
	return bytes;
}
