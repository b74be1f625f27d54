/* Whether the questions of the page have answers that say something. */
#include "draft/echo.h"
#include "gates.h"

#define WRITTEN_CAP   0.35 /* of a page whose release is written, but not its answers */
#define WRITTEN_WORDS 400u

/* A page of questions with empty answers is a plan for a page. A long text with a list of open
 * questions in it is still that text, unless it was written for a prompt, where each must be met.
 */
void pf_gate_answered(const struct pf_view *view, const struct pf_params_gate *p,
		      struct pf_judgement *j)
{
	size_t n = view->parts->pairs.n, empty = 0;
	bool written = !view->context->prompt && view->tokens->words >= WRITTEN_WORDS;
	double share;

	for (size_t i = 0; i < n; i++)
		empty += !pf_answer_speaks(view, &view->parts->pairs.v[i]);
	share = n ? (double)empty / (double)n : 0;
	if (n >= 3 && share > p->none)
		pf_judge_credit(j, written ? WRITTEN_CAP : 0, view->parts->pairs.v[0].question,
				"%zu of %zu questions have no answer to speak of", empty, n);
	else
		pf_judge_pass(j, pf_view_opening(view), "questions are answered");
}
