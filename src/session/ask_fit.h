/*
 * ask_fit.h - how well a question fits one fact.
 *
 * A fact fits when every word of one of its `ask` sets is in the question; the
 * longest set is the fit. A fit is sure when the question asks for nothing the
 * set does not: "How many customers churn?" has the words of "how many
 * customers", and a word that the fact says nothing of.
 */
#ifndef PRFAQ_SESSION_ASK_FIT_H
#define PRFAQ_SESSION_ASK_FIT_H

#include "question.h"

/* All zero: not at all. */
struct pf_ask_fit {
	uint32_t words;   /* of the set, those that were typed as they are */
	uint32_t content; /* of them no stop words: "how many" says less than "deadline" */
	uint32_t slips;   /* the others: one slip away from what was typed */
	bool sure;
};

/* Marks the words that the prompt uses: the others may be mistyped. */
void pf_question_spell(struct pf_question_words *question, const struct pf_prompt *prompt);

struct pf_ask_fit pf_ask_fit_of(const struct pf_question_words *question,
				const struct pf_prompt_fact *fact);
static inline bool pf_ask_fits(struct pf_ask_fit fit)
{
	return fit.words + fit.slips > 0;
}
/* Is the word in any of what the fact says, or of what it is asked by? */
bool pf_fact_tells_of(const struct pf_prompt_fact *fact, const struct pf_question_words *question,
		      const struct pf_question_word *word);
/* Does b fit better than a? */
bool pf_ask_fit_less(struct pf_ask_fit a, struct pf_ask_fit b);

#endif
