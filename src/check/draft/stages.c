#include "stages.h"

#include <string.h>

#include "quants.h"
#include "said.h"
#include "words.h"

#define SHORT_QUESTION 9u /* "And the other 228 shops?" */

static const char *const order_words[] = {"first",  "then",       "next", "later",
					  "after",  "afterwards", "once", "until",
					  "follow", "follows",    NULL};
static const char *const rest_words[] = {"other", "others", "rest", "remaining",
					 "all",   "whole",  "half", NULL};
static const char *const begin_words[] = {
	"rollout",    "roll",   "start",    "starts",    "begin",  "begins",
	"introduced", "launch", "launched", "introduce", "phases", "stages",
	"steps",      "waves",  "plan",     "widen",     NULL};
static const char *const go_words[] = {"go", "goes", "continue", "extend", "expand", "more", NULL};
static const char *const conditions[] = {"if", "until", "unless", NULL};

bool pf_stage_in_season(const struct pf_view *view, uint32_t token)
{
	static const char *const seasons[] = {
		"spring",    "summer",  "autumn",   "fall",     "winter", "january",
		"february",  "march",   "april",    "june",     "july",   "august",
		"september", "october", "november", "december", "easter", NULL};

	return pf_token_among(view, token, seasons);
}

/* What one clause of a plan says. */
struct clause {
	bool dated, ordered, numbered, rest, goes, conditional;
};

static bool is_stage(const struct clause *c, bool first)
{
	return c->dated || (c->ordered && (c->numbered || c->rest)) ||
	       (c->goes && c->conditional) || (first && c->numbered);
}

static bool ends_clause(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *t = &view->tokens->v[i];

	if (t->flags & (PF_TOKEN_BLOCK | PF_TOKEN_SENTENCE)) /* an item, a cell */
		return true;
	if (t->kind == PF_TOKEN_WORD)
		return pf_token_is(view->text, t, "then") ||
		       (pf_token_is(view->text, t, "and") && i + 1 < view->tokens->n &&
			pf_token_among(view, i + 1, go_words));
	return t->kind == PF_TOKEN_SIGN &&
	       ((t->sign && strchr(".;:,?(|", t->sign)) || pf_token_is_arrow(view, i));
}

static void read_token(const struct pf_view *view, uint32_t i, struct clause *c)
{
	c->ordered = c->ordered || pf_token_among(view, i, order_words);
	c->rest = c->rest || pf_token_among(view, i, rest_words);
	c->goes = c->goes || pf_token_among(view, i, go_words);
	c->conditional = c->conditional || pf_token_among(view, i, conditions);
	c->dated = c->dated || pf_stage_in_season(view, i);
}

static void read_numbers(const struct pf_view *view, struct pf_range range, struct clause *c)
{
	size_t first, last;

	for (pf_view_quants(view, range, &first, &last); first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		if (pf_quant_is_date(q) || pf_quant_takes_days(q))
			c->dated = true;
		else
			c->numbered = true;
	}
	c->dated = c->dated || pf_tells_period(view, pf_tokens_at(view->tokens, range.begin),
					       pf_tokens_at(view->tokens, range.end));
}

bool pf_stage_dated(const struct pf_view *view, struct pf_range stage)
{
	uint32_t i = pf_tokens_at(view->tokens, stage.begin);
	uint32_t last = pf_tokens_at(view->tokens, stage.end);
	struct clause c = {0};

	while (i < last)
		read_token(view, i++, &c);
	read_numbers(view, stage, &c);
	return c.dated;
}

/* "In due course" dates nothing. */
static bool is_vague(const struct pf_view *view, struct pf_range range)
{
	return pf_view_has(view, PF_LIST_soon, range);
}

size_t pf_stages_in(const struct pf_view *view, struct pf_range plan, bool from_start,
		    struct pf_range *at, size_t max)
{
	uint32_t i = pf_tokens_at(view->tokens, plan.begin);
	uint32_t last = pf_tokens_at(view->tokens, plan.end);
	bool undated = false; /* the last stage has no day yet */
	size_t n = 0;

