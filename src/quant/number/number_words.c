/* Numbers in words: "two hundred and five thousand", "three quarters", "nine point nought four". */
#include "number.h"
#include "words/word.h"

#include <math.h>

enum { MAX_WORDS = 32 }; /* tokens of one number */

static bool is_tens(double v)
{
	return v >= 20 && v < 100 && fmod(v, 10) == 0;
}

/* May `v` (below 100) follow what was read? "twenty two", "three hundred two", "two fifty", not
 * "two two". */
static bool follows(const struct words *w, double v)
{
	if (!w->any || w->group == 0 || fmod(w->group, 100) == 0)
		return true;
	if (is_tens(w->last))
		return v > 0 && v < 10;
	return w->group < 10 && w->group == w->last && v >= 20;
}

static void append(struct words *w, double v)
{
	/* "two fifty" is what is left of "two hundred and fifty" */
	if (w->any && w->group > 0 && w->group < 10 && v >= 20)
		w->group *= 100;
	w->group += v;
	w->last = v;
	w->after_magnitude = false;
	w->any = true;
}

static bool multiply(struct words *w, double m)
{
	double whole = w->any && w->group > 0 ? w->group : 1;

	if (m == 12) {
		/* "three hundred and two dozen" are 324, "two hundred dozen" 2400 */
		double part = fmod(w->group, 100);

		w->group = part > 0 && w->group > part ? w->group + part * 11 : whole * 12;
	} else if (m == 100) {
		if (whole >= 100 && !w->digits)
			return false;
		w->group = whole * 100;
	} else if (w->group == 0 && w->any) {
		w->total *= m; /* "two hundred thousand million" */
	} else {
		if (m >= w->least)
			return false;
		w->total += whole * m;
		w->group = 0;
		w->least = m;
	}
	w->last = m;
	w->after_magnitude = true;
	w->any = true;
	return true;
}

/* Skips what may stand inside a number in words: a hyphen, "and", "&", a comma after a
 * magnitude. */
static size_t connector(const struct parse *p, size_t i, const struct words *w)
{
	if (at_sign(p, i, '-') &&
	    (at_glued(p, i) ? at_glued(p, i + 1) : is_tens(w->last) && !at_glued(p, i + 1)))
		return i + 1;
	if (!w->after_magnitude)
		return i;
	if (at_sign(p, i, ',') && at_class(p, i + 1, LEX_NUMBER))
		i++;
	if (at_word(p, i, "and") || at_sign(p, i, '&'))
		i++;
	return i;
}

/* "three quarters" of a year or of a whole? Time, unless it is a share or reads like one. */
static bool quarters_of_time(const struct parse *p, size_t first, size_t i, double count)
{
	static const char often[][WORD_ROOM] = {"once", "twice", "times"};
	static const char when[][WORD_ROOM] = {"later", "earlier", "ago", "ahead"};

	/* "once a quarter", "a quarter later" */
	if (count == 1 && at_word(p, first, "a") && at_word(p, i, "quarter") &&
	    ((first && ANY_WORD(p, first - 1, often)) || ANY_WORD(p, i + 1, when)))
		return true;
	if (first && at_word(p, first - 1, "within") && !at_word(p, i + 2, "an") &&
	    (at_word(p, i, "quarter") || at_word(p, i, "quarters")))
		return true; /* "within one quarter of launch" */
	if (!at_word(p, i, "quarters") || count == 1 || at_sign(p, i - 1, '-') ||
	    (first && at_word(p, first - 1, "and")) ||
	    (at_word(p, i + 1, "of") && (count == 3 || at_word(p, i + 2, "an"))))
		return false;
	return count != 3 || (first && (at_class(p, first - 1, LEX_PREPOSITION) ||
					at_class(p, first - 1, LEX_MODIFIER)));
}

/* What is counted before a denominator: "a", "one", "seven", "twenty-one", "9"; 0 when nothing. */
static double fraction_count(const struct parse *p, size_t *i)
{
	const struct lex_row *row = row_at(p, *i, LEX_NUMBER);
	double count;
	int digits;

	if (at_word(p, *i, "a") || at_word(p, *i, "an")) {
		++*i;
		return 1;
	}
	if (row && row->value >= 1) {
		count = row->value;
		++*i;
		if (is_tens(count) && at_sign(p, *i, '-') &&
		    (row = row_at(p, *i + 1, LEX_NUMBER)) && row->value < 10) {
			count += row->value;
			*i += 2;
		}
		return count;
	}
	if (!parse_int(p, *i, &digits) || digits >= 100)
		return 0;
	++*i;
	return digits;
}

