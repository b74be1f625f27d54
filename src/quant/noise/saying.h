/*
 * saying.h - how the sayings of sayings.inc are kept by the program, private to saying.c and
 * compile_sayings.c.
 */
#ifndef PRFAQ_SRC_QUANT_SAYING_H
#define PRFAQ_SRC_QUANT_SAYING_H

#include <stdint.h>

/* One way to say one of them: its parts, and which of them is the number. */
struct saying {
	uint32_t pair; /* saying_pair of the number and the word that it is found by */
	uint16_t first;
	uint8_t n, at;
};

/* A part is the index of a set of words, or one of these. */
enum saying_part {
	SAYING_NOT = 0x8000, /* with a set: none of its words, or nothing */
	SAYING_ANY = 0xFFF0, /* any word */
	SAYING_GAP,          /* up to three words */
	SAYING_SPELLED,      /* first: the number is in words */
	SAYING_BEGIN,        /* a clause begins */
	SAYING_END,          /* nothing follows that could be counted */
};

/* By the hashes of two words: the number's, and that of the one behind or before it. */
static inline uint32_t saying_pair(uint32_t number, uint32_t beside, int before)
{
	uint32_t pair = (number + (before ? 0x9E3779B9U : 0)) * 0x85EBCA6BU ^ beside;

	return pair ^ pair >> 15;
}

#endif
