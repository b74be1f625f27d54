/* Damages: one good thing taken out of a good page. */

#include <string.h>

#include "breed.h"
#include "prfaq/doc/doc.h"

/* The draft with the range replaced. */
static void replace(struct pf_breeding *b, struct pf_range r, const char *with)
{
	struct pf_slice text = b->draft.text;

	pf_buf_slice(b->out, pf_slice_cut(text, 0, r.begin));
	pf_buf_adds(b->out, with);
	pf_buf_slice(b->out, pf_slice_cut(text, r.end, text.len));
}

static bool is_day(const struct pf_quant *q)
{
	return q->kind == PF_QUANT_DATE || q->role == PF_ROLE_DEADLINE;
}

static bool is_among(const struct pf_breeding *b, uint32_t token, const char *const *words)
{
	const struct pf_tokens *tokens = pf_doc_tokens(b->read->doc);

	for (; token < tokens->n && *words; words++)
		if (pf_token_is(b->draft.text, &tokens->v[token], *words))
			return true;
	return false;
}

/* "Almost half (48 %)", "19 of 88, so 22 %": who loses the one still reads the other. */
static bool is_said_again(const struct pf_breeding *b, size_t i)
{
	static const char *const so[] = {"so", NULL};
	enum { NEAR = 9 }; /* tokens */
	const struct pf_quant *q = &b->read->quants.v[i], *next = q + 1;
	const struct pf_token *v = pf_doc_tokens(b->read->doc)->v;

	return i + 1 < b->read->quants.n && next->base == PF_QUANT_PERCENT &&
	       next->first > q->last && next->first - q->last < NEAR &&
	       (is_among(b, next->first - 1, so) ||
		strchr("(,:", v[next->first - 1].sign ? v[next->first - 1].sign : ' '));
}

/* "A two-year college", "customers over 70", "the next twelve": which one it is, and not how much.
 */
static bool is_name(const struct pf_breeding *b, const struct pf_quant *q)
{
	static const char *const over[] = {"over", "under", "aged", "next", "last", NULL};
	const struct pf_token *v = pf_doc_tokens(b->read->doc)->v;

	if (q->kind == PF_QUANT_NUMBER)
		return q->first && is_among(b, q->first - 1, over);
	return q->last - q->first == 3 && pf_token_is_sign(&v[q->first + 1], '-') &&
	       v[q->first + 2].kind == PF_TOKEN_WORD;
}

/* A number that says how much, and is said once. */
static bool matters(const struct pf_breeding *b, size_t i)
{
	const struct pf_quant *q = &b->read->quants.v[i];

	return b->read->bound[i] && !is_day(q) && !is_name(b, q) && !is_said_again(b, i);
}

/* The draft with every number of the range replaced; false when none of them matters. */
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
		any = any || matters(b, i);
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

/* The lines the metric stands on, their end of line with them. */
static struct pf_range lines_of(const struct pf_breeding *b, const struct pf_metric *m)
{
	const struct pf_doc *doc = b->read->doc;
	struct pf_range lines = {
		pf_doc_line(doc, pf_doc_place(doc, m->whole.begin).line).begin,
		pf_doc_line(doc, pf_doc_place(doc, m->whole.end - 1).line).end,
	};

	lines.end += lines.end < b->draft.text.len;
	return lines;
}

/* All that is said of the tier: with one of two left it would not be gone. */
static bool tier_dropped(struct pf_breeding *b)
{
	const struct pf_parts *parts = &b->read->parts;
	const struct pf_metric *some = some_tier(b);
	uint32_t at = 0;

	for (size_t i = 0; some && i < parts->metrics.n; i++) {
		const struct pf_metric *m = &parts->metrics.v[i];
		struct pf_range lines = lines_of(b, m);

		if (m->tier != some->tier || lines.begin < at)
			continue;
		pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, lines.begin));
		at = lines.end;
	}
	pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, b->draft.text.len));
	return some != NULL;
}

