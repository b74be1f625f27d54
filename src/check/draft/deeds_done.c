/* The deeds that a question and its answer do together, one after the other. */
#include "deeds.h"
#include "deeds_each.h"
#include "own.h"
#include "quants.h"
#include "said.h"

/* Words that could stand on any other page say nothing of this one. */
static bool of_this_page(const struct pf_view *view, struct pf_range range)
{
	return pf_deed_has_quant(view, range) || pf_own_words(view, range);
}

/* --- failure --- */

#define NAMED_TOKENS 6

/* "The night baker's ill?", "Wholesaler is out?": what goes wrong is put in a word. */
static bool names_amiss(const struct pf_view *view, const struct pf_said *question)
{
	static const char *const asks[] = {"what", "what's", "which", "who", "why",
					   "how",  "when",   "where", "no",  "not",
					   "risk", "risks",  "worst", NULL};

	return question->run.last <= question->run.first + NAMED_TOKENS &&
	       question->does & PF_WORD_AMISS && !pf_said_any(view, question, asks);
}

/* "What if volunteers drop out?", "Could he fit fans where none are needed?"; what happens to the
 * customer ("What if I cancel?") is no failure of the plan. */
static bool asks_amiss(const struct pf_view *view, const struct pf_said *question)
{
	return !(question->does & PF_WORD_ME) && question->does & (PF_WORD_AMISS | PF_WORD_NO) &&
	       (question->does & PF_WORD_IF ||
		pf_deed_is(view, question->run.first) & PF_WORD_CLOSED ||
		names_amiss(view, question));
}

/* "No.", "Nothing that a good team could not": nothing is feared. */
static bool denies(const struct pf_view *view, uint32_t begin)
{
	if (!(pf_deed_is(view, begin) & PF_WORD_NO))
		return false;
	return !PF_TOKEN_IS(view, begin, "no") || begin + 1 >= view->tokens->n ||
	       view->tokens->v[begin + 1].kind == PF_TOKEN_SIGN;
}

/* Where the clause that opens at `i` ends: at its comma, or where it says "then". */
static uint32_t clause_end(const struct pf_view *view, uint32_t i, uint32_t last)
{
	while (i < last && view->tokens->v[i].kind != PF_TOKEN_SIGN &&
	       !PF_TOKEN_IS(view, i, "then"))
		i++;
	return i;
}

/* What goes wrong in the condition is not the reader's own doing, and no "without". */
static uint32_t amiss_in(const struct pf_view *view, struct pf_deed_run clause)
{
	static const char *const not_so[] = {"doesn't", "don't", "isn't", "aren't", "won't", NULL};
	uint32_t amiss;

	if (pf_deed_has(view, clause, PF_WORD_ME | PF_WORD_YOU))
		return clause.last;
	amiss = pf_deed_find(view, clause, PF_WORD_AMISS);
	return amiss < clause.last ? amiss
				   : pf_tokens_find(view, clause.first, clause.last, not_so);
}

/* "If sync fails on the night, the film runs on": amiss in the condition, an act behind it, before
 * it, or in the next sentence. */
static const char *const ifs[] = {"if", "unless", "should", NULL};

static bool meets_failure(const struct pf_view *view, size_t s, struct pf_range answer)
{
	struct pf_deed_run run = pf_deed_run_of(view, pf_deed_sentence_in(view, s, answer));
	struct pf_deed_run next = {run.last, run.last};
	uint32_t i = run.first;

	if (s + 1 < view->tokens->sentences.n &&
	    view->tokens->sentences.v[s + 1].begin < answer.end)
		next = pf_deed_run_of(view, pf_deed_sentence_in(view, s + 1, answer));
	for (; (i = pf_tokens_find(view, i, run.last, ifs)) < run.last; i++) {
		struct pf_deed_run clause = {i + 1, clause_end(view, i + 1, run.last)};
		uint32_t amiss = amiss_in(view, clause);

		if (amiss < clause.last &&
		    (pf_deed_run_acts(view, (struct pf_deed_run){amiss + 1, run.last}) ||
		     pf_deed_run_acts(view, (struct pf_deed_run){run.first, i}) ||
		     pf_deed_run_acts(view, next)))
			return true;
	}
	return false;
}

