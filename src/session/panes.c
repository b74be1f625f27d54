/* The texts of an interview: which pane is written in now, and every change of one a record. */
#include <assert.h>
#include <string.h>

#include "impl.h"

uint32_t pf_interview_reply_pane(const struct pf_interview *iv)
{
	if (!pf_fold_open_probe(iv->fold))
		return PF_NO_PANE;
	return PF_PANE_REPLY + (uint32_t)(iv->fold->probes.n - 1);
}

uint32_t pf_interview_pane(const struct pf_interview *iv)
{
	switch (iv->fold->step) {
	case PF_STEP_ASK: return PF_PANE_QUESTION;
	case PF_STEP_WRITE: return PF_PANE_DRAFT;
	case PF_STEP_PROBE: return pf_interview_reply_pane(iv);
	case PF_STEP_ROLLOUT: return PF_PANE_ROLLOUT;
	case PF_STEP_REFLECT: return PF_PANE_REFLECTION;
	case PF_STEP_REWRITE: return PF_PANE_REWRITE;
	case PF_STEP_NEXT_STEP: return PF_PANE_NEXT_STEP;
	default: return PF_NO_PANE;
	}
}

struct pf_editor *pf_interview_editor(struct pf_interview *iv, uint32_t pane)
{
	assert(pane <= PF_PANE_REPLY_MAX);
	if (!iv->fold->panes[pane])
		iv->fold->panes[pane] = pf_editor_new();
	return iv->fold->panes[pane];
}

static void emit_edits(struct pf_interview *iv, const struct pf_now *now, uint32_t pane,
		       struct pf_edits edits)
{
	for (size_t i = 0; i < edits.n; i++) {
		const struct pf_edit *e = &edits.v[i];
		struct pf_record r = {.kind = PF_RECORD_EDIT};

		r.u.edit = (struct pf_record_edit){pane,        e->off,   e->removed,
						   e->inserted, e->group, (uint32_t)e->kind};
		pf_interview_emit(iv, now, &r);
	}
}

void pf_interview_put_text(struct pf_interview *iv, const struct pf_now *now, uint32_t pane,
			   struct pf_slice text)
{
	struct pf_editor *ed = pf_interview_editor(iv, pane);
	struct pf_edits edits;

	if (pf_slice_equal(pf_editor_text(ed), text))
		return;
	if (pf_editor_replace(ed, 0, pf_editor_length(ed), text, &edits) == PF_EDIT_YIELDS)
		emit_edits(iv, now, pane, edits);
}

static bool writable(struct pf_interview *iv, uint32_t pane)
{
	const struct pf_stage *stage = pf_fold_stage(iv->fold);

	if (iv->fold->paused)
		return pf_refuse(iv, "Paused: let the clock run first.");
	if (pane != pf_interview_pane(iv))
		return pf_refuse(iv, "This is for reading here.");
	if (pane == PF_PANE_DRAFT && iv->fold->mode == PF_MODE_STRICT && stage->rang)
		return pf_refuse(iv, "The bell has rung: the draft is frozen.");
	return true;
}

enum pf_edit_outcome pf_interview_edit(struct pf_interview *iv, const struct pf_now *now,
				       uint32_t pane, const struct pf_edit_input *input)
{
	struct pf_editor *ed = pf_interview_editor(iv, pane);
	char before[sizeof(iv->notice)];
	enum pf_edit_outcome outcome;
	struct pf_edits edits;
	bool may;

	memcpy(before, iv->notice, sizeof(before));
	may = writable(iv, pane);
	pf_editor_freeze(ed, !may);
	outcome = pf_editor_command(ed, input, &edits);
	if (outcome == PF_EDIT_YIELDS)
		emit_edits(iv, now, pane, edits);
	else if (outcome == PF_EDIT_TOO_BIG)
		pf_tell(iv, "The text would be over 16 MiB.");
	/* Reading a pane one may not change is no mistake, and nothing to be told of. */
	if (!may && outcome != PF_EDIT_IS_FROZEN)
		memcpy(iv->notice, before, sizeof(before));
	return outcome;
}

bool pf_interview_append(struct pf_interview *iv, const struct pf_now *now, uint32_t pane,
			 struct pf_slice text)
{
	struct pf_editor *ed = pf_interview_editor(iv, pane);
	uint32_t end = pf_editor_length(ed);
	struct pf_edits edits;

	if (!writable(iv, pane))
		return false;
	if (text.len == 0)
		return true;
	if (pf_editor_replace(ed, end, end, text, &edits) != PF_EDIT_YIELDS)
		return pf_refuse(iv, "The text would be over 16 MiB.");
	emit_edits(iv, now, pane, edits);
	return true;
}
