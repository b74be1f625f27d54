/* budget: so many words, sentences, paragraphs, items, questions or metrics, no fewer, no more. */
#include <stdio.h>

#include "draft/answers.h"
#include "kinds.h"

static const char *unit_name(int unit, double n)
{
	static const char *const one[] = {"word", "sentence", "paragraph",
					  "item", "question", "metric"};
	static const char *const many[] = {"words", "sentences", "paragraphs",
					   "items", "questions", "metrics"};

	return (int)n == 1 ? one[unit] : many[unit];
}

/* Blocks of a kind that end in the bodies of the scope; *over is the one past `most`. */
static size_t count_blocks(const struct pf_view *view, const struct pf_params_budget *p,
			   struct pf_range *over)
{
	size_t n, found = 0;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	bool items = p->unit == PF_BUDGET_ITEMS;

	for (size_t i = 0; i < n; i++) {
		const struct pf_block *b = &blocks[i];

		if (b->kind != (items ? PF_BLOCK_ITEM : PF_BLOCK_PARAGRAPH))
			continue;
		if (items ? b->level > 1
			  : b->parent != PF_DOC_NONE && blocks[b->parent].kind == PF_BLOCK_ITEM)
			continue;
		/* Its last byte: its first may be a label's ("**Solution:** A mobile ..."). */
		if (b->end <= b->begin ||
		    !pf_scope_has(&p->parts, pf_parts_at(view->parts, b->end - 1)))
			continue;
		if ((double)++found == p->most + 1)
			*over = (struct pf_range){b->begin, b->end};
	}
	return found;
}

static size_t count_sentences(const struct pf_view *view, const struct pf_params_budget *p,
			      struct pf_range *over)
{
	size_t found = 0;

	for (size_t i = 0; i < view->tokens->sentences.n; i++) {
		if (view->sentence_part[i] == PF_SENTENCE_HEADING ||
		    view->tokens->sentences.v[i].words < 2 ||
		    !pf_scope_has(&p->parts, (enum pf_part_id)view->sentence_part[i]))
			continue;
		if ((double)++found == p->most + 1)
			*over = pf_sentence_range(view, i);
	}
	return found;
}

/* Where so many items are wanted and no list stands, what is told in running prose: sentences, and
 * what semicolons part in them. */
static size_t count_clauses(const struct pf_view *view, const struct pf_params_budget *p)
{
	size_t found = 0;

	for (size_t i = 0; i < view->tokens->sentences.n; i++) {
		const struct pf_sentence *s = &view->tokens->sentences.v[i];

		if (view->sentence_part[i] == PF_SENTENCE_HEADING || s->words < 2 ||
		    !pf_scope_has(&p->parts, (enum pf_part_id)view->sentence_part[i]))
			continue;
		found++;
		for (uint32_t t = s->first; t < s->last; t++)
			found += pf_token_is_sign(&view->tokens->v[t], ';');
	}
	return found;
}

/* The first sentence that begins past the limit of words. */
static struct pf_range sentence_over(const struct pf_view *view, const struct pf_params_budget *p)
{
	double words = 0;

	for (size_t i = 0; i < view->tokens->sentences.n; i++) {
		if (view->sentence_part[i] == PF_SENTENCE_HEADING ||
		    !pf_scope_has(&p->parts, (enum pf_part_id)view->sentence_part[i]))
			continue;
		words += view->tokens->sentences.v[i].words;
		if (words > p->most)
			return pf_sentence_range(view, i);
	}
	return pf_view_opening(view);
}

static size_t count(const struct pf_view *view, const struct pf_params_budget *p,
		    struct pf_range *over)
{
	switch ((enum pf_unit_of_budget)p->unit) {
	case PF_BUDGET_WORDS:
		*over = sentence_over(view, p);
		return pf_scope_words(view, &p->parts);
	case PF_BUDGET_SENTENCES: return count_sentences(view, p, over);
	case PF_BUDGET_PARAGRAPHS: return count_blocks(view, p, over);
	case PF_BUDGET_ITEMS: {
		size_t items = count_blocks(view, p, over);

		return items || p->least <= 0 ? items : count_clauses(view, p);
	}
	case PF_BUDGET_QUESTIONS: return view->parts->pairs.n;
	case PF_BUDGET_METRICS: return view->parts->metrics.n;
	}
	return 0;
}

/* Whether a metric stands in running prose, where more or fewer are meant than are read. */
static bool in_prose(const struct pf_view *view)
{
	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		uint32_t at = view->parts->metrics.v[i].whole.begin;

		if (!pf_view_in_list(view, at) && pf_range_empty(pf_row_at(view, at)))
			return true;
	}
	return !view->parts->metrics.n;
}

/* "It doesn't know which is mine." "Right, it counts.": what was taken for the part is an answer.
 */
static bool is_answer(const struct pf_view *view, const struct pf_ints *parts)
{
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];

		if (pf_scope_has(parts, part->id) && pf_range_empty(part->heading) &&
		    pf_answer_at(view, part->body.begin))
			return true;
	}
	return false;
}

/* How many paragraphs, items or words a part has is the guess itself where no heading bounds it. */
static bool is_guess(const struct pf_view *view, const struct pf_params_budget *p)
{
	return pf_scope_guessed(view, &p->parts) &&
	       (p->unit == PF_BUDGET_PARAGRAPHS || p->unit == PF_BUDGET_ITEMS ||
		(p->parts.n == 1 && (p->unit == PF_BUDGET_WORDS || is_answer(view, &p->parts))));
}

void pf_budget_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	const struct pf_params_budget *p = &rule->params.budget;
	struct pf_range span, over = {0, 0};
	size_t n;
	double credit = 1;
	struct pf_place_found *place;

	if (!pf_scope_span(view, &p->parts, &span)) {
		pf_judge_credit(j, 0, span, "the part is missing");
		j->untold = p->unit != PF_BUDGET_METRICS; /* and another rule says so */
		return;
	}
	n = count(view, p, &over);
	if ((double)n < p->least)
		credit = pf_ramp((double)n, p->none_below, p->least);
	else if (p->most > 0 && (double)n > p->most)
		credit = pf_ramp((double)n, p->none_above, p->most);
	pf_judge_credit(j, credit, span, "%zu %s", n, unit_name(p->unit, (double)n));
	/* Who names metrics in prose may name more or fewer than are read there. */
	j->untold = is_guess(view, p) || (p->unit == PF_BUDGET_METRICS && in_prose(view));
	if (credit >= 1)
		return;
	if ((double)n < p->least) {
		over = span;
		j->n = p->least - (double)n;
		j->limit = p->least;
		pf_judge_next(j, "%.0f more %s", j->n, unit_name(p->unit, j->n));
	} else {
		j->n = (double)n - p->most;
		j->limit = p->most;
		pf_judge_next(j, "%.0f fewer %s", j->n, unit_name(p->unit, j->n));
	}
	place = pf_judge_place(j, pf_range_empty(over) ? span : over);
	snprintf(place->value, sizeof(place->value), "%zu", n);
	snprintf(place->what, sizeof(place->what), "too %s", (double)n < p->least ? "few" : "many");
}
