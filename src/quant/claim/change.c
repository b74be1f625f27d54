/* Change that is said behind a quantity, or by its sign. */
#include "around.h"

/* The "up" of "stand-up" and of "up from". */
static bool is_adverb(const struct parse *p, size_t i)
{
	if (!at_word(p, i, "up") && !at_word(p, i, "down") && !at_word(p, i, "off"))
		return false;
	return at_glued(p, i) || at_word(p, i + 1, "to") || at_word(p, i + 1, "from") ||
	       at_word(p, i + 1, "front");
}

/* "evenings started within 2 minutes rise from 7 %" */
static bool is_verb(const struct claim *c, size_t i)
{
	const struct parse *p = c->p;

	/* "a 2 % drop from last year", "$2M saved by 2028" */
	if (at_word(p, c->a->lead, "a") || at_word(p, c->a->lead, "an") || at_word(p, i, "saved") ||
	    at_word(p, i, "gained"))
		return false;
	return at_word(p, i + 1, "from") || at_word(p, i + 1, "to") || at_word(p, i + 1, "by") ||
	       at_number(p, i + 1);
}

/* "25 % ahead of plan", "3 points behind last year" */
static bool is_ahead(const struct claim *c, size_t i)
{
	return (c->q->base == PF_QUANT_PERCENT || c->q->base == PF_QUANT_NUMBER) &&
	       ((at_word(c->p, i, "ahead") && at_word(c->p, i + 1, "of")) ||
		((at_word(c->p, i, "short") || at_word(c->p, i, "shy")) &&
		 at_word(c->p, i + 1, "of")) ||
		(at_word(c->p, i, "behind") && !at_end(c->p, i + 1)));
}

/* "over [the winter]", "over [the course of a year]"; "over the previous year" compares */
static bool is_during(const struct parse *p, size_t i)
{
	return at_word(p, i, "the") && (at_any(p, i + 1, LEX_BIT(TIME) | LEX_BIT(SEASON)) ||
					at_word(p, i + 1, "course") || at_word(p, i + 1, "period"));
}

/* "half as many call-backs", "half the price of a taxi" */
static bool is_as_much(const struct claim *c)
{
	static const char what[][WORD_ROOM] = {"time",  "price",  "cost", "size",
					       "speed", "weight", "rate", "effort"};
	size_t i = c->a->tail;

	return c->q->base == PF_QUANT_NUMBER && c->q->value > 0 && c->q->value < 1 &&
	       (at_word(c->p, i, "as") ||
		(at_word(c->p, i, "of") && at_word(c->p, i + 1, "what")) ||
		(at_word(c->p, i, "the") && ANY_WORD(c->p, i + 1, what)));
}

/* "Time saved: 35 minutes" */
static enum pf_quant_dir labelled_change(const struct claim *c)
{
	static const char adverbs[][WORD_ROOM] = {"up", "down", "off", "growth"};
	size_t i = c->a->lead;

	if (i < 3 || !at_sign(c->p, i - 1, ':') || !at_class(c->p, i - 2, LEX_NOMINAL) ||
	    ANY_WORD(c->p, i - 2, adverbs))
		return PF_DIR_NONE;
	return at_class(c->p, i - 2, LEX_UP) ? PF_DIR_UP : PF_DIR_DOWN;
}

/* "12 % increase", "8 % above", "a 40 % checkout-time reduction": change said after it. */
enum pf_quant_dir quant_change_after(const struct claim *c)
{
	const struct parse *p = c->p;
	size_t i = c->a->tail;
	enum pf_quant_dir label = labelled_change(c);

