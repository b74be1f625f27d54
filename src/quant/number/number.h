/*
 * number.h - numbers alone, in figures and in words, private to the quant layer.
 */
#ifndef PRFAQ_SRC_QUANT_NUMBER_H
#define PRFAQ_SRC_QUANT_NUMBER_H

#include "words/parse.h"

/* A number and nothing else: "-1.2", "2 1/2", "4 thousand 3 hundred", "two and a half million". */
struct number {
	size_t first, last;
	double value;
	double divisor;  /* "two in three": 3; 0 for none */
	double scale;    /* what its last magnitude multiplies by: 1000 for "k"; 0 for none */
	bool digits;     /* begins with digits */
	bool integer;    /* digits only: no point, separator, sign, magnitude, fraction */
	bool fraction;   /* "1/4", "a third", "half", or a small figure like U+00BD */
	bool slash;      /* "3/15" */
	bool one;        /* nothing but the word "one" */
	bool article;    /* begins with "a" or "an" */
	char letter;     /* a glued magnitude that could be a unit: 'm', 'b', 'k'; else 0 */
	uint8_t figures; /* digits of an integer */
};

/* `money`: a currency was read, so that "12m" are millions. */
bool parse_number(const struct parse *p, size_t i, bool money, struct number *out);

/* The digits of one token: false for "1.10.30", "1,2". */
bool parse_digits(const struct parse *p, size_t i, struct number *out);
/* All that digits make: "1 234", "1e6", "2 1/2". */
bool parse_digit_number(const struct parse *p, size_t i, struct number *out);
/* A vulgar fraction of one rune. */
bool parse_figure(const struct parse *p, size_t i, double *out);
/* A whole number of at most nine digits, without separators. */
bool parse_int(const struct parse *p, size_t i, int *out);

/* A number in words under way: "two million three hundred" has total 2e6 and group 300. */
struct words {
	double total, group;
	double last;  /* the atom read last: 0 for none, else a number or a magnitude */
	double least; /* the next magnitude must be smaller */
	bool after_magnitude;
	bool any;
	bool digits; /* it began with digits */
};

/* Reads on from n->last as far as the words go. */
void read_number_words(const struct parse *p, struct number *n, struct words *w, bool money);
/* "... thirty-two fifths": what was read is a numerator. */
void read_denominator(const struct parse *p, struct number *n, const struct words *w);
/* "a half", "three quarters", "9 tenths". */
bool parse_fraction(const struct parse *p, size_t first, double *value, size_t *end);
/* "point five", "point seventy-one". */
bool parse_point(const struct parse *p, size_t i, double *value, size_t *end);
/* "k", "million" after n: a letter must stand right after its digits. */
bool parse_magnitude(const struct parse *p, const struct number *n, size_t i, bool money,
		     double *out);

#endif
