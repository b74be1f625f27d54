/* When what is told of a quantity is so: a word for the time says it, or the tense of the verb. */
#include "around.h"
#include "date/date.h"
#include "number/number.h"

#include "prfaq/base/clock.h"

/* "last winter", "next year", "this month": the first word of two. */
static enum quant_era era_of_period(const struct parse *p, size_t i)
{
	const struct lex_row *row = row_at(p, i, LEX_ERA_OF);
	size_t k = i + 1;

	if (!row)
		return ERA_NONE;
	k += at_word(p, k, "fiscal") || at_word(p, k, "financial") || at_word(p, k, "school");
	return at_any(p, k, LEX_BIT(TIME) | LEX_BIT(SEASON) | LEX_BIT(MONTH) | LEX_BIT(WEEKDAY)) ||
			       at_class(p, k, LEX_OCCASION)
		       ? (enum quant_era)row->value
		       : ERA_NONE;
}

/* "[the new] cell lasts 22", "[this one] covers eleven", "[ours] has seven" */
static enum quant_era era_of_thing(const struct parse *p, size_t i)
{
	if (at_word(p, i - 1, "ours") || (at_word(p, i - 1, "this") && at_word(p, i, "one")))
		return ERA_LATER;

	static const char new[][WORD_ROOM] = {"new", "planned"};
	static const char old[][WORD_ROOM] = {"old", "former", "previous"};

	return ANY_WORD(p, i, new) ? ERA_LATER : ANY_WORD(p, i, old) ? ERA_PAST : ERA_NONE;
}

static bool opens_part(const struct parse *p, size_t i)
{
	return quant_clause_ends(p, i) || at_sign(p, i - 1, ',') || at_word(p, i - 1, "and") ||
	       at_word(p, i - 1, "but");
}

/* Does the part of the sentence that opens at i end before `lead`? */
static bool closes(const struct parse *p, size_t i, size_t lead)
{
	static const char who[][WORD_ROOM] = {"they", "it", "we", "he", "she", "you", "that"};

	for (size_t k = i + 2; k < lead; k++)
		if (at_sign(p, k, ',') || ANY_WORD(p, k, who) ||
		    (at_word(p, k, "the") && !at_class(p, k - 1, LEX_PREPOSITION)))
			return true;
	return lead > i + 2 && !at_class(p, lead - 1, LEX_NOT_NOUN) &&
	       !quant_has_class(p, i + 1, lead, LEX_VERB); /* "Before the change 31 %" */
}

/* "[with] the tablet, they close 8", "before the change": what opens a part of a sentence sets it
 * before or after the thing that is told of. */
static enum quant_era era_of_opening(const struct parse *p, size_t i, size_t lead)
{
	static const char article[][WORD_ROOM] = {"the",   "a",    "an",   "our", "its",
						  "their", "this", "that", "new", "we"};
	const struct lex_row *row = row_at(p, i, LEX_OPENING);

	if (!row || !opens_part(p, i))
		return ERA_NONE;
	if ((enum quant_era)row->value == ERA_NONE)
		return era_of_thing(p, i + 1);
	if (at_word(p, i, "with") && i + 2 < lead && era_of_thing(p, i + 2) != ERA_NONE)
		return era_of_thing(p, i + 2); /* "with the old form it takes 12 days" */
	if (at_sign(p, i + 1, ','))            /* "Before, a permit took ten weeks" */
		return (enum quant_era)row->value;
	if (!closes(p, i, lead))
		return ERA_NONE;
	return at_word(p, i, "with") || ANY_WORD(p, i + 1, article) ||
			       (i + 1 < p->n && p->t[i + 1].flags & PF_TOKEN_CAPITAL)
		       ? (enum quant_era)row->value
		       : ERA_NONE;
}

/* "we [want]", "our [goal]", "they are [aiming]"; a "plan" may be a thing. */
static bool is_wished(const struct parse *p, size_t i)
{
	static const char who[][WORD_ROOM] = {"we",   "we'd",  "i",   "i'd", "and",
					      "they", "would", "are", "is"};
	static const char whose[][WORD_ROOM] = {"our", "the", "its", "their", "a", "my"};
	size_t k = i - (i > 1 && at_word(p, i - 1, "also"));

	if (quant_stance_at(p, i, STANCE_WISH) && !at_word(p, i, "need") && k &&
	    (ANY_WORD(p, k - 1, who) || at_sign(p, k - 1, ',')))
		return true;
	return quant_stance_at(p, i, STANCE_GOAL) && k && ANY_WORD(p, k - 1, whose);
}

