/*
 * Whose house one who speaks is of: the company's, by its name, or a stranger's, who is "at"
 * another name or leads one of many.
 */
#include "voices.h"

#define OPENING_UNITS 24u /* names are given where the release begins */

/* Is the word one of a name in the unit? `begins`: its first. */
static bool is_named_in(const struct pf_find *f, const struct pf_unit *u, uint32_t word,
			bool begins)
{
	const struct pf_token *v = f->tokens->v;

	for (uint32_t i = u->first; i < u->last; i++)
		if (v[i].hash == v[word].hash && v[i].flags & PF_TOKEN_CAPITAL &&
		    !(begins && i > u->first && v[i - 1].flags & PF_TOKEN_CAPITAL))
			return true;
	return false;
}

/* Is the word a name in the headline, the sub-heading or the announcement, above unit `at`? */
static bool is_own_name(const struct pf_find *f, size_t at, uint32_t word, bool begins)
{
	for (size_t k = 0; k < at && k < OPENING_UNITS; k++) {
		const struct pf_unit *u = &f->units.v[k];

		if ((u->part == PF_PART_HEADLINE || u->part == PF_PART_SUBHEADING ||
		     u->part == PF_PART_SUMMARY) &&
		    is_named_in(f, u, word, begins))
			return true;
	}
	return false;
}

/* Or is it a name in the title, and what else stands above the headline? */
static bool is_house_name(const struct pf_find *f, size_t at, uint32_t word, bool begins)
{
	for (size_t k = 0; k < at && k < OPENING_UNITS; k++) {
		const struct pf_unit *u = &f->units.v[k];

		if (u->part == PF_PART_HEADLINE || u->part == PF_PART_FAQ)
			break;
		if (is_named_in(f, u, word, begins))
			return true;
	}
	return is_own_name(f, at, word, begins);
}

/* "Director of payroll, large hotel group": a house without a name is nobody's own. */
static bool is_some_house(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = u->last, least = u->last > u->first + 6 ? u->last - 6 : u->first;

	while (i > u->first && v[i - 1].kind == PF_TOKEN_SIGN)
		i--;
	if (i < u->first + 3 || v[i - 1].flags & PF_TOKEN_QUOTED ||
	    PF_ONE_OF(f, i - 2, "the", "our") ||
	    !PF_ONE_OF(f, i - 1, "bank", "company", "firm", "retailer", "agency", "hospital",
		       "clinic", "school", "university", "startup", "manufacturer", "insurer",
		       "shop", "group", "chain"))
		return false;
	for (uint32_t k = i - 1; k > least; k--)
		if (v[k - 1].flags & PF_TOKEN_QUOTED || v[k - 1].flags & PF_TOKEN_SENTENCE)
			return false;
		else if (pf_token_is_sign(&v[k - 1], ','))
			return true;
	return false;
}

#define OFFICE_NEAR 3u /* tokens: "who leads housekeeping at a hotel" */

static bool is_of_one_of_many(const struct pf_find *f, uint32_t i, uint32_t last)
{
	for (uint32_t k = i; k + 1 < last && k < i + OFFICE_NEAR; k++)
		if (PF_ONE_OF(f, k, "of", "at", "for") && PF_ONE_OF(f, k + 1, "a", "an"))
			return true;
	return false;
}

/* "A product manager who piloted an early build" */
static bool has_tried(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first + 1; i + 1 < u->last; i++)
		if (!(f->tokens->v[i].flags & PF_TOKEN_QUOTED) && PF_ONE_OF(f, i, "who") &&
		    PF_ONE_OF(f, i + 1, "piloted", "tested", "tried", "uses", "used", "bought"))
			return true;
	return false;
}

#define TRADE_TOKENS \
	5u /* between the article and the title: "a third-generation funeral director" */

/* "A funeral director in Murfreesboro": an article, a trade and the title tell what one is, and not
 * whose house one leads. `i` is the title, `stop` behind it. */
static bool is_by_trade(const struct pf_find *f, uint32_t i, uint32_t stop, const struct pf_unit *u)
{
	if (stop < u->last && PF_ONE_OF(f, stop, "of", "at", "for"))
		return false;
	/* "A director in the lab added" */
	if (i == u->first + 1 && PF_ONE_OF(f, u->first, "a", "an") && stop < u->last)
		return PF_ONE_OF(f, stop, "in", "from", "who", "whose");
	for (uint32_t k = i; k > u->first + 1 && i - k < TRADE_TOKENS; k--)
		if (f->tokens->v[k - 1].flags & PF_TOKEN_CAPITAL ||
		    (f->tokens->v[k - 1].kind != PF_TOKEN_WORD &&
		     !pf_token_is_sign(&f->tokens->v[k - 1], '-')))
			return false;
		else if (PF_ONE_OF(f, k - 2, "a", "an"))
			return true;
	return false;
}

