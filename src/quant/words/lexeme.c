/* What is known of each token before the first quantity is read. */
#include "parse.h"

/* "2026", "23.04.2022", "5/12", "1st"; a day of the month shows by the month. */
static uint16_t number_may(const struct parse *p, size_t i)
{
	uint32_t width = p->t[i].end - p->t[i].begin;
	bool joined = at_glued(p, i + 1) && (p->t[i + 1].kind == PF_TOKEN_WORD ||
					     at_sign(p, i + 1, '-') || at_sign(p, i + 1, '/'));

	return MAY_MEASURE | MAY_DAY | (joined || width == 4 || width > 7 ? MAY_DATE : 0);
}

/* "-5", "-$5" */
static bool before_amount(const struct parse *p, size_t i)
{
	return i + 1 < p->n && p->t[i + 1].kind != PF_TOKEN_WORD &&
	       (!p->t[i + 1].sign || p->t[i + 1].sign == '$');
}

static uint16_t sign_may(const struct parse *p, size_t i)
{
	static const uint8_t may[UINT8_MAX + 1] = {
		[0] = MAY_MEASURE, /* another currency, a small fraction */
		['$'] = MAY_MEASURE,
		['('] = MAY_NOTE,
		['['] = MAY_NOTE,
		['_'] = MAY_NOTE,
		[';'] = MAY_CLAUSE | AT_END,
		[':'] = MAY_CLAUSE | AT_END,
		['.'] = MAY_CLAUSE | AT_END,
		['!'] = MAY_CLAUSE | AT_END,
		['?'] = MAY_CLAUSE | AT_END,
		[','] = AT_END,
		[')'] = AT_END,
		[']'] = AT_END,
		['|'] = MAY_CLAUSE,
	};
	uint8_t sign = p->t[i].sign;
	/* a dash parts two clauses, a hyphen two words */
	bool dash = sign == '-' &&
		    (at_rune(p, i, "\xE2\x80\x94") || (!at_glued(p, i) && !at_glued(p, i + 1)));

	bool amount = (sign == '-' || sign == '+') && before_amount(p, i);

	return may[sign] | (dash ? MAY_CLAUSE : 0) | (amount ? MAY_MEASURE : 0);
}

static bool is_short_word(const struct pf_token *t)
{
	return t->kind == PF_TOKEN_WORD && t->end - t->begin < 4;
}

/* May it go on with the measure that the word before it leads? A long word of which nothing is
 * known has no part in any, a short one may be a sign or a name for one. */
static bool may_be_led(const struct pf_token *t, const struct lexeme *l, uint32_t may)
{
	if (t->kind != PF_TOKEN_WORD)
		return true;
	return l->entry ? may & IS_LED : t->end - t->begin <= 4;
}

/* What may begin at token i, and of a word its entry and its classes. */
static uint32_t read_token(const struct parse *p, size_t i, struct lexeme *l)
{
	l->entry = l->set = 0;
	if (p->t[i].kind == PF_TOKEN_NUMBER)
		return number_may(p, i);
	if (p->t[i].kind == PF_TOKEN_SIGN)
		return sign_may(p, i);
	l->entry = lexicon_find(p->t[i].hash);
	l->set = lexicon_sets[l->entry];
	return lexicon_may[l->set] | (may_scale(p, i) ? MAY_MEASURE : 0); /* "MUSD 60" */
}

void find_lexemes(const struct parse *p, struct lexeme *out)
{
	uint32_t before = MAY_CLAUSE, back = 0; /* what may begin at the token before */

	for (size_t i = 0; i < p->n; i++) {
		const struct pf_token *t = &p->t[i];
		struct lexeme *l = &out[i];
		uint32_t may = read_token(p, i, l);

		if ((before & MAY_LEAD && may_be_led(t, l, may)) || /* "a hundred" */
		    (t->sign == '$' && i && is_short_word(t - 1)))  /* "HK$" */
			l[-1].may |= MAY_MEASURE;
		if (t->flags & PF_TOKEN_SENTENCE)
			may |= AT_END;
		back = (before & MAY_CLAUSE) || (t->flags & PF_TOKEN_SENTENCE) ? 0 : back + 1;
		l->back = (uint16_t)(back < UINT16_MAX ? back : UINT16_MAX);
		l->may = (uint16_t)may;
		before = may;
	}
	if (before & MAY_LEAD)
		out[p->n - 1].may |= MAY_MEASURE;
}
