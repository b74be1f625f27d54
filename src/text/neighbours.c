#include "prfaq/text/neighbours.h"

#include <string.h>

#include "prfaq/base/mem.h"

#include "never_after.inc"

struct pf_small_words {
	const struct pf_tokens *tokens;
	uint64_t heads[SMALL_WORDS]; /* none has more than seven letters: they are their heads */
	uint8_t first[27];           /* of each letter, and behind the last */
	uint8_t v[];                 /* by the word's number: its index, plus one; 0: not met */
};

struct pf_small_words *pf_small_words_new(const struct pf_tokens *tokens)
{
	struct pf_small_words *small = pf_xcalloc(1, sizeof(*small) + tokens->n_words + 1);
	const uint64_t heads[] = {
#define X(word) PF_WORD_HEAD(#word),
		PF_SMALL_WORDS(X)
#undef X
	};
	uint8_t at = 0;

	small->tokens = tokens;
	memcpy(small->heads, heads, sizeof(heads));
	for (size_t letter = 0; letter < 27; letter++) {
		while (at < SMALL_WORDS && (heads[at] & 0xFF) - 'a' < letter)
			at++;
		small->first[letter] = at;
	}
	return small;
}

/* Index of the word, or SMALL_WORDS. */
static size_t find(const struct pf_small_words *small, uint64_t head)
{
	unsigned letter = (unsigned)(head & 0xFF) - 'a';

	if (letter >= 26)
		return SMALL_WORDS;
	for (size_t i = small->first[letter]; i < small->first[letter + 1]; i++)
		if (small->heads[i] == head)
			return i;
	return SMALL_WORDS;
}

/* Index of the small word that token i is, or SMALL_WORDS. */
static size_t small_word(struct pf_small_words *small, size_t i)
{
	const struct pf_token *t = &small->tokens->v[i];
	uint8_t *known = &small->v[small->tokens->word[i]];

	if (t->kind != PF_TOKEN_WORD || t->flags & PF_TOKEN_UPPER)
		return SMALL_WORDS;
	if (!*known)
		*known = (uint8_t)(find(small, t->head) + 1);
	return *known - 1u;
}

bool pf_never_neighbours(struct pf_small_words *small, size_t i)
{
	const struct pf_tokens *tokens = small->tokens;
	const struct pf_token *a, *b;
	size_t left, right;

	if (i + 1 >= tokens->n)
		return false;
	a = &tokens->v[i];
	b = a + 1;
	/* A gap of more than a line's end is something that was passed over. */
	if (b->flags & (PF_TOKEN_SENTENCE | PF_TOKEN_CAPITAL) || !(b->flags & PF_TOKEN_SPACED) ||
	    b->begin - a->end > 2)
		return false;
	if (i + 2 < tokens->n && b[1].sign == '-' && !(b[1].flags & PF_TOKEN_SPACED))
		return false;
	/* "Plan A is" names a thing. */
	if (a->flags & PF_TOKEN_CAPITAL && !(a->flags & PF_TOKEN_SENTENCE))
		return false;
	left = small_word(small, i);
	right = left < SMALL_WORDS ? small_word(small, i + 1) : SMALL_WORDS;
	return right < SMALL_WORDS && never_after[left] >> right & 1;
}
