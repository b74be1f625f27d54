/* Features before what they are for. */
#include "pitfalls.h"

#include <stdio.h>
#include <string.h>

#include "draft/quants.h"
#include "draft/words.h"

/* Does the number say what is to be reached? Of the offer itself only from and to do: "a drop of
 * 15%" may be what it notices. */
static bool is_goal(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	switch (pf_quant_part(view, q)) {
	case PF_PART_HEADLINE:
	case PF_PART_SUBHEADING:
	case PF_PART_SUMMARY:
	case PF_PART_BENEFITS:
	case PF_PART_METRICS:
	case PF_PART_QUOTE_CUSTOMER: return pf_is_change(q) && pf_is_outcome(view, quant);
	case PF_PART_SOLUTION:
		return (q->role == PF_ROLE_BASELINE || q->role == PF_ROLE_TARGET) &&
		       pf_is_outcome(view, quant);
	default: return false;
	}
}

static uint32_t first_goal(const struct pf_view *view)
{
	for (size_t i = 0; i < view->quants->n; i++)
		if (is_goal(view, i))
			return view->quants->v[i].begin;
	return UINT32_MAX;
}

#define FEATURES_MANY 4u /* items; so many are a list, fewer are examples */

/* "Saves 20 minutes a day" is a gain, in whatever list it stands. */
static bool tells_gain(const struct pf_view *view, const struct pf_block *item)
{
	size_t first, last;

	pf_view_quants(view, (struct pf_range){item->begin, item->end}, &first, &last);
	while (first < last &&
	       !(pf_is_change(&view->quants->v[first]) && pf_quant_tells(view, first)))
		first++;
	return first < last;
}

/* Does the item describe the offer? A question, a name above the release do not. */
static bool is_feature(const struct pf_view *view, const struct pf_block *item, bool *offered)
{
	enum pf_part_id part = pf_parts_at(view->parts, item->begin);

	if (part == PF_PART_SOLUTION || part == PF_PART_SUMMARY)
		*offered = true;
	else if (part != PF_PART_OTHER || !*offered)
		return false;
	return item->end > item->begin && view->text.ptr[item->end - 1] != '?' &&
	       !tells_gain(view, item);
}

/* A list that lost its bullets: a few words alone in a paragraph, without a full stop. */
static bool is_bare_item(const struct pf_view *view, const struct pf_block *b)
{
	struct pf_range r = {b->begin, b->end};

	return b->kind == PF_BLOCK_PARAGRAPH && b->parent == PF_DOC_NONE && !b->strong &&
	       b->end > b->begin && b->end - b->begin < 60 &&
	       !strchr(".:?!*\"", view->text.ptr[b->end - 1]) && view->text.ptr[b->end - 1] &&
	       pf_tokens_words(view->tokens, r) >= 2;
}

/* "**Rules engine.** It decides", "**Lock**: it waits", unlike "**Alarm** after three nights". */
static bool has_label(const struct pf_view *view, const struct pf_block *leaf)
{
	uint32_t at = leaf->strong_end;

	if (!leaf->strong || strchr(".:", view->text.ptr[at - 1]))
		return leaf->strong;
	while (at < leaf->end && strchr("*_ ", view->text.ptr[at]))
		at++;
	return at == leaf->end || strchr(":-\xe2", view->text.ptr[at]); /* \xe2: a long dash */
}

/* "1. Scan the tag" is a step; numbered parts that have names are none. */
static bool is_step(const struct pf_view *view, const struct pf_block *block,
		    const struct pf_block *end)
{
	return block->kind == PF_BLOCK_ITEM && block->number &&
	       !(block + 1 < end && has_label(view, block + 1));
}

#define PAINS_MANY 3u  /* words of what hurts in one paragraph of the release, which so tells it */
#define PAIN_ROOM  12u /* words for each: a longer paragraph may name them in passing */

static bool is_painful(const struct pf_view *view, struct pf_range r)
{
	uint32_t n = (uint32_t)pf_view_hits(view, PF_LIST_pains, r).n;

	return n >= PAINS_MANY && n * PAIN_ROOM >= pf_tokens_words(view->tokens, r);
}

