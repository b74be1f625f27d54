/* What the answers stake: numbers and conditions, sums that are shown, doubts that are admitted,
 * and hard questions that are asked at all. */
#include <stdio.h>

#include "draft/answers.h"
#include "draft/concession.h"
#include "draft/deed_words.h"
#include "draft/deeds.h"
#include "draft/maybe.h"
#include "draft/own.h"
#include "draft/quants.h"
#include "draft/said.h"
#include "draft/words.h"
#include "pairs.h"

#define ASSERTS_WORDS 6
#define FEW_PAIRS     5 /* a share of fewer questions is one of four */
#define MANY_PAIRS    8 /* one more of them that admits nothing takes nothing back */
#define GROUNDS_SHOWN 2 /* the first two teach it; twenty would only scold */

/* "We trust our skippers", "it is simpler and smarter": hope, praise, or it is put off. */
static bool praises(const struct pf_view *view, struct pf_range answer)
{
	static const char *const words[] = {"better",     "best",      "faster", "simpler",
					    "smarter",    "trust",     "right",  "confident",
					    "experience", "motivates", "try",    "depends",
					    "fast",       "advantage", NULL};
	static const uint32_t lists[] = {PF_LIST_ease, PF_LIST_hype, PF_LIST_praise};

	return pf_deed_puts_off(view, answer) || pf_view_any(view, lists, 3, answer, NULL) ||
	       pf_range_any(view, answer, words);
}

/* Worth a word to its writer: it assures, nothing in it binds, and no other rule tells of it. "Who
 * keeps the list? The registrar.", "Is it in Spanish? At launch." can be held against them. */
static bool assures(const struct pf_view *view, struct pf_range answer)
{
	return !pf_range_empty(answer) && praises(view, answer) && !pf_deed_binds(view, answer) &&
	       !pf_view_has(view, PF_LIST_softballs, answer);
}

/* The mean of what the answers risk; a page of assurances has none of it. */
void pf_pair_grounds(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	size_t n = view->parts->pairs.n;
	double sum = 0, best = 0;
	struct pf_range at = pf_part_place(view, PF_PART_FAQ);

	for (size_t i = 0; i < n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];
		bool empty = pf_range_empty(pair->answer);
		double grounds = empty ? 0 : pf_answer_grounds(view, pair->answer);

		sum += grounds;
		if (grounds > best) {
			best = grounds;
			at = pair->answer;
		}
		if (grounds < 0.5 && j->n_places < GROUNDS_SHOWN && assures(view, pair->answer))
			pf_judge_point(view, j, pair->answer, "");
	}
	if (!n) {
		pf_judge_owe(j, "no question");
		return;
	}
	pf_judge_credit(
		j,
		pf_ramp(sum / (double)(n < FEW_PAIRS ? FEW_PAIRS : n), 0, rule->params.pair.least),
		at, "%.0f %% of what the answers say can be checked", 100 * sum / (double)n);
	if (j->outcome == PF_OUTCOME_PASS)
		j->n_places = 0;
	else
		j->untold = !j->n_places;
}

/* From a value to another, on so many, by a day: among the numbers of a metric some always fit. */
static bool is_metric(const struct pf_view *view, size_t sentence)
{
	return view->sentence_part[sentence] == PF_PART_METRICS &&
	       !pf_answer_shows_signs(view, pf_sentence_range(view, sentence));
}

/* Sums outside of the answers: "96 x 2 h = 8 bed-days, x $1,140 = $9,120" among the benefits. */
static size_t worked_elsewhere(const struct pf_view *view)
{
	size_t n = 0;

	for (size_t s = 0; s < view->quants->sentences.n; s++) {
		struct pf_range sentence = pf_sentence_range(view, s), at;

		if (view->quants->sentences.v[s].n >= 3 && !is_metric(view, s) &&
		    !pf_answer_at(view, sentence.begin))
			n += pf_answer_worked(view, sentence, &at);
	}
	return n;
}

/* Of what is reckoned in running prose nobody is asked: a share with its two counts, a result
 * behind "that's", a part "of it" and the rest, in any sentence that hurts nobody. */
static bool maybe_worked(const struct pf_view *view)
{
	for (size_t s = 0; s < view->quants->sentences.n; s++)
		if (view->quants->sentences.v[s].n && view->sentence_part[s] != PF_PART_PROBLEM &&
		    view->sentence_part[s] != PF_SENTENCE_HEADING &&
		    pf_answer_maybe_reckons(view, s))
			return true;
	return false;
}

enum { PRICED = 1, AIMED = 2 };

/* Whose numbers are no plan: those of what hurts today, and of what somebody says aloud. */
static bool is_planned(const struct pf_view *view, size_t sentence)
{
	unsigned part = view->sentence_part[sentence];

	return part != PF_PART_PROBLEM && part != PF_PART_QUOTE_COMPANY &&
	       part != PF_PART_QUOTE_CUSTOMER;
}

