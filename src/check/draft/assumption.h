/*
 * assumption.h - numbers that are labelled as assumed, and what the draft tells of them.
 */
#ifndef PF_CHECK_ASSUMPTION_H
#define PF_CHECK_ASSUMPTION_H

#include "view.h"

/*
 * By sentence, whether its numbers are labelled: by its own words, or by what
 * stands above it: a heading up to the next, a line that ends in a colon for
 * its list, a question for its answer. The caller frees.
 */
bool *pf_assumptions_labelled(const struct pf_view *view);
/* enum pf_ground bits of an assumed number: its reason and its test. */
uint8_t pf_assumption_grounds(const struct pf_view *view, const struct pf_quant *q);
/* What it still lacks, as the reader asks for it; "" when it has both. */
const char *pf_assumption_lacks(uint8_t grounds);
/* What it is worth beside a number that is known: half with the label alone. */
double pf_assumption_worth(uint8_t grounds);

#endif
