/* doubt: what is not known, what is only assumed, which test comes next. */
#include <stdio.h>

#include "prfaq/base/bound.h"

#include "draft/answers.h"
#include "draft/assumption.h"
#include "draft/deed_words.h"
#include "draft/doubt.h"
#include "draft/equation.h"
#include "draft/maybe.h"
#include "draft/own.h"
#include "draft/quants.h"
#include "draft/said.h"
#include "draft/stages.h"
#include "draft/words.h"
#include "kinds.h"

static bool in_scope(const struct pf_view *view, const struct pf_ints *parts, size_t sentence)
{
	uint8_t part = view->sentence_part[sentence];
	uint32_t begin = view->tokens->sentences.v[sentence].begin;

	return pf_scope_has(parts, part == PF_SENTENCE_HEADING ? pf_parts_at(view->parts, begin)
							       : (enum pf_part_id)part);
}

/* Only what an answer says it does not know is surely meant so; "or a photo is unclear" is not. */
static bool surely_unknown(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	const struct pf_pair *pair = pf_answer_at(view, s->begin);

	/* "They will go on not paying, and we have no answer for that": a limit, and known. */
	static const char *const no[] = {"no", NULL}, *const answer[] = {"answer", NULL};
	static const char *const said[] = {"solved", "assuming", NULL};
	uint32_t at = pf_sentence_find(view, sentence, no);

	if (at + 1 < s->last && pf_token_among(view, at + 1, answer))
		return false;
	/* "Not solved by this", "I am not assuming one": nor is that unknown. */
	at = pf_tokens_find(view, s->first, s->last, said);
	if (at < s->last && at > s->first &&
	    (PF_TOKEN_IS(view, at + 1, "by") || PF_TOKEN_IS(view, at, "assuming")) &&
	    PF_TOKEN_IS(view, at - 1, "not"))
		return false;
	return pair && s->begin >= pair->answer.begin &&
	       !pf_sentence_quants(view, sentence)->assumption;
}

/* "- Assumption: we assume that people will like it" can be said of any page: in a list, which may
 * answer no question, a doubt names its own matter or holds a number. */
static bool is_of_page(const struct pf_view *view, size_t sentence)
{
	return !pf_view_in_list(view, view->tokens->sentences.v[sentence].begin) ||
	       pf_sentence_quants(view, sentence)->n ||
	       pf_own_words(view, pf_sentence_range(view, sentence)) >= 2;
}

/* In words of which no reader is sure. */
static bool maybe_admits(const struct pf_view *view, const struct pf_ints *parts)
{
	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (in_scope(view, parts, s) && pf_maybe_unknown(view, s))
			return true;
	return false;
}

/* An unknown with its day is what one wants; without, it is quoted back. */
static void judge_unknown(const struct pf_view *view, const struct pf_rule *rule,
			  struct pf_judgement *j)
{
	const struct pf_ints *parts = &rule->params.doubt.parts;
	struct pf_range at, open = {0, 0};
	char words[78], quoted[80];
	bool half = false; /* assumed, or perhaps admitted */

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		if (!in_scope(view, parts, s) ||
		    !pf_doubt_admitted(view, rule->lists, rule->n_lists, s, &at) ||
		    !is_of_page(view, s))
			continue;
		if (pf_doubt_settled(view, at)) {
			pf_judge_pass(j, at, "not known, and how it will be");
			return;
		}
		half = true;
		if (pf_range_empty(open) && surely_unknown(view, s))
			open = pf_sentence_range(view, s);
	}
	for (size_t i = 0; i < view->quants->n; i++) {
		if (view->origin[i] != PF_ORIGIN_ASSUMED)
			continue;
		half = true;
		at = (struct pf_range){view->quants->v[i].begin, view->quants->v[i].end};
		if (view->grounds[i] & PF_GROUND_TEST || pf_doubt_settled(view, at)) {
			pf_judge_pass(j, at, "assumed, and how it will be known");
			return;
		}
	}
	if (!pf_range_empty(open)) {
		pf_judge_credit(j, 0.5, open, "not known, without a day");
		pf_view_words(view, open, words, sizeof(words));
		snprintf(quoted, sizeof(quoted), "\"%s\"", words);
		pf_judge_miss(j, open, quoted, "it does not say when or how you will know");
		return;
	}
	at = pf_rule_place(view, rule, parts);
	if (half) { /* that an assumption lacks a test is another rule's to say */
		pf_judge_credit(j, 0.5, at, "not known or assumed, without a day");
		j->untold = true;
		return;
	}
	pf_judge_credit(j, 0, at, "nothing of the kind is said");
	j->untold = pf_maybe_weighs(view) || maybe_admits(view, parts);
	pf_judge_miss(j, at, "open questions",
		      "nothing is admitted as unknown, and no number as assumed");
	if (j->n_places)
		j->places[0].about = PF_ABOUT_DOUBT;
}

/* "$4 (assumed)", "$4, our estimate", "the 20 is my estimate": the label stands just behind its
 * number. */
