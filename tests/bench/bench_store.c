/* bench_store - what keeping costs. One line a figure: name, value, unit. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "prfaq/base/path.h"
#include "prfaq/store/draft.h"
#include "prfaq/store/journal.h"

#define APPENDS 20000

static double now_us(void)
{
	return now_ms() * 1e3;
}

static void must(enum pf_status status, const struct pf_error *err)
{
	char text[1200];

	if (status == PF_OK)
		return;
	fprintf(stderr, "bench_store: %s\n", pf_error_text(err, text, sizeof(text)));
	exit(3);
}

static void tell(const char *name, double us)
{
	printf("store %-28s %10.1f us\n", name, us);
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void bench_append(struct pf_journal *journal)
{
	static double took[APPENDS];
	struct pf_journal_record record = {.kind = 1,
					   .body = PF_SLICE("one key, some twenty bytes")};
	struct pf_error err = {0};
	size_t n = briefly() ? 100 : APPENDS;

	for (size_t i = 0; i < n; i++) {
		double begin = now_us();

		record.at = (int64_t)i;
		must(pf_journal_append(journal, &record, 1, &err), &err);
		took[i] = now_us() - begin;
	}
	qsort(took, n, sizeof(*took), compare);
	tell("append, median of 20,000", took[n / 2]);
	tell("append, 99 of 100 under", took[n / 100 * 99]);
	tell("append, worst", took[n - 1]);
}

static enum pf_status count(void *ctx, const struct pf_journal_record *record)
{
	*(uint32_t *)ctx = record->seq;
	return PF_OK;
}

static void bench_rest(struct pf_store *store, struct pf_journal *journal)
{
	struct pf_journal_record record = {.kind = 1, .body = PF_SLICE("news")};
	struct pf_draft_hits hits = {0};
	struct pf_buf draft = {0};
	struct pf_error err = {0};
	uint32_t n = 0;
	double begin = now_us();

	must(pf_journal_read(store, "a", 0, count, &n, &err), &err);
	tell("read 20,000 records", now_us() - begin);
	must(pf_store_sync(store, 1, &err), &err);
	must(pf_store_checkpoint(store, &err), &err);
	must(pf_journal_append(journal, &record, 1, &err), &err);
	begin = now_us();
	must(pf_store_sync(store, 1, &err), &err);
	tell("sync after one record", now_us() - begin);
	while (draft.len < 6000)
		pf_buf_printf(&draft, "Sentence %zu of a draft, with a number.\n", draft.len);
	begin = now_us();
	must(pf_draft_put(store, "a", pf_buf_view(&draft), &err), &err);
	tell("put and index a page", now_us() - begin);
	begin = now_us();
	must(pf_draft_search(store, PF_SLICE("number"), 0, &hits, &err), &err);
	tell("search", now_us() - begin);
	pf_draft_hits_release(&hits);
	pf_buf_release(&draft);
}

static void remove_all(const char *folder)
{
	static const char *const names[] = {"attempts.db", "attempts.db-wal", "attempts.db-shm",
					    "locks/a.lock", "locks/-setup.lock"};
	char path[PF_PATH_MAX];

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		unlink(pf_path_join(path, folder, names[i]));
	rmdir(pf_path_join(path, folder, "locks"));
	rmdir(folder);
}

int main(void)
{
	/* Not /tmp, which may be memory: a sync there costs nothing. */
	char folder[] = "/var/tmp/prfaq-bench-XXXXXX";
	struct pf_store *store;
	struct pf_journal *journal;
	struct pf_error err = {0};
	double begin;

	if (!mkdtemp(folder)) {
		perror(folder);
		return 3;
	}
	begin = now_us();
	must(pf_store_open(&store, folder, &err), &err);
	tell("make a database", now_us() - begin);
	pf_store_close(store);
	begin = now_us();
	must(pf_store_open(&store, folder, &err), &err);
	tell("open it", now_us() - begin);
	must(pf_journal_open(&journal, store, "a", &err), &err);
	bench_append(journal);
	bench_rest(store, journal);
	pf_journal_close(journal);
	pf_store_close(store);
	remove_all(folder);
	return 0;
}