/* The question fears something; the answer does something about it, or says what then is left: "If
 * wages do not join?" "Food aid alone." */
static bool meets_fear(const struct pf_view *view, const struct pf_pair *pair)
{
	uint32_t begin = pf_answer_said(view, pair)->run.first;

	if (pf_deed_any_sentence(view, pair->answer, pf_deed_acts))
		return !denies(view, begin);
	return pf_question_said(view, pair)->does & PF_WORD_IF && !denies(view, begin) &&
	       !pf_deed_puts_off(view, pair->answer) && of_this_page(view, pair->answer);
}

/* "Stop?" "If fewer than 5,000 strips are scanned.", "More than 40% of the walls wet." */
static bool tells_end(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const end[] = {"stop", "end", "stopped", "again", "quit", NULL};
	const struct pf_said *answer = pf_answer_said(view, pair);

	return answer->does & (PF_WORD_IF | PF_WORD_AMISS) && pf_said_quant(answer) &&
	       pf_said_any(view, pf_question_said(view, pair), end);
}

/* "We won't go on if wrong bags are above 0.3%", "under a third, we stop": a number ends it. */
static bool stops_at(const struct pf_view *view, struct pf_range sentence)
{
	static const char *const stop[] = {"stop", "cut", "slow", "close", "won't", NULL};
	struct pf_deed_run run = pf_deed_run_of(view, sentence);

	if (!pf_deed_has_quant(view, sentence) ||
	    !pf_deed_has(view, run, PF_WORD_IF | PF_WORD_AMISS))
		return false;
	for (uint32_t i = run.first; i + 1 < run.last; i++)
		if (pf_deed_is(view, i) & PF_WORD_WE &&
		    pf_tokens_any(view, i + 1, i + 3 < run.last ? i + 3 : run.last, stop))
			return true;
	return false;
}

/* "What is the largest risk?": to a list of boasts that is an innocent phrase, and none of failure.
 */
static bool asks_risk(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const risks[] = {"risk", "risks", "wrong", "worries", "worry", NULL};

	return pf_view_has(view, PF_LIST_failure, pair->question) ||
	       pf_said_any(view, pf_question_said(view, pair), risks);
}

static bool does_failure(const struct pf_view *view, const struct pf_pair *pair)
{
	const struct pf_said *answer = pf_answer_said(view, pair);

	if ((asks_amiss(view, pf_question_said(view, pair)) || asks_risk(view, pair)) &&
	    meets_fear(view, pair))
		return true;
	if (pf_said_may(view, answer, ifs))
		for (size_t s = answer->sentences; s < answer->sentences_end; s++)
			if (meets_failure(view, s, pair->answer))
				return true;
	return tells_end(view, pair) || (answer->does & PF_WORD_WE && pf_said_quant(answer) &&
					 pf_deed_any_sentence(view, pair->answer, stops_at));
}

/* --- another way --- */

#define NOT_WITHIN 4 /* words: "why is it not ...", "is it not ..." */

static bool denies_soon(const struct pf_view *view, struct pf_deed_run run, uint32_t from)
{
	for (uint32_t i = from; i < run.last && i < from + NOT_WITHIN; i++)
		if (pf_deed_is(view, i) & PF_WORD_NO)
			return true;
	return false;
}

/* "What did you decide against?", "Was this not tried?" */
static bool asks_what_was_left(const struct pf_view *view, const struct pf_said *question)
{
	struct pf_deed_run run = question->run;
	static const char *const what[] = {"what", "which", "did", "was", "wasn't", "has", NULL};
	static const char *const left[] = {"consider", "considered", "reject",  "rejected", "drop",
					   "dropped",  "against",    "discard", "ruled",    "rule",
					   "fund",     "tried",      NULL};

	return pf_said_may(view, question, left) && pf_token_among(view, run.first, what) &&
	       !PF_TOKEN_IS(view, run.first + 1, "if") &&
	       pf_tokens_any(view, run.first + 1, run.last, left);
}

