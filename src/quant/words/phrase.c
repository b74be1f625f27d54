/* Phrases beside a number: found by the word that stands next to it, then read away from it. */
#include "phrase.h"

#include <assert.h>

enum { WAY_WORDS = 3 };

/* Takes the first way off *rest ("no later, no more"): its words, and how many they are. */
static size_t next_way(const char **rest, struct pf_slice word[WAY_WORDS])
{
	const char *at = *rest;
	size_t n = 0;

	while (*at && *at != ',') {
		const char *begin = at;

		assert(n < WAY_WORDS);
		while (*at && *at != ' ' && *at != ',')
			at++;
		word[n++] = (struct pf_slice){begin, (size_t)(at - begin)};
		while (*at == ' ')
			at++;
	}
	while (*at == ',' || *at == ' ')
		at++;
	*rest = at;
	return n;
}

/* Do these words stand from token i on? */
static bool stand_at(const struct parse *p, size_t i, const struct pf_slice *word, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (i + k >= p->n || !pf_slice_equal_nocase(token_text(p, i + k), word[k]))
			return false;
	return true;
}

struct phrase find_phrase(const struct parse *p, size_t beside, bool back, enum lex_class class)
{
	bool goes_on = at_class(p, back ? beside - 1 : beside + 1, LEX_PHRASE);
	const struct lex_row *row;
	uint16_t seen = 0;

	while ((row = next_row_at(p, beside, class, &seen))) {
		const char *rest = row->name;

		if (*rest && !goes_on)
			continue;
		do {
			struct pf_slice word[WAY_WORDS];
			size_t n = next_way(&rest, word), first = beside - (back ? n : 0);

			if (n > beside && back)
				continue;
			if (stand_at(p, back ? first : beside + 1, word, n) &&
			    in_one_sentence(p, first + 1, first + n))
				return (struct phrase){row, n + 1};
		} while (*rest);
	}
	return (struct phrase){NULL, 0};
}
