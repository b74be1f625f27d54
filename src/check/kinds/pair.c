/* pair: questions with their own answers: how many, how different, on what, with what in them. */
#include <stdio.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "draft/answers.h"
#include "draft/echo.h"
#include "draft/own.h"
#include "draft/quants.h"
#include "kinds.h"
#include "pairs.h"

static uint32_t words_in(const struct pf_view *view, struct pf_range r)
{
	return pf_range_empty(r) ? 0 : pf_tokens_words(view->tokens, r);
}

/* "What would you not fund? The website estimate, and the showroom.": things asked for, named. */
static bool names(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const asks[] = {"what", "which", "who", "where", NULL};
	uint32_t soft = pf_list_named(view, "softballs");
	size_t first = pf_tokens_at(view->tokens, pair->question.begin);

	if (words_in(view, pair->answer) < 4 || pf_view_any(view, &soft, 1, pair->answer, NULL))
		return false;
	for (size_t i = 0; asks[i]; i++)
		if (pf_token_is(view->text, &view->tokens->v[first], asks[i]))
			return true;
	/* "Can I cancel? Yes, until the evening before." */
	first = pf_tokens_at(view->tokens, pair->answer.begin);
	return pf_token_is(view->text, &view->tokens->v[first], "yes") ||
	       pf_token_is(view->text, &view->tokens->v[first], "no");
}

/* An answer of eight words or more, or a short one that says yes, no or a number. */
static bool is_answered(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t first, last;

	if (words_in(view, pair->answer) >= 8)
		return !pf_answer_echoes(view, pair);
	if (pf_range_empty(pair->answer))
		return false;
	pf_view_quants(view, pair->answer, &first, &last);
	return (first < last && words_in(view, pair->answer) >= 3) || names(view, pair);
}

static bool answered(const struct pf_view *view, const struct pf_pair *pair)
{
	uint8_t *noted = &view->pairs[pair - view->parts->pairs.v].answered;

	if (*noted == PF_NOTED_NOT)
		*noted = is_answered(view, pair) ? PF_NOTED_YES : PF_NOTED_NO;
	return *noted == PF_NOTED_YES;
}

static void judge_count(const struct pf_view *view, const struct pf_params_pair *p,
			struct pf_judgement *j)
{
	size_t n = 0, asked = view->parts->pairs.n;
	double credit = 1;

	for (size_t i = 0; i < asked; i++)
		n += answered(view, &view->parts->pairs.v[i]);
	/* Too many are not made fewer by leaving one open. */
	if ((double)asked > p->most && (double)n >= p->least)
		n = asked;
	if ((double)n < p->least)
		credit = pf_ramp((double)n, p->none_below, p->least);
	else if ((double)n > p->most && p->most > 0)
		credit = pf_ramp((double)n, p->none_above, p->most);
	j->n = (double)n;
	pf_judge_credit(j, credit, pf_pair_place(view), "%zu answered questions", n);
	if (credit >= 1)
		return;
	pf_judge_next(j, (double)n < p->least ? "%.0f more" : "%.0f fewer",
		      (double)n < p->least ? p->least - (double)n : (double)n - p->most);
	pf_pair_point(view, j, pf_pair_place(view), "");
	snprintf(j->places[0].value, sizeof(j->places[0].value), "%zu", n);
}

static void judge_answered(const struct pf_view *view, struct pf_judgement *j)
{
	size_t good = 0, n = view->parts->pairs.n;

	for (size_t i = 0; i < n; i++) {
		if (answered(view, &view->parts->pairs.v[i]))
			good++;
		else
			pf_pair_point(view, j, view->parts->pairs.v[i].question, "");
	}
	if (!n) {
		pf_judge_credit(j, 0, pf_pair_place(view), "no question");
		pf_pair_point(view, j, pf_pair_place(view), "");
		return;
	}
	j->n = (double)(n - good);
	pf_judge_credit(j, (double)good / (double)n,
			good < n ? j->places[0].span : view->parts->pairs.v[0].answer,
			"%zu of %zu answered", good, n);
}

/* Words of the topic: the rule's lists, and the prompt's own cues for a topic of that name. */
static bool on_topic(const struct pf_view *view, const struct pf_rule *rule, struct pf_range r)
{
	const struct pf_check_prompt *p = view->context->prompt;

	if (pf_view_any(view, rule->lists, rule->n_lists, r, NULL))
		return true;
	for (size_t i = 0; p && rule->params.pair.topic && i < p->n_topics; i++)
		if (!strcmp(p->topics[i].topic, rule->params.pair.topic) &&
		    pf_view_context_hits(view, view->topics_at + i, r).n)
			return true;
	return false;
}

