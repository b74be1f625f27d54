/* consistency: which check a rule asks for, and the thread of words through the parts. */
#include <stdio.h>
#include <string.h>

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
		struct pf_place_found *place = pf_judge_place(j, at);

		place->other = first;
		snprintf(place->value, sizeof(place->value), "%s",
			 pf_part_title((enum pf_part_id)p->parts.v[p->parts.n - 1]));
	}
}

/* "..., said Ines Bohl, a florist.": the words after the article, outside of the quotation. */
static struct pf_range named_role(const struct pf_view *view, struct pf_range quote)
{
	static const char *const articles[] = {"a", "an", NULL};
	const struct pf_token *v = view->tokens->v;
	uint32_t last = (uint32_t)pf_tokens_at(view->tokens, quote.end), end;

	for (uint32_t i = (uint32_t)pf_tokens_at(view->tokens, quote.begin) + 1; i + 1 < last;
	     i++) {
		if (v[i].flags & PF_TOKEN_QUOTED || v[i - 1].sign != ',' ||
		    !pf_token_among(view, i, articles))
			continue;
		for (end = i + 1; end < last && v[end].kind == PF_TOKEN_WORD; end++)
			;
		if (end > i + 1)
			return (struct pf_range){v[i + 1].begin, v[end - 1].end};
	}
	return (struct pf_range){0, 0};
}

/* The one who speaks is a customer of the page: the quotation shares a word with the problem, or
 * the role of the speaker is named elsewhere. Who is called by name alone may be anybody. */
static void judge_customer(const struct pf_view *view, struct pf_judgement *j)
{
	const struct pf_part *quote = pf_parts_get(view->parts, PF_PART_QUOTE_CUSTOMER);
	struct pf_stems problem = {0}, page = {0}, said = {0};
	struct pf_range at = {0, 0}, role;
	bool same, known;

	if (!quote || !pf_parts_get(view->parts, PF_PART_PROBLEM)) {
		lacks_part(view, j);
		return;
	}
	part_stems(view, PF_PART_PROBLEM, false, &problem, &at);
	pf_view_stems(view, quote->body, &said);
	same = pf_stems_shared(&problem, &said) > 0;
	role = named_role(view, quote->body);
	for (size_t i = 0; i < view->parts->parts.n; i++)
		if (view->parts->parts.v[i].id < PF_PART_QUOTE_COMPANY)
			pf_view_add_stems(view, view->parts->parts.v[i].body, &page);
	pf_stems_sort(&page);
	said.n = 0;
	pf_view_stems(view, role, &said);
	known = pf_stems_shared(&page, &said) > 0;
	pf_stems_release(&problem);
	pf_stems_release(&page);
	pf_stems_release(&said);
	if (!same && pf_range_empty(role)) {
		pf_judge_skip(j, "nothing tells who speaks");
		return;
	}
	pf_judge_credit(j, same || known ? 1 : 0, pf_part_span(quote),
			same || known ? "the customer speaks" : "somebody else speaks");
	if (!same && !known)
		pf_view_words(view, role, pf_judge_place(j, role)->value, sizeof(j->places->value));
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
	case PF_CONSISTENT_CUSTOMER: judge_customer(view, j); break;
	case PF_CONSISTENT_SHARED: judge_shared(view, p, false, j); break;
	}
}
