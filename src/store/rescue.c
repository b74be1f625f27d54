#include "prfaq/store/rescue.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fcntl.h>
#include <unistd.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/buf.h"

#define NAMES_TRIED 99

void pf_rescue_add(struct pf_rescue_folders *folders, const char *folder)
{
	if (!folder || folder[0] != '/' || strlen(folder) > PF_PATH_MAX - 96 ||
	    folders->n == PF_RESCUE_FOLDERS)
		return;
	for (size_t i = 0; i < folders->n; i++)
		if (!strcmp(folders->v[i], folder))
			return;
	pf_path_join(folders->v[folders->n++], folder, "");
}

void pf_rescue_read(struct pf_rescue_folders *folders)
{
	char here[PF_PATH_MAX];

	pf_rescue_add(folders, getenv("TMPDIR"));
	pf_rescue_add(folders, "/tmp");
	pf_rescue_add(folders, "/var/tmp");
	pf_rescue_add(folders, getenv("HOME"));
	if (getcwd(here, sizeof(here)))
		pf_rescue_add(folders, here);
}

static void file_name(char out[96], const char *id, int copy)
{
	char safe[48];
	size_t n = 0;

	for (; id[n] && n < sizeof(safe) - 1; n++) {
		bool plain = pf_ascii_is_letter(id[n]) || pf_ascii_is_digit(id[n]);

		safe[n] = plain ? id[n] : '-';
	}
	safe[n] = '\0';
	if (copy == 1)
		snprintf(out, 96, "prfaq-%s.md", safe);
	else
		snprintf(out, 96, "prfaq-%s-%d.md", safe, copy);
}

/* A new file, never one that is there. */
static int create(const char *folder, const char *id, char path[PF_PATH_MAX])
{
	char name[96];
	int fd = -1;

	for (int copy = 1; copy <= NAMES_TRIED; copy++) {
		file_name(name, id, copy);
		pf_path_join(path, folder, name);
		fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
		if (fd >= 0 || errno != EEXIST)
			break;
	}
	return fd;
}

/* The name itself must be on the disk too. */
static void sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static bool write_in(const char *folder, const char *id, struct pf_slice text,
		     char path[PF_PATH_MAX])
{
	int fd = create(folder, id, path);
	bool whole;

	if (fd < 0)
		return false;
	whole = pf_fd_write(fd, text) && fsync(fd) == 0;
	if (close(fd))
		whole = false;
	if (whole) {
		sync_folder(folder);
		return true;
	}
	int why = errno;

	unlink(path); /* half a text would look like all of it */
	errno = why;
	return false;
}

enum pf_status pf_rescue_write(const struct pf_rescue_folders *folders, const char *id,
			       struct pf_slice text, char path[PF_PATH_MAX], struct pf_error *err)
{
	struct pf_buf tried = {0};
	enum pf_status status = PF_ERR_IO;

	for (size_t i = 0; i < folders->n; i++) {
		if (write_in(folders->v[i], id, text, path)) {
			pf_buf_release(&tried);
			return PF_OK;
		}
		if (errno == ENOSPC)
			status = PF_ERR_FULL;
		pf_buf_printf(&tried, "%s%s (%s)", tried.len ? ", " : "", folders->v[i],
			      strerror(errno));
	}
	path[0] = '\0';
	pf_error_set(err, status, "the text could not be written anywhere; tried %s",
		     tried.len ? tried.ptr : "no folder");
	pf_buf_release(&tried);
	return status;
}
