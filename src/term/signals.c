#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "prfaq/base/path.h"
#include "prfaq/term/term.h"

#define TEXT_MAX 512

static const int caught[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGWINCH};
static const int fatal[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
enum { CAUGHT = sizeof(caught) / sizeof(*caught), FATAL = sizeof(fatal) / sizeof(*fatal) };

/* The only state that is not a parameter: handlers get none. */
static struct {
	int read_fd, write_fd;
	struct sigaction before[CAUGHT], before_fatal[FATAL];
	volatile sig_atomic_t came[CAUGHT];
} signals = {.read_fd = -1, .write_fd = -1};

static struct {
	volatile sig_atomic_t armed;
	int fd;
	struct termios before;
	char text[TEXT_MAX];
	size_t len;
} restore;

void pf_restore_arm(int fd, const struct termios *before, const char *text, size_t len)
{
	restore.armed = 0;
	restore.fd = fd;
	restore.before = *before;
	restore.len = len < TEXT_MAX ? len : TEXT_MAX;
	memcpy(restore.text, text, restore.len);
	restore.armed = 1;
}

/* Async-signal-safe: write(2) and tcsetattr(3) only. */
void pf_term_restore(void)
{
	int keep = errno;

	if (!restore.armed)
		return;
	restore.armed = 0;
	(void)pf_fd_write(restore.fd, pf_slice_make(restore.text, restore.len));
	tcsetattr(restore.fd, TCSANOW, &restore.before);
	errno = keep;
}

static void on_caught(int number)
{
	int keep = errno;
	ssize_t n;

	for (int i = 0; i < CAUGHT; i++)
		if (caught[i] == number)
			signals.came[i] = 1;
	/* A full pipe is fine: it wakes the reader as well. */
	n = write(signals.write_fd, "!", 1);
	(void)n;
	errno = keep;
}

static void on_fatal(int number)
{
	pf_term_restore();
	/* SA_RESETHAND put the default back: now it dies of it, with its core. */
	raise(number);
}

bool pf_signals_open(void)
{
	struct sigaction sa = {0};
	int fds[2];

	if (pipe(fds))
		return false;
	for (int i = 0; i < 2; i++) {
		fcntl(fds[i], F_SETFL, O_NONBLOCK);
		fcntl(fds[i], F_SETFD, FD_CLOEXEC);
	}
	signals.read_fd = fds[0];
	signals.write_fd = fds[1];
	sigemptyset(&sa.sa_mask);
	sa.sa_flags = SA_RESTART;
	sa.sa_handler = on_caught;
	for (int i = 0; i < CAUGHT; i++) {
		signals.came[i] = 0;
		sigaction(caught[i], &sa, &signals.before[i]);
	}
	sa.sa_flags = (int)SA_RESETHAND;
	sa.sa_handler = on_fatal;
	for (int i = 0; i < FATAL; i++)
		sigaction(fatal[i], &sa, &signals.before_fatal[i]);
	return true;
}

void pf_signals_close(void)
{
	if (signals.read_fd < 0)
		return;
	for (int i = 0; i < CAUGHT; i++)
		sigaction(caught[i], &signals.before[i], NULL);
	for (int i = 0; i < FATAL; i++)
		sigaction(fatal[i], &signals.before_fatal[i], NULL);
	close(signals.read_fd);
	close(signals.write_fd);
	signals.read_fd = signals.write_fd = -1;
}

int pf_signals_fd(void)
{
	return signals.read_fd;
}

int pf_signals_next(void)
{
	char drain[64];

	/* The pipe first: a signal between the two leaves its byte there for the next poll. */
	while (read(signals.read_fd, drain, sizeof(drain)) > 0)
		;
	for (int i = 0; i < CAUGHT; i++) {
		if (signals.came[i]) {
			signals.came[i] = 0;
			return caught[i];
		}
	}
	return 0;
}

void pf_signals_stop(void)
{
	struct sigaction sa = {0}, ours;
	sigset_t set, before;

	sa.sa_handler = SIG_DFL;
	sigemptyset(&sa.sa_mask);
	sigaction(SIGTSTP, &sa, &ours);
	sigemptyset(&set);
	sigaddset(&set, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &set, &before);
	kill(getpid(), SIGTSTP);
	sigprocmask(SIG_SETMASK, &before, NULL);
	sigaction(SIGTSTP, &ours, NULL);
	/* Nobody stops a process without a shell above it, and then nobody continues it. */
	on_caught(SIGCONT);
}
