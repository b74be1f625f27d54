/*
 * cue_rows.h - the words that tell what a question asks for and what an answer says, and where
 * those of each letter are. Private to answers.c, which reads them, and to compile_words.c, which
 * makes the index when the program is built.
 */
#ifndef PF_CHECK_CUE_ROWS_H
#define PF_CHECK_CUE_ROWS_H

#include <stdint.h>

enum {
	MONEY = 1 << 0,
	REASON = 1 << 1,
	DATE = 1 << 2,
	AMOUNT = 1 << 3,
	PEOPLE = 1 << 4,
	PRIVACY = 1 << 5,
	FAILURE = 1 << 6,
	LAW = 1 << 7,
	OTHERS = 1 << 8, /* alternatives and rivals */
	ROLLOUT = 1 << 9,
	YES_OR_NO = 1 << 10,
};

static const struct cue {
	const char *begin;
	uint16_t asks, says;
} cues[] = {
#include "cues.inc"
};

#define CUES (sizeof(cues) / sizeof(*cues))

/* Of a row: the first eight bytes of its beginning as a number, and which of them it has. */
struct cue_head {
	uint64_t head, mask;
};

#endif