/* "has [promised] 15 minutes", "has [asked] for ten" */
static bool is_vowed(const struct parse *p, size_t i)
{
	const struct lex_row *row = row_at(p, i, LEX_VOW);

	return row && ((int)row->value == 1 || ((int)row->value == 3 && at_word(p, i + 1, "for")));
}

/* Most words tell nothing of a time, by a class that is asked for below, and cost no more. */
static bool may_tell(const struct parse *p, size_t i)
{
	return at_any_apart(p, i,
			    LEX_BIT_APART(ERA) | LEX_BIT_APART(ERA_OF) | LEX_BIT_APART(OPENING) |
				    LEX_BIT_APART(PLANNED) | LEX_BIT_APART(PRESENT) |
				    LEX_BIT_APART(LASTS) | LEX_BIT_APART(OCCASION) |
				    LEX_BIT_APART(VOW)) ||
	       at_any(p, i, LEX_BIT(DUE) | LEX_BIT(STANCE) | LEX_BIT(PAST) | LEX_BIT(VERB)) ||
	       at_word(p, i, "would") || at_word(p, i, "start");
}

/* The time that the words at i name. */
static enum quant_era era_at(const struct parse *p, size_t i)
{
	static const char starts[][WORD_ROOM] = {"launch", "rollout", "opening", "scale"};
	static const char firsts[][WORD_ROOM] = {"start", "outset", "beginning"};
	static const char how_often[][WORD_ROOM] = {"least", "most", "than", "only",
						    "just",  "all",  "at"};
	const struct lex_row *row = row_at(p, i, LEX_ERA);

	if (row && i && at_word(p, i, "once") && ANY_WORD(p, i - 1, how_often))
		return ERA_NONE;
	if (row && at_word(p, i, "far")) /* "so far" */
		return i && at_word(p, i - 1, "so") ? ERA_NOW : ERA_NONE;
	if (i && at_word(p, i - 1, "at") && ANY_WORD(p, i, starts))
		return ERA_LATER;
	if (i > 1 && at_word(p, i - 2, "at") && ANY_WORD(p, i, firsts)) /* "at the start" */
		return ERA_PAST;
	return row ? (enum quant_era)row->value : era_of_period(p, i);
}

/* The time that the verbs at i set what follows in: "will", "would", "we want", "used to". */
static enum quant_era mood_at(const struct parse *p, size_t i)
{
	if (at_word(p, i, "used") && at_word(p, i + 1, "to"))
		return ERA_PAST;
	return quant_due_at(p, i) || is_wished(p, i) || is_vowed(p, i) ||
			       at_class(p, i, LEX_PLANNED)
		       ? ERA_LATER
		       : ERA_NONE;
}

/* The tense of the verb at i. */
static enum quant_era tense_at(const struct parse *p, size_t i)
{
	if (at_class(p, i, LEX_PRESENT))
		return ERA_NOW;
	if (quant_is_past(p, i))
		return ERA_PAST;
	if ((!at_class(p, i, LEX_VERB) && !at_class(p, i, LEX_LASTS) && !at_class(p, i, LEX_ILL)) ||
	    p->t[i].end < 2)
		return ERA_NONE;
	return quant_ends_in_ed(p, i) ? ERA_PAST : ERA_NOW;
}

static bool parts(const struct parse *p, size_t i)
{
	if (i < p->n && p->t[i].kind == PF_TOKEN_WORD)
		return at_any(p, i, LEX_BIT(CLAUSE) | LEX_BIT(NOT_NOUN)) &&
		       (at_class(p, i, LEX_CLAUSE) || at_word(p, i, "and") || at_word(p, i, "but"));
	return at_sign(p, i, ',') || at_sign(p, i, '|') || at_rune(p, i, "\xE2\x80\x94");
}

/* "23 % (2025)", "23 % in 2025" */
static int year_behind(const struct parse *p, size_t i)
{
	int year;

	i += at_sign(p, i, '(') || at_word(p, i, "in");
	return parse_int(p, i, &year) && width(p, i) == 4 && is_year(year) ? year : 0;
}

