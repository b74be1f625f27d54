/*
 * buf.h - a growing run of bytes: how every text is put together.
 *
 * A zeroed buf is empty and valid. ptr is NULL only before the first byte;
 * after it there is always a NUL at ptr[len] that is not counted.
 */
#ifndef PRFAQ_BASE_BUF_H
#define PRFAQ_BASE_BUF_H

#include <stdarg.h>
#include <stdint.h>

#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"

struct pf_buf {
	char *ptr;
	size_t len;
	size_t cap;
};

void pf_buf_release(struct pf_buf *buf);              /* frees and zeroes; NULL-safe */
void pf_buf_clear(struct pf_buf *buf);                /* empties, keeps the memory */
void pf_buf_reserve(struct pf_buf *buf, size_t more); /* room for `more` bytes and the NUL */
void pf_buf_add(struct pf_buf *buf, const void *bytes, size_t len);
void pf_buf_adds(struct pf_buf *buf, const char *s);
void pf_buf_slice(struct pf_buf *buf, struct pf_slice s);
void pf_buf_byte(struct pf_buf *buf, char byte);
void pf_buf_repeat(struct pf_buf *buf, char byte, size_t n);
void pf_buf_printf(struct pf_buf *buf, const char *fmt, ...) PF_PRINTF(2, 3);
void pf_buf_vprintf(struct pf_buf *buf, const char *fmt, va_list ap) PF_PRINTF(2, 0);
void pf_buf_rune(struct pf_buf *buf, uint32_t rune); /* as UTF-8 */
/* Replaces bytes [begin, end) by `with`, which must not point into the buf. */
void pf_buf_splice(struct pf_buf *buf, size_t begin, size_t end, struct pf_slice with);
/* The bytes, borrowed: both die with the next change of the buf. */
struct pf_slice pf_buf_view(const struct pf_buf *buf);
const char *pf_buf_cstr(struct pf_buf *buf); /* NUL-ended, never NULL */
/* Hands the NUL-ended bytes over, never NULL; the caller frees them; the buf is empty after. */
char *pf_buf_take(struct pf_buf *buf);

#endif
