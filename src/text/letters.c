#include "prfaq/text/letters.h"

#include "letters.inc"

/* 1 to 26; 0 for what is no letter. */
static unsigned letter(char c)
{
	unsigned n = (unsigned)(c | 0x20) - ('a' - 1);

	return n <= 26 ? n : 0;
}

bool pf_letters_fit(struct pf_slice word)
{
	unsigned a = 0, b, c;
	uint32_t fits = 1;

	if (word.len < 3) /* "ms", "ok": too short to tell */
		return true;
	b = letter(word.ptr[0]);
	if (!b)
		return true;
	for (size_t i = 1; i < word.len; i++) {
		c = letter(word.ptr[i]);
		if (!c)
			return true;
		fits &= follow[27 * a + b] >> c;
		a = b;
		b = c;
	}
	return fits & follow[27 * a + b] & 1; /* and the word may end there */
}
