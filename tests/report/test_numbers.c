/* The metric audit of a draft, whole, and what holds for any draft. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/base/path.h"
#include "prfaq/base/utf8.h"
#include "prfaq/report/numbers_report.h"

static void audit(struct pf_buf *out, struct pf_slice text, const char *path)
{
	struct pf_quants quants = {0};
	struct pf_doc *doc;

	assert_int_equal(pf_doc_new(&doc, text, NULL), PF_OK);
	pf_quants_scan(&quants, pf_doc_text(doc), pf_doc_tokens(doc));
	pf_report_numbers_text(out, doc, &quants, path);
	pf_quants_release(&quants);
	pf_doc_free(doc);
}

static void load(struct pf_buf *out, const char *path)
{
	struct pf_error err = {0};

	assert_int_equal(pf_file_read(path, 1 << 20, out, &err), PF_OK);
}

/* GENERATE=1 writes the golden anew: read the difference before it is kept. */
static void test_golden(void **state)
{
	const char *golden = PF_TESTS_DIR "/report/data/numbers.txt";
	struct pf_buf draft = {0}, want = {0}, got = {0};

	(void)state;
	load(&draft, PF_TESTS_DIR "/report/data/numbers.md");
	audit(&got, pf_buf_view(&draft), "numbers.md");
	if (getenv("GENERATE")) {
		FILE *f = fopen(golden, "w");

		assert_non_null(f);
		fputs(pf_buf_cstr(&got), f);
		fclose(f);
	}
	load(&want, golden);
	assert_string_equal(pf_buf_cstr(&got), pf_buf_cstr(&want));
	pf_buf_release(&draft);
	pf_buf_release(&want);
	pf_buf_release(&got);
}

static void test_lines_fit(void **state)
{
	struct pf_buf draft = {0}, got = {0};
	struct pf_slice rest, line;

	(void)state;
	pf_buf_adds(&draft, "Raise the ");
	for (int i = 0; i < 9; i++)
		pf_buf_adds(&draft, "extraordinarily-long-winded ");
	pf_buf_adds(&draft, "rate of d\xC3\xA9j\xC3\xA0 vu from 12,345,678.90 "
			    "million EUR per calendar month to 99,345,678.90 million EUR per "
			    "calendar month by 30 September 2027.");
	for (int i = 0; i < 40; i++)
		pf_buf_adds(&draft, " Three \xE7\x8C\xAB\xE7\x8C\xAB cats wait.");
	audit(&got, pf_buf_view(&draft), NULL);
	rest = pf_buf_view(&got);
	while (pf_slice_line(&rest, &line))
		assert_in_range(pf_utf8_columns(line), 0, 80);
	assert_true(got.len > 0);
	pf_buf_release(&draft);
	pf_buf_release(&got);
}

/* Escape sequences of the draft do not reach the terminal. */
static void test_hostile_words_are_marks(void **state)
{
	struct pf_buf got = {0};

	(void)state;
	audit(&got, PF_SLICE("Cut the \x1B[31mqueue\x1B[0m by 30 % and \x1Bwait by 5 %."), NULL);
	assert_null(memchr(got.ptr, 0x1B, got.len));
	assert_true(pf_slice_find(pf_buf_view(&got), PF_SLICE("-30 %")) < got.len);
	pf_buf_release(&got);
}

static void test_nothing_to_tell(void **state)
{
	struct pf_buf got = {0};

	(void)state;
	audit(&got, PF_SLICE("No amount of any kind.\n"), "x.md");
	assert_string_equal(pf_buf_cstr(&got), "x.md: 0 numbers\n");
	pf_buf_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_golden),
		cmocka_unit_test(test_lines_fit),
		cmocka_unit_test(test_hostile_words_are_marks),
		cmocka_unit_test(test_nothing_to_tell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
