/* Where an answer may reckon, told in running prose: nobody is asked for a sum that stands there.
 */
#include <math.h>
#include <string.h>

#include "answers.h"
#include "equation.h"
#include "quants.h"
#include "reckon.h"
#include "words.h"

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

	return q->base == PF_QUANT_PERCENT || pf_token_among(view, q->last, points);
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

	for (uint32_t i = pf_sentence_find(view, sentence, pays); i + 1 < s->last;
	     i = pf_tokens_find(view, i + 1, s->last, pays))
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

#define RATIO_BEFORE 4u  /* numbers between the sums and their share */
#define RATIO_EXACT  0.6 /* in a hundred */

/* "$1.90 a trip, $1.35 of cost: we lose money below 71 %": a share that two sums before it make, or
 * by which one is more. */
static bool is_ratio_of_sums(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *v = view->quants->v, *q = &v[quant];
	size_t from = quant > RATIO_BEFORE ? quant - RATIO_BEFORE : 0;

	for (size_t a = from; q->base == PF_QUANT_PERCENT && a < quant; a++)
		for (size_t b = from; b < quant && v[a].base == PF_QUANT_MONEY; b++) {
			double share = v[b].value > 0 ? 100 * v[a].value / v[b].value : 0;
			double more = fabs(share - 100);

			if (a != b && v[b].base == PF_QUANT_MONEY &&
			    (fabs(share - q->value) <= RATIO_EXACT ||
			     fabs(more - q->value) <= RATIO_EXACT))
				return true;
		}
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
		    is_at_rate(view, qs, q) || is_net(view, q) || is_price_of_many(view, q) ||
		    is_ratio_of_sums(view, q))
			return true;
	return false;
}
