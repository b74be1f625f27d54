/*
 * Voices: a release lets one of the company speak and one of its customers.
 * Read one by one, two quotations may both sound like customers ("I", "my") or
 * like neither; held against each other they seldom do.
 */
#include "voices.h"

#define SURE 2 /* a sign that no comparison outweighs */

static inline bool is_word(const struct pf_find *f, uint32_t i, uint32_t last, const char *word)
{
	return i < last && pf_token_is(f->text, &f->tokens->v[i], word);
}

/* "My staff knew", "our people ran": whoever has people is the house. */
static bool has_people(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first; i + 1 < u->last; i++)
		if (PF_ONE_OF(f, i, "my", "our") &&
		    PF_ONE_OF(f, i + 1, "staff", "people", "crew", "crews", "clerks", "officers"))
			return true;
	return false;
}

/* "Ruth Holm, 71, a tenant, who lives on the ninth floor" against "Clerk of Court Winifred Holm":
 * what stands behind the name is a life, what stands before it is an office. `i` is behind "said".
 */
static int sign_of_name(const struct pf_find *f, uint32_t i, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t begin = i;
	int sign;

	if (is_word(f, i, last, "a") || is_word(f, i, last, "an"))
		return 1;

	while (i < last && v[i].kind == PF_TOKEN_WORD)
		i++;
	if (i > begin + 2) /* more words than a first and a last name */
		sign = -1;
	else if (i >= last || !pf_token_is_sign(&v[i], ','))
		sign = 1;
	else
		sign = is_word(f, i + 1, last, "a") || is_word(f, i + 1, last, "an") ||
		       is_word(f, i + 1, last, "who") || is_word(f, i + 1, last, "whose");
	return i + 1 < last && pf_token_is_sign(&v[i], ',') && v[i + 1].kind == PF_TOKEN_NUMBER
		       ? SURE
		       : sign;
}

/* Token behind which the speaker is named where nobody "says": before a colon, "Ada Holm, who keeps
 * bees: ...", or behind a dash. PF_NONE32 when no name stands there. */
static uint32_t name_at(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = u->last;

	if (u->first < u->last && v[u->first].flags & PF_TOKEN_CAPITAL &&
	    !(v[u->first].flags & PF_TOKEN_QUOTED) && pf_is_led_quote(f, u))
		return u->first;
	while (i > u->first && !(v[i - 1].flags & PF_TOKEN_QUOTED) &&
	       !pf_token_is_sign(&v[i - 1], '"'))
		if ((pf_token_is_sign(&v[--i], '-') || pf_token_is_sign(&v[i], '(')) &&
		    i + 1 < u->last && v[i + 1].flags & PF_TOKEN_CAPITAL)
			return i + 1;
	return PF_NONE32;
}

int pf_voice_sign(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	int named = pf_leads_some_house(f, u) ? 1 : pf_named_as(f, at);
	int sign = has_people(f, u) ? -1 : 0;
	uint32_t stop;

	if (named)
		return named * SURE;
	for (uint32_t i = u->first; i < u->last; i++)
		if (!(f->tokens->v[i].flags & PF_TOKEN_QUOTED) &&
		    pf_cue_here(f, i, u->last, PF_CUE_SAID, &stop))
			return sign + sign_of_name(f, stop, u->last);
	stop = name_at(f, u);
	return stop == PF_NONE32 ? sign : sign + sign_of_name(f, stop, u->last);
}

/* A word with a capital that nobody says. */
static bool is_name_word(const struct pf_token *t)
{
	return t->kind == PF_TOKEN_WORD && t->flags & PF_TOKEN_CAPITAL &&
	       !(t->flags & PF_TOKEN_QUOTED);
}

/* "said Ada Holm", "Holm said": the words of the name, as tokens; empty when none stands there. */
static struct pf_range name_said(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t stop;

	for (uint32_t i = u->first; i < u->last; i++) {
		struct pf_range name = {i, i};

		if (v[i].flags & PF_TOKEN_QUOTED || !pf_cue_here(f, i, u->last, PF_CUE_SAID, &stop))
			continue;
		while (name.begin > u->first && is_name_word(&v[name.begin - 1]))
			name.begin--;
		/* "The Lab said" */
		if (name.begin > u->first && PF_ONE_OF(f, name.begin - 1, "the"))
			name = (struct pf_range){i, i};
		if (stop < u->last && is_name_word(&v[stop]))
			name = (struct pf_range){stop, stop + 1};
		while (name.begin == stop && name.end < u->last && is_name_word(&v[name.end]))
			name.end++;
		return name;
	}
	return (struct pf_range){u->first, u->first};
}

