/* Whether an answer of the FAQ defends a target. */
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/bound.h"
#include "prfaq/base/mem.h"

#include "draft/quants.h"
#include "draft/words.h"
#include "tiers.h"

/* The targets by amount and the metrics by place: a book has thousands of either. */
struct defended {
	const struct pf_quant **targets;
	struct pf_range *wholes;
	size_t n_targets, n_wholes;
};

static int by_amount(const void *a, const void *b)
{
	const struct pf_quant *x = *(const struct pf_quant *const *)a;
	const struct pf_quant *y = *(const struct pf_quant *const *)b;

	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	return strcmp(x->unit, y->unit);
}

static int by_begin(const void *a, const void *b)
{
	uint32_t x = ((const struct pf_range *)a)->begin, y = ((const struct pf_range *)b)->begin;

	return (x > y) - (x < y);
}

static struct defended defended_new(const struct pf_view *view)
{
	size_t n = view->parts->metrics.n;
	struct defended d = {.targets = pf_xcalloc(n + 1, sizeof(const struct pf_quant *)),
			     .wholes = pf_xcalloc(n + 1, sizeof(struct pf_range))};

	for (size_t i = 0; i < n; i++) {
		const struct pf_quant *t = pf_tiers_quant(view, view->parts->metrics.v[i].target);

		d.wholes[d.n_wholes++] = view->parts->metrics.v[i].whole;
		if (t && t->value != 0 && pf_tiers_has_target(view, &view->parts->metrics.v[i]))
			d.targets[d.n_targets++] = t;
	}
	if (d.n_targets)
		qsort(d.targets, d.n_targets, sizeof(const struct pf_quant *), by_amount);
	if (d.n_wholes)
		qsort(d.wholes, d.n_wholes, sizeof(struct pf_range), by_begin);
	return d;
}

static void defended_free(struct defended *d)
{
	free(d->targets);
	free(d->wholes);
}

static bool is_target(const struct defended *d, const struct pf_quant *q)
{
	return d->n_targets &&
	       bsearch(&q, d->targets, d->n_targets, sizeof(const struct pf_quant *), by_amount);
}

/* Of the unit, or of none: "from 74 to 14", and then "why 14 days?" */
static bool may_be_target(const struct defended *d, const struct pf_quant *q)
{
	for (size_t i = 0; i < d->n_targets && i < PF_METRICS_HELD; i++)
		if (d->targets[i]->value == q->value && (!d->targets[i]->unit[0] || !q->unit[0] ||
							 !strcmp(d->targets[i]->unit, q->unit)))
			return true;
	return false;
}

static bool holds_metric(const struct defended *d, struct pf_range answer)
{
	size_t i = PF_LOWER_BOUND(d->wholes, d->n_wholes, begin, answer.begin);

	return i < d->n_wholes && pf_range_in(d->wholes[i], answer);
}

/* A sentence that speaks of measuring and holds a number; "metric" alone is a keyword. */
static bool measures(const struct pf_view *view, const struct pf_rule *rule, struct pf_range answer)
{
	size_t first, last, from, to;

	for (pf_view_sentences(view, answer, &first, &last); first < last; first++) {
		struct pf_range sentence = pf_sentence_range(view, first);

		if (sentence.end > answer.end)
			sentence.end = answer.end;
		pf_view_quants(view, sentence, &from, &to);
		if (from < to && pf_view_any(view, rule->lists, rule->n_lists, sentence, NULL))
			return true;
	}
	return false;
}

static bool defends(const struct pf_view *view, const struct pf_rule *rule,
		    const struct defended *d, const struct pf_pair *pair)
{
	struct pf_range both = pair->answer;
	size_t first, last, from, to;

	/* "Why 650?": the target may stand in the question, the reason in the answer. */
	if (pair->question.begin < both.begin)
		both.begin = pair->question.begin;
	pf_view_quants(view, both, &from, &to);
	pf_view_quants(view, pair->answer, &first, &last);
	if (first == last || !d->n_wholes)
		return false;
	for (size_t q = from; q < to; q++)
		if (is_target(d, &view->quants->v[q]) ||
		    (q < first && may_be_target(d, &view->quants->v[q])))
			return true;
	return holds_metric(d, pair->answer) ||
	       pf_view_any(view, rule->lists, rule->n_lists, pair->question, NULL) ||
	       measures(view, rule, pair->answer);
}

/* "Why 115: ...", "that is where 50% comes from": a target is argued for, though no answer does. */
static bool is_argued(const struct pf_view *view, const struct defended *d)
{
	static const char *const comes[] = {"comes", "come", NULL};

	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (((q->first && PF_TOKEN_IS(view, q->first - 1, "why")) ||
		     pf_token_among(view, q->last, comes)) &&
		    may_be_target(d, q))
			return true;
	}
	return false;
}

/* An answer that states a tier by name, by a tier's value, or shares words with its name. */
void pf_tiers_defended(const struct pf_view *view, const struct pf_rule *rule,
		       struct pf_judgement *j)
{
	struct defended d = defended_new(view);
	struct pf_range at = pf_part_place(view, PF_PART_METRICS);
	bool found = false;

	for (size_t i = 0; i < view->parts->pairs.n && !found; i++) {
		found = defends(view, rule, &d, &view->parts->pairs.v[i]);
		if (found)
			at = view->parts->pairs.v[i].answer;
	}
	j->untold = !found && is_argued(view, &d);
	defended_free(&d);
	pf_judge_credit(j, found, at, found ? "an answer holds a target" : "no answer does");
	if (!found)
		pf_judge_miss(j, at, "no answer", "");
}
