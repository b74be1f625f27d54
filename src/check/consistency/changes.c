/* A change told twice: by its two ends, and by a share, a multiple or a difference of them. */
#include <math.h>
#include <string.h>

#include "consistency.h"
#include "draft/quants.h"
#include "draft/words.h"

#define FAR 8 /* tokens between the ends and the change; farther apart they may be strangers */

/* Words that lead from the two ends to the change and name nothing new. */
static const char *const leading[] = {
	"a",      "an",       "or",      "i",         "e",    "that",        "is",     "which",
	"means",  "of",       "by",      "about",     "some", "roughly",     "nearly", "almost",
	"around", "more",     "over",    "than",      "up",   "down",        "less",   "fewer",
	"lower",  "higher",   "cut",     "reduction", "rise", "increase",    "drop",   "fall",
	"growth", "decrease", "decline", "saving",    "gain", "improvement", "change", "net",
	"that's", "equals",   "another", "jump",      "the",  "difference",  NULL};
/* Words of change after it; nothing but the end of the phrase may follow. */
static const char *const closing[] = {"cut",     "reduction", "rise",        "increase", "drop",
				      "fall",    "growth",    "decrease",    "decline",  "saving",
				      "savings", "gain",      "improvement", "change",   "jump",
				      "less",    "more",      "lower",       "higher",   "fewer",
				      "shorter", "longer",    "faster",      "slower",   NULL};
/* Words with which another claim begins. */
static const char *const clause[] = {
	"as",    "while", "and",   "when", "because", "with",  "where",  "if",    "but",
	"so",    "to",    "go",    "goes", "fall",    "falls", "rise",   "rises", "grow",
	"grows", "drop",  "drops", "move", "moves",   "climb", "climbs", NULL};

static const char *const other_clause[] = {"as",  "while", "and", "when", "because",
					   "but", "where", "if",  NULL};

/* Two ends of one change, in the order of the page. */
struct ends {
	const struct pf_quant *from, *to, *first, *last;
};

static bool ends_at(const struct pf_view *view, size_t i, struct ends *e)
{
	const struct pf_quant *q = &view->quants->v[i], *other;

	if (q->role != PF_ROLE_BASELINE || q->pair >= view->quants->n)
		return false;
	other = &view->quants->v[q->pair];
	if (q->kind == PF_QUANT_RANGE || other->kind == PF_QUANT_RANGE || q->base != other->base ||
	    strcmp(q->unit, other->unit) || q->value <= 0 || other->value < 0 ||
	    pf_quant_is_date(q))
		return false;
	*e = (struct ends){q, other, q->first < other->first ? q : other,
			   q->first < other->first ? other : q};
	return true;
}

/* The phrase ends behind it: "a 40 % rise.", "12 minutes a patient," but not "40 % of them". */
static bool ends_phrase(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const each[] = {"a", "per", "each", NULL};
	const struct pf_token *v = view->tokens->v;
	uint32_t i = q->last, n = (uint32_t)view->tokens->n;

	if (i < n && pf_token_among(view, i, closing))
		i++;
	if (i + 1 < n && pf_token_among(view, i, each))
		i += 2;
	return i >= n || v[i].flags & (PF_TOKEN_SENTENCE | PF_TOKEN_BLOCK) ||
	       (v[i].kind == PF_TOKEN_SIGN && v[i].sign && strchr(",;.:)|*", v[i].sign));
}

/* The change stands behind its ends: "from 20 to 30 a month, a 40 % rise". */
static bool told_after(const struct pf_view *view, const struct ends *e, const struct pf_quant *q)
{
	uint32_t from = e->last->last;

	if (q->first < from || q->first - from > FAR || !ends_phrase(view, q))
		return false;
	for (uint32_t i = q->first; i-- > from;)
		if (view->tokens->v[i].sign == ',' || view->tokens->v[i].sign == '(') {
			if (pf_tokens_any(view, from, i, other_clause))
				return false;
			from = i;
			break;
		}
	return pf_tokens_only(view, from, q->first, leading);
}

/* It stands before them: "by 60 %, from 900 to 500", "halve the list, from 900 to 700". */
static bool told_before(const struct pf_view *view, const struct ends *e, const struct pf_quant *q)
{
	uint32_t to = e->first->first;

	if (q->last > to || to - q->last > FAR || !to || e->first != e->from ||
	    !PF_TOKEN_IS(view, to - 1, "from"))
		return false;
	for (uint32_t i = q->last; i < to; i++) /* "drop-outs" are none that drop */
		if (pf_token_among(view, i, clause) && view->tokens->v[i + 1].sign != '-')
			return false;
	return true;
}

/* "..., so each nurse saves 12 minutes a patient" */
static bool told_as_saved(const struct pf_view *view, const struct ends *e,
			  const struct pf_quant *q)
{
	static const char *const so[] = {"so", NULL};
	static const char *const and[] = {"and", NULL};
	static const char *const saves[] = {"saves", "save", "saving", "gains", "gain", NULL};
	uint32_t from = e->last->last;

	return q->first > from && q->first - from <= FAR && ends_phrase(view, q) &&
	       pf_token_among(view, q->first - 1, saves) &&
	       pf_tokens_any(view, from, q->first, so) && !pf_tokens_any(view, from, q->first, and);
}

