/*
 * Who names no tier tells it by its role. What may not get worse guards; what
 * is read sooner than the goal, or is in the team's own hands, leads; of the
 * others the one that is called the main one, else the first, is the goal.
 */
#include <string.h>

#include "metrics.h"

static bool says_any(const struct pf_find *f, uint32_t first, uint32_t last,
		     const char *const *words, size_t n)
{
	for (uint32_t i = first; i < last; i++)
		if (pf_one_of(f, i, words, n))
			return true;
	return false;
}

#define SAYS_ANY(first, last, ...)                                   \
	says_any(f, first, last, (const char *const[]){__VA_ARGS__}, \
		 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static const struct pf_quant *quant_at(const struct pf_find *f, uint32_t index)
{
	return index != PF_QUANT_NONE ? &f->quants->v[index] : NULL;
}

/* "We look at three numbers" counts its own metrics, and names none. */
static bool counts_itself(const struct pf_find *f, const struct pf_metric *m)
{
	const struct pf_quant *q = quant_at(f, m->target);

	return q && q->kind == PF_QUANT_NUMBER && q->role == PF_ROLE_NONE && q->value < 10 &&
	       m->baseline == PF_QUANT_NONE && f->tokens->v[q->first].kind == PF_TOKEN_WORD;
}

/* "1.4% today, not above 1.5%": a limit that leaves room for worse is nobody's aim. */
static bool leaves_room(const struct pf_find *f, const struct pf_metric *m)
{
	const struct pf_quant *from = quant_at(f, m->baseline), *to = quant_at(f, m->target);

	if (!from || !to || from->base != to->base)
		return false;
	if (to->bound == PF_BOUND_LT || to->bound == PF_BOUND_LE)
		return to->value >= from->value;
	return (to->bound == PF_BOUND_GE || to->bound == PF_BOUND_GT) && to->value <= from->value;
}

/* "Above 1.5%", and not "bills above the price". */
static bool sets_limit(const struct pf_find *f, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i + 1 < last; i++) {
		size_t q;

		if (!PF_ONE_OF(f, i, "above", "beyond"))
			continue;
		q = pf_quants_at(f->quants, f->tokens->v[i].begin);
		if (q < f->quants->n && f->quants->v[q].first <= i + 2)
			return true;
	}
	return false;
}

static bool guards(const struct pf_find *f, const struct pf_metric *m)
{
	uint32_t first = pf_token_at(f, m->whole.begin), last = pf_token_at(f, m->whole.end);

	return leaves_room(f, m) || PF_ONE_OF(f, first, "if") ||
	       SAYS_ANY(first, last, "must", "mustn't", "exceed", "crossed", "stop", "stops",
			"halt", "pause", "worse") ||
	       sets_limit(f, first, last);
}

/* Days to the date, or in the time, by which it is read; 0 when none is told. */
static double days_to(const struct pf_find *f, const struct pf_metric *m, bool *dated)
{
	for (size_t i = pf_quants_at(f->quants, m->whole.begin);
	     i < f->quants->n && f->quants->v[i].begin < m->whole.end; i++) {
		const struct pf_quant *q = &f->quants->v[i];

		*dated = q->kind == PF_QUANT_DATE;
		if (*dated && q->date != INT32_MIN)
			return q->date_end;
		if (q->base == PF_QUANT_DURATION && pf_quant_unit_days(q->unit) > 0 &&
		    i != m->baseline && i != m->target)
			return q->value * pf_quant_unit_days(q->unit);
	}
	return 0;
}

static bool is_sooner(const struct pf_find *f, const struct pf_metric *m,
		      const struct pf_metric *goal)
{
	bool dated = false, goal_dated = false;
	double days = days_to(f, m, &dated), goal_days = days_to(f, goal, &goal_dated);

	return days > 0 && goal_days > 0 && dated == goal_dated && days < goal_days;
}

static bool leads(const struct pf_find *f, const struct pf_metric *m, const struct pf_metric *goal)
{
	uint32_t first = pf_token_at(f, m->whole.begin), last = pf_token_at(f, m->whole.end);

	return is_sooner(f, m, goal) ||
	       SAYS_ANY(first, last, "early", "first", "week", "weeks", "weekly", "sign", "input",
			"inputs", "control", "drives", "drive", "moves", "steer", "monday",
			"friday", "morning");
}

