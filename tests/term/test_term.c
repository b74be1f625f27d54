/* The terminal against a real emulator: a pty, our bytes into libvterm, its screen compared. */
#define _XOPEN_SOURCE   700
#define _DEFAULT_SOURCE /* struct winsize */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <vterm.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/rng.h"
#include "prfaq/term/term.h"

/* One pty with an emulator at its far end. */
struct rig {
	int master, slave;
	int rows, cols;
	VTerm *vt;
	VTermScreen *screen;
	struct pf_buf sent; /* all bytes the program sent */
	struct termios before;
	struct pf_term *term;
};

static void set_size(struct rig *rig, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	rig->rows = rows;
	rig->cols = cols;
	assert_int_equal(ioctl(rig->slave, TIOCSWINSZ, &size), 0);
	if (rig->vt)
		vterm_set_size(rig->vt, rows, cols);
}

static void rig_open(struct rig *rig, int rows, int cols)
{
	*rig = (struct rig){0};
	rig->master = posix_openpt(O_RDWR | O_NOCTTY);
	assert_true(rig->master >= 0);
	assert_int_equal(grantpt(rig->master), 0);
	assert_int_equal(unlockpt(rig->master), 0);
	rig->slave = open(ptsname(rig->master), O_RDWR | O_NOCTTY);
	assert_true(rig->slave >= 0);
	fcntl(rig->master, F_SETFL, O_NONBLOCK);
	set_size(rig, rows, cols);
	tcgetattr(rig->slave, &rig->before);
	rig->vt = vterm_new(rows, cols);
	vterm_set_utf8(rig->vt, 1);
	rig->screen = vterm_obtain_screen(rig->vt);
	vterm_screen_enable_altscreen(rig->screen, 1);
	vterm_screen_reset(rig->screen, 1);
}

/* Gives the emulator what was sent so far. */
static void settle(struct rig *rig)
{
	char bytes[65536];
	ssize_t n;

	while ((n = read(rig->master, bytes, sizeof(bytes))) > 0) {
		pf_buf_add(&rig->sent, bytes, (size_t)n);
		vterm_input_write(rig->vt, bytes, (size_t)n);
	}
	vterm_screen_flush_damage(rig->screen);
}

static enum pf_status start(struct rig *rig, const char *name, bool no_color, struct pf_error *err)
{
	struct pf_term_options o = {
		.in = rig->slave, .out = rig->slave, .name = name, .no_color = no_color};
	enum pf_status status = pf_term_open(&rig->term, &o, err);

	settle(rig);
	return status;
}

static void rig_close(struct rig *rig)
{
	struct termios after;

	pf_term_close(rig->term);
	settle(rig);
	tcgetattr(rig->slave, &after);
	assert_int_equal(after.c_lflag, rig->before.c_lflag);
	assert_int_equal(after.c_iflag, rig->before.c_iflag);
	assert_int_equal(after.c_oflag, rig->before.c_oflag);
	vterm_free(rig->vt);
	close(rig->slave);
	close(rig->master);
	pf_buf_release(&rig->sent);
}

static bool was_sent(const struct rig *rig, const char *bytes)
{
	struct pf_slice all = pf_buf_view(&rig->sent);

	return pf_slice_find(all, pf_slice_of(bytes)) < all.len;
}

/* The emulator shows the surface: each character, its marks, its width. */
static void assert_shows(struct rig *rig, const struct pf_surface *s)
{
	for (int row = 0; row < rig->rows && row < s->rows; row++) {
		for (int col = 0; col < rig->cols && col < s->cols; col++) {
			const struct pf_cell *want = pf_surface_at(s, row, col);
			VTermScreenCell got;

			if (!want->width)
				continue;
			vterm_screen_get_cell(rig->screen, (VTermPos){row, col}, &got);
			assert_int_equal(got.chars[0] ? got.chars[0] : ' ', want->rune);
			assert_int_equal(got.width, want->width);
			for (int i = 0; i < PF_CELL_MARKS && want->marks[i]; i++)
				assert_int_equal(got.chars[i + 1], want->marks[i]);
		}
	}
}

static const char hostile[] = "esc \x1b]0;x\x07 c1 \xC2\x9B"
			      "A bidi \xE2\x80\xAE bad \xFF nul";

static void paint(struct pf_surface *s)
{
	pf_surface_box(s, pf_surface_bounds(s), PF_SLICE("A box"), PF_STYLE_FRAME);
	pf_surface_puts(s, 1, 1, "日本語 e\xCC\x81 plain", PF_STYLE_HEADING);
	pf_surface_puts(s, 2, 1, hostile, PF_STYLE_BAD);
	for (int i = 0; i < PF_STYLE_COUNT; i++)
		pf_surface_puts(s, 3 + i / 20, 1 + i % 20, "x", (enum pf_style)i);
	pf_surface_cursor(s, 1, 3);
}

