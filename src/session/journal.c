/* What an interview holds, and how what happens in it becomes a record. */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

#include "impl.h"
#include "prfaq/base/mem.h"

const struct pf_fold *pf_interview_fold(const struct pf_interview *iv)
{
	return iv->fold;
}

const struct pf_prompt *pf_interview_prompt(const struct pf_interview *iv)
{
	return iv->prompt;
}

const struct pf_plan *pf_interview_plan(const struct pf_interview *iv)
{
	return iv->plan;
}

const struct pf_rubric *pf_interview_rubric(const struct pf_interview *iv)
{
	return iv->rubric;
}

const char *pf_interview_notice(const struct pf_interview *iv)
{
	return iv->notice;
}

void pf_interview_told(struct pf_interview *iv)
{
	iv->notice[0] = '\0';
}

const struct pf_plan_stage *pf_interview_stage(const struct pf_interview *iv)
{
	const struct pf_stage *stage = pf_fold_stage(iv->fold);

	if (!stage || iv->fold->done || stage->index >= iv->plan->stages.n)
		return NULL;
	return &iv->plan->stages.v[stage->index];
}

void pf_tell(struct pf_interview *iv, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(iv->notice, sizeof(iv->notice), fmt, ap);
	va_end(ap);
}

void pf_interview_emit(struct pf_interview *iv, const struct pf_now *now, struct pf_record *record)
{
	size_t begin = iv->outbox.bytes.len;
	enum pf_status status;

	record->now = *now;
	pf_record_encode(&iv->outbox.bytes, record, iv->fold->last_now.boot_id);
	status = pf_fold_apply(iv->fold, record, NULL);
	assert(status == PF_OK);
	if (record->kind != PF_RECORD_EDIT) {
		pf_session_context_free(iv->context);
		iv->context = NULL;
	}
	*PF_PUSH(&iv->outbox) = (struct pf_outbox_entry){(uint8_t)record->kind, now->utc, begin,
							 iv->outbox.bytes.len};
}

const struct pf_outbox *pf_interview_outbox(const struct pf_interview *iv)
{
	return &iv->outbox;
}

void pf_interview_kept(struct pf_interview *iv)
{
	pf_outbox_clear(&iv->outbox);
}

void pf_step_to(struct pf_interview *iv, const struct pf_now *now, enum pf_step step)
{
	struct pf_record r = {.kind = PF_RECORD_STEP};

	if (iv->fold->step == step)
		return;
	r.u.step.step = step;
	pf_interview_emit(iv, now, &r);
}
