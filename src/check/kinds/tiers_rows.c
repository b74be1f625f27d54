/* The rows that hold metrics. */
#include "tiers.h"

const struct pf_metric *pf_tiers_metric(const struct pf_view *view, enum pf_tier tier)
{
	for (size_t i = 0; i < view->parts->metrics.n; i++)
		if (view->parts->metrics.v[i].tier == tier)
			return &view->parts->metrics.v[i];
	return NULL;
}

const struct pf_quant *pf_tiers_quant(const struct pf_view *view, uint32_t index)
{
	return index < view->quants->n ? &view->quants->v[index] : NULL;
}

void pf_tiers_words(const struct pf_view *view, const struct pf_metric *m, char *out, size_t size)
{
	pf_view_words(view, pf_range_empty(m->name) ? m->whole : m->name, out, size);
}
