#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/base/path.h"
#include "sample.h"

#define DATA PF_TESTS_DIR "/yaml/data"

static enum pf_status parse(const char *text, size_t len, struct sample *s, struct pf_yaml **yaml,
			    struct pf_yaml_errors *errors)
{
	return pf_yaml_parse(yaml, &sample_type, s, "x.yaml", pf_slice_make(text, len), errors);
}

/* Parses and expects exactly this report. */
static void refused(const char *text, size_t len, enum pf_status status, const char *report)
{
	struct pf_yaml_errors errors = {0};
	struct pf_buf out = {0};
	struct sample s;
	struct pf_yaml *yaml;

	assert_int_equal(parse(text, len, &s, &yaml, &errors), status);
	assert_null(yaml);
	assert_null(s.title);
	pf_yaml_errors_text(&errors, &out);
	assert_string_equal(pf_buf_cstr(&out), report);
	pf_buf_release(&out);
	pf_yaml_errors_release(&errors);
}

#define REFUSED(text, status, report) refused((text), sizeof(text) - 1, (status), (report))

static void test_every_kind_lands_in_its_place(void **state)
{
	static const char text[] = "title: no\n"
				   "note: |\n"
				   "  012\n"
				   "words: [1e3, 2026-11-03, \"a b\", ~, null]\n"
				   "sets: [[how, many], [when]]\n"
				   "range: [-0.25, 29]\n"
				   "items:\n"
				   "  - {id: a-1, count: 3, on: true, colour: vert}\n"
				   "  - id: PRB-04\n"
				   "    weight: 12345678.125\n"
				   "weights: {wait: 1.5, \"care cost\": 2}\n"
				   "inner: {id: x, colour: red}\n";
	struct sample s;
	struct pf_yaml *yaml;

	(void)state;
	assert_int_equal(parse(text, sizeof(text) - 1, &s, &yaml, NULL), PF_OK);
	assert_string_equal(s.title, "no");
	assert_string_equal(s.note, "012");
	assert_int_equal(s.words.n, 5);
	assert_string_equal(s.words.v[0], "1e3");
	assert_string_equal(s.words.v[1], "2026-11-03");
	assert_string_equal(s.words.v[3], "~");
	assert_string_equal(s.words.v[4], "null");
	assert_int_equal(s.sets.n, 2);
	assert_int_equal(s.sets.v[0].n, 2);
	assert_string_equal(s.sets.v[0].v[1], "many");
	assert_true(s.range.n == 2 && s.range.v[0] == -0.25 && s.range.v[1] == 29);
	assert_int_equal(s.items.n, 2);
	assert_int_equal(s.items.v[0].count, 3);
	assert_true(s.items.v[0].has_count && s.items.v[0].on && s.items.v[0].weight == 0.5);
	assert_int_equal(s.items.v[0].colour, SAMPLE_GREEN);
	assert_int_equal(s.items.v[0].place.line, 8);
	assert_int_equal(s.items.v[0].place.column, 5);
	assert_int_equal(s.items.v[1].place.line, 9);
	assert_false(s.items.v[1].has_count);
	assert_true(s.items.v[1].weight == 12345678.125);
	assert_int_equal(s.weights.n, 2);
	assert_string_equal(s.weights.v[1].key, "care cost");
	assert_true(s.weights.v[1].value == 2);
	assert_int_equal(s.inner.colour, SAMPLE_RED);
	assert_int_equal(pf_yaml_source(yaml).len, sizeof(text) - 1);
	assert_true(pf_slice_is(pf_yaml_source_line(yaml, 3), "  012"));
	assert_int_equal(pf_yaml_source_line(yaml, 99).len, 0);
	pf_yaml_free(yaml);
}

static void test_a_mark_and_crlf_are_no_matter(void **state)
{
	static const char text[] = "\xEF\xBB\xBF"
				   "---\r\ntitle: a\r\nwords: [b]\r\n";
	struct sample s;
	struct pf_yaml *yaml;

	(void)state;
	assert_int_equal(parse(text, sizeof(text) - 1, &s, &yaml, NULL), PF_OK);
	assert_string_equal(s.title, "a");
	assert_string_equal(s.words.v[0], "b");
	pf_yaml_free(yaml);
}

