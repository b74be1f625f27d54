/* Whether the words form sentences: pairs of small words that never stand side by side, and
 * sentences that were cut and put together again. */
#include <stdlib.h>

#include "flow/sentence.h"
#include "gates.h"
#include "prfaq/base/mem.h"
#include "prfaq/text/letters.h"
#include "prfaq/text/neighbours.h"

#include "rubric/known_words.h"

#define LONG_SENTENCE 8u
#define MISSPELT      0.14 /* of the words; real pages have up to 0.08 of them, shuffled ones 0.17 */

/* "... budget churn pilot scale risk target ..." as the half of a page that is else a draft. Said
 * of drafts for a prompt only: a list of products or formats reads like that too. */
static double keywords(const struct pf_view *view, struct pf_range *at)
{
	size_t all = 0, heap = 0;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
		size_t words = 0, small = 0;

		for (uint32_t i = sentence->first; i < sentence->last; i++)
			if (view->tokens->v[i].kind == PF_TOKEN_WORD) {
				words++;
				small += pf_view_is_stop(view, i);
			}
		all += words;
		if (words < LONG_SENTENCE || (double)small >= 0.13 * (double)words)
			continue;
		if (!heap)
			*at = pf_sentence_range(view, s);
		heap += words;
	}
	return all ? (double)heap / (double)all : 0;
}

#define LONG_WORD  4u
#define MANY_WORDS 50u

static bool is_odd(const struct pf_view *view, size_t token)
{
	const struct pf_known_word *known = view->known[view->tokens->word[token]];
	const struct pf_token *t = &view->tokens->v[token];

	return known ? known->odd : !pf_letters_fit(pf_slice_cut(view->text, t->begin, t->end));
}

/* What part of the words has letters in an order that no English word has. Names have capitals. */
static double misspelt(const struct pf_view *view, struct pf_range *at)
{
	size_t all = 0, odd = 0;

	for (size_t i = 0; i < view->tokens->n && all < 5000; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind != PF_TOKEN_WORD || t->end - t->begin < LONG_WORD ||
		    t->flags & PF_TOKEN_CAPITAL)
			continue;
		all++;
		if (is_odd(view, i) && !odd++)
			*at = (struct pf_range){t->begin, t->end};
	}
	return all < MANY_WORDS ? 0 : (double)odd / (double)all;
}

#define CUT_SENTENCES 12u
#define CUT           0.1 /* of the sentences; pages written by hand have 0.03 at most */

/* What a sentence that was cut at its commas and put together again shows: the comma before the
 * full stop; a small word with a capital in the middle; a small letter at the beginning. */
struct cuts {
	size_t sentences, stops, capitals, small;
	struct pf_range first;
};

static void look_for_cuts(const struct pf_view *view, size_t s, struct cuts *cuts)
{
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
	const struct pf_token *v = view->tokens->v, *end = &v[sentence->last - 1];
	uint32_t i = pf_flow_first(view, sentence);
	size_t before = cuts->stops + cuts->capitals;
	bool capital = false;

	while (i < sentence->last && v[i].kind == PF_TOKEN_SIGN)
		i++;
	if (i == sentence->last)
		return;
	cuts->sentences++;
	cuts->small += v[i].kind == PF_TOKEN_WORD && !(v[i].flags & PF_TOKEN_CAPITAL);
	while (++i < sentence->last && !capital)
		capital = (v[i].flags & PF_TOKEN_CAPITAL) && v[i].end - v[i].begin > 1 &&
			  !(v[i].flags & (PF_TOKEN_UPPER | PF_TOKEN_QUOTED | PF_TOKEN_LINE)) &&
			  (v[i - 1].kind != PF_TOKEN_SIGN || v[i - 1].sign == ',') &&
			  pf_view_is_stop(view, i);
	cuts->capitals += capital;
	cuts->stops += end->sign == '.' && end - v > sentence->first &&
		       (end[-1].sign == ',' || end[-1].sign == ';' || end[-1].sign == ':');
	if (pf_range_empty(cuts->first) && cuts->stops + cuts->capitals > before)
		cuts->first = pf_sentence_range(view, s);
}

/* What part of the sentences is cut: capitals and small letters count where both are. */
static double cut(const struct pf_view *view, struct pf_range *at)
{
	struct cuts cuts = {0};
	size_t both;

	for (size_t s = 0; s < view->tokens->sentences.n && cuts.sentences < 1000; s++)
		if (view->tokens->sentences.v[s].words >= 4 &&
		    view->sentence_part[s] != PF_SENTENCE_HEADING)
			look_for_cuts(view, s, &cuts);
	both = cuts.capitals < cuts.small ? cuts.capitals : cuts.small;
	*at = cuts.first;
	return cuts.sentences < CUT_SENTENCES
		       ? 0
		       : (double)(cuts.stops + both) / (double)cuts.sentences;
}

#define READ_WORDS  20000u /* the beginning tells as well as the whole, and a book is long */
#define FEW_WORDS   30u
#define SMALL_SHARE 0.12

bool pf_gate_is_english(const struct pf_view *view)
{
	return view->tokens->words < FEW_WORDS || view->small >= SMALL_SHARE;
}

/* All words that have no neighbours are stop words, but for "no" and "not". */
static bool is_small(const struct pf_view *view, size_t token)
{
	return view->does[view->tokens->word[token]] & (PF_WORD_STOP | PF_WORD_NO);
}

void pf_gate_salad(const struct pf_view *view, const struct pf_params_gate *p,
		   struct pf_judgement *j)
{
	size_t bad = 0, words = 0, where = 0;
	double rate, share;
	struct pf_range at = pf_view_opening(view);
	struct pf_small_words *met = pf_small_words_new(view->tokens);

	for (size_t i = 0; i + 1 < view->tokens->n && words < READ_WORDS; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind != PF_TOKEN_WORD)
			continue;
		words++;
		if (is_small(view, i) && is_small(view, i + 1) && pf_never_neighbours(met, i) &&
		    !bad++)
			where = i;
	}
	free(met);
	rate = words ? 1000.0 * (double)bad / (double)words : 0;
	j->n = rate;
	if (words >= FEW_WORDS && bad >= 3 && rate > p->none) {
		pf_judge_credit(
			j, 0, pf_sentence_range(view, pf_sentence_of(view->tokens, where)),
			"the words do not form sentences (%zu impossible pairs in %zu words)", bad,
			words);
		return;
	}
	if (!pf_gate_is_english(view)) {
		pf_judge_credit(
			j, 0, pf_view_opening(view),
			"these are keywords, or not English: %.0f %% are small English words",
			100 * view->small);
		return;
	}
	share = cut(view, &at);
	if (share > CUT) {
		pf_judge_credit(j, 0, at, "%.0f %% of the sentences are cut and put together again",
				100 * share);
		return;
	}
	share = misspelt(view, &at);
	if (share > MISSPELT) {
		pf_judge_credit(j, 0, at, "%.0f %% of the words have letters in no English order",
				100 * share);
		return;
	}
	at = pf_view_opening(view);
	share = view->context->prompt && !view->context->drill ? keywords(view, &at) : 0;
	pf_judge_credit(j, pf_ramp(share, 0.25, 0.08), at,
			"%.0f %% of the words are heaped, not said", 100 * share);
}
