/* What is a date only as a promise: "by 2030", "in the first year", "before the next board
 * meeting".
 */
#include "date.h"
#include "number/number.h"
#include "words/word.h"

enum { FIRST_PLANNED = 2024, LAST_PLANNED = 2099 }; /* "by 2008" is told of the past */

static const char due[][WORD_ROOM] = {"by", "before", "until", "till", "through"};

/* "By 2031 [we'll] have ..." */
static bool is_contracted(const struct parse *p, size_t i)
{
	struct pf_slice word = token_text(p, i);

	return word.len > 4 && word.ptr[word.len - 1] == 'l' && word.ptr[word.len - 2] == 'l' &&
	       (word.ptr[word.len - 3] == '\'' || (unsigned char)word.ptr[word.len - 3] == 0x99);
}

static bool opens_noun(const struct parse *p, size_t i)
{
	return !at_end(p, i) && p->t[i].kind == PF_TOKEN_WORD && !is_contracted(p, i) &&
	       !at_any(p, i,
		       LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(CLAUSE) | LEX_BIT(VERB));
}

/* "rises", not "rose" */
static bool ends_in_s(const struct parse *p, size_t i)
{
	return p->text.ptr[p->t[i].end - 1] == 's';
}

/* "will", "plan", "expects" */
static bool is_coming_at(const struct parse *p, size_t i)
{
	static const char aims[][WORD_ROOM] = {"aims", "hopes", "plans", "expects"};

	return quant_due_at(p, i) || quant_stance_at(p, i, STANCE_WISH) || ANY_WORD(p, i, aims);
}

/* "We plan to open four more in [2027]": is the clause before token i one of what is to come? */
static bool is_to_come(const struct parse *p, size_t i)
{
	for (size_t k = i; k-- > 0 && i - k < QUANT_REACH && !quant_clause_ends(p, k + 1);)
		if (is_coming_at(p, k) || (at_any(p, k, LEX_BIT(UP) | LEX_BIT(DOWN)) &&
					   (ends_in_s(p, k) || at_word(p, k, "adding"))))
			return true;
	return false;
}

/* "[Next year] the library expects to lend ..." */
static bool comes_after(const struct parse *p, size_t i)
{
	if (!(p->t[i].flags & PF_TOKEN_SENTENCE))
		return false;
	for (size_t k = i + 1; k < i + 9 && !quant_clause_ends(p, k + 1); k++)
		if (is_coming_at(p, k))
			return true;
	return false;
}

/* "In 2028 we will deliver 95 %" */
static bool opens_what_comes(const struct parse *p, size_t i)
{
	if (!(p->t[i - 1].flags & PF_TOKEN_SENTENCE))
		return false;
	for (size_t k = i + 1; k < i + 6 && !at_end(p, k + 1); k++)
		if (at_word(p, k, "will"))
			return true;
	return false;
}

bool due_year(const struct parse *p, size_t i, struct when *w)
{
	static const char set[][WORD_ROOM] = {"planned",  "scheduled", "due",  "set", "slated",
					      "expected", "target",    "goal", "aim"};
	int year;

	if (!i || !parse_int(p, i, &year) || width(p, i) != 4 || year < FIRST_PLANNED ||
	    year > LAST_PLANNED || (at_glued(p, i + 1) && !at_end(p, i + 1)) ||
	    opens_noun(p, i + 1))
		return false;
	if (!ANY_WORD(p, i - 1, due) &&
	    !(at_word(p, i - 1, "for") && i > 1 && ANY_WORD(p, i - 2, set)) &&
	    !(at_word(p, i - 1, "in") && (is_to_come(p, i - 1) || opens_what_comes(p, i))))
		return false;
	w->year = year;
	w->last = i + 1;
	return true;
}

/* "in the [first year]" */
static bool first_period(const struct parse *p, size_t i, struct when *w)
{
	static const char in[][WORD_ROOM] = {"in", "within", "during", "after"};
	static const char whose[][WORD_ROOM] = {"the", "its", "our", "their"};
	const struct lex_row *row = row_at(p, i + 1, LEX_TIME);

	if (!at_word(p, i, "first") || i < 2 || !ANY_WORD(p, i - 1, whose) ||
	    !ANY_WORD(p, i - 2, in) || !row || row->value < 604800 ||
	    p->text.ptr[p->t[i + 1].end - 1] == 's' || opens_noun(p, i + 2) ||
	    at_word(p, i + 2, "of"))
		return false;
	w->counted = row->name;
	w->last = i + 2;
	return true;
}

