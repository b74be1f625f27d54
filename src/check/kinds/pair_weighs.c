/* How much of a page says what is not so, or so only in part: "not", "but", "only", "if". A page
 * that only assures has hardly any of it, whatever it assures. */
#include <stdio.h>

#include "draft/deed_words.h"
#include "draft/own.h"
#include "pairs.h"

#define FEW_SENTENCES 8 /* a share of fewer says nothing */
#define LABEL_WORDS   3
#define OPEN_WORTH    3 /* sentences of an answer: who leaves one out weighs no more for it */

/* Plans and tables of metrics set down what will be. */
static bool is_prose(const struct pf_view *view, size_t s)
{
	uint8_t part = view->sentence_part[s];

	return part != PF_SENTENCE_HEADING && part != PF_PART_METRICS && part != PF_PART_ROLLOUT &&
	       view->tokens->sentences.v[s].words > LABEL_WORDS;
}

/* Of the page's own matter, and not "no risk at all". */
static bool weighs(const struct pf_view *view, size_t s)
{
	const struct pf_sentence *v = &view->tokens->sentences.v[s];
	struct pf_range sentence = pf_sentence_range(view, s);

	return pf_deed_has(view, (struct pf_deed_run){v->first, v->last},
			   PF_WORD_NO | PF_WORD_BUT) &&
	       pf_own_words(view, sentence) && !pf_view_has(view, PF_LIST_softballs, sentence);
}

/* Sentences that stand for the answers that are not there. */
static size_t sentences_left_out(const struct pf_view *view)
{
	size_t n = 0;

	for (size_t i = 0; i < view->parts->pairs.n; i++)
		n += pf_range_empty(view->parts->pairs.v[i].answer) ? OPEN_WORTH : 0;
	return n;
}

void pf_pair_weighs(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	const struct pf_params_pair *p = &rule->params.pair;
	struct pf_range first = pf_view_opening(view);
	size_t all = 0, found = 0;
	double share;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		if (!is_prose(view, s))
			continue;
		all++;
		if (weighs(view, s) && !found++)
			first = pf_sentence_range(view, s);
	}
	if (all < FEW_SENTENCES) {
		pf_judge_skip(j, "too few sentences to tell");
		return;
	}
	share = (double)found / (double)(all + sentences_left_out(view));
	j->n = (double)found;
	pf_judge_credit(j, pf_ramp(share, p->none_below, p->least), first,
			"%zu of %zu sentences say what is not so, or only in part", found, all);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, "say where it does not hold");
	pf_judge_point(view, j, pf_part_place(view, PF_PART_FAQ), "");
	j->places[0].about = PF_ABOUT_ADMITS;
	snprintf(j->places[0].value, sizeof(j->places[0].value), "%zu of %zu", found, all);
}
