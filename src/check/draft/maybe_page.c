/* What the release may tell in words of which no reader is sure: its day, its price, how it begins,
 * what is gained, who speaks. */
#include <string.h>

#include "answers.h"
#include "deed_words.h"
#include "maybe.h"
#include "own.h"
#include "quants.h"
#include "said.h"
#include "things.h"
#include "told.h"
#include "words.h"

/* What the page says itself, of how things will be: no heading, nothing that hurts, nobody's words.
 */
static bool is_offered(const struct pf_view *view, size_t sentence)
{
	uint8_t part = view->sentence_part[sentence];

	return part != PF_SENTENCE_HEADING && part != PF_PART_PROBLEM &&
	       part != PF_PART_QUOTE_CUSTOMER && part != PF_PART_QUOTE_COMPANY &&
	       part != PF_PART_APPENDIX;
}

/* The same, and what hurts; questions and metrics are no part of the release. */
static bool is_offered_or_hurts(const struct pf_view *view, size_t sentence)
{
	uint8_t part = view->sentence_part[sentence];

	return part == PF_PART_PROBLEM ||
	       (is_offered(view, sentence) && part != PF_PART_FAQ && part != PF_PART_METRICS);
}

static bool holds(const struct pf_view *view, size_t sentence, const char *const *words)
{
	return pf_sentence_any(view, sentence, words);
}

static bool has_kind(const struct pf_view *view, size_t sentence, enum pf_quant_kind kind)
{
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	for (size_t i = qs->first; i < qs->first + qs->n; i++)
		if (view->quants->v[i].base == kind)
			return true;
	return false;
}

/* --- when --- */

#define OPENING_WORDS 90u /* the lines above the first paragraph, and that */

/* "Five months from today", "at the start of the school year", and a day in a line or a table above
 * the text. */
bool pf_maybe_dated(const struct pf_view *view)
{
	static const char *const now[] = {"now", "today", NULL};
	static const char *const at[] = {"at", "by", "from", "before", NULL};
	static const char *const start[] = {"start", "beginning", "end", "opening", NULL};

	if (!pf_range_empty(view->parts->launch))
		return true;
	for (size_t i = 0; i < view->quants->n; i++) /* "it is on the site from September" */
		if (view->quants->v[i].kind == PF_QUANT_DATE &&
		    pf_quant_part(view, &view->quants->v[i]) == PF_PART_START)
			return true;
	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *v = &view->tokens->sentences.v[s];

		if (v->first > OPENING_WORDS)
			return false;
		if (has_kind(view, s, PF_QUANT_DATE) || pf_sentence_tells_period(view, s))
			return true;
		for (uint32_t i = v->first; i + 2 < v->last; i++)
			if ((PF_TOKEN_IS(view, i, "from") && pf_token_among(view, i + 1, now)) ||
			    (pf_token_among(view, i, at) && pf_token_among(view, i + 2, start)))
				return true;
	}
	return false;
}

/* --- the price --- */

/* "Do I pay?" "No. Nor for lost ones.", "Who pays?" "Nobody who travels." */
static bool asks_price(const struct pf_view *view, const struct pf_pair *pair,
		       const char *const *pays)
{
	struct pf_deed_run asked = pf_question_said(view, pair)->run;
	struct pf_deed_run answer = pf_answer_said(view, pair)->run;

	return (pf_deed_has(view, asked, PF_WORD_ME) || !pair->internal) &&
	       pf_tokens_any(view, asked.first, asked.last, pays) &&
	       (pf_deed_has(view, answer, PF_WORD_NO) ||
		(pf_deed_has(view, asked, PF_WORD_ME) &&
		 pf_said_quant(pf_answer_said(view, pair))));
}

/* "It costs farms nothing; contractors pay $40 a week", "there's nothing to buy": of what the house
 * itself spends only its own questions tell. */
bool pf_maybe_priced(const struct pf_view *view)
{
	static const char *const pays[] = {"pay",    "pays",    "paid",  "cost",   "costs",
					   "charge", "charged", "price", "priced", "fee",
					   "buy",    "bill",    "split", NULL};
	static const char *const nothing[] = {"nothing", "free",     "nobody", "no",
					      "not",     "included", NULL};
	size_t pair = 0;

	for (size_t i = 0; i < view->parts->pairs.n; i++)
		if (asks_price(view, &view->parts->pairs.v[i], pays))
			return true;
	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		struct pf_range range = pf_sentence_range(view, s);

		while (pair < view->parts->pairs.n &&
		       view->parts->pairs.v[pair].answer.end <= range.begin)
			pair++;
		if (!is_offered(view, s) || view->sentence_part[s] == PF_PART_METRICS ||
		    (pair < view->parts->pairs.n && view->parts->pairs.v[pair].internal &&
		     range.begin >= view->parts->pairs.v[pair].question.begin))
			continue;
		if (has_kind(view, s, PF_QUANT_MONEY)
			    ? holds(view, s, pays) || view->sentence_part[s] == PF_PART_START
			    : (holds(view, s, pays) && holds(view, s, nothing)) ||
				      pf_maybe_open_source(view, s))
			return true;
	}
	return false;
}

