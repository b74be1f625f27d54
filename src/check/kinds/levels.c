#include "levels.h"

#include <string.h>

#include "draft/words.h"

#define PHRASE_MOST 6u /* tokens of "a very much better rate" */

/* What may stand right before a value. */
static bool leads(const struct pf_view *view, uint32_t at)
{
	static const char *const words[] = {"from",  "to",    "at",     "below", "above", "under",
					    "over",  "than",  "is",     "was",   "are",   "were",
					    "about", "near",  "around", "until", "into",  "least",
					    "most",  "today", "now",    NULL};
	const struct pf_token *t = &view->tokens->v[at];

	return !at || t->flags & (PF_TOKEN_SENTENCE | PF_TOKEN_LINE | PF_TOKEN_BLOCK) ||
	       t[-1].kind == PF_TOKEN_SIGN || pf_token_among(view, at - 1, words);
}

static bool is_number(const struct pf_view *view, uint32_t at)
{
	return at < view->tokens->n && view->tokens->v[at].kind == PF_TOKEN_NUMBER;
}

static bool is_sign_of(const struct pf_view *view, uint32_t at, const char *signs)
{
	const struct pf_token *t = &view->tokens->v[at];

	return t->kind == PF_TOKEN_SIGN && t->sign && strchr(signs, t->sign) &&
	       !(t->flags & PF_TOKEN_BLOCK);
}

/* "Today's level (31%)", "the current rate of 31%", "31%, its usual value": the words only say
 * again what the number is. */
static bool has_number(const struct pf_view *view, uint32_t first, uint32_t last)
{
	if (is_number(view, last + 1) &&
	    (PF_TOKEN_IS(view, last, "of") || is_sign_of(view, last, "(,:=")))
		return true;
	if (!first || !is_sign_of(view, first - 1, ",(="))
		return false;
	return is_number(view, first - 2) ||
	       (first >= 3 && is_sign_of(view, first - 2, "%") && is_number(view, first - 3));
}

/* "Its usual", "a much better", "today's", behind the noun at `noun`: where the phrase begins;
 * `noun` when it says nothing of how high. */
static uint32_t phrase_begin(const struct pf_view *view, uint32_t noun)
{
	static const char *const whose[] = {"a",    "an",   "the",     "its",     "their", "our",
					    "your", "this", "today's", "present", NULL};
	uint32_t i = noun, least = noun > PHRASE_MOST ? noun - PHRASE_MOST : 0;

	while (i > least && view->tokens->v[i - 1].kind == PF_TOKEN_WORD &&
	       !(view->tokens->v[i].flags & PF_TOKEN_SENTENCE)) {
		i--;
		if (pf_token_among(view, i, whose))
			return i;
	}
	return noun;
}

/* "Its usual", "a better", "today's": the words before the noun say how high, and of which time. */
static bool is_graded(const struct pf_view *view, uint32_t first, uint32_t noun)
{
	static const char *const grades[] = {
		"usual",      "normal",      "typical",     "ordinary", "current",     "present",
		"existing",   "today's",     "better",      "higher",   "lower",       "good",
		"healthy",    "acceptable",  "reasonable",  "decent",   "great",       "big",
		"large",      "marked",      "strong",      "clear",    "significant", "meaningful",
		"noticeable", "competitive", "respectable", NULL};

	return pf_tokens_any(view, first, noun, grades);
}

/* "A level to be proud of", "a rate we can live with", "a rate that suits us" */
static bool is_praised(const struct pf_view *view, uint32_t first, uint32_t noun)
{
	static const char *const on[] = {"to", "we", "that", "which", "everyone", "they", NULL};
	static const char *const a[] = {"a", "an", NULL};

	return pf_token_among(view, first, a) && pf_token_among(view, noun + 1, on) &&
	       !is_number(view, noun + 2);
}

/* "A level to be proud of" is a value wherever it stands. */
static bool is_to_be(const struct pf_view *view, uint32_t noun)
{
	return PF_TOKEN_IS(view, noun + 1, "to") && PF_TOKEN_IS(view, noun + 2, "be");
}

static bool is_noun_phrase(const struct pf_view *view, uint32_t noun, uint32_t *first)
{
	*first = phrase_begin(view, noun);
	return *first < noun && (is_to_be(view, noun) || leads(view, *first)) &&
	       !PF_TOKEN_IS(view, noun + 1, "of") &&
	       (is_graded(view, *first, noun) || is_praised(view, *first, noun));
}

/* "Where it stands now", "what we see today", "as it is at present" */
static bool is_clause(const struct pf_view *view, uint32_t first, uint32_t *last)
{
	static const char *const who[] = {"it", "we", "they", "things", "that", "this", NULL};
	static const char *const is[] = {"is",   "are",  "stand", "stands", "was",
					 "were", "have", "see",   NULL};
	static const char *const now[] = {"now", "today", "currently", NULL};

	/* "One in 14 is what it is now" has told it. */
	if (first && PF_TOKEN_IS(view, first, "what") && pf_token_among(view, first - 1, is))
		return false;
	if (!pf_token_among(view, first + 1, who) || !pf_token_among(view, first + 2, is))
		return false;
	*last = first + 4;
	return pf_token_among(view, first + 3, now);
}

bool pf_level_told(const struct pf_view *view, size_t sentence, struct pf_word_hit *out)
{
	static const char *const heads[] = {
		"level",       "levels",       "value", "values", "rate", "rates", "pace",
		"improvement", "improvements", "where", "what",   "as",   NULL};
	static const char *const clauses[] = {"where", "what", "as", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	if (!pf_sentence_may(view, sentence, heads))
		return false;
	for (uint32_t i = s->first; (i = pf_tokens_find(view, i, s->last, heads)) < s->last; i++) {
		uint32_t begin = i, end = i + 1;

		if (i + 4 >= view->tokens->n)
			return false;
		if (!(pf_token_among(view, i, clauses) ? is_clause(view, i, &end)
						       : is_noun_phrase(view, i, &begin)) ||
		    has_number(view, begin, end))
			continue;
		*out = (struct pf_word_hit){view->tokens->v[begin].begin,
					    view->tokens->v[end - 1].end, begin, end, PF_LIST_NONE};
		return true;
	}
	return false;
}
