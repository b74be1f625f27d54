#include "concession.h"

#include "doubt.h"
#include "own.h"
#include "quants.h"
#include "words.h"

struct span {
	uint32_t first, last; /* tokens [first, last) */
	size_t sentence;      /* in which they stand; SIZE_MAX: in several */
};

static struct span span_of(const struct pf_view *view, struct pf_range sentence)
{
	struct span s = {pf_tokens_at(view->tokens, sentence.begin),
			 pf_tokens_at(view->tokens, sentence.end), SIZE_MAX};
	size_t in = s.first < s.last ? pf_sentence_of(view->tokens, s.first) : SIZE_MAX;

	while (s.first < s.last && view->tokens->v[s.first].kind == PF_TOKEN_SIGN)
		s.first++;
	if (in != SIZE_MAX && s.last <= view->tokens->sentences.v[in].last)
		s.sentence = in;
	return s;
}

/* False when none of its tokens is one of the words. */
static bool may_have(const struct pf_view *view, struct span s, const char *const *words)
{
	return s.sentence == SIZE_MAX || pf_sentence_may(view, s.sentence, words);
}

/* "Not yet.", "Partly", "It can happen": a question is granted half. "No." alone may calm as well
 * as admit. */
static bool grants_half(const struct pf_view *view, struct span s)
{
	static const char *const half[] = {
		"partly",   "partially", "sometimes",   "likely", "probably", "perhaps", "maybe",
		"possibly", "mostly",    "temporarily", "hardly", "barely",   "rarely",  NULL};
	static const char *const all[] = {"yet",   "in",     "all",   "every",    "fully",
					  "quite", "always", "often", "as",       "enough",
					  "much",  "before", "so",    "entirely", NULL};
	static const char *const what[] = {"it", "they", "that", "this", NULL};
	static const char *const may[] = {"can", "could", "may", "might", "happens", NULL};
	static const char *const happen[] = {"happen", "fail", "miss", "happens", NULL};

	if (s.last < s.first + 2)
		return pf_tokens_any(view, s.first, s.last, half);
	return pf_token_among(view, s.first, half) ||
	       (PF_TOKEN_IS(view, s.first, "not") && pf_token_among(view, s.first + 1, all)) ||
	       (pf_token_among(view, s.first, what) && pf_token_among(view, s.first + 1, may) &&
		pf_tokens_any(view, s.first + 1, s.first + 3, happen));
}

/* The token of the first denied verb: "doesn't", "will not", "did not"; s.last when there is none.
 */
static uint32_t denied(const struct pf_view *view, struct span s)
{
	static const char *const denied_verb[] = {
		"doesn't", "don't", "won't",  "didn't",   "can't",  "cannot",  "couldn't", "hasn't",
		"haven't", "isn't", "aren't", "wouldn't", "wasn't", "weren't", NULL};
	static const char *const verb[] = {"does", "do",   "will", "did", "can", "could", "would",
					   "has",  "have", "is",   "are", "was", "were",  NULL};
	static const char *const not [] = {"not", NULL};

	if (!may_have(view, s, denied_verb) && !may_have(view, s, not ))
		return s.last;
	for (uint32_t i = s.first; i < s.last; i++)
		if (pf_token_among(view, i, denied_verb) ||
		    (i + 1 < s.last && PF_TOKEN_IS(view, i + 1, "not") &&
		     pf_token_among(view, i, verb)))
			return i;
	return s.last;
}

/* The house says what it will not do out of policy, and a customer is told what he need not. */
static bool is_policy(const struct pf_view *view, struct span s, uint32_t verb)
{
	static const char *const whose[] = {"we",      "you", "your", "nobody",
					    "nothing", "if",  "who",  NULL};

	return pf_tokens_any(view, s.first, verb, whose);
}

/* "Two of our seven won't", "two thirds of crew leads do not have one": so many are not reached. */
static bool counts_failing(const struct pf_view *view, struct pf_range sentence, struct span s,
			   uint32_t verb)
{
	size_t first, last;

	if (verb == s.last || is_policy(view, s, verb))
		return false;
	pf_view_quants(view, sentence, &first, &last);
	return first < last && view->quants->v[first].first < verb;
}

/* "It doesn't hear vandalised buttons": what the thing is for, it does not do there. */
static bool falls_short(const struct pf_view *view, struct span s, uint32_t verb)
{
	static const char *const work[] = {"cover", "hear",    "catch",  "find",  "reach",   "work",
					   "help",  "shorten", "reduce", "solve", "prevent", "fit",
					   "fix",   "detect",  "read",   "reads", "cure",    NULL};

	return verb + 1 < s.last && !is_policy(view, s, verb) &&
	       pf_tokens_any(view, verb + 1, verb + 3 < s.last ? verb + 3 : s.last, work);
}

