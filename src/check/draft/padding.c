#include "padding.h"

#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "answers.h"
#include "copied.h"
#include "own.h"
#include "shingles.h"
#include "strange.h"

#define FEW_WORDS  60u /* too few to tell what they are about */
#define LEAST_LEFT 80u

#define SAID_RUNS  5u  /* of five words: a sentence of nine */
#define MOST_RUNS  0.6 /* of a sentence are repeated: it is */
#define EXACT_RUNS 2u  /* and so is one of six words that is repeated whole */

/* Of a sentence with so many runs. The cells of a table name things, and may name them again. */
static bool was_said(size_t all, size_t again, bool prose)
{
	return (all >= SAID_RUNS && (double)again > MOST_RUNS * (double)all) ||
	       (prose && all >= EXACT_RUNS && again == all);
}

static void mark_again(const struct pf_view *view, uint8_t *why)
{
	const struct pf_shingles *own = pf_view_runs(view);
	const uint32_t *firsts = pf_view_run_firsts(view);
	bool *seen = pf_xcalloc(own->n + 1, sizeof(*seen)); /* by the first of the same runs */
	size_t i = 0;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
		size_t all = 0, again = 0;

		while (i < own->n && own->v[i].begin < sentence->begin)
			i++;
		for (; i < own->n && own->v[i].begin < sentence->end; i++) {
			/* A run that goes on into the next sentence says nothing of this one. */
			if (own->v[i].end > sentence->end)
				continue;
			all++;
			again += seen[firsts[i]];
			seen[firsts[i]] = true;
		}
		if (was_said(all, again, !view->in_table[s]) &&
		    view->sentence_part[s] != PF_SENTENCE_HEADING)
			why[s] = PF_PADDING_AGAIN;
	}
	free(seen);
}

#define BARE_LEAST 3u /* items; one or two may be told in words of any page */

/* The outermost list that holds the byte, or PF_DOC_NONE. */
static uint32_t list_at(const struct pf_view *view, uint32_t off)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t list = PF_DOC_NONE;

	for (uint32_t b = pf_doc_block_at(view->doc, off); b != PF_DOC_NONE; b = blocks[b].parent)
		if (blocks[b].kind == PF_BLOCK_LIST)
			list = b;
	return list;
}

/* "What are the risks?" is answered by a list, and what stands in it is judged with its question.
 */
static bool is_answer(const struct pf_view *view, uint32_t begin)
{
	const struct pf_pair *pair = pf_answer_at(view, begin);

	return pair &&
	       pf_doc_block_at(view->doc, pair->answer.begin) == pf_doc_block_at(view->doc, begin);
}

static uint32_t item_at(const struct pf_view *view, size_t sentence)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t b = pf_doc_block_at(view->doc, view->tokens->sentences.v[sentence].begin);

	while (b != PF_DOC_NONE && blocks[b].kind != PF_BLOCK_ITEM)
		b = blocks[b].parent;
	return b;
}

/* Questions may be a list, and what is added below them goes on it: the first sentence of [first,
 * last) behind the item that asks last, `first` when none does. */
static size_t behind_questions(const struct pf_view *view, size_t first, size_t last)
{
	size_t s = last, asked;

	while (s > first && !pf_sentence_asks(view, s - 1))
		s--;
	if (s == first)
		return first;
	for (asked = s - 1; s < last && item_at(view, s) == item_at(view, asked);)
		s++;
	return s;
}

/* A list behind the release most of whose items name nothing of this page and hold no number: it
 * could stand on any other. A FAQ is no list of labels. */
