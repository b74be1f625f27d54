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

static bool is_sign(const struct pf_token *t, char sign)
{
	return t->kind == PF_TOKEN_SIGN && t->sign == sign;
}

static uint32_t token_at(const struct pf_find *f, uint32_t off)
{
	return (uint32_t)pf_tokens_at(f->tokens, off);
}

static size_t first_quant(const struct pf_find *f, struct pf_range r)
{
	size_t i = pf_quants_at(f->quants, r.begin);

	return i < f->quants->n && f->quants->v[i].begin < r.end ? i : SIZE_MAX;
}

/* "Primary - late invoices", but not "primary-care". */
static bool is_dash(const struct pf_token *t)
{
	return is_sign(t, '-') && t->flags & PF_TOKEN_SPACED;
}

static enum pf_tier bare_tier(const struct pf_find *f, uint32_t i, uint32_t last)
{
	static const char *const words[] = {"primary", "secondary", "leading", "guardrail"};

	if (i + 1 < last && (is_sign(&f->tokens->v[i + 1], ':') || is_dash(&f->tokens->v[i + 1])))
		for (int t = 0; t < 4; t++)
			if (pf_token_is(f->text, &f->tokens->v[i], words[t]))
				return (enum pf_tier)t;
	return PF_TIER_NONE;
}

/* The tier that is named at token i, and one past its name. */
static enum pf_tier tier_at(const struct pf_find *f, uint32_t i, uint32_t last, uint32_t *stop)
{
	enum pf_tier bare;

	for (int t = PF_TIER_PRIMARY; t <= PF_TIER_GUARDRAIL; t++)
		if (pf_cue_here(f, i, last, (enum pf_cue)(PF_CUE_TIER_PRIMARY + t), stop))
			return (enum pf_tier)t;
	bare = bare_tier(f, i, last);
	*stop = i + 1;
	return bare;
}

static void bind_quants(const struct pf_find *f, struct pf_metric *m)
{
	for (size_t i = pf_quants_at(f->quants, m->whole.begin);
	     i < f->quants->n && f->quants->v[i].begin < m->whole.end; i++) {
		const struct pf_quant *q = &f->quants->v[i];
		uint32_t k = (uint32_t)i;

		if (q->role == PF_ROLE_DEADLINE || q->kind == PF_QUANT_DATE) {
			if (m->deadline == PF_QUANT_NONE)
				m->deadline = k;
		} else if (q->role == PF_ROLE_BASELINE) {
			if (m->baseline == PF_QUANT_NONE)
				m->baseline = k;
		} else if (q->role == PF_ROLE_TARGET || q->role == PF_ROLE_DELTA) {
			if (m->target == PF_QUANT_NONE)
				m->target = k;
		}
	}
	/* "An offer within 15 minutes: from 12 % to 60 %": the end of the change is what is aimed
	 * at. */
	if (m->baseline != PF_QUANT_NONE) {
		uint32_t pair = f->quants->v[m->baseline].pair;

		if (pair != PF_QUANT_NONE && f->quants->v[pair].begin >= m->whole.begin &&
		    f->quants->v[pair].begin < m->whole.end)
			m->target = pair;
	}
	/* "500+ active users within 6 months" has no word of aim: the first value is it. */
	for (size_t i = pf_quants_at(f->quants, m->whole.begin);
	     m->target == PF_QUANT_NONE && i < f->quants->n && f->quants->v[i].begin < m->whole.end;
	     i++)
		if (i != m->baseline && i != m->deadline && f->quants->v[i].kind != PF_QUANT_DATE)
			m->target = (uint32_t)i;
}