	while (i < last && n < max) {
		struct clause c = {0};
		struct pf_range range = {view->tokens->v[i].begin, 0};

		do {
			read_token(view, i, &c);
			range.end = view->tokens->v[i++].end;
		} while (i < last && !ends_clause(view, i));
		read_numbers(view, range, &c);
		if (!is_stage(&c, from_start && !n) || is_vague(view, range))
			continue;
		/* "In one city with 5,200 leaks, from May" is one. */
		if (!undated || !c.dated || c.ordered || c.numbered || c.rest)
			at[n++] = range;
		undated = !c.dated && !(i < last && pf_token_is_sign(&view->tokens->v[i], '?'));
	}
	return n;
}

static bool asks_for_stages(const struct pf_view *view, struct pf_range question)
{
	static const char *const comes[] = {"tested",    "tried", "test", "live",
					    "available", "ready", NULL};
	static const uint32_t plan[] = {PF_LIST_stages, PF_LIST_plan_asked};
	uint32_t i = pf_tokens_at(view->tokens, question.begin);
	uint32_t last = pf_tokens_at(view->tokens, question.end);
	uint32_t words = pf_tokens_words(view->tokens, question);
	bool who = i < last && PF_TOKEN_IS(view, i, "who");

	if (pf_view_any(view, plan, 2, question, NULL))
		return true;
	/* "Order?"; a question of more words may be of what is ordered. */
	if (i < last && PF_TOKEN_IS(view, i, "order") && words == 1)
		return true;
	if (i < last && PF_TOKEN_IS(view, i, "when") &&
	    (words == 1 || pf_tokens_any(view, i, last, comes)))
		return true;
	for (; i < last; i++)
		if (pf_token_among(view, i, begin_words) ||
		    (words <= SHORT_QUESTION &&
		     (PF_TOKEN_IS(view, i, "other") || (!who && /* "Who gets the seats first?" */
							PF_TOKEN_IS(view, i, "first")))))
			return true;
	return false;
}

bool pf_asks_for_stages(const struct pf_view *view, const struct pf_pair *pair)
{
	uint8_t *noted = &view->pairs[pair - view->parts->pairs.v].stages;

	if (*noted == PF_NOTED_NOT)
		*noted = asks_for_stages(view, pair->question) ? PF_NOTED_YES : PF_NOTED_NO;
	return *noted == PF_NOTED_YES;
}

/* "When do you expand?", "The other nine?": asked of the second stage; the first stands elsewhere.
 */
static size_t stages_asked(const struct pf_view *view, const struct pf_pair *pair,
			   struct pf_range *at, size_t max)
{
	static const char *const next[] = {"widen", "expand", "extend",    "other",
					   "next",  "rest",   "remaining", NULL};
	size_t n = pf_stages_in(view, pair->answer, true, at, max);

	if (n != 1 || max < 2 || !pf_said_any(view, pf_question_said(view, pair), next))
		return n;
	at[1] = at[0];
	at[0] = pair->question;
	return 2;
}

/* "The rest after the sale": the others, and when they come. */
static bool comes_later(const struct pf_view *view, uint32_t i, uint32_t last)
{
	static const char *const rest[] = {"rest", "others", NULL};
	static const char *const when[] = {"after", "in", "by", "from", "once", "when", NULL};

	return i + 1 < last && pf_token_among(view, i, rest) && pf_token_among(view, i + 1, when);
}

/* Where a plan is told, it may be told unasked. */
static bool may_plan(const struct pf_view *view, uint32_t sentence)
{
	switch (view->sentence_part[sentence]) {
	case PF_SENTENCE_HEADING:
	case PF_PART_PROBLEM:
	case PF_PART_BENEFITS:
	case PF_PART_METRICS:
	case PF_PART_QUOTE_COMPANY:
	case PF_PART_QUOTE_CUSTOMER: return false;
	default: return true;
	}
}