static void check_blit(const char *name, bool no_color, int rows, int cols)
{
	struct rig rig;
	struct pf_surface s = {0};
	struct pf_error err = {0};
	VTermPos cursor;

	rig_open(&rig, rows, cols);
	assert_int_equal(start(&rig, name, no_color, &err), PF_OK);
	pf_surface_init(&s, rows, cols);
	paint(&s);
	pf_term_blit(rig.term, &s);
	settle(&rig);
	assert_shows(&rig, &s);
	vterm_state_get_cursorpos(vterm_obtain_state(rig.vt), &cursor);
	if (s.cursor_shown) {
		assert_int_equal(cursor.row, s.cursor_row);
		assert_int_equal(cursor.col, s.cursor_col);
	}
	assert_false(was_sent(&rig, "]0;x\x07"));
	assert_false(was_sent(&rig, "\xC2\x9B"));
	assert_false(was_sent(&rig, "\xE2\x80\xAE"));
	pf_surface_release(&s);
	rig_close(&rig);
}

static void test_the_emulator_shows_what_was_painted(void **state)
{
	(void)state;
	check_blit("xterm-256color", false, 24, 80);
	check_blit("xterm-256color", true, 24, 80);
	check_blit("xterm", false, 10, 40);
	check_blit("linux", false, 24, 80);
	check_blit("vt100", false, 24, 80);
	check_blit("xterm-256color", false, 5, 20);
	check_blit("xterm-256color", false, 1, 1);
	check_blit("xterm-256color", false, 2, 1);
	check_blit("xterm-256color", false, 1, 2);
}

static void test_no_color_sends_none(void **state)
{
	struct rig rig;
	struct pf_surface s = {0};

	(void)state;
	for (int no_color = 0; no_color < 2; no_color++) {
		rig_open(&rig, 10, 40);
		assert_int_equal(start(&rig, "xterm-256color", no_color, NULL), PF_OK);
		pf_surface_init(&s, 10, 40);
		paint(&s);
		pf_term_blit(rig.term, &s);
		settle(&rig);
		assert_int_equal(was_sent(&rig, "38;5;"), !no_color);
		pf_surface_release(&s);
		rig_close(&rig);
	}
}

/* Some terminals draw a family, a red heart or a tinted thumb in fewer or more columns than its
 * runes have. What joins them is not sent, so that all agree on where the rest of the row stands.
 */
static void test_what_terminals_may_join_is_sent_apart(void **state)
{
	static const char family[] = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";
	static const char heart[] = "\xE2\x9D\xA4\xEF\xB8\x8F";
	static const char thumb[] = "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD";
	struct rig rig;
	struct pf_surface s = {0};

	(void)state;
	rig_open(&rig, 5, 20);
	assert_int_equal(start(&rig, "xterm-256color", false, NULL), PF_OK);
	pf_surface_init(&s, 5, 20);
	pf_surface_puts(&s, 1, 0, family, PF_STYLE_PLAIN);
	pf_surface_puts(&s, 2, 0, heart, PF_STYLE_PLAIN);
	pf_surface_puts(&s, 3, 0, thumb, PF_STYLE_PLAIN);
	pf_term_blit(rig.term, &s);
	settle(&rig);
	assert_true(was_sent(&rig, "\xF0\x9F\x91\xA9\xF0\x9F\x91\xA7"));
	assert_true(was_sent(&rig, "\xE2\x9D\xA4"));
	assert_true(was_sent(&rig, "\xF0\x9F\x91\x8D"));
	assert_false(was_sent(&rig, "\xE2\x80\x8D"));
	assert_false(was_sent(&rig, "\xEF\xB8\x8F"));
	assert_false(was_sent(&rig, "\xF0\x9F\x8F\xBD"));
	pf_surface_release(&s);
	rig_close(&rig);
}

/* Random screens one after another, of random sizes: what is sent as changes adds up. */
static void test_changes_add_up(void **state)
{
	static const char *const words[] = {"word", "日本", "e\xCC\x81", "   ",
					    "\t",   "|",    "\x1b[2J"};
	struct rig rig;
	struct pf_surface s = {0};
	struct pf_rng rng = {21};

	(void)state;
	rig_open(&rig, 12, 40);
	assert_int_equal(start(&rig, "xterm-256color", false, NULL), PF_OK);
	pf_surface_init(&s, 12, 40);
	for (int i = 0; i < 300; i++) {
		if (i % 40 == 39)
			pf_surface_clear(&s);
		for (int k = 0; k < 4; k++)
			pf_surface_puts(&s, (int)pf_rng_below(&rng, 12),
					(int)pf_rng_below(&rng, 44) - 2,
					words[pf_rng_below(&rng, 7)],
					(enum pf_style)pf_rng_below(&rng, PF_STYLE_COUNT));
		/* libvterm 0.1 misplaces a mark that comes while its cursor waits to wrap. */
		pf_surface_fill(&s, pf_rect_make(0, 39, 12, 1), '|', PF_STYLE_FRAME);
		pf_term_blit(rig.term, &s);
		settle(&rig);
		assert_shows(&rig, &s);
	}
	/* Nothing new, nothing sent. */
	pf_buf_clear(&rig.sent);
	pf_term_blit(rig.term, &s);
	settle(&rig);
	assert_int_equal(rig.sent.len, 0);
	pf_surface_release(&s);
	rig_close(&rig);
}

