/*
 * telling_rows.h - the words that tell a section, and the hash by which a row is found. Private to
 * sentence.c, which reads them, and to compile_words.c, which makes the hash when the program is
 * built.
 */
#ifndef PF_CHECK_TELLING_ROWS_H
#define PF_CHECK_TELLING_ROWS_H

#include "sentence.h"

struct telling_word {
	const char *word;
	bool first;               /* only where it begins the sentence */
	enum pf_mark mark;        /* PF_MARKS: none */
	int16_t says[PF_IN_NONE]; /* for each section, as words.inc explains; all zero: nothing */
};

static const struct telling_word telling_words[] = {
#include "words.inc"
};

#define TELLING_WORDS (sizeof(telling_words) / sizeof(*telling_words))
#define TELLING_SLOTS 1024u

/* Where the rows of a word are, by its hash. */
struct telling_slot {
	uint32_t hash;       /* 0: a free slot */
	uint16_t any, first; /* rows, one up; 0: none */
};

#endif
