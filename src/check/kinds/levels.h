/*
 * levels.h - a value told in words where a number belongs: "from its usual rate to 30%", "stays
 * where it is today". Told by how it is built, since no list holds all ways to say it.
 */
#ifndef PF_CHECK_LEVELS_H
#define PF_CHECK_LEVELS_H

#include "idioms.h"

/* The first such value of the sentence; false when it has none. */
bool pf_level_told(const struct pf_view *view, size_t sentence, struct pf_word_hit *out);

#endif
