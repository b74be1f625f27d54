/*
 * bank.h - all prompts and plans there are, and finding one by name.
 *
 * Prompts are the .yaml files of <shipped>/prompts and <config>/prompts. A broken file
 * is told and left out, the rest of the bank works. Two files with one id are
 * both left out and both named, since nobody can say which was meant.
 */
#ifndef PRFAQ_BANK_BANK_H
#define PRFAQ_BANK_BANK_H

#include "prfaq/bank/plan.h"
#include "prfaq/bank/prompt.h"
#include "prfaq/base/path.h"

struct pf_bank;

/*
 * Loads and checks (pf_prompt_check) every prompt. The caller owns *out, which
 * is never NULL after PF_OK; files left out are in *errors (may be NULL), and
 * that is no failure. PF_ERR_IO when a folder cannot be read.
 */
PF_MUST_USE enum pf_status pf_bank_load(struct pf_bank **out, const struct pf_paths *paths,
					struct pf_yaml_errors *errors);
void pf_bank_free(struct pf_bank *bank); /* NULL is allowed */

/* Prompts sorted by id. Borrowed from the bank. */
size_t pf_bank_count(const struct pf_bank *bank);
const struct pf_prompt *pf_bank_get(const struct pf_bank *bank, size_t index);
const char *pf_bank_path(const struct pf_bank *bank, size_t index); /* its file */
bool pf_bank_is_user(const struct pf_bank *bank, size_t index);     /* from the user's folder */

/* NULL, with PF_ERR_NOT_FOUND and the nearest id in *err (may be NULL), when there is none. */
const struct pf_prompt *pf_bank_find(const struct pf_bank *bank, const char *id,
				     struct pf_error *err);
/* The prompt to offer: the first by (difficulty, id) of those with the level and role wanted
 * (0 and -1: any) that is not among `done` ids; the least recently done when all are, `done` being
 * in the order of time. NULL only for an empty bank. */
const struct pf_prompt *pf_bank_next(const struct pf_bank *bank, int level, int role,
				     const char *const *done, size_t n_done);

/*
 * Loads plan `name` from <config>/plans or <shipped>/templates/plans. For a
 * drill the names are the sections: "metrics". PF_ERR_NOT_FOUND says the
 * nearest name. The caller owns *out.
 */
PF_MUST_USE enum pf_status pf_bank_plan(struct pf_plan **out, const struct pf_paths *paths,
					const char *name, struct pf_yaml_errors *errors);
/* Names of all plans, sorted, each once. */
PF_MUST_USE enum pf_status pf_bank_plan_names(const struct pf_paths *paths, struct pf_names *out,
					      struct pf_error *err);

#endif
