/*
 * trie.h - phrases as they are kept: a trie whose nodes live in one hash
 * table, keyed by (node before, word).
 *
 * Most words of a text go on no phrase. At the root two bitmaps turn them away, over the first
 * word's hash and over its first two letters; at every other node a bit for each word that follows
 * does. Private to phrases*.c.
 */
#ifndef PRFAQ_SRC_TEXT_TRIE_H
#define PRFAQ_SRC_TEXT_TRIE_H

#include "prfaq/base/ascii.h"
#include "prfaq/base/buf.h"
#include "prfaq/text/phrases.h"

#define FIRST_BITS 16u
#define STEM_SIGN  0x80000000u /* key of a beginning of a word ("optimi*") */

/* A node, and the word that leads to it. Node 0 is the root. */
struct node {
	uint32_t from, key; /* the node before it, and the word's key */
	uint32_t head[2];   /* of the word, as a token has it, in two halves */
	uint32_t value;     /* first of its values, or 0 */
	uint32_t words;     /* follow_bit of each word that goes on */
	uint32_t stems;     /* and of each beginning of one */
	uint32_t word;      /* its text in `words`, NUL-ended */
	uint32_t next;      /* the next with the same node before and the same key, or 0 */
};

struct value {
	uint32_t value, next;
};

/* Everything points by index, so that the arrays can be written down and read where they lie. */
struct pf_phrases {
	bool lent; /* the arrays are someone else's until the first phrase is added */
	struct {
		struct node *v;
		size_t n, cap;
	} nodes;
	struct {
		struct value *v;
		size_t n, cap;
	} values;        /* values.v[0] is not used */
	uint32_t *slots; /* hash table of node indexes, a power of two, 0 = free */
	uint32_t n_slots;
	struct pf_buf words;
	uint8_t first[(1u << FIRST_BITS) / 8];
	uint8_t two[1u << 5];     /* by the hash of two letters */
	bool signs;               /* some phrase begins with a sign */
	struct pf_tokens scratch; /* of the phrase that is added: thousands are */
	struct pf_buf folded;     /* a word of it */
};

static inline uint32_t mix(uint32_t node, uint32_t key)
{
	uint64_t h = ((uint64_t)node << 32 | key) * UINT64_C(0x9E3779B97F4A7C15);

	return (uint32_t)(h >> 32);
}

static inline uint32_t bit_of(uint32_t hash)
{
	return (hash * 0x9E3779B1u) >> (32 - FIRST_BITS);
}

static inline uint64_t node_head(const struct node *n)
{
	return n->head[0] | (uint64_t)n->head[1] << 32;
}

static inline uint8_t lower(char c)
{
	return (uint8_t)pf_ascii_lower(c);
}

static inline uint32_t two_of(const char *word)
{
	return STEM_SIGN | (uint32_t)lower(word[0]) << 8 | lower(word[1]);
}

static inline uint8_t two_hash(uint32_t two)
{
	return (uint8_t)((two >> 8 & 0xFF) * 31u + (two & 0xFF));
}

static inline uint32_t follow_bit(uint32_t key)
{
	return 1u << ((key & STEM_SIGN ? two_hash(key) : key) & 31);
}

/* The first node behind `from` over that key, or 0. */
static inline uint32_t node_find(const struct pf_phrases *p, uint32_t from, uint32_t key)
{
	for (uint32_t i = mix(from, key);; i++) {
		uint32_t n = p->slots[i & (p->n_slots - 1)];

		if (!n || (p->nodes.v[n].from == from && p->nodes.v[n].key == key))
			return n;
	}
}

static inline bool is_hyphen(const struct pf_token *t)
{
	return pf_token_is_sign(t, '-');
}

/* Signs have no hash of their own: they are told by their byte, or by their bytes' hash. */
static inline uint32_t key_of(struct pf_slice text, const struct pf_token *t)
{
	if (t->kind != PF_TOKEN_SIGN)
		return t->hash & ~STEM_SIGN;
	if (t->sign)
		return t->sign;
	return pf_word_hash(pf_slice_cut(text, t->begin, t->end)) & ~STEM_SIGN;
}

/* What was lent is copied before it is written to. */
void pf_phrases_own(struct pf_phrases *phrases);

#endif
