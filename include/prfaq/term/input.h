/*
 * input.h - what the terminal sends, as events. Pure: bytes in, events out.
 *
 * Understands UTF-8, the sequences of xterm and its kin (also in their CSI u
 * and modifyOtherKeys forms), SGR mouse, bracketed paste, and
 * what terminfo adds. Bytes may be cut anywhere. A broken sequence is dropped
 * and never eats the key after it: a byte that cannot go on begins anew.
 */
#ifndef PRFAQ_TERM_INPUT_H
#define PRFAQ_TERM_INPUT_H

#include <stdbool.h>

#include "prfaq/app/event.h"
#include "prfaq/base/slice.h"

#define PF_INPUT_ESC_MS    25          /* how long a lone ESC may wait for its followers */
#define PF_INPUT_PASTE_MS  5000        /* how long a paste may pause */
#define PF_INPUT_PASTE_MAX (32u << 20) /* bytes; what is over is dropped, to the end mark */

struct pf_input;

struct pf_input *pf_input_new(void);
void pf_input_free(struct pf_input *in); /* NULL is allowed */

/* Adds a key's sequence, as from terminfo; the built-in ones win. Left out: the empty
 * sequence, one longer than 31 bytes, one that begins with a printable byte. */
void pf_input_add(struct pf_input *in, const char *sequence, struct pf_key key);

/* Takes bytes in; all of them. */
void pf_input_feed(struct pf_input *in, struct pf_slice bytes);
/* The next whole event, owned by the caller from here on; false when there is none (yet). */
PF_MUST_USE bool pf_input_next(struct pf_input *in, struct pf_event *out);
/* True when bytes wait that could be the start of a sequence: wait PF_INPUT_ESC_MS for more
 * and then call pf_input_flush. False inside a paste. */
bool pf_input_waiting(const struct pf_input *in);
/* True inside a paste whose end mark has not come. After PF_INPUT_PASTE_MS without a byte it
 * is lost: pf_input_flush then ends the paste, or no key would ever arrive again. */
bool pf_input_pasting(const struct pf_input *in);
/* Nothing came: a lone ESC is the key Esc, an open paste is whole, what else waits is taken as
 * it stands. */
void pf_input_flush(struct pf_input *in);

#endif
