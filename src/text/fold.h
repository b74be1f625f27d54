/*
 * fold.h - a word as tables of words have it: in lower case, its apostrophe straight.
 *
 * Private to the text layer; pf_word_hash is the hash of these bytes.
 */
#ifndef PRFAQ_SRC_TEXT_FOLD_H
#define PRFAQ_SRC_TEXT_FOLD_H

#include "prfaq/base/buf.h"

/* Replaces what *out holds by the word, folded and NUL-ended. */
void pf_word_fold(struct pf_buf *out, struct pf_slice word);

#endif
