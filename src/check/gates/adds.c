/* Whether all that stands on the page adds to it; idle.c finds what does not. */
#include "draft/idle.h"
#include "gates.h"

void pf_gate_adds(const struct pf_view *view, const struct pf_params_gate *p,
		  struct pf_judgement *j)
{
	static const char *const whys[] = {
		[PF_IDLE_NOT] = "",
		[PF_IDLE_STRANGE] = "speaks of something else",
		[PF_IDLE_AGAIN] = "was said before",
		[PF_IDLE_COPIED] = "is the brief, word for word",
	};
	const struct pf_idle *idle = view->idle;
	double share;

	if (!idle || !idle->n) {
		pf_judge_pass(j, pf_view_opening(view), "all of it adds something");
		return;
	}
	share = (double)idle->words / (double)idle->of;
	j->n = idle->words;
	pf_judge_credit(j, idle->most ? p->none : 1 - p->full * share, idle->v[0].at,
			"%u of %u words add nothing; the first of them %s", idle->words, idle->of,
			whys[idle->v[0].why]);
}
