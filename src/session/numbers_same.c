/* Whether two numbers are of one thing. */
#include <math.h>
#include <string.h>

#include "numbers.h"
#include "prfaq/base/mem.h"
#include "prfaq/text/stem.h"

/* A smaller bare count needs a role: "3 friends" and "5 friends" are two. */
#define COUNT_MIN 1000

/* "Week 10" is a place in time, "step 3" one in a list: neither measures anything. */
static bool is_label(struct pf_number_at at)
{
	static const char *const words[] = {"week", "weeks", "month", "months", "day",   "days",
					    "year", "step",  "stage", "phase",  "level", "version",
					    "line", "part",  "page",  "no",     "number"};
	uint32_t first = at.quant->first;

	for (size_t i = 0; first > 0 && i < sizeof(words) / sizeof(words[0]); i++)
		if (pf_token_is(at.text, &at.tokens->v[first - 1], words[i]))
			return true;
	return false;
}

bool pf_number_comparable(struct pf_number_at at)
{
	const struct pf_quant *q = at.quant;

	if (q->kind == PF_QUANT_DATE || q->kind == PF_QUANT_MULTIPLIER ||
	    q->kind == PF_QUANT_RANGE || q->role == PF_ROLE_DELTA || q->role == PF_ROLE_DEADLINE ||
	    is_label(at))
		return false;
	return q->kind != PF_QUANT_NUMBER || q->unit[0] || q->role != PF_ROLE_NONE ||
	       q->value >= COUNT_MIN;
}

/* "4.1M" and "4.12M" are one value, written twice. */
bool pf_number_values_agree(double a, double b)
{
	double most = fabs(a) > fabs(b) ? fabs(a) : fabs(b);

	return fabs(a - b) <= 0.02 * most;
}

static void stems_in(struct pf_stemmer *stemmer, struct pf_number_at at, struct pf_range range,
		     struct pf_stems *out)
{
	size_t first = pf_tokens_at(at.tokens, range.begin);
	size_t last = pf_tokens_at(at.tokens, range.end);

	pf_stems_of(stemmer, at.text, at.tokens, first, last, out);
}

struct pf_range pf_number_sentence(struct pf_number_at at)
{
	const struct pf_sentence *s =
		&at.tokens->sentences.v[pf_sentence_of(at.tokens, at.quant->first)];

	return (struct pf_range){s->begin, s->end};
}

