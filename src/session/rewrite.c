/* Five minutes on the passage that costs most. */
#include <stdio.h>

#include "impl.h"

bool pf_interview_rewrite(struct pf_interview *iv, const struct pf_now *now)
{
	const struct pf_result *result = pf_interview_result(iv);
	struct pf_record r = {.kind = PF_RECORD_REWRITE};
	struct pf_slice draft = pf_fold_text(iv->fold, PF_PANE_DRAFT);
	struct pf_slice passage;

	if (!result || iv->fold->done || iv->fold->paused || iv->fold->step != PF_STEP_RESULT)
		return pf_refuse(iv, "A passage is rewritten from the result.");
	if (iv->fold->rewritten || iv->fold->rewriting)
		return pf_refuse(iv, "One passage is rewritten once.");
	if (result->costliest.end <= result->costliest.begin || result->costliest.end > draft.len)
		return pf_refuse(iv, "No passage of this page costs points.");
	passage = pf_slice_range(draft, result->costliest);
	r.u.rewrite = (struct pf_record_rewrite){
		.rule = pf_slice_of(result->costliest_rule),
		.begin = result->costliest.begin,
		.end = result->costliest.end,
		.original = passage,
		.length = PF_REWRITE_LENGTH,
		.deadline = pf_clock_deadline(iv->fold, now, PF_REWRITE_LENGTH),
	};
	pf_interview_emit(iv, now, &r);
	pf_interview_put_text(iv, now, PF_PANE_REWRITE, pf_slice_of(iv->fold->rewrite_original));
	pf_step_to(iv, now, PF_STEP_REWRITE);
	iv->notice[0] = '\0';
	return true;
}

/* The score with the passage in its place, and what would then be fixed first; "" for nothing. */
static double score_with(struct pf_interview *iv, struct pf_slice passage, char fix[240])
{
	struct pf_slice draft = pf_fold_text(iv->fold, PF_PANE_DRAFT);
	struct pf_range span = iv->fold->rewrite_span;
	struct pf_check check = {0};
	struct pf_buf text = {0};
	double score = -1;

	if (span.end > draft.len)
		return -1;
	pf_buf_slice(&text, pf_slice_cut(draft, 0, span.begin));
	pf_buf_slice(&text, passage);
	pf_buf_slice(&text, pf_slice_cut(draft, span.end, draft.len));
	if (pf_interview_run_check(iv, &check, pf_buf_view(&text))) {
		score = pf_score_of(&check);
		if (check.card.fix_first < check.card.findings.n) {
			const struct pf_finding *f = &check.card.findings.v[check.card.fix_first];

			snprintf(fix, 240, "%s", f->fix[0] ? f->fix : f->message);
		}
		pf_check_release(&check);
	}
	pf_buf_release(&text);
	return score;
}

bool pf_interview_rewrite_done(struct pf_interview *iv, const struct pf_now *now)
{
	struct pf_record r = {.kind = PF_RECORD_REWRITTEN};
	char shown[320], fix[240] = "";

	if (!iv->fold->rewriting)
		return pf_refuse(iv, "Nothing is being rewritten.");
	r.u.rewritten.before = iv->fold->score_final;
	r.u.rewritten.after = score_with(iv, pf_fold_text(iv->fold, PF_PANE_REWRITE), fix);
	if (r.u.rewritten.before < 0 || r.u.rewritten.after < 0)
		snprintf(shown, sizeof(shown), "The rewrite is kept; the page is not scored.");
	else
		snprintf(shown, sizeof(shown), "With the new passage: %.0f, before %.0f.%s%s",
			 r.u.rewritten.after, r.u.rewritten.before, fix[0] ? " Now first: " : "",
			 fix);
	r.u.rewritten.shown = pf_slice_of(shown);
	pf_interview_emit(iv, now, &r);
	pf_step_to(iv, now, PF_STEP_NEXT_STEP);
	pf_tell(iv, "%s", shown);
	return true;
}