static void mark_bare_lists(const struct pf_view *view, uint8_t *why)
{
	for (size_t first = 0, last, from; first < view->tokens->sentences.n; first = last) {
		uint32_t list = list_at(view, view->tokens->sentences.v[first].begin);
		size_t bare = 0;

		for (last = first + 1; last < view->tokens->sentences.n; last++)
			if (list_at(view, view->tokens->sentences.v[last].begin) != list)
				break;
		if (list == PF_DOC_NONE)
			continue;
		from = behind_questions(view, first, last);
		for (size_t s = from; s < last; s++)
			bare += pf_own_label(view, pf_sentence_range(view, s));
		if (bare >= BARE_LEAST && bare * 2 > last - from &&
		    (from > first || !is_answer(view, view->tokens->sentences.v[first].begin)))
			memset(why + from, PF_PADDING_BARE, last - from);
	}
}

/* A heading goes with the last of what stood under it. */
static void mark_headings(const struct pf_view *view, uint8_t *why)
{
	size_t under = 0, padding = 0;

	for (size_t s = view->tokens->sentences.n; s-- > 0;) {
		if (view->sentence_part[s] != PF_SENTENCE_HEADING) {
			under++;
			padding += why[s] != PF_PADDING_NOT;
			continue;
		}
		if (under && padding == under)
			why[s] = why[s + 1];
		under = padding = 0;
	}
}

/* From the line's beginning to its end, where all its words are padding. */
static struct pf_range whole_lines(struct pf_slice text, struct pf_range at, bool first, bool last)
{
	while (first && at.begin && text.ptr[at.begin - 1] != '\n')
		at.begin--;
	while (last && at.end < text.len && text.ptr[at.end] != '\n')
		at.end++;
	return at;
}

static bool shares_line(const struct pf_view *view, size_t a, size_t b)
{
	uint32_t begin = view->tokens->sentences.v[a].end, end = view->tokens->sentences.v[b].begin;

	return begin >= end || !memchr(view->text.ptr + begin, '\n', end - begin);
}

static void gather(const struct pf_view *view, const uint8_t *why, struct pf_padding *out)
{
	size_t all = view->tokens->sentences.n;

	for (size_t s = 0, e; s < all; s = e) {
		struct pf_range at;

		e = s + 1;
		if (!why[s])
			continue;
		while (e < all && why[e])
			e++;
		at.begin = view->tokens->sentences.v[s].begin;
		at.end = view->tokens->sentences.v[e - 1].end;
		out->words += pf_tokens_words(view->tokens, at);
		*PF_PUSH(out) = (struct pf_padding_range){
			whole_lines(view->text, at, !s || !shares_line(view, s - 1, s),
				    e == all || !shares_line(view, e - 1, e)),
			(enum pf_padding_why)why[s]};
	}
	out->of = view->tokens->words;
	out->most = out->n && out->of - out->words < LEAST_LEFT;
}

void pf_padding_find(const struct pf_view *view, struct pf_padding *out)
{
	uint8_t *why; /* by sentence, enum pf_padding_why */

	*out = (struct pf_padding){.belongs = 1};
	/* What is longer is a book, and no attempt that was padded: to read a book twice would take
	 * the time of all the rest. */
	if (view->context->drill || view->tokens->words < FEW_WORDS ||
	    view->tokens->n > PF_RUN_TOKENS)
		return;
	why = pf_xcalloc(view->tokens->sentences.n + 1, sizeof(*why));
	mark_again(view, why);
	pf_copied_mark(view, why);
	mark_bare_lists(view, why);
	pf_strange_mark(view, why, out);
	mark_headings(view, why);
	gather(view, why, out);
	free(why);
}

void pf_padding_release(struct pf_padding *padding)
{
	free(padding->v);
	*padding = (struct pf_padding){0};
}

void pf_padding_blank(const struct pf_padding *padding, struct pf_slice text, struct pf_buf *out)
{
	pf_buf_add(out, text.ptr, text.len);
	for (size_t i = 0; i < padding->n; i++)
		for (uint32_t b = padding->v[i].at.begin; b < padding->v[i].at.end; b++)
			if (out->ptr[b] != '\n')
				out->ptr[b] = ' ';
}
