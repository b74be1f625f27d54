/*
 * strange.h - stretches of a page that speak of something else than the page.
 */
#ifndef PF_CHECK_STRANGE_H
#define PF_CHECK_STRANGE_H

#include "padding.h"

/* Marks their sentences; `why` by sentence, enum pf_padding_why. To be asked last: what is marked
 * already says nothing more of what stands beside it. Fills belongs and harps of *out. */
void pf_strange_mark(const struct pf_view *view, uint8_t *why, struct pf_padding *out);

#endif