/* "The main one: ..." */
static bool is_called_main(const struct pf_find *f, const struct pf_metric *m)
{
	uint32_t first = pf_token_at(f, m->whole.begin);
	uint32_t colon = pf_label_colon(f, first, pf_token_at(f, m->whole.end));

	return colon && SAYS_ANY(first, colon, "main", "chief", "goal", "aim", "output", "judged");
}

static bool in_row(const struct pf_find *f, const struct pf_metric *m)
{
	uint32_t line = m->whole.begin;

	while (line && f->text.ptr[line - 1] != '\n')
		line--;
	return f->text.ptr[line] == '|';
}

#define UNNAMED_MOST 6u /* a list of twelve has no first among them */

/* Which metric is the goal: one that is labelled so, is called so, or stands first. */
static struct pf_metric *goal_of(const struct pf_find *f)
{
	struct pf_metric *first = NULL;

	for (size_t i = 0; i < f->out->metrics.n; i++)
		if (f->out->metrics.v[i].tier == PF_TIER_PRIMARY)
			return &f->out->metrics.v[i];
	for (size_t i = 0; i < f->out->metrics.n; i++) {
		struct pf_metric *m = &f->out->metrics.v[i];

		if (m->tier != PF_TIER_NONE || counts_itself(f, m))
			continue;
		if (is_called_main(f, m))
			return m;
		if (!first && !guards(f, m))
			first = m;
	}
	return first;
}

/* Beside an arrow an end that is no number is missing: "54% -> less", "its usual value -> 15%". */
static bool is_half_told(const struct pf_find *f, const struct pf_metric *m)
{
	const struct pf_quant *from = quant_at(f, m->baseline), *to = quant_at(f, m->target);

	if (to && !from)
		return to->first && pf_token_is_sign(&f->tokens->v[to->first - 1], '>');
	return from && !to && pf_before_arrow(f, from);
}

/* From what to what, or until when: else it may be a remark on the others. */
static bool is_told(const struct pf_find *f, const struct pf_metric *m)
{
	if (is_half_told(f, m))
		return true;
	return m->target != PF_QUANT_NONE &&
	       (m->baseline != PF_QUANT_NONE || m->deadline != PF_QUANT_NONE);
}

/* "What drives it: the share of ...": the label tells the role, and what is measured is behind. */
static void name_behind_label(const struct pf_find *f, struct pf_metric *m)
{
	uint32_t first = pf_token_at(f, m->whole.begin), last = pf_token_at(f, m->whole.end);
	uint32_t colon = pf_label_colon(f, first, last);
	size_t quant = pf_first_quant(f, m->whole);

	if (colon && quant != SIZE_MAX && f->quants->v[quant].first > colon + 2)
		pf_metric_name(f, m, colon + 1, last);
}

/* Lines without a value among them are remarks. */
static size_t count_valued(const struct pf_find *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->out->metrics.n; i++)
		n += f->out->metrics.v[i].baseline != PF_QUANT_NONE ||
		     f->out->metrics.v[i].target != PF_QUANT_NONE;
	return n;
}

void pf_tiers_by_role(struct pf_find *f)
{
	struct pf_metric *goal = goal_of(f);
	size_t n = f->out->metrics.n;
	bool named = goal && goal->tier == PF_TIER_PRIMARY, led = false, labelled = false;

	if (!n || count_valued(f) > UNNAMED_MOST)
		return;
	for (size_t i = 0; i < n; i++) {
		const struct pf_metric *m = &f->out->metrics.v[i];

		led = led || m->tier == PF_TIER_LEADING;
		labelled = labelled || m->tier == PF_TIER_SECONDARY || m->tier == PF_TIER_LEADING;
	}
	for (size_t i = 0; i < n; i++) {
		struct pf_metric *m = &f->out->metrics.v[i];

		if (m->tier != PF_TIER_NONE || counts_itself(f, m) ||
		    ((named || labelled) && m != goal && !is_told(f, m)))
			continue;
		/* "Days to close will go up, from 19 to 90" below a table that names its tiers
		 * remarks on them. */
		if (named && labelled && in_row(f, goal) && !in_row(f, m) && !guards(f, m))
			continue;
		if (m == goal)
			m->tier = PF_TIER_PRIMARY;
		else if (guards(f, m))
			m->tier = PF_TIER_GUARDRAIL;
		else if (!goal)
			continue;
		else if (!led && leads(f, m, goal))
			m->tier = PF_TIER_LEADING;
		else
			m->tier = PF_TIER_SECONDARY;
		led = led || m->tier == PF_TIER_LEADING;
		name_behind_label(f, m);
	}
}
