/*
 * deed_rows.h - the rows of deeds.inc with the stop words, and the hash by which one is found.
 * Private to deed_words.c, which reads them, and to compile_words.c, which makes them when the
 * program is built.
 */
#ifndef PF_CHECK_DEED_ROWS_H
#define PF_CHECK_DEED_ROWS_H

#include "deed_words.h"

struct deed_word {
	const char *word;
	uint32_t is; /* of enum pf_deed_word */
};

#define DEED_SLOTS 2048u

struct deed_slot {
	uint32_t hash; /* 0: a free slot */
	uint16_t row;
};

#endif
