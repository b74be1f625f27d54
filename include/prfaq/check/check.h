/*
 * check.h - the checker: a pure function of (rubric, draft, context).
 *
 * Always the whole draft, always from scratch. Every point cites a span:
 * `proofs` add up to the score, and a rule that can cite nothing earns
 * nothing. Gates come before points: a draft that is off the prompt, word
 * salad or too short is "not scored" with a reason, never a number.
 */
#ifndef PRFAQ_CHECK_CHECK_H
#define PRFAQ_CHECK_CHECK_H

#include "prfaq/check/context.h"
#include "prfaq/check/rubric.h"
#include "prfaq/doc/doc.h"
#include "prfaq/parts/parts.h"
#include "prfaq/quant/quant.h"

enum pf_outcome { PF_OUTCOME_PASS, PF_OUTCOME_PARTIAL, PF_OUTCOME_FAIL, PF_OUTCOME_NOT_APPLICABLE };

/* Where the numbers of a draft come from. */
enum pf_origin {
	PF_ORIGIN_BARE,    /* nothing on the page tells */
	PF_ORIGIN_GIVEN,   /* a fact or limit of the brief, or one that was learned */
	PF_ORIGIN_DERIVED, /* a sum of such that is shown, and holds */
	PF_ORIGIN_ASSUMED, /* labelled so */
	PF_ORIGIN_CITED,   /* a source is named; only where there is no brief */
};
enum { PF_ORIGINS = PF_ORIGIN_CITED + 1 };
const char *pf_origin_name(enum pf_origin origin);
/* What the draft tells of an assumed number beside the label: bits. */
enum pf_ground {
	PF_GROUND_REASON = 1, /* why this value */
	PF_GROUND_TEST = 2,   /* how it will be tested */
};

/* What one rule made of the draft. */
struct pf_proof {
	uint32_t rule; /* index into the rubric */
	enum pf_outcome outcome;
	double earned, possible; /* share of the 100 points; earned <= possible */
	struct pf_range span;    /* the words that decided it; for a missing thing the heading or
				    place where it belongs */
	struct pf_range other;   /* a second place (contradictions, overlaps); empty when none */
	char reason[160];        /* one line: "29 % to 75 % by month 7" */
	char next[160];          /* what one more level would take; "" at full credit */
};

#define PF_FINDING_ALSO 4

struct pf_finding {
	uint32_t rule;
	enum pf_severity severity;
	enum pf_part_id section;
	struct pf_range span, other;
	uint32_t place; /* which of the places of its rule */
	double cost;    /* points lost */
	double sure;    /* how often its rule is right, from 0 to 1: docs/FINDINGS.md */
	bool missing;   /* it is not on the page: `span` is where it belongs */
	unsigned about; /* the gap it is of, where several rules may find it; else 0 */
	uint32_t also[PF_FINDING_ALSO]; /* other rules that found it; their cost is in `cost` */
	size_t n_also;
	/* Last, since most findings are folded or left out before they are told. */
	char message[240]; /* slots filled: "increase engagement": of what, from what? */
	char fix[240];     /* with blanks or the notebook's words; never supplies a number */
	char ask[240];     /* what the interviewer would ask; "" for none */
};

struct pf_section_score {
	bool present;
	bool quantified;         /* holds a number that counts */
	struct pf_range span;    /* heading, else the first words; empty when absent */
	double earned, possible; /* points of the rules of the section */
};

/* In words: "missing", "told elsewhere", "partly told elsewhere" (points for what another
 * section says), ... */
const char *pf_section_state(const struct pf_section_score *section);

/* Four levels, of this page only; never hire or no hire. */
enum pf_vote { PF_VOTE_STRONG_NO, PF_VOTE_NO, PF_VOTE_YES, PF_VOTE_STRONG_YES };
const char *pf_vote_name(enum pf_vote vote); /* "strong no" ... */

struct pf_lens_score {
	enum pf_vote vote;
	double score;     /* 0 to 100 */
	uint32_t decided; /* index of the proof that decided it */
	bool blocked;     /* a blocking rule failed */
};

enum pf_pitfall {
	PF_PITFALL_FEATURE_FIRST,
	PF_PITFALL_VAGUE_NUMBERS,
	PF_PITFALL_IGNORED_CONSTRAINTS,
	PF_PITFALL_OVER_ENGINEERING,
	PF_PITFALLS
};
const char *pf_pitfall_name(enum pf_pitfall pitfall);  /* "feature_first" */
const char *pf_pitfall_title(enum pf_pitfall pitfall); /* "Feature-first mindset" */
const char *pf_pitfall_remedy(enum pf_pitfall pitfall);

struct pf_pitfall_score {
	bool found;
	struct pf_range span; /* the words that fall into it; may be empty */
	char why[160];
};

