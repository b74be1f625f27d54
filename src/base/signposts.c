#include "prfaq/base/signposts.h"

#include <string.h>

#include "prfaq/base/mem.h"

static uint32_t offset_at(const char *member)
{
	uint32_t off;

	memcpy(&off, member, sizeof(off));
	return off;
}

void pf_signposts_put(struct pf_signposts *posts, const void *items, size_t n, size_t size,
		      size_t member)
{
	const char *first = n ? (const char *)items + member : NULL;

	posts->items = (uint32_t)n;
	posts->n = n ? (offset_at(first + (n - 1) * size) >> PF_SIGNPOST_BITS) + 1 : 0;
	if (posts->n > posts->cap) {
		posts->cap = posts->n;
		posts->v = pf_xrealloc(posts->v, posts->cap, sizeof(*posts->v));
	}
	if (!n)
		return;
	/* Backwards, so that of the items at a post the first one stays, and nothing is asked. */
	memset(posts->v, 0xFF, posts->n * sizeof(*posts->v));
	for (size_t i = n; i-- > 0;)
		posts->v[offset_at(first + i * size) >> PF_SIGNPOST_BITS] = (uint32_t)i;
	for (size_t k = posts->n; k-- > 0;)
		if (posts->v[k] == UINT32_MAX)
			posts->v[k] = posts->v[k + 1];
}

void pf_signposts_release(struct pf_signposts *posts)
{
	free(posts->v);
	*posts = (struct pf_signposts){0};
}
