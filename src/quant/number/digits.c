/* Numbers in digits: separators of three kinds, groups parted by blanks, powers, fractions. */
#include "number.h"

#include "prfaq/base/ascii.h"
#include <math.h>
#include <string.h>

enum { MAX_DIGITS = 40 }; /* bytes of a number token; a longer one measures nothing */

/* How a token of digits is to be read. */
struct shape {
	size_t points, marks; /* how many "."; how many "," and "'" */
	size_t point, mark;   /* where the last of each stands; the length when there is none */
};

static struct shape shape_of(struct pf_slice s)
{
	struct shape shape = {.point = s.len, .mark = s.len};

	for (size_t k = 0; k < s.len; k++) {
		if (s.ptr[k] == '.') {
			shape.points++;
			shape.point = k;
		} else if (s.ptr[k] == ',' || s.ptr[k] == '\'') {
			shape.marks++;
			shape.mark = k;
		}
	}
	return shape;
}

/* Groups parted by any of `marks`: all of three digits, or as in India of two and a last of
 * three. */
static bool groups_fit(const char *s, size_t n, const char *marks)
{
	size_t run = 0, groups = 0;
	bool twos = false;

	for (size_t i = 0; i <= n; i++) {
		bool last = i == n;

		if (!last && !strchr(marks, s[i])) {
			run++;
			continue;
		}
		if (!groups ? run < 1 || run > 3 : run != 3 && (last || run != 2))
			return false;
		if (twos && !last && run == 3)
			return false;
		twos |= groups && run == 2;
		groups++;
		run = 0;
	}
	return true;
}

/* "192.168.100.101" has groups of three too. */
static bool is_address(struct pf_slice s)
{
	size_t parts = 1;
	int v = 0;

	for (size_t k = 0; k < s.len; k++) {
		if (s.ptr[k] == '.') {
			parts++;
			v = 0;
		} else {
			v = v * 10 + (s.ptr[k] - '0');
			if (v > 255)
				return false;
		}
	}
	return parts == 4;
}

