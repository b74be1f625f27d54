/* Promises of a gain by a word of degree where an amount is due. */
#include "pitfalls.h"

#include <string.h>

#include "draft/deed_words.h"
#include "draft/quants.h"
#include "draft/words.h"

enum promise_kind {
	PROMISE_COMPARES,  /* "fewer": a promise where it is "far fewer" */
	PROMISE_MORE,      /* "more often" */
	PROMISE_DEGREE,    /* "considerably", "well above" */
	PROMISE_ADJECTIVE, /* "a clear" reduction */
};

/* What is not named here is told by how it ends. */
static const struct {
	const char *word;
	enum promise_kind kind;
} kinds[] = {
	{"significant", PROMISE_ADJECTIVE},
	{"substantial", PROMISE_ADJECTIVE},
	{"considerable", PROMISE_ADJECTIVE},
	{"dramatic", PROMISE_ADJECTIVE},
	{"drastic", PROMISE_ADJECTIVE},
	{"noticeable", PROMISE_ADJECTIVE},
	{"marked", PROMISE_ADJECTIVE},
	{"clear", PROMISE_ADJECTIVE},
	{"more", PROMISE_MORE},
};

static bool ends_in(struct pf_slice word, const char *end)
{
	size_t n = strlen(end);

	return word.len >= n &&
	       pf_slice_equal_nocase(pf_slice_cut(word, word.len - n, word.len), pf_slice_of(end));
}

static enum promise_kind kind_of(struct pf_slice word)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (pf_slice_equal_nocase(word, pf_slice_of(kinds[i].word)))
			return kinds[i].kind;
	return ends_in(word, "er") || ends_in(word, "less") ? PROMISE_COMPARES : PROMISE_DEGREE;
}

/* "More often", "more accurate": better, and not more of something. */
static bool is_of_degree(const struct pf_view *view, const struct pf_phrase_hit *hit,
			 const struct pf_sentence *s)
{
	static const char *const degrees[] = {
		"often",      "accurate",     "accurately",  "reliable", "reliably",
		"satisfied",  "confident",    "productive",  "precise",  "precisely",
		"consistent", "consistently", "comfortable", "time",     NULL};

	return hit->last < s->last && pf_token_among(view, hit->last, degrees);
}

/* "A clear reduction": the noun says that it is a change. */
static bool is_of_change(const struct pf_view *view, const struct pf_phrase_hit *hit,
			 const struct pf_sentence *s)
{
	static const char *const changes[] = {
		"reduction", "reductions", "improvement", "improvements",
		"increase",  "increases",  "decrease",    "drop",
		"fall",      "rise",       "gain",        "gains",
		"savings",   "decline",    "growth",      NULL};

	return hit->last < s->last && pf_token_among(view, hit->last, changes);
}

/* "Not faster", "if it improves", "may relieve", "it would be quicker", "how quickly": said before
 * the word, it holds for it. Doubt holds wherever it stands: "It may help; I doubt it". */
static bool is_taken_back(const struct pf_view *view, const struct pf_phrase_hit *hit,
			  const struct pf_sentence *s)
{
	static const char *const before[] = {"may",  "might", "could",   "would", "it'd", "they'd",
					     "we'd", "i'd",   "whether", "how",   NULL};
	static const char *const doubt[] = {"doubt",   "guess", "perhaps", "maybe",
					    "unknown", "fear",  "worry",   NULL};
	struct pf_deed_run run = {s->first, hit->first};

	return pf_deed_has(view, run, PF_WORD_NO | PF_WORD_IF) ||
	       pf_tokens_any(view, s->first, hit->first, before) ||
	       pf_tokens_any(view, s->first, s->last, doubt);
}

#define THAN_NEAR 6u /* tokens */

/* "Faster than the post", "reduces it from hours to minutes": weighed, if not with a number. Than
 * today, it has to be. */
static bool is_weighed(const struct pf_view *view, const struct pf_phrase_hit *hit,
		       const struct pf_sentence *s)
{
	static const char *const than[] = {"than", "from", NULL};
	static const char *const now[] = {"today", "now",       "before", "last",
					  "ever",  "currently", NULL};
	uint32_t last = hit->first + THAN_NEAR < s->last ? hit->first + THAN_NEAR : s->last;
	uint32_t at = pf_tokens_find(view, hit->first, last, than);

	return at < last && !(at + 1 < s->last && pf_token_among(view, at + 1, now));
}

/* "Far fewer" */
static bool is_heightened(const struct pf_view *view, const struct pf_phrase_hit *hit,
			  const struct pf_sentence *s)
{
	static const char *const degrees[] = {"far", "much", "considerably", "significantly", NULL};

	return hit->first > s->first && pf_token_among(view, hit->first - 1, degrees);
}

/* "The choices vary dramatically", "can change considerably": how things are, and no gain. */
static bool is_spread(const struct pf_view *view, const struct pf_phrase_hit *hit,
		      const struct pf_sentence *s)
{
	static const char *const verbs[] = {"vary",    "varies", "varied",  "differ",
					    "differs", "change", "changes", NULL};

	return hit->first > s->first && pf_token_among(view, hit->first - 1, verbs);
}

/* It will be, or is wanted to be. */
static bool is_ahead(const struct pf_view *view, const struct pf_phrase_hit *hit,
		     const struct pf_sentence *s)
{
	static const char *const wants[] = {"want", "wants", "expect", "expects", NULL};

	return pf_tokens_any(view, s->first, hit->first, wants) ||
	       pf_deed_has(view, (struct pf_deed_run){s->first, hit->first}, PF_WORD_MODAL);
}