/* --- how it begins --- */

/* "Say yes on the form", "bring your card": a command, by what stands behind its verb. */
static bool commands(const struct pf_view *view, const struct pf_sentence *s)
{
	static const char *const on[] = {"to", "in",  "on",   "at",  "by",  "with", "the",
					 "a",  "an",  "one",  "us",  "it",  "for",  "from",
					 "up", "out", "your", "yes", "our", "any",  NULL};
	const struct pf_token *verb = &view->tokens->v[s->first];

	if (s->first + 2 >= s->last || verb->kind != PF_TOKEN_WORD ||
	    verb->flags & PF_TOKEN_QUOTED || pf_view_is_stop(view, s->first) ||
	    !(pf_token_among(view, s->first + 1, on) || verb[1].kind == PF_TOKEN_NUMBER ||
	      verb[1].sign == '"'))
		return false;
	switch (view->text.ptr[verb->end - 1]) { /* "cooks in", "opened the", "early in" */
	case 's':
	case 'd':
	case 'y': return verb->end - verb->begin <= 3;
	default: return true;
	}
}

/* "Nobody need do anything but", "you needn't": there is no first step. */
static bool spares(const struct pf_view *view, size_t sentence)
{
	static const char *const need[] = {"need", "needs",   "needn't", "needs",
					   "have", "nothing", NULL};
	static const char *const do_[] = {"do", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	return holds(view, sentence, need) && holds(view, sentence, do_) &&
	       pf_deed_has(view, (struct pf_deed_run){s->first, s->last}, PF_WORD_NO);
}

bool pf_maybe_begun(const struct pf_view *view, const struct pf_ints *parts)
{
	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (is_offered(view, s) &&
		    pf_scope_has(parts, (enum pf_part_id)view->sentence_part[s]) &&
		    (commands(view, &view->tokens->sentences.v[s]) || spares(view, s) ||
		     pf_maybe_starts(view, s)))
			return true;
	return false;
}

static const struct pf_ints release = {
	(int[]){PF_PART_SUMMARY, PF_PART_SOLUTION, PF_PART_START, PF_PART_OTHER}, 4};

/* --- how small it begins --- */

/* The question that the sentence answers holds one of the words. */
static bool is_asked(const struct pf_view *view, size_t sentence, const char *const *words)
{
	const struct pf_pair *pair = pf_answer_at(view, pf_sentence_range(view, sentence).begin);

	return pair && pf_said_any(view, pf_question_said(view, pair), words);
}

/* "In 120 restaurants of the south-west", "all 23 sites at once": so many of them, in the offer or
 * the plan. */
bool pf_maybe_small(const struct pf_view *view)
{
	static const char *const first[] = {"first",  "begin", "begins", "start",   "starts",
					    "open",   "opens", "pilot",  "trial",   "once",
					    "launch", "only",  "same",   "rollout", NULL};

	size_t read = SIZE_MAX; /* the sentence that was looked at and begins nothing */

	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		enum pf_part_id part = pf_quant_part(view, q);
		size_t s = pf_quant_sentence(view, q);

		if ((q->base != PF_QUANT_NUMBER && q->base != PF_QUANT_QUANTITY) || q->value < 2 ||
		    !is_offered(view, s) || part == PF_PART_METRICS)
			continue;
		if (part == PF_PART_ROLLOUT || part == PF_PART_SUMMARY ||
		    part == PF_PART_HEADLINE || part == PF_PART_SUBHEADING ||
		    (s != read && (holds(view, s, first) || is_asked(view, s, first))))
			return true;
		read = s;
	}
	return false;
}

/* --- what is done today --- */

/* What they do now is in any sentence that tells what fails, by a number or a "no". */
bool pf_maybe_fails(const struct pf_view *view, const struct pf_ints *parts)
{
	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *v = &view->tokens->sentences.v[s];

		if (view->sentence_part[s] != PF_SENTENCE_HEADING &&
		    pf_scope_has(parts, (enum pf_part_id)view->sentence_part[s]) &&
		    (pf_sentence_numbered(view, s) ||
		     pf_deed_has(view, (struct pf_deed_run){v->first, v->last},
				 PF_WORD_NO | PF_WORD_AMISS)))
			return true;
	}
	return false;
}

/* --- who does it --- */

