/* What looks like a quantity and is none: labels of lists, years, scores, titles, sayings. */
#include "noise.h"
#include "words/word.h"

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
	       p->t[m->first].flags & PF_TOKEN_LINE && !at_end(p, i) && is_capital(p, i) &&
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

/* "(c)(3)" glued to token i: past all of them */
static size_t past_brackets(const struct parse *p, size_t i)
{
	while (at_sign(p, i, '(') && at_glued(p, i) && at_glued(p, i + 1) &&
	       at_sign(p, i + 2, ')') && at_glued(p, i + 2) && p->t[i + 1].kind != PF_TOKEN_SIGN)
		i += 3;
	return i;
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
	*skip = past_brackets(p, i);
	if (m->number.integer && *skip > i && p->t[i + 1].kind == PF_TOKEN_WORD)
		return true;
	*skip = i + 2;
	if (m->value != 0 || !at_bytes(p, i + 1, "1"))
		return false;
	return at_word(p, i, "to") || (at_sign(p, i, '>') && at_glued(p, i) && at_glued(p, i + 1));
}

/* "[N] [thousand]", "<TBD> [million]" */
static bool after_blank(const struct parse *p, size_t i)
{
	return i > 2 && is_word_token(p, i - 2) &&
	       ((at_sign(p, i - 1, ']') && at_sign(p, i - 3, '[')) ||
		(at_sign(p, i - 1, '>') && at_sign(p, i - 3, '<')) ||
		(at_sign(p, i - 1, '}') && at_sign(p, i - 3, '{')));
}

