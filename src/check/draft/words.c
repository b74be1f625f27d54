#include "words.h"

#include <string.h>

#include "prfaq/base/mem.h"

/* A list has a bit, by its address; a word of the draft is compared with a list once. */
#define LISTS 64
#define SLOTS 256 /* of the hash that tells a list's bit */

struct pf_asked {
	const char *const *list[SLOTS];
	uint8_t bit[SLOTS];
	unsigned n;
	struct answers {
		uint64_t known, yes;
	} words[]; /* by the word's number */
};

struct pf_asked *pf_asked_new(const struct pf_tokens *tokens)
{
	struct pf_asked *asked;

	return pf_xcalloc(1, sizeof(*asked) + (tokens->n_words + 1) * sizeof(*asked->words));
}

/* The list's bit; 0 when there are more lists than bits. */
static uint64_t bit_of(struct pf_asked *asked, const char *const *list)
{
	size_t at = (uintptr_t)list / sizeof(*list) % SLOTS;

	while (asked->list[at] && asked->list[at] != list)
		at = (at + 1) % SLOTS;
	if (!asked->list[at]) {
		if (asked->n == LISTS)
			return 0;
		asked->list[at] = list;
		asked->bit[at] = (uint8_t)asked->n++;
	}
	return UINT64_C(1) << asked->bit[at];
}

static bool compare(const struct pf_view *view, uint32_t token, const char *const *words)
{
	const struct pf_token *t = &view->tokens->v[token];

	for (; *words; words++)
		if (pf_token_is(view->text, t, *words))
			return true;
	return false;
}

static inline bool is_among(const struct pf_view *view, uint32_t token, const char *const *words,
			    uint64_t bit)
{
	uint32_t word = view->tokens->word[token];
	struct answers *a = &view->asked->words[word];

	if (!word) /* a sign */
		return false;
	if (!bit)
		return compare(view, token, words);
	if (!(a->known & bit)) {
		a->known |= bit;
		a->yes |= compare(view, token, words) ? bit : 0;
	}
	return a->yes & bit;
}

bool pf_token_among(const struct pf_view *view, uint32_t token, const char *const *words)
{
	return is_among(view, token, words, bit_of(view->asked, words));
}

uint32_t pf_tokens_find(const struct pf_view *view, uint32_t first, uint32_t last,
			const char *const *words)
{
	uint64_t bit = bit_of(view->asked, words);

	while (first < last && !is_among(view, first, words, bit))
		first++;
	return first;
}

bool pf_tokens_any(const struct pf_view *view, uint32_t first, uint32_t last,
		   const char *const *words)
{
	return pf_tokens_find(view, first, last, words) < last;
}

bool pf_tokens_only(const struct pf_view *view, uint32_t first, uint32_t last,
		    const char *const *words)
{
	uint64_t bit = bit_of(view->asked, words);

	for (uint32_t i = first; i < last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind == PF_TOKEN_SIGN ? t->sign && strchr(";.!?|", t->sign) != NULL
					     : !is_among(view, i, words, bit))
			return false;
	}
	return true;
}
