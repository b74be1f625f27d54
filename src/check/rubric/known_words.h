/*
 * known_words.h - what is asked of common words, found when the program is built.
 *
 * Of all that is asked of a word its stem is the dearest. What the rubric itself says, in its lists
 * and its examples, and what the prompts say, are words of drafts: they hold nearly all of an
 * attempt, and about half of a long draft about something else. So compile_rubric writes their
 * stems down, as a hash table of constants. A word that is not in the table is stemmed as ever, and
 * so is everything when there is no table.
 */
#ifndef PF_CHECK_KNOWN_WORDS_H
#define PF_CHECK_KNOWN_WORDS_H

#include "prfaq/base/buf.h"
#include "prfaq/text/token.h"

struct pf_known_word {
	uint64_t head;  /* of the token; 0: a free slot */
	uint32_t stem;  /* as pf_stem gives it */
	uint32_t begin; /* in `bytes` */
};

struct pf_known_words {
	const struct pf_known_word *slots;
	uint32_t n_slots;  /* a power of two, some of them free */
	const char *bytes; /* of the words, in lower case, each NUL-ended */
};

/* NULL when the word is not known. */
const struct pf_known_word *pf_known_word(const struct pf_known_words *known, struct pf_slice text,
					  const struct pf_token *token);

/* Appends the C definitions of `known_slots` and `known_bytes`, of the words in the text. Returns
 * n_slots. */
uint32_t pf_known_words_write(struct pf_slice text, struct pf_buf *out);

#endif
