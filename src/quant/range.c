/* Two ends of one range: "5-7", "between $10 and $20", "more than 10 and less than 40". */
#include "range.h"

#include "claim/around.h"
#include "noise/noise.h"

#include <math.h>
#include <string.h>

/* Is the word at most two tokens before a's beginning? */
static bool led_by(const struct parse *p, const struct measure *a, const char *word)
{
	return (a->first && is_word_at(p, a->first - 1, word)) ||
	       (a->first > 1 && is_word_at(p, a->first - 2, word));
}

/* What joins the ends: '-' a dash, '\\' one that is escaped, 't' "to", 'h' "- to", '3' "-to-", 'a'
 * "and" after "between" or "from"; 0 for none. */
static char join_at(const struct parse *p, const struct measure *a)
{
	size_t i = a->last;

	if (at_sign(p, i, '\\') && at_sign(p, i + 1, '-'))
		return '\\';
	if (at_sign(p, i, '-') && at_glued(p, i) && at_word(p, i + 1, "to") &&
	    at_glued(p, i + 1) == at_sign(p, i + 2, '-'))
		return at_glued(p, i + 1) ? '3' : 'h'; /* "4-to-6", "8- to 16-meter" */
	if (at_sign(p, i, '-') || (at_sign(p, i, '~') && at_glued(p, i)))
		return '-';
	if (at_word(p, i, "to") || at_word(p, i, "through") || at_word(p, i, "thru") ||
	    at_word(p, i, "till"))
		return 't';
	if (!at_word(p, i, "and"))
		return 0;
	return led_by(p, a, "between") || led_by(p, a, "from") || led_by(p, a, "ages") ? 'a' : 0;
}

static bool is_about(const struct parse *p, size_t i)
{
	return at_sign(p, i, '~') || at_word(p, i, "about") || at_word(p, i, "around") ||
	       at_word(p, i, "approximately") || at_word(p, i, "roughly") ||
	       at_word(p, i, "maybe") || at_word(p, i, "perhaps");
}

/* A dash with a blank on one side only is no range: "ports 5- 7" is, "5 -7" where more follows. */
static bool dash_fits(const struct parse *p, const struct measure *a)
{
	size_t i = a->last;

	return at_glued(p, i) == at_glued(p, i + 1) || !a->bare || at_sign(p, i + 1, '~') ||
	       (at_glued(p, i + 1) && i + 2 < p->n);
}

/* "$1-2m": no metres beside money. */
static void read_millions(const struct parse *p, size_t i, struct measure *m)
{
	struct measure again = {.first = i, .kind = PF_QUANT_NUMBER, .bare = true};

	if (!parse_number(p, i, true, &again.number))
		return;
	again.value = again.number.value;
	again.last = again.number.last;
	*m = again;
}

/* The second end after `a`: "- 15", "to 20", "and $20". */
static bool second_end(const struct parse *p, const struct measure *a, struct measure *b)
{
	char join = join_at(p, a);
	size_t k = a->last + 1u + (join == 'h' || join == '\\') + 2u * (join == '3');

	if (!join || (join == '-' && !dash_fits(p, a)))
		return false;
	while (is_about(p, k))
		k++;
	if (k >= p->n || (p->t[k].flags & PF_TOKEN_SENTENCE) || !parse_measure(p, k, b) ||
	    (b->number.article && (b->kind != PF_QUANT_DURATION || a->kind != PF_QUANT_DURATION)) ||
	    b->number.divisor != 0)
		return false;
	if (a->kind == PF_QUANT_MONEY && !strcmp(b->unit, "m"))
		read_millions(p, k, b);
	/* "20-30-40" is no range */
	return !(join == '-' && at_sign(p, b->last, '-') && at_glued(p, b->last) &&
		 at_number(p, b->last + 1));
}

/* "5 \u00B0C to 10 \u00B0C" is where it may be. */
static bool is_degree(const struct measure *m)
{
	return m->kind == PF_QUANT_QUANTITY &&
	       (!strcmp(m->unit, "C") || !strcmp(m->unit, "F") || !strcmp(m->unit, "degree"));
}

static bool same_kind(const struct measure *a, const struct measure *b)
{
	if (a->kind != b->kind)
		return a->bare && (!a->number.fraction || a->value > 1);
	return a->kind != PF_QUANT_QUANTITY || !strcmp(a->unit, b->unit) || !b->unit[0] ||
	       (is_degree(a) && is_degree(b) &&
		!strcmp(a->unit, "degree")); /* "20\u00B0-25 \u00B0C" */
}

void share_right(struct measure *a, const struct measure *b)
{
	double scale = b->number.scale > 0 ? b->number.scale : 1;

	if (a->bare && !b->bare) {
		a->kind = b->kind;
		a->bare = false;
		memcpy(a->unit, b->unit, sizeof(a->unit));
		a->factor = b->factor;
	}
	/* "$700 to $2.6 million": what would be far above the right end has its own */
	if (!(a->number.scale > 0) && a->value < 1000 &&
	    a->value * scale <= b->value * (scale < 1000 ? 1 : 10))
		a->value *= scale;
}

