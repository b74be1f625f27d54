/*
 * said.h - what stands in the question and in the answer of a pair, found once: rules ask the same
 * of each again and again, and a book has tens of thousands of them.
 */
#ifndef PF_CHECK_SAID_H
#define PF_CHECK_SAID_H

#include "deed_words.h"
#include "words.h"

struct pf_said {
	struct pf_deed_run run;
	uint32_t quants, quants_end;       /* quantities */
	uint32_t sentences, sentences_end; /* as pf_view_sentences has them */
	uint32_t words;
	uint32_t does; /* what its words can be to a deed, all together */
	struct pf_beginnings begins;
};

/* By pair: its question, then its answer. */
struct pf_said *pf_said_of_pairs(const struct pf_view *view);

static inline const struct pf_said *pf_question_said(const struct pf_view *view,
						     const struct pf_pair *pair)
{
	return &view->said[2 * (pair - view->parts->pairs.v)];
}

static inline const struct pf_said *pf_answer_said(const struct pf_view *view,
						   const struct pf_pair *pair)
{
	return &view->said[2 * (pair - view->parts->pairs.v) + 1];
}

static inline bool pf_said_quant(const struct pf_said *said)
{
	return said->quants < said->quants_end;
}

/* False when none of its tokens is one of the words. */
static inline bool pf_said_may(const struct pf_view *view, const struct pf_said *said,
			       const char *const *words)
{
	return pf_beginnings_meet(&said->begins, &pf_word_list_of(view, words)->begins);
}

/* Whether one of them is. */
static inline bool pf_said_any(const struct pf_view *view, const struct pf_said *said,
			       const char *const *words)
{
	return pf_said_may(view, said, words) &&
	       pf_tokens_any(view, said->run.first, said->run.last, words);
}

#endif
