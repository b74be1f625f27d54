/* A number and nothing else: its sign, its body in digits or words, what it is a share of. */
#include "number.h"
#include "words/word.h"

#include <math.h>
#include <string.h>

/* "... and a half", "... and three quarters", after which "million" may follow. */
static void trailing_fraction(const struct parse *p, struct number *n, double unit, bool money)
{
	double f, m;
	size_t end, i = n->last;
	bool hyphen = at_sign(p, i, '-') && at_glued(p, i) && at_glued(p, i + 1);

	i += hyphen && at_word(p, i + 1, "and");
	if (at_word(p, i, "and")) /* "two-and-a-half" */
		i += 1u + (i > n->last && at_sign(p, i + 1, '-'));
	else if (!at_glued(p, i) || !at_sign(p, i, '-'))
		return;
	if (!parse_fraction(p, i, &f, &end))
		return;
	n->last = end;
	n->fraction = true;
	n->integer = false;
	if (parse_magnitude(p, n, end, money, &m) && m >= 1000) {
		n->last = end + 1;
		n->value = unit > 1 ? n->value + f * m : (n->value + f) * m;
		n->scale = m;
		return;
	}
	n->value += unit > 1 ? f * unit : f;
}

/* "half a million", "three quarters billion", "half the". */
static bool begins_with_fraction(const struct parse *p, size_t i, struct number *n, bool money)
{
	double f, m;
	size_t end;

	if (!parse_fraction(p, i, &f, &end))
		return false;
	n->value = f;
	n->last = end;
	n->fraction = true;
	if (at_word(p, end, "of") && at_class(p, end + 1 + at_word(p, end + 1, "a"), LEX_MAGNITUDE))
		end += 1u + at_word(p, end + 1, "a");
	else if (end == i + 1 && at_word(p, end, "a"))
		end += at_class(p, end + 1, LEX_MAGNITUDE);
	if (at_class(p, end, LEX_MAGNITUDE) && p->t[end].end - p->t[end].begin > 1 &&
	    parse_magnitude(p, n, end, money, &m)) {
		n->value *= m;
		n->last = end + 1;
		n->scale = m;
		n->fraction = false;
	}
	return true;
}

/* The words of a number; false when none begins here. */
static bool begin_words(const struct parse *p, size_t i, struct number *n, struct words *w,
			bool money)
{
	const struct lex_row *row;
	size_t k;

	n->article = at_word(p, i, "a") || at_word(p, i, "an");
	k = i + n->article;
	n->last = k;
	row = row_at(p, k, LEX_MAGNITUDE);
	/* "a mil" counts, "MIL-STD" does not */
	if (row && p->t[k].end - p->t[k].begin > (n->article ? 2 : 3)) {
		/* "hundreds of sellers", "several hundred" */
		if (at_class(p, k, LEX_VAGUE) || (k && at_class(p, k - 1, LEX_VAGUE)))
			return false;
		read_number_words(p, n, w, money);
		return true;
	}
	if (n->article || !at_class(p, i, LEX_NUMBER))
		return false;
	read_number_words(p, n, w, money);
	n->one = n->last == i + 1 && at_word(p, i, "one");
	return n->last > i;
}

/* "2 point 5", "two point two million". */
static void with_point(const struct parse *p, struct number *n, struct words *w, bool money)
{
	double point;
	size_t end;

	if (n->slash || !parse_point(p, n->last, &point, &end))
		return;
	n->value += point;
	n->last = end;
	n->one = false;
	*w = (struct words){
		.group = n->value, .any = true, .least = INFINITY, .last = 1000, .digits = true};
	read_number_words(p, n, w, money);
	n->value = w->total + w->group;
}

/* Do words or a fraction follow the digits before token i? Most say no. */
static bool digits_go_on(const struct parse *p, size_t i)
{
	if (i >= p->n || p->t[i].kind != PF_TOKEN_WORD)
		return at_sign(p, i, '-');
	return p->t[i].end - p->t[i].begin == 1 ||
	       at_any(p, i, LEX_BIT(NUMBER) | LEX_BIT(MAGNITUDE)) || at_word(p, i, "point") ||
	       at_word(p, i, "and");
}

