/*
 * Whether a paragraph of a release tells what is new or what is wrong, by its time: what is new
 * begins today or will be, what is wrong was, or has been so until now and is counted by the year.
 * Of two paragraphs above the first voice each says which the other is.
 */
#include <string.h>

#include "find.h"

#define MOST_COUNTED 3 /* of a kind; more of it says no more */

/* Words of a moment, two by two; of news they count in the first sentence, for a paragraph of
 * trouble may end with "From today, she can". "*" is any word. */
static const struct moment {
	const char *first, *second;
	int news; /* below 0 it speaks of what is so */
} moments[] = {
	{"from", "today", 3},    {"starting", "today", 3}, {"starting", "with", 2},
	{"from", "now", 2},      {"as", "of", 1},          {"have", "agreed", 2},
	{"no", "longer", 1},     {"can", "now", 2},        {"now", "get", 2},
	{"now", "gets", 2},      {"now", "receives", 2},   {"will", "*", 1},
	{"instead", "*", 1},     {"until", "now", -3},     {"up", "to now", -3},
	{"so", "far", -2},       {"last", "year", -1},     {"last", "season", -1},
	{"last", "month", -1},   {"each", "year", -1},     {"every", "year", -1},
	{"a", "year", -1},       {"a", "month", -1},       {"was", "*", -1},
	{"were", "*", -1},       {"had", "*", -1},         {"didn't", "*", -1},
	{"nobody", "knows", -1},
};

#define MOMENTS (sizeof(moments) / sizeof(*moments))

static bool stands_at(const struct pf_find *f, const struct pf_unit *u, uint32_t i,
		      const struct moment *m)
{
	if (!pf_token_is(f->text, &f->tokens->v[i], m->first))
		return false;
	if (*m->second == '*')
		return true;
	/* "up to now" */
	if (!strcmp(m->second, "to now"))
		return i + 2 < u->last && pf_token_is(f->text, &f->tokens->v[i + 1], "to") &&
		       pf_token_is(f->text, &f->tokens->v[i + 2], "now");
	return i + 1 < u->last && pf_token_is(f->text, &f->tokens->v[i + 1], m->second);
}

/* Shares and counts of what is so: "41% were late". */
static int count_facts(const struct pf_find *f, const struct pf_unit *u)
{
	int n = 0;

	for (size_t q = pf_quants_at(f->quants, u->begin);
	     q < f->quants->n && f->quants->v[q].begin < u->end; q++) {
		const struct pf_quant *quant = &f->quants->v[q];

		n += quant->past || quant->role == PF_ROLE_BASELINE ||
		     (quant->base == PF_QUANT_PERCENT && quant->role != PF_ROLE_TARGET);
	}
	return n;
}

int pf_news_of(const struct pf_find *f, const struct pf_unit *u)
{
	int counted[MOMENTS] = {0}, facts = count_facts(f, u), sum = 0;
	uint32_t first = pf_sentence_stop(f, u->first, u->last);

	for (uint32_t i = u->first; i < u->last; i++)
		for (size_t m = 0; m < MOMENTS; m++)
			if (counted[m] < MOST_COUNTED && (i < first || moments[m].news < 0) &&
			    stands_at(f, u, i, &moments[m])) {
				counted[m]++;
				sum += moments[m].news;
			}
	return sum - (facts < MOST_COUNTED ? facts : MOST_COUNTED);
}