/* "A code by text, as the board wants?", "The mayor has announced a portal." */
static bool names_a_wish(const struct pf_view *view, const struct pf_said *question)
{
	static const char *const wants[] = {"wants",    "wanted",   "announced", "promised",
					    "proposed", "proposes", "suggested", NULL};

	return !(question->does & PF_WORD_ME) && pf_said_any(view, question, wants);
}

/* "Why not an app?", "Why is it not here?", "Is it not simpler to hold all?", "Why text messages
 * instead?" */
static bool asks_other_way(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const better[] = {"cheaper", "easier", "simpler", "enough",
					     "faster",  "better", "just",    NULL};
	static const char *const instead[] = {"instead", "rather", "alternative", "alternatives",
					      NULL};
	const struct pf_said *question = pf_question_said(view, pair);
	struct pf_deed_run run = question->run;

	if (pf_said_any(view, question, instead) || asks_what_was_left(view, question) ||
	    names_a_wish(view, question) || pf_view_has(view, PF_LIST_alternatives, pair->question))
		return true;
	if (!(question->does & PF_WORD_NO))
		return false;
	for (uint32_t i = run.first; i + 1 < run.last; i++)
		if (PF_TOKEN_IS(view, i, "why") && denies_soon(view, run, i + 1))
			return true;
	return pf_deed_is(view, run.first) & PF_WORD_CLOSED && denies_soon(view, run, run.first) &&
	       pf_said_any(view, question, better);
}

/* "What about the search page?" "71% used it and the loss remained" */
static bool was_there(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const unmoved[] = {"again",   "remained", "stayed",
					      "already", "tried",    NULL};
	const struct pf_said *answer = pf_answer_said(view, pair);
	uint32_t i = pf_question_said(view, pair)->run.first;

	return PF_TOKEN_IS(view, i, "what") && PF_TOKEN_IS(view, i + 1, "about") &&
	       pf_said_quant(answer) && pf_said_any(view, answer, unmoved);
}

static bool gives_reason(const struct pf_view *view, struct pf_range range)
{
	return pf_deed_has(view, pf_deed_run_of(view, range), PF_WORD_WHY | PF_WORD_NO) ||
	       pf_view_has(view, PF_LIST_reasons, range);
}

/* "We looked at a calendar. Clerks update it too late, so we dropped it.", "we leave it out" */
static bool turned_down(const struct pf_view *view, struct pf_range range)
{
	static const char *const leave[] = {"leave", "left", NULL};
	struct pf_deed_run run = pf_deed_run_of(view, range);

	for (uint32_t i = run.first; i + 1 < run.last; i++)
		if (pf_deed_is(view, i) & PF_WORD_WE &&
		    (pf_deed_is(view, i + 1) & PF_WORD_LEFT ||
		     (pf_token_among(view, i + 1, leave) && i + 3 < run.last &&
		      PF_TOKEN_IS(view, i + 3, "out"))))
			return true;
	return false;
}

/* "We tried this. Signing fell to 7%." */
static bool tried_in_vain(const struct pf_view *view, struct pf_deed_run run)
{
	for (uint32_t i = run.first; i + 1 < run.last; i++)
		if (pf_deed_is(view, i) & PF_WORD_WE && PF_TOKEN_IS(view, i + 1, "tried"))
			return pf_deed_has(view, (struct pf_deed_run){i + 2, run.last},
					   PF_WORD_NO | PF_WORD_AMISS);
	return false;
}

/* "What did you discard?" "Fines. They hit those who lose by the waiting.": what was left stands
 * alone, and the sentence behind it says why. */
static bool says_why(const struct pf_view *view, const struct pf_pair *pair)
{
	const struct pf_said *answer = pf_answer_said(view, pair);

	return answer->sentences_end > answer->sentences + 1 &&
	       asks_what_was_left(view, pf_question_said(view, pair)) &&
	       !pf_deed_names(view, pf_deed_sentence_in(view, answer->sentences + 1, pair->answer));
}

