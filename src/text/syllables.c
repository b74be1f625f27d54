/*
 * Syllables by rule: groups of vowels, less the silent "e", more where two
 * vowels are spoken apart. The words the rules get wrong are in a table.
 */
#include <string.h>

#include "prfaq/text/readability.h"
#include "syllables.h"

#define WORD_MAX 40u

struct word {
	char s[WORD_MAX + 1];
	unsigned n;
};

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

static bool ends(const struct word *w, const char *end)
{
	size_t n = strlen(end);

	return w->n >= n && !memcmp(w->s + w->n - n, end, n);
}

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

/* ASCII letters in lower case, accents taken off, anything else dropped. */
static void spell(struct word *w, struct pf_slice word)
{
	static const char plain[] =
		"aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";

	w->n = 0;
	for (size_t i = 0; i < word.len && w->n < WORD_MAX; i++) {
		unsigned char c = (unsigned char)word.ptr[i];

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + 32);
		if (c == 0xC3 && i + 1 < word.len)
			c = (unsigned char)plain[(unsigned char)word.ptr[++i] & 0x3F];
		if (c >= 'a' && c <= 'z')
			w->s[w->n++] = (char)c;
	}
	w->s[w->n] = '\0';
}

/* Is the letter at i the heart of a syllable's sound? */
static bool sounds(const struct word *w, unsigned i)
{
	char c = w->s[i], before = i ? w->s[i - 1] : '\0', after = w->s[i + 1];

	if (!is_vowel(c))
		return false;
	if (c == 'u' && before == 'q')
		return false;
	if (c == 'u' && before == 'g' && is_one_of(after, "aei") && i + 2 < w->n)
		return false;
	/* "player", "beyond", "year": a consonant between vowels and before one. */
	if (c == 'y' && is_vowel(after) && (!i || is_vowel(before)))
		return false;
	return true;
}

/* Two vowels side by side, spoken apart: "me-dia", "vid-eo", "ac-tu-al", "go-ing". */
static bool apart(const struct word *w, unsigned i)
{
	char a = w->s[i], b = w->s[i + 1], before = i ? w->s[i - 1] : '\0';
	bool last = i + 2 == w->n;

	if (a == 'i' && b == 'a')
		return !(is_one_of(before, "ct") && i + 2 < w->n) && before != 'r';
	if (a == 'i' && b == 'o')
		return !is_one_of(before, "tscgxn") || (before == 'n' && w->s[i + 2] != 'n');
	if (a == 'i' && b == 'u')
		return before != 'c';
	if (a == 'i' && b == 'e')
		return w->s[i + 2] == 't' || w->s[i + 2] == 'n';
	if (a == 'e' && b == 'o')
		return before != 'g' && before != 'p';
	if (a == 'u' && b == 'a')
		return is_one_of(before, "tdnrvslx") || !i;
	if (a == 'u' && b == 'o')
		return before != 'q' && before != 'b';
	if (a == 'y' && (b == 'i' || b == 'a' || b == 'o'))
		return true;
	if ((a == 'e' || a == 'o' || a == 'u' || a == 'a') && b == 'i')
		return w->s[i + 2] == 'n' && w->s[i + 3] == 'g';
	if (a == 'e' && b == 'a')
		return last || !strcmp(w->s + i, "ean");
	if (a == 'o' && b == 'e')
		return w->s[i + 2] == 't' || w->s[i + 2] == 'm';
	return false;
}

static unsigned count_groups(const struct word *w)
{
	unsigned n = 0;
	bool in = false;

	for (unsigned i = 0; i < w->n; i++) {
		bool now = sounds(w, i);

		if (now && (!in || (i && sounds(w, i - 1) && apart(w, i - 1))))
			n++;
		in = now;
	}
	return n;
}

static bool is_sibilant_before(const struct word *w, unsigned back)
{
	char c = w->n > back ? w->s[w->n - back - 1] : '\0';
	char d = w->n > back + 1 ? w->s[w->n - back - 2] : '\0';

	return is_one_of(c, "sxzcg") || (c == 'h' && (d == 'c' || d == 's'));
}

/* "e" at the end, alone or in "-es" and "-ed", that is written and not spoken. */
static bool silent_end(const struct word *w)
{
	unsigned n = w->n;

	if (n < 3)
		return false;
	if (ends(w, "e"))
		return !is_vowel(w->s[n - 2]) && !(w->s[n - 2] == 'l' && !is_vowel(w->s[n - 3]));
	if (n < 4 || is_vowel(w->s[n - 3]))
		return false;
	if (ends(w, "es"))
		return !is_sibilant_before(w, 2) && !(w->s[n - 3] == 'l' && !is_vowel(w->s[n - 4]));
	if (ends(w, "ed"))
		return !is_one_of(w->s[n - 3], "td") &&
		       !(is_one_of(w->s[n - 3], "lr") && !is_vowel(w->s[n - 4]) &&
			 w->s[n - 3] != w->s[n - 4] && w->s[n - 4] != 'r' && w->s[n - 4] != 'w');
	return false;
}

/* "e" before a suffix that was put behind it: "move-ment", "like-ly", "some-thing". */
static bool silent_inside(const struct word *w)
{
	static const char *const suffixes[] = {
		"ly",   "ment",  "ments", "ful",   "fully", "less", "lessly", "ness",
		"some", "thing", "time",  "times", "where", "body", "one",    "work",
		"line", "lines", "place", "ship",  "what",  "how",  "man",    "men",
		"side", "fore",  "land",  "print", "board", "room",
	};

	for (size_t k = 0; k < sizeof(suffixes) / sizeof(*suffixes); k++) {
		unsigned n = (unsigned)strlen(suffixes[k]);
		unsigned at;

		if (!ends(w, suffixes[k]) || w->n < n + 3)
			continue;
		at = w->n - n - 1;
		if (w->s[at] != 'e' || is_vowel(w->s[at - 1]))
			return false;
		/* "element", "settlement": the "l" carries the syllable or belongs to the stem. */
		return w->s[at - 1] != 'l' || is_vowel(w->s[at - 2]);
	}
	return false;
}

static bool spoken_sm(const struct word *w)
{
	return ends(w, "sm") || ends(w, "sms") || ends(w, "thm") || ends(w, "thms");
}

static unsigned by_rule(const struct word *w)
{
	unsigned n = count_groups(w);

	if (silent_end(w))
		n--;
	if (silent_inside(w) && n > 1)
		n--;
	if (spoken_sm(w))
		n++;
	return n ? n : 1;
}

unsigned pf_syllables(struct pf_slice word)
{
	struct word w;
	unsigned known;

	spell(&w, word);
	if (!w.n)
		return 1;
	known = pf_syllable_exception(w.s);
	return known ? known : by_rule(&w);
}