/* "At least 40 %", "about 40 %": how far the told share may be from the true one. */
static bool share_fits(const struct pf_quant *q, double actual)
{
	double slack = fmax(2, 0.06 * q->value);

	switch (q->bound) {
	case PF_BOUND_GE:
	case PF_BOUND_GT: return actual >= q->value - slack;
	case PF_BOUND_LE:
	case PF_BOUND_LT: return actual <= q->value + slack;
	case PF_BOUND_APPROX: return fabs(actual - q->value) <= 2 * slack;
	case PF_BOUND_NONE: break;
	}
	return fabs(actual - q->value) <= slack;
}

/* What the change would be by its ends; NAN when `q` tells it as it is, or tells something else. */
static double wrong_change(const struct pf_view *view, const struct ends *e,
			   const struct pf_quant *q)
{
	static const char *const of[] = {"of", NULL};
	double gap = fabs(e->to->value - e->from->value), share = 100 * gap / e->from->value;
	bool near = told_after(view, e, q) || told_before(view, e, q);

	if (q->kind == PF_QUANT_MULTIPLIER) {
		double ratio = e->to->value / e->from->value;

		/* "Bills of 3x fell from 290 to 131": how large each was. */
		if (!told_before(view, e, q) || e->to->value <= 0 ||
		    (q->first && pf_token_among(view, q->first - 1, of)))
			return NAN;
		return fabs(ratio - q->value) <= 0.15 * q->value ||
				       fabs(1 / ratio - q->value) <= 0.15 * q->value
			       ? NAN
			       : (q->value < 1 ? ratio : fmax(ratio, 1 / ratio));
	}
	if (q->kind == PF_QUANT_PERCENT && q->role == PF_ROLE_DELTA && near) {
		/* Between two shares it may be points or a share of the first. */
		if (share_fits(q, share) ||
		    (e->from->base == PF_QUANT_PERCENT && share_fits(q, gap)))
			return NAN;
		return share;
	}
	/* Twice the difference and more is that of two; a sum by the year is another thing. */
	if (q->kind == e->from->kind && q->kind != PF_QUANT_PERCENT &&
	    !strcmp(q->unit, e->from->unit) && q->role == PF_ROLE_DELTA &&
	    q->bound == PF_BOUND_NONE && (told_after(view, e, q) || told_as_saved(view, e, q)) &&
	    q->value < 1.9 * gap && fabs(q->value - gap) > 0.06 * gap)
		return gap;
	return NAN;
}

static void count_wrong(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j,
			const struct ends *e, const struct pf_quant *q, double actual)
{
	struct pf_range whole = {e->first->begin < q->begin ? e->first->begin : q->begin,
				 e->last->end > q->end ? e->last->end : q->end};

	pf_tally_wrong(t, view, j, whole, actual, q);
}

void pf_tally_changes(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j)
{
	for (size_t i = 0; i < view->quants->n; i++) {
		size_t lo = i > 3 ? i - 3 : 0,
		       hi = i + 4 < view->quants->n ? i + 4 : view->quants->n;
		size_t s;
		struct ends e;

		if (!ends_at(view, i, &e))
			continue;
		s = pf_sentence_of(view->tokens, e.first->first);
		for (size_t k = lo; k < hi; k++) {
			const struct pf_quant *q = &view->quants->v[k];
			double actual;

			if (q == e.from || q == e.to || pf_quant_sentence(view, q) != s)
				continue;
			actual = wrong_change(view, &e, q);
			if (!isnan(actual))
				count_wrong(t, view, j, &e, q, actual);
		}
	}
}

/* The shares of a sentence, when all of its numbers are shares of one whole. */
static double sum_of_shares(const struct pf_view *view, const struct pf_quant_sentence *qs)
{
	double sum = 0;

	for (size_t i = qs->first; i < qs->first + qs->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (q->kind != PF_QUANT_PERCENT || strcmp(q->unit, "%") ||
		    q->role == PF_ROLE_DELTA || q->role == PF_ROLE_TARGET ||
		    q->pair != PF_QUANT_NONE)
			return NAN;
		sum += q->value;
	}
	return sum;
}

/* "48 % ask ..., 37 % ask ... and the remaining 26 % complain": shares of one whole, said so. */
void pf_tally_shares(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j)
{
	static const char *const rest[] = {"rest",   "remaining", "remainder", "split",
					   "splits", "breakdown", "divided",   NULL};
	static const char *const many[] = {"could", "may",   "multiple", "both", "also", "overlap",
					   "them",  "those", "these",    "whom", "than", "up",
					   "down",  "if",    "target",   "goal", "most", NULL};

	for (size_t s = 0; s < view->quants->sentences.n; s++) {
		const struct pf_quant_sentence *qs = &view->quants->sentences.v[s];
		const struct pf_sentence *words = &view->tokens->sentences.v[s];
		const struct pf_quant *last;
		double sum;

		if (qs->n < 2 || qs->n > 8)
			continue;
		sum = sum_of_shares(view, qs);
		if (isnan(sum) || sum <= 101.5 ||
		    !pf_tokens_any(view, words->first, words->last, rest) ||
		    pf_tokens_any(view, words->first, words->last, many))
			continue;
		last = &view->quants->v[qs->first + qs->n - 1];
		pf_tally_wrong(t, view, j,
			       (struct pf_range){view->quants->v[qs->first].begin, last->end}, sum,
			       last);
	}
}
