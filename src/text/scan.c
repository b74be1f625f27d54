/* Cuts a text into tokens: one look at every byte. */
#include "eight.h"
#include "hash.h"
#include "place.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"
#include "sentence.h"

#include <assert.h>
#include <string.h>

#define NO_TOKEN    UINT32_MAX
#define TOKEN_BYTES 4u /* fewer than there are to a token of prose, with the blank before it */

enum byte_class { SIGN, SPACE, LETTER, DIGIT, HIGH };

/* Classes of the 256 bytes; a table because this loop sees every byte of every draft. */
#define S SIGN
#define W SPACE
#define L LETTER
#define D DIGIT
#define H HIGH
/* clang-format off */
static const uint8_t classes[256] = {
	S, S, S, S, S, S, S, S, S, W, W, W, W, W, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
	W, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, D, D, D, D, D, D, D, D, D, D, S, S, S, S, S, S,
	S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, S, S, S, S, S,
	S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, S, S, S, S, S,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
};
/* clang-format on */
#undef S
#undef W
#undef L
#undef D
#undef H

struct scan {
	struct pf_tokens *out;
	struct pf_slice text;
	uint32_t at;
	uint32_t end;     /* of the stretch between two masks or breaks: no token passes it */
	uint8_t pending;  /* flags for the next token */
	uint32_t newline; /* newlines since the last token: two are a blank line */
	uint32_t quote;   /* token of the open quotation mark, or NO_TOKEN */
	uint32_t mark;    /* the rune of that mark */
	bool counted;     /* this run of unspaced tokens is already a word */
	uint32_t marked;  /* words before the last token with a mark */
};

static uint32_t decode(const struct scan *s, uint32_t off, uint32_t *len)
{
	size_t n;
	uint32_t rune = pf_utf8_decode((struct pf_slice){s->text.ptr, s->end}, off, &n);

	*len = (uint32_t)n;
	return rune;
}

static int class_at(const struct scan *s, uint32_t off)
{
	return off < s->end ? classes[(unsigned char)s->text.ptr[off]] : SPACE;
}

/* Zero-width signs that are drawn as nothing: they neither part nor make words. */
static bool is_ignored(uint32_t rune)
{
	return rune == 0xAD || (rune >= 0x200B && rune <= 0x200F) || rune == 0x2060 ||
	       rune == 0xFEFF;
}

/* Letters, the marks on them, and the small figures of "m²" and "CO₂". */
static bool continues_word(uint32_t rune)
{
	return pf_utf8_is_letter(rune) || rune == 0xB2 || rune == 0xB3 ||
	       (rune >= 0x2080 && rune <= 0x2089) || pf_utf8_width(rune) == 0;
}

/* Adds the token [s->at, end) and moves past it. */
static inline struct pf_token *push(struct scan *s, uint32_t end, enum pf_token_kind kind,
				    uint32_t hash, uint64_t head)
{
	struct pf_token *t = &s->out->v[s->out->n]; /* scan_stretch has made room */
	uint32_t before = s->out->words;

	if (s->newline)
		s->pending |= PF_TOKEN_LINE;
	if (s->newline > 1) {
		s->pending |= PF_TOKEN_SENTENCE;
		s->quote = NO_TOKEN;
	}
	if (s->pending & PF_TOKEN_SPACED)
		s->counted = false;
	if (kind != PF_TOKEN_SIGN && !s->counted) {
		s->out->words++;
		s->counted = true;
		s->pending |= PF_TOKEN_COUNTED;
	}
	if (pf_tokens_has_mark(s->out->n++))
		s->marked = before;
	*t = (struct pf_token){head,          s->at,      end, hash,
			       (uint8_t)kind, s->pending, 0,   (uint8_t)(before - s->marked)};
	s->pending = 0;
	s->newline = 0;
	s->at = end;
	return t;
}

/* True and *len when an apostrophe between two letters stands at off. */
static bool inner_apostrophe(const struct scan *s, uint32_t off, uint32_t *len)
{
	uint32_t n;

	*len = 1;
	if (s->text.ptr[off] != '\'') {
		uint32_t rune = decode(s, off, len);

		if (rune != 0x2019 && rune != 0x2018)
			return false;
	}
	if (off + *len >= s->end)
		return false;
	return class_at(s, off + *len) == LETTER || pf_utf8_is_letter(decode(s, off + *len, &n));
}