#define COUNTED_OFF 24u /* tokens from "another" to "a third" */

static bool follows_another(const struct parse *p, size_t first)
{
	for (size_t k = first; k && first - k < COUNTED_OFF && !(p->t[k].flags & PF_TOKEN_SENTENCE);
	     k--)
		if (at_word(p, k - 1, "another"))
			return true;
	return false;
}

/* Is the word at i a noun that is counted off: "a third [party]"? A part is of something, more or
 * less than something, or says so by a unit. */
static bool is_ranked(const struct parse *p, size_t i)
{
	static const enum lex_class no[] = {
		LEX_NOT_NOUN,  LEX_PREPOSITION, LEX_BETTER,   LEX_WORSE, LEX_PERCENT,
		LEX_UNIT,      LEX_TIME,        LEX_NOMINAL,  LEX_VERB,  LEX_CURRENCY,
		LEX_UNIT_PART, LEX_CENT,        LEX_MAGNITUDE};
	struct pf_slice s;

	if (at_end(p, i) || p->t[i].kind != PF_TOKEN_WORD || counts_noun(p, i))
		return false;
	s = token_text(p, i);
	if (s.len > 4 && pf_slice_ends(s, "ed"))
		return false;
	for (size_t k = 0; k < sizeof(no) / sizeof(*no); k++)
		if (at_class(p, i, no[k]))
			return false;
	return true;
}

/* "listening", "finished", "open": what may be so in part. */
static bool tells_state(const struct parse *p, size_t i)
{
	static const char states[][WORD_ROOM] = {
		"open",  "closed", "shut", "done", "gone", "built", "read", "written", "eaten",
		"drunk", "ready",  "lit",  "hung", "sunk", "torn",  "worn", "sold",    "grown"};
	struct pf_slice s;

	if (!is_word_token(p, i))
		return false;
	s = token_text(p, i);
	return (s.len > 4 && (pf_slice_ends(s, "ing") || pf_slice_ends(s, "ed"))) ||
	       ANY_WORD(p, i, states);
}

/* "I [half] expected it", "he was only [half] listening": to some degree, which is no share. "Half
 * signed up" and "about half finished it" are of some who did. */
static bool is_degree(const struct parse *p, size_t i)
{
	static const char between[][WORD_ROOM] = {"only", "just", "still", "already", "even"};
	static const char who[][WORD_ROOM] = {"i",    "he",    "she",   "we",   "they",
					      "i'd",  "he'd",  "she'd", "we'd", "they'd",
					      "i've", "we've", "i'll",  "who"};
	static const char be[][WORD_ROOM] = {"was",  "were",  "is",    "are",    "am",    "be",
					     "been", "being", "i'm",   "he's",   "she's", "it's",
					     "left", "lay",   "lying", "looked", "looks", "seemed",
					     "felt", "sat",   "stood", "kept",   "you're"};
	size_t k = i;
	bool subject;

	while (k && !(p->t[k].flags & PF_TOKEN_SENTENCE) && ANY_WORD(p, k - 1, between))
		k--;
	if (!k || p->t[k].flags & PF_TOKEN_SENTENCE || !is_word_token(p, i + 1))
		return false;
	if (ANY_WORD(p, k - 1, who))
		return !at_any(p, i + 1,
			       LEX_BIT(NOT_NOUN) | LEX_BIT(TIME) | LEX_BIT(UNIT) |
				       LEX_BIT(MAGNITUDE));
	/* "Maria half expected it", "The door half opened" */
	subject = (p->t[k - 1].flags & PF_TOKEN_SENTENCE) ||
		  (k > 1 && (p->t[k - 2].flags & PF_TOKEN_SENTENCE) &&
		   (at_word(p, k - 2, "the") || at_word(p, k - 2, "my")));
	if (subject &&
	    at_any(p, k - 1,
		   LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(BOUND) | LEX_BIT(FILLER) |
			   LEX_BIT(CLAUSE) | LEX_BIT(VERB) | LEX_BIT(ROLE) | LEX_BIT(TIME)))
		subject = false;
	return (subject || ANY_WORD(p, k - 1, be)) && tells_state(p, i + 1);
}

