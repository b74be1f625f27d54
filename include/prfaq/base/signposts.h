/*
 * signposts.h - finding a byte's place in an ascending list without a search.
 *
 * A binary search in a long list misses the cache at every step. Here a post
 * stands at every 16th byte and names the first item that begins there or
 * later; from it the list is walked to the byte that is asked for.
 */
#ifndef PRFAQ_BASE_SIGNPOSTS_H
#define PRFAQ_BASE_SIGNPOSTS_H

#include <stddef.h>
#include <stdint.h>

#define PF_SIGNPOST_BITS 4u

struct pf_signposts {
	uint32_t *v;
	size_t n, cap;
	uint32_t items; /* in the list */
};

/*
 * Puts posts up along `n` structs of `size` bytes, whose offset is the uint32_t
 * `member` bytes into each; offsets ascend, equal ones are allowed. What stood
 * before is replaced. `items` may be NULL when n is 0.
 */
void pf_signposts_put(struct pf_signposts *posts, const void *items, size_t n, size_t size,
		      size_t member);
void pf_signposts_release(struct pf_signposts *posts);

/* An item such that all before it begin before `off`: walk on from it. n when all do. */
static inline size_t pf_signposts_from(const struct pf_signposts *posts, uint32_t off)
{
	size_t k = off >> PF_SIGNPOST_BITS;

	return k < posts->n ? posts->v[k] : posts->items;
}

/* An item such that it and all behind it begin after `off`. n when there is none. */
static inline size_t pf_signposts_to(const struct pf_signposts *posts, uint32_t off)
{
	size_t k = (off >> PF_SIGNPOST_BITS) + 1;

	return k < posts->n ? posts->v[k] : posts->items;
}

#endif
