#include "prfaq/base/path.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "prfaq/base/mem.h"

enum { MIB = 1 << 20 };

char *pf_path_join(char out[PF_PATH_MAX], const char *a, const char *b)
{
	char joined[2 * PF_PATH_MAX];
	int n = snprintf(joined, sizeof(joined), "%s%s%s", a, *a && *b ? "/" : "", b);

	assert(n >= 0 && n < PF_PATH_MAX);
	memcpy(out, joined, (size_t)n + 1);
	return out;
}

bool pf_path_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

/* $NAME/prfaq, or $HOME/<fallback>/prfaq. A relative XDG path is ignored, as the standard says. */
static void xdg(char out[PF_PATH_MAX], const char *name, const char *fallback)
{
	const char *base = getenv(name);
	const char *home = getenv("HOME");
	char joined[PF_PATH_MAX];

	if (base && base[0] == '/' && strlen(base) < PF_PATH_MAX - 16) {
		pf_path_join(out, base, "prfaq");
		return;
	}
	if (!home || strlen(home) > PF_PATH_MAX - 64)
		home = "/";
	pf_path_join(out, pf_path_join(joined, home, fallback), "prfaq");
}

static bool holds_templates(const char *dir)
{
	char path[PF_PATH_MAX];

	return strlen(dir) < PF_PATH_MAX - 16 &&
	       pf_path_exists(pf_path_join(path, dir, "templates"));
}

/* `path` as seen from the folder of the running program; "" where the system does not tell it, or
 * the working folder would stand in for it. */
static void from_program(char out[PF_PATH_MAX], const char *path)
{
	char dir[PF_PATH_MAX] = "";
	ssize_t n = readlink("/proc/self/exe", dir, PF_PATH_MAX - 64);
	char *slash = n > 0 ? strrchr(dir, '/') : NULL;

	if (slash)
		slash[slash == dir] = '\0';
	pf_path_join(out, dir, slash ? path : "");
}

enum pf_status pf_paths_read(struct pf_paths *out, struct pf_error *err)
{
	char beside[PF_PATH_MAX], above[PF_PATH_MAX];
	struct pf_buf looked = {0};
	const char *tried[] = {getenv("PRFAQ_DATADIR"), beside, above, PF_INSTALL_DATADIR,
			       PF_SOURCE_DIR};

	xdg(out->data, "XDG_DATA_HOME", ".local/share");
	xdg(out->config, "XDG_CONFIG_HOME", ".config");
	from_program(beside, "../share/prfaq");
	/* build/<preset>/prfaq in the tree. Second, or the templates/ of a home would be
	 * those of a program in ~/.local/bin. */
	from_program(above, "../..");
	for (size_t i = 0; i < sizeof(tried) / sizeof(*tried); i++) {
		if (!tried[i] || !*tried[i])
			continue;
		if (holds_templates(tried[i])) {
			pf_path_join(out->shipped, tried[i], "");
			pf_buf_release(&looked);
			return PF_OK;
		}
		pf_buf_printf(&looked, "%s%s", looked.len ? ", " : "", tried[i]);
	}
	pf_error_set(err, PF_ERR_NOT_FOUND,
		     "set PRFAQ_DATADIR to the folder that holds prompts/ and templates/; "
		     "there is none in %s",
		     looked.ptr);
	pf_buf_release(&looked);
	return PF_ERR_NOT_FOUND;
}

static enum pf_status fail(struct pf_error *err, const char *path, const char *what)
{
	enum pf_status status = errno == ENOENT   ? PF_ERR_NOT_FOUND
				: errno == ENOSPC ? PF_ERR_FULL
				: errno == EROFS  ? PF_ERR_READ_ONLY
						  : PF_ERR_IO;

	pf_error_set(err, status, "%s: %s", what, strerror(errno));
	pf_error_at(err, path, 0, 0);
	return status;
}

