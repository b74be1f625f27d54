/* The rows that hold metrics, and how a check points at one. */
#include <stdio.h>

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

struct pf_range pf_tiers_place(const struct pf_view *view)
{
	struct pf_ints one = {(int[]){PF_PART_METRICS}, 1};
	struct pf_range at;

	pf_scope_span(view, &one, &at);
	return at;
}

void pf_tiers_miss(struct pf_judgement *j, struct pf_range at, const char *value, const char *what)
{
	struct pf_place_found *place = pf_judge_place(j, at);

	if (!place)
		return;
	snprintf(place->value, sizeof(place->value), "%s", value);
	snprintf(place->what, sizeof(place->what), "%s", what);
}

void pf_tiers_words(const struct pf_view *view, const struct pf_metric *m, char *out, size_t size)
{
	pf_view_words(view, pf_range_empty(m->name) ? m->whole : m->name, out, size);
}
