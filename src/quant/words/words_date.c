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

	/* Named days; the value is month and day where they are fixed */
	{"christmas xmas", LEX_HOLIDAY, 1225, ""},
	{"halloween", LEX_HOLIDAY, 1031, ""},
	{"juneteenth", LEX_HOLIDAY, 619, ""},
	{"kwanzaa", LEX_HOLIDAY, 1226, ""},
	{"easter thanksgiving ramadan diwali hanukkah passover eid purim holi vesak "
	 "ugadi yugadi onam pongal baisakhi vaisakhi navaratri janmashtami", LEX_HOLIDAY, 0, ""},

	/* Parts of the year */
	CUE(LEX_SEASON, "spring summer autumn fall winter"),

	CUE(LEX_PERIOD, "half q Q h H fy cy fiscal early late mid middle end beginning start next"),

	/* Months that are verbs */
	CUE(LEX_MONTH_VERB, "may march mar"),

	/* Before "5/12" when it is a date */
	CUE(LEX_DATED, "on by until since from next this back due before to after till of dated"),

	/* Before a date */
	CUE(LEX_PREPOSITION,
	    "in by before since until till during from to of on after through throughout for "
	    "between this next last past following early late mid around about starting beginning "
	    "ending end due via"),
	{0},
};

/* Days named by two words: the first, month and day where they are fixed, the second. */
const struct lex_row lex_holidays[] = {
	{"new", LEX_HOLIDAY_FIRST, 101, "year's"},
	{"new", LEX_HOLIDAY_FIRST, 101, "years"},
	{"new", LEX_HOLIDAY_FIRST, 101, "year"},
	{"boxing", LEX_HOLIDAY_FIRST, 1226, "day"},
	{"valentine's", LEX_HOLIDAY_FIRST, 214, "day"},
	{"valentines", LEX_HOLIDAY_FIRST, 214, "day"},
	{"valentine", LEX_HOLIDAY_FIRST, 214, "day"},
	{"independence", LEX_HOLIDAY_FIRST, 704, "day"},
	{"veterans", LEX_HOLIDAY_FIRST, 1111, "day"},
	{"patrick's", LEX_HOLIDAY_FIRST, 317, "day"},
	{"patricks", LEX_HOLIDAY_FIRST, 317, "day"},
	{"earth", LEX_HOLIDAY_FIRST, 422, "day"},
	{"bastille", LEX_HOLIDAY_FIRST, 714, "day"},
	{"groundhog", LEX_HOLIDAY_FIRST, 202, "day"},
	{"women's", LEX_HOLIDAY_FIRST, 308, "day"},
	{"singles", LEX_HOLIDAY_FIRST, 1111, "day"},
	{"australia", LEX_HOLIDAY_FIRST, 126, "day"},
	{"canada", LEX_HOLIDAY_FIRST, 701, "day"},
	{"anzac", LEX_HOLIDAY_FIRST, 425, "day"},
	{"may", LEX_HOLIDAY_FIRST, 501, "day"},
	{"black", LEX_HOLIDAY_FIRST, 0, "friday"},
	{"cyber", LEX_HOLIDAY_FIRST, 0, "monday"},
	{"giving", LEX_HOLIDAY_FIRST, 0, "tuesday"},
	{"prime", LEX_HOLIDAY_FIRST, 0, "day"},
	{"labor", LEX_HOLIDAY_FIRST, 0, "day"},
	{"labour", LEX_HOLIDAY_FIRST, 0, "day"},
	{"memorial", LEX_HOLIDAY_FIRST, 0, "day"},
	{"father's", LEX_HOLIDAY_FIRST, 0, "day"},
	{"fathers", LEX_HOLIDAY_FIRST, 0, "day"},
	{"mother's", LEX_HOLIDAY_FIRST, 0, "day"},
	{"mothers", LEX_HOLIDAY_FIRST, 0, "day"},
	{"presidents", LEX_HOLIDAY_FIRST, 0, "day"},
	{"presidents'", LEX_HOLIDAY_FIRST, 0, "day"},
	{"columbus", LEX_HOLIDAY_FIRST, 0, "day"},
	{"thanksgiving", LEX_HOLIDAY_FIRST, 0, "day"},
	{"king", LEX_HOLIDAY_FIRST, 0, "day"},
	{"king's", LEX_HOLIDAY_FIRST, 0, "day"},
	{"kings", LEX_HOLIDAY_FIRST, 0, "day"},
	{"mlk", LEX_HOLIDAY_FIRST, 0, "day"},
	{"good", LEX_HOLIDAY_FIRST, 0, "friday"},
	{"easter", LEX_HOLIDAY_FIRST, 0, "monday"},
	{"easter", LEX_HOLIDAY_FIRST, 0, "sunday"},
	{"ash", LEX_HOLIDAY_FIRST, 0, "wednesday"},
	{"palm", LEX_HOLIDAY_FIRST, 0, "sunday"},
	{"super", LEX_HOLIDAY_FIRST, 0, "tuesday"},
	{"super", LEX_HOLIDAY_FIRST, 0, "bowl"},
	{0},
};
/* clang-format on */