enum pf_status pf_file_read(const char *path, size_t limit, struct pf_buf *out,
			    struct pf_error *err)
{
	bool standard = !strcmp(path, "-"), held = out->ptr != NULL;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	size_t was = out->len;
	ssize_t n = -1;

	if (fd < 0)
		return fail(err, path, "cannot open");
	for (;;) {
		pf_buf_reserve(out, 65536);
		n = read(fd, out->ptr + out->len, 65536);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		out->len += (size_t)n;
		out->ptr[out->len] = '\0';
		if (out->len - was > limit)
			break;
	}
	enum pf_status status = n < 0 ? fail(err, path, "cannot read") : PF_OK;

	if (!standard)
		close(fd);
	if (status == PF_OK && out->len - was > limit) {
		status = pf_error_set(err, PF_ERR_TOO_BIG, "larger than the limit of %zu %s",
				      limit % MIB ? limit : limit / MIB,
				      limit % MIB ? "bytes" : "MiB");
		pf_error_at(err, path, 0, 0);
	}
	if (status != PF_OK && held) {
		out->len = was;
		out->ptr[was] = '\0';
	} else if (status != PF_OK) {
		pf_buf_release(out);
	}
	return status;
}

bool pf_file_look(const char *path, struct pf_file_look *out)
{
	struct stat s;

	if (stat(path, &s))
		return false;
	*out = (struct pf_file_look){s.st_size, s.st_mtime};
	return true;
}

bool pf_fd_write(int fd, struct pf_slice text)
{
	while (text.len) {
		ssize_t n = write(fd, text.ptr, text.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		text = pf_slice_cut(text, (size_t)n, text.len);
	}
	return true;
}

enum pf_status pf_file_write(const char *path, struct pf_slice text, struct pf_error *err)
{
	struct pf_buf beside = {0};
	struct stat there;
	/* A device or a pipe would be gone if a file took its place. */
	bool plain = stat(path, &there) || S_ISREG(there.st_mode);
	enum pf_status status = PF_OK;
	int fd;

	pf_buf_printf(&beside, "%s.part-XXXXXX", path);
	fd = plain ? mkstemp(beside.ptr) : open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0) {
		status = fail(err, path, "cannot write");
	} else if (!pf_fd_write(fd, text) || (plain && fsync(fd))) {
		status = fail(err, path, "cannot write");
		close(fd);
	} else if (close(fd) || (plain && rename(beside.ptr, path))) {
		status = fail(err, path, "cannot write");
	}
	if (plain && fd >= 0 && status != PF_OK)
		unlink(beside.ptr);
	pf_buf_release(&beside);
	return status;
}

enum pf_status pf_path_make(const char *path, struct pf_error *err)
{
	char *copy = pf_xstrdup(path);
	enum pf_status status = PF_OK;

	for (char *p = copy + 1; status == PF_OK; p++) {
		char was = *p;

		if (was && was != '/')
			continue;
		*p = '\0';
		if (mkdir(copy, 0700) && errno != EEXIST)
			status = fail(err, copy, "cannot make the folder");
		*p = was;
		if (!was)
			break;
	}
	free(copy);
	return status;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

enum pf_status pf_path_list(const char *dir, const char *suffix, struct pf_names *out,
			    struct pf_error *err)
{
	DIR *d = opendir(dir);
	struct dirent *e;
	size_t tail = strlen(suffix);

	if (!d)
		return errno == ENOENT || errno == ENOTDIR ? PF_OK : fail(err, dir, "cannot list");
	while ((e = readdir(d))) {
		size_t len = strlen(e->d_name);

		if (e->d_name[0] != '.' && len > tail && !strcmp(e->d_name + len - tail, suffix))
			*PF_PUSH(out) = pf_xstrdup(e->d_name);
	}
	closedir(d);
	if (out->n)
		qsort(out->v, out->n, sizeof(*out->v), by_bytes);
	return PF_OK;
}

void pf_names_release(struct pf_names *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->v[i]);
	free(names->v);
	*names = (struct pf_names){0};
}
