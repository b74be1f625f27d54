/* Bound, direction, role, noun and pair of each quantity, from the few words around it. */
#include "parse.h"

enum { REACH = 12, NOUN = 4 }; /* tokens looked at on either side */

static const struct {
	const char *first, *second; /* second: the word after it, or NULL */
	enum pf_quant_bound bound;
} bounds[] = {
	{"at", "least", PF_BOUND_GE},      {"at", "most", PF_BOUND_LE},
	{"up", "to", PF_BOUND_LE},         {"more", "than", PF_BOUND_GT},
	{"less", "than", PF_BOUND_LT},     {"fewer", "than", PF_BOUND_LT},
	{"under", NULL, PF_BOUND_LT},      {"below", NULL, PF_BOUND_LT},
	{"over", NULL, PF_BOUND_GT},       {"above", NULL, PF_BOUND_GT},
	{"about", NULL, PF_BOUND_APPROX},  {"around", NULL, PF_BOUND_APPROX},
	{"nearly", NULL, PF_BOUND_APPROX}, {"roughly", NULL, PF_BOUND_APPROX},
	{"within", NULL, PF_BOUND_LE},     {"minimum", NULL, PF_BOUND_GE},
	{"maximum", NULL, PF_BOUND_LE},    {"approximately", NULL, PF_BOUND_APPROX},
};

static enum pf_quant_bound bound_before(const struct parse *p, size_t i)
{
	if (i && at_sign(p, i - 1, '~'))
		return PF_BOUND_APPROX;
	if (i > 1 && at_sign(p, i - 1, '=') && at_sign(p, i - 2, '>'))
		return PF_BOUND_GE;
	if (i > 1 && at_sign(p, i - 1, '=') && at_sign(p, i - 2, '<'))
		return PF_BOUND_LE;
	if (i && (at_rune(p, i - 1, "\xE2\x89\xA5")))
		return PF_BOUND_GE;
	if (i && (at_rune(p, i - 1, "\xE2\x89\xA4")))
		return PF_BOUND_LE;
	if (i && at_sign(p, i - 1, '>') && !at_rune(p, i - 1, "\xE2\x86\x92"))
		return PF_BOUND_GT;
	if (i && at_sign(p, i - 1, '<'))
		return PF_BOUND_LT;
	for (size_t k = 0; k < sizeof(bounds) / sizeof(*bounds); k++) {
		if (!bounds[k].second && i && at_word(p, i - 1, bounds[k].first))
			return bounds[k].bound;
		if (bounds[k].second && i > 1 && at_word(p, i - 1, bounds[k].second) &&
		    at_word(p, i - 2, bounds[k].first))
			return bounds[k].bound;
	}
	return PF_BOUND_NONE;
}

/* The nearest verb or noun of growth or fall in the clause, looking back, then on. */
static enum pf_quant_dir direction(const struct parse *p, const struct pf_quant *q)
{
	for (size_t i = q->first, k = 0; i-- > 0 && k < REACH; k++) {
		if (at_class(p, i, LEX_UP))
			return PF_DIR_UP;
		if (at_class(p, i, LEX_DOWN))
			return PF_DIR_DOWN;
		if (p->t[i + 1].flags & PF_TOKEN_SENTENCE)
			break;
	}
	for (size_t i = q->last; i < q->last + 3u && !at_end(p, i); i++) {
		if (at_class(p, i, LEX_UP) || at_class(p, i, LEX_BETTER))
			return PF_DIR_UP;
		if (at_class(p, i, LEX_DOWN) || at_class(p, i, LEX_WORSE))
			return PF_DIR_DOWN;
	}
	return PF_DIR_NONE;
}

static bool word_before(const struct parse *p, const struct pf_quant *q, const char *word)
{
	/* "to about 75 %", "by at least 12 %": the bound stands between. */
	for (size_t i = q->first, k = 0; i-- > 0 && k < 3; k++) {
		if (at_word(p, i, word))
			return true;
		if (!at_word(p, i, "the") && !at_word(p, i, "a") && !at_word(p, i, "first") &&
		    bound_before(p, i + 1) == PF_BOUND_NONE)
			return false;
	}
	return false;
}

static bool is_time(const struct pf_quant *q)
{
	return q->kind == PF_QUANT_DATE || q->kind == PF_QUANT_DURATION ||
	       (q->kind == PF_QUANT_RANGE &&
		(q->base == PF_QUANT_DURATION || q->base == PF_QUANT_DATE));
}

