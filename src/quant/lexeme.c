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

static uint16_t sign_may(uint8_t sign)
{
	switch (sign) {
	case 0: /* another currency, a small fraction */
	case '$':
	case '-':
	case '+': return MAY_MEASURE;
	case '(':
	case '[':
	case '_': return MAY_NOTE;
	default: return 0;
	}
}

/* A long word that no table knows: it has no part in any quantity. */
static bool is_stranger(const struct parse *p, size_t i)
{
	return i < p->n && !p->lexeme[i].entry && p->t[i].kind == PF_TOKEN_WORD &&
	       p->t[i].end - p->t[i].begin > 4;
}

/* "HK$", "MUSD 60" */
static bool may_be_currency(const struct parse *p, size_t i)
{
	return (p->t[i].end - p->t[i].begin < 4 && at_sign(p, i + 1, '$')) || may_scale(p, i);
}

static uint16_t word_may(const struct parse *p, size_t i)
{
	uint16_t may = lexicon_may[p->lexeme[i].entry];

	/* "a hundred", "minus three" */
	if ((may & MAY_LEAD && !is_stranger(p, i + 1)) || may_be_currency(p, i))
		may |= MAY_MEASURE;
	return may;
}

static uint16_t entry_at(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD ? lexicon_find(p->t[i].hash) : 0;
}

void find_lexemes(const struct parse *p, struct lexeme *out)
{
	uint16_t next = entry_at(p, 0);
	uint32_t clause = 0;
	bool ended = false;

	for (size_t i = 0; i < p->n; i++) {
		const struct pf_token *t = &p->t[i];

		if (ended || (t->flags & PF_TOKEN_SENTENCE))
			clause = (uint32_t)i;
		out[i] = (struct lexeme){.clause = clause, .entry = next};
		next = entry_at(p, i + 1);
		if (i + 1 < p->n)
			out[i + 1].entry = next; /* what stands behind is asked about */
		if (t->kind == PF_TOKEN_WORD)
			out[i].may = word_may(p, i);
		else
			out[i].may =
				t->kind == PF_TOKEN_NUMBER ? number_may(p, i) : sign_may(t->sign);
		ended = t->kind == PF_TOKEN_SIGN ? sign_parts(p, i) : out[i].may & MAY_CLAUSE;
	}
}
