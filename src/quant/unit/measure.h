/*
 * measure.h - numbers with the unit they have: money, durations, shares, dimensions; private to the
 * quant layer.
 */
#ifndef PRFAQ_SRC_QUANT_MEASURE_H
#define PRFAQ_SRC_QUANT_MEASURE_H

#include "number/number.h"

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

/* At most so many bytes, and no half of a character. */
struct pf_slice first_bytes(struct pf_slice word, size_t most);
/* Appends to a unit what there is room for. */
void add_unit(char unit[PF_UNIT_MAX], struct pf_slice more);
void set_unit(struct measure *m, enum pf_quant_kind kind, const char *unit, size_t last);
/* One unit at i: "km", "square feet", "m^3", "k.g."; its end, or i when there is none. */
size_t unit_at(const struct parse *p, size_t i, bool glued, char out[PF_UNIT_MAX]);

#endif
