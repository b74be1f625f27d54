/* Which of the numbers of a metric is today's value, which the one aimed at, and until when. */
#include "metrics.h"

static bool was_so(const struct pf_find *f, const struct pf_quant *q)
{
	return q->kind != PF_QUANT_DATE && q->last < f->tokens->n && PF_ONE_OF(f, q->last, "last");
}

static bool in_brackets(const struct pf_find *f, const struct pf_metric *m, uint32_t token)
{
	const struct pf_token *v = f->tokens->v;

	while (token-- > 0 && v[token].begin >= m->whole.begin && !pf_token_is_sign(&v[token], ')'))
		if (pf_token_is_sign(&v[token], '('))
			return true;
	return false;
}

#define ASIDE_MOST 40u /* tokens in brackets between a value and what it goes on to */

/* The token behind the quantity, "a year" and what stands in brackets passed over. */
static uint32_t token_behind(const struct pf_find *f, const struct pf_quant *q)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = q->last, n = (uint32_t)f->tokens->n, open;

	if (i + 1 < n && PF_ONE_OF(f, i, "a", "per"))
		i += 2;
	if (i >= n || !pf_token_is_sign(&v[i], '('))
		return i;
	for (open = i++; i < n && i < open + ASIDE_MOST; i++)
		if (pf_token_is_sign(&v[i], ')'))
			return i + 1;
	return open;
}

/* "14% today", "$51 a load now" */
static bool is_now(const struct pf_find *f, const struct pf_quant *q)
{
	uint32_t i = token_behind(f, q);

	return i < f->tokens->n && PF_ONE_OF(f, i, "now", "today");
}

/* "9 -> a better level", "74, to less", "41 % (of 300 homes) now": what is, and no number that will
 * be. */
static bool opens_change(const struct pf_find *f, const struct pf_quant *q)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = token_behind(f, q), n = (uint32_t)f->tokens->n;

	if (i < n && pf_token_is_sign(&v[i], ','))
		return i + 1 < n && PF_ONE_OF(f, i + 1, "to");
	return i < n &&
	       (is_now(f, q) || pf_token_is_sign(&v[i], '>') || PF_ONE_OF(f, i, "to") ||
		(pf_token_is_sign(&v[i], '-') && i + 1 < n && pf_token_is_sign(&v[i + 1], '>')));
}

bool pf_before_arrow(const struct pf_find *f, const struct pf_quant *q)
{
	const struct pf_token *v = &f->tokens->v[q->last];

	return q->last + 1 < f->tokens->n &&
	       (pf_token_is_sign(v, '>') ||
		(pf_token_is_sign(v, '-') && pf_token_is_sign(v + 1, '>')));
}

/* "Customers over 70" */
static bool is_age(const struct pf_find *f, const struct pf_quant *q)
{
	const struct pf_token *v = f->tokens->v;

	return q->kind == PF_QUANT_NUMBER && !q->unit[0] && q->value >= 16 && q->value <= 100 &&
	       q->first >= 2 && PF_ONE_OF(f, q->first - 1, "over", "under", "above") &&
	       (PF_ONE_OF(f, q->first - 2, "people", "women", "men", "children", "customer") ||
		(v[q->first - 2].kind == PF_TOKEN_WORD &&
		 f->text.ptr[v[q->first - 2].end - 1] == 's'));
}

/* "One in four now, in nine hotels", "78 with 22 posts": where it is measured. */
static bool is_where(const struct pf_find *f, const struct pf_quant *q)
{
	const struct pf_token *behind = &f->tokens->v[q->last];

	return !q->unit[0] && PF_ONE_OF(f, q->first - 1, "in", "on", "with", "across") &&
	       q->last < f->tokens->n && behind->kind == PF_TOKEN_WORD &&
	       behind->end - behind->begin > 3 && f->text.ptr[behind->end - 1] == 's';
}

/* "80% of the 300", "for all 45", "at the six sites", "per 1,000": of whom, and how many they are,
 * whatever the sentence says of another number. */
