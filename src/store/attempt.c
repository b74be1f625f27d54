#include "prfaq/store/attempt.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "db.h"
#include "lock.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/nearest.h"

/* The columns read_row reads, in its order. */
#define COLUMNS                                                                                 \
	"id, state, started, ended, prompt, title, plan, section, role, level, mode, minutes, " \
	"words, score_bell, score_final, votes, next_step, rubric_hash"

static const char put_sql[] =
	"INSERT INTO attempt(" COLUMNS ") "
	"VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) "
	"ON CONFLICT(id) DO UPDATE SET state = ?2, started = ?3, ended = ?4, prompt = ?5, "
	"title = ?6, plan = ?7, section = ?8, role = ?9, level = ?10, mode = ?11, minutes = ?12, "
	"words = ?13, score_bell = ?14, score_final = ?15, votes = ?16, next_step = ?17, "
	"rubric_hash = ?18";

void pf_attempt_init(struct pf_attempt *attempt)
{
	*attempt = (struct pf_attempt){.score_bell = PF_SCORE_NONE, .score_final = PF_SCORE_NONE};
}

void pf_attempt_set_text(char *field, size_t size, struct pf_slice s)
{
	const char *nul = s.len ? memchr(s.ptr, '\0', s.len) : NULL;
	size_t n = nul ? (size_t)(nul - s.ptr) : s.len;

	if (n > size - 1) {
		n = size - 1;
		/* Back over the continuation bytes of a code point that does not fit whole. */
		while (n > 0 && ((unsigned char)s.ptr[n] & 0xc0) == 0x80)
			n--;
	}
	memset(field, 0, size);
	if (n)
		memcpy(field, s.ptr, n);
}

