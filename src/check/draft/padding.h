/*
 * padding.h - what stands on a page and adds nothing to it.
 *
 * Four things do not: a stretch that speaks of something else, a sentence said before, what was
 * copied from the brief or from a model answer, and a list that could stand on any page. A draft is
 * judged as if they were not there, so that no page gains by its length.
 */
#ifndef PF_CHECK_PADDING_H
#define PF_CHECK_PADDING_H

#include "view.h"

enum pf_padding_why {
	PF_PADDING_NOT,
	PF_PADDING_STRANGE,
	PF_PADDING_AGAIN,
	PF_PADDING_COPIED,
	PF_PADDING_BARE,
};

struct pf_padding {
	struct pf_padding_range {
		struct pf_range at;      /* whole sentences, or whole lines of them */
		enum pf_padding_why why; /* of its first sentence */
	} * v;                           /* in order of place */
	size_t n, cap;
	uint32_t words; /* that stand in them, of: */
	uint32_t of;
	double belongs; /* of the words that can tell a topic, those of the brief; 1: not asked */
	double harps;   /* of them, those said again that are not the brief's; 0: not asked */
	bool most;      /* what is left would be no page: it is judged whole, and capped */
};

/* The caller releases; empty for most pages. */
void pf_padding_find(const struct pf_view *view, struct pf_padding *out);
void pf_padding_release(struct pf_padding *padding);
/* The text with blanks in their place, so that every byte keeps its offset. */
void pf_padding_blank(const struct pf_padding *padding, struct pf_slice text, struct pf_buf *out);

#endif