	if (label != PF_DIR_NONE)
		return label;
	if (at_end(p, i))
		return PF_DIR_NONE;
	if (is_as_much(c))
		return PF_DIR_DOWN;
	if (at_word(p, i, "points") || at_word(p, i, "point"))
		i++;
	/* "6 cents a pound above the market" */
	if (at_word(p, i, "a") && (at_word(p, i + 2, "above") || at_word(p, i + 2, "below") ||
				   at_word(p, i + 2, "saved"))) /* "6 hours a week saved" */
		i += 2;
	if (is_ahead(c, i))
		return at_word(p, i, "ahead") ? PF_DIR_UP : PF_DIR_DOWN;
	/* "20 pages more a week" */
	if (counts_noun(p, i) &&
	    (at_class(p, i + 1, LEX_BETTER) || at_class(p, i + 1, LEX_WORSE)) &&
	    (at_end(p, i + 2) || at_any(p, i + 2, LEX_BIT(NOT_NOUN) | LEX_BIT(MODIFIER))))
		i++;
	if (at_class(p, i, LEX_BETTER)) /* "12 minutes faster" are fewer of them */
		return c->q->base == PF_QUANT_DURATION &&
				       (at_word(p, i, "faster") || at_word(p, i, "quicker"))
			       ? PF_DIR_DOWN
			       : PF_DIR_UP;
	if (at_class(p, i, LEX_WORSE))
		return PF_DIR_DOWN;
	if (at_word(p, i, "sooner") || at_word(p, i, "earlier"))
		return PF_DIR_DOWN;
	if (at_word(p, i, "later") && at_word(p, i + 1, "than"))
		return PF_DIR_UP;
	if (c->q->base == PF_QUANT_PERCENT && at_word(p, i, "over")) /* not "over two years" */
		return at_number(p, i + 1) || at_class(p, i + 1, LEX_NUMBER) || is_during(p, i + 1)
			       ? PF_DIR_NONE
			       : PF_DIR_UP;
	if (c->q->base == PF_QUANT_PERCENT && at_word(p, i, "under"))
		return PF_DIR_DOWN;
	if (at_word(p, i, "in") || at_word(p, i, "of"))
		return at_word(p, i, "in") && (at_word(p, i + 1, "savings") ||
					       at_word(p, i + 1, "reductions"))
			       ? PF_DIR_DOWN
			       : PF_DIR_NONE;
	for (size_t k = 0; k < 4 && !at_end(p, i); k++, i++) {
		struct pf_slice word = token_text(p, i);

		/* "60 drops a day" are counted */
		if (c->q->base == PF_QUANT_NUMBER && k == 0 && i == c->q->last &&
		    at_class(p, i, LEX_NOMINAL) && word.ptr[word.len - 1] == 's' &&
		    word.ptr[word.len - 2] != 's')
			break;
		if (at_class(p, i, LEX_NOMINAL) && !is_adverb(p, i) && !is_verb(c, i))
			return at_class(p, i, LEX_UP) ? PF_DIR_UP : PF_DIR_DOWN;
		if (p->t[i].kind != PF_TOKEN_WORD && !at_sign(p, i, '-'))
			break;
		/* After a plural stands a verb: "12,000 clinics drop". */
		if (at_class(p, i, LEX_NOT_NOUN) || at_class(p, i, LEX_PREPOSITION) ||
		    at_class(p, i, LEX_VERB) || word.ptr[word.len - 1] == 's')
			break;
	}
	return PF_DIR_NONE;
}

enum pf_quant_dir quant_signed(const struct claim *c)
{
	size_t i = c->q->first;

	if (at_sign(c->p, i, '+') || (i && at_sign(c->p, i - 1, '+') && at_glued(c->p, i)))
		return PF_DIR_UP;
	if (c->q->base == PF_QUANT_PERCENT && (at_sign(c->p, i, '-') || at_word(c->p, i, "minus") ||
					       (i && at_word(c->p, i - 1, "minus"))))
		return PF_DIR_DOWN;
	if (at_sign(c->p, i, '-') &&
	    (at_word(c->p, c->q->last, "points") || at_word(c->p, c->q->last, "point")))
		return PF_DIR_DOWN;
	return PF_DIR_NONE;
}
