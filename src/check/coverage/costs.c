/* What the plan costs, by what it says, against the cap of the brief. */
#include <stdio.h>
#include <string.h>

#include "coverage.h"
#include "draft/answers.h"
#include "draft/equation.h"
#include "draft/quants.h"
#include "draft/said.h"
#include "draft/words.h"

/* True for a place inside the answer to a question on cost: no word of it need be said again. "Is
 * there money for it?" asks for it in other words, and "does it pay?" for what is earned, too. */
static bool answers_cost(const struct pf_view *view, uint32_t off, bool surely)
{
	static const uint32_t asked[] = {PF_LIST_cost, PF_LIST_money_asked};
	const struct pf_pair *pair = pf_answer_at(view, off);

	return pair && off >= pair->answer.begin &&
	       pf_view_any(view, asked, surely ? 1 : 2, pair->question, NULL);
}

/* "$8.7M savings", "a loss of £31M": the word stands beside the amount, before or after it. */
static bool is_gain(const struct pf_view *view, const struct pf_quant *q, struct pf_range sentence)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_gains, sentence);

	for (size_t i = 0; i < hits.n; i++)
		if (hits.v[i].first >= q->last ? hits.v[i].first - q->last < 2
					       : q->first - hits.v[i].first < 5)
			return true;
	return false;
}

/* "Not doing it costs the trust £9M a year": what is lost without the plan is no cost of it. */
static bool is_lost_without(const struct pf_view *view, size_t sentence)
{
	static const char *const words[] = {"today",  "currently", "already", "lose",
					    "loses",  "losing",    "without", "nothing",
					    "market", "otherwise", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	if (s->last - s->first > 100) /* one sentence may hold thousands of amounts */
		return false;
	for (uint32_t i = s->first; i < s->last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (pf_token_among(view, i, words))
			return true;
		if (i + 1 < s->last && pf_token_is(view->text, t, "not") &&
		    pf_token_is(view->text, t + 1, "doing"))
			return true;
	}
	return false;
}

/* "No visits paid: 31,000 x €85 would be €2.6M": what is not done costs nothing. */
static bool is_not_done(const struct pf_view *view, struct pf_range sentence)
{
	static const char *const no[] = {"no", "not", "without", NULL};
	static const char *const would[] = {"would", "that'd", "it'd", NULL};

	return pf_token_among(view, pf_tokens_at(view->tokens, sentence.begin), no) &&
	       pf_range_any(view, sentence, would);
}

/* The cost a draft asks for: one that is over the cap, whatever the page calls its sum; else "in
 * all" or "total"; else the largest amount where it speaks of cost. An amount equal to the cap is
 * the cap told back; one beside "save" or "earn" is no cost. */
static bool total_cost(const struct pf_view *view, const char *unit, double cap, size_t *quant)
{
	double best = -1;
	bool found = false;

	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		struct pf_range sentence;
		double rank;

		if (q->base != PF_QUANT_MONEY || strcmp(q->unit, unit) ||
		    pf_same_amount(q->value, q->unit, cap, unit))
			continue;
		sentence = pf_sentence_range(view, pf_quant_sentence(view, q));
		if (is_gain(view, q, sentence) || is_not_done(view, sentence) ||
		    is_lost_without(view, pf_quant_sentence(view, q)))
			continue;
		if (q->value > cap && answers_cost(view, q->begin, true))
			rank = 2e18;
		else if (q->per[0])
			continue;
		else if (pf_view_has(view, PF_LIST_totals, sentence))
			rank = 1e18 - (double)i;
		else if (pf_view_has(view, PF_LIST_cost, sentence) ||
			 answers_cost(view, q->begin, q->value > cap))
			rank = q->value;
		else
			continue;
		if (rank > best) {
			best = rank;
			*quant = i;
			found = true;
		}
	}
	return found;
}

/* "The build costs $700,000. The roll-out costs $450,000.": what an answer on cost adds up to when
 * nothing in it is called the sum; 0 when its amounts may hold one another. */
static double parts_of_cost(const struct pf_view *view, const struct pf_pair *pair,
			    const char *unit, size_t *last)
{
	static const char *const verbs[] = {"cost", "costs", "costing", NULL};
	static const char *const apart[] = {"which", "including", "instead", "or",
					    "if",    "not",       NULL};
	size_t from, to, n = 0;
	double sum = 0;

	if (pf_view_has(view, PF_LIST_totals, pair->answer) ||
	    pf_said_any(view, pf_answer_said(view, pair), apart))
		return 0;
	pf_view_quants(view, pair->answer, &from, &to);
	for (; from < to; from++) {
		const struct pf_quant *q = &view->quants->v[from];

		if (!q->first || !pf_token_among(view, q->first - 1, verbs) ||
		    q->kind != PF_QUANT_MONEY || q->per[0] || strcmp(q->unit, unit))
			continue;
		sum += q->value;
		*last = from;
		n++;
	}
	return n > 1 ? sum : 0;
}

/* The costs of one answer, each under the cap and together over it. */
static bool over_in_parts(const struct pf_view *view, const char *unit, double cap, size_t *last)
{
	static const uint32_t asked[] = {PF_LIST_cost, PF_LIST_money_asked};

	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];

		if (!pf_range_empty(pair->answer) &&
		    pf_view_any(view, asked, 2, pair->question, NULL) &&
		    parts_of_cost(view, pair, unit, last) > cap * 1.0001)
			return true;
	}
	return false;
}

/* "14 people, 8 months, 15,000: 1.68M": an answer on cost leaves its currency out. */
static bool has_bare_sum(const struct pf_view *view)
{
	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (q->base == PF_QUANT_NUMBER && q->value >= 1000 && !q->unit[0] &&
		    answers_cost(view, q->begin, true))
			return true;
	}
	return false;
}

void pf_cover_costs(const struct pf_view *view, const struct pf_check_constraint *c, double *all,
		    double *good, struct pf_range *first, struct pf_judgement *j)
{
	size_t q = 0;
	struct pf_range at;
	char text[80], cap[80];

	if (!c->unit)
		return;
	*all += 1;
	if (!total_cost(view, c->unit, c->max, &q)) {
		j->untold = has_bare_sum(view);
		pf_cover_miss(j, pf_part_place(view, PF_PART_FAQ), "no cost",
			      c->text ? c->text : "", PF_ABOUT_COST);
		return;
	}
	at = (struct pf_range){view->quants->v[q].begin, view->quants->v[q].end};
	if (pf_range_empty(*first))
		*first = at;
	if (view->quants->v[q].value <= c->max * 1.0001 &&
	    !over_in_parts(view, c->unit, c->max, &q)) {
		*good += 1;
		return;
	}
	at = (struct pf_range){view->quants->v[q].begin, view->quants->v[q].end};
	pf_view_words(view, at, text, sizeof(text));
	snprintf(cap, sizeof(cap), "%.60s", c->text ? c->text : "the cap");
	pf_cover_miss(j, at, text, cap, PF_ABOUT_COST);
}
