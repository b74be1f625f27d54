/* Whether a number stands beside a word that tells how many: then the word is counted. */
#include "counted.h"

#include "draft/quants.h"
#include "draft/words.h"

#define REACH 64u /* tokens; what stands further off, in a list without end, counts no word */

struct run {
	size_t first, last;
};

/* The numbers of the word's sentence that stand near it. */
static struct run quants_beside(const struct pf_view *view, const struct pf_word_hit *h)
{
	const struct pf_sentence *s =
		&view->tokens->sentences.v[pf_sentence_of(view->tokens, h->first)];
	size_t first = h->first - s->first > REACH ? h->first - REACH : s->first;
	size_t last = s->last - h->last > REACH ? h->last + REACH : s->last;
	struct pf_range near = {view->tokens->v[first].begin, view->tokens->v[last - 1].end};
	struct run run;

	pf_view_quants(view, near, &run.first, &run.last);
	return run;
}

bool pf_hit_near_number(const struct pf_view *view, const struct pf_word_hit *h, int64_t within)
{
	struct run near = quants_beside(view, h);

	if (within <= 0)
		return false;
	for (size_t i = near.first; i < near.last; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		int64_t gap = q->first >= h->first ? (int64_t)q->first - h->first
						   : (int64_t)h->first - q->last + 1;

		if (gap <= within)
			return true;
	}
	return false;
}

/* Another number, or the end of a clause, stands between the word and quantity i; "most of the 100
 * minutes (64%)" is one thing still. */
static bool is_parted(const struct pf_view *view, const struct pf_word_hit *h, size_t i)
{
	const struct pf_quant *v = view->quants->v;

	for (uint32_t k = h->last; k < v[i].first; k++)
		if (pf_token_is_sign(&view->tokens->v[k], ';'))
			return true;
	for (size_t k = i; k-- > 0 && v[k].first >= h->last;)
		if (!pf_quant_is_date(&v[k]) && v[k].last + 1 < v[i].first)
			return true;
	return false;
}

/* "Most of the answers, 72%", "too late for many: 41% wait"; but "several sheds on 58 farms: 17%
 * were late" counts farms. "For many (12% today)": that is another value. */
static bool glosses(const struct pf_view *view, const struct pf_word_hit *h, size_t i)
{
	enum { NEAR = 8 };
	static const char *const today[] = {"today", "now", NULL};
	static const char *const verbs[] = {"is", "are", "was", "were", "had", "have", NULL};
	const struct pf_quant *q = &view->quants->v[i];
	uint8_t before;

	if (q->base != PF_QUANT_PERCENT || q->first <= h->first + 1 || q->first - h->first > NEAR)
		return false;
	before = view->tokens->v[q->first - 1].sign;
	/* "On many sites: 17% were late" begins another sentence. */
	if (before == ':' && pf_token_among(view, q->last, verbs))
		return false;
	return !pf_token_among(view, q->last, today) &&
	       (before == '(' || before == ',' || before == ':') && !is_parted(view, h, i);
}

bool pf_hit_is_glossed(const struct pf_view *view, const struct pf_word_hit *h)
{
	struct run near = quants_beside(view, h);

	for (size_t i = near.first; i < near.last; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (q->first <= h->first + 1 && q->last > h->first && !pf_quant_is_date(q))
			return true;
		if (glosses(view, h, i))
			return true;
	}
	return false;
}

/* "It is often there: 64% of the waiting is at a free dock", "thousands of them, about 8,400": the
 * number that stands behind the word may be the word's. */
static bool counted_behind(const struct pf_view *view, const struct pf_word_hit *h)
{
	struct run near = quants_beside(view, h);

	for (size_t i = near.first; i < near.last; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		bool part = q->base == PF_QUANT_NUMBER && q->value > 0 && q->value < 1;
		bool share = (part || q->base == PF_QUANT_PERCENT) && q->role != PF_ROLE_TARGET &&
			     q->role != PF_ROLE_DELTA;
		bool large = q->base == PF_QUANT_NUMBER && q->value >= 1000;
		uint32_t k = h->last;

		while (k < q->first && !pf_token_is_sign(&view->tokens->v[k], ';'))
			k++;
		if ((share || large) && q->first >= h->last && k == q->first)
			return true;
	}
	return false;
}

#define SAMPLE 10 /* asked, before one says how many of them */

/* "They often pay it themselves. Of 40 customers 13 had.": the next sentence of the paragraph tells
 * how many of how many; "most of those coats" are of a crowd of their own. */
static bool counted_next(const struct pf_view *view, size_t next)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[next];
	const struct pf_quant_sentence *qs;
	const struct pf_quant *of;

	if (next >= view->tokens->sentences.n || view->tokens->v[s->first].flags & PF_TOKEN_BLOCK)
		return false;
	qs = pf_sentence_quants(view, next);
	if (qs->n < 2)
		return false;
	of = &view->quants->v[qs->first];
	return of[0].kind == PF_QUANT_NUMBER && of[1].kind == PF_QUANT_NUMBER &&
	       of[0].value >= SAMPLE && of[1].value < of[0].value;
}

bool pf_hit_may_be_counted(const struct pf_view *view, const struct pf_word_hit *h)
{
	size_t sentence = pf_sentence_of(view->tokens, h->first);

	return h->list == PF_LIST_vague &&
	       (pf_sentence_asks(view, sentence) || counted_behind(view, h) ||
		(!PF_TOKEN_IS(view, h->last, "of") && !PF_TOKEN_IS(view, h->last - 1, "of") &&
		 counted_next(view, sentence + 1)));
}
