/* Numbers that are part of a name: "S3", "us-east-1", "ISO 27001", "Step 3", "410 Terry Avenue". */
#include "noise.h"

#include <string.h>

static bool is_word(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD;
}

static bool capital(const struct parse *p, size_t i)
{
	return is_word(p, i) && (p->t[i].flags & PF_TOKEN_CAPITAL);
}

/* "Voyager", "macOS", "iPhone": a capital anywhere. */
static bool is_proper(const struct parse *p, size_t i)
{
	if (!is_word(p, i) || capital(p, i))
		return capital(p, i);
	for (uint32_t k = p->t[i].begin; k < p->t[i].end; k++)
		if (p->text.ptr[k] >= 'A' && p->text.ptr[k] <= 'Z')
			return true;
	return false;
}

size_t past_glued(const struct parse *p, size_t i)
{
	size_t k = i;

	while (k + 1 < p->n && at_glued(p, k + 1) &&
	       (p->t[k + 1].kind != PF_TOKEN_SIGN ||
		(p->t[k + 1].sign && strchr("-./:_#@+", p->t[k + 1].sign))))
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
		    at_class(p, i - 2, LEX_MAGNITUDE) &&
		    !(i > 3 && at_glued(p, i - 3) && is_word(p, i - 4)))
			return false;
		return is_year_at(p, i - 2) ||
		       (is_word(p, i - 2) && at_number(p, i) && !at_class(p, i - 2, LEX_LEAD)) ||
		       at_word(p, i - 2, "multi");
	case '.':
	case '/': return is_word(p, i - 2) && at_number(p, i);
	case '+': return at_number(p, i - 2);
	case '_': return p->t[i - 2].kind != PF_TOKEN_SIGN;
	default: return false;
	}
}

bool in_code(const struct parse *p, size_t i)
{
	if (!i || !at_glued(p, i))
		return false;
	return is_word(p, i - 1) || at_sign(p, i - 1, '#') || at_sign(p, i - 1, '^') ||
	       at_sign(p, i - 1, '@') || at_bytes(p, i - 1, "\xC2\xA7") || is_joint(p, i);
}

/* "Week 3: ...", "rollout month 6", where no preposition makes it a date; not "this week 18
 * clinics", "the first week 12 quit". */
static bool after_time(const struct parse *p, const struct measure *m)
{
	static const char *const those[] = {"this", "that",  "a",   "an",  "per",
					    "each", "every", "one", "the", "all"};
	size_t i = m->first - 1;

	if (!at_class(p, i, LEX_TIME) || at_glued(p, m->first) || !m->number.integer ||
	    m->number.figures > 3 || p->t[i].end - p->t[i].begin < 3 ||
	    p->text.ptr[p->t[i].end - 1] == 's' || counts_noun(p, m->last))
		return false;
	if (!i || (p->t[i].flags & PF_TOKEN_SENTENCE) || p->t[i - 1].kind == PF_TOKEN_SIGN)
		return true;
	for (size_t k = 0; k < sizeof(those) / sizeof(*those); k++)
		if (at_word(p, i - 1, those[k]))
			return false;
	return !at_number(p, i - 1) &&
	       !at_any(p, i - 1,
		       LEX_BIT(MODIFIER) | LEX_BIT(ORDINAL) | LEX_BIT(NUMBER) | LEX_BIT(MAGNITUDE));
}

/* Does the verb at i go with one thing? "40 are open" counts, "Java 21 is required" does not. */
static bool singular(const struct parse *p, size_t i)
{
	static const char *const verbs[] = {"is",   "was",    "has",   "does", "will",
					    "must", "should", "could", "can"};
	uint32_t end = i < p->n ? p->t[i].end : 0;

	for (size_t k = 0; k < sizeof(verbs) / sizeof(*verbs); k++)
		if (at_word(p, i, verbs[k]))
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

	if (!is_word(p, i) || !capital(p, i) || !(p->t[i].flags & PF_TOKEN_SENTENCE) ||
	    at_glued(p, m->first) || m->value <= 0 || at_any(p, i, other) || word.len < 3 ||
	    pf_slice_is(pf_slice_cut(word, word.len - 2, word.len), "ly"))
		return false;
	return singular(p, m->last) || (at_sign(p, m->last, ':') && at_glued(p, m->last));
}

