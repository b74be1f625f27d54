/* Numbers that a noun before them makes a name: "Step 3", "week 6", "Risk 4: ...", "lines 12 and
 * 13". */
#include "around.h"
#include "noise.h"

/* "Week 3: ...", "rollout month 6", where no preposition makes it a date; not "this week 18
 * clinics", "the first week 12 quit". */
static bool after_time(const struct parse *p, const struct measure *m)
{
	static const char those[][WORD_ROOM] = {"this", "that",  "a",   "an",  "per",
						"each", "every", "one", "the", "all"};
	size_t i = m->first - 1;

	if (!at_class(p, i, LEX_TIME) || at_glued(p, m->first) || !m->number.integer ||
	    m->number.figures > 3 || p->t[i].end - p->t[i].begin < 3 ||
	    p->text.ptr[p->t[i].end - 1] == 's')
		return false;
	if (counts_noun(p, m->last)) /* "Year 7 pupils" */
		return is_capital(p, i) && !at_class(p, m->last, LEX_POPULATION);
	if (!i || (p->t[i].flags & PF_TOKEN_SENTENCE) || p->t[i - 1].kind == PF_TOKEN_SIGN)
		return true;
	if (ANY_WORD(p, i - 1, those))
		return false;
	return !at_number(p, i - 1) &&
	       !at_any(p, i - 1,
		       LEX_BIT(MODIFIER) | LEX_BIT(ORDINAL) | LEX_BIT(NUMBER) | LEX_BIT(MAGNITUDE));
}

/* Does the verb at i go with one thing? "40 are open" counts, "Java 21 is required" does not. */
static bool singular(const struct parse *p, size_t i)
{
	static const char verbs[][WORD_ROOM] = {"is",   "was",    "has",   "does", "will",
						"must", "should", "could", "can"};
	uint32_t end = i < p->n ? p->t[i].end : 0;

	if (ANY_WORD(p, i, verbs))
		return true;
	return at_class(p, i, LEX_VERB) && p->text.ptr[end - 1] == 's';
}

/* "Kubernetes 1.29 is supported", "Risk 4: ...": a noun that opens the sentence, its number, and
 * what shows that the two are one. "About 40 will join" and "Today 40 can" begin otherwise. */
static bool in_subject(const struct parse *p, const struct measure *m)
{
	const uint64_t other = LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(FILLER) |
			       LEX_BIT(BOUND) | LEX_BIT(LINK) | LEX_BIT(PHRASE) | LEX_BIT(ORDINAL) |
			       LEX_BIT(NUMBER) | LEX_BIT(MODIFIER) | LEX_BIT(ROLE) |
			       LEX_BIT(BETTER) | LEX_BIT(WORSE) | LEX_BIT(UP) | LEX_BIT(DOWN) |
			       LEX_BIT(CLAUSE) | LEX_BIT(VERB) | LEX_BIT(REACH);
	size_t i = m->first - 1;
	struct pf_slice word = token_text(p, i);

	if (!is_word_token(p, i) || !is_capital(p, i) || !(p->t[i].flags & PF_TOKEN_SENTENCE) ||
	    at_glued(p, m->first) || m->value <= 0 || at_any(p, i, other) || word.len < 3 ||
	    pf_slice_ends(word, "ly"))
		return false;
	return singular(p, m->last) || (at_sign(p, m->last, ':') && at_glued(p, m->last)) ||
	       (at_word(p, m->last, "and") &&
		is_capital(p, m->last + 1)); /* "Maroon 5 and Adele" */
}

/* "scope 1 and 2": what is far from it counts, "step 3 and 40 users". */
static bool is_near(const struct parse *p, size_t a, size_t b)
{
	int x, y;

	return parse_int(p, a, &x) && parse_int(p, b, &y) && y > x && y - x <= 3;
}

/* "lines 12 and [13]", "phases 1 to [3]", "pages 3, 4 and [7]": the number before has a label. */
static bool listed_label(const struct parse *p, size_t first)
{
	size_t i = first;

	for (int k = 0; k < 4 && i > 2; k++, i -= 2) {
		i -= at_sign(p, i - 2, ',') && i > 3; /* "3, 4, and 7" */
		if (!at_number(p, i - 2) || at_end(p, i - 2) ||
		    !(at_word(p, i - 1, "and") || at_word(p, i - 1, "or") ||
		      at_word(p, i - 1, "to") || at_word(p, i - 1, "through") ||
		      at_sign(p, i - 1, ',') || at_sign(p, i - 1, '-') || at_sign(p, i - 1, '&')))
			return false;
		if (at_any(p, i - 3, LEX_BIT(LABEL) | LEX_BIT(NAME)) && !at_glued(p, i - 2))
			return p->text.ptr[p->t[i - 3].end - 1] == 's' ||
			       at_word(p, i - 3, "http") || is_near(p, i - 2, first);
	}
	return false;
}

