/* What looks like a quantity and is none: labels of lists, years, scores, titles, sayings. */
#include "noise.h"

#include "around.h"

bool is_saying(const struct parse *p, size_t first, size_t last)
{
	static const char pairs[][WORD_ROOM] = {"24/7",  "9/11",  "7/24", "24/5",
						"50/50", "80/20", "20/20"};
	struct pf_slice s = pf_slice_cut(p->text, p->t[first].begin, p->t[last - 1].end);

	for (size_t k = 0; k < sizeof(pairs) / sizeof(*pairs); k++)
		if (pf_slice_is(s, pairs[k]))
			return true;
	return false;
}

/* "1) a page": is no bracket open that ends here? */
static bool is_half_bracket(const struct parse *p, const struct measure *m)
{
	if (!at_sign(p, m->last, ')') || !at_glued(p, m->last) || at_glued(p, m->last + 1) ||
	    m->value > 20 || at_end(p, m->last + 1))
		return false;
	for (size_t k = m->first; k-- > 0 && m->first - k < 16;)
		if (at_sign(p, k, '('))
			return false;
	return true;
}

/* "(1) a page, (2) a form" inside a sentence: after a comma, or a first with a second to come. */
static bool is_item(const struct parse *p, const struct measure *m)
{
	size_t i = m->first - 1;

	if (is_half_bracket(p, m))
		return true;
	if (!at_sign(p, i, '(') || !at_sign(p, m->last, ')') || m->value > 20 ||
	    at_end(p, m->last + 1))
		return false;
	for (size_t k = m->last; m->value == 1 && k < m->last + 16; k++)
		if (at_sign(p, k, '(') && at_bytes(p, k + 1, "2") && at_sign(p, k + 2, ')'))
			return true;
	return i && (at_sign(p, i - 1, ',') || at_sign(p, i - 1, ';') || at_sign(p, i - 1, ':') ||
		     at_word(p, i - 1, "and") || at_word(p, i - 1, "or"));
}

/* "2.1 Installing from source": the number of a heading. */
static bool heads_section(const struct parse *p, const struct measure *m)
{
	size_t i = m->last;

	return m->bare && m->number.digits && !m->number.integer &&
	       p->t[m->first].flags & PF_TOKEN_LINE && is_capital(p, i) &&
	       is_word_token(p, i + 1) && !is_capital(p, i + 1) &&
	       !at_any(p, i, LEX_BIT(MAGNITUDE) | LEX_BIT(TIME));
}

/* A list's or a question's number: "1.", "2)", "(2)", "3:" at the head of a line, "| 3 |". */
static bool is_label(const struct parse *p, const struct measure *m)
{
	size_t i = m->last;
	bool bracket = m->first && at_sign(p, m->first - 1, '(');

	if (heads_section(p, m))
		return true;
	if (!m->number.integer || i >= p->n)
		return false;
	if (m->first && ((at_sign(p, m->first - 1, '|') && at_sign(p, i, '|') &&
			  (p->t[m->first - 1].flags & PF_TOKEN_LINE)) ||
			 is_item(p, m)))
		return true;
	return (p->t[m->first - bracket].flags & (PF_TOKEN_LINE | PF_TOKEN_SENTENCE)) &&
	       i + 1 < p->n && at_glued(p, i) && !at_glued(p, i + 1) &&
	       (at_sign(p, i, ')') || (!bracket && (at_sign(p, i, '.') || at_sign(p, i, ':'))));
}

/* "in 1987 cars", "their 1977 counterparts": what stands before a year and seldom before a count.
 */
static bool leads_year(const struct parse *p, const struct measure *m)
{
	static const char owners[][WORD_ROOM] = {"their", "its", "our", "your",
						 "his",   "her", "the"};
	size_t i = m->first;

	if (i && (at_word(p, i - 1, "in") || at_word(p, i - 1, "since")))
		return true;
	if (!i || at_class(p, m->last, LEX_POPULATION))
		return false;
	if (at_class(p, m->last, LEX_OF_YEAR) || at_class(p, m->last + 1, LEX_OF_YEAR))
		return true;
	return ANY_WORD(p, i - 1, owners) || is_owner(p, i - 1);
}

