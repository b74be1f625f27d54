/*
 * rescue.h - the last resort: the text into a file somewhere else.
 *
 * For when the store fails (disk full, read-only, damaged). Uses no database
 * and overwrites nothing.
 */
#ifndef PRFAQ_STORE_RESCUE_H
#define PRFAQ_STORE_RESCUE_H

#include <stddef.h>

#include "prfaq/base/error.h"
#include "prfaq/base/path.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"

#define PF_RESCUE_FOLDERS 8

/* Folders to try, best first; none twice. */
struct pf_rescue_folders {
	char v[PF_RESCUE_FOLDERS][PF_PATH_MAX];
	size_t n;
};

/* Adds `folder` unless it is NULL, "", not absolute, too long, there already, or the list is full.
 */
void pf_rescue_add(struct pf_rescue_folders *folders, const char *folder);
/* $TMPDIR, /tmp, /var/tmp, $HOME, the current folder, as the environment has them. Only cli calls
 * it. */
void pf_rescue_read(struct pf_rescue_folders *folders);

/*
 * Writes `text`, whole and flushed to the disk, to the first folder that takes
 * it: <folder>/prfaq-<id>.md, or prfaq-<id>-2.md and so on where that is
 * taken; mode 0600. `path` gets where it is, "" on failure (the message then names every folder
 * tried). `id` is any text; what does not fit a file's name becomes '-'.
 */
PF_MUST_USE enum pf_status pf_rescue_write(const struct pf_rescue_folders *folders, const char *id,
					   struct pf_slice text, char path[PF_PATH_MAX],
					   struct pf_error *err);

#endif
