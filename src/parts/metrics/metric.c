/* One metric: the tier that is named, its name, its numbers, how it is measured. */
#include <string.h>

#include "prfaq/base/bound.h"

#include "metrics.h"

static const char *const tier_names[PF_TIER_NONE] = {"primary", "secondary", "leading",
						     "guardrail"};

const char *pf_tier_name(enum pf_tier tier)
{
	return (unsigned)tier < PF_TIER_NONE ? tier_names[tier] : "";
}

enum pf_tier pf_tier_of(struct pf_slice text, const struct pf_token *token)
{
	int tier = 0;

	while (tier < PF_TIER_NONE && !pf_token_is(text, token, tier_names[tier]))
		tier++;
	return (enum pf_tier)tier;
}

/* "Primary - late invoices", but not "primary-care". */
static bool is_dash(const struct pf_token *t)
{
	return pf_token_is_sign(t, '-') && t->flags & PF_TOKEN_SPACED;
}

static enum pf_tier bare_tier(const struct pf_find *f, uint32_t i, uint32_t last)
{
	const struct pf_token *next = &f->tokens->v[i + 1];

	if (i + 1 >= last || !(pf_token_is_sign(next, ':') || is_dash(next)))
		return PF_TIER_NONE;
	/* "Input: calls answered in an hour"; elsewhere the word may be part of a name. */
	if (pf_token_is_sign(next, ':') && PF_ONE_OF(f, i, "input", "inputs"))
		return PF_TIER_LEADING;
	return pf_tier_of(f->text, &f->tokens->v[i]);
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
	for (size_t i =
		     PF_LOWER_BOUND(f->quants->notes.v, f->quants->notes.n, begin, m->whole.begin);
	     i < f->quants->notes.n; i++) {
		const struct pf_quant_note *n = &f->quants->notes.v[i];

		if (n->begin >= m->whole.end)
			break;
		if (n->kind == PF_NOTE_SOURCE)
			m->method = (struct pf_range){n->begin, n->end};
	}
}

static bool is_joint(const struct pf_find *f, uint32_t i)
{
	static const char *const words[] = {
		"from", "to",    "by",    "of",    "at",    "is",    "rises", "falls",  "rise",
		"fall", "drops", "drop",  "in",    "the",   "a",     "an",    "with",   "for",
		"will", "be",    "grows", "above", "below", "under", "goal",  "target", "should",
		"must", "ought", "go",    "goes",  "and",   "which"};

	return f->tokens->v[i].kind == PF_TOKEN_SIGN ||
	       pf_one_of(f, i, words, sizeof(words) / sizeof(*words));
}

/* "It is", "we want", "if that": who wants it, and what was named before. */
static bool is_opener(const struct pf_find *f, uint32_t i)
{
	return is_joint(f, i) ||
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
		if (v[end].kind == PF_TOKEN_SIGN && v[end].sign && strchr(":;(>", v[end].sign))
			break;
	while (end > first && is_joint(f, end - 1))
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
