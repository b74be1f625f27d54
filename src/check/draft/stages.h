/*
 * stages.h - a plan that goes in stages, however it says so.
 */
#ifndef PRFAQ_SRC_CHECK_DRAFT_STAGES_H
#define PRFAQ_SRC_CHECK_DRAFT_STAGES_H

#include "view.h"

/* Whether a stage has a day, a week or a season. */
bool pf_stage_dated(const struct pf_view *view, struct pf_range stage);

/* "Spring", "october": the token names a time of the year. */
bool pf_stage_in_season(const struct pf_view *view, uint32_t token);

/* Stages told in the range: a clause that has a day, a week or a season, or that puts a group with
 * its number behind another ("first the three counties, then the other nine"). Writes at most `max`
 * of them to at[]. `from_start`: what comes first answers where it begins. */
size_t pf_stages_in(const struct pf_view *view, struct pf_range plan, bool from_start,
		    struct pf_range *at, size_t max);

/* Does its question ask how, where or when it begins, or what becomes of the rest? */
bool pf_asks_for_stages(const struct pf_view *view, const struct pf_pair *pair);

/* The best plan of the draft: its rollout, an answer, or "two towns today, the other six follow".
 */
size_t pf_stages_find(const struct pf_view *view, struct pf_range *at, size_t max);

/* Two days in an answer to another question: perhaps a plan. */
bool pf_stages_maybe(const struct pf_view *view);

#endif
