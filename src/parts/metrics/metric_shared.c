/* What is said once for all metrics: in the heading, "(first winter, from the booking log)", or in
 * a sentence of its own, "All metrics are from the repair log." */
#include "metrics.h"

/* "All metrics", "every number here", "each of these figures", "All out of the booking log",
 * "Sources: the renewal log" */
static bool tells_of_all(const struct pf_find *f, uint32_t first, uint32_t last)
{
	if (PF_ONE_OF(f, first, "sources", "source", "data"))
		for (uint32_t i = first + 1; i < last && i < first + 4; i++)
			if (f->tokens->v[i].sign == ':')
				return true;
	/* "Measured via the meter log." says it of what stands above */
	if (PF_ONE_OF(f, first, "measured", "counted", "tracked") &&
	    pf_first_quant(f, (struct pf_range){f->tokens->v[first].begin,
						f->tokens->v[last - 1].end}) == SIZE_MAX)
		return true;
	if (PF_ONE_OF(f, first, "all", "both") && first + 1 < last &&
	    PF_ONE_OF(f, first + 1, "out", "from", "by"))
		return true;
	/* "The first and third come from the register; the second we begin to record." */
	if (PF_ONE_OF(f, first, "the") && first + 1 < last &&
	    PF_ONE_OF(f, first + 1, "first", "others", "rest"))
		return true;
	if (!PF_ONE_OF(f, first, "all", "every", "each", "both"))
		return false;
	for (uint32_t i = first + 1; i < last && i < first + 5; i++)
		if (PF_ONE_OF(f, i, "metrics", "metric", "numbers", "number", "figures", "figure",
			      "measures", "measure", "values", "baselines", "rows", "them"))
			return true;
	return false;
}

/* "(first winter, booking log)": what a heading adds in brackets names where the numbers stand. */
static struct pf_range record_in(const struct pf_find *f, struct pf_range range)
{
	uint32_t last = pf_token_at(f, range.end);

	for (uint32_t i = pf_token_at(f, range.begin); i < last; i++)
		if (PF_ONE_OF(f, i, "log", "logs", "record", "records", "survey", "register",
			      "ledger", "timesheets", "dashboard", "sheet"))
			return (struct pf_range){f->tokens->v[i].begin, f->tokens->v[i].end};
	return (struct pf_range){0, 0};
}

static uint32_t deadline_in(const struct pf_find *f, struct pf_range range)
{
	for (size_t i = pf_quants_at(f->quants, range.begin);
	     i < f->quants->n && f->quants->v[i].begin < range.end; i++)
		if (f->quants->v[i].role == PF_ROLE_DEADLINE)
			return (uint32_t)i;
	return PF_QUANT_NONE;
}

/* "First winter, from the booking log", "April 2028 to March 2029", "by the end of the first year"
 */
bool pf_tells_day(const struct pf_find *f, struct pf_range range)
{
	uint32_t last = pf_token_at(f, range.end);

	for (uint32_t i = pf_token_at(f, range.begin); i + 1 < last; i++)
		if (PF_ONE_OF(f, i, "first", "second", "next", "one") &&
		    PF_ONE_OF(f, i + 1, "winter", "spring", "summer", "autumn", "fall", "season",
			      "term", "year", "quarter", "month"))
			return true;
	return pf_has_date(f, range.begin, range.end) || deadline_in(f, range) != PF_QUANT_NONE;
}

/* What the range says of each metric. */
static struct pf_metric said_in(const struct pf_find *f, struct pf_range range)
{
	struct pf_metric m = pf_metric_of(range);

	pf_metric_method(f, &m);
	if (pf_range_empty(m.method))
		m.method = record_in(f, range);
	m.deadline = deadline_in(f, range);
	if (pf_tells_day(f, range))
		m.when = range;
	return m;
}

/* Gives the metrics [from, to) what `all` says of them and none before it said: *said, of the same
 * ones, is what they were given, so that a second heading with a date walks over none of them. */
static void share(struct pf_find *f, size_t from, size_t to, const struct pf_metric *all,
		  struct pf_metric *said)
{
	bool method = pf_range_empty(said->method) && !pf_range_empty(all->method);
	bool deadline = said->deadline == PF_QUANT_NONE && all->deadline != PF_QUANT_NONE;
	bool when = pf_range_empty(said->when) && !pf_range_empty(all->when);

	if (method)
		said->method = all->method;
	if (deadline)
		said->deadline = all->deadline;
	if (when)
		said->when = all->when;
	for (size_t i = from; i < to && (method || deadline || when); i++) {
		struct pf_metric *m = &f->out->metrics.v[i];

		if (method && pf_range_empty(m->method))
			m->method = all->method;
		if (m->tier == PF_TIER_GUARDRAIL)
			continue;
		if (deadline && m->deadline == PF_QUANT_NONE)
			m->deadline = all->deadline;
		if (when && pf_range_empty(m->when))
			m->when = all->when;
	}
}

/* A label's text, and for a heading all of it. */
static struct pf_range heading_of(const struct pf_unit *u)
{
	return u->kind == PF_UNIT_HEADING ? pf_unit_range(u) : u->label;
}

/* In a paragraph of its own it is said of all; in a bullet, of what the bullet holds. */
static void read_sentences(struct pf_find *f, const struct pf_unit *u, size_t from, size_t to,
			   struct pf_metric *said)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t stop;

	for (uint32_t i = u->first; i < u->last; i = stop) {
		struct pf_metric all;

		stop = pf_sentence_stop(f, i, u->last);
		if (!tells_of_all(f, i, stop))
			continue;
		all = said_in(f, (struct pf_range){v[i].begin, v[stop - 1].end});
		share(f, from, to, &all, said);
	}
}

static void read_text(struct pf_find *f, size_t at, const size_t *metrics_at,
		      struct pf_metric *said)
{
	const struct pf_unit *u = &f->units.v[at];
	struct pf_metric of_item = pf_metric_of((struct pf_range){0});

	if (u->depth)
		read_sentences(f, u, metrics_at[at], metrics_at[at + 1], &of_item);
	else
		read_sentences(f, u, 0, f->out->metrics.n, said);
}

void pf_metrics_share(struct pf_find *f, const size_t *metrics_at)
{
	struct pf_metric said = pf_metric_of((struct pf_range){0}), below = said;
	size_t end = 0; /* of the section that is being read */

	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];
		struct pf_range heading = heading_of(u);

		/* "Sources: ..." below the metrics is an appendix by its name */
		if (i && u->part == PF_PART_APPENDIX && u[-1].part == PF_PART_METRICS)
			read_sentences(f, u, 0, f->out->metrics.n, &said);
		if (u->part != PF_PART_METRICS)
			continue;
		if (u->kind == PF_UNIT_TEXT)
			read_text(f, i, metrics_at, &said);
		if (i >= end) {
			below = pf_metric_of((struct pf_range){0});
			for (end = i; end < f->units.n; end++)
				if (f->units.v[end].part != PF_PART_METRICS)
					break;
		}
		if (!pf_range_empty(heading) && u->says == PF_PART_METRICS &&
		    metrics_at[i] < metrics_at[end]) {
			struct pf_metric all = said_in(f, heading);

			share(f, metrics_at[i], metrics_at[end], &all, &below);
		}
	}
}
