/*
 * probe_when.h - whether an author's probe fits this draft, and the words of
 * the draft it is about.
 */
#ifndef PRFAQ_SESSION_PROBE_WHEN_H
#define PRFAQ_SESSION_PROBE_WHEN_H

#include "impl.h"
#include "probe_slots.h"

/* True when the probe's condition holds; *at gets the words it is about (may stay empty). */
bool pf_probe_fits(const struct pf_interview *iv, const struct pf_check *check,
		   const struct pf_prompt_probe *probe, struct pf_slots *slots,
		   struct pf_range *at);
/* The probe's topic, for "at most three on one". "" for none. */
const char *pf_probe_topic(const struct pf_interview *iv, const struct pf_prompt_probe *probe);
/* enum pf_reply_has bits of an author's `good` words. */
uint32_t pf_probe_good(const struct pf_yaml_texts *good);

#endif