/* data/NAME.yaml is refused with exactly data/NAME.txt. GENERATE=1 writes the texts anew. */
static void test_broken_files_are_told_word_for_word(void **state)
{
	struct pf_names names = {0};

	(void)state;
	assert_int_equal(pf_path_list(DATA, ".yaml", &names, NULL), PF_OK);
	assert_true(names.n > 20);
	for (size_t i = 0; i < names.n; i++) {
		char path[PF_PATH_MAX], golden[PF_PATH_MAX];
		struct pf_buf text = {0}, report = {0}, want = {0};
		struct pf_yaml_errors errors = {0};
		struct sample s;
		struct pf_yaml *yaml;

		assert_int_equal(
			pf_file_read(pf_path_join(path, DATA, names.v[i]), 1 << 20, &text, NULL),
			PF_OK);
		assert_int_not_equal(pf_yaml_parse(&yaml, &sample_type, &s, names.v[i],
						   pf_buf_view(&text), &errors),
				     PF_OK);
		pf_yaml_errors_text(&errors, &report);
		pf_path_join(golden, DATA, names.v[i]);
		memcpy(strrchr(golden, '.'), ".txt", 5);
		if (getenv("GENERATE"))
			assert_int_equal(pf_file_write(golden, pf_buf_view(&report), NULL), PF_OK);
		assert_int_equal(pf_file_read(golden, 1 << 20, &want, NULL), PF_OK);
		assert_string_equal(pf_buf_cstr(&report), pf_buf_cstr(&want));
		pf_buf_release(&text);
		pf_buf_release(&report);
		pf_buf_release(&want);
		pf_yaml_errors_release(&errors);
	}
	pf_names_release(&names);
}

static void test_hostile_bytes(void **state)
{
	(void)state;
	REFUSED("title: a\0b\n", PF_ERR_SYNTAX,
		"x.yaml:1:9: a NUL byte; a file of YAML is text\n\ttitle: a\xEF\xBF\xBD"
		"b\n");
	REFUSED("title: a\nnote: \xC3\x28\n", PF_ERR_SYNTAX,
		"x.yaml:2:7: a byte that is not UTF-8; save the file as UTF-8\n\tnote: "
		"\xEF\xBF\xBD(\n");
	REFUSED("title: \x1b[31mred\n", PF_ERR_SYNTAX,
		"x.yaml:1:8: a control or invisible character\n\ttitle: \xEF\xBF\xBD[31mred\n");
	REFUSED("title: \"\\x1b[2J\"\n", PF_ERR_SYNTAX,
		"x.yaml:1:8: control and invisible characters are not allowed, not even as an "
		"escape such as \"\\x1b\"\n\ttitle: \"\\x1b[2J\"\n");
	REFUSED("title: \"a\\0b\"\n", PF_ERR_SYNTAX,
		"x.yaml:1:8: control and invisible characters are not allowed, not even as an "
		"escape such as \"\\x1b\"\n\ttitle: \"a\\0b\"\n");
	REFUSED("title: a\xE2\x80\xA8note: b\n", PF_ERR_SYNTAX,
		"x.yaml:1:9: a control or invisible character\n\ttitle: a\xEF\xBF\xBDnote: b\n");
	REFUSED("", PF_ERR_SYNTAX, "x.yaml:1:1: the file is empty\n");
	REFUSED("# only a comment\n", PF_ERR_SYNTAX,
		"x.yaml:1:1: the file is empty\n\t# only a comment\n");
}

static void test_billion_laughs_is_refused_at_the_first_anchor(void **state)
{
	static const char text[] = "title: x\n"
				   "a: &a [lol, lol]\n"
				   "b: &b [*a, *a]\n"
				   "words: [*b, *b]\n";
	struct pf_yaml_errors errors = {0};
	struct sample s;
	struct pf_yaml *yaml;

	(void)state;
	assert_int_equal(parse(text, sizeof(text) - 1, &s, &yaml, &errors), PF_ERR_SYNTAX);
	assert_int_equal(errors.v[0].line, 2);
	assert_int_equal(errors.v[0].column, 4);
	assert_non_null(strstr(errors.v[0].message, "anchors (&name) are not allowed"));
	pf_yaml_errors_release(&errors);
}

