/*
 * error.h - what went wrong, where, and what would be right.
 *
 * Fixed size and no pointers, so that reporting an error cannot fail and an
 * error can be copied. A zeroed pf_error is "no error". Every function that
 * takes a `struct pf_error *` accepts NULL.
 */
#ifndef PRFAQ_BASE_ERROR_H
#define PRFAQ_BASE_ERROR_H

#include <stddef.h>
#include <stdint.h>

#include "prfaq/base/status.h"

struct pf_error {
	enum pf_status status;
	uint32_t line;     /* 1-based; 0 = no place in the file */
	uint32_t column;   /* 1-based, in code points; 0 = unknown */
	char file[256];    /* "" = not about a file */
	char message[512]; /* one line without the place: what is wrong, what would be right */
	char source[256];  /* the offending line itself, or "" */
};

/* Fills *err (may be NULL) and returns `status`, so that a caller can
 * `return pf_error_set(err, PF_ERR_IO, "...")`. Keeps file, line and column. */
enum pf_status pf_error_set(struct pf_error *err, enum pf_status status, const char *fmt, ...)
	PF_PRINTF(3, 4);

/* Adds the place. `file` may be NULL (kept as it is). Returns err->status (PF_OK if NULL). */
enum pf_status pf_error_at(struct pf_error *err, const char *file, uint32_t line, uint32_t column);

/* "file:line:column: message" (parts that are unknown are left out), cut to
 * fit; with a source line, that line follows after a newline and a tab.
 * Always NUL-ended. Returns `out`. */
char *pf_error_text(const struct pf_error *err, char *out, size_t size);

#endif
