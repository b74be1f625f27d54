/*
 * token.h - one pass over a text: words, numbers, signs and sentences.
 *
 * Everything that reads prose (phrases, quantities, parts, rules) reads this
 * one stream; nothing scans the bytes a second time. Tokens are in order, do
 * not overlap and never cut a UTF-8 sequence. White space is not a token: it
 * is told by PF_TOKEN_SPACED of the token after it.
 *
 * A hyphen between letters or digits is a token of its own, so that
 * "state-of-the-art" and "state of the art" are the same three or four words;
 * the PF_TOKEN_SPACED flag is what tells them apart. An apostrophe inside a
 * word ("don't", curly or straight) belongs to the word. A run of digits with
 * its separators ("1,200.5") is one number token; letters glued to it ("75k",
 * "3x", "p95", "S3") begin a token of their own without PF_TOKEN_SPACED.
 */
#ifndef PRFAQ_TEXT_TOKEN_H
#define PRFAQ_TEXT_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/signposts.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"

enum pf_token_kind {
	PF_TOKEN_WORD,   /* letters, marks and inner apostrophes */
	PF_TOKEN_NUMBER, /* digits with inner separators; a leading "." counts when a digit follows
			  */
	PF_TOKEN_SIGN,   /* one rune of punctuation or a symbol, hyphens, currency, "%", arrows */
};

enum pf_token_flag {
	PF_TOKEN_SPACED = 1,    /* white space, a line break or a mask stands before it */
	PF_TOKEN_LINE = 2,      /* first of its line */
	PF_TOKEN_BLOCK = 4,     /* first of its block (a break was given there) */
	PF_TOKEN_SENTENCE = 8,  /* first of its sentence */
	PF_TOKEN_CAPITAL = 16,  /* word whose first letter is a capital */
	PF_TOKEN_UPPER = 32,    /* word of two or more letters, all capitals */
	PF_TOKEN_QUOTED = 64,   /* inside quotation marks (not straight single ones), same block */
	PF_TOKEN_COUNTED = 128, /* begins a word as a person counts them: "$4.5bn" and
				   "state-of-the-art" are one, an em dash parts two */
};

struct pf_token {
	uint64_t head;       /* PF_WORD_HEAD of its folded bytes; 0 for numbers and signs */
	uint32_t begin, end; /* bytes, begin < end */
	uint32_t hash;       /* pf_word_hash of its folded bytes; 0 for signs */
	uint8_t kind;        /* enum pf_token_kind */
	uint8_t flags;       /* enum pf_token_flag */
	uint8_t sign;        /* for signs: the ASCII sign it counts as ('-' for U+2010..2015 and
				U+2212, '\'' and '"' for curly quotes, '>' for arrows to the right),
				0 where there is none */
	uint8_t words;       /* counted since the last mark before it: pf_tokens_words */
};

/* The rune of a sign spelled out at `off` ("&quot;", "&#39;") and, in *len, its bytes; 0 and *len
 * untouched when there is none. Such a sign is one token. */
uint32_t pf_entity_at(struct pf_slice text, size_t off, uint32_t *len);

/* [first, last) are tokens: a sentence that goes on for 512 is cut at the next blank, so that work
 * over each stays bounded. [begin, end) are bytes, without the white space after it. */
struct pf_sentence {
	uint32_t first, last;
	uint32_t begin, end;
	uint32_t words; /* word and number tokens */
};

struct pf_tokens {
	struct pf_token *v;
	size_t n, cap;
	struct {
		struct pf_sentence *v;
		size_t n, cap;
	} sentences;
	uint32_t words; /* words as a person counts them: "state-of-the-art" and "$4.5bn" are one */
	/* So that a place is found without a search: tokens by their bytes, and what stands before
	 * token 16 * k. Made with the tokens. */
	struct pf_signposts at;
	struct {
		struct pf_token_mark {
			uint32_t sentence; /* that holds the token */
			uint32_t words;    /* counted before it */
		} * v;
		size_t n, cap;
	} marks;
	/* By token, which of the text's different words it is, from 1 on; 0 for signs. What is
	 * asked of a word can so be asked once a draft. NULL until pf_tokens_number. */
	uint32_t *word;
	uint32_t n_words; /* all of word[] are below it */
};

/*
 * Scans `text` (at most UINT32_MAX - 1 bytes; invalid bytes are signs of one
 * byte). `masked` are ranges to pass over (code, URLs, HTML), sorted, not
 * overlapping; `breaks` are offsets, sorted, where a block begins and a
 * sentence ends whatever stands there. Both may be NULL with 0. *out is zeroed,
 * or of an earlier scan, whose tokens are replaced and whose memory is used.
 */
void pf_tokens_scan(struct pf_tokens *out, struct pf_slice text, const struct pf_range *masked,
		    size_t n_masked, const uint32_t *breaks, size_t n_breaks);
void pf_tokens_release(struct pf_tokens *tokens);
/* Fills word[]: tokens of one hash and one length are one word. */
void pf_tokens_number(struct pf_tokens *tokens);

/* Index of the first token with begin >= off; tokens->n when none. O(1). */
uint32_t pf_tokens_at(const struct pf_tokens *tokens, uint32_t off);
/* Index of the sentence that holds token i. O(1). */
size_t pf_sentence_of(const struct pf_tokens *tokens, size_t token);
/* Words (as a person counts them) whose token begins in the range. O(1). */
uint32_t pf_tokens_words(const struct pf_tokens *tokens, struct pf_range range);

/*
 * The hash of a word, folded: letters to lower case, curly apostrophe to
 * straight. Two words compare equal by hash in tables of known words; where
 * text decides anything visible, compare the bytes too.
 */
uint32_t pf_word_hash(struct pf_slice word);

/* The eight bytes at p as one number, the first one lowest. */
PF_INLINE uint64_t pf_eight(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	/* Compilers make one load of it, whichever way the machine stores its bytes. */
	return b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
	       (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
	       (uint64_t)b[7] << 56;
}

/*
 * The first eight bytes of a word, a literal in small letters, with zeros behind a shorter one: a
 * constant. Two words of fewer than eight bytes are the same if these are.
 */
#define PF_WORD_HEAD(lower_word) pf_eight(lower_word "\0\0\0\0\0\0\0")

/* By the ASCII sign it counts as, which is not 0: a curly quote is a quote. */
static inline bool pf_token_is_sign(const struct pf_token *token, char sign)
{
	return token->sign == (uint8_t)sign;
}

/* True when the token is that word, folded. */
bool pf_token_reads(struct pf_slice text, const struct pf_token *token, const char *lower_word);

/* PF_WORD_HEAD of a word of n bytes. */
PF_INLINE uint64_t pf_word_head(const char *lower_word, size_t n)
{
	uint64_t head = 0;

#pragma GCC unroll 8
	for (size_t i = 0; i < 8; i++)
		head |= i < n ? (uint64_t)(unsigned char)lower_word[i] << 8 * i : 0;
	return head;
}

/* The same as pf_token_reads, inline: of a literal its head is a constant, and of any other word
 * the first letter tells. */
PF_INLINE bool pf_token_is(struct pf_slice text, const struct pf_token *token,
			   const char *lower_word)
{
	if (__builtin_constant_p(__builtin_strlen(lower_word)) && *lower_word >= 'a') {
		size_t n = __builtin_strlen(lower_word);

		return token->head == pf_word_head(lower_word, n) &&
		       (n < 8 || pf_token_reads(text, token, lower_word));
	}
	return (!token->head || (token->head & 0xFF) == (unsigned char)*lower_word) &&
	       pf_token_reads(text, token, lower_word);
}

#endif
