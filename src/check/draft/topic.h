/*
 * topic.h - the words by which a page on this prompt can be told from any other page.
 */
#ifndef PF_CHECK_TOPIC_H
#define PF_CHECK_TOPIC_H

#include "view.h"

struct pf_topic {
	bool known;
	struct pf_stems customer; /* who it is for */
	struct pf_stems lexicon;  /* customer, problem and solution */
	struct pf_stems all;      /* and what is measured, and the brief itself */
};

/* Of the view's prompt, which there must be; the view's. */
const struct pf_topic *pf_view_topic(const struct pf_view *view);
void pf_topic_free(struct pf_topic *topic); /* NULL is allowed */

/* Without sorting them. */
void pf_stems_append(struct pf_stems *out, const struct pf_stems *more);

#endif
