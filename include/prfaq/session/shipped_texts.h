/*
 * shipped_texts.h - the model answers and briefs in prompts/, and the skeletons, as runs of words.
 *
 * A draft may have been copied from any of them, and `prfaq check` without a prompt loads no bank:
 * that takes longer than the check. So the build writes them down once, by compile_texts.c. A
 * skeleton that was edited since is read as any other text is.
 */
#ifndef PRFAQ_SESSION_SHIPPED_TEXTS_H
#define PRFAQ_SESSION_SHIPPED_TEXTS_H

#include "prfaq/text/shingles.h"

extern const struct pf_known_runs pf_shipped_texts;

#endif
