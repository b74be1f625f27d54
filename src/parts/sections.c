/*
 * First pass: headings and labels say what is below them. What they leave
 * undecided is read by content (content.c).
 */
#include "passes.h"
#include "release/release.h"

struct state {
	uint8_t part; /* enum pf_part_id; OTHER while nothing says more */
	uint8_t level;
	bool decided;
	bool faq, internal;
	uint8_t faq_level;
};

static bool is_faq(const struct pf_unit *u)
{
	return u->says == PF_PART_FAQ || u->says == PF_LABEL_FAQ_INTERNAL;
}

#define TOPIC_UNITS 24u /* a topic of an answer is no longer */

/* "**Out of scope:**" below "**2. What is built first**": the next number goes on. */
static bool numbers_go_on(const struct pf_find *f, size_t at)
{
	for (size_t i = at + 1; i < f->units.n && i < at + TOPIC_UNITS; i++) {
		const struct pf_unit *u = &f->units.v[i];

		if (u->kind == PF_UNIT_HEADING && u->level < PF_LEVEL_BOLD)
			return false;
		if (u->kind == PF_UNIT_HEADING && u->first < u->last &&
		    f->tokens->v[u->first].kind == PF_TOKEN_NUMBER)
			return true;
	}
	return false;
}

/* A heading that no question of the FAQ can be. */
static bool leaves_faq(const struct pf_find *f, const struct state *s, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	if (u->ask || u->first == u->last) /* an empty heading is a rule that someone drew */
		return false;
	/* "### About pricing" groups questions; a bold "About us" ends them. */
	if ((u->says == PF_PART_APPENDIX || u->says == PF_PART_OTHER) && u->level == PF_LEVEL_BOLD)
		return !numbers_go_on(f, at);
	if (u->says == PF_LABEL_NONE)
		return u->level < PF_LEVEL_BOLD && u->level <= s->faq_level;
	return u->level <= s->faq_level;
}

/* A question below a heading of its own rank is none of that heading's, and one that names a part
 * opens that part. */
static bool asks_below(const struct pf_unit *head, const struct pf_unit *u)
{
	return u->ask >= PF_ASK_BOLD && u->says >= PF_PART_COUNT &&
	       !(u->kind == PF_UNIT_HEADING && u->level < PF_LEVEL_BOLD && u->level <= head->level);
}

/* "**The board wants a tablet.**" is asked about as well, where questions in bold follow; so are
 * words in italics among such. */
static bool states_below(const struct pf_find *f, const struct pf_unit *head,
			 const struct pf_unit *u)
{
	if (u->ask || u->depth || u->says != PF_LABEL_NONE)
		return false;
	return (u->level >= PF_LEVEL_BOLD && head->level < u->level && !pf_range_empty(u->label) &&
		pf_tokens_words(f->tokens, u->label) >= PF_STATED_WORDS &&
		f->text.ptr[u->label.end - 1] != ':') ||
	       pf_italic_opening(f, u);
}

#define ASKERS_WORDS 8u /* "What the people upstairs will want to know" */

/* "Customers ask", "The council asked us", "What tenants want to know"; "Ask anytime" bids. */
static bool names_askers(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t last = u->last;

	while (last > u->first && f->tokens->v[last - 1].kind == PF_TOKEN_SIGN)
		last--;
	if (last < u->first + 2 || last > u->first + ASKERS_WORDS)
		return false;
	for (uint32_t i = u->first; i < last; i++)
		if (PF_ONE_OF(f, i, "asks", "asked") || (i > u->first && PF_ONE_OF(f, i, "ask")))
			return true;
	return PF_ONE_OF(f, last - 1, "questions", "wonder", "wonders") ||
	       PF_ONE_OF(f, u->first, "questions") ||
	       (PF_ONE_OF(f, last - 1, "know") && PF_ONE_OF(f, last - 2, "to"));
}

/* Who asks is of the house: "What finance will want to know". */
static bool names_insiders(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first; i < u->last; i++)
		if (PF_ONE_OF(f, i, "we", "our", "ourselves", "inside", "house", "internal",
			      "board", "finance", "management", "colleagues", "team", "staff",
			      "leadership", "council", "councillors", "committee"))
			return true;
	return false;
}

#define TELLS_MIN 2u /* paragraphs before the first question: the release is told there */