static enum pf_quant_role role_of(const struct parse *p, const struct pf_quant *q)
{
	if (q->kind == PF_QUANT_DATE)
		return PF_ROLE_DEADLINE;
	if (q->kind == PF_QUANT_DURATION &&
	    (word_before(p, q, "within") || word_before(p, q, "in") ||
	     word_before(p, q, "after")) &&
	    q->value >= 1 &&
	    (q->unit[0] == 'd' || q->unit[0] == 'w' || q->unit[0] == 'm' || q->unit[0] == 'q' ||
	     q->unit[0] == 'y'))
		return PF_ROLE_DEADLINE;
	if (word_before(p, q, "from"))
		return PF_ROLE_BASELINE;
	if (word_before(p, q, "to") || (q->first && at_rune(p, q->first - 1, "\xE2\x86\x92")))
		return PF_ROLE_TARGET;
	if (word_before(p, q, "by") && !is_time(q))
		return PF_ROLE_DELTA;
	if (q->kind == PF_QUANT_MULTIPLIER || at_class(p, q->last, LEX_UP) ||
	    at_class(p, q->last, LEX_DOWN))
		return PF_ROLE_DELTA;
	if (at_word(p, q->last, "today") || at_word(p, q->last, "now") ||
	    word_before(p, q, "today"))
		return PF_ROLE_BASELINE;
	if (q->kind == PF_QUANT_PERCENT && at_word(p, q->last, "of"))
		return PF_ROLE_RATE;
	if (q->kind == PF_QUANT_NUMBER && at_class(p, q->last, LEX_POPULATION))
		return PF_ROLE_POPULATION;
	return q->per[0] ? PF_ROLE_RATE : PF_ROLE_NONE;
}

static bool is_noun(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD && !at_class(p, i, LEX_NOT_NOUN) &&
	       !at_class(p, i, LEX_PREPOSITION);
}

/* What is measured: the words that follow ("38 % of passengers"), else those that lead up. */
static struct pf_range noun_of(const struct parse *p, const struct pf_quant *q)
{
	size_t i = q->last, end;

	while (i < q->last + 4u && i < p->n && !(p->t[i].flags & PF_TOKEN_SENTENCE) &&
	       (at_word(p, i, "of") || at_word(p, i, "the") || at_word(p, i, "all") ||
		at_word(p, i, "our") || at_word(p, i, "in") || at_class(p, i, LEX_UP) ||
		at_class(p, i, LEX_DOWN)))
		i++;
	if (is_noun(p, i) && !(p->t[i].flags & PF_TOKEN_SENTENCE)) {
		for (end = i; end < i + NOUN && is_noun(p, end) &&
			      (end == i || !(p->t[end].flags & PF_TOKEN_SENTENCE));
		     end++)
			;
		return (struct pf_range){p->t[i].begin, p->t[end - 1].end};
	}
	for (size_t k = q->first; k-- > 0 && q->first - k < REACH;) {
		if (is_noun(p, k) && !at_class(p, k, LEX_UP) && !at_class(p, k, LEX_DOWN)) {
			size_t from = k;

			while (from > 0 && k - from < NOUN - 1 && is_noun(p, from - 1) &&
			       !(p->t[from].flags & PF_TOKEN_SENTENCE))
				from--;
			return (struct pf_range){p->t[from].begin, p->t[k].end};
		}
		if (p->t[k].flags & PF_TOKEN_SENTENCE)
			break;
	}
	return (struct pf_range){q->begin, q->begin};
}

/* "3.2 s to 2.0 s", "from 29 % to 75 %", "2.8 -> 4.0": neighbours of like kind in one sentence. */
static void pair_up(struct pf_quants *quants, const struct parse *p, size_t i)
{
	struct pf_quant *a = &quants->v[i - 1], *b = &quants->v[i];
	bool joined = b->role == PF_ROLE_TARGET && b->first - a->last <= 4u;

	if (!joined || is_time(a) != is_time(b) || a->pair != PF_QUANT_NONE)
		return;
	for (size_t k = a->last; k < b->last; k++)
		if (p->t[k].flags & PF_TOKEN_SENTENCE)
			return;
	a->role = PF_ROLE_BASELINE;
	a->pair = (uint32_t)i;
	b->pair = (uint32_t)(i - 1);
}

void quant_attributes(struct pf_quants *quants, const struct parse *p,
		      const struct pf_tokens *tokens)
{
	(void)tokens;
	for (size_t i = 0; i < quants->n; i++) {
		struct pf_quant *q = &quants->v[i];

		if (q->bound == PF_BOUND_NONE)
			q->bound = bound_before(p, q->first);
		q->dir = is_time(q) && q->kind == PF_QUANT_DATE ? PF_DIR_NONE : direction(p, q);
		q->role = role_of(p, q);
		q->of = noun_of(p, q);
		if (i)
			pair_up(quants, p, i);
	}
}
