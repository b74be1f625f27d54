/* pair: questions with their own answers: how many, how different, and what is in all of them. */
#include <stdio.h>
#include <string.h>

#include "draft/deed_words.h"
#include "draft/deeds.h"
#include "draft/echo.h"
#include "draft/maybe.h"
#include "draft/own.h"
#include "draft/said.h"
#include "draft/words.h"
#include "kinds.h"
#include "pairs.h"

static void judge_count(const struct pf_view *view, const struct pf_params_pair *p,
			struct pf_judgement *j)
{
	size_t n = 0, asked = view->parts->pairs.n;
	double credit = 1;

	for (size_t i = 0; i < asked; i++)
		n += pf_pair_answered(view, &view->parts->pairs.v[i]) ||
		     pf_deed_replies(view, &view->parts->pairs.v[i]);
	/* Too many are not made fewer by leaving one open. */
	if ((double)asked > p->most && (double)n >= p->least)
		n = asked;
	if ((double)n < p->least)
		credit = pf_ramp((double)n, p->none_below, p->least);
	else if ((double)n > p->most && p->most > 0)
		credit = pf_ramp((double)n, p->none_above, p->most);
	j->n = (double)n;
	pf_judge_credit(j, credit, pf_part_place(view, PF_PART_FAQ), "%zu answered questions", n);
	if (credit >= 1)
		return;
	pf_judge_next(j, (double)n < p->least ? "%.0f more" : "%.0f fewer",
		      (double)n < p->least ? p->least - (double)n : (double)n - p->most);
	pf_judge_point(view, j, pf_part_place(view, PF_PART_FAQ), "");
	snprintf(j->places[0].value, sizeof(j->places[0].value), "%zu", n);
}

#define NAMED_WORDS 5

/* "Who decides?" "The dentist signs.", "Which trains?" "All after seven.": who is asked for a name
 * says the question's words again. */
static bool names_one(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const asks[] = {"who", "which", "where", "whose", NULL};

	return pf_token_among(view, pf_question_said(view, pair)->run.first, asks) &&
	       pf_answer_said(view, pair)->words >= NAMED_WORDS &&
	       !pf_view_has(view, PF_LIST_softballs, pair->answer);
}

#define TELLS_WORDS 6

/* "Network down?" "The readers run off another, phones may be dead.": who answers so short a
 * question must say its word again. */
static bool asks_in_a_word(const struct pf_view *view, const struct pf_pair *pair)
{
	return pf_view_question_stems(view, (size_t)(pair - view->parts->pairs.v))->n < 2 &&
	       pf_answer_said(view, pair)->words >= TELLS_WORDS;
}

/* "Is it free?" */
static bool asks_whether(const struct pf_view *view, uint32_t i)
{
	static const char *const whether[] = {"is",   "are",   "was",    "were", "do",    "does",
					      "did",  "can",   "could",  "will", "would", "may",
					      "must", "shall", "should", "has",  "have",  NULL};

	return pf_token_among(view, i, whether);
}

/* "Is it free?" "Yes.": all that was asked for; who is only assured of it knows less. */
static bool is_curt(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const replies[] = {"yes", "no", "never", "always", NULL};

	return asks_whether(view, pf_question_said(view, pair)->run.first) &&
	       pf_token_among(view, pf_answer_said(view, pair)->run.first, replies);
}

/* "Do others see it?" "No. Our people see yours, as today.": few words of its own, and an answer.
 */
static bool denies_or_tells(const struct pf_view *view, const struct pf_pair *pair)
{
	struct pf_range answer = pair->answer;

	return pf_deed_has(view, pf_deed_run_of(view, answer), PF_WORD_NO | PF_WORD_IF) ||
	       (!pf_answer_echoes(view, pair) &&
		pf_tokens_words(view->tokens, answer) >= TELLS_WORDS &&
		pf_own_words(view, answer) >= 2);
}

#define BRIEF_WORTH 0.5 /* more than nothing, which an emptied answer is */
#define CURT_WORTH  0.25
#define SAID_WORTH  0.1 /* the question's words again, which may be all there is */
#define SAID_WORDS  4

