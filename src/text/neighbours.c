#include "prfaq/text/neighbours.h"

#include <string.h>

#include "never_after.inc"

#define WORD_MAX 7 /* "because" */

static const char *const small_words[] = {
#define X(word) #word,
	PF_SMALL_WORDS(X)
#undef X
};

/* Index of the small word, or SMALL_WORDS. */
static size_t small_word(struct pf_slice text, const struct pf_token *token)
{
	size_t low = 0, high = SMALL_WORDS;
	uint32_t len = token->end - token->begin;
	char word[WORD_MAX + 1] = "";

	if (token->kind != PF_TOKEN_WORD || token->flags & PF_TOKEN_UPPER || len > WORD_MAX)
		return SMALL_WORDS;
	memcpy(word, text.ptr + token->begin, len);
	if (word[0] >= 'A' && word[0] <= 'Z')
		word[0] = (char)(word[0] - 'A' + 'a');
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

bool pf_never_neighbours(struct pf_slice text, const struct pf_tokens *tokens, size_t i)
{
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
	left = small_word(text, a);
	right = left < SMALL_WORDS ? small_word(text, b) : SMALL_WORDS;
	return right < SMALL_WORDS && never_after[left] >> right & 1;
}
