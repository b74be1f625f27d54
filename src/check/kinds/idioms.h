/*
 * idioms.h - whether a word of a list is meant as the list means it: "the most pressing" counts
 * nothing, "as soon as" promises nothing, "who should fix it" doubts nothing.
 */
#ifndef PF_CHECK_IDIOMS_H
#define PF_CHECK_IDIOMS_H

#include "draft/view.h"

/* One hit, of a phrase list or a note about numbers. */
struct pf_word_hit {
	uint32_t begin, end;
	uint32_t first, last; /* tokens: [first, last) */
	uint32_t list;        /* of the rubric; PF_LIST_NONE for a note */
};

bool pf_hit_is_idiom(const struct pf_view *view, const struct pf_word_hit *h);

#endif