static bool is_whole(const struct pf_find *f, const struct pf_quant *q)
{
	if (q->kind != PF_QUANT_NUMBER || !q->first)
		return false;
	return PF_ONE_OF(f, q->first - 1, "of", "the", "all", "top", "per", "first") ||
	       (q->value == 100 && PF_ONE_OF(f, q->first - 1, "in")) || is_where(f, q);
}

/* Whether the quantity may be a value of the metric, and not be part of what is measured. */
static bool may_be_value(const struct pf_find *f, size_t i)
{
	const struct pf_quant *q = &f->quants->v[i];

	return q->kind != PF_QUANT_DATE && !is_age(f, q) && !is_whole(f, q);
}

#define NEAR_QUANTS 8u /* of one line: what is measured and its values stand together */

/* "An offer in 15 minutes, booking log, 65%", "leaks that run after 60 days: not known": what is
 * measured. */
static bool is_named_by(const struct pf_find *f, const struct pf_metric *m, size_t i)
{
	const struct pf_quant *v = f->quants->v;
	uint32_t stop = v[i].last;

	if (v[i].base != PF_QUANT_DURATION || !v[i].first ||
	    !PF_ONE_OF(f, v[i].first - 1, "in", "within", "after"))
		return false;
	if (stop < f->tokens->n && pf_token_is_sign(&f->tokens->v[stop], ':'))
		return true;
	for (size_t k = i + 1; k < f->quants->n && k <= i + NEAR_QUANTS; k++)
		if (v[k].begin < m->whole.end && v[k].base == PF_QUANT_PERCENT)
			return true;
	return false;
}

/* Whether the quantity may be aimed at though no word says so. */
static bool may_be_aim(const struct pf_find *f, const struct pf_metric *m, size_t i)
{
	const struct pf_quant *q = &f->quants->v[i];

	return i != m->baseline && i != m->deadline && may_be_value(f, i) &&
	       !is_named_by(f, m, i) && !opens_change(f, q) &&
	       (!in_brackets(f, m, q->first) ||
		(m->baseline != PF_QUANT_NONE &&
		 in_brackets(f, m, f->quants->v[m->baseline].first)));
}

/* "If we are under 20% by then": what would make one stop is no aim. */
static bool is_condition(const struct pf_find *f, const struct pf_metric *m,
			 const struct pf_quant *q)
{
	const struct pf_token *v = f->tokens->v;

	for (uint32_t i = q->first; i-- > 0 && v[i].begin >= m->whole.begin;) {
		if (PF_ONE_OF(f, i, "if", "unless", "when"))
			return true;
		if (pf_token_is_sign(&v[i], ',') || pf_token_is_sign(&v[i], ';') ||
		    v[i + 1].flags & PF_TOKEN_SENTENCE)
			break;
	}
	return false;
}

static bool is_crowd(const struct pf_quant *q)
{
	return q->role == PF_ROLE_POPULATION || q->role == PF_ROLE_RATE;
}

#define CROWD 20 /* "the six sites" are where it is measured; "500 users" may be the aim itself */

/* One past the last quantity that may be the target: with a baseline they stand in one
 * sentence, but for the limit of a guardrail. */
static size_t targets_end(const struct pf_find *f, const struct pf_metric *m)
{
	size_t last = pf_quants_at(f->quants, m->whole.begin);
	uint32_t end = m->whole.end;

	if (m->baseline != PF_QUANT_NONE && m->tier != PF_TIER_GUARDRAIL) {
		uint32_t first = f->quants->v[m->baseline].first;
		uint32_t stop = f->tokens->sentences.v[pf_sentence_of(f->tokens, first)].end;

		end = stop < end ? stop : end;
	}
	while (last < f->quants->n && f->quants->v[last].begin < end)
		last++;
	return last;
}

/* Whether one can go from the one value to the other: "74 -> 21 days" and "74 days now, 21 by June"
 * leave a unit out. */
