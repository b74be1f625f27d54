#include "lock.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "prfaq/base/path.h"

/* pf_journal_holder takes a shared lock for a moment; a writer that comes just then
 * must not be told that somebody has the attempt. */
#define RETRY_MS        10
#define ATTEMPT_WAIT_MS 50

static enum pf_status fail(struct pf_error *err, const char *path, const char *what)
{
	enum pf_status status = errno == ENOSPC || errno == EDQUOT ? PF_ERR_FULL
				: errno == EROFS || errno == EACCES || errno == EPERM
					? PF_ERR_READ_ONLY
					: PF_ERR_IO;

	pf_error_set(err, status, "%s: %s", what, strerror(errno));
	pf_error_at(err, path, 0, 0);
	return status;
}

static long read_pid(int fd)
{
	char text[32];
	ssize_t n = pread(fd, text, sizeof(text) - 1, 0);

	text[n > 0 ? n : 0] = '\0';
	return strtol(text, NULL, 10);
}

static void write_pid(int fd)
{
	char text[32];
	int n = snprintf(text, sizeof(text), "%ld\n", (long)getpid());

	/* Only a message's worth: a full disk must not keep the attempt closed. */
	(void)!(ftruncate(fd, 0) || pwrite(fd, text, (size_t)n, 0) != n);
}

static void lock_path(char out[PF_PATH_MAX], const char *folder, const char *name)
{
	char dir[PF_PATH_MAX], file[PF_PATH_MAX];

	snprintf(file, sizeof(file), "%s.lock", name);
	pf_path_join(out, pf_path_join(dir, folder, "locks"), file);
}

static enum pf_status open_file(int *fd, const char *folder, const char *path, struct pf_error *err)
{
	char dir[PF_PATH_MAX];

	*fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (*fd < 0 && errno == ENOENT) {
		enum pf_status status = pf_path_make(pf_path_join(dir, folder, "locks"), err);

		if (status != PF_OK)
			return status;
		*fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	}
	return *fd < 0 ? fail(err, path, "cannot lock") : PF_OK;
}

/* Whether the file that is locked is still the one under this name. */
static bool still_there(int fd)
{
	struct stat st;

	return !fstat(fd, &st) && st.st_nlink > 0;
}

/* 1 taken, 0 held by another, -1 the file system has no locks. */
static int try_flock(int fd)
{
	int rc;

	do
		rc = flock(fd, LOCK_EX | LOCK_NB);
	while (rc && errno == EINTR);
	return !rc ? 1 : errno == EWOULDBLOCK ? 0 : -1;
}

enum pf_status pf_lock_take(int *fd, const char *folder, const char *name, int wait_ms, long *pid,
			    struct pf_error *err)
{
	const struct timespec pause = {.tv_nsec = RETRY_MS * 1000000L};
	char path[PF_PATH_MAX];

	lock_path(path, folder, name);
	for (int waited = 0;; waited += RETRY_MS) {
		enum pf_status status = open_file(fd, folder, path, err);
		int got;

		if (status != PF_OK)
			return status;
		got = try_flock(*fd);
		if (got && still_there(*fd)) {
			write_pid(*fd);
			return PF_OK;
		}
		long holder = got ? 0 : read_pid(*fd);

		close(*fd);
		*fd = -1;
		if (waited >= wait_ms) {
			if (pid)
				*pid = holder;
			return pf_error_set(err, PF_ERR_BUSY, "process %ld holds %s", holder, path);
		}
		nanosleep(&pause, NULL);
	}
}

enum pf_status pf_lock_attempt(int *fd, const char *folder, const char *id, struct pf_error *err)
{
	char who[40] = "";
	long pid = 0;
	enum pf_status status = pf_lock_take(fd, folder, id, ATTEMPT_WAIT_MS, &pid, err);

	if (status != PF_ERR_BUSY)
		return status;
	if (pid)
		snprintf(who, sizeof(who), ", in process %ld", pid);
	return pf_error_set(err, status, "attempt %s is open elsewhere%s; leave it there first", id,
			    who);
}

void pf_lock_release(int fd)
{
	if (fd < 0)
		return;
	/* An empty file is nobody's, so that a list needs no lock to see it. */
	(void)!ftruncate(fd, 0);
	close(fd);
}

void pf_lock_remove(int fd, const char *folder, const char *name)
{
	char path[PF_PATH_MAX];

	lock_path(path, folder, name);
	unlink(path);
	pf_lock_release(fd);
}

long pf_lock_holder(const char *folder, const char *name)
{
	char path[PF_PATH_MAX];
	long pid;
	int fd;

	lock_path(path, folder, name);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0)
		return 0;
	pid = read_pid(fd);
	if (pid && !flock(fd, LOCK_SH | LOCK_NB))
		pid = 0;
	close(fd);
	return pid;
}
