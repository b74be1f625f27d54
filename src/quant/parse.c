#include "parse.h"

#include <string.h>

struct pf_slice token_text(const struct parse *p, size_t i)
{
	return pf_slice_cut(p->text, p->t[i].begin, p->t[i].end);
}

const struct lex_row *row_at(const struct parse *p, size_t i, enum lex_class class)
{
	if (!at_class(p, i, class))
		return NULL;
	return lexicon_row(p->entry[i], class, token_text(p, i));
}

const struct lex_row *next_row_at(const struct parse *p, size_t i, enum lex_class class,
				  uint16_t *seen)
{
	if (!at_class(p, i, class))
		return NULL;
	return lexicon_next(p->entry[i], class, token_text(p, i), seen);
}

bool is_word_at(const struct parse *p, size_t i, const char *lower_word)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD &&
	       pf_token_is(p->text, &p->t[i], lower_word);
}

bool is_bytes_at(const struct parse *p, size_t i, const char *bytes)
{
	return pf_slice_is(token_text(p, i), bytes);
}

bool at_end(const struct parse *p, size_t i)
{
	if (i >= p->n || (p->t[i].flags & PF_TOKEN_SENTENCE))
		return true;
	return p->t[i].kind == PF_TOKEN_SIGN && p->t[i].sign &&
	       strchr(".,;:!?)]", p->t[i].sign) != NULL;
}
