/* Whether one sentence leads to the next. */
#include "flow.h"
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

void pf_gate_story(const struct pf_view *view, const struct pf_params_gate *p,
		   struct pf_judgement *j)
{
	struct pf_flow flow;
	struct floor least;
	double answers, whole, inside;

	if (view->context->drill) {
		pf_judge_skip(j, "one part is drilled");
		return;
	}
	flow = pf_flow_of(view);
	if ((double)flow.sentences < floors[0].sentences) {
		pf_judge_skip(j, "too few sentences to tell");
		return;
	}
	answers = pf_flow_answers(view);
	j->n = (double)flow.sentences;
	least = floor_of(j->n);
	/* What answers tell of an order is worth more than what a section tells. */
	whole = flow.page + flow.section / 2 + answers * 1.5 - least.whole;
	inside = flow.section + answers - least.inside;
	pf_judge_credit(
		j, p->none + (1 - p->none) * pf_ramp(whole < inside ? whole : inside, -p->full, 0),
		pf_view_opening(view),
		"in %zu sentences neighbours have more in common than chance, in deviations, by "
		"%.1f on the page, %.1f in a section, %.1f for answers",
		flow.sentences, flow.page, flow.section, answers);
}
