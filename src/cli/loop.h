/*
 * loop.h - the screens on a terminal: wait, update, carry out, paint.
 */
#ifndef SRC_CLI_LOOP_H
#define SRC_CLI_LOOP_H

#include "room.h"

/* What to open first. Zeroed: the home screen. */
struct opening {
	const struct pf_prompt *prompt; /* with a plan: start at once */
	const struct pf_plan *plan;
	bool strict;
	int role, level;
	const char *resume; /* id of an open attempt */
	const char *review; /* id of any attempt */
};

/* A room that was only entered is furnished after the first paint. */
enum pf_exit loop_run(struct room *room, const struct opening *opening);

#endif