/* An answer speaks of much that is no gain: what they do "more often". */
static bool is_promised(const struct pf_view *view, const struct pf_phrase_hit *hit,
			const struct pf_sentence *s, enum promise_kind kind)
{
	bool answer = view->sentence_part[pf_sentence_of(view->tokens, hit->first)] == PF_PART_FAQ;

	switch (kind) {
	case PROMISE_ADJECTIVE: return is_of_change(view, hit, s);
	case PROMISE_MORE: return is_of_degree(view, hit, s) && (!answer || is_ahead(view, hit, s));
	case PROMISE_DEGREE: return true;
	case PROMISE_COMPARES: break;
	}
	return false;
}

/* Any number tells how much; beside a degree only one that is to be reached does: "significantly
 * below today's 13 within two years" leaves it open. */
static bool tells_amount(const struct pf_view *view, size_t sentence,
			 const struct pf_sentence *near, enum promise_kind kind)
{
	size_t first, last;

	if (kind != PROMISE_DEGREE && kind != PROMISE_ADJECTIVE)
		return view->quants->sentences.v[sentence].n > 0;
	pf_view_quants(view, (struct pf_range){near->begin, near->end}, &first, &last);
	for (; first < last; first++)
		if (view->quants->v[first].role == PF_ROLE_TARGET ||
		    view->quants->v[first].role == PF_ROLE_DELTA)
			return true;
	return false;
}

/* Tables hold numbers beside what they measure; a benefit's row without any promises as a line
 * does.
 */
static bool is_in_figures(const struct pf_view *view, size_t sentence)
{
	size_t first, last;

	if (!view->in_table[sentence])
		return false;
	if (view->sentence_part[sentence] != PF_PART_BENEFITS)
		return true;
	pf_view_quants(view, pf_row_at(view, view->tokens->sentences.v[sentence].begin), &first,
		       &last);
	return first < last;
}

#define BESIDE 6u /* sentences to each side: as far as a reader's eye goes */

/* A sentence of the same paragraph tells how much. */
static bool is_told_beside(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *all = view->tokens->sentences.v;
	const struct pf_token *tokens = view->tokens->v;
	size_t first = sentence, n = view->tokens->sentences.n;

	while (first && sentence - first < BESIDE &&
	       !(tokens[all[first].first].flags & PF_TOKEN_BLOCK))
		first--;
	for (size_t i = first; i < n && i <= sentence + BESIDE; i++) {
		if (i > sentence && tokens[all[i].first].flags & PF_TOKEN_BLOCK)
			return false;
		if (i != sentence && pf_sentence_numbered(view, i))
			return true;
	}
	return false;
}

/* Parts in which a gain is promised. Metrics are, but they explain as well: there only a degree
 * ("to rise significantly") stands where the number should. */
static bool is_place(enum pf_part_id part, enum promise_kind kind)
{
	switch (part) {
	case PF_PART_HEADLINE:
	case PF_PART_SUBHEADING:
	case PF_PART_SUMMARY:
	case PF_PART_SOLUTION:
	case PF_PART_BENEFITS:
	case PF_PART_FAQ: return true;
	case PF_PART_METRICS: return kind == PROMISE_DEGREE || kind == PROMISE_ADJECTIVE;
	default: return false;
	}
}

#define REACH 40u /* tokens: what is said further off, in a list without end, is apart */

/* What of the sentence stands near the word. */
static struct pf_sentence near_of(const struct pf_view *view, const struct pf_sentence *s,
				  const struct pf_phrase_hit *hit)
{
	struct pf_sentence near = *s;

	if (hit->first - s->first > REACH)
		near.first = hit->first - REACH;
	if (s->last - hit->last > REACH)
		near.last = hit->last + REACH;
	near.begin = view->tokens->v[near.first].begin;
	near.end = view->tokens->v[near.last - 1].end;
	return near;
}

static bool is_promise(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	size_t sentence = pf_sentence_of(view->tokens, hit->first);
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	struct pf_sentence near = near_of(view, s, hit);
	enum promise_kind kind = kind_of(pf_slice_cut(view->text, hit->begin, hit->end));
	uint8_t part = view->sentence_part[sentence];

	if (kind == PROMISE_COMPARES && is_heightened(view, hit, s))
		kind = PROMISE_DEGREE;
	if (part == PF_SENTENCE_HEADING || !is_place((enum pf_part_id)part, kind) ||
	    is_in_figures(view, sentence) || tells_amount(view, sentence, &near, kind) ||
	    s->words < 2 || pf_sentence_asks(view, sentence) ||
	    view->tokens->v[hit->first].flags & PF_TOKEN_QUOTED)
		return false;
	if (!is_promised(view, hit, &near, kind) || is_spread(view, hit, s) ||
	    (part != PF_PART_FAQ && is_told_beside(view, sentence)))
		return false;
	return (kind == PROMISE_DEGREE || !is_weighed(view, hit, s)) &&
	       !is_taken_back(view, hit, &near);
}

size_t pf_promises_count(const struct pf_view *view, struct pf_range *first)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_promises, PF_ANYWHERE);
	size_t n = 0;

	for (size_t i = 0; i < hits.n; i++) {
		if (!is_promise(view, &hits.v[i]) || n++)
			continue;
		first->begin = hits.v[i].begin;
		first->end =
			view->tokens->sentences.v[pf_sentence_of(view->tokens, hits.v[i].first)]
				.end;
	}
	return n;
}
