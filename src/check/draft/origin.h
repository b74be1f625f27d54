/*
 * origin.h - where each number of a draft comes from.
 */
#ifndef PF_CHECK_ORIGIN_H
#define PF_CHECK_ORIGIN_H

#include "view.h"

/* Fills view->origin and view->grounds, one a quantity, which the view owns. */
void pf_origins_find(struct pf_view *view);
/* True when a known fact has this value; *spoken: and one of those is what the draft speaks of
 * there.
 */
bool pf_origin_value(const struct pf_view *view, const struct pf_quant *q, bool *spoken);
/* "Half of them", "five hours": in words, and near a known fact that the draft speaks of there. */
bool pf_origin_near(const struct pf_view *view, const struct pf_quant *q);

#endif
