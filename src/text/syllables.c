/*
 * Syllables by rule: groups of vowels, less the silent "e", more where two
 * vowels are spoken apart. The words the rules get wrong are in a table.
 */
#include <string.h>

#include "prfaq/base/ascii.h"
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
	while (*set && *set != c)
		set++;
	return c && *set;
}

/* ASCII letters in lower case, accents taken off, anything else dropped. */
static void spell(struct word *w, struct pf_slice word)
{
	static const char plain[] =
		"aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";

	w->n = 0;
	for (size_t i = 0; i < word.len && w->n < WORD_MAX; i++) {
		unsigned char c = (unsigned char)pf_ascii_lower(word.ptr[i]);

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
	if (c == 'u' && before == 'g' && is_one_of(after, "aei") &&
	    (i + 2 < w->n || (after == 'e' && !ends(w, "argue"))))
		return false;
	/* "player", "beyond", "year": a consonant between vowels and before one. */
	if (c == 'y' && is_vowel(after) && (!i || is_vowel(before)))
		return false;
	return true;
}

static bool at(const struct word *w, unsigned i, const char *letters)
{
	return !strncmp(w->s + i, letters, strlen(letters));
}

static bool vowel_before(const struct word *w, unsigned i)
{
	while (i--)
		if (is_vowel(w->s[i]))
			return true;
	return false;
}

/* "i" before another vowel: apart in "me-dia", joined in "spe-cial", "mil-lion", "Geor-gia". */
static bool apart_after_i(const struct word *w, unsigned i)
{
	char b = w->s[i + 1], before = i ? w->s[i - 1] : '\0';
	bool last = i + 2 == w->n;

	switch (b) {
	case 'a':
		if (at(w, i, "iag"))
			return false;
		if (is_one_of(before, "ctsg"))
			return is_one_of(before, "ct") && (last || at(w, i, "iat"));
		return !((before == 'l' &&
			  ((at(w, i, "ian") && !at(w, i, "iance")) || at(w, i, "iar") || last)) ||
			 (before == 'n' && last));
	case 'o':
		if (at(w, i, "ior"))
			return !is_one_of(before, "nv");
		return !is_one_of(before, "tscgxh") &&
		       !(before == 'l' && i > 1 && w->s[i - 2] == 'l') &&
		       !(before == 'n' && at(w, i, "ion"));
	case 'u': return !is_one_of(before, "cnl");
	case 'e':
		if (at(w, i, "ien"))
			return !(is_one_of(before, "ct") || (i && at(w, i - 1, "riend"))) ||
			       (i > 1 && w->s[i - 2] == 's');
		if (!strcmp(w->s + i, "ier") || !strcmp(w->s + i, "iers") ||
		    !strcmp(w->s + i, "iest"))
			return vowel_before(w, i);
		return at(w, i, "iet");
	default: return false;
	}
}

static bool apart_after_e(const struct word *w, unsigned i)
{
	char b = w->s[i + 1], before = i ? w->s[i - 1] : '\0';

	switch (b) {
	case 'o': return before == 'g' ? i == 1 && w->s[3] != 'r' : before != 'p';
	case 'i': return at(w, i, "eing");
	case 'u': return at(w, i, "eum");
	case 'a':
		if (i + 2 == w->n || !strcmp(w->s + i, "ean") || !strcmp(w->s + i, "eas"))
			return vowel_before(w, i); /* "i-dea", but "sea" */
		if (before == 'r' && (at(w, i, "eact") || at(w, i, "eali")))
			return true;
		return at(w, i, "eat") && i > 1 && !at(w, i, "eature") &&
		       ((before == 'r' && w->s[i - 2] == 'c') ||
			(before == 'h' && w->s[i - 2] == 't' && i == 2));
	default: return false;
	}
}

/* Two vowels side by side, spoken apart: "me-dia", "vid-eo", "ac-tu-al", "go-ing". */
static bool apart(const struct word *w, unsigned i)
{
	char b = w->s[i + 1], before = i ? w->s[i - 1] : '\0';

	switch (w->s[i]) {
	case 'i': return apart_after_i(w, i);
	case 'e': return apart_after_e(w, i);
	case 'u':
		if (b == 'a')
			return is_one_of(before, "tdnrvslx") || !i;
		if (b == 'o')
			return before != 'q' && before != 'b';
		return at(w, i, "uin");
	case 'a': return b == 'o' || at(w, i, "aing");
	case 'o': return at(w, i, "oet") || at(w, i, "oem") || at(w, i, "oing");
	case 'y': return is_one_of(b, "iao");
	default: return false;
	}
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
	/* "tech-nique", "league": the "u" is not spoken either; "ta-ble", "cen-tre" are. */
	if (ends(w, "e"))
		return ends(w, "que") || (ends(w, "gue") && !ends(w, "argue")) ||
		       (!is_vowel(w->s[n - 2]) &&
			!(is_one_of(w->s[n - 2], "lr") && !is_vowel(w->s[n - 3]) &&
			  w->s[n - 2] != w->s[n - 3]));
	if (n < 4)
		return false;
	if (ends(w, "ques") || ends(w, "gues") || ends(w, "yed"))
		return w->s[n - 3] == 'u' || is_vowel(w->s[n - 4]);
	if (is_vowel(w->s[n - 3]))
		return false;
	if (ends(w, "es"))
		return !is_sibilant_before(w, 2) &&
		       !(is_one_of(w->s[n - 3], "lr") && !is_vowel(w->s[n - 4]));
	if (ends(w, "ed"))
		return !is_one_of(w->s[n - 3], "td") &&
		       !(is_one_of(w->s[n - 3], "lr") && !is_vowel(w->s[n - 4]) &&
			 w->s[n - 3] != w->s[n - 4] && w->s[n - 4] != 'r' && w->s[n - 4] != 'w');
	return false;
}

/* "e" before a suffix that was put behind it: "move-ment", "like-ly", "some-thing". */
static bool is_suffix(const char *end)
{
	static const char *const suffixes[] = {
		"ly",   "ment",  "ments", "ful",   "fully", "less",  "lessly", "ness",
		"some", "thing", "time",  "times", "where", "body",  "one",    "work",
		"line", "lines", "place", "ship",  "what",  "how",   "man",    "men",
		"side", "fore",  "land",  "print", "board", "room",  "page",   "style",
		"hold", "sale",  "mark",  "marks", "book",  "books", "way",    "house",
		"ware", "cast",  "ball",  "day",   "well",  "guard", "speare",
	};

	for (size_t k = 0; k < sizeof(suffixes) / sizeof(*suffixes); k++)
		if (*end == *suffixes[k] && !strcmp(end, suffixes[k]))
			return true;
	return false;
}

static bool silent_inside(const struct word *w)
{
	for (unsigned i = 2; i + 2 < w->n; i++) {
		/* "element", "settlement": the "l" carries the syllable or belongs to the stem. */
		if (w->s[i] != 'e' || is_vowel(w->s[i - 1]) ||
		    (w->s[i - 1] == 'l' && !is_vowel(w->s[i - 2])))
			continue;
		if (is_suffix(w->s + i + 1))
			return true;
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
	if (ends(w, "ically"))
		n--;
	if (spoken_sm(w))
		n++;
	return n ? n : 1;
}

/* "DVD", "pm": letters said one by one, "w" in three; "hmm" is no abbreviation. */
static unsigned spelled_out(const struct word *w)
{
	unsigned n = 0;

	for (unsigned i = 0; i < w->n; i++)
		n += w->s[i] == 'w' ? 3 : 1;
	return w->n > 4 || ends(w, "m") || ends(w, "h") ? 1 : n;
}

static bool has_vowel(const struct word *w)
{
	return strpbrk(w->s, "aeiouy") != NULL;
}

unsigned pf_syllables(struct pf_slice word)
{
	static const unsigned every = 5; /* "every-body": "ev-ry" and the rest */
	struct word w;
	unsigned known;

	spell(&w, word);
	if (!w.n)
		return 1;
	known = pf_syllable_exception(w.s);
	if (known)
		return known;
	if (!has_vowel(&w))
		return spelled_out(&w);
	if (w.n > every && !memcmp(w.s, "every", every)) {
		w.n -= every;
		memmove(w.s, w.s + every, w.n + 1);
		return 2 + by_rule(&w);
	}
	return by_rule(&w);
}
