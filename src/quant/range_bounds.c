/* Two opposite bounds that hold one thing: "more than 10 and less than 40", ">= 5 and < 9". */
#include "claim/around.h"
#include "range.h"

#include <string.h>

/* A comparing sign before token i, with "=" or not: '<' or '>', 0 for none. */
static char bound_sign(const struct parse *p, size_t i, size_t *first)
{
	size_t k = i - (i > 1 && at_rune(p, i - 1, "="));

	*first = i - 1;
	if (at_rune(p, i - 1, "\xE2\x89\xA4") || at_rune(p, i - 1, "\xE2\x89\xA5"))
		return at_rune(p, i - 1, "\xE2\x89\xA4") ? '<' : '>';
	if (!k || (!at_rune(p, k - 1, "<") && !at_rune(p, k - 1, ">")))
		return 0;
	*first = k - 1;
	return p->text.ptr[p->t[k - 1].begin];
}

/* The word of a bound that ends before token k: its direction, ' ' for one that only leads to it
 * ("than", "or equal to"), 0 for any other. */
static char bound_word(const struct parse *p, size_t k)
{
	static const char above[][WORD_ROOM] = {"over", "least", "exceeding", "minimum"};
	static const char below[][WORD_ROOM] = {"under", "most", "maximum"};
	static const char between[][WORD_ROOM] = {"than", "or", "equal", "equals", "to", "of", "a"};

	if (at_word(p, k - 1, "to") && k > 1 && at_word(p, k - 2, "up"))
		return '<';
	if (at_class(p, k - 1, LEX_BETTER) || ANY_WORD(p, k - 1, above))
		return '>';
	if (at_class(p, k - 1, LEX_WORSE) || ANY_WORD(p, k - 1, below))
		return '<';
	return ANY_WORD(p, k - 1, between) ? ' ' : 0;
}

/* A bound before i: '<' or '>' by its direction, 0 for none; *first is where it begins. */
static char bound_before(const struct parse *p, size_t i, size_t *first)
{
	char bound = ' ';

	if (i && p->t[i - 1].kind == PF_TOKEN_SIGN)
		return bound_sign(p, i, first);
	/* "or equal to", "than", "to", "least" */
	for (size_t k = i; k && i - k < 6 && bound == ' '; k--) {
		if (p->t[k].flags & PF_TOKEN_SENTENCE)
			return 0;
		bound = bound_word(p, k);
		*first = k - 1;
	}
	if (bound != '<' && bound != '>')
		return 0;
	/* "no more than", "nor more than" */
	if (*first && (at_word(p, *first - 1, "no") || at_word(p, *first - 1, "not") ||
		       at_word(p, *first - 1, "nor")))
		return bound == '>' ? '<' : '>';
	return bound;
}

/* Where the number of a second bound may begin, a few words on from i; p->n when nowhere. */
static size_t bounded_number(const struct parse *p, size_t i)
{
	const uint64_t words = LEX_BIT(NUMBER) | LEX_BIT(MAGNITUDE) | LEX_BIT(FRACTION);
	struct currency money;
	size_t sign;

	for (size_t stop = i + 6; i < stop && i < p->n; i++) {
		if (at_number(p, i) || at_any(p, i, words) || at_class(p, i + 1, LEX_FRACTION))
			return i;
		if (p->t[i].kind == PF_TOKEN_WORD || bound_sign(p, i + 1, &sign) ||
		    at_rune(p, i, "="))
			continue;
		return currency_sign(p, i, &money) ? i : p->n; /* "$10" */
	}
	return p->n;
}

bool find_bounds(const struct parse *p, struct measure *a, struct measure *b)
{
	size_t first, then = a->last, i;
	char left, right;

	then += at_sign(p, then, ',');
	then += at_word(p, then, "and") || at_word(p, then, "but");
	if ((then == a->last && !at_word(p, then, "nor")) ||
	    !(left = bound_before(p, a->first, &first)))
		return false;
	i = bounded_number(p, then);
	if (i >= p->n || !(right = bound_before(p, i, &first)) || right == left ||
	    first > a->last + 3u || !parse_measure(p, i, b))
		return false;
	/* "x > 10 and y < 20" are said of two */
	if (p->t[first].kind == PF_TOKEN_SIGN && first > then)
		return false;
	if (a->bare && !a->number.fraction && !b->bare) /* "over 3 and under 7 metres" */
		share_right(a, b);
	return a->kind == b->kind && !strcmp(a->unit, b->unit) &&
	       (left == '>' ? a->value < b->value : b->value < a->value);
}
