/*
 * nearest.h - "did you mean": the known name closest to what was typed.
 */
#ifndef PRFAQ_BASE_NEAREST_H
#define PRFAQ_BASE_NEAREST_H

#include <stddef.h>

/* Edits (insert, delete, change, swap of neighbours) from a to b, ASCII case ignored. */
size_t pf_edit_distance(const char *a, const char *b);
/* The nearest of names[0..n), or NULL when none is within a third of its length
 * (2 for a short one, 1 under four letters) and none begins with `word`. First of equals. */
const char *pf_nearest(const char *word, const char *const *names, size_t n);

#endif
