/*
 * deed_words.h - what each word can be to a deed, and runs of words asked for it.
 */
#ifndef PF_CHECK_DEED_WORDS_H
#define PF_CHECK_DEED_WORDS_H

#include "view.h"

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

/* What tables have of the token's word: enum pf_deed_word. */
uint32_t pf_deed_word(struct pf_slice text, const struct pf_token *token);

bool pf_deed_has_quant(const struct pf_view *view, struct pf_range range);
/* "Not a concern", with nothing to weigh it by. */
bool pf_deed_waves_away(const struct pf_view *view, struct pf_range answer);
/* The part of the sentence that stands in the answer. */
struct pf_range pf_deed_sentence_in(const struct pf_view *view, size_t s, struct pf_range answer);
bool pf_deed_any_sentence(const struct pf_view *view, struct pf_range answer,
			  bool (*holds)(const struct pf_view *, struct pf_range));

#endif
