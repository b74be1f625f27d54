/* Limits told by degree: it is slower there, some have agreed, it only works if. Who boasts may use
 * such words too, so nothing is earned by them. */
#include "equation.h"
#include "maybe.h"
#include "quants.h"
#include "words.h"

/* "It is slower", "accuracy is lower": less of what one wants. */
static bool is_worse(const struct pf_view *view, const struct pf_sentence *s, uint32_t i)
{
	static const char *const worse[] = {"slower", "worse",   "weaker",     "harder",
					    "poorer", "rougher", "unreliable", NULL};
	static const char *const less[] = {"lower", "less", "smaller", NULL};
	static const char *const wanted[] = {"accuracy", "precision", "recall", "coverage",
					     "quality",  "yield",     "range",  "response",
					     "uptake",   "margin",    NULL};

	return pf_token_among(view, i + 1, worse) ||
	       (pf_token_among(view, i + 1, less) && pf_tokens_any(view, s->first, i, wanted));
}

/* "It only works if the door is locked", "works only with a lid" */
static bool works_only(const struct pf_view *view, uint32_t i, uint32_t last)
{
	static const char *const works[] = {"works", "work", "helps", "help", "holds",
					    "runs",  "fits", "fit",   NULL};
	static const char *const given[] = {"if", "when", "where", "with", "while", "for", NULL};

	return i && i + 2 < last && PF_TOKEN_IS(view, i, "only") &&
	       (pf_token_among(view, i + 1, works) || pf_token_among(view, i - 1, works)) &&
	       pf_tokens_any(view, i + 1, i + 3, given);
}

/* "We're working on it": it is not there yet. */
static bool works_on_it(const struct pf_view *view, uint32_t i, uint32_t last)
{
	static const char *const we[] = {"we're", "i'm", "are", "am", NULL};
	static const char *const it[] = {"it", "this", "that", "a", "an", "both", NULL};

	return i && i + 2 < last && PF_TOKEN_IS(view, i, "working") &&
	       pf_token_among(view, i - 1, we) && PF_TOKEN_IS(view, i + 1, "on") &&
	       pf_token_among(view, i + 2, it);
}

/* "A few told us that they still bring it by hand" */
static bool some_still(const struct pf_view *view, const struct pf_sentence *s, uint32_t i)
{
	static const char *const some[] = {"few", "some", "several", "many", "most", NULL};

	return PF_TOKEN_IS(view, i, "still") && pf_tokens_any(view, s->first, i, some);
}

/* "Controller faults less so", "some of this may be the milder winter" */
static bool in_part(const struct pf_view *view, uint32_t i, uint32_t last)
{
	static const char *const it[] = {"this", "that", "it", "these", "those", NULL};
	static const char *const may[] = {"may", "might", "could", NULL};

	if (i + 1 < last && PF_TOKEN_IS(view, i, "less"))
		return PF_TOKEN_IS(view, i + 1, "so");
	return i + 3 < last && PF_TOKEN_IS(view, i, "some") && PF_TOKEN_IS(view, i + 1, "of") &&
	       pf_token_among(view, i + 2, it) && pf_token_among(view, i + 3, may);
}

/* "Two of our five largest publishers have agreed": so the others have not. */
static bool agreed_in_part(const struct pf_view *view, size_t sentence)
{
	static const char *const agreed[] = {"agreed", "signed", "joined",  "accepted", "done",
					     "said",   "told",   "replied", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);
	const struct pf_quant *v = view->quants->v;

	for (size_t q = qs->first + 1; q < qs->first + qs->n; q++)
		if (pf_quant_is_whole_of(view, q) && v[q - 1].value < v[q].value &&
		    pf_tokens_any(view, v[q].last, s->last, agreed))
			return true;
	return false;
}

static bool tells_limit(const struct pf_view *view, size_t sentence)
{
	static const char *const is[] = {"is", "are", "was", "were", NULL};
	static const char *const signs[] = {"only", "working", "still", "is",   "are",
					    "was",  "were",    "less",  "some", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	for (uint32_t i = pf_sentence_find(view, sentence, signs); i < s->last;
	     i = pf_tokens_find(view, i + 1, s->last, signs))
		if (works_only(view, i, s->last) || works_on_it(view, i, s->last) ||
		    some_still(view, s, i) || in_part(view, i, s->last) ||
		    (i + 1 < s->last && pf_token_among(view, i, is) && is_worse(view, s, i)))
			return true;
	return agreed_in_part(view, sentence);
}

bool pf_maybe_limits(const struct pf_view *view, struct pf_range answer)
{
	size_t first, last;

	for (pf_view_sentences(view, answer, &first, &last); first < last; first++)
		if (tells_limit(view, first))
			return true;
	return false;
}