/* Index of the first note that begins at or after `off`. */
static size_t first_note(const struct pf_find *f, uint32_t off)
{
	size_t low = 0, high = f->quants->notes.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (f->quants->notes.v[mid].begin < off)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void find_method(const struct pf_find *f, struct pf_metric *m)
{
	uint32_t last = token_at(f, m->whole.end), stop;

	for (uint32_t i = token_at(f, m->whole.begin); i < last; i++) {
		uint32_t end = i;

		if (!pf_cue_here(f, i, last, PF_CUE_METHOD, &stop))
			continue;
		while (end < last &&
		       !(f->tokens->v[end].kind == PF_TOKEN_SIGN && f->tokens->v[end].sign &&
			 strchr(",;.)", f->tokens->v[end].sign)))
			end++;
		if (end > stop) {
			m->method =
				(struct pf_range){f->tokens->v[i].begin, f->tokens->v[end - 1].end};
			return;
		}
	}
	for (size_t i = first_note(f, m->whole.begin); i < f->quants->notes.n; i++) {
		const struct pf_quant_note *n = &f->quants->notes.v[i];

		if (n->begin >= m->whole.end)
			break;
		if (n->kind == PF_NOTE_SOURCE)
			m->method = (struct pf_range){n->begin, n->end};
	}
}

static bool is_joint(const struct pf_find *f, const struct pf_token *t)
{
	static const char *const words[] = {"from",  "to",    "by",    "of",    "at",    "is",
					    "rises", "falls", "rise",  "fall",  "drops", "drop",
					    "in",    "the",   "a",     "an",    "with",  "for",
					    "will",  "be",    "grows", "above", "below", "under"};

	if (t->kind == PF_TOKEN_SIGN)
		return true;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (pf_token_is(f->text, t, words[i]))
			return true;
	return false;
}

/* What stands between the tier's name and the first ":" or value; else the noun of the target. */
static void find_name(const struct pf_find *f, struct pf_metric *m, uint32_t first, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;
	size_t quant = first_quant(f, m->whole);
	uint32_t stop = last, end;

	while (first < last && is_joint(f, &v[first]))
		first++;
	if (quant != SIZE_MAX && f->quants->v[quant].first < stop)
		stop = f->quants->v[quant].first;
	for (end = first; end < stop; end++)
		if (is_sign(&v[end], ':') || is_sign(&v[end], ';') || is_sign(&v[end], '('))
			break;
	while (end > first && is_joint(f, &v[end - 1]))
		end--;
	if (end > first) {
		m->name = (struct pf_range){v[first].begin, v[end - 1].end};
	} else if (m->target != PF_QUANT_NONE) {
		const struct pf_quant *q = &f->quants->v[m->target];
		size_t s = pf_sentence_of(f->tokens, q->first);

		m->name = q->of;
		if (s < f->quants->sentences.n &&
		    f->quants->sentences.v[s].metric.end > f->quants->sentences.v[s].metric.begin)
			m->name = f->quants->sentences.v[s].metric;
	}
}

static struct pf_metric metric_of(struct pf_range whole)
{
	return (struct pf_metric){
		.tier = PF_TIER_NONE,
		.whole = whole,
		.name = {whole.begin, whole.begin},
		.baseline = PF_QUANT_NONE,
		.target = PF_QUANT_NONE,
		.deadline = PF_QUANT_NONE,
		.method = {whole.begin, whole.begin},
	};
}

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
	m = metric_of((struct pf_range){v[first].begin, v[last - 1].end});
	for (uint32_t i = first; i < last && m.tier == PF_TIER_NONE; i++) {
		m.tier = tier_at(f, i, last, &stop);
		if (m.tier != PF_TIER_NONE)
			name = stop;
	}
	m.tier_labelled = m.tier != PF_TIER_NONE || context != PF_TIER_NONE;
	if (m.tier == PF_TIER_NONE)
		m.tier = context;
	if (!sure && m.tier == PF_TIER_NONE &&
	    (first_quant(f, m.whole) == SIZE_MAX || (f->out->metrics.n && !aims(f, m.whole))))
		return;
	bind_quants(f, &m);
	find_method(f, &m);
	find_name(f, &m, name, last);
	*PF_PUSH(&f->out->metrics) = m;
}

static void read_prose(struct pf_find *f, const struct pf_unit *u, enum pf_tier context)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t from = token_at(f, u->ask && u->asked ? u->answer_at : u->begin), stop;
	uint32_t first = from, skip = from;
	bool tiered = false;

	for (uint32_t i = from; i < u->last; i++) {
		bool sentence = v[i].flags & PF_TOKEN_SENTENCE;
		bool named = i >= skip && tier_at(f, i, u->last, &stop) != PF_TIER_NONE;

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
		if (tier_at(f, i, u->last, &stop) != PF_TIER_NONE) {
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
	for (uint32_t i = token_at(f, cell.begin); i < token_at(f, cell.end); i++)
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
	i = first_quant(f, cell_at(f, row, column));
	if (i != SIZE_MAX)
		*quant = (uint32_t)i;
}

static void read_row(struct pf_find *f, const struct pf_unit *u, struct context *context)
{
	const struct pf_block *row = &f->blocks[u->block];
	struct columns *c = &context->columns;
	struct pf_metric m = metric_of(pf_unit_range(u));
	struct pf_range cell;
	uint8_t tier;

	if (row->number == 0) {
		*c = read_head(f, u->block);
		return;
	}
	cell = cell_at(f, u->block, c->tier == UINT32_MAX ? 0 : c->tier);
	pf_label_read(f, token_at(f, cell.begin), token_at(f, cell.end), &tier);
	m.tier = tier != PF_TIER_NONE ? (enum pf_tier)tier : context->tier;
	m.tier_labelled = m.tier != PF_TIER_NONE;
	bind_quants(f, &m);
	bind_cell(f, u->block, c->baseline, &m.baseline);
	bind_cell(f, u->block, c->target, &m.target);
	bind_cell(f, u->block, c->deadline, &m.deadline);
	if (c->method != UINT32_MAX)
		m.method = cell_at(f, u->block, c->method);
	else
		find_method(f, &m);
	m.name = c->name != UINT32_MAX ? cell_at(f, u->block, c->name)
				       : cell_at(f, u->block, tier != PF_TIER_NONE ? 1 : 0);
	if (first_quant(f, m.whole) != SIZE_MAX || m.tier != PF_TIER_NONE)
		*PF_PUSH(&f->out->metrics) = m;
}

static bool leads_on(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return at + 1 < f->units.n && f->units.v[at + 1].depth > u->depth &&
	       first_quant(f, pf_unit_range(u)) == SIZE_MAX;
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
	uint32_t last = token_at(f, m->whole.end);

	for (uint32_t i = token_at(f, m->whole.begin); i < last; i++)
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