static bool labelled_behind(const struct pf_view *view, const struct pf_quant *q, uint32_t label)
{
	static const char *const is[] = {"is", "are", NULL};
	enum { NEAR = 24 }; /* bytes */
	const struct pf_token *next = &view->tokens->v[q->last];

	return q->last < view->tokens->n && label >= q->end && label - q->end < NEAR &&
	       (next->sign == '(' || next->sign == ',' || pf_token_among(view, q->last, is));
}

/* "3,900 jobs; I assume that six in ten have none": the number that is meant is the first behind
 * the label. */
static bool beside_label(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];
	size_t sentence = pf_quant_sentence(view, q);
	const struct pf_quant_note *notes = view->quants->notes.v;
	size_t n = view->quants->notes.n;

	if (pf_doubt_guesses(view, quant))
		return true;
	for (size_t i = PF_LOWER_BOUND(notes, n, sentence, (uint32_t)sentence);
	     i < n && notes[i].sentence == sentence; i++) {
		const struct pf_quant_note *note = &notes[i];

		if (note->kind != PF_NOTE_ASSUMPTION)
			continue;
		if (note->end <= q->begin ? !quant || q[-1].begin < note->end
					  : labelled_behind(view, q, note->begin))
			return true;
	}
	return false;
}

/* Where a number is said to be assumed and says of what, or stands beside the very word. */
static bool is_assumption(const struct pf_view *view, const struct pf_ints *parts, size_t quant)
{
	return view->origin[quant] == PF_ORIGIN_ASSUMED &&
	       (pf_quant_bound(view, quant) || beside_label(view, quant)) &&
	       !pf_quant_is_date(&view->quants->v[quant]) &&
	       pf_scope_has(parts, pf_quant_part(view, &view->quants->v[quant]));
}

/* "300 pairs, each for six majors: I assume 1,800": what it is made of is why. */
static bool is_worked_out(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];
	struct pf_range at, sentence = pf_sentence_range(view, pf_quant_sentence(view, q));

	sentence.end = q->end;
	return pf_answer_worked(view, sentence, &at) && at.end == q->end;
}

/* "71 hired, 11 damaged. I'd believe 20%": the numbers of another sentence may be why. */
static bool has_numbers_beside(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];
	const struct pf_pair *pair = pf_answer_at(view, q->begin);
	const struct pf_said *answer;

	if (!pair)
		return false;
	answer = pf_answer_said(view, pair);
	for (uint32_t i = answer->quants;
	     i < answer->quants_end && i < answer->quants + PF_QUANTS_HELD; i++) {
		const struct pf_quant *other = &view->quants->v[i];

		if (!pf_quant_is_date(other) && other->value != q->value &&
		    pf_quant_sentence(view, other) != pf_quant_sentence(view, q))
			return true;
	}
	return false;
}

/* What its sentence and the next do not tell may stand elsewhere in the answer or paragraph. */
static bool is_grounded(const struct pf_view *view, size_t quant)
{
	static const uint32_t lists[] = {PF_LIST_reasons, PF_LIST_assumption_reasons};
	struct pf_range at = {view->quants->v[quant].begin, view->quants->v[quant].end};
	uint32_t b = pf_doc_block_at(view->doc, at.begin);
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);

	return view->grounds[quant] || is_worked_out(view, quant) || pf_doubt_tested(view, at) ||
	       has_numbers_beside(view, quant) ||
	       (b != PF_DOC_NONE &&
		pf_view_any(view, lists, 2, (struct pf_range){blocks[b].begin, blocks[b].end},
			    NULL));
}

/* "By the grower's own guess", "their estimate": somebody else's. */
static bool is_anothers(const struct pf_view *view, const struct pf_sentence *s)
{
	static const char *const guess[] = {"guess", "estimate", "reckoning", "account", NULL};
	static const char *const own[] = {"own", NULL};
	static const char *const whose[] = {"their", "his", "her", NULL};
	uint32_t i = pf_tokens_find(view, s->first, s->last, guess);
	const struct pf_token *of;

	if (i >= s->last || i < s->first + 2)
		return false;
	i -= 1u + pf_token_among(view, i - 1, own);
	of = &view->tokens->v[i];
	return pf_token_among(view, i, whose) ||
	       (of->kind == PF_TOKEN_WORD && of->end - of->begin > 2 &&
		view->text.ptr[of->end - 1] == 's' && view->text.ptr[of->end - 2] != 's' &&
		!((view->text.ptr[of->end - 2] | 0x20) >= 'a' &&
		  (view->text.ptr[of->end - 2] | 0x20) <= 'z'));
}

/* "We estimate", "our guess"; the tester that estimates, and those who were an estimated 1,270, are
 * not the writer. */
