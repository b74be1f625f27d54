/* What the release promises is measured below: in a metric, or in an answer. */

#include "consistency.h"
#include "draft/equation.h"
#include "draft/quants.h"

#define METRICS_LEAST 2    /* one line alone is no list of what is measured */
#define PROMISES_MOST 64   /* no page makes more; a book need not be searched for each */
#define NUMBERS_BELOW 1024 /* nor has more numbers below a promise */

/* "125 minutes" above, and 125 in a column of minutes. */
static bool is_amount(const struct pf_quant *q, const struct pf_quant *promise)
{
	return pf_same_amount(q->value, q->unit, promise->value, promise->unit) ||
	       ((!q->unit[0] || !promise->unit[0]) &&
		pf_same_amount(q->value, "", promise->value, ""));
}

/* One of the two ends is told below, of whatever it is called there. */
static bool amount_below(const struct pf_view *view, const struct pf_quant *promise)
{
	size_t first = pf_quants_at(view->quants, promise->end);

	for (size_t i = first; i < view->quants->n && i < first + NUMBERS_BELOW; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		enum pf_part_id part;

		if (!is_amount(q, promise) && !is_amount(q, &view->quants->v[promise->pair]))
			continue;
		part = pf_quant_part(view, q);
		if (part == PF_PART_METRICS || part == PF_PART_FAQ)
			return true;
	}
	return false;
}

/* Stems of all that is said of metrics, and of the answers that hold a number. */
static void stems_below(const struct pf_view *view, struct pf_stems *out)
{
	for (size_t i = 0; i < view->parts->metrics.n; i++)
		pf_view_add_stems(view, view->parts->metrics.v[i].whole, out);
	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];
		size_t first, last;

		pf_view_quants(view, pair->answer, &first, &last);
		if (first == last)
			continue;
		pf_view_add_stems(view, pair->question, out);
		pf_view_add_stems(view, pair->answer, out);
	}
	pf_stems_sort(out);
}

static bool word_below(const struct pf_view *view, const struct pf_quant *q,
		       const struct pf_stems *below)
{
	struct pf_stems said = {0};
	bool found;

	pf_view_stems(view, pf_sentence_range(view, pf_quant_sentence(view, q)), &said);
	found = !said.n || pf_stems_shared(&said, below) > 0;
	pf_stems_release(&said);
	return found;
}

/* "From 18 % to 6 %", above the metrics. */
static bool is_promise(const struct pf_view *view, const struct pf_quant *q)
{
	enum pf_part_id part = pf_quant_part(view, q);

	return q->role == PF_ROLE_TARGET && q->pair < view->quants->n && !q->past &&
	       !pf_quant_is_date(q) && !pf_range_empty(q->of) && part < PF_PART_METRICS &&
	       part != PF_PART_PROBLEM && part != PF_PART_QUOTE_COMPANY &&
	       part != PF_PART_QUOTE_CUSTOMER;
}

void pf_consistent_promise(const struct pf_view *view, struct pf_judgement *j)
{
	struct pf_stems below = {0};
	struct pf_range first = {0, 0};
	size_t all = 0, kept = 0;

	if (view->parts->metrics.n < METRICS_LEAST) {
		pf_judge_skip(j, "too few metrics to hold a promise against");
		return;
	}
	stems_below(view, &below);
	for (size_t i = 0; i < view->quants->n && all < PROMISES_MOST; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		struct pf_place_found *place;

		if (!is_promise(view, q))
			continue;
		if (!all++)
			first = pf_quant_span(q);
		if (word_below(view, q, &below) || amount_below(view, q)) {
			kept++;
			continue;
		}
		place = pf_judge_place(j, pf_sentence_range(view, pf_quant_sentence(view, q)));
		if (place)
			pf_view_words(view, q->of, place->value, sizeof(place->value));
	}
	pf_stems_release(&below);
	if (!all) {
		pf_judge_skip(j, "no promise from a value to a value");
		return;
	}
	pf_judge_credit(j, (double)kept / (double)all, j->n_places ? j->places[0].span : first,
			"%zu of %zu promises are measured", kept, all);
}
