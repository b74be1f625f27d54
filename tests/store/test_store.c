#include "scratch.h"

#include <sys/wait.h>

#include "prfaq/base/mem.h"

static void opens_and_reopens(void **state)
{
	char folder[PF_PATH_MAX];
	struct pf_store *store = open_store(pf_path_join(folder, *state, "new/prfaq"));
	struct stat st;

	assert_false(pf_store_read_only(store));
	assert_string_equal(pf_store_read_only_why(store), "");
	assert_int_equal(stat(pf_store_path(store), &st), 0);
	pf_store_close(store);
	store = open_store(folder);
	assert_false(pf_store_unsynced(store));
	pf_store_close(store);
	pf_store_close(NULL);
}

static void appends_and_reads_back(void **state)
{
	static const char bytes[] = "a\0b\xff\x1b[31m";
	struct pf_store *store = open_store(*state);
	struct pf_journal *journal = open_journal(store, ID);
	struct pf_journal_record three[] = {
		{.kind = 0, .at = -5, .body = {0}},
		{.kind = 255, .at = INT64_MAX, .body = {bytes, sizeof(bytes)}},
		{.kind = 7, .at = 9, .body = PF_SLICE("last")},
	};
	struct pf_error err = {0};
	struct tally before, after;

	assert_int_equal(tally(store, ID, 0).last, 0);
	ok(pf_journal_append(journal, three, 3, &err), &err);
	append(journal, 1, 10, "x");
	assert_int_equal(tally(store, ID, 0).last, 4);
	assert_string_equal(pf_journal_id(journal), ID);
	before = tally(store, ID, 0);
	pf_journal_close(journal);
	pf_store_close(store);

	store = open_store(*state);
	after = tally(store, ID, 0);
	assert_int_equal(after.n, 4);
	assert_int_equal(after.last, 4);
	assert_true(after.hash == before.hash);
	assert_int_equal(tally(store, ID, 2).n, 2);
	assert_int_equal(tally(store, ID, 4).n, 0);
	journal = open_journal(store, ID);
	assert_int_equal(tally(store, ID, 0).last, 4);
	append(journal, 1, 11, "y");
	assert_int_equal(tally(store, ID, 4).last, 5);
	pf_journal_close(journal);
	pf_store_close(store);
}

static enum pf_status check_exact(void *ctx, const struct pf_journal_record *record)
{
	const struct pf_slice *want = ctx;

	assert_int_equal(record->seq, 1);
	assert_int_equal(record->kind, 200);
	assert_int_equal(record->at, 1234567890123);
	assert_true(pf_slice_equal(record->body, *want));
	return PF_OK;
}

static void keeps_every_byte(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_journal *journal = open_journal(store, ID);
	size_t size = 3u << 20;
	char *big = pf_xmalloc(size);
	struct pf_slice body = {big, size};
	struct pf_journal_record record = {.kind = 200, .at = 1234567890123, .body = body};
	struct pf_error err = {0};

	for (size_t i = 0; i < size; i++)
		big[i] = (char)(i * 31 >> 3);
	ok(pf_journal_append(journal, &record, 1, &err), &err);
	ok(pf_journal_read(store, ID, 0, check_exact, &body, &err), &err);
	record.body.len = PF_JOURNAL_BODY_MAX + 1u; /* refused before a byte is read */
	assert_int_equal(pf_journal_append(journal, &record, 1, &err), PF_ERR_TOO_BIG);
	assert_int_equal(tally(store, ID, 0).last, 1);
	free(big);
	pf_journal_close(journal);
	pf_store_close(store);
}

static enum pf_status stop_at_second(void *ctx, const struct pf_journal_record *record)
{
	*(uint32_t *)ctx = record->seq;
	return record->seq == 2 ? PF_ERR_SYNTAX : PF_OK;
}

static void reading_stops_when_told(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_journal *journal = open_journal(store, ID);
	uint32_t seen = 0;

	for (int i = 0; i < 4; i++)
		append(journal, 1, i, "r");
	assert_int_equal(pf_journal_read(store, ID, 0, stop_at_second, &seen, NULL), PF_ERR_SYNTAX);
	assert_int_equal(seen, 2);
	assert_int_equal(pf_journal_read(store, "nobody", 0, stop_at_second, &seen, NULL),
			 PF_ERR_NOT_FOUND);
	pf_journal_close(journal);
	pf_store_close(store);
}

