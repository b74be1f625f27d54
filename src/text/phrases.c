/* Phrases are added: each word of one leads to a node, and the last holds the values. */
#include <string.h>

#include "fold.h"
#include "prfaq/base/mem.h"
#include "trie.h"

struct pf_phrases *pf_phrases_new(void)
{
	struct pf_phrases *p = pf_xcalloc(1, sizeof(*p));

	*PF_PUSH(&p->nodes) = (struct node){0};
	*PF_PUSH(&p->values) = (struct value){0};
	p->n_slots = 1024;
	p->slots = pf_xcalloc(p->n_slots, sizeof(*p->slots));
	return p;
}

void pf_phrases_free(struct pf_phrases *p)
{
	if (!p)
		return;
	if (!p->lent) {
		free(p->nodes.v);
		free(p->values.v);
		free(p->slots);
		pf_buf_release(&p->words);
	}
	pf_tokens_release(&p->scratch);
	pf_buf_release(&p->folded);
	free(p);
}

static void slot_put(struct pf_phrases *p, uint32_t node)
{
	uint32_t i = mix(p->nodes.v[node].from, p->nodes.v[node].key);

	while (p->slots[i & (p->n_slots - 1)])
		i++;
	p->slots[i & (p->n_slots - 1)] = node;
}

static void grow(struct pf_phrases *p)
{
	uint32_t *old = p->slots, n_old = p->n_slots;

	p->n_slots *= 2;
	p->slots = pf_xcalloc(p->n_slots, sizeof(*p->slots));
	for (uint32_t i = 0; i < n_old; i++)
		if (old[i])
			slot_put(p, old[i]);
	free(old);
}

/* The node behind `from` over that word. */
static uint32_t node_add(struct pf_phrases *p, uint32_t from, uint32_t key, uint64_t head,
			 const char *word)
{
	uint32_t first = node_find(p, from, key), n = first;

	while (n && strcmp(p->words.ptr + p->nodes.v[n].word, word) != 0)
		n = p->nodes.v[n].next;
	if (n)
		return n;
	n = (uint32_t)p->nodes.n;
	*PF_PUSH(&p->nodes) = (struct node){
		.from = from,
		.key = key,
		.head = {(uint32_t)head, (uint32_t)(head >> 32)},
		.word = (uint32_t)p->words.len,
		.next = first ? p->nodes.v[first].next : 0,
	};
	if (key & STEM_SIGN)
		p->nodes.v[from].stems |= follow_bit(key);
	else
		p->nodes.v[from].words |= follow_bit(key);
	pf_buf_add(&p->words, word, strlen(word) + 1);
	if (first) {
		p->nodes.v[first].next = n;
	} else {
		slot_put(p, n);
		if (p->nodes.n * 2 > p->n_slots)
			grow(p);
	}
	return n;
}

static void value_add(struct pf_phrases *p, uint32_t node, uint32_t value)
{
	uint32_t at = p->nodes.v[node].value, before = 0, new = (uint32_t)p->values.n;

	while (at && p->values.v[at].value < value) {
		before = at;
		at = p->values.v[at].next;
	}
	if (at && p->values.v[at].value == value)
		return;
	*PF_PUSH(&p->values) = (struct value){value, at};
	if (before)
		p->values.v[before].next = new;
	else
		p->nodes.v[node].value = new;
}

static void note_first(struct pf_phrases *p, const struct pf_token *t, uint32_t key)
{
	if (key & STEM_SIGN)
		p->two[two_hash(key) / 8] |= (uint8_t)(1u << (two_hash(key) % 8));
	else
		p->first[bit_of(key) / 8] |= (uint8_t)(1u << (bit_of(key) % 8));
	p->signs = p->signs || t->kind == PF_TOKEN_SIGN;
}

void pf_phrases_add(struct pf_phrases *p, struct pf_slice phrase, uint32_t value)
{
	struct pf_slice s = pf_slice_trim(phrase);
	bool open = s.len > 1 && s.ptr[s.len - 1] == '*';
	struct pf_tokens *tokens = &p->scratch;
	struct pf_buf *word = &p->folded;
	uint32_t node = 0;

	pf_phrases_own(p);
	if (open)
		s.len--;
	pf_tokens_scan(tokens, s, NULL, 0, NULL, 0);
	for (size_t i = 0; i < tokens->n; i++) {
		const struct pf_token *t = &tokens->v[i];
		uint32_t key = key_of(s, t);

		if (is_hyphen(t))
			continue;
		pf_word_fold(word, pf_slice_cut(s, t->begin, t->end));
		if (open && i + 1 == tokens->n && word->len > 1)
			key = two_of(word->ptr);
		if (!node)
			note_first(p, t, key);
		node = node_add(p, node, key, t->head, word->ptr);
	}
	if (node)
		value_add(p, node, value);
}