/* What is known of a word while its letters go by. */
struct spelling {
	struct hash hash;
	uint32_t letters;
	bool small; /* one of them is no capital */
	bool capital;
};

/* Past the ASCII letters at off: nearly all of nearly every word. */
static uint32_t plain_letters(const struct scan *s, uint32_t off, struct spelling *word)
{
	uint32_t n = 8;

	for (; n == 8; off += n) {
		uint64_t bytes = s->text.len - off >= 8 ? pf_eight(s->text.ptr + off)
							: last_bytes(s->text, off);

		n = letters_of(bytes);
		n = n < s->end - off ? n : s->end - off;
		if (!n)
			break;
		word->small |= (bytes & EACH_BYTE(32) & UINT64_MAX >> (64 - 8 * n)) != 0;
		word->letters += n;
		hash_add(&word->hash, small_letters(bytes, n), n);
	}
	return off;
}

/* Length of what goes on with the word at off, no plain letter; 0 when nothing does. */
static uint32_t other_letter(const struct scan *s, uint32_t off, struct spelling *word)
{
	bool apostrophe = s->text.ptr[off] == '\'';
	uint32_t len, rune;

	if (!apostrophe && !((unsigned char)s->text.ptr[off] & 0x80))
		return 0;
	rune = decode(s, off, &len);
	if (off > s->at && inner_apostrophe(s, off, &len))
		rune = '\'';
	else if (apostrophe || !(continues_word(rune) || is_ignored(rune)))
		return 0;
	if (off == s->at && pf_utf8_lower(rune) != rune)
		word->capital = true;
	if (!is_ignored(rune))
		hash_rune(&word->hash, rune);
	if (rune != '\'') {
		word->letters++;
		word->small |= pf_utf8_lower(rune) == rune;
	}
	return len;
}

/* A word of fewer than sixteen letters, all plain, as most are; false where it is another one. */
static bool scan_plain_word(struct scan *s)
{
	uint32_t room = s->end - s->at, n, more = 0;
	uint64_t first, rest = 0, small;
	char next;

	if (room < 8)
		return false;
	first = pf_eight(s->text.ptr + s->at);
	n = letters_of(first);
	if (n == 8) {
		if (room < 16)
			return false;
		rest = pf_eight(s->text.ptr + s->at + 8);
		more = letters_of(rest);
		if (more == 8)
			return false;
	}
	next = s->text.ptr[s->at + n + more];
	if (next & 0x80 || next == '\'')
		return false;
	small = (first & UINT64_MAX >> (64 - 8 * n)) & EACH_BYTE(32);
	rest = more ? rest & UINT64_MAX >> (64 - 8 * more) : 0;
	if (!(small & 32))
		s->pending |= n > 1 && !small && !(rest & EACH_BYTE(32))
				      ? PF_TOKEN_CAPITAL | PF_TOKEN_UPPER
				      : PF_TOKEN_CAPITAL;
	first = small_letters(first, n);
	if (n == 8)
		push(s, s->at + 8 + more, PF_TOKEN_WORD,
		     hash_long(first, more ? small_letters(rest, more) : 0), first);
	else
		push(s, s->at + n, PF_TOKEN_WORD, hash_short(first), first);
	return true;
}

static void scan_word(struct scan *s)
{
	unsigned char c = (unsigned char)s->text.ptr[s->at];
	struct spelling word = {.capital = c >= 'A' && c <= 'Z'};
	uint32_t off = plain_letters(s, s->at, &word), len;

	while (off < s->end && (len = other_letter(s, off, &word)))
		off = plain_letters(s, off + len, &word);
	if (word.capital)
		s->pending |= PF_TOKEN_CAPITAL;
	if (word.letters > 1 && !word.small)
		s->pending |= PF_TOKEN_UPPER;
	push(s, off, PF_TOKEN_WORD, hash_end(&word.hash), hash_head(&word.hash));
}

