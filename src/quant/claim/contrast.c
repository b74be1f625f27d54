/* Two amounts of one thing in two times: what it was and what it will be, though neither stands
 * behind a "from" or a "to". */
#include "around.h"

#include <string.h>

enum { APART = 28 }; /* tokens from one to the other */

static bool may_pair(const struct pf_quant *q)
{
	return q->pair == PF_QUANT_NONE && q->base != PF_QUANT_DATE &&
	       q->base != PF_QUANT_MULTIPLIER && q->role != PF_ROLE_DELTA &&
	       q->role != PF_ROLE_DEADLINE;
}

bool quant_stands_alone(const struct parse *p, size_t tail)
{
	return at_end(p, tail) || p->t[tail].kind != PF_TOKEN_WORD ||
	       at_any(p, tail,
		      LEX_BIT(PREPOSITION) | LEX_BIT(NOT_NOUN) | LEX_BIT(CLAUSE) | LEX_BIT(DUE)) ||
	       at_class(p, tail, LEX_ERA) || at_word(p, tail, "last") || at_word(p, tail, "next") ||
	       at_word(p, tail, "wanted");
}

static struct pf_slice singular(struct pf_slice word)
{
	if (word.len > 3 && word.ptr[word.len - 1] == 's')
		word.len--;
	return word;
}

bool quant_same_noun(const struct parse *p, size_t a, size_t b)
{
	a += at_word(p, a, "of");
	b += at_word(p, b, "of");
	return a < p->n && b < p->n &&
	       pf_slice_equal_nocase(singular(token_text(p, a)), singular(token_text(p, b)));
}

/* "0 today, 70 % by March": nothing is none of anything. */
static bool same_unit(const struct pf_quant *a, const struct pf_quant *b, bool b_named)
{
	bool spans = a->base == PF_QUANT_DURATION && b->base == PF_QUANT_DURATION;
	bool left_out = b->base == PF_QUANT_NUMBER && !b->unit[0] && !b_named;

	if (a->base == PF_QUANT_NUMBER && b->base == PF_QUANT_PERCENT)
		return a->value == 0 && a->role == PF_ROLE_BASELINE;
	if (a->base == PF_QUANT_PERCENT && b->base == PF_QUANT_NUMBER)
		return left_out;
	return spans || !strcmp(a->unit, b->unit) || (left_out && a->base != PF_QUANT_MONEY);
}

/* May b be the same measure as a, named again or not? */
static bool measures_alike(const struct parse *p, const struct pf_quant *a,
			   const struct around *a_around, const struct pf_quant *b,
			   const struct around *b_around)
{
	bool a_named = !quant_stands_alone(p, a_around->tail) || at_word(p, a_around->tail, "of");
	bool b_named = !quant_stands_alone(p, b_around->tail) || at_word(p, b_around->tail, "of");
	size_t before = b_around->at;

	/* "Instead of $40 you pay $30 a month" */
	if (b->per[0] && strcmp(a->per, b->per) != 0 &&
	    !(a_around->link == LINK_VERSUS && !a->per[0]))
		return false;
	if ((b_around->link == LINK_OF && b->role != PF_ROLE_TARGET) || a_around->link == LINK_OF ||
	    (before && (at_word(p, before - 1, "or") || at_word(p, before - 1, "plus"))))
		return false;
	if (!same_unit(a, b, b_named))
		return false;
	return !b_named || (a_named && quant_same_noun(p, a_around->tail, b_around->tail));
}

/* "It should take five.", "Ours are printed in twelve.": the sentence goes on with what the one
 * before told of. */
static bool goes_on(const struct parse *p, size_t i)
{
	static const char words[][WORD_ROOM] = {"it",    "they", "that", "this", "these",
						"those", "ours", "now",  "with", "today"};

	return ANY_WORD(p, i, words) || at_word(p, i + 1, "new");
}

/* Is nothing but dates between the two? */
static bool only_dates(const struct pf_quants *quants, size_t first, size_t last)
{
	while (first < last && quants->v[first].base == PF_QUANT_DATE)
		first++;
	return first == last;
}

/* "38 never return. We intend to make that [20].", "The port has promised [15 minutes].": what it
 * is of stands in the sentence before. */
