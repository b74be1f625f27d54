/* Whether the words form sentences: pairs of small words that never stand side by side. */
#include "gates.h"
#include "prfaq/text/neighbours.h"

void pf_gate_salad(const struct pf_view *view, const struct pf_params_gate *p,
		   struct pf_judgement *j)
{
	size_t bad = 0, words = 0, small = 0, where = 0;
	double rate, share;

	/* The beginning tells as well as the whole, and a book is long. */
	for (size_t i = 0; i + 1 < view->tokens->n && words < 20000; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind != PF_TOKEN_WORD)
			continue;
		words++;
		small += pf_view_is_stop(view, i);
		if (pf_never_neighbours(view->text, view->tokens, i) && !bad++)
			where = i;
	}
	rate = words ? 1000.0 * (double)bad / (double)words : 0;
	share = words ? (double)small / (double)words : 0;
	j->n = rate;
	if (words >= 30 && bad >= 3 && rate > p->none) {
		pf_judge_credit(
			j, 0, pf_sentence_range(view, pf_sentence_of(view->tokens, where)),
			"the words do not form sentences (%zu impossible pairs in %zu words)", bad,
			words);
		return;
	}
	if (words >= 30 && share < 0.12) {
		pf_judge_credit(
			j, 0, pf_view_opening(view),
			"these are keywords, not sentences (%.0f %% of them are small words)",
			100 * share);
		return;
	}
	pf_judge_pass(j, pf_view_opening(view), "it reads as sentences");
}

/* "45 % of evenings, $3M of friends, 7x the screen": a page needs words between its numbers. */
void pf_gate_numbers(const struct pf_view *view, const struct pf_params_gate *p,
		     struct pf_judgement *j)
{
	size_t numbers = 0, all = 0, first = view->tokens->n;
	double share;

	for (size_t i = 0; i < view->tokens->n; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		all += t->kind != PF_TOKEN_SIGN;
		if (t->kind != PF_TOKEN_NUMBER)
			continue;
		if (!numbers++)
			first = i;
	}
	if (all < 60) {
		pf_judge_skip(j, "too few words to tell");
		return;
	}
	share = (double)numbers / (double)all;
	j->n = 100 * share;
	pf_judge_credit(j, pf_ramp(share, p->none, p->full),
			numbers ? pf_sentence_range(view, pf_sentence_of(view->tokens, first))
				: pf_view_opening(view),
			"%.0f of 100 words are numbers", j->n);
}
