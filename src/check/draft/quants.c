#include "quants.h"

#include <string.h>

#include "prfaq/base/mem.h"
#include "words.h"

static bool is_bound(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	if (q->kind == PF_QUANT_DATE || q->base == PF_QUANT_DATE)
		return false;
	if (q->base == PF_QUANT_MULTIPLIER && q->role == PF_ROLE_NONE && !q->per[0])
		return false; /* "makes the piece twice" */
	if (!pf_range_empty(q->of))
		return true;
	if (q->base == PF_QUANT_NUMBER)
		return false; /* a bare count of nothing */
	return !pf_range_empty(pf_sentence_quants(view, pf_quant_sentence(view, q))->metric);
}

/* "Primary: days to payment. Today 24, target 3": the values of a metric measure what it names. */
static void bind_metrics(struct pf_view *view)
{
	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (pf_range_empty(m->name))
			continue;
		if (m->baseline < view->quants->n)
			view->bound[m->baseline] = true;
		if (m->target < view->quants->n)
			view->bound[m->target] = true;
	}
}

/* What is asked of quantities again and again, apart from the rest of them: they are large. */
void pf_view_place_quants(struct pf_view *view)
{
	size_t n = view->quants->n;

	view->quant_begins = pf_xmalloc((n + 1) * sizeof(*view->quant_begins));
	view->quant_places = pf_xmalloc((n + 1) * sizeof(*view->quant_places));
	view->bound = pf_xmalloc((n + 1) * sizeof(*view->bound));
	view->bound_before = pf_xcalloc(n + 1, sizeof(*view->bound_before));
	for (size_t i = 0; i < n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		view->quant_begins[i] = q->begin;
		view->quant_places[i] =
			(struct pf_quant_place){(uint32_t)pf_sentence_of(view->tokens, q->first),
						pf_parts_at(view->parts, q->begin)};
		view->bound[i] = is_bound(view, i);
	}
	bind_metrics(view);
	for (size_t i = 0; i < n; i++)
		view->bound_before[i + 1] = view->bound_before[i] + view->bound[i];
	pf_signposts_put(&view->quants_at, view->quant_begins, n, sizeof(*view->quant_begins), 0);
}

void pf_view_quants(const struct pf_view *view, struct pf_range range, size_t *first, size_t *last)
{
	const uint32_t *begins = view->quant_begins;
	size_t i = pf_signposts_from(&view->quants_at, range.begin);

	while (i < view->quants->n && begins[i] < range.begin)
		i++;
	*first = i;
	while (i < view->quants->n && begins[i] < range.end)
		i++;
	*last = i;
}

bool pf_quant_bound(const struct pf_view *view, size_t quant)
{
	return view->bound[quant];
}

bool pf_quant_is_date(const struct pf_quant *q)
{
	return q->kind == PF_QUANT_DATE || q->base == PF_QUANT_DATE || q->role == PF_ROLE_DEADLINE;
}

bool pf_quant_is_reach(const struct pf_quant *q)
{
	if (pf_quant_is_date(q) || pf_range_empty(q->of))
		return false;
	return q->role == PF_ROLE_POPULATION || q->role == PF_ROLE_RATE ||
	       q->base == PF_QUANT_NUMBER || q->base == PF_QUANT_PERCENT ||
	       (q->base == PF_QUANT_QUANTITY && q->value >= 1);
}

bool pf_quant_is_amount(const struct pf_quant *q)
{
	if (pf_quant_is_date(q))
		return false;
	return q->base == PF_QUANT_MONEY || q->base == PF_QUANT_DURATION ||
	       q->base == PF_QUANT_PERCENT || q->base == PF_QUANT_MULTIPLIER ||
	       q->role == PF_ROLE_BASELINE || q->role == PF_ROLE_DELTA ||
	       (q->base == PF_QUANT_QUANTITY && q->unit[0]);
}

bool pf_quant_is_speed(const struct pf_quant *q)
{
	static const char *const units[] = {"millisecond", "second", "minute", "hour"};

	for (size_t i = 0; q->base == PF_QUANT_DURATION && i < sizeof(units) / sizeof(*units); i++)
		if (!strcmp(q->unit, units[i]))
			return true;
	return false;
}

