/*
 * redteam.h - breeds cheats and damages from good drafts, and counts what they are worth.
 *
 * The checker is only worth as much as what it does not fall for. A *cheat* is
 * a page without substance bred from a good one; a *damage* takes one good
 * thing out of it. All of it is a pure function of (drafts, seed).
 */
#ifndef PRFAQ_SESSION_REDTEAM_H
#define PRFAQ_SESSION_REDTEAM_H

#include "prfaq/bank/bank.h"
#include "prfaq/check/check.h"

enum pf_breed_sort {
	PF_BREED_RUBBISH, /* must stay under PF_REDTEAM_PASS points or be refused */
	PF_BREED_PADDED,  /* the draft and more of it: must gain nothing */
	PF_BREED_ORDER,   /* the draft in another order: must not gain PF_REDTEAM_ORDER points */
	PF_BREED_TWIN,    /* the faker's numbers, labelled: must not fall behind the faker */
	PF_BREED_DAMAGE,  /* must lose points where it was damaged */
	PF_BREED_SORTS,
};

#define PF_REDTEAM_PASS  40.0
#define PF_REDTEAM_ORDER 2.0

struct pf_breed; /* one way to spoil a page */

struct pf_redteam_draft {
	const struct pf_prompt *prompt; /* NULL: held against no prompt */
	struct pf_slice text;
};

/* What one breed came to. */
struct pf_redteam_row {
	const char *breed; /* "shuffled sentences" */
	enum pf_breed_sort sort;
	size_t n;       /* bred */
	size_t refused; /* not scored */
	size_t through; /* of the sort's promise, those that broke it */
	double best;    /* highest score of the breed; -1 when all were refused */
	char where[96]; /* the first that came through: its prompt, and what it got there */
};

struct pf_redteam {
	struct {
		struct pf_redteam_row *v;
		size_t n, cap;
	} rows; /* in the order of the table of breeds; breeds that bore nothing are left out */
	size_t n[PF_BREED_SORTS], through[PF_BREED_SORTS];
	size_t unproved; /* pages whose proofs do not add up to the score, or credit no words */
};

/* Breeds `rounds` of each breed from each draft. `bank` gives the other prompts whose models are
 * copied. `today` as in struct pf_check_context. The caller releases. */
void pf_redteam_run(struct pf_redteam *out, const struct pf_rubric *rubric,
		    const struct pf_bank *bank, const struct pf_redteam_draft *drafts, size_t n,
		    size_t rounds, uint64_t seed, int32_t today);
void pf_redteam_release(struct pf_redteam *redteam);

#endif
