/* An assurance costs nothing to write. What an answer is worth is what it risks: a number that can
 * be wrong, a condition that can come true, a limit that can be held against the writer. */
#include "answers.h"

#include <math.h>
#include <string.h>

#include "prfaq/base/bound.h"

#include "assumption.h"
#include "equation.h"
#include "own.h"
#include "quants.h"
#include "reckon.h"
#include "said.h"
#include "words.h"

#define WORKED_WINDOW 4 /* operands of one sum */

#define BARE_WORTH 0.6 /* a number that comes from nowhere can still be wrong */

/* 1 for a number one can trace, less for a guess that says no more than that it is one. */
static double number_worth(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	if (!view->context->prompt || !pf_quant_needs_origin(q))
		return 1;
	if (view->origin[quant] == PF_ORIGIN_ASSUMED)
		return BARE_WORTH + (1 - BARE_WORTH) * pf_assumption_worth(view->grounds[quant]);
	return view->origin[quant] == PF_ORIGIN_BARE ? BARE_WORTH : 1;
}

/* That of the best number of the answer; 0 without one. */
static double numbers(const struct pf_view *view, struct pf_range answer)
{
	size_t first, last;
	double best = 0;

	pf_view_quants(view, answer, &first, &last);
	for (size_t i = first; i < last; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (pf_quant_bound(view, i) || q->base == PF_QUANT_DURATION ||
		    q->base == PF_QUANT_MONEY || pf_quant_is_date(q))
			best = fmax(best, number_worth(view, i));
	}
	return best;
}

static bool stands_in_label(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	return pf_own_label(view,
			    pf_sentence_range(view, pf_sentence_of(view->tokens, hit->first)));
}

/* Sorts of words that can be held against the writer. */
static size_t sorts_of_words(const struct pf_view *view, struct pf_range answer)
{
	static const uint32_t lists[] = {
		PF_LIST_reasons,      PF_LIST_conditions,  PF_LIST_unknowns,   PF_LIST_guesses,
		PF_LIST_out_of_scope, PF_LIST_controls,    PF_LIST_stop_rules, PF_LIST_denials,
		PF_LIST_concessions,  PF_LIST_own_evidence};
	size_t n = 0;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		struct pf_hits hits = pf_view_hits(view, lists[i], answer);
		size_t h = 0;

		while (h < hits.n && stands_in_label(view, &hits.v[h]))
			h++;
		n += h < hits.n;
	}
	return n;
}

/* A number by itself may stand anywhere; with its reason, its condition or its doubt it is staked.
 */
#define NUMBER_ALONE 0.6

double pf_answer_grounds(const struct pf_view *view, struct pf_range answer)
{
	double by_number, by_words;
	struct pf_range at;
	size_t sorts;

	if (pf_range_empty(answer)) /* an empty range means the whole draft to a search */
		return 0;
	by_number = numbers(view, answer);
	sorts = sorts_of_words(view, answer);
	if (by_number > 0 && (sorts >= 2 || pf_answer_worked(view, answer, &at)))
		return by_number;
	by_number *= sorts ? (1 + NUMBER_ALONE) / 2 : NUMBER_ALONE;
	if (pf_tokens_words(view->tokens, answer) < 5 ||
	    pf_view_has(view, PF_LIST_softballs, answer))
		return by_number / 2;
	by_words = sorts == 0 ? 0 : sorts == 1 ? 0.5 : 0.8;
	return by_number > by_words ? by_number : by_words;
}

/* "22,000 bookings x 45 minutes x €34": the minutes are paid by the hour. */
static bool about_in_hours(const struct pf_view *view, size_t from, size_t to, double product,
			   const struct pf_quant *result)
{
	if (result->base != PF_QUANT_MONEY && strcmp(result->unit, "hour") != 0)
		return false;
	for (; from <= to; from++)
		if (!strcmp(view->quants->v[from].unit, "minute"))
			return about(product / 60, result->value);
	return false;
}

static double factor_of(const struct pf_quant *q)
{
	return q->base == PF_QUANT_PERCENT ? q->value / 100 : q->value;
}

static bool adds_to(const struct pf_quant *q, const struct pf_quant *sum)
{
	return q->base == sum->base && !strcmp(q->unit, sum->unit);
}

#define TERMS_MOST 8

/* "Tablets 28 x £260, cards £6,000, staff £33,000: about £40,000": items are told one by one, some
 * of them with how they come about, and between them what is no money. */
