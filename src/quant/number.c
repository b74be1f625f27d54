#include "parse.h"

#include <math.h>
#include <string.h>

#define MAX_DIGITS 40 /* bytes of a number token; a longer one measures nothing */
#define MAX_WORDS  32 /* tokens of a number in words */

/* The groups after the first comma: all of three digits, or as in India of two and a last of
 * three. */
static bool groups_fit(const char *s, size_t n)
{
	size_t run = 0, groups = 0;
	bool twos = false;

	for (size_t i = 0; i <= n; i++) {
		if (i < n && s[i] != ',' && s[i] != '\'') {
			run++;
			continue;
		}
		bool last = i == n;

		if (!groups ? run < 1 || run > 3 : run != 3 && (last || run != 2))
			return false;
		twos |= groups && run == 2;
		if (twos && !last && groups && run == 3)
			return false;
		groups++;
		run = 0;
	}
	return true;
}

/* The value of the digits s[0, n), whose point if any is at `point`. */
static double digits_value(const char *s, size_t n, size_t point)
{
	double v = 0, scale = 1;

	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			continue;
		v = v * 10 + (s[i] - '0');
		if (i > point)
			scale *= 10;
	}
	return v / scale;
}

bool parse_digits(const struct parse *p, size_t i, struct number *out)
{
	struct pf_slice s;
	size_t points = 0, commas = 0, point, comma;

	if (!at_number(p, i))
		return false;
	s = token_text(p, i);
	if (s.len > MAX_DIGITS)
		return false;
	point = comma = s.len;
	for (size_t k = 0; k < s.len; k++) {
		if (s.ptr[k] == '.') {
			points++;
			point = k;
		} else if (s.ptr[k] == ',' || s.ptr[k] == '\'') {
			commas++;
			comma = k;
		}
	}
	if (points > 1 || (points && commas && comma > point))
		return false;
	if (commas && !groups_fit(s.ptr, point)) {
		/* "7,40": one comma and one or two digits after it are a decimal comma */
		if (commas > 1 || points || s.len - comma > 3)
			return false;
		point = comma;
	}
	*out = (struct number){.first = i,
			       .last = i + 1,
			       .value = digits_value(s.ptr, s.len, point),
			       .digits = true,
			       .integer = !points && !commas,
			       .figures = (uint8_t)s.len};
	return true;
}

bool parse_int(const struct parse *p, size_t i, int *out)
{
	struct pf_slice s;
	int v = 0;

	if (!at_number(p, i))
		return false;
	s = token_text(p, i);
	if (s.len > 9)
		return false;
	for (size_t k = 0; k < s.len; k++) {
		if (s.ptr[k] < '0' || s.ptr[k] > '9')
			return false;
		v = v * 10 + (s.ptr[k] - '0');
	}
	*out = v;
	return true;
}

/* The vulgar fractions of Latin-1 and U+2153 to U+215E. */
static bool small_figure(const struct parse *p, size_t i, double *out)
{
	static const struct {
		const char *rune;
		double value;
	} figures[] = {
		{"\xC2\xBC", 0.25},        {"\xC2\xBD", 0.5},         {"\xC2\xBE", 0.75},
		{"\xE2\x85\x93", 1.0 / 3}, {"\xE2\x85\x94", 2.0 / 3}, {"\xE2\x85\x95", 0.2},
		{"\xE2\x85\x96", 0.4},     {"\xE2\x85\x97", 0.6},     {"\xE2\x85\x98", 0.8},
		{"\xE2\x85\x99", 1.0 / 6}, {"\xE2\x85\x9A", 5.0 / 6}, {"\xE2\x85\x9B", 0.125},
		{"\xE2\x85\x9C", 0.375},   {"\xE2\x85\x9D", 0.625},   {"\xE2\x85\x9E", 0.875},
	};

	if (i >= p->n || p->t[i].kind != PF_TOKEN_SIGN || p->t[i].sign)
		return false;
	for (size_t k = 0; k < sizeof(figures) / sizeof(*figures); k++)
		if (at_bytes(p, i, figures[k].rune)) {
			*out = figures[k].value;
			return true;
		}
	return false;
}

