#include "words.h"

#include <string.h>

#include "prfaq/base/mem.h"

/* What is known of a list, by its address: a bit for each way its words begin. By their first two
 * letters nearly all words are told that are not in it. */
#define SLOTS 512

struct pf_asked {
	const char *const *list; /* NULL: none yet */
	uint64_t begins;
};

struct pf_asked *pf_asked_new(void)
{
	return pf_xcalloc(SLOTS, sizeof(struct pf_asked));
}

/* By two bytes in any case; the second one of "a" is 0. A letter that is not plain may be any. */
static inline uint64_t beginning(unsigned char first, unsigned char second)
{
	return first & 0x80 || second & 0x80
		       ? UINT64_MAX
		       : UINT64_C(1) << (((first | 0x20u) * 7 + (second | 0x20u)) % 64);
}

static uint64_t beginnings(const char *const *words)
{
	uint64_t begins = 0;

	for (; *words; words++)
		begins |= beginning((unsigned char)(*words)[0], (unsigned char)(*words)[1]);
	return begins;
}

static inline uint64_t begins_of(const struct pf_view *view, const char *const *list)
{
	struct pf_asked *known = &view->asked[(uintptr_t)list / sizeof(*list) % SLOTS];

	if (known->list != list)
		*known = (struct pf_asked){list, beginnings(list)};
	return known->begins;
}

static bool compare(const struct pf_view *view, const struct pf_token *t, const char *const *words)
{
	for (; *words; words++)
		if (pf_token_is(view->text, t, *words))
			return true;
	return false;
}

static inline bool is_among(const struct pf_view *view, uint32_t token, const char *const *words,
			    uint64_t begins)
{
	const struct pf_token *t = &view->tokens->v[token];
	const char *at = view->text.ptr + t->begin;

	return t->kind != PF_TOKEN_SIGN &&
	       begins & beginning((unsigned char)at[0],
				  t->end - t->begin > 1 ? (unsigned char)at[1] : 0) &&
	       compare(view, t, words);
}

bool pf_token_among(const struct pf_view *view, uint32_t token, const char *const *words)
{
	return is_among(view, token, words, begins_of(view, words));
}

uint32_t pf_tokens_find(const struct pf_view *view, uint32_t first, uint32_t last,
			const char *const *words)
{
	uint64_t begins = begins_of(view, words);

	while (first < last && !is_among(view, first, words, begins))
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
	uint64_t begins = begins_of(view, words);

	for (uint32_t i = first; i < last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind == PF_TOKEN_SIGN ? t->sign && strchr(";.!?|", t->sign) != NULL
					     : !is_among(view, i, words, begins))
			return false;
	}
	return true;
}