/* "Packed by the nearest branch", "brought by a driver" */
bool pf_maybe_done_by(const struct pf_view *view, const struct pf_ints *parts)
{
	static const char *const by[] = {"by", NULL};

	for (uint32_t i = 1;
	     (i = pf_tokens_find(view, i, (uint32_t)view->tokens->n, by)) < view->tokens->n; i++)
		if (pf_token_ends(view, i - 1, "ed") &&
		    pf_scope_has(parts, pf_parts_at(view->parts, view->tokens->v[i].begin)))
			return true;
	return false;
}

bool pf_maybe_asked_who(const struct pf_view *view)
{
	static const char *const who[] = {"who", NULL};
	static const char *const of_others[] = {"pays", "pay",   "owns", "else",
						"is",   "needs", "gets", NULL};

	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];
		uint32_t first = pf_question_said(view, pair)->run.first;

		if (!pf_range_empty(pair->answer) && pf_token_among(view, first, who) &&
		    !pf_token_among(view, first + 1, of_others))
			return true;
	}
	return false;
}

/* --- who speaks --- */

/* A slogan is one sentence without a number; who says more may say why. */
bool pf_maybe_argued(const struct pf_view *view, enum pf_part_id id)
{
	const struct pf_part *part = pf_parts_get(view->parts, id);
	size_t first, last;

	if (!part)
		return false;
	pf_view_sentences(view, part->body, &first, &last);
	return last - first > 1 || pf_deed_has_quant(view, part->body);
}

/* --- what is gained --- */

/* From one value to another, outside of what hurts and of what is measured; or a gain in words. */
static bool gained(const struct pf_view *view)
{
	struct pf_range at;

	if (pf_told_gain(view, &at))
		return true;
	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (q->role == PF_ROLE_TARGET && q->pair != PF_QUANT_NONE &&
		    is_offered(view, pf_quant_sentence(view, q)))
			return true;
	}
	for (size_t i = 0; i < view->parts->metrics.n; i++)
		if (view->parts->metrics.v[i].baseline < view->quants->n &&
		    view->parts->metrics.v[i].target < view->quants->n &&
		    view->parts->metrics.v[i].tier != PF_TIER_GUARDRAIL)
			return true;
	return false;
}

/* --- parts and things --- */

/* What hurts is told in a part of the release that was taken for another. */
static bool tells_pain(const struct pf_view *view)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_pains, PF_ANYWHERE);
	struct pf_range at;

	for (size_t i = 0; i < hits.n; i++) {
		enum pf_part_id part = pf_parts_at(view->parts, hits.v[i].begin);

		if (part == PF_PART_SUMMARY || part == PF_PART_SOLUTION ||
		    part == PF_PART_BENEFITS || part == PF_PART_OTHER)
			return true;
	}
	return pf_thing_find(view, PF_THING_PROBLEM, &at);
}

/* "To report a death", "How to get one": a heading that says what stands below it. */
static bool heads_start(const struct pf_view *view)
{
	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		uint32_t i = view->tokens->sentences.v[s].first;

		if (view->sentence_part[s] == PF_SENTENCE_HEADING &&
		    (PF_TOKEN_IS(view, i, "to") ||
		     (PF_TOKEN_IS(view, i, "how") && PF_TOKEN_IS(view, i + 1, "to"))))
			return true;
	}
	return false;
}

#define NAME_TOKENS 4u  /* "Count Once ends" */
#define LINE_TOKENS 12u /* "Glasgow, 14 February 2028." announces nothing */

/* "For whoever waits, the clinic now lends a working one" */
static bool does_now(const struct pf_view *view, const struct pf_sentence *s)
{
	static const char *const now[] = {"now", NULL};

	for (uint32_t i = s->first; (i = pf_tokens_find(view, i, s->last, now)) + 1 < s->last; i++)
		if (pf_token_ends(view, i + 1, "s") && !pf_view_is_stop(view, i + 1))
			return true;
	return false;
}

/* "From today, when the engineer is done", "we bring you one from 1 May": a paragraph of the page
 * announces it. */
static bool maybe_announces(const struct pf_view *view)
{
	static const char *const from[] = {"today", "now", NULL};
	static const char *const begins[] = {"launches", "launched",   "launching", "begins",
					     "starts",   "opens",      "offers",    "offer",
					     "offering", "introduces", NULL};

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *v = &view->tokens->sentences.v[s];

		if (is_offered(view, s) && view->sentence_part[s] != PF_PART_FAQ &&
		    view->sentence_part[s] != PF_PART_METRICS &&
		    (holds(view, s, begins) || does_now(view, v) ||
		     (view->sentence_part[s] != PF_PART_HEADLINE &&
		      v->last > v->first + LINE_TOKENS && has_kind(view, s, PF_QUANT_DATE)) ||
		     pf_tokens_any(view, v->first, v->first + 4 < v->last ? v->first + 4 : v->last,
				   from)))
			return true;
	}
	return false;
}

