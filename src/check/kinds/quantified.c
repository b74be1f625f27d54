/* quantified: a bound number where one is due, of the right sort, in each item that needs one. */
#include "draft/equation.h"
#include "draft/quants.h"
#include "draft/words.h"
#include "kinds.h"
#include "needs.h"

static bool has_near(const struct pf_view *view, const struct pf_rule *rule, struct pf_range range)
{
	return !rule->n_lists || pf_view_any(view, rule->lists, rule->n_lists, range, NULL) ||
	       pf_view_context_hits(view, PF_CONTEXT_PROBLEM, range).n > 0;
}

/* "No second price", "you keep your number": it is so or not, and there is no how much. */
#define OUTRIGHT 0.7

#define ITEMS_SHOWN 3 /* who counts these will count the others */

/* "Fewer refusals", "peace of mind": one cannot see whether it came true. "A seat, or the money"
 * one can. */
static bool is_abstract(const struct pf_view *view, struct pf_range range)
{
	static const uint32_t lists[] = {PF_LIST_compare, PF_LIST_gains, PF_LIST_ease,
					 PF_LIST_vague,   PF_LIST_hype,  PF_LIST_abstract_gains};

	return pf_view_any(view, lists, sizeof(lists) / sizeof(*lists), range, NULL);
}

static bool is_outright(const struct pf_view *view, struct pf_range range)
{
	return pf_view_has(view, PF_LIST_outright, range);
}

/* "No more lost evenings" */
static bool begins_with_no(const struct pf_view *view, struct pf_range range)
{
	static const char *const no[] = {"no", "nobody", "never", "nothing", NULL};

	return pf_token_among(view, pf_tokens_at(view->tokens, range.begin), no);
}

static bool has_figure(const struct pf_view *view, struct pf_range range)
{
	size_t first, last;

	pf_view_quants(view, range, &first, &last);
	while (first < last && (view->quants->v[first].kind == PF_QUANT_DATE ||
				pf_quant_is_compound(view, &view->quants->v[first])))
		first++;
	return first < last;
}

/* Behind a list of gains prose tells on, of a trial or a price. */
static bool has_listed_gains(const struct pf_view *view)
{
	for (size_t i = 0; i < view->parts->benefits.n; i++)
		if (pf_view_in_list(view, view->parts->benefits.v[i].whole.begin))
			return true;
	return false;
}

/* A sentence of a release that only sounds like a gain was not written as one, nor is what somebody
 * is quoted with. */
static bool is_meant(const struct pf_view *view, struct pf_range range)
{
	const struct pf_part *part = pf_parts_get(view->parts, PF_PART_BENEFITS);
	size_t first = pf_tokens_at(view->tokens, range.begin);

	return part && !pf_range_empty(part->heading) &&
	       !(view->tokens->v[first].flags & PF_TOKEN_QUOTED) &&
	       (pf_view_in_list(view, range.begin) || !has_listed_gains(view));
}

/* "Fewer crowns of a wrong shade", and a metric named after the shade goes from 2.7% to 1.5%. */
static bool is_measured_below(const struct pf_view *view, struct pf_range range)
{
	/* "Peace of mind" is no metric's. */
	if (pf_view_has(view, PF_LIST_abstract_gains, range) && !pf_is_compared(view, range))
		return false;
	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (m->baseline != PF_QUANT_NONE && m->target != PF_QUANT_NONE &&
		    pf_view_shared(view, range, m->name))
			return true;
	}
	return false;
}

/* The 80% of a benefit that a metric takes from 61% to 80%. */
static bool is_target_from_today(const struct pf_view *view, const struct pf_quant *q)
{
	for (size_t i = 0; i < view->parts->metrics.n && i < PF_METRICS_HELD; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (m->baseline != PF_QUANT_NONE && m->target != PF_QUANT_NONE &&
		    pf_same_amount(view->quants->v[m->target].value,
				   view->quants->v[m->target].unit, q->value, q->unit))
			return true;
	}
	return false;
}

/* "A battery for 3 years", "15% off repairs": how long and how much off it is sold with. */
static bool is_terms(const struct pf_view *view, const struct pf_quant *q)
{
	return (q->base == PF_QUANT_DURATION && q->first &&
		PF_TOKEN_IS(view, q->first - 1, "for")) ||
	       (q->base == PF_QUANT_PERCENT && q->last < view->tokens->n &&
		PF_TOKEN_IS(view, q->last, "off"));
}

/* A level of which one asks what it is today. "Four channels" is no level, nothing is less than
 * "£0", and "22 seconds less", "£23 saved", "74 → 10 days" say how far it goes from today. */
