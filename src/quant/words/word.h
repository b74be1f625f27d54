/*
 * word.h - what kind of word a token is, private to the quant layer: one of a few, a noun that is
 * counted, a verb of the past, of what one thing does, of what ought to be.
 */
#ifndef PRFAQ_SRC_QUANT_WORD_H
#define PRFAQ_SRC_QUANT_WORD_H

#include "phrase.h"

/* How far a word can be and still belong to the quantity, in tokens. */
enum { QUANT_REACH = 14 };

/* Is token i one of these words? They are kept as char[][WORD_ROOM]. */
enum { WORD_ROOM = 12 };
/* One of 64 numbers for how a word begins. */
PF_INLINE uint64_t quant_beginning(uint64_t head)
{
	return (head ^ head >> 7) & 63;
}

PF_INLINE bool quant_any_word(const struct parse *p, size_t i, const char (*words)[WORD_ROOM],
			      size_t n)
{
	uint64_t head = i < p->n ? p->t[i].head : 0, begin = 0;

	/* Unrolled, the words are constants of the code, and so is how they begin: most words begin
	 * as none of them does. */
#pragma GCC unroll 32
	for (size_t k = 0; k < n; k++)
		begin |= UINT64_C(1) << quant_beginning(pf_eight(words[k]));
	if (!(begin >> quant_beginning(head) & 1))
		return false;
#pragma GCC unroll 32
	for (size_t k = 0; k < n; k++)
		if (head == pf_eight(words[k]) && (!words[k][7] || is_word_at(p, i, words[k])))
			return true;
	return false;
}
#define ANY_WORD(p, i, words) quant_any_word(p, i, words, sizeof(words) / sizeof(*(words)))

/* A plural in small letters at i, or a word for people: it is counted. */
bool counts_noun(const struct parse *p, size_t i);

/* "is", "was", "needs": what one thing does or may do, by its form. */
bool tells_of_one(const struct parse *p, size_t i);
/* "broke", "smelled of": what it did; of many it may be said too. */
bool told_of_one(const struct parse *p, size_t i);
/* "belongs to", "rings the bell": an ending that a plural has too, with what follows a verb. */
bool acts_on(const struct parse *p, size_t i);
/* "confuses them": the same of a word that an order could not have behind it. */
bool acts_on_it(const struct parse *p, size_t i);
/* "the firm's", with a straight or a curly apostrophe. */
bool is_owner(const struct parse *p, size_t i);

/* "measured"; not "need", "exceed". */
static inline bool quant_ends_in_ed(const struct parse *p, size_t i)
{
	struct pf_slice word = token_text(p, i);

	return word.len > 3 && word.ptr[word.len - 1] == 'd' && word.ptr[word.len - 2] == 'e' &&
	       word.ptr[word.len - 3] != 'e';
}

/* Is token i a verb of the past: "grew", and not the "increased" of "is increased"? */
bool quant_takes_past(const struct parse *p, size_t i);

/* Most words are none, and cost no more. */
PF_INLINE bool quant_is_past(const struct parse *p, size_t i)
{
	const uint64_t verbs =
		LEX_BIT(PAST) | LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(CHANGE) | LEX_BIT(VERB);

	return at_any(p, i, verbs) && quant_takes_past(p, i);
}

/* The word that ties a quantity to its clause, right before its lead. */
enum quant_link {
	LINK_NONE,
	LINK_BY,
	LINK_FROM,
	LINK_TO,
	LINK_WITH,    /* "replace 48 steps with 6" */
	LINK_BECOMES, /* "becomes", "now" after a baseline, an arrow */
	LINK_VERSUS,  /* "up from", "vs", "instead of": what it was before */
	LINK_WAS,
	LINK_NOW,
	LINK_IS,
	LINK_AT,
	LINK_OF,
	LINK_IN,
	LINK_FOR,
	LINK_AFTER,
	LINK_OTHER, /* another preposition */
} PF_BYTE;

/* When what a clause tells is so. */
enum quant_era {
	ERA_NONE,
	ERA_PAST,
	ERA_NOW,
	ERA_LATER, /* will be, ought to be, is wished */
} PF_BYTE;

/* What a word says of when a level is so, or by whose will: a row of LEX_STANCE. */
enum quant_stance {
	STANCE_TODAY,   /* "today", "at present" */
	STANCE_BEFORE,  /* "used to", "the old" */
	STANCE_AFTER,   /* "after it", "the new" */
	STANCE_WISH,    /* "we want", "we have committed" */
	STANCE_GOAL,    /* "our goal is to" */
	STANCE_METRIC,  /* "primary metric: ..." */
	STANCE_SUCCESS, /* "success means" */
};

bool quant_takes_stance(const struct parse *p, size_t i, enum quant_stance stance);

/* Most words take none, and cost no more. */
PF_INLINE bool quant_stance_at(const struct parse *p, size_t i, enum quant_stance stance)
{
	return at_class(p, i, LEX_STANCE) && quant_takes_stance(p, i, stance);
}

/* "must", "will", "has to": what follows ought to be, or will; NULL for nothing. Of the many "is"
 * and "has" only those before "to" are looked up. */
PF_INLINE const struct lex_row *quant_due_at(const struct parse *p, size_t i)
{
	return at_class(p, i, LEX_DUE) && (!at_class(p, i, LEX_PRESENT) || at_word(p, i + 1, "to"))
		       ? phrase_at(p, i, LEX_DUE).row
		       : NULL;
}

#endif