/* "the Treaty of 1648", "the class of '99" */
static bool is_old_year(const struct parse *p, const struct measure *m)
{
	size_t i = m->first - 1;

	if (!m->number.integer || !m->first)
		return false;
	if (m->number.figures == 2)
		return at_sign(p, i, '\'') && at_glued(p, m->first) && !at_glued(p, i);
	return m->number.figures == 4 && m->value >= 1500 && m->value < 1900 &&
	       (at_word(p, i, "of") || at_word(p, i, "in") || at_word(p, i, "since")) &&
	       (at_end(p, m->last) || at_any(p, m->last, LEX_BIT(NOT_NOUN) | LEX_BIT(VERB)));
}

static bool lone_year(const struct parse *p, const struct measure *m)
{
	if (is_old_year(p, m))
		return true;
	if (!m->number.integer || !is_year_at(p, m->first))
		return false;
	return !counts_noun(p, m->last) || at_class(p, m->last, LEX_VERB) || leads_year(p, m);
}

/* "two-pizza", "one-click", "3-tier": a number that only describes. */
static bool describes(const struct parse *p, size_t i)
{
	return at_sign(p, i, '-') && at_glued(p, i) && at_glued(p, i + 1) && i + 1 < p->n &&
	       p->t[i + 1].kind == PF_TOKEN_WORD &&
	       (!at_class(p, i + 1, LEX_NUMBER) || (at_number(p, i - 1) && is_capital(p, i + 1))) &&
	       !at_word(p, i + 1, "odd") &&
	       !(at_word(p, i + 1, "to") && at_sign(p, i + 2, '-')); /* "4-to-6 weeks" */
}

/* "a 1,000-page report", "a 35-person firm": so many are counted. */
static bool counts_many(const struct parse *p, const struct measure *m)
{
	static const char whom[][WORD_ROOM] = {"person", "member", "employee", "seat",
					       "bed",    "store",  "strong",   "room"};

	return m->number.digits && !(p->t[m->last + 1].flags & PF_TOKEN_CAPITAL) &&
	       (m->value >= 100 || (m->value >= 10 && ANY_WORD(p, m->last + 1, whom)));
}

/* "5G networks", "0\u21921": generations, and the phase before a product. */
static bool is_generation(const struct parse *p, const struct measure *m, size_t *skip)
{
	size_t i = m->last;

	if (at_glued(p, i) && i < p->n && m->number.digits &&
	    (p->t[i].kind == PF_TOKEN_WORD || at_sign(p, i, '_'))) {
		*skip = past_glued(p, i);
		return true;
	}
	/* "TINYINT(1)" */
	*skip = i + 1;
	if (m->first > 1 && at_sign(p, m->first - 1, '(') && at_glued(p, m->first - 1) &&
	    at_glued(p, m->first) && at_sign(p, i, ')') && p->t[m->first - 2].kind == PF_TOKEN_WORD)
		return true;
	/* "401(k)" */
	*skip = i + 3;
	if (m->number.integer && at_sign(p, i, '(') && at_glued(p, i) && at_glued(p, i + 1) &&
	    at_sign(p, i + 2, ')') && p->t[i + 1].kind == PF_TOKEN_WORD)
		return true;
	*skip = i + 2;
	if (m->value != 0 || !at_bytes(p, i + 1, "1"))
		return false;
	return at_word(p, i, "to") || (at_sign(p, i, '>') && at_glued(p, i) && at_glued(p, i + 1));
}

/* "$X billion", "XX million", "## million": a magnitude whose number is still to be found. */
static bool is_blank(const struct parse *p, const struct measure *m)
{
	size_t i = m->first;

	return i && m->number.scale > 0 && at_class(p, i, LEX_MAGNITUDE) && !at_number(p, i) &&
	       (at_sign(p, i - 1, '#') || at_bytes(p, i - 1, "X") || at_bytes(p, i - 1, "Y") ||
		at_bytes(p, i - 1, "Z") || at_bytes(p, i - 1, "N") || at_bytes(p, i - 1, "XX"));
}