static bool number_body(const struct parse *p, size_t i, bool money, struct number *n)
{
	struct words w;
	double unit;
	size_t end;

	if (at_number(p, i) && parse_digit_number(p, i, n)) {
		if (!digits_go_on(p, n->last))
			return true;
		w = (struct words){.group = n->value,
				   .any = true,
				   .least = INFINITY,
				   .last = 1000,
				   .digits = true};
		read_number_words(p, n, &w, money);
	} else if (parse_figure(p, i, &n->value)) {
		n->last = i + 1;
		n->fraction = true;
		return true;
	} else if (begins_with_fraction(p, i, n, money)) {
		return true;
	} else if (at_bytes(p, i, "point") && (!i || p->t[i - 1].kind == PF_TOKEN_SIGN) &&
		   parse_point(p, i, &n->value, &end)) {
		n->last = end;
		return true;
	} else {
		w = (struct words){.least = INFINITY};
		if (!begin_words(p, i, n, &w, money))
			return false;
	}
	unit = w.after_magnitude && w.last >= 1000 && w.group == 0 ? w.last : 1;
	n->value = w.total + w.group;
	with_point(p, n, &w, money);
	end = n->last;
	trailing_fraction(p, n, unit, money);
	if (n->last == end)
		read_denominator(p, n, &w);
	n->one &= n->last == end;
	return n->last > i;
}

/* A minus that belongs to the number: glued to it, with white space or an opening before. */
static bool sign_at(const struct parse *p, size_t i, bool *negative)
{
	bool minus = at_sign(p, i, '-');

	if ((!minus && !at_sign(p, i, '+')) || !at_number(p, i + 1))
		return false;
	*negative = minus;
	/* a dash with blanks around it is a minus where nothing else is said, and a bullet in
	 * "- 50 states" */
	if (!at_glued(p, i + 1))
		return minus && i == 0 && p->n <= 5 && !at_sign(p, i + 2, '+') &&
		       (!counts_noun(p, i + 2) || at_class(p, i + 2, LEX_UNIT));
	if (i == 0 || !at_glued(p, i))
		return true;
	return p->t[i - 1].kind == PF_TOKEN_SIGN && p->t[i - 1].sign &&
	       strchr("(~=<>:$", p->t[i - 1].sign) != NULL;
}

static bool counts_from_one(const struct number *n)
{
	return n->integer || (!n->digits && !(n->scale > 0) && !n->fraction);
}

/* "9 [of 10 orders]", not "9 of 12 shops": a number of which one thinks as a whole. */
static bool of_round(const struct parse *p, size_t i, const struct number *n)
{
	static const int wholes[] = {5, 10, 20, 100, 1000};
	const struct lex_row *row;
	int whole = 0;

	if (!at_word(p, i, "of") || !counts_from_one(n) ||
	    (!counts_noun(p, i + 2) && !at_class(p, i + 2, LEX_PRESENT) &&
	     !(at_end(p, i + 2) && !(p->t[n->first].flags & PF_TOKEN_SENTENCE))))
		return false;
	if (n->digits)
		(void)parse_int(p, i + 1, &whole);
	else if ((row = row_at(p, i + 1, LEX_NUMBER)))
		whole = (int)row->value;
	for (size_t k = 0; k < sizeof(wholes) / sizeof(*wholes); k++)
		if (whole == wholes[k])
			return true;
	return false;
}

/* The denominator after "out of", "of every", "in", "over": where it begins, i when none. */
static size_t ratio_at(const struct parse *p, size_t i, const struct number *n, bool *rating)
{
	/* "4.6/5": what is no whole number is no day of a month */
	*rating = at_word(p, i, "out") && at_word(p, i + 1, "of");
	if (n->digits && !n->integer && !n->fraction && at_sign(p, i, '/') && at_glued(p, i) &&
	    at_glued(p, i + 1) && n->value < 10) {
		*rating = true;
		return i + 1;
	}
	if (*rating || (at_word(p, i, "of") && at_word(p, i + 1, "every")))
		i += 2;
	else if ((counts_from_one(n) && (at_word(p, i, "in") || at_word(p, i, "over"))) ||
		 of_round(p, i, n))
		i++;
	else
		return i;
	return i + at_word(p, i, "every");
}

/* "one [loaf] in nine", not "one store in nine cities": past what is counted; i when it is not so.
 */
static size_t past_counted(const struct parse *p, size_t i, const struct number *n)
{
	const uint64_t no =
		LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(TIME) | LEX_BIT(UNIT);
	const struct lex_row *row;
	int digits = 0;

	if (!n->one || !at_word(p, i + 1, "in") || p->t[i].kind != PF_TOKEN_WORD ||
	    at_any(p, i, no))
		return i;
	if (at_word(p, i + 2, "every")) /* "one shift in every twenty" */
		return i + 1;
	row = row_at(p, i + 2, LEX_NUMBER);
	if ((!row && (!parse_int(p, i + 2, &digits) || digits > 1000)) || (row && row->value < 3))
		return i;
	return (counts_noun(p, i + 3) && !at_class(p, i + 3, LEX_VERB)) ||
			       at_any(p, i + 3, LEX_BIT(TIME) | LEX_BIT(NUMBER))
		       ? i
		       : i + 1;
}

