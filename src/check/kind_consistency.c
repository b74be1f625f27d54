/* consistency: what the checks share, and the thread of words through the parts. */
#include <stdio.h>
#include <string.h>

#include "consistency.h"
#include "kinds.h"
#include "things.h"

void pf_consistency_clash(const struct pf_view *view, struct pf_judgement *j, struct pf_range a,
			  struct pf_range b)
{
	struct pf_place_found *place;

	for (size_t i = 0; i < j->n_places; i++)
		if (j->places[i].span.begin == b.begin) /* told once */
			return;
	place = pf_judge_place(j, b);
	if (!place)
		return;
	place->other = a;
	pf_view_words(view, a, place->value, sizeof(place->value));
	pf_view_words(view, b, place->what, sizeof(place->what));
}

struct pf_range pf_quant_span(const struct pf_quant *q)
{
	return (struct pf_range){q->begin, q->end};
}

bool pf_token_among(const struct pf_view *view, uint32_t token, const char *const *words)
{
	const struct pf_token *t = &view->tokens->v[token];
	char c = pf_token_initial(view->text, t);

	for (; *words; words++)
		if ((**words == c || c & 0x80) && pf_token_reads(view->text, t, *words))
			return true;
	return false;
}

bool pf_tokens_any(const struct pf_view *view, uint32_t first, uint32_t last,
		   const char *const *words)
{
	for (uint32_t i = first; i < last; i++)
		if (pf_token_among(view, i, words))
			return true;
	return false;
}

bool pf_tokens_only(const struct pf_view *view, uint32_t first, uint32_t last,
		    const char *const *words)
{
	for (uint32_t i = first; i < last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind == PF_TOKEN_SIGN ? t->sign && strchr(";.!?|", t->sign) != NULL
					     : !pf_token_among(view, i, words))
			return false;
	}
	return true;
}

/* Stems of the nouns that numbers of a part measure, and of the words around them. */
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
			size_t s = pf_sentence_of(view->tokens, view->quants->v[q].first);
			struct pf_range row = pf_row_at(view, view->quants->v[q].begin);
			struct pf_range said =
				pf_range_empty(row) ? pf_sentence_range(view, s) : row;

			if (said.begin != done) /* one without end holds thousands of numbers */
				pf_view_add_stems(view, said, out);
			done = said.begin;
		}
	}
	pf_stems_sort(out);
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
		pf_judge_owe(j, "one of the parts is missing");
		return;
	}
	pf_judge_credit(j, worst, first,
			worst >= 1 ? "the parts share their words" : "the thread breaks");
	if (worst < 1) {
		struct pf_place_found *place = pf_judge_place(j, at);

		place->other = first;
		snprintf(place->value, sizeof(place->value), "%s",
			 pf_part_title((enum pf_part_id)p->parts.v[p->parts.n - 1]));
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