static bool does_other_way(const struct pf_view *view, const struct pf_pair *pair)
{
	const struct pf_said *answer = pf_answer_said(view, pair);

	if (asks_other_way(view, pair))
		return pf_said_quant(answer) || gives_reason(view, pair->answer) ||
		       says_why(view, pair);
	return was_there(view, pair) || (answer->does & PF_WORD_WE &&
					 (tried_in_vain(view, answer->run) ||
					  (pf_deed_any_sentence(view, pair->answer, turned_down) &&
					   gives_reason(view, pair->answer))));
}

/* "No tablets: last year's were wrong, because they could not know": without being asked. */
static bool leaves_with_reason(const struct pf_view *view, struct pf_range sentence)
{
	return (turned_down(view, sentence) && gives_reason(view, sentence)) ||
	       (PF_TOKEN_IS(view, pf_tokens_at(view->tokens, sentence.begin), "no") &&
		pf_view_has(view, PF_LIST_reasons, sentence));
}

bool pf_deed_turns_down(const struct pf_view *view, struct pf_range *at)
{
	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		if (view->sentence_part[s] != PF_PART_SOLUTION)
			continue;
		*at = pf_sentence_range(view, s);
		if (leaves_with_reason(view, *at) && of_this_page(view, *at))
			return true;
	}
	return false;
}

/* "Who sees wages?", "Privacy?" "The landlord is told nothing": what is not done, or only so. */
static bool does_control(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const only[] = {"only", NULL};
	const struct pf_said *answer = pf_answer_said(view, pair);

	return pf_view_has(view, PF_LIST_security, pair->question) &&
	       (answer->does & PF_WORD_NO || pf_said_any(view, answer, only));
}

static bool does(const struct pf_view *view, enum pf_deed deed, const struct pf_pair *pair)
{
	switch (deed) {
	case PF_DEED_NONE: break;
	case PF_DEED_FAILURE: return does_failure(view, pair);
	case PF_DEED_REFUSAL: return pf_deed_refusal(view, pair);
	case PF_DEED_OTHER_WAY: return does_other_way(view, pair);
	case PF_DEED_UNIT: return pf_deed_unit(view, pair);
	case PF_DEED_CAPACITY: return pf_deed_capacity(view, pair);
	case PF_DEED_CONTROL: return does_control(view, pair);
	case PF_DEED_DEMAND: return pf_deed_demand(view, pair);
	}
	return false;
}

bool pf_deed_done(const struct pf_view *view, enum pf_deed deed, const struct pf_pair *pair)
{
	struct pf_range both = {pair->question.begin, pair->answer.end};

	return !pf_range_empty(pair->answer) && does(view, deed, pair) &&
	       !pf_deed_waves_away(view, pair->answer) && of_this_page(view, both);
}

/* --- who asks --- */

/* "Eight people for ten months": who is to build it. */
static bool tells_staff(const struct pf_view *view, const struct pf_said *answer)
{
	static const char *const who[] = {"people", "engineers", "engineer",   "developers",
					  "staff",  "developer", "developing", "team",
					  "build",  "budget",    "cap",        NULL};

	if (!pf_said_any(view, answer, who))
		return false;
	for (size_t i = answer->quants; i < answer->quants_end; i++)
		if (view->quants->v[i].base == PF_QUANT_MONEY ||
		    view->quants->v[i].base == PF_QUANT_DURATION)
			return true;
	return false;
}

bool pf_deed_inside(const struct pf_view *view, const struct pf_pair *pair)
{
	const struct pf_said *question = pf_question_said(view, pair);

	if (question->does & PF_WORD_ME)
		return false;
	return question->does & (PF_WORD_OURS | PF_WORD_PLANS) ||
	       tells_staff(view, pf_answer_said(view, pair)) || asks_amiss(view, question) ||
	       asks_other_way(view, pair);
}
