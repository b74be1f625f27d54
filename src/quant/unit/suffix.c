/* What a number is a share or a multiple of: percent, points, times, folds, degrees. */
#include "measure.h"
#include "words/word.h"

#include <string.h>

struct pf_slice first_bytes(struct pf_slice word, size_t most)
{
	if (word.len > most)
		for (word.len = most;
		     word.len && ((unsigned char)word.ptr[word.len] & 0xC0) == 0x80;)
			word.len--;
	return word;
}

void add_unit(char unit[PF_UNIT_MAX], struct pf_slice more)
{
	size_t used = strlen(unit);

	more = first_bytes(more, PF_UNIT_MAX - 1 - used);
	memcpy(unit + used, more.ptr, more.len);
	unit[used + more.len] = '\0';
}

void set_unit(struct measure *m, enum pf_quant_kind kind, const char *unit, size_t last)
{
	m->kind = kind;
	m->bare = false;
	m->last = last;
	m->unit[0] = '\0';
	add_unit(m->unit, pf_slice_of(unit));
}

static bool is_point(const struct parse *p, size_t i)
{
	return at_word(p, i, "point") || at_word(p, i, "points") || at_word(p, i, "pt") ||
	       at_word(p, i, "pts");
}

/* "a 7-point gain": of a percentage, unless a score is near. "A 10-point scale" is neither. */
static bool point_change(const struct parse *p, struct measure *m)
{
	size_t i = m->last;

	if (!at_sign(p, i, '-') || !at_glued(p, i) || !is_point(p, i + 1) ||
	    !(at_class(p, i + 2, LEX_NOMINAL) || at_class(p, i + 3, LEX_NOMINAL)))
		return false;
	set_unit(m, m->value < 100 ? PF_QUANT_PERCENT : PF_QUANT_NUMBER,
		 m->value < 100 ? "pp" : "point", i + 2);
	for (size_t k = m->first > 6 ? m->first - 6 : 0; k < i + 6; k++)
		if (at_class(p, k, LEX_SCORE))
			set_unit(m, PF_QUANT_NUMBER, "point", i + 2);
	return true;
}

bool parse_percent(const struct parse *p, struct measure *m)
{
	size_t i = m->last;
	const struct lex_row *row;

	if (m->number.fraction && at_word(p, i + at_word(p, i, "of"), "a")) /* "half a percent" */
		i += 1u + at_word(p, i, "of");
	if (point_change(p, m))
		return true;
	i += at_sign(p, i, '\\') && at_sign(p, i + 1, '%'); /* escaped Markdown */
	if (at_sign(p, i, '%')) {
		if (at_glued(p, i + 1) && at_number(p, i + 1)) /* "99%3" */
			return false;
		i++;
	} else if (at_word(p, i, "per") && at_word(p, i + 1, "cent")) {
		i += 2;
	} else if (at_word(p, i, "p") && at_sign(p, i + 1, '.') && at_word(p, i + 2, "c")) {
		i += 3 + at_sign(p, i + 3, '.');
	} else {
		i += at_sign(p, i, '-') && at_glued(p, i);
		if ((at_word(p, i, "percentage") || at_word(p, i, "basis")) && is_point(p, i + 1)) {
			set_unit(m, PF_QUANT_PERCENT, at_word(p, i, "basis") ? "bp" : "pp", i + 2);
			return true;
		}
		if (!(row = row_at(p, i, LEX_PERCENT)))
			return false;
		set_unit(m, PF_QUANT_PERCENT, row->name, i + 1);
		if (is_point(p, i + 1))
			set_unit(m, PF_QUANT_PERCENT, "pp", i + 2);
		return true;
	}
	i += at_sign(p, i, '-') && at_glued(p, i) && is_point(p, i + 1);
	if (is_point(p, i))
		set_unit(m, PF_QUANT_PERCENT, "pp", i + 1);
	else
		set_unit(m, PF_QUANT_PERCENT, "%", i);
	return true;
}

