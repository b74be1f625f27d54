/*
 * path.h - where things are, and whole files in and out.
 *
 * The environment is read by pf_paths_read once, in cli, and is a parameter
 * from there on.
 */
#ifndef PRFAQ_BASE_PATH_H
#define PRFAQ_BASE_PATH_H

#include "prfaq/base/buf.h"
#include "prfaq/base/error.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"

#define PF_PATH_MAX 1024

struct pf_paths {
	char data[PF_PATH_MAX];    /* $XDG_DATA_HOME/prfaq: attempts.db */
	char config[PF_PATH_MAX];  /* $XDG_CONFIG_HOME/prfaq: config.yaml, rubric.d, prompts */
	char shipped[PF_PATH_MAX]; /* the folder that holds prompts/ and templates/ */
};

/* $PRFAQ_DATADIR if set; else, from the place of the running program, ../share/prfaq
 * or the tree it was built in; else the folder given at build time. PF_ERR_NOT_FOUND
 * when none of them holds templates/: the message names those tried. */
PF_MUST_USE enum pf_status pf_paths_read(struct pf_paths *out, struct pf_error *err);

/* "a/b" into out; asserts that it fits PF_PATH_MAX. Returns out. */
char *pf_path_join(char out[PF_PATH_MAX], const char *a, const char *b);

/* Appends the whole file to *out. "-" is standard input. PF_ERR_TOO_BIG over `limit` bytes;
 * PF_ERR_NOT_FOUND; PF_ERR_IO (a folder, no permission). On failure *out is as before. */
PF_MUST_USE enum pf_status pf_file_read(const char *path, size_t limit, struct pf_buf *out,
					struct pf_error *err);
/* By which a file is known that was seen before: any change but a contrived one alters them. */
struct pf_file_look {
	int64_t size;
	int64_t changed; /* seconds since 1970: what installing or packing keeps of the time */
};
/* False when there is no such file. */
bool pf_file_look(const char *path, struct pf_file_look *out);
/* Writes beside it (mode 0600), syncs, and renames over it: the old file or the new one, never a
 * half. What is no plain file, "/dev/stdout" or a pipe, is written to as it is. PF_ERR_IO and the
 * like of it, with the reason; a file is then as before. */
PF_MUST_USE enum pf_status pf_file_write(const char *path, struct pf_slice text,
					 struct pf_error *err);
/* All of the text to an open descriptor, through signals and short writes; false with errno. Safe
 * in a signal handler. */
bool pf_fd_write(int fd, struct pf_slice text);
/* Makes the folder and those above it, mode 0700. */
PF_MUST_USE enum pf_status pf_path_make(const char *path, struct pf_error *err);
bool pf_path_exists(const char *path);

/* Names in a folder that end with `suffix`, without the folder, sorted by bytes; a missing folder
 * gives none, hidden files are left out. The caller releases. */
struct pf_names {
	char **v;
	size_t n, cap;
};
PF_MUST_USE enum pf_status pf_path_list(const char *dir, const char *suffix, struct pf_names *out,
					struct pf_error *err);
void pf_names_release(struct pf_names *names);

#endif