/* Digits with separators between digits: "1,200.5", "1.10.30", "1'000". */
static void scan_number(struct scan *s)
{
	const char *p = s->text.ptr;
	struct hash hash = {0};
	uint32_t off = s->at;

	while (off < s->end) {
		char c = p[off];
		bool separator = c == ',' || c == '.' || c == '\'';

		if (classes[(unsigned char)c] != DIGIT &&
		    !(separator && class_at(s, off + 1) == DIGIT))
			break;
		hash_add(&hash, (unsigned char)c, 1);
		off++;
	}
	push(s, off, PF_TOKEN_NUMBER, hash_end(&hash), 0);
}

/* The ASCII sign a rune counts as, 0 for none. */
static uint8_t ascii_sign(uint32_t rune)
{
	if (rune < 0x80)
		return rune > ' ' && rune < 0x7F ? (uint8_t)rune : 0;
	if ((rune >= 0x2010 && rune <= 0x2015) || rune == 0x2212)
		return '-';
	switch (rune) {
	case 0x2018:
	case 0x2019: return '\'';
	case 0xAB:
	case 0xBB:
	case 0x201C:
	case 0x201D:
	case 0x201E: return '"';
	case 0x2190: return '<';
	case 0x2192:
	case 0x21D2:
	case 0x27A1:
	case 0x2794:
	case 0x279C:
	case 0x27F6: return '>';
	case 0x2044: return '/';
	case 0x2248:
	case 0x223C: return '~';
	case 0xFF05: return '%';
	default: return 0;
	}
}

/* Whether the open mark is closed by the rune: English, German and single ones, guillemets both
 * ways. */
static bool closes(uint32_t open, uint32_t rune)
{
	switch (open) {
	case 0x2018: return rune == 0x2019;
	case 0x201E: return rune == 0x201C || rune == 0x201D;
	case 0xAB: return rune == 0xBB;
	case 0xBB: return rune == 0xAB;
	default: return rune == '"' || rune == 0x201D;
	}
}

/* A mark that opens within an open one: then that one was none, as before "90s". */
static bool opens_anew(uint32_t open, uint32_t rune)
{
	return rune == 0x201C || (open == 0x2018 && rune != 0x2018 && rune != 0x2019);
}

/* Flags what stands between two marks only once both are seen: an unclosed
 * mark quotes nothing. */
static void quote(struct scan *s, uint32_t rune)
{
	struct pf_token *v = s->out->v;
	uint32_t i = (uint32_t)s->out->n - 1;
	bool inches = rune == '"' && i && !(v[i].flags & PF_TOKEN_SPACED) &&
		      v[i - 1].kind == PF_TOKEN_NUMBER;

	/* Two marks of two kinds side by side open together. */
	if (s->quote != NO_TOKEN && i == s->quote + 1 && rune == '"' && s->mark == 0x201C) {
		s->quote = i;
		s->mark = rune;
	} else if (s->quote != NO_TOKEN && closes(s->mark, rune)) {
		for (uint32_t k = s->quote + 1; k < i; k++)
			v[k].flags |= PF_TOKEN_QUOTED;
		s->quote = NO_TOKEN;
	} else if (s->quote == NO_TOKEN ? rune != 0x201D && rune != 0x2019 && !inches
					: opens_anew(s->mark, rune)) {
		s->quote = i;
		s->mark = rune;
	}
}

/* Signs that pages copied from the web spell out. */
static const struct {
	const char *name;
	uint32_t rune;
} entities[] = {
	{"&quot;", '"'},     {"&ldquo;", 0x201C}, {"&rdquo;", 0x201D}, {"&#34;", '"'},
	{"&#39;", '\''},     {"&apos;", '\''},    {"&rsquo;", 0x2019}, {"&amp;", '&'},
	{"&mdash;", 0x2014}, {"&ndash;", 0x2013}, {"&lt;", '<'},       {"&gt;", '>'},
};

uint32_t pf_entity_at(struct pf_slice text, size_t off, uint32_t *len)
{
	struct pf_slice rest = pf_slice_cut(text, off, text.len);

	for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++)
		if (pf_slice_starts(rest, entities[i].name)) {
			*len = (uint32_t)strlen(entities[i].name);
			return entities[i].rune;
		}
	return 0;
}