/* "two in three", "2 out of 5", "4.6 out of 5"; the first keeps its value when it is a rating. */
static void ratio(const struct parse *p, struct number *n)
{
	struct number b = {0};
	bool share = counts_from_one(n), out;
	size_t noun = past_counted(p, n->last, n), i = ratio_at(p, noun, n, &out);

	if (i == noun || !number_body(p, i, false, &b) || b.fraction)
		return;
	if (p->t[n->last].flags & PF_TOKEN_BLOCK) /* "| 300 | over 500 |" */
		return;
	/* "120 over 80": a fraction only where nothing else is said */
	if (at_word(p, n->last, "over") ? (n->digits || b.digits) && !at_end(p, b.last)
					: b.value <= n->value)
		return;
	if (!out && (b.value > (n->value == 1 ? 1e6 : 1000) || n->value < 1 ||
		     at_class(p, b.last, LEX_TIME) || (b.digits != n->digits && n->value > 1) ||
		     (b.integer && b.value >= 1900 && (n->value != 1 || b.value < 2100))))
		return;
	n->divisor = b.value;
	n->last = b.last;
	if (share)
		n->value /= b.value;
	n->integer = false;
	n->one = false;
	n->fraction = share;
}

/* Most tokens say no: a number in words shows by its first two, "a dozen", "minus three". */
static bool may_begin(const struct parse *p, size_t i)
{
	const uint64_t words = LEX_BIT(NUMBER) | LEX_BIT(MAGNITUDE) | LEX_BIT(FRACTION);

	if (i >= p->n || p->t[i].kind == PF_TOKEN_NUMBER || at_any(p, i, words))
		return i < p->n;
	if (p->t[i].kind == PF_TOKEN_SIGN)
		return !p->t[i].sign || at_number(p, i + 1);
	return i + 1 < p->n &&
	       (p->t[i + 1].kind != PF_TOKEN_WORD || at_any(p, i + 1, words | LEX_BIT(ORDINAL)));
}

/* The n of an nth at token i: 5 for "fifth"; 0 for "quarter", which is none. */
static double nth_at(const struct parse *p, size_t i)
{
	const struct lex_row *row = row_at(p, i, LEX_ORDINAL);

	return row && row->value > 1 ? row->value : 0;
}

/* "every fifth [order]", "every second [caller]", not "every fifth Tuesday", "every second counts"
 */
static bool every_nth(const struct parse *p, size_t i, struct number *out)
{
	const uint64_t no = LEX_BIT(TIME) | LEX_BIT(WEEKDAY) | LEX_BIT(NOT_NOUN) |
			    LEX_BIT(PREPOSITION) | LEX_BIT(VERB);
	struct pf_slice noun;
	double n;

	if (!at_word(p, i, "every") || (n = nth_at(p, i + 1)) == 0)
		return false;
	if (at_end(p, i + 2) || p->t[i + 2].kind != PF_TOKEN_WORD || at_any(p, i + 2, no))
		return false;
	noun = token_text(p, i + 2);
	if (noun.len > 1 && noun.ptr[noun.len - 1] == 's' && noun.ptr[noun.len - 2] != 's')
		return false;
	*out = (struct number){
		.first = i, .last = i + 2, .value = 1 / n, .divisor = n, .fraction = true};
	return true;
}

bool parse_number(const struct parse *p, size_t i, bool money, struct number *out)
{
	struct number n = {.first = i, .last = i};
	bool negative = false, word = at_word(p, i, "minus") || at_word(p, i, "negative");
	size_t start = i;

	if (!may_begin(p, i))
		return false;
	if (every_nth(p, i, out))
		return true;
	/* "plus or minus 10 %" */
	if (word && i > 1 && at_word(p, i - 1, "or") && at_word(p, i - 2, "plus"))
		return false;
	if (word && !at_class(p, i + 1, LEX_NUMBER) && !at_class(p, i + 1, LEX_MAGNITUDE) &&
	    !at_number(p, i + 1))
		return false;
	if (word || sign_at(p, i, &negative))
		start = i + 1;
	if (!number_body(p, start, money, &n))
		return false;
	n.first = i;
	if (start > i) {
		n.integer = false;
		n.one = false;
	}
	if (negative || word)
		n.value = -n.value;
	else
		ratio(p, &n);
	*out = n;
	return true;
}
