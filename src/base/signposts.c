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
	size_t k = 0;

	posts->items = (uint32_t)n;
	posts->n = n ? (offset_at(first + (n - 1) * size) >> PF_SIGNPOST_BITS) + 1 : 0;
	if (posts->n > posts->cap) {
		posts->cap = posts->n;
		posts->v = pf_xrealloc(posts->v, posts->cap, sizeof(*posts->v));
	}
	for (size_t i = 0; i < n; i++)
		for (uint32_t off = offset_at(first + i * size); k <= off >> PF_SIGNPOST_BITS; k++)
			posts->v[k] = (uint32_t)i;
}

void pf_signposts_release(struct pf_signposts *posts)
{
	free(posts->v);
	*posts = (struct pf_signposts){0};
}