static bool is_qualifier(struct pf_slice text, const struct pf_token *token)
{
	static const char *const words[] = {
		"among", "for",   "in",  "on",   "at",   "within", "during", "before", "after",
		"by",    "until", "per", "each", "with", "when",   "across", "without"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (pf_token_is(text, token, words[i]))
			return true;
	return false;
}

/* Numbers among them count too: "by month 3" and "by month 8" are two periods. The quantity itself
 * does not narrow itself down. */
static void number_hashes(struct pf_number_at at, size_t first, size_t last, struct pf_stems *out)
{
	for (size_t i = first; i < last; i++) {
		bool own = i >= at.quant->first && i < at.quant->last;

		if (at.tokens->v[i].kind == PF_TOKEN_NUMBER && !own)
			*PF_PUSH(out) = at.tokens->v[i].hash;
	}
}

/* What narrows the sentence down to a period or a segment: up to three words behind each
 * preposition. Not grammar; it only has to differ when the two sentences may. */
static void qualifiers(struct pf_stemmer *stemmer, struct pf_number_at at, struct pf_stems *out)
{
	const struct pf_sentence *s =
		&at.tokens->sentences.v[pf_sentence_of(at.tokens, at.quant->first)];

	for (size_t i = s->first; i < s->last; i++) {
		size_t end = i + 4 < s->last ? i + 4 : s->last;
		struct pf_stems found = {0};

		if (!is_qualifier(at.text, &at.tokens->v[i]))
			continue;
		pf_stems_of(stemmer, at.text, at.tokens, i, end, &found);
		number_hashes(at, i, end, &found);
		for (size_t k = 0; k < found.n; k++)
			*PF_PUSH(out) = found.v[k];
		pf_stems_release(&found);
	}
}

static bool all_in(const struct pf_stems *a, const struct pf_stems *b)
{
	for (size_t i = 0; i < a->n; i++) {
		bool found = false;

		for (size_t k = 0; !found && k < b->n; k++)
			found = a->v[i] == b->v[k];
		if (!found)
			return false;
	}
	return true;
}

/* 2: the same noun, 1: one says more than the other, 0: different or none. */
static int same_noun(struct pf_stemmer *stemmer, struct pf_number_at a, struct pf_number_at b)
{
	struct pf_stems x = {0}, y = {0};
	int same = 0;

	stems_in(stemmer, a, a.quant->of, &x);
	stems_in(stemmer, b, b.quant->of, &y);
	if (x.n && y.n)
		same = all_in(&x, &y) + all_in(&y, &x);
	pf_stems_release(&x);
	pf_stems_release(&y);
	return same;
}

/* YES: the same period and segment, or none; MAYBE: one says more; NOT: each names its own. */
static enum pf_same same_qualifiers(struct pf_stemmer *stemmer, struct pf_number_at a,
				    struct pf_number_at b)
{
	struct pf_stems x = {0}, y = {0};
	int both;

	qualifiers(stemmer, a, &x);
	qualifiers(stemmer, b, &y);
	both = all_in(&x, &y) + all_in(&y, &x);
	pf_stems_release(&x);
	pf_stems_release(&y);
	return both == 2 ? PF_SAME_YES : both == 1 ? PF_SAME_MAYBE : PF_SAME_NOT;
}

/* "$1.1M a year" has no noun, but two costs a year that share a word may be one. */
static bool same_rate(struct pf_stemmer *stemmer, struct pf_number_at a, struct pf_number_at b)
{
	struct pf_stems x = {0}, y = {0};
	bool same = false;

	if (a.quant->kind != PF_QUANT_MONEY || !a.quant->per[0])
		return false;
	stems_in(stemmer, a, pf_number_sentence(a), &x);
	stems_in(stemmer, b, pf_number_sentence(b), &y);
	same = pf_stems_shared(&x, &y) > 0;
	pf_stems_release(&x);
	pf_stems_release(&y);
	return same;
}

enum pf_same pf_numbers_same(struct pf_stemmer *stemmer, struct pf_number_at a,
			     struct pf_number_at b)
{
	const struct pf_quant *p = a.quant, *q = b.quant;
	enum pf_same narrowed;
	int noun;

	if (!pf_number_comparable(a) || !pf_number_comparable(b) || p->kind != q->kind ||
	    strcmp(p->unit, q->unit) != 0 || strcmp(p->per, q->per) != 0 || p->bound != q->bound ||
	    pf_number_values_agree(p->value, q->value))
		return PF_SAME_NOT;
	/* What is so today and what is to be are two values of one noun, as they should be. */
	if (p->role != q->role && p->role != PF_ROLE_NONE && q->role != PF_ROLE_NONE)
		return PF_SAME_NOT;
	/* "6 restaurants first, then 30": small groups are the steps of a plan. */
	if (p->role == PF_ROLE_POPULATION && p->value < COUNT_MIN && q->value < COUNT_MIN)
		return PF_SAME_NOT;
	noun = same_noun(stemmer, a, b);
	if (noun == 0)
		return same_rate(stemmer, a, b) ? PF_SAME_MAYBE : PF_SAME_NOT;
	narrowed = same_qualifiers(stemmer, a, b);
	if (narrowed == PF_SAME_YES && (noun < 2 || p->role != q->role || p->role == PF_ROLE_NONE))
		return PF_SAME_MAYBE;
	return narrowed;
}