/* "quarter of sellers", "quarter mile": bare it is a share only before what there is of it; else a
 * place, a coin, a part of a year or of a game. */
static bool is_bare_quarter(const struct parse *p, size_t i)
{
	static const char of[][WORD_ROOM] = {"of", "past", "to", "till"};
	bool named =
		is_capital(p, i) && !(p->t[i].flags & PF_TOKEN_SENTENCE) && is_capital(p, i - 1);

	if (named || at_word(p, i, "quarters"))
		return true;
	return !(i && (at_word(p, i - 1, "and") || at_sign(p, i - 1, '-'))) &&
	       !ANY_WORD(p, i + 1, of) &&
	       !at_any(p, i + 1, LEX_BIT(MAGNITUDE) | LEX_BIT(UNIT) | LEX_BIT(TIME)) &&
	       !(at_sign(p, i + 1, '-') && at_glued(p, i + 1));
}

bool parse_fraction(const struct parse *p, size_t first, double *value, size_t *end)
{
	size_t i = first;
	double count = fraction_count(p, &i), scale = 1;
	const struct lex_row *row, *unit;

	if (count > 0)
		i += at_sign(p, i, '-');
	/* "a hundred trillionths" */
	while ((row = row_at(p, i, LEX_MAGNITUDE)) && row->value >= 100 && count > 0 &&
	       at_class(p, i + 1, LEX_FRACTION) && !at_class(p, i + 1, LEX_ORDINAL)) {
		scale *= row->value;
		i++;
	}
	/* "one twenty-fifth" */
	if (count > 0 && (row = row_at(p, i, LEX_NUMBER)) && is_tens(row->value) &&
	    at_sign(p, i + 1, '-') && (unit = row_at(p, i + 2, LEX_ORDINAL)) && unit->value < 10) {
		*value = count / (row->value + unit->value);
		*end = i + 3;
		return true;
	}
	if (!(row = row_at(p, i, LEX_FRACTION)) || quarters_of_time(p, first, i, count))
		return false;
	/* "tenth of a gallon" needs no count */
	if (!(count > 0) && at_word(p, i + 1, "of") &&
	    (at_class(p, i + 2, LEX_UNIT) ||
	     (at_word(p, i + 2, "a") && at_any(p, i + 3, LEX_BIT(UNIT) | LEX_BIT(TIME)))))
		count = 1;
	/* "last quarter", "the first quarter of it": time, not a share */
	if (!(count > 0) && row->value == 4 && first &&
	    !(at_word(p, i + 1, "of") && at_word(p, i + 2, "an")) &&
	    (at_any(p, first - 1, LEX_BIT(ORDINAL) | LEX_BIT(MODIFIER) | LEX_BIT(ROLE)) ||
	     at_class(p, first - 1, LEX_PREPOSITION) || at_any(p, first - 1, LEX_BIT(MONTH)) ||
	     at_word(p, first - 1, "per") || at_word(p, first - 1, "each") ||
	     at_word(p, first - 1, "the")))
		return false;
	if (!(count > 0) &&
	    (row->value == 4 ? is_bare_quarter(p, i) : row->value == 2 && is_degree(p, i)))
		return false;
	/* "third" alone is an ordinal; "half" and "quarter" stand alone */
	if (!(count > 0) && ((row->value != 2 && row->value != 4) || at_class(p, i, LEX_ORDINAL)))
		return false;
	/* "a third party", "the one fifth floor": what follows is not a part but the third of its
	 * kind, and so is "one here, another there, a third at sea" */
	if (count == 1 && at_class(p, i, LEX_ORDINAL) &&
	    (is_ranked(p, i + 1) || follows_another(p, first)) &&
	    !(at_word(p, first, "one") && at_sign(p, first + 1, '-')))
		return false;
	/* "twenty-fifth" is one too */
	if (is_tens(count) && row->value < 10 && p->text.ptr[p->t[i].end - 1] != 's')
		return false;
	*value = (count > 0 ? count : 1) * scale / row->value;
	*end = i + 1;
	return true;
}

