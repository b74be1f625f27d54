/*
 * hash.h - the hash of a word, taken eight folded bytes at a time.
 *
 * Nearly every word of a draft is eight plain letters or fewer: one step, without a look at each of
 * them. The bytes may come in pieces of any size; the hash is that of all of them. Private to the
 * text layer; pf_word_hash is what others see.
 */
#ifndef PRFAQ_SRC_TEXT_HASH_H
#define PRFAQ_SRC_TEXT_HASH_H

#include <stdint.h>

struct hash {
	uint64_t done;  /* of all whole groups of eight */
	uint64_t bytes; /* of the group under way, the first one lowest, zeros behind the last */
	uint64_t first; /* the first whole group; 0 before there is one */
	uint32_t n;     /* how many bytes the group under way has, below eight */
};

static inline uint64_t hash_step(uint64_t done, uint64_t bytes)
{
	done = (done ^ bytes) * UINT64_C(0x9E3779B97F4A7C15);
	return done ^ done >> 32;
}

/* Adds 1 to 8 bytes, the first one lowest, zeros behind the last. */
static inline void hash_add(struct hash *h, uint64_t bytes, uint32_t n)
{
	uint32_t room = 8 - h->n;

	h->bytes |= bytes << 8 * h->n;
	h->n += n;
	if (n < room)
		return;
	h->done = hash_step(h->done, h->bytes);
	h->first = h->first ? h->first : h->bytes;
	h->bytes = room < 8 ? bytes >> 8 * room : 0;
	h->n = n - room;
}

/* Never 0, which is no word's hash. */
static inline uint32_t hash_end(const struct hash *h)
{
	uint32_t end = (uint32_t)(h->n ? hash_step(h->done, h->bytes) : h->done);

	return end ? end : 1;
}

/* Of one group alone: fewer than eight bytes, but at least one. */
static inline uint32_t hash_short(uint64_t bytes)
{
	struct hash hash = {.bytes = bytes, .n = 1};

	return hash_end(&hash);
}

/* Of a group of eight and of those behind it, fewer than eight or none: 0. */
static inline uint32_t hash_long(uint64_t first, uint64_t rest)
{
	struct hash hash = {.done = hash_step(0, first), .bytes = rest, .n = rest != 0};

	return hash_end(&hash);
}

/* The first eight bytes that were added. */
static inline uint64_t hash_head(const struct hash *h)
{
	return h->first ? h->first : h->bytes;
}

/* Adds a letter outside ASCII, folded; curly apostrophes count as the straight one. */
void hash_rune(struct hash *h, uint32_t rune);

#endif
