/*
 * parse.h - the pieces of the quantity grammar, private to the quant layer.
 *
 * Every parser takes the token it starts at and looks ahead by a bounded
 * number of tokens, so that the whole pass is linear. A parser that returns
 * false has changed nothing but its result.
 */
#ifndef PRFAQ_SRC_QUANT_PARSE_H
#define PRFAQ_SRC_QUANT_PARSE_H

#include "lexicon.h"
#include "prfaq/quant/quant.h"

struct parse {
	struct pf_slice text;
	const struct pf_token *t;
	size_t n;
	const uint16_t *entry; /* of each token; 0 when the lexicon does not know it */
	const struct pf_lexicon *lex;
};

/* All of these accept i >= n and answer no. */
bool at_class(const struct parse *p, size_t i, enum lex_class class);
const struct lex_row *row_at(const struct parse *p, size_t i, enum lex_class class);
bool at_word(const struct parse *p, size_t i, const char *lower_word);
bool at_sign(const struct parse *p, size_t i, char sign);
bool at_number(const struct parse *p, size_t i);
bool at_glued(const struct parse *p, size_t i); /* nothing between it and the token before */
bool at_bytes(const struct parse *p, size_t i, const char *bytes); /* exactly these */
bool at_rune(const struct parse *p, size_t i, const char *utf8);
bool at_end(const struct parse *p, size_t i); /* end of text, of a clause or a sentence */
struct pf_slice token_text(const struct parse *p, size_t i);

/* A number and nothing else: "-1.2", "2 1/2", "4 thousand 3 hundred", "two and a half million". */
struct number {
	size_t first, last;
	double value;
	double divisor;  /* "two in three": 3; 0 for none */
	bool digits;     /* begins with digits */
	bool integer;    /* digits only: no point, separator, sign, magnitude, fraction */
	bool magnitude;  /* "k", "million" */
	bool fraction;   /* "1/4", "a third", "half", or a small figure like U+00BD */
	bool slash;      /* "3/15" */
	bool one;        /* nothing but the word "one" */
	bool article;    /* begins with "a" or "an" */
	char letter;     /* a glued magnitude that could be a unit: 'm', 'b', 'k'; else 0 */
	uint8_t figures; /* digits of an integer */
};

bool parse_number(const struct parse *p, size_t i, bool money, struct number *out);
/* The digits of one token: false for "1.10.30", "1,2". */
bool parse_digits(const struct parse *p, size_t i, struct number *out);
/* A whole number of at most nine digits, without separators. */
bool parse_int(const struct parse *p, size_t i, int *out);

/* A quantity under way. */
struct measure {
	size_t first, last;
	enum pf_quant_kind kind;
	double value;
	char unit[PF_UNIT_MAX];
	char per[PF_UNIT_MAX];
	double factor; /* durations: seconds in the unit */
	bool bare;     /* a number without a unit */
	bool plus;     /* "350,000+" */
	struct number number;
};

bool parse_measure(const struct parse *p, size_t i, struct measure *out);
bool parse_money(const struct parse *p, size_t i, struct measure *out);
/* After a number: unit, percent, currency, multiplier; false when none follows. */
bool parse_suffix(const struct parse *p, struct measure *m);
void parse_per(const struct parse *p, struct measure *m);
bool currency_sign(const struct parse *p, size_t i, char unit[PF_UNIT_MAX]);
/* "doubles", "tenfold", "a factor of 3", "in half". */
bool parse_multiple(const struct parse *p, size_t i, struct measure *out);

/* A date, or a span of two. */
struct when {
	size_t first, last;
	int year, quarter, half, month, day; /* 0 = not said */
	int year2, month2, day2;             /* the end of a span; 0 = as the beginning */
};

bool parse_date(const struct parse *p, size_t i, struct when *out);
void when_days(const struct when *w, struct pf_quant *q);

/* Is the number at m a name, a label, a year or a time? Moves *skip past what it belongs to. */
bool is_noise(const struct parse *p, const struct measure *m, size_t *skip);

/* Bounds, directions, roles, nouns and pairs of what was found. */
void quant_attributes(struct pf_quants *quants, const struct parse *p);
void quant_notes(struct pf_quants *quants, const struct parse *p, const struct pf_tokens *tokens);

#endif