/* Where a paragraph above `end` is full of what hurts, whatever part it was taken for; or `end`. */
static uint32_t first_pain(const struct pf_view *view, uint32_t end)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);

	for (size_t i = 0; i < n && blocks[i].begin < end; i++) {
		struct pf_range r = {blocks[i].begin, blocks[i].end};

		if (blocks[i].kind == PF_BLOCK_PARAGRAPH && is_painful(view, r))
			return r.begin;
	}
	return end;
}

/* Where the release first tells the trouble that people have, or its end. What someone says of it
 * in a quotation comes beside the offer. */
static uint32_t first_trouble(const struct pf_view *view, uint32_t end)
{
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *p = &view->parts->parts.v[i];

		if (p->id == PF_PART_PROBLEM && p->body.begin < end && !pf_range_empty(p->body)) {
			end = p->body.begin;
			break;
		}
	}
	return first_pain(view, end);
}

/* Features that stand above the first goal, trouble and question; *first: one of them. */
static uint32_t count_features(const struct pf_view *view, uint32_t end, struct pf_range *first)
{
	uint32_t goal = first_goal(view), n = 0;
	bool offered = false;
	size_t n_blocks;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n_blocks);

	for (size_t i = 0; i < n_blocks && blocks[i].begin < goal && blocks[i].begin < end; i++) {
		if (blocks[i].kind != PF_BLOCK_ITEM && !is_bare_item(view, &blocks[i]))
			continue;
		if (!is_step(view, &blocks[i], blocks + n_blocks) &&
		    is_feature(view, &blocks[i], &offered) && !n++)
			*first = (struct pf_range){blocks[i].begin, blocks[i].end};
	}
	return n;
}

/* The release tells what is offered, and no trouble; a number of it may tell one that is not seen.
 */
static bool tells_offer_only(const struct pf_view *view, struct pf_range *at)
{
	const struct pf_part *offer = pf_parts_get(view->parts, PF_PART_SUMMARY);
	uint32_t end = pf_release_end(view);

	if (!offer)
		offer = pf_parts_get(view->parts, PF_PART_SOLUTION);
	if (!offer || offer->body.begin >= end)
		return false;
	for (size_t i = 0; i < view->quants->n && view->quants->v[i].begin < end; i++)
		if (pf_is_outcome(view, i))
			return false;
	*at = pf_part_span(offer);
	return true;
}

#define OFFER_LONG 25u /* words below the news */

#define NEWS_WORDS 12u /* "Rotterdam, 6 September 2027" is only a dateline */

static bool tells_news(const struct pf_view *view, const struct pf_part *p)
{
	return (p->id == PF_PART_SUMMARY || p->id == PF_PART_SOLUTION) &&
	       pf_tokens_words(view->tokens, p->body) >= NEWS_WORDS;
}

/* "The driver gets one text. If that slips he gets another": told as somebody has it, and no
 * feature. */
static bool tells_of_people(const struct pf_view *view, const struct pf_block *block)
{
	static const char *const people[] = {"you", "your", "they", "their", "them", "he", "his",
					     "him", "she",  "her",  "who",   "my",   "me", NULL};

	return pf_tokens_any(view, (uint32_t)pf_tokens_at(view->tokens, block->begin),
			     (uint32_t)pf_tokens_at(view->tokens, block->end), people);
}

/* "## Product overview" above it: who writes so has put the offer there, whomever it speaks of. */
static bool is_headed(const struct pf_view *view, uint32_t block)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);

	return block && blocks[block - 1].kind == PF_BLOCK_HEADING;
}

/* "However, the choice is hard": begins to tell the trouble. */
static bool is_against(const struct pf_view *view, const struct pf_block *block)
{
	static const char *const words[] = {"however", "but", "yet", "unfortunately", NULL};

	return pf_token_among(view, (uint32_t)pf_tokens_at(view->tokens, block->begin), words);
}

/* What the paragraph is: a dateline may stand before it, a gain at its end. */
static enum pf_part_id offered_as(const struct pf_view *view, struct pf_range r)
{
	enum pf_part_id part = pf_parts_at(view->parts, r.begin);

	return part == PF_PART_OTHER ? pf_parts_at(view->parts, r.end - 1) : part;
}

#define NEWS_LONG 2u /* paragraphs: a third of the summary is no news any more */

