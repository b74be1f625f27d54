/* What a page may say of its metrics where no reader here finds it: in the head of a column, in
 * what was asked, beside the list. Nobody is asked for that. */
#include <string.h>

#include "draft/answers.h"
#include "draft/quants.h"
#include "draft/said.h"
#include "draft/words.h"
#include "tiers.h"

/* The stretch in which the metric stands with others: a question and its answer, else the part. */
static struct pf_range stretch_of(const struct pf_view *view, uint32_t off)
{
	const struct pf_pair *pair = pf_answer_at(view, off);

	if (pair && !pf_range_empty(pair->answer))
		return (struct pf_range){pair->question.begin < pair->answer.begin
						 ? pair->question.begin
						 : pair->answer.begin,
					 pair->answer.end};
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];

		if (off >= part->body.begin && off < part->body.end)
			return (struct pf_range){pf_range_empty(part->heading)
							 ? part->body.begin
							 : part->heading.begin,
						 part->body.end};
	}
	return (struct pf_range){off, off};
}

/* "All in a year" may be read as one, and has no value. */
static bool has_value(const struct pf_metric *m)
{
	return m->target != PF_QUANT_NONE || m->baseline != PF_QUANT_NONE;
}

static bool begins_metric(const struct pf_view *view, struct pf_range range)
{
	for (size_t i = 0; i < view->parts->metrics.n && i < PF_METRICS_HELD; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (m->whole.begin >= range.begin && m->whole.begin < range.end && has_value(m))
			return true;
	}
	return false;
}

