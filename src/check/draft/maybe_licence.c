/* What is licensed to all costs nobody anything to begin with. */
#include "maybe.h"
#include "words.h"

/* "X, an open-source runtime", "it is open source", "MIT licensed", "under the Apache License": it
 * is free to begin with. "On an open-source stack" tells of another's. */
bool pf_maybe_open_source(const struct pf_view *view, size_t sentence)
{
	static const char *const free_of[] = {"open", "mit", "apache", "bsd", "gpl", "agpl", NULL};
	static const char *const licence[] = {"licensed", "license", "licence", "licenced", NULL};
	static const char *const is[] = {"is", "it's", "are", "as", "now", "fully", NULL};
	static const char *const a[] = {"a", "an", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_token *v = view->tokens->v;

	for (uint32_t i = pf_sentence_find(view, sentence, free_of); i + 1 < s->last;
	     i = pf_tokens_find(view, i + 1, s->last, free_of)) {
		uint32_t before = i > s->first && pf_token_among(view, i - 1, a) ? i - 1 : i;

		if (!PF_TOKEN_IS(view, i, "open")) {
			if (pf_tokens_any(view, i + 1, i + 4 < s->last ? i + 4 : s->last, licence))
				return true;
		} else if (before > s->first &&
			   PF_TOKEN_IS(view, i + 1u + (v[i + 1].kind == PF_TOKEN_SIGN), "source") &&
			   ((before < i && v[before - 1].sign == ',') ||
			    pf_token_among(view, before - 1, is))) {
			return true;
		}
	}
	return false;
}
