/* Whatever was acknowledged is there after SIGKILL, twenty times over in one database. */
#include "scratch.h"

#include <signal.h>
#include <sys/wait.h>

#include "prfaq/base/rng.h"

#define ROUNDS 20

/* The body of record seq: a length and bytes that follow from seq alone. */
static void body_of(uint32_t seq, struct pf_buf *out)
{
	struct pf_rng rng = {seq};
	uint32_t len = pf_rng_below(&rng, 16) ? pf_rng_below(&rng, 40) : 9000;

	pf_buf_clear(out);
	for (uint32_t i = 0; i < len; i++)
		pf_buf_byte(out, (char)pf_rng_next(&rng));
}

/* One append of one to three records after *last, which it moves on; true when it was acknowledged.
 */
static bool append_some(struct pf_journal *journal, uint32_t *last)
{
	struct pf_buf bodies[3] = {0};
	struct pf_journal_record records[3];
	size_t n = *last % 5 ? 1 : 3;
	bool kept;

	for (size_t i = 0; i < n; i++) {
		uint32_t seq = *last + (uint32_t)i + 1;

		body_of(seq, &bodies[i]);
		records[i] = (struct pf_journal_record){.kind = (uint8_t)seq, .at = seq};
		records[i].body = pf_buf_view(&bodies[i]);
	}
	kept = pf_journal_append(journal, records, n, NULL) == PF_OK;
	*last += kept ? (uint32_t)n : 0;
	for (size_t i = 0; i < n; i++)
		pf_buf_release(&bodies[i]);
	return kept;
}

/* Appends for ever, and says so each time; syncs and checkpoints now and then. */
static void write_until_killed(const char *folder, int ack)
{
	struct pf_store *store;
	struct pf_journal *journal;
	uint32_t last;

	if (pf_store_open(&store, folder, NULL) != PF_OK ||
	    pf_journal_open(&journal, store, ID, NULL) != PF_OK)
		_exit(1);
	last = tally(store, ID, 0).last;
	for (;;) {
		if (!append_some(journal, &last))
			_exit(2);
		if (write(ack, &last, sizeof(last)) != sizeof(last))
			_exit(3);
		if (last % 97 == 0 && pf_store_sync(store, last, NULL) != PF_OK)
			_exit(4);
		if (last % 301 == 0 && pf_store_checkpoint(store, NULL) != PF_OK)
			_exit(5);
	}
}

/* Kills a writer after about `acks` acknowledgements; returns the last one it gave. */
static uint32_t kill_a_writer(const char *folder, uint32_t acks)
{
	int ends[2], status;
	uint32_t last = 0, got;
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (pid == 0) {
		close(ends[0]);
		write_until_killed(folder, ends[1]);
	}
	close(ends[1]);
	for (uint32_t n = 0; read(ends[0], &got, sizeof(got)) == sizeof(got); n++) {
		last = got;
		if (n == acks)
			kill(pid, SIGKILL); /* and read on: what is in the pipe was acknowledged */
	}
	close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	return last;
}

static enum pf_status check_body(void *ctx, const struct pf_journal_record *record)
{
	struct pf_buf *want = ctx;

	body_of(record->seq, want);
	assert_true(pf_slice_equal(record->body, pf_buf_view(want)));
	assert_int_equal(record->kind, (uint8_t)record->seq);
	assert_int_equal(record->at, record->seq);
	return PF_OK;
}

static void every_acknowledged_record_survives(void **state)
{
	struct pf_rng rng = {20261123};
	struct pf_buf want = {0};
	struct pf_error err = {0};

	for (int round = 0; round < ROUNDS; round++) {
		uint32_t acknowledged = kill_a_writer(*state, pf_rng_below(&rng, 300));
		struct pf_store *store = open_store(*state);
		struct pf_journal *journal = open_journal(store, ID); /* its lock died with it */

		assert_true(tally(store, ID, 0).last >= acknowledged);
		assert_int_equal(tally(store, ID, 0).n, tally(store, ID, 0).last);
		ok(pf_journal_read(store, ID, 0, check_body, &want, &err), &err);
		pf_journal_close(journal);
		/* Every other time the next writer finds the WAL as the dead one left it. */
		if (round % 2)
			ok(pf_store_checkpoint(store, &err), &err);
		pf_store_close(store);
	}
	pf_buf_release(&want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(every_acknowledged_record_survives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