static bool is_change(const struct pf_find *f, const struct pf_quant *from,
		      const struct pf_quant *to)
{
	if (to->base == from->base || to->role == PF_ROLE_DELTA)
		return true;
	if (from->base == PF_QUANT_NUMBER && !from->unit[0] &&
	    (from->value == 0 || opens_change(f, from)))
		return true;
	return to->base == PF_QUANT_NUMBER && !to->unit[0] && to->begin > from->begin &&
	       (from->base != PF_QUANT_PERCENT || to->value <= 100);
}

#define DAY_MOST 5u /* tokens between a value and its day */

/* "50% by the end of March" */
static bool is_dated(const struct pf_find *f, size_t i)
{
	const struct pf_quant *q = &f->quants->v[i], *day = q + 1;

	return i + 1 < f->quants->n && day->first <= q->last + DAY_MOST &&
	       (day->kind == PF_QUANT_DATE || day->role == PF_ROLE_DEADLINE) &&
	       pf_sentence_of(f->tokens, day->first) == pf_sentence_of(f->tokens, q->first);
}

static bool may_follow(const struct pf_find *f, const struct pf_metric *m, size_t i)
{
	return may_be_aim(f, m, i) &&
	       !(m->tier < PF_TIER_GUARDRAIL && is_condition(f, m, &f->quants->v[i]));
}

/* "How many start within two minutes: 7 % today, 50 % in May": what follows today's value. */
static uint32_t after_baseline(const struct pf_find *f, const struct pf_metric *m)
{
	const struct pf_quant *v = f->quants->v;
	size_t last = targets_end(f, m);

	for (size_t i = m->baseline + 1u; i < last; i++)
		if (is_change(f, &v[m->baseline], &v[i]) && may_follow(f, m, i) &&
		    v[i].role != PF_ROLE_POPULATION)
			return (uint32_t)i;
	/* "12% now. 50% by the end of March.", "1.2% today. If it is above 2%, we stop": the next
	 * value, with its day, or the limit of what may yet turn out a guardrail. */
	for (size_t i = last; i < f->quants->n && i < last + NEAR_QUANTS; i++) {
		if (v[i].begin >= m->whole.end)
			break;
		if (v[i].base == v[m->baseline].base && may_be_aim(f, m, i) &&
		    (is_dated(f, i) || (m->tier == PF_TIER_NONE &&
					(v[i].bound == PF_BOUND_GT || v[i].bound == PF_BOUND_GE))))
			return (uint32_t)i;
	}
	return PF_QUANT_NONE;
}

/* What its words call the target may belong to another number: it is the one that today's value can
 * become, in its sentence or, where one says "we aim for", in the next. */
static bool fits_baseline(const struct pf_find *f, const struct pf_metric *m, uint32_t target)
{
	const struct pf_quant *from = &f->quants->v[m->baseline], *to = &f->quants->v[target];
	size_t next = pf_sentence_of(f->tokens, from->first) +
		      (to->role == PF_ROLE_TARGET || to->role == PF_ROLE_DELTA);

	return may_follow(f, m, target) && pf_sentence_of(f->tokens, to->first) <= next &&
	       (to->begin > from->begin || is_change(f, from, to));
}

static uint32_t unsaid_target(const struct pf_find *f, const struct pf_metric *m)
{
	size_t first = pf_quants_at(f->quants, m->whole.begin), last = targets_end(f, m);
	const struct pf_quant *v = f->quants->v;

	/* "Customers over 70 who lose money, 4,100 a year, to 2,600" */
	for (size_t i = first; i < last; i++)
		if (v[i].first && PF_ONE_OF(f, v[i].first - 1, "to") && may_be_aim(f, m, i))
			return (uint32_t)i;
	/* "500+ active users within 6 months" has no word of aim: the first value is it. */
	for (size_t i = first; i < last; i++)
		if (!is_crowd(&v[i]) && may_be_aim(f, m, i))
			return (uint32_t)i;
	for (size_t i = first; m->baseline == PF_QUANT_NONE && i < last; i++)
		if (v[i].value >= CROWD && may_be_aim(f, m, i))
			return (uint32_t)i;
	return PF_QUANT_NONE;
}

