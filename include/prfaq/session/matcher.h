/*
 * matcher.h - which hidden fact a clarifying question earns.
 *
 * Case folded, stemmed, stop words dropped. A fact fires when every stem of one
 * of its `ask` sets occurs in the question; the longest set wins; two facts
 * with equally long sets are a choice ("did you mean ... 1 2"). So is one fact
 * when the question asks for more than the set says, and one or two that share
 * words with a question which no set fits. A question that is not understood
 * costs nothing.
 */
#ifndef PRFAQ_SESSION_MATCHER_H
#define PRFAQ_SESSION_MATCHER_H

#include "prfaq/bank/prompt.h"
#include "prfaq/session/record.h"

#define PF_MATCH_MAX 2 /* alternatives shown at most */

struct pf_match {
	enum pf_met met;
	bool proposes, two; /* seen in the question, whatever was answered */
	/* FACT: the fact. AGAIN: the one asked before. Borrowed from the prompt; NULL else. */
	const struct pf_prompt_fact *fact;
	bool sure; /* of a fact that fits best: the question asks for no more than it tells */
	bool more; /* FACT: it was asked for what comes after it */
	/* CHOOSE: the facts that tie, or what may be meant. UNKNOWN: the nearest, if any is. */
	const struct pf_prompt_fact *alternatives[PF_MATCH_MAX];
	size_t n_alternatives;
	bool in_brief;   /* AGAIN: no fact, but a number of the prompt's text, which `say` is */
	const char *say; /* what the interviewer says: the fact, or the set line. Borrowed. */
};

/* Appends `say` as the interviewer puts it. */
void pf_match_say(const struct pf_match *match, struct pf_buf *out);

/* Facts learned so far, by id. Zeroed: none. Borrowed. */
struct pf_known_facts {
	const char *const *v;
	size_t n;
};
bool pf_known_has(struct pf_known_facts known, const char *id);
/* All that must be told before the fact is known. */
bool pf_known_lead_to(struct pf_known_facts known, const struct pf_prompt_fact *fact);

/*
 * Never fails; an empty question is UNKNOWN. A fact whose `needs` are not known
 * yet does not fire: the first of them does. `known` also decides AGAIN.
 */
struct pf_match pf_match_ask(const struct pf_prompt *prompt, struct pf_slice question,
			     struct pf_known_facts known);

/* "What deadline do you have?": the first `try` of the fact, as a label to choose by. */
const char *pf_match_label(const struct pf_prompt_fact *fact);

/*
 * The coverage proof of a prompt: each `try` fires its own fact and no other
 * (its needs being known), every hidden constraint can be reached, every fact
 * can be reached through its chain, probes name rules that `rubric` has
 * (NULL: not checked), the trap's probe is always asked, and each lens has a
 * probe that can fire. Adds a line a fault with file, line and column to
 * *errors; PF_OK when there is none.
 */
struct pf_rubric;
PF_MUST_USE enum pf_status pf_prompt_proof(const struct pf_prompt *prompt,
					   const struct pf_rubric *rubric,
					   struct pf_yaml_errors *errors);

#endif
