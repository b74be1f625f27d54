/*
 * gates.h - what stops a score or scales it, one function each; kinds/gate.c chooses.
 *
 * Credit 0 means "not scored"; between 0 and 1 the smallest credit of all gates
 * is what the page can earn at most: 0.4 caps it at 40 of 100. A weak page that
 * is under the cap loses nothing.
 */
#ifndef PF_CHECK_GATES_H
#define PF_CHECK_GATES_H

#include "draft/judge.h"

#define PF_GATE(name)                                                                   \
	void pf_gate_##name(const struct pf_view *view, const struct pf_params_gate *p, \
			    struct pf_judgement *j)

PF_GATE(salad);
PF_GATE(relevance); /* about the prompt */
PF_GATE(traced);    /* its numbers have an origin */
PF_GATE(measured);  /* and stand with what they measure */
PF_GATE(own_words); /* not the brief copied */
PF_GATE(not_model); /* nor the model answer with other nouns */
PF_GATE(said_once); /* nothing is said again and again */
PF_GATE(numbers);   /* words between the numbers */
PF_GATE(in_order);  /* each thing where it belongs */
PF_GATE(story);     /* one sentence leads to the next */
PF_GATE(answered);  /* answers that say something */
PF_GATE(adds);      /* nothing strange, repeated or copied */

#undef PF_GATE

/* salad.c: what part of the words are "the", "of" and their like. */
double pf_gate_small_words(const struct pf_view *view);
/* Enough of them for English sentences; true of a page too short to tell. */
bool pf_gate_is_english(const struct pf_view *view);

#endif