/* "by [half-term]", "before the next [board meeting]", "until the [autumn]" */
static bool occasion(const struct parse *p, size_t i, struct when *w)
{
	static const char which[][WORD_ROOM] = {"the", "next", "this", "our", "coming"};
	static const char planned[][WORD_ROOM] = {"target", "goal", "planned", "aim", "due"};
	static const char are[][WORD_ROOM] = {"is", "are", "was", "were"};
	bool half = at_word(p, i, "half") && at_sign(p, i + 1, '-') && at_word(p, i + 2, "term");
	size_t last = half ? i + 3 : i + 1, k = i;
	bool near = false;

	if (!half && !at_class(p, i, LEX_OCCASION))
		return false;
	if (opens_noun(p, last) || (at_sign(p, last, '-') && at_glued(p, last)))
		return false;
	if (k && opens_noun(p, k - 1)) /* "board meeting" */
		k--;
	for (; k && ANY_WORD(p, k - 1, which); k--)
		near |= !at_word(p, k - 1, "the") && !at_word(p, k - 1, "our");
	if (k > 2 && at_word(p, k - 1, "of") && at_word(p, k - 2, "end")) /* "the end of next" */
		k -= at_word(p, k - 3, "the") ? 3 : 2;
	if (!k || !(at_word(p, k - 1, "by") || (near && ANY_WORD(p, k - 1, due)) ||
		    (at_word(p, k - 1, "for") && k > 1 && ANY_WORD(p, k - 2, planned))))
		return false;
	/* "is blocked by the review": who does it, and not when */
	if (!near && k > 2 && pf_slice_ends(token_text(p, k - 2), "ed") && ANY_WORD(p, k - 3, are))
		return false;
	w->counted = "day";
	w->last = last;
	return true;
}

/* Is a number near token i, in its sentence? */
static bool number_near(const struct parse *p, size_t i)
{
	const uint64_t words = LEX_BIT(NUMBER) | LEX_BIT(FRACTION) | LEX_BIT(MULTIPLE);

	for (size_t k = i; k-- > 0 && i - k < QUANT_REACH && !quant_clause_ends(p, k + 1);)
		if (at_number(p, k) || at_any(p, k, words))
			return true;
	for (size_t k = i; k < i + QUANT_REACH && !quant_clause_ends(p, k + 1); k++)
		if (at_number(p, k + 1) || at_any(p, k + 1, words))
			return true;
	return false;
}

/* "should fall to 2 % [next year]", "by [next spring]": where a number is told for it. */
static bool coming_period(const struct parse *p, size_t i, struct when *w)
{
	static const char periods[][WORD_ROOM] = {"year", "quarter", "month"};
	size_t k = i + 1, before = i;

	if (!at_word(p, i, "next"))
		return false;
	if (i > 1 && at_word(p, i - 1, "time") && at_word(p, i - 2, "this"))
		before = i - 2; /* "by this time next year" */
	k += at_word(p, k, "financial") || at_word(p, k, "fiscal") || at_word(p, k, "school");
	if ((!ANY_WORD(p, k, periods) && !at_class(p, k, LEX_SEASON)) || opens_noun(p, k + 1) ||
	    (at_sign(p, k + 1, '-') && at_glued(p, k + 1)))
		return false;
	if (!(before && ANY_WORD(p, before - 1, due)) && !is_to_come(p, i) && !comes_after(p, i))
		return false;
	w->counted = at_word(p, k, "quarter") ? "quarter"
		     : at_word(p, k, "year")  ? "year"
					      : "month";
	w->last = k + 1;
	return number_near(p, i);
}

bool due_date(const struct parse *p, size_t i, struct when *w)
{
	const struct when zero = *w;

	return first_period(p, i, w) || (*w = zero, occasion(p, i, w)) ||
	       (*w = zero, coming_period(p, i, w));
}