bool pf_attempt_id_valid(const char *id)
{
	size_t n = strlen(id);

	return n > 0 && n < PF_ATTEMPT_ID_MAX && id[0] != '-' &&
	       strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

static enum pf_status prepare(struct pf_store *store, const char *sql, sqlite3_stmt **out,
			      struct pf_error *err)
{
	int rc = sqlite3_prepare_v2(store->db, sql, -1, out, NULL);

	return rc == SQLITE_OK ? PF_OK : pf_db_fail(store, rc, "use the database", err);
}

static void bind_score(sqlite3_stmt *stmt, int at, int32_t score)
{
	if (score >= 0)
		sqlite3_bind_int(stmt, at, score);
	else
		sqlite3_bind_null(stmt, at);
}

static void bind_row(sqlite3_stmt *stmt, const struct pf_attempt *a)
{
	const struct {
		int at;
		const char *text;
	} texts[] = {{1, a->id},      {5, a->prompt},     {6, a->title},       {7, a->plan},
		     {8, a->section}, {9, a->role},       {10, a->level},      {11, a->mode},
		     {16, a->votes},  {17, a->next_step}, {18, a->rubric_hash}};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		sqlite3_bind_text(stmt, texts[i].at, texts[i].text, -1, SQLITE_STATIC);
	sqlite3_bind_int(stmt, 2, (int)a->state);
	sqlite3_bind_int64(stmt, 3, a->started);
	sqlite3_bind_int64(stmt, 4, a->ended);
	sqlite3_bind_int(stmt, 12, a->minutes);
	sqlite3_bind_int(stmt, 13, a->words);
	bind_score(stmt, 14, a->score_bell);
	bind_score(stmt, 15, a->score_final);
}

enum pf_status pf_attempt_put(struct pf_store *store, const struct pf_attempt *attempt,
			      struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	enum pf_status status = pf_db_writable(store, err);

	if (status != PF_OK)
		return status;
	if (!pf_attempt_id_valid(attempt->id))
		return pf_error_set(err, PF_ERR_INVALID, "\"%s\" is no attempt's id", attempt->id);
	status = prepare(store, put_sql, &stmt, err);
	if (status == PF_OK) {
		bind_row(stmt, attempt);
		status = pf_db_run(store, stmt, "keep the attempt", err);
	}
	sqlite3_finalize(stmt);
	if (status == PF_OK)
		store->unsynced = true;
	return status;
}

static struct pf_slice column(sqlite3_stmt *stmt, int at)
{
	const char *text = (const char *)sqlite3_column_text(stmt, at);

	return pf_slice_make(text, text ? (size_t)sqlite3_column_bytes(stmt, at) : 0);
}

/* Bars are drawn by it: what another program wrote there must not be out of their range. */
static int32_t column_score(sqlite3_stmt *stmt, int at)
{
	int score = sqlite3_column_int(stmt, at);
	bool given = sqlite3_column_type(stmt, at) != SQLITE_NULL;

	return given && score >= 0 && score <= 100 ? score : PF_SCORE_NONE;
}

static void read_row(sqlite3_stmt *stmt, struct pf_attempt *a)
{
	pf_attempt_init(a);
	PF_ATTEMPT_SET(a->id, column(stmt, 0));
	a->state = sqlite3_column_int(stmt, 1) ? PF_ATTEMPT_DONE : PF_ATTEMPT_OPEN;
	a->started = sqlite3_column_int64(stmt, 2);
	a->ended = sqlite3_column_int64(stmt, 3);
	PF_ATTEMPT_SET(a->prompt, column(stmt, 4));
	PF_ATTEMPT_SET(a->title, column(stmt, 5));
	PF_ATTEMPT_SET(a->plan, column(stmt, 6));
	PF_ATTEMPT_SET(a->section, column(stmt, 7));
	PF_ATTEMPT_SET(a->role, column(stmt, 8));
	PF_ATTEMPT_SET(a->level, column(stmt, 9));
	PF_ATTEMPT_SET(a->mode, column(stmt, 10));
	a->minutes = sqlite3_column_int(stmt, 11);
	a->words = sqlite3_column_int(stmt, 12);
	a->score_bell = column_score(stmt, 13);
	a->score_final = column_score(stmt, 14);
	PF_ATTEMPT_SET(a->votes, column(stmt, 15));
	PF_ATTEMPT_SET(a->next_step, column(stmt, 16));
	PF_ATTEMPT_SET(a->rubric_hash, column(stmt, 17));
}

/* Appends every row of stmt, then finalizes it. On failure *out is as before. */
static enum pf_status read_rows(struct pf_store *store, sqlite3_stmt *stmt,
				struct pf_attempt_list *out, struct pf_error *err)
{
	size_t was = out->n;
	enum pf_status status;
	bool row = false;

	for (;;) {
		status = pf_db_step(store, stmt, &row, "list the attempts", err);
		if (status != PF_OK || !row)
			break;
		read_row(stmt, PF_PUSH(out));
	}
	sqlite3_finalize(stmt);
	if (status != PF_OK)
		out->n = was;
	return status;
}

enum pf_status pf_attempt_get(struct pf_store *store, const char *id, struct pf_attempt *out,
			      struct pf_error *err)
{
	struct pf_attempt_list found = {0};
	sqlite3_stmt *stmt = NULL;
	enum pf_status status =
		prepare(store, "SELECT " COLUMNS " FROM attempt WHERE id = ?1", &stmt, err);

	if (status != PF_OK)
		return status;
	sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC);
	status = read_rows(store, stmt, &found, err);
	if (status == PF_OK && !found.n)
		status = pf_error_set(err, PF_ERR_NOT_FOUND, "there is no attempt %s", id);
	if (status == PF_OK)
		*out = found.v[0];
	pf_attempt_list_release(&found);
	return status;
}

static enum pf_status not_found(struct pf_store *store, const char *typed, struct pf_error *err)
{
	struct pf_attempt_list all = {0};
	enum pf_status status = pf_attempt_query(store, PF_ATTEMPTS_ALL, 0, &all, err);
	const char **names = pf_xcalloc(all.n, sizeof(*names));
	const char *near;

	for (size_t i = 0; i < all.n; i++)
		names[i] = all.v[i].id;
	near = pf_nearest(typed, names, all.n);
	if (status != PF_OK)
		;
	else if (!all.n)
		status = pf_error_set(err, PF_ERR_NOT_FOUND, "there are no attempts yet");
	else if (near)
		status = pf_error_set(err, PF_ERR_NOT_FOUND,
				      "there is no attempt %.64s; did you mean %s?", typed, near);
	else
		status = pf_error_set(err, PF_ERR_NOT_FOUND,
				      "there is no attempt %.64s; the newest is %s", typed,
				      all.v[0].id);
	free(names);
	pf_attempt_list_release(&all);
	return status;
}

static enum pf_status several(const char *typed, const struct pf_attempt_list *found,
			      struct pf_error *err)
{
	struct pf_buf names = {0};