/* "By the end of May", "in the first 9 months after launch": with the words that lead to it. */
static struct pf_range whole_day(const struct pf_breeding *b, const struct pf_quant *q)
{
	static const char *const leads[] = {"by",    "in",     "within", "until", "after",
					    "from",  "before", "the",    "of",    "end",
					    "first", "at",     NULL};
	static const char *const after[] = {"after", "of", "from", NULL};
	static const char *const launch[] = {"launch", NULL};
	const struct pf_token *v = pf_doc_tokens(b->read->doc)->v;
	uint32_t first = q->first, last = q->last;

	while (first && is_among(b, first - 1, leads))
		first--;
	if (is_among(b, last, after) && is_among(b, last + 1, launch))
		last += 2;
	return (struct pf_range){v[first].begin < q->begin ? v[first].begin : q->begin,
				 last > q->last ? v[last - 1].end : q->end};
}

static bool in_quant(const struct pf_breeding *b, uint32_t off)
{
	size_t i = pf_quants_at(&b->read->quants, off + 1);

	return i && b->read->quants.v[i - 1].end > off;
}

/* "Month 9", "by Christmas", "mid-September", "2028" */
static bool tells_when(const struct pf_breeding *b, uint32_t i)
{
	static const char *const periods[] = {"week", "month", "quarter", "year", NULL};
	static const char *const seasons[] = {"spring", "summer",    "autumn", "winter", "mid",
					      "easter", "christmas", "season", "then",   NULL};
	const struct pf_tokens *tokens = pf_doc_tokens(b->read->doc);

	const struct pf_token *t = &tokens->v[i];

	return is_among(b, i, seasons) ||
	       (t->kind == PF_TOKEN_NUMBER && t->end - t->begin == 4 && !in_quant(b, t->begin)) ||
	       (is_among(b, i, periods) && i + 1 < tokens->n &&
		tokens->v[i + 1].kind == PF_TOKEN_NUMBER && !in_quant(b, tokens->v[i].begin));
}

/* The day is told by words as well, or in the heading of all. */
static bool told_otherwise(const struct pf_breeding *b, const struct pf_metric *m)
{
	const struct pf_tokens *tokens = pf_doc_tokens(b->read->doc);
	const struct pf_quants *quants = &b->read->quants;
	size_t first = pf_quants_at(quants, m->when.begin);

	for (size_t i = pf_tokens_at(tokens, m->whole.begin);
	     i < tokens->n && tokens->v[i].begin < m->whole.end; i++)
		if (tells_when(b, (uint32_t)i))
			return true;
	return m->when.begin < m->when.end &&
	       (m->when.end <= m->whole.begin || m->when.begin >= m->whole.end ||
		first >= quants->n || quants->v[first].begin >= m->when.end);
}

/* "We would not claim it before 12 months": weeks and more that are no value of the metric. */
static bool may_be_day(const struct pf_breeding *b, const struct pf_metric *m, size_t i)
{
	const struct pf_quant *q = &b->read->quants.v[i];

	return is_day(q) || (q->base == PF_QUANT_DURATION && i != m->baseline && i != m->target &&
			     pf_quant_unit_days(q->unit) >= 7);
}

/* Every day by which the metric is read: beside "known in month 9" a second one is no loss. */
static bool date_dropped(struct pf_breeding *b)
{
	const struct pf_metric *m = some_tier(b);
	const struct pf_quants *quants = &b->read->quants;
	const char *when = pf_breed_below(b, 2) ? "in time" : "in due course";
	uint32_t at = 0;

	if (!m || m->deadline == PF_QUANT_NONE || !is_day(&quants->v[m->deadline]) ||
	    told_otherwise(b, m))
		return false;
	for (size_t i = pf_quants_at(quants, m->whole.begin);
	     i < quants->n && quants->v[i].begin < m->whole.end; i++) {
		struct pf_range day = whole_day(b, &quants->v[i]);

		if ((i != m->deadline && !may_be_day(b, m, i)) || day.begin < at ||
		    quants->v[i].begin < m->name.end)
			continue;
		pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, day.begin));
		pf_buf_adds(b->out, when);
		at = day.end;
	}
	pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, b->draft.text.len));
	return at > 0;
}

/* "14 of 90" is one value: "its usual value of 90" would be no loss and no English. */
static uint32_t end_of_share(const struct pf_breeding *b, size_t i)
{
	static const char *const of[] = {"of", NULL};
	const struct pf_quants *quants = &b->read->quants;
	const struct pf_quant *q = &quants->v[i];

	return is_among(b, q->last, of) && i + 1 < quants->n && q[1].first == q->last + 1 ? q[1].end
											  : q->end;
}

