/*
 * bench_check.c - how long a check takes once the rubric is loaded, and that
 * twice the text takes about twice the time, hostile Markdown too.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "best.h"
#include "pages.h"
#include "prfaq/check/check.h"

static struct pf_rubric *load(const char *name)
{
	struct pf_paths paths = {.shipped = PF_ROOT_DIR, .config = "/nonexistent"};
	struct pf_rubric *rubric = NULL;
	double best = 1e9;

	for (int i = 0; i < 20; i++) {
		double t = cpu_ms();

		pf_rubric_free(rubric);
		if (pf_rubric_load(&rubric, name, &paths, NULL) != PF_OK)
			exit(3);
		t = cpu_ms() - t;
		best = t < best ? t : best;
	}
	printf("check  load of %-10s %8.2f ms\n", name, best);
	return rubric;
}

static void sizes(const struct pf_rubric *rubric)
{
	static const struct {
		const char *name;
		size_t size;
		int runs;
		double limit;
	} rows[] = {
		{"4 KB", 4096, 200, 0.3}, {"1 MB", 1u << 20, 5, 30}, {"16 MB", 16u << 20, 2, 500}};

	for (size_t i = 0; i < (briefly() ? 1 : sizeof(rows) / sizeof(*rows)); i++) {
		struct pf_buf text = pages_of(rows[i].size);

		printf("check  draft of %-9s %8.2f ms  (aim %g)\n", rows[i].name,
		       best_of(rubric, pf_buf_view(&text), briefly() ? 1 : rows[i].runs),
		       rows[i].limit);
		pf_buf_release(&text);
	}
}

/* A page with so many copies of the unit behind it. */
static struct pf_buf hostile(const char *unit, size_t times)
{
	struct pf_buf text = pages_of(4096);

	pf_buf_adds(&text, "\n\n");
	for (size_t i = 0; i < times; i++)
		pf_buf_adds(&text, unit);
	return text;
}

static void twice(const struct pf_rubric *rubric)
{
	static const struct {
		const char *name, *unit;
		size_t times;
	} rows[] = {
		{"wide empty tables",
		 "| | | | | | | |\n|---|---|---|---|---|---|---|\n| | | | | | | |\n", 4000},
		{"nesting", "> ", 50000},
		{"one line", "900 workers wait 50 minutes and lose $3 because of paper, ", 8000},
		{"vague words", "it will reduce many of 5 significantly and ", 8000},
		{"links", "[a](http://x.y/z) and [b][c] ", 10000},
		{"brackets", "[a]", 100000},
		{"stars", "*a **b ", 50000},
		{"numbers", "1,", 200000},
		{"questions", "**Q: Why so?**\nA: It is 30% by 2027 for users.\n\n", 5000},
		{"benefits", "- Waiting falls from 50 minutes to 20 minutes by May 2027\n", 5000},
		{"headings", "## Problem\n\nUsers lose 5 minutes.\n\n", 5000},
		{"dates in a line", "by May 2027 ", 16000},
		{"metrics", "Metrics\n", 20000},
		{"question marks", "?", 200000},
		{"thousands", "5k-", 80000},
		{"hundreds", "hundred-", 30000},
		{"marks", "## ", 50000},
		{"comments", "<!-- prfaq: off ST-03 -->\n\n", 8000},
		{"quotations", "\"It saves me minutes a day,\" said Ann.\n\n", 3000},
		{"assumptions", "We assume 300 users. ", 5000},
		{"concessions", "We can't. They may. ", 5000},
		{"wishes", "We want 300 hours for it. ", 5000},
		{"amounts in an answer", "It costs $300 for it. ", 5000},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t times = briefly() ? 9 : rows[i].times;
		struct pf_buf one = hostile(rows[i].unit, times);
		struct pf_buf two = hostile(rows[i].unit, 2 * times);
		double a = best_of(rubric, pf_buf_view(&one), 3);
		double b = best_of(rubric, pf_buf_view(&two), 3);

		printf("check  %-18s %8.2f ms, twice of it %8.2f ms: %.1f times  (aim 2.2)\n",
		       rows[i].name, a, b, b / a);
		pf_buf_release(&one);
		pf_buf_release(&two);
	}
}

int main(void)
{
	struct pf_rubric *article = load("article"), *canonical = load("canonical");

	sizes(article);
	twice(article);
	pf_rubric_free(article);
	pf_rubric_free(canonical);
	return 0;
}
