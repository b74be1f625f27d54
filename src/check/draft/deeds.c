#include "deeds.h"

#include <string.h>

#include "quants.h"
#include "said.h"

/* What follows the one who acts is an act: no article, no belief, no "not"; "we mitigate it" is
 * none, "we mitigate by phone" tells how. */
static bool act_follows(const struct pf_view *view, uint32_t i, uint32_t last)
{
	while (i < last && pf_deed_is(view, i) & (PF_WORD_SKIP | PF_WORD_MODAL))
		i++;
	return i < last && view->tokens->v[i].kind == PF_TOKEN_WORD &&
	       !(pf_deed_is(view, i) & PF_WORD_NO) &&
	       (!(pf_deed_is(view, i) & PF_WORD_IDLE) ||
		(i + 2 < last && PF_TOKEN_IS(view, i + 1, "by")));
}

/* "The office rings", not "the rings" nor "two rings". */
static bool is_act(const struct pf_view *view, uint32_t i, uint32_t first)
{
	return pf_deed_is(view, i) & PF_WORD_ACTS && i > first &&
	       view->tokens->v[i - 1].kind == PF_TOKEN_WORD &&
	       !(pf_deed_is(view, i - 1) & (PF_WORD_IDLE | PF_WORD_NO));
}

/* "The manager is reminded every quarter", "entries are kept on the tablet" */
static bool is_done(const struct pf_view *view, uint32_t i, uint32_t last)
{
	static const char *const is_are[] = {"is", "are", "be", NULL};
	static const char *const done[] = {"kept", "sent", "held", "told", "paid", "put", NULL};
	const struct pf_token *t = &view->tokens->v[i + 1 < last ? i + 1 : i];

	return i + 1 < last && pf_token_among(view, i, is_are) && t->kind == PF_TOKEN_WORD &&
	       ((t->end - t->begin > 4 && !memcmp(view->text.ptr + t->end - 2, "ed", 2)) ||
		pf_token_among(view, i + 1, done)) &&
	       !(pf_deed_is(view, i + 1) & (PF_WORD_IDLE | PF_WORD_AMISS | PF_WORD_NO));
}

/* "Late supplier (mitigation: a contract with a fine)": the act has its label. */
static bool is_remedy(const struct pf_view *view, uint32_t i, uint32_t last)
{
	static const char *const label[] = {"mitigation", "remedy", "countermeasure", NULL};
	static const char *const the[] = {"a", "an", "the", NULL};

	if (i + 3 >= last || !pf_token_among(view, i, label) || view->tokens->v[i + 1].sign != ':')
		return false;
	i += 2u + pf_token_among(view, i + 2, the);
	return !(pf_deed_is(view, i) & PF_WORD_IDLE);
}

bool pf_deed_run_acts(const struct pf_view *view, struct pf_deed_run run)
{
	for (uint32_t i = run.first; i < run.last; i++) {
		uint32_t kinds = pf_deed_is(view, i);

		if (kinds & (PF_WORD_WE | PF_WORD_THEY | PF_WORD_MODAL) &&
		    act_follows(view, i + 1, run.last))
			return true;
		if ((PF_TOKEN_IS(view, i, "then") || PF_TOKEN_IS(view, i, "must")) &&
		    i + 1 < run.last && view->tokens->v[i + 1].kind == PF_TOKEN_WORD &&
		    !(pf_deed_is(view, i + 1) & PF_WORD_NO))
			return true;
		if (is_act(view, i, run.first) || is_done(view, i, run.last) ||
		    is_remedy(view, i, run.last))
			return true;
	}
	return false;
}

bool pf_deed_acts(const struct pf_view *view, struct pf_range range)
{
	return pf_deed_run_acts(view, pf_deed_run_of(view, range));
}

bool pf_deed_puts_off(const struct pf_view *view, struct pf_range range)
{
	struct pf_deed_run run = pf_deed_run_of(view, range);

	for (uint32_t i = run.first; i + 1 < run.last; i++)
		if (pf_deed_is(view, i) & (PF_WORD_WE | PF_WORD_MODAL) &&
		    pf_deed_is(view, i + 1) & PF_WORD_IDLE)
			return true;
	return false;
}

bool pf_deed_binds(const struct pf_view *view, struct pf_range range)
{
	return pf_deed_has(view, pf_deed_run_of(view, range),
			   PF_WORD_RULE | PF_WORD_IF | PF_WORD_NO) ||
	       pf_deed_has_quant(view, range) || pf_deed_acts(view, range) ||
	       pf_range_dated(view, range);
}

bool pf_deed_names(const struct pf_view *view, struct pf_range range)
{
	static const char *const says[] = {
		"is",    "are", "was",  "were",   "be",  "will",    "would",   "can",
		"could", "has", "have", "had",    "do",  "does",    "may",     "might",
		"must",  "we",  "they", "it",     "you", "it's",    "they're", "we'll",
		"we're", "yes", "that", "that's", "i",   "they'll", "you'll",  NULL};
	struct pf_deed_run run = pf_deed_run_of(view, range);

	return !pf_tokens_any(view, run.first, run.last, says);
}

bool pf_deed_replies(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const nothing[] = {
		"some",     "many",   "several", "various", "soon",  "later", "maybe", "perhaps",
		"possibly", "sure",   "depends", "it",      "that",  "this",  "we",    "they",
		"is",       "are",    "will",    "be",      "the",   "a",     "very",  "quite",
		"all",      "good",   "fine",    "ok",      "tbd",   "see",   "and",   "of",
		"course",   "always", "great",   "best",    "other", "as",    "for",   NULL};
	struct pf_deed_run run = pf_answer_said(view, pair)->run;

	if (pf_range_empty(pair->answer) || pf_deed_waves_away(view, pair->answer) ||
	    pf_deed_puts_off(view, pair->answer))
		return false;
	return !pf_tokens_only(view, run.first, run.last, nothing);
}
