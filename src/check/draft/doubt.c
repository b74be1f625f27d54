#include "doubt.h"

#include "answers.h"
#include "deed_words.h"
#include "quants.h"
#include "words.h"

#define GUESS_WORDS 10 /* "I expect a smaller effect, around 25 days" */

static const char *const me[] = {"i", "we", "i'd", "we'd", NULL};

/* "I'd count on", "we think", "here I must assume": behind whoever guesses stands how. */
static bool guesses_at(const struct pf_view *view, uint32_t i)
{
	static const char *const must[] = {"must", "can", "would", NULL};
	static const char *const guess[] = {"guess",   "guessed", "think", "reckon", "figure",
					    "figured", "suppose", "bet",   "assume", NULL};
	static const char *const would[] = {"i'd", "we'd", NULL};
	static const char *const bet[] = {"count", "say", "put", NULL};
	uint32_t at;

	if (!pf_token_among(view, i, me))
		return false;
	at = i + 1 + pf_token_among(view, i + 1, must);
	return pf_token_among(view, at, guess) ||
	       (pf_token_among(view, i, would) && pf_token_among(view, i + 1, bet));
}

/* "We expect to stay within the $1.6M": the number was given. */
static bool is_limit(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const within[] = {"within", "inside", NULL};
	uint32_t from = q->first > 4 ? q->first - 4 : 0;

	return pf_tokens_any(view, from, q->first, within);
}

bool pf_doubt_guesses(const struct pf_view *view, size_t quant)
{
	static const char *const maybe[] = {"maybe", "perhaps", NULL};
	const struct pf_quant *q = &view->quants->v[quant];
	size_t sentence = pf_quant_sentence(view, q);
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint32_t i = q->first > s->first + GUESS_WORDS ? q->first - GUESS_WORDS : s->first;
	bool said = q->first > s->first && pf_token_among(view, q->first - 1, maybe);

	if (!said && !pf_sentence_may(view, sentence, me)) /* most: the rest need not be asked */
		return false;
	if (q->base == PF_QUANT_MULTIPLIER || is_limit(view, q))
		return false;
	if (said)
		return true;
	while (i + 1 < q->first && !guesses_at(view, i))
		i++;
	return i + 1 < q->first;
}

static const char *const depend[] = {"depend", "depends", "hang", "hangs", NULL};

bool pf_doubt_hangs(const struct pf_view *view, uint32_t first, uint32_t last)
{
	static const char *const whether[] = {"whether", "if", NULL};

	size_t in = pf_sentence_of(view->tokens, first);

	if (last <= view->tokens->sentences.v[in].last && !pf_sentence_may(view, in, depend))
		return false;
	for (uint32_t i = first; i + 2 < last; i++)
		if (pf_token_among(view, i, depend) && PF_TOKEN_IS(view, i + 1, "on") &&
		    (pf_token_among(view, i + 2, whether) || pf_token_among(view, first, whether)))
			return true;
	return false;
}

/* "We know by week 16", "we'd know in July", "we'll learn it from the pilot": and not before. */
static bool knows_later(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	static const char *const know[] = {"know", "learn", NULL};
	static const char *const will[] = {"will", "would", "shall", "only", NULL};
	static const char *const when[] = {"by", "in", "after", "when", "at", NULL};
	static const char *const which[] = {"which", "what", "whom", "the", NULL};

	if (!pf_sentence_may(view, sentence, know) ||
	    PF_TOKEN_IS(view, s->first, "how")) /* a heading: "How we will know" */
		return false;
	for (uint32_t i = s->first; i + 2 < s->last; i++) {
		uint32_t at = i + 1 + pf_token_among(view, i + 1, will);

		if (!(pf_deed_is(view, i) & PF_WORD_WE) || !pf_token_among(view, at, know))
			continue;
		if (at > i + 1 || pf_deed_is(view, i) & PF_WORD_MODAL ||
		    (pf_token_among(view, at + 1, when) && !pf_token_among(view, at + 2, which)))
			return true;
	}
	return false;
}

