/*
 * start.c - what the reader is to do now, told without "get started" or a website: an order to
 * them, or who can ask for it where.
 */
#include "reading.h"

#define ACTOR_TOKENS 9u /* "Heads of department of any school in the county can" */

/* "To take part, text DOCK": token behind what it is for, else the first. */
static uint32_t behind_purpose(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	if (!PF_ONE_OF(f, first, "to", "if", "when", "once"))
		return first;
	for (uint32_t i = first + 1; i + 1 < stop; i++)
		if (pf_token_is_sign(&f->tokens->v[i], ','))
			return i + 1;
	return first;
}

/* "To take part, text DOCK", "Just open the site": token of the order itself. */
static uint32_t behind_lead(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	if (first + 1 < stop && PF_ONE_OF(f, first, "just", "simply", "then"))
		first++;
	return behind_purpose(f, first, stop);
}

/* "Text START to HourBook", and not "Ask rates fell" or "Call centres are closed". */
bool pf_start_orders(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	static const char *const told[] = {"the", "your", "it",  "us",       "a",    "an",
					   "for", "to",   "at",  "in",       "on",   "our",
					   "any", "with", "by",  "out",      "over", "into",
					   "up",  "from", "one", "thousands"};
	const struct pf_token *v = f->tokens->v;
	uint32_t i = behind_lead(f, first, stop), end;

	if (i + 1 >= stop || pf_token_is_sign(&v[stop - 1], '?') ||
	    !pf_cue_here(f, i, stop, PF_CUE_TURN_TO, &end) || end >= stop)
		return false;
	/* What is tried has a name, what is to be sent stands in capitals, what is to be called is
	 * a number. */
	return v[end].kind == PF_TOKEN_NUMBER || v[end].flags & PF_TOKEN_CAPITAL ||
	       pf_one_of(f, end, told, sizeof(told) / sizeof(*told));
}

/* "Open", "click", "paste": what one does to use a thing. */
static bool is_deed(const struct pf_find *f, uint32_t i)
{
	static const char *const deeds[] = {
		"open",   "click",  "tap",   "press",   "choose",  "select", "pick",   "type",
		"enter",  "paste",  "copy",  "scan",    "upload",  "drop",   "import", "connect",
		"link",   "create", "set",   "sign",    "log",     "browse", "find",   "search",
		"go",     "follow", "drill", "install", "run",     "add",    "invite", "describe",
		"submit", "book",   "point", "visit",   "download"};

	return pf_one_of(f, i, deeds, sizeof(deeds) / sizeof(*deeds));
}

/* What one does, or is given, to have it: "find a desk", "choose your board". */
static bool is_way(const struct pf_find *f, uint32_t i, uint32_t stop)
{
	uint32_t end;

	while (i + 1 < stop && PF_ONE_OF(f, i, "now", "already", "automatically", "also", "simply"))
		i++;
	return pf_cue_here(f, i, stop, PF_CUE_TURN_TO, &end) ||
	       (is_deed(f, i) && PF_ONE_OF(f, i + 1, "their", "your")) ||
	       PF_ONE_OF(f, i, "receive", "get", "access", "find", "use", "enable", "configure",
			 "implement");
}

/* "Families can call 0800 555 0142 or walk into any branch.", "Shops will already receive it." */
static bool offers_way(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	if (PF_ONE_OF(f, first, "to"))
		first = behind_purpose(f, first, stop);
	for (uint32_t i = first + 1; i + 2 < stop && i <= first + ACTOR_TOKENS; i++) {
		if (PF_ONE_OF(f, i, "will"))
			return PF_ONE_OF(f, i + 1, "receive", "already", "automatically") ||
			       (PF_ONE_OF(f, i + 1, "need") && PF_ONE_OF(f, i + 2, "to"));
		if (PF_ONE_OF(f, i, "can", "may"))
			return is_way(f, i + 1, stop);
	}
	return false;
}

/* "Nobody has to sign up.", "Engineers don't need to change anything.", "Nothing to install." */
static bool needs_nothing(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	bool none = false;
	uint32_t end;

	for (uint32_t i = first; i < stop && i <= first + ACTOR_TOKENS; i++) {
		none = none || PF_ONE_OF(f, i, "nobody", "nothing", "none", "no", "not", "don't",
					 "doesn't", "needn't");
		if (none && i > first && PF_ONE_OF(f, i - 1, "to") &&
		    (pf_cue_here(f, i, stop, PF_CUE_TURN_TO, &end) ||
		     PF_ONE_OF(f, i, "do", "change", "set")))
			return true;
	}
	return false;
}

/* "Larkfield is a maker of kitchen tools." */
static bool says_who(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first + 1; i + 1 < u->last && i < u->first + 4; i++)
		if (PF_ONE_OF(f, i, "is", "was") &&
		    PF_ONE_OF(f, i + 1, "a", "an", "the", "founded"))
			return true;
	return false;
}

