/* What every record needs of the fold: its texts, its stage. */
#include <stdlib.h>

#include "fold_impl.h"
#include "prfaq/base/mem.h"

bool pf_fold_time_ok(int64_t ms)
{
	return ms > -PF_FOLD_TIME_MAX && ms < PF_FOLD_TIME_MAX;
}

void pf_fold_set(char **field, struct pf_slice text)
{
	free(*field);
	*field = pf_xslicedup(text);
}

struct pf_slice pf_fold_text(const struct pf_fold *fold, uint32_t pane)
{
	if (pane > PF_PANE_REPLY_MAX || !fold->panes[pane])
		return (struct pf_slice){NULL, 0};
	return pf_editor_text(fold->panes[pane]);
}

bool pf_fold_has_work(const struct pf_fold *fold)
{
	struct pf_slice draft = pf_fold_text(fold, PF_PANE_DRAFT);
	bool any = fold->done || fold->asked.n || fold->odds >= 0;

	for (int d = 0; d < PF_DIMENSIONS; d++)
		any = any || fold->marks[d] >= 0;
	for (uint32_t pane = 0; pane <= PF_PANE_REPLY_MAX; pane++)
		any = any || (pane != PF_PANE_DRAFT && pf_fold_text(fold, pane).len);
	/* The skeleton comes with the stage that writes: before it there is no text at all. */
	return any || (draft.len && !pf_slice_is(draft, fold->skeleton));
}

const struct pf_stage *pf_fold_stage(const struct pf_fold *fold)
{
	return fold->stages.n ? &fold->stages.v[fold->stages.n - 1] : NULL;
}

struct pf_slice pf_fold_draft_at_bell(const struct pf_fold *fold)
{
	for (size_t i = fold->stages.n; i-- > 0;) {
		const struct pf_stage *s = &fold->stages.v[i];

		if (s->first == PF_STEP_WRITE && s->text)
			return pf_slice_make(s->text, s->text_len);
	}
	return pf_fold_text(fold, PF_PANE_DRAFT);
}
