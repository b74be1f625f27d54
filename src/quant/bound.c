/* The words right beside a quantity: "at least", "or more", "about", "the first". */
#include "around.h"

#include <string.h>

enum { WORDS = 4, STEPS = 6 };

struct phrase {
	const char *word[WORDS];
	enum pf_quant_bound bound;
};

/* Longer ones stand before the shorter ones they end in. */
static const struct phrase before[] = {
	{{"no", "later", "than"}, PF_BOUND_LE},
	{{"no", "more", "than"}, PF_BOUND_LE},
	{{"not", "more", "than"}, PF_BOUND_LE},
	{{"no", "higher", "than"}, PF_BOUND_LE},
	{{"no", "greater", "than"}, PF_BOUND_LE},
	{{"no", "longer", "than"}, PF_BOUND_LE},
	{{"not", "longer", "than"}, PF_BOUND_LE},
	{{"no", "larger", "than"}, PF_BOUND_LE},
	{{"no", "fewer", "than"}, PF_BOUND_GE},
	{{"not", "fewer", "than"}, PF_BOUND_GE},
	{{"no", "less", "than"}, PF_BOUND_GE},
	{{"not", "less", "than"}, PF_BOUND_GE},
	{{"no", "lower", "than"}, PF_BOUND_GE},
	{{"no", "worse", "than"}, PF_BOUND_GE},
	{{"at", "or", "above"}, PF_BOUND_GE},
	{{"at", "or", "over"}, PF_BOUND_GE},
	{{"at", "or", "below"}, PF_BOUND_LE},
	{{"at", "or", "under"}, PF_BOUND_LE},
	{{"north", "of"}, PF_BOUND_GT},
	{{"upwards", "of"}, PF_BOUND_GT},
	{{"upward", "of"}, PF_BOUND_GT},
	{{"in", "excess", "of"}, PF_BOUND_GT},
	{{"faster", "than"}, PF_BOUND_LT},
	{{"quicker", "than"}, PF_BOUND_LT},
	{{"sooner", "than"}, PF_BOUND_LT},
	{{"younger", "than"}, PF_BOUND_LT},
	{{"at", "the", "very", "least"}, PF_BOUND_GE},
	{{"at", "the", "least"}, PF_BOUND_GE},
	{{"at", "the", "most"}, PF_BOUND_LE},
	{{"at", "least"}, PF_BOUND_GE},
	{{"at", "most"}, PF_BOUND_LE},
	{{"at", "a", "minimum"}, PF_BOUND_GE},
	{{"minimum", "of"}, PF_BOUND_GE},
	{{"maximum", "of"}, PF_BOUND_LE},
	{{"min"}, PF_BOUND_GE},
	{{"max"}, PF_BOUND_LE},
	{{"minimum"}, PF_BOUND_GE},
	{{"maximum"}, PF_BOUND_LE},
	{{"floor", "of"}, PF_BOUND_GE},
	{{"ceiling", "of"}, PF_BOUND_LE},
	{{"cap", "of"}, PF_BOUND_LE},
	{{"limit", "of"}, PF_BOUND_LE},
	{{"capped", "at"}, PF_BOUND_LE},
	{{"caps", "at"}, PF_BOUND_LE},
	{{"limited", "to"}, PF_BOUND_LE},
	{{"restricted", "to"}, PF_BOUND_LE},
	{{"as", "many", "as"}, PF_BOUND_LE},
	{{"as", "much", "as"}, PF_BOUND_LE},
	{{"as", "few", "as"}, PF_BOUND_GE},
	{{"as", "little", "as"}, PF_BOUND_GE},
	{{"up", "to"}, PF_BOUND_LE},
	{{"starting", "at"}, PF_BOUND_GE},
	{{"not", "exceed"}, PF_BOUND_LE},
	{{"not", "exceeding"}, PF_BOUND_LE},
	{{"never", "exceed"}, PF_BOUND_LE},
	{{"never", "exceeds"}, PF_BOUND_LE},
	{{"cannot", "exceed"}, PF_BOUND_LE},
	{{"not", "above"}, PF_BOUND_LE},
	{{"not", "over"}, PF_BOUND_LE},
	{{"not", "below"}, PF_BOUND_GE},
	{{"not", "under"}, PF_BOUND_GE},
	{{"never", "above"}, PF_BOUND_LE},
	{{"never", "below"}, PF_BOUND_GE},
	{{"not", "to", "exceed"}, PF_BOUND_LE},
	{{"exceed"}, PF_BOUND_GT},
	{{"exceeds"}, PF_BOUND_GT},
	{{"exceeded"}, PF_BOUND_GT},
	{{"exceeding"}, PF_BOUND_GT},
	{{"surpass"}, PF_BOUND_GT},
	{{"surpasses"}, PF_BOUND_GT},
	{{"under"}, PF_BOUND_LT},
	{{"below"}, PF_BOUND_LT},
	{{"beneath"}, PF_BOUND_LT},
	{{"over"}, PF_BOUND_GT},
	{{"above"}, PF_BOUND_GT},
	{{"beyond"}, PF_BOUND_GT},
	{{"within"}, PF_BOUND_LE},
	{{"inside", "of"}, PF_BOUND_LE},
	{{"inside"}, PF_BOUND_LE},
	{{"in", "the", "region", "of"}, PF_BOUND_APPROX},
	{{"on", "the", "order", "of"}, PF_BOUND_APPROX},
	{{"close", "to"}, PF_BOUND_APPROX},
	{{"about"}, PF_BOUND_APPROX},
	{{"around"}, PF_BOUND_APPROX},
	{{"nearly"}, PF_BOUND_APPROX},
	{{"almost"}, PF_BOUND_APPROX},
	{{"roughly"}, PF_BOUND_APPROX},
	{{"some"}, PF_BOUND_APPROX},
	{{"circa"}, PF_BOUND_APPROX},
	{{"approx"}, PF_BOUND_APPROX},
	{{"estimated"}, PF_BOUND_APPROX},
	{{"approximately"}, PF_BOUND_APPROX},
};