static void ten_thousand_records(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_journal *journal = open_journal(store, ID);
	struct pf_journal *other = open_journal(store, "other");
	struct pf_error err = {0};

	for (int i = 0; i < 10000; i++) {
		append(journal, 1, i, "one key, some twenty bytes");
		if (i % 100 == 0)
			append(other, 2, i, "the other");
	}
	assert_int_equal(tally(store, ID, 0).n, 10000);
	assert_int_equal(tally(store, "other", 0).n, 100);
	assert_true(pf_store_wal_pages(store) > 1000); /* nothing moved by itself */
	ok(pf_store_checkpoint(store, &err), &err);
	assert_int_equal(pf_store_wal_pages(store), 0);
	append(journal, 1, 1, "after");
	assert_true(pf_store_wal_pages(store) < 10); /* the WAL began again */
	assert_int_equal(tally(store, ID, 0).n, 10001);
	ok(pf_store_verify(store, &err), &err);
	pf_journal_close(journal);
	pf_journal_close(other);
	pf_store_close(store);
}

/* The holder of the attempt lives in a child, which waits until told to go. */
static pid_t hold_in_child(const char *folder, int ready[2], int go[2])
{
	pid_t pid;

	assert_int_equal(pipe(ready) | pipe(go), 0);
	pid = fork();
	if (pid == 0) {
		struct pf_store *store;
		struct pf_journal *journal;
		char byte = 1;

		close(go[1]);
		if (pf_store_open(&store, folder, NULL) != PF_OK ||
		    pf_journal_open(&journal, store, ID, NULL) != PF_OK)
			byte = 0;
		if (write(ready[1], &byte, 1) != 1 || read(go[0], &byte, 1) < 0)
			_exit(1);
		_exit(0);
	}
	assert_true(pid > 0);
	close(go[0]);
	return pid;
}

static void an_open_attempt_is_refused_by_name(void **state)
{
	int ready[2], go[2], status;
	pid_t pid = hold_in_child(*state, ready, go);
	struct pf_journal *journal;
	struct pf_store *store;
	struct pf_error err = {0};
	char byte, number[32];

	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_int_equal(byte, 1);
	store = open_store(*state);
	assert_int_equal(pf_journal_open(&journal, store, ID, &err), PF_ERR_BUSY);
	assert_null(journal);
	snprintf(number, sizeof(number), "process %ld", (long)pid);
	assert_non_null(strstr(err.message, ID));
	assert_non_null(strstr(err.message, number));
	assert_int_equal(pf_journal_holder(store, ID), pid);
	assert_int_equal(pf_attempt_delete(store, ID, &err), PF_ERR_BUSY);
	assert_non_null(strstr(err.message, number));

	journal = open_journal(store, "another"); /* only that one is refused */
	append(journal, 1, 1, "two processes, one database");
	pf_journal_close(journal);

	close(go[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	journal = open_journal(store, ID); /* the lock died with its process */
	assert_int_equal(pf_journal_holder(store, ID), getpid());
	pf_journal_close(journal);
	assert_int_equal(pf_journal_holder(store, ID), 0);
	pf_store_close(store);
	close(ready[0]);
	close(ready[1]);
}

static void one_process_holds_it_once(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_journal *journal = open_journal(store, ID), *second;

	assert_int_equal(pf_journal_open(&second, store, ID, NULL), PF_ERR_BUSY);
	pf_journal_close(journal);
	pf_journal_close(open_journal(store, ID));
	pf_store_close(store);
}

static void write_many(const char *folder, const char *id, int n)
{
	struct pf_store *store;
	struct pf_journal *journal;

	if (pf_store_open(&store, folder, NULL) != PF_OK ||
	    pf_journal_open(&journal, store, id, NULL) != PF_OK)
		_exit(2);
	for (int i = 0; i < n; i++) {
		struct pf_journal_record record = {
			.kind = 1, .at = i, .body = PF_SLICE("at the same time")};

		if (pf_journal_append(journal, &record, 1, NULL) != PF_OK)
			_exit(3);
		if (i % 100 == 99 && (pf_store_sync(store, i, NULL) != PF_OK ||
				      pf_store_checkpoint(store, NULL) != PF_OK))
			_exit(4);
	}
	pf_journal_close(journal);
	pf_store_close(store);
	_exit(0);
}

/* Three make the database, write, sync and checkpoint at once. */
static void processes_do_not_disturb_each_other(void **state)
{
	static const char *const ids[] = {"a", "b", "c"};
	struct pf_store *store;
	int status;

	for (int i = 0; i < 3; i++)
		if (fork() == 0)
			write_many(*state, ids[i], 500);
	for (int i = 0; i < 3; i++) {
		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
	store = open_store(*state);
	for (int i = 0; i < 3; i++)
		assert_int_equal(tally(store, ids[i], 0).n, 500);
	ok(pf_store_verify(store, NULL), NULL);
	pf_store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(opens_and_reopens),
		STORE_TEST(appends_and_reads_back),
		STORE_TEST(keeps_every_byte),
		STORE_TEST(reading_stops_when_told),
		STORE_TEST(ten_thousand_records),
		STORE_TEST(an_open_attempt_is_refused_by_name),
		STORE_TEST(one_process_holds_it_once),
		STORE_TEST(processes_do_not_disturb_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
