/*
 * mem.h - allocation that does not fail.
 *
 * Every input has a documented size limit, so running out of memory is never
 * the user's error: the pf_x* calls run the hook (which restores the terminal
 * and closes the journal) and end the program with exit code 3.
 */
#ifndef PRFAQ_BASE_MEM_H
#define PRFAQ_BASE_MEM_H

#include <stddef.h>
#include <stdlib.h>

#include "prfaq/base/slice.h"

void *pf_xmalloc(size_t size); /* size 0 gives a valid pointer */
void *pf_xcalloc(size_t n, size_t size);
void *pf_xrealloc(void *p, size_t n, size_t size); /* n * size bytes, overflow checked */
char *pf_xstrdup(const char *s);
char *pf_xslicedup(struct pf_slice s); /* NUL-ended copy */

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
#define PF_PUSH(a)                                                                              \
	(((a)->n == (a)->cap ? (void)((a)->v = pf_mem_grow((a)->v, &(a)->cap, sizeof(*(a)->v))) \
			     : (void)0),                                                        \
	 &(a)->v[(a)->n++])
void *pf_mem_grow(void *v, size_t *cap, size_t size);

#endif
