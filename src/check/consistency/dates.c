/* Dates that contradict: two of one launch, a pilot after the launch it is for. */
#include "consistency.h"
#include "draft/answers.h"
#include "draft/quants.h"
#include "draft/said.h"
#include "draft/words.h"

#define NEAR \
	12 /* tokens between a date and the word it dates; farther apart they may be strangers */

/* "In Germany", "for Pro accounts": a launch of a part has a date of its own. */
static bool is_of_a_part(const struct pf_view *view, uint32_t first, uint32_t last)
{
	static const char *const in[] = {"in", "for", "across", "to", "at", NULL};
	static const char *const the[] = {"the", "our", "all", "other", NULL};
	static const char *const limits[] = {"limited",  "general",   "early",      "first",
					     "second",   "next",      "soft",       "public",
					     "private",  "internal",  "later",      "everywhere",
					     "everyone", "everybody", "nationwide", NULL};

	for (uint32_t i = first; i < last; i++) {
		const struct pf_token *next = &view->tokens->v[i + 1];

		if (pf_token_among(view, i, limits))
			return true;
		/* "It opens to all residents in June": those of today are some. */
		if (i > first && PF_TOKEN_IS(view, i, "to") && PF_TOKEN_IS(view, i + 1, "all"))
			return true;
		/* "For the crews it opens on ..." begins with the part. */
		if (i + 1 < last && pf_token_among(view, i, in) &&
		    (next->flags & PF_TOKEN_CAPITAL ||
		     (i == first && pf_token_among(view, i + 1, the)))) {
			size_t q = pf_quants_at(view->quants, next->begin);

			if (q == view->quants->n || view->quants->v[q].begin != next->begin)
				return true;
		}
	}
	return false;
}

#define LONG_ROW 100 /* tokens; a wider one is no plan, and would be read once a date */

/* The first cell of the row the date stands in, as tokens; false outside of tables and in it. */
static bool row_head(const struct pf_view *view, const struct pf_quant *q, uint32_t *first,
		     uint32_t *last, uint32_t *end)
{
	struct pf_range row = pf_row_at(view, q->begin);
	const struct pf_sentence *head;

	if (pf_range_empty(row))
		return false;
	*first = pf_tokens_at(view->tokens, row.begin);
	*end = pf_tokens_at(view->tokens, row.end);
	head = &view->tokens->sentences.v[pf_sentence_of(view->tokens, *first)];
	*last = head->last;
	return *last <= q->first && *end - *first <= LONG_ROW;
}

/* "| Launch at six sites | 1 June 2027 |", but not "| Launch review | ...". */
static bool row_is_launch(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const on[] = {"at", "day", "date", "to", "for", "of", "in", NULL};
	uint32_t first, last, end;
	struct pf_hits hits;

	if (!row_head(view, q, &first, &last, &end) || is_of_a_part(view, first, end))
		return false;
	hits = pf_view_hits(view, PF_LIST_launch,
			    pf_sentence_range(view, pf_sentence_of(view->tokens, first)));
	return hits.n && hits.v[0].first == first &&
	       (hits.v[0].last >= last || pf_token_among(view, hits.v[0].last, on));
}

/* "Six months after launch, on ...": the launch is what another thing is dated by. What "went
 * live" may be anybody's. */
static bool dates_the_launch(const struct pf_view *view, const struct pf_quant *q,
			     const struct pf_phrase_hit *hit)
{
	static const char *const apart[] = {"after", "before", "since", "until",
					    "of",    "from",   "post",  NULL};
	static const char *const past[] = {"launched", "went", NULL};
	static const char *const is[] = {"is", "be", NULL};
	uint32_t lo = hit->first < q->first ? hit->first : q->last;
	uint32_t hi = hit->first < q->first ? q->first : hit->first;

	/* "Released 1 May 2027" stands over a page; a study "was released". */
	if (PF_TOKEN_IS(view, hit->first, "released") &&
	    !(view->tokens->v[hit->first].flags & PF_TOKEN_SENTENCE) &&
	    !(hit->first && pf_token_among(view, hit->first - 1, is)))
		return false;
	if (hi - lo > NEAR || pf_tokens_any(view, hit->first, hit->last, past) ||
	    (hit->first && pf_token_among(view, hit->first - 1, past)))
		return false;
	if (hit->first < q->first && q->first - hit->first <= 2)
		return true;
	for (uint32_t i = hit->first; i > 0 && hit->first - i < 2; i--)
		if (pf_token_among(view, i - 1, apart))
			return false;
	return !pf_tokens_any(view, lo, hi, apart);
}

/* "When does it launch?" "In March 2027": the first sentence of the answer. */
static bool answers_when(const struct pf_view *view, const struct pf_quant *q)
{
	const struct pf_pair *pair = pf_answer_at(view, q->begin);
	static const char *const when[] = {"when", NULL};

	return pair && q->begin >= pair->answer.begin && q->begin - pair->answer.begin <= 12 &&
	       pf_view_has(view, PF_LIST_launch, pair->question) &&
	       pf_said_any(view, pf_question_said(view, pair), when);
}

/* A stage is spoken of; "goes live on 9 August after a month of tests" only looks back at one. */
static bool is_of_a_stage(const struct pf_view *view, const struct pf_quant *q,
			  struct pf_range sentence)
{
	static const char *const after[] = {"after", NULL};
	struct pf_hits hits = pf_view_hits(view, PF_LIST_pilot, sentence);

