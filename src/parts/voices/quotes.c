/*
 * Quotations: which prose is one, and who speaks. What speaks for the company
 * is its titles and its own name; whoever is "at" another name is a customer.
 */
#include <string.h>

#include "voices.h"

#define ATTRIBUTION_TOKENS 24u

/* A list of nothing but one name. */
static bool is_lone_name(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	const struct pf_token *v = f->tokens->v;

	return u->item && u->last > u->first && u->last - u->first <= 12 &&
	       v[u->first].kind == PF_TOKEN_WORD && v[u->first].flags & PF_TOKEN_CAPITAL &&
	       !pf_token_is_sign(&v[u->last - 1], '.') && !f->units.v[at - 1].depth &&
	       (at + 1 == f->units.n || !f->units.v[at + 1].depth);
}

static bool ends_sentence(const struct pf_token *t)
{
	return t->kind == PF_TOKEN_SIGN && t->sign && strchr(".!?", t->sign);
}

/* Whole sentences behind a quotation sign nothing. */
static bool is_prose(const struct pf_find *f, const struct pf_unit *u)
{
	return u->last - u->first > PF_ASIDE_TOKENS && ends_sentence(&f->tokens->v[u->last - 1]);
}

bool pf_is_attribution(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	if (!at || u->last - u->first > ATTRIBUTION_TOKENS || u->first == u->last)
		return false;
	return pf_token_is_sign(&f->tokens->v[u->first], '-') || u->quoted ||
	       f->blocks[u->block].emphasis ||
	       (f->units.v[at - 1].block == u->block && !is_prose(f, u)) || is_lone_name(f, at);
}

static bool says_i(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first; u->cues[PF_CUE_CUSTOMER] && i < u->last; i++)
		if (PF_ONE_OF(f, i, "i", "i'm", "i've", "i'd", "my"))
			return true;
	return false;
}

/* A capital behind the closing mark, "Jenny, event manager", or a line below that names one. */
static bool is_attributed(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	const struct pf_token *v = f->tokens->v;
	uint32_t i = u->last;

	while (i > u->first && !(v[i - 1].flags & PF_TOKEN_QUOTED) &&
	       !pf_token_is_sign(&v[i - 1], '"'))
		if (pf_token_is_sign(&v[--i], '-') ||
		    (v[i].kind == PF_TOKEN_WORD && v[i].flags & PF_TOKEN_CAPITAL))
			return true;
	/* One who says "I" in a paragraph of their own needs no name. */
	if (!u->quoted && i == u->last && says_i(f, u) && u->last - u->first > 14)
		return true;
	/* In a release with a date a whole paragraph in marks is what someone said of it. */
	if (f->out->dateline.end && !u->depth && i == u->last && u->last - u->first > 20)
		return true;
	/* "- Ada" is an item to the parser, and has lost its dash. */
	return at + 1 < f->units.n && f->units.v[at + 1].kind == PF_UNIT_TEXT &&
	       pf_is_attribution(f, at + 1) &&
	       (f->units.v[at + 1].depth
			? (u->quoted && f->units.v[at + 1].quoted) || is_lone_name(f, at + 1)
			: pf_token_is_sign(&v[f->units.v[at + 1].first], '-') ||
				  f->blocks[f->units.v[at + 1].block].emphasis);
}

/* Where what is said begins: behind "Quote:" on the same line. */
uint32_t pf_quote_first(const struct pf_find *f, const struct pf_unit *u)
{
	bool labelled = (u->says == PF_PART_QUOTE_COMPANY || u->says == PF_PART_QUOTE_CUSTOMER) &&
			u->level == PF_LEVEL_RUNIN && u->body > u->begin && u->body < u->end;

	return labelled ? pf_token_at(f, u->body) : u->first;
}

#define FEW_SAID 3u /* words between the marks */

/* "Wow." - Ada Holm, "I stopped," says Ada Holm, "It fits." (owner, York): however short it is, one
 * who gives their name to it said it. */
