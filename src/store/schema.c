/* The tables, by the migrations that made them. */
#include <assert.h>
#include <stdio.h>

#include "db.h"

/*
 * migrations[v] takes a database from version v to v + 1. Never edited once released:
 * tests/store/data holds a database of every version, and all must arrive at the last.
 * Each step is one transaction and must stay short; one that rewrites records would do it
 * in batches.
 */
static const char *const migrations[PF_STORE_VERSION] = {
	/* 1: attempts and their journals. */
	"CREATE TABLE attempt("
	" n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state INTEGER NOT NULL DEFAULT 0,"
	" started INTEGER NOT NULL DEFAULT 0, ended INTEGER NOT NULL DEFAULT 0,"
	" prompt TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '',"
	" plan TEXT NOT NULL DEFAULT '', section TEXT NOT NULL DEFAULT '',"
	" role TEXT NOT NULL DEFAULT '', level TEXT NOT NULL DEFAULT '',"
	" mode TEXT NOT NULL DEFAULT '', minutes INTEGER NOT NULL DEFAULT 0,"
	" words INTEGER NOT NULL DEFAULT 0, score_bell INTEGER, score_final INTEGER,"
	" votes TEXT NOT NULL DEFAULT '', next_step TEXT NOT NULL DEFAULT '',"
	" rubric_hash TEXT NOT NULL DEFAULT '');"
	"CREATE TABLE record("
	" k INTEGER PRIMARY KEY, kind INTEGER NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL);"
	"CREATE TABLE heartbeat("
	" one INTEGER PRIMARY KEY CHECK(one = 1), at INTEGER NOT NULL, beats INTEGER NOT NULL);",

	/* 2: drafts, the search over them, scorecards. */
	"CREATE TABLE draft(attempt INTEGER PRIMARY KEY, text BLOB NOT NULL);"
	"CREATE VIRTUAL TABLE search USING fts5("
	" body, tokenize = 'porter unicode61 remove_diacritics 2');"
	"CREATE TABLE scorecard("
	" attempt INTEGER NOT NULL, moment INTEGER NOT NULL, key TEXT NOT NULL,"
	" card BLOB NOT NULL, PRIMARY KEY(attempt, moment, key)) WITHOUT ROWID;",

	/* 3: a summary holds the scores; nothing ever asked for whole scorecards. */
	"DROP TABLE scorecard;",
};

enum pf_status pf_db_version(struct pf_store *store, struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	bool row = false;
	int rc = sqlite3_prepare_v2(store->db, "PRAGMA user_version", -1, &stmt, NULL);
	enum pf_status status = rc == SQLITE_OK
					? pf_db_step(store, stmt, &row, "open the database", err)
					: pf_db_fail(store, rc, "open the database", err);

	if (row)
		store->version = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return status;
}

static enum pf_status step_up(struct pf_store *store, struct pf_error *err)
{
	char mark[64];
	int rc = sqlite3_exec(store->db, migrations[store->version], NULL, NULL, NULL);

	if (rc == SQLITE_OK) {
		snprintf(mark, sizeof(mark), "PRAGMA user_version = %d", (int)store->version + 1);
		rc = sqlite3_exec(store->db, mark, NULL, NULL, NULL);
	}
	return rc == SQLITE_OK ? PF_OK
			       : pf_db_fail(store, rc, "bring the database up to date", err);
}

enum pf_status pf_db_migrate(struct pf_store *store, struct pf_error *err)
{
	enum pf_status status = PF_OK;

	assert(store->version >= 0);
	while (status == PF_OK && store->version < PF_STORE_VERSION) {
		status = pf_db_begin(store, err);
		if (status != PF_OK)
			return status;
		/* Another process may have been here between two steps. */
		status = pf_db_version(store, err);
		if (status == PF_OK && store->version < PF_STORE_VERSION)
			status = step_up(store, err);
		status = pf_db_end(store, status, err);
		if (status == PF_OK)
			status = pf_db_version(store, err);
	}
	return status;
}