/* Where the decimal point stands, the length when there is none; false when it is no number. */
static bool find_point(struct pf_slice s, struct shape shape, size_t *point)
{
	*point = shape.point;
	if (shape.points > 1) {
		/* "1.234.567" and "1.234.567,8" */
		*point = shape.marks ? shape.mark : s.len;
		return shape.marks < 2 && shape.mark > shape.point &&
		       groups_fit(s.ptr, *point, ".") && !is_address(s);
	}
	if (shape.points && shape.marks && shape.mark > shape.point) {
		/* "1.111,11" */
		*point = shape.mark;
		return shape.marks == 1 && groups_fit(s.ptr, *point, ".");
	}
	if (!shape.marks || groups_fit(s.ptr, shape.point, ",'"))
		return true;
	/* "7,40": one comma and one or two digits after it are a decimal comma */
	*point = shape.mark;
	return shape.marks == 1 && !shape.points && s.ptr[shape.mark] == ',' &&
	       s.len - shape.mark <= 3;
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
	struct shape shape;
	size_t point;

	if (!at_number(p, i))
		return false;
	s = token_text(p, i);
	shape = shape_of(s);
	if (s.len > MAX_DIGITS || !find_point(s, shape, &point))
		return false;
	*out = (struct number){.first = i,
			       .last = i + 1,
			       .value = digits_value(s.ptr, s.len, point),
			       .digits = true,
			       .integer = !shape.points && !shape.marks,
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

/* Is token i a group of three digits, one blank of any kind after the token before it? */
static bool blank_group(const struct parse *p, size_t i)
{
	struct pf_slice blank, s;
	size_t digits;

	if (!at_number(p, i) || at_glued(p, i) || (p->t[i].flags & PF_TOKEN_SENTENCE))
		return false;
	blank = pf_slice_cut(p->text, p->t[i - 1].end, p->t[i].begin);
	if (!pf_slice_is(blank, " ") && !pf_slice_is(blank, "\xC2\xA0") &&
	    !pf_slice_is(blank, "\xE2\x80\xAF") && !pf_slice_is(blank, "\xE2\x80\x89"))
		return false;
	s = token_text(p, i);
	for (digits = 0; digits < s.len && pf_ascii_is_digit(s.ptr[digits]); digits++)
		;
	return digits == 3 && (s.len == 3 || (s.ptr[3] == '.' && s.len > 4));
}

/* "1 234 567.89"; not the groups of a telephone number, which go on in some other way. */
static void blank_groups(const struct parse *p, struct number *n)
{
	struct number group;
	double value = n->value;
	size_t i = n->last;

	if (!n->integer || n->figures > 3 || p->text.ptr[p->t[n->first].begin] == '0')
		return;
	while (i < n->last + 4 && blank_group(p, i) && parse_digits(p, i, &group)) {
		value = value * 1000 + group.value;
		i++;
		if (!group.integer)
			break;
	}
	if (i == n->last || at_number(p, i) || (at_sign(p, i, '-') && at_number(p, i + 1)) ||
	    (at_sign(p, i, '/') && at_number(p, i + 1)))
		return;
	n->value = value;
	n->last = i;
	n->integer = false;
}

bool parse_figure(const struct parse *p, size_t i, double *out)
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

static bool is_times_ten(const struct parse *p, size_t i)
{
	return (at_word(p, i, "x") || at_rune(p, i, "\xC3\x97") || at_sign(p, i, '*')) &&
	       at_bytes(p, i + 1, "10") &&
	       (at_sign(p, i + 2, '^') ||
		(at_sign(p, i + 2, '-') && at_glued(p, i + 2) && at_glued(p, i + 3)));
}

/* "e-3", "x10-3", "x 10^6", "2^10" after the digits. */
static void exponent(const struct parse *p, struct number *n)
{
	size_t i = n->last;
	bool ten = true, negative = false;
	int e;

	if (at_glued(p, i) && at_word(p, i, "e")) {
		i++;
	} else if (is_times_ten(p, i)) {
		i += 2 + at_sign(p, i + 2, '^');
	} else if (at_glued(p, i) && at_sign(p, i, '^') && at_glued(p, i + 1)) {
		ten = false;
		i++;
	} else {
		return;
	}
	for (; at_glued(p, i) && (at_sign(p, i, '-') || at_sign(p, i, '+')); i++)
		negative |= at_sign(p, i, '-');
	/* "9e107d9" is a code */
	if (!at_glued(p, i) || !parse_int(p, i, &e) || e > 300 ||
	    (at_glued(p, i + 1) && at_glued(p, i + 2) && at_number(p, i + 2)))
		return;
	e = negative ? -e : e;
	n->value = ten ? n->value * pow(10, e) : pow(n->value, e);
	n->last = i + 1;
	n->integer = false;
}

/* The "/ b" of a fraction at i, written tight or with a blank on both sides. */
static bool slash_at(const struct parse *p, size_t i, struct number *b)
{
	return at_sign(p, i, '/') && at_glued(p, i) == at_glued(p, i + 1) &&
	       parse_digits(p, i + 1, b) && b->integer && b->value != 0;
}

/* "3/15", "2 1/2", "2-1/2", "2\u00BD" after a whole number. */
static void fraction_after(const struct parse *p, struct number *n)
{
	struct number a, b;
	size_t i = n->last;
	double figure;

	if (parse_figure(p, i, &figure)) {
		n->value += figure;
		n->last = i + 1;
		n->integer = false;
		n->fraction = true;
		return;
	}
	if (!n->integer)
		return;
	if (slash_at(p, i, &b)) {
		n->value /= b.value;
		n->last = i + 2;
		n->slash = true;
	} else {
		i += at_sign(p, i, '-') && at_glued(p, i) && at_glued(p, i + 1);
		if ((i == n->last && at_glued(p, i)) || !parse_digits(p, i, &a) || !a.integer ||
		    !slash_at(p, i + 1, &b) || a.value >= b.value || b.value > 64)
			return;
		n->value += a.value / b.value;
		n->last = i + 3;
	}
	n->integer = false;
	n->fraction = true;
}

/* May token i go on a number in digits? Of what stands behind one most does not. */
static bool goes_on(const struct parse *p, size_t i)
{
	if (i >= p->n || p->t[i].kind != PF_TOKEN_SIGN)
		return at_number(p, i) || at_word(p, i, "e") || at_word(p, i, "x");
	switch (p->t[i].sign) {
	case 0: /* a small fraction, the sign of a product */
	case '*':
	case '^':
	case '/':
	case '-': return true;
	default: return false;
	}
}

bool parse_digit_number(const struct parse *p, size_t i, struct number *out)
{
	if (!parse_digits(p, i, out))
		return false;
	if (!goes_on(p, out->last))
		return true;
	blank_groups(p, out);
	exponent(p, out);
	fraction_after(p, out);
	return true;
}
