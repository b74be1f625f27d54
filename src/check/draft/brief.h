/*
 * brief.h - what a prompt says, as rules ask for it: its words as phrases, as stems, and in runs of
 * five.
 *
 * No draft changes any of it. Whoever checks again and again under one prompt, as at every pause of
 * a typist, keeps it with the prompt (prfaq/check/context.h); else each check reads it anew.
 */
#ifndef PF_CHECK_BRIEF_H
#define PF_CHECK_BRIEF_H

#include "prfaq/check/context.h"
#include "prfaq/text/phrases.h"
#include "prfaq/text/stem.h"

#include "shingles.h"

struct pf_brief {
	bool read;
	struct pf_phrases *phrases; /* the value is the list: enum pf_context_list, */
	size_t lists, facts_at, limits_at, limits_must_at, metrics_at,
		topics_at;        /* or one of these */
	struct pf_stems customer; /* who it is for */
	struct pf_stems lexicon;  /* customer, problem and solution */
	struct pf_stems topic;    /* and what is measured, and the prompt itself */
	struct pf_stems subject;  /* and all that an interviewer could tell */
	struct pf_stems goal;
	struct pf_brief_fact {
		struct pf_stems nouns, text;
	} * facts; /* by fact of the prompt */
	size_t n_facts;
	struct pf_stems trap; /* of all cues of the trap */
	struct pf_brief_cue {
		struct pf_stems words;
		uint32_t first; /* the stem of its first word; 0: it has none, or several */
	} * cues;
	size_t n_cues;
	struct pf_run_set told;      /* the prompt and all that an interviewer could tell */
	struct pf_text_runs prompt;  /* the prompt, */
	struct pf_text_runs shown;   /* and what is known of it */
	struct pf_tokens model;      /* its model answer, */
	struct pf_text_runs as_told; /* its runs, */
	struct pf_run_set bones;     /* and those of its bones */
	struct pf_stems model_words;
};

/* What is read of the prompt, at the first call; `prompt->brief` holds it. */
const struct pf_brief *pf_brief_read(const struct pf_check_prompt *prompt);

#endif
