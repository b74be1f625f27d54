/*
 * engine.h - the steps of one check, in order: judge, weigh, tell. pf_check_judge takes them all; a
 * bench takes them one by one, and looks at the clock between.
 */
#ifndef PF_CHECK_ENGINE_H
#define PF_CHECK_ENGINE_H

#include <stddef.h>
#include <string.h>

#include "draft/view.h"

struct pf_run {
	const struct pf_rubric *rubric;
	struct pf_view view;
	struct pf_scorecard *card;
	struct pf_judgement *judged; /* by rule */
	bool *silenced;              /* by rule: findings are left out */
};

/* What all rules share is found. `check` was read; its card is filled by the steps below. */
void pf_run_init(struct pf_run *run, struct pf_check *check, const struct pf_rubric *rubric,
		 const struct pf_check_context *context);
/* What outlives the run goes to `check`. */
void pf_run_release(struct pf_run *run, struct pf_check *check);

/* Judges rule i of the rubric, in their order: its proof in card->proofs, without points. */
void pf_run_rule(struct pf_run *run, size_t i);
/* Gates: card->scored, reason, scale. */
void pf_run_gates(struct pf_run *run);
/* Points: proofs[].possible and earned, score, pillars, lenses. */
void pf_run_score(struct pf_run *run);
/* Findings with their words; keep, fix_first. */
void pf_run_findings(struct pf_run *run);
/* Of pf_run_findings: card->keep, the sentence that shows most. */
void pf_run_keep(struct pf_run *run);
/* Leaves out advice on style over three a section and three a page. Findings are still in the
 * order of the rules. */
void pf_run_quiet(struct pf_run *run);
/* Sections, tiers, pitfalls, extras, questions, trap, origins. `page` is all of it, whatever part
 * of it the run reads: what stands there is told of it. */
void pf_run_facts(struct pf_run *run, const struct pf_view *page);

/* A finding without its words, which are not told yet. */
#define PF_UNTOLD_BYTES offsetof(struct pf_finding, message)
static inline void pf_finding_move(struct pf_finding *to, const struct pf_finding *from)
{
	if (to != from)
		memcpy(to, from, PF_UNTOLD_BYTES);
}

/* The rule's text with its slots filled from the draft; "___" where it says nothing. Cut to
 * `size` at a whole rune. */
void pf_fill_slots(const struct pf_run *run, size_t rule, const struct pf_place_found *place,
		   const char *text, char *out, size_t size);
/* The rule's message; where its slots have nothing to quote, the thing itself is missing, and the
 * rule's name says what is wanted. */
void pf_fill_message(const struct pf_run *run, size_t rule, const struct pf_place_found *place,
		     struct pf_finding *f);

#endif