static bool is_of_the_same(const struct pf_quants *quants, const struct parse *p, size_t i,
			   const struct around *a)
{
	const struct pf_quant *q = &quants->v[i];
	struct quant_time t;

	if (q->base == PF_QUANT_NUMBER && !q->unit[0] && at_end(p, a->tail))
		return true;
	if (!quant_stands_alone(p, a->tail))
		return false;
	if (q->role == PF_ROLE_TARGET)
		return true;
	t = quant_time_known(quants, p, i);
	return t.era == ERA_LATER && t.marked;
}

/* The quantity of its sentence, or of the one that goes on with, that i may be the other end of; i
 * for none. */
static size_t other_end(const struct pf_quants *quants, const struct parse *p, size_t i,
			const struct around *around)
{
	const struct pf_quant *b = &quants->v[i];
	size_t at = b->first;
	int crossed = 0;

	for (size_t k = i; k-- > 0 && i - k < 4;) {
		const struct pf_quant *a = &quants->v[k];

		if (b->first - a->last > APART)
			break;
		for (; at >= a->last; at--)
			if ((p->t[at].flags & PF_TOKEN_SENTENCE) &&
			    (crossed++ || !only_dates(quants, k + 1, i) ||
			     !(goes_on(p, at) || is_of_the_same(quants, p, i, around))))
				return i;
		if (may_pair(a) && measures_alike(p, a, quant_around(quants, a), b, around))
			return k;
		if (a->base == b->base && a->pair != PF_QUANT_NONE)
			break;
	}
	return i;
}

static bool used_to(const struct parse *p, const struct around *a)
{
	for (size_t i = a->clause; i < a->lead; i++)
		if (at_word(p, i, "used") && at_word(p, i + 1, "to"))
			return true;
	return false;
}

/* "in 4 minutes [what took] 25", "Ten minutes [replaces] two hours": the first is what it became.
 */
static bool comes_first(const struct parse *p, const struct around *a, const struct around *b)
{
	static const char replaces[][WORD_ROOM] = {"replaces", "replace", "replaced"};

	if (b->lead == a->tail + 1)
		return ANY_WORD(p, a->tail, replaces);
	for (size_t i = a->tail; i + 1 < b->at; i++)
		if (at_word(p, i, "what"))
			return quant_is_past(p, i + 1) || quant_is_past(p, i + 2);
	return false;
}

/* What a role by its own words says of the time. */
static struct quant_time told(const struct pf_quants *quants, const struct parse *p, size_t i)
{
	enum pf_quant_role role = quants->v[i].role;

	if (role == PF_ROLE_TARGET)
		return (struct quant_time){ERA_LATER, true, 0};
	return quant_time_known(quants, p, i);
}

/* Does the first come before the second: -1; after it: 1; 0 when nothing tells. */
static int order(struct quant_time a, struct quant_time b, bool a_baseline, bool b_baseline,
		 bool near)
{
	if (a.year && b.year)
		return a.year < b.year ? -1 : a.year > b.year;
	/* "28 % in May, must be under 20 % in November": a date alone does not say that it is to
	 * come */
	if (a.era == ERA_LATER && !a.marked && b.marked)
		a.era = ERA_NONE;
	if (a.era == ERA_NONE && b.era == ERA_NOW && b.marked && near)
		return -1; /* "26 minutes in the spring, 33 now" */
	if (a_baseline && b_baseline)
		return a.era == ERA_PAST && b.era == ERA_NOW ? -1 : 0;
	if (b_baseline && (a.era == ERA_PAST || a.year) && b.era == ERA_NOW)
		return -1; /* "once waited 25 minutes, and now four" */
	if (b_baseline)
		return a.era == ERA_LATER || (a.marked && a.era > b.era) ? 1 : 0;
	/* "now arrive in 7 minutes where they once took 7 days" */
	if (a_baseline && a.era == ERA_NOW && b.era == ERA_PAST && (b.marked || b.year))
		return 1;
	if (a_baseline)
		return b.era == ERA_LATER || (b.marked && a.era < b.era) ? -1 : 0;
	if (a.era == ERA_NONE && b.era == ERA_LATER && b.marked)
		return near ? -1 : 0;
	if (a.era == ERA_LATER && !b.marked && b.era != ERA_PAST)
		return 0;
	if (a.era == ERA_NONE || b.era == ERA_NONE || (!a.marked && !b.marked))
		return 0;
	return a.era < b.era ? -1 : a.era > b.era;
}

