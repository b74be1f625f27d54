/* One value a thing: the same noun, the same words around the number, a promise and its metric. */
#include <string.h>

#include "consistency.h"
#include "draft/equation.h"
#include "draft/quants.h"
#include "draft/words.h"

#define SEEN          1024 /* slots of the table; half of them are filled at most */
#define NUMBERS_LEAST 3
#define NEAR_WORDS    10 /* words before or after a number that are read with it */
#define LONG_SENTENCE 60 /* tokens; what is longer is no claim */
#define LEAST_STEMS   3  /* "it costs $40" may be said of anything */

struct seen {
	struct {
		uint32_t key, quant;
	} v[SEEN];
	size_t n;
};

static uint32_t mix(uint32_t key, const char *text)
{
	for (; *text; text++)
		key = (key ^ (unsigned char)*text) * 16777619u;
	return key;
}

/* "Each week 6,400 drivers" and "each month 26,000" may both be so. */
static uint32_t period_of(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const periods[] = {"day",     "night", "week",    "month", "shift",
					      "quarter", "year",  "evening", NULL};
	size_t s = pf_quant_sentence(view, q);
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
	uint32_t last = sentence->last < sentence->first + LONG_SENTENCE
				? sentence->last
				: sentence->first + LONG_SENTENCE;
	uint32_t at;

	if (!pf_sentence_may(view, s, periods))
		return 0;
	at = pf_tokens_find(view, sentence->first, last, periods);
	return at < last ? view->tokens->v[at].hash : 0;
}

/* Only amounts of one unit and one sort may contradict; 0 when there are too few stems. */
static uint32_t key_of(const struct pf_view *view, const struct pf_quant *q, struct pf_range words,
		       size_t least, uint32_t sort)
{
	struct pf_stems stems = {0};
	uint32_t key = 2166136261u ^ sort;

	pf_view_stems(view, words, &stems);
	for (size_t i = 0; i < stems.n; i++)
		key = (key ^ stems.v[i]) * 16777619u;
	if (stems.n < least)
		key = 0;
	pf_stems_release(&stems);
	if (!key)
		return 0;
	return mix(mix(key, q->unit), q->per);
}

/* What the counted do: the words behind the number. */
static struct pf_range deed_of(const struct pf_view *view, const struct pf_quant *q)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[pf_quant_sentence(view, q)];
	uint32_t last = q->last + NEAR_WORDS < s->last ? q->last + NEAR_WORDS : s->last;

	return (struct pf_range){q->end, view->tokens->v[last - 1].end};
}

/* "6,400 truck drivers wait" and "40 truck drivers were asked": the same people do the same. */
static bool same_deed(const struct pf_view *view, const struct pf_quant *a,
		      const struct pf_quant *b)
{
	struct pf_stems of_a = {0}, of_b = {0}, noun = {0};
	bool same;

	pf_view_stems(view, a->of, &noun);
	pf_view_stems(view, deed_of(view, a), &of_a);
	pf_view_stems(view, deed_of(view, b), &of_b);
	same = pf_stems_shared(&of_a, &of_b) > pf_stems_shared(&of_a, &noun);
	pf_stems_release(&of_a);
	pf_stems_release(&of_b);
	pf_stems_release(&noun);
	return same;
}

/* Whether the same thing had another value before. */
static void see(const struct pf_view *view, struct pf_judgement *j, struct seen *seen, uint32_t key,
		size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];
	size_t at = key % SEEN;

	if (!key || seen->n >= SEEN / 2)
		return;
	while (seen->v[at].key && seen->v[at].key != key)
		at = (at + 1) % SEEN;
	if (!seen->v[at].key) {
		seen->v[at].key = key;
		seen->v[at].quant = (uint32_t)quant;
		seen->n++;
	} else if (!pf_same_amount(view->quants->v[seen->v[at].quant].value, q->unit, q->value,
				   q->unit) &&
		   pf_quant_sentence(view, &view->quants->v[seen->v[at].quant]) !=
			   pf_quant_sentence(view, q) &&
		   (q->role != PF_ROLE_POPULATION ||
		    same_deed(view, &view->quants->v[seen->v[at].quant], q))) {
		pf_consistency_clash(view, j, pf_quant_span(&view->quants->v[seen->v[at].quant]),
				     pf_quant_span(q));
	}
}

