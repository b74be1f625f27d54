/* Somebody else's no: who must agree, who does not, and what then. */
#include "deeds.h"
#include "deeds_each.h"
#include "quants.h"
#include "said.h"

/* "Must decide", "has not joined", "doesn't agree" */
static bool is_held_up(const struct pf_view *view, uint32_t i, uint32_t first)
{
	static const char *const duty[] = {"must", "to", NULL}, *const has_to[] = {"has", "have",
										   NULL};

	if (!(pf_deed_is(view, i) & PF_WORD_DECIDES) || i == first)
		return false;
	if (pf_deed_is(view, i - 1) & PF_WORD_NO)
		return true;
	return pf_token_among(view, i - 1, duty) &&
	       (PF_TOKEN_IS(view, i - 1, "must") ||
		(i - 1 > first && pf_token_among(view, i - 2, has_to)));
}

/* A party, and no "it", "this" or "we". */
static bool is_party(const struct pf_view *view, uint32_t i)
{
	static const char *const no_party[] = {"it",  "this", "that",  "we",    "i",
					       "you", "they", "which", "there", NULL};

	return !(pf_deed_is(view, i) & (PF_WORD_WE | PF_WORD_ME)) &&
	       !pf_token_among(view, i, no_party);
}

/* "Two of our seven won't.", "she told us that she wouldn't accept it" */
static bool will_not(const struct pf_view *view, uint32_t i, uint32_t last)
{
	if (PF_TOKEN_IS(view, i, "wouldn't"))
		return i + 1 < last && pf_deed_is(view, i + 1) & PF_WORD_DECIDES &&
		       is_party(view, i - 1);
	return PF_TOKEN_IS(view, i, "won't") &&
	       (i + 1 >= last || pf_deed_is(view, i + 1) & PF_WORD_DECIDES ||
		view->tokens->v[i + 1].kind == PF_TOKEN_SIGN) &&
	       is_party(view, i - 1);
}

/* "Food aid has signed. Wages have not." */
static bool has_not(const struct pf_view *view, uint32_t i, uint32_t first)
{
	static const char *const have[] = {"has", "have", NULL};

	return PF_TOKEN_IS(view, i, "not") && i > first + 1 && pf_token_among(view, i - 1, have) &&
	       i + 1 < view->tokens->n && view->tokens->v[i + 1].sign == '.' &&
	       is_party(view, i - 2);
}

/* "Departments rule no", and in quotes. */
static bool says_no(const struct pf_view *view, uint32_t i, uint32_t first)
{
	return PF_TOKEN_IS(view, i, "no") &&
	       (pf_deed_is(view, i - 1) & PF_WORD_DECIDES ||
		(i > first + 1 && pf_deed_is(view, i - 2) & PF_WORD_DECIDES &&
		 pf_token_is_sign(&view->tokens->v[i - 1], '"')));
}

/* Who refuses says one of these. */
#define NO_OF_SOMEONE (PF_WORD_REFUSES | PF_WORD_DECIDES | PF_WORD_NO)

/* "The union refuses", "two of our seven won't", "departments rule no" */
static bool refuses(const struct pf_view *view, struct pf_range range)
{
	struct pf_deed_run run = pf_deed_run_of(view, range);

	for (uint32_t i = run.first + 1; i < run.last; i++) {
		uint32_t kinds = pf_deed_is(view, i);

		if (!(kinds & NO_OF_SOMEONE))
			continue;
		if (kinds & PF_WORD_REFUSES && !(kinds & PF_WORD_NO) &&
		    !(pf_deed_is(view, i - 1) & PF_WORD_NO) && is_party(view, i - 1))
			return true;
		if (will_not(view, i, run.last) || is_held_up(view, i, run.first) ||
		    says_no(view, i, run.first) || has_not(view, i, run.first))
			return true;
	}
	return false;
}

#define WHO_WORDS 5u /* "what could a big rival" */

