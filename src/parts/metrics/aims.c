/*
 * Metrics under a name of their own: "How will you know?", "What it is held to". Such a place is
 * known by what stands there: line after line goes from what is so today to what is meant. Once it
 * is known, other questions may ask for the rest by its role: "And what must not get worse?"
 */
#include "metrics_table.h"

#define LEAST_AIMS 2u /* one change may be told anywhere */

/* The units [first, last) that stand under one heading or answer one question. */
struct place {
	size_t first, last;
	size_t aims;
};

/* "Sites renewing: target 85%" */
static bool is_named_target(const struct pf_find *f, const struct pf_quant *q)
{
	return q->role == PF_ROLE_TARGET && q->pair == PF_QUANT_NONE && q->first &&
	       PF_ONE_OF(f, q->first - 1, "target", "goal", "aim");
}

static size_t aims_in(const struct pf_find *f, uint32_t begin, uint32_t end)
{
	size_t n = 0;

	for (size_t i = pf_quants_at(f->quants, begin);
	     i < f->quants->n && f->quants->v[i].begin < end; i++)
		n += (f->quants->v[i].role == PF_ROLE_BASELINE &&
		      f->quants->v[i].pair != PF_QUANT_NONE) ||
		     is_named_target(f, &f->quants->v[i]);
	return n;
}

/* An answer, what stands under a heading that names no part, or a table without one. */
static bool may_hold(const struct pf_unit *u)
{
	return u->kind != PF_UNIT_HEADING && (u->part == PF_PART_FAQ || u->part == PF_PART_OTHER ||
					      (u->kind == PF_UNIT_ROW && !u->by_label));
}

static bool is_line(const struct pf_unit *u)
{
	return !u->depth && u->kind == PF_UNIT_TEXT && u->first < u->last;
}

/* "By October 2028:" above a list. */
static bool leads_list(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return is_line(u) && at + 1 < f->units.n && u[1].depth &&
	       pf_token_is_sign(&f->tokens->v[u->last - 1], ':');
}

/* It is their heading, and none of them. */
static void name_metrics(struct pf_unit *u)
{
	u->kind = PF_UNIT_HEADING;
	u->level = PF_LEVEL_BOLD;
	u->says = u->part = PF_PART_METRICS;
	u->by_label = true;
	u->label = (struct pf_range){u->begin, u->end};
	u->body = u->end;
}

/* That, or the first below a rule: no more of the answer before. */
static bool stands_apart(const struct pf_find *f, size_t at)
{
	return leads_list(f, at) ||
	       (at && is_line(&f->units.v[at]) && f->units.v[at - 1].kind == PF_UNIT_OTHER);
}

/* "*Money.* Three courts, ..." leads to what is not under the label before. */
static bool opens(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	/* Below the release a table begins and ends by itself. */
	if (at && !u->by_label && (u->kind == PF_UNIT_ROW) != (u[-1].kind == PF_UNIT_ROW) &&
	    u->part != PF_PART_FAQ && u->part != PF_PART_OTHER)
		return true;
	return u->asked || u->kind == PF_UNIT_HEADING || stands_apart(f, at) ||
	       (u->level == PF_LEVEL_RUNIN && !u->depth && !pf_range_empty(u->label));
}

/* The answer of a question that shares its unit with it, else the unit. */
static uint32_t told_from(const struct pf_unit *u)
{
	return u->asked ? u->answer_at : u->begin;
}

static struct place place_at(const struct pf_find *f, size_t first)
{
	const struct pf_unit *v = f->units.v;
	struct place p = {first, first + 1, 0};

	while (p.last < f->units.n && !opens(f, p.last))
		p.last++;
	for (size_t i = p.first; i < p.last; i++)
		if (may_hold(&v[i]))
			p.aims += aims_in(f, told_from(&v[i]), v[i].end);
	return p;
}

#define ROLE_TOKENS 12u /* who asks for more asks for something else */

