/*
 * term.h - the terminal: open, read, blit, close.
 *
 * The program's only way to a screen. Curses does the output and knows the
 * terminal; the input is read and decoded here (input.h). One at a time.
 */
#ifndef PRFAQ_TERM_TERM_H
#define PRFAQ_TERM_TERM_H

#include <stdbool.h>

#include "prfaq/app/event.h"
#include "prfaq/base/error.h"
#include "prfaq/base/status.h"
#include "prfaq/surface/surface.h"

struct pf_term;

struct pf_term_options {
	int in, out;      /* descriptors of the terminal, as 0 and 1 */
	const char *name; /* $TERM; NULL or "" is none */
	bool no_color;    /* $NO_COLOR is set and not empty */
	bool no_mouse;    /* leave the mouse to the terminal's own selection */
};

/*
 * Raw mode, alternate screen, bracketed paste, mouse; catches HUP, TERM, INT,
 * TSTP, CONT, WINCH (as events) and ABRT, SEGV, BUS, FPE, ILL (restores the terminal, then
 * dies of it). Needs setlocale(LC_CTYPE, "") done before. On failure *out is NULL and the
 * terminal as before: PF_ERR_IO when `in` or `out` is no terminal, PF_ERR_INVALID when it
 * cannot address its cursor (TERM=dumb, unknown, unset). The message says what to do instead.
 */
PF_MUST_USE enum pf_status pf_term_open(struct pf_term **out, const struct pf_term_options *options,
					struct pf_error *err);
/* Restores the terminal and the signals; NULL is allowed. */
void pf_term_close(struct pf_term *term);
/* Puts the open terminal, if any, back as it was; safe in a signal handler and in the hook of
 * pf_mem_on_exhausted. May be called twice. The term is not freed. */
void pf_term_restore(void);

void pf_term_size(const struct pf_term *term, int *rows, int *cols);

/*
 * Waits for the next event, at most `timeout_ms` (-1: for ever), and fills *out, which the
 * caller releases. PF_EVENT_TICK when the time is over. PF_ERR_IO when the terminal is gone
 * (end of file, hang-up): save and leave.
 */
PF_MUST_USE enum pf_status pf_term_read(struct pf_term *term, int timeout_ms, struct pf_event *out);
/* True when input or a signal waits: pf_term_read would not block. Paint, then check later. */
bool pf_term_ready(struct pf_term *term);

/* Sends the cells that changed since the last blit. A surface smaller or larger than the
 * screen is blanks or cut. Never sends a control from a cell. */
void pf_term_blit(struct pf_term *term, const struct pf_surface *surface);
/* The next blit sends everything: after PF_SIGNAL_CONT, or when asked to (C-l). */
void pf_term_repaint(struct pf_term *term);
void pf_term_bell(struct pf_term *term);
/* Restores the terminal, stops the process (as C-z does), and takes the terminal again when it
 * goes on; then PF_SIGNAL_CONT is read. */
void pf_term_suspend(struct pf_term *term);

#endif
