/*
 * reading.h - what is known of a quantity that no word beside it gives a role, private to reading.c
 * and the file that finds what kind of quantity it is.
 */
#ifndef PRFAQ_SRC_QUANT_READING_H
#define PRFAQ_SRC_QUANT_READING_H

#include "around.h"

/* What is known of a quantity and its clause: a set of these. */
enum {
	/* what it is */
	SHARE = 1 << 0,   /* "12 % of tenants", "half of all referrals" */
	LEVEL = 1 << 1,   /* "is 91 %", "stuck at 37 %" */
	SPAN = 1 << 2,    /* of time */
	AMOUNT = 1 << 3,  /* with any other unit */
	SUM = 1 << 4,     /* of money */
	COUNT = 1 << 5,   /* of things that no word gives a role */
	GROUP = 1 << 6,   /* of people or places */
	NAMED = 1 << 7,   /* of what is a group where nothing else is said of it */
	FEW = 1 << 8,     /* "three", and not "300" */
	MANY = 1 << 9,    /* 100 and more */
	FLOW = 1 << 10,   /* "300 visitors a day" */
	ALONE = 1 << 11,  /* no other quantity is near it */
	KNOWN = 1 << 12,  /* "the", "all our" */
	WITHIN = 1 << 13, /* ends with "within 4 hours" */
	CAPPED = 1 << 14, /* "at most", "up to" */

	/* when it is so */
	SO = 1 << 15,     /* now, or was before */
	WAS = 1 << 16,    /* was before */
	MARKED = 1 << 17, /* a word says when, and not the verb alone */

	/* what its clause tells */
	HABIT = 1 << 18,   /* "a day", "on average" */
	HURTS = 1 << 19,   /* "lose", "late", "complaints" */
	LASTS = 1 << 20,   /* "takes", "wait" */
	OFFERED = 1 << 21, /* of the thing itself: "it takes 10 minutes to fit" */
	TERMS = 1 << 22,   /* a fee, a policy: nobody measures them */
	NO_FACT = 1 << 23, /* terms, conditions, limits */
	EACH = 1 << 24,    /* opens with "each", "every" */
	BARE = 1 << 25,    /* nothing is named behind it: "ten would be a triumph" */
	COSTS = 1 << 26,
	SEATS = 1 << 27, /* "seats", "employs", "needs": as many as something has room or use for */
	TRIED = 1 << 28, /* a trial was with them, a service is for them */
	VOWED = 1 << 29, /* "pledge", "expects to" */
	PART = 1 << 30,  /* a percentage of what is not said */
};

/* The facts of the first group, "what it is". */
uint32_t quant_kinds_of(const struct pf_quants *quants, const struct parse *p, size_t i,
			const struct around *a);
/* "day", "shift": for each of these is how often. */
bool quant_counts_time(const char *word);

#endif
