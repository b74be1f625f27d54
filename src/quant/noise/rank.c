/* Numbers in words that belong to a name or stand for what was named: "Six Sigma", "the top ten",
 * "the two". */
#include "noise.h"
#include "words/word.h"

/* "Six Sigma", "the Ten Stones" */
bool is_title(const struct parse *p, const struct measure *m)
{
	return !m->number.digits && (p->t[m->first].flags & PF_TOKEN_CAPITAL) &&
	       (p->t[m->last - 1].flags & PF_TOKEN_CAPITAL);
}

/* A word in small letters that is no mere particle: the line is no title. */
static bool is_small(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD && p->t[i].end - p->t[i].begin > 3 &&
	       !(p->t[i].flags & PF_TOKEN_CAPITAL);
}

/* "the Five Guys menu": a capital inside a sentence that has words without. */
static bool is_named(const struct parse *p, size_t i)
{
	const uint32_t capital = PF_TOKEN_CAPITAL, first = PF_TOKEN_SENTENCE;

	if ((p->t[i].flags & (capital | first)) != capital)
		return false;
	/* "Ocean's Twelve", "the Group of Seven" */
	if (is_capital(p, i - 1) && is_owner(p, i - 1))
		return true;
	if (i > 1 && at_word(p, i - 1, "of") && is_capital(p, i - 2))
		return true;
	for (size_t k = i + 1; k < i + 6 && k < p->n && !(p->t[k].flags & first); k++)
		if (is_small(p, k) || (at_class(p, k, LEX_PRESENT) && !(p->t[k].flags & capital)))
			return true;
	for (size_t k = i; k-- > 0 && i - k < 8;) {
		if (is_small(p, k))
			return true;
		if (p->t[k].flags & first)
			break;
	}
	return false;
}

/* "Three Rivers Stadium is closed", not "Ten San Francisco clinics" */
static bool opens_name(const struct parse *p, size_t i)
{
	bool plural;

	if (!(p->t[i].flags & PF_TOKEN_SENTENCE) || !is_capital(p, i + 1))
		return false;
	/* "Seven Dials is a district", "Five Below took the lease"; "Two Germans took it" */
	plural = p->text.ptr[p->t[i + 1].end - 1] == 's';
	if (at_word(p, i + 2, "is") || at_word(p, i + 2, "has") ||
	    (!plural && (told_of_one(p, i + 2) || acts_on(p, i + 2))))
		return true;
	/* "Nine Elms station is shut" */
	if (plural && is_word_token(p, i + 2) && !is_capital(p, i + 2) && !counts_noun(p, i + 2) &&
	    (tells_of_one(p, i + 3) || acts_on(p, i + 3)))
		return true;
	return is_capital(p, i + 2) && !is_small(p, i + 3) && !counts_noun(p, i + 3) &&
	       !at_end(p, i + 3);
}

/* "Seven Eleven sells it": two that make no number, with capitals. */
static bool is_pair(const struct parse *p, size_t i)
{
	if (!is_capital(p, i))
		return false;
	return (is_capital(p, i + 1) && at_class(p, i + 1, LEX_NUMBER)) ||
	       (i && is_capital(p, i - 1) && at_class(p, i - 1, LEX_NUMBER));
}

/* Do they stand for what was named before: "the [two]"? Not in "five of the ten". */
static bool is_those(const struct parse *p, size_t i)
{
	return (at_word(p, i, "the") || at_word(p, i, "those") || at_word(p, i, "these") ||
		at_word(p, i, "former") || at_word(p, i, "latter")) &&
	       !(i > 1 && at_word(p, i - 1, "of") &&
		 (at_number(p, i - 2) || at_class(p, i - 2, LEX_NUMBER)));
}

/* "the top ten list", "the Big Four auditors", "zero trust", "the two of us": a number that
 * belongs to a name or a saying, and counts nothing. */
bool is_rank(const struct parse *p, const struct measure *m)
{
	size_t i = m->first;
	bool counts = counts_noun(p, m->last),
	     capital = i && (p->t[i - 1].flags & PF_TOKEN_CAPITAL);

	/* "the Latin Quarter" */
	if (m->number.fraction && m->last == i + 1 && i && is_capital(p, i) && is_capital(p, i - 1))
		return true;
	if (m->number.fraction || m->value > 100)
		return false;
	if (i && at_word(p, i - 1, "top"))
		return !counts && !at_sign(p, m->last, '-');
	if (m->number.digits)
		return false;
	/* of golf */
	if (m->value == 9 && i && (at_word(p, i - 1, "back") || at_word(p, i - 1, "front")))
		return true;
	if (m->value == 11 && at_word(p, m->last, "plus") && i && at_word(p, i - 1, "the"))
		return true;
	if (opens_name(p, i) || is_pair(p, i))
		return true;
	if (is_named(p, i) && (!counts || (capital && !(p->t[i - 1].flags & PF_TOKEN_SENTENCE))))
		return true;
	if (m->value == 0)
		return !counts && !at_end(p, m->last) && p->t[m->last].kind == PF_TOKEN_WORD &&
		       !at_any(p, m->last, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION));
	return i && m->value < 13 && is_those(p, i - 1) &&
	       (at_end(p, m->last) ||
		at_any(p, m->last, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(VERB)));
}

/* "five forms become one", "from three visits to one" */
bool what_is_left(const struct parse *p, const struct measure *m)
{
	static const char takes[][WORD_ROOM] = {"take", "takes", "need", "needs"};
	size_t i = m->first, k = i;

	if (!i || !at_end(p, m->last))
		return false;
	if (at_word(p, i - 1, "become") || at_word(p, i - 1, "becomes") ||
	    at_word(p, i - 1, "became"))
		return true;
	/* "took two people; it now needs one" */
	if (ANY_WORD(p, i - 1, takes)) {
		while (k && i - k < 16 && !at_number(p, k) &&
		       (k == i || !at_class(p, k, LEX_NUMBER)))
			k--;
		return i - k < 16;
	}
	if (!at_word(p, i - 1, "to") && !at_word(p, i - 1, "into"))
		return false;
	while (k && i - k < 8 && !at_word(p, k, "from") && !at_word(p, k, "down"))
		k--;
	return at_word(p, k, "from") || at_word(p, k, "down");
}
