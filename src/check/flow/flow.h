/*
 * flow.h - whether what stands side by side on a page belongs side by side.
 *
 * A page that was shuffled has every word it had; what it lost is its order. Three measures of
 * order, each in standard deviations from what the same sentences would show in any order: about 0
 * for a shuffled page, and the higher the longer a page with an order is. Nothing here depends on
 * what the page is about.
 */
#ifndef PF_CHECK_FLOW_H
#define PF_CHECK_FLOW_H

#include "sentence.h"

struct pf_flow {
	size_t sentences; /* of prose, outside headings and tables, that were measured */
	double page;      /* neighbours are alike, against any two sentences of the page */
	double section;   /* neighbours are alike, against any two of their own section */
};

struct pf_flow pf_flow_of(const struct pf_view *view, const struct pf_telling_index *words);

/* Questions are followed by their own answers, against each other's; 0 with fewer than four. */
double pf_flow_answers(const struct pf_view *view);

/* The answer says some of what such a question asks for: "what does it cost" wants money. True also
 * where the question asks for nothing in particular. */
bool pf_flow_meets(const struct pf_view *view, const struct pf_pair *pair);

/* How much better the sentences suit the sections they stand in than any other order of them would,
 * in deviations. *sentences: how many were asked; 0 when they are too few to tell. */
double pf_fit_of(const struct pf_view *view, const struct pf_telling_index *words,
		 size_t *sentences);

#endif
