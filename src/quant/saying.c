/* Sayings with a number in them: "in two minds", "half the battle". They count nothing. */
#include "around.h"
#include "noise.h"

#define SAYING_WORDS 3

static const struct saying {
	char word[SAYING_WORDS][WORD_ROOM];
	uint8_t at; /* which of the words is the number */
} sayings[] = {
	{{"in", "two", "minds"}, 1},       {{"of", "two", "minds"}, 1},
	{{"twice", "shy", ""}, 0},         {{"think", "twice", ""}, 1},
	{{"thinks", "twice", ""}, 1},      {{"half", "the", "battle"}, 0},
	{{"half", "the", "story"}, 0},     {{"cloud", "nine", ""}, 1},
	{{"whole", "nine", "yards"}, 1},   {{"my", "two", "cents"}, 1},
	{{"two", "left", "feet"}, 0},      {{"six", "of", "one"}, 0},
	{{"quadruple", "aim", ""}, 0},     {{"triple", "aim", ""}, 0},
	{{"triple", "bottom", "line"}, 0}, {{"triple", "whammy", ""}, 0},
	{{"double", "down", ""}, 0},
};

static bool reads(const struct parse *p, size_t first, const struct saying *saying)
{
	for (size_t k = 0; k < SAYING_WORDS && *saying->word[k]; k++)
		if (!is_word_at(p, first + k, saying->word[k]))
			return false;
	return true;
}

bool in_saying(const struct parse *p, size_t i)
{
	if (p->t[i].kind != PF_TOKEN_WORD)
		return false;
		/* Unrolled, the numbers are constants of the code, and most words are none of them.
		 */
#pragma GCC unroll 32
	for (size_t k = 0; k < sizeof(sayings) / sizeof(*sayings); k++)
		if (p->t[i].head == pf_eight(sayings[k].word[sayings[k].at]) &&
		    i >= sayings[k].at && reads(p, i - sayings[k].at, &sayings[k]))
			return true;
	return false;
}

bool is_all_round(const struct parse *p, const struct measure *m)
{
	static const char degree[][WORD_ROOM] = {"degree", "degrees"};

	return m->value == 360 && at_sign(p, m->first + 1, '-') &&
	       ANY_WORD(p, m->first + 2, degree);
}

bool is_emission(const struct parse *p, const struct measure *m)
{
	static const char what[][WORD_ROOM] = {"emission", "emissions", "standard", "norm",
					       "engine",   "diesel",    "vans",     "trucks"};

	return m->kind == PF_QUANT_MONEY && m->number.integer && m->value <= 7 &&
	       at_word(p, m->first, "euro") && is_capital(p, m->first) &&
	       ANY_WORD(p, m->last, what);
}

bool is_big_question(const struct parse *p, const struct measure *m)
{
	return m->kind == PF_QUANT_MONEY && at_word(p, m->last, "question");
}