/* "Two hosts", "three choices", "face three challenges today": a handful that a writer spells out
 * measures nothing. */
static bool is_handful(const struct pf_view *view, const struct pf_quant *q)
{
	return q->value < 10 && view->tokens->v[q->first].kind == PF_TOKEN_WORD &&
	       (q->base == PF_QUANT_NUMBER || q->base == PF_QUANT_QUANTITY) &&
	       (q->role == PF_ROLE_NONE || q->role == PF_ROLE_POPULATION ||
		(q->role == PF_ROLE_BASELINE && q->value >= 1 && q->pair == PF_QUANT_NONE &&
		 !q->per[0]));
}

/* "Customers over 70" */
static bool is_past_age(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const past[] = {"over", "under", "above", NULL};
	static const char *const people[] = {"people", "women", "men",  "children",
					     "most",   "all",   "many", NULL};
	const struct pf_token *who;

	if (q->base != PF_QUANT_NUMBER || q->unit[0] || q->value < 16 || q->value > 100 ||
	    q->first < 2 || !pf_token_among(view, q->first - 1, past))
		return false;
	who = &view->tokens->v[q->first - 2];
	return pf_token_among(view, q->first - 2, people) ||
	       (who->kind == PF_TOKEN_WORD && view->text.ptr[who->end - 1] == 's');
}

bool pf_quant_is_age(const struct pf_view *view, const struct pf_quant *q)
{
	uint32_t i = q->last;

	if (is_past_age(view, q))
		return true;

	while (i < view->tokens->n && pf_token_is_sign(&view->tokens->v[i], '-'))
		i++;
	return q->base == PF_QUANT_DURATION && i < view->tokens->n &&
	       (PF_TOKEN_IS(view, i, "old") || PF_TOKEN_IS(view, i, "olds"));
}

bool pf_quant_tells(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	if (pf_quant_is_speed(q))
		return true;
	if (!pf_quant_bound(view, quant) || pf_quant_is_date(q) || is_handful(view, q) ||
	    pf_quant_is_age(view, q))
		return false;
	return pf_quant_is_amount(q) || q->role != PF_ROLE_NONE || q->bound != PF_BOUND_NONE ||
	       q->high >= 10;
}

/* "The first two skills", "all three": known ones, which are not counted here. */
static bool is_known_handful(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const known[] = {"the", "these", "those", "all",   "both",
					    "any", "first", "last",  "other", NULL};

	return q->first && pf_token_among(view, q->first - 1, known);
}

/* "Three choices keep it simple", "Two: the agent decides": they count what is said, and not what
 * there is of the thing. */
static bool counts_words(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const said[] = {"choices",      "decisions", "goals",      "ideas",
					   "improvements", "points",    "principles", "questions",
					   "reasons",      "sentences", NULL};
	uint32_t behind = q->last;

	while (behind < view->tokens->n && view->tokens->v[behind].begin < q->of.end &&
	       !pf_token_among(view, behind, said))
		behind++;
	return behind < view->tokens->n && (pf_token_among(view, behind, said) ||
					    pf_token_is_sign(&view->tokens->v[q->last], ':'));
}

bool pf_quant_counts(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	return pf_quant_tells(view, quant) ||
	       (pf_quant_bound(view, quant) && is_handful(view, q) && q->value > 1 &&
		!is_known_handful(view, q) && !pf_quant_is_age(view, q) && !counts_words(view, q));
}

/* "Two screens", "three friends": told by looking. A level of today is measured, however small. */
static bool is_told_by_looking(const struct pf_quant *q)
{
	return q->kind == PF_QUANT_NUMBER && !q->unit[0] && q->value >= 1 && q->value <= 10 &&
	       q->role != PF_ROLE_BASELINE && q->role != PF_ROLE_RATE;
}

bool pf_quant_needs_origin(const struct pf_quant *q)
{
	return !pf_quant_is_date(q) && !is_told_by_looking(q) && q->role != PF_ROLE_TARGET &&
	       q->role != PF_ROLE_DELTA;
}

bool pf_quant_proves(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	if (!pf_quant_bound(view, quant))
		return false;
	if (!view->context->prompt || !pf_quant_needs_origin(q))
		return true;
	return view->origin[quant] != PF_ORIGIN_BARE;
}

