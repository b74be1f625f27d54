/*
 * deed_rows.h - what words can be to a deed, and the hash by which a row is found. Private to
 * deed_words.c, which reads them, and to compile_words.c, which makes the hash when the program is
 * built.
 */
#ifndef PF_CHECK_DEED_ROWS_H
#define PF_CHECK_DEED_ROWS_H

#include "deed_words.h"

static const struct deed_word {
	const char *word;
	uint32_t is; /* of enum pf_deed_word */
} deed_words[] = {
#include "deeds.inc"
};

#define DEED_WORDS (sizeof(deed_words) / sizeof(*deed_words))
#define DEED_SLOTS 2048u

struct deed_slot {
	uint32_t hash; /* 0: a free slot */
	uint16_t row;
};

#endif