/* "lines 12 and [13]", "phases 1 to [3]", "pages 3, 4 and [7]": the number before has a label. */
static bool listed_label(const struct parse *p, size_t i)
{
	for (int k = 0; k < 4 && i > 2; k++, i -= 2) {
		i -= at_sign(p, i - 2, ',') && i > 3; /* "3, 4, and 7" */
		if (!at_number(p, i - 2) || at_end(p, i - 2) ||
		    !(at_word(p, i - 1, "and") || at_word(p, i - 1, "or") ||
		      at_word(p, i - 1, "to") || at_word(p, i - 1, "through") ||
		      at_sign(p, i - 1, ',') || at_sign(p, i - 1, '-') || at_sign(p, i - 1, '&')))
			return false;
		if (at_class(p, i - 3, LEX_LABEL) && !at_glued(p, i - 2))
			return p->text.ptr[p->t[i - 3].end - 1] == 's';
	}
	return false;
}

/* "Step 3", "Section 4.2"; "order 5 lamps" only where the noun is a verb too. */
static bool after_label(const struct parse *p, const struct measure *m)
{
	size_t i = m->first - 1;
	bool decimal = m->number.digits && !m->number.integer, point, sentence;

	if (after_time(p, m) || (m->number.integer && listed_label(p, m->first)))
		return true;
	/* "Version: 2.0" */
	if (i && at_sign(p, i, ':') && at_glued(p, i))
		return decimal && (at_word(p, i - 1, "version") || at_word(p, i - 1, "release"));
	point = i && at_sign(p, i, '.') && at_glued(p, i) && !at_glued(p, m->first) &&
		p->t[i].begin - p->t[i - 1].begin < 5; /* "Apt. 7B" */
	i -= point;
	sentence = p->t[i].flags & PF_TOKEN_SENTENCE;
	if (!at_class(p, i, LEX_LABEL) || at_glued(p, m->first) ||
	    (at_word(p, i, "no") && !sentence && !point))
		return false;
	/* "A 3:" and "a 404 page", but "a 1,000-person trial" */
	if (at_word(p, i, "a") && m->value >= 100 && at_sign(p, m->last, '-'))
		return false;
	if (at_class(p, i, LEX_IMPERATIVE))
		return !decimal && (!counts_noun(p, m->last) || singular(p, m->last + 1) ||
				    at_word(p, m->last + 1, "are"));
	if (decimal)
		return capital(p, i) || at_word(p, i, "version") || at_word(p, i, "release");
	return capital(p, i) || !counts_noun(p, m->last);
}

bool after_name(const struct parse *p, const struct measure *m)
{
	size_t i = m->first;

	if (!i || (p->t[i].flags & PF_TOKEN_SENTENCE))
		return false;
	if (!m->number.digits) /* "phase two" */
		return m->value < 20 && !m->number.fraction && after_label(p, m) &&
		       !counts_noun(p, m->last);
	if (at_class(p, i - 1, LEX_NAME) || at_sign(p, i - 1, '#') || after_label(p, m) ||
	    in_subject(p, m))
		return true;
	/* a capital inside the sentence: "Voyager 2", "South 32 Ltd", "WA 98109", "TLS 1.3" */
	if (!is_proper(p, i - 1) || at_glued(p, i) || m->number.figures > 5 || m->value < 0 ||
	    at_class(p, i - 1, LEX_MONTH) || at_class(p, i - 1, LEX_PREPOSITION) ||
	    (at_class(p, i - 1, LEX_NOT_NOUN) && !at_bytes(p, i - 1, "US")))
		return false;
	/* "an RTX 4090 card" */
	if (i > 1 && p->t[i - 1].flags & PF_TOKEN_UPPER && m->number.integer &&
	    (at_word(p, i - 2, "a") || at_word(p, i - 2, "an")))
		return true;
	/* "Wi-Fi 6 routers" */
	if (i > 2 && at_sign(p, i - 2, '-') && at_glued(p, i - 1) && capital(p, i - 3))
		return true;
	return !(p->t[i - 1].flags & PF_TOKEN_SENTENCE && capital(p, i - 1)) &&
	       (!counts_noun(p, m->last) || at_class(p, m->last, LEX_VERB));
}

/* What HTTP answers when it fails. */
static bool is_status(double v)
{
	return (v >= 400 && v <= 404) || v == 429 || (v >= 500 && v <= 504);
}

bool leads_name(const struct parse *p, const struct measure *m)
{
	size_t i = m->last;

	for (size_t k = i; k < i + 4 && capital(p, k) && !at_glued(p, k); k++)
		if (k > i && at_class(p, k, LEX_STREET))
			return true;
	if (is_status(m->value) && (at_word(p, i, "error") || at_word(p, i, "errors") ||
				    at_word(p, i, "response") || at_word(p, i, "responses")))
		return true;
	return at_word(p, i, "whys") || (at_word(p, i, "not") && at_word(p, i + 1, "found"));
}
