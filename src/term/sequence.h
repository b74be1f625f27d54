/*
 * sequence.h - one item of what a terminal sends: a key, a report, a mark.
 *
 * A pure function over the bytes that are there; input.c holds what must wait.
 */
#ifndef PRFAQ_TERM_SEQUENCE_H
#define PRFAQ_TERM_SEQUENCE_H

#include "prfaq/app/event.h"
#include "prfaq/base/slice.h"

enum pf_sequence {
	PF_SEQ_EVENT,   /* *event holds it */
	PF_SEQ_MORE,    /* the bytes may be the start of something: wait */
	PF_SEQ_UNKNOWN, /* a whole sequence that means nothing here: perhaps terminfo knows it */
	PF_SEQ_BROKEN,  /* these bytes are nothing: drop them */
	PF_SEQ_PASTE,   /* the start mark of a bracketed paste */
};

/* Looks at s[0..], not empty. *used is how many bytes it takes (0 for PF_SEQ_MORE). `final`:
 * no more bytes come, so there is no PF_SEQ_MORE. */
enum pf_sequence pf_sequence_read(struct pf_slice s, bool final, struct pf_event *event,
				  size_t *used);

#endif
