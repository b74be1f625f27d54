/* Bound, direction, role, noun and pair of each quantity: one pass, each looking a little around.
 */
#include "around.h"

#include "prfaq/base/ascii.h"

#include <string.h>

/* "from 7 to 2 minutes", "from 5.2 to just under 3 tonnes", "74 -> 20 min": both are of one unit.
 */
static bool shares_unit(const struct pf_quant *a, const struct pf_quant *b)
{
	return a->base == PF_QUANT_NUMBER && !a->unit[0] &&
	       (a->role == PF_ROLE_BASELINE || a->role == PF_ROLE_NONE) && b->unit[0] &&
	       b->role == PF_ROLE_TARGET && b->first <= a->last + 3u && b->base != PF_QUANT_DATE;
}

/* "from 11 minutes down to 6", "from 9 weeks to 2", "3 weeks instead of 11" */
static bool leaves_unit_out(const struct pf_quant *a, const struct pf_quant *b)
{
	bool change = a->role == PF_ROLE_BASELINE && b->role == PF_ROLE_TARGET;
	bool contrast = a->base == PF_QUANT_DURATION && b->role == PF_ROLE_BASELINE;

	return b->base == PF_QUANT_NUMBER && !b->unit[0] && (change || contrast) &&
	       b->first - a->last <= 3u;
}

/* A percentage goes with one, "48 steps" with "6": a bare number goes with any measure. */
static bool alike(const struct pf_quant *a, const struct pf_quant *b)
{
	bool bare = (a->base == PF_QUANT_NUMBER || b->base == PF_QUANT_NUMBER) &&
		    !quant_is_time(a) && !quant_is_time(b);
	return a->base != PF_QUANT_DATE && a->base != PF_QUANT_MULTIPLIER &&
	       (a->base == b->base || bare || leaves_unit_out(a, b) || shares_unit(a, b));
}

/* Is a said to be by how much something changed? */
static bool says_how_much(const struct pf_quants *quants, const struct parse *p,
			  const struct pf_quant *a)
{
	static const char alone[][WORD_ROOM] = {
		"up",       "down",     "decreases", "decreased", "increases", "increased",
		"improves", "improved", "rose",      "rises",     "rise",      "fell",
		"falls",    "fall",     "grew",      "grows",     "gained",    "climbed",
		"sank",     "climbs",   "slid",      "shrank",    "declined",  "added",
		"advanced", "dropped",  "slipped"};
	const struct around *around = quant_around(quants, a);

	return around->link == LINK_BY || !strcmp(a->unit, "pp") || !strcmp(a->unit, "bp") ||
	       (around->lead && ANY_WORD(p, around->lead - 1, alone));
}

/* "Turnover is 90 % a year, and we aim for 60 %": what it is, and what it ought to be. */
static bool is_contrast(const struct parse *p, const struct pf_quant *a, const struct pf_quant *b)
{
	bool parted = false;

	if ((a->role != PF_ROLE_NONE && (a->role != PF_ROLE_RATE || !a->per[0])) ||
	    a->bound != PF_BOUND_NONE || !a->unit[0] || strcmp(a->unit, b->unit) != 0)
		return false;
	for (size_t i = a->last; i < b->first; i++) {
		parted |= at_sign(p, i, ';') || at_word(p, i, "and") || at_word(p, i, "but");
		if (parted && (quant_due_at(p, i) || quant_stance_at(p, i, STANCE_WISH)))
			return true;
	}
	return false;
}

static struct quant_time time_of(const struct pf_quants *quants, const struct parse *p,
				 const struct pf_quant *q)
{
	return quant_time_of(quants, p, (size_t)(q - quants->v), quant_around(quants, q));
}

