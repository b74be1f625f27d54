/* readability: sentences one can say in a breath, and the school grade of a part. */
#include <stdio.h>

#include "draft/spoken.h"
#include "kinds.h"

#define LISTENS 30 /* words: the rule's text says so */

/* Sentences of the scope that somebody would read aloud. */
static bool read_aloud(const struct pf_view *view, const struct pf_spoken *spoken,
		       const struct pf_ints *parts, size_t sentence)
{
	return view->sentence_part[sentence] != PF_SENTENCE_HEADING &&
	       pf_scope_has(parts, (enum pf_part_id)view->sentence_part[sentence]) &&
	       pf_spoken_is_read(spoken, sentence);
}

/* As a person counts: "take-home" and "10:40" are one, and a dateline is not said. */
static uint32_t words_of(const struct pf_view *view, size_t sentence)
{
	struct pf_range range = pf_sentence_range(view, sentence);
	struct pf_range dateline = view->parts->dateline;

	if (!pf_range_empty(dateline) && dateline.begin >= range.begin && dateline.end < range.end)
		range.begin = dateline.end;
	return pf_tokens_words(view->tokens, range);
}

static void judge_sentences(const struct pf_view *view, const struct pf_params_readability *p,
			    struct pf_judgement *j)
{
	struct pf_spoken spoken = {view->doc, view->text, view->tokens, view->quants,
				   view->syllables};
	size_t all = 0, bad = 0;
	struct pf_range span;

	for (size_t i = 0; i < view->tokens->sentences.n; i++) {
		struct pf_place_found *place;

		if (!read_aloud(view, &spoken, &p->parts, i))
			continue;
		all++;
		if (p->check == PF_READ_ALOUD ? !pf_spoken_stumbles(&spoken, i, NULL)
					      : words_of(view, i) <= LISTENS)
			continue;
		bad++;
		place = pf_judge_place(j, pf_sentence_range(view, i));
		if (place)
			snprintf(place->value, sizeof(place->value), "%u", words_of(view, i));
	}
	if (!pf_scope_span(view, &p->parts, &span) || !all) {
		pf_judge_owe(j, "no sentence to read");
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
	r = pf_readability_of(view->text, view->tokens, span,
			      p->check == PF_READ_GRADE ? view->syllables : NULL);
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
