/*
 * consistency.h - what the checks of consistency share: the kind's own file, dates, sums.
 */
#ifndef PF_CHECK_CONSISTENCY_H
#define PF_CHECK_CONSISTENCY_H

#include "view.h"

/* Two places that contradict: {value} is a, {what} is b, where the finding stands. */
void pf_consistency_clash(const struct pf_view *view, struct pf_judgement *j, struct pf_range a,
			  struct pf_range b);

void pf_consistent_launch(const struct pf_view *view, struct pf_judgement *j); /* one launch date */
void pf_consistent_stages(const struct pf_view *view, struct pf_judgement *j); /* pilot, launch */
void pf_consistent_sums(const struct pf_view *view, struct pf_judgement *j);

#endif