/* What is worth neither an answer nor half of one, and more than none. */
static double worth_of_rest(const struct pf_view *view, const struct pf_pair *pair)
{
	if (pf_range_empty(pair->answer) || pf_view_has(view, PF_LIST_softballs, pair->answer))
		return 0;
	return is_curt(view, pair)                                         ? CURT_WORTH
	       : pf_tokens_words(view->tokens, pair->answer) >= SAID_WORDS ? SAID_WORTH
									   : 0;
}

/* Too short for an answer, and one all the same. */
static bool is_brief(const struct pf_view *view, const struct pf_pair *pair)
{
	if (pf_range_empty(pair->answer) || pf_pair_assures(view, pair))
		return false;
	return (pf_deed_replies(view, pair) &&
		(!pf_answer_echoes(view, pair) || names_one(view, pair))) ||
	       denies_or_tells(view, pair) || asks_in_a_word(view, pair);
}

#define SIGNED_WORDS 5

/* "*Gillian Tozer, operations*" ends the page: who signs it asks nothing. */
static bool is_signature(const struct pf_view *view, size_t i)
{
	const struct pf_pair *pair = &view->parts->pairs.v[i];
	uint32_t first = pf_tokens_at(view->tokens, pair->question.begin);
	uint32_t last = pf_tokens_at(view->tokens, pair->question.end);

	return i + 1 == view->parts->pairs.n && pf_range_empty(pair->answer) && last > first + 1 &&
	       view->tokens->v[last - 1].sign != '?' &&
	       pf_tokens_words(view->tokens, pair->question) <= SIGNED_WORDS &&
	       view->tokens->v[first].flags & view->tokens->v[first + 1].flags & PF_TOKEN_CAPITAL;
}

static void judge_answered(const struct pf_view *view, struct pf_judgement *j)
{
	size_t good = 0, brief = 0, n = view->parts->pairs.n;
	double worth = 0;
	struct pf_range curt = {0, 0}; /* "Can I cancel?" "Monthly." says little, and no fault */

	for (size_t i = 0; i < n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];

		if (pf_pair_answered(view, pair))
			good++;
		else if (is_brief(view, pair))
			curt = brief++ ? curt : pair->question;
		else {
			worth += worth_of_rest(view, pair);
			if (!is_signature(view, i))
				pf_judge_point(view, j, pair->question, "");
		}
	}
	if (!n) {
		pf_judge_credit(j, 0, pf_part_place(view, PF_PART_FAQ), "no question");
		pf_judge_point(view, j, pf_part_place(view, PF_PART_FAQ), "");
		return;
	}
	j->n = (double)(n - good);
	worth += (double)good + BRIEF_WORTH * (double)brief;
	pf_judge_credit(j, worth / (double)n,
			good == n      ? view->parts->pairs.v[0].answer
			: !j->n_places ? curt
				       : j->places[0].span,
			"%zu of %zu answered", good, n);
	j->untold = good < n && !j->n_places;
}

/* "Why do they not come?" and "How was it in the trial with those who did not come?", "What is it?"
 * and "Is it free?" */
static bool asks_otherwise(const struct pf_view *view, const struct pf_pair *a,
			   const struct pf_pair *b)
{
	static const char *const asks[] = {"why", "how", "what", "when", "who", "where", NULL};
	static const char *const which[] = {"which", NULL};
	uint32_t one = pf_tokens_at(view->tokens, a->question.begin);
	uint32_t two = pf_tokens_at(view->tokens, b->question.begin);
	bool asks_one = pf_token_among(view, one, asks), asks_two = pf_token_among(view, two, asks);

	if (a->internal != b->internal)
		return true;
	if (asks_one && asks_two)
		return view->tokens->word[one] != view->tokens->word[two];
	return ((asks_one || pf_token_among(view, one, which)) && asks_whether(view, two)) ||
	       ((asks_two || pf_token_among(view, two, which)) && asks_whether(view, one));
}

/* The first word of the question that is no stop word is in the other one too. */
static bool shares_first(const struct pf_view *view, const struct pf_pair *pair,
			 const struct pf_stems *other)
{
	struct pf_deed_run run = pf_question_said(view, pair)->run;

	for (uint32_t i = run.first; i < run.last; i++)
		if (view->tokens->v[i].kind == PF_TOKEN_WORD && !pf_view_is_stop(view, i))
			return pf_stems_has(other, pf_view_stem(view, i));
	return true;
}

