#include "parse.h"

#include <string.h>

static bool is_word(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD;
}

static bool capital(const struct parse *p, size_t i)
{
	return is_word(p, i) && (p->t[i].flags & PF_TOKEN_CAPITAL);
}

/* Words that may be joined to a number and leave it one: "sub-2-second", "near-100%". */
static bool may_lead(const struct parse *p, size_t i)
{
	static const char *const words[] = {"sub", "near", "non",    "pre", "post",
					    "mid", "over", "under",  "up",  "top",
					    "per", "to",   "approx", "plus"};

	for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++)
		if (at_word(p, i, words[k]))
			return true;
	return false;
}

/* Past everything glued to token i: the rest of a code such as "c5.xlarge" or "650-650-6500". */
static size_t past_glued(const struct parse *p, size_t i)
{
	size_t k = i;

	while (k + 1 < p->n && at_glued(p, k + 1) &&
	       (p->t[k + 1].kind != PF_TOKEN_SIGN ||
		(p->t[k + 1].sign && strchr("-./:_#@", p->t[k + 1].sign))))
		k++;
	return k + 1;
}

/* "2013-14" is a year */
static bool is_year_at(const struct parse *p, size_t i)
{
	int v;

	return parse_int(p, i, &v) && v >= 1900 && v < 2100 && p->t[i].end - p->t[i].begin == 4;
}

/* "S3", "COVID-19", "v2.0", "us-east-1": a number behind letters of a name. */
static bool in_code(const struct parse *p, size_t i)
{
	if (!i || !at_glued(p, i))
		return false;
	if (at_sign(p, i - 1, '-') && i > 1 && at_glued(p, i - 1) && is_year_at(p, i - 2))
		return true;
	if (is_word(p, i - 1) || at_sign(p, i - 1, '#') || at_sign(p, i - 1, '_') ||
	    at_sign(p, i - 1, '^') || at_sign(p, i - 1, '@'))
		return true;
	if ((at_sign(p, i - 1, '-') || at_sign(p, i - 1, '.')) && at_glued(p, i - 1) && i > 1 &&
	    (is_word(p, i - 2) || at_number(p, i - 2)))
		return is_word(p, i - 2) ? !may_lead(p, i - 2) && at_number(p, i) : false;
	return at_sign(p, i - 1, '/') && i > 1 && at_glued(p, i - 1) && is_word(p, i - 2) &&
	       at_number(p, i);
}

/* Phone numbers, ratios, times, versions: "138-2010-2015", "3:1", "9.30am", "1.10.30". */
static bool is_pattern(const struct parse *p, const struct measure *m, size_t *skip)
{
	size_t i = m->last, f = m->first;
	static const char *const pairs[] = {"24/7",  "9/11",  "7/24", "24/5",
					    "50/50", "80/20", "20/20"};
	struct pf_slice s = pf_slice_cut(p->text, p->t[f].begin, p->t[i - 1].end);

	for (size_t k = 0; k < sizeof(pairs) / sizeof(*pairs); k++)
		if (pf_slice_is(s, pairs[k]))
			return true;
	if (m->number.digits && at_sign(p, i, ':') && at_glued(p, i) && at_number(p, i + 1) &&
	    at_glued(p, i + 1)) {
		*skip = past_glued(p, i + 1);
		return true;
	}
	if (m->bare && m->number.digits &&
	    (at_word(p, i, "am") || at_word(p, i, "pm") || at_word(p, i, "o'clock") ||
	     ((at_word(p, i, "a") || at_word(p, i, "p")) && at_sign(p, i + 1, '.') &&
	      at_word(p, i + 2, "m")))) {
		*skip = i + 1;
		return true;
	}
	if (at_number(p, f) && at_sign(p, f + 1, '-') && at_number(p, f + 2) &&
	    at_sign(p, f + 3, '-') && at_number(p, f + 4) && at_glued(p, f + 4) &&
	    at_glued(p, f + 2)) {
		*skip = past_glued(p, f);
		return true;
	}
	return false;
}

/* "404 Not Found", "410 Terry Avenue", "5 Whys": a number that leads a name. */
static bool leads_name(const struct parse *p, const struct measure *m)
{
	size_t i = m->last;

	for (size_t k = i; k < i + 4 && is_word(p, k) && !at_glued(p, k); k++) {
		if (k > i && at_class(p, k, LEX_STREET) && capital(p, k))
			return true;
		if (!capital(p, k))
			break;
	}
	return at_word(p, i, "whys") || (at_word(p, i, "not") && at_word(p, i + 1, "found"));
}

