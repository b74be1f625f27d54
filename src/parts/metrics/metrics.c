/* Where metrics stand: the rows of a table, which metrics_table.c reads, bullets, labelled lines,
 * prose. */
#include <string.h>

#include "metrics_table.h"
#include "prfaq/base/mem.h"

struct context {
	enum pf_tier tier; /* of the heading or item above */
	uint8_t level, depth;
	struct pf_columns columns;
};

/* In an answer numbers are also told and reasoned with: "Pauses explain 27 of the 44 points." */
static bool aims(const struct pf_find *f, struct pf_range whole)
{
	for (size_t i = pf_quants_at(f->quants, whole.begin);
	     i < f->quants->n && f->quants->v[i].begin < whole.end; i++) {
		const struct pf_quant *q = &f->quants->v[i];

		if (q->role == PF_ROLE_BASELINE || q->role == PF_ROLE_TARGET ||
		    q->role == PF_ROLE_DELTA || pf_before_arrow(f, q) ||
		    q->role == PF_ROLE_DEADLINE || q->kind == PF_QUANT_DATE ||
		    (q->bound != PF_BOUND_NONE && q->bound != PF_BOUND_APPROX))
			return true;
	}
	return false;
}

/* "If we rescue two thirds of these we gain 17" reasons with numbers; "if more than 1.4% are
 * damaged, we stop" sets a limit. */
static bool only_supposes(const struct pf_find *f, uint32_t first, struct pf_range whole)
{
	if (!PF_ONE_OF(f, first, "if"))
		return false;
	for (size_t i = pf_quants_at(f->quants, whole.begin);
	     i < f->quants->n && f->quants->v[i].begin < whole.end; i++)
		if (f->quants->v[i].bound != PF_BOUND_NONE &&
		    f->quants->v[i].bound != PF_BOUND_APPROX)
			return false;
	return true;
}

/* "We will only know that nine months after launch." */
static bool only_dates(const struct pf_find *f, struct pf_range whole)
{
	for (size_t i = pf_quants_at(f->quants, whole.begin);
	     i < f->quants->n && f->quants->v[i].begin < whole.end; i++)
		if (f->quants->v[i].kind != PF_QUANT_DATE &&
		    f->quants->v[i].role != PF_ROLE_DEADLINE)
			return false;
	return true;
}

/* "Mould back within 6 months: 44% now. We want 20%.": what names nothing, or only a day, goes on
 * about what was named last. */
static bool goes_on(const struct pf_find *f, const struct pf_metric *m, uint32_t first,
		    uint32_t last)
{
	size_t n = f->out->metrics.n;

	return first && n && f->out->metrics.v[n - 1].whole.end == f->tokens->v[first - 1].end &&
	       (pf_range_empty(pf_metric_words(f, m, first, last)) || only_dates(f, m->whole));
}

/* What stands below a table goes on about none of its rows: the last of them has its own values. */
static bool is_row_before(const struct pf_find *f, const struct pf_metric *m, uint32_t begin)
{
	return memchr(f->text.ptr + m->whole.end, '|', begin - m->whole.end) != NULL;
}

#define LONGEST \
	4096u /* bytes of a metric told in prose: it is read again with each sentence more */

static void go_on(struct pf_find *f, struct pf_range more)
{
	struct pf_metric *m = &f->out->metrics.v[f->out->metrics.n - 1];

	if (is_row_before(f, m, more.begin) || more.end - m->whole.begin > LONGEST)
		return;
	m->whole.end = more.end;
	m->baseline = m->target = m->deadline = PF_QUANT_NONE;
	pf_metric_quants(f, m);
	pf_metric_method(f, m);
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
	if (!sure && m.tier == PF_TIER_NONE && goes_on(f, &m, first, last)) {
		go_on(f, m.whole);
		return;
	}
	if (!sure && m.tier == PF_TIER_NONE && f->out->metrics.n &&
	    only_supposes(f, first, m.whole))
		return;
	pf_metric_method(f, &m);
	pf_metric_name(f, &m, name, last);
	*PF_PUSH(&f->out->metrics) = m;
}

/* The value that the first change starts from; `last` when there is none. */
static uint32_t first_change(const struct pf_find *f, uint32_t first, uint32_t last)
{
	for (size_t i = pf_quants_at(f->quants, f->tokens->v[first].begin);
	     i < f->quants->n && f->quants->v[i].first < last; i++)
		if (f->quants->v[i].role == PF_ROLE_BASELINE &&
		    f->quants->v[i].pair != PF_QUANT_NONE)
			return f->quants->v[i].first;
	return last;
}

