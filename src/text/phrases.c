/* Phrases are added: each word of one is an edge, and its last node holds the values. */
#include <string.h>

#include "fold.h"
#include "prfaq/base/mem.h"
#include "trie.h"

struct pf_phrases *pf_phrases_new(void)
{
	struct pf_phrases *p = pf_xcalloc(1, sizeof(*p));

	*PF_PUSH(&p->edges) = (struct edge){0};
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
		free(p->edges.v);
		free(p->nodes.v);
		free(p->values.v);
		free(p->slots);
		pf_buf_release(&p->words);
	}
	pf_tokens_release(&p->scratch);
	pf_buf_release(&p->folded);
	free(p);
}

static void slot_put(struct pf_phrases *p, uint32_t edge)
{
	uint32_t i = mix(p->edges.v[edge].node, p->edges.v[edge].key);

	while (p->slots[i & (p->n_slots - 1)])
		i++;
	p->slots[i & (p->n_slots - 1)] = edge;
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

static uint32_t edge_add(struct pf_phrases *p, uint32_t node, uint32_t key, uint64_t head,
			 const char *word)
{
	uint32_t first = edge_find(p, node, key), e = first;

	while (e && strcmp(p->words.ptr + p->edges.v[e].word, word) != 0)
		e = p->edges.v[e].next;
	if (e)
		return p->edges.v[e].child;
	e = (uint32_t)p->edges.n;
	*PF_PUSH(&p->edges) = (struct edge){
		node,
		key,
		(uint32_t)p->nodes.n,
		(uint32_t)p->words.len,
		first ? p->edges.v[first].next : 0,
		{(uint32_t)head, (uint32_t)(head >> 32)},
	};
	*PF_PUSH(&p->nodes) = (struct node){0};
	if (key & STEM_SIGN)
		p->nodes.v[node].stems |= follow_bit(key);
	else
		p->nodes.v[node].words |= follow_bit(key);
	pf_buf_add(&p->words, word, strlen(word) + 1);
	if (first) {
		p->edges.v[first].next = e;
	} else {
		slot_put(p, e);
		if (p->edges.n * 2 > p->n_slots)
			grow(p);
	}
	return p->edges.v[e].child;
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
		node = edge_add(p, node, key, t->head, word->ptr);
	}
	if (node)
		value_add(p, node, value);
}
