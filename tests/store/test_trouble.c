/* Full, read-only, damaged: told at once, and nothing is overwritten. */
#include "scratch.h"

#include <fcntl.h>
#include <sys/wait.h>

#include <sqlite3.h>

#include "prfaq/store/draft.h"

/*
 * SQLite's own file system with three changes: it can be full, a read of it can fail, and it counts
 * the flushes to the disk. The tables are static because SQLite calls back without a context.
 */
static struct {
	sqlite3_vfs vfs;
	sqlite3_vfs *real;
	struct {
		sqlite3_io_methods ours;
		const sqlite3_io_methods *real;
	} methods[4]; /* database and journals have different ones, but for what we change */
	bool full;
	bool fails_next_read;
	int syncs;
} disk;

static int disk_read(sqlite3_file *file, void *bytes, int n, sqlite3_int64 at)
{
	if (disk.fails_next_read) {
		disk.fails_next_read = false;
		return SQLITE_IOERR_READ;
	}
	return disk.methods[0].real->xRead(file, bytes, n, at);
}

static int disk_write(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
	if (disk.full)
		return SQLITE_FULL;
	return disk.methods[0].real->xWrite(file, bytes, n, at);
}

static int disk_sync(sqlite3_file *file, int flags)
{
	disk.syncs++;
	return disk.methods[0].real->xSync(file, flags);
}

static int disk_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	int rc = disk.real->xOpen(disk.real, name, file, flags, out);

	(void)vfs;
	if (rc != SQLITE_OK || !file->pMethods)
		return rc;
	size_t i = 0;

	while (i < 3 && disk.methods[i].real && disk.methods[i].real != file->pMethods)
		i++;
	assert_true(!disk.methods[i].real || disk.methods[i].real == file->pMethods);
	disk.methods[i].real = file->pMethods;
	disk.methods[i].ours = *file->pMethods;
	disk.methods[i].ours.xRead = disk_read;
	disk.methods[i].ours.xWrite = disk_write;
	disk.methods[i].ours.xSync = disk_sync;
	file->pMethods = &disk.methods[i].ours;
	return rc;
}

static int with_disk(void **state)
{
	disk.real = sqlite3_vfs_find(NULL);
	disk.vfs = *disk.real;
	disk.vfs.zName = "counted";
	disk.vfs.xOpen = disk_open;
	disk.full = false;
	disk.fails_next_read = false;
	disk.syncs = 0;
	return sqlite3_vfs_register(&disk.vfs, 1) || folder_make(state);
}

static int without_disk(void **state)
{
	sqlite3_vfs_unregister(&disk.vfs);
	sqlite3_vfs_register(disk.real, 1);
	return folder_drop(state);
}

static void only_a_sync_waits_for_the_disk(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_journal *journal = open_journal(store, ID);
	struct pf_error err = {0};

	ok(pf_store_sync(store, 1, &err), &err);
	disk.syncs = 0;
	for (int i = 0; i < 100; i++)
		append(journal, 1, i, "key");
	assert_int_equal(disk.syncs, 0);
	assert_true(pf_store_unsynced(store));
	ok(pf_store_sync(store, 2, &err), &err);
	assert_true(disk.syncs >= 1);
	assert_false(pf_store_unsynced(store));

	disk.syncs = 0;
	ok(pf_store_sync(store, 3, &err), &err); /* no news, no flush */
	append(journal, 1, 1, "and back to the quick way");
	assert_int_equal(disk.syncs, 0);
	pf_journal_close(journal);
	pf_store_close(store);
}

static void a_full_disk_is_told_and_can_be_tried_again(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_journal *journal = open_journal(store, ID);
	struct pf_journal_record two[] = {{.kind = 1, .at = 1, .body = PF_SLICE("one")},
					  {.kind = 1, .at = 2, .body = PF_SLICE("two")}};
	struct pf_error err = {0};

	append(journal, 1, 0, "before");
	disk.full = true;
	assert_int_equal(pf_journal_append(journal, two, 1, &err), PF_ERR_FULL);
	assert_non_null(strstr(err.message, "no space left"));
	assert_non_null(strstr(err.file, "attempts.db"));
	assert_int_equal(pf_journal_append(journal, two, 2, &err), PF_ERR_FULL);
	assert_int_equal(pf_store_sync(store, 1, &err), PF_ERR_FULL);
	assert_int_equal(pf_draft_put(store, ID, PF_SLICE("text"), &err), PF_ERR_FULL);
	assert_int_equal(tally(store, ID, 0).last, 1);
	assert_int_equal(tally(store, ID, 0).n, 1); /* and it can still be read */

	disk.full = false;
	ok(pf_journal_append(journal, two, 2, &err), &err);
	assert_int_equal(tally(store, ID, 0).n, 3);
	pf_journal_close(journal);
	pf_store_close(store);
}

