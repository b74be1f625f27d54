/* The memory of a parsed file: given out in pieces, freed as a whole. */
#include <stdalign.h>
#include <stddef.h>
#include <stdlib.h>

#include "node.h"
#include "prfaq/base/mem.h"

/* Blocks of at least this size, so that a prompt of 20 KB costs a handful of allocations. */
enum { BLOCK = 32768 };

struct block {
	struct block *next;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

void *pf_yaml_alloc(struct pf_yaml *yaml, size_t size)
{
	struct block *b = yaml->blocks;
	size_t need =
		(size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);

	if (!b || b->size - b->used < need) {
		size_t room = need > BLOCK ? need : BLOCK;

		b = pf_xcalloc(1, sizeof(*b) + room);
		b->size = room;
		b->next = yaml->blocks;
		yaml->blocks = b;
	}
	b->used += need;
	return b->bytes + b->used - need;
}

void pf_yaml_free(struct pf_yaml *yaml)
{
	if (!yaml)
		return;
	while (yaml->blocks) {
		struct block *next = yaml->blocks->next;

		free(yaml->blocks);
		yaml->blocks = next;
	}
	free(yaml->file);
	free(yaml->text);
	free(yaml);
}
