/* pattern: words of a list, absent or present, unless the sentence excuses or fails them. */
#include "counted.h"
#include "draft/answers.h"
#include "draft/maybe.h"
#include "draft/quants.h"
#include "draft/told.h"
#include "draft/words.h"
#include "idioms.h"
#include "kinds.h"
#include "levels.h"

static bool quoted(const struct pf_view *view, size_t token)
{
	return token < view->tokens->n && view->tokens->v[token].flags & PF_TOKEN_QUOTED;
}

static bool has_list(const struct pf_view *view, enum pf_list list, size_t sentence)
{
	return pf_view_has(view, list, pf_sentence_range(view, sentence));
}

/* "Older people", "power users", "everyone on the square": the word beside it says which. */
static bool is_named(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const vague[] = {"many",  "most",  "all",   "some",  "modern",  "busy",
					    "other", "today", "every", "these", "several", NULL};
	static const char *const which[] = {"who",  "whose", "on",   "at",   "in",     "with",
					    "over", "under", "aged", "near", "around", NULL};
	const struct pf_token *v = view->tokens->v;

	if (pf_token_among(view, h->last, which))
		return true;
	return h->first && !(v[h->first].flags & PF_TOKEN_SENTENCE) &&
	       v[h->first - 1].kind == PF_TOKEN_WORD && !pf_view_is_stop(view, h->first - 1) &&
	       !pf_token_among(view, h->first - 1, vague);
}

static bool sentence_has(const struct pf_view *view, enum pf_need need, size_t sentence)
{
	switch (need) {
	case PF_NEED_NUMBER: return pf_sentence_numbered(view, sentence);
	case PF_NEED_DATE: return pf_sentence_dated(view, sentence);
	case PF_NEED_REASON: return has_list(view, PF_LIST_reasons, sentence);
	case PF_NEED_SEGMENT:
		return has_list(view, PF_LIST_segment, sentence) ||
		       pf_sentence_numbered(view, sentence);
	case PF_NEED_COMPARISON:
		return has_list(view, PF_LIST_comparison, sentence) ||
		       pf_sentence_quants(view, sentence)->has_baseline;
	case PF_NEED_ACTION: return has_list(view, PF_LIST_actions, sentence);
	}
	return false;
}

static bool any_need(const struct pf_view *view, const struct pf_ints *needs, size_t sentence)
{
	for (size_t i = 0; i < needs->n; i++)
		if (sentence_has(view, (enum pf_need)needs->v[i], sentence))
			return true;
	return false;
}

static bool all_needs(const struct pf_view *view, const struct pf_ints *needs, size_t sentence)
{
	for (size_t i = 0; i < needs->n; i++)
		if (!sentence_has(view, (enum pf_need)needs->v[i], sentence))
			return false;
	return true;
}

/* "What do we not know?" has its day somewhere in the answer; a sentence of an answer in one beside
 * it. */
static bool needs_near(const struct pf_view *view, const struct pf_ints *needs,
		       const struct pf_word_hit *h, size_t sentence)
{
	const struct pf_pair *pair = pf_answer_at(view, h->begin);
	size_t first, last;

	if (!pair || pf_range_empty(pair->answer))
		return false;
	if (h->begin >= pair->answer.begin)
		pf_view_sentences_beside(view, pair->answer, sentence, &first, &last);
	else
		pf_view_sentences(view, pair->answer, &first, &last);
	for (; first < last; first++)
		if (all_needs(view, needs, first))
			return true;
	return false;
}

static bool allowed_by_prompt(const struct pf_view *view, const struct pf_word_hit *h)
{
	struct pf_range at = {h->begin, h->end};

	return pf_view_context_hits(view, PF_CONTEXT_JARGON, at).n > 0;
}

/* A problem that names its tenants in one sentence may speak of people in the next; but a sentence
 * that begins with them is about nobody, unless it leans on one before it: "People are shocked". */
static bool named_elsewhere(const struct pf_view *view, const struct pf_params_pattern *p,
			    const struct pf_word_hit *h)
{
	static const char *const lean[] = {"people", "customer", "customers", NULL};
	size_t sentence = pf_sentence_of(view->tokens, h->first);
	size_t last = view->tokens->sentences.n;

	if (h->first <= view->tokens->sentences.v[sentence].first + 2)
		last = pf_token_among(view, h->first, lean) ? sentence : 0;
	for (size_t s = 0; s < last; s++)
		if (view->sentence_part[s] != PF_SENTENCE_HEADING &&
		    pf_scope_has(&p->parts, (enum pf_part_id)view->sentence_part[s]) &&
		    any_need(view, &p->excuse, s))
			return true;
	return false;
}

