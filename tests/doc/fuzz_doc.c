/* Any bytes are a draft: what doc.h promises about blocks, masks and tokens holds for them. */
#include <assert.h>
#include <stdint.h>

#include "prfaq/doc/doc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A byte order mark belongs to no line. */
static bool begins_line(struct pf_slice text, uint32_t off)
{
	return !off || text.ptr[off - 1] == '\n' ||
	       (off == 3 && pf_slice_starts(text, "\xEF\xBB\xBF"));
}

static void check_blocks(const struct pf_doc *doc)
{
	struct pf_slice text = pf_doc_text(doc);
	size_t n;
	const struct pf_block *v = pf_doc_blocks(doc, &n);

	for (size_t i = 0; i < n; i++) {
		assert(v[i].begin <= v[i].end && v[i].end <= text.len);
		assert(v[i].line_begin <= v[i].begin);
		assert(begins_line(text, v[i].line_begin));
		assert(i == 0 || v[i - 1].begin <= v[i].begin);
		assert(!v[i].strong ||
		       (v[i].strong_end > v[i].begin && v[i].strong_end <= v[i].end));
		if (v[i].parent == PF_DOC_NONE)
			continue;
		assert(v[i].parent < i);
		assert(v[v[i].parent].begin <= v[i].begin && v[i].end <= v[v[i].parent].end);
	}
}

static void check_masks(const struct pf_doc *doc)
{
	const struct pf_tokens *tokens = pf_doc_tokens(doc);
	size_t n, m = 0;
	const struct pf_mask *v = pf_doc_masks(doc, &n);

	for (size_t i = 0; i < n; i++) {
		assert(v[i].begin < v[i].end && v[i].end <= pf_doc_text(doc).len);
		assert(i == 0 || v[i - 1].end <= v[i].begin);
	}
	for (size_t i = 0; i < tokens->n; i++) {
		while (m < n && v[m].end <= tokens->v[i].begin)
			m++;
		assert(m == n || tokens->v[i].end <= v[m].begin);
	}
}

static void check_lines(const struct pf_doc *doc)
{
	uint32_t len = (uint32_t)pf_doc_text(doc).len, step = len / 50 + 1;

	for (uint32_t off = 0; off <= len; off += step) {
		struct pf_place p = pf_doc_place(doc, off);
		struct pf_range line = pf_doc_line(doc, p.line);
		uint32_t block = pf_doc_block_at(doc, off);
		size_t n;

		assert(p.column >= 1 && line.begin <= off);
		if (block != PF_DOC_NONE) {
			const struct pf_block *b = &pf_doc_blocks(doc, &n)[block];

			assert(b->begin <= off && off < b->end);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pf_slice text = pf_slice_make((const char *)data, size);
	struct pf_doc *doc;

	for (int plain = 0; plain < 2; plain++) {
		enum pf_status status =
			plain ? pf_doc_new_plain(&doc, text, NULL) : pf_doc_new(&doc, text, NULL);

		if (status != PF_OK)
			return 0;
		check_blocks(doc);
		check_masks(doc);
		check_lines(doc);
		pf_doc_free(doc);
	}
	return 0;
}