/* "What ...?", "And which ...?"; "What if ...?" supposes. */
static bool asks_which(const struct pf_find *f, uint32_t first, uint32_t last)
{
	if (first < last && PF_ONE_OF(f, first, "and", "but", "so"))
		first++;
	return first + 1 < last && last < first + ROLE_TOKENS &&
	       PF_ONE_OF(f, first, "what", "which", "how") && !PF_ONE_OF(f, first + 1, "if");
}

/* Does the question say a word of the cue? Few units do at all. */
static bool asks_with(const struct pf_find *f, const struct pf_unit *u, enum pf_cue cue)
{
	uint32_t last, stop;

	if (!u->cues[cue])
		return false;
	last = pf_token_at(f, u->ask_end);
	for (uint32_t i = pf_token_at(f, u->ask_begin); i < last; i++)
		if (pf_cue_here(f, i, last, cue, &stop))
			return true;
	return false;
}

/* "What may not suffer?", "What might get worse?" */
static bool asks_fearing(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t last = pf_token_at(f, u->ask_end);

	for (uint32_t i = pf_token_at(f, u->ask_begin); i < last; i++)
		if (PF_ONE_OF(f, i, "not", "never", "mustn't", "can't", "cannot", "shouldn't",
			      "won't", "don't", "could", "might", "may"))
			return true;
	return false;
}

/* "And which must not?" goes on from the question before. */
static bool ends_with_not(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t first = pf_token_at(f, u->ask_begin), last = pf_token_at(f, u->ask_end);

	while (last > first && f->tokens->v[last - 1].kind == PF_TOKEN_SIGN)
		last--;
	return last > first && PF_ONE_OF(f, last - 1, "not", "mustn't", "shouldn't");
}

/* The tier that a question asks for by its role: what may not suffer guards, what moves the goal
 * or is seen before it leads. */
enum pf_tier pf_role_asked(const struct pf_find *f, const struct pf_unit *u)
{
	bool guard = asks_with(f, u, PF_CUE_ASKS_GUARD) || ends_with_not(f, u);
	bool harm = !guard && asks_with(f, u, PF_CUE_ASKS_HARM);

	if (!guard && !harm && !asks_with(f, u, PF_CUE_ASKS_LEAD))
		return PF_TIER_NONE;
	if (!asks_which(f, pf_token_at(f, u->ask_begin), pf_token_at(f, u->ask_end)) ||
	    (harm && !asks_fearing(f, u)))
		return PF_TIER_NONE;
	return guard || harm ? PF_TIER_GUARDRAIL : PF_TIER_LEADING;
}

static bool has_number(const struct pf_find *f, const struct pf_unit *u)
{
	for (size_t i = pf_quants_at(f->quants, told_from(u));
	     i < f->quants->n && f->quants->v[i].begin < u->end; i++)
		if (f->quants->v[i].kind != PF_QUANT_DATE)
			return true;
	return false;
}

static bool is_headed(const struct pf_find *f, size_t first)
{
	return f->units.v[first].kind == PF_UNIT_HEADING && !f->units.v[first].ask;
}

/* "How does it scale?" asks how the thing is made, "If it is that small, why two of them?" for a
 * reason, whatever numbers they get. */
static bool asks_how_made(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t first = pf_token_at(f, u->ask_begin), last = pf_token_at(f, u->ask_end);

	for (uint32_t i = first; u->asked && i < last; i++)
		if (PF_ONE_OF(f, i, "why"))
			return true;
	while (last > first && f->tokens->v[last - 1].kind == PF_TOKEN_SIGN)
		last--;
	return u->asked && last > first + 2 && PF_ONE_OF(f, first, "how") &&
	       PF_ONE_OF(f, first + 1, "do", "does", "will") &&
	       PF_ONE_OF(f, last - 1, "scale", "work", "compare", "differ", "perform");
}

/* Does some question ask for what leads or guards, and get a number? Then another asks for the
 * goal. */
static bool asks_for_roles(const struct pf_find *f)
{
	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		if (u->asked && u->part == PF_PART_FAQ && pf_role_asked(f, u) != PF_TIER_NONE &&
		    (has_number(f, u) || (i + 1 < f->units.n && has_number(f, u + 1))))
			return true;
	}
	return false;
}

