#include "prfaq/store/journal.h"

#include <stdlib.h>
#include <string.h>

#include "db.h"
#include "lock.h"
#include "prfaq/base/mem.h"

struct pf_journal {
	struct pf_store *store;
	int64_t n; /* attempt.n */
	uint32_t last;
	int lock;
	char id[PF_ATTEMPT_ID_MAX];
};

static enum pf_status find_or_make(struct pf_journal *journal, struct pf_error *err)
{
	struct pf_store *store = journal->store;
	sqlite3_stmt *stmt = NULL;
	struct pf_error why = {0}; /* that there is none is no error here, anything else is */
	enum pf_status status = pf_db_number(store, journal->id, &journal->n, &why);

	if (status == PF_OK)
		return pf_db_last(store, journal->n, &journal->last, err);
	if (status != PF_ERR_NOT_FOUND) {
		if (err)
			*err = why;
		return status;
	}
	status = pf_db_statement(store, PF_DB_NEW_ATTEMPT, &stmt, err);
	if (status != PF_OK)
		return status;
	sqlite3_bind_text(stmt, 1, journal->id, -1, SQLITE_STATIC);
	status = pf_db_run(store, stmt, "begin the attempt", err);
	sqlite3_clear_bindings(stmt);
	if (status != PF_OK)
		return status;
	store->unsynced = true;
	journal->n = sqlite3_last_insert_rowid(store->db);
	return PF_OK;
}

enum pf_status pf_journal_open(struct pf_journal **out, struct pf_store *store, const char *id,
			       struct pf_error *err)
{
	enum pf_status status = pf_db_writable(store, err);
	struct pf_journal *journal;

	*out = NULL;
	if (status != PF_OK)
		return status;
	if (!pf_attempt_id_valid(id))
		return pf_error_set(err, PF_ERR_INVALID, "\"%.64s\" is no attempt's id", id);
	journal = pf_xcalloc(1, sizeof(*journal));
	journal->store = store;
	journal->lock = -1;
	memcpy(journal->id, id, strlen(id) + 1);
	status = pf_lock_attempt(&journal->lock, store->folder, id, err);
	if (status == PF_OK)
		status = find_or_make(journal, err);
	if (status != PF_OK) {
		pf_journal_close(journal);
		return status;
	}
	*out = journal;
	return PF_OK;
}

void pf_journal_close(struct pf_journal *journal)
{
	if (!journal)
		return;
	pf_lock_release(journal->lock);
	free(journal);
}

const char *pf_journal_id(const struct pf_journal *journal)
{
	return journal->id;
}

static enum pf_status append_one(struct pf_journal *journal, sqlite3_stmt *stmt, uint32_t seq,
				 const struct pf_journal_record *record, struct pf_error *err)
{
	struct pf_store *store = journal->store;
	const char *body = record->body.len ? record->body.ptr : "";
	int rc;

	sqlite3_bind_int64(stmt, 1, (journal->n << 32) + seq);
	sqlite3_bind_int(stmt, 2, record->kind);
	sqlite3_bind_int64(stmt, 3, record->at);
	sqlite3_bind_blob64(stmt, 4, body, record->body.len, SQLITE_STATIC);
	rc = sqlite3_step(stmt);
	sqlite3_reset(stmt);
	if (rc == SQLITE_DONE)
		return PF_OK;
	/* Only a writer without our lock (a file system that has none) can have put this key. */
	if ((rc & 0xff) == SQLITE_CONSTRAINT)
		return pf_error_set(err, PF_ERR_BUSY, "another process has written to attempt %s",
				    journal->id);
	return pf_db_fail(store, rc, "keep what was typed", err);
}

static enum pf_status append_many(struct pf_journal *journal, sqlite3_stmt *stmt,
				  const struct pf_journal_record *records, size_t n,
				  struct pf_error *err)
{
	enum pf_status status = pf_db_begin(journal->store, err);

	if (status != PF_OK)
		return status;
	for (size_t i = 0; i < n && status == PF_OK; i++)
		status = append_one(journal, stmt, journal->last + (uint32_t)i + 1, &records[i],
				    err);
	return pf_db_end(journal->store, status, err);
}

enum pf_status pf_journal_append(struct pf_journal *journal,
				 const struct pf_journal_record *records, size_t n,
				 struct pf_error *err)
{
	struct pf_store *store = journal->store;
	enum pf_status status = pf_db_writable(store, err);
	sqlite3_stmt *stmt = NULL;

	if (status != PF_OK || !n)
		return status;
	if (n > UINT32_MAX - journal->last)
		return pf_error_set(err, PF_ERR_TOO_BIG, "the journal is full");
	for (size_t i = 0; i < n; i++)
		if (records[i].body.len > PF_JOURNAL_BODY_MAX)
			return pf_error_set(err, PF_ERR_TOO_BIG, "a record is over %u bytes",
					    PF_JOURNAL_BODY_MAX);
	status = pf_db_statement(store, PF_DB_APPEND, &stmt, err);
	if (status != PF_OK)
		return status;
	/* One INSERT is a transaction by itself, at a third of the cost. */
	status = n == 1 ? append_one(journal, stmt, journal->last + 1, records, err)
			: append_many(journal, stmt, records, n, err);
	sqlite3_clear_bindings(stmt);
	if (status == PF_OK) {
		journal->last += (uint32_t)n;
		store->unsynced = true;
	}
	return status;
}

static enum pf_status give(sqlite3_stmt *stmt, uint32_t expected,
			   enum pf_status (*fn)(void *ctx, const struct pf_journal_record *record),
			   void *ctx, struct pf_error *err)
{
	struct pf_journal_record record = {
		.seq = (uint32_t)(sqlite3_column_int64(stmt, 0) & 0xffffffff),
		.kind = (uint8_t)sqlite3_column_int(stmt, 1),
		.at = sqlite3_column_int64(stmt, 2),
	};
	const char *body = sqlite3_column_blob(stmt, 3);

	record.body = pf_slice_make(body ? body : "", (size_t)sqlite3_column_bytes(stmt, 3));
	if (record.seq != expected)
		return pf_error_set(err, PF_ERR_DAMAGED, "record %u of the journal is missing",
				    expected);
	return fn(ctx, &record);
}

enum pf_status pf_journal_read(struct pf_store *store, const char *id, uint32_t after,
			       enum pf_status (*fn)(void *ctx,
						    const struct pf_journal_record *record),
			       void *ctx, struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	int64_t n = 0;
	enum pf_status status = pf_db_number(store, id, &n, err);
	bool row = false;
	int rc;

	if (status != PF_OK)
		return status;
	/* Its own statement: `fn` may read another journal. */
	rc = sqlite3_prepare_v2(store->db,
				"SELECT k, kind, at, body FROM record WHERE k > ?1 AND k < ?2 "
				"ORDER BY k",
				-1, &stmt, NULL);
	if (rc != SQLITE_OK)
		return pf_db_fail(store, rc, "read the journal", err);
	sqlite3_bind_int64(stmt, 1, (n << 32) + after);
	sqlite3_bind_int64(stmt, 2, (n + 1) << 32);
	for (uint32_t expected = after + 1; status == PF_OK; expected++) {
		status = pf_db_step(store, stmt, &row, "read the journal", err);
		if (status != PF_OK || !row)
			break;
		status = give(stmt, expected, fn, ctx, err);
	}
	sqlite3_finalize(stmt);
	return status;
}

long pf_journal_holder(struct pf_store *store, const char *id)
{
	return pf_attempt_id_valid(id) ? pf_lock_holder(store->folder, id) : 0;
}
