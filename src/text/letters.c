#include "prfaq/text/letters.h"

#include <stdint.h>

#include "letters.inc"

/* 1 to 26; 0 for what is no letter. */
static unsigned letter(char c)
{
	if (c >= 'a' && c <= 'z')
		return (unsigned)(c - 'a') + 1;
	return c >= 'A' && c <= 'Z' ? (unsigned)(c - 'A') + 1 : 0;
}

bool pf_letters_fit(struct pf_slice word)
{
	unsigned a = 0, b, c;
	bool fits = true;

	if (word.len < 3) /* "ms", "ok": too short to tell */
		return true;
	b = letter(word.ptr[0]);
	for (size_t i = 1; i <= word.len; i++) {
		c = i < word.len ? letter(word.ptr[i]) : 0;
		if (!b || (!c && i < word.len))
			return true;
		fits = fits && follow[27 * a + b] >> c & 1;
		a = b;
		b = c;
	}
	return fits;
}
