/*
 * The article's four pitfalls, judged of the page as a whole, as a reader
 * does: not "this word is vague" (rules say that) but "this page claims more
 * than it counts". Each one found shows the words that gave it away.
 */
#include <stdio.h>
#include <string.h>

#include "draft/judge.h"
#include "draft/quants.h"
#include "draft/words.h"
#include "engine.h"

/* Parts in which an outcome is promised; FAQ, plans and appendices explain. */
static bool is_release(enum pf_part_id id)
{
	return id < PF_PART_FAQ && id != PF_PART_START;
}

/* "It just tells you 'Mara pays Otto $30'": words in marks that nobody said. */
static bool is_example(const struct pf_view *view, const struct pf_quant *q)
{
	enum pf_part_id part = pf_quant_part(view, q);

	return view->tokens->v[q->first].flags & PF_TOKEN_QUOTED && part != PF_PART_QUOTE_COMPANY &&
	       part != PF_PART_QUOTE_CUSTOMER;
}

/* Does the number say what is to be achieved or how much hurts? */
static bool is_outcome(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	if (!pf_quant_tells(view, quant) || is_example(view, q))
		return false;
	/* In the offer "6 GB" is a feature as well; from and to are not. */
	return pf_quant_part(view, q) != PF_PART_SOLUTION || q->role == PF_ROLE_BASELINE ||
	       q->role == PF_ROLE_TARGET || q->role == PF_ROLE_DELTA || q->dir != PF_DIR_NONE ||
	       pf_quant_is_speed(q);
}

#define SIZEABLE 100 /* "three outbreaks", "15 tabs": so few of anything say nothing of a gain */

static bool is_trifle(const struct pf_quant *q)
{
	return q->base == PF_QUANT_NUMBER && q->value < SIZEABLE && q->dir == PF_DIR_NONE &&
	       q->role != PF_ROLE_DELTA && q->role != PF_ROLE_RATE && q->role != PF_ROLE_DEADLINE;
}

/* From what, to what, by how much; not only how much of something there is. */
static bool is_change(const struct pf_quant *q)
{
	return q->role == PF_ROLE_BASELINE || q->role == PF_ROLE_TARGET ||
	       q->role == PF_ROLE_DELTA || q->dir != PF_DIR_NONE;
}

#define CHANGE_WEIGHT 3u /* claims that one number which says what changes makes up for */

/* What a page counts, and what it only claims. */
struct tally {
	size_t claims;    /* sentences without a number */
	size_t outcomes;  /* numbers */
	size_t weight;    /* of claims they make up for */
	size_t sentences; /* that hold them */
	bool told;        /* one of those is the release's own, and no quotation */
};

static bool count_outcomes(const struct pf_view *view, size_t sentence, uint8_t part,
			   struct tally *t)
{
	const struct pf_quant_sentence *s = &view->quants->sentences.v[sentence];
	size_t before = t->outcomes;
	bool any = false;

	for (size_t i = s->first; i < s->first + s->n; i++) {
		if (!is_outcome(view, i))
			continue;
		any = true;
		if (is_trifle(&view->quants->v[i]))
			continue;
		t->outcomes++;
		t->weight += is_change(&view->quants->v[i]) ? CHANGE_WEIGHT : 1;
	}
	if (t->outcomes > before) {
		t->sentences++;
		t->told = t->told || !(part == PF_PART_QUOTE_COMPANY ||
				       part == PF_PART_QUOTE_CUSTOMER || part == PF_PART_OTHER);
	}
	return any;
}

static uint32_t first_outcome(const struct pf_view *view)
{
	for (size_t i = 0; i < view->quants->n; i++) {
		uint32_t at = view->quants->v[i].begin;

		if (is_release(pf_parts_at(view->parts, at)) && is_outcome(view, i))
			return at;
	}
	return UINT32_MAX;
}

#define FEATURES_MANY 4u /* bullets; so many are a list, fewer are examples */

