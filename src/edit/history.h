/*
 * history.h - the undo and the redo stack, as the fold of edits makes them.
 *
 * An entry is the edit that takes something back; its bytes lie on top of one
 * another in one buffer. Undoing an entry moves its own inverse to the other
 * stack.
 */
#ifndef PRFAQ_EDIT_HISTORY_H
#define PRFAQ_EDIT_HISTORY_H

#include "prfaq/base/buf.h"
#include "prfaq/edit/edit.h"

struct pf_history_entry {
	uint32_t off, removed; /* what it will take out */
	uint32_t len;          /* what it will put in: bytes of the buffer */
	uint32_t group;
};

struct pf_history_stack {
	struct pf_history_entry *v;
	size_t n, cap;
	struct pf_buf bytes; /* of all entries, the top one last */
};

struct pf_history {
	struct pf_history_stack undo, redo;
};

void pf_history_release(struct pf_history *h);
/* Takes notice of an edit that is about to be applied; `removed` are the bytes it takes out,
 * edit->removed of them, alive during the call. */
void pf_history_note(struct pf_history *h, const struct pf_edit *edit, struct pf_slice removed);

#endif
