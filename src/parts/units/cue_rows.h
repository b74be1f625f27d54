/*
 * cue_rows.h - the phrases of cues and headings, and the hash by which a row is found. Private to
 * cues.c, which reads them, and to compile_cues.c, which makes the hash when the program is built.
 */
#ifndef PF_PARTS_CUE_ROWS_H
#define PF_PARTS_CUE_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "find.h"

struct cue_row {
	const char *phrase; /* lower case; a last word may end in "*" */
	uint8_t cue;
};

/* Words that speak for a part wherever they stand in prose. */
static const struct cue_row cue_rows[] = {
#define CUE(name, phrase) {phrase, PF_CUE_##name},
#include "cues.inc"
#undef CUE
};

struct label_row {
	const char *phrase; /* see labels.inc */
	uint8_t label;      /* enum pf_part_id or enum pf_label */
	uint8_t tier;
};

/* The synonyms of headings, best first: the first row that fits wins. */
static const struct label_row label_rows[] = {
#define PART(name, phrase)  {phrase, PF_PART_##name, PF_TIER_NONE},
#define LABEL(name, phrase) {phrase, PF_LABEL_##name, PF_TIER_NONE},
#define TIER(name, phrase)  {phrase, PF_LABEL_TIER, PF_TIER_##name},
#include "labels.inc"
#undef PART
#undef LABEL
#undef TIER
};

/* "Naybor (beta): press release / FAQ" is told by its last words as well. */
static inline bool label_is_marker(uint8_t label)
{
	return label == PF_PART_FAQ || label == PF_LABEL_PRESS || label == PF_LABEL_FAQ_INTERNAL;
}

#define CUE_ROWS   (sizeof(cue_rows) / sizeof(*cue_rows))
#define LABEL_ROWS (sizeof(label_rows) / sizeof(*label_rows))
#define SLOT_BITS  12u /* so that most words of a page find their slot empty */
#define SLOTS      (1u << SLOT_BITS)

/* The rows whose phrases open with one word, and what can be found among them: most words that
 * follow it turn all of them away. The rows are those from `first` on, up to the next opening's. */
struct opening {
	uint64_t head;    /* PF_WORD_HEAD of the word */
	uint64_t kinds;   /* 1 << kind of each row */
	uint32_t seconds; /* second_bit of their second words; all, where one may have any */
	uint16_t first;
	uint8_t known; /* its bytes, where the head tells all of them; else 0 */
	bool last;     /* of those in its slot */
};

/* One of them, in the order of the table, as far as nearly every row is turned away. */
struct key {
	uint32_t second; /* hash of the second word; 0: there is none, or it may be one of many */
	uint16_t row;
	uint8_t kind; /* enum pf_cue, or of a label whether it may stand anywhere */
};

static inline uint32_t second_bit(uint32_t second)
{
	return 1u << (second & 31);
}

static inline uint32_t slot_of(uint32_t hash)
{
	return (hash * 0x9E3779B1u) >> (32 - SLOT_BITS);
}

#endif
