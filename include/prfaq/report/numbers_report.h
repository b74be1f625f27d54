/*
 * numbers_report.h - the numbers of a draft as a metric audit for people.
 */
#ifndef PRFAQ_REPORT_NUMBERS_REPORT_H
#define PRFAQ_REPORT_NUMBERS_REPORT_H

#include "prfaq/base/buf.h"
#include "prfaq/doc/doc.h"
#include "prfaq/quant/quant.h"

/*
 * Appends the audit: what is to change (from, to, by when, and what is missing), what is so, then
 * dates, small counts, placeholders and vague words. Lines of at most 80 columns, no colour.
 * `quants` must come from `doc`; `path` is the head line, NULL for none.
 */
void pf_report_numbers_text(struct pf_buf *out, const struct pf_doc *doc,
			    const struct pf_quants *quants, const char *path);

#endif
