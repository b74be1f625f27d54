/* Words by their ending: what is counted, and whose it is. */
#include "noise.h"

bool counts_noun(const struct parse *p, size_t i)
{
	struct pf_slice s;

	if (at_class(p, i, LEX_POPULATION))
		return true;
	if (i >= p->n || p->t[i].kind != PF_TOKEN_WORD || at_class(p, i, LEX_NOT_NOUN) ||
	    (p->t[i].flags & PF_TOKEN_CAPITAL))
		return false;
	s = token_text(p, i);
	return s.len > 3 && s.ptr[s.len - 1] == 's' && s.ptr[s.len - 2] != 's';
}

bool is_owner(const struct parse *p, size_t i)
{
	struct pf_slice s = token_text(p, i);

	return s.len > 2 && s.ptr[s.len - 1] == 's' &&
	       (s.ptr[s.len - 2] == '\'' || (unsigned char)s.ptr[s.len - 2] == 0x99);
}