bool parse_point(const struct parse *p, size_t i, double *value, size_t *end)
{
	double scale = 1, v = 0;
	const struct lex_row *row, *unit;
	size_t k = i + 1;
	int digits;

	if (!at_word(p, i, "point"))
		return false;
	if (parse_int(p, k, &digits)) {
		for (size_t n = p->t[k].end - p->t[k].begin; n; n--)
			scale *= 10;
		*value = digits / scale;
		*end = k + 1;
		return true;
	}
	while (k < i + 12 && (row = row_at(p, k, LEX_NUMBER))) {
		double digit = row->value, places = digit >= 10 ? 100 : 10;

		k++;
		if (is_tens(digit) && at_sign(p, k, '-') && (unit = row_at(p, k + 1, LEX_NUMBER))) {
			digit += unit->value;
			k += 2;
		}
		scale *= places;
		v = v * places + digit;
	}
	if (k == i + 1)
		return false;
	*value = v / scale;
	*end = k;
	return true;
}

/* Would the atom at i, of value v, start a number of its own? "3 hundred and 2 hundred". */
static bool begins_anew(const struct parse *p, const struct words *w, size_t i, double v)
{
	const struct lex_row *row = row_at(p, i + 1, LEX_MAGNITUDE);

	if (!row || p->t[i + 1].end - p->t[i + 1].begin == 1 || row->value == 12) {
		if (!at_number(p, i))
			return false;
		/* "9 hundred and 2": digits end a number in words after "and" only */
		return w->last != 100 || v >= 100 || v != floor(v) || !at_word(p, i - 1, "and") ||
		       at_sign(p, i + 1, '%');
	}
	if (row->value == 100)
		return w->group > 0;
	if (at_number(p, i) && w->group > 0)
		return true;
	return row->value >= w->least && (w->total > 0 || v >= 100);
}

/* After "and": does a fraction below one follow? "two million and three fifths". */
static bool ends_in_fraction(const struct parse *p, size_t i)
{
	double f;
	size_t end;

	return at_word(p, i - 1, "and") && parse_fraction(p, i, &f, &end) && f < 1;
}

static bool read_atom(const struct parse *p, struct number *n, struct words *w, size_t i)
{
	const struct lex_row *row = row_at(p, i, LEX_NUMBER);
	struct number d;

	if (i > n->last && i > n->first && ends_in_fraction(p, i))
		return false;
	if (row) {
		if (!follows(w, row->value) || (i > n->last && begins_anew(p, w, i, row->value)))
			return false;
		append(w, row->value);
		return true;
	}
	if (!w->after_magnitude || !parse_digits(p, i, &d) || d.value >= 1000 ||
	    begins_anew(p, w, i, d.value))
		return false;
	append(w, d.value);
	return true;
}

void read_number_words(const struct parse *p, struct number *n, struct words *w, bool money)
{
	size_t stop = n->last + MAX_WORDS;
	double m;

	while (n->last < p->n && n->last < stop) {
		size_t i = connector(p, n->last, w);
		bool hyphen = i == n->last + 1 && at_sign(p, n->last, '-') && at_glued(p, i);

		if (i >= p->n || (i > n->first && (p->t[i].flags & PF_TOKEN_SENTENCE)))
			return;
		if (!read_atom(p, n, w, i)) {
			if ((i != n->last && !hyphen) || !parse_magnitude(p, n, i, money, &m) ||
			    !multiply(w, m))
				return;
			n->scale = m;
			if (p->t[i].end - p->t[i].begin == 1) {
				n->letter = p->text.ptr[p->t[i].begin];
				n->last = i + 1;
				return;
			}
		}
		n->last = i + 1;
		n->integer = false;
	}
}

void read_denominator(const struct parse *p, struct number *n, const struct words *w)
{
	size_t i = n->last + (at_sign(p, n->last, '-') && at_glued(p, n->last));
	const struct lex_row *row = row_at(p, i, LEX_FRACTION);
	double tens = w->last, value = w->total + w->group;

	/* the singular is an ordinal: "the one hundred and fifth" */
	if (!row || n->digits || at_class(p, i, LEX_TIME) || p->text.ptr[p->t[i].end - 1] != 's' ||
	    (p->t[i].flags & PF_TOKEN_SENTENCE))
		return;
	/* "one hundred thirty fifths" are 100 of 35, "twenty-one fifths" 21 of 5 */
	if (is_tens(tens) && row->value < 10 && value > tens)
		n->value = (value - tens) / (tens + row->value);
	else
		n->value = value / row->value;
	n->last = i + 1;
	n->fraction = true;
	n->integer = false;
}
