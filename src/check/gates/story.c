/* Whether one sentence leads to the next. */
#include <math.h>

#include "flow/flow.h"
#include "gates.h"

/*
 * What an honest page of so many sentences shows at the least, as a whole and inside its sections.
 * Measured on 12 model answers, 180 drafts in pairs and 30 published ones: none lies under a floor.
 * Terse pages come close to chance, so that a shuffled one of fewer than forty sentences may pass.
 * Nothing can be said of fewer than twenty.
 */
static const struct floor {
	double sentences, whole, inside;
} floors[] = {{20, -2, -2}, {28, -2, -2}, {34, -1.5, -1.7}, {45, -1.3, -1.3}, {54, 1, -0.3}};

#define FLOORS (sizeof(floors) / sizeof(*floors))

static struct floor floor_of(double n)
{
	struct floor at = floors[FLOORS - 1];

	for (size_t i = 1; i < FLOORS; i++) {
		const struct floor *a = &floors[i - 1], *b = &floors[i];
		double t = (n - a->sentences) / (b->sentences - a->sentences);

		if (n >= a->sentences && n < b->sentences)
			at = (struct floor){n, a->whole + t * (b->whole - a->whole),
					    a->inside + t * (b->inside - a->inside)};
	}
	return at;
}

/* Of drafts for a prompt one in a hundred lies under the first, of shuffled ones nine in ten; a
 * release at large keeps less to the sections that the article has. */
#define FIT_FULL      2.0
#define FIT_NONE      1.4
#define FIT_ALONE     0.9  /* what neighbours may add */
#define FIT_SENTENCES 36.0 /* fewer deviate less from chance, whatever their order */
#define FIT_LARGE     1.2  /* so much less is asked without a prompt */

/* 1 for a page whose sentences suit their sections, 0 for one that could stand in any order. What
 * neighbours and answers tell speaks for it or against it. */
static double by_sections(const struct pf_view *view, double fit, const struct pf_flow *flow,
			  double answers)
{
	double order = fit + flow->page / 2 + flow->section / 4 + answers / 4;
	double sure = fmin(1, sqrt((double)flow->sentences / FIT_SENTENCES));

	/* Told backwards, a page keeps its neighbours. */
	order = fmin(order, fit + FIT_ALONE);
	return pf_ramp(order + (view->context->prompt ? 0 : FIT_LARGE), FIT_NONE * sure,
		       FIT_FULL * sure);
}

/* 1 where one sentence leads to the next, as far as that can be told. */
static double by_neighbours(const struct pf_params_gate *p, const struct pf_flow *flow,
			    double answers)
{
	struct floor least = floor_of((double)flow->sentences);
	/* What answers tell of an order is worth more than what a section tells. */
	double whole = flow->page + flow->section / 2 + answers * 1.5 - least.whole;
	double inside = flow->section + answers - least.inside;

	return pf_ramp(fmin(whole, inside), -p->full, 0);
}

void pf_gate_story(const struct pf_view *view, const struct pf_params_gate *p,
		   struct pf_judgement *j)
{
	struct pf_flow flow;
	size_t placed;
	double answers, fit, order = 1;

	if (view->context->drill) {
		pf_judge_skip(j, "one part is drilled");
		return;
	}
	flow = pf_flow_of(view);
	fit = pf_fit_of(view, &placed);
	if ((double)flow.sentences < floors[0].sentences && !placed) {
		pf_judge_skip(j, "too few sentences to tell");
		return;
	}
	answers = pf_flow_answers(view);
	if ((double)flow.sentences >= floors[0].sentences)
		order = by_neighbours(p, &flow, answers);
	if (placed)
		order = fmin(order, by_sections(view, fit, &flow, answers));
	j->n = (double)flow.sentences;
	pf_judge_credit(j, p->none + (1 - p->none) * order, pf_view_opening(view),
			"%zu sentences, in deviations from chance: neighbours %.1f on the page, "
			"%.1f in a section; answers %.1f; in their sections %.1f",
			flow.sentences, flow.page, flow.section, answers, fit);
}
