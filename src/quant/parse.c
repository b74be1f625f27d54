#include "parse.h"

#include <string.h>

bool at_class(const struct parse *p, size_t i, enum lex_class class)
{
	return i < p->n && p->entry[i] && (lexicon_mask(p->lex, p->entry[i]) >> class & 1);
}

struct pf_slice token_text(const struct parse *p, size_t i)
{
	return pf_slice_cut(p->text, p->t[i].begin, p->t[i].end);
}

const struct lex_row *row_at(const struct parse *p, size_t i, enum lex_class class)
{
	if (!at_class(p, i, class))
		return NULL;
	return lexicon_row(p->lex, p->entry[i], class, token_text(p, i));
}

bool at_word(const struct parse *p, size_t i, const char *lower_word)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD &&
	       (p->text.ptr[p->t[i].begin] | 32) == *lower_word &&
	       pf_token_is(p->text, &p->t[i], lower_word);
}

bool at_sign(const struct parse *p, size_t i, char sign)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_SIGN && p->t[i].sign == (uint8_t)sign;
}

bool at_number(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_NUMBER;
}

bool at_glued(const struct parse *p, size_t i)
{
	return i < p->n && !(p->t[i].flags & PF_TOKEN_SPACED);
}

bool at_bytes(const struct parse *p, size_t i, const char *bytes)
{
	return i < p->n && pf_slice_is(token_text(p, i), bytes);
}

bool at_rune(const struct parse *p, size_t i, const char *utf8)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_SIGN && pf_slice_is(token_text(p, i), utf8);
}

bool at_end(const struct parse *p, size_t i)
{
	if (i >= p->n || (p->t[i].flags & PF_TOKEN_SENTENCE))
		return true;
	return p->t[i].kind == PF_TOKEN_SIGN && p->t[i].sign &&
	       strchr(".,;:!?)]", p->t[i].sign) != NULL;
}
