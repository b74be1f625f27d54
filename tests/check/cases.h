/*
 * cases.h - drafts in a plain-text table: "== name | want" or "== name | want | with", then the
 * draft.
 */
#ifndef PF_TESTS_CHECK_CASES_H
#define PF_TESTS_CHECK_CASES_H

#include "harness.h"

struct test_case {
	char *name, *want, *draft;
	char *with; /* what the brief says; NULL without a second bar */
};

/* Cuts the case at `text`, which is written to; returns where the next may be, NULL after the last
 * one. */
static inline char *test_case_next(char *text, struct test_case *c)
{
	char *end, *bar;

	if (!text || !(text = strstr(text, "== ")))
		return NULL;
	c->name = text + 3;
	bar = strstr(c->name, " | ");
	end = strchr(c->name, '\n');
	if (!bar || !end || bar > end)
		fail_msg("a case begins \"== name | want\": %.40s", text);
	*bar = *end = '\0';
	c->want = bar + 3;
	c->with = strstr(c->want, " | ");
	if (c->with) {
		*c->with = '\0';
		c->with += 3;
	}
	c->draft = end + 1;
	end = strstr(c->draft, "\n== ");
	if (end)
		*end++ = '\0';
	return end ? end : c->draft + strlen(c->draft);
}

#endif