/* Is it the last prose of the release but for who is behind it, or of all above the next voice? */
static bool is_last(const struct pf_find *f, size_t at)
{
	const struct pf_unit *next = &f->units.v[at] + 1;

	if (at + 2 < f->units.n && next->kind == PF_UNIT_TEXT && !next->by_label && !next->depth &&
	    says_who(f, next))
		next++;
	return next >= f->units.v + f->units.n || next->kind != PF_UNIT_TEXT || next->by_label ||
	       next->ask || next->says != PF_LABEL_NONE ||
	       pf_is_quotation(f, (size_t)(next - f->units.v));
}

bool pf_start_tells(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	uint32_t stop = pf_sentence_stop(f, u->first, u->last), first = u->first;

	if (!r->asked || r->texts < 2 || u->depth || u->ask >= PF_ASK_BOLD ||
	    pf_unit_words(f, u) > CLOSING_WORDS ||
	    pf_unit_sentences(f, u) > CLOSING_SENTENCES + 1 || pf_is_quotation(f, at))
		return false;
	/* "Coming in with a relative? Ask for the pot at the desk." */
	if (stop < u->last && pf_token_is_sign(&f->tokens->v[stop - 1], '?')) {
		first = stop;
		stop = pf_sentence_stop(f, first, u->last);
	}
	return pf_start_orders(f, first, stop) ||
	       (is_last(f, at) && (offers_way(f, first, stop) || needs_nothing(f, first, stop)));
}

/* "To start using it, clubs can get in touch with us" */
bool pf_start_bids(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	uint32_t end;

	return u->cues[PF_CUE_START] && !u->cues[PF_CUE_CUSTOMER] && u->first + 2 < u->last &&
	       (pf_cue_here(f, u->first, u->last, PF_CUE_START, &end) ||
		(PF_ONE_OF(f, u->first, "to") &&
		 pf_cue_here(f, u->first + 1, u->last, PF_CUE_START, &end))) &&
	       !pf_is_quotation(f, at);
}

/* "$ npm install tidelog": what one types to begin. */
static bool is_command(struct pf_slice code)
{
	static const char *const tools[] = {"$ ",    "npm ", "npx ",   "pip ",  "pip3 ",
					    "pipx ", "uv ",  "uvx ",   "brew ", "docker ",
					    "git ",  "curl", "cargo ", "go ",   "yarn ",
					    "pnpm ", "gem ", "apt ",   "bash ", "make "};

	for (size_t i = 0; i < sizeof(tools) / sizeof(*tools); i++)
		if (pf_slice_starts_nocase(code, tools[i]))
			return true;
	return false;
}

/* "1. Browse to the category", "2. **Connect your shop** - ..." */
static bool is_step(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_TEXT && u->depth && u->item && u->first < u->last &&
	       is_deed(f, u->first);
}

static bool is_numbered(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t b = u->block;

	while (b != PF_DOC_NONE && f->blocks[b].kind != PF_BLOCK_ITEM)
		b = f->blocks[b].parent;
	return b != PF_DOC_NONE && f->blocks[b].number;
}

/* One past the list that begins with unit `at`; *steps: its items that tell what one does. */
static size_t list_stop(const struct pf_find *f, size_t at, uint32_t *items, uint32_t *steps)
{
	size_t i = at;

	for (*items = *steps = 0; i < f->units.n && f->units.v[i].depth; i++) {
		*items += f->units.v[i].item;
		*steps += is_step(f, &f->units.v[i]);
	}
	return i;
}

/* Is the offer told beside the units [first, last)? No part is emptied to fill another. */
static bool offers_beside(const struct pf_find *f, size_t first, size_t last)
{
	for (size_t i = 0; i < f->units.n; i++)
		if ((i < first || i >= last) && f->units.v[i].part == PF_PART_SOLUTION &&
		    f->units.v[i].kind != PF_UNIT_HEADING)
			return true;
	return false;
}

/* The steps of those who use it are how one begins, where nothing else says so. */
static bool take_steps(struct pf_find *f)
{
	uint32_t items, steps;

	for (size_t i = 0, stop; i < f->units.n && f->units.v[i].part != PF_PART_FAQ; i = stop) {
		stop = i + 1;
		if (!f->units.v[i].depth || f->units.v[i].part != PF_PART_SOLUTION ||
		    !is_numbered(f, &f->units.v[i]))
			continue;
		stop = list_stop(f, i, &items, &steps);
		if (steps < 2 || steps * 2 <= items || !offers_beside(f, i, stop))
			continue;
		for (; i < stop; i++)
			f->units.v[i].part = PF_PART_START;
		return true;
	}
	return false;
}

/* "tidelog.dev", and not "list.append". */
static bool says_mark(struct pf_slice said, struct pf_slice mark)
{
	for (size_t at; (at = pf_slice_find(said, mark)) < said.len;) {
		said = pf_slice_cut(said, (uint32_t)(at + mark.len), (uint32_t)said.len);
		if (mark.ptr[0] != '.' || !said.len || said.ptr[0] < 'a' || said.ptr[0] > 'z')
			return true;
	}
	return false;
}

