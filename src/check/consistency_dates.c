/* Dates that contradict: two of one launch, a pilot after the launch it is for. */
#include "answers.h"
#include "consistency.h"
#include "things.h"

#define NEAR \
	12 /* tokens between a date and the word it dates; farther apart they may be strangers */

static struct pf_range span_of(const struct pf_quant *q)
{
	return (struct pf_range){q->begin, q->end};
}

static bool token_among(const struct pf_view *view, uint32_t token, const char *const *words)
{
	for (; *words; words++)
		if (pf_token_is(view->text, &view->tokens->v[token], *words))
			return true;
	return false;
}

static bool any_between(const struct pf_view *view, uint32_t first, uint32_t last,
			const char *const *words)
{
	for (uint32_t i = first; i < last; i++)
		if (token_among(view, i, words))
			return true;
	return false;
}

/* "In Germany", "for Pro accounts": a launch of a part has a date of its own. */
static bool is_of_a_part(const struct pf_view *view, const struct pf_sentence *s)
{
	static const char *const in[] = {"in", "for", "across", "to", "at", NULL};
	static const char *const limits[] = {
		"limited", "general", "early",    "first", "second",     "next", "soft",
		"public",  "private", "internal", "later", "everywhere", NULL};

	for (uint32_t i = s->first; i < s->last; i++) {
		const struct pf_token *next = &view->tokens->v[i + 1];

		if (token_among(view, i, limits))
			return true;
		if (i + 1 < s->last && token_among(view, i, in) && next->flags & PF_TOKEN_CAPITAL) {
			size_t q = pf_quants_at(view->quants, next->begin);

			if (q == view->quants->n || view->quants->v[q].begin != next->begin)
				return true;
		}
	}
	return false;
}

/* "Six months after launch, on ...": the launch is what another thing is dated by. What "went
 * live" may be anybody's. */
static bool dates_the_launch(const struct pf_view *view, const struct pf_quant *q,
			     const struct pf_phrase_hit *hit)
{
	static const char *const apart[] = {"after", "before", "since", "until",
					    "of",    "from",   "post",  NULL};
	static const char *const past[] = {"launched", "went", NULL};
	uint32_t lo = hit->first < q->first ? hit->first : q->last;
	uint32_t hi = hit->first < q->first ? q->first : hit->first;

	if (hi - lo > NEAR || any_between(view, hit->first, hit->last, past) ||
	    (hit->first && token_among(view, hit->first - 1, past)))
		return false;
	if (hit->first < q->first && q->first - hit->first <= 2)
		return true;
	for (uint32_t i = hit->first; i > 0 && hit->first - i < 2; i--)
		if (token_among(view, i - 1, apart))
			return false;
	return !any_between(view, lo, hi, apart);
}

/* "When does it launch?" "In March 2027": the first sentence of the answer. */
static bool answers_when(const struct pf_view *view, const struct pf_quant *q, uint32_t launch)
{
	const struct pf_pair *pair = pf_answer_at(view, q->begin);
	size_t first, last;

	if (!pair || q->begin < pair->answer.begin || q->begin - pair->answer.begin > 12 ||
	    !pf_view_any(view, &launch, 1, pair->question, NULL))
		return false;
	first = pf_tokens_at(view->tokens, pair->question.begin);
	last = pf_tokens_at(view->tokens, pair->question.end);
	return any_between(view, (uint32_t)first, (uint32_t)last,
			   (const char *const[]){"when", NULL});
}

/* A day of the launch of the whole, not of a stage and not counted from it. */
static bool is_launch(const struct pf_view *view, const struct pf_quant *q)
{
	uint32_t launch = pf_list_named(view, "launch"), stages = pf_list_named(view, "pilot");
	size_t s = pf_sentence_of(view->tokens, q->first);
	struct pf_range sentence = pf_sentence_range(view, s);
	struct pf_hits hits;

	if (q->kind != PF_QUANT_DATE || q->date == INT32_MIN ||
	    pf_view_any(view, &stages, 1, sentence, NULL) ||
	    is_of_a_part(view, &view->tokens->sentences.v[s]))
		return false;
	hits = pf_view_hits(view, launch, sentence);
	for (size_t i = 0; i < hits.n; i++)
		if (dates_the_launch(view, q, &hits.v[i]))
			return true;
	return answers_when(view, q, launch);
}

static const struct pf_quant *next_launch(const struct pf_view *view, size_t *at)
{
	for (; *at < view->quants->n; (*at)++)
		if (is_launch(view, &view->quants->v[*at]))
			return &view->quants->v[(*at)++];
	return NULL;
}

void pf_consistent_launch(const struct pf_view *view, struct pf_judgement *j)
{
	size_t at = 0;
	const struct pf_quant *first = next_launch(view, &at), *q;

	if (!first) {
		pf_judge_owe(j, "no launch date");
		return;
	}
	while ((q = next_launch(view, &at)))
		if (q->date > first->date_end || q->date_end < first->date)
			pf_consistency_clash(view, j, span_of(first), span_of(q));
	pf_judge_credit(j, j->n_places ? 0 : 1, span_of(first),
			j->n_places ? "two launch dates" : "one launch date");
}

/* "The pilot runs until D": the stage's own word, a verb of its course, the date. */
static bool is_trial(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const trials[] = {"pilot", "beta", "alpha", "trial", NULL};
	static const char *const course[] = {"starts", "start", "begins", "runs", "ends",
					     "lasts",  "until", "till",   NULL};
	static const char *const other[] = {"after", "before", "report", "results", NULL};
	size_t s = pf_sentence_of(view->tokens, q->first);
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
	uint32_t from = q->first - sentence->first > NEAR ? q->first - NEAR : sentence->first;

	if (q->kind != PF_QUANT_DATE || q->date == INT32_MIN || is_of_a_part(view, sentence) ||
	    any_between(view, from, q->first, other))
		return false;
	for (uint32_t i = from; i < q->first; i++)
		if (token_among(view, i, trials))
			return any_between(view, i, q->first, course);
	return false;
}

/* What a pilot teaches must be known before the launch. */
void pf_consistent_stages(const struct pf_view *view, struct pf_judgement *j)
{
	size_t at = 0, trials = 0;
	const struct pf_quant *launch = next_launch(view, &at);

	for (size_t i = 0; launch && i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (!is_trial(view, q))
			continue;
		trials++;
		if (q->date > launch->date_end)
			pf_consistency_clash(view, j, span_of(q), span_of(launch));
	}
	if (!trials) {
		pf_judge_skip(j, "no dated pilot and launch to compare");
		return;
	}
	pf_judge_credit(j, j->n_places ? 0 : 1, span_of(launch),
			j->n_places ? "the launch comes first" : "the pilot comes first");
}
