/*
 * range.h - two numbers that belong together, private to the quant layer.
 */
#ifndef PRFAQ_SRC_QUANT_RANGE_H
#define PRFAQ_SRC_QUANT_RANGE_H

#include "unit/measure.h"

enum range_kind {
	RANGE_NONE,
	RANGE_ENDS, /* "5-7", "between 5 and 7" */
	RANGE_TWO,  /* "from 29 to 75 %", "45 and 50 mg": each for itself, with one unit */
};

/* Does a second end follow a? *a gets what it shares with it: unit and magnitude. */
enum range_kind find_range(const struct parse *p, struct measure *a, struct measure *b);
/* The left end takes unit and magnitude from the right one: "$140-445 billion", "5-7 k". */
void share_right(struct measure *a, const struct measure *b);
/* Do two opposite bounds hold a and what follows? "more than 10 and less than 40". */
bool find_bounds(const struct parse *p, struct measure *a, struct measure *b);

#endif