/* What an answer gives to its topic: 0 without eight words, then a share of what is needed. */
static double substance(const struct pf_view *view, const struct pf_rule *rule,
			const struct pf_pair *pair)
{
	const struct pf_params_pair *p = &rule->params.pair;
	size_t got = 0;

	if (!answered(view, pair) || pf_answer_echoes(view, pair))
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

/* "In all?", "And the total?": the sum of it is asked for, whatever it is called. */
static bool asks_sum(const struct pf_view *view, const struct pf_rule *rule,
		     const struct pf_pair *pair)
{
	const struct pf_ints *needs = &rule->params.pair.needs;
	uint32_t totals = pf_list_named(view, "totals");

	return needs->n && needs->v[0] == PF_PAIR_MONEY &&
	       pf_view_any(view, &totals, 1, pair->question, NULL);
}

static void judge_topic(const struct pf_view *view, const struct pf_rule *rule,
			struct pf_judgement *j)
{
	const char *topic = rule->params.pair.topic ? rule->params.pair.topic : rule->name;
	double best = -1;
	struct pf_range at = pf_pair_place(view);
	bool quoted = false; /* only a question on the topic is worth quoting */

	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];
		bool asked = on_topic(view, rule, pair->question) || asks_sum(view, rule, pair);
		double credit;

		if (!asked && !on_topic(view, rule, pair->answer) && !sums_money(view, rule, pair))
			continue;
		credit = substance(view, rule, pair);
		if (!asked && !sums_money(view, rule, pair))
			credit *= said_in_passing(view, rule, pair->answer);
		if (credit > best) {
			best = credit;
			quoted = asked;
			at = credit > 0 ? pair->answer : pair->question;
		}
	}
	if (best < 0)
		pf_judge_credit(j, 0, at, "no question on %s", topic);
	else
		pf_judge_credit(j, best, at,
				best >= 1  ? "%s is answered"
				: best > 0 ? "%s is answered in part"
					   : "%s is named, not answered",
				topic);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, best < 0 ? "ask and answer one" : "give the number or the mechanism");
	j->untold = best >= NEXT_TO; /* it is told, if not in one place */
	pf_pair_point(view, j, quoted ? at : pf_pair_place(view), topic);
	if (!j->n_places)
		return;
	if (!quoted)
		j->places[0].value[0] = '\0'; /* no words on it to quote */
	if (best <= 0 && rule->params.pair.needs.n &&
	    rule->params.pair.needs.v[0] == PF_PAIR_MONEY && !strcmp(topic, "cost"))
		j->places[0].about = PF_ABOUT_COST;
}

static void judge_differ(const struct pf_view *view, struct pf_judgement *j)
{
	size_t n = view->parts->pairs.n, same = 0;

	if (n < 2) {
		pf_judge_owe(j, "fewer than two questions");
		return;
	}
	n = n > 64 ? 64 : n; /* the pairs of sixty questions are work enough */
	for (size_t b = 1; b < n; b++) {
		for (size_t a = 0; a < b; a++) {
			const struct pf_stems *one = pf_view_question_stems(view, a);
			const struct pf_stems *two = pf_view_question_stems(view, b);
			size_t shared = pf_stems_shared(one, two);
			size_t either = one->n + two->n - shared;

			if (!either || shared * 10 < either * 6)
				continue;
			same++;
			pf_pair_point(view, j, view->parts->pairs.v[b].question, "");
			if (j->n_places)
				j->places[j->n_places - 1].other = view->parts->pairs.v[a].question;
			break;
		}
	}
	pf_judge_credit(j, 1 - (double)same / (double)(n - 1),
			same ? j->places[0].span : view->parts->pairs.v[0].question,
			"%zu of %zu questions repeat another", same, n);
}

/* A first sentence that can be said in one breath is an answer; a longer one winds up to it. */
#define FRONT_WORDS 24

static bool front(const struct pf_view *view, const struct pf_rule *rule,
		  const struct pf_pair *pair)
{
	size_t first, last;
	struct pf_range opening;

	pf_view_sentences(view, pair->answer, &first, &last);
	if (first >= last)
		return false;
	opening = pf_sentence_range(view, first);
	if (opening.end > pair->answer.end)
		opening.end = pair->answer.end;
	return pf_answer_has(view, rule, PF_PAIR_NUMBER, opening) ||
	       pf_view_any(view, rule->lists, rule->n_lists, opening, NULL) ||
	       words_in(view, opening) <= FRONT_WORDS;
}