static const struct phrase after[] = {
	{{"or", "more"}, PF_BOUND_GE},
	{{"or", "higher"}, PF_BOUND_GE},
	{{"or", "better"}, PF_BOUND_GE},
	{{"or", "above"}, PF_BOUND_GE},
	{{"or", "over"}, PF_BOUND_GE},
	{{"or", "greater"}, PF_BOUND_GE},
	{{"or", "longer"}, PF_BOUND_GE},
	{{"or", "later"}, PF_BOUND_GE},
	{{"and", "up"}, PF_BOUND_GE},
	{{"and", "above"}, PF_BOUND_GE},
	{{"and", "over"}, PF_BOUND_GE},
	{{"or", "less"}, PF_BOUND_LE},
	{{"or", "fewer"}, PF_BOUND_LE},
	{{"or", "lower"}, PF_BOUND_LE},
	{{"or", "below"}, PF_BOUND_LE},
	{{"or", "under"}, PF_BOUND_LE},
	{{"or", "faster"}, PF_BOUND_LE},
	{{"or", "shorter"}, PF_BOUND_LE},
	{{"or", "sooner"}, PF_BOUND_LE},
	{{"or", "earlier"}, PF_BOUND_LE},
	{{"at", "least"}, PF_BOUND_GE},
	{{"at", "a", "minimum"}, PF_BOUND_GE},
	{{"at", "most"}, PF_BOUND_LE},
	{{"at", "the", "most"}, PF_BOUND_LE},
	{{"at", "the", "latest"}, PF_BOUND_LE},
	{{"at", "maximum"}, PF_BOUND_LE},
	{{"minimum"}, PF_BOUND_GE},
	{{"maximum"}, PF_BOUND_LE},
	{{"max"}, PF_BOUND_LE},
	{{"tops"}, PF_BOUND_LE},
	{{"plus"}, PF_BOUND_GE},
	{{"or", "so"}, PF_BOUND_APPROX},
	{{"give", "or", "take"}, PF_BOUND_APPROX},
};

