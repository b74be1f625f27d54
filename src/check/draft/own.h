/*
 * own.h - the words of a page's own matter: those by which its release says what it is about. What
 * an answer or a metric tells without any of them could stand on every other page.
 */
#ifndef PF_CHECK_OWN_H
#define PF_CHECK_OWN_H

#include "view.h"

/* Empty until asked for. */
struct pf_own {
	uint8_t *words;          /* by number of word: enum in own.c */
	struct pf_stems release; /* what the page is about, of its release */
};

/* Those stems, in order. */
const struct pf_stems *pf_own_release(const struct pf_view *view);
void pf_own_free(struct pf_own *own);

/* How many different words of the range the release of the page holds too, apart from those of any
 * draft: 0, 1, or 2 for more. A page without a release owns them all. */
size_t pf_own_words(const struct pf_view *view, struct pf_range range);
/* "- Risk: something could go wrong": an item of a list with neither a number nor this page's
 * words, of which one behind a label may be chance. */
bool pf_own_label(const struct pf_view *view, struct pf_range sentence);

/* The name, token i, stands in the headline or the lede as well: it is the house's, or the
 * product's. */
bool pf_own_named(const struct pf_view *view, uint32_t i);

#endif
