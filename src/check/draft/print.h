/*
 * print.h - a line with a few words and counts in it. A check writes two hundred of them, and
 * vsnprintf takes longer over each than some rules take to judge.
 */
#ifndef PF_CHECK_PRINT_H
#define PF_CHECK_PRINT_H

#include <stdarg.h>

#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"

/* As vsnprintf, but returns how many bytes stand in `out`: fewer than `size`, which is not 0. */
size_t pf_print_line(char *out, size_t size, const char *fmt, va_list args) PF_PRINTF(3, 0);

#endif