/* "From farmers", and then they ask: a line of its own with questions right below. */
static bool opens_questions(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	uint32_t asks = 0, states = 0, tells = 0;
	bool named;

	if (u->says != PF_LABEL_NONE || u->ask || !at || at + 1 >= f->units.n ||
	    u->first == u->last)
		return false;
	named = names_askers(f, u);
	if (!named && u[1].ask < PF_ASK_BOLD && !states_below(f, u, u + 1))
		return false;
	for (size_t i = at + 1; i < f->units.n && i < at + 12; i++) {
		const struct pf_unit *below = &f->units.v[i];

		if (states_below(f, u, below))
			states++;
		else if (below->kind == PF_UNIT_HEADING && !below->ask)
			break;
		else if (!named && !asks && !below->ask && below->kind == PF_UNIT_TEXT &&
			 !below->depth && ++tells == TELLS_MIN)
			return false;
		asks += asks_below(u, below) || (named && below->ask == PF_ASK_WEAK);
	}
	return (asks >= 2 && asks > states) || (asks && named);
}

/* "CUSTOMERS ASK" stands on a line of its own, in plain letters, and they do. */
static bool heads_questions(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return u->kind == PF_UNIT_TEXT && u->whole && !u->depth && !u->level && !u->quoted &&
	       u->last - u->first <= ASKERS_WORDS + 1 && opens_questions(f, at) &&
	       names_askers(f, u) && f->tokens->v[u->last - 1].sign != '.';
}

static void make_heading(struct pf_unit *u)
{
	u->kind = PF_UNIT_HEADING;
	u->level = PF_LEVEL_BOLD;
	u->label = pf_unit_range(u);
	u->body = u->end;
}

/* "## Heading", and below it the headline is set as a heading too; so is any part below what the
 * template says of it. */
static bool fills_label(const struct pf_find *f, const struct state *s, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	if (!at || u->kind != PF_UNIT_HEADING || u->says != PF_LABEL_NONE || u->ask || !s->decided)
		return false;
	if (u[-1].kind == PF_UNIT_TEXT)
		return u[-1].cues[PF_CUE_GUIDE] > 0;
	return (s->part == PF_PART_HEADLINE || s->part == PF_PART_SUBHEADING) &&
	       u[-1].says == s->part && u[-1].body >= u[-1].end;
}

static void enter_faq(struct state *s, const struct pf_unit *u)
{
	if (!s->faq || u->level < s->faq_level)
		s->faq_level = u->level;
	s->faq = true;
	s->internal = u->says == PF_LABEL_FAQ_INTERNAL;
}

static void enter(struct state *s, uint8_t part, const struct pf_unit *u)
{
	s->part = part;
	s->level = u->level;
	s->decided = true;
}

/* "Primary: enterprise developers" tells of an audience. */
static bool names_audience(const struct pf_find *f, const struct state *s, const struct pf_unit *u)
{
	return u->says == PF_LABEL_TIER && s->part != PF_PART_METRICS && u->body < u->end &&
	       !pf_unit_has_quant(f, u);
}

/* "## Goals" of a design are sentences: metrics have numbers. */
static bool names_wishes(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_unit *end = f->units.v + f->units.n;

	if (u->says != PF_PART_METRICS || u->first == u->last ||
	    !PF_ONE_OF(f, u->last - 1, "goals"))
		return false;
	for (u++; u < end && u->kind != PF_UNIT_HEADING; u++)
		if (pf_unit_has_quant(f, u))
			return false;
	return true;
}

/* "**Headline: the crew comes to the truck**" */
static bool says_more(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t colon = pf_label_colon(f, u->first, u->last);

	return colon && colon + 1 < u->last && f->tokens->v[colon + 1].kind == PF_TOKEN_WORD;
}

/* "## Press" behind the questions of a README says who wrote about it. */
static bool names_release(const struct pf_find *f, const struct state *s, const struct pf_unit *u)
{
	return u->says == PF_LABEL_PRESS &&
	       !(s->faq_level && pf_tokens_words(f->tokens, u->label) == 1);
}