static bool has_level(const struct pf_view *view, struct pf_range range)
{
	static const char *const moves[] = {"saved",   "saves",   "save",   "avoided",
					    "instead", "becomes", "become", "earlier",
					    "sooner",  "less",    "fewer",  NULL};
	uint32_t begin = pf_tokens_at(view->tokens, range.begin);
	uint32_t end = pf_tokens_at(view->tokens, range.end);
	bool moved = pf_tokens_any(view, begin, end, moves);
	size_t first, last;

	for (uint32_t i = begin; i < end && !moved; i++)
		moved = pf_token_is_arrow(view, i);

	for (pf_view_quants(view, range, &first, &last); first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		if (!pf_quant_is_date(q) && !pf_quant_is_compound(view, q) && q->value != 0 &&
		    !q->past && q->base != PF_QUANT_NUMBER &&
		    ((q->role != PF_ROLE_DELTA && !moved) || q->base == PF_QUANT_PERCENT) &&
		    !is_terms(view, q) && !is_target_from_today(view, q))
			return true;
	}
	return false;
}

/* "Staff are overwhelmed, and second jobs cost £1,150": trouble that stands among the gains. */
static bool only_hurts(const struct pf_view *view, struct pf_range range)
{
	return pf_view_has(view, PF_LIST_pains, range) && !is_abstract(view, range);
}

/* Without a figure one asks how much; with one, from how much. */
static bool asks_how_much(const struct pf_view *view, const struct pf_params_quantified *p,
			  struct pf_range range)
{
	/* A release without benefits promises in its first line, and compares nothing there. */
	if (p->needs.v[0] == PF_QNEED_PAIR)
		return has_level(view, range) && !only_hurts(view, range) &&
		       pf_parts_at(view->parts, range.begin) == PF_PART_BENEFITS &&
		       is_meant(view, range);
	return !has_figure(view, range) && is_abstract(view, range) && is_meant(view, range) &&
	       !is_measured_below(view, range);
}

struct tally {
	size_t items, good;
	double worth;
	struct pf_range first; /* the first number that proves */
	struct pf_range open;  /* the first item that lacks what is needed */
	struct pf_range any;   /* the first item */
};

static void weigh(const struct pf_view *view, const struct pf_rule *rule, struct pf_range range,
		  struct tally *tally, struct pf_judgement *j)
{
	const struct pf_params_quantified *p = &rule->params.quantified;
	struct pf_range at = {0, 0};
	size_t got = pf_needs_met(view, &p->needs, range, &at);
	double share = (double)got / (double)p->needs.n;

	if (!tally->items++)
		tally->any = range;
	if (!has_near(view, rule, range))
		share = 0;
	if (share < OUTRIGHT && is_outright(view, range) &&
	    (!is_abstract(view, range) || begins_with_no(view, range))) {
		tally->worth += OUTRIGHT;
		return;
	}
	tally->worth += share;
	if (share > 0 && pf_range_empty(tally->first))
		tally->first = at;
	if (share >= 1) {
		tally->good++;
		return;
	}
	if (pf_range_empty(tally->open) && !has_figure(view, range))
		tally->open = range;
	if (j->n_places < ITEMS_SHOWN && asks_how_much(view, p, range))
		pf_judge_point(view, j, range, "");
}

/* "It takes them 4 hours": an amount measures, though no word says what hurts. */
static bool has_amount(const struct pf_view *view, struct pf_range range)
{
	size_t first, last;

	pf_view_quants(view, range, &first, &last);
	for (size_t i = first; i < last; i++)
		if (pf_tells_speed(view, i) ||
		    (pf_quant_proves(view, i) && pf_quant_is_amount(&view->quants->v[i])))
			return true;
	return false;
}

/* A number of the brief is about what hurts, whatever words stand beside it. */
static bool tells_fact(const struct pf_view *view, struct pf_range range, struct pf_range *at)
{
	size_t first, last;

	pf_view_quants(view, range, &first, &last);
	for (; view->context->prompt && first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		if (view->origin[first] != PF_ORIGIN_GIVEN || pf_quant_is_date(q))
			continue;
		*at = pf_quant_span(q);
		return true;
	}
	return false;
}

/* "More than a thousand last year": some number of the scope tells how many or how much, if not
 * beside the word that hurts. */
static bool tells_some(const struct pf_view *view, const struct pf_ints *parts)
{
	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (pf_scope_has(parts, pf_quant_part(view, q)) &&
		    (pf_quant_tells(view, i) || (q->base == PF_QUANT_NUMBER && q->value >= 100)))
			return true;
	}
	return false;
}

/* The best sentence of the scope decides: a hook needs its number once. */
static void best_sentence(const struct pf_view *view, const struct pf_rule *rule,
			  struct pf_judgement *j)
{
	const struct pf_params_quantified *p = &rule->params.quantified;
	struct pf_range best_at = {0, 0}, first = {0, 0}, at = {0, 0}, span;
	double best = 0;
	char words[80];

