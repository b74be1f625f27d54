/*
 * things.h - finding one kind of thing in a draft: for presence and order.
 */
#ifndef PF_CHECK_THINGS_H
#define PF_CHECK_THINGS_H

#include "view.h"

/* First place of the thing; false when it is nowhere. */
bool pf_thing_find(const struct pf_view *view, enum pf_thing thing, struct pf_range *at);
/* How many distinct ones, counted up to `max`, with their places. */
size_t pf_thing_count(const struct pf_view *view, enum pf_thing thing, struct pf_range *at,
		      size_t max);
const char *pf_thing_title(enum pf_thing thing); /* "launch date" */

/* The list of that name in the rubric, for words that C needs by name; the name is a literal. */
uint32_t pf_list_named(const struct pf_view *view, const char *name);
/* True when "week 6", "month 3", a date or a duration stands in the sentence. */
bool pf_sentence_dated(const struct pf_view *view, size_t sentence);
/* The row of a table whose cell holds the byte; empty outside of tables. */
struct pf_range pf_row_at(const struct pf_view *view, uint32_t off);
bool pf_sentence_numbered(const struct pf_view *view, size_t sentence); /* holds a bound number */
#endif