bool counts_noun(const struct parse *p, size_t i)
{
	struct pf_slice s;

	if (!is_word(p, i) || at_class(p, i, LEX_NOT_NOUN) || (p->t[i].flags & PF_TOKEN_CAPITAL))
		return at_class(p, i, LEX_POPULATION);
	s = token_text(p, i);
	return at_class(p, i, LEX_POPULATION) ||
	       (s.len > 3 && s.ptr[s.len - 1] == 's' && s.ptr[s.len - 2] != 's');
}

static bool lone_year(const struct parse *p, const struct measure *m)
{
	if (!m->number.integer || m->number.figures != 4 || m->value < 1900 || m->value > 2099)
		return false;
	if (counts_noun(p, m->last))
		return m->first &&
		       (at_word(p, m->first - 1, "in") || at_word(p, m->first - 1, "since"));
	return true;
}

/* "Step 3", "ISO 27001", "iPhone 15", "Day 1": what stands before makes it a name. */
static bool after_name(const struct parse *p, const struct measure *m)
{
	size_t i = m->first;
	bool sentence;

	if (!i || (p->t[i].flags & PF_TOKEN_SENTENCE) || !m->number.digits)
		return false;
	if (at_class(p, i - 1, LEX_NAME))
		return true;
	if (at_sign(p, i - 1, '#') || (at_sign(p, i - 1, '.') && i > 1 && at_word(p, i - 2, "no")))
		return true;
	if (!m->number.integer && !(at_word(p, i - 1, "version") || at_word(p, i - 1, "release")))
		return false;
	sentence = p->t[i - 1].flags & PF_TOKEN_SENTENCE;
	if (at_class(p, i - 1, LEX_LABEL) && !at_glued(p, i))
		return !(at_word(p, i - 1, "no") && !sentence) && !counts_noun(p, m->last);
	/* a capital inside the sentence: "Voyager 2", "South 32 Ltd", "WA 98109" */
	return capital(p, i - 1) && !sentence && !at_class(p, i - 1, LEX_MONTH) &&
	       !at_class(p, i - 1, LEX_PREPOSITION) && !counts_noun(p, m->last) &&
	       !at_class(p, i - 1, LEX_NOT_NOUN) && m->number.figures <= 5;
}

/* A list's or a question's number: "1.", "2)", "3:" at the head of a line. */
static bool is_label(const struct parse *p, const struct measure *m)
{
	size_t i = m->last;

	if (!(p->t[m->first].flags & (PF_TOKEN_LINE | PF_TOKEN_SENTENCE)) || !m->number.integer)
		return false;
	return i + 1 < p->n && at_glued(p, i) && !at_glued(p, i + 1) &&
	       (at_sign(p, i, '.') || at_sign(p, i, ')') || at_sign(p, i, ':'));
}

/* "two-pizza", "one-click", "3-tier": a number that only describes. */
static bool describes(const struct parse *p, const struct measure *m)
{
	size_t i = m->last;

	return at_sign(p, i, '-') && at_glued(p, i) && at_glued(p, i + 1) && is_word(p, i + 1) &&
	       !at_class(p, i + 1, LEX_NUMBER);
}

/* "5G networks", "0\u21921": generations, and the phase before a product. */
static bool is_generation(const struct parse *p, const struct measure *m, size_t *skip)
{
	size_t i = m->last;

	if (at_glued(p, i) && is_word(p, i) && m->number.digits) {
		*skip = past_glued(p, i);
		return true;
	}
	if (at_sign(p, i, '>') && at_glued(p, i) && at_glued(p, i + 1) && m->value == 0 &&
	    at_bytes(p, i + 1, "1")) {
		*skip = i + 2;
		return true;
	}
	return at_word(p, i, "to") && m->value == 0 && at_bytes(p, i + 1, "1");
}

/* "one" says how many only beside something that counts. */
static bool idle_one(const struct parse *p, const struct measure *m)
{
	(void)p;
	return m->number.one;
}

bool is_noise(const struct parse *p, const struct measure *m, size_t *skip)
{
	*skip = m->last;
	if (m->kind != PF_QUANT_MONEY && in_code(p, m->first)) {
		*skip = past_glued(p, m->first);
		return true;
	}
	if (is_pattern(p, m, skip))
		return true;
	if (!m->bare)
		return m->kind == PF_QUANT_QUANTITY && after_name(p, m) &&
		       at_class(p, m->first - 1, LEX_NAME);
	if (m->number.magnitude && !is_generation(p, m, skip))
		return at_sign(p, m->last, '-') && at_glued(p, m->last) && describes(p, m) &&
		       m->number.letter;
	if (m->number.article && !m->number.fraction && !m->number.magnitude)
		return true;
	if (m->number.divisor != 0)
		return false;
	return is_label(p, m) || lone_year(p, m) || after_name(p, m) || leads_name(p, m) ||
	       describes(p, m) || is_generation(p, m, skip) || idle_one(p, m);
}