static bool is_signed(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t first = pf_quote_first(f, u), i = first + 1, stop;

	if (u->depth || u->last < first + 5 || !pf_token_is_sign(&v[first], '"'))
		return false;
	i += pf_token_is_sign(&v[i], '"'); /* marks of two kinds */
	while (i < u->last && v[i].flags & PF_TOKEN_QUOTED)
		i++;
	if (i + 3 >= u->last || !pf_token_is_sign(&v[i], '"'))
		return false;
	if (pf_token_is_sign(&v[i + 1], '(') && pf_token_is_sign(&v[u->last - 1], ')'))
		return i > first + FEW_SAID;
	if (pf_cue_here(f, i + 1, u->last, PF_CUE_SAID, &stop) && i > first + FEW_SAID)
		return true;
	return pf_token_is_sign(&v[i + 1], '-') && v[i + 2].flags & PF_TOKEN_CAPITAL &&
	       (v[i + 3].flags & PF_TOKEN_CAPITAL || u->quoted);
}

#define RELEASE_UNITS 64u /* so far a release is read for what it is */

/* A page with a problem under its label is a release; posts quote what others wrote. */
static bool stands_below_problem(const struct pf_find *f, size_t at)
{
	for (size_t i = 0; i < at && i < RELEASE_UNITS; i++)
		if (f->units.v[i].by_label && f->units.v[i].says == PF_PART_PROBLEM)
			return true;
	return false;
}

/* "> We were tired of two keys.": a block quote that says "we" or "I" first, without marks or a
 * name. Right below "Solution" it is the solution, on a page that sets all its text like that. */
static bool is_first_person(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	static const char *const who[] = {"i", "we", "my", "our"};
	const struct pf_token *first = &f->tokens->v[u->first];
	struct pf_slice word;

	if (!u->quoted || !u->whole || u->depth || u->last - u->first < 8 || !at ||
	    (u[-1].kind == PF_UNIT_HEADING && u[-1].says < PF_PART_COUNT))
		return false;
	/* An empty unit at the end has no first token. */
	word = pf_slice_cut(f->text, first->begin, first->end);
	for (size_t i = 0; i < sizeof(who) / sizeof(*who); i++)
		if (pf_slice_starts_nocase(word, who[i]) &&
		    (word.len == strlen(who[i]) || word.ptr[strlen(who[i])] == '\'' ||
		     (unsigned char)word.ptr[strlen(who[i])] == 0xE2))
			return stands_below_problem(f, at);
	return false;
}

#define SIGNATURE_TOKENS 10u

/* First and last name, and behind them nothing or a comma. */
static bool is_full_name(const struct pf_token *v, uint32_t i, uint32_t last)
{
	return i + 2 <= last && v[i].flags & PF_TOKEN_CAPITAL &&
	       v[i + 1].flags & PF_TOKEN_CAPITAL && v[i + 1].kind == PF_TOKEN_WORD &&
	       (i + 2 == last || pf_token_is_sign(&v[i + 2], ','));
}

/* "I used to queue for an hour. - Otto Brand": no marks, and a name behind the dash. In a block
 * quote a first name will do. */
static bool is_signed_off(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t n = u->last - u->first, i = u->last;
	uint32_t least = n > SIGNATURE_TOKENS ? u->last - SIGNATURE_TOKENS : u->first;

	if (n < 6 || !(u->cues[PF_CUE_CUSTOMER] || u->quoted))
		return false;
	while (i > least && !(pf_token_is_sign(&v[i - 1], '-') && v[i - 1].flags & PF_TOKEN_SPACED))
		i--;
	if (i >= least + 2 && is_full_name(v, i, u->last) && !u->quoted)
		return true;
	return i >= least + 2 && i < u->last && ends_sentence(&v[i - 2]) &&
	       v[i].flags & PF_TOKEN_CAPITAL &&
	       (i + 1 < u->last ? (v[i + 1].flags & PF_TOKEN_CAPITAL) != 0 || u->quoted
				: u->quoted);
}

/* "- Ada Holm, founder" */
static bool opens_with_dash(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;

	return u->last > u->first + 1 && u->last - u->first <= ATTRIBUTION_TOKENS &&
	       pf_token_is_sign(&v[u->first], '-') && v[u->first + 1].flags & PF_TOKEN_CAPITAL;
}

