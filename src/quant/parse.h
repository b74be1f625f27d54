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

/* Does a clause end between token i - 1 and token i? */
static inline bool quant_clause_ends(const struct parse *p, size_t i)
{
	return i >= p->n || !p->lexeme[i].back;
}

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
/* A currency and its number; *out may hold a number that begins at i, else it is zeroed. */
bool parse_money(const struct parse *p, size_t i, struct measure *out);
/* The currency first: "$150 M", "USD 3 million", "\u20AC7.40", "US$4.7 billion". */
bool parse_money_before(const struct parse *p, size_t i, struct measure *out);

struct currency {
	size_t last;
	char unit[PF_UNIT_MAX];
	double worth; /* of one: 1000 for "grand" and "kEUR", 0.1 for "dime" */
};

/* Four letters of which the last is a capital: "MUSD" may be here. */
static inline bool may_scale(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == PF_TOKEN_WORD && p->t[i].end - p->t[i].begin == 4 &&
	       pf_ascii_is_capital(p->text.ptr[p->t[i].end - 1]);
}

bool currency_sign(const struct parse *p, size_t i, struct currency *out);   /* "$" */
bool currency_dollar(const struct parse *p, size_t i, struct currency *out); /* "US$" */
bool currency_words(const struct parse *p, size_t i, struct currency *out);  /* "us dollars" */
/* Any of them where it may stand before its number: "USD 3", "Rs. 20", "dollar 22.5 million". */
bool currency_before(const struct parse *p, size_t i, struct currency *out);

/* Each reads on from m->last, and changes *m only where it answers yes. */
bool parse_percent(const struct parse *p, struct measure *m);                /* "%", "points" */
bool parse_percent_of(const struct parse *p, size_t i, struct measure *out); /* "percent of 10." */
bool parse_times(const struct parse *p, struct measure *m);        /* "x", "fold", "times more" */
bool parse_degrees(const struct parse *p, struct measure *m);      /* "\u00B0C", "below zero" */
bool parse_duration(const struct parse *p, struct measure *m);     /* "minutes" */
bool parse_dimension(const struct parse *p, struct measure *m);    /* "km", "(kg)", "m" of users */
bool parse_counted_rate(const struct parse *p, struct measure *m); /* "requests per second" */
/* "5'10\"" and "5' 10\"" at the number token i. */
bool parse_height(const struct parse *p, size_t i, struct measure *out);
/* The next part of a compound, at i after "and" or not: "... 30 minutes", "... and a half". */
bool duration_goes_on(const struct parse *p, struct measure *m, size_t i, bool joined);
/* "/month", "per GB-month", "a share", "/user/month": what the amount is for. */
void parse_per(const struct parse *p, struct measure *m);
/* "doubles", "tenfold", "a factor of 3", "in half". */
bool parse_multiple(const struct parse *p, size_t i, struct measure *out);

/* Appends to a unit what there is room for. */
void add_unit(char unit[PF_UNIT_MAX], struct pf_slice more);
void set_unit(struct measure *m, enum pf_quant_kind kind, const char *unit, size_t last);
/* One unit at i: "km", "square feet", "m^3", "k.g."; its end, or i when there is none. */
size_t unit_at(const struct parse *p, size_t i, bool glued, char out[PF_UNIT_MAX]);
/* A plural in small letters at i, or a word for people: it is counted. */
bool counts_noun(const struct parse *p, size_t i);

/* A date, or a span of two. */
struct when {
	size_t first, last;
	int year, quarter, half, month, day; /* 0 = not said */
	int year2, month2, day2;             /* the end of a span; 0 = as the beginning */
	bool named;                          /* a holiday */
	const char *counted;                 /* "week 18": what is counted, else NULL */
};

bool parse_date(const struct parse *p, size_t i, struct when *out);
void when_days(const struct when *w, struct pf_quant *q);

/* Is the number at m a name, a label, a year or a time? Moves *skip past what it belongs to. */
bool is_noise(const struct parse *p, const struct measure *m, size_t *skip);
/* Past the saying whose number begins at token i: "in [two] minds"; i when it is none. */
size_t past_saying(const struct parse *p, size_t i);

/* Bounds, directions, roles, nouns and pairs of what was found. */
void quant_attributes(struct pf_quants *quants, const struct parse *p);
/* The same for the cells of tables, where the head of a column says it. */
void quant_tables(struct pf_quants *quants, const struct parse *p);
/* What only the whole sentence tells: contrasts of two times, and what is so today. */
void quant_read(struct pf_quants *quants, const struct parse *p);
void quant_notes(struct pf_quants *quants, const struct parse *p, const struct pf_tokens *tokens);

#endif