#define CHANGE_MOST 8u /* tokens from "from" to "to" */

/* "From its usual value to 80%" */
static bool ends_in_value(const struct pf_find *f, uint32_t from, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = from + 1, stop = from + CHANGE_MOST < last ? from + CHANGE_MOST : last;

	while (i < stop && !PF_ONE_OF(f, i, "to"))
		i++;
	return i + 1 < stop && v[i + 1].kind == PF_TOKEN_NUMBER;
}

/* Where a change begins, though an end of it was left out: "from 4%", "3 -> more". */
static uint32_t half_change(const struct pf_find *f, uint32_t first, uint32_t last)
{
	uint32_t i = first + 1; /* "£76 today. -> £55" opens with the end of what stands before */

	while (i < last && !pf_token_is_sign(&f->tokens->v[i], '>') &&
	       !(PF_ONE_OF(f, i, "from") && ends_in_value(f, i, last)))
		i++;
	for (size_t k = pf_quants_at(f->quants, f->tokens->v[first].begin);
	     k < f->quants->n && f->quants->v[k].first < i; k++)
		if (f->quants->v[k].role == PF_ROLE_BASELINE)
			return f->quants->v[k].first;
	return i;
}

/* "Leading: letters read, 4% to 25% by May. Calls made, 3 to 9.": one past what tells the first of
 * two changes, of which one may be half, or `last`. */
static uint32_t change_stop(const struct pf_find *f, uint32_t first, uint32_t last)
{
	for (uint32_t i = half_change(f, first, last) + 1; i < last; i++)
		if (f->tokens->v[i].flags & PF_TOKEN_SENTENCE ||
		    pf_token_is_sign(&f->tokens->v[i - 1], ';'))
			return (first_change(f, first, i) < i ? half_change(f, i, last)
							      : first_change(f, i, last)) < last
				       ? i
				       : last;
	return last;
}

/* The tier that the piece names, or that of what it stands under. */
static enum pf_tier tier_in(const struct pf_find *f, uint32_t first, uint32_t last,
			    enum pf_tier context)
{
	uint32_t stop;

	for (uint32_t i = first; i < last; i++) {
		enum pf_tier named = pf_tier_at(f, i, last, &stop);

		if (named != PF_TIER_NONE)
			return named;
	}
	return context;
}

/* One metric, but of what leads to the goal each change is one. */
static void add_pieces(struct pf_find *f, uint32_t first, uint32_t last, enum pf_tier context,
		       bool sure)
{
	uint32_t stop = first < last ? change_stop(f, first, last) : last;
	enum pf_tier tier = stop < last ? tier_in(f, first, last, context) : context;

	while (stop < last && (tier == PF_TIER_LEADING || tier == PF_TIER_SECONDARY)) {
		add_piece(f, first, stop, context, sure);
		context = tier;
		first = stop;
		stop = change_stop(f, first, last);
	}
	add_piece(f, first, last, context, sure);
}

static void read_prose(struct pf_find *f, uint32_t from, uint32_t last, enum pf_tier context)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t first = from, skip = from, stop;
	bool tiered = false;

	for (uint32_t i = from; i < last; i++) {
		bool sentence = v[i].flags & PF_TOKEN_SENTENCE;
		bool named = i >= skip && pf_tier_at(f, i, last, &stop) != PF_TIER_NONE;

		if (named)
			skip = stop + 1;
		/* A tier's name in the midst of a sentence opens a metric only after another. */
		if (i > first && (sentence || (named && tiered))) {
			add_pieces(f, first, i, context, false);
			first = i;
			tiered = false;
		}
		tiered = tiered || named;
	}
	add_pieces(f, first, last, context, false);
}

#define NAME_TOKENS 8u

/* "Right piece, first time: 91% in the trial": among metrics a name may have a comma. */
static bool named_with_comma(const struct pf_find *f, uint32_t first, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;
	bool comma = false;

	if (!(v[first].flags & PF_TOKEN_BLOCK))
		return false;
	for (uint32_t i = first; i < last && i < first + NAME_TOKENS; i++) {
		if (pf_token_is_sign(&v[i], ':'))
			return comma && i > first + 1;
		if (v[i].kind == PF_TOKEN_NUMBER ||
		    (v[i].kind == PF_TOKEN_SIGN && v[i].sign != ','))
			return false;
		comma = comma || v[i].kind == PF_TOKEN_SIGN;
	}
	return false;
}

/* "Main one: hours to the door, 5.4 today, 3.5 by May. It may be 4.": what stands behind a few
 * words and a colon is told of one thing, unless another sentence has words of its own before a
 * colon, or another change of a value. */
