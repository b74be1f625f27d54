/*
 * release.h - what a press release is known by: its headline, when and where, news and story, how
 * to start, what is gained.
 */
#ifndef PF_PARTS_RELEASE_H
#define PF_PARTS_RELEASE_H

#include "voices/voices.h"

/* headline.c: the unit the press release begins with; its headline's, which becomes that part, or
 * SIZE_MAX; the hash of the headline's first word that could be a name, or 0. */
size_t pf_release_find(const struct pf_find *f);
size_t pf_headline_find(struct pf_find *f, size_t release);
uint32_t pf_headline_name(const struct pf_find *f, size_t headline);
/* "PRESS RELEASE - not before 6 January" names the form, and neither what is new nor its day. */
bool pf_names_form(const struct pf_find *f, const struct pf_unit *u);
/* dates.c: does a date stand in [begin, end)? Is the unit a dateline, or does it open with one? */
bool pf_has_date(const struct pf_find *f, uint32_t begin, uint32_t end);
/* The dash (or full stop) token that ends place and date at the unit's start; 0 for none. */
uint32_t pf_dateline_dash(const struct pf_find *f, const struct pf_unit *u);
/* A name and a day on a line of their own: "Harrow Street Museum, autumn 2028". */
bool pf_names_a_day(const struct pf_find *f, const struct pf_unit *u);
bool pf_is_dateline(const struct pf_find *f, const struct pf_unit *u, struct pf_range *out);
/* opening.c: all of it bold, or set apart in italics. */
bool pf_is_line_apart(const struct pf_find *f, const struct pf_unit *u);
/* "## Norwich, November 2027"; "# Norwich, England - a bank that waits" is a title. */
bool pf_heads_dateline(const struct pf_find *f, const struct pf_unit *u, struct pf_range *out);
/* Where and when stand right below, past a rule. */
bool pf_is_above_dateline(const struct pf_find *f, const struct pf_unit *u);
void pf_launch_find(struct pf_find *f);
#define PF_DATE_TOKENS 12u /* "Utrecht, 1 October." is a sentence that tells where and when */
/* story.c: does the paragraph bring in what is offered, by how it opens; will one of the next do
 * so? */
bool pf_story_turns(const struct pf_find *f, const struct pf_unit *u);
bool pf_story_will_turn(const struct pf_find *f, size_t at);
/* news.c: above 0 the paragraph tells what is new, below 0 what has been so until now. O(words). */
int pf_news_of(const struct pf_find *f, const struct pf_unit *u);
/* One past the sentence that opens a release, and may tell the news: the first, or the one behind
 * where and when. */
uint32_t pf_opening_stop(const struct pf_find *f, const struct pf_unit *u);
/* Below 0 the sentence says by its time that something is so. */
int pf_news_in(const struct pf_find *f, uint32_t first, uint32_t last);
/* Opens the sentence at token i with the day it begins: "From 5 May the caretaker gets a call"? */
bool pf_opens_on_day(const struct pf_find *f, uint32_t i, uint32_t last);
/* lede.c: gives SUMMARY the first prose of a release that has none. */
void pf_lede_take(struct pf_find *f);
/* start.c: "Text START to HourBook": the sentence tells the reader to do something. */
bool pf_start_orders(const struct pf_find *f, uint32_t first, uint32_t stop);
/* Gives START the commands that the release shows, or what it says of beginning in the
 * midst of the offer. */
void pf_start_take(struct pf_find *f);
/* benefits.c: each gain that is promised, once the parts are known. */
void pf_benefits_find(struct pf_find *f);

#endif
