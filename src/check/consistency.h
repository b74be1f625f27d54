/*
 * consistency.h - what the checks of consistency share: places that clash, sums that are counted.
 *
 * A false accusation costs more trust than a contradiction that is missed: each
 * check reads only amounts that stand in one phrase, one column or one list.
 */
#ifndef PF_CHECK_CONSISTENCY_H
#define PF_CHECK_CONSISTENCY_H

#include "view.h"

/* Two places that contradict: {value} is a, {what} is b, where the finding stands. */
void pf_consistency_clash(const struct pf_view *view, struct pf_judgement *j, struct pf_range a,
			  struct pf_range b);
struct pf_range pf_quant_span(const struct pf_quant *q);
/* Whether token i is one of the words; the list ends with NULL. */
bool pf_token_among(const struct pf_view *view, uint32_t token, const char *const *words);
/* Whether one of the tokens [first, last) is one of the words. */
bool pf_tokens_any(const struct pf_view *view, uint32_t first, uint32_t last,
		   const char *const *words);
/* Whether each of them is a sign inside a sentence or one of the words. */
bool pf_tokens_only(const struct pf_view *view, uint32_t first, uint32_t last,
		    const char *const *words);

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
