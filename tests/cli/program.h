/*
 * program.h - the real program in a home of its own: run once with its output
 * taken, or kept in a pty with a terminal emulator at the far end.
 *
 * Nothing here sleeps: what is waited for is polled, and PATIENCE ends a wait
 * that would never end. The including file defines _XOPEN_SOURCE 700 and
 * _DEFAULT_SOURCE before its first include (pty, struct winsize).
 */
#ifndef PRFAQ_TESTS_CLI_PROGRAM_H
#define PRFAQ_TESTS_CLI_PROGRAM_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>
#include <vterm.h>

#include "../folder.h"
#include "prfaq/base/buf.h"
#include "prfaq/base/path.h"

enum { PATIENCE_MS = 30000, ARGS_MAX = 16, ENV_MAX = 32 };

/* --- a home ------------------------------------------------------------------ */

/* Writes home/name, making its folders. */
static inline void put_file(const char *home, const char *name, struct pf_slice text)
{
	char path[PF_PATH_MAX], dir[PF_PATH_MAX];
	char *slash;

	pf_path_join(path, home, name);
	memcpy(dir, path, sizeof(dir));
	slash = strrchr(dir, '/');
	*slash = '\0';
	assert_int_equal(pf_path_make(dir, NULL), PF_OK);
	assert_int_equal(pf_file_write(path, text, NULL), PF_OK);
}

/* The environment of the program: nothing of the caller's but what sanitizers and the loader
 * need. `more` ("NAME=value", NULL-ended, may be NULL) comes first and so wins. */
struct env {
	char *v[ENV_MAX];
	size_t n;
};

static inline void env_add(struct env *env, const char *name, const char *value)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < env->n; i++)
		if (!strncmp(env->v[i], name, len) && env->v[i][len] == '=')
			return;
	assert_true(env->n < ENV_MAX - 1);
	env->v[env->n] = malloc(len + strlen(value) + 2);
	assert_non_null(env->v[env->n]);
	sprintf(env->v[env->n++], "%s=%s", name, value);
}

static inline void env_make(struct env *env, const char *home, const char *const *more)
{
	static const char *const kept[] = {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS",
					   "LD_LIBRARY_PATH"};
	char path[PF_PATH_MAX];

	*env = (struct env){.n = 0};
	for (; more && *more; more++) {
		char name[64];
		size_t len = strcspn(*more, "=");

		snprintf(name, sizeof(name), "%.*s", (int)len, *more);
		env_add(env, name, *more + len + 1);
	}
	env_add(env, "HOME", home);
	env_add(env, "XDG_DATA_HOME", pf_path_join(path, home, "data"));
	env_add(env, "XDG_CONFIG_HOME", pf_path_join(path, home, "config"));
	env_add(env, "TMPDIR", home);
	env_add(env, "TZ", "UTC");
	env_add(env, "LC_ALL", "C.UTF-8");
	env_add(env, "TERM", "xterm-256color");
	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
		if (getenv(kept[i]))
			env_add(env, kept[i], getenv(kept[i]));
}

static inline void env_release(struct env *env)
{
	for (size_t i = 0; i < env->n; i++)
		free(env->v[i]);
	env->n = 0;
}

/* "check --why x.md" cut at blanks; 'single quotes' keep them. */
static inline void words_of(const char *line, char *store, char *argv[ARGS_MAX])
{
	int n = 0;
	static char program[] = "prfaq";

	argv[n++] = program;
	while (*line) {
		bool quoted;

		line += strspn(line, " ");
		if (!*line)
			break;
		assert_true(n < ARGS_MAX - 1);
		argv[n++] = store;
		quoted = *line == '\'';
		line += quoted;
		while (*line && (quoted ? *line != '\'' : *line != ' '))
			*store++ = *line++;
		line += *line != '\0';
		*store++ = '\0';
	}
	argv[n] = NULL;
}

static inline int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* --- once --------------------------------------------------------------------- */