static bool names(const struct pf_find *f, const struct pf_unit *u, uint32_t hash)
{
	for (uint32_t i = u->first; i < u->last; i++)
		if (f->tokens->v[i].hash == hash && is_name_word(&f->tokens->v[i]))
			return true;
	return false;
}

#define VOICES_APART 24u /* units; a release is no longer */

/* The unit above, of one of the parts, that says each word of the name; SIZE_MAX. */
static size_t named_above(const struct pf_find *f, size_t at, struct pf_range name, uint32_t parts)
{
	for (size_t k = at; k-- > 0 && at - k < VOICES_APART && !pf_range_empty(name);) {
		const struct pf_unit *u = &f->units.v[k];
		uint32_t i = name.begin;

		while (parts >> u->part & 1 && i < name.end && names(f, u, f->tokens->v[i].hash))
			i++;
		if (i == name.end)
			return k;
	}
	return SIZE_MAX;
}

size_t pf_spoke_before(const struct pf_find *f, size_t at)
{
	return named_above(f, at, name_said(f, &f->units.v[at]),
			   1u << PF_PART_QUOTE_COMPANY | 1u << PF_PART_QUOTE_CUSTOMER);
}

bool pf_is_announced(const struct pf_find *f, size_t at)
{
	struct pf_range name = name_said(f, &f->units.v[at]);

	return name.end > name.begin + 1 &&
	       named_above(f, at, name,
			   1u << PF_PART_HEADLINE | 1u << PF_PART_SUBHEADING |
				   1u << PF_PART_SUMMARY) != SIZE_MAX;
}

#define LEAD_TOKENS 24u /* "Ferry Holm, who has worked the desk for nineteen years:" */

/* Token of the mark that opens what somebody is quoted with: at the paragraph's start, or behind
 * who says it and a colon. PF_NONE32 when it opens with something else. */
static uint32_t opening_mark(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = pf_quote_first(f, u);

	if (i < u->last && pf_token_is_sign(&v[i], '"'))
		return i;
	for (; i + 2 < u->last && i < u->first + LEAD_TOKENS; i++)
		if (pf_token_is_sign(&v[i], ':'))
			return pf_token_is_sign(&v[i + 1], '"') ? i + 1 : PF_NONE32;
	return PF_NONE32;
}

/* Is one of the words said inside of the marks? `i` is behind the one that opens. */
static bool says_one(const struct pf_find *f, uint32_t i, uint32_t last, const char *const *words,
		     size_t n)
{
	for (; i < last && f->tokens->v[i].flags & PF_TOKEN_QUOTED; i++)
		if (pf_one_of(f, i, words, n))
			return true;
	return false;
}

static const char *const me[] = {"i", "i'm", "i've", "i'd", "my", "me"};
static const char *const us[] = {"we", "we've", "we're", "our", "us"};

/* Somebody who says "I" or "we", and not a card that says "your". */
static bool says_i(const struct pf_find *f, uint32_t i, uint32_t last)
{
	return says_one(f, i, last, me, sizeof(me) / sizeof(*me)) ||
	       says_one(f, i, last, us, sizeof(us) / sizeof(*us));
}

/* "Customers can now tell us: "Send it tomorrow."": what one may say is what the product does. */
static bool tells_what_may_be(const struct pf_find *f, uint32_t i, uint32_t last)
{
	for (; i < last; i++)
		if (is_word(f, i, last, "can") || is_word(f, i, last, "may"))
			return true;
	return false;
}

#define NAME_MOST 12u /* tokens: "Jomar Reyes, second cook on a bulk carrier" */

/* "Harbour manager Priscilla Overend: "It answers the finding."": a name, its first and its last,
 * then a colon and nothing but what they say. */
