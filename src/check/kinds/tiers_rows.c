/* The rows that hold metrics: of which tier they are, from which value to which, until when. */
#include "draft/quants.h"
#include "draft/words.h"
#include "tiers.h"

const struct pf_metric *pf_tiers_metric(const struct pf_view *view, enum pf_tier tier)
{
	for (size_t i = 0; i < view->parts->metrics.n; i++)
		if (view->parts->metrics.v[i].tier == tier)
			return &view->parts->metrics.v[i];
	return NULL;
}

const struct pf_quant *pf_tiers_quant(const struct pf_view *view, uint32_t index)
{
	return index < view->quants->n ? &view->quants->v[index] : NULL;
}

void pf_tiers_words(const struct pf_view *view, const struct pf_metric *m, char *out, size_t size)
{
	pf_view_words(view, pf_range_empty(m->name) ? m->whole : m->name, out, size);
}

size_t pf_tiers_levels(const struct pf_view *view, struct pf_range at)
{
	size_t first, last, n = 0;

	pf_view_quants(view, at, &first, &last);
	for (size_t i = first; i < last; i++)
		n += !pf_quant_is_date(&view->quants->v[i]);
	return n;
}

bool pf_tiers_may_state(const struct pf_view *view, size_t sentence)
{
	uint8_t part = view->sentence_part[sentence];

	return part != PF_PART_PROBLEM && part != PF_PART_QUOTE_CUSTOMER &&
	       part != PF_PART_QUOTE_COMPANY && part != PF_SENTENCE_HEADING;
}

/* "A day": words that count nothing. */
static bool is_article(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const articles[] = {"a", "an", NULL};

	return pf_token_among(view, q->first, articles);
}

/* "In the last 7 days", "for one week" */
static bool looks_back(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const back[] = {"for", "last", "past", "previous", NULL};

	return q->base == PF_QUANT_DURATION && q->first && pf_token_among(view, q->first - 1, back);
}

/* A number that is no value of any metric: "a year", "a child under 10", "in the last 7 days". */
static bool is_no_value(const struct pf_view *view, const struct pf_quant *q)
{
	return (q->base == PF_QUANT_DURATION && is_article(view, q)) || looks_back(view, q) ||
	       pf_quant_is_age(view, q);
}

/* "74 days now, 21 by June" */
static bool leaves_unit(const struct pf_quant *q, const struct pf_quant *before)
{
	return q->base == PF_QUANT_NUMBER && !q->unit[0] && q->begin > before->begin;
}

/* "Calls that come between 6 and 12 minutes before the bus: ...": what stands before the colon says
 * what is measured. */
static bool in_label(const struct pf_view *view, const struct pf_quant *q, struct pf_range whole)
{
	uint32_t last = pf_tokens_at(view->tokens, whole.end);

	for (uint32_t i = q->last; i < last; i++) {
		if (pf_token_is_sign(&view->tokens->v[i], ':'))
			return true;
		if (view->tokens->v[i].flags & PF_TOKEN_SENTENCE)
			break;
	}
	return false;
}

/* "90% by week 8 (0 now)" tells the end first, by its day. */
static bool has_own_day(const struct pf_view *view, const struct pf_quant *q)
{
	enum { NEAR = 2 }; /* tokens */
	const struct pf_quant *day = q + 1;

	return day < view->quants->v + view->quants->n && pf_quant_is_date(day) &&
	       day->first <= q->last + NEAR;
}

/* "Started within 2 minutes: from 7 % to a better level": the 2 minutes belong to the name. */
static bool follows(const struct pf_view *view, const struct pf_quant *to,
		    const struct pf_quant *from)
{
	bool before = to->begin < from->begin;

	if (before && has_own_day(view, to))
		return true;
	/* From nothing to whatever it is. */
	if (to->base != from->base && !leaves_unit(to, from) && from->value != 0)
		return to->role != PF_ROLE_NONE && !before;
	return to->role != PF_ROLE_NONE || !before;
}