/* "We begin with three" is told on. */
static bool begins_plan(const struct pf_view *view, uint32_t sentence)
{
	static const char *const begin[] = {"begin", "begins", "start", "starts", "test", NULL};
	static const char *const where[] = {"with", "on", "in", "at", "from", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	if (!pf_sentence_may(view, sentence, begin))
		return false;
	for (uint32_t i = s->first; i + 1 < s->last; i++)
		if (pf_token_among(view, i, begin) && pf_token_among(view, i + 1, where))
			return true;
	return false;
}

/* "The other nine follow by October" ends what stands before it. */
static bool ends_plan(const struct pf_view *view, uint32_t sentence)
{
	static const char *const follow[] = {"follow", "follows", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	if (!pf_sentence_any(view, sentence, rest_words))
		return false;
	for (uint32_t i = s->first; i < s->last; i++)
		if (pf_token_among(view, i, follow) || comes_later(view, i, s->last))
			return true;
	return false;
}

/* What a sentence says of a plan that is not asked for. */
enum hint { READ = 1, LABELS = 2, BEGINS = 4, ENDS = 8 };

static uint8_t read_hints(const struct pf_view *view, uint32_t s)
{
	uint8_t hints = READ;

	/* "Steps. One site in April; six in July." */
	if (view->tokens->sentences.v[s].words <= 2 &&
	    asks_for_stages(view, pf_sentence_range(view, s)))
		hints |= LABELS;
	if (may_plan(view, s)) {
		hints |= begins_plan(view, s) ? BEGINS : 0;
		hints |= ends_plan(view, s) ? ENDS : 0;
	}
	return hints;
}

static uint8_t hints_of(const struct pf_view *view, uint32_t s)
{
	uint8_t *hints = &view->notes[s].plan;

	if (!*hints)
		*hints = read_hints(view, s);
	return *hints;
}

/* Up to the end of its paragraph. */
static struct pf_range behind(const struct pf_view *view, uint32_t s)
{
	const struct pf_tokens *tokens = view->tokens;
	struct pf_range at = pf_sentence_range(view, s), plan = {at.end, at.end};
	uint32_t block = pf_doc_block_at(view->doc, at.begin);

	while (++s < tokens->sentences.n &&
	       pf_doc_block_at(view->doc, tokens->sentences.v[s].begin) == block)
		plan.end = tokens->sentences.v[s].end;
	return plan;
}

/* What may be the plan that the sentence gives a hint of; empty where it gives none. */
static struct pf_range hinted(const struct pf_view *view, uint32_t s)
{
	uint8_t hints = hints_of(view, s);
	struct pf_range plan = {0, 0};

	if (hints & LABELS)
		plan = behind(view, s);
	if (!pf_range_empty(plan) || !(hints & (BEGINS | ENDS)))
		return plan;
	plan = pf_sentence_range(view, s);
	if (hints & ENDS && s)
		plan.begin = pf_sentence_range(view, s - 1).begin;
	else if (hints & BEGINS && s + 1 < view->tokens->sentences.n)
		plan.end = pf_sentence_range(view, s + 1).end;
	return plan;
}

/* Two stages in a sentence and its neighbour, or behind a label. */
static size_t stages_unasked(const struct pf_view *view, struct pf_range *at, size_t max)
{
	for (uint32_t s = 0; s < view->tokens->sentences.n; s++) {
		struct pf_range plan = hinted(view, s);

		if (!pf_range_empty(plan) && pf_stages_in(view, plan, true, at, max) >= 2)
			return 2;
	}
	return 0;
}

struct plan {
	struct pf_range at[PF_RULE_PLACES];
	size_t n;
};

static void keep_best(struct plan *best, const struct plan *other)
{
	if (other->n > best->n)
		*best = *other;
}

size_t pf_stages_find(const struct pf_view *view, struct pf_range *at, size_t max)
{
	size_t most = max < PF_RULE_PLACES ? max : PF_RULE_PLACES;
	struct plan best = {0}, plan;

	for (size_t i = 0; i < view->parts->parts.n && best.n < most; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];

		if (part->id != PF_PART_ROLLOUT)
			continue;
		plan.n = pf_stages_in(view, part->body, false, plan.at, most);
		keep_best(&best, &plan);
	}
	for (size_t i = 0; i < view->parts->pairs.n && best.n < most; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];

		if (pf_range_empty(pair->answer) || !pf_asks_for_stages(view, pair))
			continue;
		plan.n = stages_asked(view, pair, plan.at, most);
		keep_best(&best, &plan);
	}
	if (best.n < most) {
		plan.n = stages_unasked(view, plan.at, most);
		keep_best(&best, &plan);
	}
	memcpy(at, best.at, best.n * sizeof(*at));
	return best.n;
}