static bool is_named_line(const struct pf_find *f, const struct pf_unit *u, uint32_t mark)
{
	const struct pf_token *v = f->tokens->v, *end = &v[u->last - 1];
	uint32_t names = 0;

	if (mark < u->first + 2 || mark > u->first + NAME_MOST + 1 ||
	    !pf_token_is_sign(&v[mark - 1], ':') ||
	    !(pf_token_is_sign(end, '"') || end->flags & PF_TOKEN_QUOTED))
		return false;
	for (uint32_t i = u->first; i + 1 < mark; i++)
		names += v[i].kind == PF_TOKEN_WORD && v[i].flags & PF_TOKEN_CAPITAL &&
			 v[i + 1].kind == PF_TOKEN_WORD && v[i + 1].flags & PF_TOKEN_CAPITAL;
	return names > 0;
}

/* "A clerk in the trial puts it like this: "I used to ..."" */
bool pf_is_led_quote(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t mark = opening_mark(f, u);

	return mark != PF_NONE32 && mark > u->first && !u->depth && !u->ask &&
	       u->level != PF_LEVEL_RUNIN &&
	       (is_named_line(f, u, mark) ||
		(says_i(f, mark + 1, u->last) && !tells_what_may_be(f, u->first, mark)));
}

/* Where lines are set to a width, a mark opens one by chance: who speaks next is named behind what
 * they say. One past the last word that nobody is quoted for, or u->first. */
static uint32_t names_stop(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = u->last;

	while (i > u->first && (v[i - 1].kind != PF_TOKEN_WORD || v[i - 1].flags & PF_TOKEN_QUOTED))
		i--;
	return i;
}

uint32_t pf_quote_stop(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = opening_mark(f, u), said = 0, named;

	if (i == PF_NONE32)
		return u->last;
	named = names_stop(f, u);
	while (++i < u->last) {
		/* "..." said Ada Holm. "..." goes on; the next line's mark is another voice. */
		bool mark = pf_token_is_sign(&v[i], '"');

		/* He said one word: "Parcels". What is said comes behind. */
		said += (v[i].flags & PF_TOKEN_QUOTED) != 0;
		if (said < PF_QUOTE_TOKENS)
			continue;
		if (mark && v[i].flags & PF_TOKEN_LINE && i < named)
			return i;
		if (!mark && !(v[i].flags & PF_TOKEN_QUOTED) && v[i].flags & PF_TOKEN_SENTENCE &&
		    v[i].kind == PF_TOKEN_WORD && v[i].flags & PF_TOKEN_CAPITAL)
			return i;
	}
	return u->last;
}

/* Gives the quotation, and the lines below that sign it, to the other side. */
static void switch_side(struct pf_find *f, size_t at)
{
	uint8_t from = f->units.v[at].part;
	uint8_t to = from == PF_PART_QUOTE_COMPANY ? PF_PART_QUOTE_CUSTOMER : PF_PART_QUOTE_COMPANY;

	do
		f->units.v[at++].part = to;
	while (at < f->units.n && f->units.v[at].part == from && !pf_is_quotation(f, at));
}

/* "I mustered three times.": one who speaks of themselves only, and is called nothing of the house,
 * does not speak for it. */
static bool speaks_for_self(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t mark = opening_mark(f, u);

	return mark != PF_NONE32 && says_one(f, mark + 1, u->last, me, sizeof(me) / sizeof(*me)) &&
	       !says_one(f, mark + 1, u->last, us, sizeof(us) / sizeof(*us));
}

void pf_voices_settle(struct pf_find *f)
{
	size_t n = 0, pick = 0;
	uint8_t side = PF_PART_OTHER;
	int best = 0;

	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];
		int sign;

		if ((u->part != PF_PART_QUOTE_COMPANY && u->part != PF_PART_QUOTE_CUSTOMER) ||
		    u->kind != PF_UNIT_TEXT || !pf_is_quotation(f, i) ||
		    pf_spoke_before(f, i) != SIZE_MAX)
			continue;
		if (n++ && u->part != side)
			return;
		side = u->part;
		/* Where it speaks for the company, most of a customer; and the other way round. Of
		 * two that are alike the second is the other voice. */
		sign = side == PF_PART_QUOTE_COMPANY ? -pf_voice_sign(f, i) : pf_voice_sign(f, i);
		if (n == 1 || sign <= best) {
			best = sign;
			pick = i;
		}
	}
	if (n >= 2 && best < SURE &&
	    !(side == PF_PART_QUOTE_CUSTOMER && best >= 0 && speaks_for_self(f, &f->units.v[pick])))
		switch_side(f, pick);
}
