/*
 * echo.h - whether an answer says anything its question does not.
 */
#ifndef PF_CHECK_ECHO_H
#define PF_CHECK_ECHO_H

#include "view.h"

/* Six words that are no echo of the question, or a number. */
bool pf_answer_speaks(const struct pf_view *view, const struct pf_pair *pair);
/* "What does it cost?" - "What it costs matters to us": the question's words and little else. */
bool pf_answer_echoes(const struct pf_view *view, const struct pf_pair *pair);

#endif
