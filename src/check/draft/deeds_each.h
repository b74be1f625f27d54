/*
 * deeds_each.h - the deeds that fill a file of their own; only deeds_done.c asks for them.
 */
#ifndef PF_CHECK_DEEDS_EACH_H
#define PF_CHECK_DEEDS_EACH_H

#include "view.h"

/* Somebody else may say no, or must decide, and the answer says how many do or what then. */
bool pf_deed_refusal(const struct pf_view *view, const struct pf_pair *pair);
/* "Who could stop us?" is asked, and somebody is named. */
bool pf_deed_names_who_stops(const struct pf_view *view, const struct pf_pair *pair);
/* Money on one of them. */
bool pf_deed_unit(const struct pf_view *view, const struct pf_pair *pair);
/* How many come on the worst day, or how many it can take. */
bool pf_deed_capacity(const struct pf_view *view, const struct pf_pair *pair);
/* How many of how many take it, or how many come. */
bool pf_deed_demand(const struct pf_view *view, const struct pf_pair *pair);

#endif
