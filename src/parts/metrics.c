/* Where metrics stand: the rows of a table, bullets, labelled lines, prose. */
#include <string.h>

#include "find.h"
#include "prfaq/base/mem.h"

/* What the columns of a metrics table hold; UINT32_MAX for none. */
struct columns {
	uint32_t tier, name, baseline, target, deadline, method;
};

struct context {
	enum pf_tier tier; /* of the heading or item above */
	uint8_t level, depth;
	struct columns columns;
};

/* In an answer numbers are also told and reasoned with: "Pauses explain 27 of the 44 points." */
static bool aims(const struct pf_find *f, struct pf_range whole)
{
	for (size_t i = pf_quants_at(f->quants, whole.begin);
	     i < f->quants->n && f->quants->v[i].begin < whole.end; i++) {
		const struct pf_quant *q = &f->quants->v[i];

		if (q->role == PF_ROLE_BASELINE || q->role == PF_ROLE_TARGET ||
		    q->role == PF_ROLE_DELTA || q->role == PF_ROLE_DEADLINE ||
		    q->kind == PF_QUANT_DATE ||
		    (q->bound != PF_BOUND_NONE && q->bound != PF_BOUND_APPROX))
			return true;
	}
	return false;
}

/* One piece of prose: from a tier's name or a sentence's begin up to the next. */
static void add_piece(struct pf_find *f, uint32_t first, uint32_t last, enum pf_tier context,
		      bool sure)
{
	const struct pf_token *v = f->tokens->v;
	struct pf_metric m;
	uint32_t stop, name = first;

	if (first >= last)
		return;
	m = pf_metric_of((struct pf_range){v[first].begin, v[last - 1].end});
	for (uint32_t i = first; i < last && m.tier == PF_TIER_NONE; i++) {
		m.tier = pf_tier_at(f, i, last, &stop);
		if (m.tier != PF_TIER_NONE)
			name = stop;
	}
	m.tier_labelled = m.tier != PF_TIER_NONE || context != PF_TIER_NONE;
	if (m.tier == PF_TIER_NONE)
		m.tier = context;
	if (!sure && m.tier == PF_TIER_NONE &&
	    (pf_first_quant(f, m.whole) == SIZE_MAX || (f->out->metrics.n && !aims(f, m.whole))))
		return;
	pf_metric_quants(f, &m);
	pf_metric_method(f, &m);
	pf_metric_name(f, &m, name, last);
	*PF_PUSH(&f->out->metrics) = m;
}

static void read_prose(struct pf_find *f, const struct pf_unit *u, enum pf_tier context)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t from = pf_token_at(f, u->ask && u->asked ? u->answer_at : u->begin), stop;
	uint32_t first = from, skip = from;
	bool tiered = false;

	for (uint32_t i = from; i < u->last; i++) {
		bool sentence = v[i].flags & PF_TOKEN_SENTENCE;
		bool named = i >= skip && pf_tier_at(f, i, u->last, &stop) != PF_TIER_NONE;

		if (named)
			skip = stop + 1;
		/* A tier's name in the midst of a sentence opens a metric only after another. */
		if (i > first && (sentence || (named && tiered))) {
			add_piece(f, first, i, context, false);
			first = i;
			tiered = false;
		}
		tiered = tiered || named;
	}
	add_piece(f, first, u->last, context, false);
}

/* A bullet or a labelled line is one metric, however many sentences it has. */
static void read_line(struct pf_find *f, const struct pf_unit *u, enum pf_tier context)
{
	enum pf_tier tier = u->tier != PF_TIER_NONE ? (enum pf_tier)u->tier : context;
	uint32_t tiers = 0, stop;

	for (uint32_t i = u->first; i < u->last; i++)
		if (pf_tier_at(f, i, u->last, &stop) != PF_TIER_NONE) {
			tiers++;
			i = stop - 1;
		}
	if (tiers > 1) {
		read_prose(f, u, context);
		return;
	}
	add_piece(f, u->first, u->last, tier, u->depth > 0);
}