static bool has_amount(const struct pf_view *view, const struct pf_said *said,
		       const struct pf_quant *q)
{
	for (uint32_t i = said->quants; i < said->quants_end; i++)
		if (view->quants->v[i].value == q->value &&
		    !strcmp(view->quants->v[i].unit, q->unit))
			return true;
	return false;
}

/* "Where are we in six months?" and "in eighteen months?": each has a number, and none of the
 * other's. */
static bool asks_of_another_number(const struct pf_view *view, const struct pf_pair *a,
				   const struct pf_pair *b)
{
	const struct pf_said *one = pf_question_said(view, a), *two = pf_question_said(view, b);

	if (!pf_said_quant(one) || !pf_said_quant(two))
		return false;
	for (uint32_t i = one->quants; i < one->quants_end; i++)
		if (has_amount(view, two, &view->quants->v[i]))
			return false;
	return true;
}

/* "FITS", "GeoTIFF": a capital inside the word. */
static bool is_code(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *t = &view->tokens->v[i];

	for (uint32_t k = t->begin + 1; k < t->end; k++)
		if (view->text.ptr[k] >= 'A' && view->text.ptr[k] <= 'Z')
			return true;
	return false;
}

/* The question names by a code what the other does not: "How do I read FITS?" In one that is in
 * capitals every word looks like a code. */
static bool names_own_code(const struct pf_view *view, const struct pf_pair *pair,
			   const struct pf_stems *other)
{
	struct pf_deed_run run = pf_question_said(view, pair)->run;

	if (run.first >= run.last || is_code(view, run.first))
		return false;
	for (uint32_t i = run.first + 1; i < run.last; i++)
		if (is_code(view, i) && !pf_stems_has(other, pf_view_stem(view, i)))
			return true;
	return false;
}

#define REPEATED_LEAST 2 /* "What does it cost?" shares one word with "Does it cost me more?" */

/* Most words of both are the same, and nothing tells that they ask of two things: "what are the
 * parts of a deck" and "what are the costs of a deck" do. */
static bool repeats(const struct pf_view *view, size_t a, size_t b)
{
	const struct pf_pair *one = &view->parts->pairs.v[a], *two = &view->parts->pairs.v[b];
	const struct pf_stems *of_one = pf_view_question_stems(view, a);
	const struct pf_stems *of_two = pf_view_question_stems(view, b);
	size_t shared = pf_stems_shared(of_one, of_two);
	size_t either = of_one->n + of_two->n - shared;

	return shared >= REPEATED_LEAST && shared * 10 >= either * 6 &&
	       shares_first(view, one, of_two) && shares_first(view, two, of_one) &&
	       !asks_otherwise(view, one, two) && !asks_of_another_number(view, one, two) &&
	       !(names_own_code(view, one, of_two) && names_own_code(view, two, of_one));
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
			if (!repeats(view, a, b))
				continue;
			same++;
			pf_judge_point(view, j, view->parts->pairs.v[b].question, "");
			if (j->n_places)
				j->places[j->n_places - 1].other = view->parts->pairs.v[a].question;
			break;
		}
	}
	pf_judge_credit(j, 1 - (double)same / (double)(n - 1),
			same ? j->places[0].span : view->parts->pairs.v[0].question,
			"%zu of %zu questions repeat another", same, n);
}

static bool soft(const struct pf_view *view, const struct pf_rule *rule, const struct pf_pair *pair)
{
	return pf_view_any(view, rule->lists, rule->n_lists, pair->answer, NULL) &&
	       !pf_answer_has(view, rule, PF_PAIR_NUMBER, pair->answer) &&
	       !pf_answer_has(view, rule, PF_PAIR_REASON, pair->answer);
}

