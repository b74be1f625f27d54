#include "pairs.h"

#include "draft/answers.h"
#include "draft/echo.h"
#include "draft/own.h"
#include "draft/quants.h"
#include "draft/said.h"
#include "draft/words.h"

static bool has_number(const struct pf_view *view, struct pf_range answer, bool money)
{
	size_t first, last;

	pf_view_quants(view, answer, &first, &last);
	for (size_t i = first; i < last; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (money ? q->base == PF_QUANT_MONEY
			  : pf_quant_bound(view, i) || q->base == PF_QUANT_DURATION ||
				    q->base == PF_QUANT_MONEY)
			return true;
	}
	return false;
}

/* A number that says of what it is: "53 days" at the end of a sentence is a reason for nothing. */
static bool tells_number(const struct pf_view *view, struct pf_range answer)
{
	size_t first, last;

	pf_view_quants(view, answer, &first, &last);
	for (; first < last; first++)
		if (pf_quant_bound(view, first))
			return true;
	return false;
}

/* "Free at personal scale", "6 or 7 people at 16,000": a price in words, or without its currency.
 */
static bool has_price(const struct pf_view *view, struct pf_range answer)
{
	size_t first, last;

	pf_view_quants(view, answer, &first, &last);
	for (size_t i = first; i < last; i++)
		if (view->quants->v[i].base == PF_QUANT_NUMBER && view->quants->v[i].value >= 1000)
			return true;
	return pf_view_has(view, PF_LIST_no_price, answer);
}

/* "We stop if it fails" proves nothing: what is proved stands beside a number, or a word of this
 * page's own. */
static bool has_proof(const struct pf_view *view, const struct pf_rule *rule,
		      struct pf_range answer)
{
	size_t first, last, from, to;

	for (pf_view_sentences(view, answer, &first, &last); first < last; first++) {
		struct pf_range sentence = pf_sentence_range(view, first);

		if (sentence.end > answer.end)
			sentence.end = answer.end;
		if (!pf_view_any(view, rule->lists2, rule->n_lists2, sentence, NULL))
			continue;
		pf_view_quants(view, sentence, &from, &to);
		if (from < to || pf_own_words(view, sentence))
			return true;
	}
	return false;
}

bool pf_answer_has(const struct pf_view *view, const struct pf_rule *rule, enum pf_pair_need need,
		   struct pf_range answer)
{
	switch (need) {
	case PF_PAIR_NUMBER: return has_number(view, answer, false);
	case PF_PAIR_MONEY: return has_number(view, answer, true) || has_price(view, answer);
	case PF_PAIR_PROOF: return has_proof(view, rule, answer);
	case PF_PAIR_REASON:
		/* "9 % of the stranded used it" is a reason, and a better one than "because". */
		return pf_view_has(view, PF_LIST_reasons, answer) || tells_number(view, answer);
	case PF_PAIR_DATE: return pf_range_dated(view, answer);
	}
	return false;
}

/* "What would you not fund? The website estimate, and the showroom.": things asked for, named. */
static bool names(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const asks[] = {"what", "which", "who", "where", NULL};
	uint32_t first = pf_question_said(view, pair)->run.first;

	if (pf_answer_said(view, pair)->words < 4 ||
	    pf_view_has(view, PF_LIST_softballs, pair->answer))
		return false;
	if (pf_token_among(view, first, asks))
		return true;
	/* "Can I cancel? Yes, until the evening before." */
	first = pf_answer_said(view, pair)->run.first;
	return PF_TOKEN_IS(view, first, "yes") || PF_TOKEN_IS(view, first, "no");
}

/* "We take this very seriously and will do our best.": one sentence, and no more in it. */
bool pf_pair_assures(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t first, last;

	pf_view_sentences(view, pair->answer, &first, &last);
	if (last - first != 1 || !pf_view_has(view, PF_LIST_softballs, pair->answer))
		return false;
	pf_view_quants(view, pair->answer, &first, &last);
	return first == last && pf_answer_grounds(view, pair->answer) < 0.5;
}

/* An answer of eight words or more, or a short one that says yes, no or a number. */
static bool is_answered(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t first, last;

	if (pf_answer_said(view, pair)->words >= 8)
		return !pf_answer_echoes(view, pair) && !pf_pair_assures(view, pair);
	if (pf_range_empty(pair->answer))
		return false;
	pf_view_quants(view, pair->answer, &first, &last);
	return (first < last && pf_answer_said(view, pair)->words >= 3) || names(view, pair);
}

bool pf_pair_answered(const struct pf_view *view, const struct pf_pair *pair)
{
	uint8_t *noted = &view->pairs[pair - view->parts->pairs.v].answered;

	if (*noted == PF_NOTED_NOT)
		*noted = is_answered(view, pair) ? PF_NOTED_YES : PF_NOTED_NO;
	return *noted == PF_NOTED_YES;
}
