/* Any bytes are a text: quantities are in order, inside it, on the borders of characters. */
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "prfaq/base/buf.h"
#include "prfaq/quant/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The second to fourth byte of a character cannot begin or end anything. */
static void check_border(struct pf_slice text, uint32_t off, const struct pf_token *token)
{
	assert(off <= text.len);
	assert(off == token->begin || off == token->end);
}

static void check_quantity(const struct pf_quants *quants, size_t i, struct pf_slice text,
			   const struct pf_tokens *tokens)
{
	const struct pf_quant *q = &quants->v[i];

	assert(q->begin < q->end && q->end <= text.len);
	assert(q->first < q->last && q->last <= tokens->n);
	check_border(text, q->begin, &tokens->v[q->first]);
	check_border(text, q->end, &tokens->v[q->last - 1]);
	assert(q->kind < PF_QUANT_KINDS && q->base < PF_QUANT_KINDS);
	assert(q->kind != PF_QUANT_RANGE || q->value <= q->high || isnan(q->value));
	assert(q->of.begin <= q->of.end && q->of.end <= text.len);
	assert(memchr(q->unit, 0, PF_UNIT_MAX) && memchr(q->per, 0, PF_UNIT_MAX));
	assert(q->date <= q->date_end);
	if (i)
		assert(quants->v[i - 1].end <= q->begin && quants->v[i - 1].last <= q->first);
	if (q->pair != PF_QUANT_NONE) {
		assert(q->pair < quants->n && q->pair != i);
		assert(quants->v[q->pair].pair == i);
	}
}

static void check_sentences(const struct pf_quants *quants, const struct pf_tokens *tokens,
			    struct pf_slice text)
{
	size_t at = 0;

	assert(quants->sentences.n == tokens->sentences.n);
	for (size_t i = 0; i < quants->sentences.n; i++) {
		const struct pf_quant_sentence *s = &quants->sentences.v[i];

		assert(s->first == at && s->grade <= 3);
		at += s->n;
		assert(s->metric.begin <= s->metric.end && s->metric.end <= text.len);
	}
	assert(at == quants->n);
	for (size_t i = 0; i < quants->notes.n; i++) {
		const struct pf_quant_note *n = &quants->notes.v[i];

		assert(n->begin < n->end && n->end <= text.len);
		assert(n->sentence < tokens->sentences.n);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pf_slice text = pf_slice_make((const char *)data, size);
	/* Kept from run to run, as the word tables in it are: they take longer than a short text.
	 */
	static struct pf_quants quants;
	struct pf_tokens tokens = {0};
	struct pf_buf out = {0};

	pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
	pf_quants_scan(&quants, text, &tokens);
	for (size_t i = 0; i < quants.n; i++)
		check_quantity(&quants, i, text, &tokens);
	check_sentences(&quants, &tokens, text);
	pf_quants_json_line(&out, text, &quants);
	pf_buf_release(&out);
	pf_tokens_release(&tokens);
	return 0;
}
