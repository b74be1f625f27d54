/* Time frames that fit: weeks and their two days, a target and its launch, a reading and its day.
 */
#include <math.h>
#include <string.h>

#include "consistency.h"
#include "draft/quants.h"

struct frames {
	size_t all; /* how many could be compared */
	struct pf_range first;
};

static double days_of(const struct pf_quant *q)
{
	return q->kind == PF_QUANT_DURATION ? q->value * pf_quant_unit_days(q->unit) : 0;
}

static bool is_day(const struct pf_quant *q)
{
	return q->kind == PF_QUANT_DATE && q->date != INT32_MIN;
}

static void compare(const struct pf_view *view, struct pf_judgement *j, struct frames *f,
		    const struct pf_quant *a, const struct pf_quant *b, bool fit)
{
	if (!f->all++)
		f->first = pf_quant_span(a);
	if (!fit)
		pf_consistency_clash(view, j, pf_quant_span(a), pf_quant_span(b));
}

/* "From 1 March to 12 April": a date that has two ends in its words. */
static bool has_two_ends(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const to[] = {"to", "until", "till", "through", "and", NULL};

	for (uint32_t i = q->first + 1; i + 1 < q->last; i++)
		if (pf_token_among(view, i, to) ||
		    (view->tokens->v[i].sign == '-' && view->tokens->v[i].flags & PF_TOKEN_SPACED))
			return true;
	return false;
}

/* "Six weeks, from 1 March to 12 April", and the other way round. */
static void compare_length(const struct pf_view *view, struct pf_judgement *j, struct frames *f,
			   const struct pf_quant *a, const struct pf_quant *b)
{
	static const char *const joint[] = {"from", "between", "running", "lasting", "starting",
					    "long", "for",     "a",       NULL};
	static const char *const apart[] = {"after", "before", "later", "earlier",
					    "of",    "from",   NULL};
	const struct pf_quant *dates = is_day(a) ? a : b, *length = is_day(a) ? b : a;
	double want = days_of(length), got, slack;

	if (want <= 0 || !is_day(dates) || length->kind != PF_QUANT_DURATION ||
	    length->bound == PF_BOUND_LE || length->bound == PF_BOUND_LT ||
	    !has_two_ends(view, dates) || b->first - a->last > 3 ||
	    !pf_tokens_only(view, a->last, b->first, joint))
		return;
	if (length == b && pf_token_among(view, b->last, apart))
		return;
	got = dates->date_end - dates->date + 1;
	/* "From March to June" may end with the first day of June. */
	slack = fmax(3, 0.15 * want) + (strcmp(dates->unit, "day") ? 31 : 0);
	compare(view, j, f, length, dates, fabs(got - want) <= slack);
}

/* "By 1 March 2028, nine months after launch" */
static void compare_distance(const struct pf_view *view, struct pf_judgement *j, struct frames *f,
			     const struct pf_quant *launch, const struct pf_quant *a,
			     const struct pf_quant *b)
{
	static const char *const joint[] = {"that", "is", "i",     "e", "or",
					    "on",   "by", "which", NULL};
	static const char *const after[] = {"after", "from", "past", NULL};
	static const char *const the[] = {"the", "our", "its", NULL};
	static const char *const launches[] = {"launch", "release", "start", NULL};
	const struct pf_quant *date = is_day(a) ? a : b, *length = is_day(a) ? b : a;
	uint32_t lo = length->last, hi;
	double want = days_of(length);

	if (want <= 0 || !is_day(date) || lo + 1 >= view->tokens->n ||
	    !pf_token_among(view, lo, after))
		return;
	hi = lo + 1 + pf_token_among(view, lo + 1, the);
	if (hi >= view->tokens->n || !pf_token_among(view, hi, launches))
		return;
	if (length == a ? b->first <= hi || !pf_tokens_only(view, hi + 1, b->first, joint)
			: !pf_tokens_only(view, a->last, b->first, joint))
		return;
	compare(view, j, f, launch, date,
		date->date <= launch->date_end + want * 1.15 + 20 &&
			date->date_end >= launch->date + want * 0.85 - 20);
}

static void compare_neighbours(const struct pf_view *view, struct pf_judgement *j, struct frames *f,
			       const struct pf_quant *launch)
{
	for (size_t i = 1; i < view->quants->n; i++) {
		const struct pf_quant *a = &view->quants->v[i - 1], *b = &view->quants->v[i];

		if (b->first < a->last || b->first - a->last > 6 || is_day(a) == is_day(b) ||
		    pf_quant_sentence(view, a) != pf_quant_sentence(view, b))
			continue;
		compare_length(view, j, f, a, b);
		if (launch)
			compare_distance(view, j, f, launch, a, b);
	}
}

/* What the launch is to change cannot be reached before it; a leading sign may. */
static void compare_target(const struct pf_view *view, struct pf_judgement *j, struct frames *f,
			   const struct pf_metric *m, const struct pf_quant *due,
			   const struct pf_quant *launch)
{
	if (!m->tier_labelled || (m->tier != PF_TIER_PRIMARY && m->tier != PF_TIER_SECONDARY) ||
	    pf_view_has(view, PF_LIST_pilot, m->whole))
		return;
	compare(view, j, f, launch, due, due->date_end >= launch->date);
}

/* "To 60 % by 1 March 2028, measured on 1 December 2027": read before it is due. What was read
 * before the launch, or long before, is where it stood. */
static void compare_reading(const struct pf_view *view, struct pf_judgement *j, struct frames *f,
			    const struct pf_metric *m, const struct pf_quant *due,
			    const struct pf_quant *launch)
{
	static const char *const joint[] = {"as",      "and",  "is",       "it",   "to",
					    "be",      "will", "measured", "read", "counted",
					    "checked", "on",   "in",       "at",   NULL};
	size_t first, last;

	pf_view_quants(view, m->whole, &first, &last);
	for (size_t i = first; i < last; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (!is_day(q) || q->first <= due->last || q->first - due->last < 2 ||
		    !pf_tokens_only(view, due->last, q->first, joint) ||
		    q->date < due->date - 183 || (launch && q->date_end < launch->date))
			continue;
		compare(view, j, f, due, q, q->date_end >= due->date);
	}
}

void pf_consistent_plan(const struct pf_view *view, struct pf_judgement *j)
{
	size_t at = 0;
	const struct pf_quant *launch = pf_launch_next(view, &at);
	struct frames f = {0};

	compare_neighbours(view, j, &f, launch);
	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];
		const struct pf_quant *due =
			m->deadline < view->quants->n ? &view->quants->v[m->deadline] : NULL;

		if (!due || !is_day(due))
			continue;
		if (launch)
			compare_target(view, j, &f, m, due, launch);
		compare_reading(view, j, &f, m, due, launch);
	}
	if (!f.all) {
		pf_judge_skip(j, "no two time frames to compare");
		return;
	}
	pf_judge_credit(j, j->n_places ? 0 : 1, j->n_places ? j->places[0].span : f.first,
			j->n_places ? "two time frames do not fit" : "the time frames fit");
}