/* "Five formats" and "six formats": counted from lists that need not be the same. */
static bool is_handful(const struct pf_quant *q)
{
	return q->role == PF_ROLE_POPULATION && q->value <= 10;
}

static bool is_level(const struct pf_quant *q)
{
	return q->role == PF_ROLE_BASELINE || q->role == PF_ROLE_TARGET ||
	       q->role == PF_ROLE_POPULATION;
}

/* "Last year", "in the pilot", "from 2029 on": told of another time than now. The words behind a
 * share are the same for both: "paid after the due date". */
static bool of_another_time(const struct pf_view *view, const struct pf_quant *q,
			    const struct pf_sentence *s)
{
	uint32_t last = q->kind == PF_QUANT_PERCENT ? q->first : s->last;

	static const char *const words[] = {"last",  "ago",    "before", "once",  "then",
					    "will",  "by",     "pilot",  "after", "until",
					    "goal",  "target", "if",     "would", "from",
					    "since", "later",  "next",   NULL};

	return pf_sentence_may(view, pf_quant_sentence(view, q), words) &&
	       pf_tokens_any(view, s->first, last, words);
}

static bool ends_clause(const struct pf_view *view, uint32_t i)
{
	static const char *const words[] = {"and",   "but",   "while", "because",
					    "which", "where", "so",    NULL};
	const struct pf_token *t = &view->tokens->v[i];

	return (t->kind == PF_TOKEN_SIGN && t->sign && strchr(".,;:!?()|", t->sign)) ||
	       pf_token_among(view, i, words);
}

/* "38 % of site visits end without a repair": the words after a share, to the clause's end. */
static struct pf_range words_after(const struct pf_view *view, const struct pf_quant *q,
				   const struct pf_sentence *s)
{
	uint32_t last = q->last;

	while (last < s->last && last - q->last < NEAR_WORDS && !ends_clause(view, last))
		last++;
	if (last == q->last || !PF_TOKEN_IS(view, q->last, "of"))
		return (struct pf_range){0, 0};
	return (struct pf_range){view->tokens->v[q->last].begin, view->tokens->v[last - 1].end};
}

/* "The Family plan costs" $12 a month: the words before a value with which its clause ends. */
static struct pf_range words_before(const struct pf_view *view, const struct pf_quant *q,
				    const struct pf_sentence *s)
{
	static const char *const each[] = {"a", "an", "per", "each", "every", NULL};
	uint32_t first = q->first, last = q->last;

	if (last + 1 < s->last && pf_token_among(view, last, each))
		last += 2;
	while (first > s->first && q->first - first < NEAR_WORDS && !ends_clause(view, first - 1))
		first--;
	if (first == q->first || (last < s->last && !ends_clause(view, last)))
		return (struct pf_range){0, 0};
	return (struct pf_range){view->tokens->v[first].begin, view->tokens->v[q->first - 1].end};
}

static bool of_a_trial(const struct pf_view *view, const struct pf_sentence *s)
{
	static const char *const words[] = {"pilot", "beta", "trial", "prototype", NULL};

	/* One sentence may hold thousands of numbers. */
	return s->last - s->first <= LONG_SENTENCE &&
	       pf_sentence_any(view, (size_t)(s - view->tokens->sentences.v), words);
}

/* "Go if wrong answers are under 12%": what one would do then is no claim of how it is. */
static bool is_condition(const struct pf_view *view, const struct pf_quant *q,
			 const struct pf_sentence *s)
{
	static const char *const words[] = {"if", "unless", NULL};
	uint32_t first = q->first > s->first + LONG_SENTENCE ? q->first - LONG_SENTENCE : s->first;

	return q->bound != PF_BOUND_NONE && pf_tokens_any(view, first, q->first, words);
}

/* "It fell from 33 hours to 27": the first of the two was so before, and is no value of now. */
static bool is_of_then(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const went[] = {"fell",     "rose",    "dropped", "went", "grew",
					   "declined", "climbed", "sank",    NULL};

	return q->role == PF_ROLE_BASELINE && q->pair != PF_QUANT_NONE &&
	       pf_sentence_any(view, pf_quant_sentence(view, q), went);
}