/* Paragraphs of the offer, below those that tell the news, stand above the first trouble. */
static bool offers_before(const struct pf_view *view, uint32_t trouble, struct pf_range *at)
{
	uint32_t words = 0, news = 0;
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);

	for (uint32_t i = 0; i < n && blocks[i].end <= trouble; i++) {
		struct pf_range r = {blocks[i].begin, blocks[i].end};
		uint32_t room = (uint32_t)pf_tokens_words(view->tokens, r);
		enum pf_part_id part = offered_as(view, r);

		if (blocks[i].kind != PF_BLOCK_PARAGRAPH ||
		    (part != PF_PART_SOLUTION && part != PF_PART_SUMMARY) ||
		    (!news && room < NEWS_WORDS))
			continue;
		if (news++ < (part == PF_PART_SUMMARY ? NEWS_LONG : 1) ||
		    is_against(view, &blocks[i]) ||
		    (tells_of_people(view, &blocks[i]) && !is_headed(view, i)))
			continue;
		if (!words)
			*at = r;
		words += room;
	}
	return words >= OFFER_LONG;
}

/* "900 people wait 50 minutes": what hurts, counted in one sentence that nobody is quoted for. */
static bool counts_pain(const struct pf_view *view, uint32_t end)
{
	struct pf_hits pains = pf_view_hits(view, PF_LIST_pains, (struct pf_range){0, end});

	for (size_t i = 0; i < pains.n; i++)
		if (!(view->tokens->v[pains.v[i].first].flags & PF_TOKEN_QUOTED) &&
		    pf_sentence_numbered(view, pf_sentence_of(view->tokens, pains.v[i].first)))
			return true;
	return false;
}

#define OFFER_LENGTH 105u /* words that tell of the offer and of nothing that hurts */

/* So much is told of the offer, in whatever paragraph, that no reader waits for the trouble. */
static bool tells_at_length(const struct pf_view *view, uint32_t trouble, struct pf_range *at)
{
	const struct pf_sentence *s = view->tokens->sentences.v;
	uint32_t words = 0;

	for (size_t i = 0; i < view->tokens->sentences.n && s[i].begin < trouble; i++) {
		struct pf_range r = {s[i].begin, s[i].end};

		if ((view->sentence_part[i] != PF_PART_SUMMARY &&
		     view->sentence_part[i] != PF_PART_SOLUTION) ||
		    pf_view_has(view, PF_LIST_pains, r))
			continue;
		if (!words)
			*at = r;
		words += s[i].words;
	}
	return words >= OFFER_LENGTH;
}

#define TERMS_MANY 5u /* "an app for Android" and the product's name are fewer */

/* What stands between the first words of the release and the trouble is told in technical terms; a
 * headline alone, above a trouble that is the news, may be. */
static bool opens_technically(const struct pf_view *view, uint32_t end, struct pf_range *at)
{
	const struct pf_part *headline = pf_parts_get(view->parts, PF_PART_HEADLINE);

	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *p = &view->parts->parts.v[i];
		struct pf_range opening = {p->body.begin, end};

		if (p->body.begin >= end)
			break;
		if (!tells_news(view, p))
			continue;
		if (headline && headline->body.begin < opening.begin)
			opening.begin = headline->body.begin;
		return pf_terms_count(view, opening, at) >= TERMS_MANY;
	}
	return false;
}

void pf_pitfall_features(const struct pf_view *view, struct pf_pitfall_score *p)
{
	uint32_t end = pf_release_end(view), trouble = first_trouble(view, end);
	uint32_t n = count_features(view, trouble, &p->span);

	if (n >= FEATURES_MANY)
		snprintf(p->why, sizeof(p->why), "%u features are listed before a %s", n,
			 trouble < end ? "trouble is told" : "number is aimed at");
	else if (trouble == end && tells_offer_only(view, &p->span))
		snprintf(p->why, sizeof(p->why), "it offers, and tells no trouble and no number");
	else if (trouble < end && offers_before(view, trouble, &p->span))
		snprintf(p->why, sizeof(p->why), "the offer is told before the trouble");
	else if (tells_at_length(view, trouble, &p->span))
		snprintf(p->why, sizeof(p->why), "the offer is told at length before %s trouble",
			 trouble < end ? "the" : "any");
	else if ((trouble < end || !counts_pain(view, end)) &&
		 opens_technically(view, trouble, &p->span))
		snprintf(p->why, sizeof(p->why), "technology is told before %s trouble",
			 trouble < end ? "the" : "any");
	else
		return;
	p->found = true;
}
