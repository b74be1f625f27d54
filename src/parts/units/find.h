/*
 * find.h - what the parts are found in: the units of a draft, the cues in them, and the state that
 * all passes share.
 *
 * A draft is cut into units: a heading, a paragraph, a line of one that opens
 * with a label or a question, a table row. Cues (one table, cues.inc) are found
 * in one walk over the tokens and counted by unit. Each pass then reads units
 * only, so that the whole stays linear.
 */
#ifndef PRFAQ_SRC_PARTS_FIND_H
#define PRFAQ_SRC_PARTS_FIND_H

#include "prfaq/parts/parts.h"

#define PF_NONE32 UINT32_MAX

/* What a phrase of the table speaks for. */
enum pf_cue {
	PF_CUE_PROBLEM,
	PF_CUE_NOW, /* "today": tells of a pain beside another word of it, else of a launch */
	PF_CUE_SOLUTION,
	PF_CUE_ANNOUNCE, /* "today announced" */
	PF_CUE_GAIN,
	PF_CUE_HELP, /* promises a gain more weakly: "lets", "quickly", "without having to" */
	PF_CUE_SAID,
	PF_CUE_LEADER,   /* titles of those who speak for the company */
	PF_CUE_CUSTOMER, /* who speaks as a customer */
	PF_CUE_START,
	PF_CUE_TURN_TO, /* what one does to get a thing: "ask", "call"; nothing by itself */
	PF_CUE_METRIC,  /* "metric", "kpi", "target", "baseline" */
	PF_CUE_METHOD,  /* "measured by" */
	PF_CUE_MEASURE, /* asks how success is measured */
	PF_CUE_GOAL,    /* says what is aimed at, where a number stands beside it */
	PF_CUE_GAUGE,   /* says what success is measured by */
	PF_CUE_ROLLOUT,
	PF_CUE_LAUNCH,       /* "launch date", "available on" */
	PF_CUE_STUDY,        /* news of another kind */
	PF_CUE_GUIDE,        /* how a template tells its writer what to write */
	PF_CUE_ABOUT,        /* speaks of press releases instead of being one */
	PF_CUE_SPEC,         /* headings of specifications and requirements */
	PF_CUE_README,       /* headings of a README */
	PF_CUE_WEB,          /* headings and labels of copy for the web */
	PF_CUE_PULL,         /* pull requests, which are called PR as well */
	PF_CUE_EXPECT,       /* leads to a list of gains */
	PF_CUE_ASKS_AIM,     /* asks for the goal, where the question ends with it */
	PF_CUE_ASKS_PROBLEM, /* in a question of the FAQ */
	PF_CUE_ASKS_SOLUTION,
	PF_CUE_ASKS_BENEFIT,
	PF_CUE_ASKS_START,
	PF_CUE_ASKS_LEAD,  /* what moves the goal, or is seen before it */
	PF_CUE_ASKS_GUARD, /* what is guarded, and */
	PF_CUE_ASKS_HARM,  /* what must not happen to it, where the question says "not" */
	PF_CUE_TIER_PRIMARY,
	PF_CUE_TIER_SECONDARY,
	PF_CUE_TIER_LEADING,
	PF_CUE_TIER_GUARDRAIL,
	PF_CUE_COUNT,
};

/* What a heading or a label names: a part, or one of these. */
enum pf_label {
	PF_LABEL_NONE = PF_PART_COUNT,
	PF_LABEL_PRESS,        /* "Press release": the prose below is not decided by it */
	PF_LABEL_BACKWARDS,    /* "Working backwards": a weaker sign of the same */
	PF_LABEL_FAQ_INTERNAL, /* "Internal FAQ" */
	PF_LABEL_TIER,         /* "Leading indicators": tells the tier of what follows */
	PF_LABEL_VOICE,        /* "Nurse quote": in the table only, read as the side that speaks */
};

enum pf_unit_kind {
	PF_UNIT_HEADING, /* a heading, or a line that is nothing but a label */
	PF_UNIT_TEXT,    /* prose; may open with a label, then `label` is not empty */
	PF_UNIT_ROW,
	PF_UNIT_OTHER, /* code, HTML, rule, front matter */
};