/* The three things the article says set a draft apart, and the story arc. */
enum pf_extra {
	PF_EXTRA_OUTSIDE_EVIDENCE,
	PF_EXTRA_ASSUMPTIONS,
	PF_EXTRA_ALTERNATIVE,
	PF_EXTRA_STORY,
	PF_EXTRAS
};
const char *pf_extra_title(enum pf_extra extra);

struct pf_extra_score {
	bool found;
	struct pf_range span;
};

/* The article's five questions. */
enum pf_question {
	PF_QUESTION_PROBLEM,
	PF_QUESTION_SOLUTION,
	PF_QUESTION_BENEFIT,
	PF_QUESTION_METRICS,
	PF_QUESTION_LAUNCH,
	PF_QUESTIONS
};
const char *pf_question_text(enum pf_question question);

struct pf_scorecard {
	bool scored;
	char reason[160];  /* why not scored; "" when scored */
	double score;      /* 0 to 100; the sum of proofs[].earned */
	double cap;        /* what the gates allow at most; 100 when they say nothing */
	double scale;      /* 1, or less when `cap` is near: proofs[].earned include it */
	uint32_t cap_rule; /* the gate that set `cap` or took the score, when one did */
	double capped;     /* points that it took: the cost of its finding */
	enum pf_shape shape;
	char shape_reason[160];
	struct pf_section_score sections[PF_PART_COUNT];
	bool tiers[PF_TIER_NONE]; /* by enum pf_tier: stated with a target */
	uint32_t faq_count;
	uint32_t words;
	double pillars[PF_PILLARS]; /* 0 to 100: of what its rules could earn; -1: nothing */
	struct pf_lens_score lenses[PF_LENSES];
	struct pf_pitfall_score pitfalls[PF_PITFALLS];
	struct pf_extra_score extras[PF_EXTRAS];
	struct pf_range answers[PF_QUESTIONS]; /* empty = not answered */
	bool trap_taken, trap_seen; /* the brief's invited solution: built; known to be wrong */
	struct pf_range keep;       /* the line to keep */
	char keep_why[160];
	uint32_t fix_first; /* index of the finding to fix first; n of findings when none */
	struct {
		struct pf_proof *v;
		size_t n, cap;
	} proofs; /* one a rule that belongs to the rubric, in rubric order */
	struct {
		struct pf_finding *v;
		size_t n, cap;
	} findings; /* sorted by place, then rule */
	struct pf_origin_count {
		uint32_t n[PF_ORIGINS];
	} origins; /* of the quantities that need one */
	struct {
		struct pf_range *v;
		size_t n, cap;
	} unknown_off; /* ids in "prfaq: off" comments that are no rule of this rubric */
};

/* Everything the checker read, kept so that spans can be shown. */
struct pf_check {
	struct pf_doc *doc;
	struct pf_quants quants;
	struct pf_parts parts;
	uint8_t *origin;  /* enum pf_origin, by quantity */
	uint8_t *grounds; /* enum pf_ground bits, by quantity; 0 for what is not assumed */
	bool *bound;      /* by quantity: value, unit and the noun it measures in one clause */
	struct pf_scorecard card;
};

/* Reads `draft` without judging it: doc, quants and parts, with the shape that may choose the
 * rubric; the card stays zero. *out is zeroed first. PF_ERR_TOO_BIG as pf_doc_new. */
PF_MUST_USE enum pf_status pf_check_read(struct pf_check *out, struct pf_slice draft,
					 struct pf_error *err);
/* Judges what was read, once. context may be NULL. */
void pf_check_judge(struct pf_check *check, const struct pf_rubric *rubric,
		    const struct pf_check_context *context);
/* Both. */
PF_MUST_USE enum pf_status pf_check_run(struct pf_check *out, const struct pf_rubric *rubric,
					struct pf_slice draft,
					const struct pf_check_context *context,
					struct pf_error *err);
void pf_check_release(struct pf_check *check);

/*
 * What the practice coach may say while one writes: names of what is missing,
 * in the order of the page, never what it is worth. At most `max` lines.
 */
struct pf_coach_line {
	enum pf_part_id section;
	struct pf_range span; /* empty when the thing is not there yet */
	char text[96];        /* "Problem: no number yet" */
};
size_t pf_check_coach(const struct pf_check *check, const struct pf_rubric *rubric,
		      struct pf_coach_line *out, size_t max);

/* The n findings to mend first, as indexes: that of a gate that holds the score down, then those
 * that cost most, one a section before a second. Returns how many there are, n at the most. */
size_t pf_check_top_fixes(const struct pf_scorecard *card, uint32_t *findings, size_t n);
/* Points lost by a rule that no finding tells of, of which only the proof speaks. */
struct pf_untold {
	uint32_t rule;
	double lost;
};

/* All such points; out[0] to out[n - 1] are the rules that lost most of them, most first, and
 * where there are fewer the rest lost 0. */
double pf_check_untold(const struct pf_scorecard *card, struct pf_untold *out, size_t n);

#endif
