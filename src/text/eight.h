/*
 * eight.h - eight bytes of a text looked at in one step. Private to the text layer.
 */
#ifndef PRFAQ_SRC_TEXT_EIGHT_H
#define PRFAQ_SRC_TEXT_EIGHT_H

#include <stdint.h>
#include <string.h>

#include "prfaq/text/token.h"

/* Those that the text still has at off, fewer than eight, with zeros behind them. */
static inline uint64_t last_bytes(struct pf_slice text, size_t off)
{
	char bytes[8] = {0};

	memcpy(bytes, text.ptr + off, text.len - off);
	return pf_eight(bytes);
}

#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* How many of the eight bytes, from the lowest on, are letters of ASCII. */
static inline uint32_t letters_of(uint64_t bytes)
{
	uint64_t low = (bytes | EACH_BYTE(32)) & EACH_BYTE(0x7F);
	uint64_t from_a = low + EACH_BYTE(0x80 - 'a'), past_z = low + EACH_BYTE(0x7F - 'z');
	uint64_t others = (~from_a | past_z | bytes) & EACH_BYTE(0x80);

	return others ? (uint32_t)__builtin_ctzll(others) / 8 : 8;
}

/* The first n of them, which are letters, in lower case, with zeros behind them; n is not 0. */
static inline uint64_t small_letters(uint64_t bytes, uint32_t n)
{
	return (bytes | EACH_BYTE(32)) & UINT64_MAX >> (64 - 8 * n);
}

#endif
