/*
 * judge.h - how a rule says what it found: credit, the place that proves it, the reason in words.
 */
#ifndef PF_CHECK_JUDGE_H
#define PF_CHECK_JUDGE_H

#include "view.h"

double pf_ramp(double x, double none, double full); /* 0 at none, 1 at full, linear between */
void pf_judge_pass(struct pf_judgement *j, struct pf_range span, const char *fmt, ...)
	PF_PRINTF(3, 4);
/* Credit in [0, 1]: 1 passes, 0 fails, between is partial. */
void pf_judge_credit(struct pf_judgement *j, double credit, struct pf_range span, const char *fmt,
		     ...) PF_PRINTF(4, 5);
void pf_judge_skip(struct pf_judgement *j, const char *why); /* not applicable */
void pf_judge_owe(struct pf_judgement *j, const char *why);  /* so, for want of a thing to judge */
void pf_judge_next(struct pf_judgement *j, const char *fmt, ...) PF_PRINTF(2, 3);
/* Adds a place; returns it for value and what; NULL when there is no room left. */
struct pf_place_found *pf_judge_place(struct pf_judgement *j, struct pf_range span);
/* Adds a place where something is missing: {value} and {what} of the rule's message. */
struct pf_place_found *pf_judge_miss(struct pf_judgement *j, struct pf_range span,
				     const char *value, const char *what);
/* Adds a place whose own words are {value}. */
struct pf_place_found *pf_judge_point(const struct pf_view *view, struct pf_judgement *j,
				      struct pf_range span, const char *what);
/* Copies the words of the range on one line, to stand in quotes: cut with "..." to fit, its own
 * quotes single. */
void pf_view_words(const struct pf_view *view, struct pf_range range, char *out, size_t size);

#endif