	for (size_t i = 0; i < view->tokens->sentences.n; i++) {
		struct pf_range range = pf_sentence_range(view, i);
		double share;

		if (view->sentence_part[i] == PF_SENTENCE_HEADING ||
		    !pf_scope_has(&p->parts, (enum pf_part_id)view->sentence_part[i]))
			continue;
		if (pf_range_empty(first))
			first = range;
		share = (double)pf_needs_met(view, &p->needs, range, &at) / (double)p->needs.n;
		if (tells_fact(view, range, &at))
			share = 1;
		else if (share > best && !has_near(view, rule, range) && !has_amount(view, range))
			share = 0;
		if (share > best) {
			best = share;
			best_at = range;
		}
	}
	if (best > 0) {
		pf_view_words(view, best_at, words, sizeof(words));
		pf_judge_credit(j, best, best_at, "%s", words);
	} else {
		pf_scope_span(view, &p->parts, &span);
		best_at = pf_range_empty(first) ? span : first;
		pf_judge_credit(j, 0, best_at, "no bound number");
	}
	/* Where nothing but its words says that it is the problem, its number may stand beside it.
	 */
	j->untold = pf_scope_guessed(view, &p->parts) || (best <= 0 && tells_some(view, &p->parts));
	if (j->outcome != PF_OUTCOME_PASS)
		pf_judge_place(j, best_at);
}

/* All needs somewhere in the part, each by a number of its own. */
static void whole_part(const struct pf_view *view, const struct pf_rule *rule,
		       struct pf_judgement *j)
{
	const struct pf_params_quantified *p = &rule->params.quantified;
	struct pf_range span, at = {0, 0};
	size_t best = 0;

	if (!pf_scope_span(view, &p->parts, &span)) {
		pf_judge_credit(j, 0, span, "the part is missing");
		pf_judge_place(j, span);
		return;
	}
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];
		struct pf_range here = {0, 0};
		size_t got;

		if (!pf_scope_has(&p->parts, part->id))
			continue;
		got = pf_needs_met(view, &p->needs, part->body, &here);
		if (got > best) {
			best = got;
			at = here;
		}
	}
	pf_judge_credit(j, (double)best / (double)p->needs.n, best ? at : span, "%zu of %zu", best,
			p->needs.n);
	/* That there is no number at all is another rule's to say, and the other half may stand in
	 * an answer, or beside a metric. */
	j->untold =
		!best || pf_needs_met(view, &p->needs, pf_view_whole(view), &span) == p->needs.n;
	if (j->outcome != PF_OUTCOME_PASS)
		pf_judge_place(j, best ? at : span);
}

/* A list that is called the benefits and has not one number is asked, however plain its gains. */
static bool is_labelled(const struct pf_view *view)
{
	const struct pf_part *part = pf_parts_get(view->parts, PF_PART_BENEFITS);

	return part && !pf_range_empty(part->heading);
}

static void finish(const struct pf_view *view, const struct pf_rule *rule,
		   const struct tally *tally, struct pf_judgement *j)
{
	const struct pf_params_quantified *p = &rule->params.quantified;
	double share = p->share > 0 ? p->share : 1;
	struct pf_range span;

	if (!tally->items) {
		pf_judge_owe(j, "there is none");
		return;
	}
	if (!tally->good && !j->n_places && p->needs.v[0] != PF_QNEED_PAIR && is_labelled(view) &&
	    !pf_range_empty(tally->open))
		pf_judge_point(view, j, tally->open, "");
	j->n = (double)(tally->items - tally->good);
	span = !pf_range_empty(tally->first) ? tally->first
	       : j->n_places                 ? j->places[0].span
					     : tally->any;
	pf_judge_credit(j, tally->worth / (double)tally->items / share, span, "%zu of %zu",
			tally->good, tally->items);
	if (j->outcome == PF_OUTCOME_PASS)
		j->n_places = 0;
	j->untold = !j->n_places;
}

void pf_quantified_judge(const struct pf_view *view, const struct pf_rule *rule,
			 struct pf_judgement *j)
{
	struct tally tally = {0};

	switch ((enum pf_each)rule->params.quantified.each) {
	case PF_EACH_PART: whole_part(view, rule, j); break;
	case PF_EACH_SENTENCE: best_sentence(view, rule, j); break;
	case PF_EACH_BENEFIT:
		for (size_t i = 0; i < view->parts->benefits.n; i++)
			weigh(view, rule, view->parts->benefits.v[i].whole, &tally, j);
		finish(view, rule, &tally, j);
		break;
	case PF_EACH_METRIC:
		for (size_t i = 0; i < view->parts->metrics.n; i++)
			weigh(view, rule, view->parts->metrics.v[i].whole, &tally, j);
		finish(view, rule, &tally, j);
		break;
	}
}
