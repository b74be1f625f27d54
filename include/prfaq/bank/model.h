/*
 * model.h - a prompt's model answer as a draft, in the skeleton's own shape.
 *
 * It is Markdown a candidate could have typed: headings, a metrics table,
 * questions and answers, a rollout table. Tests hold it against the rubric.
 */
#ifndef PRFAQ_BANK_MODEL_H
#define PRFAQ_BANK_MODEL_H

#include "prfaq/bank/plan.h"
#include "prfaq/bank/prompt.h"
#include "prfaq/base/buf.h"

/* Appends the whole draft. Always the same bytes for the same prompt. */
void pf_model_markdown(const struct pf_prompt *prompt, struct pf_buf *out);
/* Appends one section with its heading; PF_PLAN_CLARIFY gives the questions worth asking:
 * `model.questions`, else the first `try` of each fact that is no decoy. */
void pf_model_section(const struct pf_prompt *prompt, enum pf_plan_section section,
		      struct pf_buf *out);
/* Appends what `give` of a drill names, a paragraph each: the prompt, a data point's or a
 * constraint's text, a fact's words, a part of the model. False when the name means nothing. */
bool pf_model_give(const struct pf_prompt *prompt, const char *name, struct pf_buf *out);

#endif