/* "3-2", "271-147", "9-to-5", "fifty-fifty": how a game or a vote ends; what counts down or stays
 * is no range. */
static bool is_score(const struct parse *p, const struct measure *m, size_t *skip)
{
	struct measure b;
	size_t i = m->last;
	bool digits = m->number.digits;

	if (!at_sign(p, i, '-') || !at_glued(p, i) || !at_glued(p, i + 1) ||
	    !(digits ? m->number.integer : m->last == m->first + 1) || is_year_at(p, m->first))
		return false;
	i++;
	if (at_word(p, i, "to") && at_sign(p, i + 1, '-') && at_glued(p, i + 2))
		i += 2;
	if (!parse_measure(p, i, &b) || !b.bare || b.number.digits != digits)
		return false;
	*skip = b.last;
	/* "88-1273-B" */
	if (digits && at_sign(p, b.last, '-') && at_glued(p, b.last) && at_glued(p, b.last + 1) &&
	    is_capital(p, b.last + 1)) {
		*skip = past_glued(p, b.last);
		return true;
	}
	/* "the docket is 21-1086" */
	if (digits && b.number.integer && b.number.figures > 3 && m->number.figures < 3 &&
	    at_end(p, b.last))
		return true;
	return digits ? b.number.integer && b.value <= m->value : b.value <= m->value;
}

/* "3 on 3", "quarter on quarter": how a game is played, and against what it is held. */
static bool is_game(const struct parse *p, const struct measure *m, size_t *skip)
{
	struct number b;

	if (is_score(p, m, skip))
		return true;
	/* "quarter on quarter" */
	if (at_word(p, m->first, "quarter") &&
	    (at_word(p, m->last, "on") || at_word(p, m->last, "over")) &&
	    at_word(p, m->last + 1, "quarter")) {
		*skip = m->last + 2;
		return true;
	}
	if (!at_word(p, m->last, "on") || !parse_number(p, m->last + 1, false, &b) ||
	    b.value != m->value)
		return false;
	*skip = b.last;
	return true;
}

