/* Whether the page says something of its own, and says it once. */
#include "prfaq/base/mem.h"

#include "draft/shingles.h"
#include "gates.h"

/* What a candidate was shown and told, as one text. */
static void brief_of(const struct pf_check_prompt *prompt, struct pf_buf *out)
{
	if (prompt->text)
		pf_buf_adds(out, prompt->text);
	for (size_t i = 0; i < prompt->n_facts; i++)
		if (prompt->facts[i].known && prompt->facts[i].text)
			pf_buf_printf(out, "\n%s", prompt->facts[i].text);
	for (size_t i = 0; i < prompt->n_constraints; i++)
		if (prompt->constraints[i].known && prompt->constraints[i].text)
			pf_buf_printf(out, "\n%s", prompt->constraints[i].text);
}

void pf_gate_own_words(const struct pf_view *view, const struct pf_params_gate *p,
		       struct pf_judgement *j)
{
	const struct pf_shingles *own;
	struct pf_shared_words shared;
	struct pf_buf brief = {0};
	double share;

	if (!view->context->prompt || view->context->drill) {
		pf_judge_skip(j, "there is no brief");
		return;
	}
	own = pf_view_runs(view);
	brief_of(view->context->prompt, &brief);
	shared = pf_shingles_shared(own, pf_buf_view(&brief));
	share = own->n ? (double)shared.n / (double)own->n : 0;
	j->n = 100 * share;
	pf_judge_credit(j, pf_ramp(share, p->none, p->full),
			shared.n ? shared.here : pf_view_opening(view),
			"%.0f %% of it is the brief, word for word", j->n);
	pf_buf_release(&brief);
}

void pf_gate_said_once(const struct pf_view *view, const struct pf_params_gate *p,
		       struct pf_judgement *j)
{
	const struct pf_shingles *own = pf_view_runs(view);
	struct pf_range again = {0, 0};
	double share;

	share = own->n ? (double)pf_shingles_repeated(own, &again) / (double)own->n : 0;
	j->n = 100 * share;
	pf_judge_credit(j, pf_ramp(share, p->none, p->full),
			pf_range_empty(again) ? pf_view_opening(view) : again,
			"%.0f %% of it was said before, word for word", j->n);
}