static void scan_sign(struct scan *s, uint32_t rune, uint32_t len)
{
	uint32_t spelled =
		rune == '&' ? pf_entity_at((struct pf_slice){s->text.ptr, s->end}, s->at, &len) : 0;
	uint8_t sign = ascii_sign(spelled ? spelled : rune);

	rune = spelled ? spelled : rune;
	/* A dash between words parts them for who counts words; a hyphen does not. */
	if (rune == 0x2014 || rune == 0x2015)
		s->counted = false;
	push(s, s->at + len, PF_TOKEN_SIGN, 0, 0)->sign = sign;
	if (sign == '"' || rune == 0x2018 || rune == 0x2019)
		quote(s, rune);
}

static void scan_high(struct scan *s)
{
	uint32_t len, rune = decode(s, s->at, &len);

	if (pf_utf8_is_space(rune)) {
		s->pending |= PF_TOKEN_SPACED;
		s->newline += rune == 0x2028 || rune == 0x85;
		s->at += len;
	} else if (is_ignored(rune)) {
		s->at += len;
	} else if (rune != PF_RUNE_BAD && pf_utf8_is_letter(rune)) {
		scan_word(s);
	} else {
		scan_sign(s, rune, len);
	}
}

/* ".5" is a number; the point of "v.5" or "5..5" is not part of one. */
static bool is_leading_point(const struct scan *s)
{
	const char *c = s->text.ptr + s->at;

	if (*c != '.' || class_at(s, s->at + 1) != DIGIT)
		return false;
	return s->at == 0 || (classes[(unsigned char)c[-1]] != LETTER &&
			      ((s->pending & PF_TOKEN_SPACED) || !strchr(".0123456789", c[-1])));
}

/* One stretch [s->at, s->end) without masks or breaks. */
static void scan_stretch(struct scan *s)
{
	while (s->at < s->end) {
		unsigned char c = (unsigned char)s->text.ptr[s->at];

		if (classes[c] == SPACE) {
			s->pending |= PF_TOKEN_SPACED;
			s->newline += c == '\n';
			s->at++;
			continue;
		}
		if (s->out->n == s->out->cap)
			s->out->v = pf_mem_grow(s->out->v, &s->out->cap, sizeof(*s->out->v));
		if (classes[c] == LETTER) {
			if (!scan_plain_word(s))
				scan_word(s);
		} else if (classes[c] == DIGIT || is_leading_point(s))
			scan_number(s);
		else if (classes[c] == HIGH)
			scan_high(s);
		else
			scan_sign(s, c, 1);
	}
}

void pf_tokens_scan(struct pf_tokens *out, struct pf_slice text, const struct pf_range *masked,
		    size_t n_masked, const uint32_t *breaks, size_t n_breaks)
{
	struct scan s = {.out = out, .text = text, .quote = NO_TOKEN};
	const uint8_t first = PF_TOKEN_BLOCK | PF_TOKEN_LINE | PF_TOKEN_SENTENCE;
	uint32_t len = (uint32_t)text.len;
	size_t m = 0, b = 0;

	assert(text.len < UINT32_MAX);
	out->n = out->sentences.n = 0;
	out->words = 0;
	PF_RESERVE(out, text.len / TOKEN_BYTES + 1);
	s.pending = first;
	while (s.at < len) {
		for (; b < n_breaks && breaks[b] <= s.at; b++) {
			s.pending |= first | PF_TOKEN_SPACED;
			s.quote = NO_TOKEN;
		}
		while (m < n_masked && masked[m].end <= s.at)
			m++;
		if (m < n_masked && masked[m].begin <= s.at) {
			s.at = masked[m].end < len ? masked[m].end : len;
			s.pending |= PF_TOKEN_SPACED;
			continue;
		}
		s.end = len;
		if (m < n_masked && masked[m].begin < s.end)
			s.end = masked[m].begin;
		if (b < n_breaks && breaks[b] < s.end)
			s.end = breaks[b];
		scan_stretch(&s);
		s.at = s.end;
	}
	pf_sentences_find(out, text);
	pf_tokens_mark(out);
}