/* Levels of labels that are no Markdown headings. */
#define PF_LEVEL_BOLD  7
#define PF_LEVEL_RUNIN 8

#define PF_STATED_WORDS 3u /* "The bet:" is a label, "25,000 is small." asks */

enum pf_ask {
	PF_ASK_NO,
	PF_ASK_WEAK,    /* a plain line or bullet that ends in "?" */
	PF_ASK_BOLD,    /* "**...?**" */
	PF_ASK_HEADING, /* "### ...?" */
	PF_ASK_MARKED,  /* "Q:", "Q3.", "C1." */
	PF_ASK_KINDS,
};

struct pf_unit {
	uint8_t kind;               /* enum pf_unit_kind */
	uint8_t level;              /* 1 to 6, PF_LEVEL_BOLD, PF_LEVEL_RUNIN; 0 for prose */
	uint8_t depth;              /* of list items; 0 outside of lists */
	uint8_t says;               /* enum pf_part_id or enum pf_label, by its heading or label */
	uint8_t part;               /* enum pf_part_id, once decided */
	uint8_t ask;                /* enum pf_ask */
	uint8_t tier;               /* enum pf_tier its label names */
	bool by_label;              /* its part was decided by a heading or label */
	bool quoted;                /* inside a block quote */
	bool item;                  /* it opens its list item */
	bool answer;                /* opens with "A:" */
	bool whole;                 /* it is all of its block */
	uint8_t cues[PF_CUE_COUNT]; /* how many, at most 255 */
	uint32_t block;
	uint32_t begin, end;         /* bytes */
	uint32_t first, last;        /* tokens */
	struct pf_range label;       /* text of heading or label; empty when none */
	uint32_t body;               /* where the text after the label begins */
	uint32_t ask_begin, ask_end; /* the question's text */
	uint32_t answer_at;          /* where its answer begins, in this unit or at its end */
	bool internal;               /* under an internal FAQ's heading */
	bool asked;                  /* counted as a question */
	uint32_t said; /* where a template's guidance ends: `begin` where there is none, `end` where
			* there is nothing else */
};

struct pf_units {
	struct pf_unit *v;
	size_t n, cap;
};

struct pf_find {
	struct pf_slice text;
	const struct pf_block *blocks;
	size_t n_blocks;
	const struct pf_tokens *tokens;
	const struct pf_quants *quants;
	struct pf_units units;
	struct pf_parts *out;
	bool press;  /* some heading says "press release" or "PR/FAQ", or it is `guided` */
	bool guided; /* a comment tells how to write a press release: its template was filled in */
	bool labelled;  /* written in the article's sections: what is not there is missing */
	bool backwards; /* some heading says "working backwards" */
};

/* cues.c: the tables of phrases. */
void pf_cues_count(struct pf_find *f);
void pf_cues_recount(const struct pf_find *f, struct pf_unit *u);
/* Does a phrase of that cue stand at token i? Then *stop is one past its last token. */
bool pf_cue_here(const struct pf_find *f, uint32_t i, uint32_t last, enum pf_cue cue,
		 uint32_t *stop);
/* Is the word of pain at token i denied by the one before: "not limited", "no risk"? */
bool pf_is_denied(const struct pf_find *f, uint32_t i, uint32_t first);
/* enum pf_part_id or enum pf_label of a heading's tokens; the tier it names, or NONE. */
uint8_t pf_label_read(const struct pf_find *f, uint32_t first, uint32_t last, uint8_t *tier);
/* The same of what opens a list item. */
uint8_t pf_item_label_read(const struct pf_find *f, uint32_t first, uint32_t last, uint8_t *tier);
/* units.c: cuts the draft into units, with marks.c and paragraph.c. */
void pf_units_make(struct pf_find *f);
/* Cuts unit `at` in two at a token inside of it; the second half is unit at + 1. O(units). */
void pf_unit_split(struct pf_find *f, size_t at, uint32_t token);
/* "Q:", "Q3.", "Q3b.", "A:", "Question 2:" at token i: "Q" or "A", else 0; *after is the token
 * behind. */
