/*
 * metrics.h - which metrics of a draft are stated again.
 */
#ifndef PF_CHECK_METRICS_H
#define PF_CHECK_METRICS_H

#include "view.h"

/* By metric, how often its name was stated before it. The caller frees it. */
uint8_t *pf_metrics_copies(const struct pf_view *view);

#endif
