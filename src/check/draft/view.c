#include "view.h"

#include "prfaq/base/bound.h"

bool pf_scope_has(const struct pf_ints *parts, enum pf_part_id part)
{
	for (size_t i = 0; i < parts->n; i++)
		if (parts->v[i] == (int)part)
			return true;
	return !parts->n;
}

bool pf_scope_span(const struct pf_view *view, const struct pf_ints *parts, struct pf_range *at)
{
	if (!parts->n) {
		*at = pf_view_opening(view);
		return view->tokens->n > 0;
	}
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];

		if (pf_scope_has(parts, part->id)) {
			*at = pf_part_span(part);
			return true;
		}
	}
	*at = pf_view_opening(view);
	return false;
}

struct pf_range pf_part_place(const struct pf_view *view, enum pf_part_id id)
{
	const struct pf_part *part = pf_parts_get(view->parts, id);

	return part ? pf_part_span(part) : pf_view_opening(view);
}

struct pf_range pf_rule_place(const struct pf_view *view, const struct pf_rule *rule,
			      const struct pf_ints *parts)
{
	struct pf_ints own = {(int[]){(int)rule->part}, 1};
	struct pf_range at;

	if (rule->part == PF_PART_COUNT || !pf_scope_span(view, &own, &at))
		pf_scope_span(view, parts, &at);
	return at;
}

bool pf_scope_guessed(const struct pf_view *view, const struct pf_ints *parts)
{
	for (size_t i = 0; i < parts->n; i++) {
		enum pf_part_id id = (enum pf_part_id)parts->v[i];
		const struct pf_part *part = pf_parts_get(view->parts, id);

		if ((id == PF_PART_PROBLEM || id == PF_PART_SOLUTION || id == PF_PART_BENEFITS) &&
		    part && pf_range_empty(part->heading))
			return true;
	}
	return false;
}

uint32_t pf_scope_words(const struct pf_view *view, const struct pf_ints *parts)
{
	uint32_t words = 0;

	if (!parts->n)
		return view->tokens->words;
	for (size_t i = 0; i < view->parts->parts.n; i++)
		if (pf_scope_has(parts, view->parts->parts.v[i].id))
			words += pf_tokens_words(view->tokens, view->parts->parts.v[i].body);
	return words;
}

struct pf_range pf_part_span(const struct pf_part *part)
{
	return pf_range_empty(part->heading) ? part->body : part->heading;
}

struct pf_range pf_view_whole(const struct pf_view *view)
{
	struct pf_range r = {0, 0};

	if (view->tokens->n) {
		r.begin = view->tokens->v[0].begin;
		r.end = view->tokens->v[view->tokens->n - 1].end;
	}
	return r;
}

bool pf_view_in_list(const struct pf_view *view, uint32_t off)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);

	for (uint32_t b = pf_doc_block_at(view->doc, off); b != PF_DOC_NONE; b = blocks[b].parent)
		if (blocks[b].kind == PF_BLOCK_ITEM)
			return true;
	return false;
}

struct pf_range pf_row_at(const struct pf_view *view, uint32_t off)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t b = pf_doc_block_at(view->doc, off);

	if (b == PF_DOC_NONE || blocks[b].kind != PF_BLOCK_CELL || blocks[b].parent == PF_DOC_NONE)
		return (struct pf_range){0, 0};
	return (struct pf_range){blocks[blocks[b].parent].begin, blocks[blocks[b].parent].end};
}

struct pf_range pf_sentence_range(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	return (struct pf_range){s->begin, s->end};
}

struct pf_range pf_view_opening(const struct pf_view *view)
{
	struct pf_range none = {0, 0};

	return view->tokens->sentences.n ? pf_sentence_range(view, 0) : none;
}

void pf_view_sentences(const struct pf_view *view, struct pf_range range, size_t *first,
		       size_t *last)
{
	const struct pf_sentence *v = view->tokens->sentences.v;
	size_t n = view->tokens->sentences.n, i = PF_LOWER_BOUND(v, n, begin, range.begin);

	/* "A: Yes, ..." is one sentence, and the answer begins after its mark. */
	*first =
		i && v[i - 1].end > range.begin && (i == n || v[i].begin > range.begin) ? i - 1 : i;
	while (i < n && v[i].begin < range.end)
		i++;
	*last = i;
}

void pf_view_sentences_beside(const struct pf_view *view, struct pf_range range, size_t sentence,
			      size_t *first, size_t *last)
{
	const struct pf_sentence *v = view->tokens->sentences.v;
	size_t next = sentence + 1 < view->tokens->sentences.n ? sentence + 1 : sentence;

	if (sentence && v[sentence - 1].begin > range.begin)
		range.begin = v[sentence - 1].begin;
	if (v[next].end < range.end)
		range.end = v[next].end;
	pf_view_sentences(view, range, first, last);
}

const struct pf_pair *pf_answer_at(const struct pf_view *view, uint32_t off)
{
	const struct pf_pair *v = view->parts->pairs.v;
	size_t i = PF_LOWER_BOUND(v, view->parts->pairs.n, question.begin, off + 1);

	if (!i ||
	    off >= (pf_range_empty(v[i - 1].answer) ? v[i - 1].question.end : v[i - 1].answer.end))
		return NULL;
	return &v[i - 1];
}