bool pf_leads_some_house(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t stop;

	for (uint32_t i = u->first; u->cues[PF_CUE_LEADER] && i < u->last; i++)
		if (!(f->tokens->v[i].flags & PF_TOKEN_QUOTED) &&
		    pf_cue_here(f, i, u->last, PF_CUE_LEADER, &stop) &&
		    (is_of_one_of_many(f, stop, u->last) || is_by_trade(f, i, stop, u)))
			return true;
	return false;
}

/* "Ada Holm, Kestrel developer" is of the house, "Ada Holm, Kestrel user" is not. */
bool pf_is_of_the_house(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	bool own = false;

	for (uint32_t i = u->first; i < u->last; i++) {
		const struct pf_token *t = &f->tokens->v[i];

		own = own || (t->flags & PF_TOKEN_CAPITAL && is_own_name(f, at - 1, i, false));
		if (PF_ONE_OF(f, i, "user", "users", "customer", "customers", "member", "tester",
			      "player", "subscriber"))
			return false;
	}
	return own;
}

#define HOUSE_TOKENS 6u /* of a house's name */

/* "Said the Kestrel developer", "- Kestrel developer": there is one, and users are many. */
static bool makes_it(const struct pf_find *f, const struct pf_unit *u, uint32_t name)
{
	return name > u->first &&
	       (PF_ONE_OF(f, name - 1, "the") || pf_token_is_sign(&f->tokens->v[name - 1], '-')) &&
	       PF_ONE_OF(f, name + 1, "developer", "developers", "team", "author", "maker",
			 "makers", "engineers");
}

/* "Director of Little Fir" in small letters: the capital is of a name, for a department would have
 * none either. `of` stands behind the title. */
static bool leads_by_name(const struct pf_find *f, uint32_t of)
{
	const struct pf_token *title = &f->tokens->v[of - 1];

	return !(title->flags & PF_TOKEN_CAPITAL) &&
	       f->tokens->v[of + 1].flags & PF_TOKEN_CAPITAL &&
	       PF_ONE_OF(f, of - 1, "director", "owner", "manager", "president", "principal",
			 "headteacher", "supervisor", "secretary");
}

#define TEAM_TOKENS 4u

/* "Said the tidelog.dev team": those who made it; "the sales team at Elm" is of Elm. */
static bool is_the_team(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;

	for (uint32_t i = u->first + 1; i < u->last; i++) {
		if (v[i].flags & PF_TOKEN_QUOTED || !PF_ONE_OF(f, i, "team", "authors", "makers") ||
		    (i + 1 < u->last && v[i + 1].kind == PF_TOKEN_WORD))
			continue;
		for (uint32_t k = i; k > u->first && i - k < TEAM_TOKENS; k--)
			if (PF_ONE_OF(f, k - 1, "the"))
				return true;
	}
	return false;
}

/* "Product Manager at TechStart": 1 for a stranger's house, -1 for the company's, 0 for none. */
int pf_house_named(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	const struct pf_token *v = f->tokens->v;

	if (is_some_house(f, u) || pf_leads_some_house(f, u) || has_tried(f, u))
		return 1;
	if (is_the_team(f, u))
		return -1;
	for (uint32_t i = u->first; i + 1 < u->last; i++) {
		uint32_t k = i + 1;
		bool of = PF_ONE_OF(f, i, "of", "on");
		uint32_t stop;

		/* "Kestrel maintainer, and CTO at Elm": what comes first counts. */
		if (!(v[i].flags & PF_TOKEN_QUOTED) && v[i].flags & PF_TOKEN_CAPITAL &&
		    (pf_cue_here(f, i + 1, u->last, PF_CUE_LEADER, &stop) || makes_it(f, u, i)) &&
		    is_house_name(f, at, i, true))
			return -1;

		if (v[i].flags & PF_TOKEN_QUOTED || !(of || PF_ONE_OF(f, i, "at")))
			continue;
		/* "at early adopter Horizon Lending" */
		while (k + 1 < u->last && k < i + 3 && v[k].kind == PF_TOKEN_WORD &&
		       !(v[k].flags & PF_TOKEN_CAPITAL))
			k++;
		if (v[k].kind != PF_TOKEN_WORD || !(v[k].flags & PF_TOKEN_CAPITAL))
			continue;
		/* "Of Bangor" tells of a place as often as of a house, and "Head of Crates" at Elm
		 * Dairy has nothing to do with Harbour Crates. */
		if (!of || (i > u->first && leads_by_name(f, i)) || is_house_name(f, at, k, true))
			return is_house_name(f, at, k, of) ? -1 : 1;
	}
	return 0;
}

