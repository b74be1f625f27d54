/*
 * numbers.h - the quantities of short texts, and whether two of them are
 * about the same thing.
 *
 * A contradiction is claimed only when noun, unit, period and segment match.
 * One false accusation loses the candidate, so whatever is doubtful is either
 * asked openly ("Are these the same thing?") or left alone.
 */
#ifndef PRFAQ_SESSION_NUMBERS_H
#define PRFAQ_SESSION_NUMBERS_H

#include "prfaq/bank/prompt.h"
#include "prfaq/check/check.h"

struct pf_numbers {
	struct pf_doc *doc;
	struct pf_slice text; /* the doc's copy */
	const struct pf_tokens *tokens;
	struct pf_quants quants;
};
void pf_numbers_read(struct pf_numbers *out, struct pf_slice text);
void pf_numbers_release(struct pf_numbers *numbers);

enum pf_same {
	PF_SAME_NOT,   /* different things, or the same value, or a baseline and its target */
	PF_SAME_MAYBE, /* one noun, but the period or the segment is said once only */
	PF_SAME_YES,   /* noun, unit, period and segment match, and the values do not */
};

/* A quantity in its text. */
struct pf_number_at {
	struct pf_slice text;
	const struct pf_tokens *tokens;
	const struct pf_quant *quant;
};
/* It measures something that two texts may tell: no date, range, change or label ("week 10"), and
 * no bare count under a thousand. */
bool pf_number_comparable(struct pf_number_at at);
bool pf_number_values_agree(double a, double b); /* "4.1M" and "4.12M" are one value */
struct pf_range pf_number_sentence(struct pf_number_at at);
struct pf_stemmer;
enum pf_same pf_numbers_same(struct pf_stemmer *stemmer, struct pf_number_at a,
			     struct pf_number_at b);

/* Fills `out` with "You wrote X; now you say Y. Which?" when a number of the reply contradicts
 * the checked draft, else "". A value that the draft or the prompt holds is no slip. */
void pf_numbers_mismatch(const struct pf_prompt *prompt, const struct pf_check *check,
			 const struct pf_numbers *reply, char *out, size_t size);

/* Two places of the draft that contradict (YES) or may (MAYBE); false when there is no further
 * one after `skip` of that kind. */
struct pf_number_pair {
	struct pf_range a, b;               /* the quantities, in order of place */
	struct pf_range clause_a, clause_b; /* with their nouns: what is quoted */
	enum pf_same same;
};
bool pf_numbers_contradict(const struct pf_check *check, enum pf_same kind, size_t skip,
			   struct pf_number_pair *out);
/* A number of the draft against one the candidate knows from the brief. */
struct pf_number_fact {
	struct pf_range at, clause; /* in the draft */
	const char *fact;           /* the brief's sentence */
	enum pf_same same;
};
bool pf_numbers_against_facts(const struct pf_check *check, const struct pf_check_context *context,
			      size_t skip, struct pf_number_fact *out);

#endif
