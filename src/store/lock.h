/*
 * lock.h - one lock file an attempt, held by flock(2): the lock dies with its process.
 *
 * The file holds the holder's pid, for the message only. Where the file system has no
 * locks the attempt is opened without one; the store's keys still refuse a second writer's records.
 */
#ifndef PRFAQ_SRC_STORE_LOCK_H
#define PRFAQ_SRC_STORE_LOCK_H

#include "prfaq/base/error.h"
#include "prfaq/base/status.h"

/* Takes <folder>/locks/<name>.lock, waiting up to wait_ms. *fd is then to be given to
 * pf_lock_release. PF_ERR_BUSY puts the holder into *pid (0: unknown), which may be NULL. */
PF_MUST_USE enum pf_status pf_lock_take(int *fd, const char *folder, const char *name, int wait_ms,
					long *pid, struct pf_error *err);
/* The lock of an attempt, for its one writer: PF_ERR_BUSY says who has it open. */
PF_MUST_USE enum pf_status pf_lock_attempt(int *fd, const char *folder, const char *id,
					   struct pf_error *err);
/* Nothing to do for an fd of -1. */
void pf_lock_release(int fd);
/* Takes the file away too; only while holding it. */
void pf_lock_remove(int fd, const char *folder, const char *name);
/* The living process that holds it, or 0. */
long pf_lock_holder(const char *folder, const char *name);

#endif
