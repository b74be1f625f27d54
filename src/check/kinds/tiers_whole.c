/* Whether metrics, and sentences that could be goals, say from which value, to which, until when.
 */
#include <string.h>

#include "draft/quants.h"
#include "draft/words.h"
#include "tiers.h"

/* "8 by September": quantity `i` has its day behind it. */
static bool has_day(const struct pf_view *view, size_t i, size_t last)
{
	static const char *const by[] = {"by", "until", NULL};
	const struct pf_quant *to = &view->quants->v[i], *day = to + 1;

	return i + 1 < last && pf_quant_is_date(day) && !pf_quant_is_date(to) &&
	       day->first == to->last + 1 && pf_token_among(view, to->last, by);
}

/* "3 in the test week, 8 by September": two numbers of one kind, the second with its day. */
static bool changes_by_day(const struct pf_view *view, struct pf_range whole)
{
	size_t first, last;

	pf_view_quants(view, whole, &first, &last);
	for (size_t i = first; i < last; i++)
		for (size_t k = first; k < i && has_day(view, i, last); k++) {
			const struct pf_quant *from = &view->quants->v[k],
					      *to = &view->quants->v[i];

			/* "60% by April, 75% by June": two steps of one way, and no beginning. */
			if (!pf_quant_is_date(from) && !has_day(view, k, last) &&
			    from->base == to->base && from->value != to->value)
				return true;
		}
	return false;
}

/* To which value, from which, until when. */
static double wholeness(const struct pf_view *view, const struct pf_metric *m)
{
	struct pf_open_ends open = pf_tiers_open_ends(view, m);

	if (changes_by_day(view, m->whole) && !open.begin && !open.end)
		return 1;
	return (pf_tiers_has_target(view, m) ? 0.4 : 0) +
	       (pf_tiers_has_baseline(view, m) ? 0.3 : 0) +
	       (pf_tiers_has_deadline(view, m) ? 0.3 : 0);
}

/* The first piece that is missing. */
static const char *lacking(const struct pf_view *view, const struct pf_metric *m)
{
	return !pf_tiers_has_target(view, m)     ? "to which value"
	       : !pf_tiers_has_baseline(view, m) ? "from which value"
						 : "until when";
}

/* In a row, an item or a line of its own: a sentence among others may be no metric at all. */
static bool is_listed(const struct pf_view *view, const struct pf_metric *m)
{
	return m->tier_labelled || !pf_range_empty(pf_row_at(view, m->whole.begin)) ||
	       pf_view_in_list(view, m->whole.begin);
}

/* The goal that is listed, by its label or first among them: where one looks for what is missing.
 */
static struct pf_range goal_listed(const struct pf_view *view, struct pf_range other)
{
	struct pf_range goal = {0, 0};

	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (m->tier == PF_TIER_GUARDRAIL || !is_listed(view, m))
			continue;
		if (m->tier == PF_TIER_PRIMARY)
			return m->whole;
		goal = pf_range_empty(goal) ? m->whole : goal;
	}
	return pf_range_empty(goal) ? other : goal;
}

/* From, to and until: one sentence of the page must hold them, or one metric that is listed. */
void pf_tiers_stated(const struct pf_view *view, struct pf_judgement *j)
{
	struct pf_range at = pf_part_place(view, PF_PART_METRICS);
	double best = 0;

	for (size_t s = 0; s < view->quants->sentences.n; s++) {
		const struct pf_quant_sentence *qs = &view->quants->sentences.v[s];
		double credit;

		if (!qs->has_target || !pf_tiers_may_state(view, s) ||
		    (pf_range_empty(qs->metric) && !qs->has_baseline))
			continue;
		credit = 0.4 + (qs->has_baseline ? 0.3 : 0) +
			 (qs->has_deadline || pf_sentence_dated(view, s) ? 0.3 : 0);
		if (credit > best) {
			best = credit;
			at = pf_sentence_range(view, s);
		}
	}
	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];
		double whole = wholeness(view, m);

		if (m->tier != PF_TIER_GUARDRAIL && whole > best) {
			best = whole;
			at = m->whole;
		}
	}
	pf_judge_credit(j, best, at,
			best >= 1  ? "from, to and until"
			: best > 0 ? "a value wanted, without all of from, to and until"
				   : "no value is wanted");
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, "say from which value, to which, until when");
	j->untold = pf_tiers_maybe_stated(view);
	pf_judge_miss(j, goal_listed(view, at), "", "");
}

static bool has_number(const struct pf_view *view, uint32_t begin, uint32_t end)
{
	for (uint32_t i = pf_tokens_at(view->tokens, begin);
	     i < view->tokens->n && view->tokens->v[i].begin < end; i++)
		if (view->tokens->v[i].kind == PF_TOKEN_NUMBER)
			return true;
	return false;
}

