/*
 * store.h - the database of attempts: opening, durability, closing.
 *
 * One SQLite file in WAL mode, <folder>/attempts.db, and beside it
 * <folder>/locks/ID.lock, one a living writer. The store knows nothing of what
 * a record says: attempts are ids, opaque records (journal.h), a summary row
 * (attempt.h) and the text for the search (draft.h). docs/STORE.md describes the tables.
 *
 * Not for several threads. Several processes may have the same folder open:
 * a writer waits up to PF_STORE_WAIT_MS for another's transaction, and no
 * transaction of ours is long.
 *
 * Every call that fails leaves the database as it was and says why in *err:
 *
 *	PF_ERR_READ_ONLY  the folder or file may not be written, or a newer
 *	                  prfaq made the database
 *	PF_ERR_FULL       no space left
 *	PF_ERR_DAMAGED    the file is not, or is no longer, a database; it is left
 *	                  untouched
 *	PF_ERR_BUSY       another process kept the database longer than the wait,
 *	                  or holds the attempt
 *	PF_ERR_IO         anything else the disk said
 */
#ifndef PRFAQ_STORE_STORE_H
#define PRFAQ_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "prfaq/base/error.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"

#define PF_STORE_WAIT_MS 5000
#define PF_STORE_VERSION 3 /* PRAGMA user_version of a database this program writes */

struct pf_store;

/*
 * Opens <folder>/attempts.db (folder: pf_paths.data), making folder, file and
 * tables where they are missing and bringing an older database up to date.
 * What cannot be written but can be read is opened for reading: the call
 * succeeds, pf_store_read_only() is true and every write fails with
 * PF_ERR_READ_ONLY. On failure *out is NULL. The caller closes *out.
 */
PF_MUST_USE enum pf_status pf_store_open(struct pf_store **out, const char *folder,
					 struct pf_error *err);
/* Closes; the last process to close folds the WAL into the file. NULL is allowed.
 * Journals of this store must be closed first. */
void pf_store_close(struct pf_store *store);

bool pf_store_read_only(const struct pf_store *store);
/* Why it is read-only, one line; "" when it is not. Lives as long as the store. */
const char *pf_store_read_only_why(const struct pf_store *store);
/* The path of attempts.db. Lives as long as the store. */
const char *pf_store_path(const struct pf_store *store);

/*
 * The two kinds of safety. A write that returned PF_OK survives the death of
 * the process. After pf_store_sync everything written before it, by whichever
 * process, survives the loss of power too: a heartbeat row is committed under
 * synchronous=FULL. `utc` (ms) is what the row says. Costs a disk flush
 * (milliseconds): call it when no key waits. Does nothing when nothing was written since the
 * last one (pf_store_unsynced is false).
 */
PF_MUST_USE enum pf_status pf_store_sync(struct pf_store *store, int64_t utc, struct pf_error *err);
bool pf_store_unsynced(const struct pf_store *store);

/*
 * Moves what the WAL holds into the file. Never happens by itself, since it
 * costs milliseconds: call it in pauses, when pf_store_wal_pages() has grown
 * over a thousand or so. Readers in other processes may keep some pages back;
 * that is no error.
 */
PF_MUST_USE enum pf_status pf_store_checkpoint(struct pf_store *store, struct pf_error *err);
/* Pages (4 KiB) in the WAL after the last commit of this process; 0 after a full checkpoint. */
int pf_store_wal_pages(const struct pf_store *store);

/* Reads the whole file through and reports the first damage as PF_ERR_DAMAGED. Slow (as fast as
 * the disk): for `prfaq doctor`. */
PF_MUST_USE enum pf_status pf_store_verify(struct pf_store *store, struct pf_error *err);

#endif
