/* readability: sentences one can say in a breath, and the school grade of a part. */
#include <stdio.h>

#include "prfaq/text/readability.h"

#include "kinds.h"

/* One point for each thing that makes a reader stumble; two points are a stumble. */
static unsigned stumbles(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	unsigned signs = 0, long_words = 0, numbers = 0;

	for (uint32_t i = s->first; i < s->last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind == PF_TOKEN_SIGN &&
		    (t->sign == '(' || (t->sign == '-' && t->flags & PF_TOKEN_SPACED)))
			signs++;
		else if (t->kind == PF_TOKEN_WORD && t->end - t->begin > 8 &&
			 pf_syllables(pf_slice_cut(view->text, t->begin, t->end)) >= 4)
			long_words++;
	}
	if (sentence < view->quants->sentences.n)
		numbers = view->quants->sentences.v[sentence].n;
	return (s->words > 24 ? 1u : 0u) + (s->words > 35 ? 1u : 0u) + (signs > 2 ? 1u : 0u) +
	       (numbers > 3 ? 1u : 0u) + (long_words > 2 ? 1u : 0u);
}

/* Rows of a table are not read aloud; nor is a heading. */
static bool read_aloud(const struct pf_view *view, const struct pf_ints *parts, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint32_t block;
	size_t n;

	if (view->sentence_part[sentence] == PF_SENTENCE_HEADING || s->words < 3 ||
	    !pf_scope_has(parts, (enum pf_part_id)view->sentence_part[sentence]))
		return false;
	block = pf_doc_block_at(view->doc, s->begin);
	return block == PF_DOC_NONE || pf_doc_blocks(view->doc, &n)[block].kind != PF_BLOCK_CELL;
}

static void judge_sentences(const struct pf_view *view, const struct pf_params_readability *p,
			    struct pf_judgement *j)
{
	size_t all = 0, bad = 0;
	struct pf_range span;

	for (size_t i = 0; i < view->tokens->sentences.n; i++) {
		const struct pf_sentence *s = &view->tokens->sentences.v[i];
		struct pf_place_found *place;

		if (!read_aloud(view, &p->parts, i))
			continue;
		all++;
		if (p->check == PF_READ_ALOUD ? stumbles(view, i) < 2 : s->words <= 30)
			continue;
		bad++;
		place = pf_judge_place(j, pf_sentence_range(view, i));
		if (place)
			snprintf(place->value, sizeof(place->value), "%u", s->words);
	}
	if (!pf_scope_span(view, &p->parts, &span) || !all) {
		pf_judge_skip(j, "no sentence to read");
		return;
	}
	j->n = (double)bad;
	pf_judge_credit(j, pf_ramp((double)bad / (double)all, p->none, p->full),
			bad ? j->places[0].span : span, "%zu of %zu sentences are hard to say", bad,
			all);
	if (j->outcome == PF_OUTCOME_PASS)
		j->n_places = 0;
	else
		pf_judge_next(j, "split one sentence");
}

static struct pf_range scope_range(const struct pf_view *view, const struct pf_ints *parts)
{
	for (size_t i = 0; i < view->parts->parts.n && parts->n; i++)
		if (pf_scope_has(parts, view->parts->parts.v[i].id))
			return view->parts->parts.v[i].body;
	return pf_view_whole(view);
}

void pf_readability_judge(const struct pf_view *view, const struct pf_rule *rule,
			  struct pf_judgement *j)
{
	const struct pf_params_readability *p = &rule->params.readability;
	struct pf_readability r;
	struct pf_place_found *place;
	struct pf_range span;
	double x;

	if (p->check == PF_READ_ALOUD || p->check == PF_READ_LENGTH) {
		judge_sentences(view, p, j);
		return;
	}
	span = scope_range(view, &p->parts);
	r = pf_readability_of(view->text, view->tokens, span);
	if (r.words < 20 || !r.sentences) {
		pf_judge_skip(j, "too few words to measure");
		return;
	}
	x = p->check == PF_READ_GRADE ? r.grade : r.words_per_sentence;
	span = pf_view_opening(view);
	pf_scope_span(view, &p->parts, &span);
	j->n = x;
	j->limit = p->full;
	pf_judge_credit(j, pf_ramp(x, p->none, p->full), span,
			p->check == PF_READ_GRADE ? "school grade %.1f" : "%.1f words a sentence",
			x);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, "down to %.0f", p->full);
	place = pf_judge_place(j, span);
	snprintf(place->value, sizeof(place->value), "%.0f", x);
}
