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
#include "said.h"
#include "words.h"

#define WORKED_WINDOW 4    /* operands of one sum */
#define WORKED_EXACT  0.03 /* "about" is allowed in a plan */

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

static bool operand_of(const struct pf_quant *q)
{
	return !pf_quant_is_date(q) && q->kind != PF_QUANT_RANGE && q->value > 0;
}

static bool about(double a, double b)
{
	return fabs(a - b) <= WORKED_EXACT * fabs(b);
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

/* Of numbers that stand far apart some product always comes out right. */
static bool near(const struct pf_view *view, size_t a, size_t r)
{
	size_t from = pf_quant_sentence(view, &view->quants->v[a]);

	return pf_quant_sentence(view, &view->quants->v[r]) <= from + 1;
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
	for (size_t i = result, terms = 0; i-- > first && terms < TERMS_MOST;) {
		const struct pf_quant *q = &view->quants->v[i];
		double term = q->value;

		if (!operand_of(q) || !adds_to(q, r) || !near(view, i, result))
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

/* "Over a year that's roughly 780 hours", behind two numbers of the same answer. */
static bool leads_to(const struct pf_view *view, size_t quant)
{
	static const char *const lead[] = {"that's", "makes", "gives", "leaves",  "saves", "comes",
					   "totals", "means", "is",    "returns", NULL};
	static const char *const that[] = {"that", "which", "it", "this", "so", NULL};
	const struct pf_quant *q = &view->quants->v[quant];
	const struct pf_sentence *s = &view->tokens->sentences.v[pf_quant_sentence(view, q)];
	uint32_t from = q->first > s->first + 4 ? q->first - 4 : s->first, at;

	if (quant < 2 || pf_quant_is_date(q) || !near(view, quant - 2, quant))
		return false;
	at = pf_tokens_find(view, from, q->first, lead);
	if (at >= q->first || at < q[-1].last)
		return false;
	return !PF_TOKEN_IS(view, at, "is") ||
	       (at > s->first && pf_token_among(view, at - 1, that));
}

/* "22p a bag, 3p of it the logger and the rest the fetching" */
static bool is_part_of_it(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const it[] = {"it", "that", "which", "this", "them", NULL};
	static const char *const rest[] = {"rest", "remainder", "other", "others", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[pf_quant_sentence(view, q)];

	return q->last + 1 < s->last && PF_TOKEN_IS(view, q->last, "of") &&
	       pf_token_among(view, q->last + 1, it) && pf_tokens_any(view, q->last, s->last, rest);
}

#define FEW 20 /* below it products meet by chance */

static bool is_share(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const points[] = {"point", "points", NULL};

	return q->base == PF_QUANT_PERCENT ||
	       (q->last < view->tokens->n && pf_token_among(view, q->last, points));
}

/* "At 8 points on 400 names, 32 orders": two numbers before it in the sentence make it. */
static bool is_made_of(const struct pf_view *view, const struct pf_quant_sentence *qs, size_t quant)
{
	const struct pf_quant *v = view->quants->v;

	if (!operand_of(&v[quant]) || v[quant].value < FEW || is_share(view, &v[quant]))
		return false;
	for (size_t a = qs->first; a + 1 < quant; a++)
		for (size_t b = a + 1; b < quant && b <= a + 2; b++) {
			double product = v[a].value * v[b].value;

			if (operand_of(&v[a]) && operand_of(&v[b]) && v[a].value > 1 &&
			    v[b].value > 1 &&
			    (about(product, v[quant].value) ||
			     about(product / 100, v[quant].value)))
				return true;
		}
	return false;
}

/* What a rate is taken of may stand anywhere on the page: an amount, or how far a metric is to go.
 */
static bool has_amount(const struct pf_view *view, const struct pf_quant *rate,
		       const struct pf_quant *result, double amount)
{
	const struct pf_quant *v = view->quants->v;

	for (size_t i = 0; i < view->quants->n && i < PF_QUANTS_HELD; i++)
		if (&v[i] != rate && &v[i] != result && !pf_quant_is_date(&v[i]) &&
		    v[i].base ==
			    (rate->base == PF_QUANT_PERCENT ? result->base : PF_QUANT_NUMBER) &&
		    about(fabs(v[i].value), amount))
			return true;
	for (size_t i = 0; i < view->parts->metrics.n && i < PF_METRICS_HELD; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (m->baseline < view->quants->n && m->target < view->quants->n &&
		    about(fabs(v[m->baseline].value - v[m->target].value), amount))
			return true;
	}
	return false;
}

/* "At 9 percent they save about $3,000 a month", "at $165 each that is $81,000": a rate, and what
 * it makes of an amount of the page. */
static bool is_at_rate(const struct pf_view *view, const struct pf_quant_sentence *qs, size_t quant)
{
	const struct pf_quant *result = &view->quants->v[quant];
	bool money = result->base == PF_QUANT_MONEY;

	for (size_t r = qs->first; r < quant && money && fabs(result->value) >= FEW; r++) {
		const struct pf_quant *rate = &view->quants->v[r];
		bool percent = rate->base == PF_QUANT_PERCENT;

		if (rate->value > 0 && (percent || rate->base == PF_QUANT_MONEY) && rate->first &&
		    PF_TOKEN_IS(view, rate->first - 1, "at") &&
		    has_amount(view, rate, result,
			       fabs(result->value) / rate->value * (percent ? 100 : 1)))
			return true;
	}
	return false;
}

#define NET_TERMS 4u /* amounts before it that it may be made of */

/* "It saves $31, against $12 for the part and $7 of sales. Net gain is $12": what is left of them.
 */
static bool is_net(const struct pf_view *view, size_t quant)
{
	static const char *const net[] = {"net", "left", "leaves", "remains", NULL};
	const struct pf_quant *v = view->quants->v, *q = &v[quant];
	size_t from = quant > NET_TERMS ? quant - NET_TERMS : 0;
	uint32_t before = q->first > 4 ? q->first - 4 : 0;

	if (q->base != PF_QUANT_MONEY || !pf_tokens_any(view, before, q->first, net))
		return false;
	for (size_t a = from; a < quant; a++)
		for (size_t b = from; b < quant; b++)
			for (size_t c = from; c <= quant; c++) {
				double rest = fabs(v[a].value) - fabs(v[b].value) -
					      (c < quant ? fabs(v[c].value) : 0);

				if (a != b && c != a && c != b && v[a].base == q->base &&
				    v[b].base == q->base && (c == quant || v[c].base == q->base) &&
				    about(rest, fabs(q->value)))
					return true;
			}
	return false;
}

/* "A herd that prevents 11 cases pays back in a year", "keeping seven covers it": one number is
 * held against another. */
static bool pays_back(const struct pf_view *view, size_t sentence)
{
	static const char *const pays[] = {"pays",  "pay",     "covers",    "cover",  "breaks",
					   "break", "payback", "recovered", "repaid", NULL};
	static const char *const alone[] = {"payback", "recovered", "repaid", NULL};
	static const char *const back[] = {"back", "for", "itself", "it", "that", "even", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	for (uint32_t i = s->first; (i = pf_tokens_find(view, i, s->last, pays)) + 1 < s->last; i++)
		if (pf_token_among(view, i, alone) || pf_token_among(view, i + 1, back))
			return true;
	return false;
}

/* "£3 a scaffold a week": how often that is paid in what the result is for. */
static double times_paid(const struct pf_view *view, const struct pf_quant *price,
			 const struct pf_quant *result)
{
	static const char *const week[] = {"week", "weekly", NULL};
	static const char *const month[] = {"month", "monthly", NULL};
	uint32_t last = price->last + 4;

	if (strcmp(result->per, "year") != 0)
		return 1;
	if (!strcmp(price->per, "week") || pf_tokens_any(view, price->last, last, week))
		return 52;
	return !strcmp(price->per, "month") || pf_tokens_any(view, price->last, last, month) ? 12
											     : 1;
}

#define PRICE_BEFORE  6u /* numbers between what one costs and what all do */
#define PRICE_ROUNDED 0.01
#define OFTEN         5u /* times a week, or a month */

/* `n` of them at that price make the result; how often each pays in a year need not be said beside
 * it. */
static bool makes(const struct pf_view *view, const struct pf_quant *price,
		  const struct pf_quant *n, const struct pf_quant *result)
{
	double sum = price->value * n->value;

	if (fabs(sum * times_paid(view, price, result) - result->value) <=
	    result->value * PRICE_ROUNDED)
		return true;
	for (unsigned often = 1; !strcmp(result->per, "year") && often <= OFTEN; often++)
		if (fabs(sum * 52 * often - result->value) <= result->value * PRICE_ROUNDED ||
		    fabs(sum * 12 * often - result->value) <= result->value * PRICE_ROUNDED)
			return true;
	return false;
}

/* "£3 a scaffold a week. A firm with 20 pays about £3,100 a year": what one costs by how many. */
static bool is_price_of_many(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *v = view->quants->v, *q = &v[quant];
	size_t from = quant > PRICE_BEFORE ? quant - PRICE_BEFORE : 0;

	if (q->base != PF_QUANT_MONEY || q->value < FEW)
		return false;
	for (size_t a = from; a < quant; a++)
		for (size_t n = from; n < quant; n++)
			if (v[a].base == PF_QUANT_MONEY && v[n].base == PF_QUANT_NUMBER &&
			    v[n].value > 1 && !pf_quant_is_date(&v[n]) &&
			    makes(view, &v[a], &v[n], q))
				return true;
	return false;
}

bool pf_answer_maybe_reckons(const struct pf_view *view, size_t sentence)
{
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	if (qs->n >= 2 && pays_back(view, sentence))
		return true;

	for (size_t q = qs->first; q < qs->first + qs->n; q++)
		if (pf_share_shown(view, q) || leads_to(view, q) ||
		    is_part_of_it(view, &view->quants->v[q]) || is_made_of(view, qs, q) ||
		    is_at_rate(view, qs, q) || is_net(view, q) || is_price_of_many(view, q))
			return true;
	return false;
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