static void a_disk_that_is_full_from_the_start(void **state)
{
	struct pf_store *store;
	struct pf_error err = {0};

	disk.full = true;
	assert_int_equal(pf_store_open(&store, *state, &err), PF_ERR_FULL);
	assert_null(store);
	assert_non_null(strstr(err.message, "no space left"));
}

/* One attempt of some hundred pages; returned closed, all of it in the file. */
static void fill(const char *folder)
{
	struct pf_store *store = open_store(folder);
	struct pf_journal *journal = open_journal(store, ID);
	char body[3000];

	memset(body, 'b', sizeof(body));
	body[sizeof(body) - 1] = '\0';
	for (int i = 0; i < 100; i++)
		append(journal, 1, i, body);
	pf_journal_close(journal);
	pf_store_close(store);
}

static void overwrite(const char *folder, const char *name, off_t at, size_t n)
{
	char path[PF_PATH_MAX];
	int fd = open(pf_path_join(path, folder, name), O_WRONLY | O_CREAT, 0600);

	assert_true(fd >= 0);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(pwrite(fd, "\xa7", 1, at + (off_t)i), 1);
	close(fd);
}

/* An attempt that cannot be looked for is not one to be begun anew. */
static void what_cannot_be_read_is_not_begun(void **state)
{
	struct pf_journal *journal;
	struct pf_store *store;
	struct pf_error err = {0};

	fill(*state);
	store = open_store(*state);
	disk.fails_next_read = true;
	assert_int_equal(pf_journal_open(&journal, store, ID, &err), PF_ERR_IO);
	assert_non_null(strstr(err.message, "cannot find the attempt"));
	disk.fails_next_read = true;
	assert_int_equal(pf_journal_open(&journal, store, "fresh", &err), PF_ERR_IO);
	pf_store_close(store);
}

static void assert_unchanged(const char *folder, struct pf_buf *before)
{
	struct pf_buf after = whole_file(folder, "attempts.db");

	assert_int_equal(after.len, before->len);
	assert_memory_equal(after.ptr, before->ptr, after.len);
	pf_buf_release(&after);
	pf_buf_release(before);
}

static void assert_refused_as_damaged(const char *folder)
{
	struct pf_buf before = whole_file(folder, "attempts.db");
	struct pf_store *store;
	struct pf_error err = {0};

	assert_int_equal(pf_store_open(&store, folder, &err), PF_ERR_DAMAGED);
	assert_null(store);
	assert_non_null(strstr(err.file, "attempts.db"));
	assert_non_null(strstr(err.message, "untouched"));
	assert_unchanged(folder, &before);
}

static void garbage_is_refused_and_left_alone(void **state)
{
	overwrite(*state, "attempts.db", 0, 5000);
	assert_refused_as_damaged(*state);
}

static void a_truncated_file_is_refused_and_left_alone(void **state)
{
	char path[PF_PATH_MAX];

	fill(*state);
	assert_int_equal(truncate(pf_path_join(path, *state, "attempts.db"), 40000), 0);
	assert_refused_as_damaged(*state);
	assert_int_equal(truncate(path, 39001), 0);
	assert_refused_as_damaged(*state);
	assert_int_equal(truncate(path, 50), 0);
	assert_refused_as_damaged(*state);
}

static enum pf_status ignore(void *ctx, const struct pf_journal_record *record)
{
	(void)ctx;
	(void)record;
	return PF_OK;
}

