/* Numbers that are part of a name: "S3", "us-east-1", "ISO 27001", "410 Terry Avenue". */
#include "noise.h"
#include "words/word.h"

#include "prfaq/base/ascii.h"
#include <string.h>

/* "Voyager", "macOS", "iPhone": a capital anywhere. */
static bool is_proper(const struct parse *p, size_t i)
{
	if (!is_word_token(p, i) || is_capital(p, i))
		return is_capital(p, i);
	for (uint32_t k = p->t[i].begin; k < p->t[i].end; k++)
		if (pf_ascii_is_capital(p->text.ptr[k]))
			return true;
	return false;
}

size_t past_glued(const struct parse *p, size_t i)
{
	size_t k = i;

	while (k + 1 < p->n && at_glued(p, k + 1) &&
	       (p->t[k + 1].kind != PF_TOKEN_SIGN ||
		(p->t[k + 1].sign && strchr("-./:_#@+(", p->t[k + 1].sign))))
		k++;
	return k + 1;
}

bool is_year_at(const struct parse *p, size_t i)
{
	int v;

	return parse_int(p, i, &v) && v >= 1900 && v < 2100 && p->t[i].end - p->t[i].begin == 4;
}

/* Does the joint glued before token i, a hyphen or its like, make a code of what it joins? */
static bool is_joint(const struct parse *p, size_t i)
{
	if (i < 2 || !at_glued(p, i - 1) || p->t[i - 1].kind != PF_TOKEN_SIGN)
		return false;
	switch (p->t[i - 1].sign) {
	case '-':
		/* "5k-20k" is a range, "2013-14" a year, "sub-2-second" no name */
		if (i > 2 && at_number(p, i - 3) && at_glued(p, i - 2) &&
		    at_any(p, i - 2, LEX_BIT(MAGNITUDE) | LEX_BIT(TIME) | LEX_BIT(UNIT)) &&
		    !(i > 3 && at_glued(p, i - 3) && is_word_token(p, i - 4)))
			return false;
		return is_year_at(p, i - 2) ||
		       (is_word_token(p, i - 2) && at_number(p, i) &&
			!at_class(p, i - 2, LEX_LEAD)) ||
		       at_word(p, i - 2, "multi");
	case '.':
	case '/': return is_word_token(p, i - 2) && at_number(p, i);
	case '+': /* "C++17", "UTC+2", "Ctrl+1" */
		return at_word(p, i - 2, "ctrl") || at_word(p, i - 2, "shift") ||
		       at_word(p, i - 2, "alt") || at_number(p, i - 2) ||
		       (is_word_token(p, i - 2) && (p->t[i - 2].end - p->t[i - 2].begin == 1 ||
						    (p->t[i - 2].flags & PF_TOKEN_UPPER))) ||
		       (at_sign(p, i - 2, '+') && at_glued(p, i - 2) && is_word_token(p, i - 3));
	case '_': return p->t[i - 2].kind != PF_TOKEN_SIGN;
	default: return false;
	}
}

bool in_code(const struct parse *p, size_t i)
{
	if (!i || !at_glued(p, i))
		return false;
	/* "localhost:8080" */
	if (i > 1 && at_sign(p, i - 1, ':') && at_glued(p, i - 1) && is_word_token(p, i - 2))
		return p->t[i].end - p->t[i].begin >= 4;
	return is_word_token(p, i - 1) || at_sign(p, i - 1, '#') || at_sign(p, i - 1, '^') ||
	       at_sign(p, i - 1, '@') || at_bytes(p, i - 1, "\xC2\xA7") || is_joint(p, i);
}

/* A word that has its capital because it opens the sentence; "SAML" and "OAuth" would have it
 * anyway. */
static bool opens_plain(const struct parse *p, size_t i)
{
	if (!(p->t[i].flags & PF_TOKEN_SENTENCE) || !is_capital(p, i))
		return false;
	for (uint32_t k = p->t[i].begin + 1; k < p->t[i].end; k++)
		if (pf_ascii_is_capital(p->text.ptr[k]))
			return false;
	return true;
}

