/*
 * screen.h - output through curses, which stays behind this header.
 */
#ifndef PRFAQ_TERM_SCREEN_H
#define PRFAQ_TERM_SCREEN_H

#include "prfaq/base/buf.h"
#include "prfaq/term/input.h"
#include "prfaq/term/term.h"

struct pf_screen;

/* Takes the terminal: raw mode, alternate screen. Errors as pf_term_open. */
PF_MUST_USE enum pf_status
pf_screen_open(struct pf_screen **out, const struct pf_term_options *options, struct pf_error *err);
/* Gives it back and frees; NULL is allowed. */
void pf_screen_close(struct pf_screen *screen);
/* Gives it back for a while, and takes it again. */
void pf_screen_leave(struct pf_screen *screen);
void pf_screen_enter(struct pf_screen *screen);
/* Asks the kernel for the size and keeps to it. */
void pf_screen_measure(struct pf_screen *screen);
void pf_screen_size(const struct pf_screen *screen, int *rows, int *cols);
void pf_screen_blit(struct pf_screen *screen, const struct pf_surface *surface);
void pf_screen_repaint(struct pf_screen *screen);
void pf_screen_bell(struct pf_screen *screen);
/* Appends what must be sent to leave the screen as it was. */
void pf_screen_farewell(const struct pf_screen *screen, struct pf_buf *out);
/* Gives the decoder the keys that terminfo knows. */
void pf_screen_keys(struct pf_input *in);

#endif
