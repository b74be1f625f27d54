/*
 * gap.h - bytes with a gap where the writing happens.
 *
 * Text is ptr[0, begin) followed by ptr[end, cap). An edit moves the gap to its
 * place, so edits near each other cost nothing however long the text is. A
 * slice that would cross the gap moves it to the nearer end of that slice:
 * short slices stay cheap, and readers never see the gap.
 */
#ifndef PRFAQ_EDIT_GAP_H
#define PRFAQ_EDIT_GAP_H

#include "prfaq/base/slice.h"

struct pf_gap {
	char *ptr;
	uint32_t begin, end, cap;
};

void pf_gap_release(struct pf_gap *g);
uint32_t pf_gap_length(const struct pf_gap *g);
char pf_gap_byte(const struct pf_gap *g, uint32_t off); /* off < length */
/* Bytes [begin, end), to the next splice or slice. */
struct pf_slice pf_gap_slice(struct pf_gap *g, uint32_t begin, uint32_t end);
/* `with` must not point into the text. */
void pf_gap_splice(struct pf_gap *g, uint32_t off, uint32_t removed, struct pf_slice with);

#endif
