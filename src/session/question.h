/*
 * question.h - a question as the matcher sees it: stems, and whether it
 * proposes a solution or asks two things.
 */
#ifndef PRFAQ_SESSION_QUESTION_H
#define PRFAQ_SESSION_QUESTION_H

#include "prfaq/bank/prompt.h"
#include "prfaq/text/stem.h"

#define PF_QUESTION_PARTS 4
#define PF_QUESTION_WORDS 256 /* more are not read: who pastes a page has asked before its end */

enum pf_proposes {
	PF_PROPOSES_NOT,
	PF_PROPOSES_MAYBE,  /* "should we build": unless a fact answers it */
	PF_PROPOSES_OPENLY, /* "what if we", "how about a" */
};

struct pf_question_word {
	struct pf_slice text; /* in the question */
	uint32_t stem;
	bool stop;
	bool filler; /* no stop word, and yet nothing is asked by it: "exactly", "today" */
	bool spelt;  /* a word of the prompt, so that it is taken for no other */
	bool mute;   /* is there for the asker's sake: "I am trying to", "people who" */
};
static inline bool pf_question_means(const struct pf_question_word *word)
{
	return !word->stop && !word->filler && !word->mute;
}

struct pf_question_words {
	struct pf_question_word *v;
	size_t n, cap;
	enum pf_proposes proposes;
	size_t parts[PF_QUESTION_PARTS]; /* word indexes where a further question begins */
	size_t n_parts;
	struct pf_stemmer *stemmer;
};

/* The question must outlive *out, which the caller releases. Whom the prompt is about is a filler:
 * it goes without saying. */
void pf_question_read(struct pf_question_words *out, const struct pf_prompt *prompt,
		      struct pf_slice question);
/* "How many": what is near is no answer to it. */
bool pf_question_counts(const struct pf_question_words *words);
void pf_question_release(struct pf_question_words *words);

/* brief.c: the number of the prompt's text that the question asks for, or NULL: how long it takes,
 * how many there are, how much it is. Borrowed from the prompt. */
const struct pf_prompt_point *pf_brief_tells(const struct pf_prompt *prompt,
					     const struct pf_question_words *question);

#endif
