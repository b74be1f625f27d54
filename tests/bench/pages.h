/*
 * pages.h - drafts of any size for the benches, each page another one, and a clock.
 */
#ifndef PRFAQ_TESTS_BENCH_PAGES_H
#define PRFAQ_TESTS_BENCH_PAGES_H

#include <time.h>

#include "prfaq/base/buf.h"

static inline double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* One page of about 2 KB; its places, people and numbers are chosen by `n`. */
static inline void add_page(struct pf_buf *out, unsigned n)
{
	static const char *const who[] = {"dock workers", "night nurses", "bus drivers",
					  "home bakers",  "piano tuners", "field vets"};
	static const char *const where[] = {"Portmere", "Ashvale", "Lindholm", "Carrow", "Teasel"};
	static const char *const what[] = {"gate", "ward", "route", "oven", "hall", "farm"};
	const char *people = who[n % 6], *place = where[n % 5], *thing = what[n % 6];
	unsigned wait = 30 + n % 37, less = 10 + n % 13, count = 400 + 17 * (n % 91);

	pf_buf_printf(
		out,
		"# %s board %u\n\n## Problem\n\nEach night %u %s in %s wait %u minutes for a "
		"%s, because the list is on paper and changes by hand. Some of them leave.\n\n"
		"## Solution\n\nThe worker opens one page and sees the %s, the name and the "
		"hour. When something is late, the page says so and names the next one. At "
		"launch on 1 June 2027 it covers two places only.\n\n",
		place, n, count, people, place, wait, thing, thing);
	pf_buf_printf(
		out,
		"## Customer benefit\n\n- Waiting for a %s falls from %u minutes to %u "
		"minutes\n- Missed hours fall from %u %% to %u %% of shifts\n\n## Metrics\n\n"
		"| Tier | Metric |\n|---|---|\n| Primary | Wait for a %s: from %u to %u minutes "
		"within 3 months of launch, from the log |\n| Secondary | Missed hours: from %u "
		"%% to %u %% within 3 months, from the shift log |\n| Leading | %s who open the "
		"page: from 0 %% to 60 %% within 4 weeks, from the page log |\n\n",
		thing, wait, less, 12 + n % 9, 4 + n % 5, thing, wait, less, 12 + n % 9, 4 + n % 5,
		people);
	pf_buf_printf(
		out,
		"## FAQ\n\n**Q: What does it cost to build and to run?**\nA: $%u,000 in all: "
		"four people for five months are 20 person-months x $%u = $%u,000.\n\n**Q: Who "
		"sees the list?**\nA: The %s of %s. Names are encrypted, kept 30 days, and every "
		"look is logged.\n\n**Q: What breaks first at ten times the load?**\nA: The "
		"printer. Above %u a night the page stays, and paper is dropped.\n\n",
		300 + 20 * (n % 7), 15000 + 1000 * (n % 7), 300 + 20 * (n % 7), people, place,
		count * 10);
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