/* "A Raspberry Pi [5] hums", "The Big [12] schools": an article stands before the name, and what
 * is in a place has none or "in the" before it: "In London 40 clinics", "in the UK 40 clinics". */
static bool ends_title(const struct parse *p, size_t i)
{
	static const char places[][WORD_ROOM] = {"in", "at", "across", "on", "from", "of", "for"};
	size_t k = i;

	while (k && i - k < 3 && is_proper(p, k - 1) && !at_class(p, k - 1, LEX_NOT_NOUN))
		k--;
	if (k == i || !k || at_class(p, i - 1, LEX_MONTH))
		return false;
	if (at_word(p, k - 1, "a") || at_word(p, k - 1, "an"))
		return true;
	return at_word(p, k - 1, "the") && (k < 2 || !ANY_WORD(p, k - 2, places));
}

/* "Century 21 agents": known by name, though what follows could be counted */
static bool is_firm(const struct parse *p, const struct measure *m)
{
	size_t i = m->first - 1;

	return (m->value == 21 && at_word(p, i, "century")) ||
	       (m->value == 8 && at_word(p, i, "super")) ||
	       (m->value == 6 && at_word(p, i, "motel"));
}

/* "In Ohio [40] were fined": many are told of */
static bool is_in_place(const struct parse *p, const struct measure *m)
{
	static const char many[][WORD_ROOM] = {"are", "were", "have"};
	size_t i = m->first;

	return i > 1 && ANY_WORD(p, m->last, many) &&
	       (at_word(p, i - 2, "in") || at_word(p, i - 2, "at") || at_word(p, i - 2, "on"));
}

/* "Op. 27", "K. 465", "H.R. 1319": one letter or two and a stop, before a number of three figures
 */
static bool after_short(const struct parse *p, const struct measure *m)
{
	size_t i = m->first - 1;

	return i > 1 && m->number.integer && m->number.figures > 2 &&
	       !(at_glued(p, i - 1) && at_number(p, i - 2)) && at_sign(p, i, '.') &&
	       at_glued(p, i) && !at_glued(p, m->first) && is_capital(p, i - 1) &&
	       p->t[i - 1].end - p->t[i - 1].begin == 1;
}

/* "OAuth [2.0] flows": nobody counts to a tenth and finds none */
static bool is_round_version(const struct parse *p, const struct measure *m)
{
	struct pf_slice digits = token_text(p, m->first);

	return is_pointed(p, m) && digits.len == 3 && digits.ptr[2] == '0';
}

bool after_name(const struct parse *p, const struct measure *m)
{
	size_t i = m->first;

	if (!i)
		return false;
	if (p->t[i].flags & PF_TOKEN_SENTENCE) /* "Apt. 7B": a stop that ends no sentence */
		return at_sign(p, i - 1, '.') && m->number.digits && after_label(p, m);
	if (!m->number.digits) /* "phase two" */
		return m->value < 20 && !m->number.fraction && after_label(p, m) &&
		       (!counts_noun(p, m->last) || at_class(p, m->last, LEX_VERB) ||
			is_capital(p, i) || /* "League Two clubs" */
			(is_capital(p, i - 1) && at_class(p, i - 1, LEX_NUMBERED)));
	if (at_class(p, i - 1, LEX_NAME) || at_sign(p, i - 1, '#') ||
	    at_bytes(p, i - 1, "\xC2\xA7") || after_short(p, m) || after_label(p, m))
		return true;
	/* a capital inside the sentence: "Voyager 2", "South 32 Ltd", "WA 98109", "TLS 1.3" */
	if (!is_proper(p, i - 1) || at_glued(p, i) ||
	    (m->number.integer && m->number.figures > 5 && !(p->t[i - 1].flags & PF_TOKEN_UPPER)) ||
	    m->value < 0 || at_class(p, i - 1, LEX_MONTH) || at_class(p, i - 1, LEX_PREPOSITION) ||
	    at_class(p, i - 1, LEX_METRIC) ||
	    (at_class(p, i - 1, LEX_NOT_NOUN) && !at_bytes(p, i - 1, "US")))
		return false;
	if (m->number.integer && (ends_title(p, i) || is_firm(p, m)))
		return true;
	/* "Wi-Fi 6 routers" */
	if (i > 2 && at_sign(p, i - 2, '-') && at_glued(p, i - 1) && is_capital(p, i - 3))
		return true;
	if (is_round_version(p, m) && !opens_plain(p, i - 1) &&
	    !(i > 1 && at_class(p, i - 2, LEX_PREPOSITION) && counts_noun(p, m->last)))
		return true;
	return !opens_plain(p, i - 1) && !is_in_place(p, m) &&
	       (!counts_noun(p, m->last) || at_class(p, m->last, LEX_VERB));
}

