#include "words.h"

#include "prfaq/base/ascii.h"
#include "prfaq/base/utf8.h"
#include "prfaq/edit/editor.h"

uint32_t pf_rune_at(struct pf_gap *text, uint32_t off, uint32_t *len)
{
	uint32_t end = pf_gap_length(text);
	size_t n;
	uint32_t rune;

	rune = pf_utf8_decode(pf_gap_slice(text, off, end - off > 4 ? off + 4 : end), 0, &n);
	*len = (uint32_t)n;
	return rune;
}

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

uint32_t pf_rune_before(struct pf_gap *text, uint32_t off, uint32_t *len)
{
	uint32_t most = off < 4 ? off : 4;
	struct pf_slice s = pf_gap_slice(text, off - most, off);
	uint32_t back = 1, rune;
	size_t n;

	while (back < most && is_continuation(s.ptr[most - back]))
		back++;
	rune = pf_utf8_decode(s, most - back, &n);
	*len = n == back ? back : 1;
	return n == back ? rune : PF_RUNE_BAD;
}

bool pf_rune_in_word(uint32_t rune)
{
	if (rune < 0x80)
		return pf_ascii_is_digit((char)rune) || pf_ascii_is_letter((char)rune);
	return pf_utf8_is_letter(rune) || pf_utf8_width(rune) == 0;
}

/* What may stand inside a word, between two of its letters: "don't", "3.2", "e-mail". */
static bool joins(uint32_t rune)
{
	return rune == '\'' || rune == 0x2019 || rune == '-' || rune == '.' || rune == ',';
}

/* Goes over [begin, end) with the two runes before it in mind. */
static uint32_t count(struct pf_slice s, uint32_t before, uint32_t last)
{
	uint32_t words = 0;
	size_t len;

	for (size_t off = 0; off < s.len; off += len) {
		uint32_t rune = (unsigned char)s.ptr[off];

		len = 1;
		if (rune >= 0x80)
			rune = pf_utf8_decode(s, off, &len);
		if (pf_rune_in_word(rune) && !pf_rune_in_word(last) &&
		    !(joins(last) && pf_rune_in_word(before)))
			words++;
		before = last;
		last = rune;
	}
	return words;
}

uint32_t pf_words_in(struct pf_gap *text, uint32_t begin, uint32_t end)
{
	uint32_t len, before = ' ', last = ' ';

	if (begin) {
		last = pf_rune_before(text, begin, &len);
		if (begin > len)
			before = pf_rune_before(text, begin - len, &len);
	}
	return count(pf_gap_slice(text, begin, end), before, last);
}

uint32_t pf_edit_words(struct pf_slice text)
{
	return count(text, ' ', ' ');
}

uint32_t pf_words_back(const struct pf_gap *text, uint32_t off)
{
	for (uint32_t back = 1; back <= 3 && back <= off; back++)
		if (!is_continuation(pf_gap_byte(text, off - back)))
			return back;
	return 0;
}

uint32_t pf_words_on(struct pf_gap *text, uint32_t off)
{
	uint32_t end = pf_gap_length(text), at = off, len;

	while (at < end && at - off < 3 && is_continuation(pf_gap_byte(text, at)))
		at++;
	for (int i = 0; i < 3 && at < end; i++) {
		pf_rune_at(text, at, &len);
		at += len;
	}
	return at - off;
}
