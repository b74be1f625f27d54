/* How long a check takes: the rubric once, then drafts of 4 KB, 1 MB and 16 MB. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "prfaq/check/check.h"

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static const char page[] =
	"# Pier Board\n\n## Problem\n\nEach night 900 dock workers in Portmere wait 50 minutes for "
	"a "
	"gate, because the list of ships is on paper and changes by hand.\n\n## Solution\n\nThe "
	"worker "
	"opens one page and sees the gate, the ship and the hour. When the ship is late, the page "
	"says "
	"so and names the next gate. At launch on 1 June 2027 it covers two piers only.\n\n"
	"## Customer benefit\n\n- Waiting for a gate falls from 50 minutes to 20 minutes\n- Missed "
	"ships "
	"fall from 12 % to 4 % of shifts\n\n## Metrics\n\n| Tier | Metric |\n|---|---|\n| Primary "
	"| Wait "
	"for a gate: from 50 to 20 minutes within 3 months of launch, from the gate log |\n| "
	"Secondary | "
	"Missed ships: from 12 % to 4 % within 3 months, from the shift log |\n| Leading | Workers "
	"who "
	"open the page: from 0 % to 60 % within 4 weeks, from the page log |\n\n## FAQ\n\n**Q: "
	"What does "
	"it cost to build and to run?**\nA: $300,000 in all: four people for five months are 20 "
	"person-months x $15,000 = $300,000.\n\n**Q: Who sees the list?**\nA: The workers of the "
	"pier. "
	"Names are encrypted, kept 30 days, and every look is logged.\n\n";

/* Whole pages, one after another, up to `size` bytes. */
static char *text_of(size_t size)
{
	char *text = malloc(size + sizeof(page));
	size_t n = 0;

	if (!text)
		exit(3);
	while (n < size) {
		memcpy(text + n, page, sizeof(page) - 1);
		n += sizeof(page) - 1;
	}
	text[size] = '\0';
	return text;
}

/* The best of some runs: what the machine can do when nothing else wants it. */
static double best_of(const struct pf_rubric *rubric, struct pf_slice text, int runs)
{
	double best = 1e9;

	for (int i = 0; i < runs; i++) {
		struct pf_check check;
		double t = now_ms();

		if (pf_check_run(&check, rubric, text, NULL, NULL) != PF_OK)
			exit(3);
		t = now_ms() - t;
		pf_check_release(&check);
		best = t < best ? t : best;
	}
	return best;
}

int main(void)
{
	static const struct {
		const char *name;
		size_t size;
		int runs;
		double limit;
	} sizes[] = {
		{"4 KB", 4096, 200, 0.3}, {"1 MB", 1u << 20, 5, 30}, {"16 MB", 16u << 20, 2, 500}};
	struct pf_paths paths = {.shipped = PF_ROOT_DIR, .config = "/nonexistent"};
	struct pf_rubric *rubric = NULL;
	double best = 1e9;

	for (int i = 0; i < 20; i++) {
		double t = now_ms();

		pf_rubric_free(rubric);
		if (pf_rubric_load(&rubric, "article", &paths, NULL) != PF_OK)
			return 3;
		t = now_ms() - t;
		best = t < best ? t : best;
	}
	printf("check  rubric load     %8.2f ms  (limit 2)\n", best);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		char *text = text_of(sizes[i].size);

		printf("check  draft of %-6s %8.2f ms  (limit %g)\n", sizes[i].name,
		       best_of(rubric, pf_slice_make(text, sizes[i].size), sizes[i].runs),
		       sizes[i].limit);
		free(text);
	}
	pf_rubric_free(rubric);
	return 0;
}