/* "Every map opens without sign-in": what nobody has to do is no step. */
static bool is_spared(const struct pf_view *view, const struct pf_word_hit *h)
{
	return h->list == PF_LIST_actions && h->first && PF_TOKEN_IS(view, h->first - 1, "without");
}

/* True when the hit counts: for "absent" as a fault, for "present" as evidence. */
static bool counts(const struct pf_view *view, const struct pf_params_pattern *p,
		   const struct pf_word_hit *h)
{
	size_t sentence = pf_sentence_of(view->tokens, h->first);
	uint8_t part = view->sentence_part[sentence];
	enum pf_part_id id = part == PF_SENTENCE_HEADING ? pf_parts_at(view->parts, h->begin)
							 : (enum pf_part_id)part;

	if (!pf_scope_has(&p->parts, id) || (p->except.n && pf_scope_has(&p->except, id)))
		return false;
	if (!p->quotes && quoted(view, h->first))
		return false;
	if (p->listed && !pf_view_in_list(view, h->begin))
		return false;
	if (p->want == PF_WANT_PRESENT)
		return !is_spared(view, h) && (all_needs(view, &p->needs, sentence) ||
					       needs_near(view, &p->needs, h, sentence));
	return !allowed_by_prompt(view, h) && !pf_hit_near_number(view, h, p->within) &&
	       !pf_hit_is_glossed(view, h) && !pf_hit_is_idiom(view, h) &&
	       !(p->specific && (is_named(view, h) || named_elsewhere(view, p, h))) &&
	       !any_need(view, &p->excuse, sentence);
}

struct found {
	struct pf_word_hit first;
	struct pf_word_hit shown[PF_RULE_PLACES];
	size_t n, n_shown;
	bool asked; /* a question holds the words, and is answered */
};

static bool is_answered(const struct pf_view *view, const struct pf_params_pattern *p,
			const struct pf_word_hit *h)
{
	const struct pf_pair *pair = pf_answer_at(view, h->begin);

	return pair && !pf_range_empty(pair->answer) && h->begin < pair->answer.begin &&
	       pf_scope_has(&p->parts, PF_PART_FAQ);
}

static void take(const struct pf_view *view, const struct pf_params_pattern *p, struct found *found,
		 const struct pf_word_hit *h)
{
	if (!counts(view, p, h)) {
		found->asked = found->asked || is_answered(view, p, h);
		return;
	}
	if (!found->n || h->begin < found->first.begin)
		found->first = *h;
	found->n++;
	if (found->n_shown < PF_RULE_PLACES)
		found->shown[found->n_shown++] = *h;
}

/* Two lists, or a list and the grammar, may find one phrase. */
static bool is_found(const struct found *found, const struct pf_word_hit *h)
{
	for (size_t i = 0; i < found->n_shown; i++)
		if (found->shown[i].begin < h->end && h->begin < found->shown[i].end)
			return true;
	return false;
}

static void find_worded(const struct pf_view *view, const struct pf_params_pattern *p,
			struct found *found)
{
	struct pf_word_hit h;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		uint8_t part = view->sentence_part[s];

		if (part != PF_SENTENCE_HEADING && pf_scope_has(&p->parts, (enum pf_part_id)part) &&
		    pf_level_told(view, s, &h) && !is_found(found, &h))
			take(view, p, found, &h);
	}
}

static void find(const struct pf_view *view, const struct pf_rule *rule, struct found *found)
{
	const struct pf_params_pattern *p = &rule->params.pattern;

	for (size_t i = 0; i < rule->n_lists; i++) {
		struct pf_hits hits = pf_view_hits(view, rule->lists[i], PF_ANYWHERE);

		for (size_t k = 0; k < hits.n; k++)
			take(view, p, found,
			     &(struct pf_word_hit){hits.v[k].begin, hits.v[k].end, hits.v[k].first,
						   hits.v[k].last, rule->lists[i]});
	}
	for (size_t i = 0; p->notes.n && i < view->quants->notes.n; i++) {
		const struct pf_quant_note *note = &view->quants->notes.v[i];
		bool wanted = false;

		for (size_t k = 0; k < p->notes.n; k++)
			wanted = wanted || p->notes.v[k] == (int)note->kind;
		if (wanted)
			take(view, p, found,
			     &(struct pf_word_hit){note->begin, note->end,
						   pf_tokens_at(view->tokens, note->begin),
						   pf_tokens_at(view->tokens, note->end),
						   PF_LIST_NONE});
	}
	if (p->worded)
		find_worded(view, p, found);
}