/* Counts of things are easily set beside each other: their times must be told both. */
static bool tells_both(const struct parse *p, const struct pf_quant *a, struct quant_time ta,
		       const struct pf_quant *b, struct quant_time tb)
{
	/* "28 partner labs and plan to have 75", "38 never return. We intend to make that 20." */
	bool elliptic =
		at_end(p, b->last) && (counts_noun(p, a->last) || counts_noun(p, a->last + 1u) ||
				       quant_stands_alone(p, a->last));
	bool listed = quant_stands_alone(p, a->last) && quant_stands_alone(p, b->last) &&
		      b->first - a->last < 6; /* "7.4 last quarter, 4.0 planned for May" */

	if (a->unit[0] || b->unit[0] || a->role == PF_ROLE_BASELINE || a->role == PF_ROLE_TARGET ||
	    b->role == PF_ROLE_TARGET || (ta.year && tb.year))
		return true;
	/* "Drivers who filled 40 forms fill 15 forms" */
	bool again = counts_noun(p, a->last) && quant_same_noun(p, a->last, b->last);

	return (ta.marked && (tb.marked || listed || elliptic || again)) ||
	       (tb.marked && ta.era == ERA_PAST && again) || ((a->per[0] || elliptic) && tb.marked);
}

/* Is b of a later day than a: by its year, its deadline, or a word for it? */
static bool is_later(const struct pf_quants *quants, size_t a, struct quant_time ta, size_t b,
		     struct quant_time tb)
{
	if (ta.year && tb.year)
		return ta.year < tb.year;
	if (tb.era == ERA_LATER && tb.marked)
		return true;
	return a + 1 < b && quants->v[a + 1].role == PF_ROLE_DEADLINE && b + 1 < quants->n &&
	       quants->v[b + 1].role == PF_ROLE_DEADLINE;
}

/* "23 % (2025), 19 % (2026), [15 % (2027)]", "71 % now, 85 % in a year, [92 % in two]": the series
 * goes on. */
static void follow_series(struct pf_quants *quants, const struct parse *p, size_t i,
			  const struct around *around)
{
	struct pf_quant *b = &quants->v[i], *a;
	size_t k = i;

	while (k && i - k < 2 && quants->v[k - 1].role == PF_ROLE_DEADLINE)
		k--;
	if (!k)
		return;
	a = &quants->v[--k];
	if (a->role != PF_ROLE_TARGET || a->pair == PF_QUANT_NONE || a->base != b->base ||
	    strcmp(a->unit, b->unit) != 0 || b->first - a->last > 8 ||
	    !quant_stands_alone(p, around->tail))
		return;
	if (!is_later(quants, k, quant_time_known(quants, p, k), i, quant_time_known(quants, p, i)))
		return;
	b->role = PF_ROLE_TARGET;
	b->dir = b->value > a->value ? PF_DIR_UP : b->value < a->value ? PF_DIR_DOWN : PF_DIR_NONE;
}

/* "Our rival charges $0.30, we will charge $0.22": two prices, and no change of one. */
static bool are_prices(const struct parse *p, const struct around *a, const struct around *b)
{
	return quant_has_class(p, a->clause, a->lead, LEX_TERMS) &&
	       quant_has_class(p, b->clause, b->lead, LEX_TERMS);
}

/* Most quantities have no other near them, and cost no more. */
static bool stands_near(const struct pf_quants *quants, size_t i)
{
	for (size_t k = i; k-- > 0 && i - k < 4;)
		if (quants->v[k].base != PF_QUANT_DATE)
			return quants->v[i].first - quants->v[k].last <= APART;
	return false;
}

/* "28 % in [May], must be under 20 % in November": when it was so, and no deadline. */
static void undate(struct pf_quants *quants, const struct parse *p, size_t baseline)
{
	struct pf_quant *q = &quants->v[baseline], *date = q + 1;

	if (date->base == PF_QUANT_DATE && date->role == PF_ROLE_DEADLINE &&
	    date->first - q->last < 4u && !(p->t[date->first].flags & PF_TOKEN_SENTENCE) &&
	    quant_around(quants, date)->link != LINK_BY)
		date->role = PF_ROLE_NONE;
}

