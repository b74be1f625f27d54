/* Units that are not of time: "km", "square feet", "m^3", "5'10\"", and rates of things. */
#include "measure.h"
#include "words/word.h"

#include "prfaq/base/ascii.h"
#include <string.h>

/* "square", "cu", "metric" before a unit: past them, and the power they add. */
static size_t parts_before(const struct parse *p, size_t i, const char **power)
{
	const struct lex_row *row;

	for (size_t stop = i + 3; i < stop && (row = row_at(p, i, LEX_UNIT_PART)); i++) {
		if (*row->name)
			*power = row->name;
		i += at_sign(p, i + 1, '.') && at_glued(p, i + 1);
		i += at_sign(p, i + 1, '-') && at_glued(p, i + 1);
	}
	return i;
}

/* "2", "^3", "squared" after a unit. */
static size_t power_after(const struct parse *p, size_t i, size_t length, const char **power)
{
	size_t k = i + (at_glued(p, i) && at_sign(p, i, '^'));
	bool figure = at_glued(p, k) && (at_bytes(p, k, "2") || at_bytes(p, k, "3"));

	if (figure && (k > i || length <= 2)) {
		*power = at_bytes(p, k, "2") ? "2" : "3";
		return k + 1;
	}
	if (at_word(p, i, "squared") || at_word(p, i, "cubed")) {
		*power = at_word(p, i, "squared") ? "2" : "3";
		return i + 1;
	}
	return i;
}

size_t unit_at(const struct parse *p, size_t i, bool glued, char out[PF_UNIT_MAX])
{
	const struct lex_row *row;
	const char *power = "";
	size_t k = parts_before(p, i, &power), last;

	out[0] = '\0';
	if (at_word(p, k, "k") && at_sign(p, k + 1, '.') &&
	    (at_word(p, k + 2, "g") || at_word(p, k + 2, "gs"))) {
		add_unit(out, PF_SLICE("kg"));
		return k + 3 + (at_sign(p, k + 3, '.') && at_glued(p, k + 3));
	}
	if (at_word(p, k - 1, "thermal") && (at_word(p, k, "unit") || at_word(p, k, "units"))) {
		add_unit(out, PF_SLICE("BTU"));
		return k + 1;
	}
	row = row_at(p, k, LEX_UNIT);
	if (!row || (!glued && k == i && (p->t[k].flags & PF_TOKEN_SENTENCE)))
		return i;
	last = power_after(p, k + 1, p->t[k].end - p->t[k].begin, &power);
	/* "24703L202", "24703 L-202" are codes */
	if (at_glued(p, last) && last == k + 1 &&
	    (at_number(p, last) || (p->t[k].end - p->t[k].begin == 1 && at_sign(p, last, '-') &&
				    at_glued(p, last + 1) && at_number(p, last + 1))))
		return i;
	add_unit(out, pf_slice_of(row->name));
	add_unit(out, pf_slice_of(power));
	return last;
}

/* "15 in wide", not "15 in wide boxes" */
static bool is_extent(const struct parse *p, size_t i)
{
	static const char words[][WORD_ROOM] = {"thick", "wide", "long", "tall", "high", "deep"};

	return ANY_WORD(p, i, words) &&
	       (at_end(p, i + 1) || p->t[i + 1].kind != PF_TOKEN_WORD ||
		at_any(p, i + 1, LEX_BIT(NOT_NOUN) | LEX_BIT(VERB) | LEX_BIT(PRICE)));
}

/* "in" is inches only where nothing follows that it could lead to. */
static bool inches(const struct parse *p, struct measure *m)
{
	size_t i = m->last;
	bool glued = at_glued(p, i);

	if (!m->number.digits)
		return false;
	if (glued && at_bytes(p, i, "'") && at_glued(p, i + 1) && at_bytes(p, i + 1, "'")) {
		set_unit(m, PF_QUANT_QUANTITY, "inch", i + 2);
		return true;
	}
	if (at_bytes(p, i, "\"")) {
		if (glued ? p->t[m->first].flags & PF_TOKEN_QUOTED
			  : at_glued(p, i + 1) && !at_end(p, i + 1))
			return false;
	} else if (!at_word(p, i, "in") ||
		   !(at_end(p, i + 1) || (glued && !at_number(p, i + 1)) || is_extent(p, i + 1))) {
		return false;
	}
	set_unit(m, PF_QUANT_QUANTITY, "inch", i + 1);
	return true;
}

