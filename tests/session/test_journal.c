/*
 * A journal of every version there ever was still folds: data/journal-v<N>.hex
 * holds one record a line (kind, utc, body in hex), journal-v<N>.txt what the fold makes of it. Old
 * pairs are never made again. GENERATE=1 writes those of the present version.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fold_dump.h"
#include "prfaq/base/path.h"
#include "prfaq/session/clock.h"

#define DATA PF_TESTS_DIR "/session/data/"
#define T(s) PF_SLICE(s)

/* One record of every kind, in an order that can be. */
static const struct pf_record records[] = {
	{.kind = PF_RECORD_BEGIN,
	 .u.begin = {T("20261124-k7f3q"), 42, PF_KIND_INTERVIEW, PF_MODE_PRACTICE, 1, 6, T("p"),
		     T("A title"), T("id: p\n"), T("interview"), T("id: interview\n"), T(""),
		     T("# Problem\n"), T("article"), T("0123456789abcdef"), 20781,
		     T("Ask for the date."), 4, 5400000}},
	{.kind = PF_RECORD_STAGE, .u.stage = {0, PF_STEP_ASK, T("Warm-up"), 900000, 0, 905000}},
	{.kind = PF_RECORD_EDIT, .u.edit = {PF_PANE_QUESTION, 0, 0, T("Who is it?"), 1, 0}},
	{.kind = PF_RECORD_ASK, .u.ask = {0, T("Who is it?"), 0, 0}},
	{.kind = PF_RECORD_ANSWER,
	 .u.answer = {0, PF_MET_FACT, T("Members."), T("f1"), T("customer"), 3, T("d3\nc-date"),
		      T(""), T(""), 20000, 885000}},
	{.kind = PF_RECORD_EDIT, .u.edit = {PF_PANE_QUESTION, 0, 10, T(""), 2, 0}},
	{.kind = PF_RECORD_EDIT, .u.edit = {PF_PANE_QUESTION, 0, 0, T("Who is it?"), 2, 1}},
	{.kind = PF_RECORD_EDIT, .u.edit = {PF_PANE_QUESTION, 0, 10, T(""), 2, 2}},
	{.kind = PF_RECORD_PAUSE, .u.pause = {800000}},
	{.kind = PF_RECORD_RESUME, .u.resume = {1000, 886000}},
	{.kind = PF_RECORD_REOPEN, .u.reopen = {60000, T("Back after 60 s."), 946000}},
	{.kind = PF_RECORD_SUSPEND, .u.suspend = {90000, T("The machine slept."), 946000}},
	{.kind = PF_RECORD_CLOCK_STEP, .u.clock_step = {-3600000}},
	{.kind = PF_RECORD_STAGE,
	 .u.stage = {1, PF_STEP_WRITE, T("Working backwards"), 1860000, 60000, 1900000}},
	{.kind = PF_RECORD_EDIT,
	 .u.edit = {PF_PANE_DRAFT, 0, 0, T("61 minutes \xe2\x98\x83"), 1, 0}},
	{.kind = PF_RECORD_BELL, .u.bell = {1}},
	{.kind = PF_RECORD_EDIT, .u.edit = {PF_PANE_DRAFT, 0, 2, T("62"), 2, 0}},
	{.kind = PF_RECORD_STAGE,
	 .u.stage = {2, PF_STEP_PROBE, T("Deep dive"), 1800000, 0, 3700000}},
	{.kind = PF_RECORD_PROBE,
	 .u.probe = {0, PF_PROBE_RULE, 2, T(""), T("MET-01"), T("metrics"), T("Why 62?"),
		     T("62 minutes"), 0, 10, T(""), 0, 0, T("your own words"), 3, T("And then?"),
		     1}},
	{.kind = PF_RECORD_EDIT, .u.edit = {PF_PANE_REPLY, 0, 0, T("It depends."), 1, 0}},
	{.kind = PF_RECORD_FOLLOW_UP, .u.follow_up = {0, T("And then?"), T("evasion")}},
	{.kind = PF_RECORD_REPLY, .u.reply = {0, 3, 0, T("number yes, source yes")}},
	{.kind = PF_RECORD_STEP, .u.step = {PF_STEP_ROLLOUT}},
	{.kind = PF_RECORD_STAGE,
	 .u.stage = {3, PF_STEP_REFLECT, T("Wrap-up"), 900000, 0, 4600000}},
	{.kind = PF_RECORD_MARK, .u.mark = {PF_DIMENSION_METRICS, 4}},
	{.kind = PF_RECORD_ODDS, .u.odds = {60}},
	{.kind = PF_RECORD_VOTE,
	 .u.vote = {2, 1, 2, T("The answer"), T("\"62 minutes\""), 1, T("of what?"), 55.5}},
	{.kind = PF_RECORD_RESULT,
	 .u.result = {61.25, 70, T(""), T("one\ntwo"), T("stop: it"), T("l.1"), 0.36, -0.5,
		      T("0123456789abcdef")}},
	{.kind = PF_RECORD_REWRITE,
	 .u.rewrite = {T("MET-01"), 0, 10, T("62 minutes"), 300000, 4200000}},
	{.kind = PF_RECORD_REWRITTEN, .u.rewritten = {70, 74, T("70 to 74")}},
	{.kind = PF_RECORD_NOTE, .u.note = {T("a note")}},
	{.kind = PF_RECORD_DONE, .u.done = {T("The attempt is complete.")}},
};
#define N_RECORDS (sizeof(records) / sizeof(records[0]))

