#include "prfaq/text/letters.h"

#include "letters.inc"
#include "prfaq/base/ascii.h"

/* 1 to 26; 0 for what is no letter. */
static unsigned letter(char c)
{
	return pf_ascii_is_letter(c) ? (unsigned)(pf_ascii_lower(c) - 'a') + 1 : 0;
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
