/*
 * result.h - what the last screen shows, in its order, as data.
 *
 * Made once when the candidate has marked itself, recorded as shown (RESULT,
 * VOTE), and from then on read from the fold. The scorecards themselves are
 * not kept in the fold: pf_interview_card makes them again.
 */
#ifndef PRFAQ_SESSION_RESULT_H
#define PRFAQ_SESSION_RESULT_H

#include "prfaq/session/fold.h"

#define PF_RESULT_LINES  5
#define PF_RESULT_FIXES  3
#define PF_RESULT_UNTOLD 3

struct pf_result_gap { /* of one dimension */
	int own;       /* 0 to 5; -1 = not marked */
	int panel;     /* 0 to 5; -1 = no rule of the dimension applied */
};

struct pf_result_fix {
	uint32_t line; /* in the final draft, 1-based; 0 = nowhere */
	char rule[32];
	char quote[100]; /* the words that cost, in quotation marks; "" for what is only missing */
	char text[240];  /* never supplies a number */
};

/*
 * `lines` are the first five, each NUL-ended and without a newline:
 *   On this page: customer NO, execution YES, data NO      (not judged: whether the idea is good)
 *   Decided by  l.14 "increase engagement": of what, from what?
 *   Keep        l.3  the 61-minute line, given and used twice
 *   Fix first   l.14 "___ from ___ to ___ by ___, measured by ___"
 *   You said data 4; panel 2.
 * A draft that is not scored has its reason in line 2 and "not scored" for the votes.
 */
struct pf_result {
	bool scored;
	char reason[160];   /* why not scored */
	double bell, final; /* 0 to 100, negative: not scored */
	double untold;      /* points lost by rules of which no finding tells; 0 if not scored */
	struct pf_result_untold {
		double lost;
		char name[96];           /* what the rule is for */
	} untold_most[PF_RESULT_UNTOLD]; /* that lost most of them, most first; the rest lost 0 */
	char untold_fix[240]; /* in a drill, what the first would have one write; or "" */
	size_t left;          /* blanks of the skeleton that nobody filled in */
	uint32_t left_line;   /* of the first, and */
	char left_first[60];  /* what it asks for: "[today]" */
	char lines[PF_RESULT_LINES][512];
	char offer[64]; /* the rewrite, to end line 5 while it can still be had; or "" */
	struct pf_voted votes[PF_LENSES]; /* texts are NULL here: see text below */
	struct {
		char moved[160], quote[160], reason[160];
	} text[PF_LENSES];
	struct pf_result_gap gaps[PF_DIMENSIONS];
	double bias;    /* mean of own - panel over what both marked */
	double brier;   /* (odds - outcome)^2; negative: no odds */
	bool panel_yes; /* at least two of three votes are yes */
	struct pf_result_fix fixes[PF_RESULT_FIXES];
	size_t n_fixes;
	struct pf_range costliest; /* the passage for the five-minute rewrite; may be empty */
	uint32_t costliest_line;
	char costliest_rule[32];
	char costliest_fix[240]; /* what to write there, with blanks */
	bool trap_taken, trap_seen;
	char trap[400]; /* what the prompt says of its trap */
};

/* What belongs to no one part: with it the sections add up to the score. `possible` is 0 when
 * nothing does. */
struct pf_section_score pf_result_whole_page(const struct pf_scorecard *card);

#endif
