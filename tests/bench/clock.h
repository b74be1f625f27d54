/*
 * clock.h - the clocks of the benches, and whether they only show that they still run.
 */
#ifndef PRFAQ_TESTS_BENCH_CLOCK_H
#define PRFAQ_TESTS_BENCH_CLOCK_H

#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

static inline double ms_by(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static inline double now_ms(void)
{
	return ms_by(CLOCK_MONOTONIC);
}

/* Time of the processor, so that what else runs here is not counted. */
static inline double cpu_ms(void)
{
	return ms_by(CLOCK_PROCESS_CPUTIME_ID);
}

/* With PF_BENCH_BRIEFLY in the environment, as the tests run it, a bench does all it does with so
 * little that its figures say nothing. */
static inline bool briefly(void)
{
	return getenv("PF_BENCH_BRIEFLY") != NULL;
}

#endif
