/*
 * quant.h - what counts as a quantity in English business prose.
 *
 * One linear pass over the token stream; no regex. The grammar and the things
 * that look like quantities and are not (years, versions, names, list
 * numbers) are described in docs/NUMBERS.md; units, currencies, magnitudes
 * and number words are tables (src/quant/words/words_*.c), one row each.
 */
#ifndef PRFAQ_QUANT_QUANT_H
#define PRFAQ_QUANT_QUANT_H

#include <stdbool.h>
#include <stdint.h>

#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"
#include "prfaq/text/token.h"

enum pf_quant_kind {
	PF_QUANT_PERCENT,
	PF_QUANT_MONEY,
	PF_QUANT_NUMBER,
	PF_QUANT_QUANTITY, /* with a unit: "40 ms" is a duration, "0.12 GB" a quantity */
	PF_QUANT_DURATION,
	PF_QUANT_DATE,
	PF_QUANT_RANGE,      /* both ends; `base` tells of what */
	PF_QUANT_MULTIPLIER, /* 3x, doubles, halves, tenfold */
	PF_QUANT_KINDS,
} PF_BYTE;

enum pf_quant_bound {
	PF_BOUND_NONE,
	PF_BOUND_LT,     /* under, below, < */
	PF_BOUND_LE,     /* at most, up to, within, <= */
	PF_BOUND_GE,     /* at least, 350,000+, >= */
	PF_BOUND_GT,     /* over, more than, > */
	PF_BOUND_APPROX, /* about, ~ */
} PF_BYTE;

enum pf_quant_dir { PF_DIR_NONE, PF_DIR_UP, PF_DIR_DOWN } PF_BYTE;

enum pf_quant_role {
	PF_ROLE_NONE,
	PF_ROLE_BASELINE,   /* "from 29 %", "today 29 %", "29 % now" */
	PF_ROLE_TARGET,     /* "to 75 %" */
	PF_ROLE_DELTA,      /* "by 12 %", "a 12 % increase" */
	PF_ROLE_DEADLINE,   /* "by June 2027", "within 3 months" */
	PF_ROLE_POPULATION, /* "4.1M members" */
	PF_ROLE_RATE,       /* "38 % of passengers" */
} PF_BYTE;

#define PF_QUANT_NONE UINT32_MAX
#define PF_UNIT_MAX   24

struct pf_quant {
	uint32_t begin, end;  /* bytes: the span as a reader would underline it */
	uint32_t first, last; /* tokens [first, last) */
	double value; /* magnitude applied: "4.5bn" is 4.5e9; durations in `unit`; ranges: low end
		       */
	double high;  /* ranges: the high end; else same as value */
	char unit[PF_UNIT_MAX]; /* "%", "pp", "bp", ISO currency, SI or counted unit, "" for none;
				   dates: "day" "month" "quarter" "half" "year" (precision) */
	char per[PF_UNIT_MAX];  /* "month", "GB-month", "order"; "" for none */
	int32_t date; /* dates: first day meant, days since 1970; INT32_MIN when no year is known */
	int32_t date_end;   /* last day meant */
	struct pf_range of; /* the noun measured, bytes; begin == end when unbound */
	uint32_t pair;      /* baseline <-> target: index of the other, or PF_QUANT_NONE */
	enum pf_quant_kind kind;
	enum pf_quant_kind base; /* for ranges: percent, money, ...; else same as kind */
	enum pf_quant_bound bound;
	enum pf_quant_dir dir;
	enum pf_quant_role role;
	enum pf_quant_role told; /* as a reader takes it: the role, but a baseline too where only
				    the clause tells what is so today: "a third of them give up" */
	bool past;               /* what has happened: "fell 22 % last spring" */
};

enum pf_quant_note_kind {
	PF_NOTE_PLACEHOLDER, /* "$X billion", "N %", TBD: never quantified */
	PF_NOTE_VAGUE,       /* "significantly", "many", "millions of" without a number */
	PF_NOTE_SOURCE,      /* "survey of 400 drivers", "from the booking log", "(IDC, 2025)" */
	PF_NOTE_ASSUMPTION,  /* "assumption:", "we assume", "our estimate" */
};

struct pf_quant_note {
	uint32_t begin, end;
	uint32_t sentence; /* index into pf_tokens.sentences */
	enum pf_quant_note_kind kind;
};

/* What a sentence holds, by sentence index. */
struct pf_quant_sentence {
	uint32_t first, n; /* quantities [first, first + n) */
	uint8_t grade;     /* 0 none; 1 a small count, duration or date; 2 delta, target or share;
			      3 delta or target with a metric and a deadline or a baseline */
	bool has_baseline : 1, has_target : 1, has_deadline : 1, has_population : 1;
	bool source : 1, assumption : 1, placeholder : 1, vague : 1;
	struct pf_range metric; /* the metric phrase; empty when none */
};

struct pf_quants {
	struct pf_quant *v;
	size_t n, cap;
	struct {
		struct pf_quant_note *v;
		size_t n, cap;
	} notes;
	struct {
		struct pf_quant_sentence *v;
		size_t n, cap;
	} sentences;           /* as many as tokens->sentences */
	struct around *around; /* private: of the scan under way, else NULL */
};

/* Zeroed *out is valid; the caller releases. `tokens` must come from `text`. */
void pf_quants_scan(struct pf_quants *out, struct pf_slice text, const struct pf_tokens *tokens);
void pf_quants_release(struct pf_quants *quants);

static inline struct pf_range pf_quant_span(const struct pf_quant *q)
{
	return (struct pf_range){q->begin, q->end};
}

/* Index of the first quantity with begin >= off. O(log n). */
size_t pf_quants_at(const struct pf_quants *quants, uint32_t off);

/* Names as JSON and people see them: "percent", "<=", "up", "baseline"; "" for none. */
const char *pf_quant_kind_name(enum pf_quant_kind kind);
const char *pf_quant_bound_name(enum pf_quant_bound bound);
const char *pf_quant_dir_name(enum pf_quant_dir dir);
const char *pf_quant_role_name(enum pf_quant_role role);
/* Days in a unit of time, "day" to "year", a month as 30.44; 0 for shorter ones and for what is
 * none. */
double pf_quant_unit_days(const char *unit);
/* The value as a short text with its unit: "4.5 bn USD", "88,667 USD a year", "29 to 75 %". */
void pf_quant_text(const struct pf_quant *q, char *out, size_t size);

#endif
