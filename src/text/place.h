/*
 * place.h - the signposts of a token stream; see struct pf_tokens.
 */
#ifndef PRFAQ_SRC_TEXT_PLACE_H
#define PRFAQ_SRC_TEXT_PLACE_H

#include "prfaq/text/token.h"

/* Puts up the signposts of what was found. */
void pf_tokens_mark(struct pf_tokens *tokens);

#endif
