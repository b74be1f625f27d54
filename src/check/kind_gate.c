/* gate: whether the draft can be scored at all. Credit 0 stops the score; between, it is scaled. */
#include <stdio.h>

#include "kinds.h"
#include "prfaq/text/neighbours.h"
#include "things.h"

static void judge_short(const struct pf_view *view, const struct pf_params_gate *p,
			struct pf_judgement *j)
{
	double need = view->context->drill ? p->drill : p->full;

	j->n = view->tokens->words;
	j->limit = need;
	pf_judge_credit(j, j->n >= need ? 1 : 0, pf_view_opening(view),
			"%.0f words: %.0f are needed before a score means anything", j->n, need);
}

static void judge_salad(const struct pf_view *view, const struct pf_params_gate *p,
			struct pf_judgement *j)
{
	size_t bad = 0, words = 0, small = 0, where = 0;
	double rate, share;

	/* The beginning tells as well as the whole, and a book is long. */
	for (size_t i = 0; i + 1 < view->tokens->n && words < 20000; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind != PF_TOKEN_WORD)
			continue;
		words++;
		small += pf_view_is_stop(view, i);
		if (pf_never_neighbours(view->text, view->tokens, i) && !bad++)
			where = i;
	}
	rate = words ? 1000.0 * (double)bad / (double)words : 0;
	share = words ? (double)small / (double)words : 0;
	j->n = rate;
	if (words >= 30 && bad >= 3 && rate > p->none) {
		pf_judge_credit(
			j, 0, pf_sentence_range(view, pf_sentence_of(view->tokens, where)),
			"the words do not form sentences (%zu impossible pairs in %zu words)", bad,
			words);
		return;
	}
	if (words >= 30 && share < 0.12) {
		pf_judge_credit(
			j, 0, pf_view_opening(view),
			"these are keywords, not sentences (%.0f %% of them are small words)",
			100 * share);
		return;
	}
	pf_judge_pass(j, pf_view_opening(view), "it reads as sentences");
}

/* The share of sentences that hold a word of the prompt. */
static void judge_relevance(const struct pf_view *view, const struct pf_params_gate *p,
			    struct pf_judgement *j)
{
	const struct pf_check_prompt *prompt = view->context->prompt;
	const struct pf_words words[] = {
		prompt ? prompt->customer_words : (struct pf_words){0},
		prompt ? prompt->problem_words : (struct pf_words){0},
		prompt ? prompt->solution_words : (struct pf_words){0},
		prompt ? prompt->goal_stems : (struct pf_words){0},
	};
	struct pf_stems stems = {0};
	size_t all = 0, on = 0;
	double share;

	if (!prompt) {
		pf_judge_skip(j, "there is no prompt");
		return;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		pf_view_word_stems(view, words[i], &stems);
	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
		bool hit = false;

		if (sentence->words < 4)
			continue;
		all++;
		for (uint32_t i = sentence->first; i < sentence->last && !hit; i++)
			hit = view->tokens->v[i].kind == PF_TOKEN_WORD &&
			      pf_stems_has(&stems, pf_view_stem(view, i));
		on += hit;
	}
	pf_stems_release(&stems);
	share = all ? (double)on / (double)all : 0;
	j->n = 100 * share;
	/* Under a quarter the score is capped at 40 of 100 and falls to none. */
	pf_judge_credit(j,
			share >= p->full   ? 1
			: share <= p->none ? 0
					   : 0.4 * share / p->full,
			pf_view_opening(view), "%.0f %% of the sentences are about \"%s\"", j->n,
			prompt->title ? prompt->title : "the prompt");
}

/* Answers that say nothing to questions that are all one question. */
static void judge_repeated(const struct pf_view *view, const struct pf_params_gate *p,
			   struct pf_judgement *j)
{
	size_t n = view->parts->pairs.n, empty = 0;
	double share;

	for (size_t i = 0; i < n; i++)
		empty += pf_range_empty(view->parts->pairs.v[i].answer) ||
			 pf_tokens_words(view->tokens, view->parts->pairs.v[i].answer) < 6;
	share = n ? (double)empty / (double)n : 0;
	if (n >= 4 && share > p->none && view->tokens->words < 400)
		pf_judge_credit(j, 0, view->parts->pairs.v[0].question,
				"%zu of %zu questions have no answer to speak of", empty, n);
	else
		pf_judge_pass(j, pf_view_opening(view), "questions are answered");
}

#define SHAPELESS 20u /* words; so few have no shape yet, they are only too few */

static void judge_shape(const struct pf_view *view, struct pf_judgement *j)
{
	if (view->context->drill) {
		pf_judge_skip(j, "one part is drilled");
	} else if (view->tokens->words < SHAPELESS) {
		pf_judge_skip(j, "too few words to tell");
	} else if (view->parts->shape == PF_SHAPE_TEMPLATE) {
		pf_judge_credit(j, 0, pf_view_opening(view), "an unfilled template: %s",
				view->parts->shape_reason);
	} else if (view->parts->shape == PF_SHAPE_NONE && !view->context->prompt) {
		pf_judge_credit(j, 0, pf_view_opening(view), "this is not a PR/FAQ: %s",
				view->parts->shape_reason);
	} else {
		pf_judge_pass(j, pf_view_opening(view), "read as a PR/FAQ");
	}
}

void pf_gate_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	const struct pf_params_gate *p = &rule->params.gate;

	switch ((enum pf_gate_check)p->check) {
	case PF_GATE_SHORT: judge_short(view, p, j); break;
	case PF_GATE_SALAD: judge_salad(view, p, j); break;
	case PF_GATE_RELEVANCE: judge_relevance(view, p, j); break;
	case PF_GATE_REPEATED: judge_repeated(view, p, j); break;
	case PF_GATE_SHAPE: judge_shape(view, j); break;
	}
	if (j->outcome == PF_OUTCOME_FAIL || j->outcome == PF_OUTCOME_PARTIAL)
		pf_judge_place(j, j->span);
}