static void test_depth_ends_at_the_limit(void **state)
{
	struct pf_buf deep = {0};
	struct pf_yaml_errors errors = {0};
	struct sample s;
	struct pf_yaml *yaml;

	(void)state;
	pf_buf_adds(&deep, "title: a\nwords: ");
	pf_buf_repeat(&deep, '[', 200000);
	assert_int_equal(parse(deep.ptr, deep.len, &s, &yaml, &errors), PF_ERR_TOO_BIG);
	assert_int_equal(errors.n, 1);
	assert_string_equal(errors.v[0].message, "lists and maps more than 12 deep");
	assert_int_equal(errors.v[0].line, 2);
	assert_int_equal(errors.v[0].column, 8 + PF_YAML_MAX_DEPTH - 1);
	pf_yaml_errors_release(&errors);
	pf_buf_release(&deep);
}

static void test_size_ends_at_the_limit(void **state)
{
	struct pf_buf big = {0};
	struct sample s;
	struct pf_yaml *yaml;

	(void)state;
	pf_buf_adds(&big, "title: a\n#");
	pf_buf_repeat(&big, 'x', PF_YAML_MAX_BYTES - big.len);
	assert_int_equal(parse(big.ptr, big.len, &s, &yaml, NULL), PF_OK);
	pf_yaml_free(yaml);
	pf_buf_byte(&big, 'x');
	refused(big.ptr, big.len, PF_ERR_TOO_BIG,
		"x.yaml: larger than the limit of 1048576 bytes\n");
	pf_buf_release(&big);
}

static void test_many_keys_and_many_errors_are_bounded(void **state)
{
	struct pf_buf text = {0};
	struct pf_yaml_errors errors = {0};
	struct sample s;
	struct pf_yaml *yaml;

	(void)state;
	pf_buf_adds(&text, "title: a\nweights:\n");
	for (int i = 0; i < 200; i++)
		pf_buf_printf(&text, "  k%d: x\n", i);
	assert_int_equal(parse(text.ptr, text.len, &s, &yaml, &errors), PF_ERR_INVALID);
	assert_int_equal(errors.n, PF_YAML_MAX_ERRORS);
	assert_int_equal(errors.dropped, 200 - PF_YAML_MAX_ERRORS);
	for (int i = 200; i < 600; i++)
		pf_buf_printf(&text, "  k%d: x\n", i);
	pf_yaml_errors_release(&errors);
	assert_int_equal(parse(text.ptr, text.len, &s, &yaml, &errors), PF_ERR_TOO_BIG);
	assert_string_equal(errors.v[0].message, "a map with more than 512 keys");
	pf_yaml_errors_release(&errors);
	pf_buf_release(&text);
}

static void test_a_long_line_is_shown_around_its_column(void **state)
{
	struct pf_buf text = {0};
	struct pf_yaml_errors errors = {0};
	struct sample s;
	struct pf_yaml *yaml;

	(void)state;
	pf_buf_adds(&text, "{title: a, words: [");
	for (int i = 0; i < 300; i++)
		pf_buf_adds(&text, "word, ");
	pf_buf_adds(&text, "[here]]}\n");
	assert_int_equal(parse(text.ptr, text.len, &s, &yaml, &errors), PF_ERR_INVALID);
	assert_int_equal(errors.v[0].column, 19 + 1800 + 1);
	assert_non_null(strstr(errors.v[0].source, "[here]"));
	assert_memory_equal(errors.v[0].source, "...", 3);
	pf_yaml_errors_release(&errors);
	pf_buf_release(&text);
}