/* Words that may stand between a quantity and what bounds or links it. */
/* Words of `phrase` when they stand from token i on, else 0. */
static size_t matches(const struct parse *p, size_t i, const struct phrase *phrase)
{
	size_t n = 0;

	for (; n < WORDS && phrase->word[n]; n++)
		if (!at_word(p, i + n, phrase->word[n]) ||
		    (n && (p->t[i + n].flags & PF_TOKEN_SENTENCE)))
			return 0;
	return n;
}

static size_t length(const struct phrase *phrase)
{
	size_t n = 0;

	while (n < WORDS && phrase->word[n])
		n++;
	return n;
}

/* Tokens of the bounding sign that ends right before token i. */
static size_t sign_before(const struct parse *p, size_t i, enum pf_quant_bound *bound)
{
	static const struct {
		const char *sign;
		enum pf_quant_bound bound;
	} signs[] = {
		{"\xE2\x89\xA5", PF_BOUND_GE},
		{"\xE2\x89\xA7", PF_BOUND_GE},
		{"\xE2\x89\xA4", PF_BOUND_LE},
		{"\xE2\x89\xA6", PF_BOUND_LE},
		{"\xE2\x89\x88", PF_BOUND_APPROX},
		{"~", PF_BOUND_APPROX},
		{"<", PF_BOUND_LT},
	};

	for (size_t k = 0; k < sizeof(signs) / sizeof(*signs); k++) {
		if (at_rune(p, i - 1, signs[k].sign)) {
			*bound = signs[k].bound;
			return 1;
		}
	}
	if (i > 1 && at_rune(p, i - 1, "=") && at_rune(p, i - 2, ">"))
		return *bound = PF_BOUND_GE, 2;
	if (i > 1 && at_rune(p, i - 1, "=") && at_rune(p, i - 2, "<"))
		return *bound = PF_BOUND_LE, 2;
	/* "->" and "=>" are arrows; at the head of a line ">" marks a quotation. */
	if (!at_rune(p, i - 1, ">") ||
	    (i > 1 && at_glued(p, i - 1) && (at_sign(p, i - 2, '-') || at_rune(p, i - 2, "="))) ||
	    ((p->t[i - 1].flags & PF_TOKEN_LINE) && !at_glued(p, i)))
		return 0;
	*bound = PF_BOUND_GT;
	return 1;
}

/* "over 18 months" says how long; "wait over 3 hours" is a bound. */
static bool is_period(const struct parse *p, const struct pf_quant *q, size_t at)
{
	static const char *const waits[] = {"wait",  "waits",  "waited", "take",  "takes",
					    "took",  "taking", "last",   "lasts", "lasted",
					    "spend", "spends", "spent",  "of",    "for"};
	const struct lex_row *unit;

	if (q->base != PF_QUANT_DURATION)
		return false;
	if (at && ANY_WORD(p, at - 1, waits))
		return false;
	unit = row_at(p, q->last - 1, LEX_TIME);
	return unit && unit->value >= 86400;
}

/* "went up to 45 %" reaches it; "takes up to an hour" is a bound. */
static bool rises_up_to(const struct parse *p, size_t at, const struct phrase *phrase)
{
	return !strcmp(phrase->word[0], "up") && at &&
	       (at_class(p, at - 1, LEX_UP) || at_word(p, at - 1, "go") ||
		at_word(p, at - 1, "goes") || at_word(p, at - 1, "went") ||
		at_word(p, at - 1, "moves") || at_word(p, at - 1, "moved"));
}

