/* Whether all that stands on the page adds to it; padding.c finds what does not. */
#include "draft/padding.h"
#include "gates.h"

void pf_gate_adds(const struct pf_view *view, const struct pf_params_gate *p,
		  struct pf_judgement *j)
{
	static const char *const whys[] = {
		[PF_PADDING_NOT] = "",
		[PF_PADDING_STRANGE] = "speaks of something else",
		[PF_PADDING_AGAIN] = "was said before",
		[PF_PADDING_COPIED] = "is what others wrote, word for word",
		[PF_PADDING_BARE] = "could stand on any page",
	};
	const struct pf_padding *padding = view->padding;
	double share;

	if (!padding || !padding->n) {
		pf_judge_pass(j, pf_view_opening(view), "all of it adds something");
		return;
	}
	share = (double)padding->words / (double)padding->of;
	j->n = padding->words;
	pf_judge_credit(j, padding->most ? p->none : 1 - p->full * share, padding->v[0].at,
			"%u of %u words add nothing; the first of them %s", padding->words,
			padding->of, whys[padding->v[0].why]);
}
