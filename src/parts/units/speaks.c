/* What a stretch of words speaks for: a pain, an offer, a gain. */
#include "find.h"

/* An amount or a large count; "two" and a date say nothing of a gain. */
static bool has_amount(const struct pf_find *f, uint32_t begin, uint32_t end)
{
	for (size_t i = pf_quants_at(f->quants, begin);
	     i < f->quants->n && f->quants->v[i].begin < end; i++) {
		const struct pf_quant *q = &f->quants->v[i];

		if (q->kind != PF_QUANT_DATE &&
		    (q->base != PF_QUANT_NUMBER || q->value >= 10 || q->role != PF_ROLE_NONE))
			return true;
	}
	return false;
}

int pf_cue_count(const struct pf_find *f, uint32_t first, uint32_t last, enum pf_cue cue)
{
	uint32_t stop;
	int n = 0;

	for (uint32_t i = first; i < last; i++)
		n += pf_cue_here(f, i, last, cue, &stop) &&
		     (cue != PF_CUE_PROBLEM || !pf_is_denied(f, i, first));
	return n;
}

int pf_speaks(const struct pf_find *f, uint32_t first, uint32_t last, enum pf_part_id part)
{
	const struct pf_token *v = f->tokens->v;
	int pain = pf_pain(pf_cue_count(f, first, last, PF_CUE_PROBLEM),
			   pf_cue_count(f, first, last, PF_CUE_NOW));
	int offer = pf_cue_count(f, first, last, PF_CUE_SOLUTION);
	int gain = pf_cue_count(f, first, last, PF_CUE_GAIN);

	if (part == PF_PART_PROBLEM)
		return pain > offer ? pain + PF_CLEARLY : pain == offer && pain ? 1 : 0;
	if (part == PF_PART_SOLUTION)
		return offer >= pain ? offer : 0;
	gain = gain * 2 + pf_cue_count(f, first, last, PF_CUE_HELP);
	/* "From 12 hours to 3" outweighs any number of adjectives. */
	return gain && has_amount(f, v[first].begin, v[last - 1].end) ? gain + 4 : gain;
}
