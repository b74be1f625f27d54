/*
 * known_stems.h - the stems of common words, found when the program is built.
 *
 * Of all that is asked of a word its stem is the dearest. What the rubric itself says, in its lists
 * and its examples, are words of drafts: of those of a page it holds two in three and more. So
 * compile_rubric writes their stems down, as a hash table of constants. What is not in it is
 * stemmed as ever, and so is everything when there is no table.
 */
#ifndef PF_CHECK_KNOWN_STEMS_H
#define PF_CHECK_KNOWN_STEMS_H

#include "prfaq/base/buf.h"
#include "prfaq/text/token.h"

struct pf_known_stem {
	uint32_t hash; /* of the token; 0: a free slot */
	uint32_t stem; /* as pf_stem gives it */
	uint32_t word; /* where it begins in `words` */
};

struct pf_known_stems {
	const struct pf_known_stem *slots;
	uint32_t n_slots;  /* a power of two, some of them free */
	const char *words; /* in lower case, each NUL-ended */
};

/* The stem of the token; 0 when it is not known. */
uint32_t pf_known_stem(const struct pf_known_stems *known, struct pf_slice text,
		       const struct pf_token *token);

/* Appends the C definitions of `known_slots` and `known_words`, of the words in the text. Returns
 * n_slots. */
uint32_t pf_known_stems_write(struct pf_slice text, struct pf_buf *out);

#endif