static unsigned plans(const struct pf_view *view, size_t sentence, const struct pf_quant *q)
{
	bool aims = q->role == PF_ROLE_TARGET ||
		    (view->sentence_part[sentence] == PF_PART_METRICS && !pf_quant_is_date(q));

	return (q->base == PF_QUANT_MONEY ? PRICED : 0) | (aims ? AIMED : 0);
}

/* What a sum could be shown of: an amount of money and a value to reach. Who has neither is asked
 * for the cost and the metrics themselves. */
static unsigned to_work_out(const struct pf_view *view)
{
	unsigned have = 0;

	for (size_t s = 0; s < view->quants->sentences.n; s++) {
		const struct pf_quant_sentence *qs = &view->quants->sentences.v[s];

		for (size_t q = qs->first; q < qs->first + qs->n && is_planned(view, s); q++)
			have |= plans(view, s, &view->quants->v[q]);
	}
	return have;
}

/* The total is added up by everybody; whoever doubts also works out what the target rests on. */
void pf_pair_worked(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	static const char *const totals[] = {"", "the cost comes about", "the target comes about",
					     "the cost comes about, nor one the target"};
	struct pf_range first = pf_part_place(view, PF_PART_FAQ), at;
	size_t found = 0, maybe = 0;
	unsigned have;

	for (size_t i = 0; i < view->parts->pairs.n; i++)
		if (!pf_answer_reckons(view, &view->parts->pairs.v[i], &at))
			maybe += pf_answer_shows_signs(view, view->parts->pairs.v[i].answer);
		else if (!found++)
			first = at;
	found += worked_elsewhere(view);
	j->n = (double)found;
	pf_judge_credit(j, (double)found / rule->params.pair.least, first,
			"%zu answers show their arithmetic", found);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, "show where one more number comes from");
	have = to_work_out(view);
	j->untold = !have || maybe || maybe_worked(view);
	pf_judge_miss(j, first, totals[have], "");
}

/* "We assume the rest" guesses nothing: a number, or a word of the page's own matter, says what is
 * guessed or left out. */
static bool says_what(const struct pf_view *view, struct pf_range sentence)
{
	size_t first, last;

	pf_view_quants(view, sentence, &first, &last);
	return first < last || pf_own_words(view, sentence) >= 2;
}

static bool admits(const struct pf_view *view, const struct pf_rule *rule, struct pf_range sentence)
{
	return (pf_view_any(view, rule->lists, rule->n_lists, sentence, NULL) ||
		(pf_view_any(view, rule->lists2, rule->n_lists2, sentence, NULL) &&
		 !pf_view_has(view, PF_LIST_softballs, sentence) && says_what(view, sentence))) &&
	       !pf_own_label(view, sentence);
}

/* "The contact is the weak part, isn't it?" "Yes.": a question admits when its answer grants it. */
static bool granted(const struct pf_view *view, struct pf_range answer)
{
	static const uint32_t tells[] = {PF_LIST_conditions, PF_LIST_reasons, PF_LIST_denials,
					 PF_LIST_unknowns};

	return !pf_view_has(view, PF_LIST_softballs, answer) &&
	       (pf_tokens_words(view->tokens, answer) < ASSERTS_WORDS ||
		pf_view_any(view, tells, sizeof(tells) / sizeof(*tells), answer, NULL));
}

static bool pair_admits(const struct pf_view *view, const struct pf_rule *rule,
			const struct pf_pair *pair)
{
	size_t first, last;

	if (pf_range_empty(pair->answer))
		return false;
	for (pf_view_sentences(view, pair->answer, &first, &last); first < last; first++) {
		struct pf_range sentence = pf_sentence_range(view, first);

		if (sentence.end > pair->answer.end)
			sentence.end = pair->answer.end;
		if (sentence.begin < pair->answer.begin)
			sentence.begin = pair->answer.begin;
		if (!pf_range_empty(sentence) &&
		    (admits(view, rule, sentence) || pf_concedes(view, sentence, pair)))
			return true;
	}
	return (admits(view, rule, pair->question) && granted(view, pair->answer)) ||
	       pf_names_limit(view, pair);
}

/* What the release itself says of its limits, beside its questions: "What we are not launching". Of
 * what hurts, and of what somebody is made to say, nobody doubts anything. */
static bool release_admits(const struct pf_view *view, const struct pf_rule *rule,
			   struct pf_range *at)
{
	const struct pf_parts *parts = view->parts;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		uint8_t part = view->sentence_part[s];

