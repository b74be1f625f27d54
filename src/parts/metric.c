/* One metric: the tier that is named, its name, its numbers, how it is measured. */
#include <string.h>

#include "find.h"

/* "Primary - late invoices", but not "primary-care". */
static bool is_dash(const struct pf_token *t)
{
	return pf_token_is_sign(t, '-') && t->flags & PF_TOKEN_SPACED;
}

static enum pf_tier bare_tier(const struct pf_find *f, uint32_t i, uint32_t last)
{
	const struct pf_token *next = &f->tokens->v[i + 1];

	if (i + 1 < last && (pf_token_is_sign(next, ':') || is_dash(next)))
		return pf_tier_of(f->text, &f->tokens->v[i]);
	return PF_TIER_NONE;
}

/* The tier that is named at token i, and one past its name. */
enum pf_tier pf_tier_at(const struct pf_find *f, uint32_t i, uint32_t last, uint32_t *stop)
{
	enum pf_tier bare;

	for (int t = PF_TIER_PRIMARY; t <= PF_TIER_GUARDRAIL; t++)
		if (pf_cue_here(f, i, last, (enum pf_cue)(PF_CUE_TIER_PRIMARY + t), stop))
			return (enum pf_tier)t;
	bare = bare_tier(f, i, last);
	*stop = i + 1;
	return bare;
}

static bool was_so(const struct pf_find *f, const struct pf_quant *q)
{
	return q->kind != PF_QUANT_DATE && q->last < f->tokens->n &&
	       pf_token_is(f->text, &f->tokens->v[q->last], "last");
}

static bool in_brackets(const struct pf_find *f, const struct pf_metric *m, uint32_t token)
{
	const struct pf_token *v = f->tokens->v;

	while (token-- > 0 && v[token].begin >= m->whole.begin && !pf_token_is_sign(&v[token], ')'))
		if (pf_token_is_sign(&v[token], '('))
			return true;
	return false;
}

/* "9 -> a better level", "74, to less", "41 % (of 300 homes) now": what is, and no number that will
 * be. */
static bool opens_change(const struct pf_find *f, const struct pf_quant *q)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = q->last, n = (uint32_t)f->tokens->n;

	if (i < n && pf_token_is_sign(&v[i], '('))
		while (i < n && !pf_token_is_sign(&v[i++], ')'))
			;
	if (i < n && pf_token_is_sign(&v[i], ','))
		return i + 1 < n && pf_token_is(f->text, &v[i + 1], "to");
	return i < n &&
	       (pf_token_is_sign(&v[i], '>') || pf_token_is(f->text, &v[i], "to") ||
		pf_token_is(f->text, &v[i], "now") || pf_token_is(f->text, &v[i], "today") ||
		(pf_token_is_sign(&v[i], '-') && i + 1 < n && pf_token_is_sign(&v[i + 1], '>')));
}

/* Whether the quantity may be aimed at though no word says so. */
static bool may_be_aim(const struct pf_find *f, const struct pf_metric *m, size_t i)
{
	const struct pf_quant *q = &f->quants->v[i];

	return i != m->baseline && i != m->deadline && q->kind != PF_QUANT_DATE &&
	       !opens_change(f, q) && !in_brackets(f, m, q->first);
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

	if (m->baseline != PF_QUANT_NONE && m->tier < PF_TIER_GUARDRAIL) {
		uint32_t first = f->quants->v[m->baseline].first;
		uint32_t stop = f->tokens->sentences.v[pf_sentence_of(f->tokens, first)].end;

		end = stop < end ? stop : end;
	}
	while (last < f->quants->n && f->quants->v[last].begin < end)
		last++;
	return last;
}

/* "How many start within two minutes: 7 % today, 50 % in May": what follows today's value. */
static uint32_t after_baseline(const struct pf_find *f, const struct pf_metric *m)
{
	const struct pf_quant *v = f->quants->v;
	size_t last = targets_end(f, m);

	for (size_t i = m->baseline; i + 1 < last; i++)
		if (v[i + 1].base == v[m->baseline].base && may_be_aim(f, m, i + 1))
			return (uint32_t)(i + 1);
	return PF_QUANT_NONE;
}

static uint32_t unsaid_target(const struct pf_find *f, const struct pf_metric *m)
{
	size_t first = pf_quants_at(f->quants, m->whole.begin), last = targets_end(f, m);
	const struct pf_quant *v = f->quants->v;

	/* "Customers over 70 who lose money, 4,100 a year, to 2,600" */
	for (size_t i = first; i < last; i++)
		if (v[i].first && pf_token_is(f->text, &f->tokens->v[v[i].first - 1], "to") &&
		    may_be_aim(f, m, i))
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
		} else if (q->role == PF_ROLE_BASELINE) {
			if (m->baseline == PF_QUANT_NONE)
				m->baseline = k;
		} else if (q->role == PF_ROLE_TARGET || q->role == PF_ROLE_DELTA) {
			if (m->target == PF_QUANT_NONE)
				m->target = k;
		}
	}
}

