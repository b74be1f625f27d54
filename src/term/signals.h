/*
 * signals.h - signals as bytes in a pipe, and the way back for a program that dies.
 *
 * A signal handler has no argument, so here stands the layer's one piece of
 * static state: the pipe, and how the terminal was before.
 */
#ifndef PRFAQ_TERM_SIGNALS_H
#define PRFAQ_TERM_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* Installs the handlers and opens the pipe; false when it cannot (errno). Once at a time. */
bool pf_signals_open(void);
/* Puts the handlers back as they were. */
void pf_signals_close(void);
int pf_signals_fd(void);
/* The next signal's number that came, each once however often; 0 for none. */
int pf_signals_next(void);
/* Lets SIGTSTP stop the process, as if nobody caught it; returns when it goes on.
 * SIGCONT is the next signal in any case. */
void pf_signals_stop(void);

/* From here on pf_term_restore writes `text` to `fd` and sets `before`. */
void pf_restore_arm(int fd, const struct termios *before, const char *text, size_t len);

#endif