/* Does the bullet describe the offer? A question, a name above the release do not. */
static bool is_feature(const struct pf_view *view, const struct pf_block *item, bool *offered)
{
	enum pf_part_id part = pf_parts_at(view->parts, item->begin);

	if (part == PF_PART_SOLUTION || part == PF_PART_SUMMARY)
		*offered = true;
	else if (part != PF_PART_OTHER || !*offered)
		return false;
	return item->end > item->begin && view->text.ptr[item->end - 1] != '?';
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

static void judge_features(const struct pf_view *view, struct pf_pitfall_score *p)
{
	uint32_t number = first_outcome(view), n = 0;
	bool offered = false;
	size_t n_blocks;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n_blocks);

	for (size_t i = 0; i < n_blocks && blocks[i].begin < number; i++) {
		if (blocks[i].kind != PF_BLOCK_ITEM && !is_bare_item(view, &blocks[i]))
			continue;
		if (pf_parts_at(view->parts, blocks[i].begin) == PF_PART_FAQ)
			break;
		/* "1. Scan the tag" is a step. */
		if (blocks[i].kind == PF_BLOCK_ITEM && blocks[i].number)
			continue;
		if (is_feature(view, &blocks[i], &offered) && !n++)
			p->span = (struct pf_range){blocks[i].begin, blocks[i].end};
	}
	p->found = n >= FEATURES_MANY;
	snprintf(p->why, sizeof(p->why), "%u features are listed %s", n,
		 number == UINT32_MAX ? "and no number says what for" : "before the first number");
}

/* "Some just gave up", "most tools", "a few words": how people speak, and no claim. */
static bool is_loose_talk(struct pf_slice word)
{
	static const char *const words[] = {"some", "most", "few", "often"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (pf_slice_equal_nocase(word, pf_slice_of(words[i])))
			return true;
	return false;
}

/* A claim of "better" or "many" in a sentence without a number; its place. */
static bool claims(const struct pf_view *view, size_t sentence, struct pf_range *at)
{
	const uint32_t lists[] = {pf_list_named(view, "compare"), pf_list_named(view, "vague"),
				  pf_list_named(view, "ease"), pf_list_named(view, "hype")};
	struct pf_range whole = pf_sentence_range(view, sentence);
	bool found = false;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		struct pf_hits hits = pf_view_hits(view, lists[i], whole);

		for (size_t k = 0; k < hits.n; k++) {
			struct pf_range hit = {hits.v[k].begin, hits.v[k].end};

			if (is_loose_talk(pf_slice_range(view->text, hit)) ||
			    (found && hit.begin >= at->begin))
				continue;
			*at = hit;
			found = true;
		}
	}
	return found;
}

/* More is claimed than counted, or nothing is counted at all: one number on all the page, or one in
 * what someone said, is as good as none. */
static void judge_vague(const struct pf_view *view, struct pf_pitfall_score *p)
{
	struct tally t = {0};
	bool asked = false;
	struct pf_range at;
	char words[40];

	p->span = pf_view_opening(view);
	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		uint8_t part = view->sentence_part[s];

		asked = asked || part == PF_PART_FAQ;
		/* "Why it will win" is a part of no name; behind the questions stand plans. */
		if (part == PF_SENTENCE_HEADING ||
		    (!is_release((enum pf_part_id)part) && (part != PF_PART_OTHER || asked)))
			continue;
		if (!count_outcomes(view, s, part, &t) && claims(view, s, &at) && !t.claims++)
			p->span = at;
	}
	p->found = t.outcomes < 2 || (!t.told && t.sentences < 2) ||
		   (t.claims >= 2 && t.claims > t.weight);
	if (!t.claims) {
		snprintf(p->why, sizeof(p->why), "%s number says what is gained",
			 t.outcomes ? "a single" : "no");
		return;
	}
	pf_view_words(view, p->span, words, sizeof(words));
	snprintf(p->why, sizeof(p->why), "\"%s\" and %zu more claims, %zu numbers", words,
		 t.claims - 1, t.outcomes);
}

static bool names_cost(const struct pf_view *view)
{
	uint32_t cost = pf_list_named(view, "cost");

	for (size_t i = 0; i < view->quants->n; i++)
		if (view->quants->v[i].base == PF_QUANT_MONEY)
			return true;
	for (size_t i = 0; i < view->parts->pairs.n; i++)
		if (pf_view_any(view, &cost, 1, view->parts->pairs.v[i].question, NULL) &&
		    !pf_range_empty(view->parts->pairs.v[i].answer))
			return true;
	return false;
}