	for (size_t i = 0; i < found->n && i < 4; i++)
		pf_buf_printf(&names, "%s%s", i ? ", " : "", found->v[i].id);
	if (found->n > 4)
		pf_buf_printf(&names, " and %zu more", found->n - 4);
	pf_error_set(err, PF_ERR_INVALID, "%.64s fits several attempts: %s", typed,
		     pf_buf_cstr(&names));
	pf_buf_release(&names);
	return PF_ERR_INVALID;
}

enum pf_status pf_attempt_find(struct pf_store *store, const char *typed, struct pf_attempt *out,
			       struct pf_error *err)
{
	bool last = !strcmp(typed, "last");
	struct pf_attempt_list found = {0};
	sqlite3_stmt *stmt = NULL;
	enum pf_status status;

	if (!*typed)
		return not_found(store, typed, err);
	status = prepare(
		store,
		last ? "SELECT " COLUMNS " FROM attempt ORDER BY started DESC, n DESC LIMIT 1"
		     : "SELECT " COLUMNS " FROM attempt WHERE substr(id, 1, length(?1)) = ?1 "
		       "OR substr(id, -length(?1)) = ?1 ORDER BY id <> ?1, started DESC",
		&stmt, err);
	if (status != PF_OK)
		return status;
	if (!last)
		sqlite3_bind_text(stmt, 1, typed, -1, SQLITE_STATIC);
	status = read_rows(store, stmt, &found, err);
	if (status == PF_OK && !found.n)
		status = not_found(store, typed, err);
	else if (status == PF_OK && found.n > 1 && strcmp(found.v[0].id, typed) != 0)
		status = several(typed, &found, err);
	if (status == PF_OK) {
		assert(found.n > 0);
		*out = found.v[0];
	}
	pf_attempt_list_release(&found);
	return status;
}

enum pf_status pf_attempt_query(struct pf_store *store, enum pf_attempt_which which, uint32_t limit,
				struct pf_attempt_list *out, struct pf_error *err)
{
	static const char sql[] = "SELECT " COLUMNS " FROM attempt WHERE ?1 = 0 OR state = ?1 - 1 "
				  "ORDER BY started DESC, n DESC LIMIT ?2";
	sqlite3_stmt *stmt = NULL;
	enum pf_status status = prepare(store, sql, &stmt, err);

	if (status != PF_OK)
		return status;
	sqlite3_bind_int(stmt, 1, (int)which);
	sqlite3_bind_int64(stmt, 2, limit ? (int64_t)limit : -1);
	return read_rows(store, stmt, out, err);
}

void pf_attempt_list_release(struct pf_attempt_list *list)
{
	if (!list)
		return;
	free(list->v);
	*list = (struct pf_attempt_list){0};
}

/* In batches, so that another process never waits long for its own record. */
static enum pf_status drop_records(struct pf_store *store, int64_t n, struct pf_error *err)
{
	enum pf_status status;

	do
		status = pf_db_do(store, PF_DB_DROP_RECORDS, n, "delete the attempt", err);
	while (status == PF_OK && sqlite3_changes(store->db) > 0);
	return status;
}

static enum pf_status drop_rest(struct pf_store *store, int64_t n, struct pf_error *err)
{
	static const enum pf_db_sql drops[] = {PF_DB_DROP_INDEX, PF_DB_DROP_DRAFT,
					       PF_DB_DROP_ATTEMPT};
	enum pf_status status = pf_db_begin(store, err);

	if (status != PF_OK)
		return status;
	for (size_t i = 0; i < sizeof(drops) / sizeof(*drops) && status == PF_OK; i++)
		status = pf_db_do(store, drops[i], n, "delete the attempt", err);
	return pf_db_end(store, status, err);
}

enum pf_status pf_attempt_delete(struct pf_store *store, const char *id, struct pf_error *err)
{
	enum pf_status status = pf_db_writable(store, err);
	int64_t n = 0;
	int lock = -1;

	if (status == PF_OK)
		status = pf_db_number(store, id, &n, err);
	if (status != PF_OK)
		return status;
	status = pf_lock_attempt(&lock, store->folder, id, err);
	if (status != PF_OK)
		return status;
	status = drop_records(store, n, err);
	if (status == PF_OK)
		status = drop_rest(store, n, err);
	if (status == PF_OK)
		pf_lock_remove(lock, store->folder, id);
	else
		pf_lock_release(lock);
	return status;
}