static bool same_words(const struct pf_view *view, const struct pf_word_hit *a,
		       const struct pf_word_hit *b)
{
	return pf_slice_equal_nocase(pf_slice_cut(view->text, a->begin, a->end),
				     pf_slice_cut(view->text, b->begin, b->end));
}

/* The k-th hit of the same words is worth 1/k^2: saying it again is no new evidence. */
static double worth(const struct pf_view *view, const struct found *found)
{
	double sum = 0;

	for (size_t i = 0; i < found->n_shown; i++) {
		double k = 1;

		for (size_t e = 0; e < i; e++)
			k += same_words(view, &found->shown[e], &found->shown[i]) ? 1 : 0;
		sum += 1 / (k * k);
	}
	return sum;
}

static bool excused_by_rule(const struct pf_view *view, const char *id)
{
	size_t other = id ? pf_rubric_find(view->rubric, id) : SIZE_MAX;

	return id && other < pf_rubric_rules(view->rubric) && view->credit &&
	       view->credit[other] == 255;
}

/* Not by a phrase, but by another rule, or in words of its own. */
static bool told_otherwise(const struct pf_view *view, const struct pf_rule *rule,
			   struct pf_judgement *j)
{
	const struct pf_params_pattern *p = &rule->params.pattern;
	struct pf_range at;

	if (!pf_scope_span(view, &p->parts, &at))
		return false;
	if (excused_by_rule(view, p->unless)) {
		pf_judge_pass(j, at, "told with %s", p->unless);
		return true;
	}
	if (!pf_told_tale(view, (enum pf_tale)p->tale, &p->parts, &at))
		return false;
	pf_judge_pass(j, at, "told in words of its own");
	return true;
}

/* In words of which no reader is sure. */
static bool maybe_told(const struct pf_view *view, const struct pf_params_pattern *p)
{
	switch ((enum pf_tale)p->tale) {
	case PF_TALE_LEFT_OUT: return pf_maybe_left_out(view) || pf_maybe_weighs(view);
	case PF_TALE_STEPS:
		return pf_told_hands_twice(view, &p->parts) ||
		       (p->parts.n == 1 &&
			(p->parts.v[0] == PF_PART_START ? pf_maybe_part(view, PF_PART_START)
							: pf_maybe_begun(view, &p->parts)));
	case PF_TALE_BEFORE: return pf_maybe_weighs(view);
	case PF_TALE_EVENT: /* "She used to ring me; now I can see it": a day of then, and one of
			       now */
		return pf_maybe_weighs(view) || pf_told_then_and_now(view, &p->parts) ||
		       pf_told_some_day(view, &p->parts);
	case PF_TALE_TODAY: return pf_maybe_fails(view, &p->parts);
	case PF_TALE_REASON:
		return pf_maybe_other_voice(view, PF_PART_QUOTE_COMPANY) ||
		       pf_maybe_argued(view, PF_PART_QUOTE_COMPANY);
	case PF_TALE_HANDS: return pf_maybe_done_by(view, &p->parts) || pf_maybe_asked_who(view);
	case PF_TALE_PRICE: return pf_maybe_priced(view);
	case PF_TALE_SMALL: return pf_maybe_small(view);
	default: return false;
	}
}

/* The quote itself, and not the "Quotes." above it. */
static struct pf_range below_heading(const struct pf_view *view, struct pf_range at)
{
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];

		if (part->heading.begin == at.begin && part->heading.end == at.end &&
		    !pf_range_empty(part->body))
			return part->body;
	}
	return at;
}

