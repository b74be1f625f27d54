/*
 * faq.h - the questions of a draft, each with its answer.
 */
#ifndef PF_PARTS_FAQ_H
#define PF_PARTS_FAQ_H

#include "voices/voices.h"

/* Gives each question a pair, and its answer the part FAQ. */
void pf_faq_pairs(struct pf_find *f);

#endif
