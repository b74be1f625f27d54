/*
 * deed_words.h - what each word can be to a deed, and runs of words asked for it.
 */
#ifndef PF_CHECK_DEED_WORDS_H
#define PF_CHECK_DEED_WORDS_H

#include "view.h"

enum pf_deed_word {
	PF_WORD_NO = 1 << 0,
	PF_WORD_AMISS = 1 << 1, /* what goes wrong */
	PF_WORD_IF = 1 << 2,
	PF_WORD_ME = 1 << 3,  /* in a question: the customer */
	PF_WORD_YOU = 1 << 4, /* in an answer: the customer */
	PF_WORD_WE = 1 << 5,
	PF_WORD_THEY = 1 << 6,
	PF_WORD_MODAL = 1 << 7,
	PF_WORD_SKIP = 1 << 8,     /* stands between who and what: "then", "also", "have" */
	PF_WORD_IDLE = 1 << 9,     /* no act: "believe", "handle", "the" */
	PF_WORD_ACTS = 1 << 10,    /* an act of a third: "rings" */
	PF_WORD_REFUSES = 1 << 11, /* what a party does that does not want it */
	PF_WORD_DECIDES = 1 << 12, /* what it does if it must be asked */
	PF_WORD_TAKES_UP = 1 << 13,
	PF_WORD_WHY = 1 << 14,  /* a reason in other words than "because" */
	PF_WORD_LEFT = 1 << 15, /* "dropped", "decided" (against) */
	PF_WORD_RULE = 1 << 16,
	PF_WORD_OURS = 1 << 17,
	PF_WORD_PLANS = 1 << 18, /* words of those who make it */
	PF_WORD_LOAD = 1 << 19,
	PF_WORD_CLOSED = 1 << 20, /* opens a question for yes or no */
	PF_WORD_BUT = 1 << 21,    /* weighs what is said: "but", "only", "if" */
};

/* Tokens [first, last). */
struct pf_deed_run {
	uint32_t first, last;
};

static inline struct pf_deed_run pf_deed_run_of(const struct pf_view *view, struct pf_range range)
{
	return (struct pf_deed_run){pf_tokens_at(view->tokens, range.begin),
				    pf_tokens_at(view->tokens, range.end)};
}

static inline uint32_t pf_deed_is(const struct pf_view *view, size_t token)
{
	return token < view->tokens->n ? view->does[view->tokens->word[token]] : 0;
}

/* The first token of the run that is one of them; `last` if none is. */
static inline uint32_t pf_deed_find(const struct pf_view *view, struct pf_deed_run run,
				    uint32_t kinds)
{
	while (run.first < run.last && !(pf_deed_is(view, run.first) & kinds))
		run.first++;
	return run.first;
}

static inline bool pf_deed_has(const struct pf_view *view, struct pf_deed_run run, uint32_t kinds)
{
	return pf_deed_find(view, run, kinds) < run.last;
}

bool pf_deed_has_quant(const struct pf_view *view, struct pf_range range);
/* "Not a concern", with nothing to weigh it by. */
bool pf_deed_waves_away(const struct pf_view *view, struct pf_range answer);
/* The part of the sentence that stands in the answer. */
struct pf_range pf_deed_sentence_in(const struct pf_view *view, size_t s, struct pf_range answer);
bool pf_deed_any_sentence(const struct pf_view *view, struct pf_range answer,
			  bool (*holds)(const struct pf_view *, struct pf_range));

#endif
