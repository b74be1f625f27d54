/* Today's value of a metric that does not hold it. */
#include <string.h>

#include "draft/quants.h"
#include "draft/words.h"
#include "tiers.h"

/* "20% of docks are confirmed today" could be where a target of 70% starts from. */
static bool could_be_today(const struct pf_view *view, size_t quant, const struct pf_quant *target)
{
	const struct pf_quant *q = &view->quants->v[quant];

	return q->base == target->base && !strcmp(q->unit, target->unit) && !pf_quant_is_date(q) &&
	       q->value != target->value && q->role != PF_ROLE_TARGET && q->role != PF_ROLE_DELTA;
}

/* Days, hours and money tell by their unit what they are of; one share is like another. */
static bool tells_by_unit(const struct pf_quant *q)
{
	return q->unit[0] && q->base != PF_QUANT_PERCENT;
}

/* The problem tells a value of the target's unit, or some sentence one of its sort in the metric's
 * words. */
static bool told_elsewhere(const struct pf_view *view, const struct pf_metric *m,
			   const struct pf_quant *target)
{
	struct pf_stems name = {0};
	bool told = false;

	pf_view_stems(view, m->name, &name);
	for (size_t i = 0; i < view->quants->n && i < PF_QUANTS_HELD && !told; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		size_t sentence = pf_quant_sentence(view, q);

		told = !pf_range_in(pf_quant_span(q), m->whole) &&
		       could_be_today(view, i, target) &&
		       ((tells_by_unit(q) && pf_quant_part(view, q) == PF_PART_PROBLEM) ||
			pf_view_shared_with(view, pf_sentence_range(view, sentence), &name) >= 2);
	}
	pf_stems_release(&name);
	return told;
}

/* "50,000 profiles", "60 vans": a count of what there is none of before; but who wants fewer, or
 * more, of something has some. */
static bool starts_at_nought(const struct pf_view *view, const struct pf_metric *m,
			     const struct pf_quant *target)
{
	static const char *const changes[] = {"fewer", "less",     "more", "reduce", "reduced",
					      "under", "below",    "down", "falls",  "rise",
					      "rises", "increase", "cut",  NULL};

	return (target->base == PF_QUANT_NUMBER || target->base == PF_QUANT_QUANTITY) &&
	       !target->unit[0] && !target->per[0] && target->value >= 10 &&
	       target->bound != PF_BOUND_LT && target->bound != PF_BOUND_LE &&
	       !pf_range_any(view, m->whole, changes);
}

bool pf_tiers_known_today(const struct pf_view *view, const struct pf_metric *m)
{
	const struct pf_quant *target = pf_tiers_quant(view, m->target);

	/* "About all", "not measured yet; few, I expect" */
	if (m->baseline != PF_QUANT_NONE || pf_tiers_filled(view, m->today))
		return true;
	return target && (starts_at_nought(view, m, target) || told_elsewhere(view, m, target));
}
