/* Whether a topic is asked about and answered with what is needed of it. */
#include <string.h>

#include "draft/answers.h"
#include "draft/brief.h"
#include "draft/deed_words.h"
#include "draft/deeds.h"
#include "draft/echo.h"
#include "draft/maybe.h"
#include "draft/own.h"
#include "draft/quants.h"
#include "draft/said.h"
#include "draft/words.h"
#include "pairs.h"

/* Words of the topic: the rule's lists, and the prompt's own cues for a topic of that name. */
static bool on_topic(const struct pf_view *view, const struct pf_rule *rule, struct pf_range r)
{
	const struct pf_check_prompt *p = view->context->prompt;

	if (pf_view_any(view, rule->lists, rule->n_lists, r, NULL))
		return true;
	for (size_t i = 0; p && rule->params.pair.topic && i < p->n_topics; i++)
		if (!strcmp(p->topics[i].topic, rule->params.pair.topic) &&
		    pf_view_context_hits(view, view->brief->topics_at + i, r).n)
			return true;
	return false;
}

/* What an answer gives to its topic: 0 without eight words, then a share of what is needed. */
static double substance(const struct pf_view *view, const struct pf_rule *rule,
			const struct pf_pair *pair)
{
	const struct pf_params_pair *p = &rule->params.pair;
	size_t got = 0;

	if (!pf_pair_answered(view, pair) || pf_answer_echoes(view, pair))
		return 0;
	if (!p->needs.n)
		return pf_answer_has(view, rule, PF_PAIR_NUMBER, pair->answer) ||
				       pf_answer_has(view, rule, PF_PAIR_PROOF, pair->answer)
			       ? 1
			       : 0;
	for (size_t i = 0; i < p->needs.n; i++)
		got += pf_answer_has(view, rule, (enum pf_pair_need)p->needs.v[i], pair->answer);
	/* "Staff see only what they need, as the law requires": the right words, and no content. */
	if (got && pf_answer_grounds(view, pair->answer) < 0.5)
		return 0.5 * (double)got / (double)p->needs.n;
	return (double)got / (double)p->needs.n;
}

static bool has_needs(const struct pf_view *view, const struct pf_rule *rule, struct pf_range range)
{
	const struct pf_ints *needs = &rule->params.pair.needs;
	size_t got = 0;

	for (size_t i = 0; i < needs->n; i++)
		got += pf_answer_has(view, rule, (enum pf_pair_need)needs->v[i], range);
	return got == needs->n;
}

/* One word of the page's own may stand anywhere. */
static bool speaks_of_it(const struct pf_view *view, struct pf_range range)
{
	return pf_own_words(view, range) >= 2;
}

#define NEXT_TO 0.75 /* what is needed of the topic stands a sentence further on */

/* An answer to another question: one sentence of it holds the topic and what is needed of it, or it
 * and the next. A topic that is only named, beside nothing of this page's own, is a keyword. */
static double said_in_passing(const struct pf_view *view, const struct pf_rule *rule,
			      struct pf_range answer)
{
	size_t first, last;
	double best = 0;

	for (pf_view_sentences(view, answer, &first, &last); first < last && best < 1; first++) {
		struct pf_range range = pf_sentence_range(view, first);

		if (range.end > answer.end)
			range.end = answer.end;
		if (!on_topic(view, rule, range) || pf_own_label(view, range))
			continue;
		if (has_needs(view, rule, range) && speaks_of_it(view, range)) {
			best = 1;
		} else if (first + 1 < last) {
			range.end = pf_sentence_range(view, first + 1).end;
			if (has_needs(view, rule, range) && speaks_of_it(view, range))
				best = NEXT_TO;
		}
	}
	return best;
}

/* A sum in money is an answer on cost, whatever the question calls it. */
static bool sums_money(const struct pf_view *view, const struct pf_rule *rule,
		       const struct pf_pair *pair)
{
	const struct pf_ints *needs = &rule->params.pair.needs;
	struct pf_range at;

	return needs->n && needs->v[0] == PF_PAIR_MONEY &&
	       pf_answer_worked(view, pair->answer, &at);
}

static const char *topic_of(const struct pf_rule *rule)
{
	return rule->params.pair.topic ? rule->params.pair.topic : rule->name;
}

/* "What do we need?": what is asked of the house, not what one unit costs. */
static bool asks_means(const struct pf_view *view, struct pf_deed_run asked)
{
	static const char *const we[] = {"we", "you", NULL}, *const need[] = {"need", NULL};
	uint32_t i = asked.first, last = asked.last;
	uint32_t at = PF_TOKEN_IS(view, i, "what") ? pf_tokens_find(view, i, last, need) : last;

	return at > i && at < last && pf_token_among(view, at - 1, we) &&
	       (at + 1 == last || view->tokens->v[at + 1].kind == PF_TOKEN_SIGN);
}

