/* Numbers that belong together: on one unit, on the day when all come, of those who take it. */
#include "deeds_each.h"
#include "equation.h"
#include "quants.h"
#include "said.h"

/* "$4 for each hearing", "£19 per lift a month"; an hour is no unit one sells. */
static bool per_unit(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const each[] = {"per", "each", "every", "a", "an", "for", NULL};
	uint32_t i = q->last;

	if (q->base != PF_QUANT_MONEY)
		return false;
	if (q->per[0] && pf_unit_seconds(q->per) <= 0)
		return true;
	if (!q->per[0] && i < view->tokens->n && PF_TOKEN_IS(view, i, "each"))
		return true;
	while (i < view->tokens->n && i < q->last + 2u && pf_token_among(view, i, each))
		i++;
	return i > q->last &&
	       (PF_TOKEN_IS(view, i - 1, "per") || PF_TOKEN_IS(view, i - 1, "each")) &&
	       pf_unit_seconds(q->per) <= 0;
}

bool pf_deed_unit(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t first, last;

	pf_view_quants(view, pair->answer, &first, &last);
	for (; first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];
		struct pf_range s = pf_sentence_range(view, pf_quant_sentence(view, q));

		if (per_unit(view, q))
			return true;
		/* "26 minutes each at $38 an hour", "each costs $4" */
		if (q->base == PF_QUANT_MONEY) {
			struct pf_deed_run run = pf_deed_run_of(view, s);

			for (uint32_t i = run.first; i < run.last; i++)
				if (PF_TOKEN_IS(view, i, "each"))
					return true;
		}
	}
	return false;
}

#define FULL_WORDS 6 /* "And in the week before Easter?" */

/* "January?", "And on sale day?", "Frost week?": the day on which all come at once. */
static bool asks_when_full(const struct pf_view *view, const struct pf_said *question)
{
	/* without "may" */
	static const char *const days[] = {
		"january",   "february", "march",    "april",    "june",   "july",      "august",
		"september", "october",  "november", "december", "monday", "tuesday",   "wednesday",
		"thursday",  "friday",   "saturday", "sunday",   "easter", "christmas", "week",
		"day",       "night",    "o'clock",  "winter",   "summer", "frost",     "storm",
		"beds",      "holidays", NULL};
	static const char *const when[] = {"by", "when", "why", "how", "who", "does", "is", NULL};

	return question->words <= FULL_WORDS && pf_said_any(view, question, days) &&
	       !pf_token_among(view, question->run.first, when);
}

/* "2,600 in a frost. The printer can do 3,000 a week." */
bool pf_deed_capacity(const struct pf_view *view, const struct pf_pair *pair)
{
	const struct pf_said *answer = pf_answer_said(view, pair);
	size_t counts = 0, rates = 0;

	for (size_t i = answer->quants; i < answer->quants_end; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (q->base != PF_QUANT_NUMBER && q->base != PF_QUANT_QUANTITY)
			continue;
		counts++;
		rates += q->per[0] && pf_unit_seconds(q->per) > 0;
	}
	return counts && (asks_when_full(view, pf_question_said(view, pair)) ||
			  (counts >= 2 && rates && answer->does & PF_WORD_LOAD));
}

#define MANY 10 /* of those who take it */

/* "2,700 rent storage today", "seven or eight new cases a week": a share of those who take it, or
 * how many come. */
static bool takes_up(const struct pf_view *view, struct pf_range range)
{
	bool taken = pf_deed_has(view, pf_deed_run_of(view, range), PF_WORD_TAKES_UP);
	size_t first, last;

	pf_view_quants(view, range, &first, &last);
	for (; first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		if (q->base == PF_QUANT_MONEY || q->base == PF_QUANT_DURATION)
			continue;
		if (taken && pf_quant_is_reach(q) &&
		    (q->base == PF_QUANT_PERCENT || q->value >= MANY))
			return true;
		if (q->base != PF_QUANT_PERCENT && q->per[0] && pf_unit_seconds(q->per) > 0)
			return true;
	}
	return false;
}

bool pf_deed_demand(const struct pf_view *view, const struct pf_pair *pair)
{
	return pf_deed_any_sentence(view, pair->answer, takes_up);
}
