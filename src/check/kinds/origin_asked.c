/* Which numbers without a source are worth a question: not what anybody can count, what one tells
 * of their own life, or what is called a guess. They earn nothing all the same. */
#include "draft/equation.h"
#include "draft/own.h"
#include "draft/quants.h"
#include "draft/told.h"
#include "draft/words.h"
#include "origins.h"

/* "She starts at seven, forty minutes away": in the story of one person nobody asks who counted. */
static bool tells_of_one(const struct pf_view *view, size_t quant)
{
	static const char *const one[] = {"she", "he", "her", "his", "him", "hers", NULL};
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t b = pf_doc_block_at(view->doc, view->quants->v[quant].begin);

	return b != PF_DOC_NONE && pf_tokens_any(view, pf_tokens_at(view->tokens, blocks[b].begin),
						 pf_tokens_at(view->tokens, blocks[b].end), one);
}

/* "72 cows", "nine metres", "61,000 people we pay": whoever writes of them can count or measure
 * them. A share, a price, a time or a value of today somebody must have found out. */
static bool is_plain_count(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	return (q->base == PF_QUANT_NUMBER || q->base == PF_QUANT_QUANTITY) &&
	       q->role != PF_ROLE_RATE && q->role != PF_ROLE_BASELINE;
}

/* "Our card says: wait ten minutes": said in marks, by the product or by somebody. */
static bool is_quoted(const struct pf_view *view, const struct pf_quant *q)
{
	return (view->tokens->v[q->first].flags & PF_TOKEN_QUOTED) != 0;
}

/* "I figure I lost $9,000", "I'd put it at 150 hours": one who guesses says whose guess it is. */
static bool is_own_guess(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const me[] = {"i", "i'd", "we", "we'd", NULL};
	static const char *const guess[] = {"figure", "estimate", "guess", "reckon",
					    "put",    "think",    "say",   NULL};
	uint32_t i = view->tokens->sentences.v[pf_quant_sentence(view, q)].first;

	for (; (i = pf_tokens_find(view, i, q->first, me)) < q->first; i++)
		if (pf_tokens_any(view, i + 1, i + 3, guess))
			return true;
	return false;
}

/* "The worst ten minutes of the day": a turn of speech. */
static bool is_superlative(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const most[] = {"worst",   "best",      "longest",
					   "hardest", "loneliest", NULL};

	return q->base == PF_QUANT_DURATION && q->first && pf_token_among(view, q->first - 1, most);
}

/* "Which was seven of the eleven": of how many was told before. */
static bool is_of_those(const struct pf_view *view, size_t quant)
{
	return quant + 1 < view->quants->n && pf_quant_is_whole_of(view, quant + 1) &&
	       PF_TOKEN_IS(view, view->quants->v[quant + 1].first - 1, "the");
}