/* "In all?", "And the total?": the sum of it is asked for, whatever it is called. */
static bool asks_sum(const struct pf_view *view, const struct pf_rule *rule,
		     const struct pf_pair *pair)
{
	const struct pf_ints *needs = &rule->params.pair.needs;

	return needs->n && needs->v[0] == PF_PAIR_MONEY &&
	       (pf_view_has(view, PF_LIST_totals, pair->question) ||
		(!strcmp(topic_of(rule), "cost") &&
		 asks_means(view, pf_question_said(view, pair)->run)));
}

/* Is the question put for the topic's sake? "When do landlords get the copy?" names a word of the
 * brief, "Does it cost me anything?" asks the price, and "What if ten minutes cost real money?" not
 * even that. */
static bool is_quotable(const struct pf_view *view, const struct pf_rule *rule,
			const struct pf_pair *pair)
{
	static const char *const others[] = {"someone", "somebody", "anyone",
					     "anybody", "others",   NULL};
	static const char *const asks[] = {"what", "how", "cost", "costs", "money", "budget", NULL};
	static const char *const will[] = {"will", "would", "why", NULL};
	static const char *const me[] = {"me", "i", "my", "a", NULL};
	const struct pf_said *question = pf_question_said(view, pair);
	uint32_t i = question->run.first;

	if (!strcmp(topic_of(rule), "cost"))
		return pf_token_among(view, i, asks) && !PF_TOKEN_IS(view, i + 1, "if") &&
		       !pf_said_any(view, question, me);
	/* "What stops others copying it?" */
	if (rule->params.pair.deed == PF_DEED_FAILURE && pf_said_any(view, question, others))
		return false;
	return pf_view_any(view, rule->lists, rule->n_lists, pair->question, NULL) ||
	       (rule->params.pair.deed == PF_DEED_REFUSAL && pf_token_among(view, i, will));
}

/* The best that the page tells on the topic. */
struct told {
	double best; /* -1: nothing */
	struct pf_range at;
	bool quoted; /* only a question on the topic is worth quoting */
	bool number; /* the number that is asked for is there, and holds little */
};

static bool asks_number(const struct pf_rule *rule)
{
	const struct pf_ints *needs = &rule->params.pair.needs;

	return needs->n && (needs->v[0] == PF_PAIR_NUMBER || needs->v[0] == PF_PAIR_MONEY);
}

static void tell_pair(const struct pf_view *view, const struct pf_rule *rule,
		      const struct pf_pair *pair, struct told *told)
{
	bool asked = on_topic(view, rule, pair->question) || asks_sum(view, rule, pair);
	bool quotable;
	double credit;

	if (told->best < 1 && pf_deed_done(view, (enum pf_deed)rule->params.pair.deed, pair))
		*told = (struct told){1, pair->answer, true, true};
	if (!asked && !on_topic(view, rule, pair->answer) && !sums_money(view, rule, pair))
		return;
	credit = substance(view, rule, pair);
	if (!asked && !sums_money(view, rule, pair))
		credit *= said_in_passing(view, rule, pair->answer);
	quotable = asked && is_quotable(view, rule, pair);
	/* Of two that tell nothing the one that is asked for it is quoted. */
	if (credit > told->best || (credit >= told->best && quotable && !told->quoted))
		*told = (struct told){credit, credit > 0 ? pair->answer : pair->question, quotable,
				      asks_number(rule) && has_needs(view, rule, pair->answer)};
}

static size_t sums_in(const struct pf_view *view, struct pf_range answer)
{
	size_t first, last, n = 0;

	for (pf_view_quants(view, answer, &first, &last); first < last; first++)
		n += view->quants->v[first].base == PF_QUANT_MONEY;
	return n;
}

#define AMOUNT_WITHIN 3u /* words before it: "about 5.5 posts", "one engineer, seven weeks" */

/* "Cost?" "Side runs add 3 to 6% of build minutes", "About 5.5 nurse posts.": an amount, if of no
 * money. */
static bool tells_share(const struct pf_view *view, const struct told *told)
{
	static const char *const cost[] = {"cost", "costs", "price", "expensive", NULL};
	const struct pf_pair *pair = told->quoted ? pf_answer_at(view, told->at.begin) : NULL;
	uint32_t begin;
	size_t first, last;

	if (!pair || pf_range_empty(pair->answer) ||
	    !pf_said_any(view, pf_question_said(view, pair), cost))
		return false;
	begin = pf_answer_said(view, pair)->run.first;
	for (pf_view_quants(view, pair->answer, &first, &last); first < last; first++)
		if (view->quants->v[first].base == PF_QUANT_PERCENT ||
		    (view->quants->v[first].first <= begin + AMOUNT_WITHIN &&
		     !pf_quant_is_date(&view->quants->v[first])))
			return true;
	return false;
}

/* "Don't we lose the £31,000?" "Net of reprinting it was £19,000": our own money is asked for by
 * its sum, and is answered with two more. */
static bool asks_our_sum(const struct pf_view *view)
{
	static const char *const we[] = {"we", "us", "our", NULL};

	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];

		if (sums_in(view, pair->question) &&
		    pf_said_any(view, pf_question_said(view, pair), we) &&
		    sums_in(view, pair->answer) >= 2)
			return true;
	}
	return false;
}