bool parse_percent_of(const struct parse *p, size_t i, struct measure *out)
{
	bool two = at_word(p, i, "per") && at_word(p, i + 1, "cent");
	struct number n;

	if ((!two && !at_class(p, i, LEX_PERCENT)) || !at_word(p, i + 1 + two, "of") ||
	    !parse_number(p, i + 2 + two, false, &n) || !at_end(p, n.last))
		return false;
	*out = (struct measure){.first = i, .value = n.value, .number = n};
	set_unit(out, PF_QUANT_PERCENT, "%", n.last);
	return true;
}

static bool comparative(const struct parse *p, size_t i)
{
	return at_class(p, i, LEX_BETTER) || at_class(p, i, LEX_WORSE);
}

/* "802.1X" */
static bool is_standard(const struct parse *p, const struct measure *m)
{
	return at_bytes(p, m->last, "X") && m->number.digits && !m->number.integer &&
	       m->value >= 100;
}

/* "400 x 3", "57,200 x $60": the sign multiplies. */
static bool is_factor(const struct parse *p, size_t i)
{
	return at_number(p, i) || (i + 1 < p->n && p->t[i].kind == PF_TOKEN_SIGN &&
				   at_number(p, i + 1) && at_glued(p, i + 1));
}

bool parse_times(const struct parse *p, struct measure *m)
{
	size_t i = m->last;
	size_t fold = i + (at_sign(p, i, '-') && at_glued(p, i));

	if (at_word(p, fold, "fold"))
		i = fold + 1;
	else if (((at_word(p, i, "x") && !is_standard(p, m)) || at_rune(p, i, "\xC3\x97")) &&
		 !is_factor(p, i + 1))
		i++;
	else if (at_word(p, i, "times") &&
		 (comparative(p, i + 1) || at_word(p, i + 1, "as") || at_word(p, i + 1, "the")))
		i++;
	else
		return false;
	set_unit(m, PF_QUANT_MULTIPLIER, "x", i);
	return true;
}

/* "below zero" after a temperature, and a minus with a blank after it before one. */
static void below_zero(const struct parse *p, struct measure *m)
{
	size_t i = m->first;

	if (at_word(p, m->last, "below") &&
	    (at_word(p, m->last + 1, "zero") || at_word(p, m->last + 1, "freezing"))) {
		m->value = -m->value;
		m->last += 2;
	} else if (i && at_sign(p, i - 1, '-') && !at_glued(p, i - 1) && i > 1 &&
		   p->t[i - 2].kind == PF_TOKEN_WORD && p->t[i - 2].end - p->t[i - 2].begin > 1 &&
		   !at_class(p, i - 2, LEX_UNIT) && m->value > 0) {
		m->value = -m->value;
		m->first--;
	}
}

/* The scale named at i, "" for none; `degree` says that a degree was named before it. */
static const char *scale_at(const struct parse *p, const struct measure *m, size_t i, bool degree)
{
	if (at_word(p, i, "celsius") || at_word(p, i, "centigrade") ||
	    at_word(p, i, "centigrate") || at_word(p, i, "celcius"))
		return "C";
	if (at_word(p, i, "fahrenheit") || at_word(p, i, "farenheit"))
		return "F";
	if (at_word(p, i, "kelvin"))
		return "K";
	if (degree)
		return at_word(p, i, "c")   ? "C"
		       : at_word(p, i, "f") ? "F"
		       : at_word(p, i, "k") ? "K"
					    : "";
	if (!m->number.digits || m->number.scale > 0)
		return "";
	/* "573.15K" */
	if (at_glued(p, i) && at_bytes(p, i, "K") && !m->number.integer)
		return "K";
	/* a lone letter needs room after it: "23456 F Block" is no temperature */
	if (m->number.figures > 4 || at_sign(p, i + 1, '/') ||
	    (i + 1 < p->n && !at_end(p, i + 1) && (p->t[i + 1].flags & PF_TOKEN_CAPITAL)))
		return "";
	if (at_glued(p, i))
		return at_bytes(p, i, "C")                       ? "C"
		       : at_bytes(p, i, "f") && at_end(p, i + 1) ? "F"
								 : "";
	return at_bytes(p, i, "C") ? "C" : at_bytes(p, i, "F") ? "F" : "";
}