static void damage_found_later_ends_all_writing(void **state)
{
	struct pf_journal_record record = {.kind = 1, .body = PF_SLICE("x")};
	struct pf_journal *journal;
	struct pf_store *store;
	struct pf_buf before;
	struct pf_error err = {0};

	fill(*state);
	overwrite(*state, "attempts.db", 10 * 4096, 40 * 4096);
	before = whole_file(*state, "attempts.db");
	store = open_store(*state);
	journal = open_journal(store, "fresh");
	ok(pf_journal_append(journal, &record, 1, &err), &err);
	assert_int_equal(pf_journal_read(store, ID, 0, ignore, NULL, &err), PF_ERR_DAMAGED);
	assert_true(pf_store_read_only(store));
	assert_int_equal(pf_journal_append(journal, &record, 1, &err), PF_ERR_DAMAGED);
	assert_non_null(strstr(err.message, "untouched"));
	assert_int_equal(pf_store_checkpoint(store, &err), PF_ERR_DAMAGED);
	assert_int_equal(tally(store, "fresh", 0).n, 1); /* what can be read is */
	pf_journal_close(journal);
	pf_store_close(store);
	assert_unchanged(*state, &before);

	store = open_store(*state);
	assert_int_equal(pf_store_verify(store, &err), PF_ERR_DAMAGED);
	pf_store_close(store);
}