	for (size_t i = 0; i < hits.n; i++)
		if (hits.v[i].first < q->last ||
		    !pf_tokens_any(view, q->last, hits.v[i].first, after))
			return true;
	return false;
}

/* "HALVEN, 3 March - The council today opened ...": the day above the page is that of the launch.
 */
static bool opens_today(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const today[] = {"today", NULL};
	static const char *const opens[] = {
		"launched", "launches", "opened", "opens",      "released",   "releases", "started",
		"starts",   "goes",     "begins", "introduced", "introduces", NULL};
	const struct pf_range line = view->parts->dateline;
	const struct pf_tokens *tokens = view->tokens;
	uint32_t last;

	if (q->begin < line.begin || q->begin >= line.end)
		return false;
	/* The date may be a sentence of its own. */
	last = tokens->sentences.v[pf_sentence_of(tokens, q->last)].last;
	for (uint32_t i = q->last; i < last; i++)
		if (pf_token_among(view, i, today))
			return pf_tokens_any(view, i > 2 ? i - 2 : 0, i + 3 < last ? i + 3 : last,
					     opens);
	return false;
}

/* A day of the launch of the whole, not of a stage and not counted from it. */
static bool is_launch(const struct pf_view *view, const struct pf_quant *q)
{
	size_t s = pf_quant_sentence(view, q);
	const struct pf_sentence *words = &view->tokens->sentences.v[s];
	struct pf_range sentence = pf_sentence_range(view, s);
	struct pf_hits hits;

	if (q->kind != PF_QUANT_DATE || q->date == INT32_MIN || is_of_a_stage(view, q, sentence))
		return false;
	if (opens_today(view, q))
		return true;
	if (is_of_a_part(view, words->first, words->last))
		return false;
	if (row_is_launch(view, q))
		return true;
	hits = pf_view_hits(view, PF_LIST_launch, sentence);
	for (size_t i = 0; i < hits.n; i++)
		if (dates_the_launch(view, q, &hits.v[i]))
			return true;
	return answers_when(view, q);
}

const struct pf_quant *pf_launch_next(const struct pf_view *view, size_t *at)
{
	for (; *at < view->quants->n; (*at)++)
		if (is_launch(view, &view->quants->v[*at]))
			return &view->quants->v[(*at)++];
	return NULL;
}

void pf_consistent_launch(const struct pf_view *view, struct pf_judgement *j)
{
	size_t at = 0;
	const struct pf_quant *first = pf_launch_next(view, &at), *q;

	if (!first) {
		pf_judge_owe(j, "no launch date");
		return;
	}
	while ((q = pf_launch_next(view, &at)))
		if (q->date > first->date_end || q->date_end < first->date)
			pf_consistency_clash(view, j, pf_quant_span(first), pf_quant_span(q));
	pf_judge_credit(j, j->n_places ? 0 : 1, pf_quant_span(first),
			j->n_places ? "two launch dates" : "one launch date");
}

static const char *const trial_words[] = {"pilot", "beta", "alpha", "trial", NULL};
static const char *const not_its_course[] = {"after",  "before",  "report", "results",
					     "review", "readout", NULL};

/* "| Closed beta | August 2027 |" */
static bool row_is_trial(const struct pf_view *view, const struct pf_quant *q)
{
	uint32_t first, last, end;

	return row_head(view, q, &first, &last, &end) && !is_of_a_part(view, first, end) &&
	       pf_tokens_any(view, first, last, trial_words) &&
	       !pf_tokens_any(view, first, end, not_its_course);
}

/* "The pilot runs until D": the stage's own word, a verb of its course, the date. */
static bool is_trial(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const course[] = {"starts", "start", "begins", "runs", "ends",
					     "lasts",  "until", "till",   NULL};
	size_t s = pf_quant_sentence(view, q);
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
	uint32_t from = q->first - sentence->first > NEAR ? q->first - NEAR : sentence->first;

	if (q->kind != PF_QUANT_DATE || q->date == INT32_MIN ||
	    is_of_a_part(view, sentence->first, sentence->last) ||
	    pf_tokens_any(view, from, q->first, not_its_course))
		return false;
	if (row_is_trial(view, q))
		return true;
	for (uint32_t i = from; i < q->first; i++)
		if (pf_token_among(view, i, trial_words))
			return pf_tokens_any(view, i, q->first, course);
	return false;
}

/* What a pilot teaches must be known before the launch. */
void pf_consistent_stages(const struct pf_view *view, struct pf_judgement *j)
{
	size_t at = 0, trials = 0;
	const struct pf_quant *launch = pf_launch_next(view, &at);

	for (size_t i = 0; launch && i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (!is_trial(view, q))
			continue;
		trials++;
		if (q->date > launch->date_end)
			pf_consistency_clash(view, j, pf_quant_span(q), pf_quant_span(launch));
	}
	if (!trials) {
		pf_judge_skip(j, "no dated pilot and launch to compare");
		return;
	}
	pf_judge_credit(j, j->n_places ? 0 : 1, pf_quant_span(launch),
			j->n_places ? "the launch comes first" : "the pilot comes first");
}
