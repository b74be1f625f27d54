/* Metrics in the rows of a table, whose head says which column holds what. */
#include "metrics_table.h"

#include "prfaq/base/mem.h"

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
		if (pf_one_of(f, i, words, n))
			return true;
	return false;
}

#define HEAD_HAS(...)                                         \
	head_has(f, cell, (const char *const[]){__VA_ARGS__}, \
		 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* "90 days", "After 12 months", "in a year", "By Labor Day": a head that tells a time and nothing
 * else is that of what shall be then. */
static bool is_time_alone(const struct pf_find *f, struct pf_range cell)
{
	uint32_t first = pf_token_at(f, cell.begin), last = pf_token_at(f, cell.end);
	size_t i = pf_first_quant(f, cell);

	if (first + 1 < last && PF_ONE_OF(f, first, "by"))
		return (f->tokens->v[first + 1].flags & PF_TOKEN_CAPITAL) != 0;
	if (first < last && PF_ONE_OF(f, first, "after", "in", "within", "at"))
		first++;
	return i != SIZE_MAX && f->quants->v[i].base == PF_QUANT_DURATION &&
	       f->quants->v[i].first == first && f->quants->v[i].last == last;
}

/* "August", "Target, April": elsewhere they are other words as well, and no dates by themselves. */
static bool ends_on_month(const struct pf_find *f, struct pf_range cell)
{
	uint32_t first = pf_token_at(f, cell.begin), last = pf_token_at(f, cell.end);

	return first < last && f->tokens->v[last - 1].flags & PF_TOKEN_CAPITAL &&
	       PF_ONE_OF(f, last - 1, "march", "april", "may", "june", "august");
}

/* "Last winter", "This term", "December log", "August": the time when a value was or shall be so.
 * "By June" is when something is due. */
static bool is_period(const struct pf_find *f, struct pf_range cell)
{
	uint32_t first = pf_token_at(f, cell.begin), last = pf_token_at(f, cell.end);

	if (first >= last || PF_ONE_OF(f, first, "by", "after", "in", "within", "at"))
		return false;
	if (first + 1 < last && PF_ONE_OF(f, first, "last", "this", "next", "previous") &&
	    PF_ONE_OF(f, first + 1, "winter", "spring", "summer", "autumn", "fall", "season",
		      "term", "year", "quarter", "month"))
		return true;
	return ends_on_month(f, cell) || pf_has_date(f, cell.begin, cell.end);
}

/* Where no head says which is which, what was comes before what shall be. */
static void read_periods(const struct pf_find *f, uint32_t row, struct pf_columns *c)
{
	uint32_t first = UINT32_MAX;

	if (c->baseline != UINT32_MAX)
		return;
	/* A day alone was taken for that of the target, and may be the first of two. */
	for (uint32_t i = row + 1; i < f->n_blocks && f->blocks[i].parent == row; i++) {
		struct pf_range cell = {f->blocks[i].begin, f->blocks[i].end};

		if (!f->blocks[i].number || !is_period(f, cell))
			continue;
		/* "Target Q3 2027 | Target Q4 2027": two steps, and no beginning. */
		if (first == UINT32_MAX && HEAD_HAS("target", "targets", "goal", "aim"))
			return;
		if (first != UINT32_MAX) {
			c->baseline = first;
			c->target = f->blocks[i].number;
			c->when = cell;
			return;
		}
		first = f->blocks[i].number;
	}
}

/* "Month 6" counts from the launch. */
static bool has_number(const struct pf_find *f, uint32_t cell)
{
	for (uint32_t i = pf_token_at(f, f->blocks[cell].begin);
	     i < pf_token_at(f, f->blocks[cell].end); i++)
		if (f->tokens->v[i].kind == PF_TOKEN_NUMBER)
			return true;
	return false;
}

static bool is_known(const struct pf_columns *c, uint32_t column)
{
	return column == c->tier || column == c->name || column == c->baseline ||
	       column == c->target || column == c->deadline || column == c->method;
}

/* "Measure | Now | Month 6": what stands right behind today's value is what it shall be, and right
 * before the goal ("Pilot branch | Goal") what it is, whatever its head says. */
static void read_neighbour(const struct pf_find *f, uint32_t row, struct pf_columns *c)
{
	bool from = c->baseline != UINT32_MAX, to = c->target != UINT32_MAX;
	uint32_t column = from ? c->baseline + 1 : c->target - 1;

	if (from == to || !column || column == UINT32_MAX || is_known(c, column))
		return;
	for (uint32_t i = row + 1; i < f->n_blocks && f->blocks[i].parent == row; i++) {
		if (f->blocks[i].number != column)
			continue;
		*(from ? &c->target : &c->baseline) = column;
		if (from && has_number(f, i))
			c->when = (struct pf_range){f->blocks[i].begin, f->blocks[i].end};
	}
}

static struct pf_columns read_head(const struct pf_find *f, uint32_t row)
{
	struct pf_columns c = {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX,
			       UINT32_MAX, UINT32_MAX, {0, 0}};

	for (uint32_t i = row + 1; i < f->n_blocks && f->blocks[i].parent == row; i++) {
		struct pf_range cell = {f->blocks[i].begin, f->blocks[i].end};
		uint32_t column = f->blocks[i].number;

		bool when = column && (pf_tells_day(f, cell) || is_time_alone(f, cell) ||
				       ends_on_month(f, cell));
		/* "Read from" is where it is read, not from where it goes. */
		bool read = HEAD_HAS("read");
		bool from = !read &&
			    HEAD_HAS("baseline", "today", "current", "currently", "present", "now",
				     "from", "before", "start", "test", "pilot", "trial", "have");
		bool to =
			HEAD_HAS("target", "targets", "goal", "to", "after", "aim", "objective",
				 "then", "wanted", "want", "need", "hope", "expected", "tomorrow");

		/* "Target, 12 months" */
		when = when || (to && pf_first_quant(f, cell) != SIZE_MAX);
		if (when && !from) {
			c.when = cell;
			to = true; /* "By the end of the first autumn": what shall be then */
		}
		/* "From and to" is a column of changes: its words say which is which. */
		if (from && to)
			continue;
		if (c.tier == UINT32_MAX && HEAD_HAS("tier", "type", "kind", "level"))
			c.tier = column;
		else if (c.baseline == UINT32_MAX && from)
			c.baseline = column;
		else if (c.target == UINT32_MAX && to)
			c.target = column;
		else if (c.deadline == UINT32_MAX &&
			 HEAD_HAS("by", "when", "date", "deadline", "due", "timeframe", "horizon"))
			c.deadline = column;
		else if (c.method == UINT32_MAX && (read || HEAD_HAS("source", "method", "measured",
								     "how", "data", "measurement")))
			c.method = column;
		else if (c.name == UINT32_MAX && HEAD_HAS("metric", "metrics", "name", "measure",
							  "kpi", "indicator", "example"))
			c.name = column;
	}
	read_periods(f, row, &c);
	read_neighbour(f, row, &c);
	return c;
}

/* "Before | After" may compare what is sold with what was. */
bool pf_metrics_head(const struct pf_find *f, uint32_t row)
{
	struct pf_columns c = read_head(f, row);
	struct pf_range cell = {f->blocks[row].begin, f->blocks[row].end};

	return c.baseline != UINT32_MAX && c.target != UINT32_MAX &&
	       (!pf_range_empty(c.when) || HEAD_HAS("target", "targets", "goal", "aim"));
}

/* Whether the words around the quantity say that it is today's value, what is aimed at, or when. */
static bool is_said(const struct pf_find *f, uint32_t quant)
{
	const struct pf_quant *q = quant == PF_QUANT_NONE ? NULL : &f->quants->v[quant];

	return q && (q->kind == PF_QUANT_DATE || q->role == PF_ROLE_DEADLINE ||
		     ((q->role == PF_ROLE_BASELINE || q->role == PF_ROLE_TARGET) &&
		      q->pair != PF_QUANT_NONE));
}

/* "Where it stands (7% in last year's trial)": what stands in brackets is an aside. */
static size_t first_outside(const struct pf_find *f, struct pf_range cell)
{
	size_t i = pf_first_quant(f, cell);
	uint32_t first;

	if (i == SIZE_MAX)
		return i;
	first = f->quants->v[i].first;
	return first > pf_token_at(f, cell.begin) + 1 &&
			       pf_token_is_sign(&f->tokens->v[first - 1], '(')
		       ? SIZE_MAX
		       : i;
}

/* A table with a column for it has it there: "6 months" in the name is no target. But who writes
 * "from 7% to 45% by June" into the first cell has said it, and need not say it again. */
static void bind_cell(const struct pf_find *f, uint32_t row, uint32_t column, bool dated,
		      uint32_t *quant)
{
	size_t i;

	if (column == UINT32_MAX)
		return;
	i = first_outside(f, cell_at(f, row, column));
	/* "Unknown, counted from week 4" is a day, and no value of today. */
	if (i != SIZE_MAX && (dated || f->quants->v[i].kind != PF_QUANT_DATE))
		*quant = (uint32_t)i;
	else if (!is_said(f, *quant))
		*quant = PF_QUANT_NONE;
}

/* Nothing, or a "[source]" of the skeleton that nobody has filled in. */
static bool is_blank(const struct pf_find *f, struct pf_range cell)
{
	struct pf_slice text = pf_slice_trim(pf_slice_cut(f->text, cell.begin, cell.end));

	return !text.len || (text.ptr[0] == '[' && text.ptr[text.len - 1] == ']');
}

/* Likewise: what stands in its column, else what the other words say; "[source]" says nothing. */
static void bind_method(const struct pf_find *f, uint32_t row, uint32_t column, struct pf_metric *m)
{
	struct pf_range cell = cell_at(f, row, column);

	if (!is_blank(f, cell)) {
		m->method = cell;
		return;
	}
	pf_metric_method(f, m);
	if (m->method.begin >= cell.begin && m->method.begin < cell.end)
		m->method = (struct pf_range){cell.begin, cell.begin};
}

/* The day stands in its column, or in the head of the target's. */
static struct pf_range day_of(const struct pf_find *f, uint32_t row, const struct pf_columns *c)
{
	struct pf_range cell = cell_at(f, row, c->deadline);

	return c->deadline == UINT32_MAX || is_blank(f, cell) ? c->when : cell;
}

/* A name ends where the cell goes on to tell from what to what. */
static void bind_name(const struct pf_find *f, struct pf_range cell, struct pf_metric *m)
{
	m->name = cell;
	if (is_said(f, m->baseline) && f->quants->v[m->baseline].begin >= cell.begin &&
	    f->quants->v[m->baseline].begin < cell.end)
		pf_metric_name(f, m, pf_token_at(f, cell.begin), pf_token_at(f, cell.end));
}

static bool is_in_capitals(const struct pf_find *f, uint32_t i)
{
	for (uint32_t k = f->tokens->v[i].begin; k < f->tokens->v[i].end; k++)
		if (f->text.ptr[k] < 'A' || f->text.ptr[k] > 'Z')
			return false;
	return true;
}

/* "PRIMARY Hours of a search", "Input. Calls made"; "primary care" names none. */
enum pf_tier pf_tier_in_front(const struct pf_find *f, struct pf_range cell)
{
	uint32_t first = pf_token_at(f, cell.begin), last = pf_token_at(f, cell.end);

	if (first >= last || !(is_in_capitals(f, first) || first + 1 == last ||
			       f->tokens->v[first + 1].kind == PF_TOKEN_SIGN))
		return PF_TIER_NONE;
	if (PF_ONE_OF(f, first, "input", "inputs"))
		return PF_TIER_LEADING;
	return pf_tier_of(f->text, &f->tokens->v[first]);
}

/* Where the name stands: in its column, behind the colon of "Primary: homes that call", or beside
 * the cell that names the tier. */
static struct pf_range name_cell(const struct pf_find *f, uint32_t row, const struct pf_columns *c,
				 bool tiered)
{
	struct pf_range cell = cell_at(f, row, c->name == UINT32_MAX ? 0 : c->name);
	uint32_t first = pf_token_at(f, cell.begin), last = pf_token_at(f, cell.end);
	uint32_t stop = first;

	if (c->name != UINT32_MAX || !tiered)
		return cell;
	if (pf_tier_in_front(f, cell) != PF_TIER_NONE && first + 1 < last) {
		while (++first + 1 < last && f->tokens->v[first].kind == PF_TOKEN_SIGN)
			;
		return (struct pf_range){f->tokens->v[first].begin, cell.end};
	}
	if (first < last && pf_tier_at(f, first, last, &stop) != PF_TIER_NONE && stop + 1 < last &&
	    pf_token_is_sign(&f->tokens->v[stop], ':'))
		return (struct pf_range){f->tokens->v[stop + 1].begin, cell.end};
	return cell_at(f, row, 1);
}

/* "Weeks to an answer (secondary)" */
static enum pf_tier tier_in_brackets(const struct pf_find *f, struct pf_range cell)
{
	uint32_t last = pf_token_at(f, cell.end);
	uint8_t tier = PF_TIER_NONE;

	for (uint32_t i = pf_token_at(f, cell.begin); i + 2 < last; i++)
		if (pf_token_is_sign(&f->tokens->v[i], '(') &&
		    pf_token_is_sign(&f->tokens->v[i + 2], ')'))
			pf_label_read(f, i + 1, i + 2, &tier);
	return (enum pf_tier)tier;
}

void pf_metrics_row(struct pf_find *f, const struct pf_unit *u, enum pf_tier above,
		    struct pf_columns *c)
{
	const struct pf_block *row = &f->blocks[u->block];
	struct pf_metric m = pf_metric_of(pf_unit_range(u));
	struct pf_range cell;
	uint8_t tier;

	if (row->number == 0) {
		*c = read_head(f, u->block);
		return;
	}
	cell = cell_at(f, u->block, c->tier == UINT32_MAX ? 0 : c->tier);
	pf_label_read(f, pf_token_at(f, cell.begin), pf_token_at(f, cell.end), &tier);
	m.tier = tier != PF_TIER_NONE ? (enum pf_tier)tier : tier_in_brackets(f, cell);
	if (m.tier == PF_TIER_NONE)
		m.tier = tier = (uint8_t)pf_tier_in_front(f, cell);
	if (m.tier == PF_TIER_NONE)
		m.tier = above;
	m.tier_labelled = m.tier != PF_TIER_NONE;
	pf_metric_quants(f, &m);
	bind_cell(f, u->block, c->baseline, false, &m.baseline);
	bind_cell(f, u->block, c->target, false, &m.target);
	bind_cell(f, u->block, c->deadline, true, &m.deadline);
	pf_metric_alike(f, &m);
	m.today = cell_at(f, u->block, c->baseline);
	m.when = day_of(f, u->block, c);
	bind_method(f, u->block, c->method, &m);
	bind_name(f, name_cell(f, u->block, c, tier != PF_TIER_NONE), &m);
	/* A row of the skeleton that still waits, "Primary | [the one that decides]", is none. */
	if (pf_first_quant(f, m.whole) != SIZE_MAX ||
	    (m.tier != PF_TIER_NONE && !is_blank(f, m.name)))
		*PF_PUSH(&f->out->metrics) = m;
}
