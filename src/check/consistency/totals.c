/* Parts and their total: in one sentence, down a column, down a list. */
#include <math.h>
#include <string.h>

#include "consistency.h"
#include "draft/quants.h"

/* What makes an amount beside a total something else than a part of it. */
static bool explains(const struct pf_view *view, struct pf_range range)
{
	static const char *const words[] = {
		"each",    "per",    "tax",   "vat",  "under",     "below",   "cap",
		"limit",   "budget", "which", "save", "including", "earn",    "from",
		"than",    "with",   "saves", "over", "times",     "instead", "x",
		"if",      "first",  "left",  "year", "month",     "week",    "other",
		"against", "rest",   "minus", "less", "at",        NULL};
	uint32_t first = pf_tokens_at(view->tokens, range.begin);
	uint32_t last = pf_tokens_at(view->tokens, range.end);

	for (uint32_t i = first; i < last; i++)
		if (view->tokens->v[i].sign == '=' || view->tokens->v[i].sign == '+')
			return true;
	return pf_tokens_any(view, first, last, words);
}

/* Tokens between the amount and a word of total: "$1.2M in all", "in total it is $1.2M". */
static uint32_t apart(const struct pf_quant *q, const struct pf_phrase_hit *hit)
{
	return q->first >= hit->last ? q->first - hit->last : hit->first - q->last;
}

/* Whether only "it is", ":" and the like stand between the amount and the word of total. */
static bool touches(const struct pf_view *view, const struct pf_quant *q,
		    const struct pf_phrase_hit *hit)
{
	static const char *const joint[] = {
		"of",  "it",    "is",   "comes", "to",   "about", "or",   "we", "need", "ask",
		"for", "spend", "this", "that",  "cost", "costs", "will", "be", NULL};

	if (apart(q, hit) > 4)
		return false;
	return q->first >= hit->last ? pf_tokens_only(view, hit->last, q->first, joint)
				     : pf_tokens_only(view, q->last, hit->first, joint);
}

/* The amount nearest to a word of total, when it is first or last of its sentence's. */
static const struct pf_quant *total_of(const struct pf_view *view, size_t first, size_t last,
				       struct pf_hits hits)
{
	size_t total = last;
	uint32_t nearest = UINT32_MAX;

	for (size_t h = 0; h < hits.n; h++)
		for (size_t i = first; i < last; i++) {
			const struct pf_quant *q = &view->quants->v[i];

			if (touches(view, q, &hits.v[h]) && apart(q, &hits.v[h]) < nearest) {
				nearest = apart(q, &hits.v[h]);
				total = i;
			}
		}
	return total == first || total + 1 == last ? &view->quants->v[total] : NULL;
}

/* "A for x, B for y and C for z, D in all": all of them plain amounts of one currency, behind a
 * count at most: what it counts may be what is shared, or what each amount is for. */
static void in_sentence(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j,
			size_t s)
{
	const struct pf_quant_sentence *qs = &view->quants->sentences.v[s];
	struct pf_range range = pf_sentence_range(view, s);
	const struct pf_quant *total, *v = view->quants->v;
	size_t first = qs->first, last = first + qs->n;
	double sum = 0, count = 1;
	struct pf_hits hits;

	if (qs->n < 3 || qs->n > 12)
		return;
	hits = pf_view_hits(view, PF_LIST_totals, range);
	if (!hits.n || explains(view, range))
		return;
	if (v[first].kind == PF_QUANT_NUMBER)
		count = v[first++].value;
	for (size_t i = first; i < last; i++) {
		if (v[i].kind != PF_QUANT_MONEY || v[i].per[0] || strcmp(v[i].unit, v[first].unit))
			return;
		sum += v[i].value;
	}
	total = last - first > 2 ? total_of(view, first, last, hits) : NULL;
	if (!total)
		return;
	sum -= total->value;
	if (fabs(sum * count - total->value) <= 0.05 * total->value)
		sum *= count;
	pf_tally_count(t, view, j, (struct pf_range){v[first].begin, v[last - 1].end}, sum, total);
}

/* The only quantity of the block; NULL for none or more. */
static const struct pf_quant *only_quant(const struct pf_view *view, const struct pf_block *b)
{
	size_t first, last;

	pf_view_quants(view, (struct pf_range){b->begin, b->end}, &first, &last);
	return last - first == 1 ? &view->quants->v[first] : NULL;
}

#define LONGEST 512 /* blocks of a table or list that is added up */

