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