static bool adds_up(const struct pf_view *view, size_t first, size_t result, struct pf_range *at)
{
	const struct pf_quant *r = &view->quants->v[result];
	double sum = 0;

	if (r->base != PF_QUANT_MONEY)
		return false;
	for (size_t i = result, terms = 0;
	     i-- > first && terms < TERMS_MOST && near(view, i, result);) {
		const struct pf_quant *q = &view->quants->v[i];
		double term = q->value;

		if (!operand_of(q) || !adds_to(q, r))
			continue;
		for (; i > first && (view->operators[i] & ~PF_OPERATOR_IN_WORDS) == '*'; i--)
			term *= factor_of(&view->quants->v[i - 1]);
		sum += term;
		if (++terms < 2 || !about(sum, r->value))
			continue;
		*at = (struct pf_range){view->quants->v[i].begin, r->end};
		return true;
	}
	return false;
}

bool pf_answer_worked(const struct pf_view *view, struct pf_range answer, struct pf_range *at)
{
	size_t first, last;

	pf_view_quants(view, answer, &first, &last);
	for (size_t r = first; r < last; r++) {
		const struct pf_quant *result = &view->quants->v[r];
		size_t from = r > first + 6 ? r - 6 : first;

		/* Small numbers meet by chance. */
		if (!operand_of(result) || result->value < 100)
			continue;
		if (adds_up(view, first, r, at))
			return true;
		for (size_t a = from; a < r; a++) {
			double product = near(view, a, r) ? 1 : NAN, sum = 0;

			for (size_t i = a; i < r && i < a + WORKED_WINDOW; i++) {
				const struct pf_quant *q = &view->quants->v[i];

				if (!operand_of(q))
					break;
				product *= factor_of(q);
				sum += adds_to(q, result) ? q->value : NAN;
				if (i == a ||
				    (!about(product, result->value) && !about(sum, result->value) &&
				     !about_in_hours(view, a, i, product, result)))
					continue;
				*at = (struct pf_range){view->quants->v[a].begin, result->end};
				return true;
			}
		}
	}
	return false;
}

/* "Why 14 days?" "3 for the alarm, 3 for the card, a week to mend": what was asked for is made of
 * the numbers of the answer. */
static bool takes_apart(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const asks[] = {"why", "where", "how", NULL};
	uint32_t begin = pf_question_said(view, pair)->run.first;
	size_t first, last, n = 0;

	pf_view_quants(view, pair->question, &first, &last);
	if (first == last || !pf_token_among(view, begin, asks))
		return false;
	pf_view_quants(view, pair->answer, &first, &last);
	for (; first < last; first++)
		n += !pf_quant_is_date(&view->quants->v[first]);
	return n >= 3;
}

/* "Two shifts on seven days, that's 14", "a third of 900 makes 300": the words that lead to a
 * result, behind two numbers. */
static bool comes_to(const struct pf_view *view, size_t quant)
{
	static const char *const lead[] = {"so",    "that's", "makes", "gives", "leaves",
					   "comes", "is",     "are",   "means", NULL};
	const struct pf_quant *q = &view->quants->v[quant];
	const struct pf_sentence *s = &view->tokens->sentences.v[pf_quant_sentence(view, q)];
	uint32_t from = q->first > s->first + 3 ? q->first - 3 : s->first, at;

	if (quant < 2 || q[-2].first < s->first || pf_quant_is_date(q))
		return false;
	at = pf_tokens_find(view, from, q->first, lead);
	return at < q->first && at >= q[-1].last;
}

bool pf_answer_shows_signs(const struct pf_view *view, struct pf_range answer)
{
	size_t first, last;

	for (pf_view_quants(view, answer, &first, &last); first < last; first++)
		if (view->operators[first] && !(view->operators[first] & PF_OPERATOR_IN_WORDS))
			return true;
	return false;
}

bool pf_answer_reckons(const struct pf_view *view, const struct pf_pair *pair, struct pf_range *at)
{
	struct pf_equation e;
	size_t first, last;

	if (pf_answer_worked(view, pair->answer, at))
		return true;
	*at = pair->answer;
	pf_view_quants(view, pair->answer, &first, &last);
	for (size_t q = first; q < last; q++)
		if ((pf_equation_at(view, q, &e) && e.holds) || pf_equation_follows(view, q) ||
		    (q >= first + 2 && comes_to(view, q)))
			return true;
	return takes_apart(view, pair);
}
