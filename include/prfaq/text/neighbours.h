/*
 * neighbours.h - whether two small words can stand side by side in English.
 *
 * Words in the wrong order betray themselves by their small words: "the of",
 * "a is", "by for". One pair proves nothing, since people write "the page it
 * leads to is" and forget commas; many on one page do.
 */
#ifndef PRFAQ_TEXT_NEIGHBOURS_H
#define PRFAQ_TEXT_NEIGHBOURS_H

#include "prfaq/text/token.h"

/* Which of the text's words are small: each is looked up once. The tokens are numbered. Freed with
 * free(). */
struct pf_small_words;
struct pf_small_words *pf_small_words_new(const struct pf_tokens *tokens);

/*
 * True when token i and the one after it are small words that never meet in
 * prose. False across the end of a sentence, for capitals ("IS", "A"), for the
 * first half of a compound ("the in-store"), and where code, a link or a
 * number stood between them.
 */
bool pf_never_neighbours(struct pf_small_words *small, size_t i);

#endif
