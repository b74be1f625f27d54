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

/* The part in which the release first tells the trouble that people have; NULL if it does not. What
 * someone says of it in a quotation comes beside the offer. */
static const struct pf_part *first_trouble(const struct pf_view *view)
{
	uint32_t end = pf_release_end(view);

	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *p = &view->parts->parts.v[i];

		if (p->id == PF_PART_PROBLEM && p->body.begin < end && !pf_range_empty(p->body))
			return p;
	}
	return NULL;
}

/* Features that stand above the first goal, trouble and question; *first: one of them. */
static uint32_t count_features(const struct pf_view *view, const struct pf_part *trouble,
			       struct pf_range *first)
{
	uint32_t goal = first_goal(view), n = 0;
	uint32_t end = trouble ? trouble->body.begin : pf_release_end(view);
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

/* Paragraphs of the offer, below the one that tells the news, stand above the first trouble. */
static bool offers_before(const struct pf_view *view, const struct pf_part *trouble,
			  struct pf_range *at)
{
	uint32_t words = 0, news = PF_DOC_NONE;
	size_t n_blocks;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n_blocks);

	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *p = &view->parts->parts.v[i];
		uint32_t block = pf_doc_block_at(view->doc, p->body.begin);

		if (p->body.begin >= trouble->body.begin)
			break;
		if (news == PF_DOC_NONE && tells_news(view, p))
			news = pf_doc_block_at(view->doc, p->body.end - 1);
		if (p->id != PF_PART_SOLUTION || block == news || block == PF_DOC_NONE ||
		    blocks[block].begin < p->body.begin)
			continue;
		if (tells_of_people(view, &blocks[block]))
			continue;
		if (!words)
			*at = p->body;
		/* A gain in the midst of the paragraph is a part of its own. */
		words += (uint32_t)pf_tokens_words(
			view->tokens,
			(struct pf_range){p->body.begin, blocks[block].end > p->body.end
								 ? blocks[block].end
								 : p->body.end});
	}
	return words >= OFFER_LONG;
}

#define TERMS_MANY 5u /* "an app for Android" and the product's name are fewer */

/* What stands between the first words of the news and the trouble is told in technical terms. */
static bool opens_technically(const struct pf_view *view, const struct pf_part *trouble,
			      struct pf_range *at)
{
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *p = &view->parts->parts.v[i];

		if (p->body.begin >= trouble->body.begin)
			break;
		if (tells_news(view, p))
			return pf_terms_count(view,
					      (struct pf_range){p->body.begin, trouble->body.begin},
					      at) >= TERMS_MANY;
	}
	return false;
}

void pf_pitfall_features(const struct pf_view *view, struct pf_pitfall_score *p)
{
	const struct pf_part *trouble = first_trouble(view);
	uint32_t n = count_features(view, trouble, &p->span);

	if (n >= FEATURES_MANY)
		snprintf(p->why, sizeof(p->why), "%u features are listed before a %s", n,
			 trouble ? "trouble is told" : "number is aimed at");
	else if (!trouble && tells_offer_only(view, &p->span))
		snprintf(p->why, sizeof(p->why), "it offers, and tells no trouble and no number");
	else if (trouble && offers_before(view, trouble, &p->span))
		snprintf(p->why, sizeof(p->why), "the offer is told before the trouble");
	else if (trouble && opens_technically(view, trouble, &p->span))
		snprintf(p->why, sizeof(p->why), "technology is told before the trouble");
	else
		return;
	p->found = true;
}