/* "The shop is 40 minutes away": one time that anybody can take. In the mean it was measured. */
static bool is_single_time(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const mean[] = {"average", "averages", "averaged",  "median",
					   "mean",    "typical",  "typically", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[pf_quant_sentence(view, q)];

	return q->base == PF_QUANT_DURATION && q->role != PF_ROLE_BASELINE &&
	       !pf_tokens_any(view, s->first, s->last, mean);
}

#define OPENING_TOKENS 4u /* "On our eight pilot farms", "In my own shop" */

/* "One in five of my nurses", "in my own shop 68%": whoever runs the place has counted it, or can.
 */
static bool is_of_ours(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const our[] = {"our", "my", NULL};
	static const char *const we[] = {"we", "i", NULL};
	static const char *const in[] = {"in", "at", "on", "of", "across", "among", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[pf_quant_sentence(view, q)];
	uint32_t near = s->first + OPENING_TOKENS < q->first ? s->first + OPENING_TOKENS : q->first;

	if (pf_token_among(view, s->first, in) && pf_tokens_any(view, s->first, near, our))
		return true;
	/* "And we lose £145" */
	if (q->first >= s->first + 2 && pf_token_among(view, q->first - 2, we))
		return true;
	return PF_TOKEN_IS(view, q->last, "of") && pf_token_among(view, q->last + 1, our);
}

/* "Kestrel remade 6% of its 40,000 frames last year": the house counts its own, and says of how
 * many.
 */
static bool is_of_its_own(const struct pf_view *view, size_t quant)
{
	static const char *const its[] = {"its", "their", NULL};
	const struct pf_quant *q = &view->quants->v[quant];

	return q->base == PF_QUANT_PERCENT && quant + 1 < view->quants->n &&
	       PF_TOKEN_IS(view, q->last, "of") && pf_token_among(view, q->last + 1, its) &&
	       q[1].first == q->last + 2;
}

#define MANY             20 /* of a handful no share is taken */
#define WHO_TOKENS       3u /* "18 Alder pharmacies" */
#define SAMPLE_TOKENS    4u /* "In a review of", "Across one summer of" */
#define SAMPLE_SENTENCES 3u

/* "In a review of 2,400 cases": the sentence opens with what was gone through. */
static bool opens_with_sample(const struct pf_view *view, size_t sentence)
{
	static const char *const in[] = {"in", "across", "among", "over", NULL};
	static const char *const a[] = {"a", "an", "one", "our", "this", NULL};
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	uint32_t i = view->tokens->sentences.v[sentence].first;
	const struct pf_quant *of = &view->quants->v[qs->first];

	return qs->n && pf_token_among(view, i, in) && pf_token_among(view, i + 1, a) &&
	       of->base == PF_QUANT_NUMBER && of->value >= MANY && of->first > i + 2 &&
	       of->first <= i + SAMPLE_TOKENS && PF_TOKEN_IS(view, of->first - 1, "of");
}

/* "... the median was $312. They were paid after 11 days": the same sentence, or one behind it in
 * the paragraph, tells what was found. */
static bool is_of_sample(const struct pf_view *view, const struct pf_quant *q)
{
	size_t s = pf_quant_sentence(view, q);

	for (size_t back = 0; back <= SAMPLE_SENTENCES && back <= s; back++) {
		if (opens_with_sample(view, s - back))
			return true;
		if (view->tokens->v[view->tokens->sentences.v[s - back].first].flags &
		    PF_TOKEN_BLOCK)
			return false;
	}
	return false;
}

/* "We know because we send the invoice": who tells says how they come to know. */
static bool says_how_known(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const know[] = {"know", NULL};
	static const char *const we[] = {"we", "i", NULL};
	static const char *const from[] = {"because", "from", "since", "as", NULL};
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t b = pf_doc_block_at(view->doc, q->begin), i, last;

	if (b == PF_DOC_NONE)
		return false;
	last = pf_tokens_at(view->tokens, blocks[b].end);
	for (i = pf_tokens_at(view->tokens, blocks[b].begin) + 1;
	     (i = pf_tokens_find(view, i, last, know)) + 1 < last; i++)
		if (pf_token_among(view, i - 1, we) && pf_tokens_any(view, i + 1, i + 3, from))
			return true;
	return false;
}

/* "For two weeks last winter we counted": when, and for how long. */
static bool is_span(const struct pf_view *view, const struct pf_quant *q)
{
	uint32_t first = view->tokens->sentences.v[pf_quant_sentence(view, q)].first;

	return q->base == PF_QUANT_DURATION && q->first == first + 1 &&
	       PF_TOKEN_IS(view, first, "for");
}

/* "For two weeks 18 pharmacies logged each shortage: 530 of them, a median of 26 minutes": so many
 * of them wrote it down, and behind that stands what they found. */
static bool is_written_down(const struct pf_view *view, const struct pf_quant *q)
{
	size_t sentence = pf_quant_sentence(view, q);
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	for (size_t i = qs->first; i < qs->first + qs->n && view->quants->v + i < q; i++) {
		const struct pf_quant *who = &view->quants->v[i];

		if (who->base != PF_QUANT_NUMBER || pf_quant_is_date(who) || who->value < 2)
			continue;
		for (uint32_t k = who->last; k < q->first && k < who->last + WHO_TOKENS; k++)
			if (pf_told_looked(view, k))
				return k + 2 < s->last;
	}
	return false;
}

/* "In last year's 96 incidents our engineers opened a runbook in 58": what the house did in a time
 * that is over it has on record. Up to the number, in its paragraph; what something costs was
 * priced by somebody, and is on record only where the sentence says so. */
static bool is_on_record(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const last_[] = {"last", NULL};
	static const char *const time[] = {"year",   "year's", "quarter", "month",  "season",
					   "winter", "spring", "summer",  "autumn", "fall",
					   "term",   "week",   NULL};
	static const char *const ours[] = {"we", "our", "us", "my", "i", NULL};
	uint32_t end = view->tokens->sentences.v[pf_quant_sentence(view, q)].last;
	uint32_t b = pf_doc_block_at(view->doc, q->begin), i, first;
	bool past = false;
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);

	if (b == PF_DOC_NONE)
		return false;
	first = q->base == PF_QUANT_MONEY
			? view->tokens->sentences.v[pf_quant_sentence(view, q)].first
			: pf_tokens_at(view->tokens, blocks[b].begin);
	for (i = first; !past && (i = pf_tokens_find(view, i, end, last_)) < end; i++)
		past = pf_token_among(view, i + 1, time);
	if (!past)
		return false;
	for (i = first; i < end; i++)
		if (pf_token_among(view, i, ours) || pf_own_named(view, i))
			return true;
	return false;
}

/* Beside a brief a number is the brief's, or it is nobody's. */
static bool is_excused(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	return !view->context->prompt &&
	       (is_quoted(view, q) || is_own_guess(view, q) || is_superlative(view, q) ||
		is_of_ours(view, q) || is_of_those(view, quant) || is_single_time(view, q) ||
		is_of_its_own(view, quant) || is_of_sample(view, q) || is_written_down(view, q) ||
		is_span(view, q) || says_how_known(view, q) || is_on_record(view, q));
}

bool pf_origin_asked(const struct pf_view *view, size_t quant)
{
	return !is_plain_count(view, quant) && !tells_of_one(view, quant) &&
	       !is_excused(view, quant);
}
