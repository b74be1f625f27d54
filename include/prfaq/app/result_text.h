/*
 * result_text.h - the result of an attempt as a text with simple marks, one a
 * line (src/app/paint.h): for the result screen, review and plain mode.
 */
#ifndef PRFAQ_APP_RESULT_TEXT_H
#define PRFAQ_APP_RESULT_TEXT_H

#include "prfaq/base/buf.h"
#include "prfaq/session/interview.h"

/* Appends the result; nothing before there is one. What to do comes first: what the panel says,
 * three fixes; then own marks beside the panel's, the lenses, what the answers held, sections,
 * pillars, pitfalls, what sets it apart, the trap, and the one number last. `rewrite` is what one
 * types to write the costliest passage again, for the offer to do so; NULL: none is made. */
void pf_result_text(struct pf_interview *iv, const char *rewrite, struct pf_buf *out);
/* Its first lines alone: the panel, what decided, what to keep, what to fix, the widest gap. */
void pf_result_head(struct pf_interview *iv, struct pf_buf *out);
/* "Three things to do", or as many as there are. */
const char *pf_result_fixes_title(const struct pf_result *result);
/* The fixes, an item "- l.14 "words": what to write" a line. */
void pf_result_fixes(const struct pf_result *result, struct pf_buf *out);
/* Appends the proof of every rule of the final draft. */
void pf_result_proofs(struct pf_interview *iv, struct pf_buf *out);
/* Appends a text of any of these without its marks, for where lines are only printed. */
void pf_result_plain(struct pf_slice marked, struct pf_buf *out);

#endif
