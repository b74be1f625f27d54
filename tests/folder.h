/*
 * folder.h - a folder of its own for a test, and its removal with all below it.
 */
#ifndef PRFAQ_TESTS_FOLDER_H
#define PRFAQ_TESTS_FOLDER_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "prfaq/base/path.h"

static inline void folder_remove(const char *path)
{
	char child[PF_PATH_MAX];
	DIR *dir = opendir(path);
	struct dirent *e;

	while (dir && (e = readdir(dir))) {
		if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
			continue;
		pf_path_join(child, path, e->d_name);
		if (unlink(child))
			folder_remove(child);
	}
	if (dir)
		closedir(dir);
	rmdir(path);
}

/* A cmocka set-up: *state is the path of a fresh folder. */
static inline int folder_make(void **state)
{
	const char *tmp = getenv("TMPDIR");
	char path[PF_PATH_MAX];

	snprintf(path, sizeof(path), "%s/prfaq-XXXXXX", tmp && *tmp == '/' ? tmp : "/tmp");
	if (!mkdtemp(path))
		return -1;
	*state = strdup(path);
	return *state ? 0 : -1;
}

/* Its teardown. */
static inline int folder_drop(void **state)
{
	folder_remove(*state);
	free(*state);
	return 0;
}

#endif
