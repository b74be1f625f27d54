/*
 * letters.h - whether the letters of a word stand in an order that English has.
 */
#ifndef PRFAQ_TEXT_LETTERS_H
#define PRFAQ_TEXT_LETTERS_H

#include <stdbool.h>

#include "prfaq/base/slice.h"

/*
 * False when three letters follow each other in the word, or at its ends, as in hardly any English
 * word: "tnaent", "cihld". Of the words of real drafts one in a hundred is so, mostly names.
 * ASCII letters only, in any case; a word with anything else in it is true.
 */
bool pf_letters_fit(struct pf_slice word);

#endif
