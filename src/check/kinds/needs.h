/*
 * needs.h - what a rule of the kind "quantified" asks of the numbers of an item, and whether they
 * give it.
 */
#ifndef PF_CHECK_NEEDS_H
#define PF_CHECK_NEEDS_H

#include "draft/view.h"
#include "rubric/rule.h"

/* How many of the needs (enum pf_quantity_need) the quantities of a range satisfy; *at is the first
 * that proves one, untouched when none does. */
size_t pf_needs_met(const struct pf_view *view, const struct pf_ints *needs, struct pf_range range,
		    struct pf_range *at);

/* Words that hold a gain against what is today: "fewer", "within". */
bool pf_is_compared(const struct pf_view *view, struct pf_range range);
/* "In under 10 minutes", "in 3 days" tells without a noun; in an attempt it must come from
 * somewhere too. */
bool pf_tells_speed(const struct pf_view *view, size_t quant);

#endif
