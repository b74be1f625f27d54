/*
 * known_words.h - what is asked of common words, found when the program is built.
 *
 * What the rubric itself says, in its lists and its examples, and what the prompts say, are words
 * of drafts: they hold nearly all of an attempt, and about half of a long draft about something
 * else. So compile_rubric writes down what rules ask of each, as a hash table of constants: its
 * stem, which is the dearest, and what other tables of the program have of it. One look a word then
 * tells it all. Of a word that is not in the table each is found as ever, and so is everything when
 * there is no table.
 */
#ifndef PF_CHECK_KNOWN_WORDS_H
#define PF_CHECK_KNOWN_WORDS_H

#include "prfaq/base/buf.h"
#include "prfaq/text/token.h"

struct pf_known_word {
	uint64_t head;             /* of the token; 0: a free slot */
	uint32_t stem;             /* as pf_stem gives it */
	uint32_t begin;            /* in `bytes` */
	uint32_t does;             /* pf_deed_word */
	uint16_t telling, opening; /* pf_flow_telling */
	uint8_t cue;               /* pf_flow_cue */
	bool odd;                  /* not pf_letters_fit */
};

struct pf_known_words {
	const struct pf_known_word *slots;
	uint32_t n_slots;  /* a power of two, some of them free */
	const char *bytes; /* of the words, in lower case, each NUL-ended */
};

/* NULL when the word is not known. */
const struct pf_known_word *pf_known_word(const struct pf_known_words *known, struct pf_slice text,
					  const struct pf_token *token);

/* Fills in what is known of the token's word beside its stem. */
typedef void pf_known_tell(struct pf_slice text, const struct pf_token *token,
			   struct pf_known_word *word);

/* Appends the C definitions of `known_slots` and `known_bytes`, of the words in the text. Returns
 * n_slots. */
uint32_t pf_known_words_write(struct pf_slice text, pf_known_tell *tell, struct pf_buf *out);

#endif
