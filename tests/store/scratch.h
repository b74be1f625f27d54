/*
 * scratch.h - a folder of its own for each test, removed after it, and short ways to use the store.
 */
#ifndef PRFAQ_TESTS_STORE_SCRATCH_H
#define PRFAQ_TESTS_STORE_SCRATCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <sys/stat.h>

#include <cmocka.h>

#include "../folder.h"
#include "prfaq/base/path.h"
#include "prfaq/store/journal.h"

#define ID "20261123-k7f3q"

#define STORE_TEST(f) cmocka_unit_test_setup_teardown(f, folder_make, folder_drop)

/* Fails the test with the message. */
static inline void ok(enum pf_status status, const struct pf_error *err)
{
	char text[1200];

	if (status != PF_OK)
		fail_msg("%s", pf_error_text(err, text, sizeof(text)));
}

static inline struct pf_store *open_store(const char *folder)
{
	struct pf_store *store;
	struct pf_error err = {0};

	ok(pf_store_open(&store, folder, &err), &err);
	return store;
}

static inline struct pf_journal *open_journal(struct pf_store *store, const char *id)
{
	struct pf_journal *journal;
	struct pf_error err = {0};

	ok(pf_journal_open(&journal, store, id, &err), &err);
	return journal;
}

static inline void append(struct pf_journal *journal, uint8_t kind, int64_t at, const char *body)
{
	struct pf_journal_record record = {.kind = kind, .at = at, .body = pf_slice_of(body)};
	struct pf_error err = {0};

	ok(pf_journal_append(journal, &record, 1, &err), &err);
}

/* What a reading gave: how many, and a hash over everything in them. */
struct tally {
	uint32_t n;
	uint32_t last;
	uint64_t hash;
};

static inline enum pf_status tally_record(void *ctx, const struct pf_journal_record *record)
{
	struct tally *t = ctx;

	t->n++;
	t->last = record->seq;
	t->hash = (t->hash ^ record->kind ^ (uint64_t)record->at) * UINT64_C(1099511628211);
	for (size_t i = 0; i < record->body.len; i++)
		t->hash = (t->hash ^ (unsigned char)record->body.ptr[i]) * UINT64_C(1099511628211);
	return PF_OK;
}

static inline struct tally tally(struct pf_store *store, const char *id, uint32_t after)
{
	struct tally t = {0};
	struct pf_error err = {0};

	ok(pf_journal_read(store, id, after, tally_record, &t, &err), &err);
	return t;
}

/* The whole file, for comparing it before and after. */
static inline struct pf_buf whole_file(const char *folder, const char *name)
{
	char path[PF_PATH_MAX];
	struct pf_buf buf = {0};
	struct pf_error err = {0};

	ok(pf_file_read(pf_path_join(path, folder, name), 64u << 20, &buf, &err), &err);
	return buf;
}

#endif
