/*
 * mem.h - allocation that does not fail.
 *
 * Every input has a documented size limit, so running out of memory is never
 * the user's error: the pf_x* calls run the hook (which restores the terminal
 * and closes the journal) and end the program with exit code 3.
 */
#ifndef PRFAQ_BASE_MEM_H
#define PRFAQ_BASE_MEM_H

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>

#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"

/* What these give is freed with free(). */
PF_NEVER_NULL void *pf_xmalloc(size_t size); /* size 0 gives a valid pointer */
PF_NEVER_NULL void *pf_xcalloc(size_t n, size_t size);
/* n * size bytes, overflow checked */
PF_NEVER_NULL void *pf_xrealloc(void *p, size_t n, size_t size);
PF_NEVER_NULL char *pf_xstrdup(const char *s);
PF_NEVER_NULL char *pf_xslicedup(struct pf_slice s); /* NUL-ended copy */

/* Called once, before the program ends for want of memory. NULL for none. */
void pf_mem_on_exhausted(void (*hook)(void));

/*
 * A growable array is three fields of a struct: `T *v; size_t n, cap;`.
 * PF_PUSH makes room for one more and is the lvalue of it:
 *
 *	*PF_PUSH(&list) = item;
 *
 * Pointers into the array die at the next push; keep indexes.
 */
#define PF_PUSH(a) \
	((a)->v = pf_mem_room((a)->v, (a)->n, &(a)->cap, sizeof(*(a)->v)), &(a)->v[(a)->n++])

/* Makes room for n items in all, so that as many pushes move nothing. What is not used costs only
 * addresses. */
#define PF_RESERVE(a, n) ((a)->v = pf_mem_reserve((a)->v, (n), &(a)->cap, sizeof(*(a)->v)))

PF_NEVER_NULL void *pf_mem_reserve(void *v, size_t n, size_t *cap, size_t size);

/* Twice the room, or the first of it; *cap is the new number of items of `size` bytes. */
PF_NEVER_NULL void *pf_mem_grow(void *v, size_t *cap, size_t size);

/* `v` with room for one more than `n`. */
static inline void *pf_mem_room(void *v, size_t n, size_t *cap, size_t size)
{
	if (n == *cap)
		return pf_mem_grow(v, cap, size);
	assert(v);
	return v;
}

#endif
