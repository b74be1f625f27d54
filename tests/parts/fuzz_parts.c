/* Any bytes are a draft: parts are in order and disjoint, pairs and metrics inside the text. */
#include <assert.h>
#include <stdint.h>

#include "prfaq/parts/parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_range(struct pf_range r, uint32_t len)
{
	assert(r.begin <= r.end && r.end <= len);
}

static void check_parts(const struct pf_parts *parts, uint32_t len)
{
	uint32_t at = 0;

	for (size_t i = 0; i < parts->parts.n; i++) {
		const struct pf_part *p = &parts->parts.v[i];

		check_range(p->heading, len);
		check_range(p->body, len);
		if (p->heading.end > p->heading.begin) {
			assert(p->heading.begin >= at && p->heading.end <= p->body.begin);
		}
		assert(p->body.begin >= at);
		at = p->body.end;
	}
	for (size_t i = 0; i < parts->pairs.n; i++) {
		const struct pf_pair *p = &parts->pairs.v[i];

		check_range(p->question, len);
		check_range(p->answer, len);
		assert(p->question.end > p->question.begin);
		assert(p->answer.begin == p->answer.end || p->question.end <= p->answer.begin);
		if (i + 1 < parts->pairs.n)
			assert(p->answer.end <= parts->pairs.v[i + 1].question.begin);
	}
}

static void check_metrics(const struct pf_parts *parts, const struct pf_quants *quants,
			  uint32_t len)
{
	for (size_t i = 0; i < parts->metrics.n; i++) {
		const struct pf_metric *m = &parts->metrics.v[i];

		check_range(m->whole, len);
		check_range(m->name, len);
		check_range(m->method, len);
		assert(m->baseline == PF_QUANT_NONE || m->baseline < quants->n);
		assert(m->target == PF_QUANT_NONE || m->target < quants->n);
		assert(m->deadline == PF_QUANT_NONE || m->deadline < quants->n);
	}
	for (size_t i = 0; i < parts->benefits.n; i++)
		check_range(parts->benefits.v[i].whole, len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pf_quants quants = {0};
	struct pf_parts parts = {0};
	struct pf_buf out = {0};
	struct pf_doc *doc;

	if (pf_doc_new(&doc, pf_slice_make((const char *)data, size), NULL) != PF_OK)
		return 0;
	pf_quants_scan(&quants, pf_doc_text(doc), pf_doc_tokens(doc));
	pf_parts_find(&parts, doc, &quants);
	check_parts(&parts, (uint32_t)size);
	check_metrics(&parts, &quants, (uint32_t)size);
	pf_parts_dump(&out, &parts, doc, &quants);
	pf_buf_release(&out);
	pf_parts_release(&parts);
	pf_quants_release(&quants);
	pf_doc_free(doc);
	return 0;
}