static struct pf_range cell_at(const struct pf_find *f, uint32_t row, uint32_t column)
{
	for (uint32_t i = row + 1; i < f->n_blocks && f->blocks[i].parent == row; i++)
		if (f->blocks[i].number == column)
			return (struct pf_range){f->blocks[i].begin, f->blocks[i].end};
	return (struct pf_range){f->blocks[row].begin, f->blocks[row].begin};
}

static bool head_has(const struct pf_find *f, struct pf_range cell, const char *const *words,
		     size_t n)
{
	for (uint32_t i = pf_token_at(f, cell.begin); i < pf_token_at(f, cell.end); i++)
		for (size_t k = 0; k < n; k++)
			if (pf_token_is(f->text, &f->tokens->v[i], words[k]))
				return true;
	return false;
}

#define HEAD_HAS(...)                                         \
	head_has(f, cell, (const char *const[]){__VA_ARGS__}, \
		 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static struct columns read_head(const struct pf_find *f, uint32_t row)
{
	struct columns c = {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX};

	for (uint32_t i = row + 1; i < f->n_blocks && f->blocks[i].parent == row; i++) {
		struct pf_range cell = {f->blocks[i].begin, f->blocks[i].end};
		uint32_t column = f->blocks[i].number;

		if (c.tier == UINT32_MAX && HEAD_HAS("tier", "type", "kind", "level"))
			c.tier = column;
		else if (c.baseline == UINT32_MAX &&
			 HEAD_HAS("baseline", "today", "current", "now", "from", "before", "start"))
			c.baseline = column;
		else if (c.target == UINT32_MAX &&
			 HEAD_HAS("target", "targets", "goal", "to", "after", "aim", "objective"))
			c.target = column;
		else if (c.deadline == UINT32_MAX &&
			 HEAD_HAS("by", "when", "date", "deadline", "due", "timeframe", "horizon"))
			c.deadline = column;
		else if (c.method == UINT32_MAX &&
			 HEAD_HAS("source", "method", "measured", "how", "data", "measurement"))
			c.method = column;
		else if (c.name == UINT32_MAX && HEAD_HAS("metric", "metrics", "name", "measure",
							  "kpi", "indicator", "example"))
			c.name = column;
	}
	return c;
}

static void bind_cell(const struct pf_find *f, uint32_t row, uint32_t column, uint32_t *quant)
{
	size_t i;

	if (column == UINT32_MAX)
		return;
	i = pf_first_quant(f, cell_at(f, row, column));
	if (i != SIZE_MAX)
		*quant = (uint32_t)i;
}

static void read_row(struct pf_find *f, const struct pf_unit *u, struct context *context)
{
	const struct pf_block *row = &f->blocks[u->block];
	struct columns *c = &context->columns;
	struct pf_metric m = pf_metric_of(pf_unit_range(u));
	struct pf_range cell;
	uint8_t tier;

	if (row->number == 0) {
		*c = read_head(f, u->block);
		return;
	}
	cell = cell_at(f, u->block, c->tier == UINT32_MAX ? 0 : c->tier);
	pf_label_read(f, pf_token_at(f, cell.begin), pf_token_at(f, cell.end), &tier);
	m.tier = tier != PF_TIER_NONE ? (enum pf_tier)tier : context->tier;
	m.tier_labelled = m.tier != PF_TIER_NONE;
	pf_metric_quants(f, &m);
	bind_cell(f, u->block, c->baseline, &m.baseline);
	bind_cell(f, u->block, c->target, &m.target);
	bind_cell(f, u->block, c->deadline, &m.deadline);
	if (c->method != UINT32_MAX)
		m.method = cell_at(f, u->block, c->method);
	else
		pf_metric_method(f, &m);
	m.name = c->name != UINT32_MAX ? cell_at(f, u->block, c->name)
				       : cell_at(f, u->block, tier != PF_TIER_NONE ? 1 : 0);
	if (pf_first_quant(f, m.whole) != SIZE_MAX || m.tier != PF_TIER_NONE)
		*PF_PUSH(&f->out->metrics) = m;
}

static bool leads_on(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return at + 1 < f->units.n && f->units.v[at + 1].depth > u->depth &&
	       pf_first_quant(f, pf_unit_range(u)) == SIZE_MAX;
}

static void read_unit(struct pf_find *f, size_t at, struct context *c)
{
	const struct pf_unit *u = &f->units.v[at];

	if (u->kind == PF_UNIT_HEADING) {
		if (u->tier != PF_TIER_NONE || u->level <= c->level) {
			c->tier = (enum pf_tier)u->tier;
			c->level = u->level;
		}
	} else if (u->kind == PF_UNIT_ROW) {
		read_row(f, u, c);
	} else if (u->kind == PF_UNIT_TEXT && leads_on(f, at)) {
		c->tier = u->tier != PF_TIER_NONE || u->depth <= c->depth ? (enum pf_tier)u->tier
									  : c->tier;
		c->depth = u->depth;
	} else if (u->kind == PF_UNIT_TEXT && (u->depth || u->tier != PF_TIER_NONE) && !u->asked) {
		if (u->tier != PF_TIER_NONE && !u->depth && u->body >= u->end)
			c->tier = (enum pf_tier)u->tier;
		else
			read_line(f, u, c->tier);
	} else if (u->kind == PF_UNIT_TEXT) {
		read_prose(f, u, c->tier);
	}
}

static bool says_any(const struct pf_find *f, const struct pf_metric *m, const char *const *words,
		     size_t n)
{
	uint32_t last = pf_token_at(f, m->whole.end);

	for (uint32_t i = pf_token_at(f, m->whole.begin); i < last; i++)
		for (size_t k = 0; k < n; k++)
			if (pf_token_is(f->text, &f->tokens->v[i], words[k]))
				return true;
	return false;
}

#define SAYS_ANY(...)                                      \
	says_any(f, m, (const char *const[]){__VA_ARGS__}, \
		 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* "We look at three numbers" counts its own metrics, and names none. */
static bool counts_itself(const struct pf_find *f, const struct pf_metric *m)
{
	const struct pf_quant *q = m->target != PF_QUANT_NONE ? &f->quants->v[m->target] : NULL;

	return q && q->kind == PF_QUANT_NUMBER && q->role == PF_ROLE_NONE && q->value < 10 &&
	       m->baseline == PF_QUANT_NONE && f->tokens->v[q->first].kind == PF_TOKEN_WORD;
}

#define UNNAMED_MOST 6u /* a list of twelve has no first among them */

/* Who names no tier tells them by their role: what may not rise guards, what is seen early leads,
 * and of the others the first is meant. */
static void tiers_by_role(struct pf_find *f)
{
	bool primary = false, leads = false, labelled = false;
	size_t n = f->out->metrics.n;

	for (size_t i = 0; i < n; i++) {
		const struct pf_metric *m = &f->out->metrics.v[i];

		if (m->tier == PF_TIER_PRIMARY)
			return;
		labelled = labelled || (m->tier != PF_TIER_NONE && m->tier != PF_TIER_GUARDRAIL);
	}
	for (size_t i = 0; i < n && n >= 2 && n <= UNNAMED_MOST; i++) {
		struct pf_metric *m = &f->out->metrics.v[i];

		if (m->tier != PF_TIER_NONE || counts_itself(f, m))
			continue;
		if (SAYS_ANY("must", "exceed", "crossed", "stop", "stops", "halt", "pause",
			     "above"))
			m->tier = PF_TIER_GUARDRAIL;
		else if (!primary)
			m->tier = PF_TIER_PRIMARY;
		else if (labelled)
			return; /* whoever names the others means something by it */
		else if (!leads && SAYS_ANY("early", "first", "week", "weeks", "sign"))
			m->tier = PF_TIER_LEADING;
		else
			m->tier = PF_TIER_SECONDARY;
		primary = primary || m->tier == PF_TIER_PRIMARY;
		leads = leads || m->tier == PF_TIER_LEADING;
	}
}

void pf_metrics_find(struct pf_find *f)
{
	struct context c = {.tier = PF_TIER_NONE};

	memset(&c.columns, 0xFF, sizeof(c.columns));
	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		if (u->part == PF_PART_METRICS)
			read_unit(f, i, &c);
		else
			c.tier = PF_TIER_NONE;
	}
	tiers_by_role(f);
}