static void test_numbers_are_read_as_people_write_them(void **state)
{
	static const struct {
		const char *text;
		bool ok;
		double value;
	} rows[] = {
		{"0", true, 0},      {"-3", true, -3},    {"+4", true, 4},
		{"0.1", true, 0.1},  {"1.2", true, 1.2},  {"123456789.25", true, 123456789.25},
		{"2.4", true, 2.4},  {"1e3", false, 0},   {".5", false, 0},
		{"5.", false, 0},    {"1,5", false, 0},   {"012", false, 0},
		{"0x1f", false, 0},  {"1_000", false, 0}, {"nan", false, 0},
		{"1.2.3", false, 0}, {"--1", false, 0},   {"1234567890123456", false, 0},
		{"\"\"", false, 0},  {"5 %", false, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pf_buf text = {0};
		struct sample s;
		struct pf_yaml *yaml;
		enum pf_status status;

		pf_buf_printf(&text, "title: a\nweights: {x: %s}\n", rows[i].text);
		status = parse(text.ptr, text.len, &s, &yaml, NULL);
		assert_int_equal(status == PF_OK, rows[i].ok);
		if (rows[i].ok)
			assert_true(s.weights.v[0].value == rows[i].value);
		pf_yaml_free(yaml);
		pf_buf_release(&text);
	}
}

static void test_files_that_are_not_there_and_folders(void **state)
{
	struct pf_yaml_errors errors = {0};
	struct sample s;
	struct pf_yaml *yaml;

	(void)state;
	assert_int_equal(pf_yaml_load(&yaml, &sample_type, &s, DATA "/none.yaml", &errors),
			 PF_ERR_NOT_FOUND);
	assert_int_equal(pf_yaml_load(&yaml, &sample_type, &s, DATA, &errors), PF_ERR_IO);
	assert_int_equal(errors.n, 2);
	assert_string_equal(errors.v[0].file, DATA "/none.yaml");
	pf_yaml_errors_release(&errors);
}

static void test_later_errors_show_their_line(void **state)
{
	static const char text[] = "title: a\nitems:\n  - id: one\n  - id: one\n";
	struct pf_yaml_errors errors = {0};
	struct pf_buf out = {0};
	struct sample s;
	struct pf_yaml *yaml;

	(void)state;
	assert_int_equal(parse(text, sizeof(text) - 1, &s, &yaml, NULL), PF_OK);
	assert_int_equal(
		pf_yaml_refuse(yaml, s.items.v[1].place, &errors, "\"%s\" again", s.items.v[1].id),
		PF_ERR_INVALID);
	pf_yaml_errors_text(&errors, &out);
	assert_string_equal(pf_buf_cstr(&out), "x.yaml:4:5: \"one\" again\n\t  - id: one\n");
	pf_buf_release(&out);
	pf_yaml_errors_release(&errors);
	pf_yaml_free(yaml);
}

static void test_the_reference_comes_from_the_table(void **state)
{
	struct pf_buf out = {0};

	(void)state;
	pf_yaml_reference(&sample_type, "A sample", 2, &out);
	assert_non_null(strstr(pf_buf_cstr(&out),
			       "## A sample\n\n| key | value | needed | meaning |\n"
			       "|---|---|---|---|\n"
			       "| `title` | text in one line | yes | one line |\n"));
	assert_non_null(strstr(out.ptr, "| `note` | text from 2 to 8 characters | no | "));
	assert_non_null(strstr(out.ptr, "| `items` | list of maps | no | things |\n"));
	assert_non_null(strstr(out.ptr, "## items[]\n"));
	assert_non_null(strstr(out.ptr, "| `colour` | one of red, green | no (green) | paint |\n"));
	assert_non_null(strstr(out.ptr, "| `on` | true or false | no | true \\| false |\n"));
	pf_buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_kind_lands_in_its_place),
		cmocka_unit_test(test_a_mark_and_crlf_are_no_matter),
		cmocka_unit_test(test_broken_files_are_told_word_for_word),
		cmocka_unit_test(test_hostile_bytes),
		cmocka_unit_test(test_billion_laughs_is_refused_at_the_first_anchor),
		cmocka_unit_test(test_depth_ends_at_the_limit),
		cmocka_unit_test(test_size_ends_at_the_limit),
		cmocka_unit_test(test_many_keys_and_many_errors_are_bounded),
		cmocka_unit_test(test_a_long_line_is_shown_around_its_column),
		cmocka_unit_test(test_numbers_are_read_as_people_write_them),
		cmocka_unit_test(test_files_that_are_not_there_and_folders),
		cmocka_unit_test(test_later_errors_show_their_line),
		cmocka_unit_test(test_the_reference_comes_from_the_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