bool pf_tiers_has_target(const struct pf_view *view, const struct pf_metric *m)
{
	const struct pf_quant *q = pf_tiers_quant(view, m->target),
			      *b = pf_tiers_quant(view, m->baseline);

	if (q && q->role == PF_ROLE_NONE && (in_label(view, q, m->whole) || is_no_value(view, q)))
		return false;
	/* "From $51 to a better level" has a beginning and no end. */
	if (q && q->role == PF_ROLE_NONE && q->first && PF_TOKEN_IS(view, q->first - 1, "from"))
		return false;
	if (q && b && !follows(view, q, b))
		return false;
	return q && !pf_quant_is_date(q) &&
	       (!pf_range_empty(m->name) || pf_quant_bound(view, m->target)) &&
	       !pf_tiers_open_ends(view, m).end;
}

bool pf_tiers_has_baseline(const struct pf_view *view, const struct pf_metric *m)
{
	const struct pf_quant *q = pf_tiers_quant(view, m->target),
			      *b = pf_tiers_quant(view, m->baseline);

	/* "Schools with over 30% of children on free meals: → 38": from a share to no count. */
	return b && !is_no_value(view, b) &&
	       (!q || q->base == b->base || q->kind == PF_QUANT_MULTIPLIER || leaves_unit(q, b) ||
		leaves_unit(b, q) || b->value == 0) &&
	       !pf_tiers_open_ends(view, m).begin;
}

/* A cell may be there and say nothing: "TBD", "n/a", "-". */
bool pf_tiers_filled(const struct pf_view *view, struct pf_range cell)
{
	static const char *const nothing[] = {"tbd", "tbc",  "todo", "n", "a",
					      "na",  "none", "open", NULL};

	for (uint32_t i = pf_tokens_at(view->tokens, cell.begin);
	     i < view->tokens->n && view->tokens->v[i].begin < cell.end; i++)
		if (view->tokens->v[i].kind == PF_TOKEN_WORD && !pf_token_among(view, i, nothing))
			return true;
	return false;
}

/* "Counted one week a month", "checked for one week", "an exchange in the last 60 days", "on a day
 * that nobody knows": how long something takes or how far back one looks, and no day to come. */
static bool is_span(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const ahead[] = {"in", "within", "after", NULL};

	if (q->per[0] || !q->first)
		return q->per[0];
	return is_article(view, q) ? !pf_token_among(view, q->first - 1, ahead)
				   : looks_back(view, q);
}

/* "4 hours" is what is measured, "4 months" the time it may take. Where time is what is
 * `measured`, a level is none, unless it is "4 months after"; elsewhere "28 %, 3 months" is one in
 * any column. */
static bool is_time_frame(const struct pf_view *view, const struct pf_quant *q, bool measured)
{
	static const char *const late[] = {"late", "ago", "earlier", NULL};

	if (pf_quant_is_date(q))
		return true;
	if (q->base != PF_QUANT_DURATION)
		return false;
	if (q->last < view->tokens->n && PF_TOKEN_IS(view, q->last, "after"))
		return true;
	if (pf_token_among(view, q->last, late))
		return false; /* "a year late" */
	if (is_span(view, q))
		return false;
	if (measured && (q->role == PF_ROLE_BASELINE || q->role == PF_ROLE_TARGET))
		return false;
	return pf_quant_takes_days(q);
}

/* "By the third storm day", "by the next menu": what comes on a day of its own. */
static bool is_by_event(const struct pf_view *view, uint32_t i, uint32_t end)
{
	static const char *const which[] = {"first", "second", "third", "fourth", "new",
					    "next",  "end",    "start", NULL};

	return i + 2 < view->tokens->n && view->tokens->v[i + 2].begin < end &&
	       PF_TOKEN_IS(view, i, "by") && PF_TOKEN_IS(view, i + 1, "the") &&
	       pf_token_among(view, i + 2, which);
}

