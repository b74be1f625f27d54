/* Numbers and parts as the pitfalls see them. */
#include "pitfalls.h"

#include "draft/quants.h"

bool pf_is_release(enum pf_part_id part)
{
	return part < PF_PART_FAQ && part != PF_PART_START;
}

uint32_t pf_release_end(const struct pf_view *view)
{
	const struct pf_part *faq = pf_parts_get(view->parts, PF_PART_FAQ);

	return faq ? faq->body.begin : (uint32_t)view->text.len;
}

/* "It just tells you 'Mara pays Otto $30'": words in marks that nobody said. */
static bool is_example(const struct pf_view *view, const struct pf_quant *q)
{
	enum pf_part_id part = pf_quant_part(view, q);

	return view->tokens->v[q->first].flags & PF_TOKEN_QUOTED && part != PF_PART_QUOTE_COMPANY &&
	       part != PF_PART_QUOTE_CUSTOMER;
}

bool pf_is_outcome(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	if (!pf_quant_tells(view, quant) || is_example(view, q))
		return false;
	/* In the offer "6 GB" is a feature as well; from and to are not. */
	return pf_quant_part(view, q) != PF_PART_SOLUTION || q->role == PF_ROLE_BASELINE ||
	       q->role == PF_ROLE_TARGET || q->role == PF_ROLE_DELTA || q->dir != PF_DIR_NONE ||
	       pf_quant_is_speed(q);
}

bool pf_is_change(const struct pf_quant *q)
{
	return q->role == PF_ROLE_BASELINE || q->role == PF_ROLE_TARGET ||
	       q->role == PF_ROLE_DELTA || q->dir != PF_DIR_NONE;
}
