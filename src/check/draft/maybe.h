/*
 * maybe.h - what a page may tell in words of which no reader here is sure. Nothing is earned by it:
 * a rule that would say that it is missing holds its tongue.
 */
#ifndef PF_CHECK_MAYBE_H
#define PF_CHECK_MAYBE_H

#include "rubric/params.h"

#include "view.h"

/* False for a deed that has no such reader. */
bool pf_maybe_told(const struct pf_view *view, enum pf_deed deed);
/* What the page stays away from: "after ten at night? We can't.", "cold walls are not solved". */
bool pf_maybe_left_out(const struct pf_view *view);
/* The page says "no", "if" and "but" so often that it has weighed what it tells: what nobody finds
 * there of limits, failures and other ways is rather told in other words than missing. */
bool pf_maybe_weighs(const struct pf_view *view);
/* The same by degree, from 0 to 1. */
double pf_maybe_how_weighed(const struct pf_view *view);
/* What is not known: "I have no figure for them", "nor do we know how it will be used". */
bool pf_maybe_unknown(const struct pf_view *view, size_t sentence);

/* What an answer grants by degree: "accuracy is lower, and we're working on it". */
bool pf_maybe_limits(const struct pf_view *view, struct pf_range answer);
/* A number that its writer calls an estimate, whatever it belongs to. */
bool pf_maybe_assumed(const struct pf_view *view);
/* What is measured, in an answer: "the measure is families who lose cover: 11% today". */
bool pf_maybe_metrics(const struct pf_view *view);
/* How one begins: "ask in the office", "members book in the app". */
bool pf_maybe_start(const struct pf_view *view);

/* The sentence tells how one begins by what is done: "the nurse scans the code", "they now get a
 * text", "no login". */
bool pf_maybe_starts(const struct pf_view *view, size_t sentence);

/* The same of a release, see maybe_page.c: when it begins; what the customer pays, or that there is
 * nothing to pay; what they do first, or that they need do nothing, as the parts tell; how many it
 * begins with. */
bool pf_maybe_dated(const struct pf_view *view);
bool pf_maybe_priced(const struct pf_view *view);
bool pf_maybe_open_source(const struct pf_view *view, size_t sentence); /* the sentence says so */
bool pf_maybe_begun(const struct pf_view *view, const struct pf_ints *parts);
bool pf_maybe_small(const struct pf_view *view);
/* Something in the parts tells what fails today. */
bool pf_maybe_fails(const struct pf_view *view, const struct pf_ints *parts);
/* Something in the parts is done by somebody. */
bool pf_maybe_done_by(const struct pf_view *view, const struct pf_ints *parts);
/* "Who photographs 6,000 pieces?" "Volunteers.": who does it is asked, and named. */
bool pf_maybe_asked_who(const struct pf_view *view);
/* Nothing says that the voice of the part is the leader's. */
bool pf_maybe_other_voice(const struct pf_view *view, enum pf_part_id id);
/* The voice of the part says more than a slogan. */
bool pf_maybe_argued(const struct pf_view *view, enum pf_part_id id);
/* Of the two voices the one that is missed may be one that is heard. */
bool pf_maybe_heard(const struct pf_view *view, enum pf_part_id id);

/* What the part, or the thing, should say may stand elsewhere on the page. */
bool pf_maybe_part(const struct pf_view *view, enum pf_part_id id);
bool pf_maybe_thing(const struct pf_view *view, enum pf_thing thing);

#endif
