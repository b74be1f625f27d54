/* Whether numbers were strewn over the page: at the ends of its sentences, or into their midst. */
#include "draft/words.h"
#include "flow/flow.h"
#include "gates.h"

#define SPRAYED_SENTENCES 12u
#define SPRAYED           0.75 /* of the sentences; of honest pages 0.61 at most */

/* What part of the sentences ends in a number, with its unit. */
static double ends_in_numbers(const struct pf_view *view)
{
	size_t all = 0, ends = 0;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
		uint32_t i = sentence->last, words = 0;
		bool number = false;

		if (!pf_flow_prose(view, s) || pf_sentence_asks(view, s))
			continue;
		for (; i-- > sentence->first && words < 2 && !number;) {
			number = view->tokens->v[i].kind == PF_TOKEN_NUMBER;
			words += view->tokens->v[i].kind == PF_TOKEN_WORD;
		}
		all++;
		ends += number;
	}
	return all < SPRAYED_SENTENCES ? 0 : (double)ends / (double)all;
}

/* "Each 45% night 900 dock workers": between two words of one sentence, of which the first does not
 * lead to it. Tables, sums and lists of figures hold many numbers too, but each with such a word, a
 * sign or an end beside it. */
static bool is_amid_words(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const leading[] = {"from",  "to",    "within", "by",  "of",
					      "below", "above", "over",   "for", "under",
					      "in",    "than",  "at",     NULL};
	const struct pf_token *v = view->tokens->v;

	return q->first && v[q->first - 1].kind == PF_TOKEN_WORD && q->last < view->tokens->n &&
	       v[q->last].kind == PF_TOKEN_WORD &&
	       !((v[q->first].flags | v[q->last].flags) &
		 (PF_TOKEN_SENTENCE | PF_TOKEN_BLOCK | PF_TOKEN_LINE)) &&
	       !pf_token_among(view, q->first - 1, leading);
}

#define LEAST_SPRAYED 60u /* words; a section of fewer may hold a number in every clause */
#define HEAPED        0.27 /* of the words and numbers of its prose; none of 700 honest pages has more */

static double number_share(const struct pf_view *view)
{
	size_t numbers = 0, all = 1;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];

		if (!pf_flow_prose(view, s))
			continue;
		all += sentence->words;
		for (uint32_t i = sentence->first; i < sentence->last; i++)
			numbers += view->tokens->v[i].kind == PF_TOKEN_NUMBER;
	}
	return all < LEAST_SPRAYED ? 0 : (double)numbers / (double)all;
}

/* How many, and the first; the page's opening where there is none. */
static size_t count_amid_words(const struct pf_view *view, struct pf_range *first)
{
	size_t n = 0;

	*first = pf_view_opening(view);
	for (size_t i = 0; i < view->quants->n; i++)
		if (is_amid_words(view, &view->quants->v[i]) && !n++)
			*first = pf_quant_span(&view->quants->v[i]);
	*first = pf_sentence_range(
		view, pf_sentence_of(view->tokens, pf_tokens_at(view->tokens, first->begin)));
	return n;
}

/* "45 % of evenings, $3M of friends, 7x the screen": a page needs words between its numbers. */
void pf_gate_numbers(const struct pf_view *view, const struct pf_params_gate *p,
		     struct pf_judgement *j)
{
	struct pf_range first;
	double ends, all, amid;

	if (view->tokens->words < LEAST_SPRAYED) {
		pf_judge_skip(j, "too few words to tell");
		return;
	}
	ends = ends_in_numbers(view);
	all = number_share(view);
	amid = (double)count_amid_words(view, &first) / (double)view->tokens->words;
	j->n = 100 * (all > HEAPED ? all : ends > SPRAYED ? ends : amid);
	if (all > HEAPED)
		pf_judge_credit(j, 0, first, "%.0f of 100 words are numbers", j->n);
	else if (ends > SPRAYED)
		pf_judge_credit(j, 0, first, "%.0f of 100 sentences end in a number", j->n);
	else
		pf_judge_credit(j, pf_ramp(amid, p->none, p->full), first,
				"%.1f of 100 words are numbers in the midst of words", j->n);
}
