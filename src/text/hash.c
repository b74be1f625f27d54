#include "hash.h"

#include "eight.h"
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
		uint64_t bytes =
			word.len - off < 8 ? last_bytes(word, off) : pf_eight(word.ptr + off);
		uint32_t n = letters_of(bytes);

		len = n ? n : 1;
		if (n)
			hash_add(&hash, small_letters(bytes, n), n);
		else if (bytes & 0x80)
			hash_rune(&hash, pf_utf8_decode(word, off, &len));
		else
			hash_add(&hash, bytes & 0x7F, 1);
	}
	return hash_end(&hash);
}
