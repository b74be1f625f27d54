/*
 * phrases.h - many phrases found in one walk over the tokens: a trie of words.
 *
 * "state of the art" also matches "State-of-the-Art": signs of hyphen kind
 * between words that are not spaced are stepped over. A last word that ends in
 * "*" matches every word that begins so ("optimi*"). At a place the longest
 * phrase of each value wins; a phrase does not cross a block break or a sentence end.
 */
#ifndef PRFAQ_TEXT_PHRASES_H
#define PRFAQ_TEXT_PHRASES_H

#include "prfaq/base/buf.h"
#include "prfaq/text/token.h"

struct pf_phrases; /* opaque; read-only after the last add */

struct pf_phrase_found {
	uint32_t first, last; /* tokens [first, last) */
	uint32_t value;       /* what was given at pf_phrases_add */
};

struct pf_phrase_hits {
	struct pf_phrase_found *v;
	size_t n, cap;
};

struct pf_phrases *pf_phrases_new(void);
void pf_phrases_free(struct pf_phrases *phrases);
/* Adds one phrase with the value it reports. The same phrase may be added with several
 * values: each is reported. An empty phrase is ignored. */
void pf_phrases_add(struct pf_phrases *phrases, struct pf_slice phrase, uint32_t value);
/*
 * Appends the whole table to *out as 32-bit numbers of this machine. pf_phrases_lend makes a table
 * of them that reads them where they lie: they stay the caller's and must outlive it. A phrase
 * added to such a table copies it first.
 */
void pf_phrases_store(const struct pf_phrases *phrases, struct pf_buf *out);
struct pf_phrases *pf_phrases_lend(const uint32_t *stored);
/* Appends the hits among tokens [first, last), in order of place; at one place the longest first.
 */
void pf_phrases_find(const struct pf_phrases *phrases, struct pf_slice text,
		     const struct pf_tokens *tokens, size_t first, size_t last,
		     struct pf_phrase_hits *out);
void pf_phrase_hits_release(struct pf_phrase_hits *hits);

#endif