/* "e-3", "x10-3", "x 10^6" after the digits. */
static void exponent(const struct parse *p, struct number *n)
{
	size_t i = n->last;
	bool negative = false;
	int e, ten;

	if (at_glued(p, i) && at_word(p, i, "e")) {
		i++;
	} else if ((at_word(p, i, "x") || at_rune(p, i, "\xC3\x97")) && parse_int(p, i + 1, &ten) &&
		   ten == 10 && (at_sign(p, i + 2, '^') || at_sign(p, i + 2, '-'))) {
		i += 2 + at_sign(p, i + 2, '^');
	} else {
		return;
	}
	if (at_glued(p, i) && (at_sign(p, i, '-') || at_sign(p, i, '+')))
		negative = at_sign(p, i++, '-');
	if (!at_glued(p, i) || !parse_int(p, i, &e) || e > 300)
		return;
	n->value *= pow(10, negative ? -e : e);
	n->last = i + 1;
	n->integer = false;
}

/* "3/15", "2 1/2", "2½" after or instead of a whole number. */
static void slash_fraction(const struct parse *p, struct number *n)
{
	struct number a, b;
	size_t i = n->last;
	double figure;

	if (small_figure(p, i, &figure)) {
		n->value += figure;
		n->last = i + 1;
		n->integer = false;
		n->fraction = true;
		return;
	}
	if (!n->integer)
		return;
	if (at_sign(p, i, '/') && parse_digits(p, i + 1, &b) && b.integer && b.value != 0 &&
	    at_glued(p, i) == at_glued(p, i + 1)) {
		n->value /= b.value;
		n->last = i + 2;
		n->slash = true;
	} else if (!at_glued(p, i) && parse_digits(p, i, &a) && a.integer && at_glued(p, i + 1) &&
		   at_sign(p, i + 1, '/') && at_glued(p, i + 2) && parse_digits(p, i + 2, &b) &&
		   b.integer && a.value < b.value && b.value <= 64) {
		n->value += a.value / b.value;
		n->last = i + 3;
	} else {
		return;
	}
	n->integer = false;
	n->fraction = true;
}

/* Does the letter right after digits multiply them? "75k" does, "75 k.o." and "1.8m" do not. */
static bool letter_magnitude(const struct parse *p, const struct number *n, bool money, double *out)
{
	size_t i = n->last;
	bool glued = at_glued(p, i);
	char c = p->text.ptr[p->t[i].begin];

	if (p->t[i].end - p->t[i].begin != 1 || !n->digits || n->slash)
		return false;
	switch (c) {
	case 'k':
	case 'K': *out = 1e3; break;
	case 'm':
		if (!money || !glued)
			return false;
		*out = 1e6;
		break;
	case 'M': *out = 1e6; break;
	case 'b':
		if (!glued || (!money && n->value >= 1000))
			return false;
		*out = 1e9;
		break;
	case 'B': *out = 1e9; break;
	case 't':
		if (!money || !glued)
			return false;
		*out = 1e12;
		break;
	case 'T': *out = 1e12; break;
	case 'G':
		if (!glued || n->integer)
			return false;
		*out = 1e9;
		break;
	default: return false;
	}
	if (!money && n->digits && c == 'K' && glued && n->integer && n->value <= 16 &&
	    (int)n->value % 2 == 0 && !at_end(p, i + 1)) {
		static const char *const screens[] = {"stream",  "streams",    "video",   "videos",
						      "tv",      "resolution", "display", "screen",
						      "content", "monitor",    "quality", "uhd",
						      "movies",  "playback",   "hdr",     "camera"};
		for (size_t k = 0; k < sizeof(screens) / sizeof(*screens); k++)
			if (at_word(p, i + 1, screens[k]))
				return false;
	}
	/* "10-K", "5 M&Ms": what is glued after the letter makes it part of a name */
	if (at_glued(p, i + 1) &&
	    (at_number(p, i + 1) || at_sign(p, i + 1, '&') || at_sign(p, i + 1, '\'')))
		return false;
	return true;
}

static bool magnitude_at(const struct parse *p, const struct number *n, size_t i, bool money,
			 double *out)
{
	const struct lex_row *row = row_at(p, i, LEX_MAGNITUDE);

	if (!row)
		return i == n->last && i < p->n && p->t[i].kind == PF_TOKEN_WORD &&
		       letter_magnitude(p, n, money, out);
	if (p->t[i].end - p->t[i].begin == 1)
		return i == n->last && letter_magnitude(p, n, money, out);
	*out = row->value;
	return true;
}

