/* What is known of each token before the first quantity is read. */
#include "parse.h"

/* Does a clause end with the sign at i? */
static bool sign_parts(const struct parse *p, size_t i)
{
	switch (p->t[i].sign) {
	case ';':
	case ':':
	case '.':
	case '!':
	case '?':
	case '|': return true;
	case '-': return at_rune(p, i, "\xE2\x80\x94") || (!at_glued(p, i) && !at_glued(p, i + 1));
	default: return false;
	}
}

static uint16_t number_may(const struct parse *p, size_t i)
{
	bool date = p->t[i].end - p->t[i].begin > 3 || at_glued(p, i + 1);

	return MAY_MEASURE | MAY_DAY | (date ? MAY_DATE : 0);
}

static uint16_t sign_may(const struct parse *p, size_t i)
{
	uint16_t may = (sign_parts(p, i) ? MAY_CLAUSE : 0) | (is_stop(p->t[i].sign) ? AT_END : 0);

	switch (p->t[i].sign) {
	case 0: /* another currency, a small fraction */
	case '$':
	case '-':
	case '+': return may | MAY_MEASURE;
	case '(':
	case '[':
	case '_': return may | MAY_NOTE;
	default: return may;
	}
}

static bool is_short_word(const struct pf_token *t)
{
	return t->kind == PF_TOKEN_WORD && t->end - t->begin < 4;
}

/* Is nothing known of a word so long? Then it has no part in any quantity. */
static bool is_stranger(const struct pf_token *t, uint16_t entry)
{
	return !entry && t->kind == PF_TOKEN_WORD && t->end - t->begin > 4;
}

void find_lexemes(const struct parse *p, struct lexeme *out)
{
	const size_t n = p->n;
	uint32_t before = MAY_CLAUSE, back = 0; /* what may begin at the token before */

	for (size_t i = 0; i < n; i++) {
		const struct pf_token *t = &p->t[i];
		uint16_t entry = 0, set = 0, may;

		if (t->kind == PF_TOKEN_WORD) {
			entry = lexicon_find(t->hash);
			set = lexicon_sets[entry];
			may = lexicon_may[set];
			if (may_scale(p, i)) /* "MUSD 60" */
				may |= MAY_MEASURE;
		} else {
			may = t->kind == PF_TOKEN_NUMBER ? number_may(p, i) : sign_may(p, i);
			if (t->sign == '$' && i && is_short_word(t - 1)) /* "HK$" */
				out[i - 1].may |= MAY_MEASURE;
		}
		if (before & MAY_LEAD && !is_stranger(t, entry)) /* "a hundred", "minus three" */
			out[i - 1].may |= MAY_MEASURE;
		may |= t->flags & PF_TOKEN_SENTENCE ? AT_END : 0;
		back = before & MAY_CLAUSE || t->flags & PF_TOKEN_SENTENCE ? 0 : back + 1;
		out[i] = (struct lexeme){entry, set,
					 back < UINT16_MAX ? (uint16_t)back : UINT16_MAX, may};
		before = may;
	}
	if (before & MAY_LEAD)
		out[n - 1].may |= MAY_MEASURE;
}