/* "That is the hour I fear", "what worries me" */
static bool is_afraid(const struct pf_view *view, struct span s)
{
	static const char *const me[] = {"i", "we", NULL}, *const us[] = {"me", "us", NULL};
	static const char *const fear[] = {"fear", "dread", NULL};
	static const char *const worries[] = {"worries", "frightens", "scares", NULL};

	if (!may_have(view, s, fear) && !may_have(view, s, worries))
		return false;
	for (uint32_t i = s.first; i + 1 < s.last; i++)
		if ((pf_token_among(view, i, me) && pf_token_among(view, i + 1, fear)) ||
		    (pf_token_among(view, i, worries) && pf_token_among(view, i + 1, us)))
			return true;
	return false;
}

/* A number that its writer would not swear to. */
static bool guesses_number(const struct pf_view *view, struct pf_range sentence)
{
	size_t first, last;

	for (pf_view_quants(view, sentence, &first, &last); first < last; first++)
		if (pf_doubt_guesses(view, first))
			return true;
	return false;
}

/* "Passengers may not know of it"; "you may not sell it" is a rule. */
static bool may_not(const struct pf_view *view, struct span s)
{
	static const char *const may[] = {"may", "might", NULL};

	if (!may_have(view, s, may))
		return false;
	for (uint32_t i = s.first; i + 1 < s.last; i++)
		if (pf_token_among(view, i, may) && PF_TOKEN_IS(view, i + 1, "not"))
			return !is_policy(view, s, i);
	return false;
}

/* "One person can do it, except when there is a layoff" */
static bool excepts(const struct pf_view *view, struct span s)
{
	static const char *const except[] = {"except", NULL};
	static const char *const when[] = {"when", "if", "for", "in", "on", "at", "where", NULL};
	uint32_t i =
		may_have(view, s, except) ? pf_tokens_find(view, s.first, s.last, except) : s.last;

	return i + 1 < s.last && pf_token_among(view, i + 1, when);
}

/* "Without the third, no evening tours", "without either you wait a day" */
static bool lost_without(const struct pf_view *view, struct span s)
{
	static const char *const lost[] = {"no", "nothing", "nobody", "wait", "waits", NULL};

	return s.first < s.last && PF_TOKEN_IS(view, s.first, "without") &&
	       pf_tokens_any(view, s.first + 1, s.last, lost);
}

/* "It isn't a saving": the gain one would look for is not there. */
static bool denies_gain(const struct pf_view *view, struct span s, uint32_t verb)
{
	static const char *const gain[] = {"saving", "savings", "gain",   "profit",
					   "proof",  "cure",    "remedy", NULL};

	return verb + 1 < s.last &&
	       pf_tokens_any(view, verb + 1, verb + 4 < s.last ? verb + 4 : s.last, gain);
}

/* "The masters know who came in late and we don't." */
static bool lacks_it(const struct pf_view *view, struct span s)
{
	static const char *const we[] = {"we", "i", NULL};
	static const char *const do_not[] = {"don't", "can't", "cannot", "didn't", NULL};
	uint32_t last = s.last;

	while (last > s.first && view->tokens->v[last - 1].kind == PF_TOKEN_SIGN)
		last--;
	return last >= s.first + 4 && pf_token_among(view, last - 1, do_not) &&
	       pf_token_among(view, last - 2, we);
}

/* "Three in ten calls still end in a letter": so many are not helped. */
static bool counts_left(const struct pf_view *view, struct pf_range sentence, struct span s)
{
	static const char *const still[] = {"still", NULL};
	static const char *const have[] = {"end",  "ends", "have", "need", "needs",
					   "wait", "miss", "fail", "fall", NULL};
	uint32_t at;
	size_t first, last;

	if (!may_have(view, s, still))
		return false;
	at = pf_tokens_find(view, s.first, s.last, still);
	if (at + 1 >= s.last || is_policy(view, s, at) || !pf_token_among(view, at + 1, have))
		return false;
	pf_view_quants(view, sentence, &first, &last);
	return first < last;
}

