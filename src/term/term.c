#include "prfaq/term/term.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "prfaq/base/mem.h"
#include "prfaq/term/input.h"
#include "screen.h"
#include "signals.h"

#define READ_SIZE 65536

struct pf_term {
	struct pf_screen *screen;
	struct pf_input *input;
	int in;
	struct termios before;
	int paste_idle_ms; /* since the last byte of an open paste */
	bool more;         /* the decoder may hold another whole event */
	bool gone;         /* end of file, or an error of the descriptor */
	char bytes[READ_SIZE];
};

static void arm(struct pf_term *term, int fd)
{
	struct pf_buf farewell = {0};

	pf_screen_farewell(term->screen, &farewell);
	pf_restore_arm(fd, &term->before, farewell.ptr ? farewell.ptr : "", farewell.len);
	pf_buf_release(&farewell);
}

enum pf_status pf_term_open(struct pf_term **out, const struct pf_term_options *options,
			    struct pf_error *err)
{
	struct pf_term *term = pf_xcalloc(1, sizeof(*term));
	enum pf_status status;

	*out = NULL;
	term->in = options->in;
	tcgetattr(options->out, &term->before);
	status = pf_screen_open(&term->screen, options, err);
	/* After curses, which has handlers of its own. */
	if (status == PF_OK && !pf_signals_open())
		status = pf_error_set(err, PF_ERR_IO, "no pipe for signals: %s", strerror(errno));
	if (status != PF_OK) {
		pf_screen_close(term->screen);
		free(term);
		return status;
	}
	arm(term, options->out);
	term->input = pf_input_new();
	pf_screen_keys(term->input);
	*out = term;
	return PF_OK;
}

void pf_term_close(struct pf_term *term)
{
	if (!term)
		return;
	pf_screen_close(term->screen);
	pf_term_restore();
	pf_signals_close();
	pf_input_free(term->input);
	free(term);
}

void pf_term_size(const struct pf_term *term, int *rows, int *cols)
{
	pf_screen_size(term->screen, rows, cols);
}

void pf_term_blit(struct pf_term *term, const struct pf_surface *surface)
{
	pf_screen_blit(term->screen, surface);
}

void pf_term_repaint(struct pf_term *term)
{
	pf_screen_repaint(term->screen);
}

void pf_term_bell(struct pf_term *term)
{
	pf_screen_bell(term->screen);
}

void pf_term_suspend(struct pf_term *term)
{
	pf_screen_leave(term->screen);
	pf_signals_stop();
	/* SIGCONT came in between: reading it takes the terminal again. */
}

/* --- reading -------------------------------------------------------------------------- */

static bool signal_event(struct pf_term *term, struct pf_event *out)
{
	int number = pf_signals_next();

	*out = (struct pf_event){.type = PF_EVENT_SIGNAL};
	switch (number) {
	case SIGHUP: out->signal = PF_SIGNAL_HUP; return true;
	case SIGTERM: out->signal = PF_SIGNAL_TERM; return true;
	case SIGINT: out->signal = PF_SIGNAL_INT; return true;
	case SIGTSTP: out->signal = PF_SIGNAL_TSTP; return true;
	case SIGCONT:
		/* Whoever ran meanwhile may have left the terminal in any state. */
		pf_screen_enter(term->screen);
		out->signal = PF_SIGNAL_CONT;
		return true;
	case SIGWINCH:
		pf_screen_measure(term->screen);
		out->type = PF_EVENT_RESIZE;
		pf_screen_size(term->screen, &out->rows, &out->cols);
		return true;
	default: *out = (struct pf_event){0}; return false;
	}
}

/* Waits for bytes or a signal and takes the bytes in. False when the time was over. */
static bool wait_for_bytes(struct pf_term *term, int timeout_ms)
{
	struct pollfd fds[2] = {{term->in, POLLIN, 0}, {pf_signals_fd(), POLLIN, 0}};
	int n = poll(fds, 2, timeout_ms);
	ssize_t got;

	if (n == 0)
		return false;
	if (n < 0) {
		term->gone = errno != EINTR && errno != EAGAIN;
		return true;
	}
	if (!fds[0].revents)
		return true;
	got = read(term->in, term->bytes, sizeof(term->bytes));
	term->more = got > 0;
	term->paste_idle_ms = 0;
	if (got > 0)
		pf_input_feed(term->input, pf_slice_make(term->bytes, (size_t)got));
	else if (got == 0 || (errno != EINTR && errno != EAGAIN))
		term->gone = true;
	return true;
}

/* How long to wait at most before what the decoder holds must be taken as it stands; -1: it
 * holds nothing. */
static int patience(const struct pf_term *term)
{
	if (pf_input_waiting(term->input))
		return PF_INPUT_ESC_MS;
	if (pf_input_pasting(term->input))
		return PF_INPUT_PASTE_MS - term->paste_idle_ms;
	return -1;
}

enum pf_status pf_term_read(struct pf_term *term, int timeout_ms, struct pf_event *out)
{
	for (;;) {
		int wait, hold;

		/* A signal goes before keys: it may say that there is no screen any more. */
		if (signal_event(term, out) || pf_input_next(term->input, out))
			return PF_OK;
		term->more = false;
		if (term->gone)
			return PF_ERR_IO;
		hold = patience(term);
		wait = hold >= 0 && (timeout_ms < 0 || timeout_ms > hold) ? hold : timeout_ms;
		if (wait_for_bytes(term, wait))
			continue;
		term->paste_idle_ms += wait > 0 ? wait : 0;
		if (hold >= 0 && wait == hold) {
			pf_input_flush(term->input);
			timeout_ms -= timeout_ms < 0 ? 0 : wait;
		} else {
			*out = (struct pf_event){.type = PF_EVENT_TICK};
			return PF_OK;
		}
	}
}

bool pf_term_ready(struct pf_term *term)
{
	struct pollfd fds[2] = {{term->in, POLLIN, 0}, {pf_signals_fd(), POLLIN, 0}};

	return term->more || term->gone || poll(fds, 2, 0) > 0;
}
