/*
 * trap.h - whether the page builds the solution that its brief invites, and whether it saw that a
 * fact disproves it.
 */
#ifndef PF_CHECK_TRAP_H
#define PF_CHECK_TRAP_H

#include "draft/view.h"

/* Without a brief, and with one that has no trap, nothing is taken and nothing seen. Looked for
 * once a check. */
struct pf_trap_found pf_trap_find(const struct pf_view *view);

#endif