/* Prose of the release under no label, that may tell anything. */
static bool is_plain_prose(const struct pf_unit *u)
{
	return u->kind == PF_UNIT_TEXT && !u->depth && !u->quoted && !u->asked && !u->by_label &&
	       pf_range_empty(u->label) &&
	       (u->part == PF_PART_SOLUTION || u->part == PF_PART_BENEFITS ||
		u->part == PF_PART_PROBLEM || u->part == PF_PART_START);
}

/* The plain prose of one paragraph, which may have been cut. */
static struct place paragraph_at(const struct pf_find *f, size_t first)
{
	const struct pf_unit *v = f->units.v;
	struct place p = {first, first, 0};

	while (p.last < f->units.n && v[p.last].block == v[first].block &&
	       is_plain_prose(&v[p.last])) {
		p.aims += aims_in(f, v[p.last].begin, v[p.last].end);
		p.last++;
	}
	return p;
}

/* "Broken nights: from seven to two. Late warnings: no more than 1 in 30.": who has no list tells
 * what is meant in a paragraph of its own, the one with most changes. */
static void take_paragraph(struct pf_find *f)
{
	struct place most = {0, 0, LEAST_AIMS - 1}, p;

	for (size_t i = 0; i < f->units.n; i = p.last + (p.last == i)) {
		p = paragraph_at(f, i);
		if (p.aims > most.aims)
			most = p;
	}
	for (size_t i = most.first; i < most.last; i++)
		f->units.v[i].part = PF_PART_METRICS;
}

void pf_aims_take(struct pf_find *f)
{
	struct place most = {0, 0, 0};
	size_t least = asks_for_roles(f) ? 1 : LEAST_AIMS;

	for (size_t i = 0; i < f->units.n;) {
		struct place p = place_at(f, i);

		/* The preamble has neither heading nor question; what has a heading above it is
		 * told for its own sake. */
		if (opens(f, p.first) && !asks_how_made(f, &f->units.v[p.first]) &&
		    (p.aims > most.aims ||
		     (p.aims && p.aims == most.aims && is_headed(f, p.first))))
			most = p;
		i = p.last;
	}
	if (most.aims < least) {
		take_paragraph(f);
		return;
	}
	for (size_t i = most.first; i < most.last; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (may_hold(u) && told_from(u) < u->end)
			u->part = PF_PART_METRICS;
	}
	if (leads_list(f, most.first))
		name_metrics(&f->units.v[most.first]);
}

void pf_roles_take(struct pf_find *f)
{
	bool taking = false;

	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->asked && u->tier == PF_TIER_NONE)
			u->tier = (uint8_t)pf_role_asked(f, u);
		if (u->asked || u->kind == PF_UNIT_HEADING || u->part != PF_PART_FAQ)
			taking = u->asked && u->part == PF_PART_FAQ && u->tier != PF_TIER_NONE;
		if (taking && may_hold(u) && has_number(f, u))
			u->part = PF_PART_METRICS;
	}
}

static enum pf_tier tier_of_row(const struct pf_find *f, const struct pf_unit *u)
{
	enum pf_tier tier = PF_TIER_NONE;

	for (uint32_t i = u->block + 1;
	     i < f->n_blocks && f->blocks[i].parent == u->block && tier == PF_TIER_NONE; i++)
		tier = pf_tier_in_front(f, (struct pf_range){f->blocks[i].begin, f->blocks[i].end});
	return tier;
}

void pf_tables_take(struct pf_find *f)
{
	size_t last;

	for (size_t first = 0; first < f->units.n; first = last) {
		uint32_t tiers = 0, named = 0;

		for (last = first; last < f->units.n && f->units.v[last].kind == PF_UNIT_ROW;
		     last++) {
			enum pf_tier tier = tier_of_row(f, &f->units.v[last]);

			named += tier != PF_TIER_NONE && !(tiers & 1u << tier);
			tiers |= tier != PF_TIER_NONE ? 1u << tier : 0u;
		}
		if (last > first && pf_metrics_head(f, f->units.v[first].block))
			named = 2;
		for (size_t i = first; named >= 2 && i < last; i++)
			f->units.v[i].part = PF_PART_METRICS;
		last += last == first;
	}
}