struct ran {
	int code; /* -1: ended by a signal */
	struct pf_buf out, err;
};

static inline void ran_release(struct ran *r)
{
	pf_buf_release(&r->out);
	pf_buf_release(&r->err);
}

static inline bool has(const struct pf_buf *text, const char *part)
{
	return strstr(text->len ? text->ptr : "", part) != NULL;
}

static inline void child_becomes(const char *home, const char *const *more, const char *line)
{
	struct env env;
	char store[2048], *argv[ARGS_MAX];

	words_of(line, store, argv);
	env_make(&env, home, more);
	env.v[env.n] = NULL;
	if (chdir(home))
		_exit(126);
	execve(PF_PROGRAM, argv, env.v);
	_exit(127);
}

static inline void take(int *fd, struct pf_buf *out)
{
	char bytes[65536];
	ssize_t n = read(*fd, bytes, sizeof(bytes));

	if (n > 0) {
		pf_buf_add(out, bytes, (size_t)n);
	} else if (n == 0 || errno != EINTR) {
		close(*fd);
		*fd = -1;
	}
}

/* Feeds the input and takes both outputs until they end. `in` < 0: nothing more to feed. */
static inline void talk_to(int in, int out, int err, struct pf_slice input, struct ran *r)
{
	int64_t end = now_ms() + PATIENCE_MS;

	while (out >= 0 || err >= 0) {
		struct pollfd fds[3] = {{out, POLLIN, 0}, {err, POLLIN, 0}, {in, POLLOUT, 0}};

		if (now_ms() > end)
			fail_msg("the program does not end");
		if (poll(fds, 3, 1000) <= 0)
			continue;
		if (out >= 0 && fds[0].revents)
			take(&out, &r->out);
		if (err >= 0 && fds[1].revents)
			take(&err, &r->err);
		if (in >= 0 && fds[2].revents) {
			ssize_t n = write(in, input.ptr, input.len < 4096 ? input.len : 4096);

			input = pf_slice_cut(input, n > 0 ? (size_t)n : 0, input.len);
			if (n < 0 || !input.len) {
				close(in);
				in = -1;
			}
		}
	}
	if (in >= 0)
		close(in);
}

/* Runs `prfaq LINE` in `home` with `input`. `to` (may be NULL): a file that takes the place of
 * standard output. The caller releases *r. */
static inline void run_with(struct ran *r, const char *home, const char *const *more,
			    struct pf_slice input, const char *to, const char *line)
{
	int in[2], out[2], err[2], status = 0;
	pid_t pid;

	*r = (struct ran){.code = -1};
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(in) | pipe(out) | pipe(err), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (!pid) {
		signal(SIGPIPE, SIG_DFL);
		dup2(in[0], STDIN_FILENO);
		dup2(to ? open(to, O_WRONLY) : out[1], STDOUT_FILENO);
		dup2(err[1], STDERR_FILENO);
		for (int fd = 3; fd < 64; fd++)
			close(fd);
		child_becomes(home, more, line);
	}
	close(in[0]);
	close(out[1]);
	close(err[1]);
	if (!input.len) {
		close(in[1]);
		in[1] = -1;
	}
	talk_to(in[1], out[0], err[0], input, r);
	waitpid(pid, &status, 0);
	if (WIFEXITED(status))
		r->code = WEXITSTATUS(status);
	pf_buf_cstr(&r->out);
	pf_buf_cstr(&r->err);
}

static inline void run(struct ran *r, const char *home, const char *line)
{
	run_with(r, home, NULL, PF_SLICE(""), NULL, line);
}

/* Runs it and fails, showing what it said, unless it ended with `code`. */
static inline void run_expect(struct ran *r, const char *home, int code, const char *line)
{
	run(r, home, line);
	if (r->code != code)
		fail_msg("prfaq %s: exit code %d, not %d\nout: %s\nerr: %s", line, r->code, code,
			 pf_buf_cstr(&r->out), pf_buf_cstr(&r->err));
}