/* "Drivers see only the name" denies the rest. */
static bool denies(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const only[] = {"only", NULL};
	const struct pf_said *answer = pf_answer_said(view, pair);

	return answer->does & PF_WORD_NO || pf_said_any(view, answer, only);
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
		if (!pf_pair_answered(view,
				      pair)) /* another rule says so; here it is nothing gained */
			continue;
		asserted++;
		if (holds(view, rule, pair) == wanted) {
			if (!good++)
				first = pair->answer;
		} else {
			if (holds == soft
				    ? !denies(view, pair)
				    : holds != pf_pair_fits || pf_pair_astray(view, rule, pair))
				pf_judge_point(view, j, wanted ? pair->question : pair->answer, "");
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

/* "What about the refunds?", "And if they refuse?", "But who pays?": it asks on, in words of its
 * own.
 */
static bool asks_on(const struct pf_view *view, struct pf_range question)
{
	static const char *const opens[] = {"and", "but", "so", "then", NULL};
	static const char *const what[] = {"what", NULL}, *const about[] = {"about", NULL};
	uint32_t i = pf_tokens_at(view->tokens, question.begin);

	return pf_token_among(view, i, opens) ||
	       (pf_token_among(view, i, what) && pf_token_among(view, i + 1, about));
}

static bool any_asks_on(const struct pf_view *view)
{
	for (size_t i = 1; i < view->parts->pairs.n; i++)
		if (asks_on(view, view->parts->pairs.v[i].question))
			return true;
	return false;
}

/* A word of one answer is asked about in the next question: the candidate asked why again. */
static void judge_chain(const struct pf_view *view, struct pf_judgement *j)
{
	for (size_t i = 0; i + 1 < view->parts->pairs.n; i++) {
		const struct pf_pair *a = &view->parts->pairs.v[i];
		const struct pf_pair *b = &view->parts->pairs.v[i + 1];
		const struct pf_stems *asked = pf_view_question_stems(view, i);
		const struct pf_stems *next = pf_view_question_stems(view, i + 1);
		const struct pf_stems *answer = pf_view_answer_stems(view, i);
		size_t shared = 0;

		for (size_t k = 0; k < next->n; k++)
			shared += pf_stems_has(answer, next->v[k]) &&
				  !pf_stems_has(asked, next->v[k]);
		if (!shared)
			continue;
		pf_judge_pass(j, b->question, "it asks about the answer before it");
		j->other = a->answer;
		return;
	}
	pf_judge_credit(j, 0, pf_part_place(view, PF_PART_FAQ),
			"no question follows from an answer");
	j->untold = pf_maybe_weighs(view) || any_asks_on(view);
	pf_judge_point(view, j, pf_part_place(view, PF_PART_FAQ), "");
}

#define OF_EITHER 4

static void judge_both(const struct pf_view *view, struct pf_judgement *j)
{
	size_t internal = 0, external = 0;

	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];

		/* Without a heading of its own a question is told by who would ask it. */
		if (pair->internal || pf_deed_inside(view, pair))
			internal++;
		if (!pair->internal)
			external++;
	}
	pf_judge_credit(j, (internal ? 0.5 : 0) + (external ? 0.5 : 0),
			pf_part_place(view, PF_PART_FAQ), "%zu external, %zu internal questions",
			external, internal);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	/* Of four that stand below no such heading some are of either kind, and only their writer
	 * knows which. */
	j->untold = view->parts->pairs.n >= OF_EITHER;
	pf_judge_point(view, j, pf_part_place(view, PF_PART_FAQ), "");
	snprintf(j->places[0].value, sizeof(j->places[0].value), "%s",
		 internal ? "external" : "internal");
}

void pf_pair_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	switch ((enum pf_pair_check)rule->params.pair.check) {
	case PF_PAIRS_COUNT: judge_count(view, &rule->params.pair, j); break;
	case PF_PAIRS_ANSWERED: judge_answered(view, j); break;
	case PF_PAIRS_TOPIC: pf_pair_topic(view, rule, j); break;
	case PF_PAIRS_DIFFER: judge_differ(view, j); break;
	case PF_PAIRS_FIT: judge_share(view, rule, pf_pair_fits, true, j); break;
	case PF_PAIRS_CHAIN: judge_chain(view, j); break;
	case PF_PAIRS_FRONT: judge_share(view, rule, pf_pair_front, true, j); break;
	case PF_PAIRS_BOTH: judge_both(view, j); break;
	case PF_PAIRS_SOFT: judge_share(view, rule, soft, false, j); break;
	case PF_PAIRS_GROUNDS: pf_pair_grounds(view, rule, j); break;
	case PF_PAIRS_WORKED: pf_pair_worked(view, rule, j); break;
	case PF_PAIRS_HARD: pf_pair_hard(view, rule, j); break;
	case PF_PAIRS_ADMIT: pf_pair_admit(view, rule, j); break;
	case PF_PAIRS_WEIGHS: pf_pair_weighs(view, rule, j); break;
	}
}
