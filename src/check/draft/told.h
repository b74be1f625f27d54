/*
 * told.h - what is told without its set phrase: read from tense, negation and who does what.
 */
#ifndef PRFAQ_SRC_CHECK_DRAFT_TOLD_H
#define PRFAQ_SRC_CHECK_DRAFT_TOLD_H

#include "rubric/params.h"

#include "view.h"

/* "Nine of 140 stewards used it", "38% told us": somebody was asked, counted or tried it. The first
 * such sentence of the draft outside of its metrics. */
bool pf_told_evidence(const struct pf_view *view, struct pf_range *at);

/* "Families need do nothing", "she hears it by nine": the announcement or the offer says what the
 * customer now can do, or no longer must, or by when. */
bool pf_told_gain(const struct pf_view *view, struct pf_range *at);

/* Two sentences of the parts in which somebody or something does it to something; that may be the
 * customer. */
bool pf_told_hands_twice(const struct pf_view *view, const struct pf_ints *parts);

/* Is it told in the parts? *at: the sentence. */
bool pf_told_tale(const struct pf_view *view, enum pf_tale tale, const struct pf_ints *parts,
		  struct pf_range *at);

/* "My mother used to ring me; now I can see it": a quotation sets one time against another. */
bool pf_told_then_and_now(const struct pf_view *view, const struct pf_ints *parts);
/* "I'd have walked past her", "now I tune it": a quotation tells of a day, if of no event. */
bool pf_told_some_day(const struct pf_view *view, const struct pf_ints *parts);
/* "I went through all 63", "we noted every delay": behind "we", token i, stands how they looked. */
bool pf_told_looked(const struct pf_view *view, uint32_t i);
bool pf_told_looks(const struct pf_view *view);

#endif
