/*
 * edit.h - one change of a text: the unit of the journal, of undo and of replay.
 *
 * An edit takes `removed` bytes out at `off` and puts `inserted` in their
 * place. A text is the fold of its edits and of nothing else; so are its undo
 * and redo stacks, since an undo is an edit too, marked as one.
 *
 * How edits fold into the stacks is part of the journal's format: neighbours of
 * one group (typing on, deleting on) become one entry, an undo moves the top
 * entry over to the redo stack, anything else empties that stack.
 */
#ifndef PRFAQ_EDIT_EDIT_H
#define PRFAQ_EDIT_EDIT_H

#include <stddef.h>
#include <stdint.h>

#include "prfaq/base/slice.h"

#define PF_EDIT_TEXT_MAX (16u << 20) /* bytes a text may have: 16 MiB */

enum pf_edit_kind {
	PF_EDIT_NORMAL, /* typed, pasted, cut, replaced: ends what could be redone */
	PF_EDIT_UNDO,   /* takes back the latest edit that can be undone */
	PF_EDIT_REDO,   /* does again the latest edit that was undone */
};

struct pf_edit {
	uint32_t off;             /* first byte touched */
	uint32_t removed;         /* bytes taken out; off + removed <= length of the text */
	struct pf_slice inserted; /* borrowed */
	uint32_t group;           /* edits of one group are undone together; never 0 */
	enum pf_edit_kind kind;
};

/* Edits to be applied in this order. Borrowed from the editor that made them: they live until
 * its next command. */
struct pf_edits {
	const struct pf_edit *v;
	size_t n;
};

#endif
