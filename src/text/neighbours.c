#include "prfaq/text/neighbours.h"

#include <string.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"

#include "never_after.inc"

#define WORD_MAX 7 /* "because" */

static const char *const small_words[] = {
#define X(word) #word,
	PF_SMALL_WORDS(X)
#undef X
};

struct pf_small_words {
	const struct pf_tokens *tokens;
	uint32_t seconds[26]; /* by first letter, a bit for each second letter; bit 0: none */
	uint8_t v[];          /* by the word's number: its index, plus one; 0: not met */
};

static uint32_t second_of(char c)
{
	return UINT32_C(1) << (c & 31);
}

struct pf_small_words *pf_small_words_new(const struct pf_tokens *tokens)
{
	struct pf_small_words *small = pf_xcalloc(1, sizeof(*small) + tokens->n_words + 1);

	small->tokens = tokens;
	for (size_t i = 0; i < SMALL_WORDS; i++)
		small->seconds[small_words[i][0] - 'a'] |= second_of(small_words[i][1]);
	return small;
}

/* Index of the word, or SMALL_WORDS. */
static size_t find(const struct pf_small_words *small, struct pf_slice token)
{
	size_t low = 0, high = SMALL_WORDS;
	char word[WORD_MAX + 1] = "";

	if (token.len > WORD_MAX || !pf_ascii_is_letter(token.ptr[0]))
		return SMALL_WORDS;
	memcpy(word, token.ptr, token.len);
	word[0] = pf_ascii_lower(word[0]);
	if (!(small->seconds[word[0] - 'a'] & second_of(word[1])))
		return SMALL_WORDS;
	while (low < high) {
		size_t mid = (low + high) / 2;
		int order = word[0] - small_words[mid][0];

		if (order == 0)
			order = strcmp(word, small_words[mid]);
		if (order == 0)
			return mid;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return SMALL_WORDS;
}

/* Index of the small word that token i is, or SMALL_WORDS. */
static size_t small_word(struct pf_small_words *small, struct pf_slice text, size_t i)
{
	const struct pf_token *t = &small->tokens->v[i];
	uint8_t *known = &small->v[small->tokens->word[i]];

	if (t->kind != PF_TOKEN_WORD || t->flags & PF_TOKEN_UPPER)
		return SMALL_WORDS;
	if (!*known)
		*known = (uint8_t)(find(small, pf_slice_cut(text, t->begin, t->end)) + 1);
	return *known - 1u;
}

bool pf_never_neighbours(struct pf_small_words *small, struct pf_slice text, size_t i)
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
	left = small_word(small, text, i);
	right = left < SMALL_WORDS ? small_word(small, text, i + 1) : SMALL_WORDS;
	return right < SMALL_WORDS && never_after[left] >> right & 1;
}
