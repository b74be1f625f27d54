/* Whether the page shows where a number comes from, though not beside it. */
#include <string.h>

#include "draft/answers.h"
#include "draft/equation.h"
#include "draft/quants.h"
#include "draft/told.h"
#include "draft/words.h"
#include "origins.h"

/* The page's own table says where it comes from: today's value, or what is left of a hundred. */
static bool is_sourced_below(const struct pf_view *view, const struct pf_quant *q)
{
	for (size_t i = 0; i < view->parts->metrics.n && i < PF_METRICS_HELD; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];
		const struct pf_quant *today;

		if (m->baseline == PF_QUANT_NONE)
			continue;
		today = &view->quants->v[m->baseline];
		if (pf_range_empty(m->method) &&
		    !pf_sentence_quants(view, pf_quant_sentence(view, today))->source)
			continue;
		if (today->value == q->value ||
		    (q->base == PF_QUANT_PERCENT && today->base == PF_QUANT_PERCENT &&
		     today->value + q->value == 100))
			return true;
	}
	return false;
}

#define TERMS_BESIDE 5u /* numbers a sum may be made of */
#define TERMS_BEHIND 2u

#define ROUNDED          0.05
#define ROUNDED_QUOTIENT 0.01

/* "23% of the answers are wrong. 9,000 ask, which means over 2,000": a share of a count. */
static bool is_share_of(const struct pf_quant *a, const struct pf_quant *b, double value)
{
	const struct pf_quant *share = a->base == PF_QUANT_PERCENT ? a : b;
	double product = a->value * b->value / 100;

	return share->base == PF_QUANT_PERCENT && a->base != b->base &&
	       product >= value * (1 - ROUNDED) && product <= value * (1 + ROUNDED);
}

/* "At five sites £165,000, or £33,000 a site": the one by the other. */
static bool is_quotient_of(const struct pf_quant *sum, const struct pf_quant *n,
			   const struct pf_quant *q)
{
	double product = n->value * q->value;

	return n->base == PF_QUANT_NUMBER && n->value > 1 && sum->base == q->base &&
	       strcmp(sum->unit, q->unit) == 0 && product >= sum->value * (1 - ROUNDED_QUOTIENT) &&
	       product <= sum->value * (1 + ROUNDED_QUOTIENT);
}

/* "It spends 170 minutes, of which 70 are work. The other 100": two numbers beside it add up to it,
 * or differ by it. */
static bool is_worked_out(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *all = view->quants->v, *q = &all[quant];
	size_t from = quant > TERMS_BESIDE ? quant - TERMS_BESIDE : 0;
	size_t to = quant + TERMS_BEHIND + 1;

	to = to < view->quants->n ? to : view->quants->n;
	for (size_t i = from; i < to && q->value >= 10; i++)
		for (size_t k = i + 1; k < to; k++) {
			double sum = all[i].value + all[k].value;
			double rest = all[i].value - all[k].value;

			if (i == quant || k == quant || pf_quant_is_date(&all[i]) ||
			    pf_quant_is_date(&all[k]))
				continue;
			if (is_quotient_of(&all[i], &all[k], q) ||
			    is_quotient_of(&all[k], &all[i], q))
				return true;
			if ((all[i].base != q->base && all[k].base != q->base &&
			     q->base != PF_QUANT_NUMBER))
				continue;
			if (sum == q->value || rest == q->value ||
			    is_share_of(&all[i], &all[k], q->value))
				return true;
		}
	return false;
}

/* "33% (job sheets)": words in brackets behind a number say where it was read; "(median)" does
 * not. */
static bool is_read_from(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const how[] = {"median", "mean",  "average", "now", "today",
					  "each",   "worst", "best",    NULL};
	const struct pf_token *v = view->tokens->v;
	bool words = false;

	if (q->last >= view->tokens->n || v[q->last].sign != '(')
		return false;
	for (uint32_t i = q->last + 1; i < view->tokens->n && v[i].sign != ')'; i++) {
		if (v[i].kind == PF_TOKEN_NUMBER || v[i].flags & PF_TOKEN_BLOCK ||
		    pf_token_among(view, i, how))
			return false;
		words = words || v[i].kind == PF_TOKEN_WORD;
	}
	return words;
}

/* "27% of the entries are stopped", and an answer says of which entries: the same amount has a
 * source elsewhere. */
static bool is_sourced_elsewhere(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	if (q->value < 10)
		return false;
	for (size_t i = 0; i < view->quants->n && i < PF_QUANTS_HELD; i++) {
		const struct pf_quant *same = &view->quants->v[i];
		const struct pf_pair *pair;

		if (i == quant || same->value != q->value || strcmp(same->unit, q->unit) != 0)
			continue;
		pair = pf_answer_at(view, same->begin);
		if (view->origin[i] == PF_ORIGIN_CITED || is_read_from(view, same) ||
		    (pair && same->begin < pair->answer.begin && !pf_range_empty(pair->answer)))
			return true;
	}
	return false;
}

#define TOLD_BY 16u /* tokens: "one in six people we dispense to in Leeds told us" */

static bool counts_before(const struct pf_view *view, uint32_t token)
{
	const struct pf_sentence *s =
		&view->tokens->sentences.v[pf_sentence_of(view->tokens, token)];
	uint32_t from = token > s->first + TOLD_BY ? token - TOLD_BY : s->first;
	size_t i = pf_quants_at(view->quants, view->tokens->v[from].begin);

	return i < view->quants->n && view->quants->v[i].first < token &&
	       !pf_quant_is_date(&view->quants->v[i]);
}

#define LOOKED_NEAR 512u /* tokens, more than a paragraph has; each number asks all of them */

/* "We opened 3,100 boxes. 22% were empty": somebody looked, and the paragraph tells what they
 * found; by what words, the list of one's own evidence cannot know. */
static bool is_looked_for(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const we[] = {"we", "i", NULL}, *const told[] = {"told", NULL};
	static const char *const us[] = {"us", "me", NULL};
	uint32_t b = pf_doc_block_at(view->doc, q->begin);
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t first, last;

	if (b == PF_DOC_NONE)
		return false;
	first = pf_tokens_at(view->tokens, blocks[b].begin);
	last = pf_tokens_at(view->tokens, blocks[b].end);
	if (q->first > first + LOOKED_NEAR)
		first = q->first - LOOKED_NEAR;
	if (last > q->last + LOOKED_NEAR)
		last = q->last + LOOKED_NEAR;
	for (uint32_t i = first; (i = pf_tokens_find(view, i, last, we)) + 2 < last; i++)
		if (pf_told_looked(view, i))
			return true;
	/* "Treasurers at 12 societies told us" */
	for (uint32_t i = first; (i = pf_tokens_find(view, i, last, told)) + 1 < last; i++)
		if (pf_token_among(view, i + 1, us) && counts_before(view, i))
			return true;
	return false;
}

bool pf_origin_shown(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	return is_sourced_elsewhere(view, quant) || is_worked_out(view, quant) ||
	       pf_share_shown(view, quant) || is_sourced_below(view, q) || is_read_from(view, q) ||
	       (!view->context->prompt &&
		(view->origin[quant] == PF_ORIGIN_BARE ||
		 view->origin[quant] == PF_ORIGIN_ASSUMED) &&
		is_looked_for(view, q));
}
