#include "concession.h"

#include "own.h"
#include "quants.h"
#include "words.h"

struct span {
	uint32_t first, last; /* tokens [first, last) */
};

static struct span span_of(const struct pf_view *view, struct pf_range sentence)
{
	struct span s = {(uint32_t)pf_tokens_at(view->tokens, sentence.begin),
			 (uint32_t)pf_tokens_at(view->tokens, sentence.end)};

	while (s.first < s.last && view->tokens->v[s.first].kind == PF_TOKEN_SIGN)
		s.first++;
	return s;
}

/* "Not yet.", "Partly", "It can happen": a question is granted half. "No." alone may calm as well
 * as admit. */
static bool grants_half(const struct pf_view *view, struct span s)
{
	static const char *const half[] = {"partly", "partially", "sometimes",
					   "likely", "probably",  "perhaps",
					   "maybe",  "possibly",  NULL};
	static const char *const not [] = {"not", NULL};
	static const char *const all[] = {"yet",   "in",     "all",   "every", "fully",
					  "quite", "always", "often", NULL};
	static const char *const what[] = {"it", "they", "that", "this", NULL};
	static const char *const may[] = {"can", "could", "may", "might", "happens", NULL};
	static const char *const happen[] = {"happen", "fail", "miss", "happens", NULL};

	if (s.last < s.first + 2)
		return pf_tokens_any(view, s.first, s.last, half);
	return pf_token_among(view, s.first, half) ||
	       (pf_token_among(view, s.first, not ) && pf_token_among(view, s.first + 1, all)) ||
	       (pf_token_among(view, s.first, what) && pf_token_among(view, s.first + 1, may) &&
		pf_tokens_any(view, s.first + 1, s.first + 3, happen));
}

/* The token of the first denied verb: "doesn't", "will not", "did not"; s.last when there is none.
 */
static uint32_t denied(const struct pf_view *view, struct span s)
{
	static const char *const denied_verb[] = {"doesn't", "don't",  "won't",    "didn't",
						  "can't",   "cannot", "couldn't", "hasn't",
						  "haven't", "isn't",  "aren't",   NULL};
	static const char *const verb[] = {"does", "do",   "will", "did", "can", "could",
					   "has",  "have", "is",   "are", NULL};
	static const char *const not [] = {"not", NULL};

	for (uint32_t i = s.first; i < s.last; i++)
		if (pf_token_among(view, i, denied_verb) ||
		    (pf_token_among(view, i, verb) && i + 1 < s.last &&
		     pf_token_among(view, i + 1, not )))
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

bool pf_concedes(const struct pf_view *view, struct pf_range sentence, bool opens)
{
	struct span s = span_of(view, sentence);
	uint32_t verb = denied(view, s);

	if (opens && grants_half(view, s))
		return true;
	return (counts_failing(view, sentence, s, verb) || falls_short(view, s, verb)) &&
	       pf_own_words(view, sentence) > 0;
}

bool pf_asks_limit(const struct pf_view *view, struct pf_range question)
{
	static const char *const which[] = {"what", "which", "who", "whom", "where", NULL};
	static const char *const given[] = {"if", "happens", "when", NULL};
	static const char *const leave[] = {"leave", "left", "leaves", "exclude", "excluded", NULL};
	static const char *const not [] = {"not", "out", NULL};
	struct span s = span_of(view, question);

	if (s.last < s.first + 3 || !pf_token_among(view, s.first, which) ||
	    pf_token_among(view, s.first + 1, given))
		return false;
	return denied(view, s) < s.last || pf_tokens_any(view, s.first, s.last, leave) ||
	       pf_tokens_any(view, s.first + 1, s.first + 4 < s.last ? s.first + 4 : s.last, not );
}
