/*
 * stem.h - English stems (Snowball "english", libstemmer) and stop words.
 */
#ifndef PRFAQ_TEXT_STEM_H
#define PRFAQ_TEXT_STEM_H

#include <stdbool.h>

#include "prfaq/text/token.h"

struct pf_stemmer; /* opaque; one a thread */

struct pf_stemmer *pf_stemmer_new(void);
void pf_stemmer_free(struct pf_stemmer *stemmer);
/* Hash of the stem of `word` (folded to lower case first). Equal stems, equal hashes. */
uint32_t pf_stem(struct pf_stemmer *stemmer, struct pf_slice word);
/* The stem itself, NUL-ended, valid until the next call. */
const char *pf_stem_text(struct pf_stemmer *stemmer, struct pf_slice word);
/* True for words that carry no topic: "the", "of", "we", "is", ... (a fixed list). */
bool pf_is_stop_word(struct pf_slice word);
/* That list: lower case, sorted, ended by NULL. */
const char *const *pf_stop_words(void);

/* A set of stems: sorted, unique. Zeroed is empty and valid. */
struct pf_stems {
	uint32_t *v;
	size_t n, cap;
};
/* Those of the content words (no stop words, no numbers) of tokens [first, last); what *out held is
 * replaced. */
void pf_stems_of(struct pf_stemmer *stemmer, struct pf_slice text, const struct pf_tokens *tokens,
		 size_t first, size_t last, struct pf_stems *out);
/* How many are in both. */
size_t pf_stems_shared(const struct pf_stems *a, const struct pf_stems *b);
bool pf_stems_has(const struct pf_stems *stems, uint32_t stem);
void pf_stems_release(struct pf_stems *stems);

#endif