static bool adds(const struct pf_quant *q, const struct pf_quant *total)
{
	return q && q->kind == total->kind && q->role != PF_ROLE_DELTA &&
	       !strcmp(q->unit, total->unit) && !strcmp(q->per, total->per);
}

/* A mean stands in a last row too, and is less than the largest part. */
static void count_parts(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j,
			const struct pf_quant *total, double sum, double largest, size_t parts)
{
	if (parts > 1 && total->value > largest)
		pf_tally_count(t, view, j, pf_quant_span(total), sum, total);
}

/* What may be added up: money, heads; shares only up to a whole. */
static bool is_additive(const struct pf_quant *q)
{
	return q->kind == PF_QUANT_MONEY ||
	       (q->kind == PF_QUANT_NUMBER && !q->unit[0] && q->value == floor(q->value)) ||
	       (q->kind == PF_QUANT_PERCENT && q->value == 100);
}

/* The cells above one of a row of total: each of them a part. */
static void down_column(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j,
			uint32_t row, uint32_t cell)
{
	size_t n, parts = 0;
	const struct pf_block *b = pf_doc_blocks(view->doc, &n);
	const struct pf_quant *total = only_quant(view, &b[cell]);
	double sum = 0, largest = 0;

	if (!total || !is_additive(total) || row - b[row].parent > LONGEST)
		return;
	for (uint32_t i = b[row].parent + 1; i < row; i++) {
		const struct pf_quant *q;

		if (b[i].kind != PF_BLOCK_CELL || b[i].number != b[cell].number ||
		    b[b[i].parent].number == 0)
			continue;
		q = only_quant(view, &b[i]);
		if (!adds(q, total))
			return;
		sum += q->value;
		largest = fmax(largest, q->value);
		parts++;
	}
	count_parts(t, view, j, total, sum, largest, parts);
}

/* The only amount of money of an item: "Two engineers: $400,000". */
static const struct pf_quant *only_money(const struct pf_view *view, const struct pf_block *b)
{
	const struct pf_quant *found = NULL;
	size_t first, last;

	pf_view_quants(view, (struct pf_range){b->begin, b->end}, &first, &last);
	for (; first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		if (q->base != PF_QUANT_MONEY)
			continue;
		if (found)
			return NULL;
		found = q;
	}
	return found;
}

static void down_list(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j,
		      uint32_t item)
{
	size_t n, parts = 0;
	const struct pf_block *b = pf_doc_blocks(view->doc, &n);
	const struct pf_quant *total = only_money(view, &b[item]);
	double sum = 0, largest = 0;

	if (!total || total->kind != PF_QUANT_MONEY || total->per[0] ||
	    item - b[item].parent > LONGEST)
		return;
	for (uint32_t i = b[item].parent + 1; i <= item; i++) {
		const struct pf_quant *q;

		if (b[i].kind != PF_BLOCK_ITEM || b[i].parent != b[item].parent)
			continue;
		q = only_money(view, &b[i]);
		if (!adds(q, total) || explains(view, (struct pf_range){b[i].begin, b[i].end}))
			return;
		if (i == item)
			break;
		sum += q->value;
		largest = fmax(largest, q->value);
		parts++;
	}
	count_parts(t, view, j, total, sum, largest, parts);
}

/* "| Total | ...", "- In all: ...": the first of its table or list; a second one is of another
 * sort than its parts. */
static void in_block(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j,
		     const struct pf_phrase_hit *hit, uint32_t *done)
{
	size_t n;
	const struct pf_block *b = pf_doc_blocks(view->doc, &n);
	uint32_t at = pf_doc_within(view->doc, hit->begin, PF_BLOCK_ROW);
	bool row = at != PF_DOC_NONE;

	if (!row)
		at = pf_doc_within(view->doc, hit->begin, PF_BLOCK_ITEM);
	if (at == PF_DOC_NONE || hit->begin > b[at].begin + 4 || b[at].parent == *done)
		return;
	*done = b[at].parent;
	if (!row)
		down_list(t, view, j, at);
	for (uint32_t i = at + 1; row && i < n && b[i].parent == at; i++)
		if (b[i].number)
			down_column(t, view, j, at, i);
}

void pf_tally_totals(struct pf_tally *t, const struct pf_view *view, struct pf_judgement *j)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_totals, PF_ANYWHERE);
	uint32_t done = PF_DOC_NONE;

	for (size_t s = 0; s < view->quants->sentences.n; s++)
		in_sentence(t, view, j, s);
	for (size_t h = 0; h < hits.n; h++)
		in_block(t, view, j, &hits.v[h], &done);
}