/* A block quote without marks, and a name on a line of its own below. */
static bool is_signed_below(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at], *next = u + 1;

	return u->quoted && !u->depth && u->last - u->first >= 8 && at + 1 < f->units.n &&
	       next->quoted && next->kind == PF_UNIT_TEXT &&
	       (is_lone_name(f, at + 1) || opens_with_dash(f, next));
}

/* "Anneli Berg was flying to a funeral. "I had a seat ..."": a first and a last name, then what
 * they say. */
static bool opens_with_person(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = u->first;

	return i + 2 < u->last && v[i].kind == PF_TOKEN_WORD && v[i].flags & PF_TOKEN_CAPITAL &&
	       v[i + 1].kind == PF_TOKEN_WORD && v[i + 1].flags & PF_TOKEN_CAPITAL &&
	       (v[u->last - 1].flags & PF_TOKEN_QUOTED || pf_token_is_sign(&v[u->last - 1], '"'));
}

/* "The screen says "This goes tomorrow"", "it reads: ...": what is shown was said by nobody. */
static bool is_shown(const struct pf_find *f, const struct pf_unit *u)
{
	static const char *const things[] = {
		"it",      "app",     "banner", "bill",   "board",  "box",   "button",  "card",
		"display", "email",   "form",   "label",  "letter", "line",  "machine", "mail",
		"map",     "message", "meter",  "note",   "notice", "page",  "phone",   "poster",
		"receipt", "reply",   "screen", "sheet",  "sign",   "site",  "slip",    "sticker",
		"tablet",  "tag",     "text",   "ticket", "till",   "voice", "website"};
	uint32_t stop;
	bool shown = false;

	for (uint32_t i = u->first + 1; i < u->last; i++) {
		if (f->tokens->v[i].flags & PF_TOKEN_QUOTED ||
		    !pf_cue_here(f, i, u->last, PF_CUE_SAID, &stop) || stop == u->last)
			continue;
		/* "She says go, and it goes." quotes nobody. */
		if (f->tokens->v[stop].kind == PF_TOKEN_WORD &&
		    f->tokens->v[i - 1].kind == PF_TOKEN_WORD &&
		    !(f->tokens->v[stop].flags & PF_TOKEN_CAPITAL))
			continue;
		if (!pf_one_of(f, i - 1, things, sizeof(things) / sizeof(*things)))
			return false;
		shown = true;
	}
	return shown;
}

/* "**From the field.** "I had the lift back by two," said ...": somebody speaks, unasked. */
bool pf_lets_speak(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t i = pf_token_at(f, u->body);

	return !u->ask && u->cues[PF_CUE_SAID] && i < u->last &&
	       (f->tokens->v[i].flags & PF_TOKEN_QUOTED || pf_token_is_sign(&f->tokens->v[i], '"'));
}

/* "Says Ada Holm", and not "a shared table" inside of what is said. */
static bool is_said(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t stop;

	for (uint32_t i = u->first; u->cues[PF_CUE_SAID] && i < u->last; i++)
		if (!(f->tokens->v[i].flags & PF_TOKEN_QUOTED) &&
		    pf_cue_here(f, i, u->last, PF_CUE_SAID, &stop))
			return true;
	return false;
}

/* "They were glad of it, stating, "We ..."", ""It fits," laughs Ada Holm": a comma between what is
 * said and who says it, whatever the verb. */
static bool is_spoken(const struct pf_find *f, const struct pf_unit *u, uint32_t stop)
{
	const struct pf_token *v = f->tokens->v;

	for (uint32_t i = u->first + 1; i + 1 < stop; i++)
		if (pf_token_is_sign(&v[i], '"') && pf_token_is_sign(&v[i - 1], ',') &&
		    v[i + 1].kind == PF_TOKEN_WORD &&
		    !(v[i - 1].flags & PF_TOKEN_QUOTED) != !(v[i + 1].flags & PF_TOKEN_QUOTED))
			return true;
	return false;
}

