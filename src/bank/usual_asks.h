/*
 * usual_asks.h - how people ask what everybody asks: who, when, how much, which law.
 *
 * Private to the layer. A fact that says `like: budget` is asked for in these
 * ways besides its own.
 */
#ifndef PRFAQ_SRC_BANK_USUAL_ASKS_H
#define PRFAQ_SRC_BANK_USUAL_ASKS_H

#include "prfaq/bank/prompt.h"

/* Adds the sets of each fact's `like` behind its own; memory is the prompt's. */
void pf_usual_asks_add(struct pf_prompt *prompt);

#endif
