#include "prfaq/text/token.h"

#include <stdlib.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/utf8.h"

#include "eight.h"

/* The same for a word with a letter outside ASCII, from where the two stopped being plain. */
static bool rest_is(struct pf_slice text, size_t off, size_t end, const char *lower_word)
{
	size_t len, n;

	while (off < end && *lower_word) {
		uint32_t rune = pf_utf8_decode(text, off, &len);

		if (rune == 0x2019 || rune == 0x2018)
			rune = '\'';
		if (pf_utf8_lower(rune) != pf_utf8_decode(pf_slice_of(lower_word), 0, &n))
			return false;
		off += len;
		lower_word += n;
	}
	return off == end && !*lower_word;
}

/* The same of the bytes from `off` on. */
static bool all_is(struct pf_slice text, size_t off, size_t end, const char *lower_word)
{
	for (; off < end && *lower_word; off++, lower_word++) {
		char c = text.ptr[off];

		if ((c | *lower_word) & 0x80)
			return rest_is(text, off, end, lower_word);
		if (pf_ascii_lower(c) != *lower_word)
			return false;
	}
	return off == end && !*lower_word;
}

bool pf_token_reads(struct pf_slice text, const struct pf_token *token, const char *lower_word)
{
	uint64_t head = token->head;
	size_t off = token->begin;

	/* Nearly every word that is asked about is told by its head. */
	if (head)
		for (const char *c = lower_word;; c++, head >>= 8) {
			if (!head && c - lower_word == 8)
				break;
			if ((unsigned char)*c != (head & 0xFF))
				return false;
			if (!*c)
				return true;
		}
	/* Eight plain letters are the head's; of "couldn’t" the head is shorter than its bytes. */
	if (token->head && token->end - off >= 8 &&
	    !(pf_eight(text.ptr + off) & EACH_BYTE(UINT64_C(0x80)))) {
		off += 8;
		lower_word += 8;
	}
	return all_is(text, off, token->end, lower_word);
}

void pf_tokens_release(struct pf_tokens *tokens)
{
	if (!tokens)
		return;
	free(tokens->v);
	free(tokens->sentences.v);
	pf_signposts_release(&tokens->at);
	free(tokens->marks.v);
	free(tokens->word);
	*tokens = (struct pf_tokens){0};
}
