/*
 * breed.h - one way to spoil a page, a row of a table and a function; and what those functions
 * share.
 */
#ifndef PF_SESSION_BREED_H
#define PF_SESSION_BREED_H

#include "prfaq/base/buf.h"
#include "prfaq/base/rng.h"
#include "prfaq/session/redteam.h"

/* What a breeder is given. */
struct pf_breeding {
	struct pf_redteam_draft draft;
	const struct pf_check *read;   /* the draft as it was checked */
	const struct pf_prompt *other; /* another prompt, never NULL */
	struct pf_slice other_model;   /* its model answer */
	const struct pf_rubric *rubric;
	struct pf_rng *rng;
	struct pf_buf *out; /* empty: the page that was bred */
	/* Set by damages: the section of the rules that should lose, or another that may instead.
	 */
	const char *damaged, *or_else;
};

struct pf_breed {
	const char *name;
	enum pf_breed_sort sort;
	/* False when the draft has nothing to breed this from. */
	bool (*breed)(struct pf_breeding *b);
};

extern const struct pf_breed pf_cheats[];
extern const size_t pf_n_cheats;
extern const struct pf_breed pf_damages[];
extern const size_t pf_n_damages;

uint32_t pf_breed_below(struct pf_breeding *b, size_t n);
const char *pf_breed_pick(struct pf_breeding *b, const struct pf_yaml_texts *words);

#define PF_BREED_TITLES 5u
void pf_breed_heading(struct pf_breeding *b, size_t i); /* "## Problem", ... */
const char *pf_breed_keyword(size_t i); /* "customer", "budget": any number of them */
/* A word of the prompt's lexicon, or of nobody's. */
const char *pf_breed_noun(struct pf_breeding *b);
/* Neither a heading nor the rule of a table. */
bool pf_breed_is_prose(struct pf_slice line);

struct pf_slices {
	struct pf_slice *v;
	size_t n, cap;
};

/* Parts at white space after one of `ends`; at any white space when it is "". */
void pf_slices_split(struct pf_slice s, const char *ends, struct pf_slices *out);
void pf_slices_shuffle(struct pf_breeding *b, struct pf_slices *s);

#endif