/* Does b, right after a, complete it: "from A to B", "A today, B by June", "B, up from A"? */
static bool joins(const struct pf_quants *quants, const struct parse *p, const struct pf_quant *a,
		  const struct pf_quant *b, enum quant_link link)
{
	uint32_t gap = b->first - a->last;

	if (quant_opens_where(p, quant_around(quants, b)))
		return false;
	if (a->role == PF_ROLE_BASELINE && b->role != PF_ROLE_BASELINE)
		return b->role == PF_ROLE_TARGET ||
		       ((b->role == PF_ROLE_NONE ||
			 /* "Instead of $40 you pay $30 a month" */
			 (b->role == PF_ROLE_RATE && b->per[0] && !a->per[0])) &&
			!strcmp(a->unit, b->unit));
	if (a->role == PF_ROLE_DEADLINE ||
	    (a->base != b->base && !leaves_unit_out(a, b) && !shares_unit(a, b)))
		return false;
	/* "It took 12 days last year and takes 5 today": the first comes before */
	if (b->role == PF_ROLE_BASELINE) {
		struct quant_time now = time_of(quants, p, b), before = {0};

		if (now.era == ERA_NOW || now.year)
			before = time_of(quants, p, a);
		if ((now.era == ERA_NOW && (before.era == ERA_PAST || before.year)) ||
		    (before.year && before.year < now.year))
			return false;
	}
	if (b->role == PF_ROLE_BASELINE)
		return gap <= (link == LINK_VERSUS ? 14 : 8) && a->role != PF_ROLE_DELTA &&
		       !at_word(p, quant_around(quants, b)->clause, "now") &&
		       !(a->first && at_word(p, a->first - 1, "per"));
	/* "dropped by $12 to $31", "rose 14 points to 61": by how much, and not from where. */
	if (a->role == PF_ROLE_DELTA && says_how_much(quants, p, a))
		return false;
	if (b->role != PF_ROLE_TARGET || a->role == PF_ROLE_TARGET)
		return false;
	return (gap <= 8 && (link == LINK_BECOMES || link == LINK_TO || link == LINK_WITH)) ||
	       is_contrast(p, a, b);
}

/* Does "from" a have its "to" right behind it? Then it has no other end before it. */
static bool goes_on(const struct pf_quants *quants, const struct parse *p, size_t i)
{
	const struct pf_quant *a = &quants->v[i];
	size_t end = i + 1 < quants->n ? quants->v[i + 1].first : p->n;

	for (size_t k = a->last; k < end && k < a->last + 6u; k++)
		if ((p->t[k].flags & PF_TOKEN_SENTENCE) || at_sign(p, k, ','))
			return false;
		else if (at_word(p, k, "to"))
			return i + 1 < quants->n && alike(a, &quants->v[i + 1]);
	return false;
}

static void pair_up(struct pf_quants *quants, const struct parse *p, size_t i,
		    const struct around *around)
{
	struct pf_quant *b = &quants->v[i], *a = NULL;
	size_t k = i;
	bool reversed;

	if (around->link == LINK_FROM && goes_on(quants, p, i))
		return;
	while (k-- > 0 && i - k < 4 && b->first - quants->v[k].last <= QUANT_REACH) {
		if (alike(&quants->v[k], b)) {
			a = &quants->v[k];
			break;
		}
	}
	if (!a || a->pair != PF_QUANT_NONE || !in_one_sentence(p, a->last, b->first) ||
	    !joins(quants, p, a, b, around->link))
		return;
	reversed = b->role == PF_ROLE_BASELINE;
	if (reversed && quant_before_arrow(p, around)) /* its other end is to come */
		return;
	if (shares_unit(a, b)) {
		a->kind = b->kind;
		a->base = b->base;
		memcpy(a->unit, b->unit, sizeof(a->unit));
	}
	quant_bind(quants, p, reversed ? i : k, reversed ? k : i);
}

void quant_pair(struct pf_quants *quants, const struct parse *p, size_t baseline, size_t target)
{
	const struct pf_quant *a = &quants->v[baseline], *b = &quants->v[target];

	if (alike(a, b) && a->pair == PF_QUANT_NONE && b->pair == PF_QUANT_NONE)
		quant_bind(quants, p, baseline, target);
}

/* In small letters, as units are kept; a word that has no room is none. */
static void set_per(struct pf_quant *q, struct pf_slice word)
{
	for (size_t i = 0; i < word.len && word.len < sizeof(q->per); i++)
		q->per[i] = pf_ascii_lower(word.ptr[i]);
}

