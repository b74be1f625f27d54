/*
 * consistency.h - what the checks of consistency share: places that clash, sums that are counted.
 *
 * A false accusation costs more trust than a contradiction that is missed: each
 * check reads only amounts that stand in one phrase, one column or one list.
 */
#ifndef PF_CHECK_CONSISTENCY_H
#define PF_CHECK_CONSISTENCY_H

#include "draft/judge.h"
#include "draft/words.h"

/* Two places that contradict: {value} is a, {what} is b, where the finding stands. */
void pf_consistency_clash(const struct pf_view *view, struct pf_judgement *j, struct pf_range a,
			  struct pf_range b);

/* Sums so far: how many there are, how many hold, and the first of them. */
struct pf_tally {
	size_t all, good;
	struct pf_range first;
};
/* Holds `stated` against what the words of `whole` give; 5 % are left for rounding. */
void pf_tally_count(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j,
		    struct pf_range whole, double result, const struct pf_quant *stated);
/* Adds one that is wrong: the words of `whole` give `result`, in the unit of `like`. */
void pf_tally_wrong(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j,
		    struct pf_range whole, double result, const struct pf_quant *like);
void pf_tally_totals(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j);
/* Counts only what is wrong: that a rise of 50 % is told right is no sum shown. */
void pf_tally_changes(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j);
void pf_tally_shares(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j);

/* The next day from quantity *at on that dates the launch of the whole; NULL when there is none. */
const struct pf_quant *pf_launch_next(const struct pf_view *view, size_t *at);

void pf_consistent_launch(const struct pf_view *view, struct pf_judgement *j); /* one launch date */
void pf_consistent_stages(const struct pf_view *view, struct pf_judgement *j); /* pilot, launch */
void pf_consistent_plan(const struct pf_view *view, struct pf_judgement *j);   /* time frames */
void pf_consistent_sums(const struct pf_view *view, struct pf_judgement *j);
void pf_consistent_values(const struct pf_view *view, struct pf_judgement *j);
void pf_consistent_promise(const struct pf_view *view, struct pf_judgement *j);

#endif