char pf_marker_at(const struct pf_find *f, uint32_t i, uint32_t last, uint32_t *after);
/* marks.c: the ":" that ends a label of a few words at token `first`, or 0. */
uint32_t pf_label_colon(const struct pf_find *f, uint32_t first, uint32_t last);
/* "*She buys a car on Saturday.*" and then more: one past the sentence in italics that opens the
 * paragraph, or 0. */
uint32_t pf_italic_opening(const struct pf_find *f, const struct pf_unit *u);
/* ask.c: whether token i is the "?" of a question, and not of one that is told of. */
bool pf_asks_at(const struct pf_find *f, uint32_t i, uint32_t last);
/* The question a unit asks, if it asks one. */
void pf_ask_read(const struct pf_find *f, struct pf_unit *u);
/* The same of a table's row: its first cell of words may ask. */
void pf_ask_row(const struct pf_find *f, struct pf_unit *u);
/* marks.c: one past the last token of the sentence that token i stands in; of the line. */
uint32_t pf_sentence_stop(const struct pf_find *f, uint32_t i, uint32_t last);
uint32_t pf_line_stop(const struct pf_find *f, uint32_t i, uint32_t last);
/* speaks.c: how much the tokens speak for the part (PROBLEM, SOLUTION or BENEFITS); 0 for not at
 * all. PF_CLEARLY more where they tell more of a pain than of an offer. */
#define PF_CLEARLY 2
int pf_speaks(const struct pf_find *f, uint32_t first, uint32_t last, enum pf_part_id part);
int pf_cue_count(const struct pf_find *f, uint32_t first, uint32_t last, enum pf_cue cue);
/* units.c: does the part stand anywhere, but for a heading? */
bool pf_units_have(const struct pf_find *f, enum pf_part_id part);

/* Small helpers. */
static inline bool pf_one_of(const struct pf_find *f, uint32_t i, const char *const *words,
			     size_t n)
{
	/* Unrolled, the words are constants of the code. */
#pragma GCC unroll 32
	for (size_t k = 0; k < n; k++)
		if (pf_token_is(f->text, &f->tokens->v[i], words[k]))
			return true;
	return false;
}

/* Is token i one of these words? */
#define PF_ONE_OF(f, i, ...)                                \
	pf_one_of(f, i, (const char *const[]){__VA_ARGS__}, \
		  sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static inline uint32_t pf_token_at(const struct pf_find *f, uint32_t off)
{
	return pf_tokens_at(f->tokens, off);
}

/* SIZE_MAX when none begins in the range. */
static inline size_t pf_first_quant(const struct pf_find *f, struct pf_range r)
{
	size_t i = pf_quants_at(f->quants, r.begin);

	return i < f->quants->n && f->quants->v[i].begin < r.end ? i : SIZE_MAX;
}

static inline struct pf_range pf_unit_range(const struct pf_unit *u)
{
	return (struct pf_range){u->begin, u->end};
}

/* A heading that is what somebody wrote below one. */
static inline void pf_unit_as_text(struct pf_unit *u)
{
	u->kind = PF_UNIT_TEXT;
	u->level = 0;
	u->says = PF_LABEL_NONE;
	u->label = (struct pf_range){u->begin, u->begin};
	u->body = u->begin;
}

static inline bool pf_unit_has_quant(const struct pf_find *f, const struct pf_unit *u)
{
	return pf_first_quant(f, pf_unit_range(u)) != SIZE_MAX;
}

static inline int pf_pain(int problem, int now)
{
	return problem ? problem + now : 0;
}

static inline uint32_t pf_unit_words(const struct pf_find *f, const struct pf_unit *u)
{
	return pf_tokens_words(f->tokens, pf_unit_range(u));
}

static inline uint32_t pf_unit_sentences(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t n = u->first < u->last; /* a cut one begins inside of a sentence */

	for (uint32_t i = u->first + 1; i < u->last; i++)
		n += (f->tokens->v[i].flags & PF_TOKEN_SENTENCE) != 0;
	return n;
}

#endif
