/* A noun that no table knows as a label, with a number behind it that counts nothing: "under lamp
 * 4", "painted hold 3". Its place in the sentence tells. */
#include "noise.h"
#include "words/word.h"

static bool can_be_numbered(const struct parse *p, size_t i)
{
	const uint64_t other =
		LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(VERB) | LEX_BIT(UP) |
		LEX_BIT(DOWN) | LEX_BIT(CHANGE) | LEX_BIT(REACH) | LEX_BIT(HOLD) | LEX_BIT(ROLE) |
		LEX_BIT(SCORE) | LEX_BIT(PAST) | LEX_BIT(LINK) | LEX_BIT(BOUND) | LEX_BIT(PHRASE) |
		LEX_BIT(FILLER) | LEX_BIT(MODIFIER) | LEX_BIT(NUMBER) | LEX_BIT(MAGNITUDE) |
		LEX_BIT(VAGUE) | LEX_BIT(TIME) | LEX_BIT(UNIT) | LEX_BIT(CURRENCY) |
		LEX_BIT(ORDINAL) | LEX_BIT(PRICE) | LEX_BIT(PERCENT) | LEX_BIT(MONTH) |
		LEX_BIT(SEASON) | LEX_BIT(WEEKDAY) | LEX_BIT(FRACTION) | LEX_BIT(BETTER) |
		LEX_BIT(WORSE) | LEX_BIT(NOMINAL);
	const uint32_t apart = LEX_BIT_APART(ERA) | LEX_BIT_APART(HABIT) | LEX_BIT_APART(METRIC) |
			       LEX_BIT_APART(OCCASION) | LEX_BIT_APART(NUMBERS);
	/* "in total 40", "by hand 12": they say how, and a count may follow */
	static const char how[][WORD_ROOM] = {
		"total",    "stock",   "all",     "practice", "fact",     "short",     "sum",
		"hand",     "use",     "store",   "reserve",  "transit",  "need",      "work",
		"place",    "luck",    "example", "peak",     "present",  "noon",      "midnight",
		"lunch",    "dawn",    "effect",  "contrast", "school",   "court",     "class",
		"bed",      "beta",    "case",    "turn",     "staff",    "people",    "headcount",
		"cash",     "dinner",  "foot",    "sea",      "air",      "mail",      "email",
		"phone",    "person",  "town",    "public",   "private",  "theory",    "reality",
		"addition", "general", "time",    "course",   "parallel", "breakfast", "default",
		"design",   "law",     "rail",    "road",     "delivery", "comparison"};
	struct pf_slice word = token_text(p, i);

	return is_word_token(p, i) && word.len > 2 && !at_any(p, i, other) &&
	       !at_any_apart(p, i, apart) && word.ptr[word.len - 1] != 's' &&
	       !pf_slice_ends(word, "ly") && !pf_slice_ends(word, "ing") &&
	       !quant_ends_in_ed(p, i) && !ANY_WORD(p, i, how);
}

bool is_numbered_noun(const struct parse *p, size_t i)
{
	return !is_capital(p, i) && can_be_numbered(p, i);
}

/* Nothing that could be counted follows, nor what a count has behind it: "of them", "a day". */
static bool is_left_alone(const struct parse *p, size_t i)
{
	static const char counts[][WORD_ROOM] = {"of",   "a",    "an",    "per",   "more", "less",
						 "each", "plus", "every", "fewer", "than"};
	bool joined = at_word(p, i, "to") || at_word(p, i, "or") || at_sign(p, i, ',');

	if (ANY_WORD(p, i, counts) || at_number(p, i + joined))
		return false;
	return at_end(p, i) || tells_of_one(p, i) || acts_on(p, i) ||
	       at_any(p, i, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION));
}

/* Does what stands before i lead to a thing, and not to a verb? "under [lamp]", "under heat
 * [lamp]", "painted [hold]" */