/* What stands behind it, up to the next quantity or the end of its part of the sentence. */
static void read_behind(const struct parse *p, size_t i, size_t stop, struct quant_time *t)
{
	static const char to_be[][WORD_ROOM] = {"after", "wanted"};
	enum quant_era tense = ERA_NONE;

	if (!t->year && i < stop)
		t->year = year_behind(p, i);
	for (size_t k = 0;
	     k < 9 && i < stop && !parts(p, i) && (!at_end(p, i) || at_sign(p, i, ')')); k++, i++) {
		enum quant_era era;

		if (!t->year)
			t->year = year_behind(p, i);
		if (!may_tell(p, i))
			continue;
		era = era_at(p, i);
		if (!k &&
		    at_word(p, i, "with")) /* "2.4 with booking", "6 weeks with the old one" */
			era = i + 2 < p->n && era_of_thing(p, i + 2) == ERA_PAST ? ERA_PAST
										 : ERA_LATER;
		if (era == ERA_NONE && at_class(p, i, LEX_OPENING)) /* "8 hours on the old dock" */
			era = era_of_thing(p, i + 1);
		/* "a basket that cost 190 will ...": of the clause around it */
		if (!k && t->era != ERA_NONE && quant_due_at(p, i))
			break;
		if (era == ERA_NONE && tense == ERA_NONE)
			era = mood_at(p, i);
		if (era == ERA_NONE && !k && at_word(p, i, "would") &&
		    at_word(p, i + 1, "be")) /* "ten would be a triumph" */
			era = ERA_LATER;
		if (t->era == ERA_PAST && at_word(p, i, "before") && !at_number(p, i + 1) &&
		    !at_class(p, i + 1, LEX_MONTH) && !at_class(p, i + 1, LEX_HOLIDAY))
			era = ERA_PAST;
		if (era == ERA_NONE && at_end(p, i + 1)) /* "80 before, 130 after." */
			era = at_word(p, i, "before") ? ERA_PAST
			      : ANY_WORD(p, i, to_be) ? ERA_LATER
						      : ERA_NONE;
		if (era != ERA_NONE) {
			t->era = era;
			t->marked = true;
			return;
		}
		if (tense == ERA_NONE)
			tense = tense_at(p, i);
	}
	if (t->era == ERA_NONE)
		t->era = tense;
}

/* The tense of a verb that no table holds, by its ending, between a noun and a number: "pharmacies
 * [filled] 3.4", "the line [makes] 1,100". */
static enum quant_era ending_of(const struct parse *p, size_t i)
{
	struct pf_slice word = token_text(p, i), noun = token_text(p, i - 1);

	if (p->t[i].kind != PF_TOKEN_WORD || word.len < 5 || p->t[i - 1].kind != PF_TOKEN_WORD ||
	    at_any(p, i - 1, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION)))
		return ERA_NONE;
	if (quant_ends_in_ed(p, i))
		return ERA_PAST;
	return word.ptr[word.len - 1] == 's' && noun.ptr[noun.len - 1] != 's' ? ERA_NOW : ERA_NONE;
}

/* What stands before it in its clause, the nearest word first. */
static void read_before(const struct parse *p, const struct around *a, size_t floor,
			struct quant_time *t)
{
	static const char may[][WORD_ROOM] = {"would", "could"};

	/* "pharmacies [filled] 3.4 prescriptions" */
	if (a->lead > a->clause + 1 && a->lead > floor + 1)
		t->era = ending_of(p, a->lead - 1);
	for (size_t i = a->lead, from = quant_asked_from(p, a); i > from && i > floor; i--) {
		enum quant_era era;

		bool would =
			ANY_WORD(p, i - 1, may) || (at_word(p, i - 1, "can") && at_end(p, a->tail));

		/* "it may take two years": no fact, but no aim either */
		if (at_word(p, i - 1, "may") || at_word(p, i - 1, "might"))
			t->era = ERA_LATER;
		if (!may_tell(p, i - 1) && !would)
			continue;
		era = era_at(p, i - 1);
		if (era == ERA_NONE)
			era = would ? ERA_LATER : mood_at(p, i - 1);
		if (era == ERA_NONE)
			era = era_of_opening(p, i - 1, a->lead);
		if (era != ERA_NONE) {
			t->era = era;
			t->marked = true;
			return;
		}
		/* a question's verb is not its own */
		if (t->era == ERA_NONE && i > a->clause)
			t->era = tense_at(p, i - 1);
	}
}

/* "With the tablet: 3", "Before: 40 clicks" */
static void read_label(const struct parse *p, const struct around *a, struct quant_time *t)
{
	const struct lex_row *row;
	size_t i = a->clause;

	if (i < 2 || a->at != i || !at_sign(p, i - 1, ':'))
		return;
	for (i -= 1; i && !(p->t[i].flags & PF_TOKEN_SENTENCE) && a->clause - i < 6;)
		i--;
	row = row_at(p, i, LEX_OPENING);
	if (row && (enum quant_era)row->value != ERA_NONE)
		*t = (struct quant_time){(enum quant_era)row->value, true, t->year};
}

