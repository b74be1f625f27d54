/* The view of a draft, filled in the order in which one thing found needs another. */
#include <string.h>

#include "prfaq/base/mem.h"

#include "brief.h"
#include "deeds.h"
#include "equation.h"
#include "metrics.h"
#include "origin.h"
#include "own.h"
#include "quants.h"
#include "said.h"
#include "shingles.h"
#include "words.h"

/* Parts and sentences are both in order of place: one walk tells each sentence its part. */
static void place_sentences(struct pf_view *view)
{
	size_t n = view->tokens->sentences.n, p = 0;

	view->sentence_part = pf_xmalloc(n + 1);
	view->in_table = pf_xcalloc(n + 1, sizeof(*view->in_table));
	for (size_t i = 0; i < n; i++) {
		struct pf_range at = pf_sentence_range(view, i);
		const struct pf_part *part;

		view->in_table[i] = !pf_range_empty(pf_row_at(view, at.begin));
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
	struct pf_hits hits = pf_view_hits(view, PF_LIST_everyday, PF_ANYWHERE);

	view->everyday = pf_xcalloc(view->tokens->n + 1, sizeof(*view->everyday));
	for (size_t i = 0; i < hits.n; i++)
		for (uint32_t t = hits.v[i].first; t < hits.v[i].last; t++)
			view->everyday[t] = true;
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
	view->brief = context->prompt ? pf_brief_read(context->prompt) : NULL;
	pf_view_find_hits(view); /* first, since it takes most room */
	pf_view_place_quants(view);
	view->operators = pf_equation_operators(view);
	view->pairs = pf_xcalloc(view->parts->pairs.n, sizeof(*view->pairs));
	view->notes = pf_xcalloc(view->tokens->sentences.n, sizeof(*view->notes));
	view->copies = pf_metrics_copies(view);
	view->of_page = pf_xcalloc(1, sizeof(*view->of_page));
	view->trap = pf_xcalloc(1, sizeof(*view->trap));
	pf_deeds_words(view);
	view->own = pf_xcalloc(1, sizeof(*view->own));
	view->runs = pf_xcalloc(1, sizeof(*view->runs));
	view->stems = pf_stem_memo_new(view->tokens);
	view->begins = pf_words_begin(view->text, view->tokens);
	view->sentence_begins = pf_sentences_begin(view->tokens, view->begins);
	view->said = pf_said_of_pairs(view);
	view->word_lists = pf_word_lists();
	view->syllables = pf_syllable_memo_new(view->tokens);
	place_sentences(view);
	mark_everyday(view);
	pf_origins_find(view);
}

void pf_view_release(struct pf_view *view)
{
	pf_view_release_hits(view);
	free(view->sentence_part);
	free(view->in_table);
	free(view->everyday);
	free(view->origin);
	free(view->grounds);
	free(view->quant_begins);
	free(view->quant_places);
	free(view->bound);
	free(view->bound_before);
	free(view->operators);
	pf_signposts_release(&view->quants_at);
	free(view->pairs);
	free(view->said);
	free(view->notes);
	free(view->copies);
	free(view->of_page);
	free(view->trap);
	free(view->does);
	free(view->known);
	pf_own_free(view->own);
	pf_own_runs_free(view->runs);
	pf_stem_memo_free(view->stems);
	free(view->begins);
	free(view->sentence_begins);
	pf_syllable_memo_free(view->syllables);
	memset(view, 0, sizeof(*view));
}
