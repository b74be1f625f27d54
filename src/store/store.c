#include "prfaq/store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>

#include "db.h"
#include "lock.h"
#include "prfaq/base/mem.h"

/* The lock under which a database is made or migrated; no attempt's id begins so. */
#define SETUP_LOCK "-setup"

static int on_commit(void *ctx, sqlite3 *db, const char *name, int pages)
{
	struct pf_store *store = ctx;

	(void)db;
	(void)name;
	store->wal_pages = pages;
	return SQLITE_OK;
}

static void close_db(struct pf_store *store)
{
	for (size_t i = 0; i < PF_DB_COUNT; i++) {
		sqlite3_finalize(store->kept[i]);
		store->kept[i] = NULL;
	}
	sqlite3_close(store->db);
	store->db = NULL;
}

static enum pf_status open_db(struct pf_store *store, const char *name, int flags,
			      struct pf_error *err)
{
	int rc = sqlite3_open_v2(name, &store->db, flags, NULL);

	if (rc != SQLITE_OK)
		return pf_db_fail(store, rc, "open the database", err);
	sqlite3_extended_result_codes(store->db, 1);
	sqlite3_busy_timeout(store->db, PF_STORE_WAIT_MS);
	return PF_OK;
}

/* Makes or migrates under a lock of its own: turning WAL on does not wait for others, and two
 * programs started at once would trip over each other. */
static enum pf_status set_up(struct pf_store *store, struct pf_error *err)
{
	int lock = -1;
	enum pf_status status =
		pf_lock_take(&lock, store->folder, SETUP_LOCK, PF_STORE_WAIT_MS, NULL, err);

	if (status != PF_OK)
		return status;
	int rc = sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);

	status = rc == SQLITE_OK ? pf_db_migrate(store, err)
				 : pf_db_fail(store, rc, "make the database", err);
	pf_lock_release(lock);
	return status;
}

static enum pf_status open_to_write(struct pf_store *store, struct pf_error *err)
{
	enum pf_status status = pf_path_make(store->folder, err);

	if (status != PF_OK)
		return status;
	status = open_db(store, store->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
	if (status != PF_OK)
		return status;
	sqlite3_wal_hook(store->db, on_commit, store); /* in place of automatic checkpoints */
	status = pf_db_version(store, err);
	if (status != PF_OK)
		return status;
	if (sqlite3_db_readonly(store->db, "main") == 1)
		return pf_error_set(err, PF_ERR_READ_ONLY, "the file may not be written");
	if (store->version < PF_STORE_VERSION)
		status = set_up(store, err);
	if (status == PF_OK)
		status = pf_db_do(store, PF_DB_NORMAL, 0, "open the database", err);
	return status;
}

static void add_encoded(struct pf_buf *buf, const char *path)
{
	for (; *path; path++) {
		if (strchr("?#%", *path))
			pf_buf_printf(buf, "%%%02X", (unsigned char)*path);
		else
			pf_buf_byte(buf, *path);
	}
}

/*
 * Opens with the URI parameters of `how` and reads as far as the tables. A WAL
 * database in a folder that cannot be written has no place for its index in
 * shared memory. Under an exclusive lock, which unix-none only pretends to take, SQLite keeps
 * the index in its own memory.
 */
static enum pf_status open_as(struct pf_store *store, const char *how, struct pf_error *err)
{
	struct pf_buf uri = {0};
	enum pf_status status;

	pf_buf_adds(&uri, "file:");
	add_encoded(&uri, store->path);
	pf_buf_printf(&uri, "?mode=ro%s", how);
	status = open_db(store, uri.ptr, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
	pf_buf_release(&uri);
	if (status == PF_OK && *how)
		sqlite3_exec(store->db, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL);
	if (status == PF_OK)
		status = pf_db_version(store, err);
	if (status != PF_OK)
		close_db(store);
	return status;
}

static enum pf_status open_to_read(struct pf_store *store, struct pf_error *err)
{
	static const char *const ways[] = {"", "&vfs=unix-none", "&immutable=1"};
	char wal[PF_PATH_MAX + 8];
	struct stat st;
	enum pf_status status = PF_ERR_IO;

	snprintf(wal, sizeof(wal), "%s-wal", store->path);
	/* immutable does not look at the WAL: only where there is none can nothing be missed. */
	size_t n = stat(wal, &st) || st.st_size == 0 ? 3 : 2;

	for (size_t i = 0; i < n; i++) {
		status = open_as(store, ways[i], err);
		if (status == PF_OK || status == PF_ERR_DAMAGED)
			break;
	}
	if (status == PF_OK && store->version == 0) {
		status = pf_error_set(err, PF_ERR_READ_ONLY, "there are no attempts to read");
		pf_error_at(err, store->path, 0, 0);
	}
	return status;
}

/* *err holds the first failure: it says why the store takes no writes, and it stays the error when
 * reading fails too. */
static enum pf_status fall_back(struct pf_store *store, enum pf_status first, struct pf_error *err)
{
	struct pf_error reason = *err, second = {0};
	enum pf_status status = PF_ERR_IO;