struct words {
	double total, group; /* "two million three hundred": 2e6 and 300 */
	double last;         /* the atom read last: 0 for none, else a number or a magnitude */
	double least;        /* the next magnitude must be smaller */
	bool after_magnitude;
	bool any;
};

/* May `v` (below 100) follow what was read? "twenty two", "three hundred two", not "two two". */
static bool follows(const struct words *w, double v)
{
	if (!w->any || w->group == 0)
		return true;
	if (fmod(w->group, 100) == 0 && v < 100)
		return true;
	return w->last >= 20 && w->last < 100 && fmod(w->last, 10) == 0 && v > 0 && v < 10;
}

static bool multiply(struct words *w, double m)
{
	if (m == 12) {
		/* "three hundred and two dozen" are 324, "two hundred dozen" 2400 */
		double part = fmod(w->group, 100);

		if (part > 0 && w->group > part)
			w->group += part * 11;
		else
			w->group = (w->any ? w->group : 1) * 12;
	} else if (m == 100) {
		double part = w->any && w->group > 0 ? w->group : 1;

		if (part >= 100)
			return false;
		w->group = part * 100;
	} else if (w->group == 0 && w->any) {
		w->total *= m; /* "two hundred thousand million" */
	} else {
		if (m >= w->least)
			return false;
		w->total += (w->any ? w->group : 1) * m;
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
	if (at_sign(p, i, '-') && at_glued(p, i) && at_glued(p, i + 1))
		return i + 1;
	if (!w->after_magnitude)
		return i;
	if (at_sign(p, i, ',') && at_class(p, i + 1, LEX_NUMBER))
		i++;
	if (at_word(p, i, "and") || at_sign(p, i, '&'))
		i++;
	return i;
}

/* "a half", "three quarters", "one third" at i: value and end. */
static bool word_fraction(const struct parse *p, size_t i, double *value, size_t *end)
{
	double count = 1;
	const struct lex_row *row;
	int digits;
	bool counted = false;

	if (at_word(p, i, "a") || at_word(p, i, "an") || at_word(p, i, "one")) {
		counted = true;
		i++;
	} else if ((row = row_at(p, i, LEX_NUMBER)) && row->value > 1) {
		count = row->value;
		counted = true;
		i++;
		if (count >= 20 && at_sign(p, i, '-') && at_class(p, i + 1, LEX_NUMBER) &&
		    row_at(p, i + 1, LEX_NUMBER)->value < 10) {
			count += row_at(p, i + 1, LEX_NUMBER)->value;
			i += 2;
		}
	} else if (parse_int(p, i, &digits) && digits < 100) {
		count = digits;
		counted = true;
		i++;
	}
	if (counted && at_sign(p, i, '-'))
		i++;
	if (!(row = row_at(p, i, LEX_FRACTION)))
		return false;
	/* "third" alone is an ordinal, "three quarter" a word short of a fraction */
	if (!counted && row->value != 2 && row->value != 4)
		return false;
	*value = count / row->value;
	*end = i + 1;
	return true;
}

/* "point five", "point seventy-one": digits or words after the point. */
static bool word_point(const struct parse *p, size_t i, double *value, size_t *end)
{
	double scale = 1, v = 0;
	const struct lex_row *row;
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
		if (row->value >= 20 && at_sign(p, k + 1, '-') && at_class(p, k + 2, LEX_NUMBER)) {
			v = v * 100 + row->value + row_at(p, k + 2, LEX_NUMBER)->value;
			scale *= 100;
			k += 3;
			continue;
		}
		scale *= row->value >= 10 ? 100 : 10;
		v = v * (row->value >= 10 ? 100 : 10) + row->value;
		k++;
	}
	if (k == i + 1)
		return false;
	*value = v / scale;
	*end = k;
	return true;
}

