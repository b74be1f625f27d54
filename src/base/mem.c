#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE /* madvise */
#endif

#include "prfaq/base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static void (*on_exhausted)(void);

void pf_mem_on_exhausted(void (*hook)(void))
{
	on_exhausted = hook;
}

static _Noreturn void exhausted(void)
{
	void (*hook)(void) = on_exhausted;

	on_exhausted = NULL; /* the hook may itself want memory: once only */
	if (hook)
		hook();
	fputs("prfaq: out of memory\n", stderr);
	_Exit(3);
}

#define LARGE (1u << 20) /* bytes */

/* What is large is asked for in pages of megabytes, where the kernel has them: a book is then given
 * in a third of the faults, and walked with fewer looks into the tables of pages. From the page on
 * that it begins in: a part of a mapping could not be moved as it grows. */
static void *in_large_pages(void *p, size_t size)
{
#ifdef MADV_HUGEPAGE
	if (p && size >= LARGE) {
		size_t over = (uintptr_t)p & ((size_t)sysconf(_SC_PAGESIZE) - 1);

		(void)madvise((char *)p - over, size + over, MADV_HUGEPAGE);
	}
#else
	(void)size;
#endif
	return p;
}

void *pf_xmalloc(size_t size)
{
	void *p = in_large_pages(malloc(size ? size : 1), size);

	if (!p)
		exhausted();
	return p;
}

void *pf_xcalloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (!p)
		exhausted();
	return in_large_pages(p, n * size);
}

void *pf_xrealloc(void *p, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		exhausted();
	p = in_large_pages(realloc(p, n && size ? n * size : 1), n * size);
	if (!p)
		exhausted();
	return p;
}

char *pf_xstrdup(const char *s)
{
	return pf_xslicedup(pf_slice_of(s));
}

char *pf_xslicedup(struct pf_slice s)
{
	char *copy = pf_xmalloc(s.len + 1);

	if (s.len)
		memcpy(copy, s.ptr, s.len);
	copy[s.len] = '\0';
	return copy;
}

void *pf_mem_reserve(void *v, size_t n, size_t *cap, size_t size)
{
	if (v && n <= *cap)
		return v;
	*cap = n ? n : 1;
	return pf_xrealloc(v, *cap, size);
}

void *pf_mem_grow(void *v, size_t *cap, size_t size)
{
	*cap = *cap ? *cap * 2 : 8;
	return pf_xrealloc(v, *cap, size);
}
