/* A database of every version there was arrives at today's, with all it held. */
#include "scratch.h"

#include <sys/wait.h>

#include <sqlite3.h>

#include "prfaq/store/draft.h"

#define OLD "20261001-aaaaa"

static void run_sql(const char *folder, const char *sql)
{
	char path[PF_PATH_MAX];
	char *message = NULL;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(pf_path_join(path, folder, "attempts.db"), &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s", message);
	sqlite3_close(db);
}

/* The database of version v, from its SQL text; every version has one. */
static void make_version(const char *folder, int v)
{
	char name[32];
	struct pf_buf sql = whole_file(PF_TESTS_DIR "/store/data",
				       (snprintf(name, sizeof(name), "v%d.sql", v), name));

	run_sql(folder, pf_buf_cstr(&sql));
	pf_buf_release(&sql);
}

static int user_version(const char *folder)
{
	char path[PF_PATH_MAX];
	sqlite3_stmt *stmt;
	sqlite3 *db;
	int v;

	assert_int_equal(sqlite3_open(pf_path_join(path, folder, "attempts.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	v = sqlite3_column_int(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return v;
}

/* Everything the store can do works on it. */
static void assert_all_works(struct pf_store *store, const char *id)
{
	struct pf_journal *journal = open_journal(store, id);
	struct pf_draft_hits hits = {0};
	struct pf_error err = {0};

	append(journal, 1, 5, "new");
	ok(pf_draft_put(store, id, PF_SLICE("a draft of giraffes"), &err), &err);
	ok(pf_draft_search(store, PF_SLICE("giraffe"), 0, &hits, &err), &err);
	assert_int_equal(hits.n, 1);
	assert_string_equal(hits.v[0].attempt.id, id);
	ok(pf_store_sync(store, 1, &err), &err);
	ok(pf_store_verify(store, &err), &err);
	pf_journal_close(journal);
	pf_draft_hits_release(&hits);
}

static void assert_old_attempt(struct pf_store *store)
{
	struct pf_attempt a;
	struct pf_error err = {0};

	ok(pf_attempt_get(store, OLD, &a, &err), &err);
	assert_string_equal(a.title, "Watch Party");
	assert_int_equal(a.score_final, 61);
	assert_int_equal(a.score_bell, PF_SCORE_NONE);
	assert_int_equal(tally(store, OLD, 0).n, 2);
}

static void every_version_arrives(void **state)
{
	for (int v = 0; v <= PF_STORE_VERSION; v++) {
		char folder[PF_PATH_MAX], name[16];
		struct pf_store *store;
		struct pf_error err = {0};

		snprintf(name, sizeof(name), "v%d", v);
		ok(pf_path_make(pf_path_join(folder, *state, name), &err), &err);
		make_version(folder, v);
		assert_int_equal(user_version(folder), v);
		store = open_store(folder);
		assert_false(pf_store_read_only(store));
		assert_int_equal(user_version(folder), PF_STORE_VERSION);
		if (v)
			assert_old_attempt(store);
		assert_all_works(store, v ? OLD : ID);
		pf_store_close(store);
	}
}

static void what_version_two_held_is_there(void **state)
{
	struct pf_buf buf = {0};
	struct pf_draft_hits hits = {0};
	struct pf_store *store;
	struct pf_error err = {0};

	make_version(*state, 2);
	store = open_store(*state);
	ok(pf_draft_get(store, OLD, &buf, &err), &err);
	assert_string_equal(pf_buf_cstr(&buf), "the old draft");
	ok(pf_draft_search(store, PF_SLICE("old"), 0, &hits, &err), &err);
	assert_int_equal(hits.n, 1);
	pf_draft_hits_release(&hits);
	pf_buf_release(&buf);
	pf_store_close(store);
}

/* A step that fails leaves the version before it: here a table is in the way. */
static void a_step_that_fails_changes_nothing(void **state)
{
	struct pf_store *store;
	struct pf_journal *journal;
	struct pf_error err = {0};

	make_version(*state, 1);
	run_sql(*state, "CREATE TABLE scorecard(other TEXT)");
	store = open_store(*state); /* for reading: the attempts are there */
	assert_true(pf_store_read_only(store));
	assert_non_null(strstr(pf_store_read_only_why(store), "up to date"));
	assert_old_attempt(store);
	assert_int_equal(pf_journal_open(&journal, store, ID, &err), PF_ERR_READ_ONLY);
	pf_store_close(store);
	assert_int_equal(user_version(*state), 1);
}

/* Nothing of version 2 is asked of a version 1 that could not be brought up to date. */
static void an_old_one_that_cannot_be_written_is_read(void **state)
{
	struct pf_store *store;
	struct pf_draft_hits hits = {0};
	struct pf_buf buf = {0};
	struct pf_error err = {0};

	make_version(*state, 1);
	run_sql(*state, "CREATE TABLE scorecard(other TEXT)");
	store = open_store(*state);
	ok(pf_draft_search(store, PF_SLICE("draft"), 0, &hits, &err), &err);
	assert_int_equal(hits.n, 0);
	assert_int_equal(pf_draft_get(store, OLD, &buf, &err), PF_ERR_NOT_FOUND);
	pf_store_close(store);
}

/* Two processes bring the same old database up to date at once. */
static void two_migrate_at_once(void **state)
{
	int status;

	make_version(*state, 1);
	for (int i = 0; i < 2; i++) {
		if (fork() == 0) {
			struct pf_store *store;
			bool fine = pf_store_open(&store, *state, NULL) == PF_OK &&
				    !pf_store_read_only(store);

			_exit(fine ? 0 : 1);
		}
	}
	for (int i = 0; i < 2; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_int_equal(user_version(*state), PF_STORE_VERSION);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(every_version_arrives),
		STORE_TEST(what_version_two_held_is_there),
		STORE_TEST(a_step_that_fails_changes_nothing),
		STORE_TEST(an_old_one_that_cannot_be_written_is_read),
		STORE_TEST(two_migrate_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
