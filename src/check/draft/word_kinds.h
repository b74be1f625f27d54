/*
 * word_kinds.h - what each word can be to a deed, and whether it is a stop word: bits.
 */
#ifndef PF_CHECK_WORD_KINDS_H
#define PF_CHECK_WORD_KINDS_H

enum pf_deed_word {
	PF_WORD_NO = 1 << 0,
	PF_WORD_AMISS = 1 << 1, /* what goes wrong */
	PF_WORD_IF = 1 << 2,
	PF_WORD_ME = 1 << 3,  /* in a question: the customer */
	PF_WORD_YOU = 1 << 4, /* in an answer: the customer */
	PF_WORD_WE = 1 << 5,
	PF_WORD_THEY = 1 << 6,
	PF_WORD_MODAL = 1 << 7,
	PF_WORD_SKIP = 1 << 8,     /* stands between who and what: "then", "also", "have" */
	PF_WORD_IDLE = 1 << 9,     /* no act: "believe", "handle", "the" */
	PF_WORD_ACTS = 1 << 10,    /* an act of a third: "rings" */
	PF_WORD_REFUSES = 1 << 11, /* what a party does that does not want it */
	PF_WORD_DECIDES = 1 << 12, /* what it does if it must be asked */
	PF_WORD_TAKES_UP = 1 << 13,
	PF_WORD_WHY = 1 << 14,  /* a reason in other words than "because" */
	PF_WORD_LEFT = 1 << 15, /* "dropped", "decided" (against) */
	PF_WORD_RULE = 1 << 16,
	PF_WORD_OURS = 1 << 17,
	PF_WORD_PLANS = 1 << 18, /* words of those who make it */
	PF_WORD_LOAD = 1 << 19,
	PF_WORD_CLOSED = 1 << 20, /* opens a question for yes or no */
	PF_WORD_BUT = 1 << 21,    /* weighs what is said: "but", "only", "if" */
	PF_WORD_STOP = 1 << 22,   /* pf_is_stop_word */
};

#endif
