/*
 * pages.h - drafts of any size for the benches, each page another one.
 */
#ifndef PRFAQ_TESTS_BENCH_PAGES_H
#define PRFAQ_TESTS_BENCH_PAGES_H

#include "prfaq/base/buf.h"

/* One page of about 1.2 KB; its places, people and numbers are chosen by `n`, and so are its
 * sentences: four pages on end say nothing twice. What repeats itself is read a second time without
 * that, and a candidate's page does not. */
static inline void add_page(struct pf_buf *out, unsigned n)
{
	static const char *const who[] = {"dock workers", "night nurses", "bus drivers",
					  "home bakers",  "piano tuners", "field vets"};
	static const char *const where[] = {"Portmere", "Ashvale", "Lindholm", "Carrow", "Teasel"};
	static const char *const what[] = {"gate", "ward", "route", "oven", "hall", "farm"};
	static const char *const late[] = {
		"When something is late, the page says so and names the next one.",
		"A delay is shown at once, with the minutes it will take.",
		"If the plan changes, a message goes to everyone who waits.",
		"Whoever comes too early reads how long the others still need."};
	static const char *const use[] = {
		"open the page: from 0 % to 60 %", "read their message: from 0 % to 55 %",
		"arrive on time: from 20 % to 70 %", "answer the call: from 5 % to 40 %"};
	static const char *const cost[] = {
		"What does it cost to build and to run?**\nA: In all four people for five months",
		"How much money do you need?**\nA: Our crew of four works for five months; these",
		"What is the price of all this?**\nA: We pay four engineers from May on, who",
		"Is it worth its cost?**\nA: Two designers and two testers, half a year each;"};
	static const char *const safe[] = {
		"Names are encrypted, kept 30 days, and every look is logged.",
		"We delete what is older than a month; nobody can export it.",
		"Only a foreman may search, and searching leaves a trace.",
		"The phone numbers stay with the company that hired them."};
	static const char *const breaks[] = {
		"breaks first at ten times the load?**\nA: The printer, and paper is dropped,",
		"happens when the network fails?**\nA: The last list stays up for an hour,",
		"if twice as many come?**\nA: Then two lists are kept and the second one waits,",
		"is the worst that can go wrong?**\nA: A wrong name at a wrong door,"};
	const char *people = who[n % 6], *place = where[n % 5], *thing = what[n % 6];
	unsigned wait = 30 + n % 37, less = 10 + n % 13, count = 400 + 17 * (n % 91), k = n % 4;

	pf_buf_printf(
		out,
		"# %s board %u\n\n## Problem\n\nEach night %u %s in %s wait %u minutes for a "
		"%s, because the list is on paper and changes by hand. Some of them leave.\n\n"
		"## Solution\n\nThe worker opens one page and sees the %s, the name and the "
		"hour. %s At launch on %u June 2027 it covers two places only.\n\n",
		place, n, count, people, place, wait, thing, thing, late[k], 1 + n % 28);
	pf_buf_printf(
		out,
		"## Customer benefit\n\n- Waiting for a %s falls from %u minutes to %u "
		"minutes\n- Missed hours fall from %u %% to %u %% of shifts\n\n## Metrics\n\n"
		"| Tier | Metric |\n|---|---|\n| Primary | Wait for a %s: from %u to %u minutes "
		"within 3 months of launch, from the log |\n| Secondary | Missed hours: from %u "
		"%% to %u %% within 3 months, from the shift log |\n| Leading | %s who %s "
		"within 4 weeks, from the page log |\n\n",
		thing, wait, less, 12 + n % 9, 4 + n % 5, thing, wait, less, 12 + n % 9, 4 + n % 5,
		people, use[k]);
	pf_buf_printf(out,
		      "## FAQ\n\n**Q: %s are 20 person-months x $%u = $%u,000.\n\n**Q: Who "
		      "sees the list?**\nA: The %s of %s. %s\n\n**Q: What %s above %u a night.\n\n",
		      cost[k], 15000 + 1000 * (n % 7), 300 + 20 * (n % 7), people, place, safe[k],
		      breaks[k], count * 10);
}

/* Pages up to `size` bytes, cut there. The caller releases. */
static inline struct pf_buf pages_of(size_t size)
{
	struct pf_buf text = {0};

	for (unsigned n = 0; text.len < size; n++)
		add_page(&text, n);
	text.len = size;
	text.ptr[size] = '\0';
	return text;
}

#endif
