/*
 * concession.h - sentences in which a page admits a limit, by how they are built.
 *
 * What no list of phrases holds: who does or fails to do something is the page's own matter.
 */
#ifndef PF_CHECK_CONCESSION_H
#define PF_CHECK_CONCESSION_H

#include "view.h"

/* Whether the sentence, of the answer of the pair, admits a limit. */
bool pf_concedes(const struct pf_view *view, struct pf_range sentence, const struct pf_pair *pair);
/* "Which faults does it not hear?" "Torn buttons.", "What did you leave out?" "Chat.": what is
 * asked for and named is a limit, or is left out. */
bool pf_names_limit(const struct pf_view *view, const struct pf_pair *pair);
/* "What could go wrong?" "Pupils lose the strip.": what is feared is named. */
bool pf_names_risk(const struct pf_view *view, const struct pf_pair *pair);

#endif
