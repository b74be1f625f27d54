/*
 * deeds.h - what an answer does, told by how it is built: something goes amiss and somebody acts,
 * somebody may refuse, another way is turned down. Topics are told by their words elsewhere; here
 * by what is said, whatever the question calls it.
 */
#ifndef PF_CHECK_DEEDS_H
#define PF_CHECK_DEEDS_H

#include "view.h"

/* Fills view->does, weighing, and small. */
void pf_deeds_words(struct pf_view *view);

/* True when the pair, question and answer together, does it. */
bool pf_deed_done(const struct pf_view *view, enum pf_deed deed, const struct pf_pair *pair);
/* The sentence of the solution that leaves another way and says why; false when none does. */
bool pf_deed_turns_down(const struct pf_view *view, struct pf_range *at);
/* True when somebody of the range does something about it: "the clerk then rings at ten". "We will
 * handle it" is no act. */
bool pf_deed_acts(const struct pf_view *view, struct pf_range range);
/* The same of a run of tokens; see deed_words.h. */
struct pf_deed_run;
bool pf_deed_run_acts(const struct pf_view *view, struct pf_deed_run run);
/* "We will handle it", "which we'll settle": it is put off. */
bool pf_deed_puts_off(const struct pf_view *view, struct pf_range range);
/* True when the words of the range can be held against the writer without a number: each, only,
 * never, until, a day, something that is not so, somebody who acts. */
bool pf_deed_binds(const struct pf_view *view, struct pf_range range);
/* True for a list of things without a verb: "Chat, reactions, strangers." */
bool pf_deed_names(const struct pf_view *view, struct pf_range range);
/* True for a short answer that is one all the same: "No.", "Monthly.", "Your friend."; not for
 * "Some.", "We'd love to." */
bool pf_deed_replies(const struct pf_view *view, const struct pf_pair *pair);
/* True for a question that only those who make it would ask, by its words or by its answer. */
bool pf_deed_inside(const struct pf_view *view, const struct pf_pair *pair);

#endif