static size_t phrase_before(const struct parse *p, const struct pf_quant *q, size_t i,
			    struct around *a)
{
	if (!i || p->t[i - 1].kind != PF_TOKEN_WORD)
		return 0;
	for (size_t k = 0; k < sizeof(before) / sizeof(*before); k++) {
		size_t n = length(&before[k]), at = i - n;

		if (n > i || !at_word(p, i - 1, before[k].word[n - 1]) ||
		    matches(p, at, &before[k]) != n || rises_up_to(p, at, &before[k]))
			continue;
		if (!strcmp(before[k].word[0], "over") && is_period(p, q, at)) {
			a->over = true;
			return n;
		}
		a->within |= at_word(p, at, "within") || at_word(p, at, "inside");
		a->aim |= at_class(p, i - 1, LEX_REACH);
		if (a->bound == PF_BOUND_NONE)
			a->bound = before[k].bound;
		return n;
	}
	return 0;
}

/* "more than", "lighter than": any comparative bounds. */
static size_t comparative_before(const struct parse *p, size_t i, struct around *a)
{
	if (i < 2 || !at_word(p, i - 1, "than"))
		return 0;
	if (!at_class(p, i - 2, LEX_BETTER) && !at_class(p, i - 2, LEX_WORSE))
		return 0;
	if (a->bound == PF_BOUND_NONE)
		a->bound = at_class(p, i - 2, LEX_BETTER) ? PF_BOUND_GT : PF_BOUND_LT;
	return 2;
}

static bool filler_before(const struct parse *p, size_t i, struct around *a)
{
	if (!at_class(p, i - 1, LEX_FILLER))
		return false;
	a->first |= at_word(p, i - 1, "first") || at_word(p, i - 1, "opening");
	a->next |= at_word(p, i - 1, "next") || at_word(p, i - 1, "coming");
	a->past |= at_word(p, i - 1, "last") || at_word(p, i - 1, "past") ||
		   at_word(p, i - 1, "previous");
	return true;
}

/* "an average of 12 %", "a factor of 3", "the end of Q2": two words that add nothing here. */
static size_t filler_of(const struct parse *p, size_t i)
{
	static const char *const words[] = {"average", "total",     "median", "factor", "end",
					    "start",   "beginning", "middle", "close",  "half"};

	if (i < 2 || !at_word(p, i - 1, "of"))
		return 0;
	return ANY_WORD(p, i - 2, words) ? 2 : 0;
}

static void read_tail(const struct parse *p, struct around *a)
{
	if (at_sign(p, a->tail, '-') && at_glued(p, a->tail) && at_word(p, a->tail + 1, "plus"))
		a->tail++;
	for (size_t k = 0; k < sizeof(after) / sizeof(*after); k++) {
		size_t n = matches(p, a->tail, &after[k]);

		if (!n || (p->t[a->tail].flags & PF_TOKEN_SENTENCE))
			continue;
		/* "350 plus tax" adds; "350 plus sellers" bounds, and so does "350 plus." */
		if (n == 1 && at_word(p, a->tail, "plus") &&
		    !at_class(p, a->tail + 1, LEX_POPULATION) && !at_end(p, a->tail + 1))
			return;
		if (a->bound == PF_BOUND_NONE || a->bound == PF_BOUND_APPROX)
			a->bound = after[k].bound;
		a->tail += n;
		return;
	}
}

struct around quant_around(const struct parse *p, const struct pf_quant *q)
{
	struct around a = {.lead = q->first, .tail = q->last, .bound = q->bound};

	for (int step = 0; step < STEPS && a.lead; step++) {
		size_t n;

		if (p->t[a.lead].flags & PF_TOKEN_SENTENCE)
			break;
		enum pf_quant_bound sign = PF_BOUND_NONE;

		n = sign_before(p, a.lead, &sign);
		if (n && a.bound == PF_BOUND_NONE)
			a.bound = sign;
		if (!n)
			n = phrase_before(p, q, a.lead, &a);
		if (!n)
			n = comparative_before(p, a.lead, &a);
		if (!n)
			n = filler_before(p, a.lead, &a);
		if (!n)
			n = filler_of(p, a.lead);
		if (!n)
			break;
		a.lead -= n;
	}
	read_tail(p, &a);
	return a;
}
