/* What ties a quantity to its clause, and what its verbs do. */
#include "around.h"

#include <string.h>

/* Tokens of an arrow that ends right before token i: U+2192, "->", "=>". */
static size_t arrow_before(const struct parse *p, size_t i)
{
	if (!i || !at_sign(p, i - 1, '>'))
		return 0;
	if (!at_rune(p, i - 1, ">"))
		return 1;
	return i > 1 && at_glued(p, i - 1) && (at_sign(p, i - 2, '-') || at_rune(p, i - 2, "="))
		       ? 2
		       : 0;
}

void quant_link(const struct parse *p, struct around *a)
{
	size_t arrow = arrow_before(p, a->lead), end = a->lead - arrow;
	struct phrase phrase;

	a->at = end;
	a->link = arrow ? LINK_BECOMES : LINK_NONE;
	if (arrow)
		return;
	/* "vs. 48" */
	if (end > 1 && at_sign(p, end - 1, '.') && at_word(p, end - 2, "vs"))
		end--;
	if (end > 1 && at_word(p, end - 1, "not") && at_sign(p, end - 2, ',')) {
		a->link = LINK_VERSUS; /* "a full season, not six weeks" */
		a->at = end - 1;
		return;
	}
	phrase = phrase_before(p, end, LEX_LINK);
	if (phrase.row) {
		a->link = (enum quant_link)phrase.row->value;
		a->at = end - phrase.words;
	}
	/* "in a day, [not in] three months" */
	if (phrase.words == 1 && a->at > 1 && at_word(p, a->at - 1, "not") &&
	    at_sign(p, a->at - 2, ',')) {
		a->link = LINK_VERSUS;
		a->at--;
	}
}

/* "sign up", "hang up within a minute": not a rise, which says how much or from where. */
static bool is_phrasal(const struct parse *p, size_t i)
{
	static const char verbs[][WORD_ROOM] = {"set",  "pick",  "end", "back", "follow",
						"look", "start", "get", "gets", "got",
						"eat",  "eats",  "ate", "tie",  "ties"};
	static const char more[][WORD_ROOM] = {"from", "to",    "by",      "over",   "about",  "at",
					       "more", "about", "roughly", "nearly", "another"};

	if (!at_word(p, i, "up") && !at_word(p, i, "down") && !at_word(p, i, "off"))
		return false;
	/* "came down by a third", "came down 2 points" */
	if ((at_word(p, i + 1, "by") || at_number(p, i + 1)) && i &&
	    (at_word(p, i - 1, "came") || at_word(p, i - 1, "come") || at_word(p, i - 1, "comes")))
		return false;
	if (i && (at_class(p, i - 1, LEX_VERB) || at_class(p, i - 1, LEX_JOIN) ||
		  ANY_WORD(p, i - 1, verbs)))
		return true;
	/* "down a fifth" */
	if (at_word(p, i + 1, "a") && at_class(p, i + 2, LEX_FRACTION))
		return false;
	return !at_number(p, i + 1) && !at_class(p, i + 1, LEX_NUMBER) &&
	       !(i + 1 < p->n && p->t[i + 1].kind == PF_TOKEN_SIGN) && !ANY_WORD(p, i + 1, more);
}

/* "no-shows", "drop-off", "cut-over": a part of a word does nothing by itself. */
static bool in_compound(const struct parse *p, size_t i)
{
	return (i > 1 && at_sign(p, i - 1, '-') && at_glued(p, i - 1) && at_glued(p, i)) ||
	       (at_sign(p, i + 1, '-') && at_glued(p, i + 1) && at_glued(p, i + 2));
}

/* "get [back] five hours a week": what is won back was lost before. */
static bool wins_back(const struct parse *p, size_t i)
{
	static const char verbs[][WORD_ROOM] = {"get",   "gets", "got",    "give",
						"gives", "gave", "giving", "win",
						"wins",  "hand", "claw",   "getting"};

	return i && ANY_WORD(p, i - 1, verbs);
}

/* "a residential lift", "per lift": a thing that goes up and down. */
static bool is_elevator(const struct parse *p, size_t i)
{
	static const char one[][WORD_ROOM] = {"a", "the", "each", "every", "per"};

	return at_word(p, i, "lift") && !at_word(p, i + 1, "in") && !at_word(p, i + 1, "of") &&
	       ((i && ANY_WORD(p, i - 1, one)) ||
		(i > 1 && ANY_WORD(p, i - 2, one) && !at_class(p, i - 1, LEX_NOT_NOUN)));
}

enum quant_word quant_word_at(const struct parse *p, size_t i)
{
	const uint64_t any = LEX_BIT(DOWN) | LEX_BIT(UP) | LEX_BIT(REACH) | LEX_BIT(HOLD) |
			     LEX_BIT(CHANGE) | LEX_BIT(VERB) | LEX_BIT(JOIN);

	if (at_word(p, i, "back"))
		return wins_back(p, i) ? WORD_DOWN : WORD_OTHER;
	if (!at_any(p, i, any) || is_phrasal(p, i) || in_compound(p, i) || is_elevator(p, i))
		return WORD_OTHER;
	if (at_class(p, i, LEX_DOWN))
		return WORD_DOWN;
	if (at_class(p, i, LEX_UP))
		return WORD_UP;
	if (at_class(p, i, LEX_REACH)) /* "a day pass" */
		return at_word(p, i, "pass") &&
				       !(i && (at_word(p, i - 1, "to") || quant_due_at(p, i - 1)))
			       ? WORD_OTHER
			       : WORD_REACH;
	if (at_class(p, i, LEX_HOLD)) /* "the average stay" */
		return at_word(p, i, "stay") && i && at_class(p, i - 1, LEX_FILLER) ? WORD_OTHER
										    : WORD_HOLD;
	if (at_class(p, i, LEX_CHANGE))
		return WORD_CHANGE;
	return WORD_VERB;
}
