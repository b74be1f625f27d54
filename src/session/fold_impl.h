/*
 * fold_impl.h - what the files of the fold share.
 *
 * Every apply function checks first and changes afterwards: when it refuses,
 * the fold is as it was.
 */
#ifndef PRFAQ_SESSION_FOLD_IMPL_H
#define PRFAQ_SESSION_FOLD_IMPL_H

#include "prfaq/session/fold.h"

/* NULL when the record fits, else why it cannot come here. */
typedef const char *pf_fold_fn(struct pf_fold *fold, const struct pf_record *record);

pf_fold_fn pf_fold_begin, pf_fold_stage_begins, pf_fold_step, pf_fold_edit, pf_fold_pause,
	pf_fold_resume, pf_fold_reopen, pf_fold_suspend, pf_fold_clock_step, pf_fold_bell,
	pf_fold_note, pf_fold_done;
pf_fold_fn pf_fold_ask, pf_fold_answer, pf_fold_probe, pf_fold_follow_up, pf_fold_reply;
pf_fold_fn pf_fold_mark, pf_fold_odds, pf_fold_vote, pf_fold_result, pf_fold_rewrite,
	pf_fold_rewritten;

/* Readings of any clock beyond this are no time: some 35,000 years of ms. */
#define PF_FOLD_TIME_MAX (INT64_C(1) << 50)
bool pf_fold_time_ok(int64_t ms);

/* Frees *field and puts a NUL-ended copy there. */
void pf_fold_set(char **field, struct pf_slice text);
/* Ms of the running stage that are gone at `now`. */
int64_t pf_fold_elapsed(const struct pf_fold *fold, const struct pf_now *now);

void pf_fold_release_talk(struct pf_fold *fold);
void pf_fold_release_judge(struct pf_fold *fold);

#endif