/* The digits from s[*at], at most two; -1 when there are none. */
static int figures_at(struct pf_slice s, size_t *at)
{
	size_t from = *at;
	int v = 0;

	for (; *at < s.len && *at < from + 2 && pf_ascii_is_digit(s.ptr[*at]); ++*at)
		v = v * 10 + (s.ptr[*at] - '0');
	return *at > from ? v : -1;
}

bool parse_height(const struct parse *p, size_t i, struct measure *out)
{
	struct pf_slice s = pf_slice_cut(p->text, p->t[i].begin, p->text.len);
	struct measure m = {.first = i};
	size_t at = 0;
	int feet, inch;

	feet = figures_at(s, &at);
	if (feet < 0 || at >= s.len || s.ptr[at++] != '\'')
		return false;
	at += at < s.len && s.ptr[at] == ' ';
	inch = figures_at(s, &at);
	if (inch < 0 || inch >= 12 || at >= s.len || s.ptr[at] != '"')
		return false;
	m.value = feet + inch / 12.0;
	set_unit(&m, PF_QUANT_QUANTITY, "foot", i);
	while (m.last < p->n && p->t[m.last].begin <= p->t[i].begin + at)
		m.last++;
	*out = m;
	return true;
}

/* "2m long", "2m apart", "200m of the stop": what follows a length. */
static bool follows_length(const struct parse *p, size_t i)
{
	static const char words[][WORD_ROOM] = {"long", "wide",  "tall", "high",  "deep", "thick",
						"away", "apart", "from", "above", "of",   "below"};

	return ANY_WORD(p, i, words);
}

/* "12m users", "revenue of 12m", "more than 2m have": a lower-case m that is a million. */
static bool is_million(const struct parse *p, const struct measure *m, size_t i, size_t end)
{
	static const char plural[][WORD_ROOM] = {"have", "are", "were"};
	static const char sold[][WORD_ROOM] = {"sales", "turnover", "income", "earnings",
					       "views", "visits",   "orders", "downloads"};

	if (!at_bytes(p, i, "m") || end != i + 1)
		return false;
	if ((counts_noun(p, end) && !at_class(p, end, LEX_UNIT)) || ANY_WORD(p, end, plural))
		return true;
	if (follows_length(p, end))
		return false;
	for (size_t k = m->first; k-- > 0 && m->first - k < 7;)
		if (at_any(p, k, LEX_BIT(PRICE) | LEX_BIT(POPULATION)) || ANY_WORD(p, k, sold))
			return true;
	return false;
}

/* "20 (kg)": the unit in brackets of its own. */
static size_t bracketed_unit(const struct parse *p, size_t i, char out[PF_UNIT_MAX])
{
	size_t end;

	if (!at_sign(p, i, '(') && !at_sign(p, i, '[') && !at_sign(p, i, '{') &&
	    !at_sign(p, i, '<'))
		return i;
	end = unit_at(p, i + 1, true, out);
	if (end == i + 1 || !(at_sign(p, end, ')') || at_sign(p, end, ']') ||
			      at_sign(p, end, '}') || at_sign(p, end, '>')))
		return i;
	return end + 1;
}

/* "2.123" before "pm": neither an hour nor hours with two figures of minutes. */
static bool is_no_time(const struct parse *p, const struct measure *m)
{
	struct pf_slice s = token_text(p, m->last - 1);
	const char *point = memchr(s.ptr, '.', s.len);

	return m->number.digits && point && s.ptr + s.len - point != 3;
}

bool parse_dimension(const struct parse *p, struct measure *m)
{
	size_t i = m->last, end;
	char unit[PF_UNIT_MAX];
	bool hyphen = at_sign(p, i, '-') && (at_glued(p, i) || at_glued(p, i + 1));
	bool glued = at_glued(p, i) && !hyphen;

	if (inches(p, m))
		return true;
	if (at_word(p, i, "pm") && !is_no_time(p, m))
		return false;
	i += hyphen;
	if (!glued && at_class(p, i, LEX_MODIFIER))
		i++;
	if (m->number.fraction)
		i += at_word(p, i, "of");
	if (m->number.fraction)
		i += at_word(p, i, "a") || at_word(p, i, "an");
	end = unit_at(p, i, glued, unit);
	if (end == i && at_bytes(p, i, "b") && m->number.digits &&
	    (at_end(p, i + 1) || (glued && !at_glued(p, i + 1)))) {
		add_unit(unit, PF_SLICE("bit"));
		end = i + 1;
	}
	if (end == i && !hyphen)
		end = bracketed_unit(p, i, unit);
	if (end == i)
		return false;
	if (is_million(p, m, i, end)) {
		m->value *= 1e6;
		m->number.scale = 1e6;
		m->last = end;
		return true;
	}
	set_unit(m, PF_QUANT_QUANTITY, unit, end);
	return true;
}

