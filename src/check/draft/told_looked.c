/* Who looked, by what they did: counted, read through, asked. */
#include <string.h>

#include "told.h"
#include "words.h"

/* "I looked through 380 builds", "I noted every delay", "we kept a list": behind we, token i,
 * stands how they looked. */
bool pf_told_looked(const struct pf_view *view, uint32_t i)
{
	static const char *const looked[] = {
		"looked",   "went",   "noted",    "kept",        "logged",   "counted",
		"asked",    "timed",  "measured", "interviewed", "checked",  "visited",
		"watched",  "rang",   "called",   "recorded",    "tracked",  "analysed",
		"analyzed", "read",   "reviewed", "sampled",     "surveyed", "examined",
		"spoke",    "talked", "sat",      "rode",        "followed", "collected",
		"wrote",    "pulled", "opened",   "listed",      NULL};
	static const char *const at[] = {"at",   "through", "back",  "over",    "down", "every",
					 "each", "all",     "with",  "beside",  "a",    "the",
					 "our",  "my",      "their", "outside", "in",   "to",
					 "what", "which",   "on",    NULL};
	const struct pf_token *v = view->tokens->v;

	if (i + 2 >= view->tokens->n || v[i + 1].kind != PF_TOKEN_WORD)
		return false;
	if (v[i + 2].kind == PF_TOKEN_NUMBER)
		return v[i + 1].end - v[i + 1].begin > 3 &&
		       (pf_token_among(view, i + 1, looked) || pf_token_ends(view, i + 1, "ed"));
	return pf_token_among(view, i + 1, looked) && pf_token_among(view, i + 2, at);
}

/* Somebody of the house looked, and says so outside of a heading. */
bool pf_told_looks(const struct pf_view *view)
{
	static const char *const we[] = {"we", "i", NULL};
	uint32_t n = (uint32_t)view->tokens->n;

	for (uint32_t i = 0; (i = pf_tokens_find(view, i, n, we)) + 2 < n; i++)
		if (!(view->tokens->v[i].flags & PF_TOKEN_QUOTED) && pf_told_looked(view, i))
			return true;
	return false;
}

bool pf_told_then_and_now(const struct pf_view *view, const struct pf_ints *parts)
{
	static const char *const used[] = {"used", NULL}, *const to[] = {"to", NULL};
	static const char *const now[] = {"now", "today", "can", "don't", "no", NULL};

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *v = &view->tokens->sentences.v[s];
		uint32_t last = v->last, i;

		if (view->sentence_part[s] == PF_SENTENCE_HEADING ||
		    !pf_scope_has(parts, (enum pf_part_id)view->sentence_part[s]))
			continue;
		i = pf_tokens_find(view, v->first, v->last, used);
		if (i + 1 >= v->last || !pf_token_among(view, i + 1, to))
			continue;
		if (s + 1 < view->tokens->sentences.n &&
		    view->sentence_part[s + 1] == view->sentence_part[s])
			last = view->tokens->sentences.v[s + 1].last;
		if (pf_tokens_any(view, i, last, now))
			return true;
	}
	return false;
}