static void hex(struct pf_buf *out, struct pf_slice bytes)
{
	for (size_t i = 0; i < bytes.len; i++)
		pf_buf_printf(out, "%02x", (unsigned char)bytes.ptr[i]);
	pf_buf_byte(out, '\n');
}

/* The journal of this version as text. */
static void write_now(struct pf_buf *out)
{
	char boot[40] = "";

	for (size_t i = 0; i < N_RECORDS; i++) {
		struct pf_record r = records[i];
		struct pf_buf body = {0};
		int64_t ms = 5000 + (int64_t)i * 1000;

		r.now = (struct pf_now){1795491821000 + ms, ms, ms, ""};
		strcpy(r.now.boot_id, i < 10 ? "one" : "two");
		pf_record_encode(&body, &r, boot);
		strcpy(boot, r.now.boot_id);
		pf_buf_printf(out, "%d %lld ", r.kind, (long long)r.now.utc);
		hex(out, pf_buf_view(&body));
		pf_buf_release(&body);
	}
}

static size_t unhex(const char *s, char *out)
{
	size_t n = 0;
	unsigned byte;

	for (; sscanf(s, "%2x", &byte) == 1; s += 2)
		out[n++] = (char)byte;
	return n;
}

static void fold_text(struct pf_slice text, struct pf_buf *dump)
{
	struct pf_fold *fold = pf_fold_new();
	struct pf_slice line;

	while (pf_slice_line(&text, &line)) {
		char *copy = strndup(line.ptr, line.len), *body = malloc(line.len);
		struct pf_error err = {0};
		int kind = 0, used = 0;
		long long at;

		assert_int_equal(sscanf(copy, "%d %lld %n", &kind, &at, &used), 2);
		if (pf_fold_apply_bytes(fold, (uint8_t)kind,
					pf_slice_make(body, unhex(copy + used, body)),
					&err) != PF_OK)
			fail_msg("%s", err.message);
		free(copy);
		free(body);
	}
	fold_dump(fold, dump);
	pf_fold_free(fold);
}

static void read_file(struct pf_buf *out, const char *format, int version)
{
	char path[512];
	struct pf_error err = {0};

	snprintf(path, sizeof(path), "%sjournal-v%d.%s", DATA, version, format);
	if (pf_file_read(path, 1 << 20, out, &err) != PF_OK)
		fail_msg("%s", err.message);
}

