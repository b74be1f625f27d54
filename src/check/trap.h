/*
 * trap.h - whether the page builds the solution that its brief invites, and whether it saw that a
 * fact disproves it.
 */
#ifndef PF_CHECK_TRAP_H
#define PF_CHECK_TRAP_H

#include "view.h"

struct pf_trap_found {
	bool taken, seen;         /* both: the fact is told, and the thing built all the same */
	struct pf_range taken_at; /* the words that build it */
	struct pf_range seen_at;  /* the words that disprove it */
};

/* Without a brief, and with one that has no trap, nothing is taken and nothing seen. */
struct pf_trap_found pf_trap_find(const struct pf_view *view);

#endif
