/* order: one thing comes before another. Both must be there for the rule to apply. */
#include "draft/maybe.h"
#include "draft/things.h"
#include "kinds.h"

/* The lead of a release announces what is new; below a labelled problem the solution is told. */
static bool is_lead(const struct pf_view *view, struct pf_range then, struct pf_range first)
{
	bool labelled = false;

	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];

		if (part->body.begin == then.begin && !pf_range_empty(part->heading))
			return false;
		labelled = labelled ||
			   (part->body.begin == first.begin && !pf_range_empty(part->heading));
		if (part->body.begin < then.begin && part->id != PF_PART_HEADLINE &&
		    part->id != PF_PART_SUBHEADING && part->id != PF_PART_SUMMARY)
			return false;
	}
	return labelled;
}

/* Is it taken from a part that no heading names? */
static bool guessed(const struct pf_view *view, enum pf_thing thing)
{
	int part = thing == PF_THING_PROBLEM ? PF_PART_PROBLEM : PF_PART_SOLUTION;
	struct pf_ints scope = {&part, 1};

	return (thing == PF_THING_PROBLEM || thing == PF_THING_SOLUTION) &&
	       pf_scope_guessed(view, &scope);
}

void pf_order_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	const struct pf_params_order *p = &rule->params.order;
	struct pf_range first, then;

	if (!pf_thing_find(view, (enum pf_thing)p->first, &first)) {
		if (view->context->drill) {
			pf_judge_skip(j, "one part is drilled");
			return;
		}
		pf_judge_credit(j, 0, pf_view_opening(view), "%s is nowhere",
				pf_thing_title((enum pf_thing)p->first));
		pf_judge_miss(j, pf_view_opening(view), pf_thing_title((enum pf_thing)p->first),
			      "");
		/* What was not found may stand anywhere, and before it as well. */
		j->untold = pf_maybe_thing(view, (enum pf_thing)p->first);
		return;
	}
	if (!pf_thing_find(view, (enum pf_thing)p->then, &then)) {
		pf_judge_pass(j, first, "%s is there, and nothing is before it",
			      pf_thing_title((enum pf_thing)p->first));
		return;
	}
	if (first.begin <= then.begin || is_lead(view, then, first)) {
		pf_judge_pass(j, first, "%s comes before %s",
			      pf_thing_title((enum pf_thing)p->first),
			      pf_thing_title((enum pf_thing)p->then));
		return;
	}
	pf_judge_credit(j, 0, then, "%s comes before %s", pf_thing_title((enum pf_thing)p->then),
			pf_thing_title((enum pf_thing)p->first));
	j->untold = guessed(view, (enum pf_thing)p->first) || guessed(view, (enum pf_thing)p->then);
	pf_judge_next(j, "move %s up", pf_thing_title((enum pf_thing)p->first));
	j->other = first;
	pf_judge_miss(j, then, pf_thing_title((enum pf_thing)p->first), "")->other = first;
}