/* The next event that is no tick, resize and focus included. */
static enum pf_event_type next_event(struct rig *rig, struct pf_event *out)
{
	assert_int_equal(pf_term_read(rig->term, 2000, out), PF_OK);
	return out->type;
}

static void type(struct rig *rig, struct pf_slice bytes)
{
	assert_int_equal(write(rig->master, bytes.ptr, bytes.len), (ssize_t)bytes.len);
}

static void test_keys_pastes_and_resizes_arrive(void **state)
{
	struct rig rig;
	struct pf_event e;

	(void)state;
	rig_open(&rig, 24, 80);
	assert_int_equal(start(&rig, "xterm-256color", false, NULL), PF_OK);
	assert_true(was_sent(&rig, "\x1b[?2004h"));
	assert_true(was_sent(&rig, "\x1b[?1006h"));
	type(&rig, PF_SLICE("a\x1b[A\xFF\x03\x1b[200~two\rlines\x1b[201~\x1b"));
	assert_int_equal(next_event(&rig, &e), PF_EVENT_KEY);
	assert_int_equal(e.key.code, 'a');
	assert_true(pf_term_ready(rig.term));
	assert_int_equal(next_event(&rig, &e), PF_EVENT_KEY);
	assert_int_equal(e.key.code, PF_KEY_UP);
	assert_int_equal(next_event(&rig, &e), PF_EVENT_KEY);
	assert_true(pf_key_equal(e.key, pf_key_make('c', PF_MOD_CTRL)));
	assert_int_equal(next_event(&rig, &e), PF_EVENT_PASTE);
	assert_true(pf_slice_is(pf_buf_view(&e.bytes), "two\rlines"));
	pf_event_release(&e);
	assert_int_equal(next_event(&rig, &e), PF_EVENT_KEY);
	assert_int_equal(e.key.code, PF_KEY_ESC);
	assert_false(pf_term_ready(rig.term));
	assert_int_equal(pf_term_read(rig.term, 0, &e), PF_OK);
	assert_int_equal(e.type, PF_EVENT_TICK);

	set_size(&rig, 5, 20);
	raise(SIGWINCH);
	assert_int_equal(next_event(&rig, &e), PF_EVENT_RESIZE);
	assert_int_equal(e.rows, 5);
	assert_int_equal(e.cols, 20);
	raise(SIGTERM);
	assert_int_equal(next_event(&rig, &e), PF_EVENT_SIGNAL);
	assert_int_equal(e.signal, PF_SIGNAL_TERM);
	rig_close(&rig);
}

static void test_any_size_at_any_moment(void **state)
{
	struct rig rig;
	struct pf_surface s = {0};
	struct pf_rng rng = {4};
	struct pf_event e;

	(void)state;
	rig_open(&rig, 24, 80);
	assert_int_equal(start(&rig, "xterm-256color", false, NULL), PF_OK);
	pf_surface_init(&s, 24, 80);
	for (int i = 0; i < 60; i++) {
		set_size(&rig, 1 + (int)pf_rng_below(&rng, 40), 1 + (int)pf_rng_below(&rng, 120));
		raise(SIGWINCH);
		/* A blit of the old size comes before the event is read. */
		pf_term_blit(rig.term, &s);
		assert_int_equal(next_event(&rig, &e), PF_EVENT_RESIZE);
		assert_int_equal(e.rows, rig.rows);
		assert_int_equal(e.cols, rig.cols);
		pf_surface_resize(&s, e.rows, e.cols);
		paint(&s);
		pf_term_blit(rig.term, &s);
		settle(&rig);
		assert_shows(&rig, &s);
	}
	pf_surface_release(&s);
	rig_close(&rig);
}

static void test_what_is_no_terminal_is_refused_in_words(void **state)
{
	static const char *const names[] = {"dumb", "", "no-such-terminal-at-all", NULL};
	struct pf_error err = {0};
	struct rig rig;
	int fds[2];

	(void)state;
	rig_open(&rig, 24, 80);
	for (int i = 0; i < 4; i++) {
		err = (struct pf_error){0};
		assert_int_equal(start(&rig, names[i], false, &err), PF_ERR_INVALID);
		assert_null(rig.term);
		assert_non_null(strstr(err.message, "--plain"));
	}
	assert_int_equal(rig.sent.len, 0);
	assert_int_equal(pipe(fds), 0);
	struct pf_term_options o = {.in = fds[0], .out = fds[1], .name = "xterm"};

	assert_int_equal(pf_term_open(&rig.term, &o, &err), PF_ERR_IO);
	close(fds[0]);
	close(fds[1]);
	rig_close(&rig);
}

