/*
 * db.h - what the sources of the store share: the connection, kept statements, error mapping.
 *
 * A kept statement is prepared once, used by one function at a time and left
 * reset. `record.k` is attempt.n * 2^32 + seq: one integer key, so that an append always goes
 * to the end of its run of pages and costs no second index.
 */
#ifndef PRFAQ_SRC_STORE_DB_H
#define PRFAQ_SRC_STORE_DB_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "prfaq/base/path.h"
#include "prfaq/store/store.h"

/*	name, SQL */
#define PF_DB_STATEMENTS(X)                                                                     \
	X(BEGIN, "BEGIN IMMEDIATE")                                                             \
	X(COMMIT, "COMMIT")                                                                     \
	X(ROLLBACK, "ROLLBACK")                                                                 \
	X(FULL, "PRAGMA synchronous=FULL")                                                      \
	X(NORMAL, "PRAGMA synchronous=NORMAL")                                                  \
	X(BEAT, "INSERT INTO heartbeat VALUES(1, ?1, 1) "                                       \
		"ON CONFLICT(one) DO UPDATE SET at = ?1, beats = beats + 1")                    \
	X(APPEND, "INSERT INTO record(k, kind, at, body) VALUES(?1, ?2, ?3, ?4)")               \
	X(NUMBER, "SELECT n FROM attempt WHERE id = ?1")                                        \
	X(LAST_SEQ, "SELECT max(k) FROM record WHERE k > (?1 << 32) AND k < ((?1 + 1) << 32)")  \
	X(NEW_ATTEMPT, "INSERT INTO attempt(id) VALUES(?1)")                                    \
	X(DROP_RECORDS, "DELETE FROM record WHERE k IN (SELECT k FROM record "                  \
			"WHERE k > (?1 << 32) AND k < ((?1 + 1) << 32) ORDER BY k LIMIT 1000)") \
	X(DROP_ATTEMPT, "DELETE FROM attempt WHERE n = ?1")                                     \
	X(DROP_DRAFT, "DELETE FROM draft WHERE attempt = ?1")                                   \
	X(DROP_INDEX, "DELETE FROM search WHERE rowid = ?1")                                    \
	X(PUT_DRAFT, "INSERT OR REPLACE INTO draft(attempt, text) VALUES(?1, ?2)")              \
	X(PUT_INDEX, "INSERT INTO search(rowid, body) VALUES(?1, ?2)")                          \
	X(GET_DRAFT, "SELECT text FROM draft WHERE attempt = ?1")

enum pf_db_sql {
#define PF_DB_ENUM(name, sql) PF_DB_##name,
	PF_DB_STATEMENTS(PF_DB_ENUM)
#undef PF_DB_ENUM
		PF_DB_COUNT
};

struct pf_store {
	sqlite3 *db;
	sqlite3_stmt *kept[PF_DB_COUNT];
	char folder[PF_PATH_MAX];
	char path[PF_PATH_MAX];
	enum pf_status closed_to_writes; /* PF_OK, or why */
	char why[400];
	int64_t version; /* user_version as found, or as migrated to */
	int wal_pages;
	bool unsynced;
};

/* Turns a result of SQLite into a status and a message: "cannot <what>: ...". Damage closes the
 * store to writes: nothing is overwritten. */
enum pf_status pf_db_fail(struct pf_store *store, int rc, const char *what, struct pf_error *err);
/* PF_OK, or why this store takes no writes. */
PF_MUST_USE enum pf_status pf_db_writable(const struct pf_store *store, struct pf_error *err);
/* A kept statement, reset and unbound. */
PF_MUST_USE enum pf_status pf_db_statement(struct pf_store *store, enum pf_db_sql which,
					   sqlite3_stmt **out, struct pf_error *err);
/* One step; *row says whether there is a row. The caller resets or finalizes. */
PF_MUST_USE enum pf_status pf_db_step(struct pf_store *store, sqlite3_stmt *stmt, bool *row,
				      const char *what, struct pf_error *err);
/* Steps to the end and resets. */
PF_MUST_USE enum pf_status pf_db_run(struct pf_store *store, sqlite3_stmt *stmt, const char *what,
				     struct pf_error *err);
/* The same for a kept statement with one integer parameter, or none it cares about. */
PF_MUST_USE enum pf_status pf_db_do(struct pf_store *store, enum pf_db_sql which, int64_t param,
				    const char *what, struct pf_error *err);
/* A transaction: every pf_db_begin that returned PF_OK is followed by pf_db_end, which commits when
 * `status` is PF_OK, else rolls back, and returns what came of it. */
PF_MUST_USE enum pf_status pf_db_begin(struct pf_store *store, struct pf_error *err);
PF_MUST_USE enum pf_status pf_db_end(struct pf_store *store, enum pf_status status,
				     struct pf_error *err);
/* attempt.n of an id; PF_ERR_NOT_FOUND. */
PF_MUST_USE enum pf_status pf_db_number(struct pf_store *store, const char *id, int64_t *n,
					struct pf_error *err);
/* seq of the last record of attempt n, 0 when there is none. */
PF_MUST_USE enum pf_status pf_db_last(struct pf_store *store, int64_t n, uint32_t *seq,
				      struct pf_error *err);

/* schema.c: brings a database opened for writing to PF_STORE_VERSION, step by step. */
PF_MUST_USE enum pf_status pf_db_migrate(struct pf_store *store, struct pf_error *err);
/* PRAGMA user_version into store->version. The first read of the file: damage shows here. */
PF_MUST_USE enum pf_status pf_db_version(struct pf_store *store, struct pf_error *err);

#endif