bool parse_counted_rate(const struct parse *p, struct measure *m)
{
	static const char shorts[][WORD_ROOM] = {"req", "msg", "ops", "tx", "txn"};
	static const char next[][WORD_ROOM] = {"desk",   "time",  "person", "chance", "look",
					       "pair",   "page",  "round",  "nurse",  "reader",
					       "device", "visit", "screen", "opinion"};
	size_t i = m->last;
	struct pf_slice noun;
	const struct lex_row *row;

	if (at_glued(p, i) || i >= p->n || p->t[i].kind != PF_TOKEN_WORD || at_word(p, i, "times"))
		return false;
	noun = token_text(p, i);
	if ((noun.len < 4 || noun.ptr[noun.len - 1] != 's') &&
	    !(at_sign(p, i + 1, '/') && ANY_WORD(p, i, shorts)))
		return false;
	if (!at_word(p, i + 1, "per") && !at_sign(p, i + 1, '/') &&
	    !(at_word(p, i + 1, "a") && !at_class(p, i, LEX_PRICE)))
		return false;
	row = row_at(p, i + 2, LEX_TIME);
	/* "Option 2 needs a second desk" */
	if (!row || row->value > 3600 ||
	    (row->value == 1 && at_word(p, i + 1, "a") && ANY_WORD(p, i + 3, next)))
		return false;
	set_unit(m, PF_QUANT_QUANTITY, "", i + 3);
	add_unit(m->unit, first_bytes(noun, 16));
	add_unit(m->unit, PF_SLICE("/"));
	add_unit(m->unit, row->value == 1 ? PF_SLICE("s") : pf_slice_of(row->name));
	return true;
}

/* Is the word at i what an amount is for? After an article only some are: "$98 a share". */
static bool is_per(const struct parse *p, size_t i, bool article)
{
	if (i >= p->n || p->t[i].kind != PF_TOKEN_WORD)
		return false;
	return !article || at_class(p, i, LEX_TIME) || at_class(p, i, LEX_UNIT) ||
	       at_class(p, i, LEX_MAGNITUDE) || at_word(p, i, "share") || at_word(p, i, "head") ||
	       at_word(p, i, "piece") || at_word(p, i, "pop");
}

void parse_per(const struct parse *p, struct measure *m)
{
	static const char done[][WORD_ROOM] = {"saved", "spent",  "lost",
					       "paid",  "earned", "wasted"};
	size_t i = m->last + (m->kind == PF_QUANT_MONEY && ANY_WORD(p, m->last, done));

	for (int parts = 0; parts < 2; parts++) {
		bool article = at_word(p, i, "a") || at_word(p, i, "an") || at_word(p, i, "each");
		size_t k = i + 1;
		const struct lex_row *row;
		struct pf_slice word;

		if (!at_word(p, i, "per") && !(at_sign(p, i, '/') && at_glued(p, i)) && !article)
			return;
		if (!is_per(p, k, article))
			return;
		word = token_text(p, k);
		if (at_sign(p, k + 1, '-') && at_glued(p, k + 1) && at_glued(p, k + 2) &&
		    k + 2 < p->n && p->t[k + 2].kind == PF_TOKEN_WORD) {
			word = pf_slice_cut(p->text, p->t[k].begin, p->t[k + 2].end);
			k += 2;
		}
		if (m->per[0])
			add_unit(m->per, PF_SLICE("/"));
		/* "per Month", "$9.99/mo" */
		if (word.len == p->t[k].end - p->t[k].begin && (row = row_at(p, k, LEX_TIME)) &&
		    (word.len > 2 || (m->kind == PF_QUANT_MONEY && row->value >= 3600)))
			word = pf_slice_of(row->name);
		add_unit(m->per, first_bytes(word, 20));
		/* "per" belongs to a physical unit, and is said beside money */
		if (m->kind == PF_QUANT_QUANTITY)
			m->last = k + 1;
		i = k + 1;
	}
}
