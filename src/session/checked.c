/* The draft as the checker sees it: run when it is due, else the last one. */
#include "impl.h"

static uint64_t draft_version(const struct pf_interview *iv)
{
	const struct pf_editor *ed = iv->fold->panes[PF_PANE_DRAFT];

	return ed ? pf_editor_version(ed) : 0;
}

struct pf_check_context *pf_interview_context(struct pf_interview *iv)
{
	struct pf_check_context *c;

	if (!iv->context)
		iv->context = pf_session_context_new(iv->fold, iv->prompt);
	c = pf_session_context_get(iv->context);
	c->past = iv->past;
	c->n_past = iv->n_past;
	c->off = iv->off;
	return c;
}

bool pf_interview_run_check(struct pf_interview *iv, struct pf_check *out, struct pf_slice draft)
{
	struct pf_error err = {0};
	struct pf_buf own = {0};
	enum pf_status status;

	/* Guidance is nobody's words: "two sentences" must not be held up as a number that counts.
	 */
	if (pf_words_mask(iv, draft, &own))
		draft = pf_buf_view(&own);
	status = pf_check_run(out, iv->rubric, draft, pf_interview_context(iv), &err);
	pf_buf_release(&own);
	return status == PF_OK || pf_refuse(iv, "The draft could not be checked: %s", err.message);
}

bool pf_interview_check_due(const struct pf_interview *iv)
{
	return !iv->checked || iv->check_version != draft_version(iv);
}

const struct pf_check *pf_interview_check(struct pf_interview *iv)
{
	if (!pf_interview_check_due(iv))
		return &iv->check;
	if (iv->checked)
		pf_check_release(&iv->check);
	iv->check_version = draft_version(iv);
	iv->checked = pf_interview_run_check(iv, &iv->check, pf_fold_text(iv->fold, PF_PANE_DRAFT));
	if (iv->checked)
		pf_words_count_parts(iv);
	return pf_interview_checked(iv);
}

const struct pf_check *pf_interview_checked(const struct pf_interview *iv)
{
	return iv->checked ? &iv->check : NULL;
}