/* "RackBack puts a label printer at the saw": what bears the name of the page does something. */
static bool tells_what_it_does(const struct pf_view *view)
{
	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *v = &view->tokens->sentences.v[s];
		uint32_t last = v->first + NAME_TOKENS < v->last ? v->first + NAME_TOKENS : v->last;

		if (!is_offered_or_hurts(view, s) || !pf_own_named(view, v->first))
			continue;
		for (uint32_t i = v->first + 1; i < last; i++)
			if (!(view->tokens->v[i].flags & PF_TOKEN_CAPITAL) &&
			    pf_token_ends(view, i, "s"))
				return true;
	}
	return false;
}

/* "We read every note. We saw it too late.": where the house speaks in the release, nobody of the
 * house need be made to speak. */
static bool speaks_itself(const struct pf_view *view)
{
	static const char *const we[] = {"we", "we've", "we're", "we'll", NULL};

	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (is_offered_or_hurts(view, s) && holds(view, s, we))
			return true;
	return false;
}

bool pf_maybe_part(const struct pf_view *view, enum pf_part_id id)
{
	switch (id) {
	case PF_PART_PROBLEM: return tells_pain(view);
	case PF_PART_BENEFITS: return gained(view);
	case PF_PART_QUOTE_COMPANY: return speaks_itself(view) || pf_maybe_heard(view, id);
	case PF_PART_QUOTE_CUSTOMER: return pf_maybe_heard(view, id);
	case PF_PART_SUMMARY: return maybe_announces(view);
	case PF_PART_SOLUTION: return maybe_announces(view) || tells_what_it_does(view);
	case PF_PART_START:
		return pf_maybe_begun(view, &release) || pf_maybe_start(view) || heads_start(view);
	case PF_PART_METRICS: return pf_maybe_metrics(view);
	default: return false;
	}
}

/* "You hand in the broken one and walk out": what the reader does, in the offer or its title. */
static bool you_act(const struct pf_view *view)
{
	static const char *const you[] = {"you", NULL};
	static const char *const not_done[] = {"want", "need", "know", "like", "wish",
					       "see",  "get",  "love", NULL};

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *v = &view->tokens->sentences.v[s];
		uint8_t part = view->sentence_part[s];

		if ((part != PF_PART_HEADLINE && part != PF_SENTENCE_HEADING &&
		     !is_offered_or_hurts(view, s)) ||
		    part == PF_PART_PROBLEM || !pf_sentence_may(view, s, you))
			continue;
		for (uint32_t i = v->first;
		     (i = pf_tokens_find(view, i, v->last, you)) + 2 < v->last; i++)
			if (view->tokens->v[i + 1].kind == PF_TOKEN_WORD &&
			    !pf_view_is_stop(view, i + 1) &&
			    !pf_token_among(view, i + 1, not_done) &&
			    !(view->tokens->v[i].flags & PF_TOKEN_QUOTED))
				return true;
	}
	return false;
}

/* "The tenant hands in the form": two things that somebody does, in any part of the release. */
static bool maybe_walks_through(const struct pf_view *view)
{
	return pf_told_hands_twice(view, &release) || pf_maybe_begun(view, &release) ||
	       you_act(view);
}

/* "BERGEN 14 May 2027. When", "Press release. Bergen, 14 May 2027": a name and a day above it all.
 */
static bool opens_with_a_day(const struct pf_view *view)
{
	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		uint32_t at = q->first;

		if (at > OPENING_WORDS)
			return false;
		at -= at &&
		      (view->tokens->v[at - 1].sign == ',' || view->tokens->v[at - 1].sign == '-');
		if (q->kind == PF_QUANT_DATE && at &&
		    view->tokens->v[at - 1].flags & PF_TOKEN_CAPITAL)
			return true;
	}
	return false;
}

static bool counts_whom(const struct pf_view *view)
{
	return pf_view_has(view, PF_LIST_segment, pf_view_whole(view));
}

bool pf_maybe_thing(const struct pf_view *view, enum pf_thing thing)
{
	static const struct pf_ints all = {0};

	switch (thing) {
	case PF_THING_PROBLEM: return pf_maybe_fails(view, &all);
	case PF_THING_BENEFIT: return gained(view);
	case PF_THING_METRIC: return pf_maybe_metrics(view);
	case PF_THING_RELEASE_DATE: return pf_maybe_dated(view);
	case PF_THING_DATELINE: return opens_with_a_day(view);
	case PF_THING_SOURCE: return pf_told_looks(view);
	case PF_THING_SEGMENT: return counts_whom(view);
	case PF_THING_WALKTHROUGH: return maybe_walks_through(view);
	default: return false;
	}
}