static void judge_present(const struct pf_view *view, const struct pf_rule *rule,
			  const struct found *found, struct pf_judgement *j)
{
	double least = rule->params.pattern.least > 0 ? rule->params.pattern.least : 1;
	struct pf_range at, sentence;
	char words[60];

	if (worth(view, found) < least && told_otherwise(view, rule, j))
		return;
	if (!found->n) {
		at = pf_rule_place(view, rule, &rule->params.pattern.parts);
		if (rule->params.pattern.quotes)
			at = below_heading(view, at);
		pf_judge_credit(j, 0, at, "nothing of the kind is said");
		pf_judge_place(j, at);
		/* It is said, without what makes it count, or in words that no list holds. */
		j->untold = found->asked || maybe_told(view, &rule->params.pattern);
		return;
	}
	at = (struct pf_range){found->first.begin, found->first.end};
	pf_view_words(view, at, words, sizeof(words));
	sentence = pf_sentence_range(view, pf_sentence_of(view->tokens, found->first.first));
	pf_judge_credit(j, worth(view, found) / least, sentence, "\"%s\"", words);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	/* Half of what somebody said would be held against them. */
	pf_judge_place(j, rule->params.pattern.quotes
				  ? below_heading(view, pf_rule_place(view, rule,
								      &rule->params.pattern.parts))
				  : sentence);
	j->untold = maybe_told(view, &rule->params.pattern);
}

/* "Hundreds of millions of": two lists hold words that overlap. */
static bool overlaps_shown(const struct found *found, size_t hit)
{
	for (size_t i = 0; i < hit; i++)
		if (found->shown[i].begin < found->shown[hit].end &&
		    found->shown[hit].begin < found->shown[i].end)
			return true;
	return false;
}

#define TAIL 0.04 /* of the credit: so many hits that none is left, and one more is felt still */

/* `n` hits, by the words where the rule counts by words. */
static double credit_of_hits(const struct pf_params_pattern *p, double n)
{
	double none = p->none > p->allow ? p->none : p->allow + 1;

	if (n <= p->allow)
		return 1;
	return (1 - TAIL) * pf_ramp(n, none, p->allow) + TAIL / (1 + n - p->allow);
}

static void judge_absent(const struct pf_view *view, const struct pf_rule *rule,
			 const struct found *found, struct pf_judgement *j)
{
	const struct pf_params_pattern *p = &rule->params.pattern;
	double n = (double)found->n, credit;
	struct pf_range at;
	char words[60];

	if (!pf_scope_span(view, &p->parts, &at)) {
		pf_judge_owe(j, "the part is missing");
		return;
	}
	if (!found->n) {
		pf_judge_pass(j, at, "none found");
		return;
	}
	j->n = n;
	if (p->per > 0)
		n = n * p->per / ((double)pf_scope_words(view, &p->parts) + 1);
	credit = credit_of_hits(p, n);
	pf_view_words(view, (struct pf_range){found->first.begin, found->first.end}, words,
		      sizeof(words));
	at = (struct pf_range){found->first.begin, found->first.end};
	pf_judge_credit(j, credit, at, "\"%s\"%s", words, found->n > 1 ? " and others" : "");
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, "take out \"%s\"", words);
	for (size_t i = 0; i < found->n_shown; i++) {
		struct pf_range span = {found->shown[i].begin, found->shown[i].end};

		if (!overlaps_shown(found, i) && !pf_hit_may_be_counted(view, &found->shown[i]))
			pf_judge_point(view, j, span, "")->about = PF_ABOUT_WORDS + span.begin;
	}
	j->untold = !j->n_places || maybe_told(view, p);
}

void pf_pattern_judge(const struct pf_view *view, const struct pf_rule *rule,
		      struct pf_judgement *j)
{
	struct found found = {0};

	find(view, rule, &found);
	if (rule->params.pattern.want == PF_WANT_PRESENT) {
		judge_present(view, rule, &found, j);
	} else {
		if (found.n && excused_by_rule(view, rule->params.pattern.unless))
			found.n = found.n_shown = 0;
		judge_absent(view, rule, &found, j);
	}
}

size_t pf_pattern_count(const struct pf_view *view, const char *id)
{
	size_t i = id ? pf_rubric_find(view->rubric, id) : SIZE_MAX;
	struct found found = {0};

	if (i < view->rubric->rules.n && pf_rule_is(view->rubric->rules.v[i], PF_KIND_pattern))
		find(view, view->rubric->rules.v[i], &found);
	return found.n;
}
