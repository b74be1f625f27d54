/*
 * torn.h - what a writer sets down in one piece and a shuffle tears: a quotation that begins and
 * never ends, a bold run without its other end, a question set off in the midst of a line where
 * others open theirs.
 */
#ifndef PF_CHECK_TORN_H
#define PF_CHECK_TORN_H

#include "draft/view.h"

/* Zeroed to begin with. */
struct pf_torn {
	uint32_t open;           /* quotations of this block that began, less those that ended */
	uint32_t mark;           /* the last that began: a byte */
	bool asked;              /* a question opened this block: more of them may follow it */
	uint32_t leading, amid;  /* emphasised questions that open a line, and the others */
	uint32_t pieces;         /* quotations and bold runs that lack an end */
	struct pf_range at_amid; /* the first question amid, */
	struct pf_range at;      /* and the first of the pieces; empty when there is none */
};

/* Whether pf_torn_note has anything to do at the token. */
static inline bool pf_torn_may(const struct pf_token *t)
{
	return t->sign == '"' || t->sign == '?' || t->sign == '*' || t->flags & PF_TOKEN_BLOCK;
}

/* Notes token i; tokens are told in their order. */
void pf_torn_note(const struct pf_view *view, size_t i, struct pf_torn *torn);
/* How many pieces were torn on the page, once all of them are told. */
uint32_t pf_torn_count(struct pf_torn *torn, struct pf_range *first);

#endif
