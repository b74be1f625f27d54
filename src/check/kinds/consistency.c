/* consistency: which check a rule asks for, and the thread of words through the parts. */
#include "consistency/consistency.h"
#include "draft/quants.h"
#include "kinds.h"

/* Stems of the part, or of the sentences and rows in it that hold a number; a part that counts
 * nothing is read by all its words. */
static void part_stems(const struct pf_view *view, enum pf_part_id id, bool measured,
		       struct pf_stems *out, struct pf_range *at)
{
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];
		size_t first, last, done = SIZE_MAX;

		if (part->id != id)
			continue;
		if (pf_range_empty(*at))
			*at = pf_part_span(part);
		if (!measured) {
			pf_view_add_stems(view, part->body, out);
			continue;
		}
		pf_view_quants(view, part->body, &first, &last);
		for (size_t q = first; q < last; q++) {
			size_t s = pf_quant_sentence(view, &view->quants->v[q]);
			struct pf_range row = pf_row_at(view, view->quants->v[q].begin);
			struct pf_range said =
				pf_range_empty(row) ? pf_sentence_range(view, s) : row;

			if (said.begin != done) /* one without end holds thousands of numbers */
				pf_view_add_stems(view, said, out);
			done = said.begin;
		}
	}
	pf_stems_sort(out);
	if (measured && !out->n)
		part_stems(view, id, false, out, at);
}

#define OTHERWISE_TOLD 0.7 /* a person on the ninth floor, and the days until the lift runs */
#define SAME_MATTER    1

/* The parts share words, though not in the sentences that count. */
static bool same_matter(const struct pf_view *view, const struct pf_params_consistency *p)
{
	bool same = true;

	for (size_t i = 0; i + 1 < p->parts.n && same; i++) {
		struct pf_stems a = {0}, b = {0};
		struct pf_range at = {0, 0};

		part_stems(view, (enum pf_part_id)p->parts.v[i], false, &a, &at);
		part_stems(view, (enum pf_part_id)p->parts.v[i + 1], false, &b, &at);
		same = pf_stems_shared(&a, &b) >= SAME_MATTER;
		pf_stems_release(&a);
		pf_stems_release(&b);
	}
	return same;
}

/* Who drills one part owes nothing for the others. */
static void lacks_part(const struct pf_view *view, struct pf_judgement *j)
{
	if (view->context->drill)
		pf_judge_skip(j, "one part is drilled");
	else
		pf_judge_owe(j, "one of the parts is missing");
}

static void judge_shared(const struct pf_view *view, const struct pf_params_consistency *p,
			 bool measured, struct pf_judgement *j)
{
	struct pf_range first = {0, 0}, at = {0, 0};
	double least = p->least > 0 ? p->least : 1, worst = 1;

	for (size_t i = 0; i + 1 < p->parts.n; i++) {
		struct pf_stems a = {0}, b = {0};
		double credit;

		at = (struct pf_range){0, 0};
		part_stems(view, (enum pf_part_id)p->parts.v[i], measured, &a, &first);
		part_stems(view, (enum pf_part_id)p->parts.v[i + 1], measured, &b, &at);
		credit = (double)pf_stems_shared(&a, &b) / least;
		pf_stems_release(&a);
		pf_stems_release(&b);
		if (credit < worst)
			worst = credit;
	}
	if (pf_range_empty(first) || pf_range_empty(at)) {
		lacks_part(view, j);
		return;
	}
	pf_judge_credit(j, worst, first,
			worst >= 1 ? "the parts share their words" : "the thread breaks");
	if (worst < 1 && measured && same_matter(view, p)) {
		pf_judge_credit(j, OTHERWISE_TOLD, first, "the thread is told, not counted");
		j->untold = true;
	} else if (worst < 1 && pf_scope_guessed(view, &p->parts)) {
		j->untold = true;
	} else if (worst < 1) {
		pf_judge_miss(j, at, pf_part_title((enum pf_part_id)p->parts.v[p->parts.n - 1]), "")
			->other = first;
	}
}

void pf_consistency_judge(const struct pf_view *view, const struct pf_rule *rule,
			  struct pf_judgement *j)
{
	const struct pf_params_consistency *p = &rule->params.consistency;

	switch ((enum pf_consistency_check)p->check) {
	case PF_CONSISTENT_LAUNCH: pf_consistent_launch(view, j); break;
	case PF_CONSISTENT_STAGES: pf_consistent_stages(view, j); break;
	case PF_CONSISTENT_PLAN: pf_consistent_plan(view, j); break;
	case PF_CONSISTENT_VALUES: pf_consistent_values(view, j); break;
	case PF_CONSISTENT_SUMS: pf_consistent_sums(view, j); break;
	case PF_CONSISTENT_PROMISE: pf_consistent_promise(view, j); break;
	case PF_CONSISTENT_THREAD: judge_shared(view, p, true, j); break;
	case PF_CONSISTENT_SHARED: judge_shared(view, p, false, j); break;
	}
}
