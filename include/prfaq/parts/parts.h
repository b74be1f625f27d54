/*
 * parts.h - which ranges of a draft are the problem, the solution, a metric,
 * a question and its answer.
 *
 * Headings are one cue; content decides: a bullet with a number and a gain is
 * a benefit, a row led by "primary" is a metric, a question with its answer is
 * FAQ (research: of 56 real PR/FAQs nobody writes "Customer benefit", none has
 * a metrics table, questions come in seven markups).
 */
#ifndef PRFAQ_PARTS_PARTS_H
#define PRFAQ_PARTS_PARTS_H

#include "prfaq/base/buf.h"
#include "prfaq/doc/doc.h"
#include "prfaq/quant/quant.h"

/*      id, name in JSON and YAML, title for people, whether the article's shape requires it */
#define PF_PARTS(X)                                              \
	X(HEADLINE, "headline", "Headline", 0)                   \
	X(SUBHEADING, "subheading", "Sub-heading", 0)            \
	X(SUMMARY, "summary", "Summary", 0)                      \
	X(PROBLEM, "problem", "Problem", 1)                      \
	X(SOLUTION, "solution", "Solution", 1)                   \
	X(BENEFITS, "benefits", "Customer benefit", 1)           \
	X(QUOTE_COMPANY, "company_quote", "Company quote", 0)    \
	X(QUOTE_CUSTOMER, "customer_quote", "Customer quote", 0) \
	X(START, "getting_started", "Getting started", 0)        \
	X(METRICS, "metrics", "Metrics", 1)                      \
	X(FAQ, "faq", "FAQ", 1)                                  \
	X(ROLLOUT, "rollout", "Rollout", 0)                      \
	X(APPENDIX, "appendix", "Appendix", 0)                   \
	X(OTHER, "other", "Other", 0)

enum pf_part_id {
#define PF_PART_ENUM(id, name, title, article) PF_PART_##id,
	PF_PARTS(PF_PART_ENUM)
#undef PF_PART_ENUM
		PF_PART_COUNT,
};

const char *pf_part_name(enum pf_part_id id);  /* "benefits" */
const char *pf_part_title(enum pf_part_id id); /* "Customer benefit" */
/* The id named (by name, or a common synonym such as "benefit", "metric"), or PF_PART_COUNT. */
enum pf_part_id pf_part_find(struct pf_slice name);

/* One stretch of the draft. A part may be in several stretches. In order of begin, disjoint. */
struct pf_part {
	enum pf_part_id id;
	struct pf_range heading; /* text of the heading or label; empty when content decided */
	struct pf_range body;    /* may be empty: a heading with nothing below */
};

/* A question and its own answer. The answer never reaches past the next question. */
struct pf_pair {
	struct pf_range question; /* without "Q:", numbers, marks */
	struct pf_range answer;   /* without "A:"; empty when there is none */
	bool internal;            /* under an internal FAQ heading */
};

enum pf_tier {
	PF_TIER_PRIMARY,
	PF_TIER_SECONDARY,
	PF_TIER_LEADING,
	PF_TIER_GUARDRAIL,
	PF_TIER_NONE
};
const char *pf_tier_name(enum pf_tier tier); /* "primary"; "" for NONE */
/* The tier whose name the token is, in any case; NONE for every other word. */
enum pf_tier pf_tier_of(struct pf_slice text, const struct pf_token *token);

/* A metric stated: a row, a bullet, a line or a sentence. */
struct pf_metric {
	enum pf_tier tier;      /* by its words, else by its role; NONE when neither tells */
	bool tier_labelled;     /* its own words say the tier */
	struct pf_range whole;  /* the row, bullet or sentence */
	struct pf_range name;   /* what is measured; may be empty */
	uint32_t baseline;      /* quantity index or PF_QUANT_NONE */
	uint32_t target;        /* likewise (a delta counts as target) */
	uint32_t deadline;      /* likewise */
	struct pf_range today;  /* its cell in a column of today's values; empty when none */
	struct pf_range when;   /* what tells its day by its place: its cell in a column of days, a
				   heading or the head of its column; empty when none */
	struct pf_range method; /* data source or method; empty when none */
};

/* A benefit: a bullet or a sentence that says what the customer gains. */
struct pf_benefit {
	struct pf_range whole;
	uint32_t quantity; /* first bound quantity in it, or PF_QUANT_NONE */
};

enum pf_shape {
	PF_SHAPE_ARTICLE,   /* problem, solution, benefit, metrics, FAQ */
	PF_SHAPE_CANONICAL, /* headline, dateline, quotes, call to action, FAQ */
	PF_SHAPE_TEMPLATE,  /* an unfilled template */
	PF_SHAPE_NONE,      /* not a PR/FAQ */
};

struct pf_parts {
	struct {
		struct pf_part *v;
		size_t n, cap;
	} parts;
	struct {
		struct pf_pair *v;
		size_t n, cap;
	} pairs;
	struct {
		struct pf_metric *v;
		size_t n, cap;
	} metrics;
	struct {
		struct pf_benefit *v;
		size_t n, cap;
	} benefits;
	enum pf_shape shape;
	char shape_reason[160];   /* "dateline, 12 questions"; for NONE what is missing */
	struct pf_range dateline; /* empty when none */
	struct pf_range launch;   /* the launch date's span; empty when none */
	uint32_t launch_quant;    /* its quantity, or PF_QUANT_NONE */
};

/* Zeroed *out is valid; the caller releases. */
void pf_parts_find(struct pf_parts *out, const struct pf_doc *doc, const struct pf_quants *quants);
void pf_parts_release(struct pf_parts *parts);

/* Appends what was found, a line each, for tests and for people who wonder. */
void pf_parts_dump(struct pf_buf *out, const struct pf_parts *parts, const struct pf_doc *doc,
		   const struct pf_quants *quants);

/* First stretch of that part, or NULL. */
const struct pf_part *pf_parts_get(const struct pf_parts *parts, enum pf_part_id id);
/* Part of the byte, PF_PART_OTHER when none. O(log n). */
enum pf_part_id pf_parts_at(const struct pf_parts *parts, uint32_t off);

#endif