static void write_file(struct pf_buf *text, const char *format)
{
	char path[512];

	snprintf(path, sizeof(path), "%sjournal-v%d.%s", DATA, PF_RECORD_VERSION, format);
	assert_int_equal(pf_file_write(path, pf_buf_view(text), NULL), PF_OK);
}

static void test_every_version_folds(void **state)
{
	(void)state;
	for (int version = 1; version <= PF_RECORD_VERSION; version++) {
		struct pf_buf journal = {0}, dump = {0}, expected = {0};

		if (getenv("GENERATE") && version == PF_RECORD_VERSION) {
			write_now(&journal);
			fold_text(pf_buf_view(&journal), &dump);
			write_file(&journal, "hex");
			write_file(&dump, "txt");
			pf_buf_clear(&journal);
			pf_buf_clear(&dump);
		}
		read_file(&journal, "hex", version);
		read_file(&expected, "txt", version);
		fold_text(pf_buf_view(&journal), &dump);
		assert_string_equal(pf_buf_cstr(&dump), pf_buf_cstr(&expected));
		pf_buf_release(&journal);
		pf_buf_release(&dump);
		pf_buf_release(&expected);
	}
}

/* Bytes of this version are as they were when it was published: else it is another version. */
static void test_this_version_is_unchanged(void **state)
{
	struct pf_buf now = {0}, kept = {0};

	(void)state;
	write_now(&now);
	read_file(&kept, "hex", PF_RECORD_VERSION);
	assert_string_equal(pf_buf_cstr(&now), pf_buf_cstr(&kept));
	pf_buf_release(&now);
	pf_buf_release(&kept);
}

static void test_every_kind_is_there(void **state)
{
	bool seen[PF_RECORD_KIND_COUNT] = {false};

	(void)state;
	for (size_t i = 0; i < N_RECORDS; i++)
		seen[records[i].kind] = true;
	for (int kind = 1; kind < PF_RECORD_KIND_COUNT; kind++)
		if (!seen[kind])
			fail_msg("no record of kind %s", pf_record_kind_name(kind));
}

/* Records left out, doubled or swapped: refused one by one, and the fold stays readable. */
static void test_a_shuffled_journal(void **state)
{
	(void)state;
	for (size_t skip = 0; skip < N_RECORDS; skip++)
		for (size_t step = 1; step < 4; step++) {
			struct pf_fold *fold = pf_fold_new();
			struct pf_now now = {1795491821000, 9000000, 9000000, "one"};
			struct pf_buf dump = {0};
			uint32_t applied = 0;

			for (size_t i = 0; i < N_RECORDS; i++) {
				struct pf_record r = records[(skip + i * step) % N_RECORDS];
				struct pf_buf before = {0}, after = {0};

				r.now = now;
				fold_dump(fold, &before);
				if (pf_fold_apply(fold, &r, NULL) == PF_OK) {
					applied++;
				} else {
					fold_dump(fold, &after);
					assert_string_equal(pf_buf_cstr(&before),
							    pf_buf_cstr(&after));
				}
				pf_buf_release(&before);
				pf_buf_release(&after);
			}
			assert_int_equal(fold->records, applied);
			(void)pf_clock_read(fold, &now);
			fold_dump(fold, &dump);
			pf_buf_release(&dump);
			pf_fold_free(fold);
		}
}

static void test_a_newer_journal_is_told(void **state)
{
	struct pf_buf body = {0};
	struct pf_record r = records[0], out;
	struct pf_error err = {0};

	(void)state;
	pf_record_encode(&body, &r, "");
	/* A kind this program does not know, with a right checksum, cannot be made here; but an
	 * unknown kind number alone must not be read as damage of the disk without a word. */
	assert_int_equal(pf_record_decode(&out, 200, pf_buf_view(&body), &err), PF_ERR_DAMAGED);
	assert_true(err.message[0] != '\0');
	pf_buf_release(&body);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_version_folds),
		cmocka_unit_test(test_this_version_is_unchanged),
		cmocka_unit_test(test_every_kind_is_there),
		cmocka_unit_test(test_a_shuffled_journal),
		cmocka_unit_test(test_a_newer_journal_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
