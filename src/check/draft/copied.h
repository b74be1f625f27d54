/*
 * copied.h - what stands on a page and was written by others: the brief and what an interviewer
 * told, or the model answer of another prompt, word for word.
 */
#ifndef PF_CHECK_COPIED_H
#define PF_CHECK_COPIED_H

#include "padding.h"

/* Marks the sentences of such stretches; `why` by sentence, enum pf_padding_why. Nothing without a
 * prompt: a page that was copied whole is a gate's affair. */
void pf_copied_mark(const struct pf_view *view, uint8_t *why);

#endif
