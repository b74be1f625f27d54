/*
 * Third pass: a part that has no place of its own may still be said, in an
 * answer ("How will we know that it worked?") or inside the offer (a gain with
 * a number). It is looked for there only when it stands nowhere else.
 */
#include "find.h"

bool pf_units_have(const struct pf_find *f, enum pf_part_id part)
{
	for (size_t i = 0; i < f->units.n; i++)
		if (f->units.v[i].part == part && f->units.v[i].kind != PF_UNIT_HEADING)
			return true;
	return false;
}

static bool asks_about(const struct pf_find *f, const struct pf_unit *u, enum pf_cue cue)
{
	uint32_t first = (uint32_t)pf_tokens_at(f->tokens, u->ask ? u->ask_begin : u->begin);
	uint32_t last = (uint32_t)pf_tokens_at(f->tokens, u->ask ? u->ask_end : u->end), stop;

	for (uint32_t i = first; i < last; i++)
		if (pf_cue_here(f, i, last, cue, &stop))
			return true;
	return false;
}

/* Gives the answers of questions with that cue to the part. The question stays FAQ unless it
 * shares its unit with the answer. */
static void take_answers(struct pf_find *f, enum pf_cue cue, enum pf_part_id part)
{
	bool taking = false;

	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->part != PF_PART_FAQ || (u->kind == PF_UNIT_HEADING && !u->asked)) {
			taking = false;
			continue;
		}
		if (u->asked)
			taking = asks_about(f, u, cue);
		if (taking && (!u->asked || u->answer_at < u->end))
			u->part = (uint8_t)part;
	}
}

static bool has_quant(const struct pf_find *f, const struct pf_unit *u)
{
	size_t i = pf_quants_at(f->quants, u->begin);

	return i < f->quants->n && f->quants->v[i].begin < u->end;
}

/* The paragraph of the offer that says most of what the customer gains. */
static void take_gain(struct pf_find *f)
{
	size_t best = SIZE_MAX, offers = 0;
	int most = 2;

	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];
		int gain = u->cues[PF_CUE_GAIN] * 2 + (u->cues[PF_CUE_GAIN] && has_quant(f, u));

		if (u->part != PF_PART_SOLUTION || u->kind != PF_UNIT_TEXT)
			continue;
		/* The first one says what the product is. */
		if (offers++ && gain > most) {
			most = gain;
			best = i;
		}
	}
	if (best != SIZE_MAX)
		f->units.v[best].part = PF_PART_BENEFITS;
}

void pf_sections_fill(struct pf_find *f)
{
	if (!pf_units_have(f, PF_PART_METRICS))
		take_answers(f, PF_CUE_MEASURE, PF_PART_METRICS);
	if (!pf_units_have(f, PF_PART_PROBLEM))
		take_answers(f, PF_CUE_ASKS_PROBLEM, PF_PART_PROBLEM);
	if (!pf_units_have(f, PF_PART_SOLUTION))
		take_answers(f, PF_CUE_ASKS_SOLUTION, PF_PART_SOLUTION);
	if (!pf_units_have(f, PF_PART_BENEFITS))
		take_answers(f, PF_CUE_ASKS_BENEFIT, PF_PART_BENEFITS);
	if (!pf_units_have(f, PF_PART_BENEFITS))
		take_gain(f);
	if (!pf_units_have(f, PF_PART_ROLLOUT))
		take_answers(f, PF_CUE_ROLLOUT, PF_PART_ROLLOUT);
}