/* "We have no way to pay them", "for 44 % we have none", "I don't have the six alone" */
static bool lacks(const struct pf_view *view, struct span s)
{
	static const char *const we[] = {"we", "i", "we've", "i've", NULL};
	static const char *const no[] = {"no", "none", NULL};
	static const char *const not [] = {"not", "don't", NULL};
	static const char *const plans[] = {"plan", "plans", "intention", "intent", NULL};

	if (!may_have(view, s, we))
		return false;
	for (uint32_t i = s.first; i + 1 < s.last; i++) {
		uint32_t at = i + 1;

		if (!pf_token_among(view, i, we))
			continue;
		if (at + 1 < s.last && PF_TOKEN_IS(view, at, "have"))
			at++;
		if (pf_token_among(view, at, no))
			return !(at + 1 < s.last && pf_token_among(view, at + 1, plans));
		for (uint32_t k = i + 1; k + 1 < s.last && k < i + 3; k++)
			if (pf_token_among(view, k, not ) && PF_TOKEN_IS(view, k + 1, "have"))
				return true;
	}
	return false;
}

/* "It may still be tomorrow", "three feeders could become tight", "some may lose it" */
static bool may_suffer(const struct pf_view *view, struct span s)
{
	static const char *const may[] = {"may", "might", "could", NULL};
	static const char *const suffer[] = {"still", "become", "take",  "lose", "miss", "find",
					     "need",  "wait",   "cost",  "well", "drop", "slip",
					     "stall", "refuse", "leave", NULL};

	if (!may_have(view, s, may))
		return false;
	for (uint32_t i = s.first; i + 1 < s.last; i++)
		if (pf_token_among(view, i, may) && pf_token_among(view, i + 1, suffer))
			return !is_policy(view, s, i);
	return false;
}

/* "Under about 90 pints a day, no." */
static bool ends_in_no(const struct pf_view *view, struct span s)
{
	static const char *const no[] = {"no", "none", NULL};
	uint32_t last = s.last;

	while (last > s.first && view->tokens->v[last - 1].kind == PF_TOKEN_SIGN)
		last--;
	return last >= s.first + 4 && pf_token_among(view, last - 1, no) &&
	       pf_token_is_sign(&view->tokens->v[last - 2], ',');
}

/* "They may.", "We might, and may double-book": what was asked is granted. */
static bool grants_may(const struct pf_view *view, struct span s)
{
	static const char *const who[] = {"we", "they", "he", "she", "it", "i", "some", NULL};
	static const char *const may[] = {"may", "might", "could", NULL};

	return s.first + 2 < s.last && pf_token_among(view, s.first, who) &&
	       pf_token_among(view, s.first + 1, may) &&
	       view->tokens->v[s.first + 2].kind == PF_TOKEN_SIGN;
}

/* "We can't make him", "I couldn't separate the two": the house is not able to. */
static bool is_unable(const struct pf_view *view, struct span s)
{
	static const char *const we[] = {"we", "i", NULL};
	static const char *const cannot[] = {"can't", "cannot", "couldn't", NULL};

	if (!may_have(view, s, cannot))
		return false;
	for (uint32_t i = s.first; i + 1 < s.last; i++)
		if (pf_token_among(view, i, we) && pf_token_among(view, i + 1, cannot))
			return true;
	return false;
}

/* "Then we're wrong for 60 days", "saying no was the wrong advice" */
static bool is_wrong(const struct pf_view *view, struct span s)
{
	static const char *const wrong[] = {"wrong", NULL}, *const the[] = {"the", NULL};
	static const char *const be[] = {"we're", "i'm", "are", "is", "was",
					 "were",  "be",  "am",  NULL};
	uint32_t i =
		may_have(view, s, wrong) ? pf_tokens_find(view, s.first, s.last, wrong) : s.last;

	if (i >= s.last || i < s.first + 2)
		return false;
	i -= pf_token_among(view, i - 1, the);
	return pf_token_among(view, i - 1, be);
}

/* "Accuracy in Swahili is poor", "for the escaped bugs, barely": a measure of how little. */
static bool is_little(const struct pf_view *view, struct span s)
{
	static const char *const little[] = {"barely", "hardly",  "poor",    "poorly", "weak",
					     "weaker", "weakest", "limited", NULL};

	return may_have(view, s, little) && pf_tokens_any(view, s.first, s.last, little);
}

/* The question or its answer speaks of this page; it is asked again for each of their sentences. */
static bool is_of_page(const struct pf_view *view, const struct pf_pair *pair)
{
	uint8_t *noted = &view->pairs[pair - view->parts->pairs.v].own;

	if (*noted == PF_NOTED_NOT)
		*noted = pf_own_words(view,
				      (struct pf_range){pair->question.begin, pair->answer.end})
				 ? PF_NOTED_YES
				 : PF_NOTED_NO;
	return *noted == PF_NOTED_YES;
}