bool is_status(double v)
{
	return (v >= 400 && v <= 404) || v == 429 || (v >= 500 && v <= 504);
}

/* "The [7] train", "the [42] bus": lines are known by their numbers. */
static bool leads_line(const struct parse *p, const struct measure *m)
{
	static const char lines[][WORD_ROOM] = {"bus",        "train",     "tram",   "ferry",
						"trolleybus", "streetcar", "subway", "metro"};

	return m->number.integer && m->number.figures < 4 && at_class(p, m->last, LEX_LABEL) &&
	       ANY_WORD(p, m->last, lines) && !at_sign(p, m->last, '-') &&
	       (!counts_noun(p, m->last + 1) || at_class(p, m->last + 1, LEX_VERB));
}

/* "17 CFR 240", "410 U.S. 113": a law or a court between two numbers */
static bool leads_statute(const struct parse *p, const struct measure *m)
{
	const uint64_t measured =
		LEX_BIT(MONTH) | LEX_BIT(CODE) | LEX_BIT(UNIT) | LEX_BIT(TIME) | LEX_BIT(NOT_NOUN);
	size_t i = m->last;

	if (!m->number.integer || i + 1 >= p->n || at_glued(p, i))
		return false;
	if (at_bytes(p, i, "U") && at_sign(p, i + 1, '.') && at_bytes(p, i + 2, "S") &&
	    at_sign(p, i + 3, '.'))
		return at_number(p, i + 4) || at_bytes(p, i + 4, "C");
	return (p->t[i].flags & PF_TOKEN_UPPER) && at_number(p, i + 1) && !at_glued(p, i + 1) &&
	       !at_any(p, i, measured);
}

/* "the 777", "an older 737": no plane of another firm has such a number */
static bool is_airliner(const struct parse *p, const struct measure *m)
{
	static const char leads[][WORD_ROOM] = {"the", "a", "an", "our", "older", "new"};

	return m->number.figures == 3 && m->value >= 707 && m->value < 800 &&
	       (int)m->value % 10 == 7 && p->text.ptr[p->t[m->first].begin] == '7' &&
	       ANY_WORD(p, m->first - 1, leads) &&
	       (!counts_noun(p, m->last) || at_class(p, m->last, LEX_VERB));
}

/* "to 4 West", "from 6 East": a floor and its wing; "14 Across" */
static bool is_wing(const struct parse *p, const struct measure *m)
{
	static const char wings[][WORD_ROOM] = {"west", "east", "north", "south", "across", "down"};

	return m->number.integer && m->number.figures < 3 && is_capital(p, m->last) &&
	       ANY_WORD(p, m->last, wings) && !is_capital(p, m->last + 1) &&
	       !counts_noun(p, m->last + 1);
}

