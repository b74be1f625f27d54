/*
 * hands.h - what tests do with an editor that no journal keeps, and see of its inside.
 */
#ifndef PRFAQ_TESTS_EDIT_HANDS_H
#define PRFAQ_TESTS_EDIT_HANDS_H

#include <stdlib.h>

#include "../../src/edit/impl.h"

/* A command, and what it yields applied at once. */
static inline enum pf_edit_outcome hands_do(struct pf_editor *ed, const struct pf_edit_input *input)
{
	struct pf_edits edits;
	enum pf_edit_outcome outcome = pf_editor_command(ed, input, &edits);

	for (size_t i = 0; i < edits.n; i++)
		if (pf_editor_apply(ed, &edits.v[i]) != PF_OK)
			abort();
	return outcome;
}

static inline bool same_stack(const struct pf_history_stack *a, const struct pf_history_stack *b)
{
	for (size_t i = 0; i < a->n && i < b->n; i++)
		if (a->v[i].off != b->v[i].off || a->v[i].removed != b->v[i].removed ||
		    a->v[i].len != b->v[i].len || a->v[i].group != b->v[i].group)
			return false;
	return a->n == b->n && pf_slice_equal(pf_buf_view(&a->bytes), pf_buf_view(&b->bytes));
}

/* Same text and same stacks, to the byte. */
static inline bool hands_same(const struct pf_editor *a, const struct pf_editor *b)
{
	return pf_slice_equal(pf_editor_text(a), pf_editor_text(b)) &&
	       same_stack(&a->history.undo, &b->history.undo) &&
	       same_stack(&a->history.redo, &b->history.redo);
}

#endif