bool pf_is_quotation(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	uint32_t stop = pf_quote_stop(f, u);
	uint32_t inside = 0, all = stop - pf_quote_first(f, u);

	for (uint32_t i = u->first; i < stop; i++)
		inside += (f->tokens->v[i].flags & PF_TOKEN_QUOTED) != 0;
	if ((f->blocks[u->block].kind == PF_BLOCK_HEADING &&
	     pf_token_is_sign(&f->tokens->v[u->first], '"')) ||
	    is_signed(f, u) || is_signed_off(f, u) || is_signed_below(f, at) ||
	    is_first_person(f, at))
		return true;
	if (inside < PF_QUOTE_TOKENS || (u->depth && !is_said(f, u)))
		return false;
	if (inside * 3 >= all && (is_said(f, u) || is_spoken(f, u, stop) || pf_is_led_quote(f, u)))
		return !is_shown(f, u);
	if (inside * 2 >= all && opens_with_person(f, u))
		return true;
	return inside * 2 >= all && pf_token_is_sign(&f->tokens->v[pf_quote_first(f, u)], '"') &&
	       is_attributed(f, at);
}

/* Outside of what they say. */
int pf_named_as(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	int leader = 0, customer = 0;
	uint32_t stop;

	for (uint32_t i = u->first; i < u->last; i++) {
		if (f->tokens->v[i].flags & PF_TOKEN_QUOTED)
			continue;
		leader += pf_cue_here(f, i, u->last, PF_CUE_LEADER, &stop);
		customer += pf_cue_here(f, i, u->last, PF_CUE_CUSTOMER, &stop);
	}
	return (customer > 0) - (leader > 0);
}

/* Titles of those who lead, and inside of what they say "we built", but not "a chair by tea". */
static int count_leaders(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t stop;
	int n = 0;

	for (uint32_t i = u->first; u->cues[PF_CUE_LEADER] && i < u->last; i++)
		n += pf_cue_here(f, i, u->last, PF_CUE_LEADER, &stop) &&
		     (!(f->tokens->v[i].flags & PF_TOKEN_QUOTED) ||
		      PF_ONE_OF(f, i, "we", "we're", "our"));
	return n;
}

enum pf_part_id pf_speaker(const struct pf_find *f, size_t at, bool company)
{
	const struct pf_unit *u = &f->units.v[at];
	int leader = count_leaders(f, u) * 3, customer = u->cues[PF_CUE_CUSTOMER];
	int house = pf_house_of(f, at);
	size_t before = pf_spoke_before(f, at);

	if (before != SIZE_MAX)
		return (enum pf_part_id)f->units.v[before].part;
	if (pf_is_announced(f, at))
		return PF_PART_QUOTE_COMPANY;
	if (!house)
		house = pf_house_at_end(f, at);
	/* A title is the company's where the company has not spoken yet: customers have titles as
	 * well. */
	if (!house && (!company || pf_named_as(f, at) > 0))
		house = pf_named_as(f, at);

	if (at + 1 < f->units.n && !u->cues[PF_CUE_SAID]) {
		const struct pf_unit *next = &f->units.v[at + 1];

		if (next->kind == PF_UNIT_TEXT && next->last - next->first < ATTRIBUTION_TOKENS) {
			leader += next->cues[PF_CUE_LEADER] * 3;
			customer += next->cues[PF_CUE_CUSTOMER];
			house = house ? house : pf_house_named(f, at + 1);
			if (!house && pf_is_of_the_house(f, at + 1))
				house = -1;
		}
	}
	if (house)
		return house > 0 ? PF_PART_QUOTE_CUSTOMER : PF_PART_QUOTE_COMPANY;
	/* Nothing tells: the company speaks first, unless it is a life that is told of. */
	if (!leader && !customer)
		return company || pf_voice_sign(f, at) > 0 ? PF_PART_QUOTE_CUSTOMER
							   : PF_PART_QUOTE_COMPANY;
	return leader >= customer ? PF_PART_QUOTE_COMPANY : PF_PART_QUOTE_CUSTOMER;
}