/* "Six Sigma", "the Ten Stones" */
static bool is_title(const struct parse *p, const struct measure *m)
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
	/* "Seven Dials is a district" */
	if ((p->t[i].flags & PF_TOKEN_SENTENCE) && is_capital(p, i + 1) &&
	    (at_word(p, i + 2, "is") || at_word(p, i + 2, "has")))
		return true;
	return (p->t[i].flags & PF_TOKEN_SENTENCE) && is_capital(p, i + 1) &&
	       is_capital(p, i + 2) && !is_small(p, i + 3) && !counts_noun(p, i + 3) &&
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
static bool is_rank(const struct parse *p, const struct measure *m)
{
	size_t i = m->first;
	bool counts = counts_noun(p, m->last),
	     capital = i && (p->t[i - 1].flags & PF_TOKEN_CAPITAL);

	if (m->number.fraction || m->value > 100)
		return false;
	if (i && at_word(p, i - 1, "top"))
		return !counts && !at_sign(p, m->last, '-');
	if (m->number.digits)
		return false;
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
static bool what_is_left(const struct parse *p, const struct measure *m)
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

/* A bare number that counts nothing. */
static bool is_idle(const struct parse *p, const struct measure *m, size_t *skip)
{
	if (after_name(p, m)) {
		*skip = past_glued(p, m->last - 1); /* "FIPS 140-3" */
		return true;
	}
	if (is_game(p, m, skip) || is_generation(p, m, skip))
		return true;
	*skip = m->last;
	/* "Bayer 04", "agent 007" */
	if (m->number.integer && m->number.figures > 1 && p->text.ptr[p->t[m->first].begin] == '0')
		return true;
	/* "net-zero", "ground zero" */
	if (m->value == 0 && m->first &&
	    (at_word(p, m->first - 1, "net") || at_word(p, m->first - 1, "ground") ||
	     (m->first > 1 && at_sign(p, m->first - 1, '-') && at_word(p, m->first - 2, "net"))))
		return true;
	/* "no two homes", "a day or two" */
	if (m->first && !m->number.digits &&
	    (at_word(p, m->first - 1, "no") ||
	     (m->first > 2 && at_word(p, m->first - 1, "or") &&
	      at_class(p, m->first - 2, LEX_TIME) && at_word(p, m->first - 3, "a"))))
		return true;
	/* "five nines of uptime", "see [3]" */
	if (at_word(p, m->last, "nines") ||
	    (m->first && m->number.integer && m->number.figures < 3 &&
	     at_sign(p, m->first - 1, '[') && at_sign(p, m->last, ']') && at_glued(p, m->last)))
		return true;
	/* "one" says how many only beside something that counts */
	return is_label(p, m) || lone_year(p, m) || leads_name(p, m) ||
	       (describes(p, m->last) && !counts_many(p, m)) || is_rank(p, m) ||
	       (m->number.one && p->n > 1 && !what_is_left(p, m));
}

/* "18f.example.org" */
static bool is_domain(const struct parse *p, const struct measure *m)
{
	size_t i = m->last;

	return i - m->first > 1 && p->t[i - 1].kind == PF_TOKEN_WORD && at_glued(p, i - 1) &&
	       at_sign(p, i, '.') && at_glued(p, i) && at_glued(p, i + 1) &&
	       p->t[i + 1].kind == PF_TOKEN_WORD && !(p->t[i + 1].flags & PF_TOKEN_CAPITAL);
}

bool is_noise(const struct parse *p, const struct measure *m, size_t *skip)
{
	if (m->kind != PF_QUANT_MONEY && (in_code(p, m->first) || is_domain(p, m))) {
		*skip = past_glued(p, m->first);
		return true;
	}
	if (is_clock(p, m, skip) || is_telephone(p, m, skip))
		return true;
	*skip = m->last;
	if ((m->number.slash && is_saying(p, m->first, m->last)) || is_blank(p, m) ||
	    is_all_round(p, m) || is_big_question(p, m) || is_emission(p, m))
		return true;
	/* "One day it will work" */
	if (m->kind == PF_QUANT_DURATION && m->number.one && m->last == m->first + 2 &&
	    (p->t[m->first].flags & PF_TOKEN_SENTENCE) && m->last < p->n &&
	    (at_any(p, m->last, LEX_BIT(NOT_NOUN)) || (p->t[m->last].flags & PF_TOKEN_CAPITAL)) &&
	    !at_any(p, m->last, LEX_BIT(PREPOSITION) | LEX_BIT(LINK) | LEX_BIT(BETTER)))
		return true;
	/* "a zero-day hole" */
	if (m->kind == PF_QUANT_DURATION && m->value == 0 && !m->number.digits)
		return true;
	/* "the Canon 5D" */
	if (m->kind == PF_QUANT_DURATION && m->last == m->first + 2 && at_glued(p, m->last - 1) &&
	    is_capital(p, m->last - 1) && p->t[m->last - 1].end - p->t[m->last - 1].begin == 1 &&
	    m->first && is_capital(p, m->first - 1) &&
	    !(p->t[m->first - 1].flags & PF_TOKEN_SENTENCE))
		return true;
	if (!m->bare)
		return m->kind == PF_QUANT_QUANTITY &&
		       (is_title(p, m) ||
			(m->first && after_name(p, m) && at_class(p, m->first - 1, LEX_NAME)));
	if (m->number.scale > 0) {
		/* "defects per thousand" */
		if (m->first && at_word(p, m->first - 1, "per") && !m->number.digits)
			return true;
		if (is_generation(p, m, skip))
			return true;
		*skip = m->last;
		/* "a 401k plan" */
		if (m->number.letter && m->value > 400999 && m->value < 401001)
			return true;
		/* "12-B" as in "Room 12B", "Rule 10b-5" and "221B Baker Street" */
		*skip = past_glued(p, m->last - 1);
		return m->number.letter &&
		       (describes(p, m->last) || after_name(p, m) || leads_name(p, m));
	}
	if (m->number.article && !m->number.fraction)
		return true;
	return m->number.divisor == 0 && is_idle(p, m, skip);
}
