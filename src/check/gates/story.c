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

/*
 * How well sentences suit their sections on an honest page: no less than this, by how many were
 * placed. Measured on the same pages, each left out of what the fit was counted on: none lies
 * under it, and of shuffled ones nineteen in twenty do. Published releases keep less to the
 * sections that the article has; what their neighbours have in common counts for more.
 */
static const struct suits {
	double least, each, most; /* of n sentences: least + n * each, and never over `most` */
	double beside, at_most;   /* what neighbours and answers add, and how much of it */
} suits[] = {[false] = {0.4, 0.06, 2.4, 0.4, 9}, [true] = {0.4, 0.085, 3.8, 0.17, 1}};

#define SUITS_DOUBT 0.4 /* so far under it nothing is left */

/* 1 for a page whose sentences suit their sections, 0 for one that could stand in any order. Told
 * backwards, a page keeps its neighbours: they cannot speak for it alone; nor against it, where
 * every sentence brings something new. */
static double by_sections(const struct pf_view *view, double fit, size_t placed,
			  const struct pf_flow *flow, double answers)
{
	const struct suits *s = &suits[view->context->prompt != NULL];
	double beside = s->beside * (flow->page + flow->section + 2 * answers);
	double floor = fmin(s->most, s->least + s->each * (double)placed);

	return pf_ramp(fit + fmax(0, fmin(beside, s->at_most)), floor - SUITS_DOUBT, floor);
}

#define SUITS_WELL \
	0.7 /* deviations that neighbours may want, by each that sections have to spare */

/* 1 where one sentence leads to the next, as far as that can be told. A terse page whose sentences
 * suit their sections far better than they must was not shuffled, whatever its neighbours. */
static double by_neighbours(const struct pf_params_gate *p, const struct pf_flow *flow,
			    double answers, double spare)
{
	struct floor least = floor_of((double)flow->sentences);
	/* What answers tell of an order is worth more than what a section tells. */
	double whole = flow->page + flow->section / 2 + answers * 1.5 - least.whole;
	double inside = flow->section + answers - least.inside;

	return pf_ramp(fmin(whole, inside) + SUITS_WELL * fmax(spare, 0), -p->full, 0);
}

/* Sentences of prose, until both have as many as they take. */
static void read_page(const struct pf_view *view, struct pf_flow_page *flow,
		      struct pf_fit_page *fit)
{
	struct pf_seen seen;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		enum pf_in_section section;

		flow->sections += view->sentence_part[s] == PF_SENTENCE_HEADING;
		if (!pf_flow_prose(view, s))
			continue;
		section = pf_fit_section(fit, view, s);
		if (section == PF_IN_NONE && pf_flow_full(flow))
			continue;
		pf_sentence_see(view, s, &seen);
		pf_flow_add(flow, &seen);
		if (section != PF_IN_NONE)
			pf_fit_add(fit, section, &seen);
	}
}

void pf_gate_story(const struct pf_view *view, const struct pf_params_gate *p,
		   struct pf_judgement *j)
{
	struct pf_flow_page flow_page = {0};
	struct pf_fit_page fit_page = {0};
	struct pf_flow flow;
	size_t placed;
	double answers, fit, order = 1;
	bool prompted = view->context->prompt != NULL;

	if (view->context->drill) {
		pf_judge_skip(j, "one part is drilled");
		return;
	}
	read_page(view, &flow_page, &fit_page);
	flow = pf_flow_of(&flow_page);
	fit = pf_fit_of(&fit_page, &placed);
	if ((double)flow.sentences < floors[0].sentences && !placed) {
		pf_judge_skip(j, "too few sentences to tell");
		return;
	}
	answers = pf_flow_answers(view);
	if ((double)flow.sentences >= floors[0].sentences)
		order = by_neighbours(p, &flow, answers, placed ? fit - suits[prompted].most : 0);
	if (placed)
		order = fmin(order, by_sections(view, fit, placed, &flow, answers));
	j->n = (double)flow.sentences;
	pf_judge_credit(j, p->none + (1 - p->none) * order, pf_view_opening(view),
			"%zu sentences, in deviations from chance: neighbours %.1f on the page, "
			"%.1f in a section; answers %.1f; in their sections %.1f",
			flow.sentences, flow.page, flow.section, answers, fit);
}