static void a_missing_record_is_damage(void **state)
{
	struct tally t = {0};
	struct pf_store *store;
	struct pf_error err = {0};
	sqlite3 *db;

	fill(*state);
	store = open_store(*state);
	assert_int_equal(sqlite3_open(pf_store_path(store), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "DELETE FROM record WHERE (k & 4294967295) = 41", NULL,
				      NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(pf_journal_read(store, ID, 0, tally_record, &t, &err), PF_ERR_DAMAGED);
	assert_int_equal(t.n, 40);
	assert_non_null(strstr(err.message, "record 41"));
	assert_int_equal(tally(store, ID, 41).n, 59);
	pf_store_close(store);
}

static void a_newer_database_is_only_read(void **state)
{
	struct pf_store *store;
	struct pf_journal *journal;
	struct pf_error err = {0};
	sqlite3 *db;

	fill(*state);
	store = open_store(*state);
	assert_int_equal(sqlite3_open(pf_store_path(store), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "PRAGMA user_version = 999", NULL, NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(db);
	pf_store_close(store);
	store = open_store(*state);
	assert_true(pf_store_read_only(store));
	assert_non_null(strstr(pf_store_read_only_why(store), "newer"));
	assert_int_equal(pf_journal_open(&journal, store, ID, &err), PF_ERR_READ_ONLY);
	assert_int_equal(tally(store, ID, 0).n, 100);
	pf_store_close(store);
}

static void no_folder_can_be_made(void **state)
{
	char path[PF_PATH_MAX], file[PF_PATH_MAX];
	struct pf_store *store;
	struct pf_error err = {0};

	assert_int_equal(pf_store_open(&store, "/proc/x/prfaq", &err), PF_ERR_READ_ONLY);
	assert_null(store);
	assert_non_null(strstr(err.file, "/proc/x"));
	overwrite(*state, "file", 0, 1);
	pf_path_join(path, pf_path_join(file, *state, "file"), "prfaq");
	assert_int_equal(pf_store_open(&store, path, &err), PF_ERR_READ_ONLY);
	assert_non_null(strstr(err.message, "attempts cannot be kept"));
	memset(path, 'x', sizeof(path) - 1);
	path[sizeof(path) - 1] = '\0';
	assert_int_equal(pf_store_open(&store, path, &err), PF_ERR_INVALID);
}

/* In a child a failed check is an exit code: cmocka's asserts would go on in two processes. */
#define CHECK(x)                                                        \
	do {                                                            \
		if (!(x)) {                                             \
			fprintf(stderr, "line %d: %s\n", __LINE__, #x); \
			_exit(1);                                       \
		}                                                       \
	} while (0)

static void check_reading_only(const char *folder, uint32_t records)
{
	struct pf_attempt_list list = {0};
	struct pf_journal *journal;
	struct pf_store *store;
	struct tally t = {0};
	struct pf_error err = {0};
	char text[1200];

	if (pf_store_open(&store, folder, &err) != PF_OK) {
		fprintf(stderr, "%s\n", pf_error_text(&err, text, sizeof(text)));
		_exit(1);
	}
	CHECK(pf_store_read_only(store));
	CHECK(pf_store_read_only_why(store)[0]);
	CHECK(pf_attempt_query(store, PF_ATTEMPTS_ALL, 0, &list, &err) == PF_OK);
	CHECK(list.n == 1);
	CHECK(pf_journal_read(store, ID, 0, tally_record, &t, &err) == PF_OK);
	CHECK(t.n == records);
	CHECK(pf_journal_open(&journal, store, ID, &err) == PF_ERR_READ_ONLY);
	CHECK(pf_store_sync(store, 1, &err) == PF_ERR_READ_ONLY);
	CHECK(pf_attempt_put(store, &list.v[0], &err) == PF_ERR_READ_ONLY);
	CHECK(pf_attempt_delete(store, ID, &err) == PF_ERR_READ_ONLY);
	CHECK(pf_draft_put(store, ID, PF_SLICE("x"), &err) == PF_ERR_READ_ONLY);
	pf_store_close(store);
	_exit(0);
}

/* Modes keep nobody out who is root: the child becomes nobody first. */
static void assert_read_by_one_who_may_not_write(const char *folder, uint32_t records)
{
	static const char *const names[] = {"attempts.db", "attempts.db-wal", "attempts.db-shm"};
	char path[PF_PATH_MAX];
	int status;

	for (size_t i = 0; i < 3; i++)
		(void)!chmod(pf_path_join(path, folder, names[i]), 0444);
	assert_int_equal(chmod(folder, 0555), 0);
	if (fork() == 0) {
		if (geteuid() == 0 && (setgid(65534) || setuid(65534)))
			_exit(77);
		check_reading_only(folder, records);
	}
	assert_true(wait(&status) > 0);
	assert_int_equal(chmod(folder, 0700), 0);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 77)
		skip(); /* a container where even root cannot change */
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void a_read_only_folder_can_be_read(void **state)
{
	fill(*state);
	assert_read_by_one_who_may_not_write(*state, 100);
}

/* A process that died: everything is still in the WAL. */
static void leave_in_wal(const char *folder)
{
	int status;

	if (fork() == 0) {
		struct pf_store *store;
		struct pf_journal *journal;
		struct pf_journal_record record = {.kind = 1, .body = PF_SLICE("in the WAL")};

		CHECK(pf_store_open(&store, folder, NULL) == PF_OK);
		CHECK(pf_journal_open(&journal, store, ID, NULL) == PF_OK);
		for (int i = 0; i < 3; i++)
			CHECK(pf_journal_append(journal, &record, 1, NULL) == PF_OK);
		_exit(0);
	}
	assert_true(wait(&status) > 0);
	assert_int_equal(status, 0);
}

static void a_read_only_folder_with_a_wal_can_be_read(void **state)
{
	char path[PF_PATH_MAX];

	fill(*state);
	leave_in_wal(*state);
	assert_read_by_one_who_may_not_write(*state, 103);
	assert_int_equal(unlink(pf_path_join(path, *state, "attempts.db-shm")), 0);
	assert_read_by_one_who_may_not_write(*state, 103);
}

static void a_damaged_wal_loses_only_itself(void **state)
{
	struct pf_store *store;

	fill(*state);
	leave_in_wal(*state);
	overwrite(*state, "attempts.db-wal", 0, 200);
	store = open_store(*state);
	assert_int_equal(tally(store, ID, 0).n, 100);
	pf_store_close(store);
}

#define DISK_TEST(f) cmocka_unit_test_setup_teardown(f, with_disk, without_disk)

int main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(only_a_sync_waits_for_the_disk),
		DISK_TEST(a_full_disk_is_told_and_can_be_tried_again),
		DISK_TEST(a_disk_that_is_full_from_the_start),
		DISK_TEST(what_cannot_be_read_is_not_begun),
		STORE_TEST(garbage_is_refused_and_left_alone),
		STORE_TEST(a_truncated_file_is_refused_and_left_alone),
		STORE_TEST(damage_found_later_ends_all_writing),
		STORE_TEST(a_missing_record_is_damage),
		STORE_TEST(a_newer_database_is_only_read),
		STORE_TEST(no_folder_can_be_made),
		STORE_TEST(a_read_only_folder_can_be_read),
		STORE_TEST(a_read_only_folder_with_a_wal_can_be_read),
		STORE_TEST(a_damaged_wal_loses_only_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