/* Does the headline open with the word? Not all names have a capital: "wolfgate Releases ..." */
static bool opens_headline(const struct pf_find *f, uint32_t word)
{
	for (size_t k = 0; k < f->units.n && k < OPENING_UNITS; k++)
		if (f->units.v[k].part == PF_PART_HEADLINE && f->units.v[k].first < f->tokens->n)
			return f->tokens->v[word].kind == PF_TOKEN_WORD &&
			       f->tokens->v[f->units.v[k].first].hash == f->tokens->v[word].hash;
	return false;
}

/* ", Acme Corp." at the end of who says it: 1 for a house that the release is not of, -1 for the
 * one of its headline, 0 where none stands there. */
int pf_house_at_end(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	const struct pf_token *v = f->tokens->v;
	uint32_t first = u->first, last, i, stop;

	while (first < u->last && !(v[first].flags & PF_TOKEN_QUOTED))
		first++;
	while (first < u->last && v[first].flags & PF_TOKEN_QUOTED)
		first++;
	/* What they go on to say is behind the house. */
	for (last = ++first; last < u->last && !pf_token_is_sign(&v[last], '"');)
		last++;
	for (i = last; i > first && !pf_token_is_sign(&v[i - 1], ',');)
		i--;
	if (i <= first || i == last)
		return 0;
	if (opens_headline(f, i) && i + 2 >= last)
		return -1;
	if (last - i > HOUSE_TOKENS || !(v[i].flags & PF_TOKEN_CAPITAL) ||
	    pf_cue_here(f, i, last, PF_CUE_LEADER, &stop))
		return 0;
	/* "Co-chair of Kestrel's board, Ada Holm" */
	for (i = first; i < last; i++)
		if (v[i].flags & PF_TOKEN_CAPITAL && is_house_name(f, at, i, false))
			return 0;
	return 1;
}

static bool is_word_of_name(const struct pf_token *t)
{
	return t->kind == PF_TOKEN_WORD && t->flags & PF_TOKEN_CAPITAL;
}

/* "says Bram Molenaar" of Molenaar Dental Labs: who bears the house's name speaks for it; so does
 * Watson, where "Jeff Watson released" it. */
static bool bears_its_name(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	const struct pf_token *v = f->tokens->v;
	uint32_t stop;

	for (uint32_t i = u->first + 1; i + 1 < u->last; i++)
		if (!(v[i].flags & PF_TOKEN_QUOTED) && v[i].flags & PF_TOKEN_CAPITAL &&
		    pf_cue_here(f, i - 1, u->last, PF_CUE_SAID, &stop) &&
		    (is_word_of_name(&v[i + 1])
			     ? !is_house_name(f, at, i, false) && is_house_name(f, at, i + 1, false)
			     : is_own_name(f, at, i, false)))
			return true;
	return false;
}

/* Is the word a name in the title, or in what stands above it? */
static bool is_in_title(const struct pf_find *f, uint32_t word)
{
	for (size_t k = 0; k < f->units.n && k < OPENING_UNITS; k++) {
		if (is_named_in(f, &f->units.v[k], word, true))
			return true;
		if (f->units.v[k].part == PF_PART_HEADLINE)
			return false;
	}
	return false;
}

#define OFFICE_TOKENS 10u

/* "Crew lead, Ironbeck Joliet: "I used to ..."": called by an office and the house, and by nothing
 * they do for themselves. */
static bool has_office(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	bool own = false;

	for (uint32_t i = u->first;
	     i < u->last && !(v[i].flags & PF_TOKEN_QUOTED) && !pf_token_is_sign(&v[i], ':'); i++) {
		if (i >= u->first + OFFICE_TOKENS ||
		    PF_ONE_OF(f, i, "who", "whose", "a", "an", "user", "customer", "member"))
			return false;
		own = own || (i > u->first && v[i].flags & PF_TOKEN_CAPITAL && is_in_title(f, i));
	}
	return own;
}

int pf_house_of(const struct pf_find *f, size_t at)
{
	return bears_its_name(f, at) || has_office(f, &f->units.v[at]) ? -1 : pf_house_named(f, at);
}
