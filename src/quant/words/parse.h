/*
 * parse.h - a text as the quantity grammar reads it, private to the quant layer: its tokens with
 * what the lexicon knows of each, and what may be asked of one.
 *
 * Everything that reads in this layer takes the token it starts at and looks ahead by a bounded
 * number of tokens, so that the whole pass is linear. A parser that returns false has changed
 * nothing but its result.
 */
#ifndef PRFAQ_SRC_QUANT_PARSE_H
#define PRFAQ_SRC_QUANT_PARSE_H

#include "lexicon.h"
#include "prfaq/quant/quant.h"

/* What is known of a token before the first quantity is read. */
struct lexeme {
	uint16_t entry; /* 0 when the lexicon does not know it */
	uint16_t set;   /* of its classes */
	uint16_t back;  /* how many tokens of its clause stand before it, at most UINT16_MAX */
	uint16_t may;   /* MAY_... */
};

struct parse {
	struct pf_slice text;
	const struct pf_token *t;
	size_t n;
	const struct lexeme *lexeme; /* of each token */
	size_t month; /* no month stands between the token that is scanned and this one */
};

/* Is there a month where that of a day at i would stand, or a few tokens on? */
static inline bool month_near(const struct parse *p, size_t i)
{
	return p->month <= i + 16;
}

/* Fills p->lexeme, which is `out`. */
void find_lexemes(const struct parse *p, struct lexeme *out);

/* All of these accept i >= n and answer no. The first are asked of every word of a text. */
PF_INLINE bool at_class(const struct parse *p, size_t i, enum lex_class class)
{
	return i < p->n && lexicon_has(p->lexeme[i].set, class);
}

/* Is it in one of these classes, an OR of LEX_BIT? The same of those from LEX_APART on. */
static inline bool at_any(const struct parse *p, size_t i, uint64_t classes)
{
	return i < p->n && (lexicon_masks[p->lexeme[i].set] & classes);
}

static inline bool at_any_apart(const struct parse *p, size_t i, uint32_t classes)
{
	return i < p->n && (lexicon_masks_apart[p->lexeme[i].set] & classes);
}

static inline bool at_sign(const struct parse *p, size_t i, char sign)
{
	return i < p->n && pf_token_is_sign(&p->t[i], sign);
}

static inline bool at_number(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_NUMBER;
}

static inline bool is_word_token(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD;
}

static inline bool is_capital(const struct parse *p, size_t i)
{
	return is_word_token(p, i) && (p->t[i].flags & PF_TOKEN_CAPITAL);
}

/* Four letters of which the last is a capital: "MUSD" may be here. */
static inline bool may_scale(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD && p->t[i].end - p->t[i].begin == 4 &&
	       pf_ascii_is_capital(p->text.ptr[p->t[i].end - 1]);
}

/* Nothing stands between it and the token before. */
static inline bool at_glued(const struct parse *p, size_t i)
{
	return i < p->n && !(p->t[i].flags & PF_TOKEN_SPACED);
}

bool is_word_at(const struct parse *p, size_t i, const char *lower_word);

static inline bool at_head(const struct parse *p, size_t i, uint64_t head)
{
	return i < p->n && p->t[i].head == head;
}

/* Is it that word, a literal in small letters? */
#define at_word(p, i, word) \
	(at_head(p, i, PF_WORD_HEAD(word)) && (sizeof(word) <= 8 || is_word_at(p, i, word)))

static inline struct pf_slice token_text(const struct parse *p, size_t i)
{
	return (struct pf_slice){p->text.ptr + p->t[i].begin, p->t[i].end - p->t[i].begin};
}

/* The word's rows of a class one after the other, NULL after the last; *seen begins at 0. */
PF_INLINE const struct lex_row *next_row_at(const struct parse *p, size_t i, enum lex_class class,
					    uint16_t *seen)
{
	return at_class(p, i, class)
		       ? lexicon_next(p->lexeme[i].entry, class, token_text(p, i), seen)
		       : NULL;
}

static inline const struct lex_row *row_at(const struct parse *p, size_t i, enum lex_class class)
{
	uint16_t seen = 0;

	return next_row_at(p, i, class, &seen);
}

bool is_bytes_at(const struct parse *p, size_t i, const char *bytes); /* i < n */

/* Exactly these bytes. */
PF_INLINE bool at_bytes(const struct parse *p, size_t i, const char *bytes)
{
	return i < p->n && p->text.ptr[p->t[i].begin] == *bytes && is_bytes_at(p, i, bytes);
}

static inline bool at_rune(const struct parse *p, size_t i, const char *utf8)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_SIGN && at_bytes(p, i, utf8);
}

static inline bool is_stop(uint8_t sign)
{
	switch (sign) {
	case '.':
	case ',':
	case ';':
	case ':':
	case '!':
	case '?':
	case ')':
	case ']': return true;
	default: return false;
	}
}

/* The end of the text, of a clause or a sentence. */
static inline bool at_end(const struct parse *p, size_t i)
{
	return i >= p->n || (p->lexeme[i].may & AT_END);
}

/* Does no sentence begin with one of the tokens from `first` to `last`, both of the text? */
static inline bool in_one_sentence(const struct parse *p, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (p->t[i].flags & PF_TOKEN_SENTENCE)
			return false;
	return true;
}

/* Does a clause end between token i - 1 and token i? */
static inline bool quant_clause_ends(const struct parse *p, size_t i)
{
	return i >= p->n || !p->lexeme[i].back;
}

#endif
