/*
 * sentence.h - where sentences end, told from the tokens alone.
 *
 * Private to the text layer: the second half of pf_tokens_scan.
 */
#ifndef PRFAQ_SRC_TEXT_SENTENCE_H
#define PRFAQ_SRC_TEXT_SENTENCE_H

#include "prfaq/text/token.h"

/*
 * Fills tokens->sentences and sets PF_TOKEN_SENTENCE on the first token of
 * each. A token that has the flag already (first of a block, after a blank
 * line) begins a sentence whatever stands before it. Linear.
 */
void pf_sentences_find(struct pf_tokens *tokens, struct pf_slice text);

#endif