/* What was printed, parsed by another reader of JSON; the run is released. The caller calls
 * json_decref. */
static inline json_t *ran_json(struct ran *r)
{
	json_error_t err;
	json_t *j = json_loadb(r->out.ptr, r->out.len, JSON_REJECT_DUPLICATES, &err);

	if (!j)
		fail_msg("no JSON: %s at %d: %.300s", err.text, err.position, r->out.ptr);
	ran_release(r);
	return j;
}

/* --- on a terminal -------------------------------------------------------------- */

struct tty {
	int master;
	pid_t pid; /* 0 when it has ended */
	int code;  /* then; -1 for a signal */
	int rows, cols;
	VTerm *vt;
	VTermScreen *screen;
	bool blind;         /* what comes is read and dropped */
	struct pf_buf text; /* of the last tty_text */
};

static inline void tty_size(struct tty *t, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	t->rows = rows;
	t->cols = cols;
	if (t->vt)
		vterm_set_size(t->vt, rows, cols);
	assert_int_equal(ioctl(t->master, TIOCSWINSZ, &size), 0);
}

static inline void tty_open_with(struct tty *t, const char *home, const char *const *more, int rows,
				 int cols, const char *line)
{
	int slave;

	*t = (struct tty){.master = posix_openpt(O_RDWR | O_NOCTTY)};
	assert_true(t->master >= 0);
	assert_int_equal(grantpt(t->master) | unlockpt(t->master), 0);
	slave = open(ptsname(t->master), O_RDWR | O_NOCTTY);
	assert_true(slave >= 0);
	tty_size(t, rows, cols);
	t->vt = vterm_new(rows, cols);
	vterm_set_utf8(t->vt, 1);
	t->screen = vterm_obtain_screen(t->vt);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
	t->pid = fork();
	assert_true(t->pid >= 0);
	if (!t->pid) {
		setsid();
		ioctl(slave, TIOCSCTTY, 0);
		dup2(slave, STDIN_FILENO);
		dup2(slave, STDOUT_FILENO);
		dup2(slave, STDERR_FILENO);
		for (int fd = 3; fd < 64; fd++)
			close(fd);
		child_becomes(home, more, line);
	}
	close(slave);
	fcntl(t->master, F_SETFL, O_NONBLOCK);
}

static inline void tty_open(struct tty *t, const char *home, int rows, int cols, const char *line)
{
	tty_open_with(t, home, NULL, rows, cols, line);
}

static inline void tty_reap(struct tty *t, int flags)
{
	int status;

	if (t->pid && waitpid(t->pid, &status, flags) == t->pid) {
		t->pid = 0;
		t->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	}
}

/* Gives the emulator what comes within `ms`. False when nothing came. */
static inline bool tty_pump(struct tty *t, int ms)
{
	struct pollfd fd = {t->master, POLLIN, 0};
	char bytes[65536];
	ssize_t n;
	bool any = false;

	if (poll(&fd, 1, ms) <= 0)
		return false;
	while ((n = read(t->master, bytes, sizeof(bytes))) > 0) {
		if (!t->blind)
			vterm_input_write(t->vt, bytes, (size_t)n);
		any = true;
	}
	vterm_screen_flush_damage(t->screen);
	return any;
}

/* The screen as lines of text. Lives until the next call. */
static inline const char *tty_text(struct tty *t)
{
	pf_buf_clear(&t->text);
	for (int row = 0; row < t->rows; row++) {
		for (int col = 0; col < t->cols; col++) {
			VTermScreenCell cell;

			vterm_screen_get_cell(t->screen, (VTermPos){row, col}, &cell);
			if (cell.chars[0] == UINT32_MAX)
				continue;
			pf_buf_rune(&t->text, cell.chars[0] ? cell.chars[0] : ' ');
			for (int i = 1; cell.chars[0] && i < VTERM_MAX_CHARS_PER_CELL; i++) {
				if (!cell.chars[i])
					break;
				pf_buf_rune(&t->text, cell.chars[i]);
			}
		}
		while (t->text.len && t->text.ptr[t->text.len - 1] == ' ')
			t->text.ptr[--t->text.len] = '\0';
		pf_buf_byte(&t->text, '\n');
	}
	return pf_buf_cstr(&t->text);
}

