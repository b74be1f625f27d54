/*
 * lede.c - the summary of a release that announces nothing in the usual words: its first prose
 * below headline and sub-heading says in short what the rest says at length.
 */
#include "release.h"

#define LEDE_WORDS 8u /* fewer are a line of form */

/* Headings, rules, "- **Author**: Ada Holm", "> Status: draft" */
static bool stands_above(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_HEADING || f->blocks[u->block].kind == PF_BLOCK_RULE ||
	       u->part == PF_PART_HEADLINE || u->part == PF_PART_SUBHEADING ||
	       (u->quoted && u->part == PF_PART_OTHER) ||
	       (u->depth && !u->by_label && pf_unit_words(f, u) < LEDE_WORDS);
}

/* The unit of the first prose below the headline of a release; f->units.n if there is none. */
static size_t first_prose(const struct pf_find *f)
{
	bool head = false, sub = false;
	size_t at = 0;

	for (; at < f->units.n; at++) {
		const struct pf_unit *u = &f->units.v[at];

		head = head || u->part == PF_PART_HEADLINE;
		sub = sub || u->part == PF_PART_SUBHEADING;
		if (head && !stands_above(f, u))
			break;
	}
	return f->press || sub || pf_units_have(f, PF_PART_QUOTE_COMPANY) ||
			       pf_units_have(f, PF_PART_QUOTE_CUSTOMER)
		       ? at
		       : f->units.n;
}

/* Is more of the offer told behind unit `at`, above the questions? */
static bool offers_behind(const struct pf_find *f, size_t at)
{
	for (size_t i = at + 1; i < f->units.n && f->units.v[i].part != PF_PART_FAQ; i++)
		if (f->units.v[i].part == PF_PART_SOLUTION && f->units.v[i].kind != PF_UNIT_HEADING)
			return true;
	return false;
}

/* "Watch Sheet is for the mate who answers for the hold. Today he ...": the name comes first, and
 * then what is wrong. */
static bool names_title(const struct pf_find *f, const struct pf_unit *u)
{
	for (size_t i = 0; i < f->units.n && f->units.v + i < u; i++)
		if (f->units.v[i].part == PF_PART_HEADLINE) {
			uint32_t name = pf_headline_name(f, i);

			for (uint32_t k = u->first; name && k < u->last && k < u->first + 3; k++)
				if (f->tokens->v[k].hash == name)
					return true;
		}
	return false;
}

#define TROUBLE_ABOVE 2u /* paragraphs */

/* A release that opens with what is wrong says in its first sentence of the offer what is new. */
static size_t past_trouble(const struct pf_find *f, size_t at)
{
	size_t i = at;

	while (i < f->units.n && i < at + TROUBLE_ABOVE &&
	       (f->blocks[f->units.v[i].block].kind == PF_BLOCK_RULE ||
		(f->units.v[i].kind == PF_UNIT_TEXT && f->units.v[i].part == PF_PART_PROBLEM &&
		 !f->units.v[i].by_label)))
		i++;
	return i > at && i < f->units.n && f->units.v[i].part == PF_PART_SOLUTION &&
			       (names_title(f, &f->units.v[i]) || pf_story_turns(f, &f->units.v[i]))
		       ? i
		       : at;
}

static bool may_lead(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return !u->by_label && !u->depth && !u->ask && u->kind == PF_UNIT_TEXT &&
	       pf_unit_words(f, u) >= LEDE_WORDS && !pf_is_quotation(f, at);
}

void pf_lede_take(struct pf_find *f)
{
	size_t first = first_prose(f), at = first;
	struct pf_unit *u;
	uint32_t stop;

	if (at >= f->units.n || !may_lead(f, at))
		return;
	if (!names_title(f, &f->units.v[at]))
		at = past_trouble(f, at);
	u = &f->units.v[at];
	if (!may_lead(f, at))
		return;
	stop = pf_sentence_stop(f, u->first, u->last);
	if (u->part == PF_PART_OTHER || (u->part == PF_PART_SOLUTION && offers_behind(f, at) &&
					 (at == first || stop >= u->last))) {
		u->part = PF_PART_SUMMARY;
	} else if (stop < u->last && (u->part == PF_PART_SOLUTION ||
				      (u->part == PF_PART_PROBLEM && names_title(f, u)))) {
		pf_unit_split(f, at, stop);
		f->units.v[at].part = PF_PART_SUMMARY;
	}
}