static bool is_one_line(const struct pf_find *f, uint32_t first, uint32_t last)
{
	bool named = named_with_comma(f, first, last);
	uint32_t labels = named, changes = 0, stop;

	for (uint32_t i = first; i < last; i = stop) {
		stop = pf_sentence_stop(f, i, last);
		labels += pf_label_colon(f, i, stop) > 0;
		changes += first_change(f, i, stop) < stop;
	}
	return labels == 1 && changes <= 1 && (named || pf_label_colon(f, first, last));
}

/* A bullet or a labelled line is one metric, however many sentences it has. */
static void read_line(struct pf_find *f, const struct pf_unit *u, uint32_t first, uint32_t last,
		      enum pf_tier context)
{
	uint32_t tiers = 0, stop;

	for (uint32_t i = first; i < last; i++)
		if (pf_tier_at(f, i, last, &stop) != PF_TIER_NONE) {
			tiers++;
			i = stop - 1;
		}
	if (tiers > 1)
		read_prose(f, first, last, context);
	else
		add_pieces(f, first, last, context, u->depth > 0);
}

/* One past the line of the unit that the next label opens: "Input: ..." below "Primary: ...". */
static uint32_t labelled_stop(const struct pf_find *f, uint32_t i, uint32_t last)
{
	for (i++; i < last; i++)
		if (f->tokens->v[i].flags & PF_TOKEN_LINE &&
		    f->tokens->v[i].flags & PF_TOKEN_SENTENCE && pf_label_colon(f, i, last))
			break;
	return i;
}

/* Prose, line by line where its lines open with labels. */
static void read_text(struct pf_find *f, const struct pf_unit *u, enum pf_tier context)
{
	bool named = u->says == PF_PART_METRICS && u->body > u->begin;
	uint32_t from = pf_token_at(f, u->ask && u->asked ? u->answer_at
				       : named            ? u->body
							  : u->begin);
	uint32_t stop;
	bool line = (u->depth || u->tier != PF_TIER_NONE) && !u->asked;

	for (uint32_t i = from; i < u->last; i = stop) {
		stop = labelled_stop(f, i, u->last);
		if (i == from && line)
			read_line(f, u, i, stop,
				  u->tier != PF_TIER_NONE ? (enum pf_tier)u->tier : context);
		else if (is_one_line(f, i, stop))
			read_line(f, u, i, stop, context);
		else
			read_prose(f, i, stop, context);
	}
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
		pf_metrics_row(f, u, c->tier, &c->columns);
	} else if (u->kind == PF_UNIT_TEXT && leads_on(f, at)) {
		c->tier = u->tier != PF_TIER_NONE || u->depth <= c->depth ? (enum pf_tier)u->tier
									  : c->tier;
		c->depth = u->depth;
	} else if (u->kind == PF_UNIT_TEXT && (u->depth || u->tier != PF_TIER_NONE) && !u->asked) {
		if (u->tier != PF_TIER_NONE && !u->depth && u->body >= u->end)
			c->tier = (enum pf_tier)u->tier;
		else
			read_text(f, u, c->tier);
	} else if (u->kind == PF_UNIT_TEXT) {
		read_text(f, u, c->tier);
	}
}

/* What names no tier of its own in an answer plays the role that was asked for. */
static void give_role(struct pf_find *f, size_t from, enum pf_tier asked)
{
	for (size_t i = from; i < f->out->metrics.n; i++)
		if (f->out->metrics.v[i].tier == PF_TIER_NONE)
			f->out->metrics.v[i].tier = asked;
}

void pf_metrics_find(struct pf_find *f)
{
	struct context c = {.tier = PF_TIER_NONE};
	enum pf_tier asked = PF_TIER_NONE;
	size_t *metrics_at = pf_xcalloc(f->units.n + 1, sizeof(*metrics_at)); /* before unit i */

	memset(&c.columns, 0xFF, sizeof(c.columns));
	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		metrics_at[i] = f->out->metrics.n;
		if (u->asked || u->kind == PF_UNIT_HEADING)
			asked = u->asked ? (enum pf_tier)u->tier : PF_TIER_NONE;
		if (u->part == PF_PART_METRICS)
			read_unit(f, i, &c);
		else
			c.tier = PF_TIER_NONE;
		give_role(f, metrics_at[i], asked);
	}
	if (!f->out->metrics.n)
		pf_goals_find(f);
	metrics_at[f->units.n] = f->out->metrics.n;
	pf_metrics_share(f, metrics_at);
	free(metrics_at);
	pf_tiers_by_role(f);
}
