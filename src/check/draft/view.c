#include "view.h"

#include <string.h>

#include "prfaq/base/mem.h"

#include "equation.h"
#include "kinds/tiers.h"
#include "origin.h"
#include "shingles.h"
#include "words.h"

/* Parts and sentences are both in order of place: one walk tells each sentence its part. */
static void place_sentences(struct pf_view *view)
{
	size_t n = view->tokens->sentences.n, p = 0;

	view->sentence_part = pf_xmalloc(n + 1);
	for (size_t i = 0; i < n; i++) {
		struct pf_range at = pf_sentence_range(view, i);
		const struct pf_part *part;

		while (p < view->parts->parts.n && view->parts->parts.v[p].body.end <= at.begin &&
		       view->parts->parts.v[p].heading.end <= at.begin)
			p++;
		part = p < view->parts->parts.n ? &view->parts->parts.v[p] : NULL;
		/* "Problem: 30 % of ..." begins in its label, and is no heading. */
		if (part && at.begin >= part->heading.begin && at.end <= part->heading.end + 1)
			view->sentence_part[i] = PF_SENTENCE_HEADING;
		else if (part && at.end > part->body.begin && at.begin < part->body.end)
			view->sentence_part[i] = (uint8_t)part->id;
		else
			view->sentence_part[i] = PF_PART_OTHER;
	}
}

static void mark_everyday(struct pf_view *view)
{
	struct pf_hits hits = pf_view_hits(view, pf_rubric_list(view->rubric, "everyday"),
					   (struct pf_range){0, 0});

	view->everyday = pf_xcalloc(view->tokens->n + 1, sizeof(*view->everyday));
	for (size_t i = 0; i < hits.n; i++)
		for (uint32_t t = hits.v[i].first; t < hits.v[i].last; t++)
			view->everyday[t] = true;
}

static bool is_bound(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];
	const struct pf_quant_sentence *s;
	size_t sentence;

	if (q->kind == PF_QUANT_DATE || q->base == PF_QUANT_DATE)
		return false;
	if (q->base == PF_QUANT_MULTIPLIER && q->role == PF_ROLE_NONE && !q->per[0])
		return false; /* "makes the piece twice" */
	if (!pf_range_empty(q->of))
		return true;
	if (q->base == PF_QUANT_NUMBER)
		return false; /* a bare count of nothing */
	sentence = pf_sentence_of(view->tokens, q->first);
	if (sentence >= view->quants->sentences.n)
		return false;
	s = &view->quants->sentences.v[sentence];
	return !pf_range_empty(s->metric);
}

/* What is asked of quantities again and again, apart from the rest of them: they are large. */
static void place_quants(struct pf_view *view)
{
	size_t n = view->quants->n;

	view->quant_begins = pf_xmalloc((n + 1) * sizeof(*view->quant_begins));
	view->bound = pf_xmalloc((n + 1) * sizeof(*view->bound));
	for (size_t i = 0; i < n; i++) {
		view->quant_begins[i] = view->quants->v[i].begin;
		view->bound[i] = is_bound(view, i);
	}
	pf_signposts_put(&view->quants_at, view->quant_begins, n, sizeof(*view->quant_begins), 0);
}

void pf_view_init(struct pf_view *view, const struct pf_rubric *rubric,
		  const struct pf_check *check, const struct pf_check_context *context)
{
	memset(view, 0, sizeof(*view));
	view->rubric = rubric;
	view->context = context;
	view->doc = check->doc;
	view->text = pf_doc_text(check->doc);
	view->tokens = pf_doc_tokens(check->doc);
	view->quants = &check->quants;
	view->parts = &check->parts;
	place_quants(view);
	view->operators = pf_equation_operators(view);
	view->pairs = pf_xcalloc(view->parts->pairs.n, sizeof(*view->pairs));
	view->copies = pf_tiers_copies(view);
	view->trap = pf_xcalloc(1, sizeof(*view->trap));
	view->runs = pf_xcalloc(1, sizeof(*view->runs));
	view->names = pf_xcalloc(PF_LIST_NAMES, sizeof(*view->names));
	view->stems = pf_stem_memo_new(view->tokens);
	view->asked = pf_asked_new(view->tokens);
	view->syllables = pf_syllable_memo_new(view->tokens);
	pf_view_find_hits(view);
	place_sentences(view);
	mark_everyday(view);
	pf_origins_find(view);
}

void pf_view_release(struct pf_view *view)
{
	pf_view_release_hits(view);
	free(view->sentence_part);
	free(view->everyday);
	free(view->origin);
	free(view->grounds);
	free(view->quant_begins);
	free(view->bound);
	free(view->operators);
	pf_signposts_release(&view->quants_at);
	free(view->pairs);
	free(view->copies);
	free(view->trap);
	pf_shingles_release(view->runs);
	free(view->runs);
	free(view->names);
	pf_stem_memo_free(view->stems);
	free(view->asked);
	pf_syllable_memo_free(view->syllables);
	memset(view, 0, sizeof(*view));
}

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
	size_t n = view->tokens->sentences.n, lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (view->tokens->sentences.v[mid].begin < range.begin)
			lo = mid + 1;
		else
			hi = mid;
	}
	/* "A: Yes, ..." is one sentence, and the answer begins after its mark. */
	*first = lo && view->tokens->sentences.v[lo - 1].end > range.begin &&
				 (lo == n || view->tokens->sentences.v[lo].begin > range.begin)
			 ? lo - 1
			 : lo;
	while (lo < n && view->tokens->sentences.v[lo].begin < range.end)
		lo++;
	*last = lo;
}

void pf_view_quants(const struct pf_view *view, struct pf_range range, size_t *first, size_t *last)
{
	const uint32_t *begins = view->quant_begins;
	size_t i = pf_signposts_from(&view->quants_at, range.begin);

	while (i < view->quants->n && begins[i] < range.begin)
		i++;
	*first = i;
	while (i < view->quants->n && begins[i] < range.end)
		i++;
	*last = i;
}

bool pf_quant_bound(const struct pf_view *view, size_t quant)
{
	return view->bound[quant];
}

bool pf_range_empty(struct pf_range r)
{
	return r.begin >= r.end;
}

bool pf_range_in(struct pf_range inner, struct pf_range outer)
{
	return inner.begin >= outer.begin && inner.end <= outer.end;
}
