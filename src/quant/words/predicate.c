/* The word behind a number: does it tell what one thing does, so that the number is its name?
 * "Batch 41 [smelled] of vinegar", where "40 [smelled] of vinegar" counts. */
#include "word.h"

bool tells_of_one(const struct parse *p, size_t i)
{
	static const char verbs[][WORD_ROOM] = {"is",  "was",   "has",   "does",  "will",
						"can", "must",  "had",   "did",   "should",
						"may", "could", "might", "would", "cannot"};

	return ANY_WORD(p, i, verbs) ||
	       (at_class(p, i, LEX_VERB) && p->text.ptr[p->t[i].end - 1] == 's');
}

/* Can what stands at i not be the noun that a participle before it describes? "[Ship 12] printed
 * pages", "[Batch 12] printed without a fault" */
static bool follows_verb(const struct parse *p, size_t i)
{
	return at_end(p, i) || !is_word_token(p, i) ||
	       at_any(p, i, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION)) ||
	       pf_slice_ends(token_text(p, i), "ly");
}

bool told_of_one(const struct parse *p, size_t i)
{
	/* never a participle */
	static const char past[][WORD_ROOM] = {
		"went", "ran",    "took",  "came",   "gave",  "fell",  "froze", "broke",
		"saw",  "forgot", "grew",  "rose",   "began", "wrote", "tore",  "rang",
		"woke", "became", "shook", "agreed", "put",   "never", "still"};

	if (ANY_WORD(p, i, past))
		return true;
	return is_word_token(p, i) && !counts_noun(p, i) && follows_verb(p, i + 1) &&
	       (quant_ends_in_ed(p, i) || at_any(p, i, LEX_BIT(PAST) | LEX_BIT(VERB)));
}

bool acts_on_it(const struct parse *p, size_t i)
{
	static const char objects[][WORD_ROOM] = {"it", "them", "us", "him", "me", "everyone"};

	return counts_noun(p, i) && ANY_WORD(p, i + 1, objects);
}

bool acts_on(const struct parse *p, size_t i)
{
	static const char objects[][WORD_ROOM] = {"to",    "the",  "its",     "his",  "her",
						  "their", "when", "because", "until"};

	return counts_noun(p, i) && (ANY_WORD(p, i + 1, objects) || acts_on_it(p, i));
}