static bool leads_thing(const struct parse *p, size_t i)
{
	static const char leads[][WORD_ROOM] = {
		"in",      "on",    "at",      "into",    "under",    "from",   "for",   "behind",
		"near",    "by",    "with",    "beside",  "onto",     "via",    "of",    "inside",
		"outside", "past",  "against", "through", "opposite", "beyond", "above", "below",
		"between", "check", "visit",   "inspect", "unlock",   "repair", "seen",  "found",
		"saw",     "see",   "close",   "fix",     "enter",    "avoid"};
	static const char beside[][WORD_ROOM] = {"behind",  "above", "below",  "beside",
						 "between", "near",  "outside"};
	static const char orders[][WORD_ROOM] = {"see", "check", "visit", "close", "open", "fix"};
	static const char past[][WORD_ROOM] = {"hung", "took", "drove", "flew",  "broke",
					       "lost", "sold", "wrote", "opens", "fixes"};
	const uint64_t change = LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(CHANGE) | LEX_BIT(REACH) |
				LEX_BIT(HOLD) | LEX_BIT(PRICE);

	if (p->t[i].flags & PF_TOKEN_SENTENCE || !i)
		return false;
	i--;
	if (p->t[i].flags & PF_TOKEN_SENTENCE) /* not "In practice 12 do" */
		return ANY_WORD(p, i, beside) || ANY_WORD(p, i, orders);
	if (ANY_WORD(p, i, leads))
		return true;
	if (ANY_WORD(p, i, past))
		return true;
	if (quant_ends_in_ed(p, i))
		return !at_any(p, i, change) && (is_word_token(p, i - 1));
	return i && is_numbered_noun(p, i) && ANY_WORD(p, i - 1, leads);
}

/* Is it the noun at i once more, with a number behind it? */
static bool is_again(const struct parse *p, size_t i, size_t k)
{
	return is_word_token(p, k) && at_number(p, k + 1) && p->t[i].hash == p->t[k].hash;
}

/* "kiln 2 and kiln 3", "from stanza 4 to stanza 6" */
static bool is_one_of_two(const struct parse *p, const struct measure *m)
{
	static const char joins[][WORD_ROOM] = {"and", "or", "to", "than", "with", "from"};
	size_t i = m->first - 1;

	return (ANY_WORD(p, m->last, joins) && is_again(p, i, m->last + 1)) ||
	       (i > 2 && ANY_WORD(p, i - 1, joins) && is_again(p, i, i - 3));
}

/* "Crew 5 takes over when Crew 4 hands in the keys": the noun is written as a name, and stands in
 * the sentence again with another number. */
static bool has_twin(const struct parse *p, const struct measure *m)
{
	enum { FAR = 16 };
	static const char where[][WORD_ROOM] = {"in", "at", "across", "for", "from"};
	size_t i = m->first - 1;

	if (!is_capital(p, i) || p->t[i].flags & PF_TOKEN_UPPER || !can_be_numbered(p, i))
		return false;
	/* "in Leeds 40 nurses came, in Leeds 12 left" */
	if (i && ANY_WORD(p, i - 1, where) && !(p->t[i].flags & PF_TOKEN_SENTENCE))
		return false;
	for (size_t k = i; k-- > 0 && i - k < FAR && !(p->t[k + 1].flags & PF_TOKEN_SENTENCE);)
		if (is_again(p, i, k) && is_capital(p, k))
			return true;
	for (size_t k = m->last; k < p->n && k - i < FAR && !(p->t[k].flags & PF_TOKEN_SENTENCE);
	     k++)
		if (is_again(p, i, k) && is_capital(p, k))
			return true;
	return false;
}

bool is_numbered_thing(const struct parse *p, const struct measure *m)
{
	size_t i = m->first - 1;

	if (!m->number.integer || at_glued(p, m->first))
		return false;
	if (has_twin(p, m))
		return true;
	if (!is_numbered_noun(p, i))
		return false;
	return is_one_of_two(p, m) || (is_left_alone(p, m->last) && leads_thing(p, i));
}