/* "12 Rue de la Paix", "1234 AB Amsterdam" */
static bool leads_address(const struct parse *p, const struct measure *m)
{
	static const char ways[][WORD_ROOM] = {"rue",   "via",   "calle",  "rua",    "avenida",
					       "plaza", "place", "avenue", "piazza", "boulevard"};
	size_t i = m->last;

	if (!m->number.integer || !is_capital(p, i) || at_glued(p, i))
		return false;
	if (ANY_WORD(p, i, ways))
		return is_word_token(p, i + 1);
	return m->number.figures == 4 && (p->t[i].flags & PF_TOKEN_UPPER) &&
	       p->t[i].end - p->t[i].begin == 2 && is_capital(p, i + 1) &&
	       !(p->t[i + 1].flags & PF_TOKEN_UPPER);
}

/* "played [99] Luftballons", "sings [500 Miles]", "saw The [39] Steps" */
bool is_performed(const struct parse *p, const struct measure *m)
{
	static const char shows[][WORD_ROOM] = {"played",   "plays", "watched",  "watch",
						"screened", "sang",  "staged",   "stage",
						"sing",     "sings", "starring", "covered"};

	size_t i = m->first - 1, title = m->bare ? m->last : m->last - 1;

	if (!is_capital(p, title))
		return false;
	return ANY_WORD(p, i, shows) ||
	       (at_bytes(p, i, "The") && !(p->t[i].flags & PF_TOKEN_SENTENCE));
}

bool leads_name(const struct parse *p, const struct measure *m)
{
	static const char suits[][WORD_ROOM] = {"hearts", "spades", "clubs", "diamonds"};
	size_t i = m->last;
	bool nth =
		at_number(p, i) && !at_glued(p, i) && at_glued(p, i + 1) && is_word_token(p, i + 1);

	if (nth && is_capital(p, i + 2) && at_class(p, i + 2, LEX_STREET)) /* "156 2nd Street" */
		return true;
	for (size_t k = i; k < i + 4 && is_capital(p, k) && !at_glued(p, k); k++)
		if (k > i && at_class(p, k, LEX_STREET))
			return true;
	if (is_status(m->value) && is_capital(p, i) && is_capital(p, i + 1))
		return true;
	if (is_status(m->value) && (at_word(p, i, "error") || at_word(p, i, "errors") ||
				    at_word(p, i, "response") || at_word(p, i, "responses")))
		return true;
	/* "The 737 MAX is back"; "the 12 NHS trusts" are counted */
	if (m->first && at_word(p, m->first - 1, "the") && m->number.figures == 3 &&
	    is_capital(p, i) && (p->t[i].flags & PF_TOKEN_UPPER) && !counts_noun(p, i + 1))
		return true;
	if (m->first && is_airliner(p, m))
		return true;
	/* "The 7 train is late" */
	if (m->first && at_word(p, m->first - 1, "the") && m->number.integer &&
	    is_word_token(p, i) && !counts_noun(p, i) && !at_class(p, i, LEX_NOT_NOUN) &&
	    (at_word(p, i + 1, "is") || at_word(p, i + 1, "was")))
		return true;
	/* "the 7 of hearts" */
	if (at_word(p, i, "of") && ANY_WORD(p, i + 1, suits) && m->first && m->value < 11 &&
	    (at_word(p, m->first - 1, "the") || at_word(p, m->first - 1, "a")))
		return true;
	/* "the 25 de Abril Bridge" */
	if ((at_word(p, i, "de") || at_word(p, i, "di")) && m->number.integer &&
	    is_capital(p, i + 1) && !at_glued(p, i))
		return true;
	if (leads_line(p, m) || is_wing(p, m) || leads_statute(p, m) || leads_address(p, m) ||
	    (m->first && is_performed(p, m)))
		return true;
	/* "the 1.0 release" */
	if (at_class(p, i, LEX_PRODUCT) && is_pointed(p, m))
		return true;
	return at_word(p, i, "whys") || (at_word(p, i, "not") && at_word(p, i + 1, "found"));
}
