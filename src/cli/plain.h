/*
 * plain.h - the same interview line by line, for screen readers, pipes and
 * scripts: no cursor addressing, no colours, the same records.
 *
 * A line that begins with "/" is a command (/help lists them); any other line
 * is a question, a line of the draft, or a reply, as the step asks. A line of
 * text that begins with "/" is typed "//".
 */
#ifndef SRC_CLI_PLAIN_H
#define SRC_CLI_PLAIN_H

#include "loop.h"

enum pf_exit plain_begin(struct room *room, const struct opening *opening);
enum pf_exit plain_resume(struct room *room, const char *id);

#endif