static bool has_link(struct pf_slice said)
{
	static const char *const marks[] = {"http", "www.", "](",      "@",   ".com",
					    ".org", ".net", ".io",     ".ai", ".dev",
					    ".app", ".me",  ".example"};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (says_mark(said, pf_slice_of(marks[i])))
			return true;
	return false;
}

/* "To get started, visit <link>": it says to begin and where, in the midst of a paragraph. */
static bool tells_where(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	uint32_t last = stop < f->tokens->n ? f->tokens->v[stop].begin : (uint32_t)f->text.len;
	struct pf_slice said = pf_slice_cut(f->text, f->tokens->v[first].begin, last);
	uint32_t cues = 0, end;

	/* "When a substitute is available" tells when. */
	for (uint32_t i = PF_ONE_OF(f, first, "to") ? first : behind_purpose(f, first, stop);
	     i < stop; i++)
		cues += pf_cue_here(f, i, stop, PF_CUE_START, &end);
	if (cues >= 2 || (cues && pf_slice_find(said, PF_SLICE("`")) < said.len))
		return true;
	if (pf_start_orders(f, first, stop))
		return cues || has_link(said);
	return (cues || offers_way(f, first, stop)) && has_link(said);
}

/* Deeds of the sentence that follow the one at token i: ", click Embed, and copy the line". */
static uint32_t deeds_behind(const struct pf_find *f, uint32_t i, uint32_t stop)
{
	uint32_t n = 0;

	for (i++; i < stop; i++)
		n += is_deed(f, i) && (pf_token_is_sign(&f->tokens->v[i - 1], ',') ||
				       PF_ONE_OF(f, i - 1, "and", "then"));
	return n;
}

/* Sentences of the unit, from the one at token i on, each of which opens with such a deed; and how
 * many deeds they tell: "Open a map, click Embed, and copy the line. Paste it." */
static uint32_t orders_stop(const struct pf_find *f, uint32_t i, uint32_t last, uint32_t *deeds)
{
	for (*deeds = 0; i < last && is_deed(f, i);) {
		uint32_t stop = pf_sentence_stop(f, i, last);

		*deeds += 1 + deeds_behind(f, i, stop);
		i = stop;
	}
	return i;
}

#define DEEDS_MANY 3u

#define HOLDS_START                                                                \
	(1u << PF_PART_SUMMARY | 1u << PF_PART_SOLUTION | 1u << PF_PART_BENEFITS | \
	 1u << PF_PART_OTHER)

/* One past the sentences that open with the one at token i and say how one begins; 0 for none. */
static uint32_t start_stop(const struct pf_find *f, uint32_t i, uint32_t last)
{
	uint32_t deeds, stop = orders_stop(f, i, last, &deeds);

	if (deeds >= DEEDS_MANY)
		return stop;
	stop = pf_sentence_stop(f, i, last);
	return tells_where(f, i, stop) ? stop : 0;
}

/* "Open a map, click Embed, and copy the line" may be all that is said of it, among the offer. */
static bool take_start_sentence(struct pf_find *f)
{
	bool head = false;

	for (size_t k = 0; k < f->units.n && f->units.v[k].part != PF_PART_FAQ; k++) {
		const struct pf_unit *u = &f->units.v[k];

		head = head || u->part == PF_PART_HEADLINE || u->part == PF_PART_SUMMARY;
		if (!(HOLDS_START & 1u << u->part) || (u->part == PF_PART_OTHER && !head) ||
		    u->kind != PF_UNIT_TEXT || u->depth)
			continue;
		for (uint32_t i = u->first, stop; i < u->last;
		     i = pf_sentence_stop(f, i, u->last)) {
			stop = start_stop(f, i, u->last);
			if (!stop ||
			    (i == u->first && stop == u->last && !offers_beside(f, k, k + 1)))
				continue;
			if (stop < u->last)
				pf_unit_split(f, k, stop);
			if (i > f->units.v[k].first)
				pf_unit_split(f, k++, i);
			f->units.v[k].part = PF_PART_START;
			return true;
		}
	}
	return false;
}

static bool take_commands(struct pf_find *f)
{
	for (size_t i = 0; i < f->units.n && f->units.v[i].part != PF_PART_FAQ; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->kind == PF_UNIT_OTHER && f->blocks[u->block].kind == PF_BLOCK_CODE &&
		    u->part != PF_PART_APPENDIX &&
		    is_command(pf_slice_range(f->text, pf_unit_range(u)))) {
			u->part = PF_PART_START;
			return true;
		}
	}
	return false;
}

void pf_start_take(struct pf_find *f)
{
	if (!take_commands(f) && !f->labelled && !take_start_sentence(f))
		take_steps(f);
}