/* "What will it look like in six months?": when it is asked of, which claims nothing. */
static bool is_asked_of(const struct pf_view *view, const struct pf_quant *q,
			const struct pf_sentence *s)
{
	static const char *const when[] = {"in", "after", "within", "for", NULL};

	return q->base == PF_QUANT_DURATION && q->first > s->first &&
	       pf_token_among(view, q->first - 1, when) &&
	       pf_token_is_sign(&view->tokens->v[s->last - 1], '?');
}

static void see_noun(const struct pf_view *view, struct pf_judgement *j, struct seen *seen,
		     size_t i)
{
	const struct pf_quant *q = &view->quants->v[i];
	const struct pf_sentence *s = &view->tokens->sentences.v[pf_quant_sentence(view, q)];
	uint32_t sort = (uint32_t)q->role << 8;

	/* "Members" alone may be any members; a pilot has values of its own. */
	if (is_level(q) && !is_handful(q) && !is_of_then(view, q) && !pf_range_empty(q->of) &&
	    !of_a_trial(view, s) && !is_condition(view, q, s) && !is_asked_of(view, q, s))
		see(view, j, seen, key_of(view, q, q->of, 2, sort + period_of(view, q)), i);
}

static void see_words(const struct pf_view *view, struct pf_judgement *j, struct seen *seen,
		      size_t i)
{
	const struct pf_quant *q = &view->quants->v[i];
	const struct pf_sentence *s = &view->tokens->sentences.v[pf_quant_sentence(view, q)];
	struct pf_range words;

	if (q->pair != PF_QUANT_NONE || q->role == PF_ROLE_DELTA || q->role == PF_ROLE_TARGET ||
	    q->bound != PF_BOUND_NONE || s->last - s->first > LONG_SENTENCE ||
	    is_asked_of(view, q, s))
		return;
	words = q->kind == PF_QUANT_PERCENT ? words_after(view, q, s) : words_before(view, q, s);
	if (!pf_range_empty(words) && !of_another_time(view, q, s))
		see(view, j, seen, key_of(view, q, words, LEAST_STEMS, 0), i);
}

/* --- a promise above and the metric below it ---------------------------------- */

#define METRICS  32
#define PROMISES 64

struct names {
	struct pf_stems v[METRICS];
	size_t n;
};

/* The metric that the words speak of: most words of its name, and more than any other's. */
static const struct pf_metric *metric_of(const struct pf_view *view, const struct names *names,
					 struct pf_range said)
{
	const struct pf_metric *found = NULL;
	struct pf_stems words = {0};
	size_t most = 1;

	pf_view_stems(view, said, &words);
	for (size_t i = 0; i < names->n; i++) {
		size_t shared = pf_stems_shared(&names->v[i], &words);

		if (shared < most || shared * 2 < names->v[i].n)
			continue;
		found = shared > most ? &view->parts->metrics.v[i] : NULL;
		most = shared;
	}
	pf_stems_release(&words);
	return found;
}

static bool is_release(enum pf_part_id part)
{
	return part < PF_PART_METRICS;
}

/* What hurts promises nothing: "47% left, against 12% of the others" is no way from one to the
 * other.
 */
static bool promises(const struct pf_quant *q, enum pf_part_id part)
{
	return is_release(part) &&
	       (q->role == PF_ROLE_BASELINE ||
		(q->role == PF_ROLE_TARGET && q->pair != PF_QUANT_NONE && part != PF_PART_PROBLEM));
}

/* Who contradicts himself stays near, and counts the same: "12 universities" are no 6 credits. */
static bool could_be(const struct pf_view *view, const struct pf_quant *a, const struct pf_quant *b)
{
	struct pf_stems of_a = {0}, of_b = {0};
	bool same = true;

	if (a->value > 3 * b->value || b->value > 3 * a->value)
		return false;
	if (!a->unit[0]) {
		pf_view_stems(view, a->of, &of_a);
		pf_view_stems(view, b->of, &of_b);
		same = pf_stems_shared(&of_a, &of_b) > 0;
	}
	pf_stems_release(&of_a);
	pf_stems_release(&of_b);
	return same;
}

