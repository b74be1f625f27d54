/*
 * pairs.h - what an answer holds, and whether it is one to its question.
 */
#ifndef PF_CHECK_PAIRS_H
#define PF_CHECK_PAIRS_H

#include "draft/judge.h"

/* It has an answer: eight words or more that are no echo, or a short one that says yes, no or a
 * number. */
bool pf_pair_answered(const struct pf_view *view, const struct pf_pair *pair);
/* One sentence, and it only assures. */
bool pf_pair_assures(const struct pf_view *view, const struct pf_pair *pair);
/* The answer has the number, date, money, proof or reason; the rule's second lists are proofs. */
bool pf_answer_has(const struct pf_view *view, const struct pf_rule *rule, enum pf_pair_need need,
		   struct pf_range answer);
/* False for an answer that seems to stand at the wrong question. `pair` is one of the draft's. */
bool pf_pair_fits(const struct pf_view *view, const struct pf_rule *rule,
		  const struct pf_pair *pair);
/* True for one that surely does, since it lacks what was asked for: only such a one is worth a word
 * to its writer. */
bool pf_pair_astray(const struct pf_view *view, const struct pf_rule *rule,
		    const struct pf_pair *pair);

/* Its first words are the answer, and what stands behind them is why. */
bool pf_pair_front(const struct pf_view *view, const struct pf_rule *rule,
		   const struct pf_pair *pair);

void pf_pair_topic(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j);
void pf_pair_grounds(const struct pf_view *view, const struct pf_rule *rule,
		     struct pf_judgement *j);
void pf_pair_worked(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j);
void pf_pair_admit(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j);
void pf_pair_weighs(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j);
void pf_pair_hard(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j);

#endif
