/*
 * Half a change: "12% -> a better level", "from its usual value to 30%". Other numbers of the
 * metric may look like the end that is words; the change that is written says that they are not.
 */
#include <string.h>

#include "draft/quants.h"
#include "draft/words.h"
#include "tiers.h"

/* Tokens that are read as one side; a value of today may have brackets behind it. */
#define BEGIN_MOST 20u
#define END_MOST   10u

/* What one side of a change holds: a number, or words that are none and stand for none. */
enum side { SIDE_NOTHING, SIDE_NUMBER, SIDE_WORDS };

static bool is_arrow(const struct pf_view *view, uint32_t i, uint32_t last)
{
	const struct pf_token *t = &view->tokens->v[i];

	return pf_token_is_arrow(view, i) ||
	       (pf_token_is_sign(t, '-') && i + 1 < last && pf_token_is_sign(t + 1, '>') &&
		!(t[1].flags & PF_TOKEN_SPACED));
}

static bool ends_side(const struct pf_token *t)
{
	return t->kind == PF_TOKEN_SIGN && t->sign && strchr(".;:|?!>", t->sign);
}

/* "None", "not measured", "all": a value in a word, or that there is none yet. */
static bool stands_for_value(const struct pf_view *view, uint32_t i)
{
	static const char *const words[] = {"unknown",  "none", "no",        "not",       "nothing",
					    "nobody",   "zero", "nil",       "never",     "new",
					    "all",      "each", "every",     "n",         "na",
					    "tbd",      "open", "half",      "once",      "twice",
					    "everyone", "same", "overnight", "immediate", NULL};

	return pf_token_among(view, i, words);
}

/* Of the tokens [first, last). "Fewer by June 2028" holds a day, and no value. */
static enum side side_of(const struct pf_view *view, uint32_t first, uint32_t last)
{
	const struct pf_token *v = view->tokens->v;
	enum side side = SIDE_NOTHING;
	size_t from, to;

	if (first >= last)
		return SIDE_NOTHING;
	pf_view_quants(view, (struct pf_range){v[first].begin, v[last - 1].end}, &from, &to);
	for (; from < to; from++)
		if (!pf_quant_is_date(&view->quants->v[from]))
			return SIDE_NUMBER;
	for (uint32_t i = first; i < last; i++) {
		if (stands_for_value(view, i))
			return SIDE_NUMBER;
		if (v[i].kind == PF_TOKEN_WORD)
			side = SIDE_WORDS;
	}
	return side;
}

/* The first token of the side that ends before token `at`. */
static uint32_t side_begin(const struct pf_view *view, uint32_t first, uint32_t at)
{
	uint32_t least = at > first + BEGIN_MOST ? at - BEGIN_MOST : first, i = at;

	while (i > least && !ends_side(&view->tokens->v[i - 1]) &&
	       !(i < at && view->tokens->v[i].flags & (PF_TOKEN_SENTENCE | PF_TOKEN_BLOCK)))
		i--;
	return i;
}

/* One past the last token of the side that begins at `at`. */
static uint32_t side_end(const struct pf_view *view, uint32_t at, uint32_t last)
{
	uint32_t most = last > at + END_MOST ? at + END_MOST : last, i = at;

	while (i < most && !ends_side(&view->tokens->v[i]) &&
	       !(i > at && view->tokens->v[i].flags & (PF_TOKEN_SENTENCE | PF_TOKEN_BLOCK)))
		i++;
	return i;
}

/* "From 4% to a better level", "from its usual value to 30%": the ends of the change that begins at
 * the word "from", if it has both. */
static bool ends_of_from(const struct pf_view *view, uint32_t i, uint32_t last, uint32_t *to,
			 uint32_t *stop)
{
	static const char *const word[] = {"to", NULL};
	uint32_t end = side_end(view, i + 1, last);

	*to = pf_tokens_find(view, i + 1, end, word);
	*stop = side_end(view, *to + 1, last);
	return *to > i + 1 && *to < end && *to + 1 < *stop;
}

/* "4 -> 9" has both of its ends, "4 -> more" one. */
static struct pf_open_ends ends_of_arrow(const struct pf_view *view, uint32_t first, uint32_t i,
					 uint32_t last)
{
	uint32_t behind = i + (pf_token_is_sign(&view->tokens->v[i], '-') ? 2 : 1);
	enum side from = side_of(view, side_begin(view, first, i), i);
	enum side to = side_of(view, behind, side_end(view, behind, last));

	return (struct pf_open_ends){.begin = from == SIDE_WORDS && to == SIDE_NUMBER,
				     .end = from == SIDE_NUMBER && to == SIDE_WORDS};
}

static bool begins_at(const struct pf_view *view, uint32_t quant, uint32_t token)
{
	return quant < view->quants->n && view->quants->v[quant].first == token;
}

/* Unlike an arrow, "from ... to ..." may also tell of a way: one end has to be the metric's. */
static struct pf_open_ends ends_in_words(const struct pf_view *view, const struct pf_metric *m,
					 uint32_t i, uint32_t last)
{
	struct pf_open_ends open = {false, false};
	uint32_t to, stop;

	if (!ends_of_from(view, i, last, &to, &stop))
		return open;
	open.begin = begins_at(view, m->target, to + 1) && side_of(view, i + 1, to) == SIDE_WORDS;
	open.end = begins_at(view, m->baseline, i + 1) && side_of(view, to + 1, stop) == SIDE_WORDS;
	return open;
}

struct pf_open_ends pf_tiers_open_ends(const struct pf_view *view, const struct pf_metric *m)
{
	static const char *const from[] = {"from", NULL};
	const struct pf_word_list *words = pf_word_list_of(view, from);
	uint32_t first = pf_tokens_at(view->tokens, m->whole.begin);
	uint32_t last = pf_tokens_at(view->tokens, m->whole.end);
	struct pf_open_ends open = {false, false}, here;

	for (uint32_t i = first; i < last; i++) {
		if (view->tokens->v[i].kind == PF_TOKEN_SIGN && is_arrow(view, i, last))
			here = ends_of_arrow(view, first, i, last);
		else if (pf_token_in_list(view, i, words))
			here = ends_in_words(view, m, i, last);
		else
			continue;
		open.begin = open.begin || here.begin;
		open.end = open.end || here.end;
	}
	return open;
}
