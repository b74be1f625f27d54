/*
 * origins.h - which numbers must come from somewhere, and which of them the page shows.
 */
#ifndef PF_CHECK_ORIGINS_H
#define PF_CHECK_ORIGINS_H

#include "draft/judge.h"

/* The number claims how things are: it is neither wanted nor chosen, no kind, no age, no example.
 */
bool pf_origin_claims(const struct pf_view *view, size_t quant);
/* Its source, or the sum it comes from, stands on the page, though not beside it. */
bool pf_origin_shown(const struct pf_view *view, size_t quant);
/* A bare one that somebody should be asked about. */
bool pf_origin_asked(const struct pf_view *view, size_t quant);

#endif
