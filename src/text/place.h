/*
 * place.h - the signposts of a token stream; see struct pf_tokens.
 */
#ifndef PRFAQ_SRC_TEXT_PLACE_H
#define PRFAQ_SRC_TEXT_PLACE_H

#include "prfaq/text/token.h"

#define PF_MARK_BITS 4u /* every 16 tokens */

static inline bool pf_tokens_has_mark(size_t token)
{
	return !(token & ((1u << PF_MARK_BITS) - 1));
}

/* Puts up the signposts of what was found; `words` of each token is known. */
void pf_tokens_mark(struct pf_tokens *tokens);

#endif