/* Past the adverb that ends before token i, back to what it goes with: "ranged [monthly] from". */
static size_t before_adverb(const struct parse *p, size_t i)
{
	struct pf_slice s;

	if (i < 2 || p->t[i - 1].kind != PF_TOKEN_WORD)
		return i;
	s = token_text(p, i - 1);
	return s.len > 4 && pf_slice_ends(s, "ly") ? i - 1 : i;
}

/* Do "from A to B" name two ends? After "ranges", and where they are all that is said. */
static bool varies(const struct parse *p, size_t from, const struct measure *b)
{
	static const char pay[][WORD_ROOM] = {"cost",   "costs",   "pay",   "pays",
					      "paid",   "sell",    "sells", "sold",
					      "charge", "charges", "earn",  "earns"};
	static const char have[][WORD_ROOM] = {"has", "have", "had", "holds", "hold", "number"};
	static const char states[][WORD_ROOM] = {"of", "is", "are"};
	size_t verb;

	/* "a leak runs | from 74 days to 14 days": what stands in the cell before is its name */
	if (from && (p->t[from].flags & PF_TOKEN_BLOCK))
		return false;
	if (!from || (p->t[from].flags & PF_TOKEN_SENTENCE)) /* "From 20 to 30 nurses leave" */
		return b->last >= p->n || ANY_WORD(p, b->last, states) || counts_noun(p, b->last);
	verb = before_adverb(p, from) - 1;
	if (at_any(p, verb, LEX_BIT(RANGE) | LEX_BIT(TAKES)) || ANY_WORD(p, verb, pay))
		return true;
	/* "serves from 20 to 40 people"; what "opened from 20 % to 60 %" grew */
	return b->bare && (at_class(p, verb, LEX_VERB) || ANY_WORD(p, verb, have));
}

/* Does a change lead up to i? Then "from A to B" are baseline and target. */
static bool changes(const struct parse *p, size_t i)
{
	size_t stop = i > 12 ? i - 12 : 0;

	while (i-- > stop) {
		if (p->t[i + 1].flags & PF_TOKEN_SENTENCE)
			return false;
		if (at_any(p, i, LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(CHANGE)) &&
		    !(at_word(p, i + 1, "in") && at_class(p, i, LEX_CHANGE)))
			return true; /* not "brought in" */
	}
	return false;
}

/* Are the two ends in [i, last) said of something: "pay $15 to $25", "at $700M to $2.6B"? After a
 * label or nothing, "85 % to 99.7 %" is a change. */
static bool is_stated(const struct parse *p, size_t i, size_t last)
{
	static const enum lex_class said[] = {LEX_VERB,  LEX_PRICE,       LEX_TAKES, LEX_HOLD,
					      LEX_RANGE, LEX_PREPOSITION, LEX_REACH};
	static const char states[][WORD_ROOM] = {"is", "are", "was", "were", "would",
						 "of", "per", "a",   "each", "every"};

	while (i && is_about(p, i - 1))
		i--;
	/* "a door costs $300, a window $90 to $120" */
	for (size_t k = i; k-- > 0 && i - k < 10 && !quant_clause_ends(p, k + 1);)
		if (at_class(p, k, LEX_PRICE))
			return true;
	/* "a 50x to 600x return" */
	if (i && (at_word(p, i - 1, "a") || at_word(p, i - 1, "an")))
		return true;
	if (!i || (p->t[i].flags & PF_TOKEN_SENTENCE)) /* "$2 to $4 is what they pay" */
		return ANY_WORD(p, last, states);
	for (size_t k = 0; k < sizeof(said) / sizeof(*said); k++)
		if (at_class(p, i - 1, said[k]))
			return true;
	return at_word(p, i - 1, "at") || at_word(p, i - 1, "with");
}

/* "cut prices [by] 5 % to 17 %", "was cut [by]"; "dropped by $12 to $31" says by how much and
 * where. */
static bool by_between(const struct parse *p, size_t from)
{
	static const char be[][WORD_ROOM] = {"was", "were", "be", "been", "is", "are"};

	if (from < 4 || !at_word(p, from - 1, "by"))
		return false;
	for (size_t i = from - 2; i + 6 > from && i > 0;
	     i--) /* "cut the permit fee by $25 to $60" */
		if (at_any(p, i, LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(CHANGE)))
			return ANY_WORD(p, i - 1, be);
	return true;
}

/* Of two that rise and have at most one unit: "slipped 7/8 to 10" says by how much and where,
 * "improved by 20 to 25 %" and "falls 5 to 10 points short" have two ends. */
static bool moves_to(const struct parse *p, const struct measure *a, const struct measure *b)
{
	return a->first && b->bare && !counts_noun(p, b->last) &&
	       at_any(p, a->first - 1, LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(CHANGE));
}

