/* What may be stages, told in words of which no reader is sure: nobody is asked for them. */
#include "quants.h"
#include "stages.h"
#include "words.h"

#define REST_TOKENS 5u /* "before going to all" */

/* "Two counties from June; national in October": what is dated takes the plan to more of them; a
 * sum in money counts months too. */
static bool widens(const struct pf_view *view, struct pf_range answer)
{
	size_t first, last;
	static const char *const to[] = {"everyone", "everybody", "national", "nationally",
					 "live",     "pilot",     "rest",     "others",
					 "all",      "next",      NULL};

	for (pf_view_quants(view, answer, &first, &last); first < last; first++)
		if (view->quants->v[first].base == PF_QUANT_MONEY)
			return false;
	return pf_range_any(view, answer, to);
}

/* "Four routes until June, then the other seven": so many of them, a time or what must hold, and
 * the rest. */
static bool leaves_a_rest(const struct pf_view *view, size_t sentence)
{
	static const char *const rest[] = {"other",      "others",     "rest",       "remaining",
					   "nationally", "nationwide", "everywhere", NULL};
	static const char *const well[] = {"if", "once", "when", NULL};
	static const char *const all[] = {"everyone", "everybody", "everywhere", "others",
					  "rest",     "remaining", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	bool count = false;

	for (size_t i = qs->first; i < qs->first + qs->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (q->base == PF_QUANT_MONEY)
			return false; /* the months of a sum */
		count |= q->kind == PF_QUANT_NUMBER && q->value >= 2 && !pf_quant_is_date(q);
	}
	if (qs->n >= 2 && pf_quant_is_date(&view->quants->v[qs->first]) &&
	    pf_quant_is_date(&view->quants->v[qs->first + 1]) &&
	    pf_sentence_any(view, sentence, all))
		return true; /* "from June for bakeries, from October for everyone" */
	return count && pf_sentence_any(view, sentence, rest) &&
	       (pf_sentence_dated(view, sentence) || pf_token_among(view, s->first, well));
}

/* By, from or in, and a day or a season, behind a count and its noun. */
static bool is_dated_by(const struct pf_view *view, size_t quant)
{
	static const char *const by[] = {"by", "from", "in", "before", NULL};
	static const char *const the[] = {"the", "next", "this", NULL};
	const struct pf_quant *v = view->quants->v;
	uint32_t i = v[quant].last;

	i += i < view->tokens->n && view->tokens->v[i].kind == PF_TOKEN_WORD &&
	     !pf_token_among(view, i, by);
	if (!pf_token_among(view, i, by))
		return false;
	return pf_stage_in_season(view, i + 1u + pf_token_among(view, i + 1, the)) ||
	       (quant + 1 < view->quants->n && pf_quant_is_date(&v[quant + 1]) &&
		v[quant + 1].first <= i + 2);
}

/* "At twelve practices from today and at all 38 by the autumn", "five courts from January, twelve
 * by the autumn": so many, and from a day on more of them. */
static bool widens_by_days(const struct pf_view *view, size_t sentence)
{
	static const char *const all[] = {"all", "every", NULL};
	static const char *const guess[] = {"think", "expect", "guess", "forecast", NULL};
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	const struct pf_quant *v = view->quants->v, *before = NULL;
	bool dated = false; /* the count before it has a day of its own */

	if (pf_sentence_any(view, sentence, guess))
		return false;
	for (size_t q = qs->first; q < qs->first + qs->n; q++) {
		if (v[q].base != PF_QUANT_NUMBER || pf_quant_is_date(&v[q]))
			continue;
		if (before && before->value < v[q].value && v[q].first && is_dated_by(view, q) &&
		    (dated || pf_token_among(view, v[q].first - 1, all)))
			return true;
		before = &v[q];
		dated = is_dated_by(view, q);
	}
	return false;
}

/* "If it goes well the Holm side follows next spring": a second stage, its day and what it waits
 * for; the first is the launch. */
static bool follows_if(const struct pf_view *view, size_t sentence)
{
	static const char *const follow[] = {"follow", "follows", NULL};
	static const char *const if_[] = {"if", "once", "when", NULL};

	return pf_sentence_any(view, sentence, follow) && pf_sentence_any(view, sentence, if_) &&
	       !pf_sentence_asks(view, sentence) &&
	       pf_stage_dated(view, pf_sentence_range(view, sentence));
}

/* "Against the twelve practices that begin in October": some begin later. */
static bool begins_later(const struct pf_view *view, size_t sentence)
{
	static const char *const who[] = {"that", "which", "who", NULL};
	static const char *const begin[] = {"begin", "start", "join", "follow", "open", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	const struct pf_quant *v = view->quants->v;

	for (size_t q = qs->first; q + 1 < qs->first + qs->n; q++) {
		uint32_t i = pf_tokens_find(view, v[q].last, v[q + 1].first, who);

		if (v[q].base == PF_QUANT_NUMBER && v[q].value >= 2 && !pf_quant_is_date(&v[q]) &&
		    pf_quant_is_date(&v[q + 1]) && i + 1 < s->last &&
		    pf_tokens_any(view, i + 1, v[q + 1].first, begin))
			return true;
	}
	return false;
}

/* "Twenty-two cafés, eight weeks", "we ran it at two clinics from January": so many tried it, for
 * so long, before it began for all. */
static bool was_tried(const struct pf_view *view, size_t sentence)
{
	static const char *const tried[] = {"trial", "pilot", "pilots", "tried",
					    "ran",   "beta",  NULL};
	static const char *const will[] = {"will", "would", "if", "want", NULL};
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	bool count = false, time = false;

	if (qs->n < 2 || view->sentence_part[sentence] == PF_PART_METRICS ||
	    !pf_sentence_any(view, sentence, tried) || pf_sentence_any(view, sentence, will))
		return false;
	for (size_t i = qs->first; i < qs->first + qs->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		count |= q->base == PF_QUANT_NUMBER && q->value >= 2 && !pf_quant_is_date(q);
		time |= pf_quant_is_date(q) || pf_quant_takes_days(q);
	}
	return count && time;
}

/* "If it is under 85% at six months we will not add clinics": more come if it goes well. */
static bool grows_if(const struct pf_view *view, size_t sentence)
{
	static const char *const if_[] = {"if", "unless", NULL};
	static const char *const grow[] = {"add", "extend", "expand", "scale", "spread", NULL};

	return pf_sentence_numbered(view, sentence) && pf_sentence_any(view, sentence, if_) &&
	       pf_sentence_any(view, sentence, grow);
}

/* "Starting with two for a month before going to all seven", "under 1 in 400 and we go to the next
 * sixteen": these, and then more. */
static bool goes_on_to_more(const struct pf_view *view, size_t sentence)
{
	static const char *const start[] = {"start",  "starts",    "starting", "begin",
					    "begins", "beginning", NULL};
	static const char *const then[] = {"before", "then", NULL};
	static const char *const rest[] = {"all",      "others",    "rest", "other",
					   "everyone", "remaining", NULL};
	static const char *const next[] = {"next", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	uint32_t i = pf_tokens_find(view, s->first, s->last, start);

	i = i < s->last ? pf_tokens_find(view, i, s->last, then) : i;
	if (i < s->last &&
	    pf_tokens_any(view, i, i + REST_TOKENS < s->last ? i + REST_TOKENS : s->last, rest))
		return true;
	i = pf_tokens_find(view, s->first, s->last, next);
	for (size_t q = qs->first; i < s->last && q < qs->first + qs->n; q++)
		if (view->quants->v[q].first == i + 1 &&
		    view->quants->v[q].base == PF_QUANT_NUMBER && qs->n > 1)
			return true;
	return false;
}

/* "We open one region at a time", "we go to Maine only once 25 have joined" */
static bool goes_one_by_one(const struct pf_view *view, size_t sentence)
{
	static const char *const one[] = {"one", "two", "three", NULL};
	static const char *const only[] = {"only", "not", NULL};
	static const char *const once[] = {"once", "until", "before", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	for (uint32_t i = s->first; i + 2 < s->last; i++)
		if ((PF_TOKEN_IS(view, i, "at") && PF_TOKEN_IS(view, i + 1, "a") &&
		     PF_TOKEN_IS(view, i + 2, "time") && i > s->first + 1 &&
		     pf_token_among(view, i - 2, one)) ||
		    (pf_token_among(view, i, only) && pf_token_among(view, i + 1, once) &&
		     pf_sentence_numbered(view, sentence)))
			return true;
	return false;
}

/* "In two halves, ten weeks apart", "at first only A to D": it goes in steps, whatever they are. */
static bool goes_in_steps(const struct pf_view *view, size_t sentence)
{
	static const char *const steps[] = {"halves", "waves",   "batches", "phases",
					    "stages", "cohorts", NULL};
	static const char *const at[] = {"at", NULL}, *const first[] = {"first", NULL};
	static const char *const only[] = {"only", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	if (pf_sentence_any(view, sentence, steps) && pf_sentence_dated(view, sentence))
		return true;
	if (!pf_sentence_may(view, sentence, only))
		return false;
	for (uint32_t i = s->first; i + 2 < s->last; i++)
		if (pf_token_among(view, i, at) && pf_token_among(view, i + 1, first) &&
		    pf_token_among(view, i + 2, only))
			return true;
	return false;
}

static bool any_maybe(const struct pf_view *view)
{
	struct pf_range at[PF_RULE_PLACES];

	for (size_t s = 0; s < view->quants->sentences.n; s++)
		if (view->sentence_part[s] != PF_PART_PROBLEM &&
		    (leaves_a_rest(view, s) || goes_in_steps(view, s) || goes_one_by_one(view, s) ||
		     grows_if(view, s) || goes_on_to_more(view, s) || was_tried(view, s) ||
		     begins_later(view, s) || follows_if(view, s) ||
		     (view->sentence_part[s] != PF_PART_METRICS && widens_by_days(view, s))))
			return true;

	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		struct pf_range answer = view->parts->pairs.v[i].answer;
		size_t n = 0, dated = 0;

		if (!pf_range_empty(answer) && widens(view, answer))
			n = pf_stages_in(view, answer, false, at, PF_RULE_PLACES);
		while (n-- > 0)
			dated += pf_stage_dated(view, at[n]);
		if (dated >= 2)
			return true;
	}
	return false;
}

bool pf_stages_maybe(const struct pf_view *view)
{
	uint8_t *noted = &view->of_page->stages;

	if (*noted == PF_NOTED_NOT)
		*noted = any_maybe(view) ? PF_NOTED_YES : PF_NOTED_NO;
	return *noted == PF_NOTED_YES;
}