/* "Week 6", "first winter", "the first year", "by then", "same date": a day all the same, where it
 * does not belong to what is measured. */
static bool tells_a_day(const struct pf_view *view, const struct pf_metric *m)
{
	static const char *const by[] = {"by", "same", NULL};
	static const char *const then[] = {"then",   "date", "day", "deadline",
					   "period", "time", NULL};
	uint32_t first = pf_tokens_at(view->tokens, m->whole.begin);
	uint32_t last = pf_tokens_at(view->tokens, m->whole.end);
	uint32_t name = pf_tokens_at(view->tokens, m->name.begin);
	const struct pf_quant *from = pf_tiers_quant(view, m->baseline),
			      *to = pf_tiers_quant(view, m->target);

	if (m->name.begin >= m->whole.begin && m->name.end <= m->whole.end) {
		if (pf_tells_period(view, first, name))
			return true;
		first = pf_tokens_at(view->tokens, m->name.end);
	}
	for (uint32_t i = first; i + 1 < last; i++)
		if (is_by_event(view, i, m->whole.end) ||
		    (pf_token_among(view, i, by) && pf_token_among(view, i + 1, then)))
			return true;
	/* "11% in 2026 → 4%": what stands between the two values tells when the first was read. */
	if (from && to && from->first >= first && from->first < to->first)
		return pf_tells_period(view, first, from->first) ||
		       pf_tells_period(view, to->first, last);
	return pf_tells_period(view, first, last);
}

/* "Homes where mould is back within 6 months", "| renewal log, returns within four months |": what
 * is measured, or how, and no day to measure it. */
static bool in_name(const struct pf_view *view, const struct pf_quant *q, const struct pf_metric *m)
{
	return pf_range_in(pf_quant_span(q), m->name) ||
	       (pf_range_in(pf_quant_span(q), m->method) &&
		!pf_range_empty(pf_row_at(view, m->method.begin)));
}

#define DAY_WORDS 5u /* "the fifth storm day"; what takes more holds a date, or is none */

/* "In due course", "as soon as possible", "counted in time", "in time after fitting" */
static bool is_any_time(const struct pf_view *view, uint32_t first, uint32_t last)
{
	static const char *const vague[] = {"soon",    "later",      "time", "good",  "due",
					    "as",      "when",       "asap", "early", "ready",
					    "quickly", "eventually", NULL};

	for (uint32_t i = first; i < last; i++)
		if ((i == first || PF_TOKEN_IS(view, i - 1, "in")) &&
		    pf_token_among(view, i, vague))
			return true;
	return false;
}

/* What stands in a column of days, unless it says nothing: "soon", "in good time". */
static bool names_a_day(const struct pf_view *view, const struct pf_metric *m)
{
	struct pf_range cell = m->when; /* outside of its row one that holds a day, or a heading */

	return pf_tiers_filled(view, cell) &&
	       (pf_tokens_words(view->tokens, cell) <= DAY_WORDS || !pf_range_in(cell, m->whole)) &&
	       !is_any_time(view, pf_tokens_at(view->tokens, cell.begin),
			    pf_tokens_at(view->tokens, cell.end));
}

bool pf_tiers_has_deadline(const struct pf_view *view, const struct pf_metric *m)
{
	const struct pf_quant *target = pf_tiers_quant(view, m->target);
	const struct pf_quant *day = pf_tiers_quant(view, m->deadline);
	bool measured = !target || target->base == PF_QUANT_DURATION;
	size_t first, last;

	if (names_a_day(view, m))
		return true;
	if (day && !in_name(view, day, m) && is_time_frame(view, day, measured))
		return true;
	pf_view_quants(view, m->whole, &first, &last);
	for (; first < last; first++) {
		day = pf_tiers_quant(view, (uint32_t)first);
		if (day && first != m->target && first != m->baseline && !in_name(view, day, m) &&
		    is_time_frame(view, day, measured))
			return true;
	}
	return tells_a_day(view, m);
}