/* "Target, April" above a column; a month without its day or year is no quantity. */
static bool heads_month(const struct pf_view *view, size_t sentence)
{
	static const char *const months[] = {
		"january", "february",  "march",   "april",    "may",      "june", "july",
		"august",  "september", "october", "november", "december", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	for (uint32_t i = s->first; view->in_table[sentence] && i < s->last; i++)
		if (view->tokens->v[i].flags & PF_TOKEN_CAPITAL && pf_token_among(view, i, months))
			return true;
	return false;
}

/* "Target (12 months)", "targets apply from March": days and hours are what is measured. */
static bool tells_time(const struct pf_view *view, size_t sentence)
{
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	for (size_t i = qs->first; i < qs->first + qs->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (pf_quant_is_date(q) || (pf_quant_takes_days(q) && strcmp(q->unit, "day") != 0))
			return true;
	}
	return pf_sentence_tells_period(view, sentence) || heads_month(view, sentence);
}

/* "By 30 June:", "Targets apply from March": what stands above the metrics, or speaks of all. */
static bool speaks_of_all(const struct pf_view *view, size_t sentence, uint32_t metric)
{
	static const char *const all[] = {"targets", "goals", "values", "figures",
					  "numbers", "all",   "each",   NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	return s->begin < metric || pf_tokens_any(view, s->first, s->last, all);
}

/* "By 20 December: crews 41% to 60%. Days lost, 19 to 13.": the day stands before them all. */
static bool first_is_day(const struct pf_view *view, size_t sentence, uint32_t metric)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	const struct pf_quant *q = qs->n ? &view->quants->v[qs->first] : NULL;

	return s->begin < metric && q && pf_quant_is_date(q) && q->first < s->first + 4 &&
	       q->last < s->last && view->tokens->v[q->last].sign == ':';
}

/* A metric told in running prose, or in the line of a question: more of them may stand there than
 * are read. */
static bool in_prose(const struct pf_view *view, const struct pf_metric *m)
{
	uint32_t begin = m->whole.begin;
	const struct pf_pair *pair = pf_answer_at(view, begin);

	if (m->tier_labelled || !pf_range_empty(pf_row_at(view, begin)))
		return false;
	return !pf_view_in_list(view, begin) ||
	       (pair && pf_doc_block_at(view->doc, pair->question.begin) ==
				pf_doc_block_at(view->doc, begin));
}

/* "38 days, to 28 by January. First, the invoices from 9 to 2": what follows in the same breath has
 * the same day. */
static bool tells_by(const struct pf_view *view, size_t sentence)
{
	static const char *const by[] = {"by", "until", "before", "within", NULL};
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	for (size_t i = qs->first; i < qs->first + qs->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (pf_quant_is_date(q) && q->first > 1 &&
		    pf_tokens_any(view, q->first - 2, q->first + 1, by))
			return true;
	}
	return false;
}

/* Where the first metric of the stretch begins. */
static uint32_t first_metric(const struct pf_view *view, struct pf_range stretch)
{
	uint32_t first = stretch.end;

	for (size_t i = 0; i < view->parts->metrics.n && i < PF_METRICS_HELD; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (m->whole.begin >= stretch.begin && m->whole.begin < first && has_value(m))
			first = m->whole.begin;
	}
	return first;
}

/* The cells of rows are the metrics themselves: of a table only the head speaks of all. */
static bool dated_around(const struct pf_view *view, const struct pf_metric *m)
{
	struct pf_range stretch = stretch_of(view, m->whole.begin);
	uint32_t begin = first_metric(view, stretch);
	bool prose = in_prose(view, m);
	size_t first, last;

	for (pf_view_sentences(view, stretch, &first, &last); first < last; first++) {
		struct pf_range range = pf_sentence_range(view, first);

		if (range.begin >= begin && view->in_table[first])
			continue;
		if (begins_metric(view, range)
			    ? first_is_day(view, first, m->whole.begin) ||
				      (prose && range.begin < m->whole.begin &&
				       tells_by(view, first))
			    : tells_time(view, first) && speaks_of_all(view, first, begin))
			return true;
	}
	return false;
}

/* "All steps are timed in the log", "Data: repair log": of all of them, or of none by name. */
static bool is_of_all(const struct pf_view *view, const struct pf_sentence *s)
{
	static const char *const all[] = {"all", "every", "each", "both", "these", "they", NULL};
	static const char *const source[] = {"data", "source", "sources", NULL};

	return pf_token_among(view, s->first, source) ||
	       pf_tokens_any(view, s->first, s->last, all);
}

/* "74% of engineers in the March survey": today's value is told elsewhere, and read there. */
static bool read_elsewhere(const struct pf_view *view, const struct pf_rule *rule,
			   const struct pf_metric *m)
{
	const struct pf_quant *today = pf_tiers_quant(view, m->baseline);

	for (size_t i = 0; today && i < view->quants->n && i < PF_QUANTS_HELD; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		size_t s = pf_quant_sentence(view, q);

		if (q->value == today->value && q->base == today->base &&
		    !pf_range_in(pf_quant_span(q), m->whole) &&
		    (pf_sentence_quants(view, s)->source ||
		     pf_view_any(view, rule->lists, rule->n_lists, pf_sentence_range(view, s),
				 NULL)))
			return true;
	}
	return false;
}

bool pf_tiers_maybe_read(const struct pf_view *view, const struct pf_rule *rule,
			 const struct pf_metric *m)
{
	size_t first, last;

	for (pf_view_sentences(view, stretch_of(view, m->whole.begin), &first, &last); first < last;
	     first++) {
		struct pf_range range = pf_sentence_range(view, first);

		if (!view->in_table[first] && !begins_metric(view, range) &&
		    is_of_all(view, &view->tokens->sentences.v[first]) &&
		    (pf_sentence_quants(view, first)->source ||
		     pf_view_any(view, rule->lists, rule->n_lists, range, NULL)))
			return true;
	}
	return read_elsewhere(view, rule, m);
}

/* "At the second yearly visit", "in the 2030 bloom", "in season one": a time of the page's own. */
static bool tells_occasion(const struct pf_view *view, struct pf_range range)
{
	static const char *const at[] = {"by", "in", "at", "on", "from", "until", "after", NULL};
	static const char *const the[] = {"the", "our", "their", NULL};
	static const char *const which[] = {"first",  "second", "third", "fourth", "next", "new",
					    "coming", "end",    "start", "close",  NULL};
	static const char *const nth[] = {"one", "two", "three", "four", NULL};
	const struct pf_token *v = view->tokens->v;
	uint32_t last = pf_tokens_at(view->tokens, range.end);

	for (uint32_t i = pf_tokens_at(view->tokens, range.begin); i + 2 < last; i++) {
		uint32_t k = i + 1;

		if (!pf_token_among(view, i, at))
			continue;
		k += pf_token_among(view, k, the);
		if (k > i + 1 && k + 1 < last &&
		    (pf_token_among(view, k, which) ||
		     (v[k].kind == PF_TOKEN_NUMBER && v[k].end - v[k].begin == 4 &&
		      v[k + 1].kind == PF_TOKEN_WORD)))
			return true;
		if (v[k].kind == PF_TOKEN_WORD && !pf_view_is_stop(view, k) && k + 1 < last &&
		    pf_token_among(view, k + 1, nth) &&
		    (k + 2 >= last || v[k + 2].kind == PF_TOKEN_SIGN))
			return true;
	}
	return false;
}

/* "75% within 12 months": the row holds a time that was taken for the value. */
static bool times_itself(const struct pf_view *view, const struct pf_metric *m)
{
	static const char *const late[] = {"late", "ago", "earlier", NULL};
	static const char *const on[] = {"on", "later", "after", "in", NULL};
	size_t first, last;

	for (pf_view_quants(view, m->whole, &first, &last); first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		if (pf_quant_takes_days(q) && strcmp(q->unit, "day") != 0 &&
		    !pf_token_among(view, q->last, late) &&
		    (!pf_range_in(pf_quant_span(q), m->name) ||
		     pf_token_among(view, q->last, on)) &&
		    !pf_range_in(pf_quant_span(q), m->method))
			return true;
	}
	return false;
}

static bool holds_value(const struct pf_view *view, size_t sentence, const struct pf_quant *q)
{
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	for (size_t i = qs->first; q && i < qs->first + qs->n; i++)
		if (view->quants->v[i].value == q->value)
			return true;
	return false;
}

/* From and to are told again in another place, and there they have their day. */
static bool dated_elsewhere(const struct pf_view *view, const struct pf_metric *m)
{
	const struct pf_quant *target = pf_tiers_quant(view, m->target),
			      *today = pf_tiers_quant(view, m->baseline);

	for (size_t i = 0; target && i < view->quants->n && i < PF_QUANTS_HELD; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		size_t s = pf_quant_sentence(view, q);

		if (q->value == target->value && !pf_range_in(pf_quant_span(q), m->whole) &&
		    holds_value(view, s, today) && tells_time(view, s))
			return true;
	}
	return false;
}

bool pf_tiers_maybe_dated(const struct pf_view *view, const struct pf_metric *m)
{
	return tells_occasion(view, m->whole) || times_itself(view, m) || dated_around(view, m) ||
	       dated_elsewhere(view, m);
}

/* "3 h 10 min": "to 1 h 30 min in year one" makes no day of it. */
static bool is_day(const struct pf_quant *q)
{
	return q->base == PF_QUANT_DURATION ? pf_quant_takes_days(q) && pf_quant_is_date(q)
					    : pf_quant_is_date(q);
}

/* Two values of one sort, and no days: from one of them to the other. */
static bool tells_two_levels(const struct pf_view *view, struct pf_range range)
{
	size_t first, last;

	pf_view_quants(view, range, &first, &last);
	for (size_t i = first; i < last; i++) {
		const struct pf_quant *a = &view->quants->v[i];

		if (a->kind == PF_QUANT_RANGE && !is_day(a))
			return true;
		for (size_t k = i + 1; k < last && k < i + 4; k++) {
			const struct pf_quant *b = &view->quants->v[k];

			if (!is_day(a) && !is_day(b) && a->value != b->value &&
			    (a->base == b->base || b->base == PF_QUANT_NUMBER))
				return true;
		}
	}
	return false;
}

bool pf_tiers_maybe_moved(const struct pf_view *view, const struct pf_metric *m)
{
	return tells_two_levels(view, m->whole) ||
	       (m->whole.end && view->text.ptr[m->whole.end - 1] == ':');
}

/* "29% last year. 55% wanted.": two values, and one of them is called what it is to be. */
bool pf_tiers_maybe_aimed(const struct pf_view *view, const struct pf_metric *m)
{
	static const char *const aims[] = {"want", "wanted", "goal",  "target",
					   "aim",  "aimed",  "hoped", NULL};

	return pf_range_any(view, m->whole, aims) && tells_two_levels(view, m->whole);
}

/* "Contacts from 7 to 3. Days from 47 to 25. All in a year.": the time of all ends the answer. */
static bool closes_with_time(const struct pf_view *view, size_t sentence)
{
	const struct pf_pair *pair = pf_answer_at(view, view->tokens->sentences.v[sentence].begin);
	size_t last;

	if (!pair || pf_range_empty(pair->answer))
		return false;
	last = pf_answer_said(view, pair)->sentences_end;
	return last > sentence + 1 && tells_time(view, last - 1);
}

/* "From 7 to 3" where goals stand; elsewhere a third number must say until when. */
static bool may_be_goal(const struct pf_view *view, size_t sentence)
{
	const struct pf_quant_sentence *qs = &view->quants->sentences.v[sentence];
	const struct pf_quant *q = qs->n ? &view->quants->v[qs->first] : NULL;

	switch (view->sentence_part[sentence]) {
	case PF_PART_METRICS:
	case PF_PART_FAQ: return qs->n >= 3 || (qs->n == 2 && q[1].first <= q[0].last + 2u);
	case PF_PART_PROBLEM:
	case PF_PART_QUOTE_CUSTOMER:
	case PF_PART_QUOTE_COMPANY: return false;
	default: return qs->n >= 3;
	}
}

#define WANTS_WITHIN 8u /* sentences */

/* "It was 0.7 last year. We want 0.3. If it is not 0.4 by April": each in a sentence of its own. */
static bool wants_by(const struct pf_view *view, size_t sentence)
{
	static const char *const want[] = {"want", "wanted", "goal", "target", "aim", NULL};
	struct pf_range s = pf_sentence_range(view, sentence);
	uint32_t block = pf_doc_block_at(view->doc, s.begin);

	if (!sentence || !pf_sentence_any(view, sentence, want) || !pf_tiers_levels(view, s) ||
	    !pf_tiers_levels(view, pf_sentence_range(view, sentence - 1)) ||
	    pf_doc_block_at(view->doc, view->tokens->sentences.v[sentence - 1].begin) != block)
		return false;
	for (size_t i = sentence - 1;
	     i < view->tokens->sentences.n && i < sentence + WANTS_WITHIN &&
	     pf_doc_block_at(view->doc, view->tokens->sentences.v[i].begin) == block;
	     i++)
		if (tells_time(view, i))
			return true;
	return false;
}

/* A sentence or a metric with two values, and a time in it or beside it. */
bool pf_tiers_maybe_stated(const struct pf_view *view)
{
	for (size_t i = 0; i < view->parts->metrics.n && i < PF_METRICS_HELD; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (tells_two_levels(view, m->whole) &&
		    (pf_tiers_has_deadline(view, m) || pf_tiers_maybe_dated(view, m)))
			return true;
	}
	for (size_t s = 0; s < view->quants->sentences.n; s++) {
		struct pf_range range = pf_sentence_range(view, s);

		if ((view->sentence_part[s] != PF_PART_PROBLEM && wants_by(view, s)) ||
		    (may_be_goal(view, s) && tells_two_levels(view, range) &&
		     (tells_time(view, s) || tells_occasion(view, range) ||
		      closes_with_time(view, s))))
			return true;
	}
	return false;
}

/* Items of the list that hold a value and were read as no metric: "Main: ...", "Second: ...". */
static size_t items_unread(const struct pf_view *view, uint32_t off)
{
	size_t n, unread = 0;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t list = pf_doc_within(view->doc, off, PF_BLOCK_LIST);

	for (size_t i = list; list != PF_DOC_NONE && i < n && blocks[i].begin < blocks[list].end;
	     i++) {
		struct pf_range item = {blocks[i].begin, blocks[i].end};

		unread += blocks[i].kind == PF_BLOCK_ITEM && blocks[i].parent == list &&
			  pf_tiers_levels(view, item) && !begins_metric(view, item);
	}
	return unread;
}

/* Each metric that names no tier may be one of those that are missed. */
bool pf_tiers_maybe_all(const struct pf_view *view)
{
	bool named[PF_TIER_NONE + 1] = {false}, any = false;
	size_t found = view->parts->metrics.n
			       ? items_unread(view, view->parts->metrics.v[0].whole.begin)
			       : 0;

	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (m->tier == PF_TIER_GUARDRAIL)
			continue;
		if (in_prose(view, m))
			return true;
		found += !m->tier_labelled || !named[m->tier];
		named[m->tier] |= m->tier_labelled;
		any |= m->tier_labelled;
	}
	/* Of two that name none nobody can say which is the third. */
	return found >= PF_TIERS || (!any && found + 1 >= PF_TIERS);
}
