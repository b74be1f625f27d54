#include "hash.h"

#include "prfaq/base/utf8.h"
#include "prfaq/text/token.h"

void hash_rune(struct hash *hash, uint32_t rune)
{
	char bytes[4];
	size_t n;

	if (rune == 0x2019 || rune == 0x2018) {
		hash_add(hash, '\'', 1);
		return;
	}
	n = pf_utf8_encode(pf_utf8_lower(rune), bytes);
	for (size_t i = 0; i < n; i++)
		hash_add(hash, (unsigned char)bytes[i], 1);
}

uint32_t pf_word_hash(struct pf_slice word)
{
	struct hash hash = {0};
	size_t len;

	for (size_t off = 0; off < word.len; off += len) {
		unsigned char c = (unsigned char)word.ptr[off];

		len = 1;
		if (c < 0x80)
			hash_add(&hash, c >= 'A' && c <= 'Z' ? c | 32 : c, 1);
		else
			hash_rune(&hash, pf_utf8_decode(word, off, &len));
	}
	return hash_end(&hash);
}