static void read_heading(struct pf_find *f, struct state *s, size_t at)
{
	struct pf_unit *u = &f->units.v[at];

	if (names_audience(f, s, u) || names_wishes(f, u)) {
		u->says = PF_LABEL_NONE;
		u->tier = PF_TIER_NONE;
	}
	/* "# Proposal: PourLog for landlords" is the page's title, and no section of it. */
	if (!at && u->level == 1 && u->says < PF_PART_COUNT && u->says != PF_PART_HEADLINE &&
	    says_more(f, u))
		u->says = PF_LABEL_NONE;
	/* "**Outcome**" above the first of the metrics. */
	if (u->says == PF_PART_BENEFITS && s->part == PF_PART_METRICS && u->level > s->level)
		u->says = PF_LABEL_NONE;
	if (is_faq(u) && !(s->faq && u->ask)) {
		enter_faq(s, u);
	} else if (s->faq && leaves_faq(f, s, at)) {
		s->faq = false;
		s->decided = false;
		s->part = PF_PART_OTHER;
		s->level = u->level;
	}
	if (s->faq)
		return;
	if (u->says == PF_LABEL_PRESS || u->says == PF_LABEL_BACKWARDS) {
		f->press = f->press || names_release(f, s, u);
		f->backwards = f->backwards || u->says == PF_LABEL_BACKWARDS;
		s->part = PF_PART_OTHER;
		s->decided = false;
		s->level = u->level;
	} else if (u->says == PF_LABEL_TIER) {
		if (s->part != PF_PART_METRICS)
			enter(s, PF_PART_METRICS, u);
	} else if (u->says < PF_PART_COUNT) {
		enter(s, u->says, u);
		/* "# Title: Groceries in ten minutes" says all of it by itself. */
		s->decided = (u->says != PF_PART_HEADLINE && u->says != PF_PART_SUBHEADING) ||
			     (u->body >= u->end && !says_more(f, u));
	} else if (u->level <= s->level) {
		s->part = PF_PART_OTHER;
		s->decided = false;
		s->level = u->level;
	}
}

/* "**The problem.** Over the past ..." and "Problem: ...": decides itself and what follows. */
static void read_runin(const struct pf_find *f, struct state *s, struct pf_unit *u)
{
	uint8_t says = u->says == PF_LABEL_TIER ? PF_PART_METRICS : u->says;

	if (names_audience(f, s, u))
		return;

	if (says >= PF_PART_COUNT || (s->decided && s->level < PF_LEVEL_BOLD && u->depth))
		return;
	if (u->depth && says != PF_PART_METRICS && s->decided)
		return;
	/* "**Outcome.** Numbers stolen: 1,750 now, 350 in May" below "How it will be judged" */
	if (says == PF_PART_BENEFITS && s->part == PF_PART_METRICS && s->level < PF_LEVEL_BOLD)
		return;
	u->part = says;
	u->by_label = true;
	/* "Headline: Ask and be paid" says all of it. */
	if (u->depth || says == PF_PART_HEADLINE || says == PF_PART_SUBHEADING)
		return;
	enter(s, says, u);
}

/* Problem and solution under labels of their own: then a benefit has one as well, or is missing. */
static bool is_labelled(const struct pf_find *f)
{
	bool problem = false, solution = false, metrics = false;

	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		problem = problem || (u->by_label && u->says == PF_PART_PROBLEM);
		solution = solution || (u->by_label && u->says == PF_PART_SOLUTION);
		metrics = metrics ||
			  (u->by_label && u->part == PF_PART_METRICS && u->says < PF_LABEL_NONE) ||
			  u->says == PF_LABEL_TIER;
	}
	return problem && solution && metrics;
}

/* "<!-- Working backwards, a press release ... -->": what the template that was filled in said. */
static bool is_guidance(const struct pf_find *f, const struct pf_unit *u)
{
	struct pf_slice text = pf_slice_range(f->text, pf_unit_range(u));

	return f->blocks[u->block].kind == PF_BLOCK_HTML && pf_slice_starts_nocase(text, "<!--") &&
	       pf_slice_find(text, PF_SLICE("press release")) < text.len &&
	       pf_slice_find(text, PF_SLICE("customer")) < text.len;
}

/* "What the driver gets" above what is offered, on a page that calls nothing the solution. */
static bool gets_offer(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_HEADING && u->says == PF_PART_BENEFITS && u->last > u->first &&
	       PF_ONE_OF(f, u->last - 1, "get", "gets");
}

static void offer_what_is_got(struct pf_find *f)
{
	bool got = false;

	for (size_t i = 0; i < f->units.n; i++)
		if (f->units.v[i].by_label && f->units.v[i].part == PF_PART_SOLUTION)
			return;
	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->kind == PF_UNIT_HEADING || !u->by_label || u->part != PF_PART_BENEFITS)
			got = gets_offer(f, u);
		if (!got)
			continue;
		u->part = PF_PART_SOLUTION;
		u->says = u->says == PF_PART_BENEFITS ? PF_PART_SOLUTION : u->says;
	}
}

static bool says_matters(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first, last = pf_token_at(f, u->label.end); i < last; i++)
		if (PF_ONE_OF(f, i, "matters", "matter"))
			return true;
	return false;
}

