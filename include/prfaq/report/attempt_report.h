/*
 * attempt_report.h - an attempt as a Markdown file, since the text belongs to
 * the person who wrote it, and as JSON.
 */
#ifndef PRFAQ_REPORT_ATTEMPT_REPORT_H
#define PRFAQ_REPORT_ATTEMPT_REPORT_H

#include "prfaq/base/buf.h"
#include "prfaq/session/fold.h"

/* Draft, notebook, questions, probes with replies, rollout, rewrite, result, next step: what the
 * fold holds, under headings; nothing is left out and nothing is judged anew. The draft's own
 * bytes are not changed. */
void pf_report_attempt_markdown(struct pf_buf *out, const struct pf_fold *fold);
/* The same without result, rewrite and next step, to stand below a result that has them. */
void pf_report_attempt_work(struct pf_buf *out, const struct pf_fold *fold);
/* One JSON object: summary fields, stages, asked, probes, marks, votes, result, texts. */
void pf_report_attempt_json(struct pf_buf *out, const struct pf_fold *fold);

#endif
