/* Whether an answer begins with the answer: yes or no, a number, what was asked for. */
#include <string.h>

#include "draft/deed_words.h"
#include "draft/quants.h"
#include "draft/said.h"
#include "pairs.h"

/* A first sentence that can be said in one breath is an answer; a longer one winds up to it. */
#define FRONT_WORDS  24
#define CLAUSE_WORDS 12u /* the half of it, before a comma */
#define SOON_TOKENS  5u

/* "We refund the fee", "tightness can't be told from a photo": so it begins. */
static bool acts_or_denies(const struct pf_view *view, struct pf_range opening)
{
	static const char *const mind[] = {"believe", "think",      "know", "feel", "see",
					   "take",    "understand", "want", "like", NULL};
	struct pf_deed_run run = pf_deed_run_of(view, opening);

	if (run.first + 1 < run.last && pf_deed_is(view, run.first) & PF_WORD_WE &&
	    !pf_view_is_stop(view, run.first + 1) && !pf_token_among(view, run.first + 1, mind))
		return true;
	run.last = run.first + SOON_TOKENS < run.last ? run.first + SOON_TOKENS : run.last;
	return pf_deed_has(view, run, PF_WORD_NO);
}

/* "Yes, all of them can", "Both, and in that order" */
static bool says_yes(const struct pf_view *view, struct pf_deed_run run)
{
	static const char *const replies[] = {"yes",     "always", "both", "neither", "either",
					      "nothing", "nobody", "all",  "only",    NULL};

	return pf_token_among(view, run.first, replies);
}

/* "What is X?" "X is a", "It's a": the sentence says at once what it is. */
static bool defines(const struct pf_view *view, struct pf_deed_run asked, struct pf_deed_run run)
{
	static const char *const what[] = {"what", "who", NULL};
	static const char *const is[] = {"is", "are", "it's", "they're", "be", NULL};
	static const char *const winds[] = {"there", "this", "that", "before", "as", NULL};
	uint32_t soon =
		run.first + SOON_TOKENS + 1 < run.last ? run.first + SOON_TOKENS + 1 : run.last;

	if (!PF_TOKEN_IS(view, asked.first, "what's") &&
	    !(pf_token_among(view, asked.first, what) && pf_token_among(view, asked.first + 1, is)))
		return false;
	return !pf_token_among(view, run.first, winds) && pf_tokens_any(view, run.first, soon, is);
}

/* A comma, a colon, a bracket, or a dash that joins no two words. */
static bool ends_clause(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *t = &view->tokens->v[i];

	if (t->kind != PF_TOKEN_SIGN || !t->sign)
		return false;
	return strchr(",;:(", t->sign) ||
	       (t->sign == '-' && (t->end - t->begin > 1 || t->flags & PF_TOKEN_SPACED));
}

/* Where its first clause ends: at such a sign, or before "but" and "because". */
static uint32_t clause_end(const struct pf_view *view, struct pf_deed_run run)
{
	static const char *const joins[] = {"but", "because", "so", NULL};
	uint32_t i = run.first + 1;

	while (i < run.last && !pf_token_among(view, i, joins) && !ends_clause(view, i))
		i++;
	return i;
}

#define HEADING_WORDS 5u /* "Biggest risks and mitigations?" */

/* It asks for more than yes or no. */
static bool is_open(const struct pf_view *view, const struct pf_said *question)
{
	static const char *const asks[] = {"what", "what's", "which", "who", "where",
					   "when", "why",    "how",   NULL};
	static const char *const whether[] = {"is",     "are", "was",   "were", "do",    "does",
					      "did",    "can", "could", "will", "would", "may",
					      "should", "has", "have",  NULL};

	return pf_token_among(view, question->run.first, asks) ||
	       (question->words <= HEADING_WORDS &&
		!pf_token_among(view, question->run.first, whether));
}

/* "Trust, and a fair price", "skippers need a berth, and a list on paper has none": what was asked
 * for is named, or said in a short clause. What leads up to it begins with when, where or "there
 * are", or with how it was. */
static bool names_at_once(const struct pf_view *view, struct pf_deed_run run)
{
	static const char *const leads[] = {
		"before", "while", "although", "though", "when",      "if",   "since", "as",
		"given",  "once",  "there",    "this",   "that",      "it",   "these", "our",
		"we",     "today", "now",      "well",   "currently", "many", NULL};
	static const char *const fronted[] = {"in",    "on",      "at",     "by",      "from",
					      "for",   "with",    "during", "after",   "to",
					      "under", "without", "over",   "through", NULL};
	static const char *const was[] = {"was", "were", "has", "have", "had", "been", "got", NULL};
	uint32_t end = clause_end(view, run);
	struct pf_range clause;

	if (end >= run.last || pf_token_among(view, run.first, leads) ||
	    pf_token_ends(view, run.first, "ly") || pf_tokens_any(view, run.first, end, was))
		return false;
	if (view->tokens->v[end].sign == ',' && pf_token_among(view, run.first, fronted))
		return false;
	clause = (struct pf_range){view->tokens->v[run.first].begin, view->tokens->v[end].begin};
	return pf_tokens_words(view->tokens, clause) <= CLAUSE_WORDS;
}

/* The first sentence, or what of it stands in the answer. */
static struct pf_range opening_of(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t first, last;

	pf_view_sentences(view, pair->answer, &first, &last);
	return first < last ? pf_deed_sentence_in(view, first, pair->answer)
			    : (struct pf_range){0, 0};
}

bool pf_pair_front(const struct pf_view *view, const struct pf_rule *rule,
		   const struct pf_pair *pair)
{
	static const char *const would[] = {"would", "when", NULL};
	static const char *const when[] = {"when", NULL}, *const if_[] = {"if", NULL};
	struct pf_range opening = opening_of(view, pair);
	const struct pf_said *question = pf_question_said(view, pair);
	struct pf_deed_run run;

	if (pf_range_empty(opening))
		return false;
	run = pf_deed_run_of(view, opening);
	/* "What would stop you?" "If ...", "What if they buy it?" "Then ...": the condition is what
	 * was asked for, or what follows from it, however long. */
	if ((pf_said_any(view, question, would) && PF_TOKEN_IS(view, run.first, "if")) ||
	    (pf_said_any(view, question, if_) && PF_TOKEN_IS(view, run.first, "then")) ||
	    (pf_said_any(view, question, when) && pf_range_dated(view, opening)))
		return true;
	/* "42 CFR 482.43: ..." is the rule that was asked for. */
	return acts_or_denies(view, opening) || says_yes(view, run) ||
	       defines(view, question->run, run) ||
	       (is_open(view, question) && names_at_once(view, run)) ||
	       view->tokens->v[run.first].kind == PF_TOKEN_NUMBER ||
	       pf_answer_has(view, rule, PF_PAIR_NUMBER, opening) ||
	       pf_view_any(view, rule->lists, rule->n_lists, opening, NULL) ||
	       pf_tokens_words(view->tokens, opening) <= FRONT_WORDS;
}
