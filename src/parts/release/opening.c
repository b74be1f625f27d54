/*
 * opening.c - what stands between the title and the first prose of a release: the sub-heading, the
 * day, and what is of the document and of no part.
 */
#include "reading.h"
#include "units/units.h"

#define DAY_WORDS     9u  /* in more, a day is told among other things */
#define RELEASE_UNITS 64u /* headings further down are not held against the first */

/* "**Scope: 90 days**" above the prose is of the document, and of no part. */
bool pf_is_field(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t colon = pf_label_colon(f, u->first, u->last);

	return colon && colon <= u->first + 2 && u->says == PF_LABEL_NONE &&
	       pf_unit_sentences(f, u) == 1 &&
	       PF_ONE_OF(f, colon - 1, "scope", "status", "owner", "owners", "author", "authors",
			 "version", "objective", "reviewers", "sponsor", "stakeholders", "team");
}

/* "*LEITH (3 June 2028)*", "**30 August 2027, Dunmore County**": little more than a day. */
bool pf_is_day_line(const struct pf_find *f, const struct pf_unit *u)
{
	if (pf_unit_words(f, u) > DAY_WORDS || pf_is_field(f, u))
		return false;
	for (size_t i = pf_quants_at(f->quants, u->begin);
	     i < f->quants->n && f->quants->v[i].begin < u->end; i++)
		if (f->quants->v[i].kind == PF_QUANT_DATE && f->quants->v[i].date != INT32_MIN)
			return true;
	return false;
}

/* All of it bold, or set apart in italics: it may stand below the day as well. */
bool pf_is_line_apart(const struct pf_find *f, const struct pf_unit *u)
{
	return f->blocks[u->block].emphasis || (u->whole && u->level == PF_LEVEL_BOLD);
}

/* "## Summary" right below: two headings above it are headline and sub-heading. */
static bool opens_with_label(const struct pf_find *f, size_t at)
{
	return at < f->units.n && f->units.v[at].kind == PF_UNIT_HEADING &&
	       f->units.v[at].says < PF_PART_COUNT;
}

/* "> [!NOTE]" */
static bool is_callout(const struct pf_find *f, const struct pf_unit *u)
{
	return u->quoted && u->first + 1 < u->last &&
	       pf_token_is_sign(&f->tokens->v[u->first], '[') &&
	       pf_token_is_sign(&f->tokens->v[u->first + 1], '!');
}

static bool is_picture(const struct pf_find *f, const struct pf_unit *u)
{
	return u->end > u->begin + 2 && f->text.ptr[u->begin] == '!' &&
	       f->text.ptr[u->begin + 1] == '[' && f->text.ptr[u->end - 1] == ')' &&
	       pf_unit_words(f, u) < DAY_WORDS;
}

bool pf_is_aside(const struct pf_find *f, const struct pf_unit *u)
{
	return is_callout(f, u) || is_picture(f, u);
}

/* "A RICH SERVICE", prose, "LIBERATING USERS": of headings that name no part and follow each other
 * over prose the first is one of them. */
static bool is_one_of_many(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	uint32_t alike = 0;

	for (size_t i = at + 1;
	     i < f->units.n && i < at + RELEASE_UNITS && f->units.v[i].part != PF_PART_FAQ; i++) {
		const struct pf_unit *next = &f->units.v[i];

		if (next->kind != PF_UNIT_HEADING || next->level > u->level)
			continue;
		if (i == at + 1 || next->level < u->level)
			return false;
		alike += !next->ask && next->says == PF_LABEL_NONE;
	}
	return alike > 1;
}

/* "### Pitch. Plan. Play." has three words, each with its full stop. */
static uint32_t least_words(const struct pf_find *f, const struct pf_unit *u)
{
	return pf_ends_in(f, u->first, u->last, '.') || pf_ends_in(f, u->first, u->last, '!') ? 3
											      : 4;
}

bool pf_is_subheading(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	uint32_t words = pf_unit_words(f, u);
	bool apart = pf_is_line_apart(f, u);

	if (u->says != PF_LABEL_NONE || r->sub || (r->dated && !apart) || r->texts ||
	    r->headline == SIZE_MAX || at < r->headline || u->depth || words < least_words(f, u) ||
	    words > 45 || is_callout(f, u) || pf_is_field(f, u))
		return false;
	if ((apart || u->kind == PF_UNIT_HEADING) && pf_is_above_dateline(f, u))
		return !pf_is_day_line(f, u);
	/* A title above "Press release" has no sub-heading below that. */
	if (r->headline < r->release)
		return false;
	if (apart)
		return !pf_is_day_line(f, u);
	if (u->kind == PF_UNIT_HEADING)
		return (u->level > f->units.v[r->headline].level && !is_one_of_many(f, at)) ||
		       (at == r->headline + 1 && u->level == f->units.v[r->headline].level &&
			opens_with_label(f, at + 1));
	if (words > 30 || pf_unit_sentences(f, u) > 1 || u->cues[PF_CUE_ANNOUNCE] ||
	    pf_has_date(f, u->begin, u->end))
		return false;
	/* What a summary has its own label for is not said above it. */
	return r->summed || (!pf_prose_is_named(f, r, u) && !pf_prose_opens_with_title(f, r, at) &&
			     u->cues[PF_CUE_PROBLEM] < 2);
}

/* The title stands above "Press release", and what it means in italics right below it. */
bool pf_is_below_title(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return r->headline != SIZE_MAX && at == r->headline + 1 && at < r->release &&
	       u->kind == PF_UNIT_TEXT && !u->by_label && !u->depth && u->says == PF_LABEL_NONE &&
	       f->blocks[u->block].emphasis && !pf_is_day_line(f, u) && pf_unit_words(f, u) >= 4 &&
	       pf_unit_words(f, u) <= 45;
}
