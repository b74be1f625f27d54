#include "prfaq/base/rng.h"

#include <assert.h>

uint64_t pf_rng_next(struct pf_rng *rng)
{
	uint64_t z = rng->state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

uint32_t pf_rng_below(struct pf_rng *rng, uint32_t n)
{
	uint32_t reject;
	uint32_t x;

	assert(n > 0);
	reject = (uint32_t)-n % n; /* 2^32 mod n: the values that would favour the low results */
	do
		x = (uint32_t)(pf_rng_next(rng) >> 32);
	while (x < reject);
	return x % n;
}