static void test_a_terminal_that_goes_away_is_told(void **state)
{
	struct rig rig;
	struct pf_event e = {0};
	enum pf_status status = PF_OK;
	int spare;

	(void)state;
	rig_open(&rig, 24, 80);
	assert_int_equal(start(&rig, "xterm-256color", false, NULL), PF_OK);
	close(rig.master);
	for (int i = 0; i < 8 && status == PF_OK; i++)
		status = pf_term_read(rig.term, 2000, &e);
	assert_int_equal(status, PF_ERR_IO);
	pf_term_close(rig.term);
	spare = rig.slave;
	vterm_free(rig.vt);
	close(spare);
	pf_buf_release(&rig.sent);
}

static void wait_until(struct rig *rig, pid_t child, int *status, int flags)
{
	while (waitpid(child, status, WNOHANG | flags) == 0) {
		struct pollfd fd = {rig->master, POLLIN, 0};

		poll(&fd, 1, 10);
		settle(rig);
	}
	settle(rig);
}

/* A bug ends the program with its signal, but with the terminal as it was. */
static void test_abort_restores_the_terminal(void **state)
{
	struct rig rig;
	struct termios after;
	int status = 0;
	pid_t child;

	(void)state;
	rig_open(&rig, 24, 80);
	child = fork();
	if (child == 0) {
		struct pf_term_options o = {
			.in = rig.slave, .out = rig.slave, .name = "xterm-256color"};

		if (pf_term_open(&rig.term, &o, NULL) == PF_OK)
			abort();
		_exit(1);
	}
	wait_until(&rig, child, &status, 0);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
	tcgetattr(rig.slave, &after);
	assert_int_equal(after.c_lflag, rig.before.c_lflag);
	assert_true(was_sent(&rig, "\x1b[?2004l"));
	assert_true(was_sent(&rig, "\x1b[?1049l"));
	rig.term = NULL;
	rig_close(&rig);
}

/* The child: suspends itself, and is fine when it reads that it goes on. */
static void suspend_and_go_on(struct rig *rig)
{
	struct pf_term_options o = {.in = rig->slave, .out = rig->slave, .name = "xterm-256color"};
	struct pf_event e = {0};

	/* A group of its own below this one's: else nobody could continue it and it goes on. */
	setpgid(0, 0);
	if (pf_term_open(&rig->term, &o, NULL) != PF_OK)
		_exit(1);
	pf_term_suspend(rig->term);
	if (pf_term_read(rig->term, 2000, &e) != PF_OK || e.type != PF_EVENT_SIGNAL ||
	    e.signal != PF_SIGNAL_CONT)
		_exit(2);
	pf_term_close(rig->term);
	_exit(0);
}

static void test_suspending_gives_the_terminal_back_and_takes_it_again(void **state)
{
	struct rig rig;
	struct termios during;
	int status = 0;
	pid_t child;

	(void)state;
	rig_open(&rig, 24, 80);
	child = fork();
	if (child == 0)
		suspend_and_go_on(&rig);
	wait_until(&rig, child, &status, WUNTRACED);
	if (WIFSTOPPED(status)) {
		tcgetattr(rig.slave, &during);
		assert_int_equal(during.c_lflag, rig.before.c_lflag);
		assert_true(was_sent(&rig, "\x1b[?1049l"));
		assert_true(was_sent(&rig, "\x1b[?2004l"));
		pf_buf_clear(&rig.sent);
		kill(child, SIGCONT);
		wait_until(&rig, child, &status, 0);
		assert_true(was_sent(&rig, "\x1b[?1049h"));
		assert_true(was_sent(&rig, "\x1b[?2004h"));
	}
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	rig_close(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_emulator_shows_what_was_painted),
		cmocka_unit_test(test_no_color_sends_none),
		cmocka_unit_test(test_what_terminals_may_join_is_sent_apart),
		cmocka_unit_test(test_changes_add_up),
		cmocka_unit_test(test_keys_pastes_and_resizes_arrive),
		cmocka_unit_test(test_any_size_at_any_moment),
		cmocka_unit_test(test_what_is_no_terminal_is_refused_in_words),
		cmocka_unit_test(test_a_terminal_that_goes_away_is_told),
		cmocka_unit_test(test_abort_restores_the_terminal),
		cmocka_unit_test(test_suspending_gives_the_terminal_back_and_takes_it_again),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
