/*
 * counted.h - whether a word of a list that tells how many or how much has its number beside it:
 * "some 5,200", "thousands of them, about 8,400".
 */
#ifndef PF_CHECK_COUNTED_H
#define PF_CHECK_COUNTED_H

#include "idioms.h"

/* A number of the sentence stands at most so many tokens from it; 0: none is near enough. */
bool pf_hit_near_number(const struct pf_view *view, const struct pf_word_hit *h, int64_t within);
/* "Some 5,200", "most of the wrong answers, 72%", "nearly one in four (23%)": the word's number
 * follows it. */
bool pf_hit_is_glossed(const struct pf_view *view, const struct pf_word_hit *h);
/* A word of the list "vague" whose number may stand further on, or that somebody asks: who asks
 * need not count. */
bool pf_hit_may_be_counted(const struct pf_view *view, const struct pf_word_hit *h);

#endif
