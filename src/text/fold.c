#include "fold.h"

#include "prfaq/base/ascii.h"
#include "prfaq/base/utf8.h"

void pf_word_fold(struct pf_buf *out, struct pf_slice word)
{
	pf_buf_clear(out);
	pf_buf_reserve(out, 2 * word.len); /* a letter of two bytes may become one of three */
	for (size_t i = 0, len = 1; i < word.len; i += len, len = 1) {
		char c = word.ptr[i];
		uint32_t rune;

		if (!(c & 0x80)) {
			out->ptr[out->len++] = pf_ascii_lower(c);
			continue;
		}
		rune = pf_utf8_decode(word, i, &len);
		pf_buf_rune(out, rune == 0x2019 || rune == 0x2018 ? '\'' : pf_utf8_lower(rune));
	}
	out->ptr[out->len] = '\0';
}
