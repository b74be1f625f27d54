#include "metrics.h"

#include "prfaq/base/mem.h"

#define FIRST_METRICS 32 /* that a copy can be of */

/* How often the metric's name was stated before: the k-th copy is no new evidence. `hashes` are of
 * the first names. */
static size_t copies_before(const struct pf_view *view, size_t index, uint32_t *hashes)
{
	struct pf_slice name = pf_slice_range(view->text, view->parts->metrics.v[index].name);
	uint32_t hash = pf_word_hash(name);
	size_t n = 0;

	if (index < FIRST_METRICS)
		hashes[index] = hash;
	for (size_t i = 0; i < index && i < FIRST_METRICS && name.len; i++)
		n += hashes[i] == hash &&
		     pf_slice_equal_nocase(
			     pf_slice_range(view->text, view->parts->metrics.v[i].name), name);
	return n;
}

uint8_t *pf_metrics_copies(const struct pf_view *view)
{
	uint8_t *copies = pf_xcalloc(view->parts->metrics.n + 1, sizeof(*copies));
	uint32_t hashes[FIRST_METRICS];

	for (size_t i = 0; i < view->parts->metrics.n; i++)
		copies[i] = (uint8_t)copies_before(view, i, hashes);
	return copies;
}
