/* A table of phrases written down, and read again where it lies. */
#include <string.h>

#include "prfaq/base/mem.h"
#include "trie.h"

/* What is stored: this, then nodes, values, slots and words. All are 32-bit numbers but the
 * words, which are last. */
struct stored {
	uint32_t n_nodes, n_values, n_slots, n_words;
	uint32_t signs;
	uint8_t first[(1u << FIRST_BITS) / 8];
	uint8_t two[1u << 5];
};

void pf_phrases_store(const struct pf_phrases *p, struct pf_buf *out)
{
	struct stored head = {
		.n_nodes = (uint32_t)p->nodes.n,
		.n_values = (uint32_t)p->values.n,
		.n_slots = p->n_slots,
		.n_words = (uint32_t)p->words.len,
		.signs = p->signs,
	};

	memcpy(head.first, p->first, sizeof(head.first));
	memcpy(head.two, p->two, sizeof(head.two));
	pf_buf_add(out, &head, sizeof(head));
	pf_buf_add(out, p->nodes.v, p->nodes.n * sizeof(*p->nodes.v));
	pf_buf_add(out, p->values.v, p->values.n * sizeof(*p->values.v));
	pf_buf_add(out, p->slots, p->n_slots * sizeof(*p->slots));
	pf_buf_add(out, p->words.ptr, p->words.len);
	pf_buf_repeat(out, '\0', -p->words.len % sizeof(uint32_t));
}

/* The next n of `size` bytes at *at. The const goes, and comes back with `lent`: see
 * pf_phrases_own().
 */
static void *take(const uint32_t **at, size_t n, size_t size)
{
	void *here = (void *)(uintptr_t)*at;

	*at += n * size / sizeof(**at);
	return here;
}

struct pf_phrases *pf_phrases_lend(const uint32_t *stored)
{
	struct pf_phrases *p = pf_xcalloc(1, sizeof(*p));
	struct stored head;
	const uint32_t *at = stored + sizeof(head) / sizeof(*stored);

	memcpy(&head, stored, sizeof(head));
	p->lent = true;
	p->signs = head.signs;
	p->nodes.n = head.n_nodes;
	p->values.n = head.n_values;
	p->n_slots = head.n_slots;
	p->words.len = head.n_words;
	p->nodes.v = take(&at, head.n_nodes, sizeof(*p->nodes.v));
	p->values.v = take(&at, head.n_values, sizeof(*p->values.v));
	p->slots = take(&at, head.n_slots, sizeof(*p->slots));
	p->words.ptr = take(&at, head.n_words, 1);
	memcpy(p->first, head.first, sizeof(p->first));
	memcpy(p->two, head.two, sizeof(p->two));
	return p;
}

static void *copied(const void *v, size_t n, size_t size)
{
	return memcpy(pf_xmalloc(n * size), v, n * size);
}

void pf_phrases_own(struct pf_phrases *p)
{
	struct pf_buf words = {0};

	if (!p->lent)
		return;
	p->lent = false;
	p->nodes.v = copied(p->nodes.v, p->nodes.cap = p->nodes.n, sizeof(*p->nodes.v));
	p->values.v = copied(p->values.v, p->values.cap = p->values.n, sizeof(*p->values.v));
	p->slots = copied(p->slots, p->n_slots, sizeof(*p->slots));
	pf_buf_add(&words, p->words.ptr, p->words.len);
	p->words = words;
}
