#include "echo.h"

#include "quants.h"
#include "said.h"

/* "One" and the number that was asked about are no news. */
static bool new_number(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t first, last, asked, end;

	pf_view_quants(view, pair->answer, &first, &last);
	pf_view_quants(view, pair->question, &asked, &end);
	for (size_t i = first; i < last; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		bool news = q->value != 1 || q->unit[0];

		for (size_t k = asked; k < end && news; k++)
			news = view->quants->v[k].value != q->value;
		if (news)
			return true;
	}
	return false;
}

static bool echoes(const struct pf_view *view, const struct pf_pair *pair)
{
	const struct pf_stems *question, *answer;
	size_t at = (size_t)(pair - view->parts->pairs.v), shared, own;

	if (new_number(view, pair))
		return false;
	question = pf_view_question_stems(view, at);
	answer = pf_view_answer_stems(view, at);
	shared = pf_stems_shared(question, answer);
	own = answer->n - shared;
	return question->n > 0 && shared * 2 > question->n && own <= 5;
}

bool pf_answer_echoes(const struct pf_view *view, const struct pf_pair *pair)
{
	uint8_t *noted = &view->pairs[pair - view->parts->pairs.v].echoes;

	if (*noted == PF_NOTED_NOT)
		*noted = echoes(view, pair) ? PF_NOTED_YES : PF_NOTED_NO;
	return *noted == PF_NOTED_YES;
}

bool pf_answer_speaks(const struct pf_view *view, const struct pf_pair *pair)
{
	if (pf_range_empty(pair->answer))
		return false;
	return new_number(view, pair) ||
	       (pf_answer_said(view, pair)->words >= 6 && !pf_answer_echoes(view, pair));
}
