#include "db.h"

#include <errno.h>
#include <stdio.h>

static const char *const sql_text[PF_DB_COUNT] = {
#define PF_DB_TEXT(name, sql) [PF_DB_##name] = (sql),
	PF_DB_STATEMENTS(PF_DB_TEXT)
#undef PF_DB_TEXT
};

static enum pf_status status_of(sqlite3 *db, int rc)
{
	int os = sqlite3_system_errno(db);

	switch (rc & 0xff) {
	case SQLITE_FULL: return PF_ERR_FULL;
	case SQLITE_READONLY:
	case SQLITE_PERM: return PF_ERR_READ_ONLY;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB: return PF_ERR_DAMAGED;
	case SQLITE_BUSY:
	case SQLITE_LOCKED: return PF_ERR_BUSY;
	case SQLITE_TOOBIG: return PF_ERR_TOO_BIG;
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
		if (os == ENOSPC || os == EDQUOT)
			return PF_ERR_FULL;
		return os == EROFS || os == EACCES || os == EPERM ? PF_ERR_READ_ONLY : PF_ERR_IO;
	default: return PF_ERR_IO;
	}
}

static void close_to_writes(struct pf_store *store)
{
	store->closed_to_writes = PF_ERR_DAMAGED;
	snprintf(store->why, sizeof(store->why),
		 "the database is damaged; it is left untouched at %.300s", store->path);
	/* Else the last to close would fold the WAL into the damaged file. */
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)NULL);
}

enum pf_status pf_db_fail(struct pf_store *store, int rc, const char *what, struct pf_error *err)
{
	enum pf_status status = status_of(store->db, rc);

	if (status == PF_ERR_DAMAGED) {
		pf_error_set(err, status,
			     "the database is damaged (%s) and is left untouched; move it away to "
			     "start a new one",
			     sqlite3_errmsg(store->db));
		close_to_writes(store);
	} else if (status == PF_ERR_FULL) {
		pf_error_set(err, status, "cannot %s: no space left on the disk", what);
	} else if (status == PF_ERR_BUSY) {
		pf_error_set(err, status, "cannot %s: another program keeps the database busy",
			     what);
	} else {
		pf_error_set(err, status, "cannot %s: %s", what, sqlite3_errmsg(store->db));
	}
	pf_error_at(err, store->path, 0, 0);
	return status;
}

enum pf_status pf_db_writable(const struct pf_store *store, struct pf_error *err)
{
	if (store->closed_to_writes == PF_OK)
		return PF_OK;
	pf_error_set(err, store->closed_to_writes, "%s", store->why);
	pf_error_at(err, store->path, 0, 0);
	return store->closed_to_writes;
}

enum pf_status pf_db_statement(struct pf_store *store, enum pf_db_sql which, sqlite3_stmt **out,
			       struct pf_error *err)
{
	sqlite3_stmt **kept = &store->kept[which];
	int rc;

	if (!*kept) {
		rc = sqlite3_prepare_v3(store->db, sql_text[which], -1, SQLITE_PREPARE_PERSISTENT,
					kept, NULL);
		if (rc != SQLITE_OK)
			return pf_db_fail(store, rc, "use the database", err);
	}
	*out = *kept;
	return PF_OK;
}

enum pf_status pf_db_step(struct pf_store *store, sqlite3_stmt *stmt, bool *row, const char *what,
			  struct pf_error *err)
{
	int rc = sqlite3_step(stmt);

	*row = rc == SQLITE_ROW;
	if (rc == SQLITE_ROW || rc == SQLITE_DONE)
		return PF_OK;
	return pf_db_fail(store, rc, what, err);
}

enum pf_status pf_db_run(struct pf_store *store, sqlite3_stmt *stmt, const char *what,
			 struct pf_error *err)
{
	enum pf_status status;
	bool row = true;

	do
		status = pf_db_step(store, stmt, &row, what, err);
	while (status == PF_OK && row);
	sqlite3_reset(stmt);
	return status;
}

enum pf_status pf_db_do(struct pf_store *store, enum pf_db_sql which, int64_t param,
			const char *what, struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	enum pf_status status = pf_db_statement(store, which, &stmt, err);

	if (status != PF_OK)
		return status;
	if (sqlite3_bind_parameter_count(stmt))
		sqlite3_bind_int64(stmt, 1, param);
	return pf_db_run(store, stmt, what, err);
}

enum pf_status pf_db_begin(struct pf_store *store, struct pf_error *err)
{
	return pf_db_do(store, PF_DB_BEGIN, 0, "write", err);
}

enum pf_status pf_db_end(struct pf_store *store, enum pf_status status, struct pf_error *err)
{
	if (status == PF_OK)
		status = pf_db_do(store, PF_DB_COMMIT, 0, "write", err);
	/* Some errors have rolled back already; a second ROLLBACK would be one more error. */
	if (status != PF_OK && !sqlite3_get_autocommit(store->db))
		(void)!pf_db_do(store, PF_DB_ROLLBACK, 0, "write", NULL);
	if (status == PF_OK)
		store->unsynced = true;
	return status;
}

enum pf_status pf_db_number(struct pf_store *store, const char *id, int64_t *n,
			    struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	enum pf_status status = pf_db_statement(store, PF_DB_NUMBER, &stmt, err);
	bool row = false;

	if (status != PF_OK)
		return status;
	sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC);
	status = pf_db_step(store, stmt, &row, "find the attempt", err);
	if (row)
		*n = sqlite3_column_int64(stmt, 0);
	sqlite3_reset(stmt);
	sqlite3_clear_bindings(stmt);
	if (status == PF_OK && !row)
		return pf_error_set(err, PF_ERR_NOT_FOUND, "there is no attempt %s", id);
	return status;
}

enum pf_status pf_db_last(struct pf_store *store, int64_t n, uint32_t *seq, struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	enum pf_status status = pf_db_statement(store, PF_DB_LAST_SEQ, &stmt, err);
	bool row = false;

	if (status != PF_OK)
		return status;
	sqlite3_bind_int64(stmt, 1, n);
	status = pf_db_step(store, stmt, &row, "read the journal", err);
	if (row)
		*seq = (uint32_t)(sqlite3_column_int64(stmt, 0) & 0xffffffff);
	sqlite3_reset(stmt);
	return status;
}