/* "Drivers do not know when": who they are stands before it, and is not the writer. */
static bool of_others(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	static const char *const verb[] = {"do",   "does",    "don't", "doesn't", "not",
					   "have", "haven't", "can't", "cannot",  NULL};
	static const char *const mine[] = {"i",     "we",    "nobody", "you",  "one",  "what",
					   "still", "yet",   "really", "also", "and",  "but",
					   "is",    "are",   "was",    "were", "it's", "simply",
					   "i'm",   "we're", "that",   "this", "it",   NULL};

	return hit->first && pf_token_among(view, hit->first, verb) &&
	       view->tokens->v[hit->first - 1].kind == PF_TOKEN_WORD &&
	       !(view->tokens->v[hit->first].flags & PF_TOKEN_SENTENCE) &&
	       !pf_token_among(view, hit->first - 1, mine);
}

bool pf_doubt_admitted(const struct pf_view *view, const uint32_t *lists, size_t n, size_t sentence,
		       struct pf_range *at)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	struct pf_range range = pf_sentence_range(view, sentence);

	for (size_t i = 0; i < n; i++) {
		struct pf_hits hits = pf_view_hits(view, lists[i], range);

		for (size_t h = 0; h < hits.n; h++) {
			if (view->tokens->v[hits.v[h].first].flags & PF_TOKEN_QUOTED ||
			    of_others(view, &hits.v[h]))
				continue;
			*at = (struct pf_range){hits.v[h].begin, hits.v[h].end};
			return true;
		}
	}
	*at = range;
	return (pf_sentence_may(view, sentence, depend) &&
		pf_doubt_hangs(view, s->first, s->last)) ||
	       knows_later(view, sentence);
}

/* "We'll ask at enrolment", "we shall ring them all": whoever is asked will tell. */
static bool will_ask(const struct pf_view *view, const struct pf_sentence *s)
{
	static const char *const ask[] = {"ask", "ring",  "phone", "look",    "looks", "watch",
					  "see", "learn", "find",  "compare", NULL};

	for (uint32_t i = s->first; i < s->last; i++)
		if (pf_deed_is(view, i) & (PF_WORD_WE | PF_WORD_MODAL) &&
		    pf_tokens_any(view, i + 1, i + 4 < s->last ? i + 4 : s->last, ask))
			return true;
	return false;
}

static bool tests(const struct pf_view *view, size_t sentence)
{
	struct pf_range range = pf_sentence_range(view, sentence);

	return pf_view_has(view, PF_LIST_next_tests, range) ||
	       (pf_deed_has(view, pf_deed_run_of(view, range), PF_WORD_IF) &&
		pf_deed_has_quant(view, range)) ||
	       will_ask(view, &view->tokens->sentences.v[sentence]);
}

static bool settles(const struct pf_view *view, size_t sentence)
{
	return pf_sentence_dated(view, sentence) || tests(view, sentence) ||
	       pf_view_has(view, PF_LIST_assumption_tests, pf_sentence_range(view, sentence));
}

/* Sentences [*first, *last) that are read with the words at that place. */
static void around(const struct pf_view *view, struct pf_range at, size_t *first, size_t *last)
{
	size_t n, s = pf_sentence_of(view->tokens, pf_tokens_at(view->tokens, at.begin));
	const struct pf_pair *pair = pf_answer_at(view, at.begin);
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t b = pf_doc_block_at(view->doc, at.begin);
	struct pf_range place = pf_row_at(view, at.begin);
	bool row = !pf_range_empty(place);

	if (!row && pair && !pf_range_empty(pair->answer))
		place = pair->answer;
	else if (!row)
		place = b != PF_DOC_NONE ? (struct pf_range){blocks[b].begin, blocks[b].end}
					 : pf_sentence_range(view, s);
	if (row || at.begin < place.begin) /* the question; all of its answer */
		pf_view_sentences(view, place, first, last);
	else
		pf_view_sentences_beside(view, place, s, first, last);
}

static bool any_around(const struct pf_view *view, struct pf_range at,
		       bool (*holds)(const struct pf_view *, size_t))
{
	size_t first, last;

	for (around(view, at, &first, &last); first < last; first++)
		if (holds(view, first))
			return true;
	return false;
}

bool pf_doubt_dated(const struct pf_view *view, struct pf_range at)
{
	return any_around(view, at, pf_sentence_dated);
}

bool pf_doubt_tested(const struct pf_view *view, struct pf_range at)
{
	return any_around(view, at, tests);
}

bool pf_doubt_settled(const struct pf_view *view, struct pf_range at)
{
	return any_around(view, at, settles);
}