		*at = pf_sentence_range(view, s);
		if (at->begin >= parts->pairs.v[0].question.begin &&
		    at->begin < parts->pairs.v[parts->pairs.n - 1].answer.end)
			continue;
		if ((part == PF_PART_SOLUTION || part == PF_PART_BENEFITS ||
		     part == PF_PART_METRICS || part == PF_PART_ROLLOUT || part == PF_PART_OTHER) &&
		    admits(view, rule, *at))
			return true;
	}
	return false;
}

/* A risk that is named admits as well, though every form has its row for risks and nothing is
 * earned by that. */
static bool says_no(const struct pf_view *view, const struct pf_pair *pair)
{
	return !pf_range_empty(pair->answer) &&
	       (pf_answer_said(view, pair)->does & PF_WORD_NO || pf_names_risk(view, pair) ||
		pf_maybe_limits(view, pair->answer));
}

#define SAYS_NO 4 /* one answer in so many: what is not so is told, in words no list has */

static bool many_say_no(const struct pf_view *view)
{
	size_t n = view->parts->pairs.n, no = 0;

	for (size_t i = 0; i < n && no * SAYS_NO < n; i++)
		no += says_no(view, &view->parts->pairs.v[i]);
	return no * SAYS_NO >= n;
}

static size_t pairs_counted(size_t n)
{
	return n < FEW_PAIRS ? FEW_PAIRS : n > MANY_PAIRS ? MANY_PAIRS : n;
}

/* Doubt, a guess called one, what it does not do: nobody admits by accident. */
void pf_pair_admit(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	size_t n = view->parts->pairs.n, found = 0;
	struct pf_range first = pf_part_place(view, PF_PART_FAQ), at;
	bool release;

	for (size_t i = 0; i < n; i++)
		if (pair_admits(view, rule, &view->parts->pairs.v[i]) && !found++)
			first = view->parts->pairs.v[i].answer;
	if (!n) {
		pf_judge_owe(j, "no question");
		return;
	}
	release = release_admits(view, rule, &at);
	if (release && !found)
		first = at;
	j->n = (double)(found + release);
	pf_judge_credit(
		j, (double)(found + release) / (double)pairs_counted(n) / rule->params.pair.least,
		first, "%zu of %zu answers admit a limit or a doubt%s", found, n,
		release ? ", and the release does" : "");
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, "say what it does not do, or what is not known");
	j->untold = many_say_no(view);
	pf_judge_point(view, j, pf_part_place(view, PF_PART_FAQ), "");
	j->places[0].about = PF_ABOUT_ADMITS;
	snprintf(j->places[0].value, sizeof(j->places[0].value), "%zu of %zu", found, n);
}

/* It risks something: by what it stakes, or by what it says is done. */
static bool holds(const struct pf_view *view, struct pf_range answer)
{
	if (pf_range_empty(answer))
		return false;
	return pf_answer_grounds(view, answer) >= 0.5 ||
	       (pf_deed_binds(view, answer) && pf_own_words(view, answer) &&
		!pf_view_has(view, PF_LIST_softballs, answer));
}

/* No list knows the question, but those who make it would ask it, or the answer does what only an
 * answer to such a one does. */
static bool hard_by_deed(const struct pf_view *view, const struct pf_rule *rule,
			 const struct pf_pair *pair)
{
	static const enum pf_deed deeds[] = {PF_DEED_FAILURE, PF_DEED_REFUSAL, PF_DEED_OTHER_WAY,
					     PF_DEED_CAPACITY};

	if (pf_view_any(view, rule->lists, rule->n_lists, pair->question, NULL))
		return false;
	for (size_t i = 0; i < sizeof(deeds) / sizeof(*deeds); i++)
		if (pf_deed_done(view, deeds[i], pair))
			return true;
	return pf_deed_inside(view, pair);
}

/* Each list of cues is one hard question; it counts when asked and answered with substance. */
void pf_pair_hard(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	size_t found = 0;
	struct pf_range first = pf_part_place(view, PF_PART_FAQ);

	for (size_t k = 0; k < rule->n_lists; k++)
		for (size_t i = 0; i < view->parts->pairs.n; i++) {
			const struct pf_pair *pair = &view->parts->pairs.v[i];

			if (!pf_view_any(view, &rule->lists[k], 1, pair->question, NULL) ||
			    !holds(view, pair->answer))
				continue;
			if (!found++)
				first = pair->answer;
			break;
		}
	for (size_t i = 0; i < view->parts->pairs.n && (double)found < rule->params.pair.least;
	     i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];

		if (hard_by_deed(view, rule, pair) && holds(view, pair->answer) && !found++)
			first = pair->answer;
	}
	j->n = (double)found;
	pf_judge_credit(j, (double)found / rule->params.pair.least, first,
			"%zu hard questions are answered", found);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, "one more: cost, failure, an alternative, demand, law, the worst day");
	pf_judge_point(view, j, pf_part_place(view, PF_PART_FAQ), "");
}
