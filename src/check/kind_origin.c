/* origin: every number of the scope is given, derived, assumed, or (without a brief) cited. */
#include <stdio.h>

#include "kinds.h"
#include "origin.h"
#include "things.h"

/* Nobody here can look it up: a name behind a number is worth less than having counted. */
#define BORROWED_WORTH 0.3

static bool borrowed(const struct pf_view *view, size_t quant)
{
	size_t s = pf_sentence_of(view->tokens, view->quants->v[quant].first);
	struct pf_range sentence = pf_sentence_range(view, s);
	uint32_t names = pf_list_named(view, "authorities");
	uint32_t own = pf_list_named(view, "own_evidence");

	return view->origin[quant] == PF_ORIGIN_CITED &&
	       pf_view_any(view, &names, 1, sentence, NULL) &&
	       !pf_view_any(view, &own, 1, sentence, NULL);
}

void pf_origin_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	const struct pf_params_origin *p = &rule->params.origin;
	size_t all = 0, known = 0;
	double worth = 0;
	struct pf_range first = {0, 0};

	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		struct pf_range at = {q->begin, q->end};
		struct pf_place_found *place;

		if (!pf_origin_needed(q) || !pf_quant_bound(view, i) ||
		    !pf_scope_has(&p->parts, pf_parts_at(view->parts, q->begin)))
			continue;
		all++;
		if (view->origin[i] != PF_ORIGIN_BARE) {
			worth += borrowed(view, i) ? BORROWED_WORTH : 1;
			if (!known++)
				first = at;
			continue;
		}
		place = pf_judge_place(j, at);
		if (place)
			pf_view_words(view, at, place->value, sizeof(place->value));
	}
	if (!all) {
		pf_judge_owe(j, "no number to ask about");
		return;
	}
	j->n = (double)(all - known);
	pf_judge_credit(j, worth / (double)all, known ? first : j->places[0].span,
			"%zu of %zu numbers have an origin", known, all);
	if (j->n_places)
		pf_judge_next(j, "say where \"%s\" comes from", j->places[0].value);
}