/* "170 minutes a visit", "6,400 loads a week": of each of what, where the unit did not say. */
static void read_per(struct pf_quant *q, const struct parse *p, size_t tail)
{
	static const char each[][WORD_ROOM] = {"a", "an", "per", "each", "every"};
	static const char turns[][WORD_ROOM] = {"shift",   "visit",   "trip",   "round",
						"session", "head",    "game",   "term",
						"season",  "evening", "morning"};
	static const char ly[][WORD_ROOM] = {"hourly",  "daily",  "weekly",
					     "monthly", "yearly", "annually"};
	size_t noun = tail;

	while (noun < p->n && noun < tail + 4 && p->t[noun].begin < q->of.end)
		noun++;
	noun += noun > tail && at_number(p, noun) && at_glued(p, noun); /* "of CO2 per trip" */
	if (!q->per[0] && q->base == PF_QUANT_MONEY && ANY_WORD(p, tail, ly))
		set_per(q, token_text(p, tail));
	if (q->per[0] || !ANY_WORD(p, noun, each) || at_end(p, noun + 1) ||
	    p->t[noun + 1].kind != PF_TOKEN_WORD || at_class(p, noun + 1, LEX_NOT_NOUN))
		return;
	/* "give 900 nurses a break" */
	if (!at_class(p, noun + 1, LEX_TIME) && !ANY_WORD(p, noun + 1, turns) &&
	    !at_word(p, noun, "per") && (noun > tail || q->base == PF_QUANT_NUMBER))
		return;
	set_per(q, token_text(p, noun + 1));
}

/* "84,000 owners drive to 31 clinics. 46 % of them": of the largest group that was counted. */
static struct pf_range them(const struct pf_quants *quants, const struct parse *p, size_t i,
			    size_t tail)
{
	const struct pf_quant *most = NULL;

	if (!at_word(p, tail, "of") || !at_word(p, tail + 1, "them"))
		return (struct pf_range){0, 0};
	for (size_t k = i; k-- > 0 && i - k < 4;)
		if (quants->v[k].role == PF_ROLE_POPULATION &&
		    (!most || quants->v[k].value > most->value))
			most = &quants->v[k];
	return most ? most->of : (struct pf_range){0, 0};
}

/* "150 of our 210 practices": the two count one thing, and the second is all there are. */
static void share_whole(struct pf_quant *part, struct pf_quant *whole, const struct parse *p,
			bool after)
{
	static const char which[][WORD_ROOM] = {"the", "our", "its",   "their", "all",
						"his", "her", "these", "those"};
	size_t i = part->last + 1;

	if (part->base != PF_QUANT_NUMBER || whole->base != PF_QUANT_NUMBER ||
	    part->value > whole->value || !at_word(p, part->last, "of"))
		return;
	i += ANY_WORD(p, i, which);
	if (i != whole->first)
		return;
	if (!after && part->of.end > part->of.begin)
		whole->of = part->of;
	else if (part->of.end == part->of.begin)
		part->of = whole->of;
	if (whole->role == PF_ROLE_NONE)
		whole->role = PF_ROLE_POPULATION;
}

static bool follows_label(const struct pf_quants *quants, const struct parse *p,
			  const struct pf_quant *q)
{
	size_t lead = quant_around(quants, q)->lead;

	return lead && at_sign(p, lead - 1, ':');
}

/* "NPS 48 by Q4", "Publish 40 courses by 1 September": the day stands right behind what is to be so
 * then. */
static bool leads_up_to(const struct pf_quants *quants, const struct parse *p,
			const struct pf_quant *q)
{
	const struct pf_quant *date = q + 1;
	const struct around *a = quant_around(quants, q), *due = quant_around(quants, date);
	/* "NPS 48", "a score of 50" */
	size_t name = a->link == LINK_OF ? a->at : a->lead;
	bool metric =
		name && (at_class(p, name - 1, LEX_METRIC) || at_class(p, name - 1, LEX_SCORE));

	/* "80 % of docks booked by week 26" */
	if (q->role == PF_ROLE_RATE && q->base == PF_QUANT_PERCENT && !q->past &&
	    due->link == LINK_BY && date->first - q->last < 6u)
		return (p->t[a->at].flags & PF_TOKEN_SENTENCE) || quant_is_order(p, a);
	return q->role == PF_ROLE_NONE && !q->past && !quant_is_time(q) &&
	       !(a->lead && at_word(p, a->lead - 1, "the")) &&
	       !at_word(p, q->first - (q->first > 0), "top") && date->first - q->last < 5u &&
	       (metric || due->link == LINK_BY);
}

/* "500 teachers will be trained by August", "Serve 20,000 pupils in the first year": a day makes an
 * aim of who they are. */
