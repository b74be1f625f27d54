/*
 * maybe.h - what a page may tell in words of which no reader here is sure. Nothing is earned by it:
 * a rule that would say that it is missing holds its tongue.
 */
#ifndef PF_CHECK_MAYBE_H
#define PF_CHECK_MAYBE_H

#include "view.h"

/* False for a deed that has no such reader. */
bool pf_maybe_told(const struct pf_view *view, enum pf_deed deed);
/* What the page stays away from: "after ten at night? We can't.", "cold walls are not solved". */
bool pf_maybe_left_out(const struct pf_view *view);
/* What is not known: "I have no figure for them", "nor do we know how it will be used". */
bool pf_maybe_unknown(const struct pf_view *view, size_t sentence);

/* A number that its writer calls an estimate, whatever it belongs to. */
bool pf_maybe_assumed(const struct pf_view *view);
/* What is measured, in an answer: "the measure is families who lose cover: 11% today". */
bool pf_maybe_metrics(const struct pf_view *view);
/* How one begins: "ask in the office", "members book in the app". */
bool pf_maybe_start(const struct pf_view *view);

#endif
