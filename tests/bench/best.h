/*
 * best.h - how long a check takes at its best.
 */
#ifndef PRFAQ_TESTS_BENCH_BEST_H
#define PRFAQ_TESTS_BENCH_BEST_H

#include "clock.h"
#include "prfaq/check/check.h"

/* The best of some runs: what the machine can do when nothing else wants its caches. */
static inline double best_of(const struct pf_rubric *rubric, struct pf_slice text, int runs)
{
	double best = 1e9;

	for (int i = 0; i < runs; i++) {
		struct pf_check check;
		double t = cpu_ms();

		if (pf_check_run(&check, rubric, text, NULL, NULL) != PF_OK)
			exit(3);
		t = cpu_ms() - t;
		pf_check_release(&check);
		best = t < best ? t : best;
	}
	return best;
}

#endif