	if (first != PF_ERR_FULL)
		first = PF_ERR_READ_ONLY;
	close_db(store);
	if (pf_path_exists(store->path))
		status = open_to_read(store, &second);
	if (status == PF_OK) {
		store->closed_to_writes = first;
		snprintf(store->why, sizeof(store->why),
			 "attempts can be read, not written: %.300s", reason.message);
		return PF_OK;
	}
	if (status == PF_ERR_DAMAGED) {
		*err = second;
		return status;
	}
	pf_error_set(err, first, "attempts cannot be kept: %.400s", reason.message);
	pf_error_at(err, reason.file[0] ? reason.file : store->path, 0, 0);
	return first;
}

static bool worth_reading(enum pf_status status)
{
	return status != PF_OK && status != PF_ERR_DAMAGED && status != PF_ERR_BUSY;
}

enum pf_status pf_store_open(struct pf_store **out, const char *folder, struct pf_error *err)
{
	struct pf_store *store;
	struct pf_error reason = {0};
	enum pf_status status;

	*out = NULL;
	if (strlen(folder) > PF_PATH_MAX - 96)
		return pf_error_set(err, PF_ERR_INVALID, "the folder's name is too long");
	store = pf_xcalloc(1, sizeof(*store));
	pf_path_join(store->folder, folder, "");
	pf_path_join(store->path, folder, "attempts.db");
	status = open_to_write(store, &reason);
	if (worth_reading(status))
		status = fall_back(store, status, &reason);
	if (status == PF_OK && store->version > PF_STORE_VERSION) {
		store->closed_to_writes = PF_ERR_READ_ONLY;
		snprintf(store->why, sizeof(store->why),
			 "a newer prfaq made this database; this one only reads it");
	}
	if (status != PF_OK) {
		if (err)
			*err = reason;
		pf_store_close(store);
		return status;
	}
	*out = store;
	return PF_OK;
}

void pf_store_close(struct pf_store *store)
{
	if (!store)
		return;
	close_db(store);
	free(store);
}

bool pf_store_read_only(const struct pf_store *store)
{
	return store->closed_to_writes != PF_OK;
}

const char *pf_store_read_only_why(const struct pf_store *store)
{
	return store->why;
}

const char *pf_store_path(const struct pf_store *store)
{
	return store->path;
}

enum pf_status pf_store_sync(struct pf_store *store, int64_t utc, struct pf_error *err)
{
	enum pf_status status = pf_db_writable(store, err), back;

	if (status != PF_OK || !store->unsynced)
		return status;
	status = pf_db_do(store, PF_DB_FULL, 0, "sync", err);
	if (status != PF_OK)
		return status;
	status = pf_db_do(store, PF_DB_BEAT, utc, "sync", err);
	back = pf_db_do(store, PF_DB_NORMAL, 0, "sync", status == PF_OK ? err : NULL);
	if (status == PF_OK)
		store->unsynced = false;
	return status == PF_OK ? back : status;
}

bool pf_store_unsynced(const struct pf_store *store)
{
	return store->unsynced;
}

enum pf_status pf_store_checkpoint(struct pf_store *store, struct pf_error *err)
{
	enum pf_status status = pf_db_writable(store, err);
	int all = 0, moved = 0, rc;

	if (status != PF_OK)
		return status;
	rc = sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_PASSIVE, &all, &moved);
	/* Busy: another process is doing it. */
	if (rc != SQLITE_OK && (rc & 0xff) != SQLITE_BUSY)
		return pf_db_fail(store, rc, "tidy the database", err);
	if (rc == SQLITE_OK)
		store->wal_pages = all - moved;
	return PF_OK;
}

int pf_store_wal_pages(const struct pf_store *store)
{
	return store->wal_pages;
}

enum pf_status pf_store_verify(struct pf_store *store, struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	bool row = false;
	int rc = sqlite3_prepare_v2(store->db, "PRAGMA integrity_check(1)", -1, &stmt, NULL);
	enum pf_status status = rc == SQLITE_OK ? pf_db_step(store, stmt, &row, "verify", err)
						: pf_db_fail(store, rc, "verify", err);

	if (row && strcmp((const char *)sqlite3_column_text(stmt, 0), "ok") != 0) {
		status = pf_error_set(err, PF_ERR_DAMAGED, "the database is damaged: %.300s",
				      (const char *)sqlite3_column_text(stmt, 0));
		pf_error_at(err, store->path, 0, 0);
	}
	sqlite3_finalize(stmt);
	return status;
}