/* Takes what its words say it is. */
static void take_said(const struct pf_find *f, struct pf_metric *m)
{
	for (size_t i = pf_quants_at(f->quants, m->whole.begin);
	     i < f->quants->n && f->quants->v[i].begin < m->whole.end; i++) {
		const struct pf_quant *q = &f->quants->v[i];
		uint32_t k = (uint32_t)i;

		if (q->role == PF_ROLE_DEADLINE || q->kind == PF_QUANT_DATE) {
			if (m->deadline == PF_QUANT_NONE)
				m->deadline = k;
		} else if (!may_be_value(f, i)) {
			continue;
		} else if (q->role == PF_ROLE_BASELINE || is_now(f, q)) {
			if (m->baseline == PF_QUANT_NONE ||
			    (is_now(f, q) && !is_now(f, &f->quants->v[m->baseline])))
				m->baseline = k;
		} else if (q->role == PF_ROLE_TARGET || q->role == PF_ROLE_DELTA) {
			if (m->target == PF_QUANT_NONE)
				m->target = k;
		}
	}
}

/* "4,100 last year; 2,700 in the year after launch", "from 12 % to a better level": what was is
 * where one starts from. */
static uint32_t unsaid_baseline(const struct pf_find *f, const struct pf_metric *m)
{
	for (size_t i = pf_quants_at(f->quants, m->whole.begin);
	     i < f->quants->n && f->quants->v[i].begin < m->whole.end; i++) {
		const struct pf_quant *q = &f->quants->v[i];

		if (i == m->target)
			continue;
		if (was_so(f, q) ||
		    (q->role != PF_ROLE_POPULATION && i != m->deadline && may_be_value(f, i) &&
		     !is_named_by(f, m, i) && opens_change(f, q)))
			return (uint32_t)i;
	}
	return PF_QUANT_NONE;
}

/* What today's value is to become. */
static uint32_t target_of(const struct pf_find *f, const struct pf_metric *m)
{
	const struct pf_quant *from = &f->quants->v[m->baseline];
	uint32_t aim;

	/* "An offer within 15 minutes: from 12 % to 60 %": the end of the change is what is aimed
	 * at. */
	if (from->pair != PF_QUANT_NONE && f->quants->v[from->pair].begin >= m->whole.begin &&
	    f->quants->v[from->pair].begin < m->whole.end && fits_baseline(f, m, from->pair))
		return from->pair;
	aim = after_baseline(f, m);
	/* "Customers over 70 who lose money, 4,100 now, 2,600 next year" */
	if (m->target != PF_QUANT_NONE && fits_baseline(f, m, m->target) &&
	    (aim == PF_QUANT_NONE || m->target > m->baseline))
		return m->target;
	/* "Signed, of those who asked: 9 to 12 in a hundred": a range holds both. */
	return aim == PF_QUANT_NONE && from->kind == PF_QUANT_RANGE ? m->baseline : aim;
}

void pf_metric_alike(const struct pf_find *f, struct pf_metric *m)
{
	enum { NEAR = 2 }; /* quantities: "71 of 386 (18%)" */
	const struct pf_quant *v = f->quants->v;
	uint32_t from = m->baseline;

	if (from == PF_QUANT_NONE || m->target == PF_QUANT_NONE ||
	    v[from].base == v[m->target].base)
		return;
	for (uint32_t i = from + 1; i < f->quants->n && i <= from + NEAR; i++)
		if (i != m->target && v[i].base == v[m->target].base && v[i].end < m->whole.end &&
		    pf_token_is_sign(&f->tokens->v[v[i].first - 1], '(') &&
		    pf_token_is_sign(&f->tokens->v[v[i].last], ')'))
			m->baseline = i;
}

void pf_metric_quants(const struct pf_find *f, struct pf_metric *m)
{
	take_said(f, m);
	if (m->baseline == PF_QUANT_NONE)
		m->baseline = unsaid_baseline(f, m);
	if (m->baseline != PF_QUANT_NONE)
		m->target = target_of(f, m);
	else if (m->target == PF_QUANT_NONE)
		m->target = unsaid_target(f, m);
	pf_metric_alike(f, m);
}