static bool soft(const struct pf_view *view, const struct pf_rule *rule, const struct pf_pair *pair)
{
	return pf_view_any(view, rule->lists, rule->n_lists, pair->answer, NULL) &&
	       !pf_answer_has(view, rule, PF_PAIR_NUMBER, pair->answer) &&
	       !pf_answer_has(view, rule, PF_PAIR_REASON, pair->answer);
}

/* The share of answered pairs for which the test holds. */
static void judge_share(const struct pf_view *view, const struct pf_rule *rule,
			bool (*holds)(const struct pf_view *, const struct pf_rule *,
				      const struct pf_pair *),
			bool wanted, struct pf_judgement *j)
{
	size_t all = 0, asserted = 0, good = 0;
	struct pf_range first = {0, 0}, open = {0, 0};

	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];

		all++;
		if (!answered(view, pair)) /* another rule says so; here it is nothing gained */
			continue;
		asserted++;
		if (holds(view, rule, pair) == wanted) {
			if (!good++)
				first = pair->answer;
		} else {
			if (holds != pf_pair_fits || pf_pair_astray(view, rule, pair))
				pf_pair_point(view, j, wanted ? pair->question : pair->answer, "");
			else if (pf_range_empty(open))
				open = pair->question;
		}
	}
	if (!asserted) {
		pf_judge_owe(j, "no answered question");
		return;
	}
	if (!good)
		first = j->n_places ? j->places[0].span : open;
	pf_judge_credit(j, (double)good / (double)all, first, "%zu of %zu answers", good, all);
	j->untold = j->outcome != PF_OUTCOME_PASS && !j->n_places;
}

/* A word of one answer is asked about in the next question: the candidate asked why again. */
static void judge_chain(const struct pf_view *view, struct pf_judgement *j)
{
	for (size_t i = 0; i + 1 < view->parts->pairs.n; i++) {
		const struct pf_pair *a = &view->parts->pairs.v[i];
		const struct pf_pair *b = &view->parts->pairs.v[i + 1];
		const struct pf_stems *asked = pf_view_question_stems(view, i);
		const struct pf_stems *next = pf_view_question_stems(view, i + 1);
		struct pf_stems answer = {0};
		size_t shared = 0;

		pf_view_stems(view, a->answer, &answer);
		for (size_t k = 0; k < next->n; k++)
			shared += pf_stems_has(&answer, next->v[k]) &&
				  !pf_stems_has(asked, next->v[k]);
		pf_stems_release(&answer);
		if (!shared)
			continue;
		pf_judge_pass(j, b->question, "it asks about the answer before it");
		j->other = a->answer;
		return;
	}
	pf_judge_credit(j, 0, pf_pair_place(view), "no question follows from an answer");
	pf_pair_point(view, j, pf_pair_place(view), "");
}

static void judge_both(const struct pf_view *view, struct pf_judgement *j)
{
	size_t internal = 0, external = 0;

	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		if (view->parts->pairs.v[i].internal)
			internal++;
		else
			external++;
	}
	pf_judge_credit(j, (internal ? 0.5 : 0) + (external ? 0.5 : 0), pf_pair_place(view),
			"%zu external, %zu internal questions", external, internal);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_pair_point(view, j, pf_pair_place(view), "");
	snprintf(j->places[0].value, sizeof(j->places[0].value), "%s",
		 internal ? "external" : "internal");
}

void pf_pair_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	switch ((enum pf_pair_check)rule->params.pair.check) {
	case PF_PAIRS_COUNT: judge_count(view, &rule->params.pair, j); break;
	case PF_PAIRS_ANSWERED: judge_answered(view, j); break;
	case PF_PAIRS_TOPIC: judge_topic(view, rule, j); break;
	case PF_PAIRS_DIFFER: judge_differ(view, j); break;
	case PF_PAIRS_FIT: judge_share(view, rule, pf_pair_fits, true, j); break;
	case PF_PAIRS_CHAIN: judge_chain(view, j); break;
	case PF_PAIRS_FRONT: judge_share(view, rule, front, true, j); break;
	case PF_PAIRS_BOTH: judge_both(view, j); break;
	case PF_PAIRS_SOFT: judge_share(view, rule, soft, false, j); break;
	case PF_PAIRS_GROUNDS: pf_pair_grounds(view, rule, j); break;
	case PF_PAIRS_WORKED: pf_pair_worked(view, rule, j); break;
	case PF_PAIRS_HARD: pf_pair_hard(view, rule, j); break;
	case PF_PAIRS_ADMIT: pf_pair_admit(view, rule, j); break;
	}
}
