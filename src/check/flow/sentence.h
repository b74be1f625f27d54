/*
 * sentence.h - what the measures of order see of one sentence: its marks and its small words.
 */
#ifndef PF_CHECK_SENTENCE_H
#define PF_CHECK_SENTENCE_H

#include "draft/view.h"

enum pf_mark {
	/* Read off its numbers, its signs and its length, */
	PF_MARK_NUMBER,
	PF_MARK_NUMBERS, /* three or more */
	PF_MARK_DATE,
	PF_MARK_MONEY,
	PF_MARK_PERCENT,
	PF_MARK_CHANGE, /* from a value to another, or a bound */
	PF_MARK_DURATION,
	PF_MARK_BASELINE,
	PF_MARK_TARGET,
	PF_MARK_POPULATION,
	PF_MARK_QUOTES,
	PF_MARK_COLON,
	PF_MARK_SUM,
	PF_MARK_TERSE,  /* under six words */
	PF_MARK_SHORT,  /* under ten */
	PF_MARK_LONG,   /* over sixteen */
	PF_MARK_LONGER, /* over twenty-two */
	PF_MARK_QUOTED, /* something in it stands in quotation marks */
	PF_MARK_ASKS,
	PF_MARK_TIER, /* it begins with the name of one: "primary" */
	/* and off its small words. */
	PF_MARK_WE,
	PF_MARK_MAY,
	PF_MARK_IF,
	PF_MARK_NOW,
	PF_MARK_YOU,
	PF_MARK_CAUSE,
	PF_MARK_NOT,
	PF_MARK_OPENS, /* with a word that points back */
	PF_MARK_WHEN,
	PF_MARKS, /* of a word: none */
};

/* What a section does of its own; both kinds of quote are one. The columns of the tables. */
enum pf_in_section {
	PF_IN_PROBLEM,
	PF_IN_SOLUTION,
	PF_IN_BENEFITS,
	PF_IN_METRICS,
	PF_IN_FAQ,
	PF_IN_ROLLOUT,
	PF_IN_SUMMARY,
	PF_IN_QUOTE,
	PF_IN_START,
	PF_IN_NONE, /* of a sentence that stands in none of them */
};

struct pf_seen {
	uint32_t marks; /* a bit for each */
	uint32_t words, numbers;
	int32_t says[PF_IN_NONE]; /* its words for each section, each word once */
};

/* Fills *seen with what sentence number `sentence` bears. */
void pf_sentence_see(const struct pf_view *view, size_t sentence, struct pf_seen *seen);

/* Rows of words.inc, one up, of the word with this hash: where it stands anywhere in a sentence,
 * and where it begins one. 0: none. */
void pf_flow_telling(uint32_t hash, uint16_t *any, uint16_t *first);

/* A sentence of prose: not in a heading, not in a table, of three words or more. */
bool pf_flow_prose(const struct pf_view *view, size_t sentence);

/* Its first token, behind "Q:" or "A:". */
uint32_t pf_flow_first(const struct pf_view *view, const struct pf_sentence *s);

#endif