/* "... and a half", "... and three quarters", after which "million" may follow. */
static void trailing_fraction(const struct parse *p, struct number *n, double unit, bool money)
{
	double f, m;
	size_t end, i = n->last;

	if (at_word(p, i, "and"))
		i++;
	else if (!at_glued(p, i) || !at_sign(p, i, '-'))
		return;
	if (!word_fraction(p, i, &f, &end))
		return;
	/* "two quarters", "a half day": a number of its own, unless it was led by "and" */
	n->last = end;
	n->fraction = true;
	n->integer = false;
	if (magnitude_at(p, n, end, money, &m) && m >= 1000 && m != 12) {
		n->last = end + 1;
		n->value = unit > 1 ? n->value + f * m : (n->value + f) * m;
		n->magnitude = true;
		return;
	}
	n->value += unit > 1 ? f * unit : f;
}

/* Would the atom at i, of value v, start a number of its own? "3 hundred and 2 hundred". */
static bool begins_anew(const struct parse *p, const struct words *w, size_t i, double v)
{
	const struct lex_row *row = row_at(p, i + 1, LEX_MAGNITUDE);

	if (!row || p->t[i + 1].end - p->t[i + 1].begin == 1 || row->value == 12)
		return at_number(p, i); /* digits inside a number come before a magnitude only */
	if (row->value == 100)
		return w->group > 0;
	if (at_number(p, i) && w->group > 0)
		return true;
	return row->value >= w->least && (w->total > 0 || v >= 100);
}

static void read_words(const struct parse *p, struct number *n, struct words *w, bool money)
{
	size_t stop = n->last + MAX_WORDS;
	double m;

	while (n->last < p->n && n->last < stop) {
		size_t i = connector(p, n->last, w);
		const struct lex_row *row = row_at(p, i, LEX_NUMBER);
		struct number d;

		if (i >= p->n || (i > n->first && p->t[i].flags & PF_TOKEN_SENTENCE))
			return;
		if (row && follows(w, row->value) &&
		    !(i > n->last && begins_anew(p, w, i, row->value))) {
			w->group += row->value;
			w->last = row->value;
			w->after_magnitude = false;
			w->any = true;
		} else if (w->after_magnitude && parse_digits(p, i, &d) && d.value < 1000 &&
			   !begins_anew(p, w, i, d.value)) {
			w->group += d.value;
			w->last = d.value;
			w->after_magnitude = false;
		} else if (i == n->last + (i != n->last && at_sign(p, n->last, '-')) &&
			   magnitude_at(p, n, i, money, &m) &&
			   !(at_word(p, i, "quarter") || at_word(p, i, "quarters")) &&
			   multiply(w, m)) {
			n->magnitude = true;
			if (p->t[i].end - p->t[i].begin == 1) {
				n->letter = p->text.ptr[p->t[i].begin];
				n->last = i + 1;
				return;
			}
		} else {
			return;
		}
		n->last = i + 1;
		n->integer = false;
	}
}

static bool number_body(const struct parse *p, size_t i, bool money, struct number *n);

/* "two in three", "2 out of 5", "4.6 out of 5"; the first keeps its value when it is a rating. */
static void ratio(const struct parse *p, struct number *n)
{
	struct number b = {0};
	size_t i = n->last;
	bool out = at_word(p, i, "out") && at_word(p, i + 1, "of");
	bool plain = n->integer || (!n->digits && !n->magnitude && !n->fraction);

	if (!out && !(at_word(p, i, "in") && plain) &&
	    !(at_word(p, i, "of") && at_word(p, i + 1, "every")))
		return;
	i += out || at_word(p, i, "of") ? 2 : 1;
	i += at_word(p, i, "every");
	if (!number_body(p, i, false, &b) || b.value <= n->value || b.fraction)
		return;
	if (!out && (b.value > 1000 || n->value < 1 || at_class(p, b.last, LEX_TIME) ||
		     (b.digits != n->digits && !n->one) || b.value >= 1900))
		return;
	n->divisor = b.value;
	n->last = b.last;
	if (plain)
		n->value /= b.value;
	n->integer = false;
	n->one = false;
	n->fraction = plain;
}

