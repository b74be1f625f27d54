/*
 * Whether a paragraph of a release tells what is new or what is wrong, by its time: what is new
 * begins today or will be, what is wrong was, or has been so until now and is counted by the year.
 * Of two paragraphs above the first voice each says which the other is.
 */
#include <string.h>

#include "release.h"

#define CLEARLY_NEW  2
#define MOST_COUNTED 3 /* of a kind; more of it says no more */

/* Words of a moment, two by two; of news they count in the first sentence, for a paragraph of
 * trouble may end with "From today, she can". "*" is any word. */
static const struct moment {
	const char *first, *second;
	int news; /* below 0 it speaks of what is so */
} moments[] = {
	{"from", "today", 3},   {"starting", "today", 3}, {"starting", "with", 2},
	{"from", "now", 2},     {"as", "of", 1},          {"have", "agreed", 2},
	{"no", "longer", 1},    {"can", "now", 2},        {"now", "get", 2},
	{"now", "gets", 2},     {"now", "receives", 2},   {"will", "*", 1},
	{"instead", "*", 1},    {"until", "now", -3},     {"until", "today", -3},
	{"up", "to now", -3},   {"so", "far", -2},        {"last", "year", -1},
	{"last", "season", -1}, {"last", "month", -1},    {"last", "winter", -1},
	{"last", "summer", -1}, {"last", "spring", -1},   {"last", "fall", -1},
	{"last", "autumn", -1}, {"last", "quarter", -1},  {"last", "week", -1},
	{"each", "year", -1},   {"every", "year", -1},    {"a", "year", -1},
	{"a", "month", -1},     {"was", "*", -1},         {"were", "*", -1},
	{"had", "*", -1},       {"didn't", "*", -1},      {"nobody", "knows", -1},
	{"this", "morning", 2}, {"every", "month", -1},   {"used", "to", -2},
};

#define MOMENTS (sizeof(moments) / sizeof(*moments))

static bool stands_at(const struct pf_find *f, uint32_t last, uint32_t i, const struct moment *m)
{
	if (!pf_token_is(f->text, &f->tokens->v[i], m->first))
		return false;
	if (*m->second == '*')
		return true;
	/* "up to now" */
	if (!strcmp(m->second, "to now"))
		return i + 2 < last && PF_ONE_OF(f, i + 1, "to") && PF_ONE_OF(f, i + 2, "now");
	return i + 1 < last && pf_token_is(f->text, &f->tokens->v[i + 1], m->second);
}

static bool ends_in(const struct pf_find *f, uint32_t i, const char *end)
{
	struct pf_slice word = pf_slice_cut(f->text, f->tokens->v[i].begin, f->tokens->v[i].end);

	return f->tokens->v[i].kind == PF_TOKEN_WORD && word.len > strlen(end) + 1 &&
	       pf_slice_ends(word, end);
}

/* A verb of what somebody does: "starts", "opened"; "is" and "has" tell what is so. */
static bool is_deed(const struct pf_find *f, uint32_t i)
{
	return (ends_in(f, i, "s") || ends_in(f, i, "ed")) &&
	       !PF_ONE_OF(f, i, "its", "this", "was", "has", "does", "hours", "days", "weeks",
			  "months", "years", "needs", "costs", "takes");
}

/* "The library today starts a van", "the phone now rings", "lunch is now cooked later": said inside
 * of a sentence; "Today it takes 19 days" opens with what is so, and "they wait 55 minutes today"
 * ends with it. */
static int news_at(const struct pf_find *f, uint32_t last, uint32_t i)
{
	const struct pf_token *v = f->tokens->v;

	if (i + 1 >= last || v[i].flags & PF_TOKEN_SENTENCE)
		return 0;
	if (PF_ONE_OF(f, i, "today"))
		return is_deed(f, i + 1) ? 3 : v[i + 1].kind == PF_TOKEN_SIGN ? -1 : 0;
	/* "For the first time a visit is" */
	if (PF_ONE_OF(f, i, "first"))
		return i > 1 && PF_ONE_OF(f, i - 1, "the") && PF_ONE_OF(f, i - 2, "for") ? 2 : 0;
	if (!PF_ONE_OF(f, i, "now"))
		return 0;
	if (PF_ONE_OF(f, i - 1, "is", "are"))
		return ends_in(f, i + 1, "ed") ? 2 : 0;
	return is_deed(f, i + 1) ? 2 : 0;
}

bool pf_opens_on_day(const struct pf_find *f, uint32_t i, uint32_t last)
{
	size_t q;

	if (i + 1 >= last || !PF_ONE_OF(f, i, "from", "starting"))
		return false;
	if (PF_ONE_OF(f, i + 1, "today", "tonight"))
		return true;
	q = pf_quants_at(f->quants, f->tokens->v[i + 1].begin);
	return q < f->quants->n && f->quants->v[q].kind == PF_QUANT_DATE &&
	       f->quants->v[q].first <= i + 2;
}

uint32_t pf_opening_stop(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t stop = pf_sentence_stop(f, u->first, u->last);

	if (stop < u->last && pf_has_date(f, u->begin, f->tokens->v[stop].begin) &&
	    stop - u->first <= PF_DATE_TOKENS)
		stop = pf_sentence_stop(f, stop, u->last);
	return stop;
}

/* "41%", "one in four" */
static bool is_share(const struct pf_quant *q)
{
	return q->base == PF_QUANT_PERCENT || (q->base == PF_QUANT_NUMBER && q->value < 1);
}

/* Shares and counts of what is so: "41% were late". */
static int count_facts(const struct pf_find *f, uint32_t begin, uint32_t end)
{
	int n = 0;

	for (size_t q = pf_quants_at(f->quants, begin);
	     q < f->quants->n && f->quants->v[q].begin < end; q++) {
		const struct pf_quant *quant = &f->quants->v[q];

		n += quant->past || quant->role == PF_ROLE_BASELINE ||
		     (is_share(quant) && quant->role != PF_ROLE_TARGET);
	}
	return n;
}

/* Words of a moment in [first, last); those of news count up to `opening`. */
static int moments_in(const struct pf_find *f, uint32_t first, uint32_t last, uint32_t opening)
{
	int counted[MOMENTS] = {0}, sum = 0;

	for (uint32_t i = first; i < last; i++)
		for (size_t m = 0; m < MOMENTS; m++)
			if (counted[m] < MOST_COUNTED && (i < opening || moments[m].news < 0) &&
			    stands_at(f, last, i, &moments[m])) {
				counted[m]++;
				sum += moments[m].news;
			}
	for (uint32_t i = first + 1; i < opening; i++)
		sum += news_at(f, last, i);
	return sum;
}

static int at_most(int n)
{
	return n < MOST_COUNTED ? n : MOST_COUNTED;
}

int pf_news_of(const struct pf_find *f, const struct pf_unit *u)
{
	return (pf_opens_on_day(f, u->first, u->last) ? CLEARLY_NEW : 0) +
	       moments_in(f, u->first, u->last, pf_opening_stop(f, u)) -
	       at_most(count_facts(f, u->begin, u->end));
}

int pf_news_in(const struct pf_find *f, uint32_t first, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	int told = moments_in(f, first, last, last);

	return told < 0 ? told - at_most(count_facts(f, v[first].begin, v[last - 1].end)) : 0;
}