/* The number that the tier holds, and every other of its kind that plays the same part, replaced by
 * one of the phrases, which no list of the rules need know: beside "75% by June" the "60% by April"
 * is not missed. */
static bool tier_vague(struct pf_breeding *b, const struct pf_metric *m, uint32_t held,
		       const char *const phrases[3])
{
	const struct pf_quants *quants = &b->read->quants;
	const char *with = phrases[pf_breed_below(b, 3)];
	uint32_t at = 0;

	if (held >= quants->n || quants->v[held].role == PF_ROLE_NONE || is_said_again(b, held))
		return false;
	for (size_t i = pf_quants_at(quants, m->whole.begin);
	     i < quants->n && quants->v[i].begin < m->whole.end; i++) {
		const struct pf_quant *q = &quants->v[i];

		if (q->role != quants->v[held].role || q->base != quants->v[held].base ||
		    is_day(q) || q->begin < at)
			continue;
		pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, q->begin));
		pf_buf_adds(b->out, with);
		at = end_of_share(b, i);
	}
	pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, b->draft.text.len));
	return at > 0;
}

/* Who measures what hurts has told the gain, and loses it with the value. */
static bool is_benefit(const struct pf_breeding *b, const struct pf_metric *m)
{
	const struct pf_parts *parts = &b->read->parts;

	for (size_t i = 0; i < parts->benefits.n; i++)
		if (parts->benefits.v[i].whole.begin == m->whole.begin)
			return true;
	return false;
}

static bool baseline_dropped(struct pf_breeding *b)
{
	static const char *const phrases[3] = {"today's level", "where it stands now",
					       "its usual value"};
	const struct pf_metric *m = some_tier(b);

	if (m && is_benefit(b, m))
		b->or_else = pf_part_name(PF_PART_BENEFITS);
	return m && tier_vague(b, m, m->baseline, phrases);
}

static bool target_vague(struct pf_breeding *b)
{
	static const char *const phrases[3] = {"a much better level", "a significant improvement",
					       "a level to be proud of"};
	const struct pf_metric *m = some_tier(b);

	return m && tier_vague(b, m, m->target, phrases);
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

static bool launch_undated(struct pf_breeding *b)
{
	const struct pf_parts *parts = &b->read->parts;
	const struct pf_part *solution = pf_parts_get(parts, PF_PART_SOLUTION);
	const struct pf_quant *day;

	/* An article has a rule of its own for the day, other pages that of the limits. */
	b->damaged = pf_part_name(PF_PART_SOLUTION);
	b->or_else = "constraints";
	if (!solution || parts->launch_quant == PF_QUANT_NONE)
		return false;
	day = &b->read->quants.v[parts->launch_quant];
	if (day->begin < solution->body.begin || day->begin >= solution->body.end)
		return false;
	replace(b, whole_day(b, day), "");
	return true;
}

/* "How do we roll out?" is a question like the others, and one fewer is missed among them. */
static bool rollout_dropped(struct pf_breeding *b)
{
	const struct pf_part *rollout = pf_parts_get(&b->read->parts, PF_PART_ROLLOUT);
	struct pf_range lines;

	b->or_else = pf_part_name(PF_PART_FAQ);
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
	static const char *const vague[] = {"many", "some", "several", "quite a few", "a lot"};
	const struct pf_part *part = pf_parts_get(&b->read->parts, id);
	size_t first, end, from;

	b->damaged = pf_part_name(id);
	if (!part)
		return false;
	first = pf_quants_at(&b->read->quants, part->body.begin);
	end = pf_quants_at(&b->read->quants, part->body.end);
	from = end > first ? pf_breed_below(b, end - first) : 0;
	for (size_t k = first; k < end; k++) {
		size_t i = first + (from + k - first) % (end - first);

		if (!matters(b, i))
			continue;
		replace(b, pf_quant_span(&b->read->quants.v[i]),
			vague[pf_breed_below(b, sizeof(vague) / sizeof(*vague))]);
		return true;
	}
	return false;
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