/* "44% did not hire again" is no value of "customers back within 6 months". */
static bool denies(const struct pf_view *view, struct pf_range range)
{
	static const char *const words[] = {"not",    "no",      "never",   "without", "nobody",
					    "didn't", "don't",   "doesn't", "isn't",   "aren't",
					    "wasn't", "weren't", NULL};

	return pf_tokens_any(view, pf_tokens_at(view->tokens, range.begin),
			     pf_tokens_at(view->tokens, range.end), words);
}

/* "From 44 % to 20 %" above, and 40 % today in the table below it. */
static void compare_promise(const struct pf_view *view, struct pf_judgement *j,
			    const struct pf_quant *q, const struct pf_metric *m)
{
	uint32_t other = q->role == PF_ROLE_BASELINE ? m->baseline : m->target;
	const struct pf_quant *o = other < view->quants->n ? &view->quants->v[other] : NULL;

	if (!o || o == q || o->base != q->base || strcmp(o->unit, q->unit) ||
	    q->kind == PF_QUANT_RANGE || o->kind == PF_QUANT_RANGE ||
	    (q->per[0] && o->per[0] && strcmp(q->per, o->per)))
		return;
	if (!pf_same_amount(o->value, q->unit, q->value, q->unit) && could_be(view, q, o) &&
	    (q->begin < m->whole.begin || q->begin >= m->whole.end))
		pf_consistency_clash(view, j, pf_quant_span(q), pf_quant_span(o));
}

static void compare_promises(const struct pf_view *view, struct pf_judgement *j)
{
	struct names names = {0};
	size_t read = 0;

	for (; names.n < view->parts->metrics.n && names.n < METRICS; names.n++)
		pf_view_stems(view, view->parts->metrics.v[names.n].name, &names.v[names.n]);
	for (size_t i = 0; names.n && i < view->quants->n && read < PROMISES; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		size_t s = pf_quant_sentence(view, q);
		const struct pf_metric *m = NULL;

		if (pf_quant_is_date(q) || !promises(q, pf_quant_part(view, q)) ||
		    is_of_then(view, q))
			continue;
		read++;
		/* What the trial brought may be all that an offer tells of a gain, and stands in an
		 * answer all the same. */
		if (!pf_answer_at(view, q->begin) &&
		    !of_a_trial(view, &view->tokens->sentences.v[s]))
			m = metric_of(view, &names, pf_sentence_range(view, s));
		if (m && denies(view, pf_sentence_range(view, s)) == denies(view, m->name))
			compare_promise(view, j, q, m);
	}
	for (size_t i = 0; i < names.n; i++)
		pf_stems_release(&names.v[i]);
}

void pf_consistent_values(const struct pf_view *view, struct pf_judgement *j)
{
	struct seen seen;
	struct pf_range first = {0, 0};

	memset(&seen, 0, sizeof(seen));
	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (pf_quant_is_date(q) || q->kind == PF_QUANT_RANGE)
			continue;
		if (pf_range_empty(first) && is_level(q) && !is_handful(q) &&
		    !pf_range_empty(q->of))
			first = pf_quant_span(q);
		if (seen.n >= SEEN / 2) { /* of a book: nothing more is compared */
			if (!pf_range_empty(first))
				break;
			continue;
		}
		see_noun(view, j, &seen, i);
		see_words(view, j, &seen, i);
	}
	if (pf_range_empty(first) && !j->n_places) {
		/* Numbers that stand alone contradict nothing; a page without any says nothing. */
		if (view->quants->n >= NUMBERS_LEAST)
			pf_judge_skip(j, "no two numbers to compare");
		else
			pf_judge_owe(j, "no numbers to compare");
		return;
	}
	compare_promises(view, j);
	j->n = (double)j->n_places;
	pf_judge_credit(j, j->n_places ? pf_ramp((double)j->n_places, 2, 0) : 1,
			j->n_places ? j->places[0].span : first,
			j->n_places ? "two values for one thing" : "no two values for one thing");
}