/* "Why it matters" above what was so until now, on a page that calls nothing the problem. */
static void trouble_that_matters(struct pf_find *f)
{
	bool matters = false;

	for (size_t i = 0; i < f->units.n; i++)
		if (f->units.v[i].by_label && f->units.v[i].part == PF_PART_PROBLEM)
			return;
	for (size_t i = 0; i + 1 < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (!u->by_label || u->part != PF_PART_BENEFITS || u->says == PF_PART_BENEFITS)
			matters = u->says == PF_PART_BENEFITS && says_matters(f, u) &&
				  pf_news_of(f, u->kind == PF_UNIT_HEADING ? u + 1 : u) < 0;
		if (!matters)
			continue;
		u->part = PF_PART_PROBLEM;
		u->says = u->says == PF_PART_BENEFITS ? PF_PART_PROBLEM : u->says;
	}
}

/* "How we know: my sister kept a tally" tells where the trouble was counted, and not how it will be
 * known that the offer works. */
static void evidence_of_trouble(const struct pf_find *f)
{
	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->kind == PF_UNIT_TEXT && u->part == PF_PART_METRICS &&
		    u->level == PF_LEVEL_RUNIN && u->says == PF_PART_METRICS && !u->depth &&
		    pf_token_at(f, u->label.end) == u->first + 3 && PF_ONE_OF(f, u->first, "how") &&
		    PF_ONE_OF(f, u->first + 2, "know") && pf_news_of(f, u) < 0)
			u->part = PF_PART_PROBLEM;
	}
}

#define GO_ON 8u /* units in which two more questions must stand */

/* "*Metrics.*" among questions parts them, and then they go on, in the same style. */
static bool goes_on_asking(const struct pf_find *f, const struct state *s, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	uint32_t asks = 0;

	if (s->faq || s->faq_level < PF_LEVEL_BOLD || s->level < PF_LEVEL_BOLD ||
	    u->kind != PF_UNIT_TEXT || u->depth ||
	    (u->ask < PF_ASK_BOLD && !(u->says == PF_LABEL_NONE && pf_italic_opening(f, u))))
		return false;
	for (size_t i = at; i < f->units.n && i < at + GO_ON; i++) {
		if (f->units.v[i].kind == PF_UNIT_HEADING && f->units.v[i].level < PF_LEVEL_BOLD)
			break;
		asks += f->units.v[i].ask >= PF_ASK_BOLD;
	}
	return asks >= 2;
}

/* "FAQ: ..." in a line of prose. */
static bool opens_faq(const struct pf_unit *u)
{
	return u->kind == PF_UNIT_TEXT && u->level == PF_LEVEL_RUNIN && is_faq(u) && !u->ask &&
	       !u->depth;
}

/* "FAQ: What does it cost?", and not "Questions: the desk on the third floor." */
static bool leads_to_questions(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	if (u->body >= u->end || (at + 1 < f->units.n && u[1].ask))
		return true;
	for (uint32_t i = pf_token_at(f, u->body); i < u->last; i++)
		if (pf_asks_at(f, i, u->last))
			return true;
	return false;
}

void pf_sections_by_label(struct pf_find *f)
{
	struct state s = {.part = PF_PART_OTHER, .level = PF_LEVEL_RUNIN + 1};

	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		/* In the FAQ a heading of less rank names a group of its questions. */
		if (heads_questions(f, i))
			make_heading(u);
		else if (fills_label(f, &s, i))
			pf_unit_as_text(u);
		if (u->kind == PF_UNIT_HEADING &&
		    (!s.faq || u->level <= s.faq_level ||
		     (u->level >= PF_LEVEL_BOLD && u->whole)) &&
		    opens_questions(f, i))
			u->says = names_insiders(f, u) ? PF_LABEL_FAQ_INTERNAL : PF_PART_FAQ;
		if (goes_on_asking(f, &s, i))
			s.faq = true;
		if (u->kind == PF_UNIT_HEADING)
			read_heading(f, &s, i);
		else if (opens_faq(u) && leads_to_questions(f, i))
			enter_faq(&s, u);
		else if (opens_faq(u))
			u->says = PF_LABEL_NONE;
		else if (u->kind == PF_UNIT_OTHER && is_guidance(f, u))
			f->press = f->guided = true;
		u->internal = s.faq && s.internal;
		u->part = s.faq ? PF_PART_FAQ : s.part;
		u->by_label = s.faq || (s.decided && s.level <= PF_LEVEL_BOLD);
		if (!s.decided && u->kind == PF_UNIT_HEADING && u->says < PF_PART_COUNT)
			s.part = PF_PART_OTHER;
		if (!s.faq && u->kind == PF_UNIT_TEXT && u->level == PF_LEVEL_RUNIN)
			read_runin(f, &s, u);
	}
	offer_what_is_got(f);
	trouble_that_matters(f);
	evidence_of_trouble(f);
	f->labelled = is_labelled(f);
}
