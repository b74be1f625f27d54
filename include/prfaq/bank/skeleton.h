/*
 * skeleton.h - the headings and guidance an attempt's draft begins with.
 *
 * templates/article.md and templates/canonical.md. Guidance stands in square
 * brackets, "[Who hurts, how much, how often?]", on lines of its own or in table
 * cells, so that the checker can tell what was never filled in.
 */
#ifndef PRFAQ_BANK_SKELETON_H
#define PRFAQ_BANK_SKELETON_H

#include "prfaq/bank/plan.h"
#include "prfaq/base/buf.h"
#include "prfaq/base/path.h"

/*
 * Appends the skeleton `name` ("article", "canonical"; "none" adds nothing).
 * PF_ERR_NOT_FOUND with the nearest name; *out is as before on failure.
 */
PF_MUST_USE enum pf_status pf_skeleton_load(const struct pf_paths *paths, const char *name,
					    struct pf_buf *out, struct pf_error *err);
/* Only the headed sections asked for, in the skeleton's order, each once; n == 0 gives all of it.
 * Title, quotes and other headings that no plan names stay when more than one section is asked
 * for, since that is a page; a drill of one section gets that section and nothing else. */
void pf_skeleton_cut(struct pf_slice skeleton, const int *sections, size_t n, struct pf_buf *out);

#endif
