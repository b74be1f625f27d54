/*
 * plain_say.h - a plain interview under way, and what it says.
 */
#ifndef SRC_CLI_PLAIN_SAY_H
#define SRC_CLI_PLAIN_SAY_H

#include "plain.h"

struct plain {
	struct room *room;
	struct pf_interview *iv;
	FILE *in, *out;
	enum pf_step told; /* the step whose introduction was printed */
	uint32_t stage_told;
	size_t probes_told, asked_told;
	bool quits;
	bool troubled; /* that nothing is kept was said */
};

/* One line of printf's making. */
void plain_say(struct plain *p, const char *fmt, ...) PF_PRINTF(2, 3);
/* "[2/4 Working backwards, 27:08 left, 120 words]" */
void plain_say_time(struct plain *p, const struct pf_now *now);
void plain_say_brief(struct plain *p);
/* What was said since the last line: notices, answers, probes; the step when it is a new one. */
void plain_report(struct plain *p, const struct pf_now *now);
void plain_say_coach(struct plain *p);
void plain_say_proofs(struct plain *p);
/* The mark that is asked for next. */
void plain_say_marks(struct plain *p);

#endif
