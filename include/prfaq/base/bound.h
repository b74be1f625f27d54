/*
 * bound.h - where a number belongs in an array that rises.
 */
#ifndef PRFAQ_BASE_BOUND_H
#define PRFAQ_BASE_BOUND_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* How many of n rising numbers, each `stride` bytes behind the one before, are below `key`: the
 * index of the first that is not, n when all are. O(log n). */
static inline size_t pf_lower_bound(const uint32_t *first, size_t n, size_t stride, uint32_t key)
{
	size_t low = 0;

	while (low < n) {
		size_t mid = low + (n - low) / 2;
		uint32_t at;

		memcpy(&at, (const char *)first + mid * stride, sizeof(at));
		if (at < key)
			low = mid + 1;
		else
			n = mid;
	}
	return low;
}

/* The same of a member of n structs. */
#define PF_LOWER_BOUND(v, n, member, key) \
	pf_lower_bound((n) ? &(v)->member : NULL, n, sizeof(*(v)), key)

#endif