/* "0 today, [70 % by March]": past what is still said of the quantity before. */
static size_t past_other(const struct parse *p, size_t i, size_t lead)
{
	for (size_t k = i; k < lead; k++)
		if (parts(p, k) || at_sign(p, k, ';'))
			return k + 1;
	return i;
}

/* "12 % (end of FY28)", "FY26: 21 %": of the date right behind it, or before its colon. */
static int year_beside(const struct pf_quants *quants, const struct parse *p, size_t i,
		       const struct around *a)
{
	const struct pf_quant *q = &quants->v[i], *date = NULL;

	if (i && a->lead && at_sign(p, a->lead - 1, ':') && q[-1].last + 1 == a->lead)
		date = q - 1;
	else if (i + 1 < quants->n && q[1].first - a->tail < 4 && at_sign(p, a->tail, '('))
		date = q + 1;
	return date && date->base == PF_QUANT_DATE && date->date != INT32_MIN
		       ? pf_date_from_days(date->date_end).year
		       : 0;
}

/* "That would cost $9 and [take 40 years]": the verb behind "and" has the mood of the one before.
 */
static bool shares_mood(const struct parse *p, size_t floor, size_t clause)
{
	static const char may[][WORD_ROOM] = {"would", "could", "will"};

	if (floor < 2 || !at_word(p, floor - 1, "and") || !at_class(p, floor, LEX_LASTS) ||
	    p->text.ptr[p->t[floor].end - 1] == 's')
		return false;
	for (size_t i = floor; i-- > clause && floor - i < QUANT_REACH;)
		if (ANY_WORD(p, i, may))
			return true;
	return false;
}

/* Where what is told of the quantity before ends: the two of "takes two people three hours" have
 * one verb. */
static size_t floor_of(const struct pf_quants *quants, const struct parse *p, size_t i,
		       const struct around *a)
{
	size_t last = quants->v[i - 1].last;

	if (a->link != LINK_NONE || a->lead - last > 1 || a->lead == last ||
	    p->t[last].kind != PF_TOKEN_WORD || (p->t[a->lead].flags & PF_TOKEN_SENTENCE))
		return last;
	return i > 1 ? quants->v[i - 2].last : 0;
}

/* "Crews [that walked] 9 km now walk 4": what they did is told of before. */
static bool is_relative(const struct parse *p, const struct around *a, size_t floor)
{
	static const char who[][WORD_ROOM] = {"that", "who", "which", "what"};

	for (size_t i = a->at; i-- > a->clause && i >= floor && !at_sign(p, i, ',');)
		if (at_class(p, i, LEX_NOT_NOUN) && ANY_WORD(p, i, who))
			return quant_is_past(p, i + 1) || quant_ends_in_ed(p, i + 1);
	return false;
}

struct quant_time quant_time_of(const struct pf_quants *quants, const struct parse *p, size_t i,
				const struct around *a)
{
	struct quant_time t = {0};
	size_t floor = i ? past_other(p, floor_of(quants, p, i, a), a->lead) : 0;
	size_t stop = i + 1 < quants->n ? quants->v[i + 1].first : p->n;

	t.year = year_beside(quants, p, i, a);
	/* "In 2026, 1 in 5 left" */
	if (!t.year && at_word(p, a->clause, "in") && (!i || quants->v[i - 1].last <= a->clause))
		t.year = year_behind(p, a->clause);
	if (a->link == LINK_VERSUS || a->link == LINK_WAS ||
	    is_relative(p, a, i ? quants->v[i - 1].last : 0))
		return (struct quant_time){ERA_PAST, true,
					   t.year ? t.year : year_behind(p, a->tail)};
	/* "A year ago, 2 in 5 stood idle" */
	if (i && at_word(p, quants->v[i - 1].last, "ago") &&
	    at_sign(p, quants->v[i - 1].last + 1u, ',') && quants->v[i - 1].first >= a->clause)
		return (struct quant_time){ERA_PAST, true, t.year};
	read_label(p, a, &t);
	if (!t.marked && shares_mood(p, floor, a->clause))
		return (struct quant_time){ERA_LATER, true, t.year};
	if (!t.marked)
		read_before(p, a, floor, &t);
	if (!t.marked)
		read_behind(p, a->tail, stop, &t);
	/* "70 % by March 2028" */
	if (!t.marked && i + 1 < quants->n && quants->v[i + 1].role == PF_ROLE_DEADLINE &&
	    quants->v[i + 1].first - a->tail < 4 && !at_end(p, a->tail)) {
		t.era = ERA_LATER;
		t.marked = at_word(p, a->tail, "by");
	}
	return t;
}