bool pf_concedes(const struct pf_view *view, struct pf_range sentence, const struct pf_pair *pair)
{
	struct span s = span_of(view, sentence);
	uint32_t verb = denied(view, s);

	if (sentence.begin == pair->answer.begin && (grants_half(view, s) || grants_may(view, s)))
		return true;
	if (counts_failing(view, sentence, s, verb) || counts_left(view, sentence, s) ||
	    guesses_number(view, sentence))
		return true; /* the number says of what */
	if (falls_short(view, s, verb) && pf_own_words(view, sentence) > 0)
		return true;
	return (denies_gain(view, s, verb) || lost_without(view, s) ||
		pf_doubt_hangs(view, s.first, s.last) || is_afraid(view, s) || lacks_it(view, s) ||
		may_not(view, s) || excepts(view, s) || ends_in_no(view, s) || lacks(view, s) ||
		may_suffer(view, s) || is_unable(view, s) || is_wrong(view, s) ||
		is_little(view, s)) &&
	       is_of_page(view, pair); /* the question says of what */
}

#define NOT_WITHIN 6 /* words: "which faults does it not hear" */

/* "What did you leave out?", and not "What can I put out?" */
static bool leaves_out(const struct pf_view *view, struct span s)
{
	static const char *const out[] = {"out", NULL};
	static const char *const leave[] = {"leave", "left", "leaves", "rule", "ruled", NULL};
	uint32_t at = pf_tokens_find(view, s.first, s.last, out);

	return at < s.last && at > s.first && pf_token_among(view, at - 1, leave);
}

static bool asks_limit(const struct pf_view *view, struct pf_range question)
{
	static const char *const which[] = {"what", "which", "who", "whom", "where", NULL};
	static const char *const given[] = {"if", "happens", "when", "about", NULL};
	static const char *const not [] = {"not", "excluded", NULL};
	struct span s = span_of(view, question);

	if (s.last < s.first + 3 || !pf_token_among(view, s.first, which) ||
	    pf_token_among(view, s.first + 1, given))
		return false;
	if (leaves_out(view, s))
		return true;
	if (s.last > s.first + NOT_WITHIN)
		s.last = s.first + NOT_WITHIN;
	return denied(view, s) < s.last || pf_tokens_any(view, s.first + 1, s.last, not );
}

/* "Risks?", "What could go wrong?", "Why might it not work?": what is feared is asked for. */
static bool asks_risk(const struct pf_view *view, struct pf_range question)
{
	static const char *const open[] = {"what", "which", "why", "where", "how", NULL};
	static const char *const risk[] = {"risk", "risks", "danger", "dangers", "missing", NULL};
	static const char *const turn[] = {"go",    "goes",   "went", "get",  "gets",
					   "break", "breaks", "stop", "kill", NULL};
	static const char *const bad[] = {"wrong", "worse", "first", "it", "this", NULL};
	static const char *const would[] = {"would", "might", "could", "may", NULL};
	static const char *const fail[] = {"fail", "not", NULL};
	struct span s = span_of(view, question);
	bool asks = pf_token_among(view, s.first, open) || PF_TOKEN_IS(view, s.first, "what's");

	if (s.first >= s.last)
		return false;
	if (pf_tokens_any(view, s.first, s.last, risk))
		return asks || s.last < s.first + NOT_WITHIN;
	for (uint32_t i = s.first + 1; asks && i + 1 < s.last; i++)
		if (pf_token_among(view, i, turn) && pf_token_among(view, i + 1, bad))
			return true;
	return asks && PF_TOKEN_IS(view, s.first, "why") &&
	       pf_token_among(view, s.first + 1, would) &&
	       pf_tokens_any(view, s.first + 2, s.last, fail);
}

/* There is one, and none is waved away. */
static bool names_one(const struct pf_view *view, struct pf_range answer)
{
	static const char *const none[] = {"none", "nothing", "no", "nobody", NULL};

	return pf_tokens_words(view->tokens, answer) > 1 &&
	       !pf_token_among(view, pf_tokens_at(view->tokens, answer.begin), none) &&
	       !pf_view_has(view, PF_LIST_softballs, answer);
}

bool pf_names_limit(const struct pf_view *view, const struct pf_pair *pair)
{
	return !pf_range_empty(pair->answer) && asks_limit(view, pair->question) &&
	       names_one(view, pair->answer);
}

bool pf_names_risk(const struct pf_view *view, const struct pf_pair *pair)
{
	return !pf_range_empty(pair->answer) && asks_risk(view, pair->question) &&
	       names_one(view, pair->answer);
}
