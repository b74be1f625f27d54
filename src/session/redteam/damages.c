/* Damages: one good thing taken out of a good page. */

#include "breed.h"

/* The draft with the range replaced. */
static void replace(struct pf_breeding *b, struct pf_range r, const char *with)
{
	struct pf_slice text = b->draft.text;

	pf_buf_slice(b->out, pf_slice_cut(text, 0, r.begin));
	pf_buf_adds(b->out, with);
	pf_buf_slice(b->out, pf_slice_cut(text, r.end, text.len));
}

/* The draft with every number of the range replaced; false when there is none. */
static bool no_numbers(struct pf_breeding *b, struct pf_range r, const char *with)
{
	const struct pf_quants *quants = &b->read->quants;
	uint32_t at = 0;
	bool any = false;

	for (size_t i = pf_quants_at(quants, r.begin); i < quants->n; i++) {
		const struct pf_quant *q = &quants->v[i];

		if (q->begin >= r.end)
			break;
		if (q->begin < at)
			continue;
		pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, q->begin));
		pf_buf_adds(b->out, with);
		at = q->end;
		any = true;
	}
	pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, b->draft.text.len));
	return any;
}

static bool part_without_numbers(struct pf_breeding *b, enum pf_part_id id)
{
	const struct pf_part *part = pf_parts_get(&b->read->parts, id);

	b->damaged = pf_part_name(id);
	return part && no_numbers(b, part->body, "some");
}

static bool problem_without_numbers(struct pf_breeding *b)
{
	return part_without_numbers(b, PF_PART_PROBLEM);
}

static bool benefits_without_numbers(struct pf_breeding *b)
{
	return part_without_numbers(b, PF_PART_BENEFITS);
}

static bool metrics_without_numbers(struct pf_breeding *b)
{
	return part_without_numbers(b, PF_PART_METRICS);
}

/* One of the three tiers, by chance; NULL when the draft has none. */
static const struct pf_metric *some_tier(struct pf_breeding *b)
{
	const struct pf_parts *parts = &b->read->parts;
	size_t n = parts->metrics.n, from = n ? pf_breed_below(b, n) : 0;

	b->damaged = pf_part_name(PF_PART_METRICS);
	for (size_t i = 0; i < n; i++) {
		const struct pf_metric *m = &parts->metrics.v[(from + i) % n];

		if (m->tier <= PF_TIER_LEADING)
			return m;
	}
	return NULL;
}

static bool tier_dropped(struct pf_breeding *b)
{
	const struct pf_metric *m = some_tier(b);
	struct pf_range lines;

	if (!m)
		return false;
	lines = (struct pf_range){
		pf_doc_line(b->read->doc, pf_doc_place(b->read->doc, m->whole.begin).line).begin,
		pf_doc_line(b->read->doc, pf_doc_place(b->read->doc, m->whole.end - 1).line).end};
	if (lines.end < b->draft.text.len)
		lines.end++;
	replace(b, lines, "");
	return true;
}

static bool number_of_tier(struct pf_breeding *b, const struct pf_metric *m, uint32_t quant,
			   const char *with)
{
	if (!m || quant >= b->read->quants.n)
		return false;
	replace(b, pf_quant_span(&b->read->quants.v[quant]), with);
	return true;
}

static bool date_dropped(struct pf_breeding *b)
{
	const struct pf_metric *m = some_tier(b);

	return number_of_tier(b, m, m ? m->deadline : PF_QUANT_NONE, "after launch");
}

static bool baseline_dropped(struct pf_breeding *b)
{
	const struct pf_metric *m = some_tier(b);

	return number_of_tier(b, m, m ? m->baseline : PF_QUANT_NONE, "today's level");
}

static bool target_vague(struct pf_breeding *b)
{
	const struct pf_metric *m = some_tier(b);

	return number_of_tier(b, m, m ? m->target : PF_QUANT_NONE, "a much better level");
}

/* What comes first is what is built, not whom it is for. */
static bool features_first(struct pf_breeding *b)
{
	const struct pf_part *problem = pf_parts_get(&b->read->parts, PF_PART_PROBLEM);
	const struct pf_part *solution = pf_parts_get(&b->read->parts, PF_PART_SOLUTION);
	struct pf_slice text = b->draft.text;
	uint32_t from, mid, end;

	b->damaged = "solution";
	if (!problem || !solution || problem->heading.begin >= problem->heading.end ||
	    solution->heading.begin < problem->body.begin)
		return false;
	from = pf_doc_line(b->read->doc, pf_doc_place(b->read->doc, problem->heading.begin).line)
		       .begin;
	mid = pf_doc_line(b->read->doc, pf_doc_place(b->read->doc, solution->heading.begin).line)
		      .begin;
	end = solution->body.end;
	pf_buf_slice(b->out, pf_slice_cut(text, 0, from));
	pf_buf_slice(b->out, pf_slice_cut(text, mid, end));
	pf_buf_adds(b->out, "\n\n");
	pf_buf_slice(b->out, pf_slice_cut(text, from, mid));
	pf_buf_slice(b->out, pf_slice_cut(text, end, text.len));
	return mid > from;
}

