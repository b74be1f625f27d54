#include "prfaq/store/scorecard.h"

#include "db.h"

static enum pf_status bind_key(struct pf_store *store, enum pf_db_sql which, const char *id,
			       uint32_t moment, const char *key, sqlite3_stmt **stmt,
			       struct pf_error *err)
{
	int64_t n = 0;
	enum pf_status status = pf_db_number(store, id, &n, err);

	if (status == PF_OK)
		status = pf_db_statement(store, which, stmt, err);
	if (status != PF_OK)
		return status;
	sqlite3_bind_int64(*stmt, 1, n);
	sqlite3_bind_int64(*stmt, 2, moment);
	sqlite3_bind_text(*stmt, 3, key, -1, SQLITE_STATIC);
	return PF_OK;
}

enum pf_status pf_scorecard_put(struct pf_store *store, const char *id, uint32_t moment,
				const char *key, struct pf_slice card, struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	enum pf_status status = pf_db_writable(store, err);

	if (status == PF_OK)
		status = bind_key(store, PF_DB_PUT_CARD, id, moment, key, &stmt, err);
	if (status != PF_OK)
		return status;
	sqlite3_bind_blob64(stmt, 4, card.len ? card.ptr : "", card.len, SQLITE_STATIC);
	status = pf_db_run(store, stmt, "keep the scorecard", err);
	sqlite3_clear_bindings(stmt);
	if (status == PF_OK)
		store->unsynced = true;
	return status;
}

enum pf_status pf_scorecard_get(struct pf_store *store, const char *id, uint32_t moment,
				const char *key, struct pf_buf *out, struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	bool row = false;
	enum pf_status status = PF_OK;

	/* An older database that could not be brought up to date has no scorecards yet. */
	if (store->version >= 2) {
		status = bind_key(store, PF_DB_GET_CARD, id, moment, key, &stmt, err);
		if (status != PF_OK)
			return status;
		status = pf_db_step(store, stmt, &row, "read the scorecard", err);
		if (row)
			pf_buf_add(out, sqlite3_column_blob(stmt, 0),
				   (size_t)sqlite3_column_bytes(stmt, 0));
		sqlite3_reset(stmt);
		sqlite3_clear_bindings(stmt);
	}
	if (status == PF_OK && !row)
		status =
			pf_error_set(err, PF_ERR_NOT_FOUND, "attempt %s has no such scorecard", id);
	return status;
}
