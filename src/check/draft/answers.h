/*
 * answers.h - whether an answer says something, or only assures.
 */
#ifndef PF_CHECK_ANSWERS_H
#define PF_CHECK_ANSWERS_H

#include "view.h"

/*
 * 0 to 1: how much of the answer could be checked by somebody who does not believe it. A number
 * is most; a reason, a condition, a limit, an unknown less; "we are confident" nothing.
 */
double pf_answer_grounds(const struct pf_view *view, struct pf_range answer);

/*
 * True when a number of the answer is the product or the sum of numbers before it in the same
 * answer: the arithmetic is shown, in whatever notation. *at runs from the first operand on.
 */
bool pf_answer_worked(const struct pf_view *view, struct pf_range answer, struct pf_range *at);

/*
 * The same by all the ways in which people reckon: with signs, in words ("of", "so", "that's"), or
 * by taking apart the number that was asked about.
 */
bool pf_answer_reckons(const struct pf_view *view, const struct pf_pair *pair, struct pf_range *at);

/* The same, told in running prose, where no reader is sure. */
bool pf_answer_maybe_reckons(const struct pf_view *view, size_t sentence);

/* Are two numbers of the answer held together by a sign: "166 stops x 17 tenants", "61 + 19"? */
bool pf_answer_shows_signs(const struct pf_view *view, struct pf_range answer);

#endif