/* "| 9:52 | 9:05 |": values that are no quantities, in the column of today's and in one behind it.
 */
static bool fills_cells(const struct pf_view *view, const struct pf_metric *m)
{
	return !pf_range_empty(m->today) && has_number(view, m->today.begin, m->today.end) &&
	       has_number(view, m->today.end, m->whole.end);
}

/* "| taps when shown | - | 35% |": today there is none of it, says who strikes the cell out. */
static bool is_struck_out(const struct pf_view *view, const struct pf_metric *m)
{
	uint32_t i = pf_tokens_at(view->tokens, m->today.begin);

	return !pf_range_empty(m->today) && i < view->tokens->n &&
	       view->tokens->v[i].begin < m->today.end && view->tokens->v[i].sign == '-' &&
	       view->tokens->v[i].end >= m->today.end;
}

/* The piece that is missing may be told, and was not read. */
static bool may_be_whole(const struct pf_view *view, const struct pf_metric *m)
{
	if (fills_cells(view, m) && m->target >= view->quants->n)
		return true;
	if (m->target >= view->quants->n)
		return pf_tiers_maybe_moved(view, m) ||
		       (m->baseline >= view->quants->n && pf_tiers_levels(view, m->whole) > 0);
	if (m->baseline >= view->quants->n)
		return pf_tiers_known_today(view, m) || pf_tiers_maybe_moved(view, m) ||
		       is_struck_out(view, m);
	return pf_tiers_maybe_dated(view, m);
}

#define SPARE_WORTH 0.75 /* of a second metric of one tier in the place of another */
#define ALL_PART    0.15 /* for all that are listed: no piece of one goes unnoticed */

/* How whole the best metric of each tier is, and what may stand in for a tier that has none or
 * less. */
struct wholes {
	double tiers[PF_TIERS];
	double spare[PF_TIERS]; /* falling */
	double all;             /* their sum */
};

static void add_spare(struct wholes *wholes, double whole)
{
	for (size_t k = 0; k < PF_TIERS; k++)
		if (whole > wholes->spare[k]) {
			double less = wholes->spare[k];

			wholes->spare[k] = whole;
			whole = less;
		}
}

static void add_whole(struct wholes *wholes, const struct pf_metric *m, double whole)
{
	enum pf_tier tier = m->tier;

	wholes->all += whole;
	if (!m->tier_labelled || tier > PF_TIER_LEADING) { /* it may be any of them */
		add_spare(wholes, whole);
		return;
	}
	if (whole > wholes->tiers[tier]) {
		double less = wholes->tiers[tier];

		wholes->tiers[tier] = whole;
		whole = less;
	}
	add_spare(wholes, SPARE_WORTH * whole);
}

/* A mean would rise with what is left out; so each one more is worth something, and less than the
 * one before. */
static double worth_of(const struct wholes *wholes, double *seated)
{
	double seats[PF_TIERS];

	memcpy(seats, wholes->tiers, sizeof(seats));
	for (size_t k = 0; k < PF_TIERS; k++) {
		size_t least = 0;

		for (size_t t = 1; t < PF_TIERS; t++)
			least = seats[t] < seats[least] ? t : least;
		if (wholes->spare[k] > seats[least])
			seats[least] = wholes->spare[k];
	}
	*seated = 0;
	for (size_t t = 0; t < PF_TIERS; t++)
		*seated += seats[t];
	return (1 - ALL_PART) * *seated / PF_TIERS + ALL_PART * wholes->all / (wholes->all + 1);
}

/* Of those that are listed, apart from guardrails and from what was said before. */
void pf_tiers_whole(const struct pf_view *view, struct pf_judgement *j)
{
	struct wholes wholes = {0};
	const struct pf_metric *open = NULL; /* the first that is not whole */
	double worth;
	char name[80];

	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];
		double whole = wholeness(view, m);

		if (m->tier == PF_TIER_GUARDRAIL || view->copies[i])
			continue;
		if (whole < 1 && (!open || (is_listed(view, m) && !is_listed(view, open))))
			open = m;
		add_whole(&wholes, m, whole);
	}
	worth = worth_of(&wholes, &j->n);
	pf_judge_credit(j, worth, open ? open->whole : pf_part_place(view, PF_PART_METRICS),
			"of three metrics %.1f say from, to and until", j->n);
	pf_judge_next(j, "say of one more from which value, to which, until when");
	if (!open && j->n >= PF_TIERS) { /* enough, though one more would still be worth a little */
		j->outcome = PF_OUTCOME_PASS;
		return;
	}
	/* That there are no more is another rule's to say. */
	j->untold = !open || !is_listed(view, open) || may_be_whole(view, open);
	if (!open)
		return;
	pf_tiers_words(view, open, name, sizeof(name));
	pf_judge_miss(j, open->whole, name, lacking(view, open));
}