/* "$X billion", "XX million", "## million": a magnitude whose number is still to be found. */
static bool is_blank(const struct parse *p, const struct measure *m)
{
	size_t i = m->first;

	return i && m->number.scale > 0 && at_class(p, i, LEX_MAGNITUDE) && !at_number(p, i) &&
	       (after_blank(p, i) || at_sign(p, i - 1, '#') || at_bytes(p, i - 1, "X") ||
		at_bytes(p, i - 1, "Y") || at_bytes(p, i - 1, "Z") || at_bytes(p, i - 1, "N") ||
		at_bytes(p, i - 1, "XX"));
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

/* "a 9 to 5 job": hours that are a saying */
static bool is_office(const struct parse *p, const struct measure *m)
{
	static const char lead[][WORD_ROOM] = {"a",     "the",    "is",     "her",    "his",
					       "my",    "usual",  "normal", "called", "work",
					       "works", "worked", "working"};

	return m->value == 9 && m->first && at_word(p, m->last, "to") &&
	       at_bytes(p, m->last + 1, "5") && ANY_WORD(p, m->first - 1, lead);
}

/* "3 on 3", "quarter on quarter": how a game is played, and against what it is held. */
static bool is_game(const struct parse *p, const struct measure *m, size_t *skip)
{
	struct number b;

	if (is_score(p, m, skip))
		return true;
	*skip = m->last + 2;
	if (is_office(p, m))
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

/* A bare number that counts nothing. */
static bool is_idle(const struct parse *p, const struct measure *m, size_t *skip)
{
	if (after_name(p, m)) {
		*skip = past_brackets(p, m->last); /* "Rule 12(b)(6)" */
		if (*skip == m->last)
			*skip = past_glued(p, m->last - 1); /* "FIPS 140-3" */
		return true;
	}
	if (is_game(p, m, skip) || is_generation(p, m, skip))
		return true;
	*skip = m->last;
	/* "Bayer 04", "agent 007" */
	if (m->number.integer && m->number.figures > 1 && p->text.ptr[p->t[m->first].begin] == '0')
		return true;
	/* "net-zero", "ground zero", "non-zero" */
	if (m->value == 0 && m->first &&
	    (at_word(p, m->first - 1, "net") || at_word(p, m->first - 1, "ground") ||
	     (m->first > 1 && at_sign(p, m->first - 1, '-') &&
	      (at_word(p, m->first - 2, "net") || at_word(p, m->first - 2, "non")))))
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

/* "9d2f1ab": letters and digits that go on where a unit ends. */
static bool goes_on(const struct parse *p, const struct measure *m)
{
	size_t i = m->last;

	return i > m->first + 1 && m->number.digits && at_glued(p, i - 1) && at_glued(p, i) &&
	       p->t[i - 1].kind == PF_TOKEN_WORD && p->t[i].kind != PF_TOKEN_SIGN;
}

/* "Ward 5C", "the stand is 54L", "the Canon 5D": a letter that could be a unit, behind a label. */
static bool is_lettered(const struct parse *p, const struct measure *m)
{
	size_t i = m->last - 1, k = m->first - 1;

	if (!m->number.integer || m->last != m->first + 2 || !at_glued(p, i) || !is_capital(p, i) ||
	    p->t[i].end - p->t[i].begin != 1)
		return false;
	if (m->kind == PF_QUANT_DURATION && is_capital(p, k) &&
	    !(p->t[k].flags & PF_TOKEN_SENTENCE))
		return true;
	if (at_bytes(p, i, "V") || at_bytes(p, i, "W"))
		return false;
	if (k && at_word(p, k, "is")) {
		if (at_bytes(p, i, "C") || !at_end(p, m->last))
			return false;
		k--;
	}
	return at_class(p, k, LEX_LABEL);
}

/* "Article 22 bars it", "Rule 4(m)": what is a unit in form, after a label */
static bool has_no_unit(const struct parse *p, const struct measure *m)
{
	if (at_sign(p, m->first + 1, '(') && at_glued(p, m->first + 1))
		return at_any(p, m->first - 1, LEX_BIT(LABEL) | LEX_BIT(NAME));
	return m->kind == PF_QUANT_QUANTITY && m->last == m->first + 2 &&
	       !at_glued(p, m->last - 1) && is_capital(p, m->first - 1) &&
	       at_class(p, m->first - 1, LEX_LABEL) && acts_on(p, m->last - 1);
}

/* "filmed in [4K]", "asked about 8K": what is shown or filmed so */
static bool leads_picture(const struct parse *p, size_t i)
{
	static const char leads[][WORD_ROOM] = {"in", "says", "support", "supports", "supported"};
	static const char asks[][WORD_ROOM] = {"ask", "asks", "asked", "asking"};

	return i &&
	       (ANY_WORD(p, i - 1, leads) ||
		(i > 1 &&
		 (at_word(p, i - 1, "about") || (at_word(p, i - 1, "for") && at_end(p, i + 2))) &&
		 ANY_WORD(p, i - 2, asks)));
}

/* "filmed in 4K", "workers at 3M": a picture and a company, whatever else they would be worth. */
static bool is_brand(const struct parse *p, const struct measure *m)
{
	static const char lead[][WORD_ROOM] = {"by", "from", "with", "and"};
	size_t i = m->first;

	if (m->last != i + 2 || !at_glued(p, i + 1))
		return false;
	/* "seats 4A and 4B" */
	if (i > 2 && at_bytes(p, i + 1, "B") && at_word(p, i - 1, "and") &&
	    at_bytes(p, i - 2, "A") && at_glued(p, i - 2) && at_number(p, i - 3))
		return true;
	if (at_bytes(p, i + 1, "K"))
		return (m->value == 4000 || m->value == 8000) && leads_picture(p, i) &&
		       !counts_noun(p, m->last);
	if (m->value == 3e6 && at_bytes(p, i + 1, "M") && at_word(p, m->last, "tape"))
		return true;
	if (m->value != 3e6 || !at_bytes(p, i + 1, "M") || !is_word_token(p, m->last) ||
	    at_any(p, m->last, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION)))
		return false;
	/* "3M supplies the tape", "workers at 3M taught us" */
	if (!i || (p->t[i].flags & PF_TOKEN_SENTENCE))
		return !counts_noun(p, m->last) || acts_on(p, m->last);
	return !counts_noun(p, m->last) &&
	       (ANY_WORD(p, i - 1, lead) ||
		(i > 1 && at_word(p, i - 1, "at") && at_class(p, i - 2, LEX_POPULATION)));
}

/* "18f.example.org" */
static bool is_domain(const struct parse *p, const struct measure *m)
{
	size_t i = m->last;

	return i - m->first > 1 && p->t[i - 1].kind == PF_TOKEN_WORD && at_glued(p, i - 1) &&
	       at_sign(p, i, '.') && at_glued(p, i) && at_glued(p, i + 1) &&
	       p->t[i + 1].kind == PF_TOKEN_WORD && !(p->t[i + 1].flags & PF_TOKEN_CAPITAL);
}

/* "205/55 [R16]" */
static bool is_tyre(const struct parse *p, size_t i)
{
	return at_bytes(p, i, "R") && at_number(p, i + 1) && at_glued(p, i + 1);
}

bool is_noise(const struct parse *p, const struct measure *m, size_t *skip)
{
	if (m->kind != PF_QUANT_MONEY && (in_code(p, m->first) || is_domain(p, m))) {
		*skip = past_glued(p, m->first);
		return true;
	}
	if (is_clock(p, m, skip) || is_telephone(p, m, skip))
		return true;
	if (goes_on(p, m)) {
		*skip = past_glued(p, m->last);
		return true;
	}
	*skip = m->last;
	if ((m->number.slash && (is_saying(p, m->first, m->last) || is_tyre(p, m->last))) ||
	    is_blank(p, m) || is_all_round(p, m) || is_big_question(p, m) || is_emission(p, m))
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
	if (m->first && !m->bare && m->kind != PF_QUANT_MONEY && m->kind != PF_QUANT_PERCENT &&
	    (is_lettered(p, m) || has_no_unit(p, m) || (m->number.digits && is_performed(p, m))))
		return true;
	/* "the under-9s" */
	if (m->kind == PF_QUANT_DURATION && m->number.integer && m->first > 1 &&
	    at_bytes(p, m->last - 1, "s") && at_glued(p, m->first) &&
	    at_sign(p, m->first - 1, '-') &&
	    (at_word(p, m->first - 2, "under") || at_word(p, m->first - 2, "over")))
		return true;
	/* "60 Minutes called us" */
	if (m->kind == PF_QUANT_DURATION && m->number.digits && m->last == m->first + 2 &&
	    (p->t[m->first].flags & PF_TOKEN_SENTENCE) && is_capital(p, m->last - 1) &&
	    (tells_of_one(p, m->last) || told_of_one(p, m->last)))
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
		if (is_brand(p, m))
			return true;
		/* "a 401k plan" */
		if (m->number.letter && m->value > 400999 && m->value < 401001)
			return true;
		/* "12-B" as in "Room 12B", "Rule 10b-5" and "221B Baker Street" */
		if (!m->number.letter ||
		    !(describes(p, m->last) || after_name(p, m) || leads_name(p, m)))
			return false;
		*skip = past_glued(p, m->last - 1);
		return true;
	}
	if (m->number.article && !m->number.fraction)
		return true;
	return m->number.divisor == 0 && is_idle(p, m, skip);
}
