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

static bool has_quant(const struct pf_find *f, uint32_t begin, uint32_t end)
{
	size_t i = pf_quants_at(f->quants, begin);

	return i < f->quants->n && f->quants->v[i].begin < end;
}

static int count_cue(const struct pf_find *f, uint32_t first, uint32_t last, enum pf_cue cue)
{
	uint32_t stop;
	int n = 0;

	for (uint32_t i = first; i < last; i++)
		n += pf_cue_here(f, i, last, cue, &stop);
	return n;
}

/* How much a sentence speaks for the part; 0 for not at all. */
static int speaks(const struct pf_find *f, uint32_t first, uint32_t last, enum pf_part_id part)
{
	const struct pf_token *v = f->tokens->v;
	int pain = count_cue(f, first, last, PF_CUE_PROBLEM);
	int offer = count_cue(f, first, last, PF_CUE_SOLUTION);
	int gain = count_cue(f, first, last, PF_CUE_GAIN);

	if (part == PF_PART_PROBLEM)
		return pain > offer ? pain : 0;
	if (part == PF_PART_SOLUTION)
		return offer >= pain ? offer : 0;
	return gain ? gain * 2 + has_quant(f, v[first].begin, v[last - 1].end) : 0;
}

static uint32_t sentence_stop(const struct pf_find *f, uint32_t i, uint32_t last)
{
	for (i++; i < last && !(f->tokens->v[i].flags & PF_TOKEN_SENTENCE);)
		i++;
	return i;
}

struct place {
	size_t unit;
	uint32_t first, last; /* tokens */
	int most;
};

/* The sentence that speaks most for the part, among units of `from`. */
static struct place best_sentence(const struct pf_find *f, enum pf_part_id from,
				  enum pf_part_id part)
{
	struct place best = {0};

	for (size_t k = 0; k < f->units.n; k++) {
		const struct pf_unit *u = &f->units.v[k];
		uint32_t stop;

		if (u->part != from || u->kind != PF_UNIT_TEXT)
			continue;
		for (uint32_t i = u->first; i < u->last; i = stop) {
			int score;

			stop = sentence_stop(f, i, u->last);
			/* The first sentence of an announcement says what is announced. */
			if (from == PF_PART_SUMMARY && i == u->first)
				continue;
			score = speaks(f, i, stop, part);
			if (score > best.most)
				best = (struct place){k, i, stop, score};
		}
	}
	return best;
}

static bool take_sentence(struct pf_find *f, enum pf_part_id from, enum pf_part_id part)
{
	struct place p = best_sentence(f, from, part);

	if (!p.most)
		return false;
	if (p.last < f->units.v[p.unit].last)
		pf_unit_split(f, p.unit, p.last);
	if (p.first > f->units.v[p.unit].first)
		pf_unit_split(f, p.unit++, p.first);
	f->units.v[p.unit].part = (uint8_t)part;
	f->units.v[p.unit].by_label = false;
	return true;
}

void pf_sections_fill(struct pf_find *f)
{
	if (!pf_units_have(f, PF_PART_METRICS))
		take_answers(f, PF_CUE_MEASURE, PF_PART_METRICS);
	if (!pf_units_have(f, PF_PART_PROBLEM) &&
	    !take_sentence(f, PF_PART_SUMMARY, PF_PART_PROBLEM))
		take_answers(f, PF_CUE_ASKS_PROBLEM, PF_PART_PROBLEM);
	if (!pf_units_have(f, PF_PART_SOLUTION) &&
	    !take_sentence(f, PF_PART_SUMMARY, PF_PART_SOLUTION))
		take_answers(f, PF_CUE_ASKS_SOLUTION, PF_PART_SOLUTION);
	if (!pf_units_have(f, PF_PART_BENEFITS))
		take_answers(f, PF_CUE_ASKS_BENEFIT, PF_PART_BENEFITS);
	if (!pf_units_have(f, PF_PART_BENEFITS) && !f->labelled &&
	    !take_sentence(f, PF_PART_SOLUTION, PF_PART_BENEFITS))
		take_sentence(f, PF_PART_SUMMARY, PF_PART_BENEFITS);
	if (!pf_units_have(f, PF_PART_ROLLOUT))
		take_answers(f, PF_CUE_ROLLOUT, PF_PART_ROLLOUT);
}