static bool begin_words(const struct parse *p, size_t i, struct number *n, struct words *w,
			bool money)
{
	double f, m;
	size_t end;

	n->article = at_word(p, i, "a") || at_word(p, i, "an");
	if (word_fraction(p, i, &f, &end)) {
		/* "half a million", "three quarters billion", "half the" */
		bool half = end == i + 1;

		n->value = f;
		n->last = end;
		n->fraction = true;
		if (half && (at_word(p, end, "a") || at_word(p, end, "of")))
			end += at_class(p, end + 1, LEX_MAGNITUDE) ? 1 : 0;
		if (at_class(p, end, LEX_MAGNITUDE) && magnitude_at(p, n, end, money, &m) &&
		    m >= 12 && p->t[end].end - p->t[end].begin > 1) {
			n->value *= m;
			n->last = end + 1;
			n->magnitude = true;
			n->fraction = false;
		}
		return false;
	}
	if (n->article || (at_class(p, i, LEX_MAGNITUDE) && p->t[i].end - p->t[i].begin > 2)) {
		size_t k = i + n->article;
		const struct lex_row *row = row_at(p, k, LEX_MAGNITUDE);

		n->last = k;
		if (!row || p->t[k].end - p->t[k].begin < 3 || at_class(p, k, LEX_VAGUE))
			return false;
		read_words(p, n, w, money);
		return true;
	}
	if (!at_class(p, i, LEX_NUMBER))
		return false;
	n->last = i;
	read_words(p, n, w, money);
	n->one = n->last == i + 1 && at_word(p, i, "one");
	return n->last > i;
}

static bool number_body(const struct parse *p, size_t i, bool money, struct number *n)
{
	struct words w = {.least = INFINITY};
	double point, unit, f;
	size_t end;

	if (parse_digits(p, i, n)) {
		exponent(p, n);
		slash_fraction(p, n);
		w.group = n->value;
		w.last = 1000; /* "3 two" is not a number */
		w.any = true;
		if (!n->slash && word_point(p, n->last, &point, &end)) {
			w.group = n->value += point;
			n->last = end;
		}
		read_words(p, n, &w, money);
	} else if (small_figure(p, i, &f)) {
		n->value = f;
		n->last = i + 1;
		n->fraction = true;
		return true;
	} else if (!begin_words(p, i, n, &w, money)) {
		return n->fraction || n->magnitude;
	}
	unit = w.after_magnitude && w.last >= 1000 && w.last != 12 && w.group == 0 ? w.last : 1;
	n->value = w.total + w.group;
	if (!n->digits && word_point(p, n->last, &point, &end)) {
		n->value += point;
		n->last = end;
		w = (struct words){.group = n->value, .any = true, .least = INFINITY, .last = 1000};
		read_words(p, n, &w, money);
		n->value = w.total + w.group;
		n->one = false;
	}
	end = n->last;
	trailing_fraction(p, n, unit, money);
	if (n->last != end)
		n->one = false;
	return n->last > i;
}

/* A minus that belongs to the number: glued to it, with white space or an opening before. */
static bool signed_at(const struct parse *p, size_t i, bool *negative)
{
	bool minus = at_sign(p, i, '-');

	if (!minus && !at_sign(p, i, '+'))
		return false;
	*negative = minus;
	if (!at_number(p, i + 1))
		return false;
	if (!at_glued(p, i + 1))
		return minus && i == 0 && i + 2 >= p->n;
	return i == 0 || !at_glued(p, i) || at_sign(p, i - 1, '(') || at_sign(p, i - 1, '~') ||
	       at_sign(p, i - 1, '=') || at_sign(p, i - 1, '<') || at_sign(p, i - 1, '>') ||
	       at_sign(p, i - 1, ':');
}

bool parse_number(const struct parse *p, size_t i, bool money, struct number *out)
{
	struct number n = {.first = i, .last = i};
	bool negative = false;
	size_t start = i;

	if (signed_at(p, i, &negative)) {
		start = i + 1;
	} else if (at_word(p, i, "minus") || at_word(p, i, "negative")) {
		if (!at_class(p, i + 1, LEX_NUMBER) && !at_number(p, i + 1))
			return false;
		negative = true;
		start = i + 1;
	}
	if (!number_body(p, start, money, &n))
		return false;
	n.first = i;
	if (start > i) {
		n.integer = false;
		n.one = false;
	}
	if (negative)
		n.value = -n.value;
	else
		ratio(p, &n);
	*out = n;
	return true;
}