static bool is_ours(const struct pf_view *view, size_t quant)
{
	static const char *const me[] = {"i", "we", "our", "my", "us", "i'd", "we'd", NULL};
	static const char *const guessed[] = {"estimate", "estimates", "estimated", NULL};
	const struct pf_sentence *s =
		&view->tokens->sentences.v[pf_quant_sentence(view, &view->quants->v[quant])];

	if (is_anothers(view, s))
		return false;
	return !pf_tokens_any(view, s->first, s->last, guessed) ||
	       pf_tokens_any(view, s->first, s->last, me);
}

/* An assumption one can test: number, reason, test. The best of the page is what counts; what is
 * told is one that is surely meant, where none of them has a reason or a test. */
static void judge_assumed(const struct pf_view *view, const struct pf_rule *rule,
			  struct pf_judgement *j)
{
	const struct pf_ints *parts = &rule->params.doubt.parts;
	size_t none = view->quants->n, shown = none;
	double best = 0;
	bool grounded = false;
	struct pf_range at;
	char words[80];

	for (size_t i = 0; i < view->quants->n; i++) {
		double worth = pf_assumption_worth(view->grounds[i]);

		if (!is_assumption(view, parts, i))
			continue;
		grounded = grounded || is_grounded(view, i) || !is_ours(view, i);
		if (shown == none || beside_label(view, i) > beside_label(view, shown) ||
		    (worth > best && beside_label(view, i) >= beside_label(view, shown)))
			shown = i;
		best = worth > best ? worth : best;
	}
	if (shown == none) {
		at = pf_rule_place(view, rule, parts);
		pf_judge_credit(j, 0, at, "no number is labelled as assumed");
		j->untold = pf_maybe_assumed(view);
		pf_judge_miss(j, at, "assumptions", "no number is called one");
		if (j->n_places)
			j->places[0].about = PF_ABOUT_DOUBT;
		return;
	}
	at = (struct pf_range){view->quants->v[shown].begin, view->quants->v[shown].end};
	pf_judge_credit(j, best, at, "%s",
			best < 1 ? pf_assumption_lacks(view->grounds[shown])
				 : "assumed, with why and how it is tested");
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_view_words(view, at, words, sizeof(words));
	pf_judge_miss(j, at, words, pf_assumption_lacks(view->grounds[shown]));
	pf_judge_next(j, "say why this much, and how it will be tested");
	j->untold = grounded;
}

/* "The rest only if under 12% are wrong there": the plan says what the first stage must show. */
static bool decides(const struct pf_view *view, struct pf_range stage)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t b = pf_doc_block_at(view->doc, stage.begin);

	return b != PF_DOC_NONE &&
	       pf_deed_has(view,
			   pf_deed_run_of(view, (struct pf_range){stage.begin, blocks[b].end}),
			   PF_WORD_IF);
}

#define DAY_SECONDS 86400

/* A date, or a time one plans in; "in ten minutes" and "8 months x $9,000" are none. */
static bool has_day(const struct pf_view *view, size_t sentence)
{
	struct pf_range range = pf_sentence_range(view, sentence);
	size_t first, last;
	bool day = pf_sentence_tells_period(view, sentence);

	for (pf_view_quants(view, range, &first, &last); first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		if (q->base == PF_QUANT_MONEY)
			return false;
		day = day || pf_quant_is_date(q) ||
		      (q->base == PF_QUANT_DURATION && pf_unit_seconds(q->unit) >= DAY_SECONDS);
	}
	return day;
}

/* "From March we show it to half", "two weeks in five kitchens tell us": a test has no set form,
 * but a day. A page whose metrics alone have one surely names none. */
static bool may_have_one(const struct pf_view *view, const struct pf_ints *parts)
{
	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (view->sentence_part[s] != PF_PART_METRICS && in_scope(view, parts, s) &&
		    has_day(view, s))
			return true;
	return false;
}

/* A trial with its day; or a plan in stages, of which the first is one. */
static void judge_test(const struct pf_view *view, const struct pf_rule *rule,
		       struct pf_judgement *j)
{
	const struct pf_ints *parts = &rule->params.doubt.parts;
	struct pf_range at, stages[2];

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		struct pf_range sentence = pf_sentence_range(view, s);

		if (in_scope(view, parts, s) &&
		    pf_view_any(view, rule->lists, rule->n_lists, sentence, &at) &&
		    pf_doubt_dated(view, at)) {
			pf_judge_pass(j, sentence, "a test with its day");
			return;
		}
	}
	if (pf_stages_find(view, stages, 2) >= 2) {
		pf_judge_credit(j, decides(view, stages[0]) ? 1 : 0.5, stages[0],
				"the first of the stages");
		j->untold = true;
		return;
	}
	at = pf_rule_place(view, rule, parts);
	pf_judge_credit(j, 0, at, "no test with its day");
	j->untold = may_have_one(view, parts);
}

void pf_doubt_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	switch ((enum pf_doubt_check)rule->params.doubt.check) {
	case PF_DOUBT_UNKNOWN: judge_unknown(view, rule, j); break;
	case PF_DOUBT_ASSUMED: judge_assumed(view, rule, j); break;
	case PF_DOUBT_TEST: judge_test(view, rule, j); break;
	}
}
