/*
 * probe_sources.h - where probes come from: contradictions, the brief, failed rules, the prompt,
 * and openers for when none of them has one.
 */
#ifndef PRFAQ_SESSION_PROBE_SOURCES_H
#define PRFAQ_SESSION_PROBE_SOURCES_H

#include "impl.h"
#include "numbers.h"

/* A probe that could be asked now. */
struct pf_candidate {
	enum pf_probe_source source;
	enum pf_lens lens;
	const char *own, *rule, *topic, *then, *why;
	uint32_t good;                    /* enum pf_reply_has bits hoped for */
	struct pf_range span, other_span; /* of the draft; empty: no words are quoted */
	char quote[200], other[200];
	struct pf_buf text;
};

/* What was asked so far. */
struct pf_probing {
	struct pf_interview *iv;
	const struct pf_check *check;
	uint32_t planned, asked;
	uint32_t by_source[PF_PROBE_OPENER + 1];
	bool lens[PF_LENSES]; /* was heard */
	bool force;           /* only lenses that were not heard yet */
};

/* Each: true when *c is a probe that may be asked now, the best of its source. What *c held is
 * released; at the end the caller releases c->text. */
bool pf_probe_opener(struct pf_probing *s, struct pf_candidate *c);
/* Two places of the draft that contradict (YES), or may. */
bool pf_probe_contradiction(struct pf_probing *s, struct pf_candidate *c, enum pf_same same);
bool pf_probe_against_brief(struct pf_probing *s, struct pf_candidate *c);
bool pf_probe_failed_rule(struct pf_probing *s, struct pf_candidate *c);
bool pf_probe_own(struct pf_probing *s, struct pf_candidate *c);

#endif
