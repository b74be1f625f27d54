#include "words.h"

#include <string.h>

struct pf_range pf_quant_span(const struct pf_quant *q)
{
	return (struct pf_range){q->begin, q->end};
}

bool pf_token_among(const struct pf_view *view, uint32_t token, const char *const *words)
{
	const struct pf_token *t = &view->tokens->v[token];
	char c = pf_token_initial(view->text, t);

	for (; *words; words++)
		if ((**words == c || c & 0x80) && pf_token_reads(view->text, t, *words))
			return true;
	return false;
}

bool pf_tokens_any(const struct pf_view *view, uint32_t first, uint32_t last,
		   const char *const *words)
{
	for (uint32_t i = first; i < last; i++)
		if (pf_token_among(view, i, words))
			return true;
	return false;
}

bool pf_tokens_only(const struct pf_view *view, uint32_t first, uint32_t last,
		    const char *const *words)
{
	for (uint32_t i = first; i < last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind == PF_TOKEN_SIGN ? t->sign && strchr(";.!?|", t->sign) != NULL
					     : !pf_token_among(view, i, words))
			return false;
	}
	return true;
}