bool pf_quant_is_compound(const struct pf_view *view, const struct pf_quant *q)
{
	const struct pf_token *v = view->tokens->v;

	for (uint32_t i = q->first + 1; i < q->last && q->last < view->tokens->n; i++)
		if (pf_token_is_sign(&v[i], '-') && !(v[i].flags & PF_TOKEN_SPACED) &&
		    v[q->last].kind == PF_TOKEN_WORD && !(v[q->last].flags & PF_TOKEN_SENTENCE))
			return true;
	return false;
}

bool pf_sentence_numbered(const struct pf_view *view, size_t sentence)
{
	const struct pf_quant_sentence *s = pf_sentence_quants(view, sentence);

	return view->bound_before[s->first + s->n] > view->bound_before[s->first];
}

static bool is_number(const struct pf_view *view, uint32_t i)
{
	static const char *const words[] = {"one",    "two",    "three", "four", "five",
					    "six",    "seven",  "eight", "nine", "ten",
					    "eleven", "twelve", NULL};

	return view->tokens->v[i].kind == PF_TOKEN_NUMBER || pf_token_among(view, i, words);
}

static const char *const in_words[] = {"in", "since", NULL};
static const char *const periods[] = {"week",    "weeks", "month",  "months", "day",
				      "quarter", "year",  "season", NULL};
static const char *const which[] = {"first", "second", "third", "fourth", "next", NULL};

/* "In 2024", though it stands in the midst of a change that is told by other numbers. */
static bool is_year(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *t = &view->tokens->v[i + 1];

	return t->kind == PF_TOKEN_NUMBER && t->end - t->begin == 4 &&
	       view->text.ptr[t->begin] == '2' && view->text.ptr[t->begin + 1] == '0' &&
	       pf_token_among(view, i, in_words);
}

bool pf_tells_period(const struct pf_view *view, uint32_t first, uint32_t last)
{
	static const char *const seasons[] = {"spring", "summer", "autumn", "fall",
					      "winter", "season", NULL};

	for (uint32_t i = first; i + 1 < last; i++) {
		/* "On the last day | 54%": what stands in the next cell counts no day. */
		if ((pf_token_among(view, i, periods) && is_number(view, i + 1) &&
		     !(view->tokens->v[i + 1].flags & PF_TOKEN_BLOCK)) ||
		    is_year(view, i))
			return true;
		if (pf_token_among(view, i, which) &&
		    (pf_token_among(view, i + 1, periods) || pf_token_among(view, i + 1, seasons) ||
		     (i + 2 < last && pf_token_among(view, i + 2, periods))))
			return true;
	}
	return false;
}

bool pf_quant_takes_days(const struct pf_quant *q)
{
	static const char *const units[] = {"day", "week", "month", "quarter", "year"};

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (q->base == PF_QUANT_DURATION && !strcmp(q->unit, units[i]))
			return true;
	return false;
}

bool pf_sentence_tells_period(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint8_t *noted = &view->notes[sentence].period;

	if (*noted == PF_NOTED_NOT)
		*noted = (pf_sentence_may(view, sentence, periods) ||
			  pf_sentence_may(view, sentence, which) ||
			  pf_sentence_may(view, sentence, in_words)) &&
					 pf_tells_period(view, s->first, s->last)
				 ? PF_NOTED_YES
				 : PF_NOTED_NO;
	return *noted == PF_NOTED_YES;
}

bool pf_sentence_dated(const struct pf_view *view, size_t sentence)
{
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	if (pf_sentence_tells_period(view, sentence))
		return true;
	for (size_t i = qs->first; i < qs->first + qs->n; i++)
		/* "Checked one week a month" is how often, and not when. */
		if (pf_quant_is_date(&view->quants->v[i]) ||
		    (pf_quant_takes_days(&view->quants->v[i]) && !view->quants->v[i].per[0]))
			return true;
	return false;
}

bool pf_range_dated(const struct pf_view *view, struct pf_range range)
{
	size_t first, last;

	for (pf_view_sentences(view, range, &first, &last); first < last; first++)
		if (pf_sentence_dated(view, first))
			return true;
	return false;
}
