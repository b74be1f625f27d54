/* Months, weekdays and named days. */
#include "lexicon.h"

/* clang-format off */
const struct lex_row lex_date_words[] = {
	/* 1 to 12 */
	{"january jan", LEX_MONTH, 1, ""},
	{"february feb febr", LEX_MONTH, 2, ""},
	{"march mar", LEX_MONTH, 3, ""},
	{"april apr", LEX_MONTH, 4, ""},
	{"may", LEX_MONTH, 5, ""},
	{"june jun", LEX_MONTH, 6, ""},
	{"july jul", LEX_MONTH, 7, ""},
	{"august aug", LEX_MONTH, 8, ""},
	{"september sep sept", LEX_MONTH, 9, ""},
	{"october oct", LEX_MONTH, 10, ""},
	{"november nov", LEX_MONTH, 11, ""},
	{"december dec", LEX_MONTH, 12, ""},

	/* No value */
	CUE(LEX_WEEKDAY,
	    "monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri "
	    "saturday sat sunday sun"),

	/* Named days */
	{"christmas xmas easter thanksgiving halloween ramadan diwali hanukkah passover juneteenth kwanzaa", LEX_HOLIDAY, 0, ""},

	/* Before a date */
	CUE(LEX_PREPOSITION,
	    "in by before since until till during from to of on after through throughout for "
	    "between this next last past following early late mid around about starting beginning "
	    "ending end due via"),
	{0},
};
/* clang-format on */
