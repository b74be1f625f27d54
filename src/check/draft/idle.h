/*
 * idle.h - what stands on a page and adds nothing to it.
 *
 * Three things do not: a stretch that speaks of something else, a sentence said before, and the
 * brief copied. A draft is judged as if they were not there, so that no page gains by its length.
 */
#ifndef PF_CHECK_IDLE_H
#define PF_CHECK_IDLE_H

#include "view.h"

enum pf_idle_why { PF_IDLE_NOT, PF_IDLE_STRANGE, PF_IDLE_AGAIN, PF_IDLE_COPIED };

struct pf_idle {
	struct pf_idle_range {
		struct pf_range at;   /* whole sentences, or whole lines of them */
		enum pf_idle_why why; /* of its first sentence */
	} * v;                        /* in order of place */
	size_t n, cap;
	uint32_t words; /* that stand in them, of: */
	uint32_t of;
	bool most; /* what is left would be no page: it is judged whole, and capped */
};

/* The caller releases; empty for most pages. */
void pf_idle_find(const struct pf_view *view, struct pf_idle *out);
void pf_idle_release(struct pf_idle *idle);
/* The text with blanks in their place, so that every byte keeps its offset. */
void pf_idle_blank(const struct pf_idle *idle, struct pf_slice text, struct pf_buf *out);

#endif