/* "Who can stop it?", "What could sink it?", "What could a rival do to kill it?" */
static bool asks_who_stops(const struct pf_view *view, struct pf_deed_run run)
{
	static const char *const who[] = {"who", "what", NULL};
	static const char *const can[] = {"can", "could", "would", "might", "must", NULL};
	static const char *const stop[] = {"stop", "block", "sink", "kill", "veto", "delay", NULL};
	static const char *const act[] = {"do", NULL};
	uint32_t i = run.first;

	if (i + 2 >= run.last || !pf_token_among(view, i, who) || !pf_token_among(view, i + 1, can))
		return false;
	if (pf_token_among(view, i + 2, stop))
		return true;
	i = pf_tokens_find(view, i + 3, i + WHO_WORDS < run.last ? i + WHO_WORDS : run.last, act);
	return i + 2 < run.last && PF_TOKEN_IS(view, i + 1, "to") &&
	       pf_token_among(view, i + 2, stop) && is_party(view, i - 1);
}

bool pf_deed_names_who_stops(const struct pf_view *view, const struct pf_pair *pair)
{
	return !pf_range_empty(pair->answer) &&
	       asks_who_stops(view, pf_question_said(view, pair)->run) &&
	       !pf_deed_waves_away(view, pair->answer);
}

/* "Will kitchen leads do it?", "Why should doctors agree?", and not "Does the rule allow it?" */
static bool asks_party(const struct pf_view *view, struct pf_deed_run run)
{
	static const char *const why[] = {"why", "and", NULL};
	static const char *const will[] = {"will", "would", "should", NULL};
	static const char *const does[] = {"do", "does", NULL};
	static const char *const agree[] = {"accept",    "agree", "join", "support",
					    "cooperate", "care",  "part", NULL};
	static const char *const do_it[] = {"do",  "approve", "allow", "sign", "let",
					    "pay", "share",   "rule",  NULL};
	uint32_t i = run.first, last = run.last;

	if (asks_who_stops(view, run))
		return true;
	i += pf_token_among(view, i, why);
	if (i + 2 >= last || !is_party(view, i + 1))
		return false;
	return (pf_token_among(view, i, will) && (pf_tokens_any(view, i + 2, last, agree) ||
						  pf_tokens_any(view, i + 2, last, do_it))) ||
	       (pf_token_among(view, i, does) && pf_tokens_any(view, i + 2, last, agree));
}

/* How many do, what those ask for who do not, and what then. */
static bool tells_party(const struct pf_said *answer)
{
	return pf_said_quant(answer) || answer->does & (PF_WORD_IF | PF_WORD_NO | PF_WORD_REFUSES);
}

/* "Signature by the agency by January. Without it only wages are used.": what another must do, and
 * what is left if it does not. */
static bool goes_without(const struct pf_view *view, const struct pf_said *answer)
{
	static const char *const without[] = {"without", NULL};
	static const char *const it[] = {"it", "that", "this", "them", "either", "both", NULL};

	if (!pf_said_may(view, answer, without))
		return false;
	for (size_t s = answer->sentences + 1; s < answer->sentences_end; s++) {
		uint32_t i = view->tokens->sentences.v[s].first;

		if (PF_TOKEN_IS(view, i, "without") && pf_token_among(view, i + 1, it))
			return true;
	}
	return false;
}

static bool tells_refusal(const struct pf_view *view, const struct pf_pair *pair)
{
	const struct pf_said *question = pf_question_said(view, pair);
	const struct pf_said *answer = pf_answer_said(view, pair);

	if (question->does & PF_WORD_ME)
		return false;
	if ((tells_party(answer) && asks_party(view, question->run)) || goes_without(view, answer))
		return true;
	if (!(question->does & NO_OF_SOMEONE && refuses(view, pair->question)) &&
	    !(answer->does & NO_OF_SOMEONE && pf_deed_any_sentence(view, pair->answer, refuses)))
		return false;
	return answer->does & PF_WORD_IF ||
	       pf_deed_any_sentence(view, pair->answer, pf_deed_acts) ||
	       pf_range_dated(view, pair->answer);
}

bool pf_deed_refusal(const struct pf_view *view, const struct pf_pair *pair)
{
	uint8_t *noted = &view->pairs[pair - view->parts->pairs.v].refusal;

	if (*noted == PF_NOTED_NOT)
		*noted = tells_refusal(view, pair) ? PF_NOTED_YES : PF_NOTED_NO;
	return *noted == PF_NOTED_YES;
}
