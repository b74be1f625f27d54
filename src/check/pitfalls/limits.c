/* Constraints that a page ignores: no day, no money and no law. */
#include "pitfalls.h"

#include <stdio.h>
#include <string.h>

#include "draft/quants.h"
#include "draft/words.h"

static bool names_cost(const struct pf_view *view)
{
	for (size_t i = 0; i < view->quants->n; i++)
		if (view->quants->v[i].base == PF_QUANT_MONEY)
			return true;
	for (size_t i = 0; i < view->parts->pairs.n; i++)
		if (pf_view_has(view, PF_LIST_cost, view->parts->pairs.v[i].question) &&
		    !pf_range_empty(view->parts->pairs.v[i].answer))
			return true;
	return false;
}

static bool asks_when(const struct pf_view *view, struct pf_range question)
{
	static const char *const words[] = {"when", "timeline", "deadline", "schedule", NULL};

	return pf_range_any(view, question, words);
}

/* A launch, any day or month above the questions, or a question that asks for it. */
static bool names_date(const struct pf_view *view)
{
	if (!pf_range_empty(view->parts->launch))
		return true;
	for (size_t i = 0; i < view->quants->n; i++)
		if (view->quants->v[i].kind == PF_QUANT_DATE &&
		    strcmp(view->quants->v[i].unit, "year") &&
		    pf_is_release(pf_quant_part(view, &view->quants->v[i])))
			return true;
	for (size_t i = 0; i < view->parts->pairs.n; i++)
		if (asks_when(view, view->parts->pairs.v[i].question) &&
		    !pf_range_empty(view->parts->pairs.v[i].answer))
			return true;
	return false;
}

/* Without a brief: no date, no money and no rule. With one, the rules of the limits tell. */
void pf_pitfall_limits(const struct pf_view *view, struct pf_pitfall_score *p)
{
	if (view->context->prompt || pf_view_hits(view, PF_LIST_regulation, PF_ANYWHERE).n ||
	    names_cost(view) || names_date(view))
		return;
	p->found = true;
	p->span = pf_part_place(view, PF_PART_FAQ); /* where a reader would look for them */
	snprintf(p->why, sizeof(p->why), "no date, no cost and no rule of law is named");
}