/* U+00BA and the scale, \103 or \106, make one word. */
static const char *joined_degree(const struct parse *p, size_t i)
{
	return at_bytes(p, i, "\xC2\xBA\103") ? "C" : at_bytes(p, i, "\xC2\xBA\106") ? "F" : "";
}

bool parse_degrees(const struct parse *p, struct measure *m)
{
	size_t i = m->last + (at_sign(p, m->last, '-') && at_glued(p, m->last));
	bool degree = at_rune(p, i, "\xC2\xB0") || at_bytes(p, i, "\xC2\xBA") ||
		      at_word(p, i, "degrees") || at_word(p, i, "degree") || at_word(p, i, "deg");
	const char *scale;

	i += degree;
	i += at_word(p, i - 1, "deg") && at_sign(p, i, '.') && at_glued(p, i);
	scale = joined_degree(p, i);
	if (!*scale)
		scale = scale_at(p, m, i, degree);
	if (*scale)
		set_unit(m, PF_QUANT_QUANTITY, scale, i + 1);
	else if (degree || (at_word(p, i, "below") && at_word(p, i + 1, "zero")))
		set_unit(m, PF_QUANT_QUANTITY, "degree", i);
	else
		return false;
	below_zero(p, m);
	return true;
}

/* "factor of 3", "in half", "half as long" */
static bool parse_factor(const struct parse *p, size_t i, struct measure *out)
{
	struct number n;

	if (at_word(p, i, "in") && at_word(p, i + 1, "half") && !at_word(p, i + 2, "a") &&
	    !at_word(p, i + 2, "an") && !at_word(p, i + 2, "the") &&
	    !at_class(p, i + 2, LEX_TIME)) {
		*out = (struct measure){.first = i, .value = 0.5};
		set_unit(out, PF_QUANT_MULTIPLIER, "x", i + 2);
		return true;
	}
	/* "half as long", "half as many" */
	if (at_word(p, i, "half") && at_word(p, i + 1, "as")) {
		*out = (struct measure){.first = i, .value = 0.5};
		set_unit(out, PF_QUANT_MULTIPLIER, "x", i + 1);
		return true;
	}
	if (!at_word(p, i, "factor") || !at_word(p, i + 1, "of") ||
	    !parse_number(p, i + 2, false, &n))
		return false;
	*out = (struct measure){.first = i + 2, .value = n.value, .number = n};
	set_unit(out, PF_QUANT_MULTIPLIER, "x", n.last);
	return true;
}

/* "double", "triple": a verb or an adjective. */
static bool is_plain_multiple(const struct parse *p, size_t i)
{
	static const char plain[][WORD_ROOM] = {"double", "triple", "treble", "quadruple"};

	return ANY_WORD(p, i, plain);
}

static bool follows_article(const struct parse *p, size_t i)
{
	static const char articles[][WORD_ROOM] = {"a",   "an",  "the",   "my",  "your", "his",
						   "her", "our", "their", "its", "this", "another"};

	return i && !(p->t[i].flags & PF_TOKEN_SENTENCE) &&
	       (ANY_WORD(p, i - 1, articles) || is_owner(p, i - 1));
}

bool parse_multiple(const struct parse *p, size_t i, struct measure *out)
{
	const struct lex_row *row = row_at(p, i, LEX_MULTIPLE);

	if (parse_factor(p, i, out))
		return true;
	if (!row)
		return false;
	/* "double-check", "state-of-the-double" */
	if ((at_sign(p, i + 1, '-') && at_glued(p, i + 1) && at_glued(p, i + 2)) ||
	    (i && at_sign(p, i - 1, '-') && at_glued(p, i)))
		return false;
	/* "a double act", "his double", "on the double", "twice over" */
	if ((is_plain_multiple(p, i) && follows_article(p, i)) ||
	    (at_word(p, i, "twice") && at_word(p, i + 1, "over")))
		return false;
	/* "doubles as a desk", but "twice as fast" */
	if (at_class(p, i + 1, LEX_NOT_MULTIPLIED) ||
	    (at_word(p, i + 1, "as") && !at_word(p, i, "twice") && !at_word(p, i, "thrice")))
		return false;
	*out = (struct measure){.first = i, .value = row->value};
	set_unit(out, PF_QUANT_MULTIPLIER, "x", i + 1);
	return true;
}
