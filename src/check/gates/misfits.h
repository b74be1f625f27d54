/*
 * misfits.h - words that do not fit the small word in front of them: "an truck", "a owner", "a
 * trucks", "three warehouse". Who writes makes one or two; who puts other nouns in the place of the
 * page's leaves one at every third article.
 */
#ifndef PF_CHECK_MISFITS_H
#define PF_CHECK_MISFITS_H

#include "draft/view.h"

#define PF_MISFITS_MOST 8u

/* The different ones, up to a few; zeroed to begin with. */
struct pf_misfits {
	uint32_t words[PF_MISFITS_MOST]; /* by their number on the page */
	uint32_t n;
	uint32_t asked; /* how often the page was searched for another form of a word */
};

/* Notes token i, a word that has one before it in its sentence, if it is one. */
void pf_misfit_note(const struct pf_view *view, uint32_t i, struct pf_misfits *out);

#endif
