/*
 * text.h - pieces of the text report that stand in more than one of them.
 */
#ifndef PRFAQ_SRC_REPORT_TEXT_H
#define PRFAQ_SRC_REPORT_TEXT_H

#include "prfaq/report/check_report.h"

#include "page.h"

/* "path:line:column: severity: message [RULE]", the words with a caret, what to do. */
void text_finding(const struct page *page, const struct pf_checked *file,
		  const struct pf_finding *finding);
/* The proof behind each point, or of the rule `why` alone, with what the rule is for. */
void text_proofs(const struct page *page, const struct pf_checked *file, const char *why);

/* A rule's words without a draft: a slot such as {value}, filled only in a finding, is a blank. */
void text_template(struct pf_buf *out, const char *template);

#endif
