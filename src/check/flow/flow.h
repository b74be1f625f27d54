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

#define PF_FLOW_SENTENCES 64u /* the beginning tells as well as the whole */

/* What neighbours are held together by, of the sentences read so far. Zeroed is an empty one. */
struct pf_flow_page {
	size_t n;
	uint32_t sections;                   /* headings that were met; the caller counts them */
	uint32_t section[PF_FLOW_SENTENCES]; /* by sentence: headings before it */
	uint32_t marks[PF_FLOW_SENTENCES];   /* those that count here */
	double length[PF_FLOW_SENTENCES];
};

bool pf_flow_full(const struct pf_flow_page *page); /* what is added is passed over */
void pf_flow_add(struct pf_flow_page *page, const struct pf_seen *seen);

struct pf_flow {
	size_t sentences; /* of prose, outside headings and tables, that were measured */
	double page;      /* neighbours are alike, against any two sentences of the page */
	double section;   /* neighbours are alike, against any two of their own section */
};

struct pf_flow pf_flow_of(const struct pf_flow_page *page);

/* Questions are followed by their own answers, against each other's; 0 with fewer than four. */
double pf_flow_answers(const struct pf_view *view);

/* The answer says some of what such a question asks for: "what does it cost" wants money. True also
 * where the question asks for nothing in particular. */
bool pf_flow_meets(const struct pf_view *view, const struct pf_pair *pair);

/* What sentences say for sections, of those read so far. Zeroed is an empty one. */
struct pf_fit_page {
	size_t n, in[PF_IN_NONE]; /* sentences, and those of each section */
	size_t section[PF_FLOW_SENTENCES];
	double value[PF_FLOW_SENTENCES][PF_IN_NONE]; /* of the sentence in each section */
	size_t part;                                 /* where the next sentence may stand */
};

/* The section of a sentence of prose that is to be added; PF_IN_NONE where it is not. Sentences
 * are asked for in their order. */
enum pf_in_section pf_fit_section(struct pf_fit_page *page, const struct pf_view *view,
				  size_t sentence);
void pf_fit_add(struct pf_fit_page *page, enum pf_in_section section, const struct pf_seen *seen);

/* How much better the sentences suit the sections they stand in than any other order of them would,
 * in deviations. *sentences: how many were asked; 0 when they are too few to tell. */
double pf_fit_of(const struct pf_fit_page *page, size_t *sentences);

/* Row of cues.inc, one up, whose beginning the word has; 0: none. */
uint8_t pf_flow_cue(struct pf_slice text, const struct pf_token *token);

#endif