/* "The trust pays £19 a lift": where nobody pays, nobody asks how many would, nor what is left of
 * it; and beside a price stands what it costs, or it does not. */
static bool is_due(const struct pf_view *view, enum pf_deed deed)
{
	static const char *const pays[] = {"pay",          "pays",   "price", "fee",
					   "subscription", "charge", NULL};

	if (deed != PF_DEED_DEMAND && deed != PF_DEED_UNIT)
		return true;
	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];

		if (pf_tokens_any(view, pf_question_said(view, pair)->run.first,
				  pf_answer_said(view, pair)->run.last, pays) &&
		    (deed == PF_DEED_DEMAND ? pf_deed_done(view, PF_DEED_UNIT, pair)
					    : sums_in(view, pair->answer) == 1))
			return true;
	}
	return false;
}

/* Of what a page has no question that page tells that weighs what it says; data and law it must
 * name all the same. */
static bool is_weighed(const struct pf_view *view, const struct pf_rule *rule,
		       const struct told *told)
{
	static const char *const topics[] = {"cost", "scale", "failure", "alternative"};
	const char *topic = topic_of(rule);

	for (size_t i = 0; i < sizeof(topics) / sizeof(*topics) && !told->quoted; i++)
		if (!strcmp(topic, topics[i]))
			return pf_maybe_weighs(view);
	return false;
}

/* The answer to the question that would be quoted only assures, whatever another one may tell. */
static bool assures(const struct pf_view *view, struct pf_range question)
{
	const struct pf_pair *pair = pf_answer_at(view, question.begin);

	return !pair || pf_range_empty(pair->answer) ||
	       pf_view_has(view, PF_LIST_softballs, pair->answer);
}

#define TOLD_AND_DONE 2 /* sentences: what goes wrong, and what is done then */

/* "We do not send for any until she has told us": what the house will not do, or not before. */
static bool binds_us(const struct pf_view *view, struct pf_range answer)
{
	struct pf_deed_run run = pf_deed_run_of(view, answer);

	for (uint32_t i = run.first; i + 2 < run.last; i++)
		if (pf_deed_is(view, i) & PF_WORD_WE &&
		    (pf_deed_is(view, i + 1) | pf_deed_is(view, i + 2)) & PF_WORD_NO)
			return true;
	return false;
}

/* "What might go wrong? Nobody comes back for it. Tickets escalate at 30 days.": the failure that
 * was asked for, and a number at which something happens, or what is not done because of it. */
static bool tells_failure(const struct pf_view *view, const struct pf_rule *rule,
			  const struct told *told)
{
	const struct pf_pair *pair = pf_answer_at(view, told->at.begin);
	size_t first, last;

	if (rule->params.pair.deed != PF_DEED_FAILURE || !told->quoted || !pair ||
	    pf_range_empty(pair->answer) || pf_view_has(view, PF_LIST_softballs, pair->answer))
		return false;
	pf_view_sentences(view, pair->answer, &first, &last);
	return last - first >= TOLD_AND_DONE &&
	       (pf_said_quant(pf_answer_said(view, pair)) || binds_us(view, pair->answer));
}

void pf_pair_topic(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	const char *topic = topic_of(rule);
	struct told told = {-1, pf_part_place(view, PF_PART_FAQ), false, false};
	struct pf_range solved;

	for (size_t i = 0; i < view->parts->pairs.n; i++)
		tell_pair(view, rule, &view->parts->pairs.v[i], &told);
	if (told.best < 1 && rule->params.pair.deed == PF_DEED_OTHER_WAY &&
	    pf_deed_turns_down(view, &solved))
		told = (struct told){1, solved, true, true};
	if (told.best < 0)
		pf_judge_credit(j, 0, told.at, "no question on %s", topic);
	else
		pf_judge_credit(j, told.best, told.at,
				told.best >= 1  ? "%s is answered"
				: told.best > 0 ? "%s is answered in part"
						: "%s is named, not answered",
				topic);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, told.best < 0 ? "ask and answer one" : "give the number or the mechanism");
	j->untold = told.best >= NEXT_TO || /* it is told, if not in one place */
		    tells_failure(view, rule, &told) || (told.best > 0 && told.number) ||
		    (!strcmp(topic, "cost") && (tells_share(view, &told) || asks_our_sum(view))) ||
		    is_weighed(view, rule, &told) ||
		    (told.best <= 0 && !is_due(view, (enum pf_deed)rule->params.pair.deed)) ||
		    ((!told.quoted || !assures(view, told.at)) &&
		     pf_maybe_told(view, (enum pf_deed)rule->params.pair.deed));
	pf_judge_point(view, j, told.quoted ? told.at : pf_part_place(view, PF_PART_FAQ), topic);
	if (!j->n_places)
		return;
	if (!told.quoted)
		j->places[0].value[0] = '\0'; /* no words on it to quote */
	if (told.best <= 0 && rule->params.pair.needs.n &&
	    rule->params.pair.needs.v[0] == PF_PAIR_MONEY && !strcmp(topic, "cost"))
		j->places[0].about = PF_ABOUT_COST;
}