static inline bool tty_shows(struct tty *t, const char *part)
{
	return strstr(tty_text(t), part) != NULL;
}

/* cmocka cuts a message at a kilobyte: a screen is longer. */
#define tty_fail(t, ...)                                           \
	do {                                                       \
		fprintf(stderr, "the screen:\n%s\n", tty_text(t)); \
		fail_msg(__VA_ARGS__);                             \
	} while (0)

/* Until the screen shows `part` (or, with `gone`, no longer does). */
static inline void tty_wait_for(struct tty *t, const char *part, bool gone)
{
	int64_t end = now_ms() + PATIENCE_MS;

	while (tty_shows(t, part) == gone) {
		if (tty_pump(t, 200))
			continue;
		tty_reap(t, WNOHANG);
		if (!t->pid && tty_pump(t, 0))
			continue;
		if (!t->pid || now_ms() > end)
			tty_fail(t, "%s \"%s\"%s", gone ? "still" : "no", part,
				 t->pid ? "" : ", and the program ended");
	}
	while (tty_pump(t, 5)) /* the rest of the frame */
		;
}

static inline void tty_wait(struct tty *t, const char *part)
{
	tty_wait_for(t, part, false);
}

/* All of the bytes, while taking what comes back: neither side may block the other. What a program
 * has not read when it ends is nobody's. */
static inline void tty_send(struct tty *t, struct pf_slice bytes)
{
	int64_t end = now_ms() + PATIENCE_MS;

	while (bytes.len && t->pid) {
		ssize_t n = write(t->master, bytes.ptr, bytes.len < 1024 ? bytes.len : 1024);

		if (n > 0)
			bytes = pf_slice_cut(bytes, (size_t)n, bytes.len);
		else if ((errno != EAGAIN && errno != EINTR) || now_ms() > end)
			tty_fail(t, "the terminal does not take keys");
		else
			tty_reap(t, WNOHANG);
		tty_pump(t, n > 0 ? 0 : 50);
	}
}

static inline void tty_type(struct tty *t, const char *keys)
{
	tty_send(t, pf_slice_of(keys));
}

/* Keys, then what they must bring on the screen. */
static inline void tty_do(struct tty *t, const char *keys, const char *then)
{
	tty_type(t, keys);
	tty_wait(t, then);
}

static inline void tty_paste(struct tty *t, struct pf_slice text)
{
	tty_type(t, "\x1b[200~");
	tty_send(t, text);
	tty_type(t, "\x1b[201~");
}

/* Waits for the end of the program; its exit code. */
static inline int tty_ended(struct tty *t)
{
	int64_t end = now_ms() + PATIENCE_MS;

	while (t->pid) {
		tty_pump(t, 20);
		tty_reap(t, WNOHANG);
		if (now_ms() > end)
			tty_fail(t, "the program does not end");
	}
	tty_pump(t, 0); /* what it wrote between the last look and its end */
	return t->code;
}

static inline void tty_close(struct tty *t)
{
	if (t->pid)
		kill(t->pid, SIGKILL);
	tty_reap(t, 0);
	close(t->master);
	vterm_free(t->vt);
	pf_buf_release(&t->text);
}

#define ENTER     "\r"
#define ESCAPE    "\x1b"
#define UP        "\x1b[A"
#define DOWN      "\x1b[B"
#define RIGHT     "\x1b[C"
#define LEFT      "\x1b[D"
#define C(letter) ((const char[]){(letter)&31, '\0'})

#endif
