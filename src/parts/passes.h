/*
 * passes.h - the passes that give each unit its part, in the order of parts.c.
 */
#ifndef PF_PARTS_PASSES_H
#define PF_PARTS_PASSES_H

#include "units/find.h"

/* sections.c: by headings and labels. */
void pf_sections_by_label(struct pf_find *f);
/* content.c: by what the prose says, where no label does. */
void pf_sections_by_content(struct pf_find *f);
/* signs.c: sets `said` of each unit, once questions are known. */
void pf_guidance_find(struct pf_find *f);
/* fill.c: parts that stand nowhere else are taken from the FAQ's answers or from the offer. */
void pf_sections_fill(struct pf_find *f);
/* shape.c: what kind of text it is, and what says so. */
void pf_shape_decide(struct pf_find *f);

#endif
