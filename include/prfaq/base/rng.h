/*
 * rng.h - random numbers from a seed that is stored, so every run repeats.
 * SplitMix64 (Steele, Lea, Flood 2014). Not for secrets.
 */
#ifndef PRFAQ_BASE_RNG_H
#define PRFAQ_BASE_RNG_H

#include <stdint.h>

struct pf_rng {
	uint64_t state; /* any value is a valid seed */
};

uint64_t pf_rng_next(struct pf_rng *rng);
uint32_t pf_rng_below(struct pf_rng *rng, uint32_t n); /* 0 to n-1; n > 0; no modulo bias */

#endif
