/* Self-marks, votes, the result and the rewrite. */
#include <stdlib.h>

#include "fold_impl.h"
#include "prfaq/base/mem.h"

static bool score_ok(double score)
{
	return score >= -1 && score <= 100;
}

const char *pf_fold_mark(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_mark *m = &record->u.mark;

	if (m->dimension >= PF_DIMENSIONS || m->value > 5)
		return "it is no mark";
	if (fold->judged)
		return "the result has shown";
	fold->marks[m->dimension] = (int)m->value;
	return NULL;
}

const char *pf_fold_odds(struct pf_fold *fold, const struct pf_record *record)
{
	if (record->u.odds.percent > 100)
		return "it is no chance";
	if (fold->judged)
		return "the result has shown";
	fold->odds = (int)record->u.odds.percent;
	return NULL;
}

const char *pf_fold_vote(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_vote *v = &record->u.vote;
	struct pf_voted *voted;

	if (v->lens >= PF_LENSES || v->before > PF_VOTE_STRONG_YES || v->after > PF_VOTE_STRONG_YES)
		return "it is no vote";
	if (!score_ok(v->score))
		return "its score cannot be";
	voted = &fold->votes[v->lens];
	voted->cast = true;
	voted->before = (enum pf_vote)v->before;
	voted->after = (enum pf_vote)v->after;
	voted->line = v->line;
	voted->score = v->score;
	pf_fold_set(&voted->moved, v->moved);
	pf_fold_set(&voted->quote, v->quote);
	pf_fold_set(&voted->reason, v->reason);
	return NULL;
}

const char *pf_fold_result(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_result *r = &record->u.result;

	if (!score_ok(r->bell) || !score_ok(r->final) || !(r->brier >= -1 && r->brier <= 1) ||
	    !(r->bias >= -5 && r->bias <= 5))
		return "its score cannot be";
	fold->judged = true;
	fold->score_bell = r->bell;
	fold->score_final = r->final;
	fold->brier = r->brier;
	fold->bias = r->bias;
	pf_fold_set(&fold->result_reason, r->reason);
	pf_fold_set(&fold->result_lines, r->lines);
	pf_fold_set(&fold->fixes, r->fixes);
	pf_fold_set(&fold->keep, r->keep);
	pf_fold_set(&fold->judged_hash, r->rubric_hash);
	return NULL;
}

const char *pf_fold_rewrite(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_rewrite *r = &record->u.rewrite;

	if (fold->rewriting || fold->rewritten)
		return "one passage is rewritten once";
	if (r->begin > r->end || r->end > PF_EDIT_TEXT_MAX || !pf_fold_time_ok(r->deadline))
		return "its passage is in no text";
	fold->rewriting = true;
	fold->rewrite_span = (struct pf_range){r->begin, r->end};
	fold->rewrite_deadline = r->deadline;
	pf_fold_set(&fold->rewrite_rule, r->rule);
	pf_fold_set(&fold->rewrite_original, r->original);
	return NULL;
}

const char *pf_fold_rewritten(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_rewritten *r = &record->u.rewritten;

	if (!fold->rewriting)
		return "nothing is being rewritten";
	if (!score_ok(r->before) || !score_ok(r->after))
		return "its score cannot be";
	fold->rewriting = false;
	fold->rewritten = true;
	pf_fold_set(&fold->rewrite_shown, r->shown);
	return NULL;
}

void pf_fold_release_judge(struct pf_fold *fold)
{
	for (size_t i = 0; i < PF_LENSES; i++) {
		free(fold->votes[i].moved);
		free(fold->votes[i].quote);
		free(fold->votes[i].reason);
	}
	free(fold->result_reason);
	free(fold->result_lines);
	free(fold->fixes);
	free(fold->keep);
	free(fold->judged_hash);
	free(fold->rewrite_rule);
	free(fold->rewrite_original);
	free(fold->rewrite_shown);
}