/* "500 a month, up [from] 300 to 350": what it was, behind what it is. */
static bool is_aside(const struct parse *p, size_t from)
{
	if (from < 3 || !(at_word(p, from - 1, "up") || at_word(p, from - 1, "down")) ||
	    !at_sign(p, from - 2, ','))
		return false;
	for (size_t i = from - 2; i-- > 0 && from - i < 8 && !quant_clause_ends(p, i + 1);)
		if (at_number(p, i))
			return true;
	return false;
}

/* "from 29 % to 75 %" and "29 % to 75 %" are a baseline and its target, unless all around says
 * that they are two ends. */
static bool is_change(const struct parse *p, const struct measure *a, const struct measure *b,
		      bool units)
{
	size_t from = a->first;

	if (!at_word(p, a->last, "to") || led_by(p, a, "between") || by_between(p, from))
		return false;
	for (int k = 0; k < 2 && from && !at_word(p, from, "from"); k++)
		from--;
	if (at_word(p, from, "from") && is_aside(p, from))
		return false;
	if (at_word(p, from, "from"))
		return (!varies(p, from, b) && !(is_degree(b) && a->value < b->value)) ||
		       (from && b->value < a->value && !at_class(p, from - 1, LEX_RANGE)) ||
		       changes(p, from);
	if (!units && b->value > a->value)
		return moves_to(p, a, b);
	/* "days to a scan, 23 to 4", "wait, 90 to 40 minutes": what goes down behind a label; "won
	 * 4 to 2" is no label */
	if (((a->bare && b->bare) || b->value < a->value) && a->first && a->number.digits &&
	    (at_sign(p, a->first - 1, ',') || at_sign(p, a->first - 1, ':')))
		return true;
	return changes(p, a->first) || (units && !is_degree(b) &&
					(b->value < a->value || !is_stated(p, a->first, b->last)));
}

/* "2008-2010" are years. */
static bool are_years(const struct measure *a, const struct measure *b)
{
	return a->bare && b->bare && a->number.integer && b->number.integer &&
	       a->number.figures == 4 && a->value >= 1900 && a->value < 2100;
}

/* "10-15,000": the thousands are said once. */
static void share_thousands(const struct parse *p, struct measure *a, const struct measure *b)
{
	if (!at_sign(p, a->last, '-') || !at_glued(p, a->last) || !a->number.integer ||
	    a->value < 2 || !b->number.digits || b->number.integer || b->number.scale > 0 ||
	    b->number.fraction || b->value < 1000 || fmod(b->value, 1000) != 0 ||
	    a->value * 1000 >= b->value || b->value > a->value * 10000)
		return;
	a->value *= 1000;
}

/* "45 and 50 mg", "5 or 6 minutes", "three or four weeks": the unit is said once. */
static bool share_unit(const struct parse *p, struct measure *a, struct measure *b)
{
	bool hanging = at_sign(p, a->last, '-') && at_glued(p, a->last) &&
		       !at_glued(p, a->last + 1); /* "five- and ten-year bonds" */
	size_t i = a->last + hanging;
	bool word = !a->number.digits && a->last == a->first + 1 &&
		    (hanging || at_word(p, i, "or")) && at_class(p, i + 1, LEX_NUMBER);

	if (!a->bare || a->number.scale > 0 || a->plus ||
	    !(at_word(p, i, "and") || at_word(p, i, "or")) ||
	    (!word && (!a->number.digits || !at_number(p, i + 1))) || !parse_measure(p, i + 1, b) ||
	    b->bare || b->kind == PF_QUANT_MONEY)
		return false;
	share_right(a, b);
	return true;
}

enum range_kind find_range(const struct parse *p, struct measure *a, struct measure *b)
{
	size_t skip;
	bool units = !a->bare;

	if (a->kind == PF_QUANT_MULTIPLIER && !a->number.digits)
		return RANGE_NONE;
	if (!second_end(p, a, b))
		return share_unit(p, a, b) ? RANGE_TWO : RANGE_NONE;
	if (!b->bare && !same_kind(a, b))
		return RANGE_NONE;
	/* "3 km to 5 items": a unit on the left and none on the right is shared by "$" and "%" */
	if (b->bare && !a->bare && a->kind != PF_QUANT_MONEY && a->kind != PF_QUANT_PERCENT)
		return RANGE_NONE;
	/* "rise 8 % to 1.4 million" */
	if (b->bare && b->number.scale > 0 && a->kind == PF_QUANT_PERCENT)
		return RANGE_NONE;
	if ((b->bare && is_noise(p, b, &skip)) || are_years(a, b))
		return RANGE_NONE;
	/* "9-5" counts down, "76 - 31 = 45" reckons */
	if (at_sign(p, a->last, '-') && ((b->value < a->value && b->bare && a->bare) ||
					 (!at_glued(p, a->last) && at_sign(p, b->last, '='))))
		return RANGE_NONE;
	units &= !b->bare;
	share_right(a, b);
	share_thousands(p, a, b);
	return is_change(p, a, b, units) ? RANGE_TWO : RANGE_ENDS;
}