static bool asks_when(const struct pf_view *view, struct pf_range question)
{
	static const char *const words[] = {"when", "timeline", "deadline", "schedule", NULL};

	return pf_tokens_any(view, (uint32_t)pf_tokens_at(view->tokens, question.begin),
			     (uint32_t)pf_tokens_at(view->tokens, question.end), words);
}

/* A launch, any day or month above the questions, or a question that asks for it. */
static bool names_date(const struct pf_view *view)
{
	if (!pf_range_empty(view->parts->launch))
		return true;
	for (size_t i = 0; i < view->quants->n; i++)
		if (view->quants->v[i].kind == PF_QUANT_DATE &&
		    strcmp(view->quants->v[i].unit, "year") &&
		    is_release(pf_quant_part(view, &view->quants->v[i])))
			return true;
	for (size_t i = 0; i < view->parts->pairs.n; i++)
		if (asks_when(view, view->parts->pairs.v[i].question) &&
		    !pf_range_empty(view->parts->pairs.v[i].answer))
			return true;
	return false;
}

/* Where a reader would look for the limits. */
static struct pf_range limits_place(const struct pf_view *view)
{
	const struct pf_part *faq = pf_parts_get(view->parts, PF_PART_FAQ);

	return faq ? pf_part_span(faq) : pf_view_opening(view);
}

/* Without a brief: no date, no money and no rule. With one, the rules of the limits tell. */
static void judge_limits(const struct pf_view *view, struct pf_pitfall_score *p)
{
	uint32_t regulation = pf_list_named(view, "regulation");
	struct pf_range all = {0, 0};

	if (view->context->prompt || pf_view_hits(view, regulation, all).n || names_cost(view) ||
	    names_date(view))
		return;
	p->found = true;
	p->span = limits_place(view);
	snprintf(p->why, sizeof(p->why), "no date, no cost and no rule of law is named");
}

#define OVERBUILT_MANY 3u /* different words for much; a marketplace may say so often */

static bool said_before(const struct pf_view *view, const struct pf_range *seen, size_t n,
			struct pf_range r)
{
	for (size_t i = 0; i < n; i++)
		if (pf_slice_equal_nocase(pf_slice_range(view->text, seen[i]),
					  pf_slice_range(view->text, r)))
			return true;
	return false;
}

/* Much is built, and nothing is said of a smaller first step. */
static void judge_overbuilt(const struct pf_view *view, struct pf_pitfall_score *p)
{
	struct pf_range all = {0, 0}, seen[OVERBUILT_MANY];
	struct pf_hits hits = pf_view_hits(view, pf_list_named(view, "overbuilt"), all);
	char words[40];
	size_t n = 0;

	if (pf_view_hits(view, pf_list_named(view, "staged"), all).n)
		return;
	for (size_t i = 0; i < hits.n && n < OVERBUILT_MANY; i++) {
		struct pf_range r = {hits.v[i].begin, hits.v[i].end};

		if (pf_parts_at(view->parts, r.begin) != PF_PART_FAQ &&
		    !said_before(view, seen, n, r))
			seen[n++] = r;
	}
	if (n < OVERBUILT_MANY)
		return;
	p->found = true;
	p->span = seen[0];
	pf_view_words(view, p->span, words, sizeof(words));
	snprintf(p->why, sizeof(p->why), "\"%s\" and more, and no smaller first release", words);
}

void pf_run_pitfalls(struct pf_run *run)
{
	const struct pf_view *view = &run->view;

	judge_features(view, &run->card->pitfalls[PF_PITFALL_FEATURE_FIRST]);
	judge_vague(view, &run->card->pitfalls[PF_PITFALL_VAGUE_NUMBERS]);
	judge_limits(view, &run->card->pitfalls[PF_PITFALL_IGNORED_CONSTRAINTS]);
	judge_overbuilt(view, &run->card->pitfalls[PF_PITFALL_OVER_ENGINEERING]);
}