/* "At launch in week 28 it covers": the week is taken out. */
static bool launch_undated(struct pf_breeding *b)
{
	const struct pf_part *solution = pf_parts_get(&b->read->parts, PF_PART_SOLUTION);
	struct pf_slice text = b->draft.text, body, week = PF_SLICE(" in week ");
	uint32_t begin, end;

	b->damaged = pf_part_name(PF_PART_SOLUTION);
	if (!solution)
		return false;
	body = pf_slice_cut(text, solution->body.begin, solution->body.end);
	begin = solution->body.begin + (uint32_t)pf_slice_find(body, week);
	if (begin >= solution->body.end)
		return false;
	for (end = begin + (uint32_t)week.len; end < solution->body.end; end++)
		if (text.ptr[end] < '0' || text.ptr[end] > '9')
			break;
	replace(b, (struct pf_range){begin, end}, "");
	return true;
}

static bool rollout_dropped(struct pf_breeding *b)
{
	const struct pf_part *rollout = pf_parts_get(&b->read->parts, PF_PART_ROLLOUT);
	struct pf_range lines;

	b->damaged = pf_part_name(PF_PART_ROLLOUT);
	if (!rollout || rollout->heading.begin >= rollout->heading.end)
		return false;
	lines = (struct pf_range){
		pf_doc_line(b->read->doc, pf_doc_place(b->read->doc, rollout->heading.begin).line)
			.begin,
		rollout->body.end};
	replace(b, lines, "");
	return true;
}

static const struct pf_pair *some_answer(struct pf_breeding *b)
{
	const struct pf_parts *parts = &b->read->parts;
	size_t n = parts->pairs.n, from = n ? pf_breed_below(b, n) : 0;

	b->damaged = pf_part_name(PF_PART_FAQ);
	for (size_t i = 0; i < n; i++) {
		const struct pf_pair *p = &parts->pairs.v[(from + i) % n];

		if (p->answer.begin < p->answer.end)
			return p;
	}
	return NULL;
}

static bool answer_emptied(struct pf_breeding *b)
{
	const struct pf_pair *p = some_answer(b);

	if (p)
		replace(b, p->answer, "");
	return p != NULL;
}

static bool answer_assuring(struct pf_breeding *b)
{
	const struct pf_pair *p = some_answer(b);

	if (p)
		replace(b, p->answer,
			"We take this very seriously and will do our best for all of them.");
	return p != NULL;
}

static bool number_vague(struct pf_breeding *b, enum pf_part_id id)
{
	const struct pf_part *part = pf_parts_get(&b->read->parts, id);
	size_t first, n = 0;

	b->damaged = pf_part_name(id);
	if (!part)
		return false;
	first = pf_quants_at(&b->read->quants, part->body.begin);
	while (first + n < b->read->quants.n && b->read->quants.v[first + n].begin < part->body.end)
		n++;
	if (!n)
		return false;
	replace(b, pf_quant_span(&b->read->quants.v[first + pf_breed_below(b, n)]), "many");
	return true;
}

static bool problem_number_vague(struct pf_breeding *b)
{
	return number_vague(b, PF_PART_PROBLEM);
}

static bool benefit_number_vague(struct pf_breeding *b)
{
	return number_vague(b, PF_PART_BENEFITS);
}

const struct pf_breed pf_damages[] = {
	{"problem without numbers", PF_BREED_DAMAGE, problem_without_numbers},
	{"benefits without numbers", PF_BREED_DAMAGE, benefits_without_numbers},
	{"metrics without numbers", PF_BREED_DAMAGE, metrics_without_numbers},
	{"a tier dropped", PF_BREED_DAMAGE, tier_dropped},
	{"a date dropped", PF_BREED_DAMAGE, date_dropped},
	{"a baseline dropped", PF_BREED_DAMAGE, baseline_dropped},
	{"a target made vague", PF_BREED_DAMAGE, target_vague},
	{"features first", PF_BREED_DAMAGE, features_first},
	{"a launch without its date", PF_BREED_DAMAGE, launch_undated},
	{"the rollout dropped", PF_BREED_DAMAGE, rollout_dropped},
	{"an answer emptied", PF_BREED_DAMAGE, answer_emptied},
	{"an answer that assures", PF_BREED_DAMAGE, answer_assuring},
	{"a problem's number vague", PF_BREED_DAMAGE, problem_number_vague},
	{"a benefit's number vague", PF_BREED_DAMAGE, benefit_number_vague},
};
const size_t pf_n_damages = sizeof(pf_damages) / sizeof(*pf_damages);
