/* Whether the questions of the page have answers that say something. */
#include "draft/echo.h"
#include "gates.h"

/* A page of questions with empty answers is a plan for a page. A long text with a list of open
 * questions in it is another thing, unless it was written for a prompt, where each must be met. */
void pf_gate_answered(const struct pf_view *view, const struct pf_params_gate *p,
		      struct pf_judgement *j)
{
	size_t n = view->parts->pairs.n, empty = 0;
	double share;

	for (size_t i = 0; i < n; i++)
		empty += !pf_answer_speaks(view, &view->parts->pairs.v[i]);
	share = n ? (double)empty / (double)n : 0;
	if (n >= 3 && share > p->none && (view->context->prompt || view->tokens->words < 400))
		pf_judge_credit(j, 0, view->parts->pairs.v[0].question,
				"%zu of %zu questions have no answer to speak of", empty, n);
	else
		pf_judge_pass(j, pf_view_opening(view), "questions are answered");
}
