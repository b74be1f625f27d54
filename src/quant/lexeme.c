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

static uint16_t word_may(const struct parse *p, size_t i, uint64_t classes)
{
	const uint64_t dates = LEX_BIT(MONTH) | LEX_BIT(HOLIDAY) | LEX_BIT(HOLIDAY_FIRST) |
			       LEX_BIT(SEASON) | LEX_BIT(ORDINAL) | LEX_BIT(PERIOD) | LEX_BIT(TIME);
	const uint64_t numbers = LEX_BIT(NUMBER) | LEX_BIT(MAGNITUDE) | LEX_BIT(FRACTION) |
				 LEX_BIT(CURRENCY) | LEX_BIT(CODE) | LEX_BIT(NATION) |
				 LEX_BIT(MULTIPLE) | LEX_BIT(CENT) | LEX_BIT(PERCENT);
	const uint64_t notes =
		LEX_BIT(TO_COME) | LEX_BIT(SOURCE) | LEX_BIT(ASSUMPTION) | LEX_BIT(VAGUE);
	uint16_t may = may_be_currency(p, i) ? MAY_MEASURE : 0;

	if ((classes & dates) || at_class(p, i, LEX_OCCASION))
		may |= MAY_DATE;
	if (classes & LEX_BIT(NUMBER))
		may |= MAY_DAY;
	/* "a hundred", "minus three" */
	if ((classes & numbers) || ((classes & LEX_BIT(BEGIN)) && !is_stranger(p, i + 1)))
		may |= MAY_MEASURE;
	if (classes & notes)
		may |= MAY_NOTE;
	return may;
}

void find_lexemes(const struct parse *p, struct lexeme *out)
{
	uint32_t clause = 0;
	bool ended = false;

	for (size_t i = 0; i < p->n; i++)
		out[i].entry = p->t[i].kind == PF_TOKEN_WORD ? lexicon_find(p->t[i].hash) : 0;
	for (size_t i = 0; i < p->n; i++) {
		uint64_t classes = lexicon_masks[out[i].entry];

		if (ended || (p->t[i].flags & PF_TOKEN_SENTENCE))
			clause = (uint32_t)i;
		out[i].clause = clause;
		ended = classes & LEX_BIT(CLAUSE);
		if (is_stranger(p, i)) {
			out[i].may = 0;
		} else if (p->t[i].kind == PF_TOKEN_WORD) {
			out[i].may = word_may(p, i, classes);
		} else if (p->t[i].kind == PF_TOKEN_NUMBER) {
			out[i].may = number_may(p, i);
		} else {
			out[i].may = sign_may(p->t[i].sign);
			ended = sign_parts(p, i);
		}
	}
}