/* "must be 120 ms; it is [340 ms]", "ought to take 5 minutes, and takes [25]" */
static bool tells_present(const struct parse *p, const struct around *a)
{
	static const char verbs[][WORD_ROOM] = {"takes", "take", "have", "has"};

	if (a->link == LINK_IS)
		return a->at && at_word(p, a->at - 1, "it");
	return a->link == LINK_NONE && a->lead && ANY_WORD(p, a->lead - 1, verbs);
}

/* "[Whereas] it cost $18, ...", "Where it took a day, ..." */
static bool sets_against(const struct parse *p, const struct around *a)
{
	static const char words[][WORD_ROOM] = {"whereas", "while", "where"};

	return a->clause && at_class(p, a->clause - 1, LEX_CLAUSE) &&
	       ANY_WORD(p, a->clause - 1, words);
}

/* "Night calls: 14 last winter, [no more than 4]": a limit and nothing else, right behind what was.
 */
static bool limits_what_was(const struct parse *p, const struct around *a, struct quant_time ta,
			    const struct pf_quant *q, const struct around *b, struct quant_time tb)
{
	return (ta.era == ERA_PAST || ta.year) && ta.marked && tb.era == ERA_NONE && !tb.year &&
	       q->bound != PF_BOUND_NONE && q->bound != PF_BOUND_APPROX && b->lead - a->tail < 6 &&
	       at_sign(p, b->lead - 1, ',') && at_end(p, b->tail);
}

void quant_contrast(struct pf_quants *quants, const struct parse *p, size_t i)
{
	static const char takes[][WORD_ROOM] = {"take", "takes", "took"};
	const struct around *b, *a;
	struct quant_time ta, tb;
	size_t k;
	int way;

	if (!may_pair(&quants->v[i]) || !stands_near(quants, i))
		return;
	b = quant_around(quants, &quants->v[i]);
	if (quant_is_supposed(p, b))
		return;
	k = other_end(quants, p, i, b);
	if (k == i) {
		follow_series(quants, p, i, b);
		return;
	}
	a = quant_around(quants, &quants->v[k]);
	ta = told(quants, p, k);
	tb = told(quants, p, i);
	way = order(ta, tb, quants->v[k].role == PF_ROLE_BASELINE,
		    quants->v[i].role == PF_ROLE_BASELINE, b->lead - a->tail < 14);
	if (!way && limits_what_was(p, a, ta, &quants->v[i], b, tb))
		way = -1;
	/* "Whereas it cost $18, it costs $2" */
	if (!way && ta.era == ERA_PAST && tb.era == ERA_NOW && sets_against(p, a))
		way = -1;
	if (!way && tb.era == ERA_PAST && ta.era == ERA_NOW && quant_opens_where(p, b))
		way = 1;
	if (!way && quants->v[k].role == PF_ROLE_TARGET && tb.era == ERA_NOW && tells_present(p, b))
		way = 1;
	/* "It used to take 70 days. Last month it was 41." */
	if (!way && quants->v[k].role == PF_ROLE_BASELINE &&
	    quants->v[i].role == PF_ROLE_BASELINE && used_to(p, a) && !used_to(p, b))
		way = -1;
	/* "in 2 days instead of the usual 7" */
	if (comes_first(p, a, b) ||
	    (!way && b->link == LINK_VERSUS && quants->v[i].base == PF_QUANT_NUMBER &&
	     ta.era == ERA_NONE && b->at <= a->tail + 1))
		way = 1;
	/* "Drivers need 15 minutes for it; the app takes 1." */
	if (!way && quants->v[k].base == PF_QUANT_DURATION &&
	    quants->v[i].base == PF_QUANT_NUMBER && ta.era != ERA_LATER && b->link == LINK_NONE &&
	    b->lead && ANY_WORD(p, b->lead - 1, takes))
		way = at_class(p, b->clause - (b->clause > 0), LEX_CLAUSE) ? 1 : -1; /* "whereas" */
	if (way && !(quants->v[i].base == PF_QUANT_MONEY && are_prices(p, a, b)) &&
	    tells_both(p, &quants->v[k], ta, &quants->v[i], tb)) {
		quant_bind(quants, p, way < 0 ? k : i, way < 0 ? i : k);
		if (way < 0)
			undate(quants, p, k);
	}
}
