#include "parse.h"

bool is_word_at(const struct parse *p, size_t i, const char *lower_word)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD &&
	       pf_token_is(p->text, &p->t[i], lower_word);
}

bool is_bytes_at(const struct parse *p, size_t i, const char *bytes)
{
	return pf_slice_is(token_text(p, i), bytes);
}

/* Does a clause end between token i - 1 and token i? */
static bool parts_clauses(const struct parse *p, size_t i)
{
	if (p->t[i].flags & PF_TOKEN_SENTENCE)
		return true;
	switch (p->t[i - 1].sign) {
	case 0: return at_class(p, i - 1, LEX_CLAUSE);
	case ';':
	case ':':
	case '.':
	case '!':
	case '?':
	case '|': return true;
	case '-':
		return at_rune(p, i - 1, "\xE2\x80\x94") ||
		       (!at_glued(p, i - 1) && !at_glued(p, i));
	default: return false;
	}
}

void find_clauses(const struct parse *p, uint32_t *clause)
{
	for (size_t i = 0; i < p->n; i++)
		clause[i] = !i || parts_clauses(p, i) ? (uint32_t)i : clause[i - 1];
}
