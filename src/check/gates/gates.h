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

PF_GATE(known); /* of not_model, where no prompt has a model: nor any shipped text */

#undef PF_GATE

/* salad.c: enough small words for English sentences; true of a page too short to tell. */
bool pf_gate_is_english(const struct pf_view *view);

/* The cap of a page that was made from another text: its numbers may be labelled, and better than a
 * faker's. */
#define PF_COPY_CAP 0.36
/* Runs of five words a page must have to be taken for a copy: of fewer, some meet by chance. */
#define PF_COPY_RUNS 150u

bool pf_gate_is_anothers(const struct pf_view *view, double own);

#endif