void pf_metric_quants(const struct pf_find *f, struct pf_metric *m)
{
	uint32_t aim;

	take_said(f, m);
	/* "4,100 last year; 2,700 in the year after launch", "from 12 % to a better level": what
	 * was is where one starts from. */
	for (size_t i = pf_quants_at(f->quants, m->whole.begin);
	     m->baseline == PF_QUANT_NONE && i < f->quants->n &&
	     f->quants->v[i].begin < m->whole.end;
	     i++)
		if (i != m->target && (was_so(f, &f->quants->v[i]) ||
				       (!is_crowd(&f->quants->v[i]) && i != m->deadline &&
					opens_change(f, &f->quants->v[i]))))
			m->baseline = (uint32_t)i;
	/* "An offer within 15 minutes: from 12 % to 60 %": the end of the change is what is aimed
	 * at. */
	if (m->baseline != PF_QUANT_NONE) {
		uint32_t pair = f->quants->v[m->baseline].pair;

		if (pair != PF_QUANT_NONE && f->quants->v[pair].begin >= m->whole.begin &&
		    f->quants->v[pair].begin < m->whole.end) {
			m->target = pair;
			return;
		}
	}
	aim = after_baseline(f, m);
	/* "Customers over 70 who lose money, 4,100 now, 2,600 next year" */
	if (aim != PF_QUANT_NONE && (m->target == PF_QUANT_NONE || m->target < m->baseline))
		m->target = aim;
	if (m->target == PF_QUANT_NONE)
		m->target = unsaid_target(f, m);
}

/* Index of the first note that begins at or after `off`. */
static size_t first_note(const struct pf_find *f, uint32_t off)
{
	size_t low = 0, high = f->quants->notes.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (f->quants->notes.v[mid].begin < off)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

void pf_metric_method(const struct pf_find *f, struct pf_metric *m)
{
	uint32_t last = pf_token_at(f, m->whole.end), stop;

	for (uint32_t i = pf_token_at(f, m->whole.begin); i < last; i++) {
		uint32_t end = i;

		if (!pf_cue_here(f, i, last, PF_CUE_METHOD, &stop))
			continue;
		while (end < last &&
		       !(f->tokens->v[end].kind == PF_TOKEN_SIGN && f->tokens->v[end].sign &&
			 strchr(",;.)", f->tokens->v[end].sign)))
			end++;
		if (end > stop) {
			m->method =
				(struct pf_range){f->tokens->v[i].begin, f->tokens->v[end - 1].end};
			return;
		}
	}
	for (size_t i = first_note(f, m->whole.begin); i < f->quants->notes.n; i++) {
		const struct pf_quant_note *n = &f->quants->notes.v[i];

		if (n->begin >= m->whole.end)
			break;
		if (n->kind == PF_NOTE_SOURCE)
			m->method = (struct pf_range){n->begin, n->end};
	}
}

static bool is_joint(const struct pf_find *f, const struct pf_token *t)
{
	static const char *const words[] = {
		"from", "to",    "by",    "of",    "at",    "is",    "rises", "falls",  "rise",
		"fall", "drops", "drop",  "in",    "the",   "a",     "an",    "with",   "for",
		"will", "be",    "grows", "above", "below", "under", "goal",  "target", "should",
		"must", "ought", "go",    "goes",  "and",   "which"};

	if (t->kind == PF_TOKEN_SIGN)
		return true;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (pf_token_is(f->text, t, words[i]))
			return true;
	return false;
}

/* "It is", "we want", "if that": who wants it, and what was named before. */
static bool is_opener(const struct pf_find *f, uint32_t i)
{
	return is_joint(f, &f->tokens->v[i]) ||
	       PF_ONE_OF(f, i, "it", "it's", "this", "that", "we", "we'll", "i", "i'd", "our",
			 "want", "aim", "expect", "would", "then", "also", "watch", "track", "if");
}

/* The token of the first of its values; of "offers within 15 minutes, from 12 % to 70 %" the
 * minutes are what is measured. */
static uint32_t first_value(const struct pf_find *f, const struct pf_metric *m, uint32_t last)
{
	const uint32_t values[] = {m->baseline, m->target, m->deadline};
	size_t quant = pf_first_quant(f, m->whole);
	uint32_t stop = last;

	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		if (values[i] != PF_QUANT_NONE && f->quants->v[values[i]].first < stop)
			stop = f->quants->v[values[i]].first;
	if (stop == last && quant != SIZE_MAX && f->quants->v[quant].first < stop)
		stop = f->quants->v[quant].first;
	return stop;
}

struct pf_range pf_metric_words(const struct pf_find *f, const struct pf_metric *m, uint32_t first,
				uint32_t last)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t stop = first_value(f, m, last), end;

	while (first < last && is_opener(f, first))
		first++;
	for (end = first; end < stop; end++)
		if (pf_token_is_sign(&v[end], ':') || pf_token_is_sign(&v[end], ';') ||
		    pf_token_is_sign(&v[end], '('))
			break;
	while (end > first && is_joint(f, &v[end - 1]))
		end--;
	if (end <= first)
		return (struct pf_range){m->whole.begin, m->whole.begin};
	return (struct pf_range){v[first].begin, v[end - 1].end};
}

void pf_metric_name(const struct pf_find *f, struct pf_metric *m, uint32_t first, uint32_t last)
{
	struct pf_range words = pf_metric_words(f, m, first, last);

	if (!pf_range_empty(words)) {
		m->name = words;
	} else if (m->target != PF_QUANT_NONE) {
		const struct pf_quant *q = &f->quants->v[m->target];
		size_t s = pf_sentence_of(f->tokens, q->first);

		m->name = q->of;
		if (s < f->quants->sentences.n &&
		    f->quants->sentences.v[s].metric.end > f->quants->sentences.v[s].metric.begin)
			m->name = f->quants->sentences.v[s].metric;
	}
}

struct pf_metric pf_metric_of(struct pf_range whole)
{
	return (struct pf_metric){
		.tier = PF_TIER_NONE,
		.whole = whole,
		.name = {whole.begin, whole.begin},
		.baseline = PF_QUANT_NONE,
		.target = PF_QUANT_NONE,
		.deadline = PF_QUANT_NONE,
		.today = {whole.begin, whole.begin},
		.when = {whole.begin, whole.begin},
		.method = {whole.begin, whole.begin},
	};
}
