/*
 * things.h - finding one kind of thing in a draft: for presence and order.
 */
#ifndef PF_CHECK_THINGS_H
#define PF_CHECK_THINGS_H

#include "view.h"

/* First place of the thing; false when it is nowhere. */
bool pf_thing_find(const struct pf_view *view, enum pf_thing thing, struct pf_range *at);
/* How many distinct ones, counted up to `max`, with their places. */
size_t pf_thing_count(const struct pf_view *view, enum pf_thing thing, struct pf_range *at,
		      size_t max);
/* Where the thing would be told: in the part or the answer it belongs to, else where the page
 * opens.
 */
struct pf_range pf_thing_home(const struct pf_view *view, enum pf_thing thing);
const char *pf_thing_title(enum pf_thing thing); /* "launch date" */

#endif