static bool is_to_be(const struct pf_quants *quants, const struct parse *p,
		     const struct pf_quant *q)
{
	static const char which[][WORD_ROOM] = {"the", "all", "our", "these", "those"};
	const struct around *a = quant_around(quants, q);

	if (ANY_WORD(p, q->first, which) || (a->lead && ANY_WORD(p, a->lead - 1, which)))
		return false;
	if (quant_is_order(p, a))
		return true;
	for (size_t i = a->tail; i < a->tail + 4 && !at_end(p, i); i++)
		if (at_word(p, i, "will"))
			return (a->at == a->clause && (p->t[a->at].flags & PF_TOKEN_SENTENCE)) ||
			       (a->at && at_sign(p, a->at - 1, ','));
	return false;
}

/* "Active sites: 45 of the 60 by March", "Adoption: 500+ clinics within 6 months": a label, its
 * value, a day that is to come. */
static void aim_at(struct pf_quants *quants, const struct parse *p, size_t date)
{
	struct pf_quant *q = &quants->v[date - 1], *whole = q;

	for (size_t i = q->last; i < quants->v[date].first; i++) /* "is 12 %; by June it will" */
		if (at_sign(p, i, ';'))
			return;
	while (q > quants->v && q->role == PF_ROLE_POPULATION && !follows_label(quants, p, q))
		q--;
	if ((q->role == PF_ROLE_NONE || q->role == PF_ROLE_RATE ||
	     (q == whole && q->role == PF_ROLE_POPULATION)) &&
	    (follows_label(quants, p, q) || leads_up_to(quants, p, q) || is_to_be(quants, p, q)) &&
	    in_one_sentence(p, q->last, quants->v[date].first))
		q->role = PF_ROLE_TARGET;
}

/* "45 by March", "500 within 6 months", "1,500 at launch + 3 months", "30 in week 12" */
static bool says_when(const struct pf_quants *quants, const struct parse *p, size_t i,
		      const struct around *a)
{
	const struct pf_quant *q = &quants->v[i];

	return a->link == LINK_BY || a->within || at_word(p, a->at, "before") ||
	       (a->link == LINK_IN && q->date == INT32_MIN && strcmp(q->unit, "day") != 0 &&
		strcmp(q->unit, "quarter") != 0 && !at_class(p, q->first, LEX_MONTH)) ||
	       (q->base == PF_QUANT_DURATION && q->first - q[-1].last < 5u);
}

void quant_attributes(struct pf_quants *quants, const struct parse *p)
{
	quant_read_around(quants, p);
	for (size_t i = 0; i < quants->n; i++) {
		struct pf_quant *q = &quants->v[i];
		const struct around *a = quant_around(quants, q);
		bool after;

		q->bound = a->bound;
		quant_claim(quants, p, i, a);

		q->of = quant_noun(quants, p, i, a, &after);
		if (q->of.end == q->of.begin)
			q->of = them(quants, p, i, a->tail);
		if (!quant_is_time(q) || q->role != PF_ROLE_DEADLINE)
			read_per(q, p, a->tail);
		if (q->role == PF_ROLE_NONE && q->per[0] && q->base != PF_QUANT_MULTIPLIER &&
		    !quant_is_time(q)) /* "450 forms a day" */
			q->role = PF_ROLE_RATE;
		if (i)
			share_whole(q - 1, q, p, after);
		if (i && q->role == PF_ROLE_DEADLINE && says_when(quants, p, i, a))
			aim_at(quants, p, i);
		pair_up(quants, p, i, a);
		/* Both ends of a change measure one thing; the one who names it names it for both.
		 */
		if (q->pair != PF_QUANT_NONE) {
			struct pf_quant *other = &quants->v[q->pair];

			if (!after && other->of.end > other->of.begin)
				q->of = other->of;
			if (other->of.end == other->of.begin)
				other->of = q->of;
		}
	}
}

void quant_read(struct pf_quants *quants, const struct parse *p)
{
	for (size_t i = 0; i < quants->n; i++) {
		quant_contrast(quants, p, i);
		quant_bearing(quants, p, i);
		quant_join(quants, p, i);
	}
	for (size_t i = 0; i < quants->n; i++) {
		struct pf_quant *q = &quants->v[i];

		q->told = quant_told(quants, p, i);
		q->told = quant_told_joined(quants, p, i);
		if (q->role == PF_ROLE_DEADLINE && q->bound == PF_BOUND_LE)
			q->bound = PF_BOUND_NONE; /* "within 3 months" is by then */
	}
}
