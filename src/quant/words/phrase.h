/*
 * phrase.h - the phrases beside a number that words_phrase.c lists, private to the quant layer.
 */
#ifndef PRFAQ_SRC_QUANT_PHRASE_H
#define PRFAQ_SRC_QUANT_PHRASE_H

#include "parse.h"

/* A phrase of words_phrase.c; row is NULL where none stands. */
struct phrase {
	const struct lex_row *row;
	size_t words;
};

/* The phrase whose one end is token i, the rest of it before it (`back`) or behind. */
struct phrase find_phrase(const struct parse *p, size_t i, bool back, enum lex_class class);

/* The one that ends right before token i; most words end none. */
static inline struct phrase phrase_before(const struct parse *p, size_t i, enum lex_class class)
{
	return i && at_class(p, i - 1, class) ? find_phrase(p, i - 1, true, class)
					      : (struct phrase){NULL, 0};
}

static inline struct phrase phrase_at(const struct parse *p, size_t i, enum lex_class class)
{
	return at_class(p, i, class) ? find_phrase(p, i, false, class) : (struct phrase){NULL, 0};
}

#endif