bool label_before(const struct parse *p, size_t i)
{
	/* "Regulation (EU) 2016/679" */
	if (i > 3 && at_sign(p, i - 1, ')') && at_sign(p, i - 3, '('))
		i -= 3;
	return i && at_class(p, i - 1, LEX_LABEL);
}

/* "Step 3", "Section 4.2"; "order 5 lamps" only where the noun is a verb too. */
static bool has_label(const struct parse *p, const struct measure *m)
{
	static const char pointed[][WORD_ROOM] = {"version", "release", "section", "clause",
						  "chapter", "figure",  "table",   "rule"};
	size_t i = m->first - 1;
	bool decimal = m->number.digits && !m->number.integer, point, sentence;

	if (m->number.slash && label_before(p, m->first)) /* "Regulation (EU) 2016/679" */
		return true;
	/* "Version: 2.0" */
	if (i && at_sign(p, i, ':') && at_glued(p, i))
		return decimal && (at_word(p, i - 1, "version") || at_word(p, i - 1, "release"));
	point = i && at_sign(p, i, '.') && at_glued(p, i) && !at_glued(p, m->first) &&
		p->t[i].begin - p->t[i - 1].begin < 5; /* "Apt. 7B" */
	i -= point;
	sentence = p->t[i].flags & PF_TOKEN_SENTENCE;
	if (!at_class(p, i, LEX_LABEL) || at_glued(p, m->first) ||
	    (at_class(p, i, LEX_ROLE) && m->value > 20) || /* "baseline 640, goal 200" */
	    (at_word(p, i, "no") && !sentence && !point))
		return false;
	/* "A 3:" and "a 404 page", but "a 35-person firm", "a 5 to 10 day wait" */
	if (at_word(p, i, "a") &&
	    (at_sign(p, m->last, '-') || at_word(p, m->last, "to") || at_word(p, m->last, "or")))
		return false;
	if (at_class(p, i, LEX_IMPERATIVE))
		return !decimal && (!counts_noun(p, m->last) || singular(p, m->last + 1) ||
				    at_word(p, m->last + 1, "are"));
	if (decimal)
		return is_capital(p, i) || ANY_WORD(p, i, pointed);
	return is_capital(p, i) || !counts_noun(p, m->last) || at_class(p, m->last, LEX_VERB);
}

/* "ZIP code 60614", "Portland, OR 97208", "text HELP to 72345" */
static bool is_code_of_five(const struct parse *p, size_t i)
{
	if (i > 1 && at_word(p, i - 1, "code") && at_word(p, i - 2, "zip"))
		return true;
	if (i > 2 && at_word(p, i - 1, "to") && at_word(p, i - 3, "text"))
		return true;
	return i > 1 && at_sign(p, i - 2, ',') && p->t[i - 1].flags & PF_TOKEN_UPPER &&
	       p->t[i - 1].end - p->t[i - 1].begin == 2;
}

/* "The SKU is 4402", "call 911", "a recent version of Go (>= 1.13)": what is told has no amount. */
static bool is_identity(const struct parse *p, const struct measure *m)
{
	static const char ids[][WORD_ROOM] = {"sku", "extension", "ext",  "zip", "pin",
					      "id",  "code",      "port", "ref", "reference"};
	static const char dials[][WORD_ROOM] = {"call", "dial", "text", "phone"};
	static const char newer[][WORD_ROOM] = {"later", "newer"};
	size_t i = m->first;
	bool version = m->number.digits && !m->number.integer && !(m->number.scale > 0);

	/* "the build number is 22621" */
	if (i > 2 && at_word(p, i - 1, "is") && at_word(p, i - 2, "number"))
		return is_word_token(p, i - 3) && !at_class(p, i - 3, LEX_NOT_NOUN);
	if (i > 1 && at_word(p, i - 1, "is") && ANY_WORD(p, i - 2, ids))
		return true;
	if (m->number.figures == 3 && ANY_WORD(p, i - 1, dials))
		return !counts_noun(p, m->last);
	/* "type 2 diabetes", "ZIP code 60614" */
	if (at_word(p, i - 1, "type"))
		return m->number.figures == 1;
	if (m->number.figures == 5 && is_code_of_five(p, i))
		return true;
	/* "Log4j 2" */
	if (i > 2 && m->number.figures < 3 && is_word_token(p, i - 1) && at_glued(p, i - 1) &&
	    at_number(p, i - 2) && at_glued(p, i - 2))
		return !counts_noun(p, m->last);
	/* "Node.js 18 or later" */
	if (m->bare && at_word(p, m->last, "or") && ANY_WORD(p, m->last + 1, newer))
		return is_word_token(p, i - 1) && !at_any(p, i - 1, LEX_BIT(NOT_NOUN));
	for (size_t k = i; version && k-- > 0 && i - k < 8 && !at_end(p, k);)
		if (at_word(p, k, "version"))
			return true;
	return false;
}

bool after_label(const struct parse *p, const struct measure *m)
{
	return after_time(p, m) || (m->number.integer && listed_label(p, m->first)) ||
	       has_label(p, m) || (m->number.digits && (in_subject(p, m) || is_identity(p, m)));
}
